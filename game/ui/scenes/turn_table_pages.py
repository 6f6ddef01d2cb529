"""Two pages of the table that are read: institutions with their members, and what was done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.text.catalogue import mark
from game.text.region_institutions import FigureLine, Happening, Institution, MemberLine
from game.ui.models.turn_region import RegionView, past
from game.ui.widget import Widget
from game.ui.widgets.badges import Flow
from game.ui.widgets.boxes import Box, Column, Divider, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Card
from game.ui.widgets.labels import Flag, Icon, Label
from game.ui.widgets.meters import MeterBar
from game.ui.widgets.paragraphs import Paragraph

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene

Opener = Callable[[str], None]


def institutions_page(scene: TurnScene, view: RegionView, open_lever: Opener) -> list[Widget]:
    """Every institution with its figures and members; in two columns where there is room."""
    cards = [_institution(scene, each, open_lever) for each in view.institutions]
    if scene.narrow:
        return cards
    left = Column(children=cards[::2], gap=12, stretch=1)
    right = Column(children=cards[1::2], gap=12, stretch=1)
    return [Row(children=[left, right], gap=12, even=True, across="start")]


def _institution(scene: TurnScene, found: Institution, open_lever: Opener) -> Widget:
    rows: list[Widget] = [
        Label(found.title, 15, "semibold"),
        Paragraph(found.line, 12, tone="muted"),
        *(_figure(each) for each in found.figures),
    ]
    if found.members:
        rows.append(Divider(tone="line_soft"))
        rows += [_member(scene, each) for each in found.members]
    if found.own:
        rows += [Divider(tone="line_soft"), Paragraph(found.own, 12, tone="ink")]
    if found.levers:
        change = scene.words.say(mark("Change"))
        several = len(found.levers) > 1
        buttons: list[Widget] = [
            Button(
                f"change-{lever}",
                name if several else change,
                partial(open_lever, lever),
                size=12,
                compact=True,
                icon_right="chevron-right",
            )
            for lever, name in found.levers
        ]
        rows.append(Flow(children=buttons, gap=8))
    return Card(f"institution-{found.id}", rows, padding=(16, 12), gap=6, shadow=False)


def _figure(figure: FigureLine) -> Widget:
    row: list[Widget] = [Label(figure.name, 13, tone="ink_soft", stretch=1)]
    if figure.share is not None:
        row.append(Box(width=90, children=[MeterBar(figure.share, thickness=8)]))
    row.append(Label(figure.text, 13, "semibold", rigid=True))
    return Row(children=row, gap=10, across="center")


def _member(scene: TurnScene, member: MemberLine) -> Widget:
    flag = scene.case.flags.get(member.state, "")
    name = member.name[:1].upper() + member.name[1:]
    row: list[Widget] = [
        Flag(flag, 18),
        Label(name, 13, "medium", width=90),
        Paragraph(member.text, 12, tone="ink_soft", stretch=1),
    ]
    line = Row(children=row, gap=8, across="center")
    if not member.warning:
        return line
    warned = Row(
        gap=6,
        across="center",
        children=[
            Icon("triangle-alert", 13, "bad"),
            Paragraph(member.warning, 12, tone="bad", stretch=1),
        ],
    )
    return Column(children=[line, warned], gap=2)


def happenings_page(scene: TurnScene) -> list[Widget]:
    """What states did in the open, the latest first."""
    happenings = past(scene.match, scene.words)
    if not happenings:
        text = scene.words.say(mark("Nothing has been done together yet."))
        return [Label(text, 13, tone="muted")]
    note = Paragraph(
        scene.words.say(mark("Only what is done in the open stands here, the latest first.")),
        12,
        tone="muted",
    )
    return [note, *(_happening(each) for each in happenings)]


def _happening(happening: Happening) -> Widget:
    icon, tone = ("triangle-alert", "bad") if happening.bad else ("dot", "muted")
    return Row(
        gap=10,
        across="start",
        children=[
            Label(happening.date, 12, tone="muted", width=84),
            Icon(icon, 14, tone),
            Paragraph(happening.text, 13, tone="ink", stretch=1),
        ],
    )
