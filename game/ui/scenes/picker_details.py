"""The right panel of the picker: what a level is about, what is saved, and how to begin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.text.catalogue import Catalogue
from game.ui.models.picker import SCENARIO_ABOUT, Choice, Details, Saved
from game.ui.scenes.frame import nominal_size
from game.ui.scenes.picker_parts import DifficultyDots, TurnDashes
from game.ui.widget import Widget
from game.ui.widgets.badges import Badge, Flow
from game.ui.widgets.boxes import Column, Divider, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Card
from game.ui.widgets.dropdown import Dropdown
from game.ui.widgets.labels import Flag, Icon, Label
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Segmented

LOW = 560
"""Nominal pixels of height below which nothing but the buttons stays in sight."""
ROOM_FOR_LOST = 800
"""Below this height files that cannot be read are told at the end of what scrolls."""
FEW = 3
"""So many options stand side by side."""

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
        body += _about(scene, details, catalogue, compact)
    saved = _saved(details.saved, catalogue) if details.saved is not None else []
    if nominal_size(scene)[1] < ROOM_FOR_LOST:
        body += _lost(details, catalogue)
    else:
        saved += _lost(details, catalogue)
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
    texts: list[Widget] = []
    if details.place:
        texts.append(Paragraph(details.place, 13, tone="muted", max_lines=2))
    below: list[Widget] = []
    if details.position:
        below.append(Label(details.position, 13, "semibold", "blue", rigid=True))
    if row.caption and row.state != "broken":
        below.append(Badge(row.caption, "blue", icon=row.icon))
    texts.append(Flow(gap=10, children=below))
    flags = [Flag(code, 28, "rect") for code in row.flags[:3]]
    return Row(gap=8, across="center", children=[*flags, Column(gap=3, stretch=1, children=texts)])


def _about(
    scene: PickerScene, details: Details, catalogue: Catalogue, compact: bool
) -> list[Widget]:
    say = catalogue.say
    parts: list[Widget] = [
        Paragraph(details.summary, 14, tone="ink_soft"),
        Row(gap=8, even=True, children=_cells(details, catalogue, compact)),
        *_settings_of_play(scene, details, catalogue),
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


def _settings_of_play(scene: PickerScene, details: Details, catalogue: Catalogue) -> list[Widget]:
    """Which state to govern and which scenario to play, where a level leaves the choice."""
    say, parts = catalogue.say, list[Widget]()
    if details.seat is not None:
        parts += [
            Label(say("You govern"), 15, "semibold"),
            _choice("seat", details.seat, scene.take_seat),
        ]
    if details.scenario is not None:
        parts += [
            Label(say("Scenario"), 15, "semibold", tooltip=say(SCENARIO_ABOUT)),
            _choice("scenario", details.scenario, scene.take_scenario),
            Column(
                gap=2,
                children=[
                    Paragraph(details.scenario.line, 13, tone="ink_soft", id="scenario-line"),
                    Paragraph(say(SCENARIO_ABOUT), 12, tone="muted"),
                ],
            ),
        ]
    return [Column("settings-of-play", parts, gap=6)] if parts else []


def _choice(id: str, choice: Choice, on_change: Callable[[str], None]) -> Widget:
    """Few options side by side, many of them in a list that drops down."""
    options = [Option(key, name) for key, name in choice.options]
    if len(options) <= FEW:
        return Segmented(id, options, choice.chosen, on_change, size=12)
    return Dropdown(id, options, choice.chosen, on_change, size=13)


def _lost(details: Details, catalogue: Catalogue) -> list[Widget]:
    """Which files among the saved games of this level cannot be read, and why."""
    if not details.lost:
        return []
    more = len(details.lost) - 1
    text = details.lost[0]
    if more:
        counted = catalogue.count("{count} more file", "{count} more files", more)
        text = f"{text} ({counted})"
    title = catalogue.say("A saved game cannot be read")
    return [callout(text, icon="triangle-alert", tone="amber", size=12, id="lost", title=title)]


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
    cells.append(
        _cell(None if compact else Icon("users", 16), details.seats, details.seats_caption)
    )
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
    if saved.played_as:
        lines.append(Label(saved.played_as, 12, tone="amber_ink", id="played-as"))
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
