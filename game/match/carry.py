"""A match carried over to an edited level: the same decisions, given again from the first turn.

An author who saves the level file while playing goes on at the same turn. What the edited level no
longer allows is left out and counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.definitions.level import Level
from game.match.match import Journal, Match, start
from game.match.refusals import MatchRefused
from game.match.seats import ComputerPlayer


@dataclass(frozen=True, slots=True)
class Carried:
    """The match on the edited level, its record, and how many decisions no longer fit."""

    match: Match
    left_out: int


def carry_over(
    old: Match,
    level: Level,
    others: Mapping[str, ComputerPlayer],
    *,
    program: str,
    journal: Journal | None = None,
) -> Carried:
    """Return a match on an edited level at the turn where the old one stands.

    Args:
        old: The match so far; it is not changed.
        level: The level as edited, of the same id.
        others: Computer player by seat, for every other state of the edited level.
        program: Version of the program, for the header.
        journal: Gets each line of the new record.

    Raises:
        MatchRefused: The seat or the goal is not in the level any more.
    """
    new = start(
        level,
        old.seat,
        old.mandate.id,
        old.header.seed,
        others,
        program=program,
        journal=journal,
    )
    left_out = 0
    for sheets in old.sheets[: level.turns - 1]:
        left_out += _give(old, new, sheets[old.seat].turn)
        new.seal()
    left_out += _give(old, new, old.turn)
    new.settle()
    return Carried(new, left_out)


def _give(old: Match, new: Match, turn: int) -> int:
    """Give a turn's answers and orders again; return how many were refused."""
    if turn != new.turn:
        return 0
    left_out = 0
    for answer in old.answers:
        if answer.turn == turn:
            try:
                new.predict(answer.prediction, answer.direction, answer.reason)
            except MatchRefused:
                left_out += 1
    sheet = old.draft if turn == old.turn else old.sheets[turn][old.seat]
    return left_out + sum(1 for order in sheet.orders if new.give(order))
