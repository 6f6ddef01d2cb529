"""BT6: half of Kachin's clay is lost for two quarters, and what prices make of it."""

from dataclasses import replace

import pytest

from game.content.library import load_level
from game.engine.definitions.level import Level
from game.lab.history.backtest import place_of
from game.lab.history.checks import Check
from game.lab.history.heavy_rare_earths import (
    LEVEL,
    Shock,
    half_of_all,
    heavy_cases,
    without_stocks,
)
from game.lab.runs import players_of, run

HEAVY_EXPORTS = "myanmar/heavy-rare-earths/exports"
CUT_TURNS = (7, 8)


@pytest.fixture(scope="module")
def level() -> Level:
    return load_level(place_of(LEVEL)).level


@pytest.fixture(scope="module")
def checks(level: Level) -> dict[str, Check]:
    (case,) = heavy_cases(level, "closed")
    return {check.id: check for check in case.checks}


def shock(level: Level) -> Shock:
    calm = replace(level, events=())
    lost, kept = (run(x, players_of(x, "history"), 1) for x in (level, calm))
    return Shock(level, lost, kept)


def test_every_target_holds(checks: dict[str, Check]) -> None:
    assert [check.id for check in checks.values() if check.starred] == ["BT6.1", "BT6.2", "BT6.3"]
    assert [check.id for check in checks.values() if not check.ok] == []


def test_nothing_is_claimed_for_prices_that_are_fed_in(level: Level) -> None:
    assert heavy_cases(level, "fed") == ()


def test_the_targets_fail_without_the_loss(level: Level) -> None:
    (case,) = heavy_cases(replace(level, events=()), "closed")
    found = {check.id: check for check in case.checks}
    assert found["BT6.1"].value == 0
    assert not found["BT6.1"].ok
    assert not found["BT6.5"].ok


def test_supply_is_halved_in_two_quarters_and_returns(level: Level) -> None:
    both = shock(level)
    lost, kept = both.lost.series(HEAVY_EXPORTS), both.kept.series(HEAVY_EXPORTS)
    halved = [turn for turn in range(level.turns) if 2 * lost[turn] == kept[turn]]
    assert tuple(halved) == CUT_TURNS
    assert all(lost[turn] == kept[turn] for turn in range(level.turns) if turn not in CUT_TURNS)


def test_the_price_is_flat_without_the_loss(level: Level) -> None:
    prices = shock(level).kept.series("heavy-rare-earths/price")
    assert len(set(prices)) == 1


def test_what_buyers_draw_leaves_their_stocks(level: Level) -> None:
    both = shock(level)
    stock = both.lost.series("heavy-rare-earths/stock")
    assert stock[CUT_TURNS[0] - 1] - stock[CUT_TURNS[-1]] == both.drawn() > 0


def test_after_supply_returns_the_rise_fades_every_quarter(level: Level) -> None:
    both = shock(level)
    prices = both.lost.series("heavy-rare-earths/price")[CUT_TURNS[-1] :]
    assert list(prices) == sorted(prices, reverse=True)
    assert len(set(prices)) == len(prices)


def test_less_stock_or_a_larger_loss_moves_the_price_more(level: Level) -> None:
    usual = shock(level).peak("heavy-rare-earths")
    assert shock(without_stocks(level)).peak("heavy-rare-earths") > usual
    assert shock(half_of_all(level)).peak("heavy-rare-earths") > usual


def test_the_wider_loss_is_half_of_all_demand(level: Level) -> None:
    both = shock(half_of_all(level))
    missing = both.arrived(both.kept) - both.arrived(both.lost)
    assert 4 * missing == level.minerals[0].demand[0]
