"""Services that hold everything in memory: levels and texts made up for tests.

The figures stand for nothing real.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from game.engine.definitions.level import Level
from game.engine.orders import Order
from game.engine.view import SeatView
from game.match.carry import carry_over
from game.match.match import Match, start
from game.match.seats import ComputerPlayer
from game.text.catalogue import Catalogue
from game.ui.app import App
from game.ui.drive import Driver
from game.ui.scene import Scene
from game.ui.services import (
    Case,
    Codex,
    CodexFigure,
    Disagreement,
    LevelEntry,
    LostSave,
    MapPlace,
    Refused,
    Reloaded,
    SavedGame,
    Settings,
    Source,
    Term,
)
from game.ui.widgets.buttons import Button
from game.ui.widgets.labels import Label
from tests.worlds import small_level

LEVEL_ID = "test-zinc"

TEXTS = {
    "level.title": "Zinc: close the port?",
    "level.summary": "Ore sells today. A ban may bring smelters in a few years, or hand the market "
    "to a rival. Whose capital, whose power, whose gain?",
    "level.place": "Aval, 2010–2015",
    "level.minutes": "12",
    "level.difficulty": "2",
    "level.goal.1": "why a ban works late, if at all",
    "level.goal.2": "who can switch supplier, and who cannot",
    "level.goal.3": "value exported is not value kept",
    "brief.dilemma": "Ore pays today, yet most of its value is added abroad. Closing the port may "
    "bring smelters within four years, or hand your buyers to a rival. [4]",
    "brief.fact.1.figure": "71 %",
    "brief.fact.1.line": "of your ore leaves unprocessed [1]",
    "brief.fact.1.sure": "well_known",
    "brief.fact.2.figure": "53 %",
    "brief.fact.2.line": "of Cela's zinc ore is yours [2] [3]",
    "brief.fact.2.sure": "disputed",
    "brief.fact.3.figure": "2",
    "brief.fact.3.line": "smelters work at home [1]",
    "brief.fact.3.sure": "well_known",
    "brief.fact.4.figure": "×4",
    "brief.fact.4.line": "value after one more step [3]",
    "brief.fact.4.sure": "fairly_sure",
    "brief.story.1": "Zinc has been dug in the north for forty years.",
    "brief.story.2": "A new law asks for smelters, but names no date.",
    "brief.axis.low": "Keep open",
    "brief.axis.high": "Close now",
    "adviser.treasury.briefing": "Tax the ore first. A sudden stop costs us a third of mine "
    "revenue.",
    "adviser.treasury.briefing.low": "20",
    "adviser.treasury.briefing.at": "35",
    "adviser.treasury.briefing.high": "50",
    "adviser.treasury.briefing.option.1": "A tax of 10 %.",
    "adviser.treasury.briefing.option.2": "A royalty that follows the price.",
    "adviser.treasury.briefing.doubt": "If buyers sign for smelters, I would close sooner.",
    "adviser.industry.briefing": "Close it soon. Smelters only come where ore is scarce abroad.",
    "adviser.industry.briefing.low": "75",
    "adviser.industry.briefing.at": "88",
    "adviser.industry.briefing.high": "100",
    "adviser.environment.briefing": "Fewer plants, and none on coal without an end date.",
    "adviser.environment.briefing.low": "30",
    "adviser.environment.briefing.at": "56",
    "adviser.environment.briefing.high": "82",
    "adviser.province.briefing": "The pits feed our towns. Jobs first, then the ban.",
    "mandate.industrialiser.name": "Industrialiser",
    "mandate.industrialiser.line": "Move up the chain, fast.",
    "mandate.guardian.name": "Guardian of people and nature",
    "mandate.guardian.line": "Growth that towns accept.",
    "state.aval.name": "Aval",
    "state.bora.name": "Bora",
    "province.north.name": "North",
    "province.south.name": "South",
    "mineral.zinc.name": "Zinc",
}

SOURCES = (
    Source("yearbook", "Ministry yearbook 2009", "Republic of Aval", "table 4", "2010",
           "well_known", 1),
    Source("customs", "Customs by origin 2008", "two tables differ: 46 to 57 %", "", "2009",
           "disputed", 2),
    Source("chain", "Value-chain study 2010", "university; products vary", "", "2010",
           "fairly_sure", 3),
    Source("law", "Mining Law 4/2009", "opens the question", "article 170", "2009",
           "well_known", 4),
)  # fmt: skip

ENTRY = LevelEntry(
    id=LEVEL_ID,
    title=TEXTS["level.title"],
    summary=TEXTS["level.summary"],
    place=TEXTS["level.place"],
    mineral_name="Zinc",
    mineral_icon="battery-charging",
    minutes=12,
    turns=6,
    difficulty=2,
    goals=tuple(TEXTS[f"level.goal.{n}"] for n in (1, 2, 3)),
    seats=("aval",),
    flags=("id",),
    countries=("indonesia",),
    pin=MapPlace(121.4, -2.5),
)
BROKEN = LevelEntry(
    id="broken",
    title="half-written.yaml",
    problem="half-written.yaml:12:5: unknown-key: “mandats” is no part of a level, it would be "
    "ignored, write “mandates”.",
    problem_count=3,
)

CODEX = Codex(
    terms=(
        Term("matte", "Matte", "A melt of metal and sulphur, on the way from ore to metal."),
        Term("royalty", "Royalty", "A payment to the state for what is dug from its ground."),
    ),
    figures=(
        CodexFigure("H001", "Average price of zinc", "1,655 US$ a tonne", "2009",
                    "Bureau of Metals, yearbook, page 12", "well_known"),
        CodexFigure("H002", "Ore that left the port", "7 to 9 Mt", "2013",
                    "Harbour office, as reported by a newspaper", "disputed", "Two counts differ."),
    ),
    disagreements=(
        Disagreement("D01", "How much ore left the port?", ("7 Mt — harbour", "9 Mt — buyers"),
                     "One counts wet ore, the other dry."),
    ),
    sources=SOURCES,
)  # fmt: skip


class StillPlayer:
    """A computer player that orders nothing."""

    id = "still/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        return ()


@dataclass
class FakeServices:
    """Fits `game.ui.services.Services`; what was asked of it can be read afterwards."""

    entries: tuple[LevelEntry, ...] = (ENTRY,)
    level: Level = field(default_factory=small_level)
    play_folder_notice: str = ""
    kept: Settings = field(default_factory=Settings)
    codex_shown: Codex = CODEX
    catalogue: Catalogue = field(default_factory=Catalogue)
    matches: dict[str, Match] = field(default_factory=dict)
    started: list[tuple[str, str, int | None]] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    refusal: str = ""
    saved_level: bool = False
    lost: tuple[LostSave, ...] = ()
    loaded: list[tuple[str, str]] = field(default_factory=list)

    def _check(self) -> None:
        if self.refusal:
            raise Refused(self.refusal)

    def languages(self) -> tuple[tuple[str, str], ...]:
        return (("en", "English"),)

    def levels(self) -> tuple[LevelEntry, ...]:
        return self.entries

    def case(self) -> Case:
        return Case(
            self.level,
            TEXTS,
            SOURCES,
            flags={"aval": "id", "bora": "ph", "cela": "cn"},
            countries={"aval": "indonesia", "bora": "philippines"},
            icons={"zinc": "battery-charging"},
        )

    def lost_saves(self) -> tuple[LostSave, ...]:
        return self.lost

    def load(self, level_id: str, seat: str = "") -> Case:
        self._check()
        self.loaded.append((level_id, seat))
        return self.case()

    def level_changed(self, case: Case) -> bool:
        changed, self.saved_level = self.saved_level, False
        return changed

    def reload(self, case: Case, match: Match) -> Reloaded:
        self._check()
        others: dict[str, ComputerPlayer] = {seat: StillPlayer() for seat in match.others}
        carried = carry_over(match, self.level, others, program="test")
        return Reloaded(self.case(), carried.match, carried.left_out)

    def start(self, case: Case, mandate: str, seed: int | None = None) -> Match:
        self._check()
        self.started.append((case.level.id, mandate, seed))
        seat = case.level.seats[0]
        others: dict[str, ComputerPlayer] = {
            state.id: StillPlayer() for state in case.level.states if state.id != seat
        }
        luck = 7 if seed is None else seed
        return start(case.level, seat, mandate, luck, others, program="test")

    def save(self, match: Match, **about: object) -> None:
        """Let the first level have this match as its saved game."""
        name = TEXTS[f"mandate.{match.mandate.id}.name"]
        saved = SavedGame("save-1", match.turn, name, over=match.over)
        self.matches[saved.id] = match
        first = replace(self.entries[0], saved=replace(saved, **about))
        self.entries = (first, *self.entries[1:])

    def resume(self, save_id: str) -> tuple[Case, Match]:
        self._check()
        return self.case(), self.matches[save_id]

    def save_trouble(self, match: Match) -> str:
        return ""

    def player(self, player_id: str) -> ComputerPlayer:
        return StillPlayer()

    def export_debrief(self, case: Case, match: Match, page: str) -> str:
        self._check()
        self.pages.append(page)
        return "debrief.html"

    def settings(self) -> Settings:
        return self.kept

    def keep_settings(self, settings: Settings) -> None:
        self.kept = settings

    def codex(self) -> Codex:
        return self.codex_shown


@contextmanager
def window(
    scene: Scene,
    services: FakeServices | None = None,
    size: tuple[int, int] = (1280, 720),
    text_percent: int = 100,
) -> Iterator[Driver]:
    """A window with a scene, closed at the end."""
    held = services if services is not None else FakeServices()
    app = App(size, scene, held, text_percent=text_percent, sound=False)
    try:
        yield Driver(app)
    finally:
        app.close()


def layout_faults(driver: Driver) -> list[str]:
    """What a person would complain about: cut buttons, things outside the window, double ids."""
    root, look = driver.root, driver.root.look
    root.ensure_layout()
    faults = [f"two widgets are called {name}" for name in root.duplicate_ids()]
    for widget in root.walk():
        rect, name = widget.rect, widget.id or type(widget).__name__
        if rect.w and (rect.left < 0 or rect.right > root.bounds.right):
            faults.append(f"{name} {rect} lies beside the window")
        scrolled = any(above.clip_rect() for above in widget.path()[1:])
        if rect.h and not scrolled and rect.bottom > root.bounds.bottom:
            faults.append(f"{name} {rect} lies below the window")
        if isinstance(widget, Button) and not _fits(widget):
            faults.append(f"the text of button {name} is cut")
        if isinstance(widget, Label) and widget.rigid and rect.w < widget.content_width(look):
            faults.append(f"the text “{widget.text}” is cut")
    return faults


def _fits(button: Button) -> bool:
    assert button.root is not None
    look = button.root.look
    without_shortcut = button.content_width(look) - button._shortcut_width(look)
    return button.rect.w >= without_shortcut
