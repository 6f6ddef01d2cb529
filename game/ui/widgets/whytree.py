"""Rows that explain a figure: cause, rule and effect, with causes of causes set in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pygame

from game.ui.fonts import Weight
from game.ui.layout import Track, distribute
from game.ui.look import Look
from game.ui.widget import Widget
from game.ui.widgets.bars import SignedBar


@dataclass(frozen=True, slots=True)
class WhyRow:
    """One cause. `depth` 0 stands on the trunk, 1 explains the row above it, and so on."""

    key: str
    title: str
    rule: str
    value: float
    value_text: str
    icon: str = ""
    depth: int = 0
    decision: bool = False


class WhyTree(Widget):
    """Rows joined by lines. With `on_row(key)` rows can be chosen and opened."""

    pointer = True

    def __init__(
        self,
        id: str,
        rows: Sequence[WhyRow],
        headings: tuple[str, str, str],
        *,
        on_row: Callable[[str], None] | None = None,
        good_up: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.rows = list(rows)
        self.headings = headings
        self.on_row = on_row
        self.good_up = good_up
        self.chosen = 0
        self.focusable = on_row is not None and bool(self.rows)
        self._head = 1
        self._tops = [0]
        self._widths = [0, 0, 0]

    def content_width(self, look: Look) -> int:
        """A comfortable tree."""
        return look.px(720)

    def content_least_width(self, look: Look) -> int:
        """A narrow tree: long rules take two lines."""
        return look.px(380)

    def content_height(self, look: Look, width: int) -> int:
        """Headings and rows."""
        return look.px(28) + sum(self._row_heights(look, self._columns(look, width)))

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Share the width among the three columns; long texts make a row higher."""
        super().place(look, rect)
        self._head = look.px(28)
        self._widths = self._columns(look, rect.w)
        heights = self._row_heights(look, self._widths)
        self._tops = list(accumulate(heights, initial=self._head))

    def _columns(self, look: Look, width: int) -> list[int]:
        """Widths of cause, rule and effect."""
        tracks = [
            Track(look.px(150), look.px(290), 1),
            Track(look.px(60), look.px(250), 1),
            Track(look.px(130), look.px(240), 1),
        ]
        return distribute(width, tracks)

    def _row_heights(self, look: Look, widths: list[int]) -> list[int]:
        more = look.text.line_height(13)
        return [
            look.px(31) + more * (max(len(self._title(look, row, widths)),
                                      len(self._rule(look, row, widths)), 1) - 1)
            for row in self.rows
        ]  # fmt: skip

    def _title(self, look: Look, row: WhyRow, widths: list[int]) -> list[str]:
        """The cause in at most two lines."""
        left = self._indent(look, row.depth) + look.gap(36) + look.px(22) // 2
        room = max(1, widths[0] - left - look.gap(10))
        return _two_lines(*look.text.wrap(row.title, room, 13, _weight(row)))

    def _rule(self, look: Look, row: WhyRow, widths: list[int]) -> list[str]:
        """The rule in at most two lines."""
        return _two_lines(*look.text.wrap(row.rule, max(1, widths[1] - look.gap(10)), 13))

    def row_rect(self, number: int) -> pygame.Rect:
        """The rectangle of a row."""
        top, end = self._tops[number], self._tops[number + 1]
        return pygame.Rect(self.rect.x, self.rect.y + top, self.rect.w, end - top)

    def parts(self) -> dict[str, pygame.Rect]:
        """The rows by key."""
        return {row.key: self.row_rect(n) for n, row in enumerate(self.rows)}

    def focus_rect(self) -> pygame.Rect:
        """The chosen row."""
        return self.row_rect(self.chosen).inflate(0, -4)

    def _indent(self, look: Look, depth: int) -> int:
        return look.gap(8) + depth * look.gap(28)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw headings, joining lines and rows."""
        self._paint_headings(look, surface)
        for number in range(len(self.rows)):
            self._paint_ground(look, surface, number)
        for number in range(len(self.rows)):
            self._paint_join(look, surface, number)
        for number, row in enumerate(self.rows):
            self._paint_row(look, surface, row, self.row_rect(number))

    def _paint_headings(self, look: Look, surface: pygame.Surface) -> None:
        x = self.rect.x
        y = self.rect.y + self._head // 2
        inset = self._indent(look, 0) + look.gap(28)
        for number, (text, width) in enumerate(zip(self.headings, self._widths, strict=True)):
            left = x + (inset if number == 0 else 0)
            look.text.draw(
                surface,
                text.upper(),
                (left, y),
                11,
                "semibold",
                look.color("muted"),
                "midleft",
                max_width=max(0, x + width - left - look.gap(8)),
                spacing=0.6,
            )
            x += width

    def _paint_ground(self, look: Look, surface: pygame.Surface, number: int) -> None:
        rect = self.row_rect(number)
        if self.on_row is not None and self.hovered and self._row_at() == number:
            surface.fill(look.color("blue_faint"), rect)
        if number:
            left = self.rect.x + self._indent(look, self.rows[number].depth) + look.gap(24)
            surface.fill(look.color("line_soft"), (left, rect.y, rect.right - left, 1))

    def parent_of(self, number: int) -> int | None:
        """The row a row explains; None for those on the trunk."""
        depth = self.rows[number].depth
        for above in range(number - 1, -1, -1):
            if self.rows[above].depth < depth:
                return above
        return None

    def _paint_join(self, look: Look, surface: pygame.Surface, number: int) -> None:
        """An elbow from the row this one explains, or from the trunk."""
        row, rect = self.rows[number], self.row_rect(number)
        parent = self.parent_of(number)
        thick = max(1, look.gap(2))
        color = look.color("slate")
        x = self.rect.x + self._indent(look, row.depth) - look.gap(2)
        if row.depth:
            x = self.rect.x + self._indent(look, row.depth - 1) + look.gap(28)
        top = self.rect.y + look.gap(4) if parent is None else self.row_rect(parent).centery
        surface.fill(color, (x, top, thick, rect.centery - top))
        end = self.rect.x + self._indent(look, row.depth) + look.gap(28)
        surface.fill(color, (x, rect.centery - thick // 2, max(0, end - x), thick))

    def _paint_row(
        self, look: Look, surface: pygame.Surface, row: WhyRow, rect: pygame.Rect
    ) -> None:
        disc = look.px(22)
        center = (self.rect.x + self._indent(look, row.depth) + look.gap(28), rect.centery)
        ground, ink = ("band_soft", "blue") if row.decision else ("track", "ink_soft")
        look.shapes.disc(surface, center, disc, look.color(ground))
        look.icons.draw(surface, row.icon, center, look.px(13), look.color(ink))
        left = center[0] + disc // 2 + look.gap(8)
        end = self.rect.x + self._widths[0]
        self._paint_lines(
            look, surface, self._title(look, row, self._widths), (left, rect.centery),
            end - left - look.gap(10), _weight(row), "ink",
        )  # fmt: skip
        self._paint_lines(
            look, surface, self._rule(look, row, self._widths), (end, rect.centery),
            self._widths[1] - look.gap(10), "regular", "ink_soft",
        )  # fmt: skip
        if row.value_text:
            self._paint_bar(look, surface, row, rect)

    def _paint_lines(
        self,
        look: Look,
        surface: pygame.Surface,
        lines: list[str],
        spot: tuple[int, int],
        room: int,
        weight: Weight,
        tone: str,
    ) -> None:
        """Lines one below the other around the middle of a row."""
        step = look.text.line_height(13)
        y = spot[1] - step * (len(lines) - 1) / 2
        for line in lines:
            look.text.draw(
                surface, line, (spot[0], y), 13, weight, look.color(tone), "midleft",
                max_width=max(0, room),
            )  # fmt: skip
            y += step

    def _paint_bar(
        self, look: Look, surface: pygame.Surface, row: WhyRow, rect: pygame.Rect
    ) -> None:
        values = [r.value for r in self.rows]
        widest = max(look.text.width(r.value_text, 14, "semibold") for r in self.rows)
        bar = SignedBar(
            row.value,
            min(values),
            max(values),
            row.value_text,
            part=row.depth > 0,
            good_up=self.good_up,
            label_px=widest,
        )
        left = self.rect.x + self._widths[0] + self._widths[1]
        bar.place(look, pygame.Rect(left, rect.y, self._widths[2], rect.h))
        bar.paint(look, surface)

    def _row_at(self) -> int:
        if self.root is None:
            return -1
        return next((n for n in range(len(self.rows))
                     if self.row_rect(n).collidepoint(self.root.mouse)), -1)  # fmt: skip

    def on_hover(self, pos: tuple[int, int]) -> None:
        """Show which row is meant."""
        if self.on_row is not None:
            self.invalidate()

    def on_release(self, pos: tuple[int, int]) -> None:
        """Open the row below the mouse."""
        for number in range(len(self.rows)):
            if self.row_rect(number).collidepoint(pos):
                self.chosen = number
                self.activate()
                return

    def activate(self) -> bool:
        """Report the chosen row."""
        if self.on_row is None or not self.rows or not self.usable():
            return False
        self.on_row(self.rows[self.chosen].key)
        return True

    def on_key(self, key: int, mod: int) -> bool:
        """Up and down choose a row, Enter opens it."""
        if key in (pygame.K_RETURN, pygame.K_SPACE) and not mod & pygame.KMOD_CTRL:
            return self.activate()
        wanted = self.chosen + {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(key, 0)
        if wanted == self.chosen or not 0 <= wanted < len(self.rows):
            return False
        self.chosen = wanted
        self.invalidate()
        if self.root is not None:
            self.root.reveal(self)
        return True

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """Title and rule of the row below the mouse, in full."""
        for number, row in enumerate(self.rows):
            if self.row_rect(number).collidepoint(pos):
                return f"{row.title}\n{row.rule}"
        return self.tooltip


def _weight(row: WhyRow) -> Weight:
    return "medium" if row.depth else "semibold"


def _two_lines(*lines: str) -> list[str]:
    """Lines as they are; from the third on they are joined to the second, which is cut."""
    return list(lines) if len(lines) <= 2 else [lines[0], " ".join(lines[1:])]
