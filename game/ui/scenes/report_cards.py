"""The cards of a turn report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.text.catalogue import mark
from game.text.news import NewsItem
from game.ui.look import Look
from game.ui.models.report import MOOD_STEPS, Happened, OtherChange, PartnerLine
from game.ui.scenes.debrief_parts import chart_widget
from game.ui.scenes.report_picture import PressPicture, Scenery
from game.ui.scenes.turn_ask import past_calls
from game.ui.scenes.turn_why import heading, sum_line, why_tree
from game.ui.widget import Widget
from game.ui.widgets.badges import Flow
from game.ui.widgets.boxes import Box, Column, Divider, Row, Spacer
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Card
from game.ui.widgets.forecast import RangeBar, RangeMarks
from game.ui.widgets.labels import Caption, Delta, Flag, Icon, Label
from game.ui.widgets.meters import Segments
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph

if TYPE_CHECKING:
    from game.ui.scenes.report import ReportScene

_WARNING_ICONS = {
    "contract": "calendar",
    "dispute": "scale",
    "offer": "handshake",
    "ban": "anchor",
    "duty": "factory",
    "crisis": "triangle-alert",
}
WAY_HEIGHT = 120
LEAST_WAY = 150
_COLUMNS = {"world": mark("World"), "province": mark("Province"), "trade": mark("Trade")}
_MOODS = ("frown", "meh", "smile")
_MOOD_TONES = ("bad", "ink_soft", "good")


def headline_card(scene: ReportScene) -> Widget:
    """The largest change with its causes, added up."""
    view = scene.model.headline()
    children: list[Widget] = [
        Caption(scene.model.caption()),
        Row(children=heading(view), gap=12, across="center"),
    ]
    if view.rows:
        catalogue = scene.words.catalogue
        children += [
            why_tree(catalogue, view, "headline-why", view.figure != "debt"),
            sum_line(catalogue, view),
        ]
    else:
        text = mark("Nothing moved much this turn.")
        children.append(Paragraph(scene.words.say(text), 14))
    return Card("headline", children, gap=6, padding=(20, 14))


def way_card(scene: ReportScene) -> list[Widget]:
    """The figure of the largest change over all turns, in the room that is left."""
    data = scene.model.way_so_far()
    if data is None:
        return []
    chart = chart_widget("way-chart", data, height=WAY_HEIGHT)
    chart.stretch = 1
    card = Card("way", [_card_title(data.title), chart], gap=6, padding=(20, 12))
    return [IfRoom(card, LEAST_WAY)]


class IfRoom(Box):
    """Takes the room that is left over, and shows what it holds only where that is enough."""

    def __init__(self, child: Widget, least: float) -> None:
        super().__init__("", [child], stretch=1)
        self.child, self.least = child, least

    def content_height(self, look: Look, width: int) -> int:
        """Nothing of its own."""
        return 0

    def content_least_height(self, look: Look, width: int) -> int:
        """Nothing of its own."""
        return 0

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """See whether the room is enough."""
        self.child.visible = rect.h >= look.px(self.least)
        super().place(look, rect)


def others_card(scene: ReportScene) -> Widget:
    """The other changes, ranked; each can be asked why."""
    say = scene.words.say
    rows: list[Widget] = [
        _card_title(say(mark("Other changes")), say(mark("ranked against a usual turn")))
    ]
    for change in scene.model.others():
        rows += [Divider(tone="line_soft"), _other(scene, change)]
        rows[-1].stretch = 1  # in a tall window the rows spread
    return Card("others", rows, gap=3, padding=(20, 12))


def _card_title(title: str, caption: str = "") -> Widget:
    row: list[Widget] = [Label(title, 18, "semibold", stretch=1)]
    if caption:
        row.append(Label(caption, 12, tone="muted"))
    return Row(children=row, gap=10, across="center")


def _other(scene: ReportScene, change: OtherChange) -> Widget:
    figure: Widget = (
        Label(change.text, 14, "semibold", rigid=True)
        if change.first
        else Delta(change.text, change.direction, 14, good=change.good_up)
    )
    texts = Column(
        gap=0,
        stretch=1,
        children=[Label(change.name, 13, "semibold"), Label(change.cause, 12, tone="muted")],
    )
    why = Button(
        f"why-{change.figure}",
        scene.words.say(mark("Why?")),
        lambda: scene.open_why(change.figure),
        kind="ghost",
        size=12,
        icon_right="chevron-right",
    )
    return Row(
        gap=10,
        across="center",
        children=[Icon(change.icon, 15, "ink_soft", ground="line_soft"), texts, figure, why],
    )


def happened_card(scene: ReportScene) -> Widget:
    """The forecast made at the end of the turn, against what came."""
    say = scene.words.say
    rows: list[Widget] = [_card_title(say(mark("Forecast and outcome")))]
    for each in scene.model.happened():
        rows.append(_happened(each))
        rows[-1].stretch = 1  # in a tall window the rows spread
    if scene.model.happened():
        legend = mark("Band: forecast. Tick: before. Dot: what happened.")
        rows.append(Paragraph(say(legend), 12, tone="muted"))
    else:
        text = mark("No forecast was made for this turn.")
        rows.append(Paragraph(say(text), 13))
    if calls := scene.model.calls_due():
        rows.append(past_calls(scene.words, calls))
    return Card("happened", rows, gap=6, padding=(20, 14))


def _happened(each: Happened) -> Widget:
    icon, tone = ("check", "good") if each.inside else ("x", "bad")
    words = Row(
        gap=6,
        across="center",
        children=[
            Label(each.name, 12, "semibold", stretch=1),
            Label(each.text, 12, tone="ink_soft"),
            Icon(icon, 14, tone),
        ],
    )
    marks = RangeMarks(
        each.low,
        each.high,
        (float(each.band[0]), float(each.band[1])),
        None if each.now is None else float(each.now),
        float(each.came),
        dot_tone=tone,
    )
    return Column(children=[words, RangeBar(marks, tooltip=each.text)], gap=0)


def next_card(scene: ReportScene, wide: bool = False) -> Widget:
    """What to watch next turn, and orders that came back; `wide` sets warnings side by side."""
    say = scene.words.say
    boxes: list[Widget] = [
        callout(
            warning.line,
            title=warning.title,
            icon=_WARNING_ICONS.get(warning.kind, "info"),
            tone="bad" if warning.kind == "crisis" else "amber",
            size=12,
        )
        for warning in scene.model.warnings()
    ]
    title = mark("The last turn is over") if scene.match.over else mark("Next turn")
    rows: list[Widget] = [_card_title(say(title))]
    if boxes:
        for box in boxes:
            box.stretch = 1 if wide else 0
        rows.append(Row(children=boxes, gap=10, even=True) if wide else Column(children=boxes))
    else:
        calm = mark("No dates fall due. The next turn is yours to shape.")
        last = mark(
            "The debrief tells which decision moved what, and sets your path beside history."
        )
        rows.append(Paragraph(say(last if scene.match.over else calm), 13))
    rows += [
        callout(text, title=say(mark("An order came back")), icon="undo-2", tone="bad", size=12)
        for text in scene.model.refused()
    ]
    return Card("next", rows, gap=8, padding=(20, 14))


# --- the newspaper ----------------------------------------------------------------------------


def newspaper(scene: ReportScene, most: int = 5) -> Widget:
    """The newspaper: one story, and the headlines of the rest."""
    say, items = scene.words.say, scene.model.news()
    rows: list[Widget] = [
        Row(
            across="center",
            children=[
                Caption(scene.words.names.name("state", scene.match.seat), "muted"),
                Spacer(),
                Label(say(mark("The Harbour Post")), 18, "bold"),
                Spacer(),
                Caption(scene.model.report.date, "muted"),
            ],
        ),
        Divider(tone="ink_soft"),
    ]
    if not items:
        rows.append(Paragraph(say(mark("A quiet year: nothing new was begun or broken.")), 14))
    else:
        rows.append(Paragraph(items[0].headline, 18, "bold", "ink", max_lines=2))
        rows.append(_lead(scene, items[0]))
        if rest := items[1:most]:
            rows += [Divider(tone="slate"), *(_story(scene, item) for item in rest)]
        if len(items) > most:
            text = scene.words.catalogue.count(
                "{count} more headline", "{count} more headlines", len(items) - most
            )
            others = "\n".join(item.headline for item in items[most:])
            rows.append(Label(text, 12, tone="muted", tooltip=others))
    return Card("newspaper", rows, tone="paper", radius=3, gap=8, padding=(20, 12))


def _lead(scene: ReportScene, item: NewsItem) -> Widget:
    """The first story beside the drawing of the coast as it is now."""
    plants, tenths = scene.model.working_plants(), scene.model.ore_leaving_tenths()
    caption = scene.words.catalogue.count("{count} plant at work", "{count} plants at work", plants)
    picture = PressPicture(Scenery(plants, (tenths + 1) // 2), tooltip=caption, align="start")
    texts: list[Widget] = []
    if item.line:
        texts.append(Paragraph(item.line, 13, tone="ink_soft", max_lines=5))
    texts.append(Label(caption, 12, "italic", "muted"))
    return Row(gap=14, children=[picture, Column(children=texts, gap=6, stretch=1)])


def _story(scene: ReportScene, item: NewsItem) -> Widget:
    column = scene.words.say(_COLUMNS.get(item.kind, mark("World")))
    return Row(
        gap=10,
        children=[
            Label(column, 12, "semibold", "amber_ink", width=58),
            Label(item.headline, 12, "semibold", stretch=1, tooltip=item.line),
        ],
    )


# --- partners ---------------------------------------------------------------------------------


def partners_card(scene: ReportScene) -> Widget:
    """How each partner took the turn."""
    say = scene.words.say
    rows: list[Widget] = [_card_title(say(mark("How partners reacted")), say(mark("standing")))]
    for line in scene.model.partners():
        rows += [Divider(tone="line_soft"), _partner(scene, line)]
    return Card("partners", rows, gap=6, padding=(20, 14))


def _partner(scene: ReportScene, line: PartnerLine) -> Widget:
    texts: list[Widget] = [
        Label(line.name, 13, "semibold"),
        Paragraph(line.did, 12, tone="ink_soft", max_lines=2),
    ]
    if line.remembers:
        texts.append(
            Row(
                gap=4,
                across="center",
                children=[
                    Icon("bookmark", 11, "muted"),
                    Label(line.remembers, 12, tone="muted", stretch=1),
                ],
            )
        )
    flag = scene.case.flags.get(line.partner, "")
    mood = line.direction + 1
    return Row(
        gap=10,
        across="center",
        children=[
            Flag(flag, 28),
            Column(children=texts, gap=1, stretch=1),
            Icon(_MOODS[mood], 18, _MOOD_TONES[mood]),
            Segments(line.mood, MOOD_STEPS, tone=_MOOD_TONES[mood], tooltip=line.mood_text),
            Delta(line.change_text, line.direction, 12),
        ],
    )


def onward_buttons(scene: ReportScene, on_next: Callable[[], None]) -> Widget:
    """All turns so far, and on to the next."""
    say = scene.words.say
    done = Button(
        "orders-done", say(mark("Your orders")), scene.open_orders_done, icon="list", size=14
    )
    onward = Button(
        "onward",
        scene.model.onward(),
        on_next,
        kind="primary",
        shortcut=say(mark("Enter")),
        icon_right="arrow-right",
        stretch=1,
    )
    return Row(children=[done, onward], gap=10)


def orders_done(scene: ReportScene) -> list[Widget]:
    """The orders of the turn, as carried out."""
    done = scene.model.report.orders
    if not done:
        return [Paragraph(scene.words.say(mark("You gave no orders this turn.")), 14)]
    return [
        Flow(children=[Icon("check", 14, "good"), Paragraph(text, 14, tone="ink")]) for text in done
    ]
