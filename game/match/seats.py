"""Who governs which state, and what computer players order.

Players arrive as arguments: a match knows only that they choose orders from what a seat sees.
"""

from collections.abc import Mapping
from typing import Protocol

from game.engine.draws import derive_seed
from game.engine.orders import Order, Sheet
from game.engine.view import SeatView, view
from game.engine.world import World


class ComputerPlayer(Protocol):
    """What a match asks of a computer player. ``id`` includes its version, e.g. ``holder/1``."""

    @property
    def id(self) -> str:
        """The name and version under which it stands in a record."""
        ...

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return the orders for the turn, from the view alone and luck of its own."""
        ...


def sheet_of(player: ComputerPlayer, world: World, seat: str) -> Sheet:
    """Return a computer player's sheet for a seat; its luck is keyed by seed and seat.

    The player sees the seat's view only. The same world, seat and player give the same sheet.
    """
    luck = derive_seed(world.seed, f"player/{seat}")
    return Sheet(seat, world.turn, tuple(player.choose(view(world, seat), luck)))


def sheets_of(others: Mapping[str, ComputerPlayer], world: World) -> dict[str, Sheet]:
    """Return the sheets of all computer players, by seat."""
    return {seat: sheet_of(others[seat], world, seat) for seat in sorted(others)}
