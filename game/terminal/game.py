"""``TerminalGame``: from the list of levels to the debrief, line by line."""

from typing import TextIO

from game.engine.record import RecordFault
from game.match.match import Match
from game.match.refusals import MatchRefused
from game.terminal.briefing_page import choose_mandate, show_briefing
from game.terminal.choose_page import choose_play, show_lost
from game.terminal.debrief_page import DebriefPages
from game.terminal.round_page import RoundPages, show_file
from game.terminal.screen import WIDTH, Leave, Screen
from game.terminal.services import Case, LevelEntry, SavedGame, Services
from game.terminal.table import Table
from game.terminal.turn_loop import play_turns
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.problem_words import RECORD_FAULT_OTHER, RECORD_FAULTS, REFUSALS


class TerminalGame:
    """The whole game in a terminal.

    >>> # status = TerminalGame(services, sys.stdin, sys.stdout).run("indonesia-nickel")

    Args:
        services: Levels, saved games and the codex.
        input_stream: The player's lines.
        output_stream: The game's lines.
        width: Characters a line.
        refused: Exceptions of the services whose text is one plain sentence for the player.
        data_dir: The folder the player named for saved games, repeated in the way to go on.
        command: What starts the program, for the way to go on.
    """

    def __init__(
        self,
        services: Services,
        input_stream: TextIO,
        output_stream: TextIO,
        width: int = WIDTH,
        refused: tuple[type[Exception], ...] = (),
        data_dir: str = "",
        command: str = "python main.py",
    ) -> None:
        self._services = services
        self._data_dir = data_dir
        self._command = command
        self._screen = Screen(input_stream, output_stream, services.catalogue, width)
        self._refused = refused
        self._playing: Table | None = None
        self._opened = ""
        self._way_on: list[str] = []

    def run(self, level_id: str = "", mandate: str = "", seed: int | None = None) -> int:
        """Play until the player leaves. Returns the exit status.

        Args:
            level_id: A level to open at once; empty shows the list.
            mandate: A goal already chosen; empty asks for it.
            seed: The luck of a new game; None draws it afresh.

        Returns:
            0 when the player left or the game ended, 2 when levels, level or goal are refused.
        """
        try:
            if self._services.play_folder_notice:
                self._screen.line(self._services.play_folder_notice)
            if level_id:
                if not self._guarded(level_id, mandate, seed):
                    return 2
            else:
                self._screen.heading(self._say(mark("Downstream: a game about minerals")))
            self._levels()
        except (Leave, KeyboardInterrupt):
            pass  # leaving is no fault; what was ordered is on disk
        except self._refused as refusal:
            self._screen.line(str(refusal))
            return 2
        self._goodbye()
        return 0

    def run_round(self, file: str) -> int:
        """Play the round that the services hold until the player leaves.

        Args:
            file: The round's file as the player named it, repeated in the way to go on.

        Returns:
            0 when the player left, 2 when the round is refused.
        """
        self._way_on = ["--round", file]
        try:
            if self._services.play_folder_notice:
                self._screen.line(self._services.play_folder_notice)
            RoundPages(self._services, self._screen, self._play).run()
        except (Leave, KeyboardInterrupt):
            pass  # leaving is no fault; what was ordered is on disk
        except self._refused as refusal:
            self._screen.line(str(refusal))
            return 2
        card = self._services.round()
        if card is not None and card.number:
            self._way_on += ["--number", str(card.number)]
        if card is not None and card.file:
            show_file(self._screen, card)
        self._goodbye()
        return 0

    def _say(self, message: str, **values: object) -> str:
        return self._services.catalogue.say(message, **values)

    # ---- levels

    def _levels(self) -> None:
        while True:
            entries = list(self._services.levels())
            show_lost(self._screen, self._services.lost_saves())
            picked = self._screen.pick(
                self._say(mark("Levels")),
                [self._entry(entry) for entry in entries],
                self._say(mark("Number of a level, or “quit”:")),
            )
            if picked is None:
                return
            entry = entries[picked]
            if entry.problem:
                self._screen.line(
                    self._say(mark("This level cannot be played: {why}"), why=entry.problem)
                )
            else:
                self._guarded(entry.id, "", None, entry)

    def _entry(self, entry: LevelEntry) -> str:
        ends = "" if entry.title.endswith(("?", "!", ".")) else "."
        line = f"{entry.title}{ends} {entry.summary}".strip() if entry.summary else entry.title
        if entry.problem:
            return self._say(mark("{level} (cannot be played)"), level=line)
        if entry.saved and entry.saved.over:
            return self._say(mark("{level} (played)"), level=line)
        if entry.saved and not entry.saved.problem:
            turn = entry.saved.turn + 1
            return self._say(mark("{level} (saved at turn {turn})"), level=line, turn=turn)
        return line

    def _guarded(
        self, level_id: str, mandate: str, seed: int | None, listed: LevelEntry | None = None
    ) -> bool:
        """Play a level; a refusal is one sentence and False."""
        try:
            self._open(level_id, mandate, seed, listed)
        except MatchRefused as refused:
            message = REFUSALS.get(refused.code, refused.code)
            self._screen.line(self._say(message, detail=refused.detail))
        except RecordFault as fault:
            message = RECORD_FAULTS.get(fault.code, RECORD_FAULT_OTHER)
            self._screen.line(self._say(message, line=fault.line))
        except self._refused as refusal:
            self._screen.line(str(refusal))
        else:
            return True
        return False

    def _open(
        self, level_id: str, mandate: str, seed: int | None, listed: LevelEntry | None
    ) -> None:
        """Go on with a saved game or begin; a level from the list asks what it leaves open."""
        self._opened = level_id
        saved = self._saved(level_id)
        if saved and not saved.problem and seed is None and self._wants(saved):
            case, match = self._services.resume(saved.id)
            self._play(case, match)
            return
        chosen = choose_play(self._screen, listed) if listed else (level_id, "")
        if chosen is None:
            return
        self._opened = chosen[0]
        case = self._services.load(*chosen)
        words = Words(self._services.catalogue, case.level, case.texts)
        show_briefing(self._screen, words)
        goal = mandate or choose_mandate(self._screen, words, case.mandate_order)
        if goal:
            self._play(case, self._services.start(case, goal, seed))

    def _saved(self, level_id: str) -> SavedGame | None:
        """The saved game of a level, or of the scenario that is named with it."""
        for entry in self._services.levels():
            if entry.saved and level_id in (entry.id, entry.saved.key):
                return entry.saved
        return None

    def _wants(self, saved: SavedGame) -> bool:
        if saved.over:
            return self._screen.confirm(self._say(mark("This level is played. Open its debrief?")))
        if saved.played_as:
            self._screen.line(saved.played_as)
        asked = mark("A saved game stands at turn {turn}. Go on with it?")
        return self._screen.confirm(self._say(asked, turn=saved.turn + 1))

    def _play(self, case: Case, match: Match) -> None:
        words = Words(self._services.catalogue, case.level, case.texts)
        table = Table(self._services, self._screen, case, words, match, self._refused)
        self._playing = table
        if match.header.round and not match.lines:
            show_briefing(self._screen, words)
        play_turns(table)
        card = self._services.round() if match.header.round else None
        if card is None or card.complete:
            DebriefPages(table).run()
        self._playing = None

    def _goodbye(self) -> None:
        """Say how to go on; the record has been written order by order."""
        table = self._playing
        if table is None:
            self._screen.line(self._say(mark("Goodbye.")))
            return
        trouble = self._services.save_trouble(table.match)
        if trouble:
            self._screen.line(trouble)
            return
        self._screen.line(self._say(mark("Your game is saved. To go on, type:")))
        words = [*(self._way_on or [self._opened])]
        words += ["--data-dir", self._data_dir] if self._data_dir else []
        named = " ".join(f'"{word}"' if " " in word else word for word in words)
        self._screen.verbatim(f"{self._command} play {named} --text")
