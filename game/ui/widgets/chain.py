"""The value-chain strip: where 100 tonnes mined go, with value multiple and owners per stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pygame

from game.ui.look import Look
from game.ui.theme import Color
from game.ui.widget import Widget
from game.ui.widgets.badges import Badge

_TICK: Final = 14
_TOP: Final = 44  # heading, and room for the label of a thin stream
TITLE_SIZES = (15, 13, 12)
"""A long title is drawn smaller before it is cut."""


@dataclass(frozen=True, slots=True)
class ChainStage:
    """One stage. Shares are of 100 tonnes mined.

    `onward` goes to the next stage at home (0 at the last one, where `onward` is what finishes),
    `exported` leaves here; `home_share` (0–1) is the part of `onward` in national hands.
    """

    title: str
    icon: str
    multiple: str
    onward: float
    onward_text: str
    exported: float
    exported_text: str
    home_share: float = 1.0


class ChainStrip(Widget):
    """Stages side by side joined by streams; low shares keep a hairline and their label apart."""

    def __init__(self, id: str, stages: Sequence[ChainStage], **kwargs: Any) -> None:
        super().__init__(id, **kwargs)
        self.stages = list(stages)

    def content_width(self, look: Look) -> int:
        """A comfortable strip."""
        return look.px(240) * len(self.stages)

    def content_least_width(self, look: Look) -> int:
        """A narrow strip: titles are cut, numbers stay."""
        return look.px(130) * len(self.stages)

    def content_height(self, look: Look, width: int) -> int:
        """Heading and streams."""
        return look.px(146)

    def content_least_height(self, look: Look, width: int) -> int:
        """Heading and low streams."""
        return look.px(118)

    def columns(self) -> list[pygame.Rect]:
        """The stages' rectangles."""
        count = max(1, len(self.stages))
        edges = [self.rect.x + self.rect.w * n // count for n in range(count + 1)]
        return [
            pygame.Rect(a, self.rect.y, b - a, self.rect.h)
            for a, b in zip(edges, edges[1:], strict=False)
        ]

    def parts(self) -> dict[str, pygame.Rect]:
        """The stages by number."""
        return {str(n): rect for n, rect in enumerate(self.columns())}

    def stream_heights(self, look: Look, room: int) -> list[tuple[int, int]]:
        """Pixels of (onward, exported) per stage; anything above nothing gets at least 2."""
        scale = max(1, room - look.gap(6)) / 100
        return [(_thick(s.onward * scale), _thick(s.exported * scale)) for s in self.stages]

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the headings, then the streams."""
        top = look.px(_TOP)
        room = max(1, self.rect.h - top)
        heights = self.stream_heights(look, room)
        columns = self.columns()
        for number, (stage, column) in enumerate(zip(self.stages, columns, strict=True)):
            self._paint_heading(look, surface, stage, column)
            last = number == len(self.stages) - 1
            self._paint_streams(look, surface, stage, column, column.y + top, heights[number], last)

    def _paint_heading(
        self, look: Look, surface: pygame.Surface, stage: ChainStage, column: pygame.Rect
    ) -> None:
        y, left = column.y + look.px(11), column.x
        side = look.px(16)
        look.icons.draw(surface, stage.icon, (left + side / 2, y), side, look.color("ink_soft"))
        left += side + look.gap(8)
        badge = Badge(stage.multiple, "amber", size=11)
        wide = badge.natural_width(look) if stage.multiple else 0
        room = column.right - look.gap(12) - left - wide - look.gap(8)
        sizes = (x for x in TITLE_SIZES if look.text.width(stage.title, x, "semibold") <= room)
        drawn = look.text.draw(
            surface,
            stage.title,
            (left, y),
            next(sizes, TITLE_SIZES[-1]),
            "semibold",
            look.color("ink"),
            "midleft",
            max_width=max(0, room),
        )
        if wide:
            height = badge.height_for(look, wide)
            badge.place(look, pygame.Rect(drawn.right + look.gap(8), y - height // 2, wide, height))
            badge.paint(look, surface)

    def _paint_streams(
        self,
        look: Look,
        surface: pygame.Surface,
        stage: ChainStage,
        column: pygame.Rect,
        top: int,
        heights: tuple[int, int],
        last: bool,
    ) -> None:
        onward, exported = heights
        tick = look.px(_TICK)
        upper = pygame.Rect(column.x, top, column.w, onward)
        lower = pygame.Rect(
            column.x, top + onward + (look.gap(4) if onward else 0), column.w, exported
        )
        if onward:
            if not last:
                _stream(look, surface, upper, tick, look.color("amber_wash"), fade=False)
            self._paint_owners(look, surface, upper, tick, stage.home_share)
        if exported:
            _stream(look, surface, lower, tick, look.color("slate"), fade=True)
            look.shapes.box(
                surface,
                pygame.Rect(lower.x, lower.y, tick, lower.h),
                look.gap(2),
                look.color("slate"),
            )
        self._paint_texts(look, surface, stage, column, upper, lower)

    def _paint_owners(
        self, look: Look, surface: pygame.Surface, stream: pygame.Rect, tick: int, home: float
    ) -> None:
        own = round(stream.h * max(0.0, min(1.0, home)))
        surface.fill(look.color("amber_soft"), (stream.x, stream.y, tick, stream.h))
        surface.fill(look.color("amber"), (stream.x, stream.y, tick, own))

    def _paint_texts(
        self,
        look: Look,
        surface: pygame.Surface,
        stage: ChainStage,
        column: pygame.Rect,
        upper: pygame.Rect,
        lower: pygame.Rect,
    ) -> None:
        """Labels in their streams; above or below streams too thin to hold them."""
        step = look.text.line_height(14)
        above = upper.y - step // 2 + look.gap(1)
        self._paint_flow(
            look,
            surface,
            (stage.onward, stage.onward_text),
            column,
            upper.centery if upper.h >= step else above,
        )
        self._paint_flow(
            look,
            surface,
            (stage.exported, stage.exported_text),
            column,
            lower.centery if lower.h >= step else lower.bottom + step // 2,
        )

    def _paint_flow(
        self,
        look: Look,
        surface: pygame.Surface,
        flow: tuple[float, str],
        column: pygame.Rect,
        y: int,
    ) -> None:
        share, text = flow
        if not text:
            return
        left = column.x + look.px(_TICK) + look.gap(12)
        drawn = look.text.draw(
            surface, f"{share:g}", (left, y), 15, "bold", look.color("ink"), "midleft"
        )
        left = drawn.right + look.gap(6)
        look.text.draw(
            surface,
            text,
            (left, y),
            12,
            "regular",
            look.color("ink_soft"),
            "midleft",
            max_width=max(0, column.right - look.gap(10) - left),
        )

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """Both flows of the stage below the mouse, in full."""
        for stage, column in zip(self.stages, self.columns(), strict=True):
            if column.collidepoint(pos):
                flows = ((stage.onward, stage.onward_text), (stage.exported, stage.exported_text))
                return "\n".join(
                    [
                        f"{stage.title} {stage.multiple}".strip(),
                        *(f"{share:g} {text}" for share, text in flows if text),
                    ]
                )
        return self.tooltip


def _thick(pixels: float) -> int:
    return 0 if pixels <= 0 else max(2, round(pixels))


def _stream(
    look: Look,
    surface: pygame.Surface,
    rect: pygame.Rect,
    tick: int,
    color: Color,
    *,
    fade: bool,
) -> None:
    """The body of a stream right of its owner tick; exports fade out."""
    body = pygame.Rect(rect.x + tick, rect.y, max(0, rect.w - tick), rect.h)
    if not fade:
        surface.fill(color, body)
        return
    body.w = round(body.w * 0.86)
    if body.w <= 0 or body.h <= 0:
        return
    image = look.shapes.smooth(
        ("fade", color), (body.w, 1), lambda large, factor: _paint_fade(large, color), color
    )
    surface.blit(pygame.transform.scale(image, body.size), body)


def _paint_fade(large: pygame.Surface, color: Color) -> None:
    width = large.get_width()
    for x in range(width):
        large.fill((*color, round(115 * (1 - x / width))), (x, 0, 1, large.get_height()))
