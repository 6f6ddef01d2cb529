"""Whether everything that a level file names exists: ids, figures, levers, cited rows."""

from __future__ import annotations

from game.content.faults import Problem
from game.content.opening import OpenedFile


def reference_problems(opened: OpenedFile) -> list[Problem]:
    """Every name in the file that leads nowhere; empty for a file that could not be read."""
    return []
