"""Reading a level or atlas file: from a path to a tree with positions, or to every problem found.

    document = read_document(Path("levels/campaign/indonesia-nickel.yaml"))
    document.plain()                                  # dicts, lists, text, int, bool
    document.positions().locate(("events", 3, "turn"))  # Position(line, column)

Only `LevelError` leaves this module, whatever the file holds. `examine_document` gives the tree and
the problems side by side, for a check that wants to go on after the first faulty value.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.content.faults import FaultList, LevelError, Problem, TooManyProblems
from game.content.file.building import build_tree
from game.content.file.events import StopReading, limited_events
from game.content.file.positions import Positions
from game.content.file.source import decode, display_name, read_bytes
from game.content.file.tree import MappingNode, Plain, to_plain
from game.content.file.tree import Path as TreePath


@dataclass(frozen=True, slots=True)
class Document:
    """One file that could be read as a whole.

    `file` is the name for messages and `sha256` the digest of the bytes as read. `faulty` holds the
    paths of values that were refused: their text stands in the tree as written, and checks of
    those values say nothing new.
    """

    file: str
    root: MappingNode
    sha256: str
    faulty: frozenset[TreePath]

    def plain(self) -> dict[str, Plain]:
        """The data without positions, keys in the order of the file, texts in Unicode form NFC."""
        return {entry.key: to_plain(entry.value) for entry in self.root.entries}

    def positions(self) -> Positions:
        """Where every key and value stands. Made anew at each call: keep it while it is needed."""
        return Positions.of(self.root)

    def is_faulty(self, path: TreePath) -> bool:
        """Whether the value at `path`, or one around it, has been refused by the reader."""
        return any(path[:length] in self.faulty for length in range(len(path) + 1))

    def holds_fault(self, path: TreePath) -> bool:
        """Whether the reader has refused something inside the value at `path`."""
        return any(fault[: len(path)] == path for fault in self.faulty)


@dataclass(frozen=True, slots=True)
class Examination:
    """What came of reading one file: the document, unless it broke off, and every problem."""

    document: Document | None
    problems: tuple[Problem, ...]


def read_document(path: Path | str) -> Document:
    """The document in the file at `path`. Raises `LevelError` with all problems found."""
    return _sound(examine_document(path))


def read_document_bytes(data: bytes, name: str) -> Document:
    """The document in `data`; `name` stands for it in messages. Raises `LevelError`."""
    return _sound(examine_bytes(data, name))


def examine_document(path: Path | str) -> Examination:
    """The file at `path` with every problem found; never raises for what a file can hold."""
    faults = FaultList(display_name(path))
    data = read_bytes(Path(path), faults)
    if data is None:
        return Examination(None, faults.in_file_order())
    return examine_bytes(data, faults.file)


def examine_bytes(data: bytes, name: str) -> Examination:
    """As `examine_document`, for bytes already in memory."""
    faults = FaultList(display_name(name))
    try:
        document = _read(data, faults)
    except (StopReading, TooManyProblems):
        document = None
    return Examination(document, faults.in_file_order())


def _read(data: bytes, faults: FaultList) -> Document | None:
    source = decode(data, faults)
    if source is None:
        return None
    tree = build_tree(limited_events(source.text, faults), faults)
    if not isinstance(tree.root, MappingNode):
        if () not in tree.faulty:
            faults.add(
                tree.root.position,
                "root-not-mapping",
                "the file does not begin with a key",
                "a level or atlas file is a list of `key: value` lines",
                "write a key and a colon before the data",
            )
        return None
    return Document(faults.file, tree.root, source.sha256, frozenset(tree.faulty))


def _sound(examination: Examination) -> Document:
    if examination.problems or examination.document is None:
        raise LevelError(examination.problems)
    return examination.document
