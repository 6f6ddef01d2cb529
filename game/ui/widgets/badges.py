"""Badges, numbered discs, and a box that flows its children over several lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal

import pygame

from game.ui.look import Look
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box

BadgeTone = Literal["blue", "amber", "good", "bad", "grey", "news", "outline", "dark"]

# (ground, ink)
_TONES: Final[dict[str, tuple[str, str]]] = {
    "blue": ("blue_tint", "blue"),
    "amber": ("amber_tint", "amber_ink"),
    "good": ("good_tint", "good"),
    "bad": ("bad_tint", "bad"),
    "grey": ("slate_wash", "ink_soft"),
    "news": ("amber", "ink"),
    "outline": ("surface_alt", "ink_soft"),
    "dark": ("navy_raised", "on_navy"),
}


class Badge(Widget):
    """A small round-ended label, with an icon if one is given."""

    def __init__(
        self,
        text: str,
        tone: BadgeTone = "blue",
        *,
        icon: str = "",
        size: float = 12,
        id: str = "",
        square: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.text = text
        self.tone: BadgeTone = tone
        self.icon = icon
        self.size = size
        self.square = square

    def _icon_width(self, look: Look) -> int:
        return look.px(self.size * 1.15) + look.gap(5) if self.icon else 0

    def content_width(self, look: Look) -> int:
        """Icon, text and padding."""
        text = look.text.width(self.text, self.size, "semibold")
        return text + self._icon_width(look) + 2 * look.gap(9)

    def content_least_width(self, look: Look) -> int:
        """Some letters."""
        return min(self.content_width(look), look.px(self.size * 4) + 2 * look.gap(9))

    def content_height(self, look: Look, width: int) -> int:
        """A line and some air."""
        return look.px(self.size + 9)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw ground, icon and text."""
        ground, ink = _TONES[self.tone]
        height = min(self.rect.h, self.content_height(look, self.rect.w))
        rect = pygame.Rect(self.rect.x, 0, min(self.rect.w, self.content_width(look)), height)
        rect.centery = self.rect.centery
        radius = look.gap(5) if self.square else height // 2
        border = look.color("line") if self.tone == "outline" else None
        look.shapes.box(surface, rect, radius, look.color(ground), border)
        left = rect.x + look.gap(9)
        if self.icon:
            side = look.px(self.size * 1.15)
            look.icons.draw(
                surface, self.icon, (left + side / 2, rect.centery), side, look.color(ink)
            )
            left += self._icon_width(look)
        look.text.draw(
            surface,
            self.text,
            (left, rect.centery),
            self.size,
            "semibold",
            look.color(ink),
            "midleft",
            max_width=max(0, rect.right - look.gap(9) - left),
        )


class NumberDisc(Widget):
    """A filled disc with a number, as for turning points; `state` done shows a tick instead."""

    def __init__(
        self,
        number: int,
        *,
        size: float = 24,
        fill: str = "blue",
        ink: str = "surface",
        done: bool = False,
        id: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.number = number
        self.size = size
        self.fill = fill
        self.ink = ink
        self.done = done

    def content_width(self, look: Look) -> int:
        """The disc."""
        return look.px(self.size)

    def content_height(self, look: Look, width: int) -> int:
        """The disc."""
        return look.px(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the disc and its number."""
        draw_number(
            look,
            surface,
            self.rect.center,
            self.size,
            self.fill,
            self.ink,
            "" if self.done else str(self.number),
        )


def draw_number(
    look: Look,
    surface: pygame.Surface,
    center: tuple[int, int],
    size: float,
    fill: str,
    ink: str,
    text: str,
) -> None:
    """A disc with `text`, or with a tick if `text` is empty."""
    look.shapes.disc(surface, center, look.px(size), look.color(fill))
    if text:
        look.text.draw(surface, text, center, size * 0.54, "bold", look.color(ink), "center")
    else:
        look.icons.draw(surface, "check", center, look.px(size * 0.6), look.color(ink))


class Flow(Box):
    """Children side by side, going on in the next line where there is no more room."""

    def __init__(
        self, id: str = "", children: Sequence[Widget] = (), *, gap: float = 8, **kwargs: Any
    ) -> None:
        super().__init__(id, children, **kwargs)
        self.gap = gap

    def _lines(self, look: Look, inner: int) -> list[list[tuple[Widget, int, int]]]:
        """Lines of (child, width, height)."""
        lines: list[list[tuple[Widget, int, int]]] = [[]]
        gap, x = look.gap(self.gap), 0
        for child in self.shown():
            width = min(child.natural_width(look), inner)
            if x and x + gap + width > inner:
                lines.append([])
                x = 0
            lines[-1].append((child, width, child.height_for(look, width)))
            x += width + (gap if x else 0)
        return lines

    def content_width(self, look: Look) -> int:
        """All in one line."""
        shown = self.shown()
        total = sum(c.natural_width(look) for c in shown)
        return total + look.gap(self.gap) * max(0, len(shown) - 1) + self.pad_width(look)

    def content_height(self, look: Look, width: int) -> int:
        """All lines."""
        lines = self._lines(look, max(1, width - self.pad_width(look)))
        heights = [max((h for _, _, h in line), default=0) for line in lines]
        return sum(heights) + look.gap(self.gap) * (len(lines) - 1) + self.pad_height(look)

    def content_least_height(self, look: Look, width: int) -> int:
        """All lines."""
        return self.content_height(look, width)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the children line by line."""
        self.rect = rect
        inner = self.inner(look)
        y = inner.y
        for line in self._lines(look, max(1, inner.w)):
            x, height = inner.x, max((h for _, _, h in line), default=0)
            for child, width, own in line:
                child.place(look, pygame.Rect(x, y + (height - own) // 2, width, own))
                x += width + look.gap(self.gap)
            y += height + look.gap(self.gap)
