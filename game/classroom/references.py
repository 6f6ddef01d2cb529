"""What reference players reach from the same seat with the same luck.

They never sit in a round; they are what an entrant's score is set beside.
"""

from dataclasses import dataclass

from game.classroom.rounds import Round
from game.engine.definitions.level import Level
from game.match.match import play_out, start
from game.match.replay import PlayerOf
from game.players import player_for

REFERENCE_PLAYERS = ("status-quo", "greedy")


@dataclass(frozen=True, slots=True)
class Reference:
    """The score of a reference player in one game of a round, in hundredths of a point."""

    player: str
    game: int
    score: int


def reference(level: Level, found: Round, player: str, game: int, player_of: PlayerOf) -> Reference:
    """Return what a reference player reaches in a game of the round, from its seat."""
    match = start(
        level,
        found.seat,
        found.mandate,
        found.seeds[game - 1],
        {seat: player_of(other) for seat, other in found.others},
        program=found.program,
    )
    match.detail = False
    play_out(match, player_for(player, found.mandate))
    return Reference(player, game, match.score().total)
