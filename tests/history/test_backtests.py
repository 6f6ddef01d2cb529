"""The model beside history: starred targets, the reading of played years, and the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from game.content.library import CAMPAIGN_FOLDER, load_level
from game.engine.definitions.level import Level
from game.lab.history.backtest import MODES, SUBJECTS, Case, backtest, has_targets
from game.lab.history.checks import Band, Check, Played, check, median, played, verdict
from game.lab.paths import forgotten, until, without


@pytest.fixture(scope="module")
def cases() -> dict[tuple[str, str], Case]:
    """Every case of the two levels, by id and price mode."""
    found = [
        case for level in ("indonesia-nickel", "indonesia-bauxite") for case in backtest(level)
    ]
    return {(case.id, case.mode): case for case in found}


@pytest.fixture(scope="module")
def bauxite() -> Level:
    """The shipped bauxite level."""
    return load_level("indonesia-bauxite").level


@pytest.fixture(scope="module")
def history(bauxite: Level) -> Played:
    """One historical game of the bauxite level, at the rules' own prices."""
    return played(bauxite, "history", (1,))[0]


def of(case: Case, check_id: str) -> Check:
    """Return one check of a case."""
    return next(x for x in case.checks if x.id == check_id)


def test_every_case_is_played_in_both_price_modes(cases: dict[tuple[str, str], Case]) -> None:
    wanted = {(name, mode) for name in ("BT1", "BT2", "BT4", "BT5") for mode in MODES}
    assert set(cases) == wanted


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["BT1", "BT2", "BT4", "BT5"])
def test_starred_targets_hold(cases: dict[tuple[str, str], Case], name: str, mode: str) -> None:
    starred = [x for x in cases[name, mode].checks if x.starred]
    assert starred
    assert [(x.id, x.value / 100) for x in starred if not x.ok] == []


@pytest.mark.parametrize("mode", MODES)
def test_the_neighbours_boom_is_reversed_and_does_not_help_indonesia(
    cases: dict[tuple[str, str], Case], mode: str
) -> None:
    case = cases["BT4", mode]
    assert of(case, "BT4.6").ok
    assert of(case, "BT4.7").ok
    assert of(case, "BT4.6").value > of(case, "BT4.7").value


@pytest.mark.parametrize("mode", MODES)
def test_fear_of_an_announced_ban_fades(cases: dict[tuple[str, str], Case], mode: str) -> None:
    assert of(cases["BT5", mode], "BT5.3").ok


def test_a_value_on_the_edge_of_its_band_is_inside() -> None:
    band = Band("1 to 2", 1, 2, "times")
    assert [verdict(("X", "x"), band, value).ok for value in (99, 100, 200, 201)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_check_takes_the_median_game(history: Played) -> None:
    readings = iter((900, 100, 500))
    found = check(("X", "x"), Band("any", 0, 10), [history] * 3, lambda _: next(readings))
    assert found.value == 500
    assert median([4, 1]) == 4


def test_figures_are_read_by_calendar_year(history: Played) -> None:
    mined = "indonesia/bauxite/mined"
    series = history.run.series(mined)
    assert history.at(mined, 2012) == series[0]
    assert history.years(mined, 2013, 2015) == series[1:4]
    assert history.total(mined, 2013, 2014) == series[1] + series[2]
    assert history.change(mined, 2013, 2014) == history.against(mined, 2013, 2014) - 10_000


def levers(level: Level, seat: str) -> list[tuple[int, str]]:
    """Return (year, lever) of a state's path."""
    path = next(x for x in level.states if x.id == seat).path
    return [(level.first_year + turn, x.lever) for turn, orders in enumerate(path) for x in orders]


def test_paths_can_be_cut_and_thinned(bauxite: Level) -> None:
    whole = levers(bauxite, "indonesia")
    bans = [x for x in whole if x[1] == "export_ban"]
    assert levers(until(bauxite, "indonesia", 2014), "indonesia") == [
        x for x in whole if x[0] <= 2014
    ]
    assert levers(without(bauxite, "indonesia", "export_ban"), "indonesia") == [
        x for x in whole if x not in bans
    ]
    fewer = levers(without(bauxite, "indonesia", "export_ban", {2013}), "indonesia")
    assert [x for x in whole if x not in fewer] == [(2013, "export_ban")]


def test_a_forgotten_path_leaves_the_persona_to_govern(bauxite: Level) -> None:
    changed = forgotten(bauxite, "malaysia")
    assert levers(bauxite, "malaysia") == [(2016, "export_ban")]
    assert levers(changed, "malaysia") == []
    kept = played(bauxite, "history", (1,))[0].at("malaysia/bauxite/mined", 2016)
    assert played(changed, "history", (1,))[0].at("malaysia/bauxite/mined", 2016) > 5 * kept


def test_the_command_runs_all_cases_when_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["backtest", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["level"] == "all"
    assert {case["id"] for case in found["cases"]} >= {"BT1", "BT2", "BT4", "BT5", "PAIR"}
    missed = [x for case in found["cases"] for x in case["checks"] if x["starred"] and not x["ok"]]
    assert found["ok"] == (not missed)
    assert status == (1 if missed else 0)


def test_the_command_prints_one_level(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backtest", "indonesia-bauxite"]) == 0
    shown = capsys.readouterr().out
    assert "BT4, indonesia-bauxite, historical prices fed in" in shown
    assert shown.endswith("Every starred target holds.\n")


def test_a_level_without_known_figures_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (CAMPAIGN_FOLDER / "indonesia-bauxite.yaml").read_text(encoding="utf-8")
    path = tmp_path / "another-bauxite.yaml"
    path.write_text(
        text.replace("id: indonesia-bauxite", "id: another-bauxite", 1), encoding="utf-8"
    )
    assert not has_targets(load_level(path).level)
    assert main(["backtest", str(path)]) == 2
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert all(subject in complaint for subject in SUBJECTS)
