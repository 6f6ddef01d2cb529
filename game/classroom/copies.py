"""Entries that are alike: told to the organiser, never punished.

Two players with the same plan can give the same orders. What is found here asks for a talk.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.classroom.verifying import GameResult, Verdict
from game.engine.numbers import BP

ALIKE_BP = 9_000
FEWEST_ORDERS = 6
"""With fewer orders, likeness may well be chance and only the very same orders are told."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two entrants whose orders in a game are alike.

    Attributes:
        first, second: Their numbers, the lower first.
        game: The game of the round.
        orders: How many orders the longer of the two has.
        share: How many of them are the same, ten-thousandths; 10,000 is all.
        moved: Whether they are only alike when the turns are left out of sight.
    """

    first: int
    second: int
    game: int
    orders: int
    share: int
    moved: bool


def likenesses(verdicts: Sequence[Verdict]) -> tuple[Likeness, ...]:
    """Return every pair of entrants that gave (nearly) the same orders in a game.

    The order of lines within a turn does not count. Orders moved to other turns are found too,
    when there are enough of them.
    """
    fine = sorted((x for x in verdicts if x.ok), key=lambda verdict: verdict.entrant)
    found = []
    for place, one in enumerate(fine):
        for other in fine[place + 1 :]:
            for mine, theirs in zip(one.games, other.games, strict=True):
                alike = _alike(mine, theirs)
                if alike:
                    orders, share, moved = alike
                    found.append(
                        Likeness(one.entrant, other.entrant, mine.game, orders, share, moved)
                    )
    return tuple(found)


def _alike(mine: GameResult, theirs: GameResult) -> tuple[int, int, bool] | None:
    most = max(len(mine.orders), len(theirs.orders))
    fewest = min(len(mine.orders), len(theirs.orders))
    if fewest * BP < most * ALIKE_BP or not most:
        return None
    share = _share(Counter(mine.orders), Counter(theirs.orders), most)
    if share == BP or (share >= ALIKE_BP and most >= FEWEST_ORDERS):
        return most, share, False
    if most < FEWEST_ORDERS:
        return None
    bare = [Counter(order for _, order in game.orders) for game in (mine, theirs)]
    share = _share(bare[0], bare[1], most)
    return (most, share, True) if share >= ALIKE_BP else None


def _share(mine: "Counter[Any]", theirs: "Counter[Any]", most: int) -> int:
    return sum((mine & theirs).values()) * BP // most
