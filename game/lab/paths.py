"""Levels with another past: historical paths cut short or without some of their orders."""

from collections.abc import Callable, Collection
from dataclasses import replace

from game.engine.definitions.level import Level
from game.engine.definitions.places import State
from game.engine.orders import Order


def without(level: Level, seat: str, lever: str, years: Collection[int] = ()) -> Level:
    """Return the level with one lever taken out of a state's path.

    Args:
        level: A level with yearly turns.
        seat: The state whose path is changed.
        lever: The lever whose orders are left out.
        years: Only in these years; all years when empty.
    """

    def keep(turn: int, order: Order) -> bool:
        year = level.first_year + turn
        return order.lever != lever or bool(years) and year not in years

    return _with_path(level, seat, keep)


def until(level: Level, seat: str, last_year: int) -> Level:
    """Return the level with a state's path ending after a year; policies then stay as they are."""
    return _with_path(level, seat, lambda turn, order: level.first_year + turn <= last_year)


def forgotten(level: Level, seat: str) -> Level:
    """Return the level without a state's path, so that its persona governs."""
    return _with_path(level, seat, lambda turn, order: False)


def _with_path(level: Level, seat: str, keep: Callable[[int, Order], bool]) -> Level:
    def changed(state: State) -> State:
        path = tuple(
            tuple(order for order in orders if keep(turn, order))
            for turn, orders in enumerate(state.path)
        )
        return replace(state, path=path if any(path) else ())

    states = tuple(changed(x) if x.id == seat else x for x in level.states)
    return replace(level, states=states)
