"""What a widget needs to measure and draw itself: theme, text, icons and shapes."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.icons import IconSet
from game.ui.shapes import Shapes
from game.ui.text_render import TextRenderer
from game.ui.theme import Color, Theme


@dataclass(slots=True)
class Look:
    """Handed to every `measure`, `place` and `paint`; nothing is loaded before it is drawn."""

    theme: Theme = field(default_factory=Theme)
    text: TextRenderer = field(default_factory=TextRenderer)
    icons: IconSet = field(default_factory=IconSet)
    shapes: Shapes = field(default_factory=Shapes)

    def __post_init__(self) -> None:
        self.text.scale = self.theme.text_scale

    def use(self, theme: Theme) -> None:
        """Change the theme; the caller lays everything out again."""
        if theme.text_scale != self.text.scale:
            self.text.scale = theme.text_scale
            self.text.clear()
        self.theme = theme

    def px(self, value: float) -> int:
        """Pixels of a nominal size that grows with the text."""
        return self.theme.px(value)

    def gap(self, value: float) -> int:
        """Pixels of a nominal empty space."""
        return self.theme.gap(value)

    def color(self, tone: str) -> Color:
        """The colour of a tone name."""
        return self.theme.color(tone)
