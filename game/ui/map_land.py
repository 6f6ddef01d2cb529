"""The ground of the map: sea, graticule, coastal glow, countries and their borders."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pygame

from game.ui.map_camera import Camera
from game.ui.map_canvas import SmoothCanvas
from game.ui.map_geometry import Bounds, Country, Region, clipped
from game.ui.map_style import MapColors
from game.ui.theme import Color

GRATICULE_DEGREES = 10
GLOW_SHRINK = 3
GLOW_STRENGTH = 205
THINNEST_STEP_PX = 0.7
# Wider than border and glow, so that the cut itself is never seen.
CLIP_MARGIN_PX = 40

Pixels = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class VisibleRing:
    """A ring in map pixels with its look."""

    points: Pixels
    rect: pygame.Rect
    fill: Color
    border: Color


def visible_rings(
    region: Region, camera: Camera, governed: Collection[str], colors: MapColors
) -> list[VisibleRing]:
    """Return the rings in view, governed countries last so that their edge lies on top."""
    ordered = sorted(region.countries, key=lambda each: each.id in governed)
    return [ring for each in ordered for ring in _country_rings(each, camera, governed, colors)]


def _country_rings(
    country: Country, camera: Camera, governed: Collection[str], colors: MapColors
) -> Iterator[VisibleRing]:
    fill, border = _look(country, governed, colors)
    scale, left, top = camera.scale, camera.left, camera.top
    margin = CLIP_MARGIN_PX / scale
    seen = camera.bounds
    view = Bounds(seen.left - margin, seen.top - margin, seen.right + margin, seen.bottom + margin)
    for ring, box in zip(country.rings, country.ring_bounds, strict=True):
        if not box.overlaps(view):
            continue
        part = ring if view.holds(box) else clipped(ring, view)
        if len(part) > 2:
            points = _thinned([((x - left) * scale, (y - top) * scale) for x, y in part])
            yield VisibleRing(points, _pixel_box(points), fill, border)


def _pixel_box(points: Pixels) -> pygame.Rect:
    """Return the box around some points with room for a border."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = int(min(xs)) - 2, int(min(ys)) - 2
    return pygame.Rect(left, top, int(max(xs)) + 3 - left, int(max(ys)) + 3 - top)


def _thinned(points: Pixels) -> Pixels:
    """Drop points so close to the one before that no eye can tell; they cost time."""
    last_x, last_y = points[0]
    kept = [points[0]]
    for x, y in points:
        if abs(x - last_x) + abs(y - last_y) >= THINNEST_STEP_PX:
            kept.append((x, y))
            last_x, last_y = x, y
    return kept if len(kept) > 2 else points


def _look(country: Country, governed: Collection[str], colors: MapColors) -> tuple[Color, Color]:
    if country.id in governed:
        return colors.governed, colors.governed_border
    if country.is_asean:
        return colors.asean, colors.asean_border
    return colors.land, colors.land_border


def paint_ground(
    canvas: SmoothCanvas,
    region: Region,
    camera: Camera,
    governed: Collection[str],
    colors: MapColors,
) -> pygame.Surface:
    """Return a new opaque surface with sea and land as the camera sees them."""
    ground = pygame.Surface(camera.size)
    ground.fill(colors.sea)
    _paint_graticule(ground, region, camera, colors)
    rings = visible_rings(region, camera, governed, colors)
    _paint_glow(ground, rings, colors.glow)

    def paint_land(large: pygame.Surface, factor: int, corner: tuple[int, int]) -> None:
        _paint_rings(large, factor, corner, rings)

    canvas.paint(ground, ground.get_rect(), paint_land)
    return ground


def _paint_graticule(
    ground: pygame.Surface, region: Region, camera: Camera, colors: MapColors
) -> None:
    """Hint at the globe by faint meridians and parallels every ten degrees."""
    west, south, east, north = (int(edge) for edge in region.box)
    step = GRATICULE_DEGREES
    for lon in range(west - west % step, east + 1, step):
        x = round(camera.to_pixel(region.project(lon, 0))[0])
        ground.fill(colors.sea_line, (x, 0, 1, camera.size[1]))
    for lat in range(south - south % step, north + 1, step):
        y = round(camera.to_pixel(region.project(west, lat))[1])
        ground.fill(colors.sea_line if lat else colors.equator, (0, y, camera.size[0], 1))


def _paint_glow(ground: pygame.Surface, rings: list[VisibleRing], color: Color) -> None:
    """Lighten the water near the coast: the land's shape, shrunk, blurred and stretched again."""
    width, height = ground.get_size()
    small_size = (max(1, width // GLOW_SHRINK), max(1, height // GLOW_SHRINK))
    scale_x, scale_y = small_size[0] / width, small_size[1] / height
    mask = pygame.Surface(small_size, pygame.SRCALPHA)
    for ring in rings:
        points = [(x * scale_x, y * scale_y) for x, y in ring.points]
        pygame.draw.polygon(mask, color, points)
        pygame.draw.lines(mask, color, True, points, 3)
    for radius in (3, 2):
        mask = pygame.transform.box_blur(mask, radius)
    mask.fill((GLOW_STRENGTH,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    wide = pygame.transform.smoothscale(mask, (width, height))
    ground.blit(wide, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)


def _paint_rings(
    large: pygame.Surface, factor: int, corner: tuple[int, int], rings: list[VisibleRing]
) -> None:
    left, top = corner
    tile = pygame.Rect(left, top, large.get_width() // factor, large.get_height() // factor)
    for ring in rings:
        if not ring.rect.colliderect(tile):
            continue
        points = [((x - left) * factor, (y - top) * factor) for x, y in ring.points]
        pygame.draw.polygon(large, ring.fill, points)
        pygame.draw.lines(large, ring.border, True, points, factor)
