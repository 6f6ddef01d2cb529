"""The debrief of whole games of the level that is shipped."""

from functools import cache

import pytest

from game.content.library import load_level
from game.debrief import rerun
from game.debrief.debrief import Debrief, debrief_of
from game.debrief.report import report_html
from game.debrief.telling import Telling
from game.match.match import play_out, start
from game.players.registry import player_for
from game.text.describe import words_for

MOST_TURNS = 6_000
"""At about 0.6 ms a turn this is some three seconds; the count does not hang on the computer."""


@cache
def counted(player: str) -> tuple[Debrief, int]:
    """The debrief of a game played by a computer player, and how many turns it re-ran."""
    level = load_level("indonesia-nickel").level
    others = {x.id: player_for(x.persona) for x in level.states if x.id != level.seats[0]}
    match = play_out(
        start(level, level.seats[0], level.mandates[0].id, 11, others, program="test"),
        player_for(player),
    )
    turns = 0
    resolve = rerun.resolve_turn

    def counting(*args, **kwargs):
        nonlocal turns
        turns += 1
        return resolve(*args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rerun, "resolve_turn", counting)
        return debrief_of(match).finish(), turns


@pytest.mark.parametrize("player", ["history", "random"])
def test_a_game_has_at_least_three_claims_to_tell(player):
    debrief, _ = counted(player)
    assert len(debrief.told) >= 3
    assert 3 <= len(debrief.points) <= 5


@pytest.mark.parametrize("player", ["history", "random"])
def test_the_work_stays_within_its_budget(player):
    _, turns = counted(player)
    assert 500 < turns < MOST_TURNS


def test_the_history_player_is_its_own_ghost():
    debrief, _ = counted("history")
    assert debrief.history.worlds[-1].values == debrief.played.worlds[-1].values


def test_every_sentence_of_the_levels_debrief_is_on_the_page():
    debrief, _ = counted("random")
    texts = load_level("indonesia-nickel").texts["en"]
    page = report_html(debrief, Telling(words_for(debrief.played.level, texts)))
    for heading in ("What happened", "Why it turned out this way", "The real case", "Quiz",
                    "The other side", "What the model leaves out"):  # fmt: skip
        assert f"<h2>{heading}</h2>" in page
    assert "export_" not in page
    assert "indonesia/" not in page
