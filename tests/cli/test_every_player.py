"""Every computer player on every shipped level, and the same JSON wherever it is made."""

import json

import pytest

from game.content.library import level_ids, load_level
from game.lab.history.backtest import has_history
from game.players import PLAYER_IDS
from tests.cli.running import LEVEL, program, status_of

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("player", PLAYER_IDS)
@pytest.mark.parametrize("level", level_ids())
def test_every_player_plays_every_level_alike_twice(
    level: str, player: str, capsys: Capture
) -> None:
    if player == "history" and not has_history(load_level(level).historical):
        assert status_of("simulate", level, "--player", player) == 2  # it says that there is none
        return
    assert status_of("simulate", level, "--player", player, "--json") == 0
    first = capsys.readouterr().out
    (game,) = json.loads(first)["games"]
    assert game["player"] == player
    assert game["turns"]
    if player in ("random", "status-quo"):
        assert status_of("simulate", level, "--player", player, "--json") == 0
        assert capsys.readouterr().out == first


def test_players_do_not_all_do_the_same(capsys: Capture) -> None:
    digests = set()
    for player in ("random", "status-quo", "history"):
        assert status_of("simulate", LEVEL, "--player", player, "--json") == 0
        digests.add(json.loads(capsys.readouterr().out)["games"][0]["digest"])
    assert len(digests) == 3


@pytest.mark.parametrize("player", ["random", "greedy", "history"])
def test_the_same_under_every_hash_seed(player: str) -> None:
    words = ("simulate", LEVEL, "--player", player, "--json")
    found = {program(*words, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "4711")}
    assert len(found) == 1
    assert len(json.loads(found.pop())["games"]) == 1
