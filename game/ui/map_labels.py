"""Names of countries and seas, placed where they cover nothing that matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.fonts import Weight
from game.ui.map_camera import Camera
from game.ui.map_content import MapContent, PixelRect, SeaName
from game.ui.map_geometry import Bounds, Country, Point, Region
from game.ui.map_kit import MapKit
from game.ui.map_places import label_spots, place_label
from game.ui.theme import Color

COUNTRY_SIZE, GOVERNED_SIZE, SEA_SIZE = 11, 14, 12
COUNTRY_SPACING, GOVERNED_SPACING, SEA_SPACING = 1.1, 5.0, 3.0
COUNTRY_REACH, GOVERNED_REACH, SEA_REACH = 64, 90, 110
CELL_PX = 6
LEAST_SHARE_IN_VIEW = 0.4
# Smaller countries than this (units) get a dot, since the label hides or misses them.
DOT_BELOW_UNITS = 0.02


@dataclass(frozen=True, slots=True)
class Label:
    """A placed name."""

    text: str
    rect: PixelRect
    size: int
    weight: Weight
    color: Color
    spacing: float


class LabelPlacer:
    """Places names one after the other; each placed name is an obstacle for the next."""

    def __init__(
        self, kit: MapKit, region: Region, camera: Camera, taken: Sequence[PixelRect]
    ) -> None:
        self.kit, self.region, self.camera = kit, region, camera
        self.taken = list(taken)
        self.governed: tuple[str, ...] = ()
        self.placed: list[Label] = []
        self._cells: dict[tuple[int, int], Country | None] = {}

    def place_all(self, content: MapContent) -> list[Label]:
        """Place the governed states first, then their neighbours from large to small, then seas."""
        self.governed = content.governed
        named = [each for each in self.region.countries if self._name(each, content)]
        for country in named:
            if country.id in content.governed:
                self._place_governed(country, self._name(country, content))
        for country in named:
            if country.id not in content.governed:
                self._place_country(country, self._name(country, content))
        for sea in content.seas:
            self._place_sea(sea)
        return self.placed

    def _name(self, country: Country, content: MapContent) -> str:
        return content.country_names.get(country.id, country.name)

    def _place_governed(self, country: Country, name: str) -> None:
        colors, gap = self.kit.colors, self.kit.theme.gap
        bounds = country.bounds
        left, top = self.camera.to_pixel((bounds.left, bounds.top))
        right, bottom = self.camera.to_pixel((bounds.right, bounds.bottom))
        width, height = self.camera.size
        left, right = max(0.0, left), min(float(width), right)
        low = min(bottom + gap(18), height - gap(24))
        homes = [(left + (right - left) * share, low) for share in (0.42, 0.3, 0.55, 0.7, 0.18)]
        homes += [((left + right) / 2, max(gap(20), top - gap(14)))]
        self._try(
            name,
            homes,
            GOVERNED_SIZE,
            "bold",
            colors.governed_text,
            GOVERNED_SPACING,
            GOVERNED_REACH,
            country,
        )

    def _place_country(self, country: Country, name: str) -> None:
        homes = [
            self.camera.to_pixel(place)
            for place in country.label_points
            if self.camera.bounds.contains(place)
        ]
        homes = homes or self._middle_in_view(country)
        if homes:
            self._try(
                name,
                homes,
                COUNTRY_SIZE,
                "medium",
                self.kit.colors.country_text,
                COUNTRY_SPACING,
                COUNTRY_REACH,
                country,
            )

    def _middle_in_view(self, country: Country) -> list[Point]:
        """Where to name a country of which only a good part is in view: the middle of that part."""
        view = self.camera.bounds
        seen = [point for point in country.rings[0] if view.contains(point)]
        if len(seen) < LEAST_SHARE_IN_VIEW * len(country.rings[0]):
            return []
        bounds = Bounds.around(seen)
        middle = ((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2)
        return [self.camera.to_pixel(middle)]

    def _place_sea(self, sea: SeaName) -> None:
        home = self.region.project(sea.lon, sea.lat)
        if self.camera.bounds.contains(home):
            self._try(
                sea.text,
                [self.camera.to_pixel(home)],
                SEA_SIZE,
                "italic",
                self.kit.colors.sea_text,
                SEA_SPACING,
                SEA_REACH,
                None,
            )

    def _try(
        self,
        name: str,
        homes: Sequence[Point],
        size: int,
        weight: Weight,
        color: Color,
        spacing: float,
        reach: int,
        country: Country | None,
    ) -> None:
        text = name.upper()
        box = (self.kit.text.width(text, size, weight, spacing), self.kit.theme.px(size + 4))

        def is_foreign(rect: PixelRect) -> bool:
            found = (self._country_at(pixel) for pixel in _probes(rect))
            return any(each and each is not country for each in found)

        def is_off_governed(rect: PixelRect) -> bool:
            found = (self._country_at(pixel) for pixel in _probes(rect))
            return not any(each and each.id in self.governed for each in found)

        spots = label_spots(homes, box, self.kit.theme.gap(reach))
        rect = place_label(spots, self.camera.size, self.taken, is_foreign, is_off_governed)
        if rect is not None:
            self.taken.append(rect)
            self.placed.append(Label(text, rect, size, weight, color, spacing))

    def _country_at(self, pixel: Point) -> Country | None:
        """The country under a pixel, to the nearest few pixels: many spots ask for the same."""
        cell = (int(pixel[0]) // CELL_PX, int(pixel[1]) // CELL_PX)
        if cell not in self._cells:
            middle = ((cell[0] + 0.5) * CELL_PX, (cell[1] + 0.5) * CELL_PX)
            self._cells[cell] = self.region.country_at(self.camera.to_unit(middle))
        return self._cells[cell]


def _probes(rect: PixelRect) -> Iterator[Point]:
    """Yield points all over a label, its ends first: they decide most often."""
    left, top, width, height = rect
    for share in (0.0, 1.0, 0.5, 0.17, 0.33, 0.67, 0.83):
        for row in (0.2, 0.8):
            yield left + width * share, top + height * row


def dots(region: Region, camera: Camera) -> list[Point]:
    """Return where small ASEAN states get a dot, in map pixels."""
    places = []
    for country in region.countries:
        bounds = country.bounds
        is_small = max(bounds.width, bounds.height) < DOT_BELOW_UNITS
        middle = (bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2
        if country.is_asean and is_small and camera.bounds.contains(middle):
            places.append(camera.to_pixel(middle))
    return places


def draw_labels(kit: MapKit, target: pygame.Surface, labels: Sequence[Label]) -> None:
    """Write the placed names."""
    for label in labels:
        left, top, width, height = label.rect
        middle = (left + width / 2, top + height / 2)
        kit.text.draw(
            target,
            label.text,
            middle,
            label.size,
            label.weight,
            label.color,
            "center",
            spacing=label.spacing,
        )
