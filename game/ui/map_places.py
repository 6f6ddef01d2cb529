"""Where chips, labels and crowded markers go: geometry in map pixels, nothing is drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import pygame

from game.ui.map_content import PixelRect
from game.ui.map_geometry import Point

EDGE_MARGIN_PX = 12
CHIP_GAP_PX = 8
STEP_PX = 8

# Where the map looks for a partner, in degrees; partners beyond the region give a direction.
PARTNER_PLACES: dict[str, tuple[float, float]] = {
    "au": (134.0, -25.0),
    "ca": (250.0, 50.0),
    "cn": (112.0, 34.0),
    "eu": (10.0, 14.0),
    "gn": (-10.0, -4.0),
    "in": (79.0, 22.0),
    "jp": (138.0, 37.0),
    "kr": (127.8, 36.5),
    "nc": (165.5, -21.3),
    "pg": (147.0, -9.4),
    "ru": (104.0, 56.0),
    "us": (240.0, 22.0),
    "bn": (114.7, 4.5),
    "id": (118.0, -2.0),
    "kh": (104.9, 12.5),
    "la": (102.6, 19.0),
    "mm": (96.0, 21.0),
    "my": (102.2, 4.2),
    "ph": (122.0, 13.0),
    "sg": (103.8, 1.35),
    "th": (101.0, 15.0),
    "tl": (125.7, -8.8),
    "vn": (106.5, 16.0),
}


def overlap_area(a: PixelRect, b: PixelRect) -> int:
    """Return the square pixels two rectangles share."""
    across = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    down = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return max(0, across) * max(0, down)


def grown(rect: PixelRect, by: int) -> PixelRect:
    """Return a rectangle larger by some pixels on each side."""
    return rect[0] - by, rect[1] - by, rect[2] + 2 * by, rect[3] + 2 * by


def is_inside(rect: PixelRect, size: tuple[int, int], margin: int = 0) -> bool:
    """Tell whether a rectangle lies within the map, away from its edge."""
    return (
        rect[0] >= margin
        and rect[1] >= margin
        and rect[0] + rect[2] <= size[0] - margin
        and rect[1] + rect[3] <= size[1] - margin
    )


def exit_point(size: tuple[int, int], start: Point, target: Point) -> Point:
    """Return where the ray from `start` through `target` leaves the map."""
    dx, dy = target[0] - start[0], target[1] - start[1]
    reach = math.inf
    for step, position, limit in ((dx, start[0], size[0]), (dy, start[1], size[1])):
        if step > 0:
            reach = min(reach, (limit - position) / step)
        elif step < 0:
            reach = min(reach, -position / step)
    if math.isinf(reach):
        return start[0], 0.0
    return start[0] + dx * reach, start[1] + dy * reach


def _edge_spots(size: tuple[int, int], chip: tuple[int, int]) -> Iterator[PixelRect]:
    """Yield rectangles for a chip all along the four edges of the map."""
    margin = EDGE_MARGIN_PX
    right, bottom = size[0] - chip[0] - margin, size[1] - chip[1] - margin
    for x in range(margin, max(margin, right) + 1, STEP_PX):
        yield x, margin, *chip
        yield x, bottom, *chip
    for y in range(margin, max(margin, bottom) + 1, STEP_PX):
        yield margin, y, *chip
        yield right, y, *chip


def place_at_edge(
    size: tuple[int, int], chip: tuple[int, int], ideal: Point, taken: Sequence[PixelRect]
) -> PixelRect:
    """Return the spot at the map's edge nearest to `ideal` that covers nothing already taken.

    On a map too crowded for that, the spot that covers least.
    """
    blocked = [grown(rect, CHIP_GAP_PX) for rect in taken]

    def distance(rect: PixelRect) -> float:
        return math.dist((rect[0] + rect[2] / 2, rect[1] + rect[3] / 2), ideal)

    def covered(rect: PixelRect) -> int:
        return sum(overlap_area(rect, other) for other in blocked)

    spots = sorted(_edge_spots(size, chip), key=distance)
    free = (rect for rect in spots if pygame.Rect(rect).collidelist(blocked) < 0)
    return next(free, None) or min(spots, key=covered)


def spread(points: Sequence[Point], radii: Sequence[float], limit_px: float) -> list[Point]:
    """Return the points moved apart until their circles hardly overlap, at most `limit_px` each."""
    moved = [list(point) for point in points]
    for _ in range(24):
        for first in range(len(moved)):
            for second in range(first + 1, len(moved)):
                _push_apart(
                    moved[first], moved[second], 0.9 * (radii[first] + radii[second]), first
                )
        for place, home in zip(moved, points, strict=True):
            _pull_back(place, home, limit_px)
    return [(x, y) for x, y in moved]


def _push_apart(a: list[float], b: list[float], wanted: float, turn: int) -> None:
    dx, dy = b[0] - a[0], b[1] - a[1]
    apart = math.hypot(dx, dy)
    if apart >= wanted:
        return
    if apart < 1e-6:  # the same place: go apart in a direction that depends on the order only
        dx, dy, apart = math.cos(turn * 2.4), math.sin(turn * 2.4), 1.0
        push = wanted / 2
    else:
        push = (wanted - apart) / 2
    a[0], a[1] = a[0] - dx / apart * push, a[1] - dy / apart * push
    b[0], b[1] = b[0] + dx / apart * push, b[1] + dy / apart * push


def _pull_back(place: list[float], home: Point, limit_px: float) -> None:
    away = math.dist(place, home)
    if away > limit_px:
        for axis in (0, 1):
            place[axis] = home[axis] + (place[axis] - home[axis]) * limit_px / away


def label_spots(
    homes: Sequence[Point], label: tuple[int, int], reach_px: int
) -> Iterator[PixelRect]:
    """Yield rectangles for a label: centred on each home, then in growing rings around them."""
    width, height = label
    for distance in range(0, reach_px + 1, max(6, height // 2)):
        turns = 1 if distance == 0 else 12
        for home in homes:
            for turn in range(turns):
                angle = 2 * math.pi * turn / turns
                x = home[0] + 1.5 * distance * math.cos(angle)
                y = home[1] + distance * math.sin(angle)
                yield round(x - width / 2), round(y - height / 2), width, height


def place_label(
    spots: Iterator[PixelRect],
    size: tuple[int, int],
    taken: Sequence[PixelRect],
    is_foreign: Callable[[PixelRect], bool],
    is_last_resort: Callable[[PixelRect], bool],
    tries: int = 110,
) -> PixelRect | None:
    """Return the first free spot that does not lie on another country.

    Where there is none among the nearest `tries`, the first that will do as a last resort; None if
    there is not even such a one.
    """
    last_resort: PixelRect | None = None
    blocked = list(taken)
    for rect in spots:
        if not is_inside(rect, size, 4) or pygame.Rect(rect).collidelist(blocked) >= 0:
            continue
        if not is_foreign(rect):
            return rect
        if last_resort is None and is_last_resort(rect):
            last_resort = rect
        tries -= 1
        if tries <= 0:
            break
    return last_resort
