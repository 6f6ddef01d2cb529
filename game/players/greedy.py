"""A player that looks one turn ahead and takes what scores best."""

from game.engine.definitions.level import Level, Mandate
from game.engine.draws import derive_seed
from game.engine.orders import Order, Sheet
from game.engine.scoring import score
from game.engine.turn import resolve_turn
from game.engine.view import SeatView, believed_world
from game.players.macro_actions import macro_actions

_LUCKS = 2


class Greedy:
    """Tries each listed sheet on imagined worlds and takes the best score of the next turn.

    Args:
        mandate: Id of the mandate it follows; the level's first when empty or unknown there.
    """

    def __init__(self, mandate: str = "") -> None:
        self._mandate = mandate

    @property
    def id(self) -> str:
        """``greedy/1``, or ``greedy.MANDATE/1``."""
        return f"greedy.{self._mandate}/1" if self._mandate else "greedy/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return the best of the listed sheets; of equals the earliest listed."""
        mandate = _mandate(seen.layout.level, self._mandate)
        return max(macro_actions(seen), key=lambda orders: _worth(seen, orders, mandate, luck))


def _worth(seen: SeatView, orders: tuple[Order, ...], mandate: Mandate, luck: int) -> int:
    """Return the summed score, in hundredths of a point, after the turn; others hold."""
    total = 0
    for number in range(_LUCKS):
        world = believed_world(seen, derive_seed(luck, f"greedy/{seen.turn}/{number}"))
        sheets = {state.spec.id: Sheet(state.spec.id, seen.turn) for state in seen.layout.states}
        sheets[seen.seat] = Sheet(seen.seat, seen.turn, orders)
        after = resolve_turn(world, sheets, detail=False).world
        total += score(after, seen.seat, mandate).total
    return total


def _mandate(level: Level, mandate_id: str) -> Mandate:
    for mandate in level.mandates:
        if mandate.id == mandate_id:
            return mandate
    return level.mandates[0]
