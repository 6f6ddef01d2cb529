"""Font files by weight, opened when first needed, with a fall-back that is always there."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import pygame

Weight = Literal["regular", "medium", "semibold", "bold", "italic"]

ASSETS: Final = Path(__file__).resolve().parents[2] / "assets"

# For each weight the file names tried, best first.
_FILES: Final[dict[Weight, tuple[str, ...]]] = {
    "regular": ("Inter-Regular.ttf",),
    "medium": ("Inter-Medium.ttf", "Inter-Regular.ttf"),
    "semibold": ("Inter-SemiBold.ttf", "Inter-Bold.ttf", "Inter-Medium.ttf"),
    "bold": ("Inter-Bold.ttf", "Inter-SemiBold.ttf", "Inter-Medium.ttf"),
    "italic": ("Inter-Italic.ttf", "Inter-Regular.ttf"),
}


class FontBook:
    """Opens fonts of `folder` by weight and pixel size; falls back to pygame's own font."""

    def __init__(self, folder: Path = ASSETS / "fonts") -> None:
        self.folder = folder
        self._open: dict[tuple[Weight, int], pygame.font.Font] = {}

    def font(self, weight: Weight, pixels: int) -> pygame.font.Font:
        """The font of a weight at `pixels` high; never raises for a missing or broken file."""
        key = (weight, pixels)
        if key not in self._open:
            if not pygame.font.get_init():
                pygame.font.init()
            self._open[key] = self._load(weight, pixels)
        return self._open[key]

    def _load(self, weight: Weight, pixels: int) -> pygame.font.Font:
        for name in _FILES[weight]:
            path = self.folder / name
            if path.is_file():
                try:
                    return pygame.font.Font(str(path), pixels)
                except (pygame.error, OSError):
                    continue
        fallback = pygame.font.Font(None, pixels)
        fallback.bold = weight in ("semibold", "bold")
        fallback.italic = weight == "italic"
        return fallback
