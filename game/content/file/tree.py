"""A level file as a tree of nodes, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.faults import Position

Scalar = str | int | bool
Plain = Scalar | list["Plain"] | dict[str, "Plain"]
"""Plain data as the level models take it: texts, whole numbers, true/false, lists, mappings."""

Path = tuple[str | int, ...]
"""The way from the root to a value: keys as text, places in a list counted from 0."""


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """One value. `value` follows the scalar rules; `quoted` is true for anything but plain text."""

    value: Scalar
    quoted: bool
    position: Position


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` line of a mapping. Keys are text, also when they look like numbers."""

    key: str
    key_position: Position
    value: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A mapping, its entries in the order of the file, no key twice."""

    entries: tuple[Entry, ...]
    position: Position

    def find(self, key: str) -> Entry | None:
        """The entry with this key, or None."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list of values."""

    items: tuple[Node, ...]
    position: Position


Node = ScalarNode | MappingNode | SequenceNode


def to_plain(node: Node) -> Plain:
    """The node as plain dicts, lists and scalars. The reader's depth limit bounds the recursion."""
    if isinstance(node, MappingNode):
        return {entry.key: to_plain(entry.value) for entry in node.entries}
    if isinstance(node, SequenceNode):
        return [to_plain(item) for item in node.items]
    return node.value


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node, Position | None]]:
    """Every node below and including `node`: its path, itself and where its key stands, if any."""
    yield path, node, None
    yield from _walk_children(node, path)


def _walk_children(node: Node, path: Path) -> Iterator[tuple[Path, Node, Position | None]]:
    if isinstance(node, MappingNode):
        for entry in node.entries:
            below = (*path, entry.key)
            yield below, entry.value, entry.key_position
            yield from _walk_children(entry.value, below)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            below = (*path, index)
            yield below, item, None
            yield from _walk_children(item, below)
