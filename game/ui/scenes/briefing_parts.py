"""The cards of the briefing that are read: situation, advisers, sources, and their dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from game.text.catalogue import Catalogue
from game.text.scenarios import ScenarioSaid
from game.ui.models.briefing import AdviserView, Briefing, FactView, split_citations
from game.ui.root import Root
from game.ui.scenes.briefing_figures import AxisArrow, BigFigure
from game.ui.scenes.frame import SURE_NAMES, sure_mark
from game.ui.services import Source
from game.ui.widget import Pressable, Widget
from game.ui.widgets.boxes import Box, Column, Divider, Grid, Row, Spacer
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.cards import Callout, Card
from game.ui.widgets.dialog import open_dialog
from game.ui.widgets.forecast import RangeBar, RangeMarks
from game.ui.widgets.labels import Caption, Icon, Label
from game.ui.widgets.meters import MeterBar
from game.ui.widgets.paragraphs import Paragraph, RichText

Opener = Callable[[str], None]
AXIS_WIDTH = 250
CITATIONS_BESIDE = 2
"""So many citations stand beside a figure; more of them stand below it."""
LETTERS_BESIDE = 9
"""So long a figure leaves room for them."""


# --- the situation ------------------------------------------------------------------------


def situation_card(
    briefing: Briefing,
    catalogue: Catalogue,
    open_source: Opener,
    open_story: Callable[[], None],
    *,
    narrow: bool,
    tight: bool,
) -> Card:
    """Big figures with citation and certainty, then the dilemma.

    `narrow` shows two figures a line; `tight` leaves out the bars beside percentages.
    """
    say = catalogue.say
    head: list[Widget] = [Label(say("The situation"), 18, "semibold", stretch=1)]
    if briefing.story:
        head.append(Button("story", say("Read more"), open_story, kind="ghost", size=13,
                           icon_right="chevron-right"))  # fmt: skip
    parts: list[Widget] = [Row(across="center", children=head)]
    if briefing.facts:
        cells: list[Widget] = []
        for number, fact in enumerate(briefing.facts, 1):
            cells.append(_fact(number, fact, catalogue, open_source, bar=narrow or not tight))
        columns = _columns(len(cells), narrow)
        parts.append(Grid(columns=columns, gap=20, row_gap=16, children=cells))
    parts.append(_dilemma(briefing, catalogue, open_source))
    if briefing.scenario is not None:
        parts.append(_scenario(briefing.scenario, open_source))
    return Card("situation", parts, gap=14, padding=(24, 16))


def _columns(count: int, narrow: bool) -> int:
    """How many figures stand side by side: never one alone below a full line."""
    if narrow and count > 3:
        return 2
    return 3 if count in (5, 6, 9) else min(count, 4)


def _fact(
    number: int, fact: FactView, catalogue: Catalogue, open_source: Opener, *, bar: bool
) -> Column:
    figure: list[Widget] = [BigFigure(fact.number, fact.unit)]
    below: list[Widget] = [sure_mark(catalogue, fact.sure)]
    if fact.citations:
        links = RichText(
            f"fact-{number}-sources",
            " ".join(f"[{each}]" for each in fact.citations),
            12,
            on_link=open_source,
            align="start",
            least_width=26 * len(fact.citations),
        )
        short = len(fact.number + fact.unit) <= LETTERS_BESIDE
        beside = short and len(fact.citations) <= CITATIONS_BESIDE
        (figure if beside else below).append(links)
    if fact.share is not None and bar:
        figure += [Spacer(), MeterBar(fact.share, tone="amber", thickness=8, align="center")]
    parts: list[Widget] = [
        Row(gap=5, children=figure),
        Paragraph(fact.line, 13, tone="ink_soft"),
        *below,
    ]
    return Column(gap=5, children=parts)


def _dilemma(briefing: Briefing, catalogue: Catalogue, open_source: Opener) -> Callout:
    text = RichText("dilemma", briefing.dilemma, 15, "amber_deep", on_link=open_source)
    body = Column(
        gap=4,
        stretch=1,
        children=[Label(catalogue.say("The dilemma"), 13, "semibold", "amber_ink"), text],
    )
    icon = Icon("scale", 20, "amber_ink", align="start")
    return Callout("", [icon, body], tone="amber_tint", padding=(20, 14), gap=14)


def _scenario(said: ScenarioSaid, open_source: Opener) -> Callout:
    """The scenario that is played, marked as an assumption."""
    body = Column(
        gap=4,
        stretch=1,
        children=[
            Label(said.title, 13, "semibold", "blue"),
            cited("scenario", f"{said.line} {said.about}".strip(), open_source),
        ],
    )
    icon = Icon("git-branch", 20, "blue", align="start")
    return Callout("", [icon, body], tone="blue_tint", padding=(20, 12), gap=14)


# --- the advisers -------------------------------------------------------------------------


class AdviserRow(Row, Pressable):
    """One adviser's line; activating it asks for options and doubt."""

    def __init__(
        self, id: str, children: list[Widget], on_activate: Callable[[], None], **kwargs: Any
    ) -> None:
        super().__init__(id, children, **kwargs)
        self.on_activate = on_activate

    def paint(self, look: Any, surface: Any) -> None:
        """A breath of blue below the mouse."""
        if self.hovered:
            look.shapes.box(surface, self.rect, look.gap(6), look.color("blue_faint"))


def advisers_card(
    briefing: Briefing, catalogue: Catalogue, on_ask: Opener, *, narrow: bool
) -> Card:
    """What each adviser says, and where that lies between the ends of the axis."""
    say = catalogue.say
    low, high = briefing.axis
    head: list[Widget] = [Label(say("Your advisers disagree"), 18, "semibold", rigid=True)]
    if low and high:
        head += [
            Label(say("Dot: advice. Band: doubt."), 13, tone="muted", stretch=1),
            Row(
                gap=8, across="center", width=None if narrow else AXIS_WIDTH,
                children=[Paragraph(low, 12, "semibold", "ink", max_lines=2), AxisArrow(stretch=1),
                          Paragraph(high, 12, "semibold", "ink", max_lines=2)],
            ),
        ]  # fmt: skip
    rows: list[Widget] = [Row(gap=16, across="center", children=head)]
    for adviser in briefing.advisers:
        rows += [Divider(tone="line_soft"), _adviser(adviser, on_ask, narrow=narrow, say=say)]
    return Card("advisers", rows, gap=4, padding=(24, 16, 24, 10))


def _adviser(
    adviser: AdviserView, on_ask: Opener, *, narrow: bool, say: Callable[..., str]
) -> AdviserRow:
    spoken, _ = split_citations(adviser.quote)
    quote = Paragraph(f"“{spoken}”", 13, tone="ink_soft")
    name = Label(adviser.title, 13, "semibold", rigid=True)
    icon = Icon(adviser.icon, 16, "blue", ground="blue_tint", round_ground=True, align="center")
    row: list[Widget] = [icon]
    if narrow:
        row.append(Column(gap=0, stretch=1, children=[name, quote]))
    else:
        quote.stretch, quote.align = 1, "center"
        row += [Box(width=112, children=[name]), quote]
    if adviser.position is not None:
        low, at, high = adviser.position
        marks = RangeMarks(0, 100, (low, high), dot=at)
        row.append(RangeBar(marks, middle=True, width=170 if narrow else AXIS_WIDTH))
    return AdviserRow(
        f"adviser-{adviser.role}", row, partial(on_ask, adviser.role), gap=12, across="center",
        padding=(4, 5), tooltip=say("Options and doubt of this adviser"),
    )  # fmt: skip


def say_more(root: Root, adviser: AdviserView, catalogue: Catalogue, open_source: Opener) -> None:
    """The adviser's options and doubt in a dialog."""
    say = catalogue.say
    body: list[Widget] = [cited("adviser-quote", f"“{adviser.quote}”", open_source, 15)]
    if adviser.options:
        body.append(Caption(say("Options")))
    for number, option in enumerate(adviser.options, 1):
        mark = Label(f"{number}.", 14, "semibold", "blue", width=20, align="start")
        text = cited(f"adviser-option-{number}", option, open_source, stretch=1)
        body.append(Row(gap=6, children=[mark, text]))
    if adviser.doubt:
        icon = Icon("circle-question-mark", 18, "blue", align="start")
        doubt = cited("adviser-doubt", adviser.doubt, open_source, 13)
        title = Label(say("Doubt"), 13, "semibold", "blue")
        body.append(Callout("", [icon, Column(gap=2, stretch=1, children=[title, doubt])]))
    open_dialog(root, "adviser", adviser.title, body)


def cited(id: str, text: str, open_source: Opener, size: float = 14, **kwargs: Any) -> RichText:
    """A paragraph whose citations open their source."""
    return RichText(id, text, size, "ink", on_link=open_source, **kwargs)


# --- the sources --------------------------------------------------------------------------


def sources_card(
    briefing: Briefing, catalogue: Catalogue, open_source: Opener, *, narrow: bool
) -> Card:
    """All sources with how sure they are, each opening its details."""
    head: list[Widget] = [
        Label(catalogue.say("Sources and how sure we are"), 18, "semibold", stretch=1)
    ]
    if not narrow:
        head += [sure_mark(catalogue, each) for each in SURE_NAMES]
    lines: list[Widget] = [_source(each, catalogue, open_source) for each in briefing.sources]
    parts: list[Widget] = [
        Row(gap=18, across="center", children=head),
        Grid(columns=1 if narrow else 2, gap=32, row_gap=2, children=lines),
    ]
    return Card("sources", parts, gap=10, padding=(24, 16))


def _source(source: Source, catalogue: Catalogue, open_source: Opener) -> Row:
    number = str(source.number)
    return Row(
        gap=10,
        across="center",
        children=[
            Label(f"[{number}]", 13, "semibold", "blue", rigid=True),
            Label(source.title or source.publisher, 13, "medium"),
            Label(source.publisher if source.title else "", 12, tone="muted", stretch=1),
            sure_mark(catalogue, source.sure, named=False),
            IconButton(
                f"source-{number}",
                "info",
                partial(open_source, number),
                size=16,
                tooltip=catalogue.say("Details of this source"),
            ),  # fmt: skip
        ],
    )


def source_dialog(root: Root, source: Source, catalogue: Catalogue) -> None:
    """One source in full."""
    say = catalogue.say
    body: list[Widget] = [Paragraph(source.title or source.publisher, 15, "semibold", "ink")]
    for name, value in (
        (say("Publisher"), source.publisher),
        (say("Year"), source.year),
        (say("Place"), source.place),
    ):
        if value:
            body.append(
                Row(gap=12, children=[Label(name, 13, tone="muted", width=90, align="start"),
                                      Paragraph(value, 14, tone="ink", stretch=1)])
            )  # fmt: skip
    if source.sure:
        body.append(sure_mark(catalogue, source.sure))
    open_dialog(root, "source", say("Source {number}", number=source.number), body, width=520)
