"""Games that the list of systems does not play would have ended the same."""

from dataclasses import replace

from game.content.library import load_level
from game.lab.systems.games import recorded, replayed
from game.lab.systems.knobs import LEVEL_CHANGES, parameter_changes
from game.lab.systems.traced import _same

LEVEL = load_level("indonesia-nickel").level


def test_a_parameter_that_was_not_asked_for_changes_no_game() -> None:
    game = recorded(LEVEL)[0]
    assert "scarcity_factor" in game.asked
    assert "urgency_share" not in game.asked  # nickel has no controlled market outside
    for changed in parameter_changes(LEVEL, "urgency_share"):
        assert replayed(changed, game).values == game.last.values
    low, high = parameter_changes(LEVEL, "scarcity_factor")
    assert replayed(low, game).values != replayed(high, game).values


def test_a_knob_with_nothing_to_move_leaves_the_level_the_same() -> None:
    assert _same(LEVEL_CHANGES["no-control"](LEVEL), LEVEL)
    assert _same(replace(LEVEL), LEVEL)
    assert not _same(LEVEL_CHANGES["one-buyer"](LEVEL), LEVEL)
