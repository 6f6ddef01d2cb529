"""Scores: parts from weighted means, what is left behind, and the mandate's weights."""

import pytest

from game.engine.definitions.level import Mandate
from game.engine.orders import Order
from game.engine.rules.closing import half_mark, money_mark
from game.engine.scoring import FOREST_CLEAN_UP_USD, end_values, score
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.worlds_for_rules import USD_M, level_at_rest, sheets_for

EQUAL = Mandate("equal", (1, 1, 1, 1, 1, 1))


def played(turns: int, *orders: Order) -> list[World]:
    worlds = [open_world(level_at_rest(), 1)]
    for turn in range(turns):
        sheets = sheets_for(worlds[-1], orders if turn == 0 else ())
        worlds.append(resolve_turn(worlds[-1], sheets).world)
    return worlds


@pytest.mark.parametrize(("amount", "mark"), [(-1, 0), (0, 0), (50, 5_000), (150, 7_500)])
def test_half_marks(amount: int, mark: int) -> None:
    assert half_mark(amount, 50) == mark


@pytest.mark.parametrize(("amount", "mark"), [(-1, 0), (0, 0), (50, 5_000), (150, 9_000)])
def test_money_marks_tell_sums_apart(amount: int, mark: int) -> None:
    assert money_mark(amount, 50) == mark


def test_before_the_first_turn_there_is_no_score() -> None:
    found = score(played(0)[0], "arland", EQUAL)
    assert (found.total, found.parts) == (0, (0,) * 6)


def test_later_turns_weigh_more() -> None:
    worlds = played(3)
    calm = [world.figure("arland/environment") for world in worlds[1:]]
    expected = sum(n * value for n, value in enumerate(calm, 1)) / 6
    assert abs(score(worlds[-1], "arland", EQUAL).means[3] - expected) <= 0.5
    assert len(set(calm)) == 3


def test_the_total_is_the_mandates_mean_of_the_parts() -> None:
    world = played(4)[-1]
    found = score(world, "arland", EQUAL)
    assert abs(found.total - sum(found.parts) / 6) <= 0.5
    for place in range(6):
        one = Mandate("one", tuple(100 if i == place else 0 for i in range(6)))
        assert score(world, "arland", one).total == found.parts[place]


def test_cleared_forest_is_owed_and_a_new_share_in_a_plant_counts() -> None:
    plain, built = played(2)[-1], played(2, Order("state_plant", "north", (100,)))[-1]
    assert (
        end_values(plain, "arland").clean_up
        == plain.figure("arland/north/forest") * FOREST_CLEAN_UP_USD
    )
    assert end_values(plain, "arland").plants == 0
    assert end_values(built, "arland").plants == 100 * USD_M
