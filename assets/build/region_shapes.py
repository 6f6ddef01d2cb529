"""Plane geometry for the map build: simplify, clip, area, a good place for a label."""

from __future__ import annotations

import math

Point = tuple[float, float]
Ring = list[Point]
Box = tuple[float, float, float, float]


def distance_to_chord(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from the segment start–end."""
    run, rise = end[0] - start[0], end[1] - start[1]
    length_squared = run * run + rise * rise
    if not length_squared:
        return math.dist(point, start)
    along = ((point[0] - start[0]) * run + (point[1] - start[1]) * rise) / length_squared
    along = min(1.0, max(0.0, along))
    return math.dist(point, (start[0] + along * run, start[1] + along * rise))


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """Return the line with every point dropped that lies within tolerance (Douglas–Peucker)."""
    keep = {0, len(points) - 1}
    open_spans = [(0, len(points) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        between = range(first + 1, last)
        if not between:
            continue
        far = max(between, key=lambda i: distance_to_chord(points[i], points[first], points[last]))
        if distance_to_chord(points[far], points[first], points[last]) > tolerance:
            keep.add(far)
            open_spans += [(first, far), (far, last)]
    return [points[index] for index in sorted(keep)]


def area(ring: Ring) -> float:
    """Return the area inside a ring, always positive (shoelace)."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def width(ring: Ring) -> float:
    """Return the distance between a ring's west and east ends."""
    xs = [point[0] for point in ring]
    return max(xs) - min(xs)


def clip_side(ring: Ring, axis: int, limit: float, keep_above: bool) -> Ring:
    """Return the part of a ring on one side of a line across an axis (Sutherland–Hodgman)."""
    kept: Ring = []
    for start, end in zip(ring, ring[1:] + ring[:1], strict=True):
        start_in = (start[axis] >= limit) == keep_above
        end_in = (end[axis] >= limit) == keep_above
        if start_in:
            kept.append(start)
        if start_in != end_in:
            share = (limit - start[axis]) / (end[axis] - start[axis])
            other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
    return kept


def clip_to_box(ring: Ring, box: Box) -> Ring:
    """Return the part of a ring inside a box; empty when nothing is left."""
    west, south, east, north = box
    for axis, limit, keep_above in (
        (0, west, True),
        (1, south, True),
        (0, east, False),
        (1, north, False),
    ):
        ring = clip_side(ring, axis, limit, keep_above)
        if not ring:
            return []
    return ring


def contains(ring: Ring, point: Point) -> bool:
    """Tell whether a point lies inside a ring (even–odd rule)."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def distance_to_edge(ring: Ring, point: Point) -> float:
    """Return the distance from a point to the nearest side of a ring."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return min(distance_to_chord(point, start, end) for start, end in pairs)


def label_point(ring: Ring, steps: int = 14) -> Point:
    """Return a point well inside a ring: the roomiest node of a grid laid over it."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    west, south, east, north = min(xs), min(ys), max(xs), max(ys)
    nodes = [
        (west + (east - west) * column / steps, south + (north - south) * row / steps)
        for column in range(1, steps)
        for row in range(1, steps)
    ]
    inside = [node for node in nodes if contains(ring, node)]
    if not inside:
        return ((west + east) / 2, (south + north) / 2)
    return max(inside, key=lambda node: distance_to_edge(ring, node))
