"""The base of every widget: identity, size asked for, place given, painting and input."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, TypeVar

import pygame

from game.ui.look import Look

if TYPE_CHECKING:
    from game.ui.root import Root

Align = Literal["fill", "start", "center", "end"]
W = TypeVar("W", bound="Widget")


class Widget:
    """A rectangle on the screen.

    `id` is stable and unique within a scene; tests and the keyboard find widgets by it. `width`
    and `height` fix a nominal size; otherwise the content decides. `stretch` is the share of left
    over space along the parent's axis, `align` the place across it.
    """

    focusable = False
    pointer = False  # takes mouse presses
    stateful = False  # `keep`/`restore` carry its state over a rebuild of the scene

    def __init__(
        self,
        id: str = "",
        *,
        stretch: int = 0,
        width: float | None = None,
        height: float | None = None,
        least_width: float = 0,
        align: Align = "fill",
        tooltip: str = "",
        enabled: bool = True,
        visible: bool = True,
    ) -> None:
        self.id = id
        self.stretch = stretch
        self.fixed_width = width
        self.fixed_height = height
        self.asked_least_width = least_width
        self.align: Align = align
        self.tooltip = tooltip
        self.enabled = enabled
        self.visible = visible
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.parent: Widget | None = None
        self.children: list[Widget] = []
        self.root: Root | None = None

    # --- the tree -------------------------------------------------------------------------

    def add(self, child: W) -> W:
        """Append a child and give it back."""
        child.parent = self
        self.children.append(child)
        if self.root is not None:
            child.attach(self.root)
            self.relayout()
        return child

    def clear(self) -> None:
        """Remove all children."""
        for child in self.children:
            child.attach(None)
            child.parent = None
        self.children = []
        self.relayout()

    def attach(self, root: Root | None) -> None:
        """Tell the widget and all below it which root they belong to."""
        self.root = root
        for child in self.children:
            child.attach(root)

    def walk(self) -> Iterator[Widget]:
        """This widget and all visible ones below it, in reading order."""
        if not self.visible:
            return
        yield self
        for child in self.children:
            yield from child.walk()

    def path(self) -> list[Widget]:
        """From this widget up to the top."""
        out, at = [], self
        while True:
            out.append(at)
            if at.parent is None:
                return out
            at = at.parent

    # --- size -----------------------------------------------------------------------------

    def natural_width(self, look: Look) -> int:
        """Pixels wide if there is room enough."""
        if self.fixed_width is not None:
            return look.px(self.fixed_width)
        return max(self.content_width(look), look.px(self.asked_least_width))

    def least_width(self, look: Look) -> int:
        """Pixels wide below which the content suffers."""
        if self.fixed_width is not None:
            return look.px(self.fixed_width)
        floor = self.content_least_width(look)
        return max(floor, look.px(self.asked_least_width))

    def height_for(self, look: Look, width: int) -> int:
        """Pixels high when `width` pixels wide."""
        if self.fixed_height is not None:
            return look.px(self.fixed_height)
        return self.content_height(look, width)

    def least_height(self, look: Look, width: int) -> int:
        """Pixels high below which the content suffers."""
        if self.fixed_height is not None:
            return look.px(self.fixed_height)
        return self.content_least_height(look, width)

    def content_width(self, look: Look) -> int:
        """Natural width of the content; widgets override this."""
        return 0

    def content_least_width(self, look: Look) -> int:
        """Least width of the content; natural width unless overridden."""
        return self.content_width(look)

    def content_height(self, look: Look, width: int) -> int:
        """Height of the content; widgets override this."""
        return 0

    def content_least_height(self, look: Look, width: int) -> int:
        """Least height of the content; natural height unless overridden."""
        return self.content_height(look, width)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Take `rect` and give the children theirs."""
        self.rect = rect

    # --- drawing --------------------------------------------------------------------------

    def draw(self, look: Look, surface: pygame.Surface) -> None:
        """Paint this widget and its children where they touch the surface's clip."""
        if not self.visible or not self.paint_rect(look).colliderect(surface.get_clip()):
            return
        self.paint(look, surface)
        self.draw_children(look, surface)

    def draw_children(self, look: Look, surface: pygame.Surface) -> None:
        """Paint the children, in order."""
        for child in self.children:
            child.draw(look, surface)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the widget itself; widgets override this."""

    def paint_rect(self, look: Look) -> pygame.Rect:
        """All that `paint` may touch (larger than `rect` for shadows and focus rings)."""
        return self.rect.inflate(look.gap(12), look.gap(12))

    def focus_rect(self) -> pygame.Rect:
        """What the focus ring goes around."""
        return self.rect

    def clip_rect(self) -> pygame.Rect | None:
        """The window children are seen through, if there is one."""
        return None

    def on_dark(self) -> bool:
        """Whether the widget stands on a navy ground (its focus ring is then amber)."""
        return self.parent.on_dark() if self.parent is not None else False

    def visible_rect(self) -> pygame.Rect:
        """The part of `rect` that no scroll area cuts off."""
        rect = self.rect
        for above in self.path()[1:]:
            clip = above.clip_rect()
            if clip is not None:
                rect = rect.clip(clip)
        return rect

    # --- state ----------------------------------------------------------------------------

    def invalidate(self) -> None:
        """Ask for this widget to be drawn again."""
        if self.root is not None:
            self.root.mark_dirty(self.paint_rect(self.root.look))

    def relayout(self) -> None:
        """Ask for everything to be laid out and drawn again."""
        if self.root is not None:
            self.root.mark_layout()

    def set_enabled(self, enabled: bool) -> None:
        """Enable or disable, and draw again if that changed."""
        if enabled != self.enabled:
            self.enabled = enabled
            self.invalidate()

    def set_visible(self, visible: bool) -> None:
        """Show or hide, and lay out again if that changed."""
        if visible != self.visible:
            self.visible = visible
            self.relayout()

    def usable(self) -> bool:
        """Enabled and visible, and so is everything above."""
        return all(w.enabled and w.visible for w in self.path())

    @property
    def hovered(self) -> bool:
        """Whether the mouse is over this widget."""
        return self.root is not None and self.root.hover is self

    @property
    def focused(self) -> bool:
        """Whether the keyboard goes to this widget."""
        return self.root is not None and self.root.focus is self

    @property
    def pressed(self) -> bool:
        """Whether the mouse button went down on this widget and is still down."""
        return self.root is not None and self.root.capture is self

    def keep(self) -> object:
        """State to carry over a rebuild (scroll offset, typed text); see `stateful`."""
        return None

    def restore(self, state: object) -> None:
        """Take back what `keep` of the widget with the same id gave."""

    # --- input ----------------------------------------------------------------------------

    def hit(self, pos: tuple[int, int]) -> Widget | None:
        """The topmost visible widget at `pos` within this one."""
        if not self.visible:
            return None
        clip = self.clip_rect()
        if clip is None or clip.collidepoint(pos):
            for child in reversed(self.children):
                found = child.hit(pos)
                if found is not None:
                    return found
        return self if self.rect.collidepoint(pos) else None

    def parts(self) -> dict[str, pygame.Rect]:
        """Named places inside the widget that can be clicked, such as single tabs."""
        return {}

    def activate(self) -> bool:
        """Do what Enter or a click does; False if there is nothing to do."""
        return False

    def on_press(self, pos: tuple[int, int]) -> None:
        """The left button went down here."""

    def on_drag(self, pos: tuple[int, int]) -> None:
        """The mouse moved with the button held since `on_press`."""

    def on_release(self, pos: tuple[int, int]) -> None:
        """The left button came up after `on_press`."""

    def on_hover(self, pos: tuple[int, int]) -> None:
        """The mouse moved over the widget without a button."""

    def on_wheel(self, steps: float, sideways: float) -> bool:
        """The wheel turned over the widget; True if it was used."""
        return False

    def on_key(self, key: int, mod: int) -> bool:
        """A key went down while focused; True if it was used."""
        return False

    def on_text(self, text: str) -> bool:
        """Typed text arrived while focused; True if it was used."""
        return False

    def on_focus(self, focused: bool) -> None:
        """The keyboard came or went."""
        self.invalidate()

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """The explanation shown when the mouse rests at `pos`."""
        return self.tooltip


class Pressable(Widget):
    """A widget that calls `on_activate` on click, Enter or Space."""

    focusable = True
    pointer = True

    on_activate: Callable[[], None] | None = None

    def activate(self) -> bool:
        """Call `on_activate` if the widget can be used."""
        if not self.usable() or self.on_activate is None:
            return False
        self.on_activate()
        return True

    def on_press(self, pos: tuple[int, int]) -> None:
        """Look pressed."""
        self.invalidate()

    def on_release(self, pos: tuple[int, int]) -> None:
        """Activate if the button came up over the widget."""
        self.invalidate()
        if self.visible_rect().collidepoint(pos):
            self.activate()

    def on_key(self, key: int, mod: int) -> bool:
        """Enter and Space activate, if the keyboard is here and not on something inside."""
        if (
            self.focused
            and key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
            and not mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT)
        ):
            self.activate()
            return True
        return False
