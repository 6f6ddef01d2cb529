"""Numbers as people read them."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.text.catalogue import Catalogue
from game.text.numbers import Numbers, symbols
from tests.worlds import quarterly_level, small_level

NUMBERS = Numbers(Catalogue("en"))
M = 1_000_000


def plain(text: str) -> str:
    """Return a text with ordinary spaces."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("usd", "said"),
    [
        (0, "US$ 0"),
        (950, "US$ 950"),
        (-4_600, "−US$ 4.6 k"),
        (610 * M, "US$ 610 m"),
        (61_500_000, "US$ 61.5 m"),
        (1_200 * M, "US$ 1.2 bn"),
        (-2_040 * M, "−US$ 2.0 bn"),
        (999_600_000, "US$ 1.0 bn"),
        (1_000 * M, "US$ 1 bn"),
    ],
)
def test_money(usd: int, said: str) -> None:
    assert plain(NUMBERS.money(usd)) == said


@pytest.mark.parametrize(
    ("kilograms", "said"),
    [
        (0, "0 t"),
        (40_000, "40 t"),
        (152 * M, "152 kt"),
        (5_300_000, "5.3 kt"),
        (1_352 * M, "1.4 Mt"),
        (-537 * M, "−537 kt"),
    ],
)
def test_masses(kilograms: int, said: str) -> None:
    assert plain(NUMBERS.mass(kilograms)) == said


def test_halves_round_to_even_whatever_their_size() -> None:
    assert plain(NUMBERS.share(1_225)) == "12.2 %"
    assert plain(NUMBERS.share(1_235)) == "12.4 %"
    assert NUMBERS.index(4_650) == "46"
    assert NUMBERS.index(4_750) == "48"


def test_signs() -> None:
    assert NUMBERS.change("bp", 160) == "+1.6"
    assert NUMBERS.change("bp", -300) == "−3"
    assert NUMBERS.change("bp", 0) == "±0"
    assert NUMBERS.change("bp", -2) == "±0.0"
    assert plain(NUMBERS.change("usd", 40 * M)) == "+US$ 40 m"
    assert plain(NUMBERS.change("usd", -40 * M)) == "−US$ 40 m"


def test_persons_are_rounded_to_thousands_above_ten_thousand() -> None:
    assert NUMBERS.persons(9_876) == "9,876"
    assert NUMBERS.persons(318_400) == "318,000"


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("kg/year", 200 * M, "200 kt a year"),
        ("cents/t", 1_466_700, "US$ 14,667 per tonne"),
        ("ha", 1_250, "1,250 ha"),
        ("kw", 900_000, "900 MW"),
        ("years", 1, "1 year"),
        ("years", 5, "5 years"),
        ("points", 1, "1 point"),
        ("points", 4, "4 points"),
        ("persons", 12, "12"),
        ("share", 1_250, "12.5 %"),
        ("bp", 5_490, "55"),
        ("turns", 2, "2"),
    ],
)
def test_every_unit(unit: str, value: int, said: str) -> None:
    assert plain(NUMBERS.amount(unit, value)) == said


def test_another_locale_uses_its_own_signs() -> None:
    indonesian = Numbers(Catalogue("id"))
    assert indonesian.whole(1_234_567) == "1.234.567"
    assert plain(indonesian.share(1_250)) == "12,5 %"


def test_an_unknown_locale_speaks_english() -> None:
    assert symbols("xx-unknown") == symbols("en")
    assert Numbers(Catalogue("xx-unknown")).whole(1_000) == "1,000"


def test_dates_of_turns() -> None:
    assert NUMBERS.date(small_level(), 5) == "2015"
    assert NUMBERS.date(quarterly_level(), 5) == "April 2011"
    late = replace(quarterly_level(), first_month=12)
    assert NUMBERS.date(late, 1) == "March 2011"


def test_spans_of_turns() -> None:
    assert NUMBERS.span(small_level(), 1) == "1 year"
    assert NUMBERS.span(small_level(), 3) == "3 years"
    assert NUMBERS.span(quarterly_level(), 1) == "1 quarter"
    assert NUMBERS.span(replace(small_level(), months=6), 2) == "2 half-years"


def test_a_translation_is_used_and_a_broken_one_is_not(tmp_path: Path) -> None:
    from babel.messages import mofile, pofile

    folder = tmp_path / "id" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    template = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
        'msgid "No tax"\nmsgstr "Tanpa pajak"\n'
        'msgid "At most {share} of the ore"\nmsgstr "Paling banyak {bagian}"\n'
    )
    source = folder / "downstream.po"
    source.write_text(template, encoding="utf-8")
    with source.open("rb") as read, (folder / "downstream.mo").open("wb") as written:
        mofile.write_mo(written, pofile.read_po(read, locale="id"))
    catalogue = Catalogue("id", tmp_path)
    assert catalogue.say("No tax") == "Tanpa pajak"
    assert catalogue.say("At most {share} of the ore", share="8 %") == "At most 8 % of the ore"


def test_a_damaged_catalogue_leaves_english(tmp_path: Path) -> None:
    folder = tmp_path / "id" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "downstream.mo").write_bytes(b"damaged")
    assert Catalogue("id", tmp_path).say("No tax") == "No tax"
