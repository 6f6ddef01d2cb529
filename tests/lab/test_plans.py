"""Whole-game plans: what they order, how they are searched, and what a small search shows."""

import json
from dataclasses import replace

import pytest

from game.cli import main
from game.content.library import load_level
from game.engine.definitions.level import Level
from game.engine.options import sheet_problems
from game.engine.orders import Sheet
from game.engine.start.opening import open_world
from game.engine.turn import DONE, resolve_turn
from game.lab.plans.plan_search import Comparison, Mark, Searched, played, search
from game.lab.plans.plans import (
    CHOICES,
    NEVER,
    Plan,
    always_ban,
    neighbour,
    never_ban,
    random_plan,
    sheet_of_plan,
)

SEAT = "indonesia"


@pytest.fixture(scope="module")
def level() -> Level:
    return load_level("indonesia-nickel").level


def test_orders_of_a_plan_are_legal_and_carried_out(level: Level) -> None:
    for number in range(6):
        plan = random_plan(3, number)
        world = open_world(level, number)
        for _ in range(6):
            orders = sheet_of_plan(plan, world, SEAT)
            sheet = Sheet(SEAT, world.turn, orders)
            assert sheet_problems(world, SEAT, sheet) == []
            turn = resolve_turn(world, {SEAT: sheet}, detail=False)
            assert all(x.status == DONE for x in turn.results)
            world = turn.world


def test_a_ban_lasts_as_long_as_the_plan_says(level: Level) -> None:
    plan = always_ban(random_plan(1, 1)).with_(ban_from=2, ban_years=3, state_plant=0)
    world = open_world(level, 1)
    bans = []
    for _ in range(8):
        sheet = Sheet(SEAT, world.turn, sheet_of_plan(plan, world, SEAT))
        world = resolve_turn(world, {SEAT: sheet}, detail=False).world
        bans.append(world.figure("indonesia/nickel/ban"))
    assert bans == [0, 0, 10_000, 10_000, 10_000, 0, 0, 0]


def test_always_and_never_mean_what_they_say(level: Level) -> None:
    plan = random_plan(1, 2)
    for seed in (1, 2):
        assert played(level, always_ban(plan), seed).figure("indonesia/nickel/ban") == 10_000
        assert played(level, never_ban(plan), seed).figure("indonesia/nickel/closed") == 0
    assert always_ban(plan)["ban_years"] == NEVER


def test_neighbours_differ_in_one_to_three_settings() -> None:
    plan = random_plan(1, 1)
    counts = set()
    for number in range(40):
        other = neighbour(plan, 1, number)
        counts.add(sum(a != b for a, b in zip(plan.settings, other.settings, strict=True)))
        assert all(other[name] in values for name, values in CHOICES.items())
    assert counts <= {0, 1, 2, 3}
    assert 2 in counts


def test_a_search_keeps_to_its_budget_and_beats_holding_still(level: Level) -> None:
    found = search(level, 45, seeds=(1,), held_out=(101,))
    assert found.evaluations == 45
    assert found.games >= 45
    assert [x.mandate for x in found.mandates] == [x.id for x in level.mandates]
    for x in found.mandates:
        assert x.best >= x.holding
        assert x.history is not None
    assert not found.best_everywhere("always_ban")
    assert not found.best_everywhere("holding")


def met(points: int, aims: int = 10_000) -> Mark:
    return Mark(aims, aims, points)


def test_best_everywhere_allows_half_a_point() -> None:
    plan = Plan((0,) * len(CHOICES))
    marks = (met(6_000), met(5_000), met(5_960), met(5_990), met(4_000))
    near = Comparison("a", *marks, None, plan)
    far = replace(near, mandate="b", never_ban=met(5_900))
    assert Searched("x", 1, 1, plan, (near,)).best_everywhere("never_ban")
    assert not Searched("x", 1, 1, plan, (near, far)).best_everywhere("never_ban")
    assert near.as_json()["history"] is None


def test_who_misses_an_aim_is_not_best_whatever_the_points() -> None:
    plan = Plan((0,) * len(CHOICES))
    marks = (met(6_000), met(5_000), met(7_000, 5_000), met(5_990), met(4_000))
    found = Comparison("a", *marks, None, plan)
    assert found.is_best("fixed")
    assert not found.is_best("never_ban")
    told = found.as_json()
    assert told["never_ban"] == 70
    assert told["aims"] == {
        **dict.fromkeys(("best", "always_ban", "fixed", "holding"), 1.0),
        "never_ban": 0.5,
        "history": None,
    }


def test_the_command_tells_it_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["plans", "indonesia-nickel", "--budget", "30", "--mandate", "trader", "--json"]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    keys = {"level", "plans", "games", "mandates", "fixed_plan", "best_everywhere"}
    assert set(found) == keys
    assert [x["mandate"] for x in found["mandates"]] == ["trader"]
    assert set(found["best_everywhere"]) == {"always_ban", "never_ban", "fixed", "holding"}
