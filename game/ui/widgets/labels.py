"""Single lines, icons, flags and captions."""

from __future__ import annotations

from typing import Any, Final, Literal

import pygame

from game.ui.fonts import Weight
from game.ui.icons import FlagShape
from game.ui.look import Look
from game.ui.text_render import Anchor
from game.ui.widget import Widget

TextAlign = Literal["left", "center", "right"]
TEXT_ANCHORS: Final[dict[TextAlign, Anchor]] = {
    "left": "midleft",
    "center": "center",
    "right": "midright",
}


def faded(tone: str) -> str:
    """The tone of text that belongs to something disabled."""
    return "on_navy_soft" if tone.startswith("on_navy") else "disabled_ink"


class Label(Widget):
    """One line of text, shortened with "…" when there is no room; the tooltip then shows it all."""

    def __init__(
        self,
        text: str,
        size: float = 14,
        weight: Weight = "regular",
        tone: str = "ink",
        *,
        id: str = "",
        text_align: TextAlign = "left",
        spacing: float = 0,
        tabular: bool = False,
        rigid: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.text = text
        self.size = size
        self.weight: Weight = weight
        self.tone = tone
        self.text_align: TextAlign = text_align
        self.spacing = spacing
        self.tabular = tabular
        self.rigid = rigid
        self._cut = False

    def set_text(self, text: str) -> None:
        """Change the text."""
        if text != self.text:
            self.text = text
            self.relayout()

    def content_width(self, look: Look) -> int:
        """The whole line."""
        return look.text.width(self.text, self.size, self.weight, self.spacing, self.tabular)

    def content_least_width(self, look: Look) -> int:
        """A few letters and "…"; the whole line if `rigid`."""
        whole = self.content_width(look)
        return whole if self.rigid else min(whole, look.px(self.size * 3))

    def content_height(self, look: Look, width: int) -> int:
        """One line."""
        return look.text.line_height(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the line in the middle of the height."""
        shown = look.text.fit(self.text, self.rect.w, self.size, self.weight, self.spacing)
        self._cut = shown != self.text
        pos = getattr(self.rect, TEXT_ANCHORS[self.text_align])
        look.text.draw(
            surface,
            shown,
            pos,
            self.size,
            self.weight,
            look.color(self.tone if self.usable() else faded(self.tone)),
            TEXT_ANCHORS[self.text_align],
            spacing=self.spacing,
            tabular=self.tabular,
        )

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """The tooltip, or the whole text where it was cut."""
        return self.tooltip or (self.text if self._cut else "")


class Caption(Label):
    """A small heading in spaced capitals, as over table columns."""

    def __init__(self, text: str, tone: str = "muted", **kwargs: Any) -> None:
        super().__init__(text.upper(), 11, "semibold", tone, spacing=0.6, **kwargs)


class Icon(Widget):
    """A tinted icon of nominal `size`, on a rounded tile if `ground` is given."""

    def __init__(
        self,
        name: str,
        size: float = 18,
        tone: str = "ink_soft",
        *,
        ground: str = "",
        round_ground: bool = False,
        id: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.name = name
        self.size = size
        self.tone = tone
        self.ground = ground
        self.round_ground = round_ground

    def content_width(self, look: Look) -> int:
        """The icon, or its tile."""
        return look.px(self.size * (1.75 if self.ground else 1))

    def content_height(self, look: Look, width: int) -> int:
        """As high as wide."""
        return self.content_width(look)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the tile and the icon in its middle."""
        if self.ground:
            side = min(self.content_width(look), self.rect.w, self.rect.h)
            tile = pygame.Rect(0, 0, side, side)
            tile.center = self.rect.center
            radius = side // 2 if self.round_ground else look.gap(6)
            look.shapes.box(surface, tile, radius, look.color(self.ground))
        look.icons.draw(
            surface, self.name, self.rect.center, look.px(self.size), look.color(self.tone)
        )


class Flag(Widget):
    """A flag of nominal height `size`; round or rectangular (3:2)."""

    def __init__(
        self,
        code: str,
        size: float = 24,
        shape: FlagShape = "round",
        *,
        id: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.code = code
        self.size = size
        self.shape: FlagShape = shape

    def content_width(self, look: Look) -> int:
        """Round: the height. Rectangular: one and a half times that."""
        return look.px(self.size * (1 if self.shape == "round" else 1.5))

    def content_height(self, look: Look, width: int) -> int:
        """The height."""
        return look.px(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the flag in the middle, with a hairline so that white flags show."""
        image = look.icons.flag(self.code, look.px(self.size), self.shape)
        rect = image.get_rect(center=self.rect.center)
        surface.blit(image, rect)
        line = look.color("line")
        if self.shape == "round":
            look.shapes.disc(surface, rect.center, rect.w, None, line)
        else:
            look.shapes.box(surface, rect, 0, None, line)


class Delta(Widget):
    """A change with arrow and sign: "▲ +3", "▼ −40"; colour only repeats what the shape says.

    `direction` is 1, 0 or -1; `good` says whether up is welcome here (None: no judgement).
    """

    def __init__(
        self,
        text: str,
        direction: int,
        size: float = 13,
        *,
        good: bool | None = True,
        dark: bool = False,
        id: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.text = text
        self.direction = direction
        self.size = size
        self.good = good
        self.dark = dark

    def tone(self) -> str:
        """The tone of text and arrow."""
        if not self.usable():
            return faded("on_navy" if self.dark else "ink")
        if self.direction == 0 or self.good is None:
            return "on_navy_soft" if self.dark else "ink_soft"
        tone = "good" if (self.direction > 0) == self.good else "bad"
        return f"{tone}_on_navy" if self.dark else tone

    def content_width(self, look: Look) -> int:
        """Arrow, gap and text."""
        return (
            look.px(self.size * 0.7)
            + look.gap(4)
            + look.text.width(self.text, self.size, "semibold")
        )

    def content_height(self, look: Look, width: int) -> int:
        """One line."""
        return look.text.line_height(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the arrow (or a dash for no change) and the text."""
        color = look.color(self.tone())
        side = look.px(self.size * 0.7)
        draw_arrow(
            look,
            surface,
            (self.rect.x + side / 2, self.rect.centery),
            side,
            self.direction,
            color,
        )
        left = self.rect.x + side + look.gap(4)
        look.text.draw(
            surface,
            self.text,
            (left, self.rect.centery),
            self.size,
            "semibold",
            color,
            "midleft",
            max_width=max(0, self.rect.right - left),
        )


def draw_arrow(
    look: Look,
    surface: pygame.Surface,
    center: tuple[float, float],
    side: int,
    direction: int,
    color: tuple[int, int, int],
) -> None:
    """▲, ▼ or a dash, `side` pixels wide."""
    if direction:
        look.shapes.triangle(surface, center, side, color, "up" if direction > 0 else "down")
        return
    bar = pygame.Rect(0, 0, side, max(2, side // 5))
    bar.center = (round(center[0]), round(center[1]))
    look.shapes.box(surface, bar, bar.h // 2, color)
