"""Following the checker's remedies to the letter, where a machine can.

A remedy is mechanical when it names what to write or to take out: the word that was meant, the
same number with a point, the line that stands twice. What asks for a decision ("check the unit")
is left to people.
"""

import re
from collections.abc import Callable, Sequence

from game.content.faults import Problem

_MEANT = re.compile(r"did you mean `([^`]+)`\?")
_POINT = re.compile(r"^write `(-?\d+(?:\.\d+)? [^`]+)`")


def mended(text: str, found: Sequence[Problem]) -> str | None:
    """Return the text with the first mechanical remedy followed, or None if there is none."""
    lines = text.splitlines()
    for problem in found:
        if problem.line > len(lines):
            continue
        again = _FOLLOW.get(problem.code, _meant)(lines[problem.line - 1], problem)
        if again is not None:
            kept = [again] if again else []
            return "\n".join([*lines[: problem.line - 1], *kept, *lines[problem.line :]]) + "\n"
    return None


def _dropped(line: str, problem: Problem) -> str:
    return ""


def _spaces(line: str, problem: Problem) -> str:
    return line.replace("\t", "  ")


def _colon(line: str, problem: Problem) -> str | None:
    """Put the colon after the key that lacks it."""
    head, rest = line[: problem.column - 1], line[problem.column - 1 :]
    found = re.match(r"[\w-]+", rest)
    return f"{head}{found[0]}:{rest[found.end() :]}" if found else None


def _meant(line: str, problem: Problem) -> str | None:
    """Put the word that the remedy names in the place of the one that is wrong."""
    return _exchanged(line, problem, _MEANT.search(problem.remedy))


def _pointed(line: str, problem: Problem) -> str | None:
    """Put the number that the remedy spells out in the place of the one that is unclear."""
    return _exchanged(line, problem, _POINT.search(problem.remedy))


def _exchanged(line: str, problem: Problem, better: re.Match[str] | None) -> str | None:
    wrong = re.search(r"`([^`…]+)`", problem.what)
    head, rest = line[: problem.column - 1], line[problem.column - 1 :]
    if better is None or wrong is None or wrong[1] not in rest:
        return None
    return head + rest.replace(wrong[1], better[1], 1)


_FOLLOW: dict[str, Callable[[str, Problem], str | None]] = {
    "bad-quantity": _pointed,
    "duplicate-key": _dropped,
    "missing-colon": _colon,
    "tab-indent": _spaces,
}
