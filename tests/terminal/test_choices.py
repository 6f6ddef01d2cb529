"""Text mode: the state and the scenario of a level, and saved games that cannot be read."""

from tests.terminal.scripted import MORE_TEXTS, ScriptedServices, play
from tests.ui.scenes.test_picker_choices import FAST, LOST, SCENARIO_TEXTS, fast_case, open_entry


def test_a_level_from_the_list_asks_for_state_and_scenario() -> None:
    services = ScriptedServices(entries=(open_entry(),))
    _, shown, _ = play("1", "2", "2", "back", "quit", services=services, level="")
    assert "Which state will you govern?" in shown
    assert "2. Fast. Demand doubles." in shown
    assert services.loaded == [(FAST, "bora")]


def test_the_usual_course_is_the_first_choice() -> None:
    services = ScriptedServices(entries=(open_entry(),))
    play("1", "1", "1", "back", "quit", services=services, level="")
    assert services.loaded == [("test-zinc", "aval")]


def test_going_back_from_a_choice_loads_nothing() -> None:
    services = ScriptedServices(entries=(open_entry(),))
    _, shown, _ = play("1", "back", "1", "1", "back", "quit", services=services, level="")
    assert services.loaded == []
    assert shown.count("Levels\n") == 3


def test_a_level_named_at_the_start_asks_nothing() -> None:
    services = ScriptedServices(entries=(open_entry(),))
    _, shown, _ = play("back", "quit", services=services)
    assert "Which state" not in shown
    assert services.loaded == [("test-zinc", "")]


def test_the_briefing_tells_the_scenario() -> None:
    class Fast(ScriptedServices):
        def case(self) -> object:
            return fast_case()

    _, shown, _ = play("back", "quit", services=Fast())
    assert "Scenario: Fast. Demand doubles." in shown
    assert "not a forecast" in " ".join(shown.split())
    assert set(SCENARIO_TEXTS).isdisjoint(MORE_TEXTS)


def test_lost_saves_are_told_with_the_list() -> None:
    _, shown, _ = play("quit", services=ScriptedServices(lost=(LOST,)), level="")
    assert "- test-zinc-0001.record: This saved game is empty. Start anew." in shown
