"""A forecast as a band (range), a tick (now) and a dot (best guess or what happened)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pygame

from game.ui.look import Look
from game.ui.widget import Widget


@dataclass(frozen=True, slots=True)
class RangeMarks:
    """Positions on an axis from `low` to `high`, in any one unit; None leaves a mark out.

    `dot` is drawn filled in `dot_tone`, `ring` as an empty circle (the offer before the counter).
    """

    low: float
    high: float
    band: tuple[float, float] | None = None
    now: float | None = None
    dot: float | None = None
    ring: float | None = None
    dot_tone: str = "blue"

    def share(self, value: float) -> float:
        """Where a value lies on the axis, held within 0 and 1."""
        span = self.high - self.low
        return 0.5 if span <= 0 else max(0.0, min(1.0, (value - self.low) / span))


class RangeBar(Widget):
    """Draws `RangeMarks` on a track."""

    def __init__(
        self, marks: RangeMarks, *, id: str = "", middle: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(id, **kwargs)
        self.marks = marks
        self.middle = middle

    def content_width(self, look: Look) -> int:
        """A comfortable length."""
        return look.px(180)

    def content_least_width(self, look: Look) -> int:
        """A short length."""
        return look.px(64)

    def content_height(self, look: Look, width: int) -> int:
        """The tick."""
        return look.px(20)

    def x(self, value: float) -> int:
        """Where a value lies on the screen."""
        margin = min(6, self.rect.w // 8)
        return self.rect.x + margin + round((self.rect.w - 2 * margin) * self.marks.share(value))

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw track, band, tick, ring and dot, in this order."""
        marks, y = self.marks, self.rect.centery
        self._bar(look, surface, self.rect.x, self.rect.right, look.px(4), "line_soft")
        if self.middle:
            surface.fill(look.color("line"), (self.rect.centerx, self.rect.y, 1, self.rect.h))
        if marks.band is not None:
            left, right = self.x(min(marks.band)), self.x(max(marks.band))
            half = look.px(5)
            self._bar(look, surface, left - half, max(left, right) + half, look.px(10), "band")
        if marks.now is not None:
            tick = pygame.Rect(0, 0, max(2, look.gap(3)), look.px(15))
            tick.center = (self.x(marks.now), y)
            surface.fill(look.color("ink"), tick)
        if marks.ring is not None:
            look.shapes.disc(
                surface,
                (self.x(marks.ring), y),
                look.px(10),
                look.color("surface"),
                look.color("muted"),
                max(1, look.gap(2)),
            )
        if marks.dot is not None:
            center = (self.x(marks.dot), y)
            look.shapes.disc(surface, center, look.px(13), look.color("surface"))
            look.shapes.disc(surface, center, look.px(10), look.color(marks.dot_tone))

    def _bar(
        self, look: Look, surface: pygame.Surface, left: int, right: int, thick: int, tone: str
    ) -> None:
        left, right = max(left, self.rect.x), min(right, self.rect.right)
        bar = pygame.Rect(left, 0, max(1, right - left), thick)
        bar.centery = self.rect.centery
        look.shapes.box(surface, bar, thick // 2, look.color(tone))


class LegendMark(Widget):
    """A sample of one mark for a legend: "now", "band", "dot" or "ring"; or a filled swatch."""

    def __init__(self, kind: str, tone: str = "", **kwargs: Any) -> None:
        super().__init__("", **kwargs)
        self.kind = kind
        self.tone = tone

    def content_width(self, look: Look) -> int:
        """As wide as the mark."""
        return look.px({"band": 20, "now": 4}.get(self.kind, 12))

    def content_height(self, look: Look, width: int) -> int:
        """As high as a small line."""
        return look.px(14)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the sample."""
        box = pygame.Rect(0, 0, self.rect.w, look.px(8))
        box.center = self.rect.center
        if self.kind == "band":
            look.shapes.box(surface, box, box.h // 2, look.color(self.tone or "band"))
        elif self.kind == "now":
            tick = pygame.Rect(0, 0, max(2, look.gap(3)), look.px(13))
            tick.center = self.rect.center
            surface.fill(look.color("ink"), tick)
        elif self.kind == "dot":
            look.shapes.disc(
                surface, self.rect.center, look.px(10), look.color(self.tone or "blue")
            )
        elif self.kind == "ring":
            look.shapes.disc(
                surface,
                self.rect.center,
                look.px(10),
                look.color("surface"),
                look.color("muted"),
                max(1, look.gap(2)),
            )
        else:
            swatch = pygame.Rect(0, 0, look.px(12), look.px(12))
            swatch.center = self.rect.center
            look.shapes.box(surface, swatch, look.gap(3), look.color(self.tone or "slate"))
