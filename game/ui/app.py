"""The window: scenes on a stack, an event loop that sleeps when nothing happens."""

from __future__ import annotations

import contextlib
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pygame

from game.ui.look import Look
from game.ui.pygame_check import NoDisplay, require_pygame_ce
from game.ui.scene import Scene
from game.ui.sound import Sounds
from game.ui.theme import MAX_SIZE, MIN_SIZE, TEXT_PERCENTS, Theme

FRAME_MS: Final = 16
IDLE_MS: Final = 1000
_ENTER: Final = (pygame.K_RETURN, pygame.K_KP_ENTER)
_UNSEEN: Final = ("dummy", "offscreen")
_FRAME_ROOM: Final = (32, 96)
"""Pixels of a screen that frame, title bar and task bar may take from a window."""


class App:
    """Opens a window of `size` showing `scene`; `services` is handed through to the scenes.

    Raises `WrongPygame` if plain pygame is installed and `NoDisplay` if no window can be opened.
    `clock` gives seconds; tests pass their own.
    """

    def __init__(
        self,
        size: tuple[int, int],
        scene: Scene,
        services: Any = None,
        *,
        text_percent: int = 100,
        high_contrast: bool = False,
        sound: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        require_pygame_ce()
        self.services = services
        self.clock = clock
        self.text_percent = text_percent
        self.high_contrast = high_contrast
        self.sounds = Sounds(enabled=sound)
        self.stack: list[Scene] = []
        self.running = True
        self.fullscreen = False
        self.frames_drawn = 0
        self._held: set[int] = set()
        self._windowed_size = fitting(_window_size(size))
        self.screen = _open_window(self._windowed_size)
        self._laid_out_for = self.size
        self.look = Look(Theme.for_window(self.size, text_percent, high_contrast))
        self.push(scene)

    @property
    def size(self) -> tuple[int, int]:
        """The window's size in pixels."""
        return self.screen.get_size()

    @property
    def scene(self) -> Scene:
        """The scene on top."""
        return self.stack[-1]

    @property
    def now_ms(self) -> int:
        """Milliseconds of the app's clock."""
        return int(self.clock() * 1000)

    # --- scenes ---------------------------------------------------------------------------

    def push(self, scene: Scene) -> None:
        """Put a scene on top; the one below stays as it is."""
        self.stack.append(scene)
        scene.enter(self)
        pygame.display.set_caption(scene.title)

    def pop(self) -> None:
        """Take the top scene off; without a scene below the app ends."""
        self.stack.pop().on_exit()
        if not self.stack:
            self.running = False
            return
        below = self.stack[-1]
        if below.root.look.theme != self.look.theme or below.root.bounds.size != self.size:
            below.root.resize(self.size)
            below.on_resize(self.size)
        below.root.mark_layout()
        below.on_resume()
        pygame.display.set_caption(below.title)

    def replace(self, scene: Scene) -> None:
        """Put a scene in the place of the top one."""
        self.stack.pop().on_exit()
        self.push(scene)

    # --- the loop -------------------------------------------------------------------------

    def run(self) -> None:
        """Handle events and draw until the app is closed; then close the window."""
        try:
            while self.running:
                self.step(self._wait_ms())
        finally:
            self.close()

    def step(self, wait_ms: int = 0) -> bool:
        """Wait up to `wait_ms` for events, handle all there are, draw; True if it drew."""
        first = pygame.event.wait(wait_ms) if wait_ms > 0 else pygame.event.poll()
        if first.type != pygame.NOEVENT:
            self._handle_all([first, *pygame.event.get()])
        if not self.running:
            return False
        now = self.now_ms
        self.scene.root.tick(now)
        self.scene.on_look(now)
        if self.scene.animated:
            self.scene.on_frame(now)
        return self.draw()

    def draw(self) -> bool:
        """Draw what changed; False if nothing had."""
        root = self.scene.root
        if not root.dirty:
            return False
        part = root.draw(self.screen)
        if part is None:
            return False
        self.frames_drawn += 1
        shown = part.clip(self.screen.get_rect())
        if shown.w and shown.h:
            pygame.display.update(shown)
        return True

    def _wait_ms(self) -> int:
        root = self.scene.root
        if root.dirty:
            return 0
        if self.scene.animated:
            return FRAME_MS
        due = root.next_wake_ms()
        return IDLE_MS if due is None else max(1, min(IDLE_MS, due - self.now_ms))

    def quit(self) -> None:
        """End the loop if the scene allows it."""
        if self.stack and not self.scene.on_close_request():
            return
        self.running = False

    def close(self) -> None:
        """Close the window and the sound."""
        self.running = False
        self.sounds.close()
        pygame.display.quit()

    # --- events ---------------------------------------------------------------------------

    def _handle_all(self, events: list[pygame.Event]) -> None:
        for event in _merge_motion(events):
            if not self.running:
                return
            self.handle(event)

    def handle(self, event: pygame.Event) -> bool:
        """Handle one event; True if it was used."""
        if event.type == pygame.QUIT:
            self.quit()
            return True
        if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            self._window_changed()
            return True
        if event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            self.scene.root.mark_dirty(self.scene.root.bounds)
            return True
        if self._held_on(event):
            return True
        if event.type == pygame.KEYDOWN and self._global_key(event.key, event.mod):
            return True
        root = self.scene.root
        root.now_ms = self.now_ms
        if root.handle(event):
            return True
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_ESCAPE and self.scene.on_back():
                return True
            top = root.top()
            if top is not None and top.kind != "scene":
                return False
            return self.scene.on_shortcut(event.key, event.mod)
        return self.scene.on_event(event)

    def _held_on(self, event: pygame.Event) -> bool:
        """Whether this is Enter again because it is still held: one press does one thing.

        While a level is being read, key repeats pile up and would press on the next screen.
        """
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._held.clear()
        elif event.type == pygame.KEYDOWN and event.key in _ENTER:
            again = event.key in self._held
            self._held.add(event.key)
            return again
        return False

    def _global_key(self, key: int, mod: int) -> bool:
        if key == pygame.K_F11:
            self.set_fullscreen(not self.fullscreen)
            return True
        if mod & pygame.KMOD_CTRL and key == pygame.K_q:
            self.quit()
            return True
        if mod & pygame.KMOD_CTRL and key in (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS):
            self._step_text(1)
            return True
        if mod & pygame.KMOD_CTRL and key in (pygame.K_MINUS, pygame.K_KP_MINUS):
            self._step_text(-1)
            return True
        return False

    # --- size, text size, pictures --------------------------------------------------------

    def _window_changed(self) -> None:
        current = pygame.display.get_surface()
        if current is not None:
            self.screen = current
        if not self.fullscreen:
            self._windowed_size = self.size
        if self.size != self._laid_out_for:
            self._apply_theme()
        self.screen.fill(self.look.color("page"))
        self.scene.root.mark_layout()

    def _apply_theme(self) -> None:
        self._laid_out_for = self.size
        self.look.use(Theme.for_window(self.size, self.text_percent, self.high_contrast))
        self.scene.root.resize(self.size)
        self.scene.on_resize(self.size)

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window `size` pixels, clamped to what the game can lay out."""
        self._windowed_size = _window_size(size)
        self.screen = _open_window(self._windowed_size)
        self._window_changed()

    def set_fullscreen(self, on: bool) -> None:
        """Fill the screen, or go back to the window."""
        if on:
            self._windowed_size = self.size
            self.screen = _open_window((0, 0), pygame.FULLSCREEN)
        else:
            self.screen = _open_window(self._windowed_size)
        self.fullscreen = on
        self._window_changed()

    def set_text_percent(self, percent: int) -> None:
        """Text and controls at 100, 125 or 150 per cent."""
        self.text_percent = percent
        self._apply_theme()

    def set_high_contrast(self, on: bool) -> None:
        """Use the palette with stronger contrast."""
        self.high_contrast = on
        self._apply_theme()

    def _step_text(self, step: int) -> None:
        index = TEXT_PERCENTS.index(self.text_percent) if self.text_percent in TEXT_PERCENTS else 0
        index = max(0, min(len(TEXT_PERCENTS) - 1, index + step))
        self.set_text_percent(TEXT_PERCENTS[index])

    def screenshot(self, path: Path | str) -> None:
        """Save what the window shows as PNG; `OSError` if the file cannot be written."""
        self.draw()
        try:
            pygame.image.save(self.screen, str(path))
        except pygame.error as problem:
            raise OSError(f"The picture {path} cannot be written: {problem}.") from problem


def _open_window(size: tuple[int, int], flags: int = pygame.RESIZABLE) -> pygame.Surface:
    try:
        if not pygame.display.get_init():
            pygame.display.init()
        surface = pygame.display.set_mode(size, flags)
    except pygame.error as problem:
        raise NoDisplay(f"No window can be opened here ({problem}).") from problem
    pygame.key.set_repeat(400, 40)
    _set_least_size()
    return surface


def _set_least_size() -> None:
    """Ask the window system not to make the window smaller; some ignore it, we clamp anyway."""
    with warnings.catch_warnings(), contextlib.suppress(AttributeError, pygame.error, ValueError):
        # pygame.display has no other way to say it, though this one is marked as passing away.
        warnings.simplefilter("ignore", DeprecationWarning)
        pygame.Window.from_display_module().minimum_size = MIN_SIZE


def _window_size(size: tuple[int, int]) -> tuple[int, int]:
    return (
        max(MIN_SIZE[0], min(size[0], MAX_SIZE[0])),
        max(MIN_SIZE[1], min(size[1], MAX_SIZE[1])),
    )


def fitting(size: tuple[int, int]) -> tuple[int, int]:
    """A size at which the whole window, with frame and title, can be seen on the screen."""
    if not pygame.display.get_init():
        with contextlib.suppress(pygame.error):
            pygame.display.init()
    screens = pygame.display.get_desktop_sizes() if pygame.display.get_init() else []
    if not screens or pygame.display.get_driver() in _UNSEEN:
        return size
    return _window_size(
        (min(size[0], screens[0][0] - _FRAME_ROOM[0]), min(size[1], screens[0][1] - _FRAME_ROOM[1]))
    )


def _merge_motion(events: list[pygame.Event]) -> list[pygame.Event]:
    """Drop all but the last of mouse moves that follow one another directly."""
    kept: list[pygame.Event] = []
    for event in events:
        if kept and event.type == kept[-1].type == pygame.MOUSEMOTION:
            kept[-1] = event
        else:
            kept.append(event)
    return kept
