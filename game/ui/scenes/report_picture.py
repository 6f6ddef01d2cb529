"""The drawing in the newspaper: hills, smelters and a ship, as many as the turn has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pygame

from game.ui.look import Look
from game.ui.theme import Color, rgb
from game.ui.widget import Widget

SKY: Final = rgb("f6dfae")
SUN: Final = rgb("efae3f")
HILL: Final = rgb("cdb48d")
NEAR_HILL: Final = rgb("b79a6f")
SEA: Final = rgb("9dbccb")
WAVE: Final = rgb("c4d9e2")
STONE: Final = rgb("6f665c")
SMOKE: Final = rgb("e9e2d5")
HULL: Final = rgb("4b3f3a")
CARGO: Final = (rgb("b5450b"), rgb("0b5c8a"), rgb("63356f"))
MOST_CHIMNEYS: Final = 5
MOST_BOXES: Final = 6


@dataclass(frozen=True, slots=True)
class Scenery:
    """What is drawn: a chimney for each working plant, boxes on the ship for exports."""

    chimneys: int
    boxes: int


class PressPicture(Widget):
    """The picture beside the story; `tooltip` says what it shows."""

    def __init__(self, scenery: Scenery, **kwargs: Any) -> None:
        super().__init__("", **kwargs)
        self.scenery = scenery

    def content_width(self, look: Look) -> int:
        """A third of the page."""
        return look.px(170)

    def content_least_width(self, look: Look) -> int:
        """A small picture."""
        return look.px(110)

    def content_height(self, look: Look, width: int) -> int:
        """A low picture."""
        return look.px(104)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw it smooth, kept until size or scenery change."""
        image = look.shapes.smooth(
            ("press-picture", self.scenery),
            self.rect.size,
            lambda large, factor: draw_scenery(large, self.scenery),
            SKY,
        )
        surface.blit(image, self.rect)
        look.shapes.box(surface, self.rect, 0, None, look.color("slate"))


def draw_scenery(large: pygame.Surface, scenery: Scenery) -> None:
    """Paint sky, hills, smelters, sea and ship over the whole surface."""
    width, height = large.get_size()
    shore = round(height * 0.72)
    large.fill(SKY)
    pygame.draw.circle(large, SUN, (round(width * 0.7), round(height * 0.36)), height // 7)
    _hills(large, shore)
    for number in range(min(scenery.chimneys, MOST_CHIMNEYS)):
        _smelter(large, round(width * (0.06 + 0.085 * number)), shore, height)
    large.fill(SEA, (0, shore, width, height - shore))
    for row, left in ((0.8, 0.05), (0.9, 0.3), (0.86, 0.74)):
        spot = (round(width * left), round(height * row), round(width * 0.16), max(1, height // 60))
        large.fill(WAVE, spot)
    if scenery.boxes:
        _ship(large, round(width * 0.56), round(height * 0.8), width, scenery.boxes)


def _hills(large: pygame.Surface, shore: int) -> None:
    width, height = large.get_size()
    ridges: tuple[tuple[Color, tuple[tuple[float, float], ...]], ...] = (
        (HILL, ((0.25, 0.72), (0.5, 0.34), (0.68, 0.56), (0.84, 0.4), (1.0, 0.6), (1.0, 0.72))),
        (NEAR_HILL, ((0.0, 0.72), (0.0, 0.5), (0.2, 0.58), (0.44, 0.62), (0.6, 0.72))),
    )
    for color, points in ridges:
        shape = [(round(width * x), min(shore, round(height * y))) for x, y in points]
        pygame.draw.polygon(large, color, shape)


def _smelter(large: pygame.Surface, left: int, shore: int, height: int) -> None:
    wide, tall = height // 12, height // 3
    pygame.draw.polygon(
        large,
        STONE,
        [
            (left, shore),
            (left + wide // 4, shore - tall),
            (left + wide * 3 // 4, shore - tall),
            (left + wide, shore),
        ],
    )
    large.fill(STONE, (left - wide // 2, shore - tall // 4, wide * 2, tall // 4))
    for step in range(3):
        spot = (left + wide // 2 + step * wide // 2, shore - tall - (step + 1) * height // 14)
        pygame.draw.circle(large, SMOKE, spot, height // 26 + step * height // 70)


def _ship(large: pygame.Surface, left: int, waterline: int, width: int, boxes: int) -> None:
    long, deep = round(width * 0.36), round(width * 0.05)
    deck = waterline - deep
    pygame.draw.polygon(
        large,
        HULL,
        [
            (left, deck),
            (left + long, deck),
            (left + long - deep, waterline + deep // 2),
            (left + deep, waterline + deep // 2),
        ],
    )
    side = round(long * 0.1)
    large.fill(SMOKE, (left + round(long * 0.8), deck - 2 * side, side, 2 * side))
    for number in range(min(boxes, MOST_BOXES)):
        spot = (left + side + number * round(side * 1.15), deck - side, side, side)
        large.fill(CARGO[number % len(CARGO)], spot)
