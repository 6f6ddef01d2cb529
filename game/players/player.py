"""What a computer player is, and the little that all of them need."""

from collections.abc import Iterable
from typing import Protocol

from game.engine.draws import derive_seed
from game.engine.options import sheet_problems
from game.engine.orders import Order, Sheet
from game.engine.view import SeatView, believed_world
from game.engine.world import World


class Player(Protocol):
    """A computer player. It sees a seat's view and nothing else.

    ``choose`` returns orders that are legal in that view. The same view and luck give the same
    orders, in every process.
    """

    @property
    def id(self) -> str:
        """Name and version, e.g. ``greedy/1``. The version is raised when its choices change."""
        ...

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return the orders for the turn.

        Args:
            seen: What the seat sees at the start of the turn.
            luck: A seed of the player's own; tells nothing about the match's luck.
        """
        ...


def imagined(seen: SeatView, luck: int = 0) -> World:
    """Return the world as the seat may imagine it, with imagined luck."""
    return believed_world(seen, derive_seed(luck, "imagined"))


def fits(world: World, seat: str, orders: Iterable[Order]) -> bool:
    """Whether orders make a legal sheet."""
    return not sheet_problems(world, seat, Sheet(seat, world.turn, tuple(orders)))


def legal_part(world: World, seat: str, orders: Iterable[Order]) -> tuple[Order, ...]:
    """Return the orders, in their order, without those that would make the sheet illegal."""
    kept: list[Order] = []
    for order in orders:
        if fits(world, seat, [*kept, order]):
            kept.append(order)
    return tuple(kept)
