"""The cited facts, figures, sources, glossary and contradiction cards of the atlas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.content.file.reader import read_document
from game.content.numbers.quantities import QuantityError, parse_quantity

ATLAS = Path(__file__).resolve().parents[2] / "levels" / "atlas"
TOP_KEYS = {
    "sources": "sources",
    "facts": "facts",
    "figures": "figures",
    "contradictions": "cards",
    "glossary": "terms",
}
ARTICLES = {
    "iseas-2024",
    "beser",
    "moit-2025-12-17",
    "scmp-2025-11-15",
    "scmp-2025-11-13",
    "cna-2025",
}
SOURCE_KINDS = {
    "document",
    "dataset",
    "institution",
    "press",
    "company",
    "compilation",
    "law",
}
PROSE_KEYS = {"text", "note", "question", "reason", "use", "meaning"}
MAX_WORDS = 25
MAX_BYTES = 256_000
DATE = re.compile(r"\d{4}(-\d\d){0,2}")
FOREIGN_MONEY = re.compile(r"-?[\d.]+ (million |bn |trillion )?(RM|AUD|dong|rupiah|yuan/kg)")


@cache
def entries(name: str) -> dict[str, dict[str, Any]]:
    """What the atlas file `name` holds under its one top key."""
    with (ATLAS / f"{name}.yaml").open(encoding="utf-8") as file:
        data = yaml.safe_load(file)
    assert list(data) == [TOP_KEYS[name]]
    return data[TOP_KEYS[name]]


def walk(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value inside `value` with its path, containers included."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, (*path, str(index)))


@pytest.mark.parametrize("name", TOP_KEYS)
def test_the_reader_of_levels_takes_the_file_and_sees_the_same(name: str) -> None:
    document = read_document(ATLAS / f"{name}.yaml")
    assert document.plain() == {TOP_KEYS[name]: entries(name)}


@pytest.mark.parametrize("name", TOP_KEYS)
def test_a_file_is_small_enough_to_be_read(name: str) -> None:
    assert (ATLAS / f"{name}.yaml").stat().st_size < MAX_BYTES


@pytest.mark.parametrize(
    ("name", "letter", "digits", "count"),
    [("facts", "F", 3, 258), ("figures", "H", 3, 161), ("contradictions", "D", 2, 27)],
)
def test_numbering_is_in_order_and_without_gaps(
    name: str, letter: str, digits: int, count: int
) -> None:
    assert list(entries(name)) == [f"{letter}{n:0{digits}}" for n in range(1, count + 1)]


def test_the_glossary_has_its_terms_once_each() -> None:
    terms = [entry["term"] for entry in entries("glossary").values()]
    assert len(terms) == 63
    assert len(set(terms)) == 63


@pytest.mark.parametrize("name", TOP_KEYS)
def test_only_texts_and_whole_numbers_are_used(name: str) -> None:
    for path, value in walk(entries(name)):
        if path[-1:] == ("verified",):
            assert isinstance(value, bool), path
        else:
            assert type(value) in (dict, list, str, int), path
        assert value not in ("", [], {}), path


@pytest.mark.parametrize("name", TOP_KEYS)
def test_no_sentence_is_long(name: str) -> None:
    for path, value in walk(entries(name)):
        if path and path[-1] in PROSE_KEYS:
            assert len(value.split()) <= MAX_WORDS, path


@pytest.mark.parametrize("name", ["facts", "figures", "glossary"])
def test_every_source_named_exists(name: str) -> None:
    for key, entry in entries(name).items():
        named = entry["source"] if isinstance(entry["source"], list) else [entry["source"]]
        missing = {*named, *entry.get("also", [])} - set(entries("sources"))
        assert not missing, (key, missing)


def test_sources_say_who_published_what() -> None:
    assert set(entries("sources")) >= ARTICLES
    for key, source in entries("sources").items():
        assert source["kind"] in SOURCE_KINDS, key
        assert {"publisher", "title", "year"} <= set(source), key
        assert source["year"] == "undated" or 1990 <= source["year"] <= 2026, key


def test_facts_come_from_the_articles_with_a_passage() -> None:
    for key, fact in entries("facts").items():
        assert {fact["source"], *fact.get("also", [])} <= ARTICLES, key
        assert {"text", "year", "who", "mineral", "place"} <= set(fact), key
        assert set(fact.get("warns", [])) <= {"unit", "date", "contradicted"}, key


@pytest.mark.parametrize("name", ["facts", "figures"])
def test_years_are_whole_numbers_or_words(name: str) -> None:
    for key, entry in entries(name).items():
        year = entry["year"]
        assert isinstance(year, str) or 1900 <= year <= 2060, key


def test_figures_carry_a_number_a_unit_and_a_certainty() -> None:
    for key, figure in entries("figures").items():
        assert {"text", "unit", "source", "certainty"} <= set(figure), key
        assert {"series", "value", "low"} & set(figure), key
        assert ("low" in figure) == ("high" in figure), key
        codes = {figure["certainty"], *figure.get("parts", {}).values()}
        assert codes <= set("ABCD"), key
        assert set(figure.get("parts", {})) <= set(figure.get("series", {})), key


def test_a_mixed_row_takes_its_weakest_code() -> None:
    mixed = {key: row for key, row in entries("figures").items() if "parts" in row}
    assert mixed
    for key, row in mixed.items():
        assert row["certainty"] == max(row["parts"].values()), key


def test_a_weak_row_has_a_range_or_says_that_none_is_known() -> None:
    weak = {key: row for key, row in entries("figures").items() if row["certainty"] == "C"}
    assert weak
    for key, row in weak.items():
        in_series = any(name.endswith("_low") for name in row.get("series", {}))
        assert ("low" in row) or in_series or row.get("range") == "missing", key


def test_a_range_names_the_entry_it_speaks_of_and_holds_it() -> None:
    for key, row in entries("figures").items():
        if "range_of" in row:
            assert row["low"] < row["high"], key
            # In 2013 the table itself is judged too high: its band lies below it.
            inside = row["low"] <= row["series"][row["range_of"]] <= row["high"]
            assert inside == (key != "H040"), key


def test_recalled_rows_and_parts_are_never_loaded() -> None:
    recalled = [
        (path, value)
        for path, value in walk(entries("figures"))
        if isinstance(value, dict) and value.get("certainty") == "D"
    ]
    assert {path[0] for path, _ in recalled} == {"H040", "H051", "H110", "H145"}
    for path, value in recalled:
        assert value.get("load") == "never", path


def test_numbers_printed_with_a_slip_of_unit_are_never_loaded() -> None:
    slips = {key: fact for key, fact in entries("facts").items() if "printed" in fact}
    assert set(slips) == {"F073", "F074", "F075", "F076"}
    for key, fact in slips.items():
        assert fact["printed"]["load"] == "never", key
        assert (fact["printed"]["unit"], fact["reading"]["unit"]) == ("t", "kt"), key
        assert "value" not in fact, key
        assert "unit" in fact["warns"], key


def test_metal_prices_are_whole_dollars_per_tonne_for_seventeen_years() -> None:
    rows = [entries("figures")[f"H{n:03}"] for n in range(1, 18)]
    assert [row["year"] for row in rows] == list(range(2009, 2026))
    for row in rows:
        assert row["unit"] == "USD/t"
        assert {"nickel", "copper", "aluminium", "cobalt"} <= set(row["series"])
        assert all(type(price) is int and price > 0 for price in row["series"].values())


def test_mine_output_shares_fit_the_tonnes() -> None:
    for number in range(36, 51):
        row = entries("figures")[f"H{number:03}"]
        for country, percent in row["share_percent"].items():
            exact = 100 * row["series"][country] / row["series"]["world"]
            assert abs(exact - percent) <= 0.6, (number, country)


def test_figures_in_text_are_quantities_dates_or_foreign_money() -> None:
    numeric = [
        (path, value)
        for path, value in walk(entries("figures"))
        if {"series", "value", "low", "high"} & set(path)
        and isinstance(value, str)
        and value.lstrip("-")[0].isdigit()
    ]
    assert len(numeric) > 100
    for path, value in numeric:
        if DATE.fullmatch(value) or FOREIGN_MONEY.fullmatch(value):
            continue
        try:
            parse_quantity(value)
        except QuantityError as error:
            pytest.fail(f"{path}: {error}")


def test_cards_set_known_rows_against_each_other() -> None:
    known = {"fact": entries("facts"), "history": entries("figures")}
    for key, card in entries("contradictions").items():
        assert {"question", "rival", "reason", "use", "verified"} == set(card), key
        assert len(card["rival"]) >= (1 if key == "D19" else 2), key
        for rival in card["rival"]:
            (kind,) = set(rival) - {"figure"}
            assert rival[kind] in known[kind], (key, rival)


def test_cards_that_rest_on_memory_say_so() -> None:
    cards = entries("contradictions")
    assert {key for key in cards if not cards[key]["verified"]} == {"D06", "D15", "D18", "D26"}


def test_facts_and_cards_point_at_each_other() -> None:
    cards = entries("contradictions")
    from_cards = {
        (rival["fact"], key) for key in cards for rival in cards[key]["rival"] if "fact" in rival
    }
    from_facts = {
        (key, card) for key, fact in entries("facts").items() for card in fact.get("see", [])
    }
    assert from_facts == from_cards
