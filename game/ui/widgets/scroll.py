"""A window onto something higher than itself."""

from __future__ import annotations

from typing import Any, Final

import pygame

from game.ui.focus import focusables
from game.ui.look import Look
from game.ui.widget import Widget

BAR: Final = 8
WHEEL_STEP: Final = 48


class ScrollArea(Widget):
    """Shows `child` through a window: wheel, Page Up/Down, Home/End, dragging the bar.

    The focused widget inside is scrolled into view. Focusable itself only when it overflows and
    nothing inside can take the keyboard.
    """

    pointer = True
    stateful = True

    def __init__(self, id: str, child: Widget, *, least: float = 80, **kwargs: Any) -> None:
        super().__init__(id, **kwargs)
        self.child = self.add(child)
        self.least = least
        self.offset = 0
        self.full_height = 0
        self._grip: int | None = None
        self._step = WHEEL_STEP
        self._bar = BAR

    @property
    def overflow(self) -> int:
        """Pixels of the child that do not fit."""
        return max(0, self.full_height - self.rect.h)

    def keep(self) -> object:
        """The offset."""
        return self.offset

    def restore(self, state: object) -> None:
        """Back to the offset."""
        if isinstance(state, int):
            self.offset = state

    def content_width(self, look: Look) -> int:
        """The child's."""
        return self.child.natural_width(look)

    def content_least_width(self, look: Look) -> int:
        """The child's."""
        return self.child.least_width(look)

    def content_height(self, look: Look, width: int) -> int:
        """The child's whole height."""
        return self.child.height_for(look, width)

    def content_least_height(self, look: Look, width: int) -> int:
        """A few lines."""
        return min(look.px(self.least), self.content_height(look, width))

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the child at its whole height, beside the bar if there is need of one."""
        self.rect = rect
        self._step = look.px(WHEEL_STEP)
        self._bar = look.gap(BAR)
        height = self.child.height_for(look, rect.w)
        if height > rect.h:
            height = self.child.height_for(look, max(1, rect.w - self._bar - look.gap(4)))
        self.full_height = max(height, rect.h)
        self.offset = max(0, min(self.offset, self.overflow))
        self._place_child(look)
        self.focusable = self.overflow > 0 and not focusables(self.child)

    def _place_child(self, look: Look) -> None:
        width = self.rect.w
        if self.overflow:
            width = max(1, width - self._bar - look.gap(4))
        self.child.place(
            look, pygame.Rect(self.rect.x, self.rect.y - self.offset, width, self.full_height)
        )

    def scroll_to(self, offset: float) -> bool:
        """Show the child from `offset` pixels down; True if that moved anything."""
        wanted = max(0, min(round(offset), self.overflow))
        if wanted == self.offset or self.root is None:
            return False
        self.offset = wanted
        self._place_child(self.root.look)
        self.invalidate()
        return True

    def reveal(self, rect: pygame.Rect) -> None:
        """Scroll so that `rect` can be seen (its top first)."""
        margin = self._step // 4
        if rect.top - margin < self.rect.top:
            self.scroll_to(self.offset - (self.rect.top - rect.top) - margin)
        elif rect.bottom + margin > self.rect.bottom:
            down = rect.bottom + margin - self.rect.bottom
            down = min(down, rect.top - self.rect.top)
            self.scroll_to(self.offset + down)

    def clip_rect(self) -> pygame.Rect | None:
        """The window."""
        return self.rect

    def bar_rect(self) -> pygame.Rect:
        """The bar that can be dragged; empty when everything fits."""
        if not self.overflow:
            return pygame.Rect(0, 0, 0, 0)
        height = max(self._bar * 3, self.rect.h * self.rect.h // self.full_height)
        height = min(height, self.rect.h)
        top = self.rect.y + (self.rect.h - height) * self.offset // self.overflow
        return pygame.Rect(self.rect.right - self._bar, top, self._bar, height)

    def parts(self) -> dict[str, pygame.Rect]:
        """The bar."""
        return {"bar": self.bar_rect()}

    def hit(self, pos: tuple[int, int]) -> Widget | None:
        """The bar belongs to the area, all else to the child."""
        if not self.rect.collidepoint(pos):
            return None
        if self.overflow and self.visible and pos[0] >= self.rect.right - self._bar:
            return self
        return super().hit(pos)

    def draw_children(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the child through the window, then the bar."""
        before = surface.get_clip()
        surface.set_clip(before.clip(self.rect))
        self.child.draw(look, surface)
        if self.overflow:
            bar = self.bar_rect()
            groove = pygame.Rect(bar.x, self.rect.y, bar.w, self.rect.h)
            look.shapes.box(surface, groove, bar.w // 2, look.color("line_soft"))
            tone = "muted" if self.hovered or self._grip is not None else "slate"
            look.shapes.box(surface, bar, bar.w // 2, look.color(tone))
        surface.set_clip(before)

    def on_wheel(self, steps: float, sideways: float) -> bool:
        """Scroll; at the end the wheel goes to what is around."""
        return self.scroll_to(self.offset - steps * self._step)

    def on_press(self, pos: tuple[int, int]) -> None:
        """Take hold of the bar, or page towards a press beside it."""
        bar = self.bar_rect()
        if bar.w == 0 or pos[0] < bar.left:
            return
        if bar.collidepoint(pos):
            self._grip = pos[1] - bar.y
        else:
            self.scroll_to(self.offset + (self.rect.h if pos[1] > bar.bottom else -self.rect.h))

    def on_drag(self, pos: tuple[int, int]) -> None:
        """Move the bar."""
        if self._grip is None:
            return
        room = self.rect.h - self.bar_rect().h
        if room > 0:
            self.scroll_to((pos[1] - self._grip - self.rect.y) * self.overflow / room)

    def on_release(self, pos: tuple[int, int]) -> None:
        """Let go."""
        self._grip = None

    def on_key(self, key: int, mod: int) -> bool:
        """Page Up/Down and Home/End; the arrows too when the area itself has the keyboard."""
        moves = {
            pygame.K_PAGEUP: self.offset - self.rect.h * 9 // 10,
            pygame.K_PAGEDOWN: self.offset + self.rect.h * 9 // 10,
            pygame.K_HOME: 0,
            pygame.K_END: self.overflow,
        }
        if self.focused:
            moves[pygame.K_UP] = self.offset - self._step
            moves[pygame.K_DOWN] = self.offset + self._step
        return key in moves and self.scroll_to(moves[key])
