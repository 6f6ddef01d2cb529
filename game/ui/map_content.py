"""What a scene tells the map to draw, and what the map tells the scene about its picture.

Plain data without pygame.  Pixels are counted from the map's own top left corner.  All texts
arrive in the player's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

MarkerKind = Literal["mine", "refinery", "plant", "port", "park", "community", "rival", "pin"]
MarkerState = Literal["working", "building", "idle"]
PinMark = Literal["", "finished", "started"]
HitKind = Literal["marker", "flow", "partner", "country"]

PixelRect = tuple[int, int, int, int]  # left, top, width, height
FULL_SHARE_BP = 10_000


@dataclass(frozen=True, slots=True)
class MapMarker:
    """A place on the map, in degrees.

    `state` changes the look: under construction is outlined, idle is grey.  Pins (for the choice
    of a level) also use `icon`, `badge` (a short number) and `mark`.
    """

    kind: MarkerKind
    lon: float
    lat: float
    label: str
    id: str
    state: MarkerState = "working"
    icon: str = ""
    badge: str = ""
    mark: PinMark = ""


@dataclass(frozen=True, slots=True)
class MapFlow:
    """Goods from a marker to a partner chip; `share_bp` of all exports in ten-thousandths."""

    from_id: str
    to_partner: str
    share_bp: int
    label: str


@dataclass(frozen=True, slots=True)
class PartnerChip:
    """A partner at the map's edge; `flag` is an ISO 3166 alpha-2 code or `eu`.

    `is_dominant` draws a blue frame: this partner buys most.
    """

    id: str
    name: str
    caption: str
    share_text: str
    flag: str
    is_dominant: bool = False


@dataclass(frozen=True, slots=True)
class SeaName:
    """A name written on the water, centred on a place in degrees."""

    text: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend: the sample is a marker kind, `state` (colour) or `flow` (line)."""

    sample: MarkerKind | Literal["state", "flow"]
    text: str


@dataclass(frozen=True, slots=True)
class MapContent:
    """Everything on the map except the pointer.

    `governed` and the keys of `country_names` are country ids of the region; a country without an
    entry in `country_names` is written with the map's English name, one with "" is not named.
    """

    governed: tuple[str, ...] = ()
    markers: tuple[MapMarker, ...] = ()
    flows: tuple[MapFlow, ...] = ()
    chips: tuple[PartnerChip, ...] = ()
    country_names: Mapping[str, str] = field(default_factory=dict)
    seas: tuple[SeaName, ...] = ()
    legend: tuple[LegendEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class HitRegion:
    """A part of the picture that can be pointed at: kind and id, and the box around it.

    `outline` (pixels) is the exact shape when the box is too coarse, as for a flow.
    """

    kind: HitKind
    id: str
    rect: PixelRect
    label: str
    outline: tuple[tuple[float, float], ...] = ()

    @property
    def key(self) -> tuple[HitKind, str]:
        return self.kind, self.id


def flow_id(flow: MapFlow) -> str:
    """Return the id under which a flow is reported in hit regions."""
    return f"{flow.from_id}>{flow.to_partner}"
