"""The dashboard tile: a figure with its name, change, and a small gauge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui.look import Look
from game.ui.widget import Pressable
from game.ui.widgets.labels import draw_arrow
from game.ui.widgets.meters import draw_meter, draw_sparkline


@dataclass(frozen=True, slots=True)
class TileData:
    """What a tile shows. `direction` is 1, 0, -1; `share` (0–1) a meter, `history` a sparkline."""

    label: str
    value: str
    delta: str = ""
    direction: int = 0
    good_up: bool = True
    icon: str = ""
    share: float | None = None
    history: tuple[float, ...] = ()
    note: str = ""
    lit: bool = False


class StatTile(Pressable):
    """A figure on the navy bar; lit tiles stand on amber. Activating asks "why?"."""

    def __init__(
        self,
        id: str,
        data: TileData,
        on_activate: Callable[[], None] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.data = data
        self.on_activate = on_activate
        self.focusable = on_activate is not None

    def _value_width(self, look: Look) -> int:
        data = self.data
        value = look.text.width(data.value, 22, "semibold")
        if not data.delta:
            return value
        return value + look.gap(8) + self._delta_width(look)

    def _delta_width(self, look: Look) -> int:
        return look.px(9) + look.gap(4) + look.text.width(self.data.delta, 12, "semibold")

    def content_width(self, look: Look) -> int:
        """Name, figure and change."""
        icon = look.px(14) + look.gap(6) if self.data.icon else 0
        label = look.text.width(self.data.label, 12, "medium") + icon
        return max(label, self._value_width(look)) + look.gap(28)

    def content_least_width(self, look: Look) -> int:
        """The figure alone."""
        value = look.text.width(self.data.value, 22, "semibold")
        return min(self.content_width(look), value + look.gap(16))

    def content_height(self, look: Look, width: int) -> int:
        """Name, figure and gauge."""
        return look.px(56)

    def focus_rect(self) -> pygame.Rect:
        """The tile, a little inside so that the ring stays on the bar."""
        return self.rect.inflate(-6, -6)

    def on_dark(self) -> bool:
        """Tiles stand on navy."""
        return True

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw ground, name, figure, change and gauge."""
        self._paint_ground(look, surface)
        pad = min(look.gap(12), max(2, self.rect.w // 12))
        left, room = self.rect.x + pad, max(0, self.rect.w - 2 * pad)
        height = self.content_height(look, self.rect.w)
        y = self.rect.centery - height // 2
        self._paint_label(look, surface, left, y + look.px(9), room)
        beside = self._paint_value(look, surface, left, y + look.px(28), room)
        gauge = pygame.Rect(left, y + look.px(42), room, look.px(13))
        if beside or not self.data.delta:
            self._paint_gauge(look, surface, gauge)
        else:  # a narrow tile gives up its gauge rather than the change
            self._paint_delta(look, surface, left, y + look.px(46))

    def _paint_ground(self, look: Look, surface: pygame.Surface) -> None:
        if self.data.lit:
            look.shapes.box(
                surface,
                self.rect,
                look.gap(8),
                look.color("amber_dusk"),
                look.color("amber_line"),
            )
        elif self.hovered and self.on_activate is not None:
            look.shapes.box(surface, self.rect, look.gap(8), look.color("navy_raised"))

    def _paint_label(
        self, look: Look, surface: pygame.Surface, left: int, y: int, room: int
    ) -> None:
        data = self.data
        tone = "amber" if data.lit else "on_navy_soft"
        side, right = look.px(14), left + room
        text = look.text.width(data.label, 12, "medium")
        # The icon goes before the name is cut.
        if data.icon and side + look.gap(6) + text <= room:
            look.icons.draw(surface, data.icon, (left + side / 2, y), side, look.color(tone))
            left += side + look.gap(6)
        look.text.draw(
            surface,
            data.label,
            (left, y),
            12,
            "medium",
            look.color(tone),
            "midleft",
            max_width=max(0, right - left),
        )

    def _value_size(self, look: Look, room: int) -> int:
        """The largest size at which the figure fits."""
        fits = (
            s for s in (22, 18, 15, 13) if look.text.width(self.data.value, s, "semibold") <= room
        )
        return next(fits, 12)

    def _paint_value(
        self, look: Look, surface: pygame.Surface, left: int, y: int, room: int
    ) -> bool:
        """Draw the figure; True if there was room for the change beside it."""
        drawn = look.text.draw(
            surface,
            self.data.value,
            (left, y),
            self._value_size(look, room),
            "semibold",
            look.color("on_navy"),
            "midleft",
            max_width=room,
        )
        x = drawn.right + look.gap(8)
        if x + self._delta_width(look) > left + room + look.gap(4):
            return False
        self._paint_delta(look, surface, x, y)
        return True

    def _paint_delta(self, look: Look, surface: pygame.Surface, x: int, y: int) -> None:
        data = self.data
        if not data.delta:
            return
        tone = "on_navy_soft"
        if data.direction:
            good = (data.direction > 0) == data.good_up
            tone = "good_on_navy" if good else "bad_on_navy"
        side = look.px(9)
        draw_arrow(look, surface, (x + side / 2, y + 1), side, data.direction, look.color(tone))
        look.text.draw(
            surface,
            data.delta,
            (x + side + look.gap(4), y),
            12,
            "semibold",
            look.color(tone),
            "midleft",
        )

    def _paint_gauge(self, look: Look, surface: pygame.Surface, rect: pygame.Rect) -> None:
        data = self.data
        if data.note:
            look.text.draw(
                surface,
                data.note,
                rect.midleft,
                11,
                "regular",
                look.color("on_navy_soft"),
                "midleft",
                max_width=rect.w,
            )
        elif data.history:
            draw_sparkline(look, surface, rect, data.history, "band", "on_navy")
        elif data.share is not None:
            tone = "amber" if data.lit else "band"
            draw_meter(look, surface, rect, data.share, tone, "navy_line", look.px(4))

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """The tooltip, or name, figure and change in one line when something may be cut."""
        if self.tooltip:
            return self.tooltip
        parts: Sequence[str] = (self.data.label, self.data.value, self.data.delta)
        return "  ".join(part for part in parts if part)
