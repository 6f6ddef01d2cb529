"""More sign tests of the history notes, and turns of other lengths that must agree.

As in `test_signs.py`: one thing is changed, the luck is the same, only signs are judged.
"""

from dataclasses import replace

import pytest

from game.engine.definitions.level import Level
from game.engine.definitions.places import Rival
from tests.nickel_for_rules import nickel
from tests.rules.test_signs import BAN, SEEDS, Run, T, quiet, with_plants
from tests.worlds_for_rules import KT

PLENTY = (Rival("others", "nickel", 1_000 * KT, 4_000 * KT, 600 * KT, 2_000),)
"""Rivals who can replace all the ore within a year."""


@pytest.mark.parametrize("seed", SEEDS)
def test_t08_revenue_income_and_mining_fall_for_years_after_a_ban(seed: int) -> None:
    rest, banned = Run(seed=seed), Run(BAN, seed=seed)
    for path in ("isles/receipts", "isles/home_income", "isles/nickel/mined"):
        assert all(
            b < a for a, b in zip(rest[path][T : T + 3], banned[path][T : T + 3], strict=True)
        )
    assert banned["isles/fx_reserves"][T + 3] < rest["isles/fx_reserves"][T + 3]


@pytest.mark.parametrize("seed", SEEDS)
def test_t08_what_was_lost_comes_back_only_where_plants_come(seed: int) -> None:
    scarce = Run(BAN, seed=seed)
    plentiful = Run(BAN, quiet(rivals=PLENTY), seed=seed)
    end = len(scarce.worlds) - 1
    assert scarce["isles/export_income"][end] > scarce["isles/export_income"][T - 1]
    assert plentiful["isles/export_income"][end] < plentiful["isles/export_income"][T - 1]


@pytest.mark.parametrize("seed", SEEDS)
def test_t09_plants_come_where_buyers_cannot_switch(seed: int) -> None:
    scarce, plentiful = Run(BAN, seed=seed), Run(BAN, quiet(rivals=PLENTY), seed=seed)
    assert scarce["isles/nickel/switchable"][T] < plentiful["isles/nickel/switchable"][T]
    assert scarce.total("isles/nickel/invested") > 2 * plentiful.total("isles/nickel/invested")
    gain = scarce.total("isles/export_income") - Run(seed=seed).total("isles/export_income")
    other = plentiful.total("isles/export_income") - Run(
        level=quiet(rivals=PLENTY), seed=seed
    ).total("isles/export_income")
    assert gain > other


@pytest.mark.parametrize("seed", SEEDS)
def test_t09_a_small_share_of_the_world_brings_no_plants(seed: int) -> None:
    large = with_plants()
    small = replace(large, fields=tuple(replace(x, capacity=x.capacity // 6) for x in large.fields))
    filled = (Rival("others", "nickel", 1_300 * KT, 1_900 * KT, 120 * KT, 2_000),)
    level = quiet(small, rivals=filled)
    per_ore = []
    for run in (Run(BAN, quiet(large), seed=seed), Run(BAN, level, seed=seed)):
        ore = max(1, run["isles/nickel/ore_value"][T - 1])
        per_ore.append(run.total("isles/nickel/invested") * 100 // ore)
    assert per_ore[0] > per_ore[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_t18_a_park_brings_jobs_after_a_dip_and_not_all_indicators_move_one_way(seed: int) -> None:
    rest, banned = Run(seed=seed), Run(BAN, seed=seed)
    jobs = banned["isles/job_count"]
    assert jobs[T] < jobs[T - 1]
    assert jobs[-1] > jobs[T - 1]
    assert banned["isles/emissions"][-1] > rest["isles/emissions"][-1]
    assert banned["isles/environment"][-1] < rest["isles/environment"][-1]


@pytest.mark.parametrize("seed", SEEDS)
def test_t27_a_ruling_that_nobody_enforces_costs_standing_and_no_policy(seed: int) -> None:
    ruled = Run(BAN, seed=seed, start={"isles/dispute_stage": 3, "isles/union/standing": 4_000})
    plain = Run(BAN, seed=seed)
    for path in ("isles/nickel/closed", "isles/nickel/ban"):
        assert ruled[path] == plain[path]
    assert ruled["isles/union/standing"][T] < plain["isles/union/standing"][T]
    assert ruled["isles/standing"][T] < plain["isles/standing"][T]


# ---- turns of other lengths ------------------------------------------------------------------

YEARS = 8
TOLERANCES = {"isles/nickel/mined": 5, "nickel/price": 5, "isles/nickel/plant_feed": 20}
"""How far, in per cent, half-yearly and quarterly turns may lie from yearly ones after 8 years."""


def in_turns_of(months: int) -> Level:
    """Return the quiet level in shorter turns: the same years, prices and demand."""
    a_year = 12 // months
    mineral = nickel()
    turns = 60 * a_year
    demand = tuple(mineral.demand[min(turn // a_year, 59)] for turn in range(turns))
    price = (mineral.price[0],) * turns
    longer = replace(mineral, demand=demand, price=price, fed_price=price)
    return replace(quiet(), months=months, turns=YEARS * a_year, minerals=(longer,))


@pytest.mark.parametrize("months", [6, 3])
def test_shorter_turns_agree_with_yearly_ones(months: int) -> None:
    a_year = 12 // months
    yearly = Run(level=in_turns_of(12), turns=YEARS)
    shorter = Run(level=in_turns_of(months), turns=YEARS * a_year)
    for path, tolerance in TOLERANCES.items():
        expected = yearly[path][-1]
        last = shorter[path]
        found = sum(last[-a_year:]) if path.endswith("mined") else last[-1]
        assert abs(found - expected) * 100 <= tolerance * expected, (path, expected, found)
