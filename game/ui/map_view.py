"""The map of the region as one cached picture with its hit regions.

    view = MapView(MapKit(text, icons, shapes, theme))
    view.look_at(("indonesia",))
    picture = view.picture((1180, 580), content, avoid=[(16, 16, 320, 34)])
    screen.blit(picture.surface, (0, 72))
    hit = picture.at((mouse_x, mouse_y - 72))

Nothing is drawn again unless size, view, content, obstacles, highlight or theme changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.map_camera import WIDE_FILL, WIDE_HEIGHT, Camera, fit_camera
from game.ui.map_canvas import SmoothCanvas
from game.ui.map_content import HitKind, HitRegion, MapContent, PixelRect
from game.ui.map_geometry import Point, Region, point_in_ring, region_or_open_sea
from game.ui.map_highlight import draw_highlight
from game.ui.map_kit import MapKit
from game.ui.map_land import paint_ground
from game.ui.map_layers import MapLayout, draw_layout, hit_regions, lay_out

HitKey = tuple[HitKind, str]

# A state no larger than this is hit by its box: its own shape would be too small to aim at.
LARGEST_DOT_HIT_PX = 20


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A drawn map. `regions` are in focus order: partners, sites, flows, countries.

    The surface belongs to the view: blit it, do not draw on it.
    """

    surface: pygame.Surface
    regions: tuple[HitRegion, ...]
    layout: MapLayout
    camera: Camera
    region: Region

    def find(self, key: HitKey) -> HitRegion | None:
        """The region with a kind and an id, if it is on the picture."""
        return next((each for each in self.regions if each.key == key), None)

    def at(self, pixel: Point) -> HitRegion | None:
        """The topmost region under a pixel of the map."""
        for each in self.regions:
            if not pygame.Rect(each.rect).collidepoint(pixel):
                continue
            if each.kind == "country" and max(each.rect[2:]) > LARGEST_DOT_HIT_PX:
                continue
            if not each.outline or point_in_ring(pixel, each.outline):
                return each
        country = self.region.country_at(self.camera.to_unit(pixel))
        return self.find(("country", country.id)) if country else None


class MapView:
    """Owns the camera and the cached layers: ground, then everything on it, then the highlight."""

    def __init__(self, kit: MapKit, region: Region | None = None) -> None:
        self.kit = kit
        self.region = region or region_or_open_sea()
        self._canvas = SmoothCanvas()
        self._focus: tuple[str, ...] = ()
        self._camera: Camera | None = None
        self._ground: tuple[object, pygame.Surface] | None = None
        self._marked: tuple[object, pygame.Surface, MapLayout] | None = None
        self._final: tuple[object, MapPicture] | None = None

    def look_at(self, country_ids: Sequence[str]) -> None:
        """Fit these countries into the picture, with room around; with none, fit all of ASEAN."""
        self._focus = tuple(country_ids)
        self._camera = None

    def camera(self, size: tuple[int, int]) -> Camera:
        """The current view for a size; after a change of size the focus is fitted again."""
        if self._camera is None or self._camera.size != size:
            self._camera = self._fitted(size)
        return self._camera

    def _fitted(self, size: tuple[int, int]) -> Camera:
        if self._focus:
            return fit_camera(size, self.region.bounds_of(self._focus), self.region.height)
        asean = [each.id for each in self.region.countries if each.is_asean]
        return fit_camera(
            size,
            self.region.bounds_of(asean),
            self.region.height,
            fill=WIDE_FILL,
            height_share=WIDE_HEIGHT,
        )

    def zoom(self, factor: float, about: Point | None = None) -> bool:
        """Come closer (> 1) or step back (< 1) around a pixel; tells whether the view changed."""
        return self._camera is not None and self._set(self._camera.zoomed(factor, about))

    def pan(self, dx: float, dy: float) -> bool:
        """Drag the map by some pixels; tells whether the view changed."""
        return self._camera is not None and self._set(self._camera.panned(dx, dy))

    def _set(self, camera: Camera) -> bool:
        changed = camera != self._camera
        self._camera = camera
        return changed

    def picture(
        self,
        size: tuple[int, int],
        content: MapContent,
        *,
        avoid: Sequence[PixelRect] = (),
        highlight: HitKey | None = None,
    ) -> MapPicture:
        """Return the map at a size in pixels; `avoid` are boxes of panels that lie over it."""
        camera = self.camera((max(1, size[0]), max(1, size[1])))
        key = (camera, content, tuple(avoid), self.kit, self.kit.text.scale)
        if self._final is None or self._final[0] != (key, highlight):
            surface, layout = self._marked_layer(key, camera, content, avoid)
            regions = hit_regions(self.region, camera, content, layout)
            picture = MapPicture(surface, regions, layout, camera, self.region)
            found = picture.find(highlight) if highlight else None
            if found is not None:
                surface = surface.copy()
                draw_highlight(
                    self.kit, self._canvas, surface, found, picture.layout, self.region, camera
                )
                picture = MapPicture(surface, regions, layout, camera, self.region)
            self._final = ((key, highlight), picture)
        return self._final[1]

    def _marked_layer(
        self, key: object, camera: Camera, content: MapContent, avoid: Sequence[PixelRect]
    ) -> tuple[pygame.Surface, MapLayout]:
        if self._marked is None or self._marked[0] != key:
            layout = lay_out(self.kit, self.region, camera, content, tuple(avoid))
            surface = self._ground_layer(camera, content.governed).copy()
            draw_layout(self.kit, self._canvas, surface, content, layout)
            self._marked = (key, surface, layout)
        return self._marked[1], self._marked[2]

    def _ground_layer(self, camera: Camera, governed: tuple[str, ...]) -> pygame.Surface:
        key = (camera, governed, self.kit.colors)
        if self._ground is None or self._ground[0] != key:
            surface = paint_ground(self._canvas, self.region, camera, governed, self.kit.colors)
            self._ground = (key, surface)
        return self._ground[1]
