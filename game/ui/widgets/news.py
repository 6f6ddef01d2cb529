"""The navy news line at the bottom, and banners across a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import pygame

from game.ui.look import Look
from game.ui.widget import Widget
from game.ui.widgets.badges import Badge
from game.ui.widgets.boxes import Column
from game.ui.widgets.cards import Callout, NavyBar
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.paragraphs import Paragraph


class NewsLine(Widget):
    """Headlines side by side with dots between; those that do not fit are left out or cut."""

    def __init__(
        self, headlines: Sequence[str], *, size: float = 13, id: str = "news-line", **kwargs: Any
    ) -> None:
        super().__init__(id, **kwargs)
        self.headlines = list(headlines)
        self.size = size

    def content_width(self, look: Look) -> int:
        """All headlines."""
        total = sum(look.text.width(h, self.size, "medium") for h in self.headlines)
        return total + look.gap(46) * max(0, len(self.headlines) - 1)

    def content_least_width(self, look: Look) -> int:
        """Some words."""
        return min(self.content_width(look), look.px(160))

    def content_height(self, look: Look, width: int) -> int:
        """One line."""
        return look.text.line_height(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw from left to right until the room is used up."""
        x, y = self.rect.x, self.rect.centery
        for number, headline in enumerate(self.headlines):
            room = self.rect.right - x
            if number:
                if room < look.px(140):
                    return
                look.shapes.disc(
                    surface, (x + look.gap(23), y), look.px(4), look.color("on_navy_soft")
                )
                x += look.gap(46)
                room = self.rect.right - x
            drawn = look.text.draw(
                surface,
                headline,
                (x, y),
                self.size,
                "medium",
                look.color("on_navy"),
                "midleft",
                max_width=max(0, room),
            )
            x = drawn.right

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """All headlines."""
        return self.tooltip or "\n".join(self.headlines)


def news_bar(badge: str, headlines: Sequence[str], note: str = "", *, id: str = "news") -> NavyBar:
    """The bar at the bottom: an amber badge, headlines, and a note at the right."""
    children: list[Widget] = [
        Badge(badge, "news", square=True, size=13),
        NewsLine(headlines, stretch=1),
    ]
    if note:
        children.append(Label(note, 12, tone="on_navy_soft", rigid=True))
    return NavyBar(id, children, height=42, gap=16)


def callout(
    text: str,
    *,
    icon: str = "lightbulb",
    tone: Literal["blue", "amber", "bad", "good"] = "blue",
    title: str = "",
    id: str = "",
    size: float = 13,
    **kwargs: Any,
) -> Callout:
    """A tinted box with an icon, an optional small title and wrapped text."""
    ground = f"{tone}_tint"
    ink = {"blue": "blue", "amber": "amber_ink", "bad": "bad", "good": "good"}[tone]
    body: list[Widget] = [Paragraph(title, size, "semibold", ink)] if title else []
    body.append(Paragraph(text, size, tone="ink"))
    return Callout(
        id, [Icon(icon, 18, ink), Column(children=body, gap=2, stretch=1)], tone=ground, **kwargs
    )
