"""Words on the command line that fit nothing: one sentence with the remedy, status 2."""

from pathlib import Path

import pytest

from game.content.library import level_ids
from tests.cli.running import LEVEL, refused, status_of
from tests.cli.test_level_commands import without_history

Capture = pytest.CaptureFixture[str]
BY_LEVEL = [("simulate",), ("play",), ("calibrate",), ("backtest",), ("bench", "--level")]


@pytest.mark.parametrize("command", BY_LEVEL, ids="-".join)
def test_a_slip_in_a_level_gets_the_nearest(command: tuple[str, ...], capsys: Capture) -> None:
    said = refused(capsys, *command, "indonesia-nikel", status=2)
    assert said == "There is no level `indonesia-nikel`: did you mean `indonesia-nickel`?"


@pytest.mark.parametrize("name", ["mars", "", "a\nb\x1b[31m", "a\0b", "levels", "x" * 5_000])
def test_a_level_that_is_like_none(name: str, capsys: Capture) -> None:
    said = refused(capsys, "simulate", name, status=2)
    assert said.startswith("There is no level `")
    assert said.isprintable()
    assert len(said) < 250


def test_the_levels_are_named(capsys: Capture) -> None:
    said = refused(capsys, "simulate", "mars", status=2)
    assert sum(name in said for name in level_ids()) >= 3
    assert LEVEL in refused(capsys, "simulate", "indonesia-nikel", status=2)


@pytest.mark.parametrize("way", [["--text"], []])
@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--seat", "philippines"], "choose one of indonesia."),
        (["--mandate", "pirate"], "industrialiser"),
        (["--seed", "-1"], "--seed must be zero or more."),
        (["--seed", "9" * 16], "--seed must have at most 15 digits."),
        (["--seed", "luck"], "invalid int value"),
    ],
)
def test_play_with_what_the_level_lacks(
    words: list[str], named: str, way: list[str], tmp_path: Path, capsys: Capture
) -> None:
    folder = tmp_path / "games"
    said = refused(capsys, "play", LEVEL, *way, *words, "--data-dir", str(folder), status=2)
    assert named in said
    assert not folder.exists()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--games", "0"], "--games must be 1 to 10000."),
        (["--games", "-3"], "--games must be 1 to 10000."),
        (["--games", "999999999"], "--games must be 1 to 10000."),
        (["--games", "many"], "invalid int value"),
        (["--seed", "-1"], "--seed must be zero or more."),
        (["--seed", "1" + "0" * 15], "--seed must have at most 15 digits."),
        (["--player", "nobody"], "choose one of greedy, history"),
        (["--player", "greedy/9"], "There is no player"),
        (["--mandate", "nothing"], "has no mandate 'nothing': choose one of fiscal-steward"),
    ],
)
def test_simulate_with_what_there_is_not(words: list[str], named: str, capsys: Capture) -> None:
    assert named in refused(capsys, "simulate", LEVEL, *words, status=2)


@pytest.mark.parametrize(
    "words", [("simulate", "--player", "history"), ("backtest",)], ids=["simulate", "backtest"]
)
def test_a_level_without_a_historical_path(
    words: tuple[str, ...], tmp_path: Path, capsys: Capture
) -> None:
    path = without_history(tmp_path)
    text = path.read_text(encoding="utf-8")
    own = tmp_path / "of-my-own.yaml"
    own.write_text(text.replace(f"id: {LEVEL}", "id: of-my-own", 1), encoding="utf-8")
    said = refused(capsys, words[0], str(own), *words[1:], status=2)
    assert said.startswith("of-my-own has no historical path")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["nonsense"], "invalid choice: 'nonsense'"),
        (["--nonsense"], "--nonsense"),
        (["simulate"], "LEVEL"),
        (["replay"], "FILE"),
        (["check"], "PATH"),
        (["simulate", LEVEL, "--gaems", "3"], "--gaems"),
    ],
)
def test_a_command_that_is_none(words: list[str], named: str, capsys: Capture) -> None:
    said = refused(capsys, *words, status=2)
    assert named in said
    assert said.endswith("--help`.")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--turns", "0"], "--turns must be 1 to 10000000."),
        (["--turns", "99999999"], "--turns must be 1 to 10000000."),
        (["--seed", "-1"], "--seed must be zero or more."),
    ],
)
def test_a_soak_of_no_length(words: list[str], named: str, capsys: Capture) -> None:
    assert refused(capsys, "soak", *words, status=2) == named


@pytest.mark.parametrize("size", ["", "x", "1600", "²x³", "-5x-5", "9" * 50 + "x1"])
def test_pictures_of_no_size(size: str, tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "pictures"
    said = refused(capsys, "pictures", str(folder), f"--size={size}", status=2)
    assert said.startswith("--size must look like 1600x900")
    assert not list(folder.glob("*"))


def test_pictures_where_no_folder_can_be(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    said = refused(capsys, "pictures", str(tmp_path / "file" / "x"), status=1)
    assert "name another folder" in said
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize("command", ["", "play", "check", "simulate", "replay", "bench"])
def test_help_is_no_fault(command: str, capsys: Capture) -> None:
    assert status_of(*filter(None, [command]), "--help") == 0
    assert capsys.readouterr().out.startswith(f"usage: main.py {command}".rstrip())
