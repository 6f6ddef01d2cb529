"""The open turn of a match: orders given, withdrawn, undone, and what is left to spend."""

import pytest

from game.engine import problems
from game.engine.orders import Order
from game.match import Match, MatchRefused, start
from game.players import player_for
from tests.worlds import (
    AVAL,
    BAN_ANNOUNCED,
    BAN_NOW,
    BORA,
    HALF_BAN,
    PARK,
    ROYALTY,
    TAX,
    M,
    small_level,
)

INSPECTION = Order("inspection", "", (10 * M,))


def new_match(seed: int = 7) -> Match:
    others = {BORA: player_for("open_trader")}
    return start(small_level(), AVAL, "industrialiser", seed, others, program="0.1.0")


def test_an_accepted_order_is_on_the_draft_and_costs_points() -> None:
    match = new_match()
    points, cost = match.points_left, match.options().cost(BAN_ANNOUNCED)
    assert match.give(BAN_ANNOUNCED) == ()
    assert match.draft.orders == (BAN_ANNOUNCED,)
    assert cost > 0
    assert match.points_left == points - cost


def test_money_left_counts_what_the_draft_reserves() -> None:
    match = new_match()
    before = match.money_left
    match.give(PARK)
    assert match.money_left == before - 50 * M


def test_a_refused_order_changes_nothing_and_tells_every_problem() -> None:
    match = new_match()
    match.give(TAX)
    lines = len(match.lines)
    found = match.give(Order("export_tax", "zinc.ore", (777,)))
    assert [problem.code for problem in found] == [problems.OFF_GRID]
    assert match.draft.orders == (TAX,)
    assert len(match.lines) == lines


def test_points_of_the_whole_draft_count() -> None:
    match = new_match()
    costs = match.options().cost
    for order in (BAN_ANNOUNCED, TAX, ROYALTY, PARK, INSPECTION):
        left = match.points_left
        found = [problem.code for problem in match.give(order)]
        if costs(order) > left:
            assert found == [problems.CAPITAL_SHORT]
            assert match.points_left == left
        else:
            assert found == []
            assert match.points_left == left - costs(order)
    assert len(match.draft.orders) < 5


def test_check_changes_nothing() -> None:
    match = new_match()
    match.check(BAN_NOW)
    assert match.draft.orders == ()
    assert match.lines == []


def test_an_order_takes_the_place_of_one_on_the_same_lever_and_target() -> None:
    match = new_match()
    match.give(BAN_NOW)
    match.give(TAX)
    assert match.give(HALF_BAN) == ()
    assert match.draft.orders == (HALF_BAN, TAX)


def test_a_withdrawn_order_is_off_the_draft() -> None:
    match = new_match()
    match.give(TAX)
    assert match.withdraw(TAX)
    assert match.draft.orders == ()
    assert not match.withdraw(TAX)


def test_undo_takes_back_each_kind_of_step_and_redo_does_it_again() -> None:
    match = new_match()
    match.give(BAN_NOW)
    match.give(HALF_BAN)
    match.withdraw(HALF_BAN)
    drafts = []
    while match.undo():
        drafts.append(match.draft.orders)
    assert drafts == [(HALF_BAN,), (BAN_NOW,), ()]
    while match.redo():
        drafts.append(match.draft.orders)
    assert drafts[3:] == [(BAN_NOW,), (HALF_BAN,), ()]


def test_a_new_order_ends_what_can_be_redone() -> None:
    match = new_match()
    match.give(TAX)
    match.undo()
    assert match.can_redo
    match.give(ROYALTY)
    assert not match.can_redo
    assert not match.redo()


def test_a_sealed_turn_cannot_be_undone() -> None:
    match = new_match()
    match.give(TAX)
    match.seal()
    assert not match.can_undo
    assert not match.undo()
    assert match.draft.orders == ()
    assert match.turn == 1


def test_the_journal_gets_every_line_as_it_is_made() -> None:
    lines: list[str] = []
    others = {BORA: player_for("holder")}
    match = start(small_level(), AVAL, "guardian", 1, others, program="0.1.0", journal=lines.append)
    match.give(TAX)
    match.undo()
    match.predict("trust-later", 1, "drift")
    match.seal()
    kinds = [line.split(" ")[2] for line in lines[1:]]
    assert '"magic"' in lines[0]
    assert kinds == ['"seat":', '"seat":', '"predict":', '"sealed":']
    assert '"withdraw"' in lines[2]


def test_a_journal_that_fails_does_not_lose_the_order() -> None:
    def full_disk(line: str) -> None:
        raise OSError("disk full")

    match = new_match()
    match.journal = full_disk
    with pytest.raises(OSError, match="disk full"):
        match.give(TAX)
    assert match.draft.orders == (TAX,)
    with pytest.raises(OSError, match="disk full"):
        match.seal()
    assert match.turn == 1


@pytest.mark.parametrize(
    ("seat", "mandate", "others", "code"),
    [
        ("nowhere", "industrialiser", {BORA: "holder"}, "unknown_seat"),
        (BORA, "industrialiser", {AVAL: "holder"}, "unknown_seat"),
        (AVAL, "conqueror", {BORA: "holder"}, "unknown_mandate"),
        (AVAL, "industrialiser", {}, "other_seats"),
        (AVAL, "industrialiser", {AVAL: "holder", BORA: "holder"}, "other_seats"),
        (AVAL, "industrialiser", {BORA: "holder", "nowhere": "holder"}, "other_seats"),
    ],
)
def test_a_match_that_cannot_be_is_refused_with_its_reason(
    seat: str, mandate: str, others: dict[str, str], code: str
) -> None:
    players = {name: player_for(player) for name, player in others.items()}
    with pytest.raises(MatchRefused) as refused:
        start(small_level(), seat, mandate, 1, players, program="0.1.0")
    assert refused.value.code == code


def test_after_the_last_turn_nothing_can_be_ordered_or_sealed() -> None:
    match = new_match()
    while not match.over:
        match.seal()
    assert [problem.code for problem in match.give(TAX)] == [problems.GAME_OVER]
    with pytest.raises(MatchRefused) as refused:
        match.seal()
    assert refused.value.code == "game_ended"
    assert len(match.worlds) == match.level.turns + 1
    assert match.score().total > 0


def test_a_problem_of_order_and_sheet_alike_is_told_once() -> None:
    match = new_match()
    found = match.check(Order("state_plant", "north", (800,)))
    assert [problem.code for problem in found] == [problems.MONEY_SHORT]
