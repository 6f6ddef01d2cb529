"""The map as a widget, and cards that lie over its corners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, cast

import pygame

from game.ui.look import Look
from game.ui.map_content import HitKind, HitRegion, MapContent, PixelRect
from game.ui.map_kit import MapKit
from game.ui.map_view import HitKey, MapPicture, MapView
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box

DRAG_STARTS_PX: Final = 5
ZOOM_STEP: Final = 1.25
Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]


class MapPanel(Widget):
    """A map to look at and to point at; one stop for Tab.

    Left and right go from place to place, Enter or a click picks one: `on_pick(hit)` gets the hit
    region. The wheel or plus and minus zoom, dragging moves. Only regions of `kinds` can be
    picked. `avoid` gives boxes, in pixels of the map, that other things cover; a `CornerCard` in
    the same box is known without. The `view` belongs to the scene, so that zoom and place outlive
    a rebuild; make it with `new_view`.
    """

    focusable = True
    pointer = True
    stateful = True

    def __init__(
        self,
        id: str,
        view: MapView,
        content: MapContent,
        on_pick: Callable[[HitRegion], None] | None = None,
        *,
        kinds: Sequence[HitKind] = ("marker",),
        avoid: Sequence[PixelRect] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.view = view
        self.content = content
        self.on_pick = on_pick
        self.kinds = tuple(kinds)
        self.avoid = tuple(avoid)
        self.chosen: HitKey | None = None
        self._picture: MapPicture | None = None
        self._held: tuple[int, int] | None = None
        self._dragged = False

    def keep(self) -> object:
        """The place the keyboard is at."""
        return self.chosen

    def restore(self, state: object) -> None:
        """Back to that place."""
        if isinstance(state, tuple):
            self.chosen = cast(HitKey, state)

    def content_width(self, look: Look) -> int:
        """A comfortable width; a map takes what it gets."""
        return look.gap(480)

    def content_least_width(self, look: Look) -> int:
        """Room for a few places."""
        return look.gap(240)

    def content_height(self, look: Look, width: int) -> int:
        """A low map; `stretch` gives it more."""
        return look.gap(160)

    def content_least_height(self, look: Look, width: int) -> int:
        """A strip."""
        return look.gap(96)

    # --- the picture ----------------------------------------------------------------------

    def _regions(self) -> list[HitRegion]:
        found = self._picture.regions if self._picture is not None else ()
        return [each for each in found if each.kind in self.kinds]

    def _under_mouse(self) -> HitRegion | None:
        if self.root is None or not self.hovered or self._picture is None:
            return None
        return self._hit(self.root.mouse)

    def _hit(self, pos: tuple[int, int]) -> HitRegion | None:
        if self._picture is None:
            return None
        found = self._picture.at((pos[0] - self.rect.x, pos[1] - self.rect.y))
        return found if found is not None and found.kind in self.kinds else None

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the map, with the place under the mouse or the keyboard marked."""
        if self.view.kit.theme != look.theme:
            self.view.kit = kit_of(look)
        under = self._under_mouse()
        marked = under.key if under else self.chosen if self.focused else None
        if self.rect.w < 2 or self.rect.h < 2:
            return
        self._picture = self.view.picture(
            self.rect.size, self.content, avoid=self._covered(), highlight=marked
        )
        surface.blit(self._picture.surface, self.rect.topleft)

    def _covered(self) -> tuple[PixelRect, ...]:
        """Boxes of the map that cards lie over: no name should be written there."""
        beside = self.parent.children if self.parent is not None else []
        cards = [each.children[0].rect for each in beside if isinstance(each, CornerCard)]
        x, y = self.rect.topleft
        return (*self.avoid, *((c.x - x, c.y - y, c.w, c.h) for c in cards))

    def parts(self) -> dict[str, pygame.Rect]:
        """The places that can be picked, by id."""
        return {each.id: self._on_screen(each) for each in self._regions()}

    def _on_screen(self, region: HitRegion) -> pygame.Rect:
        return pygame.Rect(region.rect).move(self.rect.topleft)

    def focus_rect(self) -> pygame.Rect:
        """The chosen place, or the whole map."""
        chosen = next((each for each in self._regions() if each.key == self.chosen), None)
        return self._on_screen(chosen) if chosen else self.rect.inflate(-8, -8)

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """The name of the place."""
        found = self._hit(pos) if self.hovered else None
        if found is None and self._picture is not None and self.chosen:
            found = self._picture.find(self.chosen)
        return found.label if found else self.tooltip

    # --- input ----------------------------------------------------------------------------

    def activate(self) -> bool:
        """Pick the chosen place."""
        chosen = next((each for each in self._regions() if each.key == self.chosen), None)
        if chosen is None or self.on_pick is None or not self.usable():
            return False
        self.on_pick(chosen)
        return True

    def on_hover(self, pos: tuple[int, int]) -> None:
        """Mark the place under the mouse."""
        self.invalidate()

    def on_press(self, pos: tuple[int, int]) -> None:
        """Take hold of the map."""
        self._held, self._dragged = pos, False

    def on_drag(self, pos: tuple[int, int]) -> None:
        """Move the map once the mouse has moved a little."""
        if self._held is None:
            return
        dx, dy = pos[0] - self._held[0], pos[1] - self._held[1]
        if not self._dragged and max(abs(dx), abs(dy)) < DRAG_STARTS_PX:
            return
        self._dragged, self._held = True, pos
        if self.view.pan(dx, dy):
            self.invalidate()

    def on_release(self, pos: tuple[int, int]) -> None:
        """Pick the place under the mouse unless the map was moved."""
        found = None if self._dragged else self._hit(pos)
        self._held, self._dragged = None, False
        if found is not None:
            self.chosen = found.key
            if self.on_pick is not None and self.usable():
                self.on_pick(found)

    def on_wheel(self, steps: float, sideways: float) -> bool:
        """Zoom about the mouse."""
        mouse = self.root.mouse if self.root is not None else self.rect.center
        about = (mouse[0] - self.rect.x, mouse[1] - self.rect.y)
        if self.view.zoom(ZOOM_STEP**steps, about):
            self.invalidate()
        return True

    def on_key(self, key: int, mod: int) -> bool:
        """Left and right choose a place, Enter picks it, plus and minus zoom."""
        if mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        if key in (pygame.K_LEFT, pygame.K_RIGHT):
            return self._step(1 if key == pygame.K_RIGHT else -1)
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            return self.activate()
        zoom = {pygame.K_PLUS: 1, pygame.K_EQUALS: 1, pygame.K_KP_PLUS: 1, pygame.K_MINUS: -1,
                pygame.K_KP_MINUS: -1}.get(key, 0)  # fmt: skip
        if zoom and self.view.zoom(ZOOM_STEP**zoom):
            self.invalidate()
        return bool(zoom)

    def _step(self, step: int) -> bool:
        keys = [each.key for each in self._regions()]
        at = keys.index(self.chosen) + step if self.chosen in keys else 0
        if not 0 <= at < len(keys):
            return False
        self.chosen = keys[at]
        self.invalidate()
        return True


class CornerCard(Box):
    """Lays one child over a corner of what is below; all the rest lets the mouse through.

    Put it after the map in a `Box`, whose children lie one over another.
    """

    def __init__(self, corner: Corner, child: Widget, *, margin: float = 16, **kwargs: Any) -> None:
        super().__init__("", [child], **kwargs)
        self.corner = corner
        self.margin = margin

    def content_least_height(self, look: Look, width: int) -> int:
        """Nothing: the card lies over something larger."""
        return 0

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Give the child its natural size in the corner."""
        self.rect, child = rect, self.children[0]
        room = rect.inflate(-2 * look.gap(self.margin), -2 * look.gap(self.margin))
        width = min(room.w, child.natural_width(look))
        box = pygame.Rect(0, 0, width, min(room.h, child.height_for(look, width)))
        down, across = self.corner.split("-")
        setattr(box, down + across, getattr(room, down + across))
        child.place(look, box)

    def hit(self, pos: tuple[int, int]) -> Widget | None:
        """The child only."""
        return self.children[0].hit(pos) if self.visible else None


def kit_of(look: Look) -> MapKit:
    """The map's tools from those of the window."""
    return MapKit(look.text, look.icons, look.shapes, look.theme)


def new_view(look: Look, country_ids: Sequence[str] = ()) -> MapView:
    """A view of these countries, or of the whole region."""
    view = MapView(kit_of(look))
    view.look_at(country_ids)
    return view
