"""A turn: old world and order sheets in; new world, ledger and results out.

A level may have a turn resolved in several steps, one after the other, under its one sheet. The
rules, and every date in a world, count steps; what flows is that of the last step.

``resolve_turn`` is also the forecast, the what-if and the verification: there is no second copy
of the rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine import problems
from game.engine.draft import Draft
from game.engine.ledger import WIDTH, Ledger
from game.engine.options import order_cost, order_problems, sheet_problems
from game.engine.orders import MAX_ORDERS, Order, Sheet
from game.engine.problems import Problem
from game.engine.rules import LEVERS, events, run_areas
from game.engine.world import World

DONE, REFUSED = "done", "refused"


@dataclass(frozen=True, slots=True)
class OrderResult:
    """What became of one order: ``done``, or ``refused`` with all its problems."""

    seat: str
    order: Order
    status: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A resolved turn.

    Attributes:
        world: The new world; the old one is untouched.
        ledger: Every change with its cause; empty when detail was not asked for.
        results: One for each order, seats in order of name, orders as given.
        refused_sheets: Problems of sheets that were refused whole, by seat; that seat, if the
            level has it, was held by a caretaker.
        between: The world after each step of the turn but the last; none in most levels.
    """

    world: World
    ledger: Ledger
    results: tuple[OrderResult, ...]
    refused_sheets: Mapping[str, tuple[Problem, ...]]
    between: tuple[World, ...] = ()


def resolve_turn(world: World, sheets: Mapping[str, Sheet], *, detail: bool = True) -> Turn:
    """Resolve one turn for all governments at the same time.

    Args:
        world: The world at the start of the turn.
        sheets: A sheet by seat. A seat without one is held by a caretaker: policy stays, offers
            lapse, the absence is counted. The order of the mapping does not matter.
        detail: Whether to keep the ledger; the resulting world is the same without it.

    Returns:
        The turn. Illegal orders do not raise: each comes back refused with all its problems.
        After the last turn the world comes back unchanged, every order refused.
    """
    draft = Draft(world, detail)
    results: list[OrderResult] = []
    refused: dict[str, tuple[Problem, ...]] = {}
    if world.over:
        for seat in sorted(sheets):
            over = (Problem(problems.GAME_OVER),)
            results += [OrderResult(seat, order, REFUSED, over) for order in sheets[seat].orders]
        return Turn(world, Ledger(world.layout, []), tuple(results), refused)
    events.dated(draft)
    spent: dict[str, int] = {}
    absent = set()
    for state in world.layout.states:
        seat = state.spec.id
        if seat not in sheets:
            absent.add(seat)
            continue
        whole = _refused_whole(world, seat, sheets[seat])
        if whole:
            refused[seat] = whole
            absent.add(seat)
            continue
        spent[seat] = _carry_out(draft, world, seat, sheets[seat], results)
    known = [state.spec.id for state in world.layout.states]
    for seat in sorted(sheets):
        if seat not in known:
            refused[seat] = (Problem(problems.WRONG_SEAT, -1, (("seat", seat),)),)
    run_areas(draft, frozenset(absent), spent)
    if world.level.steps > 1:
        return _further_steps(draft, world, frozenset(absent), spent, tuple(results), refused)
    return Turn(draft.freeze(world), Ledger(world.layout, draft.lines), tuple(results), refused)


def _further_steps(
    draft: Draft,
    world: World,
    absent: frozenset[str],
    spent: dict[str, int],
    results: tuple[OrderResult, ...],
    refused: Mapping[str, tuple[Problem, ...]],
) -> Turn:
    """Resolve the rest of a turn of several steps: the sheets are in force, nobody orders anew."""
    between: list[World] = []
    lines, starts = list(draft.lines), [0]
    for step in range(1, world.level.steps):
        between.append(draft.freeze(world))
        draft = Draft(between[-1], draft.detail, step)
        events.dated(draft)
        run_areas(draft, absent, spent)
        starts.append(len(lines) // WIDTH)
        lines += draft.lines
    ledger = Ledger(world.layout, lines, tuple(starts))
    return Turn(draft.freeze(world), ledger, results, refused, tuple(between))


def _refused_whole(world: World, seat: str, sheet: Sheet) -> tuple[Problem, ...]:
    if sheet.seat == seat and sheet.turn == world.turn and len(sheet.orders) <= MAX_ORDERS:
        return ()
    return tuple(p for p in sheet_problems(world, seat, sheet) if p.order < 0)


def _carry_out(
    draft: Draft, world: World, seat: str, sheet: Sheet, results: list[OrderResult]
) -> int:
    """Carry out a seat's orders in the order given, as far as attention and money reach."""
    state = world.layout.state(seat)
    attention = world.values[state.capital]
    money = max(0, world.values[state.treasury])
    spent = 0
    seen: set[tuple[str, str]] = set()
    for place, order in enumerate(sheet.orders):
        found = order_problems(world, seat, order, place)
        if (order.lever, order.target) in seen:
            about = (("lever", order.lever), ("target", order.target))
            found.append(Problem(problems.TWICE, place, about))
        if not found:
            cost = order_cost(world, state, order)
            price = LEVERS[order.lever].money(world, state, order)
            if cost > attention - spent:
                found.append(Problem(problems.CAPITAL_SHORT, place))
            elif price > money:
                found.append(Problem(problems.MONEY_SHORT, place))
        if found:
            results.append(OrderResult(seat, order, REFUSED, tuple(found)))
            continue
        seen.add((order.lever, order.target))
        spent += cost
        money -= price
        cause = f"order:{order.lever}:{order.target}"
        LEVERS[order.lever].apply(draft, state, order, cause)
        results.append(OrderResult(seat, order, DONE))
    return spent
