"""Gallery pages of charts and explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.widget import Widget
from game.ui.widgets.badges import Badge, NumberDisc
from game.ui.widgets.bars import ShareBar, SignedBar
from game.ui.widgets.boxes import Column, Divider, Row, Spacer
from game.ui.widgets.cards import Card
from game.ui.widgets.chain import ChainStage, ChainStrip
from game.ui.widgets.chart import ChartMarker, LineChart, Note, Series
from game.ui.widgets.forecast import LegendMark, RangeBar, RangeMarks
from game.ui.widgets.labels import Label
from game.ui.widgets.meters import MeterBar, Sparkline
from game.ui.widgets.whytree import WhyRow, WhyTree

if TYPE_CHECKING:
    from game.ui.gallery import Gallery

_WHY = (
    WhyRow(
        "levy",
        "You raised the ore levy to 25 %",
        "Each tonne exported pays more.",
        95,
        "+95",
        "landmark",
        decision=True,
    ),
    WhyRow(
        "ore",
        "Ore shipments fell by 18 %",
        "Buyers ship less ore, so less levy is paid.",
        -62,
        "−62",
        "ship",
    ),
    WhyRow(
        "stocks",
        "Buyers used their port stocks",
        "Stocks built before the levy replace ore.",
        -40,
        "−40",
        "warehouse",
        1,
    ),
    WhyRow(
        "steel",
        "Stainless-steel demand slowed",
        "Fewer melts need less nickel.",
        -22,
        "−22",
        "trending-down",
        1,
    ),
    WhyRow(
        "holiday",
        "You kept the 2016 tax holiday",
        "New plants pay no profit tax.",
        -48,
        "−48",
        "landmark",
        decision=True,
    ),
    WhyRow(
        "price",
        "Nickel price fell by 6 %",
        "The royalty follows the price received.",
        -25,
        "−25",
        "trending-down",
    ),
)

_STAGES = (
    ChainStage("Ore", "mountain", "value ×1", 62, "refined at home", 38, "exported as ore", 0.55),
    ChainStage(
        "Refined metal",
        "flame",
        "value ×4",
        11,
        "become components",
        51,
        "exported, 44 to China",
        0.3,
    ),
    ChainStage(
        "Components", "battery-charging", "value ×9", 3, "become products", 8, "exported", 0.4
    ),
    ChainStage("EVs and batteries", "car", "value ×22", 3, "finish at home", 0, "", 0.5),
)


def report_page(scene: Gallery) -> Widget:
    """The why tree and the value chain."""
    head = Row(
        gap=10,
        across="center",
        children=[
            Label("Public revenue", 20, "semibold"),
            Label("−40 m $", 20, "semibold", "bad"),
            Label("650 to 610", 13, tone="muted"),
            Spacer(),
            Badge("Why?", "blue", icon="git-branch"),
        ],
    )
    tree = WhyTree(
        "why",
        _WHY,
        ("Decision or event", "Rule", "Effect, m $"),
        on_row=lambda key: scene.say(f"why {key}"),
    )
    legend = Row(
        gap=8,
        across="center",
        children=[
            Label("Value chain", 18, "semibold"),
            Spacer(),
            Label("Where 100 tonnes of mined nickel go", 12, tone="muted"),
            LegendMark("swatch", "amber"),
            Label("National owners", 12, tone="ink_soft"),
            LegendMark("swatch", "amber_soft"),
            Label("Foreign owners", 12, tone="ink_soft"),
            LegendMark("swatch", "slate"),
            Label("Exported", 12, tone="ink_soft"),
        ],
    )
    return Column(
        gap=16,
        children=[
            Card("why-card", [head, tree]),
            Card("chain-card", [legend, ChainStrip("chain", _STAGES)]),
            Card(
                "small",
                [
                    Row(
                        gap=24,
                        across="center",
                        children=[
                            Sparkline((3, 4, 3.5, 5, 6), stretch=1),
                            MeterBar(0.4, stretch=1),
                            ShareBar(((0.3, "good"), (0.4, "amber"), (0.3, "bad")), stretch=1),
                        ],
                    )
                ],
            ),
        ],
    )


def debrief_page(scene: Gallery) -> Widget:
    """The line chart, contribution bars and what a forecast missed."""
    mine = tuple(
        float(v) for v in (8, 8.5, 9, 10, 10.5, 11, 13, 16, 18, 21, 24, 27, 30, 35, 38, 41, 44)
    )
    past = tuple(
        float(v) for v in (8, 8.2, 8.4, 8.8, 9, 6.5, 7, 9, 10.5, 12.5, 14, 18, 21, 25, 28, 30, 31)
    )
    chart = LineChart(
        "chart",
        [
            Series("Your path", mine, "44 %"),
            Series("History", past, "31 %", "slate", "ink_soft", dashed=True),
        ],
        [str(year) for year in range(2009, 2026)],
        y_ticks=[(0, "0 %"), (10, "10"), (20, "20"), (30, "30"), (40, "40"), (50, "50 %")],
        markers=[
            ChartMarker(1, 1, "Published contracts"),
            ChartMarker(2, 4.5),
            ChartMarker(3, 7),
            ChartMarker(4, 10),
            ChartMarker(5, 13),
        ],
        notes=[Note("2014: history bans ore, mines close", 5)],
        on_marker=lambda number: scene.say(f"marker {number}"),
        height=300,
    )
    return Row(
        gap=16,
        even=True,
        children=[
            Column(
                stretch=2,
                gap=16,
                children=[
                    Card(
                        "chart-card",
                        [
                            Label("Share of nickel value kept at home", 18, "semibold"),
                            Label("Per cent of the value of finished products", 13, tone="muted"),
                            chart,
                        ],
                    ),
                    _contributions(),
                ],
            ),
            Column(stretch=1, gap=16, children=[_missed()]),
        ],
    )


def _contributions() -> Card:
    rows: list[Widget] = [Label("Why it turned out this way", 18, "semibold")]
    data = (
        (2, "Raised ore levy", 7.5, "+7.5"),
        (3, "Second buyer", 4.5, "+4.5"),
        (4, "Capped coal power", -2.0, "−2"),
        (5, "Community fund", 3.0, "+3"),
    )
    for number, name, value, text in data:
        rows += [
            Divider(tone="line_soft"),
            Row(
                gap=12,
                across="center",
                even=True,
                children=[
                    NumberDisc(number),
                    Label(name, 14, "semibold", stretch=1),
                    SignedBar(value, -2, 7.5, text, stretch=2),
                ],
            ),
        ]
    return Card("contributions", rows, gap=0)


def _missed() -> Card:
    rows: list[Widget] = [Label("What your forecast missed", 18, "semibold")]
    data = (
        ("Levy: revenue next year", (30, 78), 70, 42, "you said +95 m $, it was +38 m $"),
        ("Second buyer: autonomy", (35, 62), 47, 56, "you said +6, it was +9"),
    )
    for name, band, now, dot, text in data:
        tone = "good" if band[0] <= dot <= band[1] and dot > now else "bad"
        rows += [
            Row(
                children=[Label(name, 13, "semibold", stretch=1), Label(text, 12, tone="ink_soft")]
            ),
            RangeBar(RangeMarks(0, 100, band, now, dot, dot_tone=tone)),
        ]
    rows.append(Label("Band: range. Tick: your forecast. Dot: what happened.", 12, tone="muted"))
    return Card("missed", rows)
