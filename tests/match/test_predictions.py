"""Predictions: when they are asked and how they are judged, apart from success."""

import pytest

from game.match import Match, MatchRefused
from game.match.predictions import direction_of
from tests.match.test_open_turn import new_match
from tests.worlds import BAN_NOW, TAX


def played(match: Match, turns: int) -> Match:
    for _ in range(turns):
        match.seal()
    return match


def test_a_question_about_a_lever_is_asked_before_its_first_order() -> None:
    match = new_match()
    asked = match.pending_prediction(BAN_NOW)
    assert asked is not None
    assert asked.id == "ban-value"
    assert match.pending_prediction(TAX) is None
    match.predict("ban-value", -1, "smelters")
    assert match.pending_prediction(BAN_NOW) is None


def test_a_question_of_a_turn_is_asked_in_that_turn_before_any_order() -> None:
    match = new_match()
    assert match.pending_prediction() is None
    match.seal()
    asked = match.pending_prediction()
    assert asked is not None
    assert asked.id == "trust-later"
    match.seal()
    assert match.pending_prediction() is None


@pytest.mark.parametrize(
    ("prediction", "direction", "reason", "code"),
    [
        ("nothing", 1, "smelters", "unknown_prediction"),
        ("ban-value", 2, "smelters", "unknown_direction"),
        ("ban-value", 1, "luck", "unknown_reason"),
    ],
)
def test_a_wrong_answer_sheet_is_refused(
    prediction: str, direction: int, reason: str, code: str
) -> None:
    match = new_match()
    with pytest.raises(MatchRefused) as refused:
        match.predict(prediction, direction, reason)
    assert refused.value.code == code
    assert match.answers == ()


def test_an_answer_stands() -> None:
    match = new_match()
    match.predict("ban-value", 1, "smelters")
    with pytest.raises(MatchRefused) as refused:
        match.predict("ban-value", -1, "smelters")
    assert refused.value.code == "already_answered"


@pytest.mark.parametrize("direction", [-1, 0, 1])
def test_an_outcome_is_known_when_its_turns_have_passed(direction: int) -> None:
    match = played(new_match(), 1)
    match.predict("ban-value", direction, "smelters")
    match.give(BAN_NOW)
    assert played(match, 1).outcomes() == ()
    (outcome,) = played(match, 1).outcomes()
    assert outcome.before == match.worlds[1].figure("aval/zinc/exports")
    assert outcome.after == match.worlds[3].figure("aval/zinc/exports")
    assert outcome.after < outcome.before
    assert outcome.direction == -1
    assert outcome.direction_right is (direction == -1)


def test_a_reason_is_judged_by_its_conditions_alone() -> None:
    match = played(new_match(), 1)
    match.predict("ban-value", 1, "smelters")
    match.give(BAN_NOW)
    (outcome,) = played(match, 2).outcomes()
    built = match.worlds[3].figure("aval/zinc/pipeline_feed") > 0
    assert outcome.reason_right is built
    assert ("smelters" in outcome.holding) is built
    assert not outcome.direction_right


def test_a_prediction_beyond_the_end_is_judged_at_the_end() -> None:
    match = played(new_match(), match_turns := new_match().level.turns - 1)
    match.predict("ban-value", 0, "buyers")
    (outcome,) = played(match, 1).outcomes()
    assert outcome.due == match_turns + 1


@pytest.mark.parametrize(
    ("before", "after", "deadband", "expected"),
    [
        (1_000, 1_049, 500, 0),
        (1_000, 1_050, 500, 1),
        (1_000, 950, 500, -1),
        (-1_000, -1_049, 500, 0),
        (-1_000, -1_050, 500, -1),
        (0, 0, 0, 0),
        (0, 1, 500, 1),
        (1_000, 1_001, 0, 1),
    ],
)
def test_a_change_inside_the_deadband_counts_as_staying(
    before: int, after: int, deadband: int, expected: int
) -> None:
    assert direction_of(before, after, deadband) == expected
