"""Short sounds that stay silent where there is no audio device."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.ui.fonts import ASSETS


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """Keep what libraries below Python write about a missing device off the terminal.

    They write to the file itself, not to ``sys.stderr``; where there is none, nothing is done.
    """
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


class Sounds:
    """Plays `sounds/<name>.wav`. The mixer is opened at the first sound, never before."""

    def __init__(self, folder: Path = ASSETS / "sounds", enabled: bool = True) -> None:
        self.folder = folder
        self.enabled = enabled
        self.silent_reason = ""
        self._ready: bool | None = None
        self._loaded: dict[str, pygame.mixer.Sound | None] = {}

    def play(self, name: str) -> bool:
        """Play a sound; False (and silence) if it is off, missing or there is no device."""
        if not self.enabled or not self._open():
            return False
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        sound = self._loaded[name]
        if sound is None:
            return False
        sound.play()
        return True

    def _open(self) -> bool:
        if self._ready is None:
            try:
                with quiet_stderr():
                    pygame.mixer.init()
                self._ready = True
            except (pygame.error, NotImplementedError) as problem:
                self._ready = False
                self.silent_reason = str(problem)
        return self._ready

    def _load(self, name: str) -> pygame.mixer.Sound | None:
        try:
            return pygame.mixer.Sound(str(self.folder / f"{name}.wav"))
        except (pygame.error, OSError):
            return None

    def close(self) -> None:
        """Give the device back."""
        if self._ready:
            self._loaded.clear()
            pygame.mixer.quit()
        self._ready = None
