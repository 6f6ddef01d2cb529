"""Curved arrows from sites to partner chips; their width is the share of all exports."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.ui.map_canvas import SmoothCanvas
from game.ui.map_content import FULL_SHARE_BP, MapFlow, PixelRect, flow_id
from game.ui.map_geometry import Point
from game.ui.map_style import FLOW_WIDTH_AT_ALL, FLOW_WIDTH_LEAST, SMALL_FLOW_BP, MapColors
from game.ui.theme import Color

CURVE_STEPS = 28
BEND = 0.45
ARROW_FIRST, ARROW_STEP = 0.44, 0.08
CASING_PX = 1.2
LEAST_HIT_WIDTH_PX = 10.0

FlowShape = tuple[Color, list[Point]]


@dataclass(frozen=True, slots=True)
class FlowCurve:
    """A flow laid out in map pixels: its centre line from site to chip, and its width."""

    flow: MapFlow
    line: tuple[Point, ...]
    width: float
    arrow_at: float = 0.5

    @property
    def id(self) -> str:
        return flow_id(self.flow)

    def bounds(self, margin: float = 12.0) -> PixelRect:
        xs, ys = [p[0] for p in self.line], [p[1] for p in self.line]
        left, top = math.floor(min(xs) - margin), math.floor(min(ys) - margin)
        return (left, top, math.ceil(max(xs) + margin) - left, math.ceil(max(ys) + margin) - top)


def flow_width(share_bp: int, zoom: float) -> float:
    """Return the width in pixels of a flow that carries a share of all exports."""
    return max(FLOW_WIDTH_LEAST, FLOW_WIDTH_AT_ALL * share_bp / FULL_SHARE_BP) * zoom


def _quadratic(start: Point, bend: Point, end: Point) -> tuple[Point, ...]:
    points = []
    for step in range(CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append(
            (a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1])
        )
    return tuple(points)


def chip_door(chip: PixelRect, size: tuple[int, int]) -> tuple[Point, Point, float]:
    """Return the middle of the chip's side that faces the map, its direction, and its length."""
    left, top, width, height = chip
    gaps = {
        (0.0, 1.0): top,
        (0.0, -1.0): size[1] - top - height,
        (1.0, 0.0): left,
        (-1.0, 0.0): size[0] - left - width,
    }
    inward = min(gaps, key=lambda direction: gaps[direction])
    middle = (left + width / 2, top + height / 2)
    door = (middle[0] + inward[0] * width / 2, middle[1] + inward[1] * height / 2)
    return door, inward, float(width if inward[0] == 0 else height)


def lay_out_flows(
    flows: Sequence[MapFlow],
    sites: Mapping[str, Point],
    chips: Mapping[str, PixelRect],
    size: tuple[int, int],
    zoom: float,
) -> list[FlowCurve]:
    """Return the curves of all flows whose site and chip are on the map.

    Flows into one chip arrive side by side, in the order of their sites, so that few cross.
    """
    curves = []
    for partner, chip in chips.items():
        own = [flow for flow in flows if flow.to_partner == partner and flow.from_id in sites]
        door, inward, length = chip_door(chip, size)
        axis = 0 if inward[0] == 0 else 1
        own.sort(key=lambda flow: (sites[flow.from_id][axis], flow.from_id))
        widths = [flow_width(flow.share_bp, zoom) for flow in own]
        shifts = _side_by_side(widths, length)
        for rank, (flow, width, shift) in enumerate(zip(own, widths, shifts, strict=True)):
            end = (door[0] + shift, door[1]) if axis == 0 else (door[0], door[1] + shift)
            start = sites[flow.from_id]
            away = BEND * math.dist(start, end)
            bend = (end[0] + inward[0] * away, end[1] + inward[1] * away)
            arrow_at = ARROW_FIRST + ARROW_STEP * (rank % 3)
            curves.append(FlowCurve(flow, _quadratic(start, bend, end), width, arrow_at))
    # Thin flows last: a broad one must not bury them.
    return sorted(curves, key=lambda curve: (-curve.width, curve.id))


def _side_by_side(widths: Sequence[float], length: float) -> list[float]:
    """Return offsets along a chip's side for flows of these widths, squeezed to fit."""
    gap = 7.0
    total = sum(widths) + gap * max(0, len(widths) - 1)
    squeeze = min(1.0, 0.72 * length / total) if total else 1.0
    at = -total / 2
    offsets = []
    for width in widths:
        offsets.append((at + width / 2) * squeeze)
        at += width + gap
    return offsets


def ribbon(line: Sequence[Point], width: float) -> list[Point]:
    """Return the outline of a band of even width along a line."""
    left, right = [], []
    for index, (x, y) in enumerate(line):
        before, after = line[max(0, index - 1)], line[min(len(line) - 1, index + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        nx, ny = -dy / length * width / 2, dx / length * width / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def arrow_head(curve: FlowCurve, grow: float = 0.0) -> list[Point]:
    """Return a triangle on the curve that points to the partner."""
    index = round(curve.arrow_at * (len(curve.line) - 1))
    tip, back = curve.line[index + 1], curve.line[index - 1]
    dx, dy = tip[0] - back[0], tip[1] - back[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    x, y = curve.line[index]
    long, half = 9 + curve.width * 0.7 + grow * 1.6, 4.6 + curve.width * 0.62 + grow
    rear_x, rear_y = x - ux * (long / 2), y - uy * (long / 2)
    return [
        (x + ux * (long / 2), y + uy * (long / 2)),
        (rear_x - uy * half, rear_y + ux * half),
        (rear_x + uy * half, rear_y - ux * half),
    ]


def hit_outline(curve: FlowCurve) -> tuple[Point, ...]:
    """Return the band in which the pointer is on the flow."""
    return tuple(ribbon(curve.line[2:], max(LEAST_HIT_WIDTH_PX, curve.width + 4)))


def paint_flows(
    canvas: SmoothCanvas, target: pygame.Surface, curves: Sequence[FlowCurve], colors: MapColors
) -> None:
    """Draw all flows with a light casing, so that crossings stay readable."""
    shapes: list[FlowShape] = []
    for curve in curves:
        is_small = curve.flow.share_bp < SMALL_FLOW_BP
        tone = colors.flow_small if is_small else colors.flow
        shapes += flow_shapes(curve, tone, colors.casing, CASING_PX)
    paint_shapes(canvas, target, shapes)


def flow_shapes(curve: FlowCurve, tone: Color, casing: Color, casing_px: float) -> list[FlowShape]:
    """Return colour and outline of a flow's casing, band and arrow head, from below to above."""
    return [
        (casing, ribbon(curve.line, curve.width + 2 * casing_px)),
        (casing, arrow_head(curve, casing_px)),
        (tone, ribbon(curve.line, curve.width)),
        (tone, arrow_head(curve)),
    ]


def paint_shapes(canvas: SmoothCanvas, target: pygame.Surface, shapes: Sequence[FlowShape]) -> None:
    """Fill outlines smoothly, in one pass over the part of the map they cover."""
    points = [point for _, outline in shapes for point in outline]
    if not points:
        return

    def painter(large: pygame.Surface, factor: int, corner: tuple[int, int]) -> None:
        left, top = corner
        for color, outline in shapes:
            pygame.draw.polygon(
                large, color, [((x - left) * factor, (y - top) * factor) for x, y in outline]
            )

    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = math.floor(min(xs)) - 1, math.floor(min(ys)) - 1
    area = pygame.Rect(left, top, math.ceil(max(xs)) + 1 - left, math.ceil(max(ys)) + 1 - top)
    canvas.paint(target, area, painter)
