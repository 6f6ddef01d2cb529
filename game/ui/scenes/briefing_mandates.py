"""A mandate as a radio card: name, line, and the weight of each outcome."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui.look import Look
from game.ui.models.briefing import MandateView, WeightView
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.cards import SelectCard
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.meters import MeterBar


class RadioRing(Widget):
    """The ring of a radio card, with a dot when chosen."""

    def __init__(self, chosen: bool) -> None:
        super().__init__("", align="start")
        self.chosen = chosen

    def content_width(self, look: Look) -> int:
        """The ring."""
        return look.px(20)

    def content_height(self, look: Look, width: int) -> int:
        """The ring."""
        return look.px(20)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw ring and dot."""
        side, center = look.px(20), self.rect.center
        tone = look.color("blue" if self.chosen else "slate")
        look.shapes.disc(surface, center, side, look.color("surface"), tone, max(2, look.gap(2)))
        if self.chosen:
            look.shapes.disc(surface, center, side // 2, tone)


def mandate_card(
    mandate: MandateView,
    chosen: bool,
    on_choose: Callable[[], None],
    *,
    with_icons: bool = True,
    compact: bool = False,
) -> SelectCard:
    """The card `mandate-<id>`; in narrow columns without icons, in low windows with less air."""
    texts: list[Widget] = [Label(mandate.name, 15, "semibold")]
    if mandate.line:
        texts.append(Label(mandate.line, 13, tone="ink_soft"))
    tone, ground = ("blue", "blue_tint") if chosen else ("ink_soft", "page")
    head = Row(
        gap=12,
        children=[
            RadioRing(chosen),
            Column(gap=1, stretch=1, children=texts),
            Icon(mandate.icon, 18, tone, ground=ground, align="start"),
        ],
    )
    weights = Row(
        gap=8, even=True, children=[_weight(each, chosen, with_icons) for each in mandate.weights]
    )
    return SelectCard(
        f"mandate-{mandate.id}", [head, weights], on_choose, selected=chosen,
        gap=4 if compact else 8, padding=(18, 8 if compact else 12), shadow=True,
        tooltip=mandate.summary,
    )  # fmt: skip


def _weight(weight: WeightView, chosen: bool, with_icons: bool) -> Column:
    strong = weight.strong
    bar = MeterBar(weight.share_of_largest, tone="blue" if chosen else "slate", thickness=5)
    name = Row(
        gap=4,
        across="center",
        children=[
            Icon(weight.icon, 12, "ink" if strong else "muted", visible=with_icons),
            Label(weight.short, 12, tone="ink" if strong else "muted", stretch=1),
        ],
    )
    return Column(
        gap=3,
        stretch=1,
        tooltip=weight.name,
        children=[
            Label(
                str(weight.weight),
                15,
                "bold" if strong else "medium",
                "ink" if strong else "muted",
                tabular=True,
            ),  # fmt: skip
            bar,
            name,
        ],
    )
