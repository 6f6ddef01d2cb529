"""Colours keep their contrast; sizes follow window and text size."""

import pytest

from game.ui.theme import (
    HIGH_CONTRAST,
    NORMAL,
    TEXT_PAIRS,
    Palette,
    Theme,
    contrast,
    mix,
    rgb,
)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert contrast((9, 9, 9), (9, 9, 9)) == pytest.approx(1.0)


@pytest.mark.parametrize("palette", [NORMAL, HIGH_CONTRAST], ids=["normal", "high"])
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_has_contrast(palette: Palette, pair: tuple[str, str]) -> None:
    text, ground = (getattr(palette, tone) for tone in pair)
    assert contrast(text, ground) >= 4.5


def test_disabled_text_and_focus_ring_can_be_seen() -> None:
    assert contrast(NORMAL.disabled_ink, NORMAL.disabled_fill) >= 3.0
    assert contrast(NORMAL.focus, NORMAL.page) >= 3.0
    assert contrast(NORMAL.focus_on_navy, NORMAL.navy) >= 3.0


def test_high_contrast_is_stronger_for_captions() -> None:
    assert contrast(HIGH_CONTRAST.muted, HIGH_CONTRAST.surface) > 7
    assert contrast(HIGH_CONTRAST.muted, HIGH_CONTRAST.surface) > contrast(
        NORMAL.muted, NORMAL.surface
    )


@pytest.mark.parametrize(
    ("size", "zoom"),
    [((1, 1), 1.0), ((1024, 640), 1.0), ((1600, 900), 1.0), ((2560, 1440), 1.5),
     ((3840, 2160), 2.25), ((16384, 900), 1.0)],
)  # fmt: skip
def test_zoom_follows_the_window(size: tuple[int, int], zoom: float) -> None:
    assert Theme.for_window(size).zoom == zoom


def test_text_size_grows_controls_but_not_gaps() -> None:
    theme = Theme(text_percent=150)
    assert (theme.px(20), theme.gap(20)) == (30, 20)


def test_unknown_tone_is_named() -> None:
    with pytest.raises(ValueError, match="magenta"):
        Theme().color("magenta")


def test_rgb_and_mix() -> None:
    assert rgb("0b5c8a") == (11, 92, 138)
    assert mix((0, 0, 0), (100, 200, 50), 0.5) == (50, 100, 25)
