"""Who earned what: Shapley shares of the turning points against holding still.

Effects of single decisions do not add up, because decisions work together. A Shapley share is a
decision's mean contribution over all orders in which the decisions could have been added to the
game in which the seat only held still (L. S. Shapley 1953, "A value for n-person games").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial

from game.debrief.measures import MEASURED, Stretch, amount
from game.debrief.played import Decision, Deed, Played, deeds_of
from game.debrief.rerun import only


@dataclass(frozen=True, slots=True)
class Share:
    """A decision's part in the difference to holding still, in the outcome's unit.

    Attributes:
        decision: The decision, or None for all the seat's other orders together.
        alone: The difference it makes when it is the only one.
        shapley: Its fair part of the whole difference.
    """

    decision: Decision | None
    alone: int
    shapley: int


@dataclass(frozen=True, slots=True)
class Shares:
    """How the difference between the game and holding still is shared out.

    The Shapley shares add up to ``total``. ``acting_together`` is what no decision would have
    brought alone: the total without the sum of what each brings alone.
    """

    outcome: str
    status_quo: int
    as_played: int
    rows: tuple[Share, ...]

    @property
    def total(self) -> int:
        """The game against holding still."""
        return self.as_played - self.status_quo

    @property
    def acting_together(self) -> int:
        """What came only from decisions working together."""
        return self.total - sum(row.alone for row in self.rows)


def shares(played: Played, decisions: Sequence[Decision]) -> Iterator[dict[str, Shares] | None]:
    """Work out the shares for every outcome; yields None until the last step.

    Every one of the ``2 ** n`` sets of decisions is played once; ``n`` is the number of decisions
    and one more for the seat's other orders.
    """
    groups = _groups(played, decisions)
    reached: list[tuple[int, ...]] = []
    for members in range(1 << len(groups)):
        kept = [deed for i, group in enumerate(groups) if members >> i & 1 for deed in group]
        reached.append(_amounts(played, kept))
        yield None
    names: list[Decision | None] = [*decisions]
    if len(groups) > len(decisions):
        names.append(None)
    yield {
        outcome: _shares(outcome, [row[place] for row in reached], names)
        for place, outcome in enumerate(MEASURED)
    }


def _groups(played: Played, decisions: Sequence[Decision]) -> list[tuple[Deed, ...]]:
    groups = [decision.deeds for decision in decisions]
    taken = {deed for group in groups for deed in group}
    rest = tuple(deed for deed in deeds_of(played) if deed not in taken)
    return [*groups, rest] if rest else groups


def _amounts(played: Played, kept: Sequence[Deed]) -> tuple[int, ...]:
    worlds = only(played, kept).worlds
    over = Stretch(0, played.turns - 1)
    return tuple(amount(worlds, played.seat, played.mandate, name, over) for name in MEASURED)


def _shares(outcome: str, reached: Sequence[int], names: Sequence[Decision | None]) -> Shares:
    """``reached`` holds the amount of each set of groups; bit ``i`` of its place is group ``i``."""
    exact = [shapley_value(reached, len(names), i) for i in range(len(names))]
    rounded = round_to_sum(exact, reached[-1] - reached[0])
    rows = tuple(
        Share(name, reached[1 << i] - reached[0], rounded[i]) for i, name in enumerate(names)
    )
    return Shares(outcome, reached[0], reached[-1], rows)


def shapley_value(reached: Sequence[int], players: int, player: int) -> Fraction:
    """Return a player's exact Shapley value.

    Args:
        reached: What each set of players reaches; bit ``i`` of the place stands for player ``i``.
        players: How many players there are.
        player: Whose value is asked for.

    >>> shapley_value([0, 1, 2, 6], 2, 0)
    Fraction(5, 2)
    """
    total = Fraction(0)
    for members in range(1 << players):
        if members >> player & 1:
            continue
        size = members.bit_count()
        weight = Fraction(factorial(size) * factorial(players - size - 1), factorial(players))
        total += weight * (reached[members | 1 << player] - reached[members])
    return total


def round_to_sum(parts: Sequence[Fraction], total: int) -> list[int]:
    """Return whole numbers next to the parts that sum to the total, largest remainders first.

    >>> round_to_sum([Fraction(5, 2), Fraction(7, 2)], 6)
    [3, 3]
    """
    whole = [part.numerator // part.denominator for part in parts]
    by_rest = sorted(range(len(parts)), key=lambda i: (whole[i] - parts[i], i))
    for i in by_rest[: total - sum(whole)]:
        whole[i] += 1
    return whole
