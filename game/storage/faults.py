"""Why something could not be saved or read, as stable codes. Sentences are in game.text."""

import errno
from pathlib import Path
from typing import Final

DISK_FULL: Final = "disk_full"
READ_ONLY: Final = "read_only"
NO_FOLDER: Final = "no_folder"
IN_USE: Final = "in_use"
FAILED: Final = "failed"

ALL_CODES: Final = (DISK_FULL, READ_ONLY, NO_FOLDER, IN_USE, FAILED)

_CODES = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: DISK_FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.ENOTDIR: NO_FOLDER,
    errno.ENOENT: NO_FOLDER,
    errno.EEXIST: NO_FOLDER,
    errno.EISDIR: NO_FOLDER,
    errno.ENAMETOOLONG: NO_FOLDER,
}


class CouldNotSave(OSError):
    """Something did not reach the disk; what was there before is intact.

    Attributes:
        code: One of ``ALL_CODES``.
        path: What should have been written.
        reason: The system's own words.
    """

    def __init__(self, error: OSError, path: Path) -> None:
        self.code = code_of(error)
        self.path = path
        self.reason = error.strerror or str(error)
        super().__init__(f"{self.code}: {path}: {self.reason}")


def code_of(error: OSError) -> str:
    """Return the code of a system error."""
    return _CODES.get(error.errno or 0, FAILED)
