"""A field that opens a list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.ui.layers import Layer
from game.ui.layout import place_near
from game.ui.look import Look
from game.ui.widget import Pressable, Widget
from game.ui.widgets.cards import Card
from game.ui.widgets.lists import ListItem, ListView
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option


class Dropdown(Pressable):
    """Shows the chosen option; Enter, Space, Down or a click opens the list `<id>-list`."""

    def __init__(
        self,
        id: str,
        options: Sequence[Option],
        selected: str = "",
        on_change: Callable[[str], None] | None = None,
        *,
        size: float = 14,
        dark: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.options = list(options)
        self.selected = selected or (self.options[0].key if self.options else "")
        self.on_change = on_change
        self.size = size
        self.dark = dark
        self._layer: Layer | None = None

    def text(self) -> str:
        """The text of the chosen option."""
        return next((o.text for o in self.options if o.key == self.selected), "")

    def content_width(self, look: Look) -> int:
        """The widest option, the arrow and padding."""
        widest = max(
            (look.text.width(o.text, self.size, "medium") for o in self.options), default=0
        )
        return widest + look.px(18) + look.gap(36)

    def content_least_width(self, look: Look) -> int:
        """Some letters."""
        return min(self.content_width(look), look.px(self.size * 6) + look.gap(36))

    def content_height(self, look: Look, width: int) -> int:
        """36 nominal pixels."""
        return look.px(36)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw frame, text and arrow."""
        fill, border, ink = "surface", "line", "ink"
        if self.dark:
            fill, border, ink = "navy_raised", "navy_line", "on_navy"
        if not self.usable():
            fill, ink = ("navy" if self.dark else "disabled_fill"), "slate"
        elif self.hovered:
            border = "slate"
        look.shapes.box(surface, self.rect, look.gap(8), look.color(fill), look.color(border))
        icon = look.px(18)
        right = self.rect.right - look.gap(10)
        look.icons.draw(
            surface, "chevron-down", (right - icon / 2, self.rect.centery), icon, look.color(ink)
        )
        left = self.rect.x + look.gap(14)
        look.text.draw(
            surface,
            self.text(),
            (left, self.rect.centery),
            self.size,
            "medium",
            look.color(ink),
            "midleft",
            max_width=max(0, right - icon - look.gap(6) - left),
        )

    def activate(self) -> bool:
        """Open the list."""
        if not self.usable() or self.root is None or self._layer is not None:
            return False
        items = [ListItem(o.key, o.text, icon=o.icon, enabled=o.enabled) for o in self.options]
        view = _PopupList(f"{self.id}-list", items, self.selected, on_open=self._choose)
        card = Card(
            f"{self.id}-popup", [ScrollArea(f"{self.id}-scroll", view, stretch=1)], padding=6
        )
        self._layer = self.root.open_layer(card, "popup", self._place_list, self._closed)
        return True

    def on_key(self, key: int, mod: int) -> bool:
        """Down opens too."""
        if key == pygame.K_DOWN and not mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return self.activate()
        return super().on_key(key, mod)

    def _place_list(self, look: Look, widget: Widget, bounds: pygame.Rect) -> pygame.Rect:
        width = max(self.rect.w, widget.natural_width(look))
        height = min(widget.height_for(look, width), look.px(320))
        return place_near(self.rect, (width, height), bounds.inflate(-8, -8), look.gap(4))

    def _closed(self) -> None:
        self._layer = None

    def _choose(self, key: str) -> None:
        if self._layer is not None and self.root is not None:
            self.root.close_layer(self._layer)
        if key != self.selected:
            self.selected = key
            self.relayout()
            if self.on_change is not None:
                self.on_change(key)


class _PopupList(ListView):
    """A list whose lines open at the first click."""

    def on_release(self, pos: tuple[int, int]) -> None:
        item = self.item_at(pos)
        if item is not None and item.enabled:
            self.selected = item.key
            self.activate()
