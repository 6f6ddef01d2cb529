"""One game at a time on one folder: a lock that the system lets go when its holder ends.

The lock is the system's own on an open file, not the file's being there, so a game that was killed
leaves nothing behind that would keep the next one out.
"""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from game.storage.faults import CouldNotSave

if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """A held lock; ``release`` lets it go, and so does the end of the program."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self.path = path
        self._file = file

    def release(self) -> None:
        """Let the lock go. The empty file stays: removing it could unlock a third game."""
        self._file.close()

    def __enter__(self) -> "FolderLock":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def take_lock(path: Path) -> FolderLock | None:
    """Return the lock of a folder, or None when another game holds it.

    On a file system without locks every game gets one: playing goes before guarding.

    Args:
        path: The lock's file; made when it is not there.

    Raises:
        CouldNotSave: The file could not be made.
    """
    try:
        file = open(path, "ab", buffering=0)  # noqa: SIM115 - it stays open beyond this function
    except OSError as error:
        raise CouldNotSave(error, path) from None
    try:
        os.set_inheritable(file.fileno(), False)
        _hold(file)
    except (BlockingIOError, PermissionError):
        file.close()
        return None
    except OSError:
        return FolderLock(path, file)
    return FolderLock(path, file)
