"""The same digests whatever order Python's hashes happen to have."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HASH_SEEDS = 20
AT_ONCE = 2

_PRINT_DIGESTS = """
from game.engine.codec import digest
from game.match import forecast, play_out, start
from game.players import player_for
from tests.properties.random_games import LEVELS, game
from tests.worlds import AVAL, BORA
for level in LEVELS:
    print(*(digest(played.after) for played in game(level, 3)))
others = {BORA: player_for("open_trader")}
match = start(LEVELS[0], AVAL, "guardian", 3, others, program="0.1.0")
print(forecast(match))
print(*play_out(match, player_for("history")).digests)
print([(x.path, x.rule, x.cause) for turn in match.turns for x in turn.ledger])
"""


def test_digests_under_twenty_hash_seeds() -> None:
    printed = set()
    for first in range(0, HASH_SEEDS, AT_ONCE):
        running = [
            subprocess.Popen(
                [sys.executable, "-c", _PRINT_DIGESTS],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": str(seed)},
                stdout=subprocess.PIPE,
            )
            for seed in range(first, first + AT_ONCE)
        ]
        for process in running:
            out, _ = process.communicate(timeout=120)
            assert process.returncode == 0
            printed.add(out)
    assert len(printed) == 1
    assert len(printed.pop().split()) > 12
