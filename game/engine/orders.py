"""Orders are data: what a government decides in a turn."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MAX_ORDERS: Final = 64
"""The longest sheet; a longer one is refused whole."""


@dataclass(frozen=True, slots=True, order=True)
class Order:
    """One decision.

    Attributes:
        lever: The lever's id, e.g. ``"export_ban"``.
        target: What it is pulled on: a good ``nickel.ore``, a mineral, a province, a partner, an
            offer's id, or empty for the whole state.
        setting: Whole numbers, in the units of the lever's grid.
    """

    lever: str
    target: str
    setting: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The orders of one seat for one turn. An empty sheet holds deliberately.

    Attributes:
        seat: The state that gives them.
        turn: The turn they are meant for; a sheet for another turn is refused as stale.
        orders: In the order in which they were given.
    """

    seat: str
    turn: int
    orders: tuple[Order, ...] = ()


def sheet(seat: str, turn: int, orders: Iterable[Order] = ()) -> Sheet:
    """Return a sheet from any orders."""
    return Sheet(seat, turn, tuple(orders))
