"""The first day: stocks as the level says, flows as if a year had gone by, nothing remembered."""

from dataclasses import replace

from game.engine.orders import Order
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import bare_world
from tests.nickel_for_rules import isles, nickel_level
from tests.worlds_for_rules import level_at_rest, sheets_for


def test_stocks_stand_as_the_level_says_and_flows_as_after_a_quiet_year() -> None:
    level = nickel_level()
    opened, bare = open_world(level, 7), bare_world(level, 7)
    quiet_year = resolve_turn(bare, {}, detail=False).world
    for slot, variable in enumerate(bare.layout.variables):
        if not variable.flow:
            assert opened.values[slot] == bare.values[slot]
        elif variable.unit != "turns":
            assert opened.values[slot] == quiet_year.values[slot]
    assert opened.figure("isles/nickel/exports") > 0


def test_only_figures_differ_from_a_bare_world() -> None:
    level = nickel_level()
    opened, bare = open_world(level, 7), bare_world(level, 7)
    assert replace(opened, values=bare.values) == bare
    assert (opened.turn, opened.seed, opened.memories, opened.fired) == (0, 7, (), ())


def test_the_seed_does_not_touch_the_first_day() -> None:
    level = nickel_level()
    assert open_world(level, 1).values == open_world(level, 2).values


def test_no_road_is_closed_on_the_first_day_however_angry_the_province() -> None:
    angry = tuple(replace(x, grievance=10_000) for x in isles().provinces)
    level = nickel_level(states=(replace(isles(), provinces=angry), nickel_level().states[1]))
    world = open_world(level, 1)
    assert [world.figure(f"isles/{x}/blockade") for x in ("centre", "rim")] == [0, 0]


def test_a_ban_in_the_first_turn_is_news_to_the_market() -> None:
    world = open_world(level_at_rest(), 1)
    ban = Order("export_ban", "metal.ore", (10_000, 0))
    after = resolve_turn(world, sheets_for(world, (ban,))).world
    assert after.figure("metal/fear") == 5_130  # as in any later turn, see R12
