"""Players that change nothing: status quo, the persona that holds, and the real path."""

from game.engine.definitions.level import Level
from game.engine.orders import Order
from game.engine.view import SeatView
from game.players.player import imagined, legal_part


class StatusQuo:
    """Leaves every policy as it is; offers lapse unanswered."""

    id = "status-quo/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return an empty sheet."""
        return ()


class Holder:
    """Persona of a state that keeps its course, whatever happens."""

    id = "holder/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return an empty sheet."""
        return ()


class History:
    """Gives the orders that the state gave in history; answers nothing else.

    A real order that this game's world does not allow (too little money, say) is left out. A
    state without a path holds.
    """

    id = "history/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return the path's orders for the turn."""
        path = seen.layout.state(seen.seat).spec.path
        if seen.turn >= len(path) or not path[seen.turn]:
            return ()
        return legal_part(imagined(seen), seen.seat, path[seen.turn])


def has_path(level: Level, seat: str) -> bool:
    """Whether a level knows what a state did in history."""
    return any(state.id == seat and any(state.path) for state in level.states)
