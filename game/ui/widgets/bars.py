"""Bars to the right and left of a zero line."""

from __future__ import annotations

from typing import Any

import pygame

from game.ui.fonts import Weight
from game.ui.look import Look
from game.ui.widget import Widget


class SignedBar(Widget):
    """A bar from the zero line: right and green for a gain, left and orange for a loss.

    `low` and `high` are the ends of the axis all bars of a table share. `part` draws it smaller
    and paler: a part of the line above. `good_up=False` swaps the colours. `start` lets the bar
    begin at another value than zero, as in a waterfall. `label_px` is the width of the widest
    figure of the table, for which both ends keep room.
    """

    def __init__(
        self,
        value: float,
        low: float,
        high: float,
        text: str,
        *,
        part: bool = False,
        good_up: bool = True,
        start: float = 0,
        label_px: int = 0,
        id: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.label_px = label_px
        self.value = value
        self.low = min(low, 0)
        self.high = max(high, 0)
        self.text = text
        self.part = part
        self.good_up = good_up
        self.start = start

    def content_width(self, look: Look) -> int:
        """Bar and figures."""
        return look.px(240)

    def content_least_width(self, look: Look) -> int:
        """A short bar and figures."""
        return look.px(120)

    def content_height(self, look: Look, width: int) -> int:
        """A row of a table."""
        return look.px(30)

    def x(self, look: Look, value: float) -> int:
        """Where a value lies on the screen; figures keep room at both ends."""
        widest = max(look.px(46), self.label_px) + look.gap(8)
        margin = min(widest, self.rect.w * 2 // 5)
        span = (self.high - self.low) or 1
        room = max(1, self.rect.w - 2 * margin)
        return self.rect.x + margin + round(room * (value - self.low) / span)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw bar, figure and zero line."""
        zero = self.x(look, 0)
        begin, end = self.x(look, self.start), self.x(look, self.start + self.value)
        gain = (self.value >= 0) == self.good_up
        tone = "good" if gain else "bad"
        fill = look.color(tone)
        if self.part:
            fill = look.color("band" if gain else "bad_soft")
        bar = pygame.Rect(
            min(begin, end), 0, max(2, abs(end - begin)), look.px(8 if self.part else 15)
        )
        bar.centery = self.rect.centery
        look.shapes.box(surface, bar, look.gap(3), fill)
        surface.fill(look.color("ink_soft"), (zero, self.rect.y, 1, self.rect.h))
        weight: Weight = "medium" if self.part else "semibold"
        size = 13 if self.part else 14
        left = self.value < 0
        spot = (
            (bar.left - look.gap(8), bar.centery)
            if left
            else (bar.right + look.gap(8), bar.centery)
        )
        look.text.draw(
            surface,
            self.text,
            spot,
            size,
            weight,
            look.color(tone),
            "midright" if left else "midleft",
        )


class ShareBar(Widget):
    """Coloured stretches of one bar side by side: (share, tone) pairs, shares summing to 1."""

    def __init__(
        self,
        shares: tuple[tuple[float, str], ...],
        *,
        thickness: float = 8,
        id: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.shares = shares
        self.thickness = thickness

    def content_width(self, look: Look) -> int:
        """A comfortable length."""
        return look.px(160)

    def content_least_width(self, look: Look) -> int:
        """A short length."""
        return look.px(48)

    def content_height(self, look: Look, width: int) -> int:
        """The bar."""
        return look.px(self.thickness)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the stretches with a hair of space between them."""
        x: float = self.rect.x
        thick = look.px(self.thickness)
        for share, tone in self.shares:
            width = self.rect.w * share
            if width >= 1:
                part = pygame.Rect(round(x), 0, max(1, round(width) - look.gap(2)), thick)
                part.centery = self.rect.centery
                look.shapes.box(surface, part, look.gap(3), look.color(tone))
            x += width
