"""The one place that asks whether the installed pygame is the right one."""

from __future__ import annotations

import pygame


class WrongPygame(RuntimeError):
    """Plain `pygame` (or an emptied module) is installed where `pygame-ce` is needed."""


class NoDisplay(RuntimeError):
    """No window can be opened on this machine."""


def require_pygame_ce() -> None:
    """Raise `WrongPygame`, with cause and remedy in one sentence, unless pygame-ce is installed."""
    if not getattr(pygame, "IS_CE", False):
        raise WrongPygame(
            "This game needs pygame-ce, but another pygame is installed; run "
            "`python -m pip uninstall -y pygame pygame-ce` and then "
            "`python -m pip install pygame-ce`."
        )
