"""The root of a scene's widgets: layers, focus, hover, input, and what must be drawn again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame

from game.ui.focus import DIRECTIONS, focusables, next_in_direction, next_in_order
from game.ui.layers import Layer, LayerKind, Placer, center_placer, fill_bounds
from game.ui.look import Look
from game.ui.theme import MAX_SIZE, MIN_SIZE
from game.ui.tooltip import DELAY_MS, draw_tooltip, tooltip_rect
from game.ui.widget import Widget


class Root:
    """Owns the layers of one scene. Without pygame's display: it draws on any surface."""

    def __init__(self, look: Look, size: tuple[int, int]) -> None:
        self.look = look
        self.bounds = _laid_out(size)
        self.layers: list[Layer] = []
        self.focus: Widget | None = None
        self.focus_visible = False
        self.hover: Widget | None = None
        self.capture: Widget | None = None
        self.mouse: tuple[int, int] = (-1, -1)
        self.now_ms = 0
        self._dirty: pygame.Rect | None = self.bounds.copy()
        self._stale_layout = True
        self._tip: tuple[str, pygame.Rect] | None = None
        self._tip_due_ms: int | None = None

    # --- content and layers ---------------------------------------------------------------

    def set_content(self, widget: Widget) -> None:
        """Replace the scene's tree; focus, hover and kept state carry over by id."""
        focus_id = self.focus.id if self.focus is not None else ""
        kept = self._kept_state()
        for layer in self.layers:
            layer.widget.attach(None)
        self.layers = [Layer(widget, "scene", fill_bounds), *self.layers[1:]]
        for layer in self.layers:
            layer.widget.attach(self)
        for other in self.walk():
            if other.stateful and other.id in kept:
                other.restore(kept[other.id])
        self.capture = self.hover = None
        self._drop_tip()
        self.mark_layout()
        self.focus = None
        found = self.find(focus_id) if focus_id else None
        if found is not None and found.focusable and found.usable():
            self.focus = found

    def open_layer(
        self,
        widget: Widget,
        kind: LayerKind = "dialog",
        placer: Placer = center_placer,
        on_close: Callable[[], None] | None = None,
        dismissable: bool = True,
        lasts_ms: int | None = None,
        focus_id: str = "",
    ) -> Layer:
        """Lay `widget` over everything; a dialog or pop-up takes the focus (at `focus_id`)."""
        expires = None if lasts_ms is None else self.now_ms + lasts_ms
        layer = Layer(widget, kind, placer, on_close, self.focus, dismissable, expires)
        self.layers.append(layer)
        widget.attach(self)
        if layer.traps:
            self.capture = None
            order = focusables(widget)
            first = next((w for w in order if w.id == focus_id), order[0] if order else None)
            self._set_focus(first, self.focus_visible)
        self._drop_tip()
        self.mark_layout()
        return layer

    def close_layer(self, layer: Layer) -> None:
        """Take a layer off and give the focus back; nothing happens if it is gone already."""
        if layer not in self.layers or layer.kind == "scene":
            return
        self.layers.remove(layer)
        layer.widget.attach(None)
        if layer.traps:
            before = layer.focus_before
            alive = before is not None and before.root is self and before.usable()
            self._set_focus(before if alive else self._same_id(before), self.focus_visible)
        self.capture = self.hover = None
        self._drop_tip()
        self.mark_layout()
        if layer.on_close is not None:
            layer.on_close()

    def top(self) -> Layer | None:
        """The topmost layer that traps input."""
        return next((layer for layer in reversed(self.layers) if layer.traps), None)

    def walk(self) -> Iterator[Widget]:
        """Every visible widget, layer by layer."""
        for layer in self.layers:
            yield from layer.widget.walk()

    def find(self, id: str) -> Widget | None:
        """The visible widget with an id, the topmost layer first."""
        for layer in reversed(self.layers):
            for widget in layer.widget.walk():
                if widget.id == id:
                    return widget
        return None

    def duplicate_ids(self) -> list[str]:
        """Ids used more than once (there should be none)."""
        seen: set[str] = set()
        twice: list[str] = []
        for widget in self.walk():
            if widget.id and widget.id in seen:
                twice.append(widget.id)
            seen.add(widget.id)
        return twice

    # --- focus ----------------------------------------------------------------------------

    def focus_order(self) -> list[Widget]:
        """The widgets Tab goes through: those of the topmost trapping layer."""
        top = self.top()
        return focusables(top.widget) if top is not None else []

    def set_focus(self, widget: Widget | None, visible: bool = True) -> None:
        """Send the keyboard to `widget` and bring it into view; not behind an open dialog."""
        top = self.top()
        if widget is not None and top is not None and top.widget not in widget.path():
            return
        self._set_focus(widget, visible)

    def move_focus(self, step: int) -> None:
        """Tab forwards (1) or backwards (-1)."""
        self._set_focus(next_in_order(self.focus_order(), self.focus, step), True)

    def _set_focus(self, widget: Widget | None, visible: bool) -> None:
        before, self.focus = self.focus, widget
        self.focus_visible = visible
        if before is not None and before is not widget:
            before.on_focus(False)
            before.invalidate()
        self._drop_tip()
        if widget is not None:
            if before is not widget:
                widget.on_focus(True)
            self.reveal(widget)
            widget.invalidate()
            self._tip_due_ms = self.now_ms + DELAY_MS if visible else None

    def reveal(self, widget: Widget) -> None:
        """Scroll whatever is around the widget so that it can be seen."""
        if self._stale_layout:
            return
        for above in widget.path()[1:]:
            reveal = getattr(above, "reveal", None)
            if reveal is not None:
                reveal(widget.focus_rect())

    def _same_id(self, widget: Widget | None) -> Widget | None:
        if widget is None or not widget.id:
            return None
        found = self.find(widget.id)
        return found if found is not None and found.usable() else None

    def _kept_state(self) -> dict[str, object]:
        return {w.id: w.keep() for w in self.walk() if w.stateful and w.id}

    # --- size and drawing -----------------------------------------------------------------

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out for a new window size (clamped to what can be laid out)."""
        self.bounds = _laid_out(size)
        self.mark_layout()

    def mark_dirty(self, rect: pygame.Rect) -> None:
        """Ask for a part to be drawn again."""
        part = rect.clip(self.bounds)
        if part.w and part.h:
            self._dirty = part if self._dirty is None else self._dirty.union(part)

    def mark_layout(self) -> None:
        """Ask for everything to be laid out and drawn again."""
        self._stale_layout = True
        self._dirty = self.bounds.copy()

    @property
    def dirty(self) -> bool:
        """Whether something must be drawn."""
        return self._dirty is not None

    def ensure_layout(self) -> None:
        """Lay out now if something changed."""
        if not self._stale_layout:
            return
        self._stale_layout = False
        for layer in self.layers:
            layer.widget.place(self.look, layer.placer(self.look, layer.widget, self.bounds))
        if self.focus is not None and self.focus_visible:
            self.reveal(self.focus)
        self._update_hover()

    def draw(self, surface: pygame.Surface) -> pygame.Rect | None:
        """Draw what changed; gives the rectangle drawn, or None if nothing had changed."""
        self.ensure_layout()
        part = self._dirty
        if part is None:
            return None
        self._dirty = None
        surface.set_clip(part)
        surface.fill(self.look.color("page"))
        for layer in self.layers:
            if layer.kind == "dialog":
                self._scrim(surface, part)
            layer.widget.draw(self.look, surface)
        self._draw_focus(surface, part)
        if self._tip is not None:
            draw_tooltip(self.look, surface, *self._tip)
        surface.set_clip(None)
        return part

    def _scrim(self, surface: pygame.Surface, part: pygame.Rect) -> None:
        veil = pygame.Surface(part.size, pygame.SRCALPHA)
        veil.fill((*self.look.color("navy"), 178))
        surface.blit(veil, part)

    def _draw_focus(self, surface: pygame.Surface, part: pygame.Rect) -> None:
        widget = self.focus
        if widget is None or not self.focus_visible or widget.root is not self:
            return
        gap = self.look.gap(3)
        ring = widget.focus_rect().inflate(2 * gap, 2 * gap)
        clip = part
        for above in widget.path()[1:]:
            window = above.clip_rect()
            if window is not None:
                clip = clip.clip(window.inflate(2 * gap, 2 * gap))
        surface.set_clip(clip)
        tone = "focus_on_navy" if widget.on_dark() else "focus"
        width = max(2, self.look.gap(2))
        self.look.shapes.box(surface, ring, self.look.gap(9), None, self.look.color(tone), width)
        surface.set_clip(part)

    # --- time -----------------------------------------------------------------------------

    def tick(self, now_ms: int) -> None:
        """Show tooltips that are due and drop messages that have expired."""
        self.now_ms = now_ms
        for layer in [x for x in self.layers if x.expires_ms is not None]:
            if layer.expires_ms is not None and layer.expires_ms <= now_ms:
                self.close_layer(layer)
        if self._tip_due_ms is not None and now_ms >= self._tip_due_ms:
            self._tip_due_ms = None
            self._show_tip()

    def next_wake_ms(self) -> int | None:
        """When `tick` next has something to do, or None."""
        times = [x.expires_ms for x in self.layers if x.expires_ms is not None]
        if self._tip_due_ms is not None:
            times.append(self._tip_due_ms)
        return min(times) if times else None

    @property
    def tooltip(self) -> str:
        """The explanation on show, or an empty string."""
        return self._tip[0] if self._tip is not None else ""

    def _show_tip(self) -> None:
        hovering = self.hover is not None
        widget = self.hover if hovering else self.focus
        if widget is None or widget.root is not self:
            return
        pos = self.mouse if hovering else widget.focus_rect().center
        for at in widget.path():
            text = at.tooltip_at(pos)
            if text:
                rect = tooltip_rect(self.look, text, _pointed_part(at, pos), self.bounds)
                self._tip = (text, rect)
                self.mark_dirty(rect)
                return

    def _drop_tip(self) -> None:
        self._tip_due_ms = None
        if self._tip is not None:
            self.mark_dirty(self._tip[1])
            self._tip = None

    # --- input ----------------------------------------------------------------------------

    def handle(self, event: pygame.Event) -> bool:
        """Give a pygame event to the right widget; True if it was used."""
        self.ensure_layout()
        if event.type == pygame.MOUSEMOTION:
            return self._moved(event.pos)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._pressed(event.pos)
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            return self._released(event.pos)
        if event.type == pygame.MOUSEWHEEL:
            return self._wheel(event)
        if event.type == pygame.KEYDOWN:
            return self._key(event.key, event.mod)
        if event.type == pygame.TEXTINPUT:
            return self.focus is not None and self.focus.on_text(event.text)
        if event.type == pygame.WINDOWLEAVE:
            return self._moved((-1, -1))
        return False

    def _moved(self, pos: tuple[int, int]) -> bool:
        self.mouse = pos
        if self.capture is not None:
            self.capture.on_drag(pos)
            return True
        self._update_hover()
        if self.hover is not None:
            self.hover.on_hover(pos)
            if self._tip is None or self._tip[0] != self.hover.tooltip_at(pos):
                self._drop_tip()
                self._tip_due_ms = self.now_ms + DELAY_MS
        return self.hover is not None

    def _update_hover(self) -> None:
        top = self.top()
        found = top.widget.hit(self.mouse) if top is not None else None
        if found is self.hover:
            return
        for widget in (self.hover, found):
            if widget is not None:
                owner = _pointer_owner(widget) or widget
                owner.invalidate()
        self._drop_tip()
        self.hover = (_pointer_owner(found) or found) if found is not None else None
        if self.hover is not None:
            self._tip_due_ms = self.now_ms + DELAY_MS

    def _pressed(self, pos: tuple[int, int]) -> bool:
        self.mouse = pos
        self._drop_tip()
        top = self.top()
        if top is None:
            return False
        found = top.widget.hit(pos)
        if found is None:
            if top.kind == "popup" and top.dismissable:
                self.close_layer(top)
            return True
        owner = _pointer_owner(found)
        if owner is None or not owner.usable():
            return owner is not None
        if owner.focusable:
            self._set_focus(owner, False)
        self.capture = owner
        owner.on_press(pos)
        return True

    def _released(self, pos: tuple[int, int]) -> bool:
        owner, self.capture = self.capture, None
        if owner is None:
            return False
        owner.on_release(pos)
        if owner.root is self:
            owner.invalidate()
        return True

    def _wheel(self, event: pygame.Event) -> bool:
        top = self.top()
        if top is None:
            return False
        at = top.widget.hit(self.mouse)
        steps = getattr(event, "precise_y", event.y)
        sideways = getattr(event, "precise_x", event.x)
        used = at is not None and any(w.on_wheel(steps, sideways) for w in at.path())
        if used:
            self._drop_tip()
        return used

    def _key(self, key: int, mod: int) -> bool:
        self._drop_tip()
        if key == pygame.K_TAB and not mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            self.move_focus(-1 if mod & pygame.KMOD_SHIFT else 1)
            return True
        for widget in self.focus.path() if self.focus is not None else []:
            if widget.on_key(key, mod):
                self.focus_visible = True
                return True
        if key == pygame.K_ESCAPE:
            return self._escape()
        if key in DIRECTIONS and not mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return self._arrow(DIRECTIONS[key])
        return False

    def _escape(self) -> bool:
        top = self.top()
        if top is None or top.kind == "scene":
            return False
        if top.dismissable:
            self.close_layer(top)
        return True

    def _arrow(self, direction: tuple[int, int]) -> bool:
        order = self.focus_order()
        if self.focus is None or self.focus not in order:
            return False
        found = next_in_direction(order, self.focus, direction)
        if found is None:
            return False
        self._set_focus(found, True)
        return True


def _pointed_part(widget: Widget, pos: tuple[int, int]) -> pygame.Rect:
    """The part of a widget that a tooltip is about: the tab or row at a place, else all of it."""
    seen = widget.visible_rect()
    part = next((rect for rect in widget.parts().values() if rect.collidepoint(pos)), seen)
    return part.clip(seen) if part.colliderect(seen) else seen


def _pointer_owner(widget: Widget) -> Widget | None:
    """The nearest widget at or above that takes mouse presses."""
    return next((w for w in widget.path() if w.pointer), None)


def _laid_out(size: tuple[int, int]) -> pygame.Rect:
    width = max(MIN_SIZE[0], min(size[0], MAX_SIZE[0]))
    height = max(MIN_SIZE[1], min(size[1], MAX_SIZE[1]))
    return pygame.Rect(0, 0, width, height)
