"""The region's countries as plane shapes: loading, projection, and "which country is here?".

Projection: Miller cylindrical.  Plane coordinates are *units*: x runs from 0 at the region's west
edge to 1 at its east edge, y from 0 at the north edge downwards, in the same unit.  No pygame here.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ASSETS = Path(__file__).resolve().parents[2] / "assets"
REGION_FILE = ASSETS / "map" / "region.json"
DEFAULT_BOX = (66.0, -24.0, 160.0, 46.0)

Point = tuple[float, float]
Ring = tuple[Point, ...]


class RegionError(ValueError):
    """The map file is missing or damaged; the message is one sentence for people."""


def miller(lat_degrees: float) -> float:
    """Return the Miller ordinate of a latitude, in radians of longitude at the equator."""
    return 1.25 * math.log(math.tan(math.pi / 4 + 0.4 * math.radians(lat_degrees)))


def inverse_miller(ordinate: float) -> float:
    """Return the latitude in degrees of a Miller ordinate."""
    return math.degrees(2.5 * (math.atan(math.exp(0.8 * ordinate)) - math.pi / 4))


@dataclass(frozen=True, slots=True)
class Bounds:
    """An upright box in units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def contains(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def holds(self, other: Bounds) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: Bounds) -> bool:
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    @classmethod
    def around(cls, points: Iterable[Point]) -> Bounds:
        """The smallest box around some points; `ValueError` when there are none."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @classmethod
    def around_boxes(cls, boxes: Sequence[Bounds]) -> Bounds:
        """The smallest box around some boxes; `ValueError` when there are none."""
        corners = [(box.left, box.top) for box in boxes]
        return cls.around(corners + [(box.right, box.bottom) for box in boxes])


def point_in_ring(point: Point, ring: Sequence[Point]) -> bool:
    """Tell whether a point lies inside a closed ring (even–odd rule)."""
    x, y = point
    inside = False
    ax, ay = ring[-1]
    for bx, by in ring:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        ax, ay = bx, by
    return inside


def _clipped_side(ring: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """Return the part of a ring where sign × coordinate ≥ sign × limit (Sutherland–Hodgman)."""
    kept: list[Point] = []
    start = ring[-1]
    start_in = sign * start[axis] >= sign * limit
    for end in ring:
        end_in = sign * end[axis] >= sign * limit
        if start_in != end_in:
            share = (limit - start[axis]) / (end[axis] - start[axis])
            other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if end_in:
            kept.append(end)
        start, start_in = end, end_in
    return kept


def clipped(ring: Sequence[Point], box: Bounds) -> list[Point]:
    """Return the part of a ring inside a box; empty when nothing is left."""
    sides = ((1, box.top, 1), (0, box.left, 1), (1, box.bottom, -1), (0, box.right, -1))
    part = list(ring)
    for axis, limit, sign in sides:
        if part:
            part = _clipped_side(part, axis, limit, sign)
    return part


@dataclass(frozen=True, slots=True)
class Country:
    """One country of the map; `rings` and `label_points` are in units, the largest part first."""

    id: str
    iso: str
    name: str
    is_asean: bool
    label_points: tuple[Point, ...]
    rings: tuple[Ring, ...]
    ring_bounds: tuple[Bounds, ...]
    bounds: Bounds

    def contains(self, point: Point) -> bool:
        if not self.bounds.contains(point):
            return False
        parts = zip(self.rings, self.ring_bounds, strict=True)
        return any(box.contains(point) and point_in_ring(point, ring) for ring, box in parts)


@dataclass(frozen=True, slots=True)
class Region:
    """All countries of the map in drawing order, and the projection they share.

    `box` is west, south, east, north in degrees.
    """

    box: tuple[float, float, float, float]
    countries: tuple[Country, ...]

    @property
    def height(self) -> float:
        """Height of the region in units (its width is 1)."""
        west, south, east, north = self.box
        return (miller(north) - miller(south)) / math.radians(east - west)

    def project(self, lon: float, lat: float) -> Point:
        """Return the place of a longitude and latitude in degrees, in units."""
        west, _, east, north = self.box
        width = math.radians(east - west)
        return math.radians(lon - west) / width, (miller(north) - miller(lat)) / width

    def unproject(self, point: Point) -> Point:
        """Return longitude and latitude in degrees of a place in units."""
        west, _, east, north = self.box
        width = math.radians(east - west)
        return west + point[0] * (east - west), inverse_miller(miller(north) - point[1] * width)

    def country(self, country_id: str) -> Country | None:
        return next((each for each in self.countries if each.id == country_id), None)

    def country_at(self, point: Point) -> Country | None:
        """Return the country at a place in units; None at sea or outside the map."""
        # Later countries are drawn on top: an enclave lies inside a larger ring.
        return next((each for each in reversed(self.countries) if each.contains(point)), None)

    def country_at_degrees(self, lon: float, lat: float) -> Country | None:
        return self.country_at(self.project(lon, lat))

    def bounds_of(self, country_ids: Iterable[str]) -> Bounds | None:
        """Return the box around some countries; None when the map has none of them."""
        boxes = [each.bounds for each in map(self.country, country_ids) if each is not None]
        return Bounds.around_boxes(boxes) if boxes else None


def _unpacked(steps: Sequence[int], units_per_degree: float) -> list[Point]:
    """Return degrees from a flat list of steps (x, y, x, y …), the first one absolute."""
    x = y = 0
    points = []
    for index in range(0, len(steps), 2):
        x, y = x + steps[index], y + steps[index + 1]
        points.append((x / units_per_degree, y / units_per_degree))
    return points


def _country(entry: dict[str, Any], region: Region, units_per_degree: float) -> Country:
    rings = tuple(
        tuple(region.project(lon, lat) for lon, lat in _unpacked(steps, units_per_degree))
        for steps in entry["rings"]
    )
    ring_bounds = tuple(Bounds.around(ring) for ring in rings)
    return Country(
        id=entry["id"],
        iso=entry["iso"],
        name=entry["name"],
        is_asean=entry["asean"],
        label_points=tuple(region.project(lon, lat) for lon, lat in entry["labels"]),
        rings=rings,
        ring_bounds=ring_bounds,
        bounds=Bounds.around_boxes(ring_bounds),
    )


def load_region(path: Path = REGION_FILE) -> Region:
    """Read the map of the region.

    Raises `RegionError` with one sentence when the file is missing or damaged.  The data are
    Natural Earth's (1:50m, de facto borders); see assets/CREDITS.md.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        west, south, east, north = data["box"]
        empty = Region((west, south, east, north), ())
        units = data["units_per_degree"]
        countries = tuple(_country(entry, empty, units) for entry in data["countries"])
    except OSError:
        raise RegionError(
            f"The map file {path.name} cannot be read; restore it from the game's "
            "own folder assets/map."
        ) from None
    except (ValueError, KeyError, TypeError, IndexError):
        raise RegionError(
            f"The map file {path.name} is damaged; restore it from the game's own "
            "folder assets/map."
        ) from None
    return Region(empty.box, countries)


def region_or_open_sea(path: Path = REGION_FILE) -> Region:
    """Read the map, or return a region without land, so that a damaged file never stops a game."""
    try:
        return load_region(path)
    except RegionError:
        return Region(DEFAULT_BOX, ())
