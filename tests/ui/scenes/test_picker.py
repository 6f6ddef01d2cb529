"""The choice of levels: model, list, map, saved games, broken files."""

from dataclasses import replace

import pytest

from game.text.catalogue import Catalogue
from game.ui.models.picker import Picker
from game.ui.scenes.codex import CodexScene
from game.ui.scenes.help import HelpScene
from game.ui.scenes.picker import PickerScene
from game.ui.scenes.settings import SettingsScene
from game.ui.services import LevelEntry, MapPlace, SavedGame
from tests.ui.fakes import BROKEN, ENTRY, LEVEL_ID, FakeServices, layout_faults, window

SIZES = ((1024, 640), (1280, 720), (1600, 900), (3840, 2160))


def entries(number: int) -> tuple[LevelEntry, ...]:
    """`number` levels of two minerals, spread over the map."""
    return tuple(
        replace(
            ENTRY,
            id=f"level-{n}",
            title=f"Case {n}",
            mineral_name=("Zinc", "Copper")[n % 2],
            pin=MapPlace(100 + 2 * n, 18 - n),
        )
        for n in range(number)
    )


def picker(*levels: LevelEntry) -> Picker:
    return Picker(levels, Catalogue())


# --- the model ----------------------------------------------------------------------------


def test_first_level_that_can_be_opened_is_chosen() -> None:
    assert picker(BROKEN, ENTRY).selected == ENTRY.id


def test_without_a_sound_level_the_first_one_is_chosen() -> None:
    assert picker(BROKEN).selected == BROKEN.id


def test_no_level_at_all_has_no_details() -> None:
    model = picker()
    assert model.details() is None
    assert model.heading() == "0 cases"


def test_numbers_stay_when_a_mineral_is_asked_for() -> None:
    model = picker(*entries(4))
    model.ask_for("Copper")
    assert [(row.number, row.key) for row in model.rows()] == [(2, "level-1"), (4, "level-3")]
    assert model.selected == "level-1"


def test_pills_only_where_there_are_two_minerals() -> None:
    assert picker(ENTRY).minerals() == ()
    assert [each.text for each in picker(*entries(3)).minerals()] == ["All 3", "Zinc", "Copper"]


def test_saved_game_says_turn_date_and_goal() -> None:
    saved = SavedGame("s", 2, "Fiscal steward", date="2012", when="yesterday")
    details = picker(replace(ENTRY, saved=saved)).details()
    assert details is not None
    assert details.saved is not None
    assert details.saved.line == "Turn 3 of 6 · 2012"
    assert details.saved.go_on == "Continue turn 3"


def test_finished_game_leads_to_the_debrief() -> None:
    details = picker(replace(ENTRY, saved=SavedGame("s", 6, "Goal", over=True))).details()
    assert details is not None
    assert details.saved is not None
    assert details.saved.go_on == "See the debrief"
    assert "6 turns" in details.saved.line


def test_saved_game_with_a_problem_cannot_go_on() -> None:
    saved = SavedGame("s", 2, "Goal", problem="The level changed since this game was saved.")
    details = picker(replace(ENTRY, saved=saved)).details()
    assert details is not None
    assert details.saved is not None
    assert details.saved.go_on == ""


def test_broken_level_shows_its_problem_and_how_many_more() -> None:
    details = picker(BROKEN).details()
    assert details is not None
    assert details.problem == BROKEN.problem
    assert details.more_problems == "2 more problems"
    assert details.row.state == "broken"


def test_chosen_pin_is_drawn_last_and_its_country_is_governed() -> None:
    model = picker(*entries(3))
    model.choose("level-1")
    content = model.map_content()
    assert [pin.id for pin in content.markers] == ["level-0", "level-2", "level-1"]
    assert [pin.state for pin in content.markers] == ["building", "building", "working"]
    assert content.governed == ("indonesia",)


def test_progress_counts_finished_and_started() -> None:
    started = replace(ENTRY, saved=SavedGame("s", 1, "Goal"))
    model = picker(started, replace(ENTRY, id="done", finished=True), BROKEN)
    assert model.progress() == "1 finished · 1 in progress"
    assert model.marks_shown() == ("finished", "started")


def test_choice_survives_a_refresh_only_if_its_level_does() -> None:
    model = picker(*entries(3))
    model.choose("level-2")
    model.refresh(entries(3))
    assert model.selected == "level-2"
    model.refresh(entries(2))
    assert model.selected == "level-0"


# --- the screen ---------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", [1, 16])
def test_lays_out_one_or_sixteen_levels(size: tuple[int, int], number: int) -> None:
    services = FakeServices(entries=entries(number))
    for percent in (100, 150):
        with window(PickerScene(), services, size, percent) as driver:
            assert layout_faults(driver) == []


def test_click_on_a_pin_chooses_its_level() -> None:
    with window(PickerScene(), FakeServices(entries=entries(4))) as driver:
        driver.click("map/level-2")
        assert driver.widget("levels").selected == "level-2"


def test_pin_can_be_chosen_by_keyboard() -> None:
    with window(PickerScene(), FakeServices(entries=entries(4))) as driver:
        driver.root.set_focus(driver.widget("map"))
        driver.press("right", "right", "enter")
        chosen = driver.widget("levels").selected
        assert chosen == driver.widget("map").content.markers[-1].id
        assert chosen != "level-0"


def test_arrows_walk_through_the_list() -> None:
    with window(PickerScene(), FakeServices(entries=entries(16)), (1600, 900)) as driver:
        assert driver.focused_id() == "levels"
        driver.press("down", "right", "up", "end")
        assert driver.app.scene.picker.selected == "level-15"
        driver.press("left")
        assert driver.app.scene.picker.selected == "level-11"


def test_enter_opens_the_briefing() -> None:
    with window(PickerScene()) as driver:
        driver.press("enter")
        assert driver.app.scene.root.find("begin") is not None
        driver.press("esc")
        assert driver.app.scene.root.find("levels") is not None


def test_continue_takes_up_the_saved_game(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []
    monkeypatch.setattr(
        "game.ui.scenes.routes.show_game", lambda scene, case, match: shown.append(match)
    )
    services = FakeServices()
    match = services.start(services.case(), "guardian")
    match.seal()
    services.save(match, date="2011")
    with window(PickerScene(), services) as driver:
        driver.press("enter")
        driver.click("continue")
        assert shown == [match, match]
        driver.click("start")
        assert driver.app.scene.root.find("begin") is not None


def test_refusal_is_told_in_a_dialog_and_nothing_else_happens() -> None:
    services = FakeServices(refusal="The level changed. Start a new game.")
    with window(PickerScene(), services) as driver:
        driver.click("start")
        assert driver.focused_id() == "tell-ok"
        driver.press("enter")
        assert driver.focused_id() in ("start", "levels")


def test_broken_level_cannot_be_started() -> None:
    with window(PickerScene(), FakeServices(entries=(ENTRY, BROKEN))) as driver:
        driver.click("levels/broken")
        assert not driver.widget("start").usable()
        assert driver.root.find("level-problem") is not None
        driver.press("enter")
        assert driver.app.scene.title == "Downstream"


def test_empty_folder_is_said() -> None:
    with window(PickerScene(), FakeServices(entries=())) as driver:
        assert driver.root.find("no-levels") is not None
        driver.press("enter")


def test_notice_of_another_folder_is_shown() -> None:
    with window(PickerScene(), FakeServices(play_folder_notice="Saves go elsewhere.")) as driver:
        assert driver.root.find("folder-notice") is not None


@pytest.mark.parametrize(
    ("button", "kind"), [("help", HelpScene), ("codex", CodexScene), ("settings", SettingsScene)]
)
def test_bar_opens_the_other_screens(button: str, kind: type) -> None:
    with window(PickerScene()) as driver:
        driver.click(button)
        assert isinstance(driver.app.scene, kind)
        driver.press("esc")
        assert isinstance(driver.app.scene, PickerScene)


def test_levels_are_read_again_when_a_game_ends() -> None:
    services = FakeServices()
    with window(PickerScene(), services) as driver:
        driver.click("help")
        services.save(services.start(services.case(), "guardian"))
        driver.click("back")
        assert driver.root.find("continue") is not None


def test_escape_asks_before_leaving() -> None:
    with window(PickerScene()) as driver:
        driver.press("esc")
        driver.click("leave-no")
        assert driver.app.running
        driver.press("esc")
        driver.click("leave-yes")
        assert not driver.app.running


def test_mineral_pills_shorten_the_list() -> None:
    with window(PickerScene(), FakeServices(entries=entries(6)), (1600, 900)) as driver:
        driver.click("minerals/Copper")
        assert list(driver.widget("levels").parts()) == ["level-1", "level-3", "level-5"]
        driver.click("minerals/all")
        assert len(driver.widget("levels").parts()) == 6


def test_wheel_zooms_and_dragging_moves_without_choosing() -> None:
    with window(PickerScene(), FakeServices(entries=entries(4))) as driver:
        panel = driver.widget("map")
        before = panel.view.camera(panel.rect.size)
        driver.wheel("map", 2)
        nearer = panel.view.camera(panel.rect.size)
        assert nearer.scale > before.scale
        start = driver.spot("map/level-3") if "level-3" in panel.parts() else panel.rect.center
        driver.drag(start, (start[0] - 60, start[1] - 20))
        moved = panel.view.camera(panel.rect.size)
        assert moved.left > nearer.left
        assert driver.app.scene.picker.selected == "level-0"


def test_nothing_is_drawn_while_nothing_happens() -> None:
    with window(PickerScene()) as driver:
        drawn = driver.app.frames_drawn
        for _ in range(5):
            driver.app.step(0)
        assert driver.app.frames_drawn == drawn
        assert LEVEL_ID in driver.widget("map").parts()


def test_a_level_with_several_minerals_is_found_under_each_of_them() -> None:
    several = replace(ENTRY, id="two", mineral_names=("Zinc", "Copper"))
    copper = replace(ENTRY, id="one", mineral_name="Copper", mineral_names=("Copper",))
    model = picker(several, copper)
    assert [row.caption for row in model.rows()] == ["Zinc +1", "Copper"]
    model.ask_for("Copper")
    assert [row.key for row in model.rows()] == ["two", "one"]
    model.ask_for("Zinc")
    assert [row.key for row in model.rows()] == ["two"]
