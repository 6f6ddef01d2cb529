"""A player that picks legal orders at random: the floor that others are measured against."""

from game.engine.draws import draw
from game.engine.options import options
from game.engine.orders import Order
from game.engine.view import SeatView
from game.players.player import fits, imagined

_MOST_ORDERS = 3


class RandomPlayer:
    """Gives none to three orders a turn, each drawn from all that are still legal."""

    id = "random/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return a random legal sheet, within political capital and money."""
        world = imagined(seen)
        legal = list(options(world, seen.seat))
        chosen: list[Order] = []
        for number in range(draw(luck, seen.turn, "random", "count", _MOST_ORDERS + 1)):
            if not legal:
                break
            key = str(number)
            order = legal[draw(luck, seen.turn, "random", key, len(legal))]
            chosen.append(order)
            legal = [x for x in legal if fits(world, seen.seat, [*chosen, x])]
        return tuple(chosen)
