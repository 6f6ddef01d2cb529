"""The window: loop, sizes, scenes, failures."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path

import pygame
import pytest

from game.ui import pygame_check
from game.ui.app import App, fitting
from game.ui.drive import Driver
from game.ui.gallery import PAGES, Gallery, main, picture_paths
from game.ui.pygame_check import NoDisplay, WrongPygame
from game.ui.scene import Scene
from game.ui.sound import Sounds
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box, Column
from game.ui.widgets.buttons import Button
from game.ui.widgets.labels import Label

Drive = Callable[..., Driver]


@pytest.fixture
def gallery() -> Generator[Driver, None, None]:
    app = App((1280, 720), Gallery(), sound=False)
    yield Driver(app)
    app.close()


class Simple(Scene):
    """One button; counts what happens to it."""

    def __init__(self, name: str = "one") -> None:
        self.name = name
        self.log: list[str] = []
        self.stays = False

    def build(self) -> Widget:
        return Column(children=[Label(self.name), Button("b", "B")])

    def on_enter(self) -> None:
        self.log.append("enter")

    def on_resume(self) -> None:
        self.log.append("resume")

    def on_exit(self) -> None:
        self.log.append("exit")

    def on_close_request(self) -> bool:
        return not self.stays


class Counting(Simple):
    """Counts how often Enter comes to the scene."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def on_shortcut(self, key: int, mod: int) -> bool:
        self.pressed += key == pygame.K_RETURN
        return True


def test_idle_draws_nothing(drive: Drive) -> None:
    driver = drive(lambda: Column(children=[Button("b", "B")]))
    drawn = driver.app.frames_drawn
    assert [driver.app.step(1) for _ in range(20)] == [False] * 20
    assert driver.app.frames_drawn == drawn


def test_hover_redraws_only_the_widget(drive: Drive) -> None:
    driver = drive(lambda: Column(children=[Button("b", "B"), Label("far", stretch=1)]))
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=driver.spot("b")))
    for event in pygame.event.get():
        driver.app.handle(event)
    part = driver.root.draw(driver.app.screen)
    assert part is not None
    assert part.h < 100


def test_a_thousand_events_in_one_frame_draw_once(drive: Drive) -> None:
    pressed: list[int] = []
    driver = drive(lambda: Column(children=[Button("b", "B", lambda: pressed.append(1))]))
    spot, before = driver.spot("b"), driver.app.frames_drawn
    for n in range(250):
        for kind, fields in (
            (pygame.MOUSEMOTION, {"pos": (n, n)}),
            (pygame.MOUSEMOTION, {"pos": spot}),
            (pygame.MOUSEBUTTONDOWN, {"pos": spot, "button": 1}),
            (pygame.MOUSEBUTTONUP, {"pos": spot, "button": 1}),
        ):
            pygame.event.post(pygame.event.Event(kind, fields))
    driver.app.step(0)
    assert len(pressed) == 250
    assert driver.app.frames_drawn == before + 1


@pytest.mark.parametrize("seed", range(3))
def test_random_sizes_keep_everything_inside(gallery: Driver, seed: int) -> None:
    chance = random.Random(seed)
    sizes = [(1, 1), (16384, 2), (1024, 640), (3, 9000)]
    sizes += [(chance.randint(1, 4000), chance.randint(1, 2500)) for _ in range(4)]
    for size in sizes:
        gallery.app.resize(size)
        gallery.app.set_text_percent(chance.choice((100, 125, 150)))
        gallery.click(f"pages/{chance.choice(list(PAGES))}")
        bounds = gallery.root.bounds
        for widget in gallery.root.walk():
            assert bounds.contains(widget.visible_rect()) or not any(widget.visible_rect().size)
            assert_children_inside(widget)


def assert_children_inside(widget: Widget) -> None:
    if isinstance(widget, Box):
        for child in widget.children:
            if child.visible and child.rect.w and child.rect.h:
                assert widget.rect.contains(child.rect), (widget.id, child.id, child.rect)


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1600, 900), (2560, 1440)])
@pytest.mark.parametrize("percent", [100, 150])
def test_siblings_do_not_overlap(gallery: Driver, size: tuple[int, int], percent: int) -> None:
    gallery.app.resize(size)
    gallery.app.set_text_percent(percent)
    for page in PAGES:
        gallery.click(f"pages/{page}")
        for widget in gallery.root.walk():
            rects = [c.rect for c in widget.children if c.visible and c.rect.w and c.rect.h]
            for number, rect in enumerate(rects):
                assert rect.collidelist(rects[number + 1 :]) == -1, (page, widget.id)


def test_window_smaller_than_the_layout_is_survived(drive: Drive) -> None:
    driver = drive(lambda: Column(children=[Button("b", "B")]))
    driver.app.screen = pygame.display.set_mode((1, 1), pygame.RESIZABLE)
    driver.app.handle(pygame.event.Event(pygame.VIDEORESIZE, size=(1, 1), w=1, h=1))
    driver.run_until_idle()
    assert driver.root.bounds.size == (1024, 640)


def test_every_page_of_the_gallery_has_unique_ids(gallery: Driver) -> None:
    for page in PAGES:
        gallery.click(f"pages/{page}")
        assert gallery.root.duplicate_ids() == []
        assert all(gallery.focusable_ids())


def test_every_widget_of_the_gallery_takes_every_key(gallery: Driver) -> None:
    keys = ("left", "right", "up", "down", "home", "end", "pageup", "pagedown", "space", "enter",
            "a", "backspace", "delete", "esc")  # fmt: skip
    for page in PAGES:
        gallery.click(f"pages/{page}")
        for name in gallery.focusable_ids():
            if name == "pages":
                continue
            for key in keys:
                widget = gallery.root.find(name)
                if widget is not None:
                    gallery.root.set_focus(widget)
                gallery.press(key)
            assert gallery.app.running
            assert gallery.app.scene.root.top().kind == "scene"


def test_frames_are_the_same_every_time(gallery: Driver) -> None:
    gallery.run_until_idle()
    first = pygame.image.tobytes(gallery.app.screen, "RGB")
    gallery.root.mark_layout()
    gallery.run_until_idle()
    assert pygame.image.tobytes(gallery.app.screen, "RGB") == first


def test_partial_redraw_equals_full_redraw(gallery: Driver) -> None:
    gallery.move_to(gallery.spot("end"))
    gallery.move_to((5, 5))
    gallery.wheel("scroll-controls", -3)
    gallery.wheel("scroll-controls", 3)
    gallery.move_to((5, 5))
    partial = pygame.image.tobytes(gallery.app.screen, "RGB")
    gallery.root.mark_layout()
    gallery.run_until_idle()
    assert pygame.image.tobytes(gallery.app.screen, "RGB") == partial


def test_scene_stack() -> None:
    one, two, three = Simple("one"), Simple("two"), Simple("three")
    app = App((1024, 640), one, {"levels": 1}, sound=False)
    app.push(two)
    assert two.services == {"levels": 1}
    app.replace(three)
    app.pop()
    assert app.scene is one
    assert one.log == ["enter", "resume"]
    assert two.log == three.log == ["enter", "exit"]
    app.pop()
    assert not app.running
    app.close()


def test_resize_while_another_scene_is_on_top() -> None:
    one = Simple()
    app = App((1024, 640), one, sound=False)
    app.push(Simple("two"))
    app.resize((1600, 900))
    app.pop()
    app.draw()
    assert one.root.bounds.size == (1600, 900)
    assert one.root.find("b").rect.w == 1600
    app.close()


def test_one_resize_is_laid_out_once() -> None:
    class Counting(Simple):
        laid_out = 0

        def on_resize(self, size: tuple[int, int]) -> None:
            self.laid_out += 1
            super().on_resize(size)

    scene = Counting()
    app = App((1024, 640), scene, sound=False)
    app.resize((1300, 800))
    for kind in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
        app.handle(pygame.event.Event(kind, size=(1300, 800), w=1300, h=800, x=1300, y=800))
    assert scene.laid_out == 1
    app.close()


def test_quit_keys_and_a_scene_that_stays() -> None:
    scene = Simple()
    driver = Driver(App((1024, 640), scene, sound=False))
    scene.stays = True
    driver.press("ctrl+q")
    assert driver.app.running
    scene.stays = False
    driver.app.handle(pygame.event.Event(pygame.QUIT))
    assert not driver.app.running
    driver.app.close()


def test_run_ends_and_closes_the_window() -> None:
    app = App((1024, 640), Simple(), sound=False)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.run()
    assert not pygame.display.get_init()


def test_f11_and_back(drive: Drive) -> None:
    driver = drive(lambda: Column(children=[Button("b", "B")]), (1280, 720))
    driver.press("f11")
    assert driver.app.fullscreen
    driver.press("f11")
    assert not driver.app.fullscreen
    assert driver.app.size == (1280, 720)


def test_text_size_keys(drive: Drive) -> None:
    driver = drive(lambda: Column(children=[Label("Nickel", id="l", align="start")]))
    small = driver.widget("l").rect.h
    driver.press("ctrl+=", "ctrl+=", "ctrl+=")
    assert driver.app.text_percent == 150
    assert driver.widget("l").rect.h > small
    driver.press("ctrl+-")
    assert driver.app.text_percent == 125


def test_animation_runs_only_while_asked_for() -> None:
    class Moving(Simple):
        animated = True
        frames = 0

        def on_frame(self, now_ms: int) -> None:
            self.frames += 1

    scene = Moving()
    app = App((1024, 640), scene, sound=False)
    for _ in range(5):
        app.step(0)
    assert scene.frames == 5
    scene.animated = False
    app.step(0)
    assert scene.frames == 5
    app.close()


def test_plain_pygame_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pygame, "IS_CE")
    with pytest.raises(WrongPygame, match="pygame-ce") as problem:
        pygame_check.require_pygame_ce()
    assert "\n" not in str(problem.value)


def test_no_display_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "no-such-driver")
    with pytest.raises(NoDisplay, match="No window"):
        App((1024, 640), Simple())


def test_no_audio_is_silent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    sounds = Sounds()
    assert not sounds.play("click")
    assert sounds.silent_reason
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    off = Sounds(enabled=False)
    assert not off.play("click")
    missing = Sounds(tmp_path)
    assert not missing.play("absent")
    missing.close()


def test_shipped_sound_plays() -> None:
    sounds = Sounds()
    assert sounds.play("click")
    sounds.close()


def test_screenshot_to_nowhere_is_an_oserror(gallery: Driver, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot be written"):
        gallery.app.screenshot(tmp_path / "no" / "such" / "folder.png")


def test_gallery_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "gallery.png"
    assert main([str(out), "1024x640"]) == 0
    assert all(path.stat().st_size > 10_000 for path in picture_paths(out))
    assert main(["out.png", "wide"]) == 2
    assert "Use:" in capsys.readouterr().out


def test_importing_the_toolkit_loads_nothing() -> None:
    code = (
        "import game.ui.app, game.ui.gallery, pygame, sys;"
        "sys.exit(int(pygame.font.get_init() or pygame.display.get_init()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, text=True,
        cwd=Path(__file__).resolve().parents[2], env={**os.environ},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")


def test_enter_held_down_while_a_screen_loads_presses_once() -> None:
    app = App((1024, 640), Counting(), sound=False)
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
    up = pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0)
    for event in (down, down, down, up, down):
        app.handle(event)
    scene = app.scene
    assert isinstance(scene, Counting)
    assert scene.pressed == 2
    app.close()


def test_a_window_and_its_frame_fit_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "x11")
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1366, 768)])
    wide, high = fitting((1600, 900))
    assert (wide, high) < (1366, 768)
    assert high <= 768 - 64
    assert fitting((1024, 640)) == (1024, 640)


def test_what_libraries_write_while_the_device_is_sought_stays_off_the_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    from game.ui.sound import quiet_stderr

    with quiet_stderr():
        os.write(2, b"ALSA lib: no device")
    os.write(2, b"heard again")
    assert capfd.readouterr().err == "heard again"
