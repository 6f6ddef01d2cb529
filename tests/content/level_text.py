"""The text of the shipped level, and slips made in copies of it."""

from __future__ import annotations

from pathlib import Path

from game.content.library import CAMPAIGN_FOLDER

LEVEL = CAMPAIGN_FOLDER / "indonesia-nickel.yaml"


def shipped_text() -> str:
    """The level file as text."""
    return LEVEL.read_text(encoding="utf-8")


def copy_with(folder: Path, *slips: tuple[str, str]) -> Path:
    """A copy of the level in which each first text, which must occur, becomes the second."""
    text = shipped_text()
    for old, new in slips:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "indonesia-nickel.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def line_of(path: Path, part: str) -> int:
    """The number of the first line that holds a text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if part in line)
