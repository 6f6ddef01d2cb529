"""A field to type one line into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pygame

from game.ui.look import Look
from game.ui.widget import Widget

# pygame numbers keys without a character, such as F5, from here on.
_NOT_A_CHARACTER: Final = 1 << 30


class Entry(Widget):
    """One line of typed text with a caret; Enter calls `on_submit(text)`."""

    focusable = True
    pointer = True
    stateful = True

    def __init__(
        self,
        id: str,
        text: str = "",
        on_change: Callable[[str], None] | None = None,
        *,
        on_submit: Callable[[str], None] | None = None,
        placeholder: str = "",
        max_length: int = 120,
        size: float = 14,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.text = text
        self.caret = len(text)
        self.on_change = on_change
        self.on_submit = on_submit
        self.placeholder = placeholder
        self.max_length = max_length
        self.size = size
        self._first = 0

    def keep(self) -> object:
        """Text and caret."""
        return (self.text, self.caret)

    def restore(self, state: object) -> None:
        """Back to text and caret."""
        if isinstance(state, tuple) and len(state) == 2:
            self.text, self.caret = state

    def content_width(self, look: Look) -> int:
        """Room for some words."""
        return look.px(240)

    def content_least_width(self, look: Look) -> int:
        """Room for a word."""
        return look.px(100)

    def content_height(self, look: Look, width: int) -> int:
        """36 nominal pixels."""
        return look.px(36)

    def on_focus(self, focused: bool) -> None:
        """Ask the window system for typed text only while focused."""
        super().on_focus(focused)
        if pygame.display.get_init():
            if focused:
                pygame.key.start_text_input()
            else:
                pygame.key.stop_text_input()

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw frame, text (scrolled so that the caret shows) and caret."""
        usable = self.usable()
        border = "blue" if self.focused else "slate" if self.hovered and usable else "line"
        fill = "surface" if usable else "disabled_fill"
        look.shapes.box(surface, self.rect, look.gap(8), look.color(fill), look.color(border))
        inner = self.rect.inflate(-2 * look.gap(12), 0)
        before = surface.get_clip()
        surface.set_clip(before.clip(inner.inflate(2, 0)))
        if not self.text and self.placeholder:
            look.text.draw(
                surface,
                self.placeholder,
                inner.midleft,
                self.size,
                "regular",
                look.color("muted"),
                "midleft",
                max_width=inner.w,
            )
        self._scroll(look, inner.w)
        ink = look.color("ink" if usable else "disabled_ink")
        look.text.draw(
            surface, self.text[self._first :], inner.midleft, self.size, "regular", ink, "midleft"
        )
        if self.focused:
            x = inner.x + self._width(look, self._first, self.caret)
            height = look.px(self.size * 1.3)
            surface.fill(
                look.color("blue"), (x, inner.centery - height // 2, max(1, look.gap(2)), height)
            )
        surface.set_clip(before)

    def _width(self, look: Look, start: int, end: int) -> int:
        return look.text.width(self.text[start:end], self.size)

    def _scroll(self, look: Look, room: int) -> None:
        self._first = max(0, min(self._first, self.caret))
        while self._first < self.caret and self._width(look, self._first, self.caret) > room:
            self._first += 1

    def _edit(self, text: str, caret: int) -> None:
        self.text, self.caret = text, caret
        self.invalidate()
        if self.on_change is not None:
            self.on_change(text)

    def on_text(self, text: str) -> bool:
        """Put typed or pasted text in at the caret."""
        if not self.usable():
            return False
        text = "".join(c for c in text if c.isprintable())
        text = text[: self.max_length - len(self.text)]
        if text:
            self._edit(
                self.text[: self.caret] + text + self.text[self.caret :], self.caret + len(text)
            )
        return True

    def on_press(self, pos: tuple[int, int]) -> None:
        """Put the caret where the mouse is."""
        if self.root is None:
            return
        look = self.root.look
        offset = pos[0] - self.rect.x - look.gap(12)
        ends = range(self._first, len(self.text) + 1)
        self.caret = min(ends, key=lambda end: abs(self._width(look, self._first, end) - offset))
        self.invalidate()

    def on_key(self, key: int, mod: int) -> bool:
        """Editing keys; Ctrl+V pastes. Other keys are kept from the scene while typing."""
        if mod & pygame.KMOD_CTRL:
            return key == pygame.K_v and self.on_text(_clipboard())
        if key == pygame.K_BACKSPACE and self.caret:
            at = self.caret
            self._edit(self.text[: at - 1] + self.text[at:], at - 1)
        elif key == pygame.K_DELETE and self.caret < len(self.text):
            self._edit(self.text[: self.caret] + self.text[self.caret + 1 :], self.caret)
        elif key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            if self.on_submit is None:
                return False
            self.on_submit(self.text)
        elif self._move_caret(key):
            self.invalidate()
        else:
            return 32 <= key < _NOT_A_CHARACTER
        return True

    def _move_caret(self, key: int) -> bool:
        moves = {
            pygame.K_LEFT: self.caret - 1,
            pygame.K_RIGHT: self.caret + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.text),
        }
        if key not in moves:
            return False
        self.caret = max(0, min(len(self.text), moves[key]))
        return True


def _clipboard() -> str:
    try:
        return pygame.scrap.get_text()
    except (pygame.error, AttributeError, UnicodeDecodeError):
        return ""
