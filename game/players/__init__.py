"""Computer players: each turns what a seat can see into an order sheet."""

from game.players.holding import has_path
from game.players.macro_actions import macro_actions
from game.players.player import Player
from game.players.registry import PERSONA_IDS, PLAYER_IDS, player_for

__all__ = ["PERSONA_IDS", "PLAYER_IDS", "Player", "has_path", "macro_actions", "player_for"]
