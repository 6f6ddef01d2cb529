"""Each widget answers mouse and keyboard."""

from collections.abc import Callable

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.drive import Driver, NoSuchWidget, parse_key
from game.ui.look import Look
from game.ui.widget import Widget
from game.ui.widgets.bars import SignedBar
from game.ui.widgets.boxes import Column
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import SelectCard
from game.ui.widgets.chain import ChainStage, ChainStrip
from game.ui.widgets.chart import ChartMarker, LineChart, Series
from game.ui.widgets.choices import Checkbox, radio_group
from game.ui.widgets.dropdown import Dropdown
from game.ui.widgets.entry import Entry
from game.ui.widgets.forecast import RangeBar, RangeMarks
from game.ui.widgets.labels import Delta, Label
from game.ui.widgets.lists import ListItem, ListView
from game.ui.widgets.paragraphs import RichText
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.sliders import Slider, Stepper
from game.ui.widgets.tables import Table, TableColumn
from game.ui.widgets.tabs import Option, Pills, Segmented
from game.ui.widgets.tiles import StatTile, TileData
from game.ui.widgets.whytree import WhyRow, WhyTree

Drive = Callable[..., Driver]
OPTIONS = [Option("a", "Alpha"), Option("b", "Beta"), Option("c", "Gamma")]


def column(*children: Widget) -> Callable[[], Widget]:
    return lambda: Column(padding=24, gap=12, children=children)


def test_button_by_mouse_keyboard_and_program(drive: Drive) -> None:
    pressed: list[int] = []
    driver = drive(column(Button("go", "Go", lambda: pressed.append(1))))
    driver.click("go")
    driver.press("tab", "enter", "space")
    assert driver.widget("go").activate()
    assert len(pressed) == 4


def test_button_let_go_outside_does_nothing(drive: Drive) -> None:
    pressed: list[int] = []
    driver = drive(column(Button("go", "Go", lambda: pressed.append(1))))
    driver.drag(driver.spot("go"), (900, 600))
    assert pressed == []


def test_disabled_button_does_nothing_and_looks_different(drive: Drive) -> None:
    pressed: list[int] = []
    button = Button("go", "Go", lambda: pressed.append(1), kind="primary")
    driver = drive(column(button))
    spot = (button.rect.x + 12, button.rect.centery)
    before = driver.app.screen.get_at(spot)
    button.set_enabled(False)
    driver.click("go")
    driver.move_to((1000, 600))
    assert not button.activate()
    assert pressed == []
    assert driver.app.screen.get_at(spot) != before


def test_children_of_a_disabled_card_are_disabled(drive: Drive) -> None:
    pressed: list[int] = []
    card = SelectCard("card", [Button("in", "In", lambda: pressed.append(1))], enabled=False)
    driver = drive(column(card))
    driver.click("in")
    assert pressed == []
    assert driver.focusable_ids() == []


def test_enter_on_a_slider_does_not_choose_the_card_around_it(drive: Drive) -> None:
    pressed: list[int] = []
    card = SelectCard("card", [Slider("s", 5, 1)], lambda: pressed.append(1))
    driver = drive(column(card))
    driver.press("tab", "enter", "tab", "enter", "space")
    assert driver.focused_id() == "s"
    assert pressed == [1]


def test_slider_by_keyboard(drive: Drive) -> None:
    seen: list[int] = []
    driver = drive(column(Slider("s", 12, 4, seen.append)))
    driver.press("tab", "right", "up", "left", "pageup", "end", "right", "home", "left", "down")
    assert seen == [5, 6, 5, 8, 11, 0]


def test_slider_by_mouse(drive: Drive) -> None:
    seen: list[int] = []
    driver = drive(column(Slider("s", 11, 0, seen.append)))
    driver.click("s/7")
    driver.drag(driver.spot("s/knob"), driver.spot("s/2"))
    assert seen == [7, 2]


@given(st.integers(1, 12), st.integers(-3, 20), st.integers(40, 900))
def test_slider_steps_lie_inside_and_are_found_again(count: int, index: int, width: int) -> None:
    slider = Slider("s", count, index)
    slider.place(Look(), pygame.Rect(10, 0, width, 24))
    assert 0 <= slider.index < count
    for step in range(count):
        x = slider.step_x(step)
        assert 10 <= x <= 10 + width
        assert slider.step_x(slider.nearest(x)) == x


def test_stepper(drive: Drive) -> None:
    seen: list[int] = []
    driver = drive(column(Stepper("n", 3, 1, 5, seen.append)))
    driver.click("n/more")
    driver.click("n/less")
    driver.press("end", "right", "home", "left")
    assert seen == [4, 3, 5, 1]


def test_checkbox(drive: Drive) -> None:
    seen: list[bool] = []
    driver = drive(column(Checkbox("c", "Less motion", on_change=seen.append)))
    driver.click("c")
    driver.press("space")
    assert seen == [True, False]


@pytest.mark.parametrize("kind", [Segmented, Pills])
def test_choice_rows(drive: Drive, kind: type[Segmented] | type[Pills]) -> None:
    seen: list[str] = []
    driver = drive(column(kind("k", OPTIONS, "a", seen.append)))
    driver.click("k/c")
    driver.press("left", "left", "left")
    assert seen == ["c", "b", "a"]


def test_radio_cards(drive: Drive) -> None:
    seen: list[str] = []
    driver = drive(
        column(radio_group("r", OPTIONS, "a", seen.append, signs=(1, 0, -1), numbered=True))
    )
    driver.click("r-b")
    driver.press("right", "enter")
    assert seen == ["b", "c"]


def test_dropdown(drive: Drive) -> None:
    seen: list[str] = []
    driver = drive(column(Dropdown("d", OPTIONS, "a", seen.append)))
    driver.click("d")
    assert driver.focused_id() == "d-list"
    driver.click("d-list/c")
    assert driver.root.find("d-list") is None
    driver.press("down", "up", "enter")
    driver.click("d")
    driver.press("esc")
    driver.click("d")
    driver.click_at((1000, 620))
    assert driver.root.find("d-list") is None
    assert seen == ["c", "b"]


def test_entry(drive: Drive) -> None:
    sent: list[str] = []
    entry = Entry("e", on_submit=sent.append, max_length=8)
    driver = drive(column(entry))
    driver.press("tab")
    driver.type("Nickel")
    driver.press("home", "delete", "end", "backspace", "left")
    driver.type("é\n")
    assert entry.text == "ickée"
    driver.type("0123456789")
    driver.press("enter")
    assert sent == ["ické012e"]
    assert driver.app.scene.keys == []


def test_entry_takes_letters_from_shortcuts_but_not_tab(drive: Drive) -> None:
    driver = drive(column(Entry("e"), Button("b", "B")))
    driver.press("tab", "x")
    assert driver.app.scene.keys == []
    driver.press("tab", "x")
    assert driver.app.scene.keys == [pygame.K_x]


def test_list(drive: Drive) -> None:
    chosen: list[str] = []
    opened: list[str] = []
    items = [ListItem("a", "A"), ListItem("b", "B", enabled=False), ListItem("c", "C", "caption")]
    driver = drive(column(ListView("l", items, "a", chosen.append, opened.append)))
    driver.click("l/b")
    driver.click("l/c")
    driver.click("l/c")
    driver.press("up", "enter")
    assert chosen == ["c", "a"]
    assert opened == ["c", "a"]


def test_table_rows(drive: Drive) -> None:
    opened: list[int] = []
    table = Table(
        "t", [TableColumn("A", 1), TableColumn("B", align="right")],
        [["x", "1"], ["y", "22"], ["short"]], on_row=opened.append,
    )  # fmt: skip
    driver = drive(column(table))
    driver.click("t/1")
    driver.press("down", "enter", "up", "up", "enter")
    assert opened == [1, 2, 0]


def test_rich_text_links(drive: Drive) -> None:
    opened: list[str] = []
    driver = drive(column(RichText("r", "One [1] and two [2].", on_link=opened.append)))
    driver.click("r/2")
    driver.press("enter", "right", "enter")
    assert opened == ["2", "1", "2"]


def test_tile_asks_why_and_lights_up(drive: Drive) -> None:
    asked: list[str] = []
    dull = StatTile("t", TileData("Jobs", "318 k", "+12 k", 1), lambda: asked.append("jobs"))
    lit = StatTile("u", TileData("Autonomy", "31", "−5", -1, share=0.3, lit=True))
    driver = drive(column(dull, lit))
    driver.click("t")
    assert asked == ["jobs"]
    ground = driver.app.screen.get_at((lit.rect.x + 4, lit.rect.centery))[:3]
    assert ground == driver.app.look.color("amber_dusk")
    assert driver.focusable_ids() == ["t"]


def test_narrow_tile_shows_the_change_below(drive: Drive) -> None:
    look = Look()
    surface = pygame.Surface((400, 80))
    tile = StatTile("t", TileData("Revenue", "610 m $", "−40", -1, share=0.9))
    for width in (400, 100):
        surface.fill((0, 0, 0))
        tile.place(look, pygame.Rect(0, 0, width, 60))
        tile.paint(look, surface)
        below = surface.subsurface((0, 45, width, 15))
        orange = look.color("bad_on_navy")
        found = any(below.get_at((x, y))[:3] == orange for x in range(width) for y in range(15))
        assert found == (width == 100)


def test_delta_says_it_with_arrow_and_tone() -> None:
    assert Delta("+3", 1).tone() == "good"
    assert Delta("+3", 1, good=False).tone() == "bad"
    assert Delta("−3", -1, dark=True).tone() == "bad_on_navy"
    assert Delta("0", 0).tone() == "ink_soft"
    assert Delta("+3", 1, good=None).tone() == "ink_soft"


@given(
    st.floats(-1e6, 1e6), st.floats(-1e6, 1e6),
    st.floats(-1e7, 1e7), st.integers(1, 500),
)  # fmt: skip
def test_forecast_marks_stay_on_the_track(
    low: float, high: float, value: float, width: int
) -> None:
    bar = RangeBar(RangeMarks(low, high, (value, high), value, value, low))
    bar.place(Look(), pygame.Rect(7, 0, width, 20))
    assert 7 <= bar.x(value) <= 7 + width
    bar.paint(Look(), pygame.Surface((520, 20)))


def test_signed_bars_share_one_zero() -> None:
    look = Look()
    bars = [SignedBar(v, -50, 100, f"{v}") for v in (-50, 0, 100)]
    for bar in bars:
        bar.place(look, pygame.Rect(0, 0, 300, 30))
    assert len({bar.x(look, 0) for bar in bars}) == 1
    assert bars[0].x(look, -50) < bars[0].x(look, 0) < bars[0].x(look, 100) <= 300


def test_chart_markers(drive: Drive) -> None:
    opened: list[int] = []
    chart = LineChart(
        "c", [Series("Yours", (1.0, 2.0, 4.0), "4"), Series("History", (1.0, 1.0), "1")],
        ["2009", "2010", "2011"], y_ticks=[(0, "0"), (4, "4")],
        markers=[ChartMarker(1, 0), ChartMarker(2, 1.5)], on_marker=opened.append,
    )  # fmt: skip
    driver = drive(column(chart))
    assert chart.value_at(0, 1.5) == 3.0
    driver.click("c/2")
    driver.press("left", "enter")
    assert opened == [2, 1]


def test_empty_chart_is_drawn(drive: Drive) -> None:
    driver = drive(column(LineChart("c", [Series("Yours", (), "")], [], y_ticks=[])))
    assert driver.widget("c").rect.w > 0


@given(st.floats(0, 100), st.floats(0, 100))
def test_chain_keeps_small_flows_visible(onward: float, exported: float) -> None:
    stage = ChainStage("Ore", "mountain", "×1", onward, "on", exported, "out")
    high, low = ChainStrip("c", [stage]).stream_heights(Look(), 90)[0]
    assert (high > 0) == (onward > 0)
    assert (low > 0) == (exported > 0)


def test_chain_columns_fill_the_width() -> None:
    stage = ChainStage("Ore", "mountain", "×1", 60, "on", 40, "out")
    strip = ChainStrip("c", [stage] * 4)
    strip.place(Look(), pygame.Rect(3, 0, 1001, 120))
    columns = strip.columns()
    assert columns[0].x == 3
    assert columns[-1].right == 1004
    assert all(a.right == b.x for a, b in zip(columns, columns[1:], strict=False))
    assert "60 on" in strip.tooltip_at((10, 10))


def test_why_tree_knows_what_explains_what(drive: Drive) -> None:
    opened: list[str] = []
    rows = [
        WhyRow("a", "A", "", 5, "+5"), WhyRow("b", "B", "", -3, "−3"),
        WhyRow("c", "C", "", -2, "−2", depth=1), WhyRow("d", "D", "", -1, "−1", depth=2),
        WhyRow("e", "E", "", -1, "−1", depth=1), WhyRow("f", "F", "", 1, "+1"),
    ]  # fmt: skip
    tree = WhyTree("w", rows, ("cause", "rule", "effect"), on_row=opened.append)
    driver = drive(column(tree))
    assert [tree.parent_of(n) for n in range(6)] == [None, None, 1, 2, 1, None]
    driver.click("w/c")
    driver.press("down", "enter")
    assert opened == ["c", "d"]


def tall() -> Widget:
    return ScrollArea("area", Column(children=[Label(f"Line {n}") for n in range(100)]))


def test_scroll_by_wheel_keys_and_bar(drive: Drive) -> None:
    driver = drive(tall)
    area = driver.widget("area")
    assert isinstance(area, ScrollArea)
    driver.wheel("area", -2)
    after_wheel = area.offset
    assert after_wheel > 0
    driver.press("tab", "pagedown")
    assert area.offset > after_wheel
    driver.press("end")
    assert area.offset == area.overflow
    driver.press("home")
    assert area.offset == 0
    bar = area.bar_rect()
    driver.drag(bar.center, (bar.centerx, bar.centery + 200))
    assert area.offset > 0
    driver.drag(area.bar_rect().center, (bar.centerx, -500))
    assert area.offset == 0
    driver.click_at((bar.centerx, area.rect.bottom - 3))
    assert area.offset > 0


def test_wheel_at_the_end_goes_to_what_is_around(drive: Drive) -> None:
    def nested() -> Widget:
        inner = ScrollArea("inner", Column(children=[Label("x") for _ in range(30)]), height=200)
        return ScrollArea("outer", Column(children=[inner, *(Label("y") for _ in range(60))]))

    driver = drive(nested)
    inner, outer = driver.widget("inner"), driver.widget("outer")
    assert isinstance(inner, ScrollArea)
    assert isinstance(outer, ScrollArea)
    driver.wheel("inner", -100)
    assert (inner.offset, outer.offset) == (inner.overflow, 0)
    driver.wheel("inner", -1)
    assert outer.offset > 0


def test_nothing_outside_the_window_is_hit(drive: Drive) -> None:
    pressed: list[int] = []

    def make() -> Widget:
        inner = Column(children=[Button(f"b{n}", "x", lambda: pressed.append(1)) for n in range(9)])
        return Column(children=[ScrollArea("area", inner, height=100), Label("below", stretch=1)])

    driver = drive(make)
    driver.click_at((300, 300))
    assert pressed == []


def test_driver_names_what_is_there(drive: Drive) -> None:
    driver = drive(column(Button("here", "Here")))
    with pytest.raises(NoSuchWidget, match="here"):
        driver.click("gone")
    with pytest.raises(NoSuchWidget, match="no part"):
        driver.click("here/part")
    with pytest.raises(ValueError, match="unknown key"):
        parse_key("hyper")


def test_a_why_tree_keeps_room_for_its_figures_and_gives_long_rules_two_lines(
    drive: Drive,
) -> None:
    rule = "A share of what mines earn; weak inspection lets some of it slip away every year."
    rows = [
        WhyRow("0", "Tax on plant profit", rule, 77.4, "+77.4 m"),
        WhyRow("1", "Royalty", "A share of all ore sold.", 7.4, "+7.4 m"),
    ]
    driver = drive(column(WhyTree("tree", rows, ("Cause", "Rule", "Effect"))), (700, 640))
    tree = driver.widget("tree")
    assert isinstance(tree, WhyTree)
    look = driver.app.look
    assert tree.row_rect(0).h > tree.row_rect(1).h
    assert tree.row_rect(1).bottom == tree.rect.bottom
    widest = look.text.width("+77.4 m", 14, "semibold")
    bar = SignedBar(77.4, 7.4, 77.4, "+77.4 m", label_px=widest)
    bar.place(look, pygame.Rect(0, 0, 200, 30))
    assert bar.x(look, 77.4) + look.gap(8) + widest <= bar.rect.right
