"""A terminal game that is killed: at most the order being given is lost."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from game.engine.record import Ordered, Sealed
from game.storage.record_file import read
from tests.cli.running import LEVEL, MANDATE, ROOT, program, status_of

WORDS = ("play", LEVEL, "--text")
ORDERS = ("decide 2 1 3", "end", "yes", "decide 2 1 4", "end", "yes", "decide 2 1 3")


@pytest.mark.skipif(sys.platform == "win32", reason="platform: kill -9 is a signal of POSIX")
@pytest.mark.parametrize("given", [1, 4, 7])
def test_kill_9_loses_at_most_one_order(
    given: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    killed_after(tmp_path, ORDERS[:given])
    (path,) = (tmp_path / "saves").glob("*.record")
    kept = read(path).lines
    expected = sum(1 for line in ORDERS[:given] if line.startswith(("decide", "yes")))
    assert expected - 1 <= len(kept) <= expected
    assert status_of("replay", str(path), "--verify") == 0
    capsys.readouterr()
    turn = 1 + sum(1 for line in kept if isinstance(line, Sealed))
    again = program(
        *WORDS, "--data-dir", str(tmp_path), typed="yes\norders\nback\nend\nyes\nquit\n"
    )
    assert (again.returncode, again.stderr) == (0, "")
    assert f"A saved game stands at turn {turn}." in again.stdout
    if isinstance(kept[-1], Ordered):
        assert "Royalty, Nickel:" in again.stdout
    after = read(path).lines
    assert after[: len(kept)] == kept
    assert isinstance(after[-1], Sealed)
    assert status_of("replay", str(path), "--verify") == 0


def killed_after(folder: Path, lines: tuple[str, ...]) -> None:
    """Play the lines and kill the game as soon as it asks again after the last of them."""
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *WORDS, "--mandate", MANDATE]
        + ["--seed", "5", "--data-dir", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        bufsize=1,
    ) as game:
        assert game.stdin
        assert game.stdout
        guard = threading.Timer(60, game.kill)
        guard.start()
        for line in lines:
            wait_for_a_question(game)
            game.stdin.write(f"{line}\n")
            game.stdin.flush()
        wait_for_a_question(game)
        game.kill()
        game.wait()
        guard.cancel()


def wait_for_a_question(game: "subprocess.Popen[str]") -> None:
    """Read until the game waits for a line: its prompt is the only line without an end."""
    assert game.stdout
    found = ""
    while not found.endswith((" quit) ", "(yes/no) ", "”: ", "continue. ")):
        sign = game.stdout.read(1)
        if not sign:
            return
        found += sign
