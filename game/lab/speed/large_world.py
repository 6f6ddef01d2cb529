"""The largest world, for the bench alone: ten governed states, six minerals, eight partners.

Its numbers are round and invented; they stand for no real place, and no player ever meets it. The
shape is that of the yardstick in docs/speed.md: every state mines and refines every mineral, in two
provinces; every partner buys every mineral; each state has offers, a court case that may come, and
policies that change in every turn.
"""

from dataclasses import replace

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
from game.engine.orders import Order
from game.engine.rules import LEVERS

STATES, MINERALS, PARTNERS, TURNS = 10, 6, 8, 16
_KT = _USD_M = 1_000_000
_AHEAD = 30
"""Turns beyond the last for which demand is known: firms look ahead."""


def large_level() -> Level:
    """Return the level; worlds of it are opened and resolved like any other."""
    return Level(
        id="largest-world",
        digest="largest-world",
        months=12,
        turns=TURNS,
        first_year=2010,
        seats=tuple(f"state-{number}" for number in range(STATES)),
        minerals=tuple(_mineral(number) for number in range(MINERALS)),
        states=tuple(_state(number) for number in range(STATES)),
        partners=tuple(_partner(number) for number in range(PARTNERS)),
        rivals=tuple(rival for number in range(MINERALS) for rival in _rivals(number)),
        offers=tuple(plan for number in range(STATES) for plan in _offers(number)),
        events=tuple(plan for number in range(STATES) for plan in _events(number)),
        mandates=(Mandate("plain", (20, 20, 20, 20, 10, 10)),),
        predictions=(),
        anchors=Anchors(2_000 * _USD_M, 500 * _USD_M, 100_000, 30_000 * _KT, 100_000),
    )


def _mineral(number: int) -> Mineral:
    demand = [(3_000 + 400 * number) * _KT]
    while len(demand) < TURNS + _AHEAD:
        demand.append(demand[-1] * (103 + number % 3) // 100)
    price = tuple(
        1_500_000 + 150_000 * number + 90_000 * ((turn + number) % 5) for turn in range(TURNS)
    )
    return Mineral(
        id=f"mineral-{number}",
        price=price,
        fed_price=price,
        demand=tuple(demand),
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


def _rivals(number: int) -> tuple[Rival, Rival]:
    mineral = f"mineral-{number}"
    return (
        Rival(f"{mineral}-far", mineral, 1_200 * _KT, 1_900 * _KT, 60 * _KT, 8_000),
        Rival(f"{mineral}-near", mineral, 700 * _KT, 1_200 * _KT, 120 * _KT, 8_000),
    )


def _partner(number: int) -> Partner:
    careful = number % 2 == 1
    buys = tuple((f"mineral-{mineral}", 600 + 150 * number) for mineral in range(MINERALS))
    return Partner(
        id=f"partner-{number}",
        hurdle=700 + 100 * number,
        threshold=4_000 if careful else 0,
        weight=1_250,
        patience=2,
        ore_demand=buys,
        refined_demand=buys,
        standing=5_500,
        coal=not careful,
        litigates=careful,
    )


def _state(number: int) -> State:
    own = f"state-{number}"
    provinces = (f"{own}-north", f"{own}-south")
    fields, plants = [], []
    for mineral in range(MINERALS):
        name, province = f"mineral-{mineral}", provinces[mineral % 2]
        size = (100 + 20 * number + 10 * mineral) * _KT
        fields.append(
            Field(f"{own}-{name}", province, name, size, 60 * size, 90_000, 230_000, 800, 5_000)
        )
        owner = own if mineral % 3 else f"partner-{(number + mineral) % PARTNERS}"
        plants.append(StartPlant(f"works-{mineral}", province, name, size // 5, owner, True))
    plain = Province(provinces[0], 4_000, 500_000, 60_000, 2_000, 100 * number, 0)
    return State(
        id=own,
        persona="status_quo",
        provinces=(plain, replace(plain, id=provinces[1], grievance=3_500, latitude=100)),
        fields=tuple(fields),
        chains=tuple(
            StartChain(f"mineral-{mineral}", 500, 0, 0, 5, 20 * _KT) for mineral in range(MINERALS)
        ),
        plants=tuple(plants),
        treasury=900 * _USD_M,
        debt=100 * _USD_M,
        budget_need=300 * _USD_M,
        fx_reserves=3_000 * _USD_M,
        fx_need=400 * _USD_M,
        trust=5_000,
        enforcement=3_000 + 300 * number,
        skills=2_500,
        credibility=3_000,
        welfare=4_000,
        levers=tuple(LEVERS),
        path=_path(number),
    )


def _path(number: int) -> tuple[tuple[Order, ...], ...]:
    """A ban in some states, duties in others, and small changes everywhere and every turn."""
    own = f"state-{number}"
    turns = []
    for turn in range(TURNS):
        mineral = f"mineral-{turn % MINERALS}"
        orders = [
            Order("royalty", mineral, ((700, 1_000, 400)[turn // MINERALS],)),
            Order("inspection", "", ((25, 10)[turn % 2] * _USD_M,)),
        ]
        if turn % 4 == number % 4:
            orders.append(Order("park", f"{own}-north", (25 * (1 + turn // 4 % 2) * _USD_M,)))
        if turn < MINERALS and number % 2:
            orders.insert(0, Order("export_ban", f"{mineral}.ore", (5_000, 1)))
        elif turn < MINERALS:
            orders.insert(0, Order("processing_duty", mineral, (3,)))
        turns.append(tuple(orders))
    return tuple(turns)


def _offers(number: int) -> tuple[OfferPlan, ...]:
    """Four plans for a state, each by another partner and about another mineral."""
    years = Term("years", (2, 4, 8), 4, 200)
    kinds = (
        ("loan", (Term("loan", (50, 100, 200), 100, -200), years)),
        ("plant", (Term("coal", (0, 1), 1, 300), Term("feed", (10, 20, 40), 20, 200))),
        ("offtake", (Term("offtake", (500, 1_000), 500, 200), years)),
        ("technology", (Term("training", (2, 4), 2, -200), Term("components", (1, 2), 1, -250))),
    )
    own = f"state-{number}"
    return tuple(
        OfferPlan(
            id=f"{own}-{kind}",
            partner=f"partner-{(number + place) % PARTNERS}",
            seat=own,
            kind=kind,
            mineral=f"mineral-{(number + place) % MINERALS}",
            province=f"{own}-north",
            first_turn=place,
            last_turn=TURNS,
            chance=3_000,
            gate=(Condition(f"{own}/trust", ">=", 1_000),),
            terms=terms,
            reserve=500,
        )
        for place, (kind, terms) in enumerate(kinds)
    )


def _events(number: int) -> tuple[EventPlan, ...]:
    own = f"state-{number}"
    storm = EventPlan(
        id=f"{own}-storm",
        kind="dated",
        first_turn=number % TURNS,
        last_turn=number % TURNS,
        chance=10_000,
        conditions=(),
        effects=(Effect("add", f"{own}/{own}-south/grievance", 300),),
        repeats=False,
        after="",
        delay=0,
        seat=own,
    )
    complaint = replace(
        storm,
        id=f"{own}-complaint",
        kind="answer",
        first_turn=0,
        last_turn=TURNS,
        chance=2_000,
        conditions=(Condition(f"{own}/mineral-0/closed", ">=", 4_000),),
        effects=(Effect("set", f"{own}/dispute_stage", 1),),
    )
    panel = replace(
        complaint,
        id=f"{own}-panel",
        conditions=(Condition(f"{own}/dispute_stage", "==", 1),),
        effects=(Effect("set", f"{own}/dispute_stage", 2),),
        after=complaint.id,
        delay=1,
    )
    return (storm, complaint, panel)
