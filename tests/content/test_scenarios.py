"""A level can be played with another growth of demand, and says how far the span reaches."""

from pathlib import Path

import pytest

from game.cli import main
from game.content.faults import LevelError
from game.content.library import load_level
from game.content.scenarios import parted
from game.engine.definitions.level import Level
from game.engine.draft import Draft
from game.engine.rules.trade.demand import of_turn
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.view import believed_world, view
from game.engine.world import World

COPPER = str(Path(__file__).resolve().parents[2] / "levels" / "proving" / "copper-shares.yaml")


def level(scenario: str = "") -> Level:
    return load_level(f"{COPPER}@{scenario}" if scenario else COPPER).level


def ended(start: Level) -> World:
    world = open_world(start, 1)
    while not world.over:
        world = resolve_turn(world, {}, detail=False).world
    return world


def test_a_name_is_parted_at_its_last_mark() -> None:
    assert parted("copper@fast") == ("copper", "fast")
    assert parted("copper") == ("copper", "")


def test_a_scenario_changes_demand_and_the_digest_and_keeps_the_first_year() -> None:
    usual, fast = level(), level("net-zero")
    assert fast.id == "copper-shares@net-zero"
    assert fast.digest != usual.digest
    assert fast.minerals[0].demand[0] == usual.minerals[0].demand[0]
    assert fast.minerals[0].demand[9] > usual.minerals[0].demand[9]
    assert level("clean-power").minerals[0].demand[9] < fast.minerals[0].demand[9]


def test_a_scenario_moves_demand_price_and_revenue() -> None:
    usual, fast = ended(level()), ended(level("net-zero"))
    for figure in ("copper/demand", "copper/price", "indonesia/total_revenue"):
        assert fast.figure(figure) > usual.figure(figure), figure


def test_a_forecast_spans_all_scenarios() -> None:
    """Whoever plays cannot know the scenario: alike in all, and between the lowest and highest."""
    worlds = [open_world(level(x), 1) for x in ("", "net-zero")]
    seen = []
    for world in worlds:
        spec = world.level.minerals[0]
        found = []
        for luck in range(30):
            draft = Draft(believed_world(view(world, "indonesia"), luck), detail=False)
            found.append(of_turn(draft, draft.level.minerals[0], 9))
        assert spec.demand_low[9] <= min(found) < max(found) <= spec.demand_high[9]
        seen.append(found)
    assert seen[0] == seen[1]


def test_the_briefing_tells_the_span() -> None:
    texts = load_level(COPPER).text("en")
    line = next(x for x in texts.values() if "world demand for copper may grow" in x)
    assert "Net zero" in line
    key = next(k for k, x in texts.items() if x == line)
    assert texts[key.replace(".line", ".figure")] == "×1.2–2.2"


def test_an_unknown_scenario_is_named_with_the_known_ones() -> None:
    with pytest.raises(LevelError) as raised:
        load_level(f"{COPPER}@net-zerro")
    problem = raised.value.problems[0]
    assert problem.code == "unknown-scenario"
    assert "net-zero" in problem.remedy


def test_a_level_without_scenarios_is_the_same_as_ever() -> None:
    plain = load_level("indonesia-nickel").level
    assert plain.minerals[0].demand_low == ()


def test_commands_take_a_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", f"{COPPER}@clean-power", "--player", "random", "--games", "1"]) == 0
    assert "clean-power" in capsys.readouterr().out
