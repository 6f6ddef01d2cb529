"""Markers on the map.  Kinds differ by shape and icon, not only by colour."""

from __future__ import annotations

import math

import pygame

from game.ui.icons import IconSet
from game.ui.lru import SurfaceCache
from game.ui.map_content import MapMarker, MarkerKind
from game.ui.map_geometry import Point
from game.ui.map_style import MARK_STYLES, MapColors
from game.ui.theme import Color, Theme

OVERSAMPLE = 4
SHADOW_PX = 4
EDGE_PX = 1.6
CACHE_BYTES = 8_000_000

# Corners on the unit circle: (number of corners, angle of the first in degrees).
_POLYGONS: dict[MarkerKind, tuple[int, float]] = {
    "mine": (4, -90),
    "park": (6, -90),
    "plant": (5, -90),
}


def mark_outline(kind: MarkerKind, middle: Point, side: float) -> list[Point]:
    """Return the outline of a marker of a kind around a point; a circle has 40 corners."""
    if kind == "refinery":
        half = side / 2
        return [
            (middle[0] + x * half, middle[1] + y * half)
            for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]
    corners, first = _POLYGONS.get(kind, (40, 0.0))
    angles = (math.radians(first + 360 * index / corners) for index in range(corners))
    return [
        (middle[0] + side / 2 * math.cos(angle), middle[1] + side / 2 * math.sin(angle))
        for angle in angles
    ]


def _rounded_polygon(
    surface: pygame.Surface, color: Color, corners: list[Point], radius: float
) -> None:
    """Fill a polygon whose corners are rounded outwards by `radius`."""
    pygame.draw.polygon(surface, color, corners)
    for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
        pygame.draw.circle(surface, color, start, radius)
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = math.hypot(dx, dy) or 1.0
        nx, ny = -dy / length * radius, dx / length * radius
        pygame.draw.polygon(
            surface,
            color,
            [
                (start[0] + nx, start[1] + ny),
                (end[0] + nx, end[1] + ny),
                (end[0] - nx, end[1] - ny),
                (start[0] - nx, start[1] - ny),
            ],
        )


class MarkPainter:
    """Draws markers from cached pictures, one for each kind, state, icon and size."""

    def __init__(self, icons: IconSet, theme: Theme, colors: MapColors) -> None:
        self.icons = icons
        self.theme = theme
        self.colors = colors
        self._made = SurfaceCache(CACHE_BYTES)

    def picture(self, marker: MapMarker, side: int) -> pygame.Surface:
        """The marker's picture, `side` pixels across and a margin for its shadow all around."""
        key = (marker.kind, marker.state, marker.icon, side)
        return self._made.get(key, lambda: self._make(marker, side))

    def draw(
        self, target: pygame.Surface, marker: MapMarker, middle: Point, side: int
    ) -> pygame.Rect:
        """Draw a marker around a point; gives the box of its shape without the shadow."""
        image = self.picture(marker, side)
        place = image.get_rect(center=(round(middle[0]), round(middle[1])))
        target.blit(image, place, special_flags=pygame.BLEND_PREMULTIPLIED)
        return pygame.Rect(0, 0, side, side).move(
            place.centerx - side // 2, place.centery - side // 2
        )

    def _make(self, marker: MapMarker, side: int) -> pygame.Surface:
        full = side + 4 * SHADOW_PX
        image = self._shadow(marker.kind, side, full)
        shape = self._shape(marker, side, full)
        image.blit(shape, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        icon = marker.icon or MARK_STYLES[marker.kind].icon
        if icon:
            color = self._tones(marker)[1]
            pixels = round(side * (0.5 if marker.kind != "mine" else 0.47))
            picture = self.icons.icon(icon, pixels, color).premul_alpha()
            image.blit(
                picture,
                picture.get_rect(center=(full // 2, full // 2)),
                special_flags=pygame.BLEND_PREMULTIPLIED,
            )
        return image

    def _tones(self, marker: MapMarker) -> tuple[Color, Color, Color]:
        """Fill, icon and edge: under construction is turned inside out, idle is grey."""
        own, white = MARK_STYLES[marker.kind].color, self.colors.mark_edge
        if marker.kind == "pin":
            blue = self.theme.palette.blue
            return (white, blue, blue) if marker.state != "working" else (blue, white, white)
        if marker.state == "building":
            return white, own, own
        if marker.state == "idle":
            return self.colors.idle, white, white
        return own, white, white

    def _shape(self, marker: MapMarker, side: int, full: int) -> pygame.Surface:
        fill, _, edge = self._tones(marker)
        large = pygame.Surface((full * OVERSAMPLE, full * OVERSAMPLE), pygame.SRCALPHA)
        middle = (full * OVERSAMPLE / 2, full * OVERSAMPLE / 2)
        radius = side * 0.1 * OVERSAMPLE
        edge_px = EDGE_PX * OVERSAMPLE
        for color, inset in ((edge, 0.0), (fill, edge_px)):
            reach = side * OVERSAMPLE - 2 * radius - 2 * inset
            corners = mark_outline(marker.kind, middle, reach)
            _rounded_polygon(large, color, corners, radius)
        return pygame.transform.smoothscale(large, (full, full))

    def _shadow(self, kind: MarkerKind, side: int, full: int) -> pygame.Surface:
        shadow = pygame.Surface((full, full), pygame.SRCALPHA)
        middle = (full / 2, full / 2 + 1.5)
        pygame.draw.polygon(shadow, (0, 0, 0, 90), mark_outline(kind, middle, side))
        return pygame.transform.gaussian_blur(shadow, SHADOW_PX // 2)
