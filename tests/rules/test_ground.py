"""A find from the day it is made to its first ore (R32, T24), and a licence stopped (R33, T25)."""

from dataclasses import replace

from game.engine.orders import Order
from game.engine.turn import resolve_turn
from game.engine.world import Find, World
from game.engine.world import bare_world as open_world
from tests.rules.rulebook import check_turn
from tests.worlds_for_rules import KT, USD_M, level_at_rest, mines, sheets_for


def play(world: World, *orders: Order) -> World:
    turn = resolve_turn(world, sheets_for(world, orders))
    check_turn(world, turn)
    return turn.world


def test_a_find_opens_in_its_turn_and_moves_what_it_holds_into_the_reserves() -> None:
    world = open_world(level_at_rest(mines(resource=1_000 * KT)), 1)
    found = Find("arland.north-mine.000", "arland", "north-mine", 100 * KT, 2)
    world = play(play(replace(world, finds=(found,))))
    before = world.figure("arland/north-mine/capacity")
    reserves = world.figure("arland/north-mine/reserves")
    world = play(world)
    assert world.finds == ()
    assert world.figure("arland/north-mine/resource") == 900 * KT
    assert world.figure("arland/north-mine/capacity") == before + 4 * KT
    dug = world.figure("arland/north-mine/output")
    assert world.figure("arland/north-mine/reserves") == reserves + 100 * KT - dug


def test_exploration_costs_now_and_brings_nothing_for_ten_years() -> None:
    world = open_world(level_at_rest(mines(resource=10_000 * KT)), 1)
    explored = play(world, Order("exploration", "north", (80 * USD_M,)))
    plain = play(world)
    assert explored.figure("arland/revenue") == plain.figure("arland/revenue") - 80 * USD_M
    for _ in range(9):
        explored, plain = play(explored), play(plain)
        assert explored.figure("arland/metal/mined") == plain.figure("arland/metal/mined")
    assert explored.finds
    assert all(find.opens >= 10 for find in explored.finds)


def test_a_suspended_licence_stops_output_at_once_and_unsettles_foreign_owners() -> None:
    world = open_world(level_at_rest(), 1)
    stopped = play(world, Order("licence", "north-mine", (2,)))
    plain = play(world)
    assert plain.figure("arland/metal/mined") > 0
    assert stopped.figure("arland/metal/mined") == 0
    assert stopped.figure("arland/credibility") < plain.figure("arland/credibility")


def test_a_seat_sees_its_own_finds_only() -> None:
    from game.engine.view import view

    world = open_world(level_at_rest(), 1)
    found = Find("arland.north-mine.000", "arland", "north-mine", 100 * KT, 9)
    world = replace(world, finds=(found,))
    assert view(world, "arland").finds == (found,)
    assert view(world, "borland").finds == ()
