"""The small world at rest with a region: Arland, Borland and Corland may act together.

Arland digs 200 kt, Borland and Corland 100 kt each, a rival 600 kt of a demand of 1,000 kt.
"""

from dataclasses import replace

from game.engine.definitions.level import Level
from game.engine.definitions.region import (
    DEAL_KINDS,
    Card,
    Club,
    Initiative,
    Label,
    Region,
    Role,
    Window,
)
from game.engine.orders import Order, Sheet
from game.engine.turn import DONE, resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.rules.rulebook import check_turn
from tests.worlds_for_rules import KT, USD_M, Tweak, level_at_rest, rival, with_figures

ARLAND, BORLAND, CORLAND = MEMBERS = ("arland", "borland", "corland")
EVEN = tuple((member, 10_000) for member in MEMBERS)
REGION = Region(
    members=MEMBERS,
    cohesion=5_000,
    meets_first=1,
    meets_every=2,
    cards=(
        Card("audit", "region/audit", 2),
        Card("lead", "region/lead_body", 1),
        Card("strict", "region/strictness", 6_000),
    ),
    cartel="metal",
    label=Label(3_000, 0, 5_000, "isle"),
    roles=(Role("metal", EVEN), Role("cells", EVEN), Role("cars", EVEN)),
    data=0,
    fund=True,
    award=True,
    window=Window(("east", "west"), 100 * USD_M, 2_000, 7_500, 10),
    initiative=Initiative("east", 500, 100, 50 * USD_M),
    club=Club(("west",), 2_000, 2),
    restrictions=4_000,
    opinions=(("arland", "east", 2_000), ("arland", "west", 8_000)),
    deals=DEAL_KINDS,
)


def region(**changes: object) -> Tweak:
    """Return a tweak of the region."""

    def tweak(level: Level) -> Level:
        assert level.region is not None
        return replace(level, region=replace(level.region, **changes))

    return tweak


def together(level: Level) -> Level:
    """Give the level at rest a third state and a region."""

    def third(level: Level) -> Level:
        one, two = level.states
        province = replace(two.provinces[0], id="hills")
        field = replace(two.fields[0], id="hills-mine", province="hills")
        three = replace(two, id=CORLAND, provinces=(province,), fields=(field,))
        return replace(
            level, states=(one, two, three), region=REGION, seats=MEMBERS, id="round-league"
        )

    return rival(output=600 * KT, ceiling=600 * KT, speed=0)(third(level))


def league(*tweaks: Tweak) -> Level:
    """Return the level with a region and a third state, changed by each tweak in turn."""
    return level_at_rest(together, *tweaks)


def opened(*tweaks: Tweak, figures: dict[str, int] | None = None, seed: int = 1) -> World:
    """Return the first day of the league with some figures set."""
    return with_figures(open_world(league(*tweaks), seed), figures or {})


def turn(world: World, *orders: tuple[str, Order]) -> World:
    """Play a turn with orders of any seats; all must be carried out and keep every invariant."""
    sheets = {
        state.spec.id: Sheet(
            state.spec.id, world.turn, tuple(x for seat, x in orders if seat == state.spec.id)
        )
        for state in world.layout.states
    }
    result = resolve_turn(world, sheets)
    assert [x for x in result.results if x.status != DONE] == []
    check_turn(world, result)
    return result.world


def play(world: World, *rounds: tuple[tuple[str, Order], ...]) -> World:
    """Play one turn for each round of orders."""
    for orders in rounds:
        world = turn(world, *orders)
    return world


def rest(world: World, turns: int = 1) -> World:
    """Play turns without orders."""
    for _ in range(turns):
        world = turn(world)
    return world


def pledge(seat: str, cut: int) -> tuple[str, Order]:
    """Return a pledge to cut output, bp."""
    return seat, Order("cartel_pledge", "metal", (cut,))


def cheat(seat: str) -> tuple[str, Order]:
    """Return the order to dig more than agreed."""
    return seat, Order("cartel_output", "metal", (1,))
