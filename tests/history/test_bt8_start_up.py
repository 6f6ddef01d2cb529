"""BT8: the state's first refinery loses money for three years and earns it when the price rises."""

import json
from dataclasses import replace

import pytest

from game.cli import main
from game.content.checks.levels import check_paths
from game.content.library import level_ids, load_level
from game.engine.definitions.level import Level
from game.lab.history.backtest import MODES, PROVING, SUBJECTS, place_of
from game.lab.history.checks import Check
from game.lab.history.start_up import LEVEL, Firm, as_planned, start_up_cases
from game.lab.runs import players_of, run


@pytest.fixture(scope="module")
def level() -> Level:
    return load_level(place_of(LEVEL)).level


@pytest.fixture(scope="module", params=MODES)
def checks(level: Level, request: pytest.FixtureRequest) -> dict[str, Check]:
    (case,) = start_up_cases(level, request.param)
    return {check.id: check for check in case.checks}


def firm(level: Level) -> Firm:
    return Firm(level.first_year, run(level, players_of(level, "history"), 1, detail=True))


def test_every_target_holds(checks: dict[str, Check]) -> None:
    assert [check.id for check in checks.values() if check.starred] == ["BT8.1", "BT8.2"]
    assert [check.id for check in checks.values() if not check.ok] == []


def test_without_the_rise_of_the_price_there_is_no_profit(level: Level) -> None:
    minerals = []
    for mineral in level.minerals:
        prices = list(mineral.price)
        prices[8] = prices[7]
        minerals.append(replace(mineral, price=tuple(prices), fed_price=tuple(prices)))
    (case,) = start_up_cases(replace(level, minerals=tuple(minerals)), "closed")
    found = {check.id: check for check in case.checks}
    assert not found["BT8.2"].ok
    assert not found["BT8.3"].ok


def test_the_plant_is_too_small_to_move_the_price(level: Level) -> None:
    assert level.prices_fed
    made = firm(replace(level, prices_fed=False))
    assert made.run.series("bauxite/price") == level.minerals[0].fed_price


def test_operating_profit_is_what_reaches_the_treasury(level: Level) -> None:
    played = firm(level)
    for turn, ledger in enumerate(played.run.ledgers):
        lines = ledger.of("vietnam/treasury")
        paid = sum(x.change for x in lines if x.rule in ("dividend", "plant_profit_tax"))
        assert paid == played.operating(level.first_year + turn)


def test_the_capital_is_charged_from_the_day_a_part_works(level: Level) -> None:
    played = firm(level)
    assert [played.capital_share(year) for year in (2012, 2013, 2014, 2018)] == [
        0,
        20_000_000,
        30_000_000,
        30_000_000,
    ]


def test_the_plan_costs_half_and_opens_two_years_earlier(level: Level) -> None:
    real, planned = firm(level), firm(as_planned(level))
    assert real.capital() == 2 * planned.capital()
    assert (planned.opened(), real.opened()) == (2011, 2013)
    feeds = [sum(x.feed for x in game.run.worlds[-1].plants) for game in (real, planned)]
    assert feeds[0] == feeds[1]


def test_overrun_and_delay_make_the_first_years_worse(level: Level) -> None:
    real, planned = firm(level), firm(as_planned(level))
    for year in (2014, 2015, 2016):
        assert real.profit(year) < planned.profit(year)


def test_proving_levels_are_sound_traced_and_not_in_the_list() -> None:
    report = check_paths([place_of(name) for name in PROVING])
    assert report.problems == ()
    assert report.levels == PROVING
    assert report.traced == report.numbers
    assert not set(PROVING) & set(level_ids())
    assert set(PROVING) <= set(SUBJECTS)


@pytest.mark.parametrize("named", PROVING)
def test_the_command_tells_it_as_json(named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backtest", named, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    assert told["level"] == named
    assert {case["level"] for case in told["cases"]} == {named}
