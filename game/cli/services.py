"""What the window and the terminal ask for: levels, saved games, settings, the codex, reports."""

import contextlib
import secrets
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game import __version__
from game.classroom.faults import NOT_A_ROUND
from game.cli.build_mark import build_mark
from game.cli.level_index import MINERAL_ICONS, IndexEntry, level_index
from game.cli.level_watch import LevelWatch
from game.cli.saved_games import NOT_READ, level_entry, lost_saves
from game.cli.sentences import not_saved_sentence, record_sentence, refusal_sentence
from game.engine.definitions.level import SCENARIO_MARK, Level
from game.engine.record import RecordFault
from game.match.carry import carry_over
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
from game.text.classroom_words import round_sentence
from game.ui.services import (
    Case,
    Codex,
    LevelEntry,
    LostSave,
    Refused,
    Reloaded,
    RoundCard,
    Settings,
)

if TYPE_CHECKING:
    from game.content.loaded import LoadedLevel

_LUCK_BITS = 48


class GameServices:
    """Everything a screen may ask for; made once for a run of the program.

    Attributes:
        seat: The state to govern in new games, where a level has it; empty takes the first.
        seed: The luck of new games; None draws it afresh.
    """

    def __init__(self, folder: DataFolder, notice: str = "") -> None:
        self.folder = folder
        self.play_folder_notice = notice
        self.seat = ""
        self.seed: int | None = None
        self._kept, _ = kept.read_settings(folder.settings)
        self.catalogue = Catalogue(self._kept.language or "en")
        self._files: dict[int, RecordFile] = {}
        self._troubles: dict[int, str] = {}
        self._codex: Codex | None = None
        self._watch = LevelWatch()

    # ---- levels

    def languages(self) -> tuple[tuple[str, str], ...]:
        """Return the languages to choose from; only those that are complete are offered."""
        return (("en", "English"),)

    def levels(self) -> tuple[LevelEntry, ...]:
        """Return every level, sound or not, with the game to go on with."""
        saved = self._all_saves()
        return tuple(level_entry(entry, saved, self.catalogue) for entry in self._index())

    def lost_saves(self) -> tuple[LostSave, ...]:
        """Return the files among the saved games that cannot be read, each with why."""
        ids = [entry.id for entry in self._index()]
        return lost_saves(self.folder.saves, ids, self.catalogue)

    def _index(self) -> tuple[IndexEntry, ...]:
        return level_index(self.folder.path / "levels.json", self.catalogue.locale)

    def load(self, level_id: str, seat: str = "") -> Case:
        """Read a level afresh; its file may have been edited since."""
        from game.content.faults import LevelError, Severity
        from game.content.library import load_level

        try:
            loaded = load_level(level_id)
        except LevelError as error:
            errors = [x for x in error.problems if x.severity is Severity.ERROR]
            raise Refused(errors[0].render()) from None
        return self.case_of(loaded, seat)

    def case_of(self, loaded: "LoadedLevel", seat: str = "") -> Case:
        """Return a loaded level as the screens take it; levels of one's own are watched."""
        from game.cli.codex import sources_of
        from game.content.library import CAMPAIGN_FOLDER

        if loaded.path.parent != CAMPAIGN_FOLDER:
            self._watch.watch(loaded.level.id, loaded.path)

        level, meta = loaded.level, loaded.meta
        texts = dict(loaded.text(self.catalogue.locale))
        wanted = (x for x in (seat, self.seat, *level.seats) if x in level.seats)
        seat = next(wanted)
        steps = {
            lever: turn - 1 for turn, levers in meta.disclosure.get(seat, ()) for lever in levers
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
            seat=seat,
        )

    def level_changed(self, case: Case) -> bool:
        """Return whether an author has saved the level's file since it was read."""
        return self._watch.changed(case.level.id)

    def reload(self, case: Case, match: Match) -> Reloaded:
        """Read an edited level and carry the game over to it; its record takes the old one's place.

        The baseline is worked out anew, so that an author need not think of it.
        """
        from game.cli.authoring import refresh_baseline
        from game.content.faults import LevelError, Severity
        from game.content.library import load_level

        path, scenario = self._watch.path(case.level.id), case.level.scenario
        name = f"{path}{SCENARIO_MARK}{scenario}" if path and scenario else path or case.level.id
        try:
            loaded = load_level(name)
            if refresh_baseline(loaded):
                loaded = load_level(name)
        except LevelError as error:
            found = [x for x in error.problems if x.severity is Severity.ERROR]
            short = [replace(x, file=Path(x.file).name).render() for x in found]
            raise Refused("\n".join(short)) from None
        if loaded.level.id != case.level.id:
            raise Refused(
                self.catalogue.say(
                    "The id of the level has changed: put it back, or open the level anew."
                )
            )
        level = loaded.level
        others = {x.id: player_for(x.persona) for x in level.states if x.id != match.seat}
        journal = _Journal(self, self._new_file(level.id))
        try:
            carried = carry_over(match, level, others, program=__version__, journal=journal)
        except MatchRefused as refused:
            journal.discard()
            raise Refused(refusal_sentence(refused, self.catalogue)) from None
        self._forget(match)
        self._adopt(carried.match, journal)
        return Reloaded(self.case_of(loaded, match.seat), carried.match, carried.left_out)

    def _forget(self, match: Match) -> None:
        """Remove the record of a game whose decisions stand in a new record."""
        file = self._files.pop(id(match), None)
        self._close(file)
        if file is not None:
            with contextlib.suppress(OSError):
                file.path.unlink()

    # ---- games

    def start(self, case: Case, mandate: str, seed: int | None = None) -> Match:
        """Begin a game; its record is on disk from the first line."""
        level = case.level
        seat = case.seat or level.seats[0]
        seed = self.seed if seed is None else seed
        luck = secrets.randbits(_LUCK_BITS) if seed is None else seed
        return self._begin(level, seat, mandate, luck)

    def _begin(
        self, level: Level, seat: str, mandate: str, luck: int, round_id: str = "", number: int = 0
    ) -> Match:
        journal = _Journal(self, self._new_file(level.id))
        try:
            match = start(
                level,
                seat,
                mandate,
                luck,
                {x.id: player_for(x.persona) for x in level.states if x.id != seat},
                program=__version__,
                build=build_mark(),
                round_id=round_id,
                entrant=number,
                journal=journal,
            )
        except MatchRefused as refused:
            journal.discard()
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
        return self._resume(self.folder.saves / Path(save_id).name, None)

    def _resume(self, path: Path, on: Case | None) -> tuple[Case, Match]:
        try:
            record = record_file.read(path)
            case = on or self.load(record.header.level, record.header.seat)
            match = resume(case.level, record, player_for)
            # Only now: opening for writing cuts off a torn line, and a record that does not fit
            # stays as it was.
            journal = _Journal(self, record_file.reopen(path))
        except RecordFault as fault:
            raise Refused(record_sentence(fault, self.catalogue)) from None
        except MatchRefused as refused:
            raise Refused(refusal_sentence(refused, self.catalogue)) from None
        except CouldNotSave:
            raise Refused(
                self.catalogue.say(
                    "The saved game cannot be written to: check the rights of its file, "
                    "or start anew."
                )
            ) from None
        except OSError:
            raise Refused(self.catalogue.say(NOT_READ)) from None
        self._adopt(match, journal)
        return case, match

    def _adopt(self, match: Match, journal: "_Journal") -> None:
        match.journal = journal
        # A match that is gone may have had the same number; its record is complete.
        self._close(self._files.pop(id(match), None))
        if journal.file is not None:
            self._files[id(match)] = journal.file
        self._troubles[id(match)] = self._troubles.pop(journal.match_key, "")
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

    def _all_saves(self) -> tuple[saves.Save, ...]:
        try:
            return saves.list_saves(self.folder.saves)[0]
        except OSError:
            return ()

    # ---- rounds of a class (game.cli.round_services)

    def round(self) -> RoundCard | None:
        """Return the round that is played; none here."""
        return None

    def give_number(self, number: int) -> None:
        """Refuse a number: no round is played."""
        raise Refused(round_sentence(NOT_A_ROUND, "", self.catalogue))

    def round_game(self, game: int) -> tuple[Case, Match]:
        """Refuse a game of a round: none is played."""
        raise Refused(round_sentence(NOT_A_ROUND, "", self.catalogue))

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
            from game.cli.codex import make_codex

            self._codex = make_codex()
        return self._codex

    def close(self) -> None:
        """Close the records that are open."""
        for file in self._files.values():
            self._close(file)

    @staticmethod
    def _close(file: RecordFile | None) -> None:
        if file is not None:
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

    def discard(self) -> None:
        """Remove the record of a game that did not begin."""
        if self.file is not None:
            with contextlib.suppress(OSError):
                self.file.close()
                self.file.path.unlink()


def _places(level: Level) -> tuple[str, ...]:
    """Return the ids of states and partners; the map knows them by the same ids."""
    return tuple(x.id for x in level.states) + tuple(x.id for x in level.partners)
