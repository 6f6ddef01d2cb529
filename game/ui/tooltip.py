"""The small dark explanation beside a widget."""

from __future__ import annotations

from typing import Final

import pygame

from game.ui.layout import place_near
from game.ui.look import Look

DELAY_MS: Final = 450
WIDEST: Final = 280
SIZE: Final = 12


def tooltip_rect(look: Look, text: str, anchor: pygame.Rect, bounds: pygame.Rect) -> pygame.Rect:
    """Where the tooltip for `anchor` goes, inside `bounds`."""
    pad = look.gap(8)
    room = max(1, min(look.px(WIDEST), bounds.w - 4 * pad))
    lines = look.text.wrap(text, room, SIZE)
    width = max(look.text.width(line, SIZE) for line in lines) + 2 * pad
    height = len(lines) * look.text.line_height(SIZE) + look.gap(10)
    return place_near(anchor, (width, height), bounds.inflate(-8, -8), look.gap(6))


def draw_tooltip(look: Look, surface: pygame.Surface, text: str, rect: pygame.Rect) -> None:
    """Draw the tooltip in the place `tooltip_rect` gave."""
    pad = look.gap(8)
    look.shapes.box(surface, rect, look.gap(6), look.color("navy"), look.color("navy_line"))
    y = rect.y + look.gap(5)
    step = look.text.line_height(SIZE)
    for line in look.text.wrap(text, max(1, rect.w - 2 * pad), SIZE):
        look.text.draw(
            surface,
            line,
            (rect.x + pad, y + step / 2),
            SIZE,
            "regular",
            look.color("on_navy"),
            "midleft",
        )
        y += step
