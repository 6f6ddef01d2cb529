"""Buttons: primary, secondary, ghost, dark, and icon buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

import pygame

from game.ui.look import Look
from game.ui.theme import mix
from game.ui.widget import Pressable

ButtonKind = Literal["primary", "secondary", "ghost", "dark", "link"]


@dataclass(frozen=True, slots=True)
class _Face:
    fill: str
    border: str
    ink: str
    caption: str


_FACES: Final[dict[str, _Face]] = {
    "primary": _Face("blue", "", "surface", "on_blue_soft"),
    "secondary": _Face("surface", "line", "ink", "muted"),
    "ghost": _Face("", "", "blue", "muted"),
    "dark": _Face("navy_raised", "navy_line", "on_navy", "on_navy_soft"),
    "link": _Face("", "", "blue", "muted"),
}
_DISABLED: Final = _Face("disabled_fill", "line_soft", "disabled_ink", "disabled_ink")
_DISABLED_DARK: Final = _Face("navy", "navy_line", "on_navy_soft", "on_navy_soft")


class Button(Pressable):
    """A push button with text, icons left and right and a shortcut caption.

    A disabled button is flat, grey and carries a lock if `lock` is set. `tooltip` should then say
    why it cannot be used.
    """

    def __init__(
        self,
        id: str,
        text: str,
        on_activate: Callable[[], None] | None = None,
        *,
        kind: ButtonKind = "secondary",
        icon: str = "",
        icon_right: str = "",
        shortcut: str = "",
        size: float = 15,
        lock: bool = True,
        compact: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.text = text
        self.on_activate = on_activate
        self.kind: ButtonKind = kind
        self.icon = icon
        self.icon_right = icon_right
        self.shortcut = shortcut
        self.size = size
        self.lock = lock
        self.compact = compact

    def _pad(self, look: Look) -> int:
        if self.kind == "link":
            return 0
        return look.gap(10 if self.compact or self.kind == "ghost" else 18)

    def _right_icon(self) -> str:
        return "lock" if not self.usable() and self.lock else self.icon_right

    def _fixed_parts(self, look: Look) -> int:
        icon = look.px(self.size * 1.2)
        width = 2 * self._pad(look)
        if self.icon:
            width += icon + look.gap(8)
        if self._right_icon():
            width += icon + look.gap(8)
        return width

    def _shortcut_width(self, look: Look) -> int:
        return look.text.width(self.shortcut, 12) + look.gap(16) if self.shortcut else 0

    def content_width(self, look: Look) -> int:
        """Text, icons, shortcut and padding."""
        text = look.text.width(self.text, self.size, "semibold")
        return self._fixed_parts(look) + self._shortcut_width(look) + text

    def content_least_width(self, look: Look) -> int:
        """The shortcut gives way first, then the text down to a few letters."""
        text = look.text.width(self.text, self.size, "semibold")
        return self._fixed_parts(look) + min(text, look.px(self.size * 4))

    def content_height(self, look: Look, width: int) -> int:
        """48 nominal pixels, 32 if compact."""
        if self.kind == "link":
            return look.text.line_height(self.size)
        return look.px(32 if self.compact or self.kind == "ghost" else 46)

    def _face(self) -> _Face:
        if self.usable():
            return _FACES[self.kind]
        if self.kind == "dark":
            return _DISABLED_DARK
        if self.kind in ("ghost", "link"):
            return _Face("", "", "disabled_ink", "disabled_ink")
        return _DISABLED

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw ground, icons, text and shortcut."""
        face = self._face()
        self._paint_ground(look, surface, face)
        pad, icon = self._pad(look), look.px(self.size * 1.2)
        left, right = self.rect.x + pad, self.rect.right - pad
        middle, ink = self.rect.centery + (1 if self.pressed else 0), look.color(face.ink)
        right_icon = self._right_icon()
        if not self.shortcut and not right_icon:
            free = self.rect.w - self.content_width(look)
            left += max(0, free // 2)
        if self.icon:
            look.icons.draw(surface, self.icon, (left + icon / 2, middle), icon, ink)
            left += icon + look.gap(8)
        if right_icon:
            look.icons.draw(surface, right_icon, (right - icon / 2, middle), icon, ink)
            right -= icon + look.gap(8)
        right = self._paint_shortcut(look, surface, face, left, right, middle)
        look.text.draw(
            surface,
            self.text,
            (left, middle),
            self.size,
            "semibold",
            ink,
            "midleft",
            max_width=max(0, right - left),
        )
        if self.kind == "link" and self.hovered and self.usable():
            width = min(right - left, look.text.width(self.text, self.size, "semibold"))
            surface.fill(ink, (left, middle + look.px(self.size * 0.6), width, 1))

    def _paint_shortcut(
        self,
        look: Look,
        surface: pygame.Surface,
        face: _Face,
        left: int,
        right: int,
        middle: int,
    ) -> int:
        text = look.text.width(self.text, self.size, "semibold")
        if not self.shortcut or right - left < text + self._shortcut_width(look):
            return right
        drawn = look.text.draw(
            surface,
            self.shortcut,
            (right, middle),
            12,
            "regular",
            look.color(face.caption),
            "midright",
        )
        return drawn.left - look.gap(8)

    def _paint_ground(self, look: Look, surface: pygame.Surface, face: _Face) -> None:
        fill = look.color(face.fill) if face.fill else None
        if self.usable() and (self.hovered or self.pressed) and self.kind != "link":
            share = 0.16 if self.pressed else 0.08
            base = fill or look.color("surface")
            toward = "on_navy" if self.kind == "dark" else "ink"
            if self.kind in ("secondary", "ghost"):
                toward = "blue"
            fill = mix(base, look.color(toward), share)
        border = look.color(face.border) if face.border else None
        look.shapes.box(surface, self.rect, look.gap(9), fill, border)


class IconButton(Pressable):
    """A square button with an icon only; `tooltip` says what it does."""

    def __init__(
        self,
        id: str,
        icon: str,
        on_activate: Callable[[], None] | None = None,
        *,
        tooltip: str,
        size: float = 20,
        dark: bool = False,
        framed: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, tooltip=tooltip, **kwargs)
        self.icon = icon
        self.on_activate = on_activate
        self.size = size
        self.dark = dark
        self.framed = framed

    def content_width(self, look: Look) -> int:
        """The icon and a margin that makes it easy to hit."""
        return look.px(max(32, self.size + 12))

    def content_height(self, look: Look, width: int) -> int:
        """As high as wide."""
        return self.content_width(look)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the frame or hover ground and the icon."""
        side = min(self.content_width(look), self.rect.w, self.rect.h)
        tile = pygame.Rect(0, 0, side, side)
        tile.center = self.rect.center
        ground = look.color("navy" if self.dark else "surface")
        fill = ground if self.framed else None
        if self.usable() and (self.hovered or self.pressed):
            share = 0.22 if self.pressed else 0.12
            fill = mix(ground, look.color("on_navy" if self.dark else "blue"), share)
        border = look.color("line") if self.framed else None
        look.shapes.box(surface, tile, look.gap(8), fill, border)
        look.icons.draw(surface, self.icon, tile.center, look.px(self.size), self._ink(look))

    def _ink(self, look: Look) -> tuple[int, int, int]:
        if not self.usable():
            return look.color("navy_line" if self.dark else "slate")
        return look.color("on_navy_soft" if self.dark else "ink_soft")
