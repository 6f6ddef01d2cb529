"""A terminal game fed with lines: what was typed, and everything that was shown."""

from dataclasses import replace
from io import StringIO

from game.match.match import Match
from game.terminal.game import TerminalGame
from game.ui.services import Case, Refused
from tests.text.words_world import TEXTS
from tests.ui.fakes import FakeServices

LEVEL = "test-zinc"
MORE_TEXTS = {
    **TEXTS,
    "adviser.treasury.export_ban": "A ban costs us the export tax.",
    "path.0.line": "The government announced a ban.",
    "debrief.leaves_out.1": "Ships and weather.",
    "debrief.other_side.export_tax": "A tax keeps ports open.",
    "quiz.1.question": "Who pays an export tax first?",
    "quiz.1.answer.1": "The miner",
    "quiz.1.answer.2": "The moon",
    "quiz.1.right": "1",
    "prediction.trust-later.question": "Where will trust go?",
    "prediction.trust-later.reason.drift": "It drifts.",
}


class ScriptedServices(FakeServices):
    """The services in memory, with texts for everything that the level can show."""

    def case(self) -> Case:
        return replace(super().case(), texts=MORE_TEXTS)

    def last_match(self, match: Match) -> None:
        self.matches["last"] = match

    def start(self, case: Case, mandate: str, seed: int | None = None) -> Match:
        match = super().start(case, mandate, seed)
        self.last_match(match)
        return match


def play(
    *lines: str, services: ScriptedServices | None = None, level: str = LEVEL, width: int = 79
) -> tuple[int, str, ScriptedServices]:
    """Return exit status, everything shown, and the services after the last line was read."""
    used = services or ScriptedServices()
    shown = StringIO()
    read = StringIO("".join(f"{line}\n" for line in lines))
    status = TerminalGame(used, read, shown, width, refused=(Refused,)).run(level)
    return status, shown.getvalue(), used
