"""The forecast beside the decisions: what each outcome may come to if the turn ends now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.text.catalogue import mark
from game.ui.models.turn_forecast import ForecastRow
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.forecast import LegendMark, RangeBar, RangeMarks
from game.ui.widgets.labels import Icon, Label

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene


def forecast_heading(scene: TurnScene) -> list[Widget]:
    """What the marks of the forecast mean."""
    say = scene.words.say
    legend = [
        LegendMark("now"),
        Label(say(mark("last turn")), 11, tone="muted", rigid=True),
        LegendMark("band"),
        Label(say(mark("range")), 11, tone="muted", rigid=True),
    ]
    title = Label(say(mark("If you end the turn now")), 14, "semibold", stretch=1)
    return [Row(gap=6, across="center", children=[title, *legend])]


def forecast_rows(scene: TurnScene, tall: bool = False) -> list[Widget]:
    """The six outcomes: what they may come to."""
    return [forecast_row(row, tall) for row in scene.model.forecast()]


def range_marks(row: ForecastRow) -> RangeMarks:
    """The marks of a forecast row."""
    band = (float(row.band[0]), float(row.band[1]))
    now = None if row.now is None else float(row.now)
    return RangeMarks(row.low, row.high, band, now, row.mid)


def forecast_row(row: ForecastRow, tall: bool = False) -> Widget:
    """One outcome: name, range bar, range in words; `tall` puts the bar below the words."""
    bar = RangeBar(range_marks(row), stretch=1, tooltip=f"{row.name}: {row.text}")
    if tall:
        words = Row(
            children=[
                Icon(row.icon, 14, "muted"),
                Label(row.name, 13, stretch=1),
                Label(row.text, 13, "semibold", rigid=True),
            ],
            gap=6,
            across="center",
        )
        return Column(children=[words, bar], gap=2)
    return Row(
        gap=10,
        across="center",
        children=[
            Label(row.short, 12, tone="ink_soft", width=62),
            bar,
            Label(row.text, 11, "semibold", width=138, text_align="right"),
        ],
    )
