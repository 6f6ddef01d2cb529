"""Everything that stands on the ground of the map: laid out first, then drawn, then pointed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.ui.map_camera import Camera
from game.ui.map_canvas import SmoothCanvas
from game.ui.map_chips import draw_chip, place_chips
from game.ui.map_content import HitRegion, MapContent, MapMarker, PixelRect
from game.ui.map_flows import FlowCurve, hit_outline, lay_out_flows, paint_flows
from game.ui.map_geometry import Country, Point, Region
from game.ui.map_kit import COMPACT_SHARE, MapKit
from game.ui.map_labels import Label, LabelPlacer, dots, draw_labels
from game.ui.map_legend import draw_legend, place_legend
from game.ui.map_marks import MarkPainter
from game.ui.map_places import PARTNER_PLACES, grown, is_inside, spread

SPREAD_LIMIT = 22
LEAST_COUNTRY_HIT_PX = 14
LEAST_LAND_PX = 60
BADGE_SIZE = 11


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Where everything is, in map pixels."""

    sites: Mapping[str, Point]
    chips: Mapping[str, PixelRect]
    flows: tuple[FlowCurve, ...]
    labels: tuple[Label, ...]
    dots: tuple[Point, ...]
    legend: PixelRect | None
    mark_sides: Mapping[str, int]


def lay_out(
    kit: MapKit, region: Region, camera: Camera, content: MapContent, avoid: tuple[PixelRect, ...]
) -> MapLayout:
    """Find a place for every part of the content; parts outside the view are left out."""
    sides = {each.id: kit.mark_side(each.kind, camera.size) for each in content.markers}
    sites = _place_sites(kit, region, camera, content.markers, sides)
    boxes = [_mark_box(place, sides[key]) for key, place in sites.items()]
    own_land = _land_boxes(region, camera, content.governed)
    legend = place_legend(kit, content.legend, camera.size, [*avoid, *boxes, *own_land])
    fixed = [*avoid, legend] if legend else list(avoid)
    targets = [_partner_pixel(region, camera, chip.flag) for chip in content.chips]
    origin = _middle_of(region, camera, content.governed)
    chips = place_chips(kit, content.chips, targets, origin, camera.size, fixed + boxes)
    flow_zoom = kit.theme.zoom * (COMPACT_SHARE if kit.is_compact(camera.size) else 1.0)
    flows = lay_out_flows(content.flows, sites, chips, camera.size, flow_zoom)
    small = dots(region, camera)
    taken = [*fixed, *boxes, *chips.values(), *_flow_boxes(flows)]
    taken += [_mark_box(place, 8) for place in small]
    labels = LabelPlacer(kit, region, camera, [grown(box, 4) for box in taken]).place_all(content)
    return MapLayout(sites, chips, tuple(flows), tuple(labels), tuple(small), legend, sides)


def _place_sites(
    kit: MapKit,
    region: Region,
    camera: Camera,
    markers: Sequence[MapMarker],
    sides: Mapping[str, int],
) -> dict[str, Point]:
    seen = [(each, camera.to_pixel(region.project(each.lon, each.lat))) for each in markers]
    seen = [
        (each, place)
        for each, place in seen
        if is_inside((round(place[0]), round(place[1]), 0, 0), camera.size, 2)
    ]
    radii = [sides[each.id] / 2 for each, _ in seen]
    places = spread([place for _, place in seen], radii, kit.theme.gap(SPREAD_LIMIT))
    return {each.id: place for (each, _), place in zip(seen, places, strict=True)}


def _land_boxes(region: Region, camera: Camera, governed: Sequence[str]) -> list[PixelRect]:
    """Return the boxes of the larger parts of the governed states: no card should hide them."""
    countries = [each for each in map(region.country, governed) if each is not None]
    boxes = []
    for bounds in (box for each in countries for box in each.ring_bounds):
        left, top = camera.to_pixel((bounds.left, bounds.top))
        width, height = bounds.width * camera.scale, bounds.height * camera.scale
        if max(width, height) >= LEAST_LAND_PX:
            boxes.append((round(left), round(top), round(width), round(height)))
    return boxes


def _mark_box(middle: Point, side: int) -> PixelRect:
    return round(middle[0] - side / 2), round(middle[1] - side / 2), side, side


def _partner_pixel(region: Region, camera: Camera, flag: str) -> Point:
    lon, lat = PARTNER_PLACES.get(flag, PARTNER_PLACES["us"])
    return camera.to_pixel(region.project(lon, lat))


def _middle_of(region: Region, camera: Camera, governed: Sequence[str]) -> Point:
    """Return the middle of the governed states, or of the map, always within the map."""
    bounds = region.bounds_of(governed)
    width, height = camera.size
    if bounds is None:
        return width / 2, height / 2
    x, y = camera.to_pixel(((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2))
    return min(max(x, 1.0), width - 1.0), min(max(y, 1.0), height - 1.0)


def _flow_boxes(flows: Sequence[FlowCurve]) -> list[PixelRect]:
    """Return small boxes along every flow, so that names stay off the arrows."""
    boxes = []
    for curve in flows:
        side = round(curve.width) + 6
        boxes += [_mark_box(place, side) for place in curve.line]
        middle = curve.line[len(curve.line) // 2]
        boxes.append(_mark_box(middle, side + 14))
    return boxes


def draw_layout(
    kit: MapKit,
    canvas: SmoothCanvas,
    target: pygame.Surface,
    content: MapContent,
    layout: MapLayout,
) -> None:
    """Draw from below to above: names, dots, flows, sites, legend, partners."""
    marks = MarkPainter(kit.icons, kit.theme, kit.colors)
    draw_labels(kit, target, layout.labels)
    for place in layout.dots:
        kit.shapes.disc(
            target, place, kit.theme.gap(8), kit.colors.country_text, kit.colors.mark_edge, 1
        )
    paint_flows(canvas, target, layout.flows, kit.colors)
    for marker in content.markers:
        if marker.id in layout.sites:
            box = marks.draw(target, marker, layout.sites[marker.id], layout.mark_sides[marker.id])
            _draw_badges(kit, target, marker, box)
    if layout.legend is not None:
        draw_legend(kit, marks, target, content.legend, layout.legend)
    for chip in content.chips:
        draw_chip(kit, target, chip, layout.chips[chip.id], kit.is_compact(target.get_size()))


def _draw_badges(kit: MapKit, target: pygame.Surface, marker: MapMarker, box: pygame.Rect) -> None:
    """Draw a pin's number and its mark: a tick when finished, a triangle when started."""
    palette, px = kit.theme.palette, kit.theme.px
    side = px(18)
    if marker.badge:
        place = (box.right - px(3), box.top + px(3))
        kit.shapes.disc(target, place, side, palette.navy, palette.surface, 1)
        kit.text.draw(target, marker.badge, place, BADGE_SIZE, "bold", palette.on_navy, "center")
    if marker.mark:
        place = (box.left + px(3), box.top + px(3))
        is_finished = marker.mark == "finished"
        kit.shapes.disc(
            target, place, side, palette.good if is_finished else palette.amber, palette.surface, 1
        )
        icon, tone = ("check", palette.surface) if is_finished else ("play", palette.amber_deep)
        kit.icons.draw(target, icon, place, px(10), tone)


def hit_regions(
    region: Region, camera: Camera, content: MapContent, layout: MapLayout
) -> tuple[HitRegion, ...]:
    """Return what can be pointed at, in focus order; every box lies inside the map."""
    found = [
        HitRegion(
            "partner", chip.id, layout.chips[chip.id], f"{chip.name} {chip.share_text}".strip()
        )
        for chip in content.chips
    ]
    for marker in content.markers:
        if marker.id in layout.sites:
            box = _mark_box(layout.sites[marker.id], layout.mark_sides[marker.id])
            found.append(HitRegion("marker", marker.id, box, marker.label))
    # The thinnest flow was drawn last: it is on top.
    for curve in reversed(layout.flows):
        found.append(
            HitRegion("flow", curve.id, curve.bounds(), curve.flow.label, hit_outline(curve))
        )
    found += [
        _country_hit(each, camera, content)
        for each in region.countries
        if each.name and each.bounds.overlaps(camera.bounds)
    ]
    inside = [_clipped(each, camera.size) for each in found]
    return tuple(each for each in inside if each.rect[2] > 0 and each.rect[3] > 0)


def _country_hit(country: Country, camera: Camera, content: MapContent) -> HitRegion:
    bounds = country.bounds
    middle = ((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2)
    x, y = camera.to_pixel(middle)
    width = max(LEAST_COUNTRY_HIT_PX, bounds.width * camera.scale)
    height = max(LEAST_COUNTRY_HIT_PX, bounds.height * camera.scale)
    box = (round(x - width / 2), round(y - height / 2), round(width), round(height))
    name = content.country_names.get(country.id) or country.name
    return HitRegion("country", country.id, box, name)


def _clipped(hit: HitRegion, size: tuple[int, int]) -> HitRegion:
    box = pygame.Rect(hit.rect).clip(pygame.Rect((0, 0), size))
    return HitRegion(hit.kind, hit.id, (box.x, box.y, box.w, box.h), hit.label, hit.outline)
