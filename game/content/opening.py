"""From a path to a validated level file, with every problem of reading and shape at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.content.atlas import SHARED, apply_atlas, atlas_document
from game.content.faults import LevelError, Position, Problem, Severity
from game.content.file.positions import Positions
from game.content.file.reader import Document, examine_document
from game.content.models import shape
from game.content.models.level import LevelFile

Loc = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A level file after reading: the model, unless something is wrong with its shape.

    `data` is the plain data with the atlas applied, for looking up what a fault was about.
    """

    name: str
    document: Document | None
    positions: Positions | None
    data: dict[str, Any]
    file: LevelFile | None
    problems: tuple[Problem, ...]

    def problem(
        self,
        loc: Loc,
        code: str,
        what: str,
        why: str,
        remedy: str,
        severity: Severity = Severity.ERROR,
        of_key: bool = False,
        in_level: bool = False,
    ) -> Problem:
        """A finding about the value at `loc`, placed in the level or in the atlas behind it.

        `in_level` keeps it in the level file: what is lacking, the level has to give.
        """
        name, at = self._place(loc, of_key, in_level)
        return Problem(name, at.line, at.column, code, severity, what, why, remedy)

    def warn(self, loc: Loc, code: str, what: str, why: str, remedy: str) -> Problem:
        """A finding that does not stop the level from being used."""
        return self.problem(loc, code, what, why, remedy, Severity.WARNING)

    def _place(self, loc: Loc, of_key: bool, in_level: bool) -> tuple[str, Position]:
        """Where a value stands: in the atlas when the level file does not hold it itself."""
        assert self.positions is not None
        here = self.positions.resolve(loc)
        if loc and loc[0] in SHARED and not in_level:
            base = atlas_document(str(loc[0]))
            there = Positions.of(base.root)
            if len(there.resolve(loc)) > max(len(here), 2):
                return base.file, there.locate(loc, of_key=of_key)
        return self.name, self.positions.locate(loc, of_key=of_key)


def open_level_file(path: Path) -> OpenedFile:
    """Read and validate a level file; never raises for what a file can hold."""
    seen = examine_document(path)
    if seen.document is None:
        name = seen.problems[0].file if seen.problems else str(path)
        return OpenedFile(name, None, None, {}, None, seen.problems)
    document = seen.document
    positions = document.positions()
    try:
        data = apply_atlas(document.plain())
    except LevelError as error:
        return OpenedFile(document.file, document, positions, {}, None, error.problems)
    opened = OpenedFile(document.file, document, positions, data, None, seen.problems)
    try:
        file = LevelFile.model_validate(data)
    except ValidationError as error:
        found = (*seen.problems, *shape.problems(opened, error))
        return OpenedFile(document.file, document, positions, data, None, found)
    if seen.problems:
        return opened
    return OpenedFile(document.file, document, positions, data, file, ())
