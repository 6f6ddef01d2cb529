"""The luck meter: the same orders with other luck."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief.measures import SCORE, Stretch, amount
from game.debrief.played import Played
from game.debrief.rerun import keep_orders, other_game
from game.debrief.stability import luck_seed
from game.engine.numbers import muldiv, ratio

OTHER_SEEDS = 30


@dataclass(frozen=True, slots=True)
class LuckMeter:
    """Where a game's score falls among games with the same orders and other luck.

    Attributes:
        actual: The game's score, hundredths of a point.
        scores: The scores with other luck, sorted.
        most_impossible: The most orders that other luck made impossible in one of those games.
    """

    actual: int
    scores: tuple[int, ...]
    most_impossible: int = 0

    @property
    def plan(self) -> int:
        """The mean score of these orders: what the plan is worth without luck."""
        return muldiv(sum(self.scores), 1, len(self.scores))

    @property
    def luck(self) -> int:
        """What luck added in this game; negative when it took away."""
        return self.actual - self.plan

    @property
    def below_bp(self) -> int:
        """Share of the other games that scored less."""
        return ratio(sum(1 for x in self.scores if x < self.actual), len(self.scores))

    @property
    def low(self) -> int:
        """Nine in ten of the other games scored at least this."""
        return self.scores[len(self.scores) // 10]

    @property
    def high(self) -> int:
        """Nine in ten of the other games scored at most this."""
        return self.scores[-1 - len(self.scores) // 10]


def luck_meter(played: Played, count: int = OTHER_SEEDS) -> Iterator[LuckMeter | None]:
    """Work out the luck meter; yields None until the last step. One whole game a step."""
    over = Stretch(0, played.turns - 1)
    found, impossible = [], 0
    for number in range(count):
        path = other_game(played, keep_orders(played), luck_seed(played, number))
        found.append(amount(path.worlds, played.seat, played.mandate, SCORE, over))
        impossible = max(impossible, len(path.impossible))
        yield None
    actual = amount(played.worlds, played.seat, played.mandate, SCORE, over)
    yield LuckMeter(actual, tuple(sorted(found)), impossible)
