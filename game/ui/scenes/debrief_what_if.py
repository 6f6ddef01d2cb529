"""Fifth step of the debrief: other luck, and other weights."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.debrief.debrief import HISTORY_DONE, LUCK_DONE
from game.debrief.luck import LuckMeter
from game.debrief.reweigh import MINE, MOST_WEIGHT, WEIGHT_STEP
from game.engine.definitions.level import OUTCOMES
from game.ui.models.debrief_views import RankRow
from game.ui.scenes.debrief_parts import heading, two_columns, waiting_card
from game.ui.widget import Widget
from game.ui.widgets.badges import Flow
from game.ui.widgets.boxes import Column, Divider, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Card
from game.ui.widgets.forecast import RangeBar, RangeMarks
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.meters import MeterBar
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.sliders import Slider

if TYPE_CHECKING:
    from game.ui.scenes.debrief import DebriefScene

RANKED = "ranked"


def what_if_step(scene: DebriefScene) -> Widget:
    """Weights with the ranking that follows from them, and the luck meter."""
    left = Column(gap=16, children=[_weights_card(scene)])
    right = Column(gap=16, children=[_ranking_card(scene), _luck_card(scene)])
    return two_columns(scene, left, right, share=1)


# ---- other weights


def _weights_card(scene: DebriefScene) -> Widget:
    caption = scene.say("Move a slider: how much should each outcome count?")
    rows: list[Widget] = [heading(scene.say("What if other things counted?"), caption)]
    rows.append(_presets(scene))
    for place, name in enumerate(OUTCOMES):
        rows += [Divider(tone="line_soft"), _weight_row(scene, place, name)]
    return Card("weights", rows, gap=8)


def _presets(scene: DebriefScene) -> Widget:
    model = scene.model

    def take(weights: tuple[int, ...]) -> None:
        model.choices.weights = list(weights)
        scene.rebuild()

    buttons: list[Widget] = [
        Button(
            f"goal-{mandate.id}",
            model.words.names.name("mandate", mandate.id),
            partial(take, mandate.weights),
            compact=True,
            size=13,
        )
        for mandate in model.match.level.mandates
    ]
    return Flow("goals", buttons, gap=8)


def _weight_row(scene: DebriefScene, place: int, name: str) -> Widget:
    model = scene.model
    words, weight = model.words.outcome(name), model.choices.weights[place]
    figure = Label(str(weight), 15, "semibold", width=32, text_align="right", tabular=True)

    def move(step: int) -> None:
        model.choices.weights[place] = step * WEIGHT_STEP
        figure.set_text(str(step * WEIGHT_STEP))
        _refresh_ranking(scene)

    steps = MOST_WEIGHT // WEIGHT_STEP + 1
    own = model.match.mandate.weights[place]
    slider = Slider(
        f"weight-{name}", steps, weight // WEIGHT_STEP, move, now=own // WEIGHT_STEP, stretch=3
    )
    name_cell = Row(
        gap=12,
        across="center",
        stretch=2,
        children=[Icon(words.icon, 18, "ink_soft"), Label(words.name, 14, "medium", stretch=1)],
    )
    return Row(gap=12, across="center", even=True, children=[name_cell, slider, figure])


def _ranking_card(scene: DebriefScene) -> Widget:
    title = scene.say("The ranking under these weights")
    if not scene.model.has(HISTORY_DONE):
        return waiting_card(scene, title)
    caption = scene.say("0 to 100 points, with the same luck and the same neighbours.")
    rows: list[Widget] = [heading(title, caption)]
    ranked: list[Widget] = [_rank_row(row) for row in scene.model.ranking()]
    rows.append(Column(RANKED, ranked, gap=10))
    return Card("ranking", rows, gap=10)


def _refresh_ranking(scene: DebriefScene) -> None:
    """Show the ranking anew while a slider is held: building the whole screen would let it go."""
    column = scene.root.find(RANKED)
    if column is not None:
        column.clear()
        for row in scene.model.ranking():
            column.add(_rank_row(row))


def _rank_row(row: RankRow) -> Widget:
    mine = row.who == MINE
    return Row(
        gap=12,
        across="center",
        children=[
            Label(f"{row.rank}.", 14, "semibold", "muted", width=24),
            Label(row.name, 14, "semibold" if mine else "medium", width=120),
            MeterBar(
                row.total / 10_000, tone="amber" if mine else "slate", thickness=12, stretch=1
            ),
            Label(row.text, 15, "semibold", width=44, text_align="right", tabular=True),
        ],
    )


# ---- other luck


def _luck_card(scene: DebriefScene) -> Widget:
    title = scene.say("What if your luck had been another?")
    meter = scene.model.debrief.luck
    if not scene.model.has(LUCK_DONE) or meter is None:
        return waiting_card(scene, title)
    points = scene.model.words.numbers.points
    marks = _luck_marks(meter)
    ends = Row(
        children=[
            Label(points(round(marks.low)), 12, tone="muted", stretch=1),
            Label(points(round(marks.high)), 12, tone="muted", text_align="right"),
        ]
    )
    rows: list[Widget] = [
        heading(title, scene.say("Your score, and the same orders with other luck")),
        RangeBar(marks),
        ends,
        Paragraph(scene.model.luck_sentence(), 14),
        Paragraph(
            scene.say("Band: eight in ten games with other luck. Tick: their mean. Dot: yours."),
            12,
            tone="muted",
        ),
    ]
    return Card("luck", rows, gap=8)


def _luck_marks(meter: LuckMeter) -> RangeMarks:
    """The axis leaves some room at both ends, so that a narrow band does not fill it."""
    low = min(meter.scores[0], meter.actual)
    high = max(meter.scores[-1], meter.actual)
    room = max(100, (high - low) // 2)
    return RangeMarks(
        max(0, low - room),
        min(10_000, high + room),
        band=(meter.low, meter.high),
        now=meter.plan,
        dot=meter.actual,
        dot_tone="amber_line",
    )
