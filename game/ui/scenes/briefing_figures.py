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

    def content_width(self, look: Look) -> int:
        """Number, gap and unit."""
        width = look.text.width(self.number, self.size, "bold")
        if self.unit:
            width += look.gap(5) + look.text.width(self.unit, 18, "semibold")
        return width

    def content_height(self, look: Look, width: int) -> int:
        """The number's line."""
        return look.text.line_height(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the number, then the unit a little lower so that both stand on one line."""
        drawn = look.text.draw(
            surface, self.number, self.rect.midleft, self.size, "bold", look.color("ink"),
            "midleft", max_width=self.rect.w,
        )  # fmt: skip
        left, drop = drawn.right + look.gap(5), look.px(self.size * 0.14)
        if self.unit and left < self.rect.right:
            look.text.draw(
                surface, self.unit, (left, self.rect.centery + drop), 18, "semibold",
                look.color("ink_soft"), "midleft", max_width=self.rect.right - left,
            )  # fmt: skip

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """Number and unit: they may be cut."""
        return f"{self.number} {self.unit}".strip()


class AxisArrow(Widget):
    """A thin arrow with two heads, as wide as it may be."""

    def content_width(self, look: Look) -> int:
        """A short arrow."""
        return look.px(60)

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
