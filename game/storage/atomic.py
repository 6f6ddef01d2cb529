"""Whole files written without loss: a kill at any instant leaves the old or the new text."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from game.storage.faults import CouldNotSave

_PAUSES_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.7, 1.0)
"""Waits between tries while a virus scanner or indexer holds a file; 2.45 s in all."""


def write_text(path: Path, text: str, sleep: Callable[[float], None] = time.sleep) -> None:
    """Write a file whole: a temporary file beside it, flushed to disk, takes its place.

    Args:
        path: The file; its folder exists.
        text: All of its text.
        sleep: Waits between tries.

    Raises:
        CouldNotSave: It could not be written; the old file is as it was.
    """
    try:
        made = _written_beside(path, text)
    except OSError as error:
        raise CouldNotSave(error, path) from None
    try:
        _put_in_place(made, path, sleep)
    except OSError as error:
        _drop(made)
        raise CouldNotSave(error, path) from None
    sync_folder(path.parent)


def _written_beside(path: Path, text: str) -> Path:
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    made = Path(name)
    try:
        with open(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        _drop(made)
        raise
    return made


def _put_in_place(made: Path, path: Path, sleep: Callable[[float], None]) -> None:
    for pause in _PAUSES_SECONDS:
        try:
            os.replace(made, path)
            return
        except PermissionError:
            sleep(pause)
    os.replace(made, path)


def _drop(made: Path) -> None:
    """Remove what a failed try left; if that fails too, a hidden file stays and does no harm."""
    try:
        made.unlink(missing_ok=True)
    except OSError:
        return


def sync_folder(folder: Path) -> None:
    """Flush a folder's list of names, where the system can; a new name then survives a power cut.

    Windows cannot open folders and some file systems refuse: then the name is written soon anyway.
    """
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    except OSError:
        return
    finally:
        os.close(number)
