"""What lies over a scene: dialogs, drop-down lists, messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.look import Look
from game.ui.widget import Widget

LayerKind = Literal["scene", "dialog", "popup", "toast"]
Placer = Callable[[Look, Widget, pygame.Rect], pygame.Rect]


@dataclass(slots=True)
class Layer:
    """A tree of widgets with its place and manners.

    A dialog darkens what is below and traps the focus; a pop-up traps the focus and closes on a
    press outside; a toast takes no focus and no presses.
    """

    widget: Widget
    kind: LayerKind
    placer: Placer
    on_close: Callable[[], None] | None = None
    focus_before: Widget | None = None
    dismissable: bool = True
    expires_ms: int | None = None

    @property
    def traps(self) -> bool:
        """Whether keyboard and mouse stay within this layer."""
        return self.kind in ("scene", "dialog", "popup")


def fill_bounds(look: Look, widget: Widget, bounds: pygame.Rect) -> pygame.Rect:
    """The whole window."""
    return bounds.copy()


def center_placer(look: Look, widget: Widget, bounds: pygame.Rect) -> pygame.Rect:
    """Natural size, at most the window less a margin, in the middle."""
    room = bounds.inflate(-look.gap(48), -look.gap(48))
    width = min(widget.natural_width(look), room.w)
    height = min(widget.height_for(look, width), room.h)
    rect = pygame.Rect(0, 0, width, height)
    rect.center = bounds.center
    return rect


def bottom_placer(look: Look, widget: Widget, bounds: pygame.Rect) -> pygame.Rect:
    """Natural size, at the bottom in the middle."""
    room = bounds.inflate(-look.gap(48), -look.gap(48))
    width = min(widget.natural_width(look), room.w)
    height = min(widget.height_for(look, width), room.h)
    rect = pygame.Rect(0, 0, width, height)
    rect.midbottom = (bounds.centerx, bounds.bottom - look.gap(48))
    return rect
