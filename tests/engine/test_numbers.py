"""Whole-number arithmetic against exact fractions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.numbers import (
    BP,
    clamp,
    dollars,
    fade,
    interpolate,
    muldiv,
    part,
    ratio,
    split,
    split_capped,
)

AMOUNTS = st.integers(-(10**15), 10**15)
POSITIVE = st.integers(1, 10**12)
WEIGHTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=8)


@given(AMOUNTS, AMOUNTS, POSITIVE)
def test_muldiv_rounds_half_to_even(a: int, b: int, c: int) -> None:
    assert muldiv(a, b, c) == round(Fraction(a * b, c))


@given(st.integers(-1_000, 1_000), st.integers(1, 20))
def test_muldiv_rounds_exact_halves_to_even(halves: int, c: int) -> None:
    assert muldiv(halves, c, 2 * c) == round(Fraction(halves, 2))


@given(AMOUNTS, st.integers(-20_000, 20_000))
def test_part_is_a_share_in_ten_thousandths(amount: int, share_bp: int) -> None:
    assert part(amount, share_bp) == round(Fraction(amount * share_bp, BP))


@given(AMOUNTS, POSITIVE)
def test_ratio_undoes_part(amount: int, whole: int) -> None:
    assert ratio(amount, whole) == round(Fraction(amount * BP, whole))


@pytest.mark.parametrize("whole", [0, -1])
def test_ratio_of_nothing_is_zero(whole: int) -> None:
    assert ratio(5, whole) == 0


@given(st.integers(0, 10**13), st.integers(0, 10**8))
def test_dollars_turns_kilograms_and_cents_a_tonne_into_dollars(kg: int, cents: int) -> None:
    assert dollars(kg, cents) == round(Fraction(kg, 1_000) * Fraction(cents, 100))


@given(AMOUNTS, AMOUNTS, st.integers(0, 10**6))
def test_clamp_keeps_inside(value: int, low: int, width: int) -> None:
    kept = clamp(value, low, low + width)
    assert low <= kept <= low + width
    assert kept == value or value < low or value > low + width


@given(st.integers(0, 10**12), WEIGHTS)
def test_split_shares_out_everything_and_nobody_a_whole_off(total: int, weights: list[int]) -> None:
    keys = [f"k{i}" for i in range(len(weights))]
    parts = split(total, weights, keys)
    if not sum(weights):
        assert parts == [0] * len(weights)
        return
    assert sum(parts) == total
    for given_part, weight in zip(parts, weights, strict=True):
        assert abs(given_part - Fraction(total * weight, sum(weights))) < 1


@given(st.integers(0, 10**6), WEIGHTS, st.randoms(use_true_random=False))
def test_split_does_not_depend_on_the_order_of_receivers(total: int, weights, random) -> None:
    pairs = [(f"k{i}", weight) for i, weight in enumerate(weights)]
    shuffled = random.sample(pairs, len(pairs))

    def by_key(rows: list[tuple[str, int]]) -> dict[str, int]:
        keys = [key for key, _ in rows]
        return dict(zip(keys, split(total, [w for _, w in rows], keys), strict=True))

    assert by_key(shuffled) == by_key(pairs)


def test_split_gives_ties_to_the_first_key() -> None:
    assert split(2, [1, 1, 1], ["c", "b", "a"]) == [0, 1, 1]


def test_split_gives_the_largest_rest_first() -> None:
    # 10 x 1/6, 2/6, 3/6 = 1.67, 3.33, 5
    assert split(10, [1, 2, 3], ["a", "b", "c"]) == [2, 3, 5]


@given(
    st.integers(0, 10**9),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 10**8)), min_size=1, max_size=6),
)
def test_split_capped_fills_as_far_as_caps_allow(total: int, pairs: list[tuple[int, int]]) -> None:
    weights, caps = [w for w, _ in pairs], [c for _, c in pairs]
    parts = split_capped(total, weights, caps, [f"k{i}" for i in range(len(pairs))])
    assert all(0 <= x <= cap for x, cap in zip(parts, caps, strict=True))
    reachable = sum(cap for weight, cap in pairs if weight)
    assert sum(parts) == min(total, reachable)


def test_split_capped_passes_on_what_a_cap_turns_away() -> None:
    assert split_capped(12, [1, 1, 1], [2, 20, 20], ["a", "b", "c"]) == [2, 5, 5]


TABLE = ((0, 0), (100, 50), (200, -50))


@pytest.mark.parametrize(
    ("x", "y"), [(-5, 0), (0, 0), (30, 15), (100, 50), (150, 0), (200, -50), (900, -50)]
)
def test_interpolate_is_straight_between_points_and_flat_beyond(x: int, y: int) -> None:
    assert interpolate(TABLE, x) == y


@given(st.integers(-50, 250))
def test_interpolate_matches_exact_lines(x: int) -> None:
    inside = min(max(x, 0), 200)
    exact = Fraction(inside, 2) if inside <= 100 else 50 - Fraction(inside - 100)
    assert abs(interpolate(TABLE, x) - exact) <= Fraction(1, 2)


@given(st.integers(0, 60), st.integers(0, BP))
def test_fade_is_a_power_to_the_nearest_ten_thousandth(months: int, monthly: int) -> None:
    exact = Fraction(BP - monthly, BP) ** months * BP
    assert abs(fade(months, monthly) - exact) <= Fraction(51, 100)


def test_fade_leaves_all_before_the_first_month_and_nothing_of_a_whole() -> None:
    assert (fade(0, 1_500), fade(1, 1_500), fade(1, BP)) == (BP, 8_500, 0)
