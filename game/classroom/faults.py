"""Why a round or an entry is refused, as stable codes. Sentences are in game.text."""

from typing import Final

from game.engine.record import FAULTS as RECORD_CODES
from game.match.refusals import ALL_CODES as MATCH_CODES

NOT_A_ROUND: Final = "not_a_round"
ROUND_FORMAT: Final = "round_format"
ROUND_RULES: Final = "round_rules"
ROUND_MALFORMED: Final = "round_malformed"
WRONG_LUCK: Final = "wrong_luck"
LUCK_SEALED: Final = "luck_sealed"
ROUND_LEVEL: Final = "round_level"
SEARCHING_PLAYER: Final = "searching_player"

NO_ROUND: Final = "no_round"
OTHER_ROUND: Final = "other_round"
OTHER_SETUP: Final = "other_setup"
NO_SUCH_NUMBER: Final = "no_such_number"
TWO_NUMBERS: Final = "two_numbers"
OTHER_LUCK: Final = "other_luck"
SAME_GAME_TWICE: Final = "same_game_twice"
TOO_MANY_GAMES: Final = "too_many_games"
NOTHING_PLAYED: Final = "nothing_played"
TOO_SLOW: Final = "too_slow"
STOPPED: Final = "stopped"

ROUND_CODES: Final = (
    NOT_A_ROUND,
    ROUND_FORMAT,
    ROUND_RULES,
    ROUND_MALFORMED,
    WRONG_LUCK,
    LUCK_SEALED,
    ROUND_LEVEL,
    SEARCHING_PLAYER,
)
"""Every code of a ``RoundFault``."""

ENTRY_CODES: Final = (
    *RECORD_CODES,
    *MATCH_CODES,
    NO_ROUND,
    OTHER_ROUND,
    OTHER_SETUP,
    NO_SUCH_NUMBER,
    TWO_NUMBERS,
    OTHER_LUCK,
    SAME_GAME_TWICE,
    TOO_MANY_GAMES,
    NOTHING_PLAYED,
    TOO_SLOW,
    STOPPED,
)
"""Every code with which an entry may be refused."""

NEEDS_REVIEW: Final = (TOO_SLOW, STOPPED)
"""Codes that say nothing about the entry itself: a person has to look."""


class RoundFault(ValueError):
    """A round that cannot be used. ``code`` is one of ``ROUND_CODES``."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class EntryFault(ValueError):
    """An entry that cannot be re-run. ``code`` is one of ``ENTRY_CODES``; ``line`` from 1, or 0."""

    def __init__(self, code: str, line: int = 0, detail: str = "") -> None:
        super().__init__(f"{code} in line {line}: {detail}")
        self.code = code
        self.line = line
        self.detail = detail
