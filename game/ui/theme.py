"""Colours, sizes and the scale factor of the window.

Colours are 8-bit RGB triples.  Every pair of text and ground listed in `TEXT_PAIRS` has a contrast
of at least 4.5:1 (WCAG 2.1 AA); a test computes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

Color = tuple[int, int, int]

FONT_SIZES: Final = (11, 12, 13, 14, 15, 18, 20, 22, 30)
TEXT_PERCENTS: Final = (100, 125, 150)
MIN_SIZE: Final = (1024, 640)
MAX_SIZE: Final = (7680, 4320)


def rgb(code: str) -> Color:
    """The triple of a six-digit hexadecimal colour code: `rgb("0b5c8a")` is `(11, 92, 138)`."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


@dataclass(frozen=True, slots=True)
class Palette:
    """Named colours. The names are the `tone` arguments of widgets."""

    page: Color = rgb("f3f6f8")
    surface: Color = rgb("ffffff")
    surface_alt: Color = rgb("f8fafc")
    line: Color = rgb("dbe2e8")
    line_soft: Color = rgb("eaeff3")
    track: Color = rgb("e2e8ed")
    ink: Color = rgb("15222d")
    ink_soft: Color = rgb("425361")
    muted: Color = rgb("576775")
    disabled_ink: Color = rgb("6b7986")
    disabled_fill: Color = rgb("eef1f4")
    navy: Color = rgb("0f202e")
    navy_raised: Color = rgb("1b3041")
    navy_line: Color = rgb("2c4458")
    on_navy: Color = rgb("ffffff")
    on_navy_soft: Color = rgb("adbecb")
    blue: Color = rgb("0b5c8a")
    blue_dark: Color = rgb("084a70")
    blue_tint: Color = rgb("e6f1f8")
    blue_faint: Color = rgb("f8fcfe")
    on_blue_soft: Color = rgb("cfe3f0")
    band: Color = rgb("96c1db")
    band_soft: Color = rgb("c4ddec")
    amber: Color = rgb("eca834")
    amber_soft: Color = rgb("f8cd80")
    amber_wash: Color = rgb("f9e3bc")
    amber_tint: Color = rgb("fdf3de")
    amber_ink: Color = rgb("8a5504")
    amber_deep: Color = rgb("462c04")
    amber_line: Color = rgb("ce840a")
    amber_dusk: Color = rgb("3a2c18")
    good: Color = rgb("007258")
    good_tint: Color = rgb("e0f3ed")
    good_on_navy: Color = rgb("62d6b4")
    bad: Color = rgb("ab3f05")
    bad_tint: Color = rgb("fdece1")
    bad_soft: Color = rgb("e0a38b")
    bad_on_navy: Color = rgb("f5a06a")
    slate: Color = rgb("92a1ae")
    slate_wash: Color = rgb("dde3e8")
    violet: Color = rgb("63356f")
    paper: Color = rgb("fbf8f0")
    focus: Color = rgb("0b5c8a")
    focus_on_navy: Color = rgb("f8cd80")
    shadow: Color = rgb("0f202e")


NORMAL: Final = Palette()
HIGH_CONTRAST: Final = replace(
    NORMAL,
    muted=rgb("2f3d49"),
    ink=rgb("000000"),
    ink_soft=rgb("1d2b36"),
    disabled_ink=rgb("4d5a66"),
    line=rgb("6b7986"),
    line_soft=rgb("a9b5bf"),
    track=rgb("b8c4ce"),
    on_navy_soft=rgb("e3ebf1"),
    amber_ink=rgb("5c3902"),
    blue=rgb("084a70"),
    good=rgb("00523f"),
    bad=rgb("8a2f00"),
    band=rgb("5b9cc4"),
)

# (text tone, ground tone) pairs the widgets draw.
TEXT_PAIRS: Final[tuple[tuple[str, str], ...]] = (
    *(
        (t, g)
        for t in ("ink", "ink_soft", "muted", "blue", "good", "bad", "amber_ink")
        for g in ("surface", "surface_alt", "page", "blue_faint")
    ),
    ("ink", "blue_tint"),
    ("muted", "blue_tint"),
    ("blue", "blue_tint"),
    ("ink_soft", "blue_tint"),
    ("ink", "amber_tint"),
    ("amber_ink", "amber_tint"),
    ("amber_deep", "amber_tint"),
    ("ink_soft", "amber_tint"),
    ("ink", "amber_wash"),
    ("ink_soft", "amber_wash"),
    ("good", "good_tint"),
    ("ink_soft", "good_tint"),
    ("ink_soft", "bad_tint"),
    ("bad", "bad_tint"),
    ("ink", "bad_tint"),
    ("ink", "good_tint"),
    ("on_navy", "navy"),
    ("on_navy_soft", "navy"),
    ("on_navy", "navy_raised"),
    ("on_navy_soft", "navy_raised"),
    ("good_on_navy", "navy"),
    ("bad_on_navy", "navy"),
    ("amber", "navy"),
    ("amber", "amber_dusk"),
    ("on_navy", "amber_dusk"),
    ("bad_on_navy", "amber_dusk"),
    ("good_on_navy", "amber_dusk"),
    ("on_navy_soft", "amber_dusk"),
    ("surface", "blue"),
    ("surface", "blue_dark"),
    ("on_blue_soft", "blue"),
    ("ink", "amber"),
    ("ink_soft", "slate_wash"),
    ("ink", "slate_wash"),
    ("ink", "paper"),
    ("ink_soft", "paper"),
    ("amber_ink", "paper"),
    ("muted", "paper"),
    ("ink", "band_soft"),
    ("ink", "line_soft"),
    ("ink_soft", "line_soft"),
    ("surface", "good"),
    ("surface", "bad"),
)


def luminance(color: Color) -> float:
    """Relative luminance 0–1 of an sRGB colour (WCAG 2.1, definition of relative luminance)."""

    def channel(value: int) -> float:
        c = value / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    r, g, b = (channel(v) for v in color)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Color, b: Color) -> float:
    """Contrast ratio of two colours, 1 (same) to 21 (black on white)."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(a: Color, b: Color, share: float) -> Color:
    """The colour `share` of the way from `a` (0) to `b` (1)."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette and two factors: `zoom` for everything, `text_percent` for text and controls."""

    palette: Palette = field(default=NORMAL)
    text_percent: int = 100
    zoom: float = 1.0

    @classmethod
    def for_window(
        cls, size: tuple[int, int], text_percent: int = 100, high_contrast: bool = False
    ) -> Theme:
        """The theme for a window of `size` pixels: zoomed in quarter steps above 1600×900."""
        fit = min(size[0] / 1600, size[1] / 900)
        zoom = max(1.0, min(2.5, int(fit * 4) / 4))
        return cls(HIGH_CONTRAST if high_contrast else NORMAL, text_percent, zoom)

    @property
    def text_scale(self) -> float:
        """Factor from a nominal font size to pixels."""
        return self.zoom * self.text_percent / 100

    def px(self, value: float) -> int:
        """Pixels of a control, icon or line height of nominal size `value`."""
        return round(value * self.text_scale)

    def gap(self, value: float) -> int:
        """Pixels of empty space of nominal size `value` (does not grow with the text)."""
        return round(value * self.zoom)

    def color(self, tone: str) -> Color:
        """The colour of a tone name; `ValueError` for a name the palette does not have."""
        try:
            found: Color = getattr(self.palette, tone)
        except AttributeError:
            raise ValueError(f"unknown tone {tone!r}") from None
        return found
