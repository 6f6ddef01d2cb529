"""How often limits of the rules bind in play, and which figures stand at them."""

from collections.abc import Mapping, Sequence

from game.engine.definitions.level import Level
from game.lab.runs import players_of, run

CAP = "cap:"
PLAYERS = ("random", "random", "history", "status-quo")


def limits_in_play(
    level: Level, games: int, players: Sequence[str] = PLAYERS, seat: str = ""
) -> Mapping[str, int]:
    """Return for each limit the share of turns in which it binds, bp.

    Args:
        level: What is played.
        games: How many games, the players taking turns.
        players: Who governs the level's first seat.
        seat: Leaves out what binds in other states; limits of the world market stay.
    """
    turns = 0
    bound: dict[str, int] = {}
    for number in range(games):
        played = run(
            level, players_of(level, players[number % len(players)]), 1 + number, detail=True
        )
        for ledger in played.ledgers:
            turns += 1
            met = {
                x.rule.removeprefix(CAP)
                for x in ledger
                if x.rule.startswith(CAP) and _counts(x.path, level, seat)
            }
            for rule in met:
                bound[rule] = bound.get(rule, 0) + 1
    return {rule: bound[rule] * 10_000 // turns for rule in sorted(bound)}


def _counts(path: str, level: Level, seat: str) -> bool:
    """Whether a figure belongs to a seat or to nobody; all do when no seat is named."""
    owner = path.partition("/")[0]
    return not seat or owner == seat or owner not in {x.id for x in level.states}
