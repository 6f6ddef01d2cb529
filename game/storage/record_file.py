"""A record on disk: lines are appended, flushed and fsynced one by one, never rewritten."""

import os
from pathlib import Path
from typing import BinaryIO

from game.engine.record import Record, read_record
from game.storage.atomic import sync_folder
from game.storage.faults import CouldNotSave

LARGEST_BYTES = 4 * 1024 * 1024
"""The largest record that is read from the player's own disk; withdrawn orders count too."""


class RecordFile:
    """An open record. ``append`` returns only when the line is on disk.

    When a line could not be written, it and all later lines wait and are tried again with the
    next one; what was half written is cut off first, so that the file stays readable.
    """

    def __init__(self, path: Path, file: BinaryIO, size: int) -> None:
        self.path = path
        self._file = file
        self._size = size
        self._waiting: list[bytes] = []
        self._clean = True

    @property
    def waiting(self) -> int:
        """How many lines are not on disk yet."""
        return len(self._waiting)

    def append(self, line: str) -> None:
        """Write a line to disk.

        Args:
            line: A line of the record, without line end.

        Raises:
            CouldNotSave: The line waits; ``waiting`` counts it.
        """
        self._waiting.append(line.encode("ascii") + b"\n")
        self.flush()

    def flush(self) -> None:
        """Try again to write the lines that wait.

        Raises:
            CouldNotSave: They still wait.
        """
        if not self._waiting:
            return
        data = b"".join(self._waiting)
        try:
            self._cut_back()
            self._clean = False
            self._write(data)
        except (OSError, ValueError) as error:
            raise CouldNotSave(_system_error(error), self.path) from None
        self._size += len(data)
        self._clean = True
        self._waiting.clear()

    def _cut_back(self) -> None:
        """Take away what a failed try may have left behind."""
        if not self._clean:
            self._file.truncate(self._size)
            self._file.seek(self._size)

    def _write(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[self._file.write(left) :]
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file, trying once more to write the lines that wait.

        Raises:
            CouldNotSave: Some lines could not be written and are lost.
        """
        try:
            self.flush()
        finally:
            self._file.close()

    def __enter__(self) -> "RecordFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _system_error(error: OSError | ValueError) -> OSError:
    """A closed file raises ValueError; to the player it is one more thing that failed."""
    return error if isinstance(error, OSError) else OSError(str(error))


def create(path: Path) -> RecordFile:
    """Return a new, empty record file.

    Raises:
        CouldNotSave: There is a file of that name, or it could not be made.
    """
    try:
        file = open(path, "xb", buffering=0)  # noqa: SIM115 - it stays open beyond this function
        sync_folder(path.parent)
    except OSError as error:
        raise CouldNotSave(error, path) from None
    return RecordFile(path, file, 0)


def read(path: Path) -> Record:
    """Return the record in a file; a torn last line is left out.

    Raises:
        RecordFault: It is no record, or damaged before its last line.
        OSError: It could not be read.
    """
    with open(path, "rb") as file:
        data = file.read(LARGEST_BYTES + 1)
    return read_record(data, LARGEST_BYTES)


def reopen(path: Path) -> RecordFile:
    """Return a record file to be appended to; a torn last line is cut off first.

    Call ``read`` before: a file that cannot be read must not be written to.

    Raises:
        CouldNotSave: It could not be opened for writing.
    """
    try:
        file = open(path, "r+b", buffering=0)  # noqa: SIM115 - it stays open beyond this function
    except OSError as error:
        raise CouldNotSave(error, path) from None
    try:
        return RecordFile(path, file, _cut_torn_line(file))
    except OSError as error:
        file.close()
        raise CouldNotSave(error, path) from None


def _cut_torn_line(file: BinaryIO) -> int:
    """Cut off what stands after the last line end; returns the size that is left, in bytes."""
    size = file.read().rfind(b"\n") + 1
    file.truncate(size)
    file.seek(size)
    os.fsync(file.fileno())
    return size
