"""From the path of a value to its place in the file.

Validation speaks of values by path (`("events", 3, "turn")`); people need a line and a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.faults import Position
from game.content.file.tree import MappingNode, Node, Path, SequenceNode, walk

KEY_MARK = "[key]"
"""What pydantic appends to a path when the key itself is at fault, not the value under it."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Side table of a document: the place of every value and of every key, by path."""

    values: dict[Path, Position]
    keys: dict[Path, Position]

    @classmethod
    def of(cls, root: Node) -> Positions:
        """The table of a whole tree."""
        values: dict[Path, Position] = {}
        keys: dict[Path, Position] = {}
        for path, node, key_position in walk(root):
            values[path] = node.position
            if key_position is not None:
                keys[path] = key_position
        return cls(values, keys)

    def locate(self, loc: Sequence[str | int], *, of_key: bool = False) -> Position:
        """The place of what `loc` names, or of the nearest thing around it that is in the file.

        `loc` may be a pydantic error path: parts that name no value (the chosen member of a union)
        are passed over, and a missing field is placed at the mapping that lacks it. `of_key` asks
        for the place of the key, as for an unknown key; a path that ends in `[key]` asks too.
        """
        path = self.resolve(loc)
        wants_key = of_key or bool(loc and loc[-1] == KEY_MARK)
        if wants_key and path in self.keys:
            return self.keys[path]
        return self.values[path]

    def resolve(self, loc: Sequence[str | int]) -> Path:
        """The longest path in the file that `loc` leads to; the empty path is the whole file."""
        path: Path = ()
        for part in loc:
            below = (*path, part)
            if below not in self.values and isinstance(part, int):
                below = (*path, str(part))  # a key such as 2014, turned into a number by a model
            if below in self.values:
                path = below
        return path


def node_at(root: Node, path: Path) -> Node | None:
    """The node under an exact path, or None."""
    node: Node | None = root
    for part in path:
        if isinstance(node, MappingNode) and isinstance(part, str):
            entry = node.find(part)
            node = entry.value if entry else None
        elif isinstance(node, SequenceNode) and isinstance(part, int):
            node = node.items[part] if 0 <= part < len(node.items) else None
        else:
            return None
    return node
