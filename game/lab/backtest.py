"""Back-tests: the model beside history, first with prices fed in, then with the price block closed.

Targets and tolerances are those of the project's history table (BT1, BT2, BT4, BT5), with the
paired case PAIR beside them; each check prints its value, its band and a verdict. A starred check
that fails rejects a build.
"""

from collections.abc import Callable

from game.content.library import load_level
from game.engine.definitions import Level
from game.lab import backtest_bauxite, backtest_nickel, paired
from game.lab.backtest_bauxite import bauxite_cases
from game.lab.backtest_checks import Case, Check
from game.lab.backtest_nickel import nickel_cases
from game.lab.paired import pair_case

__all__ = ["MODES", "SUBJECTS", "Case", "Check", "backtest", "has_history", "has_targets"]

MODES = ("fed", "closed")
"""Prices of history fed in, and prices made by the rules."""

SUBJECTS = (backtest_nickel.LEVEL, backtest_bauxite.LEVEL, paired.CASE)
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


def _shipped(level_id: str) -> Level:
    return load_level(level_id).level


def _bauxite(level: Level, mode: str) -> tuple[Case, ...]:
    return bauxite_cases(level, _shipped(backtest_nickel.LEVEL), mode)


_BY_LEVEL: dict[str, Callable[[Level, str], tuple[Case, ...]]] = {
    backtest_nickel.LEVEL: nickel_cases,
    backtest_bauxite.LEVEL: _bauxite,
}
