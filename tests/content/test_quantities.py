"""Quantities: exact whole numbers of the engine's units, or a refusal that says what to do."""

import pytest

from game.content.numbers.quantities import QuantityError, parse_quantity, whole_number
from game.content.numbers.units import UnknownUnit, known_units, parse_unit

EXACT = [
    ("30.20 USD/t", "cent/t", 3_020),
    ("14648 USD/t", "cent/t", 1_464_800),
    ("12.5 %", "bp", 1_250),
    ("12.5%", "bp", 1_250),
    ("0.01 %", "bp", 1),
    ("-3 pp", "bp", -300),
    ("21 Mt", "kg", 21_000_000_000),
    ("658 kt/year", "kg/year", 658_000_000),
    ("1.2 kt/year", "kg/month", 100_000),
    ("9 billion USD", "cent", 900_000_000_000),
    ("6.5 bn USD", "USD", 6_500_000_000),
    ("500 thousand persons", "person", 500_000),
    ("40,000 jobs".replace(",", ""), "person", 40_000),
    ("2.25 GW", "kW", 2_250_000),
    ("3 km2", "ha", 300),
    ("1.5 years", "month", 18),
    ("12 months", "year", 1),
    ("60 t/t", "bp", 600_000),
    ("1.6 tCO2/t", "kgCO2/t", 1_600),
    ("0.07 USD/kWh", "cent/kWh", 7),
    ("7 cent/kWh", "USD/MWh", 70),
    ("8.76 TWh/year", "kW", 1_000_000),
    ("4 points", "point", 4),
    ("6 turns", "turn", 6),
    ("25\u00a0%", "bp", 2_500),
    ("7", "", 7),
    ("0.5", "bp", 5_000),
    (12, "", 12),
]


@pytest.mark.parametrize(("text", "resolution", "expected"), EXACT)
def test_exact_whole_number(text: str | int, resolution: str, expected: int) -> None:
    assert whole_number(text, resolution) == expected


@pytest.mark.parametrize(
    ("text", "resolution", "code"),
    [
        ("30.205 USD/t", "cent/t", "not-whole"),
        ("0.001 %", "bp", "not-whole"),
        ("1 kt/year", "kg/month", "not-whole"),
        ("12.5 %", "kg", "wrong-unit"),
        ("12.5 USD", "cent/t", "wrong-unit"),
        ("12 tCO2", "kg", "wrong-unit"),
        ("12", "kg", "wrong-unit"),
        ("12 kg", "", "wrong-unit"),
        ("12 mt", "kg", "unknown-unit"),
        ("12 lightyears", "m", "unknown-unit"),
        ("12 t/", "kg", "unknown-unit"),
        ("12 /t", "kg", "unknown-unit"),
        ("12,5 %", "bp", "bad-quantity"),
        ("\u22123 %", "bp", "bad-quantity"),
        ("+3 %", "bp", "bad-quantity"),
        ("1e3 t", "kg", "unknown-unit"),
        ("012 t", "kg", "bad-quantity"),
        ("1 000 t", "kg", "bad-quantity"),
        ("\u0661\u0662 t", "kg", "bad-quantity"),
        ("about 3 t", "kg", "bad-quantity"),
        ("", "kg", "bad-quantity"),
        ("3 to 5 t", "kg", "unknown-unit"),
        ("1." + "0" * 10 + " t", "kg", "bad-quantity"),
        ("1" * 19 + " t", "kg", "bad-quantity"),
        ("1 " + "t" * 5000, "kg", "bad-quantity"),
        ("1 " + "t/" * 30 + "t", "kg", "unknown-unit"),
        ("999999999999999999 Mt", "kg", "quantity-too-large"),
        (True, "", "bad-quantity"),
    ],
)
def test_refused_quantity(text: str | int, resolution: str, code: str) -> None:
    with pytest.raises(QuantityError) as caught:
        whole_number(text, resolution)
    assert caught.value.code == code
    assert caught.value.what
    assert caught.value.why
    assert caught.value.remedy


def test_bound_of_whole_numbers_from_both_sides() -> None:
    assert whole_number("999999999999999 t", "kg") == 10**18 - 1_000
    with pytest.raises(QuantityError, match="too large"):
        whole_number("1000000000000000 t", "kg")


def test_default_unit_serves_numbers_without_one() -> None:
    assert whole_number(12, "bp", default_unit="%") == 1_200
    assert whole_number("12.5", "bp", default_unit="%") == 1_250
    assert whole_number("3 bn", "cent", default_unit="USD") == 300_000_000_000


def test_written_unit_wins_over_the_default() -> None:
    assert whole_number("12 bp", "bp", default_unit="%") == 12


def test_unknown_unit_proposes_the_near_one() -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity("30 usd/t")
    assert caught.value.remedy == "did you mean `USD/t`?"


def test_decimal_comma_is_explained() -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity("12,5 %")
    assert "comma" in caught.value.why


def test_unknown_resolution_is_a_mistake_of_the_program() -> None:
    with pytest.raises(UnknownUnit):
        parse_quantity("3 t").whole("furlong")


@pytest.mark.parametrize("symbol", known_units())
def test_each_unit_measures_itself(symbol: str) -> None:
    assert parse_quantity(f"17 {symbol}").whole(symbol) == 17
    assert parse_unit(f"{symbol}/{symbol}").dimension == ()
