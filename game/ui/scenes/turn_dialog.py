"""Dialogs whose content changes while they are open, and the slider that reports when let go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.ui.layers import Layer, center_placer
from game.ui.scene import Scene
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box
from game.ui.widgets.sliders import Slider

Keys = Callable[[int, int], bool]


class _Holder(Box):
    """Holds the dialog's present content and hands it the keys nothing inside has used."""

    def __init__(self, id: str, keys: Keys) -> None:
        super().__init__(id)
        self.keys = keys

    def on_key(self, key: int, mod: int) -> bool:
        """Ask the dialog."""
        return self.keys(key, mod)


class LiveDialog:
    """A dialog made by `make`, made anew by `refresh()`; the focus stays where it was.

    `keys(key, mod)` gets what no widget inside has used; True means it was used.
    """

    def __init__(
        self,
        scene: Scene,
        id: str,
        make: Callable[[], Widget],
        keys: Keys = lambda key, mod: False,
        on_close: Callable[[], None] | None = None,
    ) -> None:
        self.scene = scene
        self.make = make
        self._holder = _Holder(id, keys)
        self._on_close = on_close
        self._layer: Layer | None = None

    @property
    def open(self) -> bool:
        """Whether the dialog is on the screen."""
        return self._layer is not None

    def show(self, focus_id: str = "") -> None:
        """Open the dialog; it may have been open before."""
        self._holder.clear()
        self._holder.add(self.make())
        self._layer = self.scene.root.open_layer(
            self._holder, "dialog", center_placer, self._closed, focus_id=focus_id
        )

    def refresh(self) -> None:
        """Make the content again from the present data."""
        if self._layer is None:
            return
        root = self.scene.root
        focus_id = root.focus.id if root.focus is not None else ""
        seen = root.focus_visible
        self._holder.clear()
        self._holder.add(self.make())
        found = root.find(focus_id) if focus_id else None
        root.set_focus(found if found is not None and found.usable() else None, seen)

    def close(self) -> None:
        """Take the dialog off."""
        if self._layer is not None:
            self.scene.root.close_layer(self._layer)

    def _closed(self) -> None:
        self._layer = None
        if self._on_close is not None:
            self._on_close()


class SettingSlider(Slider):
    """A slider that moves freely and reports a step only when it is let go.

    `on_move(index)` is called at every step, to change a text beside it; `on_settle(index)` when
    the mouse is released or a key has moved it.
    """

    def __init__(
        self,
        id: str,
        count: int,
        index: int,
        on_settle: Callable[[int], None],
        on_move: Callable[[int], None] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, count, index, on_move, **kwargs)
        self.on_settle = on_settle
        self.settled = self.index

    def on_release(self, pos: tuple[int, int]) -> None:
        """Report where the knob was let go."""
        self._settle()

    def on_key(self, key: int, mod: int) -> bool:
        """Move, then report."""
        used = super().on_key(key, mod)
        if used:
            self._settle()
        return used

    def _settle(self) -> None:
        if self.index != self.settled:
            self.settled = self.index
            self.on_settle(self.index)
