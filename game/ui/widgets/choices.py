"""Check boxes and radio cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Literal

import pygame

from game.ui.look import Look
from game.ui.widget import Pressable
from game.ui.widgets.boxes import Box, Column, Row
from game.ui.widgets.labels import draw_arrow
from game.ui.widgets.tabs import Option


class Checkbox(Pressable):
    """A box with a tick and its text."""

    def __init__(
        self,
        id: str,
        text: str,
        checked: bool = False,
        on_change: Callable[[bool], None] | None = None,
        *,
        size: float = 14,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.text = text
        self.checked = checked
        self.on_change = on_change
        self.size = size

    def activate(self) -> bool:
        """Tick or untick."""
        if not self.usable():
            return False
        self.checked = not self.checked
        self.invalidate()
        if self.on_change is not None:
            self.on_change(self.checked)
        return True

    def _side(self, look: Look) -> int:
        return look.px(self.size * 1.3)

    def content_width(self, look: Look) -> int:
        """Box, gap and text."""
        return self._side(look) + look.gap(10) + look.text.width(self.text, self.size)

    def content_least_width(self, look: Look) -> int:
        """The box and some letters."""
        return min(self.content_width(look), self._side(look) + look.px(self.size * 5))

    def content_height(self, look: Look, width: int) -> int:
        """High enough to be hit easily."""
        return look.px(30)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw box, tick and text."""
        side, usable = self._side(look), self.usable()
        box = pygame.Rect(self.rect.x, 0, side, side)
        box.centery = self.rect.centery
        if self.checked:
            tone = "blue" if usable else "slate"
            look.shapes.box(surface, box, look.gap(4), look.color(tone))
            look.icons.draw(surface, "check", box.center, side - 4, look.color("surface"))
        else:
            fill = "blue_tint" if self.hovered and usable else "surface"
            border = "muted" if usable else "line"
            look.shapes.box(surface, box, look.gap(4), look.color(fill), look.color(border), 2)
        left = box.right + look.gap(10)
        look.text.draw(
            surface,
            self.text,
            (left, box.centery),
            self.size,
            "regular",
            look.color("ink" if usable else "disabled_ink"),
            "midleft",
            max_width=max(0, self.rect.right - left),
        )


class RadioCard(Pressable):
    """One of several frames to choose from: a ring and a text, or a sign over a text.

    `sign` (1, 0, -1) draws ▲, – or ▼ above the text instead of the ring, as in predictions.
    `shortcut` is shown small in the corner; the scene handles the key.
    """

    def __init__(
        self,
        id: str,
        text: str,
        on_activate: Callable[[], None] | None = None,
        *,
        selected: bool = False,
        sign: int | None = None,
        shortcut: str = "",
        caption: str = "",
        size: float = 14,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.text = text
        self.on_activate = on_activate
        self.selected = selected
        self.sign = sign
        self.shortcut = shortcut
        self.caption = caption
        self.size = size

    def content_width(self, look: Look) -> int:
        """Ring, text and padding."""
        text = look.text.width(self.text, self.size, "semibold")
        caption = look.text.width(self.caption, self.size - 1)
        return max(text, caption) + look.gap(32) + (0 if self.sign is not None else look.px(28))

    def content_least_width(self, look: Look) -> int:
        """Some letters."""
        return min(self.content_width(look), look.px(self.size * 7) + look.gap(32))

    def _room(self, look: Look, width: int) -> int:
        return max(1, width - look.gap(32) - look.px(28))

    def content_height(self, look: Look, width: int) -> int:
        """One card; longer texts wrap."""
        if self.sign is not None:
            return look.px(68)
        lines = len(look.text.wrap(self.text, self._room(look, width), self.size, "semibold"))
        height = lines * look.text.line_height(self.size) + look.px(22)
        return height + (look.text.line_height(self.size - 1) if self.caption else 0)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw frame, ring or sign, and text."""
        self._paint_frame(look, surface)
        ink = look.color(
            "disabled_ink" if not self.usable() else "ink" if self.selected else "ink_soft"
        )
        if self.sign is not None:
            self._paint_sign(look, surface, ink)
        else:
            self._paint_line(look, surface, ink)
        if self.shortcut:
            spot = (self.rect.right - look.gap(8), self.rect.y + look.gap(6))
            look.text.draw(
                surface, self.shortcut, spot, 11, "regular", look.color("muted"), "topright"
            )

    def _paint_frame(self, look: Look, surface: pygame.Surface) -> None:
        fill, border, width = "surface", "line", 1
        if not self.usable():
            fill = "disabled_fill"
        elif self.selected:
            fill, border, width = "blue_tint", "blue", max(2, look.gap(2))
        elif self.hovered:
            fill, border = "blue_faint", "slate"
        look.shapes.box(
            surface, self.rect, look.gap(8), look.color(fill), look.color(border), width
        )

    def _paint_sign(self, look: Look, surface: pygame.Surface, ink: tuple[int, int, int]) -> None:
        color = look.color("blue") if self.selected else ink
        middle, half = self.rect.centery, look.px(14)
        draw_arrow(
            look, surface, (self.rect.centerx, middle - half), look.px(18), self.sign or 0, color
        )
        look.text.draw(
            surface,
            self.text,
            (self.rect.centerx, middle + half),
            self.size,
            "semibold",
            color,
            "center",
            max_width=self.rect.w - look.gap(8),
        )

    def _paint_line(self, look: Look, surface: pygame.Surface, ink: tuple[int, int, int]) -> None:
        ring = look.px(18)
        center = (self.rect.x + look.gap(14) + ring // 2, self.rect.centery)
        tone = "blue" if self.selected else "slate"
        look.shapes.disc(
            surface, center, ring, look.color("surface"), look.color(tone), max(2, look.gap(2))
        )
        if self.selected:
            look.shapes.disc(surface, center, ring - 2 * look.gap(5), look.color("blue"))
        left = center[0] + ring // 2 + look.gap(10)
        weight: Literal["semibold", "medium"] = "semibold" if self.selected else "medium"
        lines = look.text.wrap(self.text, self._room(look, self.rect.w), self.size, "semibold")
        step = look.text.line_height(self.size)
        caption = look.text.line_height(self.size - 1) if self.caption else 0
        y = self.rect.centery - (len(lines) * step + caption) / 2
        for line in lines:
            look.text.draw(surface, line, (left, y + step / 2), self.size, weight, ink, "midleft")
            y += step
        if self.caption:
            look.text.draw(
                surface,
                self.caption,
                (left, y + caption / 2),
                self.size - 1,
                "regular",
                look.color("muted"),
                "midleft",
                max_width=self._room(look, self.rect.w),
            )


def radio_group(
    id: str,
    options: Sequence[Option],
    selected: str,
    on_change: Callable[[str], None],
    *,
    signs: Sequence[int] | None = None,
    numbered: bool = False,
    gap: float = 8,
    size: float = 14,
) -> Box:
    """Radio cards `<id>-<key>` below one another; with `signs` side by side, as ▲ – ▼."""
    cards = [
        RadioCard(
            f"{id}-{option.key}",
            option.text,
            partial(on_change, option.key),
            selected=option.key == selected,
            sign=signs[number] if signs else None,
            shortcut=str(number + 1) if numbered else "",
            size=size,
            enabled=option.enabled,
            tooltip=option.tooltip,
            stretch=1 if signs else 0,
        )
        for number, option in enumerate(options)
    ]
    return Row(id, cards, gap=gap) if signs else Column(id, cards, gap=gap)
