"""Drawn pieces of the briefing: a big figure with its unit, and the arrow of an axis."""

from __future__ import annotations

import pygame

from game.ui.look import Look
from game.ui.widget import Widget


class BigFigure(Widget):
    """A large number with its unit smaller beside it, on one baseline."""

    def __init__(self, number: str, unit: str = "", *, size: float = 30) -> None:
        super().__init__("")
        self.number = number
        self.unit = unit
        self.size = size

    def _sizes(self) -> tuple[float, ...]:
        """Sizes of the number, from the best to the smallest that can be read."""
        return tuple(x for x in (self.size, 22, 18, 15) if x <= self.size)

    def _width_at(self, look: Look, size: float) -> int:
        width = look.text.width(self.number, size, "bold")
        if self.unit:
            width += look.gap(5) + look.text.width(self.unit, _unit_size(size), "semibold")
        return width

    def _fitting(self, look: Look, room: int) -> float:
        """The largest size at which number and unit are not cut."""
        sizes = self._sizes()
        return next((x for x in sizes if self._width_at(look, x) <= room), sizes[-1])

    def content_width(self, look: Look) -> int:
        """Number, gap and unit."""
        return self._width_at(look, self.size)

    def content_least_width(self, look: Look) -> int:
        """The same in small letters: a long figure must not push its neighbours."""
        return min(self.content_width(look), self._width_at(look, self._sizes()[-1]))

    def content_height(self, look: Look, width: int) -> int:
        """The number's line."""
        return look.text.line_height(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the number, then the unit a little lower so that both stand on one line."""
        size = self._fitting(look, self.rect.w)
        drawn = look.text.draw(
            surface, self.number, self.rect.midleft, size, "bold", look.color("ink"),
            "midleft", max_width=self.rect.w,
        )  # fmt: skip
        left, drop = drawn.right + look.gap(5), look.px((size - _unit_size(size)) * 0.35)
        if self.unit and left < self.rect.right:
            look.text.draw(
                surface, self.unit, (left, self.rect.centery + drop), _unit_size(size), "semibold",
                look.color("ink_soft"), "midleft", max_width=self.rect.right - left,
            )  # fmt: skip

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """Number and unit: they may be cut."""
        return f"{self.number} {self.unit}".strip()


def _unit_size(size: float) -> float:
    """The unit is smaller than its number, down to what can be read."""
    return 18 if size >= 30 else min(size, 14)


class AxisArrow(Widget):
    """A thin arrow with two heads, as wide as it may be."""

    def content_width(self, look: Look) -> int:
        """A short arrow; it takes what the words beside it leave."""
        return look.px(24)

    def content_least_width(self, look: Look) -> int:
        """Hardly more than its heads."""
        return look.px(20)

    def content_height(self, look: Look, width: int) -> int:
        """The heads."""
        return look.px(10)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw line and heads."""
        side, color = look.px(8), look.color("slate")
        line = pygame.Rect(self.rect.x + side // 2, 0, self.rect.w - side, max(1, look.gap(1)))
        line.centery = self.rect.centery
        surface.fill(color, line)
        y = self.rect.centery
        look.shapes.triangle(surface, (self.rect.x + side / 2, y), side, color, "left")
        look.shapes.triangle(surface, (self.rect.right - side / 2, y), side, color, "right")
