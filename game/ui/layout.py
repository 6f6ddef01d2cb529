"""Sharing out space along one axis, and placing pop-ups. Plain arithmetic in whole pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame


@dataclass(frozen=True, slots=True)
class Track:
    """What one child asks for along an axis: least and natural pixels, share of what is left."""

    least: int
    natural: int
    stretch: int = 0


def distribute(space: int, tracks: Sequence[Track]) -> list[int]:
    """Pixels per track, never more than `space` in sum.

    Enough space: everyone gets the natural size and `stretch` shares the rest. Less: sizes shrink
    from natural towards least. Less still: they shrink below least in proportion.
    """
    space = max(0, space)
    natural = [max(0, t.natural) for t in tracks]
    least = [max(0, min(t.least, t.natural)) for t in tracks]
    total, floor = sum(natural), sum(least)
    if total <= space:
        extra = split(space - total, [t.stretch for t in tracks])
        return [n + e for n, e in zip(natural, extra, strict=True)]
    if floor <= space:
        room = [n - m for n, m in zip(natural, least, strict=True)]
        given = split(space - floor, room)
        return [m + g for m, g in zip(least, given, strict=True)]
    return split(space, least)


def split(amount: int, weights: Sequence[int]) -> list[int]:
    """`amount` shared in proportion to `weights` in whole pixels; all zero gives all zero."""
    total = sum(weights)
    if total <= 0:
        return [0] * len(weights)
    edges, running = [0], 0
    for weight in weights:
        running += weight
        edges.append(amount * running // total)
    return [b - a for a, b in zip(edges, edges[1:], strict=False)]


def place_near(
    anchor: pygame.Rect, size: tuple[int, int], bounds: pygame.Rect, gap: int
) -> pygame.Rect:
    """Where a pop-up of `size` goes: below `anchor`, else above, else beside; inside `bounds`."""
    width, height = min(size[0], bounds.w), min(size[1], bounds.h)
    rect = pygame.Rect(0, 0, width, height)
    if anchor.bottom + gap + height <= bounds.bottom:
        rect.topleft = (anchor.x, anchor.bottom + gap)
    elif anchor.top - gap - height >= bounds.top:
        rect.bottomleft = (anchor.x, anchor.top - gap)
    elif anchor.right + gap + width <= bounds.right:
        rect.midleft = (anchor.right + gap, anchor.centery)
    elif anchor.left - gap - width >= bounds.left:
        rect.midright = (anchor.left - gap, anchor.centery)
    return rect.clamp(bounds)
