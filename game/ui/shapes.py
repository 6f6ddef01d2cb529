"""Smooth shapes: rounded boxes, discs, triangles, lines and soft shadows, cached by their form."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final, Literal

import pygame

from game.ui.lru import SurfaceCache
from game.ui.theme import Color

OVERSAMPLE: Final = 4
Corners = tuple[bool, bool, bool, bool]  # top left, top right, bottom left, bottom right
ALL_ROUND: Final[Corners] = (True, True, True, True)
Point = tuple[float, float]


class Shapes:
    """Draws on any surface; keeps small pre-drawn pieces so that a redraw is mostly copying."""

    def __init__(self) -> None:
        self._pieces = SurfaceCache(24_000_000)

    def box(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        radius: int,
        fill: Color | None,
        border: Color | None = None,
        border_width: int = 1,
        corners: Corners = ALL_ROUND,
    ) -> None:
        """A rounded rectangle; `fill=None` leaves the inside as it is."""
        if rect.w <= 0 or rect.h <= 0:
            return
        radius = max(0, min(radius, rect.w // 2, rect.h // 2))
        self._straight_parts(surface, rect, radius, fill, border, border_width)
        if radius == 0:
            return
        tile = self._pieces.get(
            ("corner", radius, fill, border, border_width),
            lambda: _corner_tile(radius, fill, border, border_width),
        )
        spots = (
            (rect.x, rect.y),
            (rect.right - radius, rect.y),
            (rect.x, rect.bottom - radius),
            (rect.right - radius, rect.bottom - radius),
        )
        for index, (spot, is_round) in enumerate(zip(spots, corners, strict=True)):
            if is_round:
                area = (index % 2 * radius, index // 2 * radius, radius, radius)
                surface.blit(tile, spot, area)
            elif fill is not None:
                surface.fill(fill, (*spot, radius, radius))

    def _straight_parts(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        radius: int,
        fill: Color | None,
        border: Color | None,
        width: int,
    ) -> None:
        if fill is not None:
            surface.fill(fill, (rect.x + radius, rect.y, rect.w - 2 * radius, rect.h))
            surface.fill(fill, (rect.x, rect.y + radius, radius, rect.h - 2 * radius))
            surface.fill(fill, (rect.right - radius, rect.y + radius, radius, rect.h - 2 * radius))
        if border is not None and width > 0:
            across, down = rect.w - 2 * radius, rect.h - 2 * radius
            surface.fill(border, (rect.x + radius, rect.y, across, width))
            surface.fill(border, (rect.x + radius, rect.bottom - width, across, width))
            surface.fill(border, (rect.x, rect.y + radius, width, down))
            surface.fill(border, (rect.right - width, rect.y + radius, width, down))

    def disc(
        self,
        surface: pygame.Surface,
        center: Point,
        diameter: int,
        fill: Color | None,
        border: Color | None = None,
        border_width: int = 1,
    ) -> None:
        """A smooth filled circle, with a ring inside its edge if `border` is given."""
        diameter = max(1, diameter)
        tile = self._pieces.get(
            ("disc", diameter, fill, border, border_width),
            lambda: _disc_tile(diameter, fill, border, border_width),
        )
        x, y = round(center[0] - diameter / 2), round(center[1] - diameter / 2)
        surface.blit(tile, (x, y))

    def triangle(
        self,
        surface: pygame.Surface,
        center: Point,
        pixels: int,
        color: Color,
        direction: Literal["up", "down", "right", "left"],
    ) -> None:
        """A solid arrow head in a square of `pixels` around `center`."""
        tile = self._pieces.get(
            ("triangle", pixels, color, direction),
            lambda: _triangle_tile(max(1, pixels), color, direction),
        )
        surface.blit(tile, tile.get_rect(center=(round(center[0]), round(center[1]))))

    def smooth(
        self,
        key: Hashable,
        size: tuple[int, int],
        paint: Callable[[pygame.Surface, int], None],
        ground: Color,
    ) -> pygame.Surface:
        """A picture painted by `paint(large_surface, factor)`, scaled down, kept under `key`."""

        def make() -> pygame.Surface:
            width, height = max(1, size[0]), max(1, size[1])
            large = pygame.Surface((width * 3, height * 3), pygame.SRCALPHA)
            large.fill((*ground, 0))
            paint(large, 3)
            return pygame.transform.smoothscale(large, (width, height))

        return self._pieces.get(("smooth", key, size, ground), make)

    def shadow(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        radius: int,
        color: Color,
        reach: int = 8,
        strength: int = 34,
        drop: int = 2,
    ) -> None:
        """A soft shadow around `rect`, dropped by `drop` pixels; draw the card over it."""
        ground = rect.move(0, drop).inflate(reach, reach)
        if ground.w < 4 * reach or ground.h < 4 * reach:
            return
        tile = self._pieces.get(
            ("shadow", radius, color, reach, strength),
            lambda: _shadow_tile(radius, color, reach, strength),
        )
        edge = tile.get_width() // 2
        edge = min(edge, ground.w // 2, ground.h // 2)
        self._nine_slice(surface, tile, ground, edge, (radius, color, reach, strength))

    def _nine_slice(
        self,
        surface: pygame.Surface,
        tile: pygame.Surface,
        rect: pygame.Rect,
        edge: int,
        key: Hashable,
    ) -> None:
        side = tile.get_width()
        far = side - edge
        surface.blit(tile, rect.topleft, (0, 0, edge, edge))
        surface.blit(tile, (rect.right - edge, rect.y), (far, 0, edge, edge))
        surface.blit(tile, (rect.x, rect.bottom - edge), (0, far, edge, edge))
        surface.blit(tile, (rect.right - edge, rect.bottom - edge), (far, far, edge, edge))
        across, down = rect.w - 2 * edge, rect.h - 2 * edge
        if across > 0:
            for y, top in ((0, rect.y), (far, rect.bottom - edge)):
                area = pygame.Rect(side // 2, y, 1, edge)
                strip = self._strip(tile, (key, "h", y, across), area, (across, edge))
                surface.blit(strip, (rect.x + edge, top))
        if down > 0:
            for x, left in ((0, rect.x), (far, rect.right - edge)):
                area = pygame.Rect(x, side // 2, edge, 1)
                strip = self._strip(tile, (key, "v", x, down), area, (edge, down))
                surface.blit(strip, (left, rect.y + edge))

    def _strip(
        self, tile: pygame.Surface, key: Hashable, area: pygame.Rect, size: tuple[int, int]
    ) -> pygame.Surface:
        return self._pieces.get(
            ("strip", key, size), lambda: pygame.transform.scale(tile.subsurface(area), size)
        )

    def clear(self) -> None:
        """Forget the pre-drawn pieces."""
        self._pieces.clear()


def thick_line(
    surface: pygame.Surface, points: Sequence[Point], width: float, color: Color
) -> None:
    """A line with round joints; meant for the enlarged surface of `Shapes.smooth`."""
    for a, b in zip(points, points[1:], strict=False):
        _segment(surface, a, b, width, color)
    for point in points:
        pygame.draw.circle(surface, color, point, width / 2)


def dashed_line(
    surface: pygame.Surface,
    points: Sequence[Point],
    width: float,
    color: Color,
    dash: float,
    space: float,
) -> None:
    """A dashed line whose pattern runs on through the joints."""
    along, drawing = 0.0, True
    for a, b in zip(points, points[1:], strict=False):
        start, end = pygame.Vector2(a), pygame.Vector2(b)
        length = (end - start).length()
        at = 0.0
        while at < length:
            step = min((dash if drawing else space) - along, length - at)
            if drawing:
                first, last = start.lerp(end, at / length), start.lerp(end, (at + step) / length)
                _segment(surface, (first.x, first.y), (last.x, last.y), width, color)
            at += step
            along += step
            if along >= (dash if drawing else space) - 1e-6:
                along, drawing = 0.0, not drawing


def _segment(surface: pygame.Surface, a: Point, b: Point, width: float, color: Color) -> None:
    start, end = pygame.Vector2(a), pygame.Vector2(b)
    across = end - start
    if across.length_squared() == 0:
        return
    side = across.normalize().rotate(90) * (width / 2)
    pygame.draw.polygon(surface, color, [start + side, end + side, end - side, start - side])


def _shrunk(large: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    return pygame.transform.smoothscale(large, size)


def _disc_tile(
    diameter: int, fill: Color | None, border: Color | None, border_width: int
) -> pygame.Surface:
    side = diameter * OVERSAMPLE
    outer = border or fill or (0, 0, 0)
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    large.fill((*outer, 0))
    middle = (side / 2, side / 2)
    if border is not None:
        pygame.draw.circle(large, border, middle, side / 2)
        inner = (*fill, 255) if fill is not None else (*border, 0)
        pygame.draw.circle(large, inner, middle, side / 2 - border_width * OVERSAMPLE)
    elif fill is not None:
        pygame.draw.circle(large, fill, middle, side / 2)
    return _shrunk(large, (diameter, diameter))


def _corner_tile(
    radius: int, fill: Color | None, border: Color | None, border_width: int
) -> pygame.Surface:
    return _disc_tile(2 * radius, fill, border, border_width)


def _triangle_tile(pixels: int, color: Color, direction: str) -> pygame.Surface:
    side = pixels * OVERSAMPLE
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    large.fill((*color, 0))
    inset = side * 0.1
    points = [(side / 2, inset), (side, side - inset), (0, side - inset)]
    pygame.draw.polygon(large, color, points)
    turn = {"up": 0, "left": 90, "down": 180, "right": 270}[direction]
    return _shrunk(pygame.transform.rotate(large, turn), (pixels, pixels))


def _shadow_tile(radius: int, color: Color, reach: int, strength: int) -> pygame.Surface:
    side = 2 * (radius + 2 * reach) + 2
    tile = pygame.Surface((side, side), pygame.SRCALPHA)
    tile.fill((*color, 0))
    inner = tile.get_rect().inflate(-reach, -reach)
    pygame.draw.rect(tile, (*color, strength), inner, border_radius=radius)
    return pygame.transform.gaussian_blur(tile, max(1, reach // 2))
