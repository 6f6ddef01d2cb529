"""What holds in every turn of every game."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.codec import decode, digest, encode
from game.engine.definitions.level import Level
from game.engine.options import options
from game.engine.orders import Order, Sheet
from game.engine.start.opening import open_world
from game.engine.turn import DONE, REFUSED, resolve_turn
from game.engine.world import World
from tests.properties.random_games import (
    LEVELS,
    SEATS,
    Played,
    game,
    known_games,
    levels,
    seeds,
    strained_levels,
)
from tests.worlds import AVAL, BORA, M

CAUSE = re.compile(r"order:\w+:.*|event:[\w-]+|partner:[\w-]+|market|rule")


def money(world: World) -> int:
    """Return all dollars of a world, US$."""
    variables = world.layout.variables
    return sum(v for slot, v in enumerate(world.values) if variables[slot].account == "money")


def goods(world: World) -> dict[str, int]:
    """Return all metal of a world by mineral, kg."""
    values = world.values
    found = {m.spec.id: values[m.stock] + values[m.abroad] for m in world.layout.minerals}
    for state in world.layout.states:
        for chain in state.chains:
            kept = values[chain.losses] + sum(values[x.reserves] for x in chain.fields)
            found[chain.mineral.spec.id] += kept
    for path, value in zip(world.layout.paths, values, strict=True):
        if path.endswith("/state_stock"):  # metal that a state has put into its store
            found[path.split("/")[1]] += value
    return found


def check_conservation(played: Played) -> None:
    assert money(played.before) == money(played.after)
    assert goods(played.before) == goods(played.after)


def check_bounds(played: Played) -> None:
    layout = played.after.layout
    for slot, value in enumerate(played.after.values):
        outside = value < layout.lows[slot] or value > layout.highs[slot]
        assert not outside, (layout.paths[slot], value)


def check_ledger(played: Played) -> None:
    """Sums of a flow are its value, sums of anything else its change; every line has a cause."""
    ledger, layout = played.turn.ledger, played.after.layout
    sums = ledger.sums()
    for slot, path in enumerate(layout.paths):
        before = 0 if layout.variables[slot].flow else played.before.values[slot]
        assert sums.get(path, 0) == played.after.values[slot] - before, path
    for entry in ledger:
        assert entry.rule
        assert CAUSE.fullmatch(entry.cause), entry
        assert entry.path or entry.thing, entry


def check_codec(played: Played) -> None:
    data = encode(played.after)
    assert decode(data, played.before) == played.after
    assert encode(decode(data, played.before)) == data


def check_sheet_order(played: Played) -> None:
    turned = dict(reversed(list(played.sheets.items())))
    assert list(turned) != list(played.sheets)
    again = resolve_turn(played.before, turned, detail=False)
    assert encode(again.world) == encode(played.after)
    assert again.results == played.turn.results


def check_all(level: Level, seed: int) -> None:
    for played in game(level, seed):
        check_conservation(played)
        check_bounds(played)
        check_ledger(played)
        check_codec(played)
        check_sheet_order(played)


@settings(max_examples=20, deadline=None)
@given(levels, seeds)
def test_every_turn_of_a_random_game(level: Level, seed: int) -> None:
    check_all(level, seed)


@settings(max_examples=25, deadline=None)
@given(strained_levels(), seeds)
def test_every_turn_of_a_game_at_its_limits(level: Level, seed: int) -> None:
    check_all(level, seed)


def test_metal_and_money_do_move() -> None:
    """What is conserved is not simply standing still."""
    played = known_games()[0]
    assert played.after.figure("aval/north-zinc/reserves") < 20_000 * M
    assert played.after.figure("aval/treasury") != played.before.figure("aval/treasury")
    assert goods(played.before)["zinc"] > 30_000 * M


def test_the_old_world_is_untouched() -> None:
    for level in LEVELS:
        world = open_world(level, 5)
        before = encode(world)
        for _ in range(3):
            resolve_turn(world, {})
        assert encode(world) == before


def test_legal_sheets_are_carried_out_whole() -> None:
    given_orders = 0
    for played in known_games():
        for result in played.turn.results:
            assert (result.status, result.problems) == (DONE, ()), result
        given_orders += len(played.turn.results)
    assert given_orders > 50


def test_every_change_has_parents_that_came_before() -> None:
    parents = 0
    for played in known_games()[::7]:
        ledger = played.turn.ledger
        for index in range(len(ledger)):
            for parent in ledger.parents(index):
                assert parent.index < index
                assert parent.path in ledger.reads(index)
                parents += 1
    assert parents > 100


def test_the_world_is_the_same_without_a_ledger() -> None:
    for played in known_games():
        again = resolve_turn(played.before, played.sheets, detail=False)
        assert digest(again.world) == digest(played.after)
        assert len(again.ledger) == 0
        assert len(played.turn.ledger) > 0


def test_every_listed_option_is_accepted() -> None:
    levers = set()
    for played in known_games()[::3]:
        for seat in SEATS:
            listed = options(played.before, seat)
            found = list(listed)
            assert len(listed) == len(found) == len(set(found))
            for order in found:
                sheet = Sheet(seat, played.before.turn, (order,))
                (result,) = resolve_turn(played.before, {seat: sheet}, detail=False).results
                assert (result.status, result.order) == (DONE, order)
                levers.add(order.lever)
    assert len(levers) > 18


def test_two_worlds_that_differ_have_different_bytes() -> None:
    worlds = [played.after for played in known_games()]
    assert len({encode(world) for world in worlds}) == len(set(map(id, worlds)))


orders = st.builds(
    Order,
    st.sampled_from(["export_ban", "borrow", "repay", "answer_offer", "park", "x", "", "court"]),
    st.sampled_from(["zinc.ore", "zinc", "north", "", "china", "aval-loan.001", "☃", "aval"]),
    st.lists(st.integers(-(1 << 70), 1 << 70) | st.integers(-2, 12_000), max_size=4).map(tuple),
)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(known_games()), st.lists(orders, max_size=6))
def test_no_sheet_whatever_raises_and_every_order_has_a_result(
    played: Played, given_orders: list[Order]
) -> None:
    sheet = Sheet(AVAL, played.before.turn, tuple(given_orders))
    turn = resolve_turn(played.before, {AVAL: sheet, BORA: played.sheets[BORA]})
    own = [x for x in turn.results if x.seat == AVAL]
    assert [x.order for x in own] == given_orders
    for result in own:
        assert (result.status == REFUSED) is bool(result.problems)
    check_conservation(Played(played.before, {}, turn))
    check_bounds(Played(played.before, {}, turn))
