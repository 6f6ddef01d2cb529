"""Icons tinted in code and flags, by name and pixel size, cached; a missing file draws nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pygame

from game.ui.fonts import ASSETS
from game.ui.lru import SurfaceCache
from game.ui.theme import Color

FlagShape = Literal["round", "rect"]


class IconSet:
    """Reads `icons/<name>.png` (white on transparent) and `flags/<shape>/<code>.png`."""

    def __init__(self, folder: Path = ASSETS) -> None:
        self.folder = folder
        self._sources: dict[str, pygame.Surface | None] = {}
        self._made = SurfaceCache(16_000_000)

    def icon(self, name: str, pixels: int, color: Color) -> pygame.Surface:
        """The icon in `color`, `pixels` square; transparent if there is no such icon."""
        return self._made.get((name, pixels, color), lambda: self._tinted(name, pixels, color))

    def flag(self, code: str, height: int, shape: FlagShape = "round") -> pygame.Surface:
        """The flag of an ISO 3166 alpha-2 code, `height` pixels high; grey if there is none."""
        return self._made.get((code, height, shape), lambda: self._flag(code, height, shape))

    def has_icon(self, name: str) -> bool:
        """Whether the icon's file can be read."""
        return self._source(f"icons/{name}.png") is not None

    def draw(
        self,
        surface: pygame.Surface,
        name: str,
        center: tuple[float, float],
        pixels: int,
        color: Color,
    ) -> None:
        """Draw an icon around `center`."""
        image = self.icon(name, pixels, color)
        surface.blit(image, image.get_rect(center=(round(center[0]), round(center[1]))))

    def _tinted(self, name: str, pixels: int, color: Color) -> pygame.Surface:
        source = self._source(f"icons/{name}.png")
        if source is None:
            return pygame.Surface((max(1, pixels), max(1, pixels)), pygame.SRCALPHA)
        image = pygame.transform.smoothscale(source, (max(1, pixels), max(1, pixels)))
        image.fill((*color, 255), special_flags=pygame.BLEND_RGBA_MULT)
        return image

    def _flag(self, code: str, height: int, shape: FlagShape) -> pygame.Surface:
        height = max(1, height)
        source = self._source(f"flags/{shape}/{code.lower()}.png")
        width = height if shape == "round" else round(height * 1.5)
        if source is None:
            return _grey_flag(width, height, shape)
        return pygame.transform.smoothscale(source, (width, height))

    def _source(self, place: str) -> pygame.Surface | None:
        if place not in self._sources:
            self._sources[place] = _load(self.folder / place)
        return self._sources[place]


def _load(path: Path) -> pygame.Surface | None:
    if not path.is_file():
        return None
    try:
        image = pygame.image.load(str(path))
    except (pygame.error, OSError):
        return None
    # A 32-bit copy with alpha: smoothscale refuses palette images, and no display is needed.
    copy = pygame.Surface(image.get_size(), pygame.SRCALPHA)
    copy.blit(image, (0, 0))
    return copy


def _grey_flag(width: int, height: int, shape: FlagShape) -> pygame.Surface:
    image = pygame.Surface((width, height), pygame.SRCALPHA)
    if shape == "round":
        pygame.draw.circle(image, (146, 161, 174), (width // 2, height // 2), height // 2)
    else:
        image.fill((146, 161, 174))
    return image
