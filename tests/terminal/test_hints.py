"""What a level proposes to try stands at the head of a turn, in text and in the window."""

from dataclasses import replace
from pathlib import Path

from game.content.checks.levels import check_paths
from game.content.library import CAMPAIGN_FOLDER, load_level
from game.match.match import Match, start
from game.players import player_for
from game.text.briefing import hint
from game.text.describe import Words, words_for
from game.ui.models.turn_decisions import first_area, levers_of
from game.ui.services import Case
from tests.terminal.scripted import ScriptedServices, play

TUTORIAL = "vietnam-bauxite"


def game_of(level_id: str) -> tuple[Words, Match]:
    loaded = load_level(level_id)
    level = loaded.level
    seat = level.seats[0]
    others = {x.id: player_for(x.persona) for x in level.states if x.id != seat}
    match = start(level, seat, level.mandates[0].id, 1, others, program="test")
    return words_for(level, loaded.text()), match


def test_the_tutorial_has_a_hint_for_every_turn_and_others_have_none() -> None:
    words, match = game_of(TUTORIAL)
    hints = [hint(words, turn) for turn in range(match.level.turns)]
    assert len({*hints}) == match.level.turns
    assert all(hints)
    assert hint(words, match.level.turns) == ""
    assert hint(game_of("indonesia-nickel")[0], 0) == ""


def test_a_hint_for_a_turn_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    text = (CAMPAIGN_FOLDER / f"{TUTORIAL}.yaml").read_text(encoding="utf-8")
    path = tmp_path / f"{TUTORIAL}.yaml"
    assert "    6: {en:" in text
    path.write_text(text.replace("    6: {en:", "    7: {en:"), encoding="utf-8")
    found = [x for x in check_paths([str(path)]).problems if x.code == "outside-level"]
    assert [x.line for x in found] == [text[: text.index("    6: {en:")].count("\n") + 1]


class HintingServices(ScriptedServices):
    def case(self) -> Case:
        case = super().case()
        return replace(case, texts={**case.texts, "hint.2": "Ask why trust moved."})


def test_a_turn_in_text_begins_with_its_hint_alone() -> None:
    _, shown, _ = play("1", "end", "yes", "quit", services=HintingServices())
    first, _, second = shown.partition("Turn 2 of 6")
    assert "Try this" not in first
    assert "Try this: Ask why trust moved." in second


def test_the_window_begins_with_a_tab_that_holds_something() -> None:
    for level_id in (TUTORIAL, "indonesia-nickel", "indonesia-bauxite"):
        _, match = game_of(level_id)
        assert levers_of(match, first_area(match))
