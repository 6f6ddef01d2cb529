"""Figures of deals. A place here exists only in a level that asks for it."""

from dataclasses import dataclass

from game.engine.definitions.deals import (
    Agreement,
    Concession,
    NearbyBuyer,
    ProductStage,
    Substitute,
)
from game.engine.figures.figure import OWN, figure, flow, meter, money
from game.engine.figures.variables import ChainPlace, FieldPlace, MineralPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcessionPlace:
    """A firm's right to a mine: the government's share, its last turn, what was pledged."""

    spec: Concession
    field: FieldPlace
    chain: ChainPlace
    state_share: int = meter()
    expires: int = figure("turn")
    pledge: int = figure("kg/year")
    pledge_due: int = figure("turn")
    ended: int = figure("switch", high=1)
    held: int = flow("bp")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPlace:
    """A state's part in a treaty; a claim of an investor under it, and when it is decided."""

    spec: Agreement
    state: str
    member: int = figure("switch", high=1)
    since: int = figure("turn")
    claim: int = figure("usd")
    claim_due: int = figure("turn")
    claimant: int = figure("step", high=99)
    defended: int = figure("switch", high=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetaliationPlace:
    """A partner's extra tariff on a state's metal, in answer to what it did."""

    partner: str
    retaliation: int = meter()


@dataclass(frozen=True, slots=True, kw_only=True)
class TariffPlace:
    """What buyers' tariffs take from a state's metal of one mineral, bp of its price."""

    rates: tuple[int, ...]
    answers: tuple[RetaliationPlace, ...]
    tariff: int = flow("bp")


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstitutePlace:
    """How much of a mineral's demand has moved to another for good."""

    spec: Substitute
    source: MineralPlace
    target: MineralPlace | None
    moved: int = meter()
    gained: int = figure("kg/year")


@dataclass(frozen=True, slots=True, kw_only=True)
class NearbyPlace:
    """What buyers inside the region take of a state's metal and components."""

    buyers: tuple[NearbyBuyer, ...]
    nearby: int = flow("kg")
    nearby_parts: int = flow("kg")
    nearby_value: int = flow("usd")
    intra_share: int = flow("bp")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductPlace:
    """Finished goods: works, what they can make, and how far markets are open to them."""

    spec: ProductStage
    products: int = figure("kg/year")
    technology: int = meter()
    lure: int = figure("usd")
    access: int = flow("bp")
    product_output: int = flow("kg")
    product_value: int = flow("usd")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingsPlace:
    """A fund for good years: what it holds, and the part of a windfall that goes into it."""

    fund: int = money(OWN)
    saving: int = meter()


@dataclass(frozen=True, slots=True, kw_only=True)
class StorePlace:
    """Metal that the state keeps: what it holds, and whether it fills or empties it, bp a year."""

    state_stock: int = figure("kg", account="goods")
    storing: int = figure("bp", low=-10_000, high=10_000)
    stored: int = flow("kg")
    unstored: int = flow("kg")
