"""The keyboard reaches everything, in order, and stays inside dialogs."""

from collections.abc import Callable

import pygame

from game.ui.drive import Driver
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Grid, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.dialog import ask, toast
from game.ui.widgets.labels import Label
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Tabs

Drive = Callable[..., Driver]


def three_buttons() -> Widget:
    return Column(
        padding=20,
        children=[
            Label("Buttons"),
            Row(children=[Button("a", "A"), Button("b", "B", enabled=False), Button("c", "C")]),
            Button("d", "D"),
            Button("e", "E", visible=False),
        ],
    )


def test_tab_order_is_reading_order_without_disabled_and_hidden(drive: Drive) -> None:
    driver = drive(three_buttons)
    assert driver.focusable_ids() == ["a", "c", "d"]
    seen = []
    for _ in range(4):
        driver.press("tab")
        seen.append(driver.focused_id())
    assert seen == ["a", "c", "d", "a"]
    driver.press("shift+tab")
    assert driver.focused_id() == "d"


def test_first_shift_tab_goes_to_the_last(drive: Drive) -> None:
    driver = drive(three_buttons)
    driver.press("shift+tab")
    assert driver.focused_id() == "d"


def test_arrows_move_by_direction(drive: Drive) -> None:
    driver = drive(
        lambda: Grid(columns=3, padding=20, children=[Button(f"g{n}", str(n)) for n in range(9)])
    )
    driver.press("tab", "right", "down", "down", "left", "up", "up", "up")
    assert driver.focused_id() == "g0"


def test_focus_ring_only_when_the_keyboard_is_used(drive: Drive) -> None:
    driver = drive(three_buttons)
    ring = driver.app.look.color("focus")

    def ring_drawn() -> bool:
        rect = driver.widget("a").rect.inflate(6, 6)
        return driver.app.screen.get_at((rect.centerx, rect.top))[:3] == ring

    driver.click("a")
    assert driver.focused_id() == "a"
    assert not ring_drawn()
    driver.press("tab", "shift+tab")
    assert ring_drawn()


def test_dialog_traps_the_focus_and_gives_it_back(drive: Drive) -> None:
    answers: list[str] = []
    driver = drive(three_buttons)
    driver.press("tab", "tab")
    ask(driver.root, "q", "Sure?", "Text", "Yes", "No", lambda: answers.append("yes"))
    assert driver.focused_id() == "q-no"
    assert driver.focusable_ids() == ["q-close", "q-no", "q-yes"]
    for _ in range(7):
        driver.press("tab")
        assert driver.focused_id().startswith("q-")
    driver.click_at(driver.widget("a").rect.center)
    assert driver.focused_id().startswith("q-")
    driver.press("esc")
    assert driver.root.find("q") is None
    assert driver.focused_id() == "c"
    assert answers == []


def test_focus_cannot_be_sent_behind_a_dialog(drive: Drive) -> None:
    driver = drive(three_buttons)
    ask(driver.root, "q", "Sure?", "Text", "Yes", "No", lambda: None)
    driver.root.set_focus(driver.widget("a"))
    assert driver.focused_id() == "q-no"


def test_dialog_keeps_keys_from_the_scene(drive: Drive) -> None:
    driver = drive(three_buttons)
    ask(driver.root, "q", "Sure?", "Text", "Yes", "No", lambda: None)
    driver.press("z")
    driver.press("esc")
    driver.press("y")
    assert driver.app.scene.keys == [pygame.K_y]
    assert driver.app.scene.went_back == 0
    driver.press("esc")
    assert driver.app.scene.went_back == 1


def test_answer_yes_by_mouse_and_by_keyboard(drive: Drive) -> None:
    answers: list[int] = []
    driver = drive(three_buttons)
    ask(driver.root, "q", "Sure?", "Text", "Yes", "No", lambda: answers.append(1))
    driver.click("q-yes")
    ask(driver.root, "q", "Sure?", "Text", "Yes", "No", lambda: answers.append(2))
    driver.press("tab", "enter")
    assert answers == [1, 2]


def test_toast_takes_no_focus_and_goes_away(drive: Drive, clock: object) -> None:
    driver = drive(three_buttons)
    driver.press("tab")
    toast(driver.root, "Saved.", lasts_ms=3000)
    driver.run_until_idle()
    assert driver.focused_id() == "a"
    assert driver.root.find("toast") is not None
    clock.seconds += 3.1
    driver.run_until_idle()
    assert driver.root.find("toast") is None


def test_focus_scrolls_into_view(drive: Drive) -> None:
    def make() -> Widget:
        buttons = [Button(f"b{n}", f"Line {n}") for n in range(40)]
        return ScrollArea("area", Column(children=buttons))

    driver = drive(make)
    area = driver.widget("area").rect
    for _ in range(40):
        driver.press("tab")
        assert area.contains(driver.widget(driver.focused_id()).rect)
    driver.press("tab")
    assert area.contains(driver.widget("b0").rect)


def test_rebuild_keeps_focus_and_scroll_offset(drive: Drive) -> None:
    def make() -> Widget:
        return ScrollArea("area", Column(children=[Button(f"b{n}", "x") for n in range(40)]))

    driver = drive(make)
    for _ in range(30):
        driver.press("tab")
    offset = driver.widget("area").offset
    driver.app.scene.rebuild()
    driver.run_until_idle()
    assert offset > 0
    assert driver.focused_id() == "b29"
    assert driver.widget("area").offset == offset


def test_tooltip_comes_after_a_while_also_for_disabled(drive: Drive, clock: object) -> None:
    driver = drive(
        lambda: Row(
            padding=30,
            across="start",
            children=[Button("no", "Send", enabled=False, tooltip="Save your prediction first.")],
        )
    )
    driver.move_to(driver.spot("no"))
    assert driver.root.tooltip == ""
    clock.seconds += 1
    driver.run_until_idle()
    assert driver.root.tooltip == "Save your prediction first."
    driver.move_to((1000, 600))
    assert driver.root.tooltip == ""


def test_tooltip_for_the_keyboard(drive: Drive, clock: object) -> None:
    driver = drive(lambda: Row(children=[Button("a", "A", tooltip="What A does")]))
    driver.press("tab")
    clock.seconds += 1
    driver.run_until_idle()
    assert driver.root.tooltip == "What A does"


def test_tabs_are_one_stop(drive: Drive) -> None:
    chosen: list[str] = []
    options = [Option("x", "X"), Option("y", "Y", enabled=False), Option("z", "Z")]
    driver = drive(
        lambda: Column(children=[Tabs("t", options, "x", chosen.append), Button("after", "A")])
    )
    assert driver.focusable_ids() == ["t", "after"]
    driver.press("tab", "right", "right", "home", "end", "tab")
    assert chosen == ["z", "x", "z"]
    assert driver.focused_id() == "after"
