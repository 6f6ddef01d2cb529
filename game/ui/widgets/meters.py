"""Small gauges: dots, segments, a meter bar, signal bars and a sparkline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pygame

from game.ui.look import Look
from game.ui.shapes import thick_line
from game.ui.widget import Widget


class Dots(Widget):
    """`filled` of `total` dots, as for political capital."""

    def __init__(
        self,
        filled: int,
        total: int,
        *,
        tone: str = "blue",
        empty: str = "track",
        size: float = 11,
        id: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.total = max(0, total)
        self.filled = max(0, min(self.total, filled))
        self.tone = tone
        self.empty = empty
        self.size = size

    def content_width(self, look: Look) -> int:
        """The dots and the space between them."""
        return self.total * look.px(self.size) + max(0, self.total - 1) * look.gap(7)

    def content_height(self, look: Look, width: int) -> int:
        """One dot."""
        return look.px(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the dots; empty ones are rings, so that shape repeats what colour says."""
        side = look.px(self.size)
        for number in range(self.total):
            center = (self.rect.x + side / 2 + number * (side + look.gap(7)), self.rect.centery)
            if number < self.filled:
                look.shapes.disc(surface, center, side, look.color(self.tone))
            else:
                look.shapes.disc(surface, center, side, look.color(self.empty), look.color("slate"))


class Segments(Widget):
    """`filled` of `total` small upright blocks, as for patience or mood."""

    def __init__(
        self, filled: int, total: int, *, tone: str = "blue", id: str = "", **kwargs: Any
    ) -> None:
        super().__init__(id, **kwargs)
        self.total = max(0, total)
        self.filled = max(0, min(self.total, filled))
        self.tone = tone

    def content_width(self, look: Look) -> int:
        """The blocks and the space between them."""
        return self.total * look.px(9) + max(0, self.total - 1) * look.gap(3)

    def content_height(self, look: Look, width: int) -> int:
        """One block."""
        return look.px(16)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the blocks."""
        step = look.px(9) + look.gap(3)
        for number in range(self.total):
            block = pygame.Rect(self.rect.x + number * step, 0, look.px(9), look.px(16))
            block.centery = self.rect.centery
            tone = self.tone if number < self.filled else "track"
            look.shapes.box(surface, block, look.gap(2), look.color(tone))


class MeterBar(Widget):
    """A thin bar filled from the left; `share` is 0 to 1."""

    def __init__(
        self,
        share: float,
        *,
        tone: str = "blue",
        track: str = "track",
        thickness: float = 6,
        id: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.share = max(0.0, min(1.0, share))
        self.tone = tone
        self.track = track
        self.thickness = thickness

    def content_width(self, look: Look) -> int:
        """A short bar."""
        return look.px(72)

    def content_least_width(self, look: Look) -> int:
        """A very short bar."""
        return look.px(24)

    def content_height(self, look: Look, width: int) -> int:
        """The bar."""
        return look.px(self.thickness)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw track and filled part."""
        draw_meter(
            look, surface, self.rect, self.share, self.tone, self.track, look.px(self.thickness)
        )


def draw_meter(
    look: Look,
    surface: pygame.Surface,
    rect: pygame.Rect,
    share: float,
    tone: str,
    track: str,
    thick: int,
) -> None:
    """A meter in the middle of `rect`, `thick` pixels high."""
    bar = pygame.Rect(rect.x, 0, rect.w, thick)
    bar.centery = rect.centery
    look.shapes.box(surface, bar, thick // 2, look.color(track))
    if share > 0:
        bar.w = max(thick, round(rect.w * share))
        look.shapes.box(surface, bar, thick // 2, look.color(tone))


class SignalBars(Widget):
    """Three rising bars, `strength` 0 to 3 of them dark: how sure something is."""

    def __init__(
        self, strength: int, *, tone: str = "ink_soft", id: str = "", **kwargs: Any
    ) -> None:
        super().__init__(id, **kwargs)
        self.strength = max(0, min(3, strength))
        self.tone = tone

    def content_width(self, look: Look) -> int:
        """Three bars."""
        return look.px(16)

    def content_height(self, look: Look, width: int) -> int:
        """The highest bar."""
        return look.px(13)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the bars."""
        wide, base = look.px(4), self.rect.centery + look.px(6.5)
        for number in range(3):
            high = look.px(5 + 4 * number)
            bar = pygame.Rect(self.rect.x + number * look.px(6), base - high, wide, high)
            tone = self.tone if number < self.strength else "track"
            look.shapes.box(surface, bar, look.gap(1), look.color(tone))


class Sparkline(Widget):
    """A thin line through values, with a dot at the last one."""

    def __init__(
        self,
        values: Sequence[float],
        *,
        tone: str = "blue",
        dot: str = "ink",
        id: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.values = tuple(values)
        self.tone = tone
        self.dot = dot

    def content_width(self, look: Look) -> int:
        """A short line."""
        return look.px(96)

    def content_least_width(self, look: Look) -> int:
        """A very short line."""
        return look.px(32)

    def content_height(self, look: Look, width: int) -> int:
        """A low strip."""
        return look.px(14)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the line."""
        draw_sparkline(look, surface, self.rect, self.values, self.tone, self.dot)


def draw_sparkline(
    look: Look,
    surface: pygame.Surface,
    rect: pygame.Rect,
    values: tuple[float, ...],
    tone: str,
    dot: str,
) -> None:
    """A line through `values` that fills `rect`; fewer than two values draw nothing."""
    if len(values) < 2 or rect.w < 8 or rect.h < 6:
        return
    low, high = min(values), max(values)
    span = (high - low) or 1

    def paint(large: pygame.Surface, factor: int) -> None:
        margin = 3 * factor
        room, height = large.get_width() - 2 * margin, large.get_height() - 2 * margin
        points = [
            (margin + room * n / (len(values) - 1), margin + height * (1 - (v - low) / span))
            for n, v in enumerate(values)
        ]
        thick_line(large, points, 1.6 * factor, look.color(tone))
        pygame.draw.circle(large, look.color(dot), points[-1], 2.6 * factor)

    image = look.shapes.smooth(
        ("spark", values, tone, dot, look.theme), rect.size, paint, look.color(tone)
    )
    surface.blit(image, rect)
