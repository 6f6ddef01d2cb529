"""One case of the list of conditions: how it is written, and what it expects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from game.content.file.reader import read_document
from game.engine.numbers import muldiv

LIST = Path(__file__).parent / "conditions.yaml"
AGGREGATES = ("every", "first", "last", "sum", "some")
_OPERATORS = {
    "==": lambda a, b: a == b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
}


@dataclass(frozen=True, slots=True)
class Expectation:
    """A comparison that must hold: ``every {s}/{m}/mined == 0``."""

    text: str

    def holds(self, series: Mapping[str, Sequence[int]], base: Mapping[str, Sequence[int]]) -> bool:
        """Whether it holds for figures by turn; the first of each series is the first day."""
        aggregate, path, operator, *value = self.text.split()
        compare = _OPERATORS[operator]
        left = list(series[path][1:])
        right = _right(value, path, series, base)
        if aggregate == "every":
            return all(compare(a, b) for a, b in zip(left, right, strict=True))
        if aggregate == "some":
            return any(compare(a, b) for a, b in zip(left, right, strict=True))
        if aggregate == "first":
            return bool(compare(left[0], right[0]))
        if aggregate == "last":
            return bool(compare(left[-1], right[-1]))
        return bool(compare(sum(left), sum(right)))

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths that it reads."""
        return tuple(word for word in self.text.split() if "/" in word and word[0] == "{")


def _right(
    value: Sequence[str],
    path: str,
    series: Mapping[str, Sequence[int]],
    base: Mapping[str, Sequence[int]],
) -> list[int]:
    """Return the right side of a comparison, turn by turn."""
    word = value[0]
    turns = len(series[path]) - 1
    if word == "start":
        found = [series[path][0]] * turns
    elif word == "base":
        found = list(base[path][1:])
    elif word.startswith("{"):
        found = list(series[word][1:])
    else:
        found = [int(word)] * turns
    return [scaled(x, value[2]) for x in found] if len(value) == 3 else found


def scaled(amount: int, factor: str) -> int:
    """Return an amount times a factor written as ``10`` or ``1/20``."""
    above, _, below = factor.partition("/")
    return muldiv(amount, int(above), int(below or 1))


@dataclass(frozen=True, slots=True)
class Condition:
    """A case; see the head of the list for what its keys mean."""

    id: str
    words: str
    source: str
    turns: int
    expect: tuple[Expectation, ...]
    level: Mapping[str, Mapping[str, Any]]
    remove: tuple[str, ...]
    figures: Mapping[str, int]
    orders: Mapping[int, Sequence[Sequence[Any]]]
    levels: tuple[str, ...]
    invariants: tuple[str, ...]
    always: bool
    sole_buyer: bool
    reached: bool = False

    @property
    def compares(self) -> bool:
        """Whether it gives orders or is judged beside another game."""
        return bool(self.orders) or any("base" in x.text for x in self.expect)


@lru_cache(maxsize=1)
def conditions() -> tuple[Condition, ...]:
    """Return all cases of the list."""
    cases: Any = read_document(LIST).plain()["cases"]
    return tuple(_case(x) for x in cases)


def _case(told: Mapping[str, Any]) -> Condition:
    return Condition(
        id=told["id"],
        words=told["words"],
        source=told["source"],
        turns=int(told["turns"]),
        expect=tuple(Expectation(x) for x in told["expect"]),
        level=told.get("level", {}),
        remove=tuple(told.get("remove", ())),
        figures={path: int(x) for path, x in told.get("figures", {}).items()},
        orders={int(turn): x for turn, x in told.get("orders", {}).items()},
        levels=tuple(told.get("levels", ())),
        invariants=tuple(told.get("invariants", ())),
        always=bool(told.get("always", False)),
        sole_buyer=bool(told.get("sole_buyer", False)),
        reached=bool(told.get("reached", False)),
    )
