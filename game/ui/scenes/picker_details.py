"""The right panel of the picker: what a level is about, what is saved, and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.text.catalogue import Catalogue
from game.ui.models.picker import Details, Saved
from game.ui.scenes.frame import nominal_size
from game.ui.scenes.picker_parts import DifficultyDots, TurnDashes
from game.ui.widget import Widget
from game.ui.widgets.badges import Badge
from game.ui.widgets.boxes import Column, Divider, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Card
from game.ui.widgets.labels import Flag, Icon, Label
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea

LOW = 560
"""Nominal pixels of height below which nothing but the buttons stays in sight."""

if TYPE_CHECKING:
    from game.ui.scenes.picker import PickerScene


def details_panel(scene: PickerScene, details: Details | None, *, compact: bool) -> Column:
    """The panel for the chosen level; empty without one.

    The saved game stands above the buttons, or scrolls with the rest in very low windows.
    """
    if details is None:
        return Column()
    catalogue = scene.services.catalogue
    body = [_origin(details), Paragraph(details.row.title, 22, "semibold", "ink")]
    if details.problem:
        body += _broken(details, catalogue)
    else:
        body += _about(details, catalogue, compact)
    saved = _saved(details.saved, catalogue) if details.saved is not None else []
    if nominal_size(scene)[1] < LOW:
        body, saved = [*body, *saved], []
    across = 16 if compact else 24
    return Column(
        "details",
        padding=(across, 12 if compact else 22),
        gap=14,
        children=[
            ScrollArea("details-scroll", Column(gap=14, children=body), stretch=1),
            *saved,
            *_buttons(scene, details),
        ],
    )


def _origin(details: Details) -> Row:
    row = details.row
    texts: list[Widget] = [Label(details.place, 13, tone="muted")] if details.place else []
    if details.position:
        texts.append(Label(details.position, 13, "semibold", "blue"))
    left: list[Widget] = [Flag(code, 28, "rect") for code in row.flags[:3]]
    left.append(Column(gap=1, stretch=1, children=texts))
    if row.caption and row.state != "broken":
        left.append(Badge(row.caption, "blue", icon=row.icon))
    return Row(gap=12, across="center", children=left)


def _about(details: Details, catalogue: Catalogue, compact: bool) -> list[Widget]:
    say = catalogue.say
    parts: list[Widget] = [
        Paragraph(details.summary, 14, tone="ink_soft"),
        Row(gap=8, even=True, children=_cells(details, catalogue, compact)),
        Label(say("Learning goals"), 15, "semibold"),
    ]
    goals: list[Widget] = [
        Row(
            gap=12,
            children=[
                Icon("lightbulb", 15, "blue", ground="blue_tint", align="start"),
                Paragraph(goal, 14, tone="ink_soft", stretch=1, align="center"),
            ],
        )
        for goal in details.goals
    ]
    parts.append(Column(gap=8, children=goals))
    return parts


def _cells(details: Details, catalogue: Catalogue, compact: bool) -> list[Widget]:
    """Time, difficulty and seats; in small windows without pictures, so that the words fit."""
    say = catalogue.say
    cells: list[Widget] = []
    if details.minutes:
        cells.append(
            _cell(None if compact else Icon("clock", 16), details.minutes, details.turns_text)
        )
    if details.difficulty:
        dots = DifficultyDots(details.row.difficulty)
        cells.append(_cell(None if compact else dots, details.difficulty, say("difficulty")))
    cells.append(_cell(None if compact else Icon("users", 16), details.seats, say("to govern")))
    return cells


def _cell(picture: Widget | None, text: str, caption: str) -> Card:
    shown = [picture] if picture is not None else []
    head = Row(gap=7, across="center", children=[*shown, Label(text, 13, "semibold", stretch=1)])
    return Card(
        children=[head, Label(caption, 12, tone="muted")],
        padding=(10, 8), gap=2, tone="page", border="", shadow=False, radius=8, stretch=1,
    )  # fmt: skip


def _saved(saved: Saved, catalogue: Catalogue) -> list[Widget]:
    head = Row(
        across="center",
        children=[
            Label(catalogue.say("Your saved game"), 15, "semibold", stretch=1),
            Label(saved.when, 12, tone="muted"),
        ],
    )
    lines: list[Widget] = [
        TurnDashes(saved.turn, saved.turns),
        Row(
            gap=12,
            children=[
                Label(saved.line, 13, "semibold", "amber_ink", rigid=True, stretch=1),
                Label(saved.mandate, 13, "semibold", "amber_ink"),
            ],
        ),
    ]
    if saved.problem:
        lines.append(Paragraph(saved.problem, 13, tone="ink"))
    card = Card(
        children=lines, padding=(16, 12), gap=10, tone="amber_tint", border="", shadow=False,
        radius=9,
    )  # fmt: skip
    return [Divider(), head, card]


def _broken(details: Details, catalogue: Catalogue) -> list[Widget]:
    say = catalogue.say
    parts: list[Widget] = [
        callout(details.problem, icon="triangle-alert", tone="bad", id="level-problem",
                title=say("This level cannot be opened")),
    ]  # fmt: skip
    if details.more_problems:
        parts.append(Label(details.more_problems, 13, "medium", "ink_soft"))
    parts.append(
        Paragraph(
            say(
                "Mend the file and come back. The command “python main.py check” lists every "
                "problem with its place and its remedy."
            ),
            13,
        )  # fmt: skip
    )
    return parts


def _buttons(scene: PickerScene, details: Details) -> list[Widget]:
    say = scene.services.catalogue.say
    if details.problem:
        why = say("The level file must be mended first.")
        return [Button("start", say("Start"), enabled=False, tooltip=why)]
    if details.saved is None or not details.saved.go_on:
        return [
            Button("start", say("Start"), scene.start_level, kind="primary", size=18,
                   shortcut=say("Enter"), icon_right="arrow-right")
        ]  # fmt: skip
    return [
        Button("continue", details.saved.go_on, scene.continue_game, kind="primary",
               shortcut=say("Enter"), icon_right="arrow-right"),
        Button("start", say("Start a new game"), scene.start_level, icon="play"),
    ]  # fmt: skip
