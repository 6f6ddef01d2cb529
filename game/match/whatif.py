"""The same luck, other orders: a match re-run with some of its decisions changed.

The person's other orders stay as they were, or are chosen anew; other governments decide afresh
from what they now see. An order that the changed world no longer allows is refused there, as the
rules do; it stays in the results.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.engine.orders import Order, Sheet
from game.engine.turn import OrderResult, resolve_turn
from game.engine.world import World
from game.match.match import Match
from game.match.seats import ComputerPlayer, sheet_of, sheets_of

Orders = Mapping[int, tuple[Order, ...]]
"""Orders of the person's seat by turn."""
Measure = Callable[[World], int]
"""What is compared at the end of a run, e.g. a figure or a score."""


@dataclass(frozen=True, slots=True)
class Run:
    """A match as it would have gone.

    Attributes:
        worlds: The world at the start of each turn, and at the end; as long as the match's own.
        results: What became of the orders of all seats, by turn; empty for the turns before the
            first changed one, which are the match's own.
    """

    worlds: tuple[World, ...]
    results: tuple[tuple[OrderResult, ...], ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """One order of the person's seat in one turn."""

    turn: int
    order: Order


def decisions(match: Match) -> tuple[Decision, ...]:
    """Return the person's orders of the sealed turns, in the order in which they were given."""
    return tuple(
        Decision(turn, order)
        for turn, sheets in enumerate(match.sheets)
        for order in sheets[match.seat].orders
    )


def orders_of(chosen: tuple[Decision, ...]) -> dict[int, tuple[Order, ...]]:
    """Return decisions as orders by turn."""
    found: dict[int, tuple[Order, ...]] = {}
    for decision in chosen:
        found[decision.turn] = (*found.get(decision.turn, ()), decision.order)
    return found


def without(match: Match, *removed: Decision) -> dict[int, tuple[Order, ...]]:
    """Return the match's orders by turn without some decisions."""
    return orders_of(tuple(x for x in decisions(match) if x not in removed))


def rerun(match: Match, orders: Orders) -> Run:
    """Re-run the sealed turns of a match with other orders and the same luck.

    Args:
        match: The match; it is not changed.
        orders: The person's orders by turn; a turn that is missing holds.
    """
    return _again(match, orders, _first_change(match, orders), None)


def reoptimised(match: Match, orders: Orders, after: int, chooser: ComputerPlayer) -> Run:
    """Re-run a match, a player choosing the person's orders of all turns after one.

    Up to turn ``after`` the given orders hold. Use it with and without a decision of that turn to
    compare like with like: both runs then have their later decisions re-chosen.
    """
    return _again(match, orders, min(after, _first_change(match, orders)), (after, chooser))


def _first_change(match: Match, orders: Orders) -> int:
    """Return the first turn whose orders differ, or the number of sealed turns."""
    for turn, sheets in enumerate(match.sheets):
        if tuple(orders.get(turn, ())) != sheets[match.seat].orders:
            return turn
    return len(match.sheets)


def _again(
    match: Match, orders: Orders, first: int, later: tuple[int, ComputerPlayer] | None
) -> Run:
    """Run on from the first turn that may differ; the match's own turns before it stand."""
    world = match.worlds[first]
    worlds = match.worlds[: first + 1]
    results: list[tuple[OrderResult, ...]] = [()] * first
    for turn in range(first, len(match.sheets)):
        if later and turn > later[0]:
            own = sheet_of(later[1], world, match.seat)
        else:
            own = Sheet(match.seat, turn, tuple(orders.get(turn, ())))
        sheets = {match.seat: own, **sheets_of(match.others, world)}
        resolved = resolve_turn(world, sheets, detail=False)
        world = resolved.world
        worlds.append(world)
        results.append(resolved.results)
    return Run(tuple(worlds), tuple(results))
