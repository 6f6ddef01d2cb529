"""A turn of two steps under one sheet: the same years as two turns, the second one without orders.

The level of two-year turns is compared with itself cut into yearly turns.
"""

from dataclasses import replace

import pytest

from game.content.library import load_level
from game.engine.definitions.level import OUTCOMES, Level
from game.engine.options import Options, order_cost
from game.engine.orders import Order, Sheet
from game.engine.record import read_record
from game.engine.start.opening import open_world
from game.engine.turn import Turn, resolve_turn
from game.engine.world import World
from game.lab.levels.calibrate import calibrate
from game.lab.runs import players_of, run
from game.match.forecast import forecast
from game.match.match import Match, start
from game.match.replay import rebuild, verify
from game.players import player_for

SEAT = "vietnam"
SEED = 3
BEGIN = Order("state_plant", "lam-dong", (400,))
RULES = Order("eia", "", (5_000,))
PER_TURN = ("capital", "absences")
"""Figures that follow sheets, not steps."""


@pytest.fixture(scope="module")
def level() -> Level:
    return load_level("vietnam-bauxite").level


def by_years(level: Level) -> Level:
    """Return the level with a turn for each year, so that offers last as long as they did."""
    partners = tuple(replace(x, patience=2 * x.patience) for x in level.partners)
    return replace(level, steps=1, turns=12, partners=partners)


def sheets(turn: int, *orders: Order) -> dict[str, Sheet]:
    return {SEAT: Sheet(SEAT, turn, orders)}


def two_years(level: Level, *orders: Order) -> tuple[World, Turn]:
    before = open_world(level, SEED)
    return before, resolve_turn(before, sheets(0, *orders))


def test_two_steps_are_two_years_with_one_sheet(level: Level) -> None:
    world, yearly = open_world(level, SEED), open_world(by_years(level), SEED)
    for turn in range(level.turns):
        orders = (BEGIN, RULES) if turn == 1 else ()
        world = resolve_turn(world, sheets(turn, *orders)).world
        yearly = resolve_turn(yearly, sheets(2 * turn, *orders)).world
        yearly = resolve_turn(yearly, sheets(2 * turn + 1)).world
        apart = [
            path
            for path in world.layout.paths
            if path.rpartition("/")[2] not in PER_TURN and world.figure(path) != yearly.figure(path)
        ]
        assert apart == []
        assert world.plants == yearly.plants
        assert world.fired == yearly.fired
        assert world.offers == yearly.offers
    assert world.over
    assert world.figure(f"{SEAT}/bauxite/refined") > 0


def test_the_world_between_is_given_out_and_the_old_one_untouched(level: Level) -> None:
    before, turn = two_years(level, BEGIN)
    assert (before.turn, turn.world.turn, turn.world.clock) == (0, 1, 2)
    assert len(turn.between) == 1
    assert turn.between[0].figure(f"{SEAT}/treasury") > turn.world.figure(f"{SEAT}/treasury")


def test_the_ledger_adds_up_over_both_steps(level: Level) -> None:
    world = open_world(level, SEED)
    for number in range(level.turns):
        before = world
        turn = resolve_turn(before, sheets(number, *((BEGIN,) if number < 2 else ())))
        world, sums = turn.world, turn.ledger.sums()
        for slot, path in enumerate(world.layout.paths):
            flow = world.layout.variables[slot].flow
            expected = world.values[slot] - (0 if flow else before.values[slot])
            assert sums.get(path, 0) == expected, path
            assert sum(line.change for line in turn.ledger.of(path)) == expected, path


def test_a_flow_of_the_first_step_is_no_parent_in_the_second(level: Level) -> None:
    world = resolve_turn(open_world(level, SEED), sheets(0, BEGIN)).world
    turn = resolve_turn(world, sheets(1))
    layout = world.layout
    flows = {layout.paths[slot] for slot in layout.flows}
    first, second = (i for i, line in enumerate(turn.ledger) if line.path == "bauxite/demand")
    for index in range(second, len(turn.ledger)):
        early = [x.path for x in turn.ledger.parents(index) if x.index <= first]
        assert not flows.intersection(early)


def test_points_are_given_once_a_turn(level: Level) -> None:
    _, turn = two_years(level, BEGIN)
    kept = 4 - 2
    assert turn.world.figure(f"{SEAT}/capital") == 4 + kept


def test_a_caretaker_is_counted_once_a_turn(level: Level) -> None:
    after = resolve_turn(open_world(level, SEED), {}).world
    assert after.figure(f"{SEAT}/absences") == 1


def test_a_yearly_budget_is_reserved_for_both_years(level: Level) -> None:
    world = open_world(level, SEED)
    budget = Order("inspection", "", (10_000_000,))
    assert Options(world, SEAT).money(budget) == 20_000_000


def test_a_quick_reversal_is_counted_in_turns(level: Level) -> None:
    _, turn = two_years(level, RULES)
    state = turn.world.layout.state(SEAT)
    back = Order("eia", "", (2_500,))
    fresh = order_cost(open_world(level, SEED), state, back)
    assert order_cost(turn.world, state, back) == fresh + 1
    later = resolve_turn(resolve_turn(turn.world, sheets(1)).world, sheets(2)).world
    assert order_cost(later, state, back) == fresh


def test_an_offer_waits_for_a_whole_turn(level: Level) -> None:
    hasty = tuple(replace(x, patience=1) for x in level.partners)
    world = open_world(replace(level, partners=hasty), SEED)
    seen = []
    for turn in range(level.turns):
        seen += [offer.plan for offer in world.offers]
        world = resolve_turn(world, sheets(turn)).world
    assert {"china-turnkey", "japan-training"} <= {*seen}


def new_match(level: Level) -> Match:
    return start(level, SEAT, level.mandates[0].id, SEED, {}, program="test")


def test_a_record_replays_to_the_same_digests(level: Level) -> None:
    match = new_match(level)
    for turn in range(level.turns):
        if turn == 0:
            assert match.give(BEGIN) == ()
        match.seal()
    record = read_record(match.record_text().encode())
    found = verify(level, record, player_for)
    assert (found.ok, found.turns, found.code) == (True, level.turns, "")
    assert rebuild(level, record, player_for).digest == match.digest


def test_a_forecast_looks_to_the_end_of_the_turn(level: Level) -> None:
    match = new_match(level)
    match.give(RULES)
    expected = {x.outcome: x for x in forecast(match)}
    match.seal()
    for outcome in ("environment", "autonomy"):
        found = expected[outcome]
        assert found.low <= match.world.figure(f"{SEAT}/{outcome}") <= found.high
    assert {*expected} == {*OUTCOMES}


def test_calibration_returns_the_price_of_every_step(level: Level) -> None:
    bare = replace(level, minerals=tuple(replace(x, price=x.fed_price) for x in level.minerals))
    found = calibrate(bare, {x.id: x.demand for x in level.minerals})
    assert [len(x.price) for x in found] == [12]
    played = run(level, players_of(level, "history"), 1)
    for mineral in level.minerals:
        wanted, got = mineral.fed_price, played.series_by_step(f"{mineral.id}/price")
        assert all(abs(a - b) * 100 <= a for a, b in zip(wanted, got, strict=True))


def test_a_turn_lasts_as_long_as_its_steps(level: Level) -> None:
    nickel = load_level("indonesia-nickel").level
    assert (nickel.steps, nickel.turn_months) == (1, 12)
    assert (level.steps, level.turn_months) == (2, 24)
