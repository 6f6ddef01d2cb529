"""What the window and the terminal ask for: levels, saved games, settings, the codex, reports."""

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from babel.dates import format_date

from game import __version__
from game.cli.codex import make_codex, sources_of
from game.cli.sentences import not_saved_sentence, record_sentence, refusal_sentence
from game.content.faults import LevelError, Severity
from game.content.library import Entry, list_levels, load_level
from game.content.loaded import LoadedLevel
from game.engine.definitions import Level
from game.engine.record import RecordFault
from game.lab.simulate import date_of
from game.match.match import Match, start
from game.match.refusals import MatchRefused
from game.match.replay import resume
from game.match.seats import ComputerPlayer
from game.players import player_for
from game.storage import record_file, saves
from game.storage import settings as kept
from game.storage.atomic import write_text
from game.storage.faults import CouldNotSave
from game.storage.folder import DataFolder
from game.storage.record_file import RecordFile
from game.text.catalogue import Catalogue
from game.ui.services import (
    Case,
    Codex,
    LevelEntry,
    MapPlace,
    Refused,
    SavedGame,
    Settings,
)

MINERAL_ICONS = {
    "nickel": "battery-charging",
    "copper": "cable",
    "bauxite": "sun",
    "rare-earths": "magnet",
    "tin": "cpu",
}
_LUCK_BITS = 48


class GameServices:
    """Everything a screen may ask for; made once for a run of the program."""

    def __init__(self, folder: DataFolder, notice: str = "") -> None:
        self.folder = folder
        self.play_folder_notice = notice
        self._kept, _ = kept.read_settings(folder.settings)
        self.catalogue = Catalogue(self._kept.language or "en")
        self._files: dict[int, RecordFile] = {}
        self._troubles: dict[int, str] = {}
        self._loaded: dict[str, LoadedLevel] = {}
        self._codex: Codex | None = None

    # ---- levels

    def languages(self) -> tuple[tuple[str, str], ...]:
        """Return the languages to choose from; only those that are complete are offered."""
        return (("en", "English"),)

    def levels(self) -> tuple[LevelEntry, ...]:
        """Return every level, sound or not, with its latest saved game."""
        saved = self._latest_saves()
        return tuple(self._entry(entry, saved.get(entry.id)) for entry in list_levels())

    def _entry(self, entry: Entry, saved: saves.Save | None) -> LevelEntry:
        if entry.problem is not None:
            return LevelEntry(
                entry.id, entry.path.name, problem=entry.problem.render(), problem_count=1
            )
        loaded = self._load(entry.id)
        level, meta, texts = loaded.level, loaded.meta, loaded.text(self.catalogue.locale)
        mineral = level.minerals[0].id
        seat = level.seats[0]
        longitude, latitude = _pin_of(level, seat)
        return LevelEntry(
            id=entry.id,
            title=texts["level.title"],
            summary=texts.get("level.summary", ""),
            place=texts.get("level.place", ""),
            mineral_name=texts.get(f"mineral.{mineral}.name", mineral),
            mineral_icon=MINERAL_ICONS.get(mineral, "layers"),
            minutes=meta.minutes,
            turns=level.turns,
            difficulty=meta.difficulty,
            goals=tuple(_numbered(texts.get, "level.goal")),
            seats=level.seats,
            flags=tuple(meta.flags[x] for x in level.seats),
            countries=level.seats,
            pin=MapPlace(longitude / 100, latitude / 100),
            saved=self._saved_game(saved, level) if saved else None,
            finished=self._finished(entry.id),
        )

    def _load(self, level_id: str) -> LoadedLevel:
        if level_id not in self._loaded:
            self._loaded[level_id] = load_level(level_id)
        return self._loaded[level_id]

    def load(self, level_id: str) -> Case:
        """Read a level afresh; its file may have been edited since."""
        try:
            loaded = load_level(level_id)
        except LevelError as error:
            errors = [x for x in error.problems if x.severity is Severity.ERROR]
            raise Refused(errors[0].render()) from None
        self._loaded[level_id] = loaded
        return self.case_of(loaded)

    def case_of(self, loaded: LoadedLevel) -> Case:
        """Return a loaded level as the screens take it."""
        level, meta = loaded.level, loaded.meta
        texts = dict(loaded.text(self.catalogue.locale))
        steps = {
            lever: turn - 1
            for turn, levers in meta.disclosure.get(level.seats[0], ())
            for lever in levers
        }
        return Case(
            level=level,
            texts=texts,
            sources=sources_of(texts, loaded.references),
            flags=meta.flags,
            countries={x: x for x in _places(level)},
            icons={x.id: MINERAL_ICONS.get(x.id, "layers") for x in level.minerals},
            lever_steps=steps,
            mandate_order=meta.mandates,
        )

    # ---- games

    def start(self, case: Case, mandate: str, seed: int | None = None) -> Match:
        """Begin a game; its record is on disk from the first line."""
        level, seat = case.level, case.level.seats[0]
        luck = secrets.randbits(_LUCK_BITS) if seed is None else seed
        journal = _Journal(self, self._new_file(level.id))
        try:
            match = start(
                level,
                seat,
                mandate,
                luck,
                {x.id: player_for(x.persona) for x in level.states if x.id != seat},
                program=__version__,
                journal=journal,
            )
        except MatchRefused as refused:
            raise Refused(refusal_sentence(refused, self.catalogue)) from None
        self._adopt(match, journal)
        return match

    def _new_file(self, level_id: str) -> RecordFile | None:
        try:
            return saves.new_save(self.folder.saves, level_id)
        except CouldNotSave:
            return None

    def resume(self, save_id: str) -> tuple[Case, Match]:
        """Take up a saved game where it stood; at most its last order is lost."""
        path = self.folder.saves / Path(save_id).name
        try:
            record = record_file.read(path)
            case = self.load(record.header.level)
            journal = _Journal(self, record_file.reopen(path))
            match = resume(case.level, record, player_for, journal)
        except RecordFault as fault:
            raise Refused(record_sentence(fault, self.catalogue)) from None
        except MatchRefused as refused:
            raise Refused(refusal_sentence(refused, self.catalogue)) from None
        except OSError:
            raise Refused(
                self.catalogue.say("The saved game cannot be read: check the disk, or start anew.")
            ) from None
        self._adopt(match, journal)
        return case, match

    def _adopt(self, match: Match, journal: "_Journal") -> None:
        match.journal = journal
        if journal.file is not None:
            self._files[id(match)] = journal.file
        journal.match_key = id(match)

    def note_trouble(self, key: int, sentence: str) -> None:
        """Remember why a match could not be saved, or that all is well again."""
        self._troubles[key] = sentence

    def save_trouble(self, match: Match) -> str:
        """Return why the last order could not be saved; empty when everything is on disk."""
        return self._troubles.get(id(match), "")

    def player(self, player_id: str) -> ComputerPlayer:
        """Return a computer player for the debrief's re-runs."""
        return player_for(player_id)

    def export_debrief(self, case: Case, match: Match, page: str) -> str:
        """Write a debrief's page beside the saved games and return where."""
        folder = self.folder.path / "reports"
        path = folder / f"{case.level.id}-{date.today().isoformat()}.html"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_text(path, page)
        except OSError as error:
            trouble = error if isinstance(error, CouldNotSave) else CouldNotSave(error, path)
            raise Refused(not_saved_sentence(trouble)) from None
        return str(path)

    def _latest_saves(self) -> dict[str, saves.Save]:
        """Return the save to go on with, by level: the latest unfinished, else the latest."""
        found: dict[str, saves.Save] = {}
        for save in self._all_saves():
            found.setdefault(save.header.level, save)
        return found

    def _all_saves(self) -> tuple[saves.Save, ...]:
        try:
            return saves.list_saves(self.folder.saves)[0]
        except OSError:
            return ()

    def _finished(self, level_id: str) -> bool:
        turns = self._load(level_id).level.turns
        return any(x.header.level == level_id and x.turn >= turns for x in self._all_saves())

    def _saved_game(self, save: saves.Save, level: Level) -> SavedGame:
        texts = self._load(level.id).text(self.catalogue.locale)
        changed = save.header.digest != level.digest
        why = refusal_sentence(MatchRefused("level_changed"), self.catalogue) if changed else ""
        return SavedGame(
            id=save.path.name,
            turn=save.turn,
            mandate_name=texts.get(f"mandate.{save.header.mandate}.name", save.header.mandate),
            date=date_of(level, min(save.turn, level.turns - 1)),
            when=format_date(save.day, format="long", locale=self.catalogue.locale),
            over=save.turn >= level.turns,
            problem=why,
        )

    # ---- settings and the codex

    def settings(self) -> Settings:
        """Return the settings as kept."""
        percent = min((100, 125, 150), key=lambda x: abs(x - self._kept.text_percent))
        return Settings(
            text_percent=percent,
            sound=self._kept.sound_percent > 0,
            reduced_motion=self._kept.reduced_motion,
            high_contrast=self._kept.high_contrast,
            fullscreen=self._kept.full_screen,
            language=self._kept.language or "en",
        )

    def keep_settings(self, settings: Settings) -> None:
        """Keep the settings for the next start."""
        self._kept = replace(
            self._kept,
            text_percent=settings.text_percent,
            sound_percent=(self._kept.sound_percent or 60) if settings.sound else 0,
            reduced_motion=settings.reduced_motion,
            high_contrast=settings.high_contrast,
            full_screen=settings.fullscreen,
            language=settings.language,
        )
        try:
            kept.write_settings(self.folder.settings, self._kept)
        except CouldNotSave as trouble:
            raise Refused(not_saved_sentence(trouble)) from None

    @property
    def window_size(self) -> tuple[int, int]:
        """The size the window had last."""
        return (self._kept.window_width, self._kept.window_height)

    def codex(self) -> Codex:
        """Return everything that can be looked up."""
        if self._codex is None:
            self._codex = make_codex()
        return self._codex

    def close(self) -> None:
        """Close the records that are open."""
        for file in self._files.values():
            with contextlib.suppress(CouldNotSave):
                file.close()


class _Journal:
    """Writes a match's lines to its record; trouble is told and does not stop the game."""

    def __init__(self, services: GameServices, file: RecordFile | None) -> None:
        self.services = services
        self.file = file
        self.match_key = 0

    def __call__(self, line: str) -> None:
        try:
            if self.file is None:
                raise CouldNotSave(PermissionError(13, "no file"), self.services.folder.saves)
            self.file.append(line)
        except CouldNotSave as trouble:
            self.services.note_trouble(self.match_key, not_saved_sentence(trouble))
        else:
            self.services.note_trouble(self.match_key, "")


def _places(level: Level) -> tuple[str, ...]:
    """Return the ids of states and partners; the map knows them by the same ids."""
    return tuple(x.id for x in level.states) + tuple(x.id for x in level.partners)


def _pin_of(level: Level, seat: str) -> tuple[int, int]:
    """Return where a level's pin stands: its first province, in hundredths of a degree."""
    state = next(x for x in level.states if x.id == seat)
    return state.provinces[-1].longitude, state.provinces[-1].latitude


def _numbered(get: Callable[[str], str | None], prefix: str) -> list[str]:
    found = []
    number = 1
    while text := get(f"{prefix}.{number}"):
        found.append(text)
        number += 1
    return found
