"""What changed in a turn and why: one line for every change, with its cause and its parents."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from game.engine.layout.layout import Layout

Row = tuple[int, int, str, str, tuple[int, ...], str]
"""(slot or -1, change, rule, cause, slots read, thing)"""

Lines = list[Any]
"""Rows written one after the other, `WIDTH` places each: far less work than an object for each."""

WIDTH: Final = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One change.

    Attributes:
        index: Its place in the turn's ledger.
        path: The figure that changed, or empty when a thing was made or ended.
        change: By how much, in the figure's unit.
        rule: The rule at work, e.g. ``"leakage"``.
        cause: Who or what set it off: ``order:LEVER:TARGET``, ``event:ID``, ``partner:ID``,
            ``market`` or ``rule``.
        thing: Id of the plant, offer, contract or event concerned, or empty.
    """

    index: int
    path: str
    change: int
    rule: str
    cause: str
    thing: str


class Ledger:
    """The changes of one turn, in the order in which they were made.

    A turn of several steps has the lines of each, one step after the other. What flows begins each
    step at zero, so only the lines of the last step make up a flow.

    Args:
        layout: The level's layout.
        lines: The lines of all steps.
        starts: Index of the first line of each step.
    """

    __slots__ = ("_cut", "_layout", "_lines", "_starts")

    def __init__(self, layout: Layout, lines: Lines, starts: tuple[int, ...] = (0,)) -> None:
        self._layout = layout
        self._lines = lines
        self._cut: tuple[Row, ...] | None = None
        self._starts = starts

    @property
    def _rows(self) -> tuple[Row, ...]:
        """The lines as rows, cut out when the ledger is first read."""
        if self._cut is None:
            self._cut = tuple(zip(*[iter(self._lines)] * WIDTH, strict=True))
        return self._cut

    def _begins(self, slot: int, index: int) -> int:
        """Return the first line that counts for a figure, seen from a line."""
        if not self._layout.variables[slot].flow:
            return 0
        return next(start for start in reversed(self._starts) if start <= index)

    def __len__(self) -> int:
        return len(self._lines) // WIDTH

    def __getitem__(self, index: int) -> Entry:
        slot, change, rule, cause, _, thing = self._rows[index]
        path = self._layout.paths[slot] if slot >= 0 else ""
        return Entry(index, path, change, rule, cause, thing)

    def __iter__(self) -> Iterator[Entry]:
        return (self[index] for index in range(len(self)))

    def of(self, path: str) -> tuple[Entry, ...]:
        """Return the changes of one figure."""
        slot = self._layout.slots[path]
        rows = self._rows
        first = self._begins(slot, len(rows))
        return tuple(self[i] for i in range(first, len(rows)) if rows[i][0] == slot)

    def parents(self, index: int) -> tuple[Entry, ...]:
        """Return the earlier changes of this turn that a change followed from.

        A rule names the figures it read; the parents are the changes those figures had already
        seen in the turn. A figure that had not changed is a standing condition and no parent.
        """
        rows = self._rows
        first = {slot: self._begins(slot, index) for slot in rows[index][4]}
        return tuple(
            self[i] for i in range(index) if rows[i][1] != 0 and i >= first.get(rows[i][0], index)
        )

    def reads(self, index: int) -> tuple[str, ...]:
        """Return the paths of the figures that a change was worked out from."""
        return tuple(self._layout.paths[slot] for slot in self._rows[index][4])

    def sums(self) -> dict[str, int]:
        """Return the sum of changes of every figure that changed."""
        totals: dict[int, int] = {}
        last = self._starts[-1]
        for index, row in enumerate(self._rows):
            if row[0] >= 0 and (index >= last or not self._layout.variables[row[0]].flow):
                totals[row[0]] = totals.get(row[0], 0) + row[1]
        return {self._layout.paths[slot]: total for slot, total in sorted(totals.items())}
