"""The program itself in a pipe: an order, Ctrl-C, and the order is there again."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from game.cli.own_command import own_command

ROOT = Path(__file__).resolve().parents[2]


def started(folder: Path) -> "subprocess.Popen[str]":
    """Return the game of the shipped level in a pipe, saving into a folder."""
    words = ["play", "indonesia-nickel", "--text", "--data-dir", str(folder)]
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PATH": ""},
    )


def read_until(stream: IO[str], marker: str) -> str:
    """Return what is written up to and with a marker; less when the stream ends."""
    found = ""
    while not found.endswith(marker):
        sign = stream.read(1)
        if not sign:
            break
        found += sign
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="platform: no such signal")
def test_ctrl_c_leaves_politely_and_the_order_is_kept(tmp_path: Path) -> None:
    with started(tmp_path) as first:
        assert first.stdin
        assert first.stdout
        first.stdin.write("1\ndecide 2 1 3\n")
        first.stdin.flush()
        read_until(first.stdout, "Ordered: Royalty")
        read_until(first.stdout, "What now?")
        first.send_signal(signal.SIGINT)
        shown, complaint = first.communicate(timeout=60)
    assert first.returncode == 0
    assert complaint == ""
    way_on = f"{own_command()} play indonesia-nickel --data-dir {tmp_path} --text"
    assert shown.endswith(f"Your game is saved. To go on, type:\n  {way_on}\n")
    with started(tmp_path) as again:
        shown, complaint = again.communicate("yes\norders\n", timeout=60)
    assert again.returncode == 0
    assert complaint == ""
    assert "Royalty, Nickel:" in shown
