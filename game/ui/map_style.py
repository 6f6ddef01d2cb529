"""Colours and nominal sizes of the map; sizes are multiplied by the theme's factors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from game.ui.map_content import MarkerKind
from game.ui.theme import Color, rgb


@dataclass(frozen=True, slots=True)
class MapColors:
    """What the map adds to the palette of the window."""

    sea: Color = rgb("d3e2ea")
    sea_line: Color = rgb("c6d8e2")
    equator: Color = rgb("bccfdb")
    glow: Color = rgb("f6fafc")
    land: Color = rgb("e6e3dc")
    land_border: Color = rgb("f6f4ef")
    asean: Color = rgb("dcd5c8")
    asean_border: Color = rgb("f3efe7")
    governed: Color = rgb("e8a531")
    governed_border: Color = rgb("b9760b")
    country_text: Color = rgb("4f5a61")
    governed_text: Color = rgb("6b4103")
    sea_text: Color = rgb("40637a")
    flow: Color = rgb("14628f")
    flow_small: Color = rgb("4682a8")
    casing: Color = rgb("eef5f9")
    mark_edge: Color = rgb("ffffff")
    idle: Color = rgb("7b848b")


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """Form of a marker kind: colour, icon and side in nominal pixels."""

    color: Color
    icon: str
    side: int


COLORS: Final = MapColors()
HIGH_CONTRAST_COLORS: Final = replace(
    COLORS,
    land_border=rgb("8d8a82"),
    asean_border=rgb("6f685a"),
    governed_border=rgb("6b4103"),
    country_text=rgb("1d2b36"),
    governed_text=rgb("3d2502"),
    sea_text=rgb("1f3f52"),
    flow=rgb("084a70"),
    flow_small=rgb("1c6088"),
)

MARK_STYLES: Final[dict[MarkerKind, MarkStyle]] = {
    "mine": MarkStyle(rgb("3f301d"), "pickaxe", 30),
    "refinery": MarkStyle(rgb("b5450b"), "flame", 26),
    "plant": MarkStyle(rgb("0a6b61"), "cpu", 30),
    "port": MarkStyle(rgb("0b5c8a"), "anchor", 27),
    "park": MarkStyle(rgb("5d3070"), "factory", 32),
    "community": MarkStyle(rgb("7a2e45"), "users", 22),
    "rival": MarkStyle(rgb("77705f"), "", 11),
    "pin": MarkStyle(rgb("ffffff"), "", 34),
}

FLOW_WIDTH_AT_ALL: Final = 18.0
FLOW_WIDTH_LEAST: Final = 2.0
SMALL_FLOW_BP: Final = 1_000
