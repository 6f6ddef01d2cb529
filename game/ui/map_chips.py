"""Partner chips at the map's edge: round flag, name, caption, share."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.map_content import PartnerChip, PixelRect
from game.ui.map_geometry import Point
from game.ui.map_kit import MapKit
from game.ui.map_places import exit_point, place_at_edge

NAME_SIZE, CAPTION_SIZE, SHARE_SIZE = 13, 11, 15
HEIGHT, COMPACT_HEIGHT = 38, 28
FLAG, COMPACT_FLAG = 22, 18
PAD, GAP = 10, 8
WIDEST_TEXT = 190


def chip_size(kit: MapKit, chip: PartnerChip, is_compact: bool) -> tuple[int, int]:
    """Pixels a chip takes; a compact one has no caption."""
    widest = kit.theme.px(WIDEST_TEXT)
    name = min(widest, kit.text.width(chip.name, NAME_SIZE, "semibold"))
    caption = 0 if is_compact else min(widest, kit.text.width(chip.caption, CAPTION_SIZE))
    share = kit.text.width(chip.share_text, SHARE_SIZE, "semibold") if chip.share_text else 0
    flag, height = (COMPACT_FLAG, COMPACT_HEIGHT) if is_compact else (FLAG, HEIGHT)
    between = GAP if is_compact else 2 * GAP
    gaps = kit.theme.px(2 * PAD + flag + GAP) + (kit.theme.px(between) if share else 0)
    return max(name, caption) + share + gaps, kit.theme.px(height)


def place_chips(
    kit: MapKit,
    chips: Sequence[PartnerChip],
    targets: Sequence[Point],
    origin: Point,
    size: tuple[int, int],
    taken: Sequence[PixelRect],
) -> dict[str, PixelRect]:
    """Return the box of every chip, at the edge in the direction of its partner.

    `targets` are the partners' places in map pixels (they may lie outside), `origin` the middle
    of the governed state. Earlier chips choose first.
    """
    used = list(taken)
    places: dict[str, PixelRect] = {}
    for chip, target in zip(chips, targets, strict=True):
        ideal = exit_point(size, origin, target)
        box = chip_size(kit, chip, kit.is_compact(size))
        places[chip.id] = place_at_edge(size, box, ideal, used)
        used.append(places[chip.id])
    return places


def draw_chip(
    kit: MapKit, target: pygame.Surface, chip: PartnerChip, box: PixelRect, is_compact: bool
) -> None:
    """Draw a chip in its box."""
    rect, palette, px = pygame.Rect(box), kit.theme.palette, kit.theme.px
    radius = rect.h // 2
    kit.shapes.shadow(target, rect, radius, palette.shadow)
    border = palette.blue if chip.is_dominant else palette.line
    kit.shapes.box(target, rect, radius, palette.surface, border, 2 if chip.is_dominant else 1)
    flag_side = px(COMPACT_FLAG if is_compact else FLAG)
    flag = kit.icons.flag(chip.flag, flag_side)
    target.blit(flag, flag.get_rect(midleft=(rect.x + px(PAD), rect.centery)))
    left = rect.x + px(PAD + GAP) + flag_side
    widest = px(WIDEST_TEXT)
    middle = rect.centery
    if chip.caption and not is_compact:
        kit.text.draw(
            target,
            chip.caption,
            (left, middle + px(8)),
            CAPTION_SIZE,
            "regular",
            palette.muted,
            "midleft",
            max_width=widest,
        )
        middle -= px(7)
    kit.text.draw(
        target,
        chip.name,
        (left, middle),
        NAME_SIZE,
        "semibold",
        palette.ink,
        "midleft",
        max_width=widest,
    )
    tone = palette.blue if chip.is_dominant else palette.ink_soft
    kit.text.draw(
        target,
        chip.share_text,
        (rect.right - px(PAD + 3), rect.centery),
        SHARE_SIZE,
        "semibold",
        tone,
        "midright",
    )
