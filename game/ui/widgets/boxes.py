"""Rows, columns, grids, stacks and empty space."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import pygame

from game.ui.layout import Track, distribute
from game.ui.look import Look
from game.ui.widget import Align, Widget

Padding = float | tuple[float, float] | tuple[float, float, float, float]


def _sides(padding: Padding) -> tuple[float, float, float, float]:
    """Left, top, right, bottom from one number, (across, down) or all four."""
    if isinstance(padding, tuple):
        if len(padding) == 2:
            return padding[0], padding[1], padding[0], padding[1]
        return padding
    return padding, padding, padding, padding


class Box(Widget):
    """A ground with padding: children get the inner rectangle one over another."""

    def __init__(
        self,
        id: str = "",
        children: Sequence[Widget] = (),
        *,
        padding: Padding = 0,
        fill: str = "",
        dark: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.padding = _sides(padding)
        self.fill = fill
        self.dark = dark
        for child in children:
            self.add(child)

    def shown(self) -> list[Widget]:
        """The children that are visible."""
        return [c for c in self.children if c.visible]

    def pad_width(self, look: Look) -> int:
        """Pixels of padding left and right."""
        return look.gap(self.padding[0]) + look.gap(self.padding[2])

    def pad_height(self, look: Look) -> int:
        """Pixels of padding above and below."""
        return look.gap(self.padding[1]) + look.gap(self.padding[3])

    def inner(self, look: Look) -> pygame.Rect:
        """The rectangle inside the padding."""
        rect = self.rect
        return pygame.Rect(
            rect.x + look.gap(self.padding[0]),
            rect.y + look.gap(self.padding[1]),
            max(0, rect.w - self.pad_width(look)),
            max(0, rect.h - self.pad_height(look)),
        )

    def content_width(self, look: Look) -> int:
        """The widest child and the padding."""
        widest = max((c.natural_width(look) for c in self.shown()), default=0)
        return widest + self.pad_width(look)

    def content_least_width(self, look: Look) -> int:
        """The widest least width of a child and the padding."""
        widest = max((c.least_width(look) for c in self.shown()), default=0)
        return widest + self.pad_width(look)

    def content_height(self, look: Look, width: int) -> int:
        """The highest child and the padding."""
        inner = max(0, width - self.pad_width(look))
        highest = max((c.height_for(look, inner) for c in self.shown()), default=0)
        return highest + self.pad_height(look)

    def content_least_height(self, look: Look, width: int) -> int:
        """The highest least height of a child and the padding."""
        inner = max(0, width - self.pad_width(look))
        highest = max((c.least_height(look, inner) for c in self.shown()), default=0)
        return highest + self.pad_height(look)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Give every child the inner rectangle."""
        self.rect = rect
        inner = self.inner(look)
        for child in self.shown():
            child.place(look, inner.copy())

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Fill the ground if a tone was given."""
        if self.fill:
            surface.fill(look.color(self.fill), self.rect)

    def on_dark(self) -> bool:
        """Whether this box or one above is navy."""
        return self.dark or super().on_dark()


class Row(Box):
    """Children side by side; too little space shrinks them towards their least widths.

    With `even` the widths of children that stretch follow from `stretch` alone, so that rows below
    one another line up.
    """

    def __init__(
        self,
        id: str = "",
        children: Sequence[Widget] = (),
        *,
        gap: float = 8,
        across: Align = "fill",
        even: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, children, **kwargs)
        self.gap = gap
        self.even = even
        self.across: Align = across

    def _gaps(self, look: Look) -> int:
        return look.gap(self.gap) * max(0, len(self.shown()) - 1)

    def widths(self, look: Look, width: int) -> list[int]:
        """Pixels for each visible child when the row is `width` wide."""
        tracks = [
            Track(0, 0, c.stretch)
            if self.even and c.stretch
            else Track(c.least_width(look), c.natural_width(look), c.stretch)
            for c in self.shown()
        ]
        return distribute(width - self.pad_width(look) - self._gaps(look), tracks)

    def content_width(self, look: Look) -> int:
        """Sum of the children, gaps and padding."""
        total = sum(c.natural_width(look) for c in self.shown())
        return total + self._gaps(look) + self.pad_width(look)

    def content_least_width(self, look: Look) -> int:
        """Sum of the children's least widths, gaps and padding."""
        total = sum(c.least_width(look) for c in self.shown())
        return total + self._gaps(look) + self.pad_width(look)

    def content_height(self, look: Look, width: int) -> int:
        """The highest child at its share of `width`, and the padding."""
        pairs = zip(self.shown(), self.widths(look, width), strict=True)
        return max((c.height_for(look, w) for c, w in pairs), default=0) + self.pad_height(look)

    def content_least_height(self, look: Look, width: int) -> int:
        """The highest least height at its share of `width`, and the padding."""
        pairs = zip(self.shown(), self.widths(look, width), strict=True)
        highest = max((c.least_height(look, w) for c, w in pairs), default=0)
        return highest + self.pad_height(look)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the children from left to right."""
        self.rect = rect
        inner, x = self.inner(look), self.inner(look).x
        for child, width in zip(self.shown(), self.widths(look, rect.w), strict=True):
            align = child.align if child.align != "fill" else self.across
            if align == "fill":
                height, y = inner.h, inner.y
            else:
                height = min(inner.h, child.height_for(look, width))
                y = inner.y + _offset(align, inner.h - height)
            child.place(look, pygame.Rect(x, y, width, height))
            x += width + look.gap(self.gap)


class Column(Box):
    """Children below one another; too little space shrinks them towards their least heights."""

    def __init__(
        self, id: str = "", children: Sequence[Widget] = (), *, gap: float = 8, **kwargs: Any
    ) -> None:
        super().__init__(id, children, **kwargs)
        self.gap = gap

    def _gaps(self, look: Look) -> int:
        return look.gap(self.gap) * max(0, len(self.shown()) - 1)

    def _child_width(self, look: Look, child: Widget, inner: int) -> int:
        if child.align == "fill" and child.fixed_width is None:
            return inner
        return min(inner, child.natural_width(look))

    def content_height(self, look: Look, width: int) -> int:
        """Sum of the children, gaps and padding."""
        inner = max(0, width - self.pad_width(look))
        total = sum(c.height_for(look, self._child_width(look, c, inner)) for c in self.shown())
        return total + self._gaps(look) + self.pad_height(look)

    def content_least_height(self, look: Look, width: int) -> int:
        """Sum of the children's least heights, gaps and padding."""
        inner = max(0, width - self.pad_width(look))
        total = sum(c.least_height(look, self._child_width(look, c, inner)) for c in self.shown())
        return total + self._gaps(look) + self.pad_height(look)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the children from top to bottom."""
        self.rect = rect
        inner, shown = self.inner(look), self.shown()
        widths = [self._child_width(look, c, inner.w) for c in shown]
        tracks = [
            Track(c.least_height(look, w), c.height_for(look, w), c.stretch)
            for c, w in zip(shown, widths, strict=True)
        ]
        heights = distribute(inner.h - self._gaps(look), tracks)
        y = inner.y
        for child, width, height in zip(shown, widths, heights, strict=True):
            x = inner.x + _offset(child.align, inner.w - width)
            child.place(look, pygame.Rect(x, y, width, height))
            y += height + look.gap(self.gap)


class Grid(Box):
    """Children in rows of `columns` equal cells."""

    def __init__(
        self,
        id: str = "",
        children: Sequence[Widget] = (),
        *,
        columns: int = 2,
        gap: float = 8,
        row_gap: float | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, children, **kwargs)
        self.columns = max(1, columns)
        self.gap = gap
        self.row_gap = gap if row_gap is None else row_gap

    def _cells(self, look: Look, inner: int) -> list[int]:
        space = inner - look.gap(self.gap) * (self.columns - 1)
        return distribute(space, [Track(0, 0, 1)] * self.columns)

    def _rows(self) -> list[list[Widget]]:
        shown = self.shown()
        return [shown[i : i + self.columns] for i in range(0, len(shown), self.columns)]

    def _row_height(self, look: Look, row: Sequence[Widget], cells: Sequence[int]) -> int:
        pairs = zip(row, cells, strict=False)
        return max((c.height_for(look, w) for c, w in pairs), default=0)

    def content_width(self, look: Look) -> int:
        """All columns as wide as the widest child."""
        widest = max((c.natural_width(look) for c in self.shown()), default=0)
        gaps = look.gap(self.gap) * (self.columns - 1)
        return widest * self.columns + gaps + self.pad_width(look)

    def content_least_width(self, look: Look) -> int:
        """All columns as wide as the widest least width."""
        widest = max((c.least_width(look) for c in self.shown()), default=0)
        gaps = look.gap(self.gap) * (self.columns - 1)
        return widest * self.columns + gaps + self.pad_width(look)

    def content_height(self, look: Look, width: int) -> int:
        """Sum of the row heights, gaps and padding."""
        cells = self._cells(look, max(0, width - self.pad_width(look)))
        rows = self._rows()
        total = sum(self._row_height(look, row, cells) for row in rows)
        return total + look.gap(self.row_gap) * max(0, len(rows) - 1) + self.pad_height(look)

    def content_least_height(self, look: Look, width: int) -> int:
        """The natural height: rows do not shrink."""
        return self.content_height(look, width)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the children row by row; rows shrink together if there is too little space."""
        self.rect = rect
        inner = self.inner(look)
        cells, rows = self._cells(look, inner.w), self._rows()
        natural = [self._row_height(look, row, cells) for row in rows]
        space = inner.h - look.gap(self.row_gap) * max(0, len(rows) - 1)
        stretch = 1 if self.stretch else 0
        heights = distribute(space, [Track(0, h, stretch) for h in natural])
        y = inner.y
        for row, height in zip(rows, heights, strict=True):
            x = inner.x
            for child, width in zip(row, cells, strict=False):
                child.place(look, pygame.Rect(x, y, width, height))
                x += width + look.gap(self.gap)
            y += height + look.gap(self.row_gap)


class Spacer(Widget):
    """Empty space; with `stretch` it pushes its neighbours apart."""

    def __init__(self, size: float = 0, *, stretch: int = 1) -> None:
        super().__init__("", stretch=stretch)
        self.size = size

    def content_width(self, look: Look) -> int:
        """The size asked for."""
        return look.gap(self.size)

    def content_least_width(self, look: Look) -> int:
        """Nothing: space gives way first."""
        return 0

    def content_height(self, look: Look, width: int) -> int:
        """The size asked for."""
        return look.gap(self.size)

    def content_least_height(self, look: Look, width: int) -> int:
        """Nothing: space gives way first."""
        return 0


class Divider(Widget):
    """A thin line across a column or down a row; in a row across it takes `width` or stretches."""

    def __init__(
        self,
        direction: Literal["across", "down"] = "across",
        tone: str = "line",
        **kwargs: Any,
    ) -> None:
        super().__init__("", **kwargs)
        self.direction = direction
        self.tone = tone

    def content_width(self, look: Look) -> int:
        """One pixel."""
        return max(1, look.gap(1))

    def content_height(self, look: Look, width: int) -> int:
        """One pixel across; some lines down."""
        return max(1, look.gap(1)) if self.direction == "across" else look.px(32)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the line along the longer way."""
        thin = max(1, look.gap(1))
        rect = self.rect.copy()
        if self.direction == "across":
            rect.h = min(rect.h, thin)
        else:
            rect.w = min(rect.w, thin)
        surface.fill(look.color(self.tone), rect)


def _offset(align: Align, room: int) -> int:
    if align == "center":
        return room // 2
    return room if align == "end" else 0
