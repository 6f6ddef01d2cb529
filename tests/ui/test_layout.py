"""Sharing out space: nothing lost, nothing over the edge."""

import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.ui.layout import Track, distribute, place_near, split
from game.ui.look import Look
from game.ui.widget import Widget
from game.ui.widgets.badges import Flow
from game.ui.widgets.boxes import Column, Grid, Row, Spacer

SIZES = st.integers(0, 4000)
TRACKS = st.lists(st.builds(Track, SIZES, SIZES, st.integers(0, 5)), max_size=8)


class Brick(Widget):
    """A widget of known sizes."""

    def __init__(self, natural: int, least: int, high: int = 20, **kwargs: object) -> None:
        super().__init__("", **kwargs)
        self.natural, self.least, self.high = natural, least, high

    def content_width(self, look: Look) -> int:
        return self.natural

    def content_least_width(self, look: Look) -> int:
        return self.least

    def content_height(self, look: Look, width: int) -> int:
        return self.high


def placed(box: Widget, size: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    look = Look()
    box.place(look, pygame.Rect(0, 0, *size))
    return [tuple(child.rect) for child in box.children]


@given(SIZES, TRACKS)
def test_distribute_never_overflows_and_uses_all_that_stretches(
    space: int, tracks: list[Track]
) -> None:
    sizes = distribute(space, tracks)
    assert len(sizes) == len(tracks)
    assert all(size >= 0 for size in sizes)
    assert sum(sizes) <= space
    natural = sum(t.natural for t in tracks)
    if natural <= space and any(t.stretch for t in tracks):
        assert sum(sizes) == space
    if natural > space and natural:
        assert sum(sizes) == space or sum(min(t.least, t.natural) for t in tracks) == 0


@given(SIZES, TRACKS)
def test_enough_space_gives_everyone_at_least_the_least(space: int, tracks: list[Track]) -> None:
    least = [min(t.least, t.natural) for t in tracks]
    if sum(least) <= space:
        assert all(s >= m for s, m in zip(distribute(space, tracks), least, strict=True))


@given(st.integers(0, 10_000), st.lists(st.integers(0, 100), max_size=9))
def test_split_adds_up(amount: int, weights: list[int]) -> None:
    parts = split(amount, weights)
    assert sum(parts) == (amount if sum(weights) else 0)


def test_row_keeps_natural_widths_and_stretches_the_rest() -> None:
    row = Row(gap=10, children=[Brick(100, 50), Brick(100, 50, stretch=1)])
    assert placed(row, (400, 30)) == [(0, 0, 100, 30), (110, 0, 290, 30)]


def test_row_shrinks_towards_least() -> None:
    row = Row(gap=0, children=[Brick(100, 100), Brick(200, 50)])
    assert [rect[2] for rect in placed(row, (200, 30))] == [100, 100]


def test_even_rows_line_up_whatever_they_hold() -> None:
    for natural in (10, 500):
        row = Row(gap=0, even=True, children=[Brick(natural, 5, stretch=1), Brick(7, 7, stretch=3)])
        assert [rect[2] for rect in placed(row, (400, 10))] == [100, 300]


def test_column_aligns_and_pads() -> None:
    column = Column(padding=(10, 5), gap=4, children=[Brick(60, 60, align="end"), Brick(9, 9)])
    assert placed(column, (200, 100)) == [(130, 5, 60, 20), (10, 29, 180, 20)]


def test_spacer_gives_way_first() -> None:
    row = Row(gap=0, children=[Brick(90, 90), Spacer(50), Brick(90, 90)])
    assert [rect[2] for rect in placed(row, (190, 10))] == [90, 10, 90]


def test_invisible_children_take_no_space() -> None:
    row = Row(gap=10, children=[Brick(50, 50, visible=False), Brick(50, 50)])
    row.place(Look(), pygame.Rect(0, 0, 100, 10))
    assert row.children[1].rect.x == 0


def test_grid_cells_are_equal() -> None:
    grid = Grid(columns=3, gap=10, children=[Brick(5, 5) for _ in range(4)])
    cells = placed(grid, (320, 50))
    assert [cell[0] for cell in cells] == [0, 110, 220, 0]
    assert cells[3][1] == 30


@given(st.integers(40, 600), st.lists(st.integers(5, 90), min_size=1, max_size=12))
def test_flow_stays_inside_and_its_height_is_right(width: int, widths: list[int]) -> None:
    flow = Flow(children=[Brick(w, w) for w in widths], gap=6)
    look = Look()
    height = flow.height_for(look, width)
    rects = placed(flow, (width, height))
    assert all(x + w <= width and y + h <= height for x, y, w, h in rects)


@given(st.integers(0, 900), st.integers(0, 600), st.integers(1, 300), st.integers(1, 300))
def test_popups_stay_on_screen(x: int, y: int, width: int, height: int) -> None:
    bounds = pygame.Rect(0, 0, 1024, 640)
    rect = place_near(pygame.Rect(x, y, 80, 30), (width, height), bounds, 6)
    assert bounds.contains(rect)
    assert rect.size == (width, height)


def test_popup_goes_above_where_there_is_no_room_below() -> None:
    bounds = pygame.Rect(0, 0, 1024, 640)
    anchor = pygame.Rect(100, 600, 80, 30)
    assert place_near(anchor, (200, 100), bounds, 6).bottom == 594
