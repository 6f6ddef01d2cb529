"""Golden games are played back digest by digest, and every player plays them again the same way."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.match.replay import verify
from game.players import player_for
from game.storage.record_file import read
from tests.golden.games import FOLDER, golden_level, golden_names, play, record_path

ROOT = Path(__file__).resolve().parents[2]
NAMES = list(golden_names())


def test_no_golden_game_is_missing_and_none_is_left_over() -> None:
    wanted = {record_path(*name).name for name in NAMES}
    assert {path.name for path in FOLDER.glob("*.record")} == wanted


@pytest.mark.parametrize(("level_id", "player"), NAMES)
def test_a_golden_game_plays_back_the_same(level_id: str, player: str) -> None:
    level = golden_level(level_id)
    found = verify(level, read(record_path(level_id, player)), player_for)
    assert (found.ok, found.turns, found.code) == (True, level.turns, "")


@pytest.mark.parametrize(("level_id", "player"), NAMES)
def test_a_player_chooses_the_same_again(level_id: str, player: str) -> None:
    text = play(golden_level(level_id), player).record_text()
    assert text == record_path(level_id, player).read_text(encoding="utf-8")


def test_the_command_verifies_a_golden_game() -> None:
    path = record_path("indonesia-nickel", "history")
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "replay", str(path), "--verify", "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["ok"]
    assert found["turns"] == 16


def test_the_command_names_the_first_wrong_turn(tmp_path: Path) -> None:
    text = record_path("indonesia-nickel", "history").read_text(encoding="utf-8")
    forged = tmp_path / "forged.record"
    assert '"setting": [2000]' in text
    forged.write_text(text.replace('"setting": [2000]', '"setting": [2500]'), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "replay", str(forged), "--verify", "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert not found["ok"]
    assert found["first_wrong_turn"] == 4  # the tax of 2012
    assert found["expected"] != found["actual"]
