"""A game killed at any moment loses at most the order that was being written."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.engine.record import write_header
from game.storage import read, reopen
from tests.storage.test_record_file import HEADER, line, numbers

ROOT = Path(__file__).resolve().parents[2]
KILLS = 15

_APPEND_FOR_EVER = """
import sys
from pathlib import Path
from game.engine.record import write_header
from game.storage import create, reopen
from tests.storage.test_record_file import HEADER, line, numbers
path = Path(sys.argv[1])
if path.exists():
    start = len(numbers(path))
    file = reopen(path)
else:
    start = 0
    file = create(path)
    file.append(write_header(HEADER))
number = start
while True:
    file.append(line(number))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
    number += 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of other systems")
def test_killed_games_lose_at_most_one_order(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    for kill in range(KILLS):
        game = subprocess.Popen(
            [sys.executable, "-c", _APPEND_FOR_EVER, str(path)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert game.stdout is not None
        told = [game.stdout.readline()]
        time.sleep(0.0007 * kill)
        game.send_signal(signal.SIGKILL)
        told += game.stdout.readlines()
        game.wait()
        game.stdout.close()
        told = [x for x in told if x.endswith(b"\n")]
        found = numbers(path)
        acknowledged = int(told[-1]) + 1
        assert found == list(range(len(found)))
        assert len(found) - acknowledged in (0, 1)
    assert read(path).header == HEADER


def test_the_line_being_written_is_the_only_one_at_risk(tmp_path: Path) -> None:
    """The same without luck: a file cut inside its last line, at every byte, goes on."""
    path = tmp_path / "a.record"
    for size in range(len(line(1)) + 1):
        path.write_bytes(f"{write_header(HEADER)}\n{line(0)}\n".encode() + line(1).encode()[:size])
        with reopen(path) as file:
            file.append(line(5))
        assert numbers(path) == [0, 5]
