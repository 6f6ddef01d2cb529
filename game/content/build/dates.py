"""Years of a level file as turns of the engine."""

from __future__ import annotations

from dataclasses import dataclass

MORE_YEARS = 5
"""Years of demand and plans beyond the last turn; firms look a few years ahead."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The calendar of a level: its first month, and how many turns of how many months it has."""

    first_year: int
    first_month: int
    months: int
    turns: int

    def first_turn(self, year: int) -> int:
        """The first turn that begins in a year or later; may lie outside the level."""
        return -(-self._months_to(year) // self.months)

    def last_turn(self, year: int) -> int:
        """The last turn that begins in a year or earlier; may lie outside the level."""
        return -(-self._months_to(year + 1) // self.months) - 1

    def year_of(self, turn: int) -> int:
        """The year in which a turn begins."""
        return self.first_year + (self.first_month - 1 + turn * self.months) // 12

    def _months_to(self, year: int) -> int:
        return (year - self.first_year) * 12 - (self.first_month - 1)
