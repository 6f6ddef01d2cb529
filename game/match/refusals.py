"""Why a match, or the record of one, is refused, as stable codes. Sentences are in game.text."""

from typing import Final

UNKNOWN_SEAT: Final = "unknown_seat"
UNKNOWN_MANDATE: Final = "unknown_mandate"
UNKNOWN_PLAYER: Final = "unknown_player"
OTHER_SEATS: Final = "other_seats"
OTHER_LEVEL: Final = "other_level"
LEVEL_CHANGED: Final = "level_changed"
OTHER_RULES: Final = "other_rules"
UNKNOWN_PREDICTION: Final = "unknown_prediction"
UNKNOWN_DIRECTION: Final = "unknown_direction"
UNKNOWN_REASON: Final = "unknown_reason"
ALREADY_ANSWERED: Final = "already_answered"
GAME_ENDED: Final = "game_ended"
WRONG_TURN: Final = "wrong_turn"
WRONG_SEAT: Final = "wrong_seat"
ILLEGAL_ORDER: Final = "illegal_order"
NOT_ON_SHEET: Final = "not_on_sheet"
WRONG_DIGEST: Final = "wrong_digest"
OTHER_SHEETS: Final = "other_sheets"
TOO_MUCH_WORK: Final = "too_much_work"

ALL_CODES: Final = (
    UNKNOWN_SEAT,
    UNKNOWN_MANDATE,
    UNKNOWN_PLAYER,
    OTHER_SEATS,
    OTHER_LEVEL,
    LEVEL_CHANGED,
    OTHER_RULES,
    UNKNOWN_PREDICTION,
    UNKNOWN_DIRECTION,
    UNKNOWN_REASON,
    ALREADY_ANSWERED,
    GAME_ENDED,
    WRONG_TURN,
    WRONG_SEAT,
    ILLEGAL_ORDER,
    NOT_ON_SHEET,
    WRONG_DIGEST,
    OTHER_SHEETS,
    TOO_MUCH_WORK,
)


class MatchRefused(ValueError):
    """Something that a match does not do. ``code`` is one of ``ALL_CODES``.

    Attributes:
        detail: The id, number or digest in question; may be empty.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
