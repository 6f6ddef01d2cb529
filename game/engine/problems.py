"""What can be wrong with an order or a sheet, as stable codes. Sentences are made in game.text."""

from dataclasses import dataclass
from typing import Final

UNKNOWN_LEVER: Final = "unknown_lever"
LOCKED_LEVER: Final = "locked_lever"
WRONG_TARGET: Final = "wrong_target"
MALFORMED: Final = "malformed"
OFF_GRID: Final = "off_grid"
NO_CHANGE: Final = "no_change"
TWICE: Final = "twice"
CAPITAL_SHORT: Final = "capital_short"
MONEY_SHORT: Final = "money_short"
CRISIS: Final = "crisis"
WRONG_SEAT: Final = "wrong_seat"
STALE: Final = "stale"
TOO_MANY: Final = "too_many"
NO_OFFER: Final = "no_offer"
NO_DISPUTE: Final = "no_dispute"
NOT_ENDED: Final = "not_ended"
NOTHING_OWED: Final = "nothing_owed"
NOT_A_MEMBER: Final = "not_a_member"
NO_CARD: Final = "no_card"
NO_DEAL: Final = "no_deal"
WINDOW_EMPTY: Final = "window_empty"
WINDOW_CLOSED: Final = "window_closed"
GAME_OVER: Final = "game_over"

ALL_CODES: Final = (
    UNKNOWN_LEVER,
    LOCKED_LEVER,
    WRONG_TARGET,
    MALFORMED,
    OFF_GRID,
    NO_CHANGE,
    TWICE,
    CAPITAL_SHORT,
    MONEY_SHORT,
    CRISIS,
    WRONG_SEAT,
    STALE,
    TOO_MANY,
    NO_OFFER,
    NO_DISPUTE,
    NOT_ENDED,
    NOTHING_OWED,
    NOT_A_MEMBER,
    NO_CARD,
    NO_DEAL,
    WINDOW_EMPTY,
    WINDOW_CLOSED,
    GAME_OVER,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of an order or a sheet.

    Attributes:
        code: One of ``ALL_CODES``; never changes between versions.
        order: The place of the order in its sheet, or -1 when the whole sheet is meant.
        details: What a sentence about it needs, as (name, value) pairs.
    """

    code: str
    order: int = -1
    details: tuple[tuple[str, str], ...] = ()
