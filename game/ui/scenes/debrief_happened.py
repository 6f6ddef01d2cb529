"""Second step of the debrief: the path beside history, and what was predicted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.debrief.debrief import HISTORY_DONE
from game.ui.models.debrief_views import PointView, PredictionView
from game.ui.scenes import frame
from game.ui.scenes.debrief_parts import chart_widget, heading, two_columns, waiting_card
from game.ui.widget import Widget
from game.ui.widgets.badges import NumberDisc
from game.ui.widgets.boxes import Column, Divider, Grid, Row
from game.ui.widgets.cards import Card, SelectCard
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
    right = Column(gap=16, children=[_outcomes_card(scene), *_predictions(scene)])
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
            _points_row(scene, points),
        ]
    return Card("path", rows, gap=12)


def _points_row(scene: DebriefScene, points: tuple[PointView, ...]) -> Widget:
    cells: list[Widget] = []
    for point in points:
        text = Column(
            gap=0,
            stretch=1,
            children=[
                Label(point.date, 12, tone="muted"),
                Paragraph(point.name, 13, "semibold", "ink", max_lines=2),
            ],
        )
        row = Row(gap=10, across="start", children=[NumberDisc(point.number), text])
        cells.append(
            SelectCard(
                f"point-{point.number}", [row], partial(scene.show_point, point.number),
                padding=(10, 8),
            )
        )  # fmt: skip
    wide = frame.nominal_size(scene)[0] >= 1000
    return Grid(columns=len(cells) if wide else min(3, len(cells)), gap=8, children=cells)


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
                    Label(tile.name, 14, "medium", stretch=1),
                    Column(
                        gap=0,
                        children=[
                            Label(tile.value, 15, "semibold", text_align="right", rigid=True),
                            Label(tile.note, 12, tone="muted", text_align="right", rigid=True),
                        ],
                    ),
                    Delta(tile.change, tile.direction, 13, width=104),
                ],
            ),
        ]
    return Card("outcomes", rows, gap=8)


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
