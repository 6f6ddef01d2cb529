"""The four levels of several states differ; each shows a dilemma of its own by the rules."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pytest

from game.content.library import load_level
from game.engine.options import options, order_problems
from game.engine.orders import Order, Sheet
from game.engine.scoring import score
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.runs import players_of
from game.match.seats import sheets_of

LEVELS = ("asean-ev", "asean-plus-three", "green-label", "nickel-cartel")
SHARED_WORDS = 8
"""A text of this many words or more stands in one of the four levels only."""
OWN = ("event.", "offer.", "adviser.", "brief.", "mandate.", "prediction.", "debrief.", "quiz.")
M = 1_000_000

Wish = tuple[str, str, int]
Plan = Mapping[int, tuple[Wish, ...]]
"""From each turn on, until the next: lever, target and the first part of its setting."""


def ended(name: str, plan: Plan, seed: int = 1) -> World:
    """The last world of a game in which the first seat keeps to a plan as far as it may."""
    level = load_level(name).level
    seat = level.seats[0]
    others = {x: y for x, y in players_of(level, "status-quo").items() if x != seat}
    world = open_world(level, seed)
    wishes: tuple[Wish, ...] = ()
    while not world.over:
        wishes = plan.get(world.turn, wishes)
        sheets = dict(sheets_of(others, world))
        sheets[seat] = Sheet(seat, world.turn, tuple(_orders(world, seat, wishes)))
        world = resolve_turn(world, sheets, detail=False).world
    return world


def _orders(world: World, seat: str, wishes: tuple[Wish, ...]) -> list[Order]:
    left = world.figure(f"{seat}/capital")
    legal = options(world, seat)
    found: list[Order] = []
    for lever, target, value in wishes:
        if target not in legal.targets(lever) or legal.now(lever, target)[0] == value:
            continue
        order = Order(lever, target, (value,))
        cost = legal.cost(order)
        if cost <= left and not order_problems(world, seat, order):
            left -= cost
            found.append(order)
    return found


def points(world: World, mandate: str) -> int:
    """The first seat's score under a mandate, in hundredths of a point."""
    wanted = next(x for x in world.level.mandates if x.id == mandate)
    return score(world, world.level.seats[0], wanted).total


@pytest.mark.parametrize(("one", "other"), [*combinations(LEVELS, 2)])
def test_actors_levers_and_institutions_differ(one: str, other: str) -> None:
    a, b = load_level(one).level, load_level(other).level
    assert a.region is not None
    assert b.region is not None
    assert {x.id for x in a.states} != {x.id for x in b.states}
    assert {x.id for x in a.minerals} != {x.id for x in b.minerals}
    assert a.seats[0] != b.seats[0] or a.region.cartel != b.region.cartel
    levers = [set(next(s for s in x.states if s.id == x.seats[0]).levers) for x in (a, b)]
    assert len(levers[0] ^ levers[1]) >= 8
    assert not {x.id for x in a.offers} & {x.id for x in b.offers}
    assert set(a.region.deals) != set(b.region.deals)
    assert {x.id for x in a.mandates} != {x.id for x in b.mandates}
    assert not {x.id for x in a.predictions} & {x.id for x in b.predictions}


def test_no_long_text_stands_in_two_of_them() -> None:
    seen: dict[str, str] = {}
    for name in LEVELS:
        for key, text in load_level(name).text().items():
            if key.startswith(OWN) and len(text.split()) >= SHARED_WORDS:
                assert seen.setdefault(text, name) == name, (key, text)


def test_one_car_sharing_pays_and_a_lead_body_doubles_it() -> None:
    alone = ended("asean-ev", {})
    parted = ended("asean-ev", {0: (("ev_role", "", 1),)})
    led = ended("asean-ev", {0: (("ev_role", "", 1), ("propose_card", "lead-body", 1))})
    income = [x.figure("thailand/region/role_income") for x in (alone, parted, led)]
    assert income[0] < income[1] < income[2]
    ranked = [points(x, "chain-builder") for x in (alone, parted, led)]
    assert ranked == sorted(ranked)
    assert ranked[1] > ranked[0] + 1_000


def test_the_label_an_empty_one_costs_and_an_audited_one_pays() -> None:
    join = ("join_label", "", 1)
    careful = (
        ("inspection", "", 100 * M),
        ("eia", "", 5_000),
        ("safety", "", 5_000),
        ("propose_card", "outside-audit", 1),
    )
    without = ended("green-label", {})
    empty = ended("green-label", {0: (join,)})
    believed = ended("green-label", {0: careful, 2: (*careful, join)})
    ranked = [points(x, "label-maker") for x in (empty, without, believed)]
    assert ranked == sorted(ranked)
    assert believed.figure("region/label_trust") > 2 * empty.figure("region/label_trust")


def test_plus_three_search_pays_early_and_not_late() -> None:
    """Finding is luck, so several kinds of it are played; the sums are compared."""

    def search(turn: int) -> Plan:
        wish = ("exploration", "lao-cai", 80 * M)
        return {turn: (wish,), turn + 3: (("exploration", "lao-cai", 0),)}

    ranked, capacity = [], []
    for plan in (search(8), {}, search(0)):
        games = [ended("asean-plus-three", plan, seed) for seed in range(1, 9)]
        ranked.append(sum(points(x, "patient") for x in games))
        capacity.append(sum(x.figure("vietnam/lao-cai-copper/capacity") for x in games))
    assert ranked == sorted(ranked)
    assert capacity[2] > capacity[1]
    assert capacity[0] <= capacity[1]


def test_the_cartel_a_deep_cut_lifts_the_price_and_loses_users_and_value() -> None:
    open_hands = ended("nickel-cartel", {})
    cut = ended("nickel-cartel", {0: (("cartel_pledge", "nickel", 3_000),)})
    assert cut.figure("nickel/price") > open_hands.figure("nickel/price")
    assert cut.figure("nickel/lost_demand") > open_hands.figure("nickel/lost_demand")
    assert points(cut, "builder") < points(open_hands, "builder")
    assert points(cut, "price-keeper") < points(open_hands, "price-keeper")
