"""The ring around what is hovered, selected or focused on the map."""

from __future__ import annotations

import pygame

from game.ui.map_camera import Camera
from game.ui.map_canvas import SmoothCanvas
from game.ui.map_content import HitRegion
from game.ui.map_flows import flow_shapes, paint_shapes
from game.ui.map_geometry import Region
from game.ui.map_kit import MapKit
from game.ui.map_layers import MapLayout

RING_PX = 2


def draw_highlight(
    kit: MapKit,
    canvas: SmoothCanvas,
    target: pygame.Surface,
    hit: HitRegion,
    layout: MapLayout,
    region: Region,
    camera: Camera,
) -> None:
    """Draw a blue ring around a site or partner, a casing around a flow, an edge on a country."""
    if hit.kind == "country":
        _ring_country(kit, canvas, target, hit.id, region, camera)
    elif hit.kind == "flow":
        for curve in layout.flows:
            if curve.id == hit.id:
                shapes = flow_shapes(
                    curve, kit.theme.palette.blue, kit.colors.governed, 2 * RING_PX
                )
                paint_shapes(canvas, target, shapes)
    else:
        _ring_box(kit, target, pygame.Rect(hit.rect), is_round=hit.kind == "partner")


def _ring_box(kit: MapKit, target: pygame.Surface, box: pygame.Rect, is_round: bool) -> None:
    """A blue ring with a white one inside, visible on land, sea and cards alike."""
    palette = kit.theme.palette
    width = kit.theme.gap(RING_PX)
    for grow, color in ((2 * width, palette.blue), (width, palette.surface)):
        rect = box.inflate(2 * grow, 2 * grow)
        radius = rect.h // 2 if is_round else kit.theme.gap(8)
        kit.shapes.box(target, rect, radius, None, color, width)


def _ring_country(
    kit: MapKit,
    canvas: SmoothCanvas,
    target: pygame.Surface,
    country_id: str,
    region: Region,
    camera: Camera,
) -> None:
    country = region.country(country_id)
    if country is None:
        return
    rings = [[camera.to_pixel(point) for point in ring] for ring in country.rings]
    blue = kit.theme.palette.blue

    def painter(large: pygame.Surface, factor: int, corner: tuple[int, int]) -> None:
        for ring in rings:
            points = [((x - corner[0]) * factor, (y - corner[1]) * factor) for x, y in ring]
            pygame.draw.lines(large, blue, True, points, RING_PX * factor)

    canvas.paint(target, target.get_rect(), painter)
