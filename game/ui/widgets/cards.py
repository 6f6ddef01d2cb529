"""White cards, tinted callouts and bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.ui.look import Look
from game.ui.theme import mix
from game.ui.widget import Pressable, Widget
from game.ui.widgets.boxes import Column, Padding, Row


class Card(Column):
    """A white rounded card with a hairline and a soft shadow; children in a column."""

    def __init__(
        self,
        id: str = "",
        children: Sequence[Widget] = (),
        *,
        padding: Padding = (24, 20),
        gap: float = 8,
        tone: str = "surface",
        border: str = "line",
        shadow: bool = True,
        radius: float = 12,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, children, padding=padding, gap=gap, **kwargs)
        self.tone = tone
        self.border = border
        self.shadow = shadow
        self.radius = radius

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw shadow, ground and hairline."""
        radius = look.gap(self.radius)
        if self.shadow:
            look.shapes.shadow(surface, self.rect, radius, look.color("shadow"))
        border = look.color(self.border) if self.border else None
        look.shapes.box(surface, self.rect, radius, look.color(self.tone), border)


class SelectCard(Card, Pressable):
    """A card that can be clicked and chosen, such as a decision."""

    def __init__(
        self,
        id: str,
        children: Sequence[Widget] = (),
        on_activate: Callable[[], None] | None = None,
        *,
        selected: bool = False,
        padding: Padding = (16, 12),
        shadow: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, children, padding=padding, shadow=shadow, radius=9, **kwargs)
        self.on_activate = on_activate
        self.selected = selected

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Blue frame when selected, a breath of blue when hovered, flat grey when disabled."""
        fill, border, width = look.color("surface"), look.color("line"), 1
        if not self.usable():
            fill = look.color("disabled_fill")
        elif self.selected:
            fill, border = look.color("blue_faint"), look.color("blue")
            width = max(2, look.gap(2))
        elif self.hovered:
            fill, border = look.color("blue_faint"), mix(border, look.color("blue"), 0.5)
        look.shapes.box(surface, self.rect, look.gap(self.radius), fill, border, width)


class Callout(Row):
    """A tinted line of advice: icon and text side by side."""

    def __init__(
        self,
        id: str = "",
        children: Sequence[Widget] = (),
        *,
        tone: str = "blue_tint",
        padding: Padding = (16, 12),
        gap: float = 12,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("across", "center")
        super().__init__(id, children, padding=padding, gap=gap, **kwargs)
        self.tone = tone

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the tinted ground."""
        look.shapes.box(surface, self.rect, look.gap(8), look.color(self.tone))


class NavyBar(Row):
    """The navy bar at the top or bottom of a screen."""

    def __init__(
        self,
        id: str = "",
        children: Sequence[Widget] = (),
        *,
        padding: Padding = (24, 8),
        gap: float = 16,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("across", "center")
        super().__init__(id, children, padding=padding, gap=gap, fill="navy", dark=True, **kwargs)
