"""Where sources clash (D01 to D27), levels of the campaign say so on cards of their briefings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import pytest
import yaml

from game.content.atlas import references
from game.content.library import find_level, level_ids
from game.content.texts.citations import marks

CONCERNS_NO_LEVEL: dict[str, str] = {}
"""Rows that concern none of the sixteen cases, each with its reason: so far there is none."""


@dataclass(frozen=True)
class Shown:
    """A fact of a briefing that stands for a clash."""

    card: str
    figure: str
    line: str
    sure: str
    cited: frozenset[str]


@cache
def shown(level: str) -> tuple[Shown, ...]:
    """The cards of a level's briefing as its file has them."""
    data = yaml.safe_load(find_level(level).read_text(encoding="utf-8"))
    found = []
    for fact in data["briefing"]["facts"]:
        cited = frozenset(x for x in fact["sources"] if not x.startswith("D"))
        for card in set(fact["sources"]) - cited:
            figure, line = fact["figure"]["en"], fact["line"]["en"]
            found.append(Shown(card, figure, line, fact["sure"], cited))
    return tuple(found)


def standing() -> dict[str, set[str]]:
    """The levels in which each row stands on a card."""
    found: dict[str, set[str]] = {key: set() for key in references().cards}
    for level in level_ids():
        for each in shown(level):
            found[each.card].add(level)
    return found


CARDS = [
    pytest.param(each, id=f"{level}-{each.card}")
    for level in sorted(level_ids())
    for each in shown(level)
]


def numbers(text: str) -> set[str]:
    """The numbers of a text without marks, signs between thousands, and zeros at the end."""
    bare = re.sub(r"\[\w+\]", "", text).replace(",", "")
    return {x.rstrip("0") or "0" for x in re.findall(r"\d+", bare)}


def test_every_clash_stands_on_a_card_of_a_level_that_it_concerns() -> None:
    missing = {card for card, levels in standing().items() if not levels}
    assert len(references().cards) == 27
    assert missing == set(CONCERNS_NO_LEVEL)


def test_a_clash_is_never_told_only_in_passing() -> None:
    """Whoever names a clash in a note or a text of a level also shows its card there."""
    for level in level_ids():
        named = set(re.findall(r"\bD\d\d\b", find_level(level).read_text(encoding="utf-8")))
        assert named <= {each.card for each in shown(level)}, level


@pytest.mark.parametrize("told", CARDS)
def test_a_card_is_marked_as_disputed_and_sets_statements_against_each_other(told: Shown) -> None:
    rows = references().cards[told.card]["rival"]
    rivals = {row.get("fact") or row.get("history") for row in rows}
    assert told.sure == "disputed"
    assert len(told.cited & rivals) >= min(2, len(rivals))
    assert set(marks(told.line)) <= told.cited
    assert set(marks(told.line)) & rivals


@pytest.mark.parametrize("told", CARDS)
def test_a_card_that_rests_on_memory_says_so_and_prints_nothing_remembered(told: Shown) -> None:
    row = references().cards[told.card]
    if row["verified"]:
        return
    assert "not verified" in told.line.lower()
    known = {x for rival in row["rival"] for x in numbers(str(rival["figure"]))}
    assert numbers(f"{told.figure} {told.line}") <= known
