"""Smooth drawing of large shapes: paint three times too large, tile by tile, and scale down.

Tiles share one buffer of 14 MB: taking a new one for each picture costs more than the drawing.
Tiles are tall because pygame walks all rows of a polygon, also those outside the tile.  Painters
draw opaque colours on an empty buffer, so every pixel is already multiplied by its alpha; scaled
down it stays so, and edges come out without dark or light fringes.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

FACTOR = 3
TILE_WIDTH_PX = 1280
TILE_HEIGHT_PX = 300

# Receives the enlarged tile, its factor, and the map pixel at its top left corner.
Painter = Callable[[pygame.Surface, int, tuple[int, int]], None]


class SmoothCanvas:
    """Paints anti-aliased shapes onto a surface through a small enlarged buffer."""

    def __init__(self, factor: int = FACTOR) -> None:
        self.factor = factor
        self._buffer: pygame.Surface | None = None

    def paint(self, target: pygame.Surface, area: pygame.Rect, painter: Painter) -> None:
        """Run `painter` for every tile of `area` (clipped to the target) and lay it on target."""
        area = area.clip(target.get_rect())
        for top in range(area.top, area.bottom, TILE_HEIGHT_PX):
            for left in range(area.left, area.right, TILE_WIDTH_PX):
                width = min(TILE_WIDTH_PX, area.right - left)
                height = min(TILE_HEIGHT_PX, area.bottom - top)
                self._paint_tile(target, pygame.Rect(left, top, width, height), painter)

    def _paint_tile(self, target: pygame.Surface, tile: pygame.Rect, painter: Painter) -> None:
        if self._buffer is None:
            side = (TILE_WIDTH_PX * self.factor, TILE_HEIGHT_PX * self.factor)
            self._buffer = pygame.Surface(side, pygame.SRCALPHA)
        large = self._buffer.subsurface((0, 0, tile.w * self.factor, tile.h * self.factor))
        large.fill((0, 0, 0, 0))
        painter(large, self.factor, tile.topleft)
        small = pygame.transform.smoothscale(large, tile.size)
        target.blit(small, tile.topleft, special_flags=pygame.BLEND_PREMULTIPLIED)
