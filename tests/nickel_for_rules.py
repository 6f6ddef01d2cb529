"""A larger invented world with the proportions of a nickel case, for signs, levers and long games.

*Isles* hold 300 kt of mines in two provinces and few plants; their neighbour *Coast* digs 300 kt;
others dig 1,000 kt and can reach 1,370. One partner builds cheaply and on coal, two are careful, a
union asks for high standards and goes to court. Offers of every kind and events of both kinds.
"""

from dataclasses import replace

from game.engine.definitions.deals import Agreement, ProductStage
from game.engine.definitions.happenings import Condition, Effect, EventPlan, OfferPlan, Term
from game.engine.definitions.level import Anchors, Level, Mandate
from game.engine.definitions.places import (
    Field,
    Mineral,
    Partner,
    Province,
    Rival,
    StartChain,
    StartPlant,
    State,
)
from game.engine.parameters.rules import Parameters
from tests.worlds_for_rules import ALL_LEVERS, KT, USD_M

TURNS = 16


def growing(first_kt: int, yearly_bp: int, turns: int = 60) -> tuple[int, ...]:
    """Return demand that grows by a steady rate, kg a year."""
    path = [first_kt * KT]
    while len(path) < turns:
        path.append(path[-1] + path[-1] * yearly_bp // 10_000)
    return tuple(path)


def nickel() -> Mineral:
    """Return the mineral: 15,000 US$ a tonne, demand growing by 4 % a year."""
    return Mineral(
        id="nickel",
        price=(1_500_000,) * 60,
        fed_price=(1_500_000,) * 60,
        demand=growing(1_620, 400),
        ore_share=2_500,
        refined_share=8_200,
        component_share=13_000,
        product_share=55_000,
        recovery=8_000,
        capital=15_000,
        operating=3_800,
        power_watts=5,
        coal_co2=60,
        clean_co2=29,
        forest_ha=60,
        stock_months=3,
        safety_months=1,
    )


def _field(name: str, province: str, capacity_kt: int, reserves_kt: int, growth: int) -> Field:
    return Field(
        name, province, "nickel", capacity_kt * KT, reserves_kt * KT, 90_000, 230_000, growth, 7_000
    )


def isles() -> State:
    """Return the state with the ore: the seat that is governed in tests."""
    return State(
        id="isles",
        persona="downstreamer",
        provinces=(
            Province("centre", 3_500, 900_000, 60_000, 2_000, 0, 0),
            Province("rim", 2_500, 50_000, 40_000, 1_500, 0, 0),
        ),
        fields=(
            _field("centre-mine", "centre", 220, 35_000, 2_000),
            _field("rim-mine", "rim", 80, 20_000, 2_000),
        ),
        chains=(StartChain("nickel", 500, 0, 0, 0, 40 * KT),),
        plants=(
            StartPlant("old-works", "centre", "nickel", 28 * KT, "isles", True),
            StartPlant("falls", "centre", "nickel", 80 * KT, "outside", False),
        ),
        treasury=600 * USD_M,
        debt=0,
        budget_need=110 * USD_M,
        fx_reserves=1_500 * USD_M,
        fx_need=150 * USD_M,
        trust=5_000,
        enforcement=3_000,
        skills=2_500,
        credibility=3_000,
        welfare=4_000,
        levers=ALL_LEVERS,
    )


def coast() -> State:
    """Return the neighbour, who sells ore and holds still."""
    return replace(
        isles(),
        id="coast",
        persona="open_trader",
        provinces=(Province("shore", 2_000, 100_000, 10_000, 2_500, 0, 0),),
        fields=(_field("shore-mine", "shore", 300, 9_000, 300),),
        chains=(StartChain("nickel", 400, 0, 0, 0, 20 * KT),),
        plants=(StartPlant("pier", "shore", "nickel", 20 * KT, "careful", True),),
        treasury=200 * USD_M,
        budget_need=30 * USD_M,
        enforcement=3_500,
    )


def _partner(name: str, hurdle: int, threshold: int, weight: int, ore: int, metal: int) -> Partner:
    return Partner(
        id=name,
        hurdle=hurdle,
        threshold=threshold,
        weight=weight,
        patience=2,
        ore_demand=(("nickel", ore),),
        refined_demand=(("nickel", metal),),
        standing=5_500,
        coal=name == "builder",
        litigates=name == "union",
    )


PARTNERS = (
    _partner("builder", 700, 0, 6_500, 7_500, 5_000),
    _partner("careful", 1_200, 2_000, 1_000, 1_500, 1_500),
    _partner("maker", 1_200, 2_000, 800, 600, 1_200),
    _partner("union", 1_500, 5_500, 1_200, 400, 2_300),
)


def offer(plan_id: str, kind: str, partner: str, *terms: Term, **changes: object) -> OfferPlan:
    """Return a plan for an offer to Isles that is made at the first chance and always."""
    plan = OfferPlan(
        id=plan_id,
        partner=partner,
        seat="isles",
        kind=kind,
        mineral="nickel",
        province="centre",
        first_turn=1,
        last_turn=3,
        chance=10_000,
        gate=(),
        terms=terms,
        reserve=600,
    )
    return replace(plan, **changes)


LOAN = offer(
    "loan",
    "loan",
    "builder",
    Term("loan", (100, 200, 300, 400), 200, -100),
    Term("years", (2, 4, 8), 4, -200),
)
WORKS = offer(
    "works",
    "plant",
    "builder",
    Term("feed", (10, 20, 30), 20, -300),
    Term("state_share", (0, 1_000, 2_000, 3_000), 1_000, -400),
    Term("coal", (0, 1), 1, 500),
    first_turn=2,
)
OFFTAKE = offer(
    "offtake",
    "offtake",
    "careful",
    Term("ore_offtake", (1_000, 2_000, 3_000), 2_000, 300),
    Term("offtake", (500, 1_000, 1_500), 1_000, 200),
    Term("infrastructure", (200, 400, 600), 400, -300),
    Term("years", (3, 5), 3, 100),
)
SCHOOL = offer(
    "school",
    "technology",
    "maker",
    Term("training", (2, 4, 6), 4, -200),
    Term("components", (1, 2, 3), 2, -250),
    gate=(Condition("isles/maker/standing", ">=", 5_000),),
)


def event(event_id: str, kind: str, *effects: Effect, **changes: object) -> EventPlan:
    """Return an event that may happen once in any turn and always does."""
    plan = EventPlan(
        id=event_id,
        kind=kind,
        first_turn=0,
        last_turn=TURNS,
        chance=10_000,
        conditions=(),
        effects=effects,
        repeats=False,
        after="",
        delay=0,
        seat="isles",
    )
    return replace(plan, **changes)


EVENTS = (
    event("storm", "dated", Effect("add", "isles/rim/grievance", 300), first_turn=5, last_turn=5),
    event(
        "complaint",
        "answer",
        Effect("set", "isles/dispute_stage", 1),
        conditions=(Condition("isles/nickel/closed", ">=", 9_000),),
    ),
    event(
        "panel",
        "answer",
        Effect("set", "isles/dispute_stage", 2),
        conditions=(Condition("isles/dispute_stage", "==", 1),),
        after="complaint",
        delay=1,
    ),
    event(
        "ruling",
        "answer",
        Effect("set", "isles/dispute_stage", 3),
        Effect("add", "isles/union/standing", -300),
        conditions=(Condition("isles/dispute_stage", "==", 2),),
        after="panel",
        delay=2,
    ),
)


TREATIES = (
    Agreement("pact", "trade", ("isles",), (), ("union", "careful"), 0, 8_000, 5),
    Agreement("shield", "investment", ("isles",), (), ("builder",), 0, 0, 1),
)
"""Nobody is bound by them on the first day."""


def nickel_level(**changes: object) -> Level:
    """Return the level, with parts of it replaced by name."""
    level = Level(
        id="nickel-proportions",
        digest="nickel-proportions-1",
        months=12,
        turns=TURNS,
        first_year=2009,
        seats=("isles",),
        minerals=(nickel(),),
        states=(isles(), coast()),
        partners=PARTNERS,
        rivals=(Rival("others", "nickel", 1_000 * KT, 1_370 * KT, 250 * KT, 2_000),),
        offers=(LOAN, OFFTAKE, SCHOOL, WORKS),
        events=EVENTS,
        agreements=TREATIES,
        products=(ProductStage("isles", "nickel", 0, 3_000, 2_000),),
        mandates=(Mandate("industrialiser", (35, 10, 25, 5, 15, 10)),),
        predictions=(),
        anchors=Anchors(2_000 * USD_M, 500 * USD_M, 100_000, 30_000 * KT, 100_000),
        parameters=Parameters(
            appetite_half=500, foresight=0
        ),  # plants come soon, so that little is needed
    )
    return replace(level, **changes)
