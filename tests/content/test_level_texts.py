"""Texts that a level hands to the other layers, by the keys that docs/text_keys.md promises."""

from __future__ import annotations

import re

import pytest

from game.content.atlas import PROGRAM_FOLDER, References, references
from game.content.library import load_level
from game.content.loaded import LoadedLevel
from game.content.texts.citations import Citations, marks, sureness

ID_LISTS = {
    "mandate": lambda level: [x.id for x in level.mandates],
    "state": lambda level: [x.id for x in level.states],
    "province": lambda level: [p.id for x in level.states for p in x.provinces],
    "partner": lambda level: [x.id for x in level.partners],
    "mineral": lambda level: [x.id for x in level.minerals],
    "rival": lambda level: [x.id for x in level.rivals],
    "event": lambda level: [x.id for x in level.events],
    "offer": lambda level: [x.id for x in level.offers],
    "prediction": lambda level: [x.id for x in level.predictions],
}


@pytest.fixture(scope="module")
def nickel() -> LoadedLevel:
    """The shipped level."""
    return load_level("indonesia-nickel")


def promised() -> list[str]:
    """Keys that docs/text_keys.md marks with (must), without those of several words."""
    page = (PROGRAM_FOLDER / "docs" / "text_keys.md").read_text(encoding="utf-8")
    return [key for line in page.splitlines() for key in re.findall(r"`([^`]+)` \(must", line)]


def test_the_page_of_keys_promises_something() -> None:
    assert {"level.title", "brief.dilemma", "state.<id>.name"} <= set(promised())


@pytest.mark.parametrize("key", promised())
def test_every_promised_key_has_a_text(nickel: LoadedLevel, key: str) -> None:
    texts = nickel.text("en")
    kind = key.split(".")[0]
    if "<rid>" in key:
        wanted = [
            key.replace("<id>", asked.id).replace("<rid>", reason)
            for asked in nickel.level.predictions
            for reason, _ in asked.reasons
        ]
    elif "<id>" in key:
        wanted = [key.replace("<id>", name) for name in ID_LISTS[kind](nickel.level)]
    else:
        wanted = [key.replace("<n>", "1")]
    assert wanted
    for name in wanted:
        assert texts.get(name), name


def test_no_text_still_names_a_row_of_the_atlas(nickel: LoadedLevel) -> None:
    for key, text in nickel.text().items():
        assert not marks(text), key


def test_every_citation_number_has_a_source(nickel: LoadedLevel) -> None:
    texts = nickel.text()
    cited = {
        int(number)
        for key, text in texts.items()
        if not key.startswith(("glossary.", "source."))
        for number in re.findall(r"\[(\d+)\]", text)
    }
    assert cited
    for number in cited:
        assert texts[f"source.{number}.id"] in references().sources
        assert texts[f"source.{number}.publisher"]


def test_sources_are_numbered_without_gaps(nickel: LoadedLevel) -> None:
    numbers = sorted(
        int(key.split(".")[1]) for key in nickel.text() if re.fullmatch(r"source\.\d+\.id", key)
    )
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_language_that_the_level_does_not_speak_falls_back(nickel: LoadedLevel) -> None:
    assert nickel.text("th") == nickel.text("en")


ROWS = References(
    facts={"F001": {"source": "a"}, "F002": {"source": "a", "warns": ["contradicted"]}},
    figures={"H001": {"source": "b", "certainty": "A"}},
    cards={},
    sources={"a": {"title": "A", "publisher": "PA"}, "b": {"title": "B", "publisher": "PB"}},
    glossary={},
)


def test_references_become_numbers_of_sources() -> None:
    citations = Citations(ROWS)
    assert citations.numbered("One [H001] [F001].") == "One [1] [2]."
    assert citations.numbered("Two [F001] [F002].") == "Two [2]."
    assert citations.numbered("None [F999].") == "None."


def test_a_source_is_as_sure_as_its_weakest_row() -> None:
    citations = Citations(ROWS)
    citations.number("F001")
    assert citations.texts()["source.1.sure"] == "fairly_sure"
    citations.number("F002")
    assert citations.texts()["source.1.sure"] == "disputed"
    assert sureness({"certainty": "A"}) == "well_known"
