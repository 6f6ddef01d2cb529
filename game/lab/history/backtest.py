"""Back-tests: the model beside history, first with prices fed in, then with the price block closed.

Targets and tolerances are those of the project's history table (BT1, BT2, BT4, BT5, BT6, BT8),
with the paired case PAIR beside them; each check prints its value, its band and a verdict. A
starred check that fails rejects a build.
"""

from collections.abc import Callable

from game.content.atlas import PROGRAM_FOLDER
from game.content.library import load_level
from game.engine.definitions.level import Level
from game.lab.history import bauxite as backtest_bauxite
from game.lab.history import heavy_rare_earths as backtest_heavy_rare_earths
from game.lab.history import nickel as backtest_nickel
from game.lab.history import paired
from game.lab.history import start_up as backtest_start_up
from game.lab.history.bauxite import bauxite_cases
from game.lab.history.checks import Case, Check
from game.lab.history.heavy_rare_earths import heavy_cases
from game.lab.history.nickel import nickel_cases
from game.lab.history.paired import pair_case
from game.lab.history.start_up import start_up_cases

__all__ = [
    "MODES",
    "PROVING",
    "SUBJECTS",
    "Case",
    "Check",
    "backtest",
    "has_history",
    "has_targets",
    "place_of",
]

MODES = ("fed", "closed")
"""Prices of history fed in, and prices made by the rules."""

PROVING = (backtest_heavy_rare_earths.LEVEL, backtest_start_up.LEVEL)
"""Ids of levels that only prove rules; players do not see them in the list of levels."""

SUBJECTS = (backtest_nickel.LEVEL, backtest_bauxite.LEVEL, *PROVING, paired.CASE)
"""What can be compared with history: ids of levels, and the paired case."""


def backtest(subject: Level | str) -> tuple[Case, ...]:
    """Return all checks of a level in both price modes, or those of the paired case.

    Args:
        subject: A level whose targets are known (see ``has_targets``), or an id in ``SUBJECTS``.

    Raises:
        KeyError: There are no targets for it.
        LevelError: A level that it needs cannot be loaded.
    """
    if subject == paired.CASE:
        return (pair_case(_shipped(backtest_nickel.LEVEL), _shipped(backtest_bauxite.LEVEL)),)
    level = _shipped(subject) if isinstance(subject, str) else subject
    cases = _BY_LEVEL[level.id]
    return tuple(case for mode in MODES for case in cases(level, mode))


def has_history(level: Level) -> bool:
    """Whether any state of the level has a historical path."""
    return any(orders for state in level.states for orders in state.path)


def has_targets(level: Level) -> bool:
    """Whether history's figures for the level are known."""
    return level.id in _BY_LEVEL


def place_of(named: str) -> str:
    """Return where a subject's level is read from: the path of a proving level, else the name."""
    proving = PROGRAM_FOLDER / "levels" / "proving" / f"{named}.yaml"
    return str(proving) if named in PROVING else named


def _shipped(level_id: str) -> Level:
    return load_level(place_of(level_id)).level


def _bauxite(level: Level, mode: str) -> tuple[Case, ...]:
    return bauxite_cases(level, _shipped(backtest_nickel.LEVEL), mode)


_BY_LEVEL: dict[str, Callable[[Level, str], tuple[Case, ...]]] = {
    backtest_nickel.LEVEL: nickel_cases,
    backtest_bauxite.LEVEL: _bauxite,
    backtest_heavy_rare_earths.LEVEL: heavy_cases,
    backtest_start_up.LEVEL: start_up_cases,
}
