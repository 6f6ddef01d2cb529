"""The legal orders of a seat: what is listed is allowed, and every lever moves something."""

from dataclasses import replace

import pytest

from game.engine import problems
from game.engine.definitions.level import Level
from game.engine.options import Options, options, order_problems
from game.engine.orders import Order
from game.engine.rules import LEVERS
from game.engine.rules.mines import holders, licences, surveys
from game.engine.rules.partners import far
from game.engine.rules.people import care, residues
from game.engine.rules.plants import firms, recycling
from game.engine.turn import DONE, resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from game.lab.systems.site_knobs import with_sites
from tests.nickel_for_rules import PARTNERS, isles, nickel_level
from tests.processing_for_rules import processed_nickel
from tests.worlds_for_rules import (
    ALL_LEVERS,
    REGIONAL,
    USD_M,
    arland,
    level_at_rest,
    sheets_for,
    whole,
    with_figures,
)

SITE_AREAS = (holders, residues, licences, care, firms, recycling, far, surveys)


def equipped(**changes: object) -> Level:
    """Return the nickel level with every optional mechanism, a licence near its end among them."""
    level = with_sites(nickel_level(**changes))
    first, *others = level.states[0].fields
    fields = (replace(first, licence_until=3), *others)
    return replace(level, states=(replace(level.states[0], fields=fields), *level.states[1:]))


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    """Return worlds in which every lever has a target: offers on the table, a case in court."""
    world = open_world(equipped(), 3)
    found = [world]
    for turn in range(5):
        orders = (Order("export_ban", "nickel.ore", (10_000, 0)),) if turn == 1 else ()
        world = resolve_turn(world, sheets_for(world, orders, "isles")).world
        found.append(world)
    in_court = with_figures(found[1], {"isles/dispute_stage": 1})
    return [*found, in_court, open_world(processed_nickel(), 3)]


def test_every_lever_is_listed_in_some_world(worlds: list[World]) -> None:
    listed = {order.lever for world in worlds for order in options(world, "isles")}
    owing = {
        "isles/debt": USD_M,
        "isles/shield/claim": USD_M,
        "isles/dispute_stage": 2,
        "isles/savings/fund": 900 * USD_M,
    }
    listed |= {o.lever for o in options(with_figures(worlds[0], owing), "isles")}
    # A contract with a price of its own is opened again in the tests of deals.
    assert listed == set(ALL_LEVERS) - REGIONAL - {"reopen_contract"}


def test_listed_orders_are_contained_counted_and_single(worlds: list[World]) -> None:
    for world in worlds:
        legal = options(world, "isles")
        listed = list(legal)
        assert len(legal) == len(listed) == len(set(listed))
        assert all(order in legal for order in listed)


def test_every_listed_order_is_carried_out(worlds: list[World]) -> None:
    for world in worlds:
        for order in options(world, "isles"):
            turn = resolve_turn(world, sheets_for(world, (order,), "isles"), detail=False)
            assert [x.status for x in turn.results] == [DONE], order


def test_grid_steps_that_are_not_listed_are_forbidden_for_a_reason(worlds: list[World]) -> None:
    for world in worlds:
        legal = options(world, "isles")
        listed = set(legal)
        state = world.layout.state("isles")
        for lever in legal.levers():
            for target in legal.targets(lever.id):
                for setting in lever.grid(world, state, target):
                    order = Order(lever.id, target, setting)
                    assert (order in listed) is not bool(order_problems(world, "isles", order))


def test_no_grid_has_more_than_twelve_steps(worlds: list[World]) -> None:
    for world in worlds:
        legal = options(world, "isles")
        for lever in legal.levers():
            for target in legal.targets(lever.id):
                assert len(lever.grid(world, world.layout.state("isles"), target)) <= 12


def test_leaving_a_policy_as_it_is_is_neutral_and_no_order(worlds: list[World]) -> None:
    for world in worlds:
        legal = options(world, "isles")
        for lever in legal.levers():
            for target in legal.targets(lever.id):
                neutral = Order(lever.id, target, legal.now(lever.id, target))
                assert neutral not in legal


@pytest.mark.parametrize("lever", [x for x in LEVERS.values() if x.policy], ids=lambda x: x.id)
def test_a_policy_set_is_the_policy_in_force(lever) -> None:
    world = open_world(level_at_rest(), 1)
    legal = options(world, "arland")
    for target in legal.targets(lever.id):
        for order in legal.of(lever.id, target):
            after = resolve_turn(world, sheets_for(world, (order,))).world
            share, *notice = options(after, "arland").now(lever.id, target)
            expected = [max(0, x - 1) for x in order.setting[1:]]
            if lever.id == "processing_duty":
                assert share == order.setting[0] - 1
            else:
                assert [share, *notice] == [order.setting[0], *expected]


def test_things_that_are_no_orders_are_not_contained() -> None:
    legal = options(open_world(level_at_rest(), 1), "arland")
    assert "export_ban" not in legal
    assert None not in legal
    assert ("export_ban", "metal.ore", (10_000, 0)) not in legal


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (Order("magic", "", (1,)), problems.UNKNOWN_LEVER),
        (Order("export_tax", "gold.ore", (500,)), problems.WRONG_TARGET),
        (Order("export_tax", "metal.ore", (501,)), problems.OFF_GRID),
        (Order("export_tax", "metal.ore", (0,)), problems.NO_CHANGE),
        (Order("export_ban", "metal.ore", (0, 0)), problems.NO_CHANGE),
        (Order("export_tax", "metal.ore", ()), problems.MALFORMED),
        (Order("export_tax", "metal.ore", (True,)), problems.MALFORMED),
        (Order("export_tax", "metal.ore", ("much",)), problems.MALFORMED),
        (Order("answer_offer", "none.001", (1,)), problems.NO_OFFER),
        (Order("answer_dispute", "", (1,)), problems.NO_DISPUTE),
        (Order("repay", "", (100,)), problems.NOTHING_OWED),
        (Order("borrow", "", (300,)), problems.MONEY_SHORT),
    ],
)
def test_each_fault_has_its_code(order: Order, code: str) -> None:
    world = open_world(level_at_rest(), 1)
    assert [x.code for x in order_problems(world, "arland", order)] == [code]


def test_a_locked_lever_is_forbidden_and_unlisted() -> None:
    world = open_world(level_at_rest(arland(levers=("royalty",))), 1)
    assert {order.lever for order in options(world, "arland")} == {"royalty"}
    found = order_problems(world, "arland", Order("safety", "", (5_000,)))
    assert [x.code for x in found] == [problems.LOCKED_LEVER]


def test_a_crisis_forbids_new_spending_and_nothing_else() -> None:
    world = with_figures(open_world(level_at_rest(), 1), {"arland/crisis": 1})
    legal = options(world, "arland")
    assert Order("royalty", "metal", (500,)) in legal
    found = order_problems(world, "arland", Order("park", "north", (25 * USD_M,)))
    assert [x.code for x in found] == [problems.CRISIS]


def test_a_quick_reversal_costs_one_point_more() -> None:
    world = open_world(level_at_rest(), 1)
    first = Order("export_tax", "metal.ore", (500,))
    prices = []
    for turn in range(4):
        orders = (first,) if turn == 0 else ()
        world = resolve_turn(world, sheets_for(world, orders)).world
        prices.append(options(world, "arland").cost(Order("export_tax", "metal.ore", (0,))))
    assert prices == [2, 2, 1, 1]


@pytest.mark.parametrize(
    ("order", "points"),
    [
        (Order("export_tax", "metal.ore", (500,)), 1),
        (Order("export_tax", "metal.ore", (1_000,)), 1),
        (Order("export_tax", "metal.ore", (1_500,)), 2),  # three steps
        (Order("export_tax", "metal.ore", (2_000,)), 2),
        (Order("export_tax", "metal.ore", (2_500,)), 3),  # five
        (Order("export_tax", "metal.ore", (6_000,)), 3),  # never more
        (Order("export_ban", "metal.ore", (5_000, 0)), 2),
        (Order("export_ban", "metal.ore", (7_500, 0)), 3),
        (Order("court", "east", (1,)), 1),
        (Order("repay", "", (1_200,)), 0),
    ],
)
def test_big_steps_cost_more_attention(order: Order, points: int) -> None:
    assert options(open_world(level_at_rest(), 1), "arland").cost(order) == points


def test_after_the_last_turn_nothing_is_listed() -> None:
    world = open_world(level_at_rest(whole(turns=1)), 1)
    world = resolve_turn(world, sheets_for(world)).world
    assert list(Options(world, "arland")) == []


EFFECT_TURNS = 4
SITE_LEVERS = {lever.id for area in SITE_AREAS for lever in area.LEVERS}
"""Levers that act on optional places; they are tried where all of those are there."""
PROCESSING = (
    *("price_floor", "price_report", "pilot_plant"),
    *("technology_terms", "input_sources", "standard_family"),
)
"""Levers that stand only where a level has a main processor, know-how, inputs or families."""
LAWS_FIRST = {
    # Levers that bite only on what is there: smuggling, and plants that careful partners would
    # build if standards just below their threshold were met.
    "customs_link": (Order("export_ban", "nickel.ore", (10_000, 0)),),
    "carbon_reporting": (
        Order("export_ban", "nickel.ore", (10_000, 0)),
        Order("eia", "", (5_000,)),
    ),
    "entry_terms": (
        Order("export_ban", "nickel.ore", (10_000, 0)),
        Order("tax_holiday", "nickel", (10,)),
    ),
    "waste_rule": (Order("waste_store", "centre", (100,)),),
    "collection": (Order("recycling_plant", "nickel", (100,)),),
    "recycling_plant": (Order("collection", "nickel", (9_000,)),),
}


def _far(world: World, lever_id: str) -> Order:
    """Return the order of a lever that is farthest from what is in force."""
    legal = options(world, "isles")
    target = legal.targets(lever_id)[0]
    now = legal.now(lever_id, target)
    if lever_id == "processing_duty":
        return min(legal.of(lever_id, target))  # the nearest date is the hardest
    return max(legal.of(lever_id, target), key=lambda x: (abs(x.setting[0] - now[0]), x.setting))


RESULTS = (
    "value revenue jobs environment autonomy standing treasury trust debt fx_reserves "
    "enforcement skills job_count emissions cleared"
).split()


ANSWERS = {"answer_offer", "answer_dispute", "reopen_contract"}


@pytest.mark.parametrize("lever_id", sorted(set(ALL_LEVERS) - REGIONAL - ANSWERS))
def test_every_lever_moves_an_outcome_or_a_resource_within_four_turns(lever_id: str) -> None:
    figures = {"isles/debt": 100 * USD_M, "isles/shield/claim": 50 * USD_M}
    figures["isles/shield/claim_due"] = 9
    figures["isles/savings/fund"] = 900 * USD_M
    figures["isles/nickel/state_stock"] = 5_000_000
    rich = tuple(replace(x, weight=20_000) if x.threshold else x for x in PARTNERS)
    build = equipped if lever_id in SITE_LEVERS else nickel_level
    level = build(offers=(), events=(), partners=rich)
    if lever_id in PROCESSING:
        level = processed_nickel()
    world = with_figures(open_world(level, 3), figures)
    before = LAWS_FIRST.get(lever_id, ())
    if before:
        world = resolve_turn(world, sheets_for(world, before, "isles")).world
    plain = pulled = world
    for turn in range(EFFECT_TURNS):
        orders = (_far(world, lever_id),) if turn == 0 else ()
        plain = resolve_turn(plain, sheets_for(plain), detail=False).world
        pulled = resolve_turn(pulled, sheets_for(pulled, orders, "isles"), detail=False).world
    moved = [
        name for name in RESULTS if plain.figure(f"isles/{name}") != pulled.figure(f"isles/{name}")
    ]
    assert moved


def test_the_test_level_unlocks_every_lever() -> None:
    assert set(isles().levers) == set(LEVERS)
