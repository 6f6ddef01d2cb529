"""Claims: what a decision did to an outcome, shown by two re-runs with the same luck."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.debrief.measures import MEASURED, SCORE, Stretch, amount, scale, stretches, weight_bp
from game.debrief.played import Decision, Played
from game.debrief.rerun import Path, as_played, replanned, without
from game.engine.numbers import BP
from game.match.seats import ComputerPlayer

LEAST_SHARE_BP = 100
"""An effect below one per cent of the outcome's scale is not told."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An outcome with and without a decision, in the outcome's unit."""

    having: int
    lacking: int

    @property
    def effect(self) -> int:
        """What the decision added; negative when it took away."""
        return self.having - self.lacking


@dataclass(frozen=True, slots=True)
class Claim:
    """What a decision did to an outcome.

    Attributes:
        cause: The decision.
        outcome: One of the six outcomes, or ``score``.
        over: The stretch of turns over which the outcome is averaged.
        fixed: The game against the re-run with all other own orders unchanged.
        replanned: The same with the later own orders chosen afresh, on both sides.
        impossible: How many own orders the first re-run made impossible.
    """

    cause: Decision
    outcome: str
    over: Stretch
    fixed: Comparison
    replanned: Comparison
    impossible: int = 0

    @property
    def effect(self) -> int:
        """The effect that is told: of the first re-run, or of the second when that one broke."""
        return self.replanned.effect if self.impossible else self.fixed.effect

    @property
    def sign(self) -> int:
        """1 when the decision raised the outcome, -1 when it lowered it, 0 without effect."""
        return (self.effect > 0) - (self.effect < 0)

    @property
    def size(self) -> int:
        """The size of the effect, in the outcome's unit."""
        return abs(self.effect)


@dataclass(frozen=True, slots=True)
class Tried:
    """A decision with the paths the game takes without it.

    ``planned`` is the game with the later orders chosen afresh, ``planned_without`` the same
    without the decision.
    """

    decision: Decision
    path: Path
    planned: Path
    planned_without: Path


def try_without(
    played: Played, decisions: Sequence[Decision], planner: ComputerPlayer
) -> Iterator[Tried]:
    """Yield each decision with its re-runs, one after the other, so that a window stays alive."""
    planned: dict[int, Path] = {}
    for decision in decisions:
        turn = decision.turn
        if turn not in planned:
            planned[turn] = replanned(played, planner, turn)
        yield Tried(
            decision=decision,
            path=without(played, decision.deeds),
            planned=planned[turn],
            planned_without=replanned(played, planner, turn, decision),
        )


def claim_of(played: Played, tried: Tried, outcome: str, over: Stretch) -> Claim:
    """Return what the re-runs show of a decision's effect on an outcome, told or not."""

    def read(path: Path) -> int:
        return amount(path.worlds, played.seat, played.mandate, outcome, over)

    return Claim(
        cause=tried.decision,
        outcome=outcome,
        over=over,
        fixed=Comparison(read(as_played(played)), read(tried.path)),
        replanned=Comparison(read(tried.planned), read(tried.planned_without)),
        impossible=len(tried.path.impossible),
    )


def all_claims(played: Played, tried: Tried) -> tuple[Claim, ...]:
    """Return a decision's claims on every outcome and stretch, whether they hold or not."""
    turns = stretches(tried.decision.turn, played.turns)
    return tuple(
        claim_of(played, tried, outcome, over)
        for over in turns
        for outcome in MEASURED
        if outcome != SCORE or over.last == played.turns - 1
    )


def holds(played: Played, claim: Claim) -> bool:
    """Whether a claim may be told: both re-runs agree in sign, and each effect is large enough.

    Large enough is one per cent of the outcome's scale (``measures.scale``).
    """
    first, second = claim.fixed.effect, claim.replanned.effect
    least = LEAST_SHARE_BP * scale(played.level, claim.outcome)
    return first * second > 0 and min(abs(first), abs(second)) * BP >= least


def claims_of(played: Played, tried: Tried) -> tuple[Claim, ...]:
    """Return a decision's claims that hold, the weightiest first."""
    found = [claim for claim in all_claims(played, tried) if holds(played, claim)]
    found.sort(key=lambda c: (-weight_bp(played.level, c.outcome, c.effect), c.outcome, c.over))
    return tuple(found)
