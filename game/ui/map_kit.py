"""The drawing tools the map borrows from the window."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.icons import IconSet
from game.ui.map_content import MarkerKind
from game.ui.map_style import COLORS, HIGH_CONTRAST_COLORS, MARK_STYLES, MapColors
from game.ui.shapes import Shapes
from game.ui.text_render import TextRenderer
from game.ui.theme import HIGH_CONTRAST, Theme

COMPACT_BELOW = (800, 440)
COMPACT_SHARE = 0.76


@dataclass(frozen=True, slots=True)
class MapKit:
    """Text, icons, smooth boxes and the theme, as the window's other parts use them."""

    text: TextRenderer = field(default_factory=TextRenderer)
    icons: IconSet = field(default_factory=IconSet)
    shapes: Shapes = field(default_factory=Shapes)
    theme: Theme = field(default_factory=Theme)

    @property
    def colors(self) -> MapColors:
        """The map's colours, stronger ones where the theme asks for high contrast."""
        return HIGH_CONTRAST_COLORS if self.theme.palette == HIGH_CONTRAST else COLORS

    def is_compact(self, size: tuple[int, int]) -> bool:
        """Whether a map is so small that chips lose their caption and marks shrink."""
        return size[0] < self.theme.px(COMPACT_BELOW[0]) or size[1] < self.theme.px(
            COMPACT_BELOW[1]
        )

    def mark_side(self, kind: MarkerKind, size: tuple[int, int]) -> int:
        """Pixels across a marker of a kind on a map of a size."""
        share = COMPACT_SHARE if self.is_compact(size) else 1.0
        return max(7, self.theme.gap(MARK_STYLES[kind].side * share))
