"""Sign tests on a few states of play; `python main.py signs` takes hundreds."""

import json

import pytest

from game.cli import main
from game.content.library import PROVING_FOLDER, level_ids, load_level, proving_paths
from game.engine.definitions.level import Level
from game.engine.numbers import BP
from game.lab.conditions.condition import conditions
from game.lab.conditions.run import applies, check
from game.lab.signs.measure import OnLevel, Tally, measure, measured
from game.lab.signs.sample import longer, sampled
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


ELSEWHERE = (
    "myanmar-rare-earths",  # armed holders, half-years
    "malaysia-rare-earths",  # two minerals, a main processor, metal of others
    "vietnam-bauxite",  # turns of two steps
    "nickel-cartel",  # half-years, several states
    "indonesia-copper",  # rights to a mine that end
    str(PROVING_FOLDER / "second-life.yaml"),  # old metal
)
"""Levels of other kinds than the two for which the signs were written."""


@pytest.mark.parametrize("named", ELSEWHERE)
def test_they_hold_on_levels_of_other_kinds(named: str) -> None:
    found = measured(load_level(named).level, 3)
    assert found.claimed >= 30
    assert found.right * 100 >= found.n * 96


@pytest.mark.parametrize("named", ELSEWHERE)
def test_extreme_conditions_hold_on_levels_of_other_kinds(named: str) -> None:
    level = load_level(named).level
    found = [check(case, level) for case in conditions() if applies(case, level)]
    assert len(found) >= 15
    assert [(x.case.id, x.faults) for x in found if not x.ok] == []


@pytest.mark.parametrize("named", [*level_ids(), *map(str, proving_paths())])
def test_a_level_made_longer_has_data_for_every_turn(named: str) -> None:
    """A plan of output or a buyer's demand once ended before the game did."""
    level = longer(load_level(named).level)
    assert level.steps == 1
    series = [x.demand for x in level.minerals] + [x.demand for x in level.nearby]
    series += [x.path for x in level.rivals if x.path]
    assert all(len(x) >= level.turns for x in series)


def test_the_command_has_a_line_for_each_level(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def quick(level: Level, states: int, seed: int) -> OnLevel:
        failed = ("T01",) if level.id == "kachin-rare-earths" else ()
        return OnLevel(level.id, states, seed, 1, failed)

    monkeypatch.setattr("game.lab.signs.measure.measured", quick)
    assert main(["signs", "--all", "--states", "4"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(level_ids()) + len(proving_paths())
    assert "fail: T01" in next(x for x in lines if x.startswith("kachin-rare-earths"))
    assert main(["signs", "--all", "--states", "4", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"states", "ok", "levels"}
    assert set(found["levels"][0]) == {"level", "n", "right", "claimed", "failed"}
    assert main(["signs", "--all", "--level", "indonesia-nickel"]) == 2


def test_a_level_is_measured_on_its_own() -> None:
    found = measured(load_level("indonesia-nickel").level, 2)
    assert found.level == "indonesia-nickel"
    assert 0 < found.claimed <= len(ALL)
    assert found.right <= found.n
    assert found.failed == ()
