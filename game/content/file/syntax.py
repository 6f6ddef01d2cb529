"""YAML syntax errors in words a level author can act on.

The C parser and the pure Python parser word the same error differently; both are recognised here
by the part that tells what happened.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from game.content.faults import FaultList, Position, excerpt


@dataclass(frozen=True, slots=True)
class _Reading:
    """How to tell one kind of syntax error. `at_context` places it where the construct began."""

    marks: tuple[str, ...]
    code: str
    why: str
    remedy: str
    at_context: bool = False


_READINGS = (
    _Reading(
        ("while scanning a quoted scalar|found unexpected",),
        "open-quote",
        "the quotes that open here are never closed",
        "close the quotes at the end of the text",
        at_context=True,
    ),
    _Reading(
        ("mapping values are not allowed", "found unexpected ':'"),
        "stray-colon",
        "a colon followed by a space starts a value, and none can start here",
        "put text that contains a colon in quotes, or correct the indentation here or above",
    ),
    _Reading(
        ("could not find expected ':'",),
        "missing-colon",
        "a line of a mapping needs `key: value`",
        "write a colon and a space after the key",
        at_context=True,
    ),
    _Reading(
        ("expected ',' or ']'", "expected ',' or '}'", "while parsing a flow"),
        "open-bracket",
        "a list or mapping in brackets is not finished or lacks a comma",
        "close the bracket, put commas between entries, and put text with a colon, comma or quotes "
        "in double quotes",
        at_context=True,
    ),
    _Reading(
        ("cannot start any token", "tab character", "mapping keys are not allowed"),
        "bad-start",
        "a value cannot begin with this character",
        "put the value in quotes, and use spaces, not tabs",
    ),
    _Reading(
        ("escape", "hexdecimal", "hexadecimal", "chr() arg", "too large to convert"),
        "bad-escape",
        "a backslash inside double quotes starts a code that does not exist",
        "use single quotes, or write the backslash twice",
    ),
    _Reading(
        ("sequence entries are not allowed",),
        "list-indent",
        "an entry of a list cannot begin here",
        "write each `- ` on its own line, all of one list in the same column",
    ),
    _Reading(
        ("comment or line break", "comment or a line break", "expected chomping"),
        "block-start",
        "nothing may stand after | or > on its line",
        "begin the text on the next line, two spaces further in",
    ),
    _Reading(
        ("node content",),
        "missing-value",
        "a value is expected here",
        "write the value, or remove the comma or sign before it",
    ),
    _Reading(
        ("tag", "URI", "expected '!'", "expected '>'", "the expected '>'"),
        "tag",
        "tags are not part of the level format",
        "remove the word that begins with an exclamation mark, or put the value in quotes",
    ),
    _Reading(
        ("directive", "version number", "YAML document", "a digit"),
        "directive",
        "lines that begin with % are not part of the level format",
        "remove the line",
    ),
    _Reading(
        ("alphabetic or numeric character",),
        "anchor",
        "anchors (&) and aliases (*) are not part of the level format",
        "put the value in quotes, or write the data out",
    ),
    _Reading(
        (
            "expected key",
            "expected '-' indicator",
            "block end",
            "block mapping",
            "document start",
            "indentation",
        ),
        "indentation",
        "the line does not line up with the lines it belongs to",
        "look here and at the line above: indent all entries of one block alike, and write nothing "
        "after closing quotes",
    ),
)
_OTHER = _Reading((), "syntax", "the YAML reader does not understand it", "correct this line")


def report_syntax(error: Exception, text: str, last: Position, faults: FaultList) -> None:
    """Add one finding for a parser error. `last` is used when the error has no position."""
    message, at, context = _details(error, last)
    reading = _recognise(message)
    place = context if reading.at_context and context else at
    lines = text.split("\n")
    place, line = _inside(place, lines)
    stopped = _inside(at, lines)[0].line
    why = reading.why if stopped == place.line else f"{reading.why} (seen in line {stopped})"
    # What was read inside the broken construct is a consequence of it, not a second slip.
    faults.problems[:] = [x for x in faults.problems if x.position < place]
    faults.add(place, reading.code, f"{excerpt(line)} is not valid YAML", why, reading.remedy)


def _details(error: Exception, last: Position) -> tuple[str, Position, Position | None]:
    if not isinstance(error, yaml.MarkedYAMLError):
        return str(error), last, None
    message = f"{error.context or ''}|{error.problem or ''}"
    at = _position(error.problem_mark) or last
    return message, at, _position(error.context_mark)


def _position(mark: yaml.Mark | None) -> Position | None:
    return Position(mark.line + 1, mark.column + 1) if mark is not None else None


def _recognise(message: str) -> _Reading:
    for reading in _READINGS:
        if any(mark in message for mark in reading.marks):
            return reading
    return _OTHER


def _inside(place: Position, lines: list[str]) -> tuple[Position, str]:
    """A parser may point behind the last line; people can only look at a line that is there."""
    index = min(place.line, len(lines)) - 1
    while index > 0 and not lines[index].strip():
        index -= 1
    if index + 1 == place.line:
        return place, lines[index]
    return Position(index + 1, len(lines[index]) + 1), lines[index]
