"""Pieces that several steps of the debrief share: charts, cards of text, waiting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.ui.models.debrief_choices import WHY
from game.ui.models.debrief_views import ChartData, PointView
from game.ui.scenes import frame
from game.ui.widget import Widget
from game.ui.widgets.badges import NumberDisc
from game.ui.widgets.boxes import Column, Grid, Row
from game.ui.widgets.cards import Card, SelectCard
from game.ui.widgets.chart import ChartMarker, LineChart, Series
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.paragraphs import Paragraph, RichText

if TYPE_CHECKING:
    from game.ui.scenes.debrief import DebriefScene

TWO_COLUMNS_FROM = 1180


def is_one_column(scene: DebriefScene) -> bool:
    """Whether the window is too narrow for two columns."""
    return frame.nominal_size(scene)[0] < TWO_COLUMNS_FROM


def two_columns(scene: DebriefScene, left: Widget, right: Widget, *, share: int = 2) -> Widget:
    """Two columns, the left one ``share`` times as wide; below one another in narrow windows."""
    if is_one_column(scene):
        return Column(gap=16, children=[left, right])
    left.stretch, right.stretch = share, 1
    left.align = right.align = "start"
    return Row(gap=16, even=True, across="start", children=[left, right])


def chart_widget(
    id: str,
    data: ChartData,
    *,
    dotted_tone: tuple[str, str] = ("slate", "ink_soft"),
    markers: Sequence[ChartMarker] = (),
    on_marker: Callable[[int], None] | None = None,
    height: float = 300,
) -> LineChart:
    """A line chart of two ways, the second one dashed."""
    series = [
        Series(name, tuple(float(v) for v in values), last)
        if place == 0
        else Series(name, tuple(float(v) for v in values), last, *dotted_tone, dashed=True)
        for place, (name, values, last) in enumerate(data.lines)
    ]
    return LineChart(
        id,
        series,
        data.dates,
        y_ticks=[(float(value), text) for value, text in data.ticks],
        markers=markers,
        on_marker=on_marker,
        height=height,
    )


def heading(title: str, caption: str = "") -> Widget:
    """A card's heading with a caption below."""
    parts: list[Widget] = [Label(title, 18, "semibold")]
    if caption:
        parts.append(Paragraph(caption, 13, tone="muted"))
    return Column(gap=2, children=parts)


def text_card(
    scene: DebriefScene, id: str, title: str, texts: Sequence[str], *, caption: str = ""
) -> Card:
    """A card of paragraphs whose citations open their sources."""
    rows: list[Widget] = [heading(title, caption)]
    rows += [
        RichText(f"{id}-{number}", text, 14, on_link=scene.open_source)
        for number, text in enumerate(texts)
    ]
    return Card(id, rows, gap=10)


def listed_card(
    scene: DebriefScene, id: str, title: str, rows: Sequence[tuple[str, str]], *, caption: str = ""
) -> Card:
    """A card of texts, each below a small heading of its own; an empty heading is left out."""
    parts: list[Widget] = [heading(title, caption)]
    for number, (head, text) in enumerate(rows):
        words: list[Widget] = [Label(head, 14, "semibold")] if head else []
        words.append(RichText(f"{id}-{number}", text, 14, on_link=scene.open_source))
        parts.append(Column(gap=2, children=words))
    return Card(id, parts, gap=12)


def waiting_card(scene: DebriefScene, title: str) -> Card:
    """A card that stands in for what is still being worked out."""
    row = Row(
        gap=10,
        across="center",
        children=[
            Icon("hourglass", 18, "muted"),
            Label(scene.say("Your game is being re-run. This takes a few seconds."), 14,
                  tone="muted"),
        ],
    )  # fmt: skip
    return Card("waiting", [heading(title), row], gap=12)


def points_row(scene: DebriefScene, points: tuple[PointView, ...]) -> Widget:
    """The turning points side by side; the one that is open among the reasons is framed."""
    reading = scene.model.choices.step == WHY
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
                selected=reading and point.number == scene.model.choices.point,
                padding=(10, 8),
            )
        )  # fmt: skip
    wide = frame.nominal_size(scene)[0] >= 1000
    return Grid(columns=len(cells) if wide else min(3, len(cells)), gap=8, children=cells)
