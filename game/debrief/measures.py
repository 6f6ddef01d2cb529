"""What is compared: the six outcomes over a stretch of turns, and the score, in whole numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.definitions.level import OUTCOMES, Level, Mandate
from game.engine.numbers import BP, muldiv
from game.engine.scoring import score
from game.engine.world import World

SCORE = "score"
MONEY = ("value", "revenue")
MEASURED: tuple[str, ...] = (*OUTCOMES, SCORE)
SOON_TURNS = 3
"""How many turns count as "soon after" a decision."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """The turns from ``first`` to ``last``, both counted."""

    first: int
    last: int

    @property
    def turns(self) -> int:
        """How many turns it has."""
        return self.last - self.first + 1


def series(worlds: Sequence[World], path: str) -> tuple[int, ...]:
    """Return a figure at the end of each turn, in its own unit."""
    slot = worlds[0].layout.slots[path]
    return tuple(world.values[slot] for world in worlds[1:])


def outcome_series(worlds: Sequence[World], seat: str, outcome: str) -> tuple[int, ...]:
    """Return an outcome of each turn: US$ a year for money, bp for meters."""
    found = series(worlds, f"{seat}/{outcome}")
    if outcome in MONEY:
        months = worlds[0].level.months
        return tuple(muldiv(value, 12, months) for value in found)
    return found


def mean_outcome(worlds: Sequence[World], seat: str, outcome: str, over: Stretch) -> int:
    """Return the mean of an outcome over a stretch: US$ a year for money, bp for meters."""
    found = outcome_series(worlds, seat, outcome)[over.first : over.last + 1]
    return muldiv(sum(found), 1, len(found))


def amount(
    worlds: Sequence[World], seat: str, mandate: Mandate, outcome: str, over: Stretch
) -> int:
    """Return an outcome's mean over a stretch, or the score at the end of it.

    The score is in hundredths of a point and counts from the first turn of the game.
    """
    if outcome == SCORE:
        return score(worlds[over.last + 1], seat, mandate).total
    return mean_outcome(worlds, seat, outcome, over)


def scale(level: Level, outcome: str) -> int:
    """Return the size against which effects are judged: half marks for money, 10,000 else."""
    if outcome in MONEY:
        return max(1, int(getattr(level.anchors, outcome)))
    return BP


def weight_bp(level: Level, outcome: str, size: int) -> int:
    """Return a size as a share of the outcome's scale, bp; it may be more than one whole."""
    return muldiv(abs(size), BP, scale(level, outcome))


def stretches(turn: int, turns: int) -> tuple[Stretch, ...]:
    """Return the stretches a decision is judged over: soon after it, and to the end of the game."""
    whole = Stretch(turn, turns - 1)
    soon = Stretch(turn, turn + SOON_TURNS - 1)
    return (whole, soon) if whole.turns >= 2 * SOON_TURNS else (whole,)
