"""First step of the debrief: one click for a feeling and one for the biggest surprise."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.ui.scenes import frame
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Grid, Row
from game.ui.widgets.cards import Card, SelectCard
from game.ui.widgets.choices import RadioCard
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.paragraphs import Paragraph

if TYPE_CHECKING:
    from game.ui.scenes.debrief import DebriefScene

CARD_WIDTH = 1120


def feel_step(scene: DebriefScene) -> Widget:
    """Ask for a feeling and a surprise before any figure is shown."""
    intro = Paragraph(
        scene.say(
            "Before you look at figures: two clicks about your own game. Nobody grades them."
        ),
        14,
        tone="muted",
    )
    card = Card(
        "feel",
        [
            Label(scene.say("How do you feel about your game?"), 20, "semibold"),
            intro,
            _feelings(scene),
            Label(scene.say("What surprised you most?"), 18, "semibold"),
            _surprises(scene),
        ],
        gap=16,
        padding=(32, 24),
    )
    if frame.nominal_size(scene)[0] >= CARD_WIDTH + 100:
        card.fixed_width, card.align = CARD_WIDTH, "center"
    return Column(children=[card])


def _feelings(scene: DebriefScene) -> Widget:
    choices = scene.model.choices

    def pick(key: str) -> None:
        choices.feeling = key
        scene.rebuild()

    cards: list[Widget] = []
    for key, text, icon in scene.model.feelings():
        chosen = choices.feeling == key
        words = Paragraph(text, 15, "semibold" if chosen else "medium", "ink", stretch=1)
        row = Row(
            gap=12,
            across="center",
            children=[Icon(icon, 22, "blue" if chosen else "ink_soft"), words],
        )
        cards.append(SelectCard(f"feeling-{key}", [row], partial(pick, key), selected=chosen))
    wide = frame.nominal_size(scene)[0] >= 1180
    columns = len(cards) if wide and len(cards) <= 5 else 3
    return Grid(columns=columns, gap=12, children=cards)


def _surprises(scene: DebriefScene) -> Widget:
    choices = scene.model.choices

    def pick(key: str) -> None:
        choices.surprise = key
        scene.rebuild()

    cards = [
        RadioCard(f"surprise-{key}", text, partial(pick, key), selected=choices.surprise == key)
        for key, text in scene.model.surprises()
    ]
    columns = 3 if frame.nominal_size(scene)[0] >= 1000 else 2
    return Grid(columns=columns, gap=12, children=cards)
