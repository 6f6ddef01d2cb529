"""The figures of a world, declared once: unit, bounds, who sees them, what they are.

A world's figures stand in one flat row of whole numbers. A *place* (a state, a province, a field,
a chain, ...) knows the slot of each of its figures, so that a rule reads ``row[chain.exports]``
and a newcomer can still see which figure that is.
"""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from game.engine.definitions.places import Field, Mineral, Partner, Province, Rival, State
from game.engine.figures.figure import HIDDEN as HIDDEN
from game.engine.figures.figure import OWN as OWN
from game.engine.figures.figure import PUBLIC as PUBLIC
from game.engine.figures.figure import UNBOUNDED as UNBOUNDED
from game.engine.figures.figure import Variable as Variable
from game.engine.figures.figure import figure as _figure
from game.engine.figures.figure import flow as _flow
from game.engine.figures.figure import meter as _meter
from game.engine.figures.figure import money as _money

if TYPE_CHECKING:
    from game.engine.figures.processing import (
        ControlPlace,
        FamilyPlace,
        InputsPlace,
        KnowHowPlace,
        OutletPlace,
    )
    from game.engine.figures.sites import (
        CarePlace,
        HoldPlace,
        PapersPlace,
        PledgePlace,
        RiskPlace,
        ScrapPlace,
        ShockPlace,
        SurveyPlace,
        WastePlace,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MineralPlace:
    """World market of a mineral: its rivals, and each partner's share of buying, bp.

    ``control`` is there for a mineral whose main processor can license exports.
    """

    spec: Mineral
    control: "ControlPlace | None" = None
    rivals: tuple["RivalPlace", ...]
    buyers: tuple[str, ...]
    ore_buying: tuple[int, ...]
    metal_buying: tuple[int, ...]
    price: int = _figure("cents/t")
    scarcity: int = _figure("bp", low=-5_000, high=50_000)
    fear: int = _figure("bp", high=50_000)
    lost_demand: int = _meter()
    expected_price: int = _figure("cents/t")
    stock: int = _figure("kg", account="goods")
    abroad: int = _figure("kg", low=-UNBOUNDED, account="goods", shown=HIDDEN)
    demand: int = _flow("kg")
    unmet: int = _flow("kg")
    released: int = _flow("kg")
    hoarded: int = _flow("kg")


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalPlace:
    """A producer whom nobody governs: ``output`` kg a year, of it ``surge`` above its usual."""

    spec: Rival
    output: int = _figure("kg/year")
    surge: int = _figure("kg/year")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlace:
    """Mines of one mineral in one province; ``hold``, ``papers`` and ``survey`` are optional."""

    spec: Field
    mineral: Mineral
    hold: "HoldPlace | None" = None
    papers: "PapersPlace | None" = None
    survey: "SurveyPlace | None" = None
    capacity: int = _figure("kg/year")
    building: int = _figure("kg/year")
    reserves: int = _figure("kg", account="goods", shown=OWN)
    resource: int = _figure("kg", account="goods", shown=OWN)
    licence: int = _figure("step", high=2)
    output: int = _flow("kg")
    working: int = _flow("bp")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincePlace:
    """A province."""

    spec: Province
    fields: tuple[FieldPlace, ...]
    infrastructure: int = _meter()
    green_kw: int = _figure("kw")
    grievance: int = _meter()
    forest: int = _figure("ha")
    park_budget: int = _figure("usd")
    power_budget: int = _figure("usd")
    exploration_budget: int = _figure("usd")
    blockade: int = _flow("turns")
    accident: int = _flow("turns")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPlace:
    """One state's trade and processing of one mineral, and the provinces where it is dug.

    ``outlet``, ``know_how`` and ``inputs`` are there only where the level asks for them.
    """

    state: str
    mineral: MineralPlace
    fields: tuple[FieldPlace, ...]
    sites: tuple["Site", ...]
    scrap: "ScrapPlace | None" = None
    outlet: "OutletPlace | None" = None
    know_how: "KnowHowPlace | None" = None
    inputs: "InputsPlace | None" = None
    ban: int = _meter()
    ban_next: int = _meter()
    ban_due: int = _figure("turn")
    tax: int = _meter()
    quota: int = _meter()
    duty_due: int = _figure("turn")
    royalty: int = _meter()
    holiday: int = _figure("years", high=30)
    state_share: int = _meter()
    old_trade: int = _figure("kg/year", shown=OWN)
    components: int = _figure("kg/year")
    planned: int = _figure("kg/year")
    losses: int = _figure("kg", account="goods", shown=HIDDEN)
    closed: int = _flow("bp")
    mined: int = _flow("kg")
    offered: int = _flow("kg")
    exports: int = _flow("kg")
    rush: int = _flow("kg")
    leak: int = _flow("kg", shown=OWN)
    fed: int = _flow("kg")
    refined: int = _flow("kg")
    component_output: int = _flow("kg")
    export_price: int = _flow("cents/t")
    home_price: int = _flow("cents/t")
    premium: int = _flow("bp")
    ore_value: int = _flow("usd")
    refined_value: int = _flow("usd")
    plant_feed: int = _flow("kg/year")
    pipeline_feed: int = _flow("kg/year")
    switchable: int = _flow("bp")
    need: int = _flow("kg/year")
    room: int = _flow("kg/year")
    invested: int = _flow("usd")
    owner_share: int = _flow("bp")
    buyer_hhi: int = _flow("bp")
    coal_kw: int = _flow("kw")


@dataclass(frozen=True, slots=True)
class Site:
    """A province where a chain has mines, with those mines."""

    province: ProvincePlace
    fields: tuple[FieldPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TiePlace:
    """What stands between a state and a partner."""

    partner: str
    standing: int = _meter()
    debt: int = _figure("usd")
    bought: int = _flow("usd")
    committed: int = _meter()
    training: int = _figure("turns")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatePlace:
    """A country and its government; ``care`` to ``family`` stand only where a level asks."""

    spec: State
    care: "CarePlace | None" = None
    waste: "WastePlace | None" = None
    risk: "RiskPlace | None" = None
    pledge: "PledgePlace | None" = None
    family: "FamilyPlace | None" = None
    provinces: tuple[ProvincePlace, ...]
    chains: tuple[ChainPlace, ...]
    ties: tuple[TiePlace, ...]
    # accounts
    treasury: int = _money(OWN)
    owners: int = _money()
    workers: int = _money()
    suppliers: int = _money()
    community: int = _money()
    smelters: int = _money()
    # slow capacities and meters
    debt: int = _figure("usd", shown=OWN)
    fx_reserves: int = _figure("usd", low=-UNBOUNDED, shown=OWN)
    fx_habit: int = _figure("usd", low=-UNBOUNDED, shown=OWN)
    trust: int = _meter()
    capital: int = _figure("points", high=12, shown=OWN)
    credibility: int = _meter()
    enforcement: int = _meter()
    skills: int = _meter()
    welfare: int = _meter()
    dispute: int = _figure("turn")
    dispute_stage: int = _figure("step", high=9)
    crisis: int = _figure("turns")
    absences: int = _figure("turns")
    # policy of the whole state
    eia: int = _meter()
    safety: int = _meter()
    coal_rule: int = _figure("switch", high=1)
    carbon_reporting: int = _figure("switch", high=1)
    sharing: int = _meter()
    inspection_budget: int = _figure("usd")
    training_budget: int = _figure("usd")
    customs_link: int = _figure("switch", high=1)
    social_budget: int = _figure("usd")
    # flows
    receipts: int = _flow("usd", low=-UNBOUNDED)
    revenue: int = _flow("usd", low=-UNBOUNDED)
    spending: int = _flow("usd")
    home_income: int = _flow("usd", low=-UNBOUNDED)
    chain_value: int = _flow("usd")
    export_income: int = _flow("usd")
    job_count: int = _flow("persons")
    emissions: int = _flow("kg")
    cleared: int = _flow("ha")
    # outcomes shown first, and their sums over the game, turn n counted n times
    value: int = _flow("usd", low=-UNBOUNDED)
    jobs: int = _flow("bp")
    environment: int = _flow("bp")
    autonomy: int = _flow("bp")
    standing: int = _flow("bp")
    total_value: int = _figure("usd", low=-UNBOUNDED)
    total_revenue: int = _figure("usd", low=-UNBOUNDED)
    total_jobs: int = _figure("bp")
    total_environment: int = _figure("bp")
    total_autonomy: int = _figure("bp")
    total_standing: int = _figure("bp")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerPlace:
    """A partner as an account holder."""

    spec: Partner
    owners: int = _money()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldPlace:
    """What belongs to nobody in particular: the outside world's account."""

    shocks: "ShockPlace | None" = None
    outside: int = _money()
    smugglers: int = _money()


def figures(place_type: type) -> tuple[Variable, ...]:
    """Return the figures that a kind of place holds, in slot order."""
    found = []
    for item in fields(place_type):
        declared = item.metadata.get("variable")
        if declared is not None:
            unit, low, high, flow, shown, account = declared
            found.append(Variable(item.name, unit, low, high, flow, shown, account))
    return tuple(found)
