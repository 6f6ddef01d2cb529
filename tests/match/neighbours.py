"""Neighbours made for tests."""

from game.engine.orders import Order
from game.engine.view import SeatView
from tests.worlds import BAN_NOW


class ClosesItsPort:
    """Bans ore exports at once."""

    id = "closes-its-port/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return the ban in the first turn."""
        return (BAN_NOW,) if seen.turn == 0 else ()


class Follower:
    """Bans ore exports in the turn after it saw Aval's port closed."""

    id = "follower/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return the ban once it is due."""
        closed = seen.figure("aval/zinc/closed") or 0
        own = seen.figure("bora/zinc/ban") or 0
        return (BAN_NOW,) if closed > 5_000 and not own else ()
