"""Small pieces of the picker: the game's mark, the map's key, pills, the bar of a saved game."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import pygame

from game.text.catalogue import Catalogue, mark
from game.ui.look import Look
from game.ui.map_content import PinMark
from game.ui.models.picker import MineralChoice
from game.ui.scenes.level_list import draw_difficulty
from game.ui.widget import Widget
from game.ui.widgets.boxes import Row
from game.ui.widgets.cards import Card
from game.ui.widgets.labels import Label
from game.ui.widgets.tabs import Option, Pills

MARK_WORDS: Final[dict[PinMark, tuple[str, str, str, str]]] = {
    "finished": (mark("Finished"), "check", "good", "surface"),
    "started": (mark("In progress"), "play", "amber", "amber_deep"),
}


class GameMark(Widget):
    """The game's mark: three bars that grow shorter down the chain, on a dark tile."""

    def __init__(self, size: float, **kwargs: Any) -> None:
        super().__init__("", **kwargs)
        self.size = size

    def content_width(self, look: Look) -> int:
        """The tile."""
        return look.px(self.size)

    def content_height(self, look: Look, width: int) -> int:
        """The tile."""
        return look.px(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw tile and bars."""
        side = look.px(self.size)
        tile = pygame.Rect(0, 0, side, side)
        tile.center = self.rect.center
        line = look.color("navy_line")
        look.shapes.box(surface, tile, look.gap(9), look.color("navy_raised"), line)
        thick = max(3, round(side * 0.13))
        for number, (share, tone) in enumerate(
            ((0.6, "amber"), (0.42, "amber_soft"), (0.24, "band"))
        ):
            bar = pygame.Rect(0, 0, round(side * share), thick)
            bar.topleft = (
                tile.x + round(side * 0.2),
                tile.y + round(side * (0.22 + number * 0.215)),
            )
            look.shapes.box(surface, bar, thick // 2, look.color(tone))


class PinMarkSample(Widget):
    """The small disc that a pin carries when its level is finished or in progress."""

    def __init__(self, icon: str, fill: str, ink: str) -> None:
        super().__init__("")
        self.icon = icon
        self.fill = fill
        self.ink = ink

    def content_width(self, look: Look) -> int:
        """The disc."""
        return look.px(18)

    def content_height(self, look: Look, width: int) -> int:
        """The disc."""
        return look.px(18)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw disc and icon."""
        look.shapes.disc(surface, self.rect.center, look.px(18), look.color(self.fill))
        look.icons.draw(surface, self.icon, self.rect.center, look.px(11), look.color(self.ink))


def map_key(marks: Sequence[PinMark], catalogue: Catalogue) -> Card:
    """What the small discs on the pins mean."""
    lines: list[Widget] = []
    for each in marks:
        name, icon, fill, ink = MARK_WORDS[each]
        sample = PinMarkSample(icon, fill, ink)
        lines.append(
            Row(gap=10, across="center",
                children=[sample, Label(catalogue.say(name), 13, "medium", "ink_soft")])
        )  # fmt: skip
    return Card("map-key", lines, padding=(16, 12), gap=8, radius=9)


def mineral_pills(
    choices: Sequence[MineralChoice],
    chosen: str,
    on_change: Callable[[str], None],
    over_map: bool = True,
) -> Widget | None:
    """Pills to ask for one mineral; None if there is nothing to choose among.

    Over the map they lie on a card, beside a heading they need none.
    """
    if not choices:
        return None
    options = [Option(each.key or "all", each.text, each.icon) for each in choices]

    def change(key: str) -> None:
        on_change("" if key == "all" else key)

    pills = Pills("minerals", options, chosen or "all", change, align="start")
    if not over_map:
        return pills
    return Card("minerals-card", [pills], padding=(10, 8), radius=9)


class TurnDashes(Widget):
    """A dash for each turn of a game: played, open, to come."""

    def __init__(self, played: int, turns: int, **kwargs: Any) -> None:
        super().__init__("", **kwargs)
        self.played = played
        self.turns = max(1, turns)

    def content_width(self, look: Look) -> int:
        """Short dashes."""
        return look.px(10) * self.turns

    def content_least_width(self, look: Look) -> int:
        """Very short dashes."""
        return 3 * self.turns

    def content_height(self, look: Look, width: int) -> int:
        """A dash."""
        return look.px(6)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the dashes from left to right."""
        gap, high = look.gap(3), look.px(6)
        for number in range(self.turns):
            left = self.rect.x + (self.rect.w + gap) * number // self.turns
            right = self.rect.x + (self.rect.w + gap) * (number + 1) // self.turns - gap
            dash = pygame.Rect(left, 0, max(1, right - left), high)
            dash.centery = self.rect.centery
            tone = "amber" if number < self.played else "amber_line"
            if number > self.played:
                tone = "amber_wash"
            look.shapes.box(surface, dash, high // 2, look.color(tone))


class DifficultyDots(Widget):
    """Three dots: how difficult a level is."""

    def __init__(self, difficulty: int, **kwargs: Any) -> None:
        super().__init__("", **kwargs)
        self.difficulty = difficulty

    def content_width(self, look: Look) -> int:
        """Three dots."""
        return look.px(25)

    def content_height(self, look: Look, width: int) -> int:
        """A line."""
        return look.px(16)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the dots."""
        draw_difficulty(look, surface, self.rect.x, self.rect.centery, self.difficulty)
