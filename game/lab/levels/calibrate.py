"""Baselines: history's prices and demand with the historical path's own effect removed.

A level states what prices and demand were. The rules add the effect of what is decided in the
game, so that effect must first be taken out of the baseline; otherwise a game without the ban
would inherit the ban's price. The baseline is the fixed point at which the historical path gives
the historical price back.
"""

from dataclasses import dataclass, replace

from game.engine.definitions.level import Level
from game.engine.definitions.places import Mineral
from game.engine.numbers import BP, muldiv
from game.lab.runs import players_of, run

_ROUNDS = 8
_CALIBRATION_SEED = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """A mineral's baseline: price in US cents per tonne by turn, demand in kg a year by turn."""

    mineral: str
    price: tuple[int, ...]
    demand: tuple[int, ...]


def calibrate(level: Level, history_demand: dict[str, tuple[int, ...]]) -> tuple[Baseline, ...]:
    """Return the baselines of a level that has a historical path.

    Args:
        level: The level; its ``fed_price`` holds the historical prices.
        history_demand: Historical demand by mineral, kg a year by turn.

    Returns:
        One baseline a mineral. Played on them, the historical path returns the historical price
        to within rounding.
    """
    current = level
    for _ in range(_ROUNDS):
        played = run(current, players_of(current, "history"), _CALIBRATION_SEED)
        minerals = []
        for mineral in current.minerals:
            prices = played.series_by_step(f"{mineral.id}/price")
            lost = (0, *played.series_by_step(f"{mineral.id}/lost_demand"))
            minerals.append(_nearer(mineral, prices, lost, history_demand[mineral.id]))
        current = replace(current, minerals=tuple(minerals))
    return tuple(Baseline(x.id, x.price, x.demand) for x in current.minerals)


def _nearer(
    mineral: Mineral, prices: tuple[int, ...], lost: tuple[int, ...], demand: tuple[int, ...]
) -> Mineral:
    """Return the mineral with each baseline moved by what the last round missed."""
    price = tuple(
        muldiv(base, wanted, max(1, got))
        for base, wanted, got in zip(mineral.price, mineral.fed_price, prices, strict=True)
    )
    last = len(lost) - 1
    wider = tuple(
        muldiv(amount, BP, BP - lost[min(turn, last)]) for turn, amount in enumerate(demand)
    )
    return replace(mineral, price=price, demand=wider)
