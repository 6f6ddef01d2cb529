"""Projection, hit test, and the views of the map."""

import json
from pathlib import Path

import pytest

from game.ui.map_camera import Camera, fit_camera
from game.ui.map_geometry import (
    Bounds,
    RegionError,
    clipped,
    load_region,
    point_in_ring,
    region_or_open_sea,
)

REGION = load_region()
ASEAN = {
    "brunei",
    "cambodia",
    "indonesia",
    "laos",
    "malaysia",
    "myanmar",
    "philippines",
    "singapore",
    "thailand",
    "timor-leste",
    "vietnam",
}
SIZES = [(1180, 580), (620, 380), (400, 700), (2100, 500), (1, 1)]


@pytest.mark.parametrize(
    ("lon", "lat", "country"),
    [
        (106.9, -6.3, "indonesia"),  # Jakarta
        (121.9, -3.0, "indonesia"),  # Sulawesi
        (139.5, -4.0, "indonesia"),  # Papua
        (121.05, 14.65, "philippines"),  # Manila
        (105.8, 21.0, "vietnam"),
        (101.7, 3.2, "malaysia"),
        (113.9, 3.5, "malaysia"),  # Sarawak, beside Brunei
        (96.1, 22.0, "myanmar"),
        (102.6, 18.4, "laos"),
        (100.7, 14.5, "thailand"),
        (104.9, 12.5, "cambodia"),
        (103.82, 1.36, "singapore"),
        (125.8, -8.8, "timor-leste"),
        (116.4, 40.0, "china"),
        (127.2, 37.2, "korea"),
        (139.5, 36.2, "japan"),
        (133.0, -20.0, "australia"),
        (119.8, 8.0, None),  # Sulu Sea
        (88.0, -5.0, None),  # Indian Ocean
        (150.0, 25.0, None),  # Pacific
    ],
)
def test_country_at_a_place(lon: float, lat: float, country: str | None) -> None:
    found = REGION.country_at_degrees(lon, lat)
    assert (found.id if found else None) == country


def test_all_members_of_asean_are_on_the_map_and_ids_are_unique() -> None:
    assert {each.id for each in REGION.countries if each.is_asean} == ASEAN
    ids = [each.id for each in REGION.countries]
    assert len(ids) == len(set(ids))
    assert all(len(each.iso) == 3 for each in REGION.countries if each.name)


def test_every_ring_lies_in_the_region_and_no_island_spans_the_map() -> None:
    for country in REGION.countries:
        for box in country.ring_bounds:
            assert box.left >= -1e-9
            assert box.right <= 1 + 1e-9
            assert box.top >= -1e-9
            assert box.bottom <= REGION.height + 1e-9
            assert box.width < 0.95


def test_label_points_lie_in_their_country() -> None:
    for country in REGION.countries:
        for place in country.label_points:
            assert country.contains(place), country.id


def test_neighbours_share_their_border() -> None:
    indonesia, papua = REGION.country("indonesia"), REGION.country("papua-new-guinea")
    assert indonesia is not None
    assert papua is not None
    ours = {point for ring in indonesia.rings for point in ring}
    theirs = {point for ring in papua.rings for point in ring}
    assert len(ours & theirs) >= 3


@pytest.mark.parametrize("place", [(66.0, 46.0), (160.0, -24.0), (120.5, 0.0), (103.8, 1.3)])
def test_projection_and_back(place: tuple[float, float]) -> None:
    assert REGION.unproject(REGION.project(*place)) == pytest.approx(place)


def test_projection_edges() -> None:
    assert REGION.project(66.0, 46.0) == pytest.approx((0.0, 0.0))
    assert REGION.project(160.0, -24.0) == pytest.approx((1.0, REGION.height))


def test_point_in_ring_of_a_hook() -> None:
    hook = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (3.0, 4.0), (3.0, 1.0), (0.0, 1.0)]
    assert point_in_ring((3.5, 3.0), hook)
    assert not point_in_ring((1.0, 2.0), hook)


def test_clipped_ring_stays_in_the_box() -> None:
    diamond = [(0.0, -2.0), (2.0, 0.0), (0.0, 2.0), (-2.0, 0.0)]
    part = clipped(diamond, Bounds(-1.0, -1.0, 1.0, 1.0))
    assert sorted({(round(x, 9), round(y, 9)) for x, y in part}) == [
        (-1.0, -1.0),
        (-1.0, 1.0),
        (1.0, -1.0),
        (1.0, 1.0),
    ]
    assert clipped(diamond, Bounds(5.0, 5.0, 6.0, 6.0)) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("country", sorted(ASEAN))
def test_fit_keeps_the_state_visible_and_shows_nothing_outside(
    size: tuple[int, int], country: str
) -> None:
    focus = REGION.bounds_of([country])
    assert focus is not None
    camera = fit_camera(size, focus, REGION.height)
    assert_inside_region(camera)
    seen = camera.bounds
    middle = ((focus.left + focus.right) / 2, (focus.top + focus.bottom) / 2)
    assert seen.contains(middle)
    # Unless the region itself is too narrow for the shape of the rectangle, all of it is seen.
    if camera.scale > camera.smallest_scale * 1.0001 and size != (1, 1):
        assert seen.holds(focus)


def assert_inside_region(camera: Camera) -> None:
    seen = camera.bounds
    assert seen.left >= -1e-9
    assert seen.top >= -1e-9
    assert seen.right <= 1 + 1e-9
    assert seen.bottom <= REGION.height + 1e-9


def test_indonesia_is_whole_at_the_sizes_of_the_window() -> None:
    for size in ((1180, 580), (620, 380)):
        focus = REGION.bounds_of(["indonesia"])
        assert focus is not None
        assert fit_camera(size, focus, REGION.height).bounds.holds(focus)


def test_zoom_keeps_the_place_under_the_pointer() -> None:
    camera = fit_camera((1180, 580), REGION.bounds_of(["indonesia"]), REGION.height)
    closer = camera.zoomed(2.0, (700, 300))
    assert closer.scale == pytest.approx(2 * camera.scale)
    assert closer.to_unit((700, 300)) == pytest.approx(camera.to_unit((700, 300)))


def test_zoom_and_pan_are_clamped() -> None:
    camera = fit_camera((1180, 580), REGION.bounds_of(["indonesia"]), REGION.height)
    wide = camera.zoomed(0.001)
    assert wide.scale == pytest.approx(wide.smallest_scale)
    near = camera.zoomed(1000)
    assert near.scale < camera.scale * 10
    for moved in (wide, near, camera.panned(1e6, 1e6), camera.panned(-1e6, -1e6)):
        assert_inside_region(moved)
    assert camera.panned(-1e6, 0).left > camera.left


def test_pan_moves_the_land_with_the_pointer() -> None:
    camera = fit_camera((1180, 580), REGION.bounds_of(["indonesia"]), REGION.height)
    place = REGION.project(120.0, 0.0)
    before, after = camera.to_pixel(place), camera.panned(25, -10).to_pixel(place)
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((25, -10))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"box": [1, 2]}',
        '{"box": [66, -24, 160, 46], "countries": []}',
        json.dumps(
            {"box": [66, -24, 160, 46], "units_per_degree": 200, "countries": [{"id": "x"}]}
        ),
    ],
)
def test_damaged_map_file_is_one_sentence_and_then_open_sea(tmp_path: Path, content: str) -> None:
    file = tmp_path / "region.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(RegionError, match=r"region\.json is damaged; restore it"):
        load_region(file)
    assert region_or_open_sea(file).countries == ()


def test_missing_map_file_is_one_sentence_and_then_open_sea(tmp_path: Path) -> None:
    with pytest.raises(RegionError, match="cannot be read; restore it"):
        load_region(tmp_path / "region.json")
    sea = region_or_open_sea(tmp_path / "region.json")
    assert sea.country_at_degrees(106.9, -6.3) is None
    assert sea.bounds_of(["indonesia"]) is None
