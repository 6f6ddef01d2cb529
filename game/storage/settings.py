"""Settings of the player: a small JSON file; a field that is wrong falls back by itself."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.storage.atomic import write_text

LANGUAGES = ("en", "id", "vi", "th")
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What the player has chosen.

    Attributes:
        language: One of ``LANGUAGES``, or empty for the computer's own.
        text_percent: Size of text, 80 to 200 per cent.
        high_contrast: Stronger colours and lines.
        reduced_motion: No moving pictures.
        sound_percent: Loudness, 0 to 100 per cent.
        full_screen: Whether the window fills the screen.
        window_width, window_height: Size of the window in points.
    """

    language: str = ""
    text_percent: int = 100
    high_contrast: bool = False
    reduced_motion: bool = False
    sound_percent: int = 60
    full_screen: bool = False
    window_width: int = 1_280
    window_height: int = 800


_BOUNDS = {
    "text_percent": (80, 200),
    "sound_percent": (0, 100),
    "window_width": (1_024, 7_680),
    "window_height": (640, 4_320),
}


def _fits(name: str, value: Any, default: Any) -> bool:
    if type(value) is not type(default):
        return False
    if name == "language":
        return value == "" or value in LANGUAGES
    if name in _BOUNDS:
        low, high = _BOUNDS[name]
        return bool(low <= value <= high)
    return True


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings of a file, and the names of the fields that fell back.

    A missing file gives the defaults. A file that is no settings file at all gives them too, and
    then every field is named.
    """
    names = tuple(field.name for field in fields(Settings))
    try:
        found = _load(path)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError):
        return Settings(), names
    settings, wrong = Settings(), []
    for name in names:
        if name not in found:
            continue
        if _fits(name, found[name], getattr(settings, name)):
            settings = replace(settings, **{name: found[name]})
        else:
            wrong.append(name)
    return settings, tuple(wrong)


def _load(path: Path) -> dict[str, Any]:
    with open(path, "rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise ValueError("too large")
    found = json.loads(data.decode("utf-8"))
    if not isinstance(found, dict):
        raise ValueError("not settings")
    return found


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings.

    Raises:
        CouldNotSave: They could not be written; the old ones are as they were.
    """
    write_text(path, json.dumps(asdict(settings), indent=2) + "\n")
