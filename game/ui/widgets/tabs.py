"""Choices in a row: underlined tabs, a segmented control, and pills."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pygame

from game.ui.layout import Track, distribute
from game.ui.look import Look
from game.ui.widget import Widget


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: a stable key, the text shown, an optional icon and explanation."""

    key: str
    text: str
    icon: str = ""
    tooltip: str = ""
    enabled: bool = True


class ChoiceRow(Widget):
    """Base of widgets that choose one of several options; one stop for Tab, arrows inside."""

    focusable = True
    pointer = True

    def __init__(
        self,
        id: str,
        options: Sequence[Option],
        selected: str = "",
        on_change: Callable[[str], None] | None = None,
        *,
        size: float = 13,
        gap: float = 8,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.options = list(options)
        self.selected = selected or (self.options[0].key if self.options else "")
        self.on_change = on_change
        self.size = size
        self.gap = gap
        self._cells: list[pygame.Rect] = []

    side_padding: float = 12

    def _option_width(self, look: Look, option: Option, least: bool = False) -> int:
        text = look.text.width(option.text, self.size, "semibold")
        if least:
            text = min(text, look.px(self.size * 2.5))
        icon = look.px(self.size * 1.3) + look.gap(6) if option.icon else 0
        return text + icon + 2 * look.gap(self.side_padding)

    def _gaps(self, look: Look) -> int:
        return look.gap(self.gap) * max(0, len(self.options) - 1)

    def content_width(self, look: Look) -> int:
        """All options side by side."""
        return sum(self._option_width(look, o) for o in self.options) + self._gaps(look)

    def content_least_width(self, look: Look) -> int:
        """A few letters of each."""
        return sum(self._option_width(look, o, True) for o in self.options) + self._gaps(look)

    def _tracks(self, look: Look) -> list[Track]:
        return [
            Track(self._option_width(look, o, True), self._option_width(look, o))
            for o in self.options
        ]

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Share the width among the options."""
        super().place(look, rect)
        widths = distribute(rect.w - self._gaps(look), self._tracks(look))
        self._cells, x = [], rect.x
        for width in widths:
            self._cells.append(pygame.Rect(x, rect.y, width, rect.h))
            x += width + look.gap(self.gap)

    def parts(self) -> dict[str, pygame.Rect]:
        """The options by key."""
        return {o.key: cell for o, cell in zip(self.options, self._cells, strict=False)}

    def focus_rect(self) -> pygame.Rect:
        """The selected option."""
        return self.parts().get(self.selected, self.rect)

    def select(self, key: str) -> bool:
        """Choose an option and report it; False if it is chosen already or cannot be."""
        wanted = next((o for o in self.options if o.key == key), None)
        if wanted is None or not wanted.enabled or key == self.selected or not self.usable():
            return False
        self.selected = key
        self.invalidate()
        if self.on_change is not None:
            self.on_change(key)
        return True

    def option_at(self, pos: tuple[int, int]) -> Option | None:
        """The option at a place."""
        for option, cell in zip(self.options, self._cells, strict=False):
            if cell.collidepoint(pos):
                return option
        return None

    def _hovered(self, option: Option) -> bool:
        if self.root is None or not self.hovered or not option.enabled:
            return False
        return self.option_at(self.root.mouse) is option

    def on_hover(self, pos: tuple[int, int]) -> None:
        """Show which option is meant."""
        self.invalidate()

    def on_release(self, pos: tuple[int, int]) -> None:
        """Choose the option below the mouse."""
        option = self.option_at(pos)
        if option is not None:
            self.select(option.key)

    def on_key(self, key: int, mod: int) -> bool:
        """Left and right, Home and End choose."""
        keys = [o.key for o in self.options if o.enabled]
        if not keys or mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        at = keys.index(self.selected) if self.selected in keys else 0
        wanted = {
            pygame.K_LEFT: at - 1,
            pygame.K_RIGHT: at + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(keys) - 1,
        }.get(key)
        if wanted is None:
            return False
        self.select(keys[max(0, min(len(keys) - 1, wanted))])
        return True

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """The option's explanation, or its text (it may be cut)."""
        option = self.option_at(pos)
        if option is None:
            return self.tooltip
        return option.tooltip or self._cut_text(option)

    def _cut_text(self, option: Option) -> str:
        cell = self.parts().get(option.key)
        if cell is None or self.root is None:
            return ""
        return option.text if cell.w < self._option_width(self.root.look, option) else ""

    def _paint_option(
        self,
        look: Look,
        surface: pygame.Surface,
        option: Option,
        cell: pygame.Rect,
        tone: str,
        weight: Any = "semibold",
    ) -> None:
        """Icon and text in the middle of the cell."""
        color = look.color(tone)
        icon = look.px(self.size * 1.3) if option.icon else 0
        gap = look.gap(6) if option.icon else 0
        room = max(0, cell.w - icon - gap - 2 * min(look.gap(self.side_padding), cell.w // 8))
        text = look.text.fit(option.text, room, self.size, weight)
        width = look.text.width(text, self.size, weight)
        left = cell.x + (cell.w - width - icon - gap) // 2
        if option.icon:
            look.icons.draw(surface, option.icon, (left + icon / 2, cell.centery), icon, color)
        look.text.draw(
            surface, text, (left + icon + gap, cell.centery), self.size, weight, color, "midleft"
        )


class Tabs(ChoiceRow):
    """Underlined tabs over a hairline."""

    side_padding: float = 0

    def __init__(
        self,
        id: str,
        options: Sequence[Option],
        selected: str = "",
        on_change: Callable[[str], None] | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("gap", 18)
        super().__init__(id, options, selected, on_change, **kwargs)

    def content_height(self, look: Look, width: int) -> int:
        """Text and underline."""
        return look.px(36)

    def focus_rect(self) -> pygame.Rect:
        """The selected tab, with air at the sides."""
        return super().focus_rect().inflate(6, -6)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the tabs; the selected one is blue and underlined."""
        thick = max(2, look.gap(3))
        line = pygame.Rect(self.rect.x, self.rect.bottom - 1, self.rect.w, 1)
        surface.fill(look.color("line"), line)
        for option, cell in zip(self.options, self._cells, strict=False):
            chosen = option.key == self.selected
            tone = "blue" if chosen or self._hovered(option) else "ink_soft"
            if not option.enabled:
                tone = "disabled_ink"
            self._paint_option(look, surface, option, cell, tone)
            if chosen:
                bar = pygame.Rect(cell.x, self.rect.bottom - thick, cell.w, thick)
                look.shapes.box(surface, bar, thick // 2, look.color("blue"))


class Segmented(ChoiceRow):
    """Equal cells in a grey groove; the chosen one is white with a blue frame.

    `mark` names an option that carries the black "now" tick; `likely` ones are tinted.
    """

    def __init__(
        self,
        id: str,
        options: Sequence[Option],
        selected: str = "",
        on_change: Callable[[str], None] | None = None,
        *,
        mark: str = "",
        likely: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("gap", 2)
        super().__init__(id, options, selected, on_change, **kwargs)
        self.mark = mark
        self.likely: Final = frozenset(likely)

    def _tracks(self, look: Look) -> list[Track]:
        widest = max((t.natural for t in super()._tracks(look)), default=0)
        return [Track(0, widest, 1)] * len(self.options)

    def content_width(self, look: Look) -> int:
        """Equal cells as wide as the widest option."""
        widest = max((self._option_width(look, o) for o in self.options), default=0)
        return widest * len(self.options) + self._gaps(look)

    def content_height(self, look: Look, width: int) -> int:
        """36 nominal pixels."""
        return look.px(36)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw groove and cells."""
        radius = look.gap(8)
        look.shapes.box(surface, self.rect, radius, look.color("surface_alt"), look.color("line"))
        for option, cell in zip(self.options, self._cells, strict=False):
            self._paint_cell(look, surface, option, cell.inflate(-4, -6), look.gap(6))

    def _paint_cell(
        self, look: Look, surface: pygame.Surface, option: Option, cell: pygame.Rect, radius: int
    ) -> None:
        chosen = option.key == self.selected
        if chosen:
            width = max(2, look.gap(2))
            tone = "blue" if self.usable() else "slate"
            look.shapes.box(surface, cell, radius, look.color("surface"), look.color(tone), width)
        elif option.key in self.likely:
            look.shapes.box(surface, cell, radius, look.color("band_soft"))
        elif self._hovered(option):
            look.shapes.box(surface, cell, radius, look.color("blue_tint"))
        if option.key == self.mark:
            tick = pygame.Rect(cell.x + look.gap(10), 0, max(3, look.gap(3)), look.px(16))
            tick.centery = cell.centery
            surface.fill(look.color("ink"), tick)
        usable = option.enabled and self.usable()
        tone = "blue" if chosen else "ink_soft"
        self._paint_option(
            look,
            surface,
            option,
            cell,
            tone if usable else "disabled_ink",
            "semibold" if chosen else "medium",
        )


class Pills(ChoiceRow):
    """Round-ended choices; the chosen one is filled blue."""

    def content_height(self, look: Look, width: int) -> int:
        """28 nominal pixels."""
        return look.px(28)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the pills."""
        for option, cell in zip(self.options, self._cells, strict=False):
            chosen = option.key == self.selected
            height = min(cell.h, look.px(28))
            pill = pygame.Rect(cell.x, 0, cell.w, height)
            pill.centery = cell.centery
            if chosen:
                look.shapes.box(surface, pill, height // 2, look.color("blue"))
            else:
                fill = "blue_tint" if self._hovered(option) else "surface_alt"
                look.shapes.box(surface, pill, height // 2, look.color(fill), look.color("line"))
            tone = "surface" if chosen else "ink_soft" if option.enabled else "disabled_ink"
            self._paint_option(look, surface, option, pill, tone)
