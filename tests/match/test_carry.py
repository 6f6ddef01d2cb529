"""A game carried over to an edited level: the same turn, and what no longer fits is left out."""

from dataclasses import replace

import pytest

from game.content.library import load_level
from game.engine.orders import Order
from game.match.carry import carry_over
from game.match.match import Match, start
from game.match.refusals import MatchRefused
from game.players import player_for

LEVEL = load_level("indonesia-nickel").level
ROYALTY, TAX = Order("royalty", "nickel", (1_000,)), Order("export_tax", "nickel.ore", (1_000,))


def others(level: object = LEVEL) -> dict[str, object]:
    return {x.id: player_for(x.persona) for x in LEVEL.states if x.id != "indonesia"}


def played() -> Match:
    match = start(LEVEL, "indonesia", "industrialiser", 5, others(), program="test")
    match.give(ROYALTY)
    match.seal()
    match.seal()
    match.give(TAX)
    return match


def test_the_same_level_gives_the_same_game() -> None:
    old = played()
    lines: list[str] = []
    carried = carry_over(old, LEVEL, others(), program="test", journal=lines.append)
    assert carried.left_out == 0
    assert carried.match.digests == old.digests
    assert carried.match.draft == old.draft
    assert carried.match.record_text() == old.record_text()
    assert len(lines) == len(old.lines) + 1


def test_an_edited_number_is_felt_from_the_first_turn() -> None:
    old = played()
    richer = replace(LEVEL.states[0], treasury=LEVEL.states[0].treasury + 1_000_000_000)
    level = replace(LEVEL, states=(richer, *LEVEL.states[1:]), digest="edited")
    new = carry_over(old, level, others(), program="test").match
    assert new.turn == old.turn
    assert new.header.digest == "edited"
    assert new.world.figure("indonesia/treasury") > old.world.figure("indonesia/treasury")


def test_what_no_longer_fits_is_counted() -> None:
    old = played()
    state = replace(
        LEVEL.states[0], levers=tuple(x for x in LEVEL.states[0].levers if x != "royalty")
    )
    level = replace(LEVEL, states=(state, *LEVEL.states[1:]), digest="edited")
    carried = carry_over(old, level, others(), program="test")
    assert carried.left_out == 1
    assert carried.match.draft.orders == (TAX,)


def test_a_shorter_level_stays_open_in_its_last_turn() -> None:
    old = played()
    new = carry_over(old, replace(LEVEL, turns=2, digest="edited"), others(), program="test").match
    assert (new.turn, new.over) == (1, False)


def test_a_goal_that_is_gone_is_refused() -> None:
    level = replace(LEVEL, mandates=LEVEL.mandates[:1], digest="edited")
    assert "industrialiser" not in [x.id for x in level.mandates]
    with pytest.raises(MatchRefused):
        carry_over(played(), level, others(), program="test")
