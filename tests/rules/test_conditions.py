"""Extreme conditions and invariants, written as data in `game/lab/conditions/conditions.yaml`."""

import json
from dataclasses import replace
from functools import cache

import pytest

from game.cli import main
from game.content.library import load_level
from game.engine.definitions.level import Level
from game.lab.conditions.condition import Condition, Expectation, conditions
from game.lab.conditions.run import applies, check, holds_without

LEVELS = ("indonesia-nickel", "indonesia-bauxite")
CASES = conditions()


@cache
def level(name: str) -> Level:
    return load_level(name).level


@pytest.mark.parametrize("case", CASES, ids=lambda x: x.id)
def test_it_holds(case: Condition) -> None:
    outcomes = [check(case, level(x)) for x in LEVELS if applies(case, level(x))]
    assert outcomes
    assert [(x.level, x.faults) for x in outcomes if not x.ok] == []


@pytest.mark.parametrize("case", [x for x in CASES if not x.always], ids=lambda x: x.id)
def test_it_does_not_hold_by_itself(case: Condition) -> None:
    """What holds in a game in which nothing was changed would show nothing."""
    assert not all(holds_without(case, level(x)) for x in LEVELS if applies(case, level(x)))


def test_there_are_forty_and_each_has_its_words() -> None:
    assert len(CASES) >= 40
    assert len({x.id for x in CASES}) == len(CASES)
    assert all(x.words.endswith(".") and x.source and x.expect for x in CASES)


@pytest.mark.parametrize("name", ["again", "reload", "order", "detail", "ledger"])
def test_each_invariant_is_in_the_list(name: str) -> None:
    assert [x for x in CASES if name in x.invariants]


def test_a_figure_outside_what_is_expected_is_a_fault() -> None:
    wrong = replace(CASES[0], expect=(Expectation("last {m}/price == 1"),))
    found = check(wrong, level(LEVELS[0]))
    assert found.faults == ("not so: last {m}/price == 1",)


def test_a_refused_order_is_a_fault() -> None:
    wrong = replace(CASES[0], orders={0: [["export_ban", "{m}.ore", 1, 0]]}, expect=())
    found = check(wrong, level(LEVELS[0]))
    assert found.faults == ("turn 1: the order export_ban is refused",)


SERIES = {"{m}/a": [7, 1, 2, 3], "{m}/b": [0, 2, 4, 6]}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("every {m}/a > 0", True),
        ("every {m}/a > 1", False),
        ("first {m}/a == 1", True),
        ("last {m}/a < 3", False),
        ("sum {m}/a == {m}/b", False),
        ("sum {m}/a <= {m}/b", True),
        ("some {m}/a == 2", True),
        ("some {m}/a == 7", False),
        ("every {m}/a < start", True),
        ("every {m}/b == base x 2", False),
        ("every {m}/b == {m}/a x 2", True),
        ("every {m}/a == base", True),
    ],
)
def test_expectations_are_read_as_they_are_written(text: str, holds: bool) -> None:
    assert Expectation(text).holds(SERIES, SERIES) is holds


def test_the_command_lists_and_runs_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conditions", "--list", "--json"]) == 0
    assert [x["id"] for x in json.loads(capsys.readouterr().out)] == [x.id for x in CASES]
    assert main(["conditions", "--level", LEVELS[0], "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"ok", "conditions"}
    assert {"id", "words", "source", "level", "ok", "faults"} == set(found["conditions"][0])
