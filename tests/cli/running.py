"""Commands run in this process and as the real program, and records to run them on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.cli.services import GameServices
from game.engine.orders import Order
from game.storage.folder import data_folder

ROOT = Path(__file__).resolve().parents[2]
LEVEL, MANDATE = "indonesia-nickel", "industrialiser"
UNSEEN = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}


def status_of(*words: str) -> int:
    """Return the exit status of a command, also where the parser itself ends it."""
    try:
        return main(list(words))
    except SystemExit as end:
        return int(end.code or 0)


def refused(capsys: pytest.CaptureFixture[str], *words: str, status: int) -> str:
    """Return the one line that a command ends with, after checking status and streams."""
    assert status_of(*words) == status
    shown = capsys.readouterr()
    assert shown.out == ""
    return one_line(shown.err)


def one_line(complaint: str) -> str:
    """Return a complaint after checking that it is one line, a sentence and no traceback."""
    assert "Traceback" not in complaint
    assert complaint.endswith("\n")
    line = complaint.removesuffix("\n")
    assert "\n" not in line
    assert " " in line
    return line


def program(
    *words: str,
    env: dict[str, str] | None = None,
    without: tuple[str, ...] = (),
    flags: tuple[str, ...] = (),
    typed: str = "",
    cwd: Path = ROOT,
    seconds: int = 60,
) -> "subprocess.CompletedProcess[str]":
    """Return what became of the real program.

    Args:
        words: The command.
        env: Variables beside those of this process.
        without: Variables that are taken out.
        flags: Flags of the interpreter.
        typed: Standard input.
        cwd: Where it starts.
        seconds: When it is stopped.
    """
    variables = {name: x for name, x in (os.environ | (env or {})).items() if name not in without}
    return subprocess.run(
        [sys.executable, *flags, str(ROOT / "main.py"), *words],
        capture_output=True,
        input=typed,
        encoding="utf-8",
        env=variables,
        cwd=cwd,
        timeout=seconds,
        check=False,
    )


def recorded(folder: Path, turns: int = 2) -> Path:
    """Return the record of a game of some turns, with an order in the first and the open one."""
    services = GameServices(data_folder(folder))
    match = services.start(services.load(LEVEL), MANDATE, 5)
    for _ in range(turns):
        if match.turn == 0:
            assert not match.give(Order("royalty", "nickel", (400,)))
        match.seal()
    assert not match.give(Order("royalty", "nickel", (500,)))
    services.close()
    (path,) = (folder / "saves").glob("*.record")
    return path


def history_played(folder: Path) -> Path:
    """Return the record of the level's historical path, played to the end."""
    services = GameServices(data_folder(folder))
    case = services.load(LEVEL)
    match = services.start(case, MANDATE, 5)
    path = next(x.path for x in case.level.states if x.id == match.seat)
    while not match.over:
        for order in path[match.turn]:
            asked = match.pending_prediction(order)
            if asked is not None:
                match.predict(asked.id, -1, asked.reasons[0][0])
            match.give(order)
        match.seal()
    services.close()
    (file,) = (folder / "saves").glob("*.record")
    return file


def changed(path: Path, old: str, new: str) -> Path:
    """Return a copy of a record in which the first text, which must occur, became the second."""
    text = path.read_text(encoding="ascii")
    assert old in text
    copy = path.with_name("changed.record")
    copy.write_text(text.replace(old, new, 1), encoding="ascii", newline="")
    return copy
