"""What is wrong with a file, where, and what to do about it.

`Problem` is one finding; `LevelError` carries every finding of a run and is the only exception
that leaves the loader. `did_you_mean` proposes the nearest known word for a misspelt one.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

MAX_PROBLEMS = 100
"""Findings kept per file; beyond this the file is broken as a whole and a longer list no help."""

EXCERPT_LENGTH = 48


class Severity(StrEnum):
    """How much a finding matters: an error stops the file from being used, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file. Lines and columns count from 1; columns count characters, not bytes."""

    line: int
    column: int


START = Position(1, 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in one file: what is wrong, why it matters and what to do, at a position."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    what: str
    why: str
    remedy: str

    @property
    def position(self) -> Position:
        """Where the finding is."""
        return Position(self.line, self.column)

    def render(self) -> str:
        """The finding on one line: `file:line:column: code: what, why, do this`."""
        where = f"{self.file}:{self.line}:{self.column}"
        return f"{where}: {self.code}: {self.what}, {self.why}, {self.remedy}"

    def to_json(self) -> dict[str, str | int]:
        """The finding as plain data, with the keys that `check --json` promises."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity.value,
            "what": self.what,
            "why": self.why,
            "remedy": self.remedy,
        }


class LevelError(Exception):
    """A file that cannot be used. `problems` holds every finding, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        if not self.problems:
            raise ValueError("a LevelError needs at least one problem")
        super().__init__("\n".join(problem.render() for problem in self.problems))


class TooManyProblems(Exception):
    """Raised by `FaultList.add` when the list is full; the loader stops reading there."""


@dataclass(slots=True)
class FaultList:
    """Collects the findings of one file, up to `MAX_PROBLEMS`."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, at: Position, code: str, what: str, why: str, remedy: str) -> None:
        """Keep an error. Raises `TooManyProblems` once the list has reached its limit."""
        self._keep(at, code, what, why, remedy)
        if len(self.problems) >= MAX_PROBLEMS:
            self._keep(
                at,
                "too-many-problems",
                f"reading stopped after {MAX_PROBLEMS} problems",
                "the rest of the file was not looked at",
                "correct the problems above and check again",
            )
            raise TooManyProblems

    def _keep(self, at: Position, code: str, what: str, why: str, remedy: str) -> None:
        self.problems.append(
            Problem(self.file, at.line, at.column, code, Severity.ERROR, what, why, remedy)
        )

    def in_file_order(self) -> tuple[Problem, ...]:
        """The findings sorted by position; findings at one place keep the order they came in."""
        return tuple(sorted(self.problems, key=lambda problem: problem.position))


def excerpt(text: str, length: int = EXCERPT_LENGTH) -> str:
    """`text` in backticks, on one line, at most `length` characters, safe to print anywhere."""
    head = text[: length + 1]
    line = re.sub(r"\s+", " ", head).strip()
    line = "".join(char if char.isprintable() else "?" for char in line)
    cut = len(text) > length
    return f"`{line[:length]}…`" if cut else f"`{line}`"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` most likely stands for, or None when nothing is near.

    Capitals, spaces and the choice between `-` and `_` are forgiven before letters are compared.
    Of equally near words the first in alphabetical order is taken, so the answer is stable.
    """
    by_shape: dict[str, str] = {}
    for name in sorted(known, reverse=True):
        by_shape[_shape(name)] = name
    shape = _shape(word)
    if shape in by_shape:
        return by_shape[shape]
    near = difflib.get_close_matches(shape, sorted(by_shape), n=1, cutoff=0.6)
    return by_shape[near[0]] if near else None


def _shape(word: str) -> str:
    return re.sub(r"[-_ ]+", "_", word.strip().casefold())
