"""A line chart with two series, the ground between them tinted, and numbered markers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui.look import Look
from game.ui.shapes import Point, dashed_line, thick_line
from game.ui.widget import Widget
from game.ui.widgets.badges import draw_number


@dataclass(frozen=True, slots=True)
class Series:
    """A named line: its last value as text, tones of line and text, dashed or not."""

    name: str
    values: tuple[float, ...]
    last_text: str
    tone: str = "amber_line"
    text_tone: str = "amber_ink"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class ChartMarker:
    """A numbered disc on the first series at position `at` of the x axis (0 is the first)."""

    number: int
    at: float
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A small remark at position `at` on series number `series`."""

    text: str
    at: float
    series: int = 1


class LineChart(Widget):
    """One or two series over shared x labels. `on_marker(number)` makes markers clickable."""

    pointer = True

    def __init__(
        self,
        id: str,
        series: Sequence[Series],
        x_labels: Sequence[str],
        *,
        y_ticks: Sequence[tuple[float, str]],
        markers: Sequence[ChartMarker] = (),
        notes: Sequence[Note] = (),
        on_marker: Callable[[int], None] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.series = list(series)
        self.x_labels = list(x_labels)
        self.y_ticks = list(y_ticks)
        self.markers = list(markers)
        self.notes = list(notes)
        self.on_marker = on_marker
        self.focusable = on_marker is not None and bool(self.markers)
        self.chosen = 0
        self._plot = pygame.Rect(0, 0, 1, 1)
        self._disc = 22

    def content_width(self, look: Look) -> int:
        """A comfortable chart."""
        return look.px(520)

    def content_least_width(self, look: Look) -> int:
        """A small chart."""
        return look.px(280)

    def content_height(self, look: Look, width: int) -> int:
        """A comfortable chart."""
        return look.px(260)

    def content_least_height(self, look: Look, width: int) -> int:
        """A low chart."""
        return look.px(140)

    # --- geometry -------------------------------------------------------------------------

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Find the plot inside the axis labels and the names at the right."""
        super().place(look, rect)
        left = max((look.text.width(t, 12) for _, t in self.y_ticks), default=0) + look.gap(10)
        names = [look.text.width(s.name, 13, "semibold") for s in self.series]
        lasts = [look.text.width(s.last_text, 18, "semibold") for s in self.series]
        right = max(names + lasts, default=0) + look.gap(18)
        right = min(right, rect.w // 3)
        top, bottom = look.px(12), look.px(26)
        self._plot = pygame.Rect(
            rect.x + left,
            rect.y + top,
            max(1, rect.w - left - right),
            max(1, rect.h - top - bottom),
        )
        self._disc = look.px(22)

    def _count(self) -> int:
        return max([len(self.x_labels), *(len(s.values) for s in self.series), 2])

    def point(self, at: float, value: float) -> tuple[int, int]:
        """Where a value lies on the screen."""
        low = min((v for v, _ in self.y_ticks), default=0)
        high = max((v for v, _ in self.y_ticks), default=1)
        share = (value - low) / ((high - low) or 1)
        x = self._plot.x + self._plot.w * at / (self._count() - 1)
        return round(x), round(self._plot.bottom - self._plot.h * share)

    def value_at(self, series: int, at: float) -> float:
        """The value of a series between its points."""
        values = self.series[series].values
        first = max(0, min(len(values) - 1, int(at)))
        second = min(len(values) - 1, first + 1)
        return values[first] + (values[second] - values[first]) * (at - first)

    def marker_rect(self, marker: ChartMarker) -> pygame.Rect:
        """The disc of a marker."""
        rect = pygame.Rect(0, 0, self._disc, self._disc)
        rect.center = self.point(marker.at, self.value_at(0, marker.at))
        return rect

    def parts(self) -> dict[str, pygame.Rect]:
        """The markers by number."""
        return {str(m.number): self.marker_rect(m) for m in self.markers}

    def focus_rect(self) -> pygame.Rect:
        """The chosen marker."""
        return self.marker_rect(self.markers[self.chosen]) if self.markers else self.rect

    # --- drawing --------------------------------------------------------------------------

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw grid, lines, names, remarks and markers."""
        self._paint_axes(look, surface)
        image = look.shapes.smooth(
            ("chart", tuple(self.series), self._count(), tuple(self.y_ticks), look.theme),
            self._plot.size,
            lambda large, factor: self._paint_lines(look, large, factor),
            look.color("amber_wash"),
        )
        surface.blit(image, self._plot)
        self._paint_ends(look, surface)
        for note in self.notes:
            self._paint_note(look, surface, note)
        for marker in self.markers:
            rect = self.marker_rect(marker)
            for y in range(rect.bottom, self._plot.bottom, 6):
                surface.fill(look.color("band"), (rect.centerx, y, 1, 3))
            look.shapes.disc(surface, rect.center, rect.w + look.gap(4), look.color("surface"))
            draw_number(look, surface, rect.center, 22, "blue", "surface", str(marker.number))

    def _paint_axes(self, look: Look, surface: pygame.Surface) -> None:
        muted = look.color("muted")
        for value, text in self.y_ticks:
            _, y = self.point(0, value)
            surface.fill(look.color("line_soft"), (self._plot.x, y, self._plot.w, 1))
            look.text.draw(
                surface, text, (self._plot.x - look.gap(10), y), 12, "regular", muted, "midright"
            )
        widest = max((look.text.width(t, 12) for t in self.x_labels), default=1) + look.gap(12)
        room = self._plot.w / max(1, len(self.x_labels) - 1)
        every = max(1, -(-widest // max(1, int(room))))
        for number, text in enumerate(self.x_labels):
            if number % every == 0:
                x, _ = self.point(number, 0)
                look.text.draw(
                    surface,
                    text,
                    (x, self._plot.bottom + look.gap(6)),
                    12,
                    "regular",
                    muted,
                    "midtop",
                )

    def _line_points(self, series: Series, factor: int) -> list[Point]:
        out: list[Point] = []
        for number, value in enumerate(series.values):
            x, y = self.point(number, value)
            out.append(((x - self._plot.x) * factor, (y - self._plot.y) * factor))
        return out

    def _paint_lines(self, look: Look, large: pygame.Surface, factor: int) -> None:
        lines = [self._line_points(s, factor) for s in self.series]
        if len(lines) == 2 and lines[0] and lines[1]:
            shared = min(len(lines[0]), len(lines[1]))
            outline = lines[0][:shared] + lines[1][:shared][::-1]
            if len(outline) > 2:
                pygame.draw.polygon(large, (*look.color("amber_wash"), 130), outline)
        for series, points in reversed(list(zip(self.series, lines, strict=True))):
            color, width = look.color(series.tone), 2.6 * look.theme.zoom * factor
            if series.dashed:
                dashed_line(large, points, width, color, 7 * factor, 5 * factor)
            else:
                thick_line(large, points, width, color)

    def _paint_ends(self, look: Look, surface: pygame.Surface) -> None:
        """Dots, names and last values at the right, kept apart from each other."""
        step = look.px(40)
        ends = [
            self.point(len(s.values) - 1, s.values[-1])[1] if s.values else 0 for s in self.series
        ]
        heights = list(ends)
        if len(heights) == 2 and abs(heights[0] - heights[1]) < step:
            middle = sum(heights) // 2
            sign = 1 if heights[0] <= heights[1] else -1
            heights = [middle - sign * step // 2, middle + sign * step // 2]
        for series, end, y in zip(self.series, ends, heights, strict=True):
            if not series.values:
                continue
            x, _ = self.point(len(series.values) - 1, 0)
            look.shapes.disc(surface, (x, end), look.px(8), look.color(series.tone))
            left = self._plot.right + look.gap(14)
            room = max(0, self.rect.right - left)
            look.text.draw(
                surface,
                series.name,
                (left, y - look.px(9)),
                13,
                "semibold",
                look.color(series.text_tone),
                "midleft",
                max_width=room,
            )
            look.text.draw(
                surface,
                series.last_text,
                (left, y + look.px(10)),
                18,
                "semibold",
                look.color(series.text_tone),
                "midleft",
                max_width=room,
            )

    def _paint_note(self, look: Look, surface: pygame.Surface, note: Note) -> None:
        if note.series >= len(self.series) or not self.series[note.series].values:
            return
        spot = self.point(note.at, self.value_at(note.series, note.at))
        look.shapes.disc(surface, spot, look.px(9), look.color("slate"), look.color("surface"), 1)
        text = look.text.fit(note.text, self._plot.w, 12, "medium")
        width = look.text.width(text, 12, "medium") + look.gap(8)
        left = min(spot[0] + look.gap(8), self._plot.right - width)
        ground = pygame.Rect(left, spot[1] + look.px(8), width, look.px(18))
        surface.fill(look.color("surface"), ground)
        look.text.draw(
            surface,
            text,
            (ground.x + look.gap(4), ground.centery),
            12,
            "medium",
            look.color("ink_soft"),
            "midleft",
        )

    # --- input ----------------------------------------------------------------------------

    def on_release(self, pos: tuple[int, int]) -> None:
        """Choose the marker below the mouse."""
        for number, marker in enumerate(self.markers):
            if self.marker_rect(marker).collidepoint(pos):
                self.chosen = number
                self.activate()
                return

    def activate(self) -> bool:
        """Report the chosen marker."""
        if self.on_marker is None or not self.markers or not self.usable():
            return False
        self.on_marker(self.markers[self.chosen].number)
        return True

    def on_key(self, key: int, mod: int) -> bool:
        """Left and right choose a marker, Enter opens it."""
        if key in (pygame.K_RETURN, pygame.K_SPACE) and not mod & pygame.KMOD_CTRL:
            return self.activate()
        wanted = self.chosen + {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(key, 0)
        if wanted == self.chosen or not 0 <= wanted < len(self.markers):
            return False
        self.chosen = wanted
        self.invalidate()
        return True

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """The explanation of the marker below the mouse."""
        for marker in self.markers:
            if self.marker_rect(marker).collidepoint(pos):
                return marker.tooltip
        return self.tooltip
