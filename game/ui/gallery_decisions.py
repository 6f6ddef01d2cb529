"""Gallery page of decisions, forecasts and advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.widget import Widget
from game.ui.widgets.badges import Badge, BadgeTone
from game.ui.widgets.boxes import Column, Divider, Grid, Row, Spacer
from game.ui.widgets.cards import Card, SelectCard
from game.ui.widgets.forecast import LegendMark, RangeBar, RangeMarks
from game.ui.widgets.labels import Caption, Delta, Flag, Label
from game.ui.widgets.meters import Dots, Segments, SignalBars
from game.ui.widgets.news import callout
from game.ui.widgets.sliders import Slider

if TYPE_CHECKING:
    from game.ui.gallery import Gallery


def decisions_page(scene: Gallery) -> Widget:
    """Decision cards, forecast, callouts."""
    cards: list[Widget] = [
        _decision(
            scene,
            "levy",
            "Raise the ore export levy",
            "Makes raw ore dearer abroad. Now 10 %.",
            "1 point",
            True,
        ),
        _decision(
            scene,
            "ban",
            "Ban raw ore exports",
            "Two turns of notice; buyers may go to the WTO.",
            "2 points",
            False,
        ),
        _decision(
            scene,
            "share",
            "Require 30 % home processing",
            "Exporters must refine a share before shipping.",
            "1 point",
            False,
            False,
        ),
    ]
    head = Row(
        gap=12,
        across="center",
        children=[
            Label("Decisions", 20, "semibold"),
            Spacer(),
            Label("Political capital", 12, tone="muted"),
            Dots(2, 4),
        ],
    )
    return Row(
        gap=16,
        even=True,
        children=[
            Column(stretch=1, gap=12, children=[head, *cards]),
            Column(stretch=1, gap=16, children=[_forecast(), _partners(), _advice_boxes()]),
        ],
    )


def _decision(
    scene: Gallery, key: str, title: str, text: str, cost: str, chosen: bool, enabled: bool = True
) -> SelectCard:
    effects = (
        ("Revenue", "+95", 1),
        ("Jobs", "−4 k", -1),
        ("Trust", "0", 0),
        ("Environ.", "+1", 1),
        ("Autonomy", "+3", 1),
    )
    rows: list[Widget] = [
        Row(
            across="center",
            children=[
                Label(title, 15, "semibold", stretch=1),
                Badge(cost, "blue" if chosen else "grey"),
            ],
        ),
        Label(text, 13, tone="ink_soft"),
    ]
    if chosen:
        rows.append(
            Row(
                gap=16,
                across="center",
                children=[
                    Slider(f"{key}-slider", 12, 6, now=2, stretch=1),
                    Label("25 %", 18, "semibold", "blue", rigid=True),
                ],
            )
        )
    cells = [
        Column(gap=0, children=[Label(n, 12, tone="muted"), Delta(v, d)]) for n, v, d in effects
    ]
    rows += [Divider(), Grid(columns=5, children=cells)]
    return SelectCard(
        f"card-{key}", rows, lambda: scene.say(key), selected=chosen, enabled=enabled, gap=6
    )


def _forecast() -> Card:
    legend = Row(
        gap=8,
        across="center",
        children=[
            Label("If you end the turn now", 15, "semibold", stretch=1),
            Label("now", 12, tone="muted"),
            LegendMark("now"),
            LegendMark("band"),
            Label("adviser's range", 12, tone="muted"),
        ],
    )
    rows: list[Widget] = [legend]
    data = (
        ("Revenue", (15, 120), 60, "+15 to +120"),
        ("Jobs", (-90, 20), -40, "−9 k to +2 k"),
        ("Trust", (-4, 30), 8, "−4 to +3"),
    )
    for name, band, dot, text in data:
        marks = RangeMarks(-150, 180, band, 0, dot)
        rows.append(
            Row(
                gap=12,
                across="center",
                children=[
                    Label(name, 13, width=90),
                    RangeBar(marks, stretch=1),
                    Label(text, 12, "semibold", width=104, text_align="right"),
                ],
            )
        )
    return Card("forecast", rows)


def _partners() -> Card:
    rows: list[Widget] = [Label("How partners reacted", 18, "semibold")]
    data = (
        ("jp", "Japan", "Training for 300 technicians", "Accepted", 4),
        ("cn", "China", "Plant, if offtake is 60 % for ten years", "Countered", 3),
    )
    for code, name, text, answer, mood in data:
        tone: BadgeTone = "good" if answer == "Accepted" else "amber"
        rows += [
            Divider(),
            Row(
                gap=14,
                across="center",
                children=[
                    Flag(code, 34),
                    Column(
                        stretch=1,
                        gap=0,
                        children=[
                            Row(
                                gap=8,
                                across="center",
                                children=[
                                    Label(name, 14, "semibold"),
                                    Badge(answer, tone, size=11),
                                ],
                            ),
                            Label(text, 13, tone="ink_soft"),
                        ],
                    ),
                    Segments(mood, 5, tone="good" if mood > 3 else "slate"),
                ],
            ),
        ]
    return Card("partners", rows)


def _advice_boxes() -> Column:
    sure = Row(
        gap=6, across="center", children=[SignalBars(2), Label("fairly sure", 12, tone="muted")]
    )
    return Column(
        gap=8,
        children=[
            Caption("Next turn"),
            callout(
                "Korea offtake, 12 kt; renew by turn 13",
                title="Contract ends",
                tone="amber",
                icon="calendar",
            ),
            callout(
                "answer due; silence counts as refusal", title="WTO consultation", icon="scale"
            ),
            callout(
                "at Morowali; new store takes two turns",
                title="Tailings dam 71 % full",
                tone="bad",
                icon="triangle-alert",
            ),
            sure,
        ],
    )
