"""Whether a decision would have worked with other luck too: re-seeded continuations."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief.measures import SCORE, Stretch, amount
from game.debrief.played import Decision, Played
from game.debrief.rerun import with_luck
from game.engine.draws import derive_seed
from game.engine.numbers import ratio

CONTINUATIONS = 12
STEADY_BP = 8_000
"""A claim that keeps its sign in at least this share of continuations is called steady."""
RARE_BP = 1_000
"""Luck is named when at most this share of continuations did as well, or as badly."""
STEADY, LUCKY, UNLUCKY, MIXED = "steady", "lucky", "unlucky", "mixed"


@dataclass(frozen=True, slots=True)
class Stability:
    """A decision's effect on the score with other luck from its turn on.

    Attributes:
        actual: The effect in this game, hundredths of a point.
        effects: The effect in each continuation, sorted.
    """

    actual: int
    effects: tuple[int, ...]

    @property
    def same_sign_bp(self) -> int:
        """Share of continuations in which the effect had the same direction."""
        same = sum(1 for effect in self.effects if effect * self.actual > 0)
        return ratio(same, len(self.effects))

    @property
    def low(self) -> int:
        """Nine in ten continuations had at least this effect."""
        return self.effects[len(self.effects) // 10]

    @property
    def high(self) -> int:
        """Nine in ten continuations had at most this effect."""
        return self.effects[-1 - len(self.effects) // 10]

    @property
    def luck(self) -> str:
        """``steady``, ``mixed`` (the direction depends on luck), ``lucky`` or ``unlucky``."""
        if self.same_sign_bp >= STEADY_BP:
            return STEADY
        as_good = ratio(sum(1 for x in self.effects if x >= self.actual), len(self.effects))
        as_bad = ratio(sum(1 for x in self.effects if x <= self.actual), len(self.effects))
        if as_good <= RARE_BP:
            return LUCKY
        return UNLUCKY if as_bad <= RARE_BP else MIXED


def luck_seed(played: Played, number: int) -> int:
    """Return the seed of a continuation; it tells nothing about the match's own luck."""
    return derive_seed(played.seed, f"debrief/{number}")


def stability(
    played: Played, decision: Decision, actual: int, count: int = CONTINUATIONS
) -> Iterator[Stability | None]:
    """Work out how steady a decision's effect is; yields None until the last step.

    Args:
        played: The game.
        decision: The decision.
        actual: Its effect on the score in this game, hundredths of a point.
        count: How many continuations; two re-runs each.
    """
    over = Stretch(decision.turn, played.turns - 1)
    effects = []
    for number in range(count):
        seed = luck_seed(played, number)
        having = with_luck(played, decision.turn, seed)
        lacking = with_luck(played, decision.turn, seed, decision.deeds)
        seat, mandate = played.seat, played.mandate
        effects.append(
            amount(having.worlds, seat, mandate, SCORE, over)
            - amount(lacking.worlds, seat, mandate, SCORE, over)
        )
        yield None
    yield Stability(actual, tuple(sorted(effects)))
