"""Where the player's files are, and whether they can be written there."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "downstream"
_SAVES = "saves"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The player's folder.

    Attributes:
        path: The folder; it exists and can be written to.
        wanted: The folder that was asked for or is usual on this system.
        lasting: False when even the player's own folders could not be written to and the system's
            folder for passing files is used; what is saved there may be gone tomorrow.
    """

    path: Path
    wanted: Path
    lasting: bool = True

    @property
    def moved(self) -> bool:
        """Whether it is not where it was wanted; the player is then told where it is."""
        return self.path != self.wanted

    @property
    def saves(self) -> Path:
        """The folder of the records; it exists."""
        return self.path / _SAVES

    @property
    def settings(self) -> Path:
        """The file of the settings; it may not exist."""
        return self.path / "settings.json"

    @property
    def lock(self) -> Path:
        """The file that says that a game is open on this folder."""
        return self.path / "open.lock"


class NoFolder(OSError):
    """No folder can be written to, not even the system's own for passing files."""


def data_folder(asked: Path | None = None) -> DataFolder:
    """Return the player's folder, made if need be.

    The first that can be written to: the one asked for (``--data-dir``), the usual one of the
    system, the one for state, the one for passing files.

    Raises:
        NoFolder: There is none.
    """
    choices = _choices(asked)
    for path, lasting in choices:
        if _usable(path):
            return DataFolder(path, choices[0][0], lasting)
    raise NoFolder(", ".join(str(path) for path, _ in choices))


def _choices(asked: Path | None) -> list[tuple[Path, bool]]:
    usual = [
        Path(platformdirs.user_data_dir(APP, appauthor=False)),
        Path(platformdirs.user_state_dir(APP, appauthor=False)),
    ]
    own = [asked.expanduser().absolute()] if asked else []
    passing = Path(tempfile.gettempdir()) / f"{APP}-{_user_number()}"
    return [*((path, True) for path in [*own, *usual]), (passing, False)]


def _user_number() -> int:
    """Return a number that keeps users of one computer apart, without naming them."""
    return os.getuid() if hasattr(os, "getuid") else 0


def _usable(path: Path) -> bool:
    """Whether a folder can be made and written to. Only trying tells: rights lie on Windows."""
    try:
        (path / _SAVES).mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path / _SAVES) as file:
            file.write(b"x")
    except (OSError, ValueError):
        return False
    return True
