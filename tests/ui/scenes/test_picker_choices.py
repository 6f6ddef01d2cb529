"""What a level leaves open before a game: the state, the scenario; and saves that are lost."""

from dataclasses import replace

import pytest

from game.text.catalogue import Catalogue
from game.ui.models.briefing import briefing_of
from game.ui.models.picker import Picker
from game.ui.scenes.briefing import BriefingScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.picker import PickerScene
from game.ui.services import Case, LevelEntry, LostSave, SavedGame, ScenarioEntry
from tests.ui.fakes import BROKEN, ENTRY, LEVEL_ID, TEXTS, FakeServices, layout_faults, window

FAST = f"{LEVEL_ID}@fast"
SCENARIO_TEXTS = {"scenario.fast.name": "Fast", "scenario.fast.line": "Demand doubles. [2]"}
LOST = LostSave("test-zinc-0001.record", LEVEL_ID, "This saved game is empty. Start anew.")


def open_entry(**changes: object) -> LevelEntry:
    """A level with two states to govern and two scenarios."""
    entry = replace(
        ENTRY,
        seats=("aval", "bora"),
        seat_names=("Aval", "Bora"),
        scenarios=(ScenarioEntry(FAST, "Fast", "Demand doubles."),
                   ScenarioEntry(f"{LEVEL_ID}@slow", "Slow", "Demand stands still.")),
        flags=("id", "ph"),
    )  # fmt: skip
    return replace(entry, **changes)


def fast_case() -> Case:
    services = FakeServices()
    level = replace(services.level, id=FAST)
    return replace(services.case(), level=level, texts={**TEXTS, **SCENARIO_TEXTS})


# --- the model ----------------------------------------------------------------------------


def test_a_level_without_choices_offers_none() -> None:
    details = Picker((ENTRY,), Catalogue()).details()
    assert details is not None
    assert (details.seat, details.scenario) == (None, None)


def test_a_scenario_is_named_with_its_assumption_and_loaded_by_its_key() -> None:
    model = Picker((open_entry(),), Catalogue())
    assert model.key_to_load == LEVEL_ID
    model.take_scenario(FAST)
    details = model.details()
    assert details is not None
    assert details.scenario is not None
    assert [name for _, name in details.scenario.options] == ["Usual course", "Fast", "Slow"]
    assert details.scenario.line == "Demand doubles."
    assert model.key_to_load == FAST
    model.take_scenario(LEVEL_ID)
    assert model.key_to_load == LEVEL_ID


def test_a_scenario_that_is_gone_is_not_loaded() -> None:
    model = Picker((open_entry(),), Catalogue())
    model.take_scenario(FAST)
    model.refresh((ENTRY,))
    assert model.key_to_load == LEVEL_ID


def test_each_level_keeps_its_own_choice() -> None:
    model = Picker((open_entry(), open_entry(id="other", difficulty=3)), Catalogue())
    model.take_seat("bora")
    model.choose("other")
    assert model.seat == "aval"
    model.choose(LEVEL_ID)
    assert model.seat == "bora"


def test_a_broken_level_offers_no_choice() -> None:
    details = Picker((open_entry(problem="x"),), Catalogue()).details()
    assert details is not None
    assert (details.seat, details.scenario) == (None, None)


def test_a_lost_save_stands_beside_its_level_or_else_apart() -> None:
    stray = LostSave("mars-0001.record", "", "This file is no saved game.")
    model = Picker((ENTRY, BROKEN), Catalogue(), (LOST, stray))
    details = model.details()
    assert details is not None
    assert details.lost == ("test-zinc-0001.record: This saved game is empty. Start anew.",)
    assert model.stray_saves() == ("mars-0001.record: This file is no saved game.",)


# --- the screens --------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_choices_and_lost_saves_fit(size: tuple[int, int]) -> None:
    saved = SavedGame("s", 2, "Goal", key=FAST, played_as="Bora · Scenario: Fast")
    services = FakeServices(entries=(open_entry(saved=saved),), lost=(LOST,))
    with window(PickerScene(), services, size) as driver:
        assert layout_faults(driver) == []
        for name in ("seat", "scenario", "scenario-line", "lost", "played-as"):
            assert driver.root.find(name) is not None, name


def test_mouse_chooses_state_and_scenario_and_the_game_starts_so() -> None:
    services = FakeServices(entries=(open_entry(),))
    with window(PickerScene(), services, (1600, 900)) as driver:
        driver.click("seat/bora")
        driver.click(f"scenario/{FAST}")
        assert driver.widget("scenario-line").text == "Demand doubles."
        driver.click("start")
        assert services.loaded == [(FAST, "bora")]


def test_keyboard_chooses_a_scenario() -> None:
    services = FakeServices(entries=(open_entry(),))
    with window(PickerScene(), services, (1600, 900)) as driver:
        driver.root.set_focus(driver.widget("scenario"))
        driver.press("right", "right")
        driver.root.set_focus(driver.widget("levels"))
        driver.press("enter")
        assert services.loaded == [(f"{LEVEL_ID}@slow", "aval")]


def test_many_scenarios_drop_down() -> None:
    more = tuple(ScenarioEntry(f"{LEVEL_ID}@{n}", f"Way {n}", "It goes on.") for n in range(5))
    services = FakeServices(entries=(open_entry(scenarios=more),))
    with window(PickerScene(), services) as driver:
        driver.root.set_focus(driver.widget("scenario"))
        driver.press("enter", "down", "down", "enter")
        assert driver.app.scene.model().key_to_load == f"{LEVEL_ID}@1"


def test_stray_saves_are_told_above_the_list() -> None:
    services = FakeServices(lost=(replace(LOST, level=""),))
    with window(PickerScene(), services) as driver:
        assert driver.root.find("stray-saves") is not None
        assert driver.root.find("lost") is None


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_the_briefing_names_the_scenario_and_its_source(size: tuple[int, int]) -> None:
    said = briefing_of(fast_case(), Catalogue()).scenario
    assert said is not None
    assert said.title == "Scenario: Fast"
    with window(BriefingScene(fast_case()), size=size) as driver:
        assert layout_faults(driver) == []
        assert driver.root.find("scenario") is not None
    assert briefing_of(FakeServices().case(), Catalogue()).scenario is None


def test_the_debrief_names_the_scenario() -> None:
    services = FakeServices()
    case = fast_case()
    match = services.start(case, "guardian")
    while not match.over:
        match.seal()
    with window(DebriefScene(case, match), services, (1600, 900)) as driver:
        scene = driver.app.scene
        assert scene.model.caption.endswith("Scenario: Fast")
        scene.model.choices.step = "case"
        scene.rebuild()
        assert driver.root.find("scenario") is not None
