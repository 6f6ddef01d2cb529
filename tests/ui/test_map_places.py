"""Places of chips, labels and crowded markers; curves of flows."""

import math
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.map_content import MapFlow, PixelRect
from game.ui.map_flows import (
    arrow_head,
    chip_door,
    flow_width,
    hit_outline,
    lay_out_flows,
    ribbon,
)
from game.ui.map_geometry import point_in_ring
from game.ui.map_places import (
    CHIP_GAP_PX,
    exit_point,
    grown,
    is_inside,
    label_spots,
    overlap_area,
    place_at_edge,
    place_label,
    spread,
)

SIZE = (1180, 580)
CHIP = (160, 38)


@pytest.mark.parametrize(
    ("target", "edge"),
    [
        ((600, -900), (600, 0)),
        ((5000, 300), (1180, 300)),
        ((-1, 300), (0, 300)),
        ((600, 301), (600, 580)),
        ((600, 300), (600, 0)),
    ],
)
def test_exit_point(target: tuple[float, float], edge: tuple[float, float]) -> None:
    assert exit_point(SIZE, (600, 300), target) == pytest.approx(edge)


def test_chips_go_to_the_near_edge_and_keep_apart() -> None:
    taken: list[PixelRect] = [(16, 16, 320, 36)]
    for ideal in [(600, 0), (600, 0), (620, 0), (0, 300), (1180, 40), (100, 0)]:
        rect = place_at_edge(SIZE, CHIP, ideal, taken)
        assert is_inside(rect, SIZE, 12)
        assert all(overlap_area(rect, grown(other, CHIP_GAP_PX)) == 0 for other in taken)
        taken.append(rect)
    assert taken[1][1] == 12
    assert taken[4][0] == 12


def test_chip_on_a_full_map_covers_least() -> None:
    taken = [(0, 0, 200, 100), (0, 140, 200, 60)]
    rect = place_at_edge((200, 200), CHIP, (100, 0), taken)
    assert 95 <= rect[1] <= 107


@given(
    st.lists(st.tuples(st.floats(50, 400), st.floats(50, 400)), min_size=1, max_size=9),
)
def test_spread_moves_no_marker_far_and_is_repeatable(points: list[tuple[float, float]]) -> None:
    radii = [14.0] * len(points)
    moved = spread(points, radii, 22)
    assert moved == spread(points, radii, 22)
    for place, home in zip(moved, points, strict=True):
        assert math.dist(place, home) <= 22 + 1e-6


def test_spread_parts_two_markers_on_one_place() -> None:
    a, b = spread([(100, 100), (100, 100)], [14, 14], 22)
    assert math.dist(a, b) > 24
    assert spread([(0, 0), (200, 0)], [14, 14], 22) == [(0, 0), (200, 0)]


def spots() -> Iterator[PixelRect]:
    return label_spots([(300, 300)], (80, 14), 60)


def nowhere(rect: PixelRect) -> bool:
    return False


def everywhere(rect: PixelRect) -> bool:
    return True


def test_label_takes_its_home_if_free() -> None:
    assert place_label(spots(), SIZE, [], nowhere, everywhere) == (260, 293, 80, 14)


def test_label_goes_round_an_obstacle() -> None:
    obstacle = (250, 280, 100, 40)
    rect = place_label(spots(), SIZE, [obstacle], nowhere, everywhere)
    assert rect is not None
    assert overlap_area(rect, obstacle) == 0


def test_label_avoids_foreign_ground_or_takes_the_last_resort() -> None:
    def is_west(rect: PixelRect) -> bool:
        return rect[0] < 270

    rect = place_label(spots(), SIZE, [], is_west, everywhere)
    assert rect is not None
    assert rect[0] >= 270
    assert place_label(spots(), SIZE, [], everywhere, everywhere) == (260, 293, 80, 14)
    assert place_label(spots(), SIZE, [], everywhere, nowhere) is None


def test_label_without_room_is_left_out() -> None:
    assert place_label(spots(), SIZE, [(0, 0, *SIZE)], nowhere, everywhere) is None
    assert place_label(spots(), (60, 14), [], nowhere, everywhere) is None


@pytest.mark.parametrize(
    ("chip", "inward"),
    [
        ((500, 12, 160, 38), (0, 1)),
        ((500, 530, 160, 38), (0, -1)),
        ((12, 280, 160, 38), (1, 0)),
        ((1008, 280, 160, 38), (-1, 0)),
    ],
)
def test_flows_reach_the_side_that_faces_the_map(
    chip: PixelRect, inward: tuple[float, float]
) -> None:
    door, direction, length = chip_door(chip, SIZE)
    assert direction == inward
    assert length == (160 if inward[0] == 0 else 38)
    assert door[0] in (chip[0], chip[0] + 80, chip[0] + 160)


def test_width_is_the_share() -> None:
    assert flow_width(10_000, 1.0) == pytest.approx(2 * flow_width(5_000, 1.0))
    assert flow_width(10, 1.0) == flow_width(0, 1.0) > 0
    assert flow_width(5_000, 2.0) == 2 * flow_width(5_000, 1.0)


def test_flows_start_at_the_site_end_at_the_chip_and_do_not_merge() -> None:
    sites = {"a": (300.0, 400.0), "b": (700.0, 400.0)}
    chips = {"cn": (500, 12, 160, 38), "jp": (700, 12, 160, 38)}
    flows = [
        MapFlow("b", "cn", 2000, ""),
        MapFlow("a", "cn", 6000, ""),
        MapFlow("a", "jp", 300, ""),
        MapFlow("gone", "cn", 1000, ""),
        MapFlow("a", "us", 1000, ""),
    ]
    curves = lay_out_flows(flows, sites, chips, SIZE, 1.0)
    assert [curve.id for curve in curves] == ["a>cn", "b>cn", "a>jp"]
    for curve in curves:
        assert curve.line[0] == pytest.approx(sites[curve.flow.from_id])
        chip = chips[curve.flow.to_partner]
        assert curve.line[-1][1] == pytest.approx(chip[1] + chip[3])
        assert chip[0] <= curve.line[-1][0] <= chip[0] + chip[2]
        middle = curve.line[len(curve.line) // 2]
        assert point_in_ring(middle, hit_outline(curve))
        assert not point_in_ring((middle[0] + 60, middle[1] + 60), hit_outline(curve))
    assert curves[0].line[-1][0] < curves[1].line[-1][0]


def test_ribbon_is_as_wide_as_asked_and_the_arrow_points_on() -> None:
    outline = ribbon([(0, 0), (0, 50), (0, 100)], 8)
    assert {round(x, 6) for x, _ in outline} == {-4, 4}
    curve = lay_out_flows(
        [MapFlow("a", "cn", 5000, "")], {"a": (580.0, 500.0)}, {"cn": (500, 12, 160, 38)}, SIZE, 1.0
    )[0]
    tip, left, right = arrow_head(curve)
    assert tip[1] < left[1]
    assert tip[1] < right[1]
