"""Driving an app by posted events, for tests and for making pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pygame

from game.ui.app import App
from game.ui.root import Root
from game.ui.widget import Widget

_NAMES: Final[dict[str, int]] = {
    "tab": pygame.K_TAB,
    "enter": pygame.K_RETURN,
    "space": pygame.K_SPACE,
    "esc": pygame.K_ESCAPE,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "home": pygame.K_HOME,
    "end": pygame.K_END,
    "pageup": pygame.K_PAGEUP,
    "pagedown": pygame.K_PAGEDOWN,
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
    "f11": pygame.K_F11,
}
_MODS: Final[dict[str, int]] = {
    "ctrl": pygame.KMOD_LCTRL,
    "shift": pygame.KMOD_LSHIFT,
    "alt": pygame.KMOD_LALT,
}


class NoSuchWidget(LookupError):
    """No visible widget has the id asked for."""


class Driver:
    """Posts real pygame events to an app and runs it until nothing is left to do.

    driver = Driver(App((1280, 720), MyScene()))
    driver.click("end-turn")
    driver.press("tab", "enter", "ctrl+enter")
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self.run_until_idle()

    @property
    def root(self) -> Root:
        """The widgets of the scene on top."""
        return self.app.scene.root

    def widget(self, id: str) -> Widget:
        """The visible widget with an id; `NoSuchWidget` names those there are."""
        found = self.root.find(id)
        if found is None:
            known = ", ".join(sorted(w.id for w in self.root.walk() if w.id))
            raise NoSuchWidget(f"no visible widget {id!r}; there are: {known}")
        return found

    def spot(self, id: str) -> tuple[int, int]:
        """The middle of a widget, or of a part of it written `widget/part`."""
        self.root.ensure_layout()
        name, _, part = id.partition("/")
        widget = self.widget(name)
        if not part:
            return widget.visible_rect().center
        if part not in widget.parts():
            raise NoSuchWidget(f"{name!r} has no part {part!r}; it has {sorted(widget.parts())}")
        return widget.parts()[part].center

    def click(self, id: str) -> None:
        """Scroll the widget into view, then press and release the mouse in its middle."""
        name = id.partition("/")[0]
        self.root.ensure_layout()
        self.root.reveal(self.widget(name))
        self.run_until_idle()
        self.click_at(self.spot(id))

    def click_at(self, pos: tuple[int, int]) -> None:
        """Press and release the left button at a place."""
        self.move_to(pos)
        self._post(pygame.MOUSEBUTTONDOWN, pos=pos, button=1, touch=False)
        self._post(pygame.MOUSEBUTTONUP, pos=pos, button=1, touch=False)
        self.run_until_idle()

    def move_to(self, pos: tuple[int, int]) -> None:
        """Move the mouse without a button."""
        self._post(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0), touch=False)
        self.run_until_idle()

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at `start`, move to `end`, release."""
        self.move_to(start)
        self._post(pygame.MOUSEBUTTONDOWN, pos=start, button=1, touch=False)
        self._post(pygame.MOUSEMOTION, pos=end, rel=(0, 0), buttons=(1, 0, 0), touch=False)
        self._post(pygame.MOUSEBUTTONUP, pos=end, button=1, touch=False)
        self.run_until_idle()

    def wheel(self, id: str, steps: float) -> None:
        """Turn the wheel over a widget; positive is up."""
        self.move_to(self.spot(id))
        self._post(
            pygame.MOUSEWHEEL,
            x=0,
            y=int(steps),
            precise_x=0.0,
            precise_y=float(steps),
            flipped=False,
            touch=False,
        )
        self.run_until_idle()

    def press(self, *keys: str) -> None:
        """Press keys by name: "tab", "shift+tab", "ctrl+enter", "a", "7"."""
        for name in keys:
            key, mod = parse_key(name)
            self._post(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0)
            self._post(pygame.KEYUP, key=key, mod=mod, unicode="", scancode=0)
            self.run_until_idle()

    def type(self, text: str) -> None:
        """Type text into the focused widget."""
        for char in text:
            self._post(pygame.TEXTINPUT, text=char)
        self.run_until_idle()

    def focusable_ids(self) -> list[str]:
        """Ids in Tab order."""
        return [w.id for w in self.root.focus_order()]

    def focused_id(self) -> str:
        """The id that has the keyboard, or an empty string."""
        return self.root.focus.id if self.root.focus is not None else ""

    def run_until_idle(self, limit: int = 50) -> None:
        """Handle events and draw until neither is left; gives up quietly when animated."""
        for _ in range(limit):
            drew = self.app.step(0) if self.app.running else False
            if not drew and not pygame.event.peek():
                return

    def save(self, path: Path | str) -> None:
        """Save what the window shows as PNG."""
        self.run_until_idle()
        self.app.screenshot(path)

    def _post(self, kind: int, **fields: object) -> None:
        pygame.event.post(pygame.event.Event(kind, fields))


def parse_key(name: str) -> tuple[int, int]:
    """pygame's key code and modifiers of "ctrl+enter"; `ValueError` for an unknown name."""
    *mods, key = name.lower().split("+")
    code = _NAMES.get(key)
    if code is None:
        if len(key) != 1:
            raise ValueError(f"unknown key {name!r}")
        code = ord(key)
    mod = 0
    for part in mods:
        mod |= _MODS[part]
    return code, mod
