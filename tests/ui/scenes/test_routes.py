"""The way through the screens: picker, briefing, turn, back, continue, debrief."""

from collections.abc import Callable

import pytest

from game.ui.drive import Driver
from game.ui.scene import Scene
from game.ui.scenes import routes
from game.ui.scenes.briefing import BriefingScene
from game.ui.scenes.picker import PickerScene
from tests.ui.fakes import FakeServices, window


def names(driver: Driver) -> list[str]:
    return [type(scene).__name__ for scene in driver.app.stack]


def test_window_opens_with_the_picker() -> None:
    assert isinstance(routes.first_scene(), PickerScene)


def test_from_picker_to_turn_and_back_by_keyboard() -> None:
    services = FakeServices()
    with window(routes.first_scene(), services, (1600, 900)) as driver:
        driver.press("enter")
        assert names(driver) == ["PickerScene", "BriefingScene"]
        driver.press("2", "enter")
        assert names(driver) == ["PickerScene", "TurnScene"]
        match = driver.app.scene.match
        assert match.mandate.id == "guardian"
        services.save(match)
        routes.show_picker(driver.app.scene)
        driver.run_until_idle()
        assert names(driver) == ["PickerScene"]
        driver.click("continue")
        assert driver.app.scene.match is match


def test_finished_game_leads_to_the_debrief() -> None:
    services = FakeServices()
    match = services.start(services.case(), "guardian")
    while not match.over:
        match.seal()
    services.save(match)
    with window(routes.first_scene(), services, (1600, 900)) as driver:
        driver.press("enter")
        assert names(driver) == ["PickerScene", "DebriefScene"]


def test_picker_can_be_reached_from_a_window_that_opened_elsewhere() -> None:
    services = FakeServices()
    with window(BriefingScene(services.case()), services) as driver:
        routes.show_picker(driver.app.scene)
        assert names(driver) == ["PickerScene"]


@pytest.mark.parametrize("screen", [routes.show_codex, routes.show_help, routes.show_settings])
def test_screens_that_lie_above_go_away_with_escape(screen: Callable[[Scene], None]) -> None:
    with window(routes.first_scene()) as driver:
        screen(driver.app.scene)
        driver.run_until_idle()
        assert len(driver.app.stack) == 2
        driver.press("esc")
        assert names(driver) == ["PickerScene"]
