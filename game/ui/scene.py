"""A scene: one screen of the game, built as a tree of widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pygame

from game.ui.root import Root
from game.ui.widget import Widget

if TYPE_CHECKING:
    from game.ui.app import App


class Scene:
    """Subclasses give `build`; the other methods are there to be overridden.

    `app.services` holds what the caller of `App` handed in. Call `rebuild()` after the data behind
    the screen changed: focus, scroll offsets and typed text carry over by widget id.
    """

    title = "Downstream"
    animated = False  # True: `on_frame` is called 60 times a second

    app: App
    root: Root

    @property
    def services(self) -> Any:
        """What was handed to the app."""
        return self.app.services

    def enter(self, app: App) -> None:
        """Called by the app: make the root and build the tree."""
        self.app = app
        self.root = Root(app.look, app.size)
        self.root.set_content(self.build())
        self.on_enter()

    def rebuild(self) -> None:
        """Build the tree again from the current data."""
        self.root.set_content(self.build())

    def build(self) -> Widget:
        """The tree of widgets for the current data and `self.app.size`."""
        raise NotImplementedError

    def on_enter(self) -> None:
        """The scene was put on the stack."""

    def on_resume(self) -> None:
        """The scene above was taken off."""

    def on_exit(self) -> None:
        """The scene is taken off the stack."""

    def on_resize(self, size: tuple[int, int]) -> None:
        """The window or the text size changed. Builds again; override to do less."""
        self.rebuild()

    def on_shortcut(self, key: int, mod: int) -> bool:
        """A key no widget used; True if it was used here."""
        return False

    def on_back(self) -> bool:
        """Escape with no dialog open; True if it was used here."""
        return False

    def on_close_request(self) -> bool:
        """The window is to be closed; False keeps it open (a dialog may ask first)."""
        return True

    def on_frame(self, now_ms: int) -> None:
        """One step of an animation; mark what changed with `invalidate()`."""

    def on_look(self, now_ms: int) -> None:
        """Called after each step of the loop, at least once a second; must cost next to nothing."""

    def on_event(self, event: pygame.Event) -> bool:
        """Any other event, such as one posted by a worker thread; True if it was used here."""
        return False
