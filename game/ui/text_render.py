"""Drawing text: rendered four times too large and scaled down, which keeps letter spacing true."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

import pygame

from game.ui.fonts import FontBook, Weight
from game.ui.lru import SurfaceCache
from game.ui.text_layout import clean, ellipsize, wrap
from game.ui.theme import Color

Anchor = Literal[
    "topleft",
    "midtop",
    "topright",
    "midleft",
    "center",
    "midright",
    "bottomleft",
    "midbottom",
    "bottomright",
]

OVERSAMPLE: Final = 4
CACHE_BYTES: Final = 48_000_000
_FIGURES: Final = frozenset("0123456789")


class TextRenderer:
    """Measures and draws single lines at nominal sizes multiplied by `scale`."""

    def __init__(self, fonts: FontBook | None = None, scale: float = 1.0) -> None:
        self.fonts = fonts or FontBook()
        self.scale = scale
        self._surfaces = SurfaceCache(CACHE_BYTES)
        self._large_width = lru_cache(maxsize=20_000)(self._measure_large)
        self._wrapped = lru_cache(maxsize=2_000)(self._wrap)

    def width(
        self,
        text: str,
        size: float,
        weight: Weight = "regular",
        spacing: float = 0,
        tabular: bool = False,
    ) -> int:
        """Pixels the line takes, rounded up. `spacing` is extra space between letters."""
        return -(-self._large_width(clean(text), size, weight, spacing, tabular) // OVERSAMPLE)

    def line_height(self, size: float) -> int:
        """Pixels from one line to the next."""
        return round(size * self.scale * 1.42)

    def surface(
        self,
        text: str,
        size: float,
        weight: Weight,
        color: Color,
        spacing: float = 0,
        tabular: bool = False,
    ) -> pygame.Surface:
        """The drawn line on a transparent ground. Shared: do not draw on it."""
        line = clean(text)
        key = (line, size, weight, color, spacing, tabular, self.scale)
        return self._surfaces.get(
            key, lambda: self._render(line, size, weight, color, spacing, tabular)
        )

    def draw(
        self,
        surface: pygame.Surface,
        text: str,
        pos: tuple[float, float],
        size: float,
        weight: Weight,
        color: Color,
        anchor: Anchor = "topleft",
        *,
        max_width: int | None = None,
        spacing: float = 0,
        tabular: bool = False,
    ) -> pygame.Rect:
        """Draw one line, shortened with "…" to `max_width`; gives the rectangle it covers."""
        if max_width is not None:
            text = self.fit(text, max_width, size, weight, spacing)
        image = self.surface(text, size, weight, color, spacing, tabular)
        rect = image.get_rect()
        setattr(rect, anchor, (round(pos[0]), round(pos[1])))
        surface.blit(image, rect)
        return rect

    def draw_text(
        self,
        surface: pygame.Surface,
        text: str,
        pos: tuple[float, float],
        size: float,
        weight: Weight,
        color: Color,
        anchor: Anchor = "topleft",
    ) -> pygame.Rect:
        """`draw` as a plain callable, for modules that are handed a drawing function."""
        return self.draw(surface, text, pos, size, weight, color, anchor)

    def fit(
        self,
        text: str,
        max_width: int,
        size: float,
        weight: Weight = "regular",
        spacing: float = 0,
    ) -> str:
        """`text`, shortened with "…" where it is wider than `max_width` pixels."""
        if self.width(text, size, weight, spacing) <= max_width:
            return text
        return ellipsize(
            clean(text), max_width, lambda part: self.width(part, size, weight, spacing)
        )

    def wrap(
        self, text: str, max_width: int, size: float, weight: Weight = "regular"
    ) -> tuple[str, ...]:
        """Lines no wider than `max_width` pixels (breaks at spaces, U+200B and line feeds)."""
        return self._wrapped(text, max_width, size, weight, self.scale)

    def clear(self) -> None:
        """Forget what was drawn and measured (after a change of `scale`)."""
        self._surfaces.clear()
        self._large_width.cache_clear()
        self._wrapped.cache_clear()

    def _wrap(
        self, text: str, max_width: int, size: float, weight: Weight, scale: float
    ) -> tuple[str, ...]:
        return tuple(wrap(text, max_width, lambda part: self.width(part, size, weight)))

    def _font(self, size: float, weight: Weight) -> pygame.font.Font:
        return self.fonts.font(weight, max(4, round(size * self.scale * OVERSAMPLE)))

    def _measure_large(
        self, text: str, size: float, weight: Weight, spacing: float, tabular: bool
    ) -> int:
        if not text:
            return 0
        font = self._font(size, weight)
        if spacing or tabular:
            return sum(self._advances(text, font, size, spacing, tabular))
        return font.size(text)[0]

    def _advances(
        self, text: str, font: pygame.font.Font, size: float, spacing: float, tabular: bool
    ) -> list[int]:
        extra = round(spacing * self.scale * OVERSAMPLE)
        figure = max(font.size(d)[0] for d in _FIGURES) if tabular else 0
        return [
            (figure if tabular and char in _FIGURES else font.size(char)[0]) + extra
            for char in text
        ]

    def _render(
        self, text: str, size: float, weight: Weight, color: Color, spacing: float, tabular: bool
    ) -> pygame.Surface:
        font = self._font(size, weight)
        height = max(1, round(font.get_height() / OVERSAMPLE))
        # Some texts are all marks without a width of their own; SDL refuses to draw those.
        if not text or font.size(text)[0] == 0:
            return pygame.Surface((1, height), pygame.SRCALPHA)
        if spacing or tabular:
            large = self._render_apart(text, font, size, color, spacing, tabular)
        else:
            large = font.render(text, True, color)
        width = -(-large.get_width() // OVERSAMPLE)
        # Pad to whole multiples so that scaling does not squeeze the line.
        padded = pygame.Surface((width * OVERSAMPLE, height * OVERSAMPLE), pygame.SRCALPHA)
        padded.fill((*color, 0))
        padded.blit(large, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
        return pygame.transform.smoothscale(padded, (width, height))

    def _render_apart(
        self,
        text: str,
        font: pygame.font.Font,
        size: float,
        color: Color,
        spacing: float,
        tabular: bool,
    ) -> pygame.Surface:
        advances = self._advances(text, font, size, spacing, tabular)
        large = pygame.Surface((max(1, sum(advances)), font.get_height()), pygame.SRCALPHA)
        large.fill((*color, 0))
        x = 0
        for char, advance in zip(text, advances, strict=True):
            if font.size(char)[0] == 0:
                continue
            glyph = font.render(char, True, color)
            inset = (advance - glyph.get_width()) // 2 if tabular and char in _FIGURES else 0
            large.blit(glyph, (x + inset, 0), special_flags=pygame.BLEND_RGBA_MAX)
            x += advance
        return large
