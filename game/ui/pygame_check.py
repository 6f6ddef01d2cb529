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


def window_driver() -> str:
    """Return the name of the driver that shows the open window; empty when none is open."""
    return pygame.display.get_driver() if pygame.display.get_init() else ""
