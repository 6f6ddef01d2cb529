"""Findings: one line each, plain data for machines, and the right word for a typing slip."""

import json

import pytest

from game.content.faults import (
    MAX_PROBLEMS,
    FaultList,
    LevelError,
    Position,
    Problem,
    Severity,
    TooManyProblems,
    did_you_mean,
    excerpt,
)

WORDS = (
    "title author licence minutes difficulty learning_goals start turn_length turns governed_seats "
    "actors provinces deposits sites policies contracts standing mandates events predictions "
    "historical_path sources debrief quiz teaching_notes treasury reserves enforcement skills "
    "infrastructure export_ban export_tax quota processing_duty royalty holiday partners minerals"
).split()


def a_problem() -> Problem:
    return Problem(
        "a.yaml", 3, 7, "null-value", Severity.ERROR, "no value", "it is unclear", "write one"
    )


def test_render_is_one_line_in_the_promised_order() -> None:
    assert a_problem().render() == "a.yaml:3:7: null-value: no value, it is unclear, write one"


def test_json_has_the_promised_keys_and_plain_values() -> None:
    data = json.loads(json.dumps(a_problem().to_json()))
    assert list(data) == ["file", "line", "column", "code", "severity", "what", "why", "remedy"]
    assert data["severity"] == "error"
    assert (data["line"], data["column"]) == (3, 7)


def test_level_error_shows_every_problem() -> None:
    error = LevelError([a_problem(), a_problem()])
    assert str(error).splitlines() == [a_problem().render()] * 2


def test_level_error_without_a_problem_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        LevelError([])


def test_list_stops_at_its_limit_and_says_so() -> None:
    faults = FaultList("a.yaml")
    for line in range(1, MAX_PROBLEMS):
        faults.add(Position(line, 1), "x", "what", "why", "remedy")
    with pytest.raises(TooManyProblems):
        faults.add(Position(MAX_PROBLEMS, 1), "x", "what", "why", "remedy")
    assert [p.code for p in faults.problems] == ["x"] * MAX_PROBLEMS + ["too-many-problems"]


def test_findings_come_in_the_order_of_the_file() -> None:
    faults = FaultList("a.yaml")
    for place in (Position(9, 1), Position(2, 5), Position(2, 3)):
        faults.add(place, "x", "what", "why", "remedy")
    places = [problem.position for problem in faults.in_file_order()]
    assert places == [Position(2, 3), Position(2, 5), Position(9, 1)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "`plain`"),
        ("two\nlines\tand  more", "`two lines and more`"),
        ("red\x1b[31m\u202e", "`red?[31m?`"),
        ("x" * 1000, "`" + "x" * 48 + "…`"),
        ("", "``"),
    ],
)
def test_excerpt_is_short_and_printable(text: str, shown: str) -> None:
    assert excerpt(text) == shown


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Title", "title"),
        ("learning-goals", "learning_goals"),
        ("learning goals", "learning_goals"),
        ("mandate", "mandates"),
        ("exprot_ban", "export_ban"),
        ("zzzz", None),
        ("", None),
    ],
)
def test_did_you_mean(word: str, meant: str | None) -> None:
    assert did_you_mean(word, WORDS) == meant


def slips(word: str) -> list[str]:
    """Every word one typing slip away: a letter lost, doubled, swapped with the next, mistyped."""
    made = []
    for i in range(len(word)):
        made.append(word[:i] + word[i + 1 :])
        made.append(word[:i] + word[i] + word[i:])
        made.append(word[:i] + "x" + word[i + 1 :])
        if i + 1 < len(word) and word[i] != word[i + 1]:
            made.append(word[:i] + word[i + 1] + word[i] + word[i + 2 :])
    return made


def test_nine_of_ten_typing_slips_get_the_right_word() -> None:
    tried = [(slip, word) for word in WORDS for slip in slips(word) if slip not in WORDS]
    right = sum(did_you_mean(slip, WORDS) == word for slip, word in tried)
    assert len(tried) > 1_000
    assert right / len(tried) >= 0.9


def test_suggestion_does_not_depend_on_the_order_of_the_words() -> None:
    assert {did_you_mean("ax", order) for order in (["ab", "ac"], ["ac", "ab"])} == {
        did_you_mean("ax", ["ab", "ac"])
    }
