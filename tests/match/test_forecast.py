"""Forecasts: a range for each outcome that depends on nothing but the seat's view."""

import pytest

from game.engine.definitions.level import OUTCOMES
from game.engine.view import view
from game.match import forecast
from game.match.forecast import forecast_of
from game.players import player_for
from tests.match.neighbours import ClosesItsPort
from tests.match.secrets import with_other_secrets
from tests.match.test_open_turn import new_match
from tests.worlds import AVAL, BAN_NOW, BORA, TAX

OTHERS = {BORA: player_for("open_trader")}


@pytest.mark.parametrize("turns", [0, 1, 3, 5])
@pytest.mark.parametrize("orders", [(), (TAX,), (BAN_NOW,)])
def test_worlds_alike_in_view_give_the_same_forecast(turns: int, orders: tuple) -> None:
    match = new_match()
    for _ in range(turns):
        match.seal()
    other = with_other_secrets(match.world, AVAL, BORA)
    assert view(other, AVAL) == match.view()
    expected = forecast_of(match.view(), orders, OTHERS)
    assert forecast_of(view(other, AVAL), orders, OTHERS) == expected


def test_the_seed_of_the_match_does_not_show() -> None:
    assert forecast(new_match(seed=1)) == forecast(new_match(seed=2))


def test_ranges_stand_in_the_order_of_the_outcomes_and_hold_their_middle() -> None:
    match = new_match()
    match.seal()
    found = forecast(match)
    assert tuple(x.outcome for x in found) == OUTCOMES
    for item in found:
        assert item.low <= item.mid <= item.high
        assert item.now == match.world.figure(f"{AVAL}/{item.outcome}")


def test_before_the_first_turn_there_is_no_now() -> None:
    assert {x.now for x in forecast(new_match())} == {None}


def test_luck_makes_a_range() -> None:
    assert any(x.low < x.high for x in forecast(new_match(), samples=12))


def test_an_order_moves_the_forecast() -> None:
    match = new_match()
    before = forecast(match)
    match.give(BAN_NOW)
    after = forecast(match)
    revenue = OUTCOMES.index("revenue")
    assert after[revenue].mid < before[revenue].mid


def test_a_forecast_changes_nothing() -> None:
    match = new_match()
    match.give(TAX)
    lines, draft, world = list(match.lines), match.draft, match.world
    forecast(match)
    assert (match.lines, match.draft, match.world) == (lines, draft, world)


def test_after_the_last_turn_there_is_no_forecast() -> None:
    match = new_match()
    while not match.over:
        match.seal()
    assert forecast(match) == ()


def test_what_the_neighbours_would_do_is_part_of_the_forecast() -> None:
    match = new_match()
    value = OUTCOMES.index("value")
    holding = forecast_of(match.view(), (), {})
    closing = forecast_of(match.view(), (), {BORA: ClosesItsPort()})
    assert closing[value].mid > holding[value].mid
