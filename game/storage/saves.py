"""The list of saved games: one record file each, named after level and number."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from game.engine.record import Header, Record, RecordFault, Sealed
from game.storage import record_file
from game.storage.faults import CouldNotSave
from game.storage.record_file import RecordFile

SUFFIX = ".record"
_BAD = ".bad"
_NAME = re.compile(r"[^a-z0-9-]+")
_MOST_SAVES = 9_999


@dataclass(frozen=True, slots=True)
class Save:
    """A saved game.

    Attributes:
        path: Its file.
        header: What it is played on: level, seat, mandate.
        turn: Number of sealed turns.
        day: Day of the last change, by the file system.
        torn: Whether its last line was cut off by a crash; it is left out.
    """

    path: Path
    header: Header
    turn: int
    day: date
    torn: bool


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is no save any more. ``code`` is that of a ``RecordFault``, or ``failed``."""

    path: Path
    code: str
    line: int


def new_save(folder: Path, level_id: str) -> RecordFile:
    """Return a new record file for a level, under the first free number.

    Raises:
        CouldNotSave: No file could be made in the folder.
    """
    name = _NAME.sub("-", level_id.lower())[:60] or "level"
    for number in range(1, _MOST_SAVES):
        path = folder / f"{name}-{number:04d}{SUFFIX}"
        if path.exists():
            continue
        try:
            return record_file.create(path)
        except CouldNotSave:
            if not path.exists():
                raise  # not a game opened in this moment, but a disk that does not write
    raise CouldNotSave(OSError("too many saved games"), folder)


def list_saves(folder: Path) -> tuple[tuple[Save, ...], tuple[Unreadable, ...]]:
    """Return the saved games, the latest first, and the files that cannot be read.

    Raises:
        OSError: The folder cannot be read.
    """
    saves, unreadable = [], []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            saves.append((path.stat().st_mtime_ns, _save(path)))
        except RecordFault as fault:
            unreadable.append(Unreadable(path, fault.code, fault.line))
        except (OSError, OverflowError, ValueError):
            unreadable.append(Unreadable(path, "failed", 0))
    saves.sort(key=lambda pair: (-pair[0], pair[1].path.name))
    return tuple(save for _, save in saves), tuple(unreadable)


def _save(path: Path) -> Save:
    record: Record = record_file.read(path)
    sealed = sum(1 for line in record.lines if isinstance(line, Sealed))
    day = date.fromtimestamp(path.stat().st_mtime)
    return Save(path, record.header, sealed, day, record.torn)


def set_aside(path: Path) -> Path:
    """Rename a file that cannot be read to end in ``.bad``; returns where it is now.

    Raises:
        CouldNotSave: It could not be renamed.
    """
    target = path.with_name(path.name + _BAD)
    number = 2
    while target.exists():
        target = path.with_name(f"{path.name}{_BAD}{number}")
        number += 1
    try:
        return path.rename(target)
    except OSError as error:
        raise CouldNotSave(error, path) from None
