"""The legend card: what the shapes, colours and lines of the map mean."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.map_content import LegendEntry, MapMarker, PixelRect
from game.ui.map_kit import MapKit
from game.ui.map_marks import MarkPainter
from game.ui.map_places import overlap_area
from game.ui.map_style import MARK_STYLES

TEXT_SIZE = 12
PAD, ROW, SAMPLE, GAP = 12, 27, 26, 18
FLOW_SAMPLE = 42
MARGIN = 16
LARGEST_SHARE_OF_MAP = 0.12

Cell = tuple[LegendEntry, int, int]  # entry, left and middle of its sample within the card


def _cell_width(kit: MapKit, entry: LegendEntry) -> int:
    sample = FLOW_SAMPLE if entry.sample == "flow" else SAMPLE
    return kit.theme.px(sample + 8) + kit.text.width(entry.text, TEXT_SIZE, "medium")


def arrange(kit: MapKit, entries: Sequence[LegendEntry]) -> tuple[list[Cell], tuple[int, int]]:
    """Return the cells in up to three columns with a line for flows below, and the card's size."""
    px = kit.theme.px
    short = [entry for entry in entries if entry.sample != "flow"]
    long = [entry for entry in entries if entry.sample == "flow"]
    rows = max(1, -(-len(short) // 3)) if short else 0
    columns = [short[start : start + rows] for start in range(0, len(short), rows or 1)]
    cells: list[Cell] = []
    left, right = px(PAD), px(PAD)
    for column in columns:
        for row, entry in enumerate(column):
            cells.append((entry, left, px(PAD) + row * px(ROW) + px(ROW) // 2))
        right = left + max(_cell_width(kit, entry) for entry in column)
        left = right + px(GAP)
    for extra, entry in enumerate(long):
        cells.append((entry, px(PAD), px(PAD) + (rows + extra) * px(ROW) + px(ROW) // 2))
        right = max(right, px(PAD) + _cell_width(kit, entry))
    return cells, (right + px(PAD), 2 * px(PAD) + (rows + len(long)) * px(ROW))


def place_legend(
    kit: MapKit,
    entries: Sequence[LegendEntry],
    size: tuple[int, int],
    taken: Sequence[PixelRect],
) -> PixelRect | None:
    """Return the card's box in the first free corner; None when there is no room for it."""
    if not entries:
        return None
    _, (width, height) = arrange(kit, entries)
    if width * height > LARGEST_SHARE_OF_MAP * size[0] * size[1]:
        return None
    gap = kit.theme.gap(MARGIN)
    right, bottom = size[0] - width - gap, size[1] - height - gap
    corners = ((gap, bottom), (right, bottom), (gap, gap), (right, gap))
    for left, top in corners:
        box = (left, top, width, height)
        if left >= gap and top >= gap and not any(overlap_area(box, each) for each in taken):
            return box
    return None


def draw_legend(
    kit: MapKit,
    marks: MarkPainter,
    target: pygame.Surface,
    entries: Sequence[LegendEntry],
    box: PixelRect,
) -> None:
    """Draw the card with a sample and a text for each entry."""
    rect, palette, px = pygame.Rect(box), kit.theme.palette, kit.theme.px
    kit.shapes.shadow(target, rect, px(8), palette.shadow)
    kit.shapes.box(target, rect, px(8), palette.surface, palette.line)
    for entry, left, middle in arrange(kit, entries)[0]:
        sample = px(FLOW_SAMPLE if entry.sample == "flow" else SAMPLE)
        x, y = rect.x + left, rect.y + middle
        _draw_sample(kit, marks, target, entry, pygame.Rect(x, y - px(10), sample, px(20)))
        kit.text.draw(
            target,
            entry.text,
            (x + sample + px(8), y),
            TEXT_SIZE,
            "medium",
            palette.ink_soft,
            "midleft",
        )


def _draw_sample(
    kit: MapKit, marks: MarkPainter, target: pygame.Surface, entry: LegendEntry, area: pygame.Rect
) -> None:
    colors = kit.colors
    if entry.sample == "state":
        size = (kit.theme.px(16), kit.theme.px(12))
        patch = pygame.Rect((0, 0), size)
        patch.center = area.center
        kit.shapes.box(target, patch, 3, colors.governed, colors.governed_border)
    elif entry.sample == "flow":
        _draw_wedge(kit, target, area)
    elif entry.sample in MARK_STYLES:
        marker = MapMarker(entry.sample, 0.0, 0.0, entry.text, "legend")
        side = kit.theme.gap(MARK_STYLES[entry.sample].side)
        marks.draw(target, marker, area.center, side)


def _draw_wedge(kit: MapKit, target: pygame.Surface, area: pygame.Rect) -> None:
    """A line that grows thinner: width stands for a share."""

    def paint(large: pygame.Surface, factor: int) -> None:
        width, middle = large.get_width(), large.get_height() / 2
        thick, thin = 4 * factor * kit.theme.zoom, factor * kit.theme.zoom
        pygame.draw.polygon(
            large,
            kit.colors.flow,
            [
                (0, middle - thick),
                (width, middle - thin),
                (width, middle + thin),
                (0, middle + thick),
            ],
        )

    wedge = kit.shapes.smooth("map-wedge", area.size, paint, kit.colors.flow)
    target.blit(wedge, area)
