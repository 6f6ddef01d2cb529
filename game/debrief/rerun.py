"""Playing a game again with the same luck and something left out.

Luck is keyed, so a re-run differs from the game only in what the missing orders caused. The other
governments are asked again in every turn, from what they see then.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from game.debrief.played import Decision, Deed, Played
from game.engine import problems
from game.engine.orders import Order, Sheet
from game.engine.start.opening import open_world
from game.engine.turn import DONE, resolve_turn
from game.engine.world import World
from game.match.seats import ComputerPlayer, sheet_of, sheets_of

OwnOrders = Callable[[World], tuple[Order, ...]]
"""What the seat orders in a world."""


@dataclass(frozen=True, slots=True)
class Path:
    """A way a game could have gone.

    Attributes:
        worlds: The world at the start of each turn and after the last.
        impossible: Own orders that this way made impossible. An order that changes nothing,
            because the policy stands already, is not counted.
    """

    worlds: tuple[World, ...]
    impossible: tuple[Deed, ...] = ()


def as_played(played: Played) -> Path:
    """Return the game as it was."""
    return Path(played.worlds)


def run_on(played: Played, before: tuple[World, ...], own: OwnOrders) -> Path:
    """Return a path that begins with given worlds and goes on with given own orders.

    Args:
        played: The game: its seat, and who decides for the others.
        before: The worlds already settled, at least one; the run goes on from the last.
        own: The seat's orders for each world from there.
    """
    worlds, missed = list(before), []
    while len(worlds) <= played.turns:
        world = worlds[-1]
        sheets = sheets_of(played.others, world)
        sheets[played.seat] = Sheet(played.seat, world.turn, own(world))
        turn = resolve_turn(world, sheets, detail=False)
        missed += [
            Deed(world.turn, x.order)
            for x in turn.results
            if x.seat == played.seat and x.status != DONE and not _needless(x.problems)
        ]
        worlds.append(turn.world)
    return Path(tuple(worlds), tuple(missed))


def _needless(found: tuple[problems.Problem, ...]) -> bool:
    return all(problem.code == problems.NO_CHANGE for problem in found)


def keep_orders(played: Played, without: Iterable[Deed] = ()) -> OwnOrders:
    """Return the seat's orders as they were given, without some of them."""
    left_out = frozenset(without)

    def own(world: World) -> tuple[Order, ...]:
        orders = played.orders[world.turn] if world.turn < played.turns else ()
        return tuple(x for x in orders if Deed(world.turn, x) not in left_out)

    return own


def without(played: Played, deeds: Iterable[Deed]) -> Path:
    """Return the game without some orders, the seat's other orders unchanged."""
    left_out = tuple(deeds)
    first = min((deed.turn for deed in left_out), default=played.turns)
    return run_on(played, played.worlds[: first + 1], keep_orders(played, left_out))


def only(played: Played, deeds: Iterable[Deed]) -> Path:
    """Return the game with some of the seat's orders and no others."""
    kept = frozenset(deeds)
    every = (Deed(turn, x) for turn, orders in enumerate(played.orders) for x in orders)
    return without(played, [deed for deed in every if deed not in kept])


def replanned(
    played: Played,
    planner: ComputerPlayer,
    turn: int,
    left_out: Decision | None = None,
) -> Path:
    """Return the game up to a turn, that turn's own orders kept, the later ones chosen afresh.

    Args:
        played: The game.
        planner: Chooses the later orders from the seat's view.
        turn: The turn whose own orders are the last ones kept.
        left_out: A decision to leave out. If it spans several turns, the planner may not pull
            its lever either: the policy stays away for good.
    """
    gone = frozenset(left_out.deeds) if left_out else frozenset()
    kept = keep_orders(played, gone)
    forbidden = left_out.lever if left_out and _spans_turns(left_out) else ""

    def own(world: World) -> tuple[Order, ...]:
        if world.turn <= turn:
            return kept(world)
        chosen = sheet_of(planner, world, played.seat).orders
        return tuple(order for order in chosen if order.lever != forbidden)

    return run_on(played, played.worlds[: turn + 1], own)


def _spans_turns(decision: Decision) -> bool:
    return decision.deeds[0].turn != decision.deeds[-1].turn


def with_luck(played: Played, turn: int, seed: int, deeds: Iterable[Deed] = ()) -> Path:
    """Return the game with other luck from a turn on, without some orders of that turn or later."""
    start = replace(played.worlds[turn], seed=seed)
    before = (*played.worlds[:turn], start)
    return run_on(played, before, keep_orders(played, deeds))


def other_game(played: Played, own: OwnOrders, seed: int | None = None) -> Path:
    """Return a whole game from the first turn with other own orders, perhaps with other luck."""
    start = open_world(played.level, played.seed if seed is None else seed)
    return run_on(played, (start,), own)
