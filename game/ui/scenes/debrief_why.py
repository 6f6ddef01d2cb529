"""Third step of the debrief: turning points, the game without them, and shares."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.debrief.debrief import FINDINGS_DONE, SHARES_DONE
from game.ui.models.debrief_views import PointView, ShareRow, SharesView
from game.ui.scenes import frame
from game.ui.scenes.debrief_parts import (
    chart_widget,
    heading,
    is_one_column,
    points_row,
    two_columns,
    waiting_card,
)
from game.ui.widget import Widget
from game.ui.widgets.badges import NumberDisc
from game.ui.widgets.bars import SignedBar
from game.ui.widgets.boxes import Box, Column, Divider, Row
from game.ui.widgets.cards import Card, SelectCard
from game.ui.widgets.chart import ChartMarker
from game.ui.widgets.dropdown import Dropdown
from game.ui.widgets.labels import Caption, Icon, Label
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.tabs import Option

if TYPE_CHECKING:
    from game.ui.scenes.debrief import DebriefScene


def why_step(scene: DebriefScene) -> Widget:
    """The turning points with their comparisons, then what each of them earned."""
    title = scene.say("Why it turned out this way")
    if not scene.model.has(FINDINGS_DONE):
        return waiting_card(scene, title)
    point = scene.model.point()
    if point is None:
        text = scene.say("No decision changed an outcome enough to be told.")
        return Card("no-points", [heading(title), Paragraph(text, 14)], gap=8)
    shares = _shares_card(scene)
    if is_one_column(scene):
        reading = [points_row(scene, scene.model.points()), _reading_card(scene, point)]
        return Column(gap=16, children=[*reading, *_policies(scene), shares])
    left = Column(gap=16, children=[_reading_card(scene, point)])
    right = Column(gap=16, children=[_list_card(scene), *_policies(scene)])
    return Column(gap=16, children=[two_columns(scene, left, right), shares])


def _list_card(scene: DebriefScene) -> Widget:
    note = scene.say("Each one is your game re-run with the same luck and without the decision.")
    rows: list[Widget] = [heading(scene.say("Your turning points"), note)]
    chosen = scene.model.point()
    for point in scene.model.points():
        texts = Column(
            gap=1,
            stretch=1,
            children=[
                Label(f"{point.date}  {point.name}", 14, "semibold"),
                Paragraph(point.setting, 13, tone="ink_soft", max_lines=2),
                Label(point.effect, 13, "semibold", "good" if point.direction > 0 else "bad"),
            ],
        )
        row = Row(gap=12, across="start", children=[NumberDisc(point.number), texts])
        picked = chosen is not None and chosen.number == point.number
        open_it = partial(scene.show_point, point.number)
        rows.append(SelectCard(f"why-{point.number}", [row], open_it, selected=picked))
    return Card("turning-points", rows, gap=10)


def _reading_card(scene: DebriefScene, point: PointView) -> Widget:
    name = scene.say("{date}: {what}", date=point.date, what=point.name)
    rows: list[Widget] = [
        Row(
            gap=12,
            across="center",
            children=[
                NumberDisc(point.number, size=28),
                Column(gap=0, stretch=1, children=[heading(name, point.setting)]),
            ],
        )
    ]
    if point.prediction:
        right = point.prediction_right
        rows.append(
            callout(point.prediction, icon="circle-check" if right else "circle-x", tone="blue")
        )
    rows += [_sentence(text) for text in point.sentences]
    if point.remark:
        rows.append(Paragraph(point.remark, 13, tone="muted"))
    rows += [
        Divider(tone="line_soft"),
        Label(point.chart.title, 14, "semibold"),
        Label(point.chart.caption, 12, tone="muted"),
        chart_widget(
            "strip",
            point.chart,
            dotted_tone=("blue", "blue"),
            markers=[ChartMarker(point.number, point.turn)],
            height=190 if frame.is_short(scene) else 220,
        ),
    ]
    luck = point.luck or scene.say("Other luck is still being tried.")
    rows.append(
        Row(
            gap=10,
            across="start",
            children=[Icon("dices", 16, "muted"), Paragraph(luck, 13, tone="muted", stretch=1)],
        )
    )
    return Card("reading", rows, gap=10)


def _sentence(text: str) -> Widget:
    return Row(
        gap=10,
        across="start",
        children=[
            Icon("git-branch", 16, "blue"),
            Paragraph(text, 14, tone="ink", stretch=1),
        ],
    )


def _policies(scene: DebriefScene) -> list[Widget]:
    found = scene.model.policies()
    if not found:
        return []
    caption = scene.say("All orders on one lever taken out of your game together.")
    rows: list[Widget] = [heading(scene.say("Orders that belong together"), caption)]
    return [Card("policies", [*rows, *(_sentence(text) for text in found)], gap=10)]


# ---- shares


def _shares_card(scene: DebriefScene) -> Widget:
    title = scene.say("How much each decision added")
    model = scene.model
    shares = model.shares() if model.has(SHARES_DONE) else None
    if shares is None:
        return waiting_card(scene, title)
    options = [Option(key, name) for key, name in model.shared_outcomes()]

    def pick(key: str) -> None:
        model.choices.shared = key
        scene.rebuild()

    top = Row(
        gap=16,
        across="start",
        children=[
            Column(children=[heading(title, shares.sentence)], stretch=1),
            Dropdown("shared", options, model.choices.shared, pick, size=13),
        ],
    )
    note = scene.say(
        "Holding still means a game without any orders. A fair share is the mean of what a "
        "decision adds when the decisions are taken in every possible order (Shapley's rule)."
    )
    return Card(
        "shares", [top, *_share_rows(scene, shares), Paragraph(note, 12, tone="muted")], gap=6
    )


def _share_rows(scene: DebriefScene, shares: SharesView) -> list[Widget]:
    rows: list[Widget] = [
        _cells(
            Caption(scene.say("Decision"), stretch=3),
            Caption(scene.say("Fair share"), stretch=4),
            Caption(scene.say("Alone"), stretch=1, text_align="right"),
        )
    ]
    for row in shares.rows:
        rows += [Divider(tone="line_soft"), _share_row(shares, row)]
    together = SignedBar(
        shares.together.value, shares.low, shares.high, shares.together.text, part=True, stretch=4
    )
    name = Label(shares.together.name, 14, "medium", "ink_soft", stretch=1)
    caption = scene.say("inside the shares above")
    rows += [
        Divider(),
        _cells(
            Row(gap=10, stretch=3, across="center", children=[Icon("layers", 18, "muted"), name]),
            together,
            Label(caption, 12, tone="muted", stretch=1, text_align="right", tooltip=caption),
        ),
        Divider(),
        _cells(
            Label(scene.say("All together"), 14, "semibold", stretch=3),
            Label(shares.total, 18, "semibold", text_align="center", stretch=4),
            Box(stretch=1),
        ),
    ]
    return rows


def _share_row(shares: SharesView, row: ShareRow) -> Widget:
    disc: Widget = NumberDisc(row.number) if row.number else Icon("list", 18, "muted", width=24)
    name = Label(row.name, 14, "semibold" if row.number else "medium", stretch=1)
    return _cells(
        Row(gap=10, stretch=3, across="center", children=[disc, name]),
        SignedBar(row.value, shares.low, shares.high, row.text, stretch=4),
        Label(row.alone, 13, tone="ink_soft", stretch=1, text_align="right"),
    )


def _cells(*cells: Widget) -> Widget:
    return Row(gap=12, across="center", even=True, children=list(cells))
