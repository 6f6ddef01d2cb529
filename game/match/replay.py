"""A match from its record: resumed, rebuilt, or verified digest by digest.

Computer players' sheets are not in a record: they are chosen again from player, version and view.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from game.engine.definitions.level import Level
from game.engine.record import Header, Line, Ordered, Predicted, Record, Sealed
from game.engine.scoring import Score
from game.match.match import Journal, Match
from game.match.refusals import (
    ILLEGAL_ORDER,
    LEVEL_CHANGED,
    NOT_ON_SHEET,
    OTHER_LEVEL,
    OTHER_SHEETS,
    TOO_MUCH_WORK,
    UNKNOWN_PLAYER,
    WRONG_DIGEST,
    WRONG_SEAT,
    WRONG_TURN,
    MatchRefused,
)
from game.match.seats import ComputerPlayer

PlayerOf = Callable[[str], ComputerPlayer]
"""Returns the computer player of an id with version; KeyError when there is none."""

TURN_WORK = 60
"""Units of work that resolving a turn counts for; an order or withdrawal counts for one, and one
more for every order on the draft, which is checked with it. A unit takes some 20 microseconds on
the machine this was measured on; the count is the same on every machine."""


@dataclass(frozen=True, slots=True)
class Replay:
    """What verifying a record found.

    Attributes:
        ok: Whether every line is legal and every digest agrees.
        turns: Sealed turns in the record.
        first_wrong_turn: The first turn that does not agree, or None.
        expected, actual: The digest in the record and ours for that turn; empty where an order
            could not be carried out at all.
        code: Why, one of ``game.match.refusals``; empty when all is well.
        detail: The id, number or problem in question; may be empty.
        score: Our own score at the last turn that agrees.
        digest: The last digest that agrees.
        work: Units of work it took, the same on every machine.
        match: The match as far as it agrees.
    """

    ok: bool
    turns: int
    first_wrong_turn: int | None
    expected: str
    actual: str
    code: str
    score: Score
    digest: str
    detail: str
    work: int
    match: Match = field(compare=False, repr=False)


def verify(level: Level, record: Record, player_of: PlayerOf, budget: int = 0) -> Replay:
    """Play a record again and compare every digest.

    Args:
        level: The level it was played on.
        record: The record.
        player_of: Makes the computer players it names.
        budget: The most units of work it may take; 0 sets no limit.

    Raises:
        MatchRefused: The record is of another level, or names a seat, mandate or player that
            does not exist.
    """
    match = _open(level, record.header, player_of)
    match.detail = False
    seals = {line.turn: line for line in record.lines if isinstance(line, Sealed)}
    work = 0
    try:
        for line in record.lines:
            work += _work(match, line)
            if budget and work > budget:
                raise MatchRefused(TOO_MUCH_WORK, str(budget))
            _play(match, line)
    except MatchRefused as wrong:
        sealed = seals.get(match.turn, Sealed(match.turn, ""))
        compared = wrong.code in (WRONG_DIGEST, OTHER_SHEETS)
        return Replay(
            ok=False,
            turns=len(seals),
            first_wrong_turn=match.turn,
            expected=sealed.sheets if wrong.code == OTHER_SHEETS else sealed.digest,
            actual=wrong.detail if compared else "",
            code=wrong.code,
            score=match.score(),
            digest=match.digest,
            detail=wrong.detail,
            work=work,
            match=match,
        )
    return Replay(True, len(seals), None, "", "", "", match.score(), match.digest, "", work, match)


def _work(match: Match, line: Line) -> int:
    return TURN_WORK if isinstance(line, Sealed) else 1 + len(match.draft.orders)


def rebuild(level: Level, record: Record, player_of: PlayerOf) -> Match:
    """Return the match of a record, its draft as it was left.

    Raises:
        MatchRefused: The record does not fit the level, or a line or digest is wrong; the detail
            then names the turn.
    """
    match = _open(level, record.header, player_of)
    for line in record.lines:
        try:
            _play(match, line)
        except MatchRefused as wrong:
            raise MatchRefused(wrong.code, str(match.turn)) from None
    match.settle()
    return match


def resume(
    level: Level, record: Record, player_of: PlayerOf, journal: Journal | None = None
) -> Match:
    """Return the match of a saved record, ready to be played on; new lines go to the journal.

    Raises:
        MatchRefused: As ``rebuild``.
    """
    match = rebuild(level, record, player_of)
    match.journal = journal
    return match


def _open(level: Level, header: Header, player_of: PlayerOf) -> Match:
    if header.level != level.id:
        raise MatchRefused(OTHER_LEVEL, header.level)
    if header.digest != level.digest:
        raise MatchRefused(LEVEL_CHANGED, header.level)
    others = {}
    for seat, player in header.others:
        try:
            others[seat] = player_of(player)
        except KeyError:
            raise MatchRefused(UNKNOWN_PLAYER, player) from None
    return Match(level, header, others)


def _play(match: Match, line: Line) -> None:
    """Do what a line says, or raise why it cannot have been done.

    A refusal leaves the match in its open turn, so that ``match.turn`` names the wrong one.
    """
    if line.turn != match.turn or match.over:
        raise MatchRefused(WRONG_TURN, str(line.turn))
    if isinstance(line, Sealed):
        match.seal(line.digest, line.sheets)
    elif isinstance(line, Predicted):
        match.predict(line.prediction, line.direction, line.reason)
    else:
        _give(match, line)


def _give(match: Match, line: Ordered) -> None:
    if line.seat != match.seat:
        raise MatchRefused(WRONG_SEAT, line.seat)
    if line.withdrawn:
        if not match.withdraw(line.order):
            raise MatchRefused(NOT_ON_SHEET, line.order.lever)
        return
    problems = match.give(line.order)
    if problems:
        raise MatchRefused(ILLEGAL_ORDER, problems[0].code)
