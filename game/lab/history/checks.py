"""What a back-test is made of: checks with bands, cases, and readers of played years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.engine.definitions.level import Level
from game.engine.numbers import BP, ratio
from game.lab.runs import Run, players_of, run

SEEDS = (1, 2, 3, 4, 5)
"""A back-test's figure is the median of these games."""

ANY = 10.0**9
"""A bound that nothing reaches: the check is open on that side."""


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison; values and bands in hundredths of their unit."""

    id: str
    what: str
    target: str
    value: int
    low: int
    high: int
    unit: str
    starred: bool

    @property
    def ok(self) -> bool:
        """Whether the value lies in its band."""
        return self.low <= self.value <= self.high

    def as_json(self) -> dict[str, object]:
        """Return the check as the stable JSON object of the command."""
        return {
            "id": self.id,
            "what": self.what,
            "target": self.target,
            "value": self.value / 100,
            "low": self.low / 100,
            "high": self.high / 100,
            "unit": self.unit,
            "starred": self.starred,
            "ok": self.ok,
        }


@dataclass(frozen=True, slots=True)
class Case:
    """A back-test in one price mode, ``fed`` or ``closed``, on one level."""

    id: str
    level: str
    mode: str
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """One game whose figures are asked for by calendar year."""

    first_year: int
    run: Run

    def at(self, figure: str, year: int) -> int:
        """Return a figure after a year, in its own unit."""
        return self.run.series(figure)[year - self.first_year]

    def years(self, figure: str, first: int, last: int) -> tuple[int, ...]:
        """Return a figure after each of some years, both ends included."""
        return self.run.series(figure)[first - self.first_year : last + 1 - self.first_year]

    def total(self, figure: str, first: int, last: int) -> int:
        """Return the sum of a figure over some years, both ends included."""
        return sum(self.years(figure, first, last))

    def against(self, figure: str, before: int, after: int) -> int:
        """Return a figure after one year relative to another year, in hundredths of a per cent."""
        return ratio(self.at(figure, after), self.at(figure, before))

    def change(self, figure: str, before: int, after: int) -> int:
        """Return the change between two years, in hundredths of a per cent."""
        return self.against(figure, before, after) - BP


def played(level: Level, player: str, seeds: Sequence[int] = SEEDS) -> tuple[Played, ...]:
    """Return games of a level by a named player, one a seed."""
    games = (run(level, players_of(level, player), seed) for seed in seeds)
    return tuple(Played(level.first_year, game) for game in games)


def median(values: Sequence[int]) -> int:
    """Return the middle value; of an even number, the upper of the two in the middle.

    >>> median([5, 1, 3])
    3
    """
    return sorted(values)[len(values) // 2]


@dataclass(frozen=True, slots=True)
class Band:
    """Where a check's value should lie, with the words of the target; bounds in its unit."""

    target: str
    low: float
    high: float
    unit: str = "%"


def check(
    name: tuple[str, str],
    band: Band,
    games: Sequence[Played],
    read: Callable[[Played], int],
    *,
    starred: bool = False,
) -> Check:
    """Return a check of the median game.

    Args:
        name: The check's id and what it compares.
        band: Where the value should lie.
        games: The same game on several seeds.
        read: Reads the value from a game, in hundredths of the band's unit.
        starred: Whether a miss rejects a build.
    """
    return verdict(name, band, median([read(game) for game in games]), starred=starred)


def verdict(name: tuple[str, str], band: Band, value: int, *, starred: bool = False) -> Check:
    """Return a check of a value that is known already, in hundredths of the band's unit."""
    low, high = round(100 * band.low), round(100 * band.high)
    return Check(name[0], name[1], band.target, value, low, high, band.unit, starred)
