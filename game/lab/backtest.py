"""Back-tests: the model beside history, first with prices fed in, then with the price block closed.

Targets and tolerances are those of the project's history table (BT1, BT2); each check prints its
value, its band and a verdict. A starred check that fails rejects a build.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.engine.definitions import Level
from game.engine.numbers import BP, muldiv, ratio
from game.lab.runs import Run, players_of, run

_SEEDS = (1, 2, 3, 4, 5)
_OTHER_CAPTIVE_COAL_2013_KW = 1_400_000
"""H094: captive coal of all metals and other industry in 2013, kW."""


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
    """A back-test in one price mode: ``fed`` or ``closed``."""

    id: str
    mode: str
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class _Subject:
    """What the nickel back-test looks at: the state, its mineral, the rival and the first year."""

    state: str
    mineral: str
    rival: str
    first_year: int


def backtest(level: Level) -> tuple[Case, ...]:
    """Return BT1 and BT2 in both price modes, each figure the median of five seeds.

    The level must have a historical path; see ``has_history``.
    """
    about = _subject(level)
    cases = []
    for mode in ("fed", "closed"):
        played = replace(level, prices_fed=mode == "fed")
        history = [run(played, players_of(played, "history"), seed) for seed in _SEEDS]
        held = [run(played, players_of(played, "status-quo"), seed) for seed in _SEEDS]
        cases.append(Case("BT1", mode, _bt1(about, history)))
        cases.append(Case("BT2", mode, _bt2(about, history, held)))
    return tuple(cases)


def has_history(level: Level) -> bool:
    """Whether any state of the level has a historical path."""
    return any(orders for state in level.states for orders in state.path)


def _subject(level: Level) -> _Subject:
    state = next(x for x in level.states if any(x.path))
    mineral = state.chains[0].mineral
    rival = next(
        (
            x.id
            for x in level.states
            if x.id != state.id and any(c.mineral == mineral for c in x.chains)
        ),
        "",
    )
    return _Subject(state.id, mineral, rival, level.first_year)


def _median(runs: list[Run], read: Callable[[Run], int]) -> int:
    values = sorted(read(played) for played in runs)
    return values[len(values) // 2]


def _year(about: _Subject, played: Run, figure: str, year: int) -> int:
    return played.series(figure)[year - about.first_year]


def _change(about: _Subject, figure: str, before: int, after: int) -> Callable[[Run], int]:
    """Return a reader of ``after`` relative to ``before``, in hundredths of a per cent."""

    def read(played: Run) -> int:
        return ratio(_year(about, played, figure, after), _year(about, played, figure, before))

    return read


def _sum(about: _Subject, figure: str, first: int, last: int, played: Run) -> int:
    return sum(_year(about, played, figure, year) for year in range(first, last + 1))


def _bt1(about: _Subject, history: list[Run]) -> tuple[Check, ...]:
    chain = f"{about.state}/{about.mineral}"
    mined, exports = f"{chain}/mined", f"{chain}/exports"
    income = f"{about.state}/export_income"

    def drop(played: Run) -> int:
        return _change(about, exports, 2013, 2014)(played) - BP

    def windows(last: tuple[int, int]) -> Callable[[Run], int]:
        def read(played: Run) -> int:
            first = max(1, _sum(about, f"{chain}/invested", 2010, 2014, played))
            return muldiv(_sum(about, f"{chain}/invested", *last, played), 100, first)

        return read

    def coal(played: Run) -> int:
        grown = _year(about, played, f"{chain}/coal_kw", 2023) - _year(
            about, played, f"{chain}/coal_kw", 2013
        )
        base = _OTHER_CAPTIVE_COAL_2013_KW
        return muldiv(base + grown, 100, base)

    def lag(played: Run) -> int:
        return 100 * _years_until_half_more(about, played, f"{chain}/fed")

    def rival_share(year: int) -> Callable[[Run], int]:
        def read(played: Run) -> int:
            ours = _year(about, played, exports, year)
            theirs = _year(about, played, f"{about.rival}/{about.mineral}/exports", year)
            return ratio(theirs, ours + theirs)

        return read

    def rival_output(played: Run) -> int:
        return _change(about, f"{about.rival}/{about.mineral}/mined", 2013, 2015)(played) - BP

    def smuggled(played: Run) -> int:
        leak = _year(about, played, f"{chain}/leak", 2014)
        return ratio(leak, _year(about, played, exports, 2013))

    return (
        _check(
            "BT1.1",
            "Mine output in 2015 against 2013",
            "at most 35 %",
            history,
            _change(about, mined, 2013, 2015),
            0,
            35,
            "%",
            True,
        ),
        _check(
            "BT1.2",
            "Mine output in 2019 against 2013",
            "at least 100 %",
            history,
            _change(about, mined, 2013, 2019),
            100,
            1_000,
            "%",
            True,
        ),
        _check(
            "BT1.3",
            "Mine output in 2023",
            "1,500 to 2,500 kt",
            history,
            lambda r: _year(about, r, mined, 2023) // 10_000,
            1_500,
            2_500,
            "kt",
            True,
        ),
        _check(
            "BT1.4",
            "Legal ore exports, 2013 to 2014",
            "-80 to -100 %",
            history,
            drop,
            -100,
            -80,
            "%",
            True,
        ),
        _check(
            "BT1.5",
            "Export value of all stages, 2023 against 2013",
            "x 5 to 10",
            history,
            lambda r: _change(about, income, 2013, 2023)(r) // 100,
            5,
            10,
            "times",
            False,
        ),
        _check(
            "BT1.6",
            "Investment 2015-19 against 2010-14",
            "x 1 to 3 (history 2)",
            history,
            windows((2015, 2019)),
            1,
            3,
            "times",
            False,
        ),
        _check(
            "BT1.7",
            "Investment 2020-22 against 2010-14",
            "x 1.5 to 4.5 (history 3)",
            history,
            windows((2020, 2022)),
            1.5,
            4.5,
            "times",
            False,
        ),
        _check(
            "BT1.8",
            "Captive coal power, 2023 against 2013",
            "x 6 to 10",
            history,
            coal,
            6,
            10,
            "times",
            False,
        ),
        _check(
            "BT1.9",
            "Years from the ban until plants take half as much again",
            "2 to 4",
            history,
            lag,
            2,
            4,
            "years",
            False,
        ),
        _check(
            "BT1.10",
            "Largest foreign owner's share of plants, 2023",
            "65 to 85 %",
            history,
            lambda r: _year(about, r, f"{chain}/owner_share", 2023),
            65,
            85,
            "%",
            False,
        ),
        _check(
            "BT1.11",
            "Rival's mine output, 2013 to 2015",
            "+10 to +60 %",
            history,
            rival_output,
            10,
            60,
            "%",
            False,
        ),
        _check(
            "BT1.12",
            "Rival's share of the two states' ore exports, 2015",
            "at least 90 %",
            history,
            rival_share(2015),
            90,
            100,
            "%",
            False,
        ),
        _check(
            "BT1.13",
            "Smuggled ore in 2014 against legal exports of 2013",
            "2 to 14 %",
            history,
            smuggled,
            2,
            14,
            "%",
            False,
        ),
    )


def _years_until_half_more(about: _Subject, played: Run, figure: str) -> int:
    before = _year(about, played, figure, 2013)
    for year in range(2014, about.first_year + len(played.worlds) - 1):
        if 2 * _year(about, played, figure, year) >= 3 * before:
            return year - 2014
    return 99


def _bt2(about: _Subject, history: list[Run], held: list[Run]) -> tuple[Check, ...]:
    income = f"{about.state}/export_income"
    metal = f"{about.state}/{about.mineral}/refined_value"

    def gain(figure: str) -> Callable[[Run], int]:
        return lambda r: _year(about, r, figure, 2023) - _year(about, r, figure, 2013)

    whole = _median(history, gain(income))
    refined = _median(history, gain(metal))
    return (
        _check(
            "BT2.1",
            "Gain without the ban against the gain with it, all stages",
            "20 to 60 %",
            held,
            lambda r: ratio(gain(income)(r), whole),
            20,
            60,
            "%",
            True,
        ),
        _check(
            "BT2.2",
            "The same for metal alone (reported, not gated)",
            "any",
            held,
            lambda r: ratio(gain(metal)(r), refined),
            -1_000,
            1_000,
            "%",
            False,
        ),
    )


def _check(
    check_id: str,
    what: str,
    target: str,
    runs: list[Run],
    read: Callable[[Run], int],
    low: float,
    high: float,
    unit: str,
    starred: bool,
) -> Check:
    value = _median(runs, read)
    return Check(check_id, what, target, value, round(100 * low), round(100 * high), unit, starred)
