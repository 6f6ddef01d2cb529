"""What the screens ask of the rest of the program: levels, saved games, settings, the codex.

The window never reads a file. `game/cli.py` hands an object that fits `Services` to `App`; tests
hand in a small one that holds everything in memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from game.engine.definitions.level import Level
from game.match.match import Match
from game.match.seats import ComputerPlayer
from game.text.catalogue import Catalogue
from game.text.level_texts import LevelTexts

Sure = Literal["", "well_known", "fairly_sure", "disputed"]
"""How sure a figure is; empty where nobody has said."""


class Refused(Exception):
    """Something could not be done; the text is one plain sentence with cause and remedy."""


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A game that can be taken up again. `id` is handed back to `Services.resume`.

    `turn` is the number of sealed turns; with `over` set the debrief is what is left to see.
    `key` is the level with the scenario it is played in, as `Services.load` takes it; `played_as`
    names state and scenario where the level leaves a choice.
    `date` is the date of the open turn in the game ("2015"), `when` the day and time of the last
    save, both in the player's language. `problem` says in a
    sentence why the game cannot be continued; empty if it can.
    """

    id: str
    turn: int
    mandate_name: str
    date: str = ""
    when: str = ""
    over: bool = False
    problem: str = ""
    key: str = ""
    played_as: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioEntry:
    """A scenario to play a level in: `key` is handed to `Services.load`, `line` its assumption."""

    key: str
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class LostSave:
    """A file among the saved games that cannot be read: its name, and why in one sentence.

    `level` is the level it was made for, as far as its name tells.
    """

    file: str
    level: str
    why: str


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place on the map in degrees."""

    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """A level in the list. A broken one has a `problem` and may lack all but `id` and `title`.

    `problem` is the first fault as `file:line:column: code: …`, `problem_count` how many there
    are. `mineral_name` is the first of `mineral_names`. `seats` are the states a person may
    govern; `seat_names` their names, `flags` their two-letter codes, `countries` their ids on
    the map. `scenarios` can be played instead of the usual course. `finished` tells whether a
    game of this level was played to its end.
    """

    id: str
    title: str
    summary: str = ""
    place: str = ""
    mineral_name: str = ""
    mineral_names: tuple[str, ...] = ()
    mineral_icon: str = ""
    minutes: int = 0
    turns: int = 0
    difficulty: int = 0
    order: int = 99
    goals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    seat_names: tuple[str, ...] = ()
    scenarios: tuple[ScenarioEntry, ...] = ()
    flags: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    pin: MapPlace | None = None
    saved: SavedGame | None = None
    finished: bool = False
    problem: str = ""
    problem_count: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A source of a level or of the codex. `number` is its place in the level's citations."""

    id: str
    title: str
    publisher: str
    place: str = ""
    year: str = ""
    sure: Sure = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """A level made ready for the screens: definitions, words and where they come from.

    Attributes:
        level: The engine's definitions.
        texts: Sentences by dotted key (docs/text_keys.md).
        sources: In the order of their citation numbers, from 1.
        flags: Two-letter flag code by id of a state or partner.
        countries: Map id of a country by id of a state or partner, where the map has it.
        icons: Icon name by mineral id.
        lever_steps: Turn, from 0, in which the screen first shows a lever; others at once.
        mandate_order: Ids of the mandates in the order in which they are offered; those not
            named follow.
        seat: The state that a new game governs; empty takes the level's first.
    """

    level: Level
    texts: LevelTexts
    sources: tuple[Source, ...] = ()
    flags: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    icons: Mapping[str, str] = field(default_factory=dict)
    lever_steps: Mapping[str, int] = field(default_factory=dict)
    mandate_order: tuple[str, ...] = ()
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary."""

    id: str
    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class CodexFigure:
    """A fact or figure of the atlas as it is printed: what, how much, when, who says so.

    `value` carries its unit; `origin` names publisher and place, one line.
    """

    id: str
    text: str
    value: str = ""
    year: str = ""
    origin: str = ""
    sure: Sure = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question on which sources clash: each rival statement, and why they differ."""

    id: str
    question: str
    rivals: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Codex:
    """Everything that can be looked up without a network."""

    terms: tuple[Term, ...] = ()
    figures: tuple[CodexFigure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a player may set. `text_percent` is 100, 125 or 150."""

    text_percent: int = 100
    sound: bool = True
    reduced_motion: bool = False
    high_contrast: bool = False
    fullscreen: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Reloaded:
    """A level read again while it is played: the game goes on at the same turn.

    `left_out` counts decisions that the edited level does not allow any more.
    """

    case: Case
    match: Match
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class RoundGame:
    """One game of a round: its number from 1, and how far it was played."""

    number: int
    turn: int
    turns: int
    begun: bool

    @property
    def over(self) -> bool:
        """Whether its last turn was ended."""
        return self.turn >= self.turns


@dataclass(frozen=True, slots=True)
class RoundCard:
    """A round of a class as its player sees it.

    Attributes:
        title: Names the level.
        says: The rules of the round, a sentence or two each.
        deadline: A note of the organiser.
        most: The largest number that may be given.
        number, name: The player's number and assigned name; 0 and empty until it is given.
        games: The games of the round.
        file: Where the file to hand in is; empty while there is nothing to hand in.
    """

    title: str
    says: tuple[str, ...]
    deadline: str
    most: int
    number: int
    name: str
    games: tuple[RoundGame, ...]
    file: str

    @property
    def complete(self) -> bool:
        """Whether every game was played to its end; debriefs are open from then on."""
        return all(game.over for game in self.games)


class RoundServices(Protocol):
    """What the services also do while a round is played; ``round`` is None otherwise."""

    def round(self) -> RoundCard | None:
        """The round, with the file to hand in written anew."""
        ...

    def give_number(self, number: int) -> None:
        """Say which number the player was given."""
        ...

    def round_game(self, game: int) -> tuple[Case, Match]:
        """Begin a game of the round, or take it up where it stood; it is never begun twice."""
        ...


class Services(RoundServices, Protocol):
    """Handed to the scenes as `scene.services`.

    Methods raise `Refused` when something cannot be done; a scene shows the sentence and goes on.
    """

    @property
    def catalogue(self) -> Catalogue:
        """The game's own sentences in the player's language."""
        ...

    @property
    def play_folder_notice(self) -> str:
        """Where saves go when the usual folder cannot be used; empty if all is well."""
        ...

    def languages(self) -> tuple[tuple[str, str], ...]:
        """Languages to choose from: (code, own name)."""
        ...

    def levels(self) -> tuple[LevelEntry, ...]:
        """All levels in their suggested order, broken ones too, with what is saved now."""
        ...

    def lost_saves(self) -> tuple[LostSave, ...]:
        """Files among the saved games that cannot be read."""
        ...

    def load(self, level_id: str, seat: str = "") -> Case:
        """Read a level, or one of its scenarios by key; `Refused` if it is broken or gone.

        With a seat a new game governs that state.
        """
        ...

    def level_changed(self, case: Case) -> bool:
        """Whether the file of a level of one's own was saved since it was read; asked often."""
        ...

    def reload(self, case: Case, match: Match) -> Reloaded:
        """Read an edited level and carry the game over; `Refused` lists what is wrong with it."""
        ...

    def start(self, case: Case, mandate: str, seed: int | None = None) -> Match:
        """Begin a new game and its record; without a seed luck is drawn afresh."""
        ...

    def resume(self, save_id: str) -> tuple[Case, Match]:
        """Take up a saved game where it stood."""
        ...

    def save_trouble(self, match: Match) -> str:
        """Why the last order could not be written to disk; empty if everything is saved."""
        ...

    def player(self, player_id: str) -> ComputerPlayer:
        """A computer player by id, for the debrief's re-runs."""
        ...

    def export_debrief(self, case: Case, match: Match, page: str) -> str:
        """Write the finished page (HTML) of a debrief; gives where it went, to be shown."""
        ...

    def settings(self) -> Settings:
        """The settings as kept."""
        ...

    def keep_settings(self, settings: Settings) -> None:
        """Keep the settings for the next start."""
        ...

    def codex(self) -> Codex:
        """Glossary, figures, disagreements and sources."""
        ...
