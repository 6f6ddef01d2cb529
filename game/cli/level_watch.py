"""Which level files are open in the window, and whether somebody has saved them since."""

from dataclasses import dataclass
from pathlib import Path

Stamp = tuple[int, int]
"""Time of the last change in ns, and size."""


@dataclass(slots=True)
class _Watched:
    path: Path
    read: Stamp | None
    seen: Stamp | None


class LevelWatch:
    """Remembers the files of levels by id.

    A change counts once the file has stood still between two looks, so that a half-written file
    is not read.
    """

    def __init__(self) -> None:
        self._watched: dict[str, _Watched] = {}

    def watch(self, level_id: str, path: Path) -> None:
        """Begin to watch a level's file as it is now."""
        stamp = _stamp(path)
        self._watched[level_id] = _Watched(path, stamp, stamp)

    def path(self, level_id: str) -> Path | None:
        """Return the file of a watched level."""
        watched = self._watched.get(level_id)
        return watched.path if watched else None

    def changed(self, level_id: str) -> bool:
        """Return whether the file was saved since it was read; each saving is told once."""
        watched = self._watched.get(level_id)
        if watched is None:
            return False
        before, now = watched.seen, _stamp(watched.path)
        watched.seen = now
        if now is None or now == watched.read or now != before:
            return False
        watched.read = now
        return True


def _stamp(path: Path) -> Stamp | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size
