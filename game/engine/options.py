"""The legal orders of a seat: one object that iterates, counts and answers "is this allowed?"."""

from collections.abc import Iterator
from typing import Final

from game.engine import problems
from game.engine.figures.variables import StatePlace
from game.engine.orders import MAX_ORDERS, Order, Sheet
from game.engine.problems import Problem
from game.engine.rules import LEVERS
from game.engine.rules.levers import Lever
from game.engine.rules.region.area import NOT_THERE as NOT_IN_REGION
from game.engine.world import World

__all__ = [
    "LEVERS",
    "MOST_POINTS",
    "Lever",
    "Options",
    "options",
    "order_cost",
    "order_problems",
    "sheet_problems",
]

_QUICK_REVERSAL_TURNS: Final = 2
MOST_POINTS: Final = 3
"""The most points of political capital that a change costs, a reversal aside."""
_NOT_THERE = {
    "answer_offer": problems.NO_OFFER,
    "answer_dispute": problems.NO_DISPUTE,
    **NOT_IN_REGION,
}
"""What a target that is not there means, for levers whose targets come and go."""


class Options:
    """The single orders a seat may give now. Menus, players and tests all read this.

    >>> # for order in options(world, "indonesia"): ...
    """

    __slots__ = ("_listed", "_seat", "_state", "_world")

    def __init__(self, world: World, seat: str) -> None:
        self._world = world
        self._seat = seat
        self._state = world.layout.state(seat)
        self._listed: tuple[Order, ...] | None = None

    def __iter__(self) -> Iterator[Order]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> tuple[Order, ...]:
        """Return every order, worked out once: a world does not change."""
        if self._listed is None:
            self._listed = tuple(
                order
                for lever in self.levers()
                for target in lever.targets(self._world, self._state)
                for order in self.of(lever.id, target)
            )
        return self._listed

    def __contains__(self, order: object) -> bool:
        return isinstance(order, Order) and not order_problems(self._world, self._seat, order)

    def levers(self) -> tuple[Lever, ...]:
        """Return the levers this seat's level unlocks, in the order of the rule areas."""
        unlocked = self._state.spec.levers
        return tuple(lever for lever in LEVERS.values() if lever.id in unlocked)

    def targets(self, lever_id: str) -> tuple[str, ...]:
        """Return what a lever can be pulled on now."""
        return LEVERS[lever_id].targets(self._world, self._state)

    def of(self, lever_id: str, target: str) -> Iterator[Order]:
        """Return the allowed orders of one lever on one target."""
        lever = LEVERS[lever_id]
        for setting in lever.grid(self._world, self._state, target):
            order = Order(lever_id, target, setting)
            if order in self:
                yield order

    def now(self, lever_id: str, target: str) -> tuple[int, ...]:
        """Return the setting in force, which is also the lever's neutral option."""
        return LEVERS[lever_id].now(self._world, self._state, target)

    def cost(self, order: Order) -> int:
        """Return the points of political capital an order costs."""
        return order_cost(self._world, self._state, order)

    def money(self, order: Order) -> int:
        """Return the US$ an order reserves."""
        return LEVERS[order.lever].money(self._world, self._state, order)


def options(world: World, seat: str) -> Options:
    """Return the legal orders of a seat."""
    return Options(world, seat)


def order_cost(world: World, state: StatePlace, order: Order) -> int:
    """Return an order's price in political capital: 1 to 3 points.

    A change of more than two steps costs one more, of more than four another; at most 3. A
    reversal within two turns costs 1 on top.
    """
    lever = LEVERS[order.lever]
    if not lever.policy:
        return lever.cost
    cost = min(MOST_POINTS, lever.cost + max(0, _steps(world, state, order) - 1) // 2)
    lately = any(
        change.seat == state.spec.id
        and change.lever == order.lever
        and change.target == order.target
        and change.turn >= world.clock - _QUICK_REVERSAL_TURNS * world.level.steps
        for change in world.changes
    )
    return cost + (1 if lately else 0)


def _steps(world: World, state: StatePlace, order: Order) -> int:
    """Return how many steps of the grid a policy moves by its first number."""
    lever = LEVERS[order.lever]
    if order.target not in lever.targets(world, state):
        return 0
    grid = {setting[0] for setting in lever.grid(world, state, order.target)}
    now, wanted = lever.now(world, state, order.target)[0], order.setting[0]
    low, high = min(now, wanted), max(now, wanted)
    return sum(1 for value in grid if low < value <= high)


def order_problems(world: World, seat: str, order: Order, place: int = -1) -> list[Problem]:
    """Return everything wrong with one order taken alone; empty when it is allowed.

    Args:
        world: The world as it stands.
        seat: The state that gives the order.
        order: The order.
        place: Its place in a sheet, copied into the problems.
    """
    about = (("lever", order.lever), ("target", order.target))
    lever = LEVERS.get(order.lever)
    if lever is None:
        return [Problem(problems.UNKNOWN_LEVER, place, about)]
    state = world.layout.state(seat)
    found = []
    if world.over:
        found.append(Problem(problems.GAME_OVER, place, about))
    if order.lever not in state.spec.levers:
        found.append(Problem(problems.LOCKED_LEVER, place, about))
    if order.target not in lever.targets(world, state):
        return [*found, Problem(_NOT_THERE.get(lever.id, problems.WRONG_TARGET), place, about)]
    if not _well_formed(order):
        return [*found, Problem(problems.MALFORMED, place, about)]
    code = lever.check(world, state, order)
    if code:
        found.append(Problem(code, place, about))
    elif not _on_grid(world, state, lever, order):
        found.append(Problem(problems.OFF_GRID, place, about))
    elif lever.policy and order.setting == lever.now(world, state, order.target):
        found.append(Problem(problems.NO_CHANGE, place, about))
    spends = not lever.in_crisis and lever.money(world, state, order) > 0
    if world.values[state.crisis] and spends:
        found.append(Problem(problems.CRISIS, place, about))
    found += _short(world, state, order, place)
    return found


def _well_formed(order: Order) -> bool:
    """Whether a setting is a tuple of whole numbers; levers may look into no other."""
    setting = order.setting
    return isinstance(setting, tuple) and bool(setting) and all(type(x) is int for x in setting)


def _on_grid(world: World, state: StatePlace, lever: Lever, order: Order) -> bool:
    if lever.id == "answer_offer":
        return True  # its own check has compared the terms with the offer's grids
    return order.setting in lever.grid(world, state, order.target)


def _short(world: World, state: StatePlace, order: Order, place: int) -> list[Problem]:
    found = []
    cost = order_cost(world, state, order)
    if cost > world.values[state.capital]:
        found.append(
            Problem(
                problems.CAPITAL_SHORT,
                place,
                (("needs", str(cost)), ("has", str(world.values[state.capital]))),
            )
        )
    money = LEVERS[order.lever].money(world, state, order)
    if money > max(0, world.values[state.treasury]):
        found.append(
            Problem(
                problems.MONEY_SHORT,
                place,
                (("needs", str(money)), ("has", str(world.values[state.treasury]))),
            )
        )
    return found


def sheet_problems(world: World, seat: str, sheet: Sheet) -> list[Problem]:
    """Return everything wrong with a sheet: the sheet's own faults and those of every order."""
    if sheet.seat != seat:
        return [Problem(problems.WRONG_SEAT, -1, (("seat", sheet.seat),))]
    found = []
    if sheet.turn != world.turn:
        found.append(
            Problem(problems.STALE, -1, (("turn", str(sheet.turn)), ("now", str(world.turn))))
        )
    if len(sheet.orders) > MAX_ORDERS:
        return [*found, Problem(problems.TOO_MANY, -1, (("orders", str(len(sheet.orders))),))]
    seen: set[tuple[str, str]] = set()
    for place, order in enumerate(sheet.orders):
        if (order.lever, order.target) in seen:
            about = (("lever", order.lever), ("target", order.target))
            found.append(Problem(problems.TWICE, place, about))
        seen.add((order.lever, order.target))
        found += order_problems(world, seat, order, place)
    return found + _short_in_all(world, seat, sheet)


def _short_in_all(world: World, seat: str, sheet: Sheet) -> list[Problem]:
    state = world.layout.state(seat)
    known = [order for order in sheet.orders if order.lever in LEVERS and _well_formed(order)]
    cost = sum(order_cost(world, state, order) for order in known)
    found = []
    if cost > world.values[state.capital]:
        has = str(world.values[state.capital])
        found.append(Problem(problems.CAPITAL_SHORT, -1, (("needs", str(cost)), ("has", has))))
    money = sum(
        LEVERS[order.lever].money(world, state, order)
        for order in known
        if order.target in LEVERS[order.lever].targets(world, state)
    )
    if money > max(0, world.values[state.treasury]) and money:
        has = str(world.values[state.treasury])
        found.append(Problem(problems.MONEY_SHORT, -1, (("needs", str(money)), ("has", has))))
    return found
