"""Shapley shares: exact on games worked out by hand, and adding up on a real one."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief.measures import MEASURED, Stretch, amount
from game.debrief.played import decisions_of, deeds_of
from game.debrief.rerun import only
from game.debrief.shares import round_to_sum, shapley_value, shares
from tests.debrief.games import planned


def by_orders(reached: list[int], players: int, player: int) -> Fraction:
    """The definition: the mean gain over all orders in which players could have come."""
    total, orders = 0, list(permutations(range(players)))
    for order in orders:
        before = 0
        for who in order[: order.index(player)]:
            before |= 1 << who
        total += reached[before | 1 << player] - reached[before]
    return Fraction(total, len(orders))


@given(st.lists(st.integers(-1_000, 1_000), min_size=8, max_size=8), st.integers(0, 2))
def test_the_formula_is_the_mean_over_all_orders(reached, player):
    assert shapley_value(reached, 3, player) == by_orders(reached, 3, player)


def test_a_decision_without_effect_gets_nothing_and_twins_get_the_same():
    # Players 0 and 1 open the door together; player 2 does nothing.
    reached = [0, 0, 0, 10, 0, 0, 0, 10]
    assert [shapley_value(reached, 3, i) for i in range(3)] == [5, 5, 0]


@given(st.lists(st.fractions(-100, 100), min_size=1, max_size=6))
def test_rounding_keeps_the_sum_and_stays_next_to_the_parts(parts):
    total = sum(parts)
    parts[-1] += round(total) - total
    whole = round_to_sum(parts, round(total))
    assert sum(whole) == round(total)
    assert all(abs(a - b) < 1 for a, b in zip(whole, parts, strict=True))


@pytest.fixture(scope="module")
def worked_out():
    played = planned()
    decisions = list(decisions_of(played)[:3])
    steps = list(shares(played, decisions))
    assert steps[:-1] == [None] * 16  # three decisions and the rest
    return played, decisions, steps[-1]


def test_shares_add_up_to_the_difference_to_holding_still(worked_out):
    played, _, found = worked_out
    over = Stretch(0, played.turns - 1)
    still = only(played, []).worlds
    for name in MEASURED:
        part = found[name]
        args = (played.seat, played.mandate, name, over)
        assert part.as_played == amount(played.worlds, *args)
        assert part.status_quo == amount(still, *args)
        assert sum(row.shapley for row in part.rows) == part.total
        assert part.acting_together + sum(row.alone for row in part.rows) == part.total


def test_alone_is_the_game_with_that_decision_only(worked_out):
    played, decisions, found = worked_out
    over = Stretch(0, played.turns - 1)
    for name in MEASURED:
        args = (played.seat, played.mandate, name, over)
        for decision, row in zip(decisions, found[name].rows, strict=False):
            alone = amount(only(played, decision.deeds).worlds, *args)
            assert row.decision == decision
            assert row.alone == alone - found[name].status_quo


def test_all_other_orders_make_one_row_only_when_there_are_some(worked_out):
    played, _, found = worked_out
    assert found["score"].rows[-1].decision is None
    every = list(decisions_of(played))[:2]
    few = type(played)(
        played.level, played.seat, played.mandate, played.seed, played.worlds,
        tuple(
            tuple(x.order for d in every for x in d.deeds if x.turn == turn)
            for turn in range(played.turns)
        ),
        played.others,
    )  # fmt: skip
    assert len(deeds_of(few)) == sum(len(d.deeds) for d in every)
    assert [row.decision for row in list(shares(few, every))[-1]["score"].rows] == every
