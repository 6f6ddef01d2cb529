"""A table with a heading, hairlines and aligned figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui.layout import Track, distribute
from game.ui.look import Look
from game.ui.widget import Widget
from game.ui.widgets.labels import TEXT_ANCHORS, TextAlign


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: heading, share of spare width, alignment, tone and weight of its cells."""

    title: str
    stretch: int = 0
    align: TextAlign = "left"
    tone: str = "ink"
    strong: bool = False


class Table(Widget):
    """Rows of texts below small headings. With `on_row` the rows can be chosen and opened."""

    pointer = True

    def __init__(
        self,
        id: str,
        columns: Sequence[TableColumn],
        rows: Sequence[Sequence[str]],
        *,
        on_row: Callable[[int], None] | None = None,
        size: float = 13,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.columns = list(columns)
        self.rows = [list(row) for row in rows]
        self.on_row = on_row
        self.size = size
        self.chosen = 0
        self.focusable = on_row is not None and bool(self.rows)
        self._widths: list[int] = []
        self._row_height = self._head_height = 1

    def _natural(self, look: Look, number: int) -> int:
        column = self.columns[number]
        weight: Any = "semibold" if column.strong else "regular"
        cells = [
            look.text.width(row[number], self.size, weight)
            for row in self.rows
            if number < len(row)
        ]
        head = look.text.width(column.title.upper(), 11, "semibold", 0.6)
        return max([head, *cells]) + look.gap(16)

    def _tracks(self, look: Look) -> list[Track]:
        return [
            Track(
                min(self._natural(look, n), look.px(self.size * 4)),
                self._natural(look, n),
                column.stretch,
            )
            for n, column in enumerate(self.columns)
        ]

    def content_width(self, look: Look) -> int:
        """All columns."""
        return sum(track.natural for track in self._tracks(look))

    def content_least_width(self, look: Look) -> int:
        """Some letters of each column."""
        return sum(track.least for track in self._tracks(look))

    def content_height(self, look: Look, width: int) -> int:
        """Heading and rows."""
        return look.px(26) + len(self.rows) * look.px(self.size + 17)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Share the width among the columns."""
        super().place(look, rect)
        # The last column needs no space after it.
        self._widths = distribute(rect.w + look.gap(16), self._tracks(look))
        self._head_height, self._row_height = look.px(26), look.px(self.size + 17)

    def _row_rect(self, number: int) -> pygame.Rect:
        top = self.rect.y + self._head_height + number * self._row_height
        return pygame.Rect(self.rect.x, top, self.rect.w, self._row_height)

    def parts(self) -> dict[str, pygame.Rect]:
        """The rows by number."""
        return {str(n): self._row_rect(n) for n in range(len(self.rows))}

    def focus_rect(self) -> pygame.Rect:
        """The chosen row."""
        return self._row_rect(self.chosen).inflate(0, -6)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw heading and rows."""
        head = pygame.Rect(self.rect.x, self.rect.y, self.rect.w, self._head_height)
        self._paint_cells(look, surface, [c.title.upper() for c in self.columns], head, True)
        clip = surface.get_clip()
        for number, row in enumerate(self.rows):
            rect = self._row_rect(number)
            if not rect.colliderect(clip):
                continue
            if self.on_row and self.hovered and self._row_at() == number:
                surface.fill(look.color("blue_faint"), rect)
            surface.fill(look.color("line"), (rect.x, rect.y, rect.w, 1))
            self._paint_cells(look, surface, row, rect, False)

    def _paint_cells(
        self,
        look: Look,
        surface: pygame.Surface,
        texts: Sequence[str],
        rect: pygame.Rect,
        head: bool,
    ) -> None:
        x, half = rect.x, look.gap(8)
        for column, text, width in zip(self.columns, texts, self._widths, strict=False):
            left, right = x, x + width - 2 * half
            anchor = TEXT_ANCHORS[column.align]
            at = {"left": left, "center": (left + right) // 2, "right": right}[column.align]
            look.text.draw(
                surface,
                text,
                (at, rect.centery),
                11 if head else self.size,
                "semibold" if head or column.strong else "regular",
                look.color("muted" if head else column.tone),
                anchor,
                max_width=max(0, width - 2 * half),
                spacing=0.6 if head else 0,
                tabular=column.align == "right" and not head,
            )
            x += width

    def _row_at(self) -> int:
        if self.root is None:
            return -1
        return (self.root.mouse[1] - self.rect.y - self._head_height) // self._row_height

    def on_hover(self, pos: tuple[int, int]) -> None:
        """Show which row is meant."""
        if self.on_row is not None:
            self.invalidate()

    def on_release(self, pos: tuple[int, int]) -> None:
        """Open the row below the mouse."""
        for number in range(len(self.rows)):
            if self._row_rect(number).collidepoint(pos):
                self.chosen = number
                self.activate()

    def activate(self) -> bool:
        """Open the chosen row."""
        if self.on_row is None or not self.usable() or not self.rows:
            return False
        self.on_row(self.chosen)
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
