"""Who moved what: Shapley shares of groups of decisions, against holding.

Effects of single decisions do not sum. A share is the mean of what a group adds over the orders in
which groups may join, so that shares sum to the whole effect; what groups add alone, and what they
add only together, is given beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from game.engine.draws import draw
from game.match.match import Match
from game.match.whatif import Decision, Measure, decisions, orders_of, rerun

EXACT_GROUPS = 5
"""Up to this many groups all orders of joining are tried."""
SAMPLES = 24
"""Orders of joining that are tried for more groups; each also backwards."""

Group = tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """The effect of groups of decisions on a measure, in its unit.

    Attributes:
        whole: The measure with all groups minus without any.
        parts: Each group's Shapley share; they sum to ``whole``.
        alone: What each group changes by itself.
        together: ``whole`` minus the sum of ``alone``: what only comes from acting together.
        exact: Whether all orders of joining were tried.
    """

    whole: int
    parts: tuple[int, ...]
    alone: tuple[int, ...]
    together: int
    exact: bool


def shares(match: Match, groups: Sequence[Group], measure: Measure) -> Shares:
    """Return how the effect of groups of decisions is shared out among them.

    Args:
        match: The match; decisions that are in no group stay in every run.
        groups: Groups of the person's decisions, without overlap.
        measure: What is measured at the end of the last sealed turn.
    """
    value = _Values(match, groups, measure)
    count = len(groups)
    exact = count <= EXACT_GROUPS
    orders = list(permutations(range(count))) if exact else _sampled_orders(count)
    totals = [0] * count
    for order in orders:
        joined: frozenset[int] = frozenset()
        for group in order:
            totals[group] += value.of(joined | {group}) - value.of(joined)
            joined |= {group}
    nothing = value.of(frozenset())
    whole = value.of(frozenset(range(count))) - nothing
    alone = tuple(value.of(frozenset({group})) - nothing for group in range(count))
    parts = _rounded(totals, len(orders), whole)
    return Shares(whole, parts, alone, whole - sum(alone), exact)


class _Values:
    """The measure for each set of groups that is kept; every set is run once."""

    def __init__(self, match: Match, groups: Sequence[Group], measure: Measure) -> None:
        self._match = match
        self._groups = groups
        self._measure = measure
        self._known: dict[frozenset[int], int] = {}

    def of(self, kept: frozenset[int]) -> int:
        """Return the measure of the run with these groups."""
        if kept not in self._known:
            dropped = {
                decision
                for index, group in enumerate(self._groups)
                if index not in kept
                for decision in group
            }
            orders = orders_of(tuple(x for x in decisions(self._match) if x not in dropped))
            self._known[kept] = self._measure(rerun(self._match, orders).worlds[-1])
        return self._known[kept]


def _sampled_orders(count: int) -> list[tuple[int, ...]]:
    """Return fixed orders of joining, each also backwards; the same in every process."""
    found = []
    for number in range(SAMPLES):
        keys = [draw(0, number, "join", str(group), 1 << 60) for group in range(count)]
        order = tuple(sorted(range(count), key=keys.__getitem__))
        found += [order, order[::-1]]
    return found


def _rounded(totals: list[int], count: int, whole: int) -> tuple[int, ...]:
    """Return totals / count as whole numbers that sum to the whole: largest remainders first."""
    parts = [total // count for total in totals]
    missing = whole - sum(parts)
    by_rest = sorted(range(len(totals)), key=lambda i: (-(totals[i] % count), i))
    for index in by_rest[:missing]:
        parts[index] += 1
    return tuple(parts)
