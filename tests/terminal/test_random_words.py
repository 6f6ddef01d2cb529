"""Whatever is typed, the game goes on, ends with status 0 and shows no codes."""

import pytest

from game.engine.draws import draw
from game.terminal.turn_loop import COMMANDS
from tests.terminal.scripted import play
from tests.terminal.test_playthrough import CODE_WORD

WORDS = (
    *COMMANDS,
    *(str(number) for number in range(13)),
    *("decide", "end", "end", "yes", "1", "2", "3", "back", "list", "no"),
    *("decide 1 1 2", "decide 2 4 3", "offers 1 1", "offers 1 3", "why trust full", "why x"),
    *("", "?", "-1", "{}", "\u0000", "🙂", "x" * 300, "end now", "codex {0}"),
)


@pytest.mark.parametrize("luck", range(25))
def test_random_words_never_stop_the_game(luck: int) -> None:
    lines = [WORDS[draw(luck, place, "word", "terminal", len(WORDS))] for place in range(120)]
    lines = ["1", *(line for line in lines if line != "quit")]
    status, shown, _ = play(*lines, level="test-zinc")
    assert status == 0
    plain = shown.replace("{}", "").replace("{0}", "")
    assert CODE_WORD.findall(plain) == []
