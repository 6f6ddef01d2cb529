"""Make assets/map/region.json: the countries of the region, clipped, simplified and compact.

Source: npm package world-atlas (ISC), Natural Earth 1:50m (public domain), de facto borders.
Arcs are simplified before they are joined to rings, so neighbours keep sharing their border.

    python assets/build/build_region.py --packages NODE_MODULES
"""

from __future__ import annotations

import json
from typing import Any

from places import ASSETS, packages_folder
from region_names import COUNTRIES, Named
from region_shapes import (
    Point,
    Ring,
    area,
    clip_to_box,
    label_point,
    simplified,
    width,
)

BOX = (66.0, -24.0, 160.0, 46.0)  # west, south, east, north in degrees
TOLERANCE_DEGREES = 0.007
SMALLEST_RING_SQUARE_DEGREES = 0.0008
UNITS_PER_DEGREE = 200
SECOND_LABEL_SHARE = 0.3
WIDEST_RING_DEGREES = 340


def decoded_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Return every arc in degrees, simplified; its end points never move."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        column = row = 0
        points = []
        for step_x, step_y in steps:
            column, row = column + step_x, row + step_y
            points.append((column * scale[0] + shift[0], row * scale[1] + shift[1]))
        arcs.append(simplified(points, TOLERANCE_DEGREES))
    return arcs


def joined(indexes: list[int], arcs: list[list[Point]]) -> Ring:
    """Return one ring from arc numbers; a negative number means the arc backwards."""
    ring: Ring = []
    for index in indexes:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(part[1:] if ring else part)
    return ring


def outer_rings(geometry: dict[str, Any], arcs: list[list[Point]]) -> list[Ring]:
    """Return the clipped outer rings of a country, largest first, without specks of islands.

    Holes are left out: where one exists, the country inside it is drawn later, on top.
    """
    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    whole = [joined(shape[0], arcs) for shape in shapes]
    # A ring around the world is an island on the date line, not land in this region.
    rings = [clip_to_box(ring, BOX) for ring in whole if width(ring) < WIDEST_RING_DEGREES]
    rings = sorted((ring for ring in rings if len(ring) > 2), key=area, reverse=True)
    kept = [ring for ring in rings if area(ring) >= SMALLEST_RING_SQUARE_DEGREES]
    return kept or rings[:1]


def packed(ring: Ring) -> list[int]:
    """Return a ring as whole numbers: first point, then steps, in units of 1/200 degree."""
    flat: list[int] = []
    last_x = last_y = 0
    for lon, lat in ring:
        x, y = round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE)
        if flat and (x, y) == (last_x, last_y):
            continue
        flat += [x - last_x, y - last_y]
        last_x, last_y = x, y
    return flat


def label_places(rings: list[Ring]) -> list[list[float]]:
    """Return where a name may stand: the roomiest point of each part of about the main size."""
    large = [ring for ring in rings if area(ring) >= SECOND_LABEL_SHARE * area(rings[0])]
    return [[round(degrees, 2) for degrees in label_point(ring)] for ring in large]


def country_entry(named: Named, rings: list[Ring]) -> dict[str, Any]:
    """Return one country of the file."""
    return {
        "id": named.id,
        "iso": named.iso,
        "name": named.name,
        "asean": named.asean,
        "labels": label_places(rings) if named.name else [],
        "rings": [packed(ring) for ring in rings],
    }


def main() -> None:
    """Write the region file and say how large it is."""
    source = packages_folder() / "world-atlas" / "countries-50m.json"
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decoded_arcs(topology)
    countries = []
    left = dict(COUNTRIES)
    for geometry in topology["objects"]["countries"]["geometries"]:
        rings = outer_rings(geometry, arcs)
        if rings:
            number, name = geometry.get("id", ""), geometry["properties"]["name"]
            # A territory may carry its owner's number; the first entry is the country itself.
            named = left.pop(number, None) or Named.background(name)
            countries.append((area(rings[0]), country_entry(named, rings)))
    countries.sort(key=lambda pair: (-pair[0], pair[1]["id"]))
    region = {
        "source": "Natural Earth 1:50m by world-atlas 2.0.2; de facto borders",
        "box": list(BOX),
        "units_per_degree": UNITS_PER_DEGREE,
        "countries": [entry for _, entry in countries],
    }
    target = ASSETS / "map" / "region.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(region, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(countries)} countries, {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
