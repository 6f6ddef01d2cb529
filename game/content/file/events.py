"""Parser events under limits: what lies between clean text and a tree.

Nothing is constructed here. The parser is asked for one event at a time, and reading stops at the
event that breaks a limit, so nesting bombs, alias bombs and endless lists cost next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from game.content.faults import START, FaultList, Position, excerpt
from game.content.file.syntax import report_syntax

MAX_DEPTH = 32
"""Mappings and lists inside one another. A level needs about ten."""

MAX_NODES = 50_000
"""Keys, values, lists and mappings of one file together."""

MAX_RAW_NESTING = 1_000
"""Brackets open at once, quotes and comments not told apart: more never reaches the parser."""

LOADER: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = (
    yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
)
"""Where events come from: libyaml when PyYAML was built with it, else the pure Python parser."""

_BRACKETS = re.compile(r"[\[\]{}]")


class StopReading(Exception):
    """The file cannot be read further; the reason is already among the findings."""


def place_of(event: yaml.Event) -> Position:
    """Where an event begins."""
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1) if mark is not None else START


def limited_events(text: str, faults: FaultList) -> Iterator[yaml.Event]:
    """The node events of the one document in `text`: scalars, starts and ends of lists, mappings.

    Raises `StopReading` where a limit is broken, a second document begins or the syntax is wrong;
    anything refused is in `faults` by then.
    """
    _refuse_bracket_bomb(text, faults)
    guard = _Guard(faults)
    for event in _parsed(text, faults):
        if guard.admits(event):
            yield event
    if guard.documents == 0:
        faults.add(
            START,
            "empty-file",
            "the file holds no data",
            "a level or atlas file is a list of `key: value` lines",
            "write at least one, or remove the file",
        )
        raise StopReading


def _parsed(text: str, faults: FaultList) -> Iterator[yaml.Event]:
    last: yaml.Event | None = None
    try:
        for event in yaml.parse(text, Loader=LOADER):
            last = event
            yield event
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        # The pure parser lets ValueError through for \UFFFFFFFF and for endless version numbers.
        report_syntax(error, text, place_of(last) if last else START, faults)
        raise StopReading from None


def _refuse_bracket_bomb(text: str, faults: FaultList) -> None:
    depth = 0
    too_deep_at: int | None = None
    for found in _BRACKETS.finditer(text):
        depth = depth + 1 if found.group() in "[{" else max(0, depth - 1)
        if depth == MAX_DEPTH + 1:
            too_deep_at = found.start()
        if depth > MAX_RAW_NESTING:
            before = text[:too_deep_at]
            place = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
            _refuse_depth(faults, place)
            raise StopReading


def _refuse_depth(faults: FaultList, at: Position) -> None:
    faults.add(
        at,
        "too-deep",
        f"more than {MAX_DEPTH} lists or mappings lie inside one another here",
        "no level needs that",
        "check the brackets and the indentation",
    )


class _Guard:
    """Counts what has passed and lets only node events of the first document through."""

    def __init__(self, faults: FaultList) -> None:
        self.documents = 0
        self._faults = faults
        self._depth = 0
        self._nodes = 0

    def admits(self, event: yaml.Event) -> bool:
        """Whether the tree needs this event. Raises `StopReading` when a limit is broken."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)
            return False
        if isinstance(event, yaml.CollectionStartEvent):
            self._depth += 1
            if self._depth > MAX_DEPTH:
                _refuse_depth(self._faults, place_of(event))
                raise StopReading
        elif isinstance(event, yaml.CollectionEndEvent):
            self._depth -= 1
            return True
        if isinstance(event, yaml.NodeEvent):
            self._count_node(event)
            return True
        return False

    def _count_node(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._faults.add(
                place_of(event),
                "too-many-values",
                f"the file holds more than {MAX_NODES:,} keys and values",
                "no level needs that",
                "split the data over several atlas files",
            )
            raise StopReading

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._faults.add(
                place_of(event),
                "second-document",
                "a second document begins here",
                "one file holds one document",
                "remove the line `---`, or move the rest to its own file",
            )
            raise StopReading
        if event.version or event.tags:
            names = ", ".join(excerpt(f"%TAG {handle}") for handle in event.tags or {})
            self._faults.add(
                place_of(event),
                "directive",
                f"the file begins with a directive ({names or '`%YAML`'})",
                "lines that begin with % are not part of the level format",
                "remove the line",
            )
