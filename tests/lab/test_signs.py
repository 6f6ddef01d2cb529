"""Sign tests on a few states of play; `python main.py signs` takes hundreds."""

import json

import pytest

from game.cli import main
from game.content.library import load_level
from game.engine.numbers import BP
from game.lab.signs.measure import Tally, measure
from game.lab.signs.sample import sampled
from game.lab.signs.table import ALL

LEVELS = ("indonesia-nickel", "indonesia-bauxite")
STATES = 10


@pytest.fixture(scope="module")
def tallies() -> tuple[Tally, ...]:
    levels = [load_level(x).level for x in LEVELS]
    return measure(ALL, sampled(levels, STATES))


def test_they_hold_nearly_always(tallies: tuple[Tally, ...]) -> None:
    misses = [f"{x.sign.id}: {miss}" for x in tallies for miss in x.misses]
    n = sum(x.n for x in tallies)
    assert len(misses) * 100 <= 2 * n, misses
    assert [x.sign.id for x in tallies if len(x.misses) > 1] == []


def test_most_are_claimed_on_many_states(tallies: tuple[Tally, ...]) -> None:
    """Conditions may not hollow the tests out."""
    assert all(x.states == STATES for x in tallies)
    seldom = [x.sign.id for x in tallies if x.n == 0]
    assert len(seldom) <= 6, seldom
    assert 2 * sum(x.n for x in tallies) > sum(x.states for x in tallies)


def test_a_share_below_95_percent_fails_and_few_states_decide_nothing() -> None:
    sign = ALL[0]
    assert Tally(sign, right=19, n=20, states=20).verdict == "holds"
    assert Tally(sign, right=18, n=20, states=20).verdict == "fails"
    assert Tally(sign, right=9, n=9, states=20).verdict == "undecided"
    assert Tally(sign, right=1, n=3).share_bp == BP // 3


def test_the_command_tells_it_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["signs", "--states", "1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"levels", "states", "ok", "signs"}
    assert [x["id"] for x in found["signs"]] == [x.id for x in ALL]
    first = {"id", "words", "sources", "lag", "provided", "states", "n", "right", "share"}
    assert set(found["signs"][0]) == first | {"verdict", "misses"}
