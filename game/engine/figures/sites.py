"""Figures of sites and rules that stand only where a level asks for them."""

from dataclasses import dataclass
from typing import Final

from game.engine.definitions.sites import Holder, Pledge, Residue, Scrap, Shocks
from game.engine.figures.figure import OWN, UNBOUNDED, figure, flow, meter, money

CARE_LEVERS: Final = frozenset(
    {
        "waste_rule",
        "clean_up",
        "no_go",
        "resettlement",
        "local_content",
        "entry_terms",
        "promotion",
        "state_firm",
        "traceability",
        "owner_register",
    }
)
"""Levers of a whole state whose settings stand in its ``CarePlace``."""
PAPER_LEVERS: Final = frozenset({"licence_terms", "renew_licence", "close_mine"})
"""Levers on a mine's licence whose settings stand in its ``PapersPlace``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldPlace:
    """Armed holders of a field: what they hold and take, and what the government does about it."""

    spec: Holder
    held: int = meter()
    holder_tax: int = figure("cents/t")
    stalled: int = meter()
    pact: int = meter()
    willing: int = meter(OWN)
    formal: int = meter()
    formal_budget: int = figure("usd")
    road_block: int = figure("switch", high=1)
    purse: int = money()
    taken: int = flow("usd")


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersPlace:
    """The licence of a mine: its end, a hazardous stage that must stop, and what the firm does."""

    until: int = figure("turn")
    terms_due: int = figure("turn")
    answer: int = figure("step", high=5)
    answer_due: int = figure("turn")
    closed_down: int = figure("switch", high=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPlace:
    """What everybody believes a field to hold, and how far that may be wrong."""

    estimate: int = figure("kg")
    doubt: int = meter()
    option_value: int = flow("usd")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrapPlace:
    """Metal in products at home, in three ages, and what becomes of it."""

    spec: Scrap
    collection: int = meter()
    recycling: int = figure("kg/year")
    recycling_building: int = figure("kg/year")
    young: int = figure("kg", account="goods")
    middle: int = figure("kg", account="goods")
    old: int = figure("kg", account="goods")
    scrap: int = figure("kg", account="goods")
    dumped: int = figure("kg", account="goods")
    recycled: int = flow("kg")


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePlace:
    """Rules and budgets of a whole state that not every level hands out."""

    waste_rule: int = meter()
    clean_up_budget: int = figure("usd")
    no_go: int = meter()
    resettlement: int = meter()
    local_content: int = meter()
    entry_terms: int = figure("step", high=2)
    bound: int = figure("usd")
    begun: int = figure("usd")
    promotion_budget: int = figure("usd")
    renown: int = meter()
    firm_reform: int = figure("step", high=2)
    firm_skill: int = meter()
    traceability: int = figure("switch", high=1)
    owner_register: int = figure("switch", high=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WastePlace:
    """Residues of a state's mines and plants, and the stores built for them."""

    residues: tuple[tuple[str, Residue], ...]
    loose: int = figure("kg")
    stored: int = figure("kg")
    store_room: int = figure("kg")
    store_building: int = figure("kg")
    made: int = flow("kg")
    spill: int = flow("turns")


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskPlace:
    """Political risk of a state, and how many plants changed hands because of it."""

    start: int
    risk: int = meter()
    plants_sold: int = flow("plants")


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgePlace:
    """A state's climate pledge held against what it emits."""

    spec: Pledge
    pledged_cut: int = meter()
    allowed: int = flow("kg")
    pledge_gap: int = flow("bp", low=-UNBOUNDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShockPlace:
    """Prices of energy and freight above normal, bp."""

    spec: Shocks
    energy: int = figure("bp", high=30_000)
    freight: int = figure("bp", high=30_000)
