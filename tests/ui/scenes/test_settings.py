"""Settings and help: applied at once, kept, reachable."""

import pygame
import pytest

from game.ui.look import Look
from game.ui.scenes.help import HelpScene
from game.ui.scenes.settings import SettingsScene
from game.ui.services import Refused, Settings
from game.ui.theme import HIGH_CONTRAST
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box, Column, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.labels import Label
from tests.ui.fakes import FakeServices, layout_faults, window


class _Outside(Box):
    """Places its child where nobody can see it."""

    def __init__(self, children: list[Widget]) -> None:
        super().__init__("", children)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        self.rect = rect
        self.children[0].place(look, rect.move(900, 700))


SIZES = ((1024, 640), (1280, 720), (1600, 900), (3840, 2160))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("make", [SettingsScene, HelpScene])
def test_lays_out(size: tuple[int, int], percent: int, make: type) -> None:
    with window(make(), None, size, percent) as driver:
        assert layout_faults(driver) == []


def test_layout_check_finds_what_is_cut_or_outside() -> None:
    class Crowded(SettingsScene):
        def build(self) -> Widget:
            cut = Button("cut", "A long text that needs room", width=60)
            same = Label("x", id="cut")
            wide = Row(width=2000, align="start", children=[Label("far", align="end")])
            return Box(children=[Column(children=[cut, same], align="start"), _Outside([wide])])

    with window(Crowded()) as driver:
        faults = " / ".join(layout_faults(driver))
        assert "two widgets are called cut" in faults
        assert "the text of button cut is cut" in faults
        assert "beside the window" in faults
        assert "below the window" in faults


def test_text_size_is_applied_and_kept() -> None:
    services = FakeServices()
    with window(SettingsScene(), services) as driver:
        driver.click("text-size/150")
        assert driver.app.text_percent == 150
        assert services.kept.text_percent == 150
        assert layout_faults(driver) == []


def test_high_contrast_is_applied_and_kept() -> None:
    services = FakeServices()
    with window(SettingsScene(), services) as driver:
        driver.click("high_contrast")
        assert driver.app.look.theme.palette == HIGH_CONTRAST
        assert services.kept.high_contrast


def test_sound_goes_off_and_on_by_keyboard() -> None:
    services = FakeServices()
    with window(SettingsScene(), services) as driver:
        driver.root.set_focus(driver.widget("sound"))
        driver.press("space")
        assert not services.kept.sound
        assert not driver.app.sounds.enabled
        driver.press("space")
        assert services.kept.sound


def test_full_screen_and_less_motion_are_kept() -> None:
    services = FakeServices()
    with window(SettingsScene(), services) as driver:
        driver.click("reduced_motion")
        driver.click("fullscreen")
        assert driver.app.fullscreen
        assert services.kept == Settings(reduced_motion=True, fullscreen=True)
        driver.press("f11")
        driver.click("reduced_motion")
        assert services.kept == Settings()


def test_text_size_changed_by_key_is_not_undone_by_another_setting() -> None:
    services = FakeServices()
    with window(SettingsScene(), services) as driver:
        driver.press("ctrl+=")
        driver.click("reduced_motion")
        assert driver.app.text_percent == 125
        assert services.kept.text_percent == 125


def test_setting_that_cannot_be_kept_still_holds_and_is_told() -> None:
    class Stubborn(FakeServices):
        def keep_settings(self, settings: Settings) -> None:
            raise Refused("The settings cannot be written: the disk is full.")

    with window(SettingsScene(), Stubborn()) as driver:
        driver.click("text-size/125")
        assert driver.app.text_percent == 125
        assert driver.focused_id() == "tell-ok"


def test_only_english_is_offered() -> None:
    with window(SettingsScene()) as driver:
        driver.click("language")
        assert list(driver.widget("language-list").parts()) == ["en"]


def test_help_scrolls_by_keyboard_and_goes_back() -> None:
    with window(SettingsScene(), None, (1024, 640)) as driver:
        driver.app.push(HelpScene())
        driver.press("pagedown")
        assert driver.widget("help-scroll").offset > 0
        driver.press("esc")
        assert isinstance(driver.app.scene, SettingsScene)
