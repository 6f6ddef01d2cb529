"""Standard input and output as they may be found: closed, full, in another code page, cut off."""

import os
import sys
from typing import TextIO


def prepare_streams() -> None:
    """Make the three streams safe to use: none is missing, and no sign stops the game.

    A program started without a console, or by a shell that closed a stream, has None in its place.
    What is written there is lost anyway, and reading finds the end at once.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - stays open to the end
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        # A console in another code page shows "?" for a sign it lacks instead of stopping the game.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


def give_up_output() -> None:
    """Let what waits to be written go, so that the end of the program does not complain again."""
    try:
        number = os.open(os.devnull, os.O_WRONLY)
        os.dup2(number, sys.stdout.fileno())
        os.close(number)
    except (OSError, ValueError):  # a stream of a test or of another program has no number
        return
