"""Breaking, shortening and drawing text."""

from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.fonts import FontBook
from game.ui.icons import IconSet
from game.ui.look import Look
from game.ui.rich_text import parse_runs, place_runs
from game.ui.text_layout import clean, ellipsize, wrap
from game.ui.text_render import TextRenderer
from game.ui.widgets.labels import Label
from game.ui.widgets.paragraphs import Paragraph

WORDS = st.text(alphabet="abcde \u200b\n", max_size=80)


def letters(text: str) -> float:
    return float(len(text))


def test_wrap_breaks_at_spaces_and_zero_width_spaces() -> None:
    assert wrap("ore pays today", 8, letters) == ["ore pays", "today"]
    assert wrap("แร่\u200bนิก\u200bเกิล", 6, letters) == ["แร่นิก", "เกิล"]
    assert wrap("one\n\ntwo", 10, letters) == ["one", "", "two"]


def test_wrap_cuts_words_that_are_too_long() -> None:
    assert wrap("abcdefgh", 3, letters) == ["abc", "def", "gh"]


@given(WORDS, st.integers(1, 30))
def test_wrap_fits_and_loses_no_letter(text: str, width: int) -> None:
    lines = wrap(text, width, letters)
    assert lines
    assert all(len(line) <= width for line in lines)
    kept = "".join(lines).replace(" ", "")
    assert kept == text.replace(" ", "").replace("\u200b", "").replace("\n", "")


@given(st.text(alphabet="abc ", max_size=40), st.integers(1, 40))
def test_ellipsis_only_where_needed(text: str, width: int) -> None:
    shown = ellipsize(text, width, letters)
    assert len(shown) <= max(1, width)
    assert (shown == text) == (len(text) <= width)
    assert shown == text or shown.endswith("…")


@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_can_be_drawn(text: str) -> None:
    renderer = TextRenderer()
    image = renderer.surface(text, 13, "regular", (0, 0, 0))
    assert image.get_width() >= 1
    assert "\n" not in clean(text)


@pytest.mark.parametrize("text", ["\u200d", "\ufeff", "\u2060\u2060", "a\u200db", "\U000e0001"])
@pytest.mark.parametrize("tabular", [False, True])
def test_marks_without_width_can_be_drawn(text: str, tabular: bool) -> None:
    image = TextRenderer().surface(text, 13, "regular", (0, 0, 0), tabular=tabular)
    assert image.get_width() >= 1


def test_very_long_text_is_bounded() -> None:
    renderer = TextRenderer()
    assert renderer.surface("m" * 100_000, 22, "bold", (0, 0, 0)).get_width() < 16_384


def test_fit_is_never_wider_than_asked() -> None:
    renderer = TextRenderer()
    text = "Raise the ore export levy to twenty-five per cent"
    for width in (20, 60, 133, 240, 900):
        assert renderer.width(renderer.fit(text, width, 14), 14) <= width
    assert renderer.fit(text, 900, 14) == text


def test_measured_width_is_the_drawn_width() -> None:
    renderer = TextRenderer()
    for text in ("Indonesia", "2.4 bn $", "−40"):
        image = renderer.surface(text, 22, "semibold", (0, 0, 0))
        assert image.get_width() == renderer.width(text, 22, "semibold")


def test_letter_spacing_and_tabular_figures() -> None:
    renderer = TextRenderer()
    assert renderer.width("RULE", 11, "semibold", 0.6) > renderer.width("RULE", 11, "semibold")
    assert renderer.width("111", 13, tabular=True) == renderer.width("808", 13, tabular=True)


def test_larger_text_is_larger() -> None:
    look = Look()
    small = look.text.width("Nickel", 14)
    look.use(type(look.theme)(text_percent=150))
    assert look.text.width("Nickel", 14) == pytest.approx(small * 1.5, abs=2)


def test_text_leaves_ink_in_its_colour() -> None:
    image = TextRenderer().surface("H", 30, "bold", (200, 30, 40))
    solid = [
        image.get_at((x, y))[:3]
        for x in range(image.get_width())
        for y in range(image.get_height())
        if image.get_at((x, y)).a > 250
    ]
    assert solid
    assert all(abs(c[0] - 200) < 4 and abs(c[1] - 30) < 4 for c in solid)


def test_surface_cache_forgets_the_oldest() -> None:
    renderer = TextRenderer()
    renderer._surfaces.max_bytes = 200_000
    for number in range(200):
        renderer.surface(f"line {number}", 30, "regular", (0, 0, 0))
    assert renderer._surfaces.bytes <= 200_000
    assert len(renderer._surfaces) < 200


def test_missing_fonts_and_icons_do_not_crash(tmp_path: Path) -> None:
    renderer = TextRenderer(FontBook(tmp_path))
    assert renderer.surface("Nickel", 14, "bold", (0, 0, 0)).get_width() > 10
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons" / "broken.png").write_bytes(b"no picture")
    icons = IconSet(tmp_path)
    for name in ("absent", "broken"):
        assert icons.icon(name, 20, (1, 2, 3)).get_size() == (20, 20)
        assert not icons.has_icon(name)
    assert icons.flag("xx", 24, "rect").get_size() == (36, 24)


def test_icons_take_the_colour_asked_for(tmp_path: Path) -> None:
    (tmp_path / "icons").mkdir()
    white = pygame.Surface((96, 96), pygame.SRCALPHA)
    white.fill((255, 255, 255, 255))
    pygame.image.save(white, str(tmp_path / "icons" / "square.png"))
    image = IconSet(tmp_path).icon("square", 16, (11, 92, 138))
    assert image.get_at((8, 8))[:3] == pytest.approx((11, 92, 138), abs=1)


def test_rich_text_parts() -> None:
    runs = parse_runs("**Ore** pays today [1], not later. [H12]")
    assert [(r.text, r.bold, r.link) for r in runs if r.bold or r.link] == [
        ("Ore", True, ""), ("[1]", False, "1"), ("[H12]", False, "H12"),
    ]  # fmt: skip
    assert "".join(r.text for r in runs) == "Ore pays today [1], not later. [H12]"
    assert [(r.text, r.link) for r in parse_runs("a [not a link] b")] == [("a [not a link] b", "")]


@given(st.text(alphabet="ab *[]1 \n", max_size=60), st.integers(20, 200))
def test_rich_text_fits_and_loses_nothing(text: str, width: int) -> None:
    runs = parse_runs(text)
    placed = place_runs(runs, width, lambda part, weight: 7 * len(part))
    assert all(run.x >= 0 and (run.x + run.width <= width or len(run.text) == 1) for run in placed)
    whole = "".join(run.text for run in runs)
    assert "".join(run.text for run in placed) == whole.replace(" ", "").replace("\n", "")


def test_punctuation_stays_with_the_link() -> None:
    placed = place_runs(parse_runs("today [1], not"), 500, lambda part, weight: 7 * len(part))
    link = next(run for run in placed if run.link)
    comma = placed[placed.index(link) + 1]
    assert comma.text == ","
    assert comma.x == link.x + link.width


def test_paragraph_shortens_its_last_line() -> None:
    look = Look()
    paragraph = Paragraph("word " * 60, max_lines=2)
    lines = paragraph.lines(look, 200)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_label_explains_itself_when_cut() -> None:
    look = Look()
    label = Label("A rather long name of a policy")
    surface = pygame.Surface((300, 40))
    label.place(look, pygame.Rect(0, 0, 60, 20))
    label.paint(look, surface)
    assert label.tooltip_at((0, 0)) == "A rather long name of a policy"
    label.place(look, pygame.Rect(0, 0, 290, 20))
    label.paint(look, surface)
    assert label.tooltip_at((0, 0)) == ""
