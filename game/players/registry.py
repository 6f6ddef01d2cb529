"""Computer players by id."""

from collections.abc import Callable

from game.players.chance import RandomPlayer
from game.players.greedy import Greedy
from game.players.holding import History, Holder, StatusQuo
from game.players.neighbours import Reciprocator
from game.players.personas import OpenTrader
from game.players.player import Player

_MAKERS: dict[str, Callable[[], Player]] = {
    "greedy": Greedy,
    "history": History,
    "holder": Holder,
    "open_trader": OpenTrader,
    "random": RandomPlayer,
    "reciprocator": Reciprocator,
    "status-quo": StatusQuo,
}
PLAYER_IDS: tuple[str, ...] = tuple(_MAKERS)
PERSONA_IDS: tuple[str, ...] = ("holder", "open_trader", "reciprocator")
"""Players without search that a level may name for its neighbours."""


def player_for(player_id: str, mandate: str = "") -> Player:
    """Return a computer player.

    Args:
        player_id: One of ``PLAYER_IDS``, alone or with its version as a record names it:
            ``greedy``, ``greedy/1``, ``greedy.industrialiser/1``.
        mandate: The mandate that a searching player follows, unless the id names one.

    Raises:
        KeyError: There is no such player, or not of that version.
    """
    name, _, version = player_id.partition("/")
    name, _, own_mandate = name.partition(".")
    player = _MAKERS[name]()
    if name == "greedy":
        player = Greedy(own_mandate or mandate)
    elif own_mandate:
        raise KeyError(player_id)
    if version and player.id.rpartition("/")[2] != version:
        raise KeyError(player_id)
    return player
