"""The score under other weights, and the ranking that follows from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.engine.definitions.level import Mandate
from game.engine.numbers import muldiv
from game.engine.scoring import Score, score
from game.engine.world import World

MINE, HISTORY, HELD = "mine", "history", "held"
MOST_WEIGHT, WEIGHT_STEP = 50, 5


@dataclass(frozen=True, slots=True)
class Ranked:
    """A way through the level with its score under some weights.

    Attributes:
        who: ``mine``, ``history`` or ``held``.
        total: Hundredths of a point.
        parts: Score parts in the order of the six outcomes, hundredths of a point.
        rank: 1 for the highest total; equal totals share a rank.
    """

    who: str
    total: int
    parts: tuple[int, ...]
    rank: int


def parts_of(worlds: Sequence[World], seat: str) -> Score:
    """Return a way's score with all outcomes weighing the same; its parts serve any weights."""
    return score(worlds[-1], seat, Mandate("even", (1,) * 6))


def total_of(parts: Sequence[int], weights: Sequence[int]) -> int:
    """Return the total for given weights; weights of zero only give zero.

    >>> total_of((1_000, 3_000), (1, 3))
    2500
    """
    whole = sum(weights)
    if not whole:
        return 0
    return muldiv(sum(p * w for p, w in zip(parts, weights, strict=True)), 1, whole)


def ranking(ways: Mapping[str, Sequence[int]], weights: Sequence[int]) -> tuple[Ranked, ...]:
    """Return all ways under some weights, highest total first; the order of equals is fixed.

    Args:
        ways: The six score parts of each way, by its name.
        weights: Six weights, zero or more; they need not sum to 100.
    """
    totals = {who: total_of(parts, weights) for who, parts in ways.items()}
    order = sorted(ways, key=lambda who: (-totals[who], who))
    return tuple(
        Ranked(
            who=who,
            total=totals[who],
            parts=tuple(ways[who]),
            rank=1 + sum(1 for other in totals.values() if other > totals[who]),
        )
        for who in order
    )
