"""Which widget the keyboard goes to next: in reading order, or in a direction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.ui.widget import Widget

DIRECTIONS: Final[dict[int, tuple[int, int]]] = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}


def focusables(top: Widget) -> list[Widget]:
    """Usable focusable widgets at and below `top`, in reading order."""
    if not top.enabled or not top.visible:
        return []
    found = [top] if top.focusable else []
    for child in top.children:
        found.extend(focusables(child))
    return found


def next_in_order(order: Sequence[Widget], current: Widget | None, step: int) -> Widget | None:
    """The widget `step` places on, going round; the first or last one if none has the focus."""
    if not order:
        return None
    if current is None or current not in order:
        return order[0] if step > 0 else order[-1]
    return order[(order.index(current) + step) % len(order)]


def next_in_direction(
    order: Sequence[Widget], current: Widget, direction: tuple[int, int]
) -> Widget | None:
    """The nearest widget in a direction; distance aside counts double."""
    best: Widget | None = None
    best_cost = 0
    for other in order:
        cost = None if other is current else _cost(current.rect, other.rect, direction)
        if cost is not None and (best is None or cost < best_cost):
            best, best_cost = other, cost
    return best


def _cost(here: pygame.Rect, there: pygame.Rect, direction: tuple[int, int]) -> int | None:
    dx, dy = there.centerx - here.centerx, there.centery - here.centery
    ahead = dx * direction[0] + dy * direction[1]
    if ahead <= 0:
        return None
    if direction[0]:
        aside = max(0, there.top - here.bottom, here.top - there.bottom)
        clear = there.left >= here.right if direction[0] > 0 else there.right <= here.left
    else:
        aside = max(0, there.left - here.right, here.left - there.right)
        clear = there.top >= here.bottom if direction[1] > 0 else there.bottom <= here.top
    if not clear and aside:
        return None
    return ahead + 2 * aside
