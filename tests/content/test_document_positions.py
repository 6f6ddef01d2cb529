"""The tree, its plain form, and the way from a validation error back to line and column."""

from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.content.faults import Position
from game.content.file.positions import Positions, node_at
from game.content.file.reader import Document, read_document_bytes
from game.content.file.tree import MappingNode, ScalarNode, SequenceNode

LEVEL = """\
# a comment
title: Nickel, 'quoted' inside
years: {2014: 5, "2020": 7}
events:
  - kind: dated
    turn: 3
  - kind: answer
    when: "no ban"
texts:
  en: >-
    two
    lines
"""


@pytest.fixture
def document() -> Document:
    return read_document_bytes(LEVEL.encode(), "level.yaml")


def test_plain_data(document: Document) -> None:
    assert document.plain() == {
        "title": "Nickel, 'quoted' inside",
        "years": {"2014": 5, "2020": 7},
        "events": [{"kind": "dated", "turn": 3}, {"kind": "answer", "when": "no ban"}],
        "texts": {"en": "two lines"},
    }


@pytest.mark.parametrize(
    ("loc", "of_key", "place"),
    [
        ((), False, (2, 1)),
        (("title",), False, (2, 8)),
        (("title",), True, (2, 1)),
        (("years", "2014"), False, (3, 15)),
        (("years", 2020), False, (3, 26)),
        (("years", "2014", "[key]"), False, (3, 9)),
        (("events", 1, "when"), False, (8, 11)),
        (("events", 1, "when"), True, (8, 5)),
        (("events", 0, "dated", "turn"), False, (6, 11)),
        (("events", 0, "dated", "missing"), False, (5, 5)),
        (("events", 0), True, (5, 5)),
        (("events", 7), False, (5, 3)),
        (("texts", "en"), False, (10, 7)),
    ],
)
def test_locate(
    document: Document, loc: tuple[str | int, ...], of_key: bool, place: tuple[int, int]
) -> None:
    assert document.positions().locate(loc, of_key=of_key) == Position(*place)


def test_positions_agree_with_the_text(document: Document) -> None:
    lines = LEVEL.split("\n")
    table = document.positions()
    for path, at in table.keys.items():
        rest = lines[at.line - 1][at.column - 1 :]
        assert rest.lstrip('"').startswith(str(path[-1]))


def test_columns_count_characters_not_bytes() -> None:
    text = '{"\u00e9\u00e9\U0001f600": a, b: 010}\n'
    table = read_document_bytes(text.replace("010", "10").encode(), "x.yaml").positions()
    assert table.locate(("b",)) == Position(1, text.index("010") + 1)


def test_node_at(document: Document) -> None:
    root = document.root
    assert isinstance(node_at(root, ()), MappingNode)
    assert isinstance(node_at(root, ("events",)), SequenceNode)
    turn = node_at(root, ("events", 0, "turn"))
    assert isinstance(turn, ScalarNode)
    assert (turn.value, turn.quoted) == (3, False)
    when = node_at(root, ("events", 1, "when"))
    assert isinstance(when, ScalarNode)
    assert when.quoted
    for path in [("nothing",), ("events", 9), ("events", "0"), ("title", 0), ("events", -1)]:
        assert node_at(root, path) is None


class Dated(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["dated"]
    turn: int


class Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["answer"]
    when: int


class Level(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    years: dict[int, int]
    events: list[Dated | Answer] = Field(min_length=1)
    texts: dict[str, str]
    author: str


def test_pydantic_errors_find_their_lines(document: Document) -> None:
    with pytest.raises(ValidationError) as caught:
        Level.model_validate(document.plain())
    table: Positions = document.positions()
    places = {
        (error["type"], error["loc"][-1]): table.locate(error["loc"])
        for error in caught.value.errors()
        if "Dated" not in error["loc"]
    }
    assert places == {
        ("int_parsing", "when"): Position(8, 11),
        ("missing", "author"): Position(2, 1),
    }
