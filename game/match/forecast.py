"""What the next turn may bring: a range for each outcome, from the seat's view only."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.definitions.level import OUTCOMES
from game.engine.draws import derive_seed
from game.engine.orders import Order, Sheet
from game.engine.turn import resolve_turn
from game.engine.view import SeatView, believed_world
from game.engine.world import World
from game.match.match import Match
from game.match.seats import ComputerPlayer, sheets_of

SAMPLES = 8
"""Imagined worlds behind a forecast."""
_FORECAST_LUCK = 20_090_112
"""Any constant: imagined luck must not depend on the match's seed."""


@dataclass(frozen=True, slots=True)
class Range:
    """What an outcome may be after the turn, in its own unit.

    Attributes:
        outcome: One of ``OUTCOMES``; ``value`` and ``revenue`` in US$ a turn, the others in bp.
        now: What it was in the last turn; None before the first.
        low, mid, high: Least, middle and most of the imagined worlds.
    """

    outcome: str
    now: int | None
    low: int
    mid: int
    high: int


def forecast(match: Match, samples: int = SAMPLES) -> tuple[Range, ...]:
    """Return a range for each outcome, in the order of ``OUTCOMES``, for the draft as it stands.

    Each sample costs one turn of the rules. After the last turn there is nothing to forecast.
    """
    if match.over:
        return ()
    return forecast_of(match.view(), match.draft.orders, match.others, samples)


def forecast_of(
    seen: SeatView,
    orders: tuple[Order, ...],
    others: Mapping[str, ComputerPlayer],
    samples: int = SAMPLES,
) -> tuple[Range, ...]:
    """Return the forecast of orders given on a view.

    Hidden figures are as believed, luck is imagined, and the other governments choose from what
    they would see in the imagined world, so that nothing hidden shows through.

    Args:
        seen: The seat's view.
        orders: The orders as they stand.
        others: Computer player by seat, as far as known; other states hold.
        samples: Number of imagined worlds, one or more.
    """
    after = [_imagine(seen, orders, others, number) for number in range(samples)]
    return tuple(_range(seen, after, outcome) for outcome in OUTCOMES)


def _imagine(
    seen: SeatView, orders: tuple[Order, ...], others: Mapping[str, ComputerPlayer], number: int
) -> World:
    luck = derive_seed(_FORECAST_LUCK, f"forecast/{seen.turn}/{number}")
    world = believed_world(seen, luck)
    sheets = {state.spec.id: Sheet(state.spec.id, seen.turn) for state in seen.layout.states}
    sheets |= sheets_of(others, world)
    sheets[seen.seat] = Sheet(seen.seat, seen.turn, orders)
    return resolve_turn(world, sheets, detail=False).world


def _range(seen: SeatView, after: list[World], outcome: str) -> Range:
    path = f"{seen.seat}/{outcome}"
    found = sorted(world.figure(path) for world in after)
    now = seen.figure(path) if seen.turn else None
    return Range(outcome, now, found[0], found[len(found) // 2], found[-1])
