"""The text of a new level: the commented starting point, or another level under a new name."""

from __future__ import annotations

import re
from pathlib import Path

from game.content.atlas import PROGRAM_FOLDER
from game.content.file.reader import read_document

STARTER = PROGRAM_FOLDER / "levels" / "starter" / "tin-islands.yaml"
"""A small sound level with a comment on every part."""

LEVEL_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LONGEST_ID = 40


def new_level_text(level_id: str, like: Path | None = None) -> str:
    """The text of a level file with a new id and title; comments and all else stay.

    Raises `LevelError` when the level to start from cannot be read.
    """
    source = like or STARTER
    document = read_document(source)
    lines = source.read_text(encoding="utf-8-sig").splitlines()
    words = level_id.replace("-", " ").capitalize()
    entry = document.root.find("id")
    if entry is not None:
        at = entry.key_position.line - 1
        lines[at] = re.sub(r"^id:\s*[^\s#]+", f"id: {level_id}", lines[at])
    title = document.root.find("title")
    if title is not None:
        at = title.key_position.line - 1
        if re.fullmatch(r"title:\s*\{.*\}\s*(#.*)?", lines[at]):
            lines[at] = f"title: {{en: {words}}}"
    return "\n".join(lines) + "\n"
