"""Golden games: computer players on each level that is shipped, with a fixed seed.

`python -m tests.golden.games` writes their records again. Do that only in the commit that raises
`RULES_VERSION` or changes a level, and say why.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from game.content.library import PROGRAM_FOLDER, level_ids, load_level
from game.engine.definitions.level import Level
from game.match.match import Match, play_out, start
from game.players import player_for

FOLDER = Path(__file__).parent / "records"
PLAYERS = ("greedy", "history", "random", "status-quo")
PROVING = PROGRAM_FOLDER / "levels" / "proving"
PROVING_PLAYERS = ("random", "status-quo")
SEED = 20_261_122


def golden_names() -> Iterator[tuple[str, str]]:
    """Yield (level, player) of every golden game that there must be."""
    for level_id in level_ids():
        for player in PLAYERS:
            yield level_id, player
    for path in sorted(PROVING.glob("*.yaml")):
        for player in PROVING_PLAYERS:
            yield path.stem, player


@cache
def golden_level(level_id: str) -> Level:
    """Return a level of the campaign or of those that prove the rules."""
    proving = PROVING / f"{level_id}.yaml"
    return load_level(proving if proving.exists() else level_id).level


def record_path(level_id: str, player: str) -> Path:
    return FOLDER / f"{level_id}.{player}.record"


def play(level: Level, player: str) -> Match:
    """Return a whole game of a player in the level's first seat."""
    seat, mandate = level.seats[0], level.mandates[0].id
    others = {x.id: player_for(x.persona) for x in level.states if x.id != seat}
    match = start(level, seat, mandate, SEED, others, program="golden")
    return play_out(match, player_for(player, mandate))


def write_all() -> None:
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.record"):
        path.unlink()
    for level_id, player in golden_names():
        text = play(golden_level(level_id), player).record_text()
        record_path(level_id, player).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_all()
