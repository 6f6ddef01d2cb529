"""Lines in and out: wrapping, choices, odd input."""

from io import BytesIO, StringIO, TextIOWrapper

import pytest

from game.terminal.screen import Leave, Screen
from game.text.catalogue import Catalogue


def screen(lines: str = "", width: int = 40) -> tuple[Screen, StringIO]:
    shown = StringIO()
    return Screen(StringIO(lines), shown, Catalogue(), width), shown


@pytest.mark.parametrize("width", [20, 33, 79, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    page, shown = screen(width=width)
    page.heading("A heading that is longer than many narrow windows are wide")
    page.line("Ore pays today, yet most of its value is added abroad. " * 4, indent=4)
    page.items(["one", "two words and then some more words to wrap"])
    assert max(len(row) for row in shown.getvalue().splitlines()) <= width


def test_numbers_and_their_units_stay_on_one_line() -> None:
    page, shown = screen(width=20)
    page.line("The treasury has US$\u00a0610\u00a0m left.")
    rows = shown.getvalue().splitlines()
    assert any("US$ 610 m" in row for row in rows)
    assert "\u00a0" not in shown.getvalue()


def test_a_choice_explains_itself_until_it_is_understood() -> None:
    page, shown = screen("what\n9\n0\n²\n99999999999\n2\n")
    assert page.pick("Title", ["a", "b", "c"]) == 1
    assert shown.getvalue().count("Please type a number from 1 to 3") == 5


@pytest.mark.parametrize("word", ["back", "b", ""])
def test_back_goes_back(word: str) -> None:
    assert screen(f"{word}\n")[0].pick("Title", ["a"]) is None


@pytest.mark.parametrize("lines", ["", "q\n", "quit\n", "exit\n"])
def test_the_end_of_input_and_quit_leave(lines: str) -> None:
    with pytest.raises(Leave):
        screen(lines)[0].pick("Title", ["a"])


def test_yes_and_no() -> None:
    assert screen("yes\n")[0].confirm("Sure?")
    assert not screen("no\n")[0].confirm("Sure?")
    page, shown = screen("maybe\ny\n")
    assert page.confirm("Sure?")
    assert "Please type “yes” or “no”." in shown.getvalue()


def test_control_characters_and_bytes_that_are_no_text_do_no_harm() -> None:
    page, _ = screen("\x1b[2Jlook\x07\n")
    assert page.ask(">") == "[2Jlook"
    broken = TextIOWrapper(BytesIO(b"\xff\xfe\n"), encoding="utf-8")
    assert Screen(broken, StringIO(), Catalogue()).ask(">") == "?"


def test_a_very_long_line_is_cut() -> None:
    page, _ = screen("x" * 5_000 + "\n")
    assert len(page.ask(">")) <= 400
