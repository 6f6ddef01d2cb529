"""Second step of the debrief: the path beside history, and what was predicted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.debrief import HISTORY_DONE
from game.ui.models.debrief_views import PredictionView
from game.ui.scenes import frame
from game.ui.scenes.debrief_parts import (
    chart_widget,
    heading,
    points_row,
    two_columns,
    waiting_card,
)
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Divider, Row
from game.ui.widgets.cards import Card
from game.ui.widgets.chart import ChartMarker
from game.ui.widgets.dropdown import Dropdown
from game.ui.widgets.labels import Delta, Icon, Label
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.tabs import Option

if TYPE_CHECKING:
    from game.ui.scenes.debrief import DebriefScene


def happened_step(scene: DebriefScene) -> Widget:
    """The chart with turning points; at its side predictions and the six outcomes."""
    if not scene.model.has(HISTORY_DONE):
        return waiting_card(scene, scene.say("What happened"))
    left = Column(gap=16, children=[_chart_card(scene)])
    right = Column(gap=16, children=[_outcomes_card(scene), *_aims(scene), *_predictions(scene)])
    return two_columns(scene, left, right)


def _chart_card(scene: DebriefScene) -> Widget:
    model = scene.model
    data, points = model.chart(), model.points()
    options = [Option(key, name) for key, name in model.figures()]
    top = Row(
        gap=16,
        across="start",
        children=[
            Column(children=[heading(data.title, data.caption)], stretch=1),
            Dropdown("figure", options, model.choices.figure, scene.show_figure, size=13),
        ],
    )
    markers = [ChartMarker(x.number, x.turn, f"{x.date} {x.name}") for x in points]
    height = 250 if frame.is_short(scene) else 330
    chart = chart_widget(
        "path-chart", data, markers=markers, on_marker=scene.show_point, height=height
    )
    rows: list[Widget] = [top, chart]
    if points:
        rows += [
            Divider(),
            Label(scene.say("Your turning points"), 14, "semibold"),
            points_row(scene, points),
        ]
    return Card("path", rows, gap=12)


def _outcomes_card(scene: DebriefScene) -> Widget:
    rows: list[Widget] = [heading(scene.say("The six outcomes"), scene.say("In the last turn"))]
    for tile in scene.model.tiles():
        rows += [
            Divider(tone="line_soft"),
            Row(
                gap=10,
                across="center",
                children=[
                    Icon(tile.icon, 18, "ink_soft"),
                    Paragraph(tile.name, 14, "medium", "ink", max_lines=2, stretch=1),
                    Column(
                        gap=0,
                        children=[
                            Label(tile.value, 15, "semibold", text_align="right", rigid=True),
                            Label(tile.note, 11, tone="muted", text_align="right", rigid=True),
                        ],
                    ),
                    Delta(tile.change, tile.direction, 13, width=100),
                ],
            ),
        ]
    return Card("outcomes", rows, gap=8)


def _aims(scene: DebriefScene) -> list[Widget]:
    """What the goal hoped to see at the end; told beside the outcomes, never as a score."""
    found = scene.model.aims()
    if not found:
        return []
    rows: list[Widget] = [heading(scene.say("What your goal hoped to see"))]
    for line, met in found:
        said = scene.say("It came about.") if met else scene.say("It did not come about.")
        texts = [Paragraph(line, 14, "medium", "ink"), Paragraph(said, 13, tone="muted")]
        icon = Icon("circle-check" if met else "circle-x", 18, "blue" if met else "slate")
        rows += [
            Divider(tone="line_soft"),
            Row(gap=10, across="start", children=[icon, Column(gap=2, stretch=1, children=texts)]),
        ]
    return [Card("aims", rows, gap=8)]


def _predictions(scene: DebriefScene) -> list[Widget]:
    found = scene.model.predictions()
    if not found:
        return []
    rows: list[Widget] = [heading(scene.say("What you predicted"))]
    for item in found:
        rows += [Divider(tone="line_soft"), _prediction(item)]
    return [Card("predictions", rows, gap=10)]


def _prediction(item: PredictionView) -> Widget:
    right = item.direction_right
    mark = Icon("circle-check" if right else "circle-x", 18, "good" if right else "bad")
    return Row(
        gap=10,
        across="start",
        children=[
            mark,
            Column(
                gap=3,
                stretch=1,
                children=[
                    Paragraph(item.question, 14, "semibold", "ink"),
                    Paragraph(item.told, 14),
                    Paragraph(f"“{item.reason}”", 13, tone="muted"),
                    Paragraph(item.figures, 13, tone="ink_soft"),
                ],
            ),
        ],
    )
