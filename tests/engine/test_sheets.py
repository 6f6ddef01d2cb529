"""Order sheets: refused with every reason, resolved alike in any order, missed or empty."""

from itertools import permutations

import pytest

from game.engine import problems
from game.engine.options import sheet_problems
from game.engine.orders import MAX_ORDERS, Order, Sheet, sheet
from game.engine.turn import DONE, REFUSED, resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.nickel_for_rules import nickel_level
from tests.worlds_for_rules import USD_M, arland, level_at_rest, sheets_for, whole, with_figures

TAX = Order("export_tax", "metal.ore", (500,))
BAN = Order("export_ban", "metal.ore", (2_500, 1))
ROYALTY = Order("royalty", "metal", (200,))
PARK = Order("park", "north", (300 * USD_M,))


@pytest.fixture
def world() -> World:
    return open_world(level_at_rest(), 1)


def codes(found) -> list[tuple[int, str]]:
    return [(x.order, x.code) for x in found]


def test_all_problems_of_a_sheet_are_told_at_once(world: World) -> None:
    orders = (
        Order("magic", "", (1,)),
        Order("export_tax", "gold.ore", (500,)),
        Order("export_tax", "metal.ore", (501,)),
        TAX,
        Order("park", "north", ()),
        Order("state_plant", "north", (800,)),
        PARK,
    )
    assert codes(sheet_problems(world, "arland", Sheet("arland", 5, orders))) == [
        (-1, problems.STALE),
        (0, problems.UNKNOWN_LEVER),
        (1, problems.WRONG_TARGET),
        (2, problems.OFF_GRID),
        (3, problems.TWICE),
        (4, problems.MALFORMED),
        (6, problems.TWICE),
        (-1, problems.CAPITAL_SHORT),
        (-1, problems.MONEY_SHORT),
    ]


def test_one_order_can_have_several_problems() -> None:
    level = level_at_rest(arland(levers=("royalty",), treasury=0))
    world = with_figures(open_world(level, 1), {"arland/crisis": 1, "arland/capital": 0})
    found = sheet_problems(world, "arland", sheet("arland", 0, [PARK]))
    assert codes(found) == [
        (0, problems.LOCKED_LEVER),
        (0, problems.CRISIS),
        (0, problems.CAPITAL_SHORT),
        (0, problems.MONEY_SHORT),
        (-1, problems.CAPITAL_SHORT),
        (-1, problems.MONEY_SHORT),
    ]


def test_a_clean_sheet_has_no_problems(world: World) -> None:
    assert sheet_problems(world, "arland", sheet("arland", 0, [TAX, BAN, ROYALTY])) == []


def test_capital_short_in_all_though_each_order_is_affordable(world: World) -> None:
    orders = (BAN, TAX, ROYALTY, Order("safety", "", (2_500,)))
    assert codes(sheet_problems(world, "arland", Sheet("arland", 0, orders))) == [
        (-1, problems.CAPITAL_SHORT)
    ]
    turn = resolve_turn(world, sheets_for(world, orders))
    assert [x.status for x in turn.results] == [DONE, DONE, DONE, REFUSED]
    assert codes(turn.results[3].problems) == [(3, problems.CAPITAL_SHORT)]


def test_money_short_in_all_though_each_order_is_affordable(world: World) -> None:
    world = with_figures(world, {"arland/treasury": 900 * USD_M})
    orders = (Order("state_plant", "north", (800,)), Order("park", "north", (150 * USD_M,)))
    assert codes(sheet_problems(world, "arland", Sheet("arland", 0, orders))) == [
        (-1, problems.MONEY_SHORT)
    ]
    turn = resolve_turn(world, sheets_for(world, orders))
    assert [x.status for x in turn.results] == [DONE, REFUSED]
    assert codes(turn.results[1].problems) == [(1, problems.MONEY_SHORT)]


def test_the_second_order_on_the_same_thing_is_refused(world: World) -> None:
    orders = (TAX, Order("export_tax", "metal.ore", (1_000,)))
    turn = resolve_turn(world, sheets_for(world, orders))
    assert [x.status for x in turn.results] == [DONE, REFUSED]
    assert codes(turn.results[1].problems) == [(1, problems.TWICE)]
    assert turn.world.figure("arland/metal/tax") == 500


@pytest.mark.parametrize(
    "bad",
    [
        Order("magic", "", (1,)),
        Order("export_tax", "gold.ore", (500,)),
        Order("export_tax", "metal.ore", (501,)),
        Order("park", "north", ("much",)),
        Order("answer_offer", "none", (1,)),
        Order("borrow", "", (1_200,)),
    ],
)
def test_an_illegal_order_changes_nothing(world: World, bad: Order) -> None:
    turn = resolve_turn(world, sheets_for(world, (bad, TAX)))
    plain = resolve_turn(world, sheets_for(world, (TAX,)))
    assert [x.status for x in turn.results] == [REFUSED, DONE]
    assert turn.results[0].problems
    assert turn.world == plain.world


def _refused(world: World, orders: Sheet) -> list[tuple[int, str]]:
    turn = resolve_turn(world, {"arland": orders})
    assert turn.results == ()
    assert turn.world.figure("arland/absences") == 1
    assert turn.world.figure("arland/metal/tax") == 0
    return codes(turn.refused_sheets["arland"])


def test_a_stale_sheet_is_refused_whole(world: World) -> None:
    assert _refused(world, Sheet("arland", 1, (TAX,))) == [(-1, problems.STALE)]


def test_a_sheet_of_another_seat_is_refused_whole(world: World) -> None:
    assert _refused(world, Sheet("borland", 0, (TAX,))) == [(-1, problems.WRONG_SEAT)]


def test_a_sheet_that_is_too_long_is_refused_whole(world: World) -> None:
    long = (TAX,) * (MAX_ORDERS + 1)
    assert _refused(world, Sheet("arland", 0, long)) == [(-1, problems.TOO_MANY)]
    most = resolve_turn(world, {"arland": Sheet("arland", 0, (TAX,) * MAX_ORDERS)})
    assert len(most.results) == MAX_ORDERS


def test_a_stale_sheet_full_of_nonsense_is_refused_and_not_read(world: World) -> None:
    nonsense = (Order("park", "north", ()), Order("borrow", "", ("all",)))
    assert _refused(world, Sheet("arland", 9, nonsense)) == [(-1, problems.STALE)]


def test_a_sheet_for_a_state_that_is_not_there_is_told(world: World) -> None:
    turn = resolve_turn(world, {**sheets_for(world), "nowhere": Sheet("nowhere", 0, (TAX,))})
    assert codes(turn.refused_sheets["nowhere"]) == [(-1, problems.WRONG_SEAT)]
    assert turn.world == resolve_turn(world, sheets_for(world)).world


def test_a_caretaker_is_counted_and_holds_policy(world: World) -> None:
    held = resolve_turn(world, sheets_for(world)).world
    missed = resolve_turn(world, {"borland": Sheet("borland", 0)}).world
    assert held.figure("arland/absences") == 0
    assert missed.figure("arland/absences") == 1
    assert with_figures(missed, {"arland/absences": 0}) == held


def test_after_the_last_turn_every_order_is_refused_and_the_world_stays() -> None:
    world = open_world(level_at_rest(whole(turns=1)), 1)
    world = resolve_turn(world, sheets_for(world)).world
    turn = resolve_turn(world, sheets_for(world, (TAX, BAN)))
    assert turn.world is world
    assert [x.problems[0].code for x in turn.results] == [problems.GAME_OVER] * 2
    assert len(turn.ledger) == 0


def test_sheets_may_arrive_in_any_order() -> None:
    world = open_world(nickel_level(), 1)
    sheets = [
        ("isles", Sheet("isles", 0, (Order("export_ban", "nickel.ore", (5_000, 0)),))),
        ("coast", Sheet("coast", 0, (Order("export_tax", "nickel.ore", (2_000,)),))),
        ("nowhere", Sheet("nowhere", 0)),
    ]
    turns = [resolve_turn(world, dict(order)) for order in permutations(sheets)]
    assert all(turn.world == turns[0].world for turn in turns)
    assert all(turn.results == turns[0].results for turn in turns)
    assert all(list(turn.ledger) == list(turns[0].ledger) for turn in turns)


def test_the_old_world_is_untouched_and_detail_does_not_matter(world: World) -> None:
    values, plants = world.values, world.plants
    orders = sheets_for(world, (BAN, Order("state_plant", "north", (100,))))
    with_ledger = resolve_turn(world, orders)
    without = resolve_turn(world, orders, detail=False)
    assert (world.values, world.plants, world.turn) == (values, plants, 0)
    assert with_ledger.world == without.world
    assert len(without.ledger) == 0 < len(with_ledger.ledger)
