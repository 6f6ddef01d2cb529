"""What the choice of levels shows: rows, pins, and the details of the chosen level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.text.catalogue import Catalogue, mark
from game.ui.map_content import MapContent, MapMarker, PinMark
from game.ui.services import LevelEntry, LostSave

RowState = Literal["", "finished", "started", "broken"]
ALL_MINERALS = ""
DIFFICULTIES = {1: mark("Easy"), 2: mark("Medium"), 3: mark("Hard")}
PLAIN_ICON = "layers"
USUAL = mark("Usual course")
USUAL_LINE = mark("World demand grows as the briefing tells.")
SCENARIO_ABOUT = mark("A scenario is a guess about the future, not a forecast.")


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A line of the list. `difficulty` is 0 (unknown) to 3; `note` stands at the right end."""

    key: str
    number: int
    title: str
    caption: str
    icon: str
    flags: tuple[str, ...]
    difficulty: int
    note: str
    state: RowState


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved game: when, where it stands, and what going on is called.

    `turn` of `turns` are played. `problem` says why it cannot go on; `go_on` is then empty.
    """

    when: str
    line: str
    mandate: str
    problem: str
    go_on: str
    turn: int
    turns: int
    played_as: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to settle before a game: (key, name) of each option, and what the chosen means."""

    options: tuple[tuple[str, str], ...]
    chosen: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """The right panel. A broken level has a `problem`, and nothing can be begun.

    `seat` and `scenario` are None where a level leaves no choice. `lost` tells of files among the
    saved games of this level that cannot be read.
    """

    row: LevelRow
    place: str
    position: str
    summary: str
    minutes: str
    turns_text: str
    difficulty: str
    seats: str
    seats_caption: str
    goals: tuple[str, ...]
    problem: str
    more_problems: str
    saved: Saved | None
    seat: Choice | None = None
    scenario: Choice | None = None
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MineralChoice:
    """A pill over the map: the mineral's name (all: an empty key) and icon."""

    key: str
    text: str
    icon: str


class Picker:
    """All levels, which of them is chosen, and which mineral is asked for.

    They stand in the order of play; numbers do not change when a mineral is asked for.
    """

    def __init__(
        self,
        entries: Sequence[LevelEntry],
        catalogue: Catalogue,
        lost: Sequence[LostSave] = (),
    ) -> None:
        self.entries = tuple(entries)
        self.catalogue = catalogue
        self.lost = tuple(lost)
        self._seats: dict[str, str] = {}
        self._scenarios: dict[str, str] = {}
        self.mineral = ALL_MINERALS
        self.selected = next((e.id for e in self.entries if not e.problem), "")
        if not self.selected and self.entries:
            self.selected = self.entries[0].id

    def refresh(self, entries: Sequence[LevelEntry], lost: Sequence[LostSave] = ()) -> None:
        """Take the levels as they are now; the choice stays if its level is still there."""
        self.entries, self.lost = tuple(entries), tuple(lost)
        if not any(entry.id == self.selected for entry in self.entries):
            self.selected = self.entries[0].id if self.entries else ""

    def choose(self, key: str) -> None:
        """Choose a level that exists."""
        if any(entry.id == key for entry in self.entries):
            self.selected = key

    def ask_for(self, mineral: str) -> None:
        """Show only levels of a mineral; the choice moves to the first of them if need be."""
        self.mineral = mineral
        shown = [entry.id for entry in self._shown()]
        if shown and self.selected not in shown:
            self.selected = shown[0]

    def take_seat(self, seat: str) -> None:
        """Govern another state in the next game of the chosen level."""
        self._seats[self.selected] = seat

    def take_scenario(self, key: str) -> None:
        """Play the next game of the chosen level in a scenario, or as usual."""
        self._scenarios[self.selected] = key

    @property
    def seat(self) -> str:
        """The state to govern in the next game; empty where the level leaves no choice."""
        entry = self._entry()
        if entry is None or len(entry.seats) < 2:
            return ""
        return self._seats.get(entry.id, entry.seats[0])

    @property
    def key_to_load(self) -> str:
        """What a new game is loaded by: the chosen level, or its chosen scenario."""
        chosen = self._scenarios.get(self.selected, "")
        entry = self._entry()
        known = {each.key for each in entry.scenarios} if entry else set()
        return chosen if chosen in known else self.selected

    def stray_saves(self) -> tuple[str, ...]:
        """Files among the saved games that cannot be read and belong to no level of the list."""
        ids = {entry.id for entry in self.entries if not entry.problem}
        return tuple(self._lost(each) for each in self.lost if each.level not in ids)

    def _lost(self, each: LostSave) -> str:
        return self.catalogue.say(mark("{file}: {why}"), file=each.file, why=each.why)

    def _shown(self) -> list[LevelEntry]:
        return [
            e
            for e in self.entries
            if not self.mineral or self.mineral in (e.mineral_name, *e.mineral_names)
        ]

    # --- the list -------------------------------------------------------------------------

    def rows(self) -> tuple[LevelRow, ...]:
        """The levels of the mineral asked for."""
        shown = self._shown()
        return tuple(self._row(n, e) for n, e in enumerate(self.entries, 1) if e in shown)

    def _row(self, number: int, entry: LevelEntry) -> LevelRow:
        state = _state(entry)
        caption, note = self._minerals_of(entry), ""
        if state == "broken":
            caption = self.catalogue.say(mark("cannot be opened"))
        elif entry.saved is not None and state == "started":
            note = self.catalogue.say(mark("turn {turn}"), turn=entry.saved.turn + 1)
        icon = "triangle-alert" if state == "broken" else entry.mineral_icon or PLAIN_ICON
        return LevelRow(
            entry.id, number, entry.title, caption, icon, entry.flags, entry.difficulty, note, state
        )

    def _minerals_of(self, entry: LevelEntry) -> str:
        """Its mineral, or its first one and how many more there are."""
        more = len(entry.mineral_names) - 1
        if more < 1:
            return entry.mineral_name
        return self.catalogue.say(
            mark("{mineral} +{count}"), mineral=entry.mineral_name, count=more
        )

    def heading(self) -> str:
        """How many cases there are."""
        return self.catalogue.count("{count} case", "{count} cases", len(self.entries))

    def caption(self) -> str:
        """What may be done with them; empty for a single case."""
        if len(self.entries) < 2:
            return ""
        return self.catalogue.say(mark("in the suggested order; all are open"))

    def progress(self) -> str:
        """How many are finished and in progress; empty if none is."""
        states = [_state(entry) for entry in self.entries]
        parts = []
        if finished := sum(1 for entry in self.entries if entry.finished):
            parts.append(self.catalogue.count("{count} finished", "{count} finished", finished))
        if started := states.count("started"):
            parts.append(
                self.catalogue.count("{count} in progress", "{count} in progress", started)
            )
        return " · ".join(parts)

    def minerals(self) -> tuple[MineralChoice, ...]:
        """All and each mineral, if there are at least two to choose among."""
        icons = {e.mineral_name: e.mineral_icon for e in self.entries if e.mineral_name}
        if len(icons) < 2:
            return ()
        text = self.catalogue.say(mark("All {count}"), count=len(self.entries))
        first = MineralChoice(ALL_MINERALS, text, "")
        return (first, *(MineralChoice(name, name, icon) for name, icon in icons.items()))

    # --- the map --------------------------------------------------------------------------

    def map_content(self) -> MapContent:
        """Pins for all levels with a place; the chosen level's countries are amber."""
        chosen = self._entry()
        return MapContent(
            governed=chosen.countries if chosen else (),
            markers=tuple(self._pins()),
        )

    def _pins(self) -> list[MapMarker]:
        numbers = {entry.id: n for n, entry in enumerate(self.entries, 1)}
        shown = [e for e in self._shown() if e.pin is not None]
        shown.sort(key=lambda entry: entry.id == self.selected)
        return [self._pin(entry, numbers[entry.id]) for entry in shown]

    def _pin(self, entry: LevelEntry, number: int) -> MapMarker:
        assert entry.pin is not None
        marks: dict[RowState, PinMark] = {"finished": "finished", "started": "started"}
        return MapMarker(
            "pin", entry.pin.longitude, entry.pin.latitude, entry.title, entry.id,
            "working" if entry.id == self.selected else "building",
            entry.mineral_icon or PLAIN_ICON,
            str(number) if len(self.entries) > 1 else "",
            marks.get(_state(entry), ""),
        )  # fmt: skip

    def marks_shown(self) -> tuple[PinMark, ...]:
        """Which marks the map's key must explain."""
        states = {_state(entry) for entry in self.entries if entry.pin is not None}
        known: tuple[PinMark, ...] = ("finished", "started")
        return tuple(each for each in known if each in states)

    # --- the right panel ------------------------------------------------------------------

    def _entry(self) -> LevelEntry | None:
        return next((entry for entry in self.entries if entry.id == self.selected), None)

    def details(self) -> Details | None:
        """The chosen level, or None if there is no level at all."""
        entry = self._entry()
        if entry is None:
            return None
        count, say = self.catalogue.count, self.catalogue.say
        number = self.entries.index(entry) + 1
        position = ""
        if len(self.entries) > 1:
            position = say(mark("Case {number} of {all}"), number=number, all=len(self.entries))
        return Details(
            row=self._row(number, entry),
            place=entry.place,
            position=position,
            summary=entry.summary,
            minutes=say(mark("{minutes} min"), minutes=entry.minutes) if entry.minutes else "",
            turns_text=count("{count} turn", "{count} turns", entry.turns) if entry.turns else "",
            difficulty=say(DIFFICULTIES.get(entry.difficulty, "")),
            seats=count("{count} state", "{count} states", len(entry.seats)),
            seats_caption=say(
                mark("to govern") if len(entry.seats) < 2 else mark("to choose from")
            ),
            goals=entry.goals,
            problem=entry.problem,
            more_problems=self._more_problems(entry),
            saved=self._saved(entry),
            seat=self._seat_choice(entry),
            scenario=self._scenario_choice(entry),
            lost=tuple(self._lost(each) for each in self.lost if each.level == entry.id),
        )

    def _seat_choice(self, entry: LevelEntry) -> Choice | None:
        if len(entry.seats) < 2 or entry.problem:
            return None
        names = entry.seat_names or entry.seats
        return Choice(tuple(zip(entry.seats, names, strict=True)), self.seat)

    def _scenario_choice(self, entry: LevelEntry) -> Choice | None:
        if not entry.scenarios or entry.problem:
            return None
        say = self.catalogue.say
        usual, chosen = (entry.id, say(USUAL)), self.key_to_load
        lines = {each.key: each.line for each in entry.scenarios}
        line = lines.get(chosen, "") or say(USUAL_LINE)
        return Choice((usual, *((x.key, x.name) for x in entry.scenarios)), chosen, line)

    def _more_problems(self, entry: LevelEntry) -> str:
        more = entry.problem_count - 1
        if not entry.problem or more < 1:
            return ""
        return self.catalogue.count("{count} more problem", "{count} more problems", more)

    def _saved(self, entry: LevelEntry) -> Saved | None:
        saved, say = entry.saved, self.catalogue.say
        if saved is None or entry.problem:
            return None
        turn = saved.turn + 1
        line = say(mark("Turn {turn} of {turns}"), turn=turn, turns=entry.turns)
        go_on = say(mark("Continue turn {turn}"), turn=turn)
        if saved.over:
            line = say(mark("All {turns} turns played"), turns=entry.turns)
            go_on = say(mark("See the debrief"))
        elif saved.date:
            line = f"{line} · {saved.date}"
        if saved.problem:
            go_on = ""
        return Saved(
            saved.when, line, saved.mandate_name, saved.problem, go_on, saved.turn, entry.turns,
            saved.played_as,
        )  # fmt: skip


def _state(entry: LevelEntry) -> RowState:
    if entry.problem:
        return "broken"
    if entry.saved is not None and not entry.saved.over:
        return "started"
    return "finished" if entry.finished else ""
