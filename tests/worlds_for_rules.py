"""A small invented world in round numbers, so that each rule can be worked out by hand.

Two states, *Arland* (200 kt of mines) and *Borland* (100 kt), and a rival (700 kt) supply a demand
of 1,000 kt. Ore is worth 2,500 US$ a tonne of metal and costs 1,000 to 2,000 to dig, so that every
mine works; four equal buyers take it. Nothing grows and nobody builds: the market is at rest.
"""

from collections.abc import Callable
from dataclasses import replace

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
from game.engine.orders import Order, Sheet
from game.engine.parameters.rules import Parameters
from game.engine.rules import LEVERS
from game.engine.world import World

KT = 1_000_000
"""Kilograms in a thousand tonnes."""
USD_M = 1_000_000
"""US$ in a million."""
ALL_LEVERS = tuple(LEVERS)
REGIONAL = frozenset(x.id for x in LEVERS.values() if x.area == "region")
"""Levers that have a target only where states may act together; see ``region_for_rules``."""

Tweak = Callable[[Level], Level]


def metal(**changes: object) -> Mineral:
    """Return the only mineral: 10,000 US$ a tonne, 1,000 kt a year, for forty turns."""
    plain = Mineral(
        id="metal",
        price=(1_000_000,) * 40,
        fed_price=(1_000_000,) * 40,
        demand=(1_000 * KT,) * 60,
        ore_share=2_500,
        refined_share=7_000,
        component_share=12_000,
        product_share=50_000,
        recovery=8_000,
        capital=10_000,
        operating=2_000,
        power_watts=5,
        coal_co2=60,
        clean_co2=30,
        forest_ha=100,
        stock_months=3,
        safety_months=1,
    )
    return replace(plain, **changes)


def _partner(partner_id: str) -> Partner:
    return Partner(
        id=partner_id,
        hurdle=1_200,
        threshold=0,
        weight=2_500,
        patience=2,
        ore_demand=(("metal", 2_500),),
        refined_demand=(("metal", 2_500),),
        standing=5_000,
        coal=True,
        litigates=False,
    )


def _state(state_id: str, province: str, capacity: int) -> State:
    return State(
        id=state_id,
        persona="status_quo",
        provinces=(Province(province, 5_000, 0, 0, 0, 0, 0),),
        fields=(
            Field(
                id=f"{province}-mine",
                province=province,
                mineral="metal",
                capacity=capacity,
                reserves=10_000 * KT,
                cost_low=100_000,
                cost_high=200_000,
                growth=0,
                home_owned=5_000,
            ),
        ),
        chains=(StartChain("metal", 0, 0, 0, 0, 0),),
        plants=(),
        treasury=1_000 * USD_M,
        debt=0,
        budget_need=100 * USD_M,
        fx_reserves=1_000 * USD_M,
        fx_need=0,
        trust=5_000,
        enforcement=4_000,
        skills=5_000,
        credibility=3_000,
        welfare=5_000,
        levers=ALL_LEVERS,
    )


def level_at_rest(*tweaks: Tweak) -> Level:
    """Return the level, changed by each tweak in turn."""
    level = Level(
        id="round-numbers",
        digest="round-numbers-1",
        months=12,
        turns=12,
        first_year=2000,
        seats=("arland",),
        minerals=(metal(),),
        states=(_state("arland", "north", 200 * KT), _state("borland", "delta", 100 * KT)),
        partners=tuple(_partner(name) for name in ("east", "west", "south", "isle")),
        rivals=(Rival("rest", "metal", 700 * KT, 700 * KT, 50 * KT, 0),),
        offers=(),
        events=(),
        mandates=(Mandate("plain", (20, 20, 20, 20, 10, 10)),),
        predictions=(),
        anchors=Anchors(500 * USD_M, 100 * USD_M, 12_000, 4_800 * KT, 776),
        parameters=Parameters(appetite_half=769, foresight=0),  # half of all firms in R19's case
    )
    for tweak in tweaks:
        level = tweak(level)
    return level


def mineral(**changes: object) -> Tweak:
    """Return a tweak of the mineral."""
    return lambda level: replace(level, minerals=(replace(level.minerals[0], **changes),))


def arland(**changes: object) -> Tweak:
    """Return a tweak of the state Arland."""
    return lambda level: replace(
        level, states=(replace(level.states[0], **changes), *level.states[1:])
    )


def mines(**changes: object) -> Tweak:
    """Return a tweak of Arland's mines."""
    return lambda level: arland(fields=(replace(level.states[0].fields[0], **changes),))(level)


def policy(**changes: object) -> Tweak:
    """Return a tweak of Arland's policy at the start."""
    return lambda level: arland(chains=(replace(level.states[0].chains[0], **changes),))(level)


def province(**changes: object) -> Tweak:
    """Return a tweak of Arland's province."""
    return lambda level: arland(provinces=(replace(level.states[0].provinces[0], **changes),))(
        level
    )


def plant(feed_kt: int, owner: str = "arland", coal: bool = True) -> Tweak:
    """Return a tweak that gives Arland one more plant, long at work."""

    def tweak(level: Level) -> Level:
        plants = level.states[0].plants
        new = StartPlant(f"plant-{len(plants)}", "north", "metal", feed_kt * KT, owner, coal)
        return arland(plants=(*plants, new))(level)

    return tweak


def partner(partner_id: str, **changes: object) -> Tweak:
    """Return a tweak of one partner."""
    return lambda level: replace(
        level,
        partners=tuple(replace(x, **changes) if x.id == partner_id else x for x in level.partners),
    )


def rival(**changes: object) -> Tweak:
    """Return a tweak of the rival."""
    return lambda level: replace(level, rivals=(replace(level.rivals[0], **changes),))


def parameters(**changes: int) -> Tweak:
    """Return a tweak of the rules' constants."""
    return lambda level: replace(level, parameters=replace(level.parameters, **changes))


def whole(**changes: object) -> Tweak:
    """Return a tweak of the level itself."""
    return lambda level: replace(level, **changes)


def with_figures(world: World, figures: dict[str, int]) -> World:
    """Return a world with some figures set; KeyError for an unknown path."""
    row = list(world.values)
    for path, value in figures.items():
        row[world.layout.slots[path]] = value
    return replace(world, values=tuple(row))


def sheets_for(
    world: World, orders: tuple[Order, ...] = (), seat: str = "arland"
) -> dict[str, Sheet]:
    """Return a sheet for every state: the orders for one seat, empty ones for the others."""
    return {
        state.spec.id: Sheet(state.spec.id, world.turn, orders if state.spec.id == seat else ())
        for state in world.layout.states
    }
