"""A slider over a published grid of values, and a stepper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.ui.look import Look
from game.ui.widget import Widget


class Slider(Widget):
    """Chooses one of `count` grid steps (index 0 to count - 1).

    `now` is the index that carries the "now" tick, `band` a range of indices tinted as likely.
    `filled` draws the track blue up to the knob. `names` are shown as tooltip per step.
    """

    focusable = True
    pointer = True

    def __init__(
        self,
        id: str,
        count: int,
        index: int,
        on_change: Callable[[int], None] | None = None,
        *,
        now: int | None = None,
        band: tuple[int, int] | None = None,
        filled: bool = True,
        ticks: bool = False,
        names: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.count = max(1, count)
        self.index = max(0, min(self.count - 1, index))
        self.on_change = on_change
        self.now = now
        self.band = band
        self.filled = filled
        self.ticks = ticks
        self.names = tuple(names)
        self._knob = 18

    def content_width(self, look: Look) -> int:
        """A comfortable length."""
        return look.px(200)

    def content_least_width(self, look: Look) -> int:
        """Room for the steps."""
        return look.px(90)

    def content_height(self, look: Look, width: int) -> int:
        """The knob, and the ticks below."""
        return look.px(30 if self.ticks else 24)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Remember the knob's size for this scale."""
        super().place(look, rect)
        self._knob = look.px(18)

    def step_x(self, index: int) -> int:
        """Where a step lies on the screen."""
        room = max(0, self.rect.w - self._knob)
        if self.count == 1:
            return self.rect.x + self._knob // 2
        return self.rect.x + self._knob // 2 + room * index // (self.count - 1)

    def parts(self) -> dict[str, pygame.Rect]:
        """The steps by number, and "knob"."""
        out = {str(i): self._spot(i) for i in range(self.count)}
        out["knob"] = self._spot(self.index)
        return out

    def _spot(self, index: int) -> pygame.Rect:
        rect = pygame.Rect(0, 0, 4, self._knob)
        rect.center = (self.step_x(index), self.rect.centery)
        return rect

    def nearest(self, x: int) -> int:
        """The step nearest to a place on the screen."""
        return min(range(self.count), key=lambda i: (abs(self.step_x(i) - x), i))

    def set_index(self, index: int) -> bool:
        """Choose a step and report it; False if nothing changed."""
        wanted = max(0, min(self.count - 1, index))
        if wanted == self.index or not self.usable():
            return False
        self.index = wanted
        self.invalidate()
        if self.on_change is not None:
            self.on_change(wanted)
        return True

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw track, band, tick and knob."""
        usable = self.usable()
        thick = look.px(6)
        track = pygame.Rect(self.rect.x, 0, self.rect.w, thick)
        track.centery = self.rect.centery
        look.shapes.box(surface, track, thick // 2, look.color("track"))
        tone = "blue" if usable else "slate"
        if self.filled:
            done = track.copy()
            done.w = max(thick, self.step_x(self.index) - track.x)
            look.shapes.box(surface, done, thick // 2, look.color(tone))
        if self.band is not None:
            self._paint_band(look, surface, track)
        if self.ticks:
            for i in range(self.count):
                at = pygame.Rect(self.step_x(i), track.bottom + look.gap(5), 1, look.px(4))
                surface.fill(look.color("slate"), at)
        if self.now is not None:
            tick = pygame.Rect(0, 0, max(2, look.gap(3)), look.px(16))
            tick.center = (self.step_x(self.now), track.centery)
            surface.fill(look.color("ink"), tick)
        self._paint_knob(look, surface, tone, track.centery)

    def _paint_band(self, look: Look, surface: pygame.Surface, track: pygame.Rect) -> None:
        if self.band is None:
            return
        left, right = self.step_x(self.band[0]), self.step_x(self.band[1])
        thick = look.px(8)
        band = pygame.Rect(left, 0, max(thick, right - left), thick)
        band.centery = track.centery
        look.shapes.box(surface, band, thick // 2, look.color("band"))

    def _paint_knob(self, look: Look, surface: pygame.Surface, tone: str, y: int) -> None:
        side = self._knob
        fill = "blue_tint" if self.hovered or self.pressed else "surface"
        if not self.usable():
            fill = "disabled_fill"
        look.shapes.disc(
            surface,
            (self.step_x(self.index), y),
            side,
            look.color(fill),
            look.color(tone),
            max(2, look.gap(3)),
        )

    def focus_rect(self) -> pygame.Rect:
        """Track and knob."""
        return self.rect

    def on_press(self, pos: tuple[int, int]) -> None:
        """Jump to the nearest step."""
        self.set_index(self.nearest(pos[0]))

    def on_drag(self, pos: tuple[int, int]) -> None:
        """Follow the mouse from step to step."""
        self.set_index(self.nearest(pos[0]))

    def on_key(self, key: int, mod: int) -> bool:
        """Arrows move one step, Page Up/Down three, Home and End to the ends."""
        if mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        moves = {
            pygame.K_LEFT: self.index - 1,
            pygame.K_RIGHT: self.index + 1,
            pygame.K_DOWN: self.index - 1,
            pygame.K_UP: self.index + 1,
            pygame.K_PAGEDOWN: self.index - 3,
            pygame.K_PAGEUP: self.index + 3,
            pygame.K_HOME: 0,
            pygame.K_END: self.count - 1,
        }
        if key not in moves:
            return False
        self.set_index(moves[key])
        return True

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """The name of the step below the mouse."""
        at = self.nearest(pos[0])
        return self.names[at] if at < len(self.names) else self.tooltip


class Stepper(Widget):
    """Minus, a value, plus. `show` turns the value into text."""

    focusable = True
    pointer = True

    def __init__(
        self,
        id: str,
        value: int,
        low: int,
        high: int,
        on_change: Callable[[int], None] | None = None,
        *,
        step: int = 1,
        show: Callable[[int], str] = str,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.low, self.high, self.step = low, high, step
        self.value = max(low, min(high, value))
        self.on_change = on_change
        self.show = show

    def content_width(self, look: Look) -> int:
        """Two squares and the widest of the values at hand."""
        texts = (self.show(self.low), self.show(self.high), self.show(self.value))
        return (
            2 * look.px(32) + max(look.text.width(t, 15, "semibold") for t in texts) + look.gap(24)
        )

    def content_height(self, look: Look, width: int) -> int:
        """32 nominal pixels."""
        return look.px(32)

    def parts(self) -> dict[str, pygame.Rect]:
        """ "less" and "more"."""
        side = min(self.rect.h, self.rect.w // 2)
        return {
            "less": pygame.Rect(self.rect.x, self.rect.y, side, self.rect.h),
            "more": pygame.Rect(self.rect.right - side, self.rect.y, side, self.rect.h),
        }

    def set_value(self, value: int) -> bool:
        """Choose a value within the bounds and report it; False if nothing changed."""
        wanted = max(self.low, min(self.high, value))
        if wanted == self.value or not self.usable():
            return False
        self.value = wanted
        self.invalidate()
        if self.on_change is not None:
            self.on_change(wanted)
        return True

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the frame, the signs and the value."""
        fill = "surface" if self.usable() else "disabled_fill"
        look.shapes.box(surface, self.rect, look.gap(8), look.color(fill), look.color("line"))
        parts = self.parts()
        for part, icon, possible in (
            ("less", "minus", self.value > self.low),
            ("more", "plus", self.value < self.high),
        ):
            tone = "ink_soft" if possible and self.usable() else "slate"
            look.icons.draw(surface, icon, parts[part].center, look.px(16), look.color(tone))
        room = self.rect.w - 2 * parts["less"].w
        look.text.draw(
            surface,
            self.show(self.value),
            self.rect.center,
            15,
            "semibold",
            look.color("ink" if self.usable() else "disabled_ink"),
            "center",
            max_width=max(0, room),
        )

    def on_release(self, pos: tuple[int, int]) -> None:
        """One step down or up."""
        for part, sign in (("less", -1), ("more", 1)):
            if self.parts()[part].collidepoint(pos):
                self.set_value(self.value + sign * self.step)

    def on_key(self, key: int, mod: int) -> bool:
        """Arrows, minus and plus step; Home and End go to the bounds."""
        if mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        down = (pygame.K_LEFT, pygame.K_DOWN, pygame.K_MINUS, pygame.K_KP_MINUS)
        up = (pygame.K_RIGHT, pygame.K_UP, pygame.K_PLUS, pygame.K_KP_PLUS)
        if key in down:
            self.set_value(self.value - self.step)
        elif key in up:
            self.set_value(self.value + self.step)
        elif key == pygame.K_HOME:
            self.set_value(self.low)
        elif key == pygame.K_END:
            self.set_value(self.high)
        else:
            return False
        return True
