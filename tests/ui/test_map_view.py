"""The drawn map: layers, cache, hit regions, missing files."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.ui.fonts import FontBook
from game.ui.icons import IconSet
from game.ui.map_content import (
    LegendEntry,
    MapContent,
    MapFlow,
    MapMarker,
    PartnerChip,
    SeaName,
    flow_id,
)
from game.ui.map_geometry import region_or_open_sea
from game.ui.map_kit import MapKit
from game.ui.map_places import overlap_area
from game.ui.map_style import COLORS, HIGH_CONTRAST_COLORS, MARK_STYLES, MapColors
from game.ui.map_view import MapPicture, MapView
from game.ui.text_render import TextRenderer
from game.ui.theme import HIGH_CONTRAST, Theme, contrast

WIDE, SMALL = (1180, 580), (620, 380)
SWITCH = (16, 16, 320, 36)

CONTENT = MapContent(
    governed=("indonesia",),
    markers=(
        MapMarker("mine", 121.4, -3.9, "Nickel mine", "mine"),
        MapMarker("park", 122.1, -2.8, "Industrial park", "park"),
        MapMarker("port", 106.9, -6.1, "Port", "port", "building"),
        MapMarker("rival", 125.6, 9.8, "Rival mine", "rival"),
        MapMarker("refinery", 10.0, 50.0, "Not on this map", "far"),
    ),
    flows=(
        MapFlow("park", "china", 7800, "Nickel products to China"),
        MapFlow("port", "eu", 600, "Stainless steel to the EU"),
    ),
    chips=(
        PartnerChip("china", "China", "nickel products", "78 %", "cn", is_dominant=True),
        PartnerChip("eu", "European Union", "stainless", "6 %", "eu"),
        PartnerChip("odd", "Elsewhere", "", "", "zz"),
    ),
    country_names={"vietnam": "Việt Nam", "australia": ""},
    seas=(SeaName("Pacific Ocean", 142.0, 13.0),),
    legend=(
        LegendEntry("mine", "Mine"),
        LegendEntry("state", "Your state"),
        LegendEntry("flow", "Line width: share of your exports"),
    ),
)


@pytest.fixture(scope="module", autouse=True)
def _display() -> Iterator[None]:
    pygame.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.quit()


@pytest.fixture(scope="module")
def kit() -> MapKit:
    return MapKit()


def view_of(kit: MapKit) -> MapView:
    view = MapView(kit)
    view.look_at(("indonesia",))
    return view


@pytest.fixture(scope="module")
def wide(kit: MapKit) -> MapPicture:
    return view_of(kit).picture(WIDE, CONTENT, avoid=[SWITCH])


def pixel_of(picture: MapPicture, lon: float, lat: float) -> tuple[int, int]:
    x, y = picture.camera.to_pixel(picture.region.project(lon, lat))
    return round(x), round(y)


def color_at(picture: MapPicture, lon: float, lat: float) -> tuple[int, ...]:
    return tuple(picture.surface.get_at(pixel_of(picture, lon, lat)))[:3]


def test_ground_has_the_colours_of_state_members_and_land(wide: MapPicture) -> None:
    assert color_at(wide, 114.0, -1.0) == COLORS.governed
    assert color_at(wide, 99.5, 17.5) == COLORS.asean
    assert color_at(wide, 145.0, -7.0) == COLORS.land
    assert color_at(wide, 131.0, 12.0) == COLORS.sea


def test_water_is_lighter_near_the_coast(wide: MapPicture) -> None:
    near, far = color_at(wide, 117.9, -1.6), color_at(wide, 131.0, 12.0)
    assert sum(near) > sum(far)


def test_flow_is_drawn_with_the_width_of_its_share(wide: MapPicture) -> None:
    curves = {curve.id: curve for curve in wide.layout.flows}
    for key, tone in (("park>china", COLORS.flow), ("port>eu", COLORS.flow_small)):
        point = curves[key].line[7]
        seen = wide.surface.get_at((round(point[0]), round(point[1])))[:3]
        assert max(abs(a - b) for a, b in zip(seen, tone, strict=True)) < 40
    assert curves["park>china"].width > 5 * curves["port>eu"].width


def test_marker_shows_its_own_colour_and_building_is_white(wide: MapPicture) -> None:
    left, top, width, height = wide.find(("marker", "mine")).rect  # type: ignore[union-attr]  # found or the test fails
    spot = (left + width // 2, top + height - 8)
    assert wide.surface.get_at(spot)[:3] == MARK_STYLES["mine"].color
    left, top, width, height = wide.find(("marker", "port")).rect  # type: ignore[union-attr]  # found or the test fails
    assert wide.surface.get_at((left + width // 2, top + 4))[:3] == (255, 255, 255)


@pytest.mark.parametrize("size", [WIDE, SMALL, (300, 200), (1, 1)])
@pytest.mark.parametrize("governed", [("indonesia",), ("philippines",), ("singapore",), ()])
def test_hit_regions_lie_inside_the_map(
    kit: MapKit, size: tuple[int, int], governed: tuple[str, ...]
) -> None:
    view = MapView(kit)
    view.look_at(governed)
    picture = view.picture(size, replace(CONTENT, governed=governed))
    assert picture.surface.get_size() == size
    area = pygame.Rect((0, 0), size)
    assert all(area.contains(pygame.Rect(hit.rect)) for hit in picture.regions)
    keys = [hit.key for hit in picture.regions]
    assert len(keys) == len(set(keys))


def test_pointing_finds_partner_marker_flow_country_and_sea(wide: MapPicture) -> None:
    def under(pixel: tuple[float, float]) -> tuple[str, str] | None:
        hit = wide.at(pixel)
        return hit.key if hit else None

    for kind, key in (("partner", "china"), ("marker", "mine"), ("marker", "park")):
        rect = pygame.Rect(wide.find((kind, key)).rect)  # type: ignore[arg-type, union-attr]  # as above
        assert under(rect.center) == (kind, key)
    flow = next(curve for curve in wide.layout.flows if curve.id == flow_id(CONTENT.flows[0]))
    assert under(flow.line[14]) == ("flow", "park>china")
    assert under(pixel_of(wide, 114.0, -1.0)) == ("country", "indonesia")
    assert under(pixel_of(wide, 103.82, 1.36)) == ("country", "singapore")
    assert under(pixel_of(wide, 131.0, 12.0)) is None


def test_regions_carry_labels_in_the_players_language(wide: MapPicture) -> None:
    labels = {hit.key: hit.label for hit in wide.regions}
    assert labels["country", "vietnam"] == "Việt Nam"
    assert labels["marker", "mine"] == "Nickel mine"
    assert labels["partner", "china"] == "China 78 %"
    assert ("marker", "far") not in labels


def test_names_are_written_and_cover_nothing(wide: MapPicture) -> None:
    texts = [label.text for label in wide.layout.labels]
    assert {"INDONESIA", "VIỆT NAM", "PHILIPPINES", "PACIFIC OCEAN"} <= set(texts)
    assert "AUSTRALIA" not in texts
    boxes = [label.rect for label in wide.layout.labels]
    panels = [SWITCH, *wide.layout.chips.values()]
    for index, box in enumerate(boxes):
        assert all(overlap_area(box, other) == 0 for other in boxes[:index] + panels)


def test_chips_and_legend_keep_off_panels_and_each_other(wide: MapPicture) -> None:
    assert wide.layout.legend is not None
    boxes = [SWITCH, wide.layout.legend, *wide.layout.chips.values()]
    for index, box in enumerate(boxes):
        assert all(overlap_area(box, other) == 0 for other in boxes[:index])


def test_legend_hides_no_large_island_of_the_state() -> None:
    large_text = MapKit(TextRenderer(scale=1.5), theme=Theme(text_percent=150))
    for kit in (MapKit(), large_text):
        picture = view_of(kit).picture((1180, 620), CONTENT)
        assert picture.layout.legend is not None
        left, top, width, height = picture.layout.legend
        for x in range(left, left + width, 8):
            for y in range(top, top + height, 8):
                country = picture.region.country_at(picture.camera.to_unit((x, y)))
                assert country is None or country.id != "indonesia"


def test_china_is_north_and_europe_west(wide: MapPicture) -> None:
    china, europe = wide.layout.chips["china"], wide.layout.chips["eu"]
    assert china[1] < 60
    assert europe[0] < 60


def test_small_map_has_no_captions_smaller_marks_and_no_legend_over_sites(kit: MapKit) -> None:
    wide, small = (view_of(kit).picture(size, CONTENT) for size in (WIDE, SMALL))
    assert small.layout.chips["china"][3] < wide.layout.chips["china"][3]
    assert small.layout.mark_sides["mine"] < wide.layout.mark_sides["mine"]
    for picture in (wide, small):
        marks = [hit.rect for hit in picture.regions if hit.kind == "marker"]
        if picture.layout.legend is not None:
            assert all(overlap_area(picture.layout.legend, box) == 0 for box in marks)


def test_the_picture_is_kept_until_something_changes(kit: MapKit) -> None:
    view = view_of(kit)
    first = view.picture(WIDE, CONTENT)
    assert view.picture(WIDE, replace(CONTENT)) is first
    assert view.picture(WIDE, replace(CONTENT, markers=())) is not first
    again = view.picture(WIDE, CONTENT)
    assert view.zoom(1.5)
    assert view.picture(WIDE, CONTENT).camera != again.camera


def test_ground_is_kept_while_only_marks_change(
    kit: MapKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(kit)
    view.picture(WIDE, CONTENT)

    def refuse(*_: object) -> None:
        raise AssertionError("the ground was drawn again")

    monkeypatch.setattr("game.ui.map_view.paint_ground", refuse)
    view.picture(WIDE, replace(CONTENT, flows=()))
    with pytest.raises(AssertionError, match="drawn again"):
        view.picture(WIDE, replace(CONTENT, governed=("philippines",)))


@pytest.mark.parametrize(
    "key",
    [("partner", "china"), ("marker", "mine"), ("flow", "park>china"), ("country", "philippines")],
)
def test_highlight_changes_the_picture_there_and_goes_away(
    kit: MapKit, key: tuple[str, str]
) -> None:
    view = view_of(kit)
    plain = view.picture(WIDE, CONTENT)
    before = pygame.image.tobytes(plain.surface, "RGB")
    lit = view.picture(WIDE, CONTENT, highlight=key)  # type: ignore[arg-type]  # values of a parameter table
    assert pygame.image.tobytes(lit.surface, "RGB") != before
    assert pygame.image.tobytes(view.picture(WIDE, CONTENT).surface, "RGB") == before


def test_unknown_highlight_is_ignored(kit: MapKit) -> None:
    view = view_of(kit)
    plain = pygame.image.tobytes(view.picture(WIDE, CONTENT).surface, "RGB")
    odd = view.picture(WIDE, CONTENT, highlight=("marker", "nobody"))
    assert pygame.image.tobytes(odd.surface, "RGB") == plain


def test_zoom_and_pan_report_whether_the_view_changed(kit: MapKit) -> None:
    view = view_of(kit)
    assert not view.zoom(2.0)  # nothing was drawn yet
    view.picture(WIDE, CONTENT)
    assert view.zoom(2.0, (600, 300))
    assert view.pan(30, 10)
    while view.zoom(0.5):
        pass
    assert not view.zoom(0.5)
    view.look_at(("indonesia",))
    fitted = view.picture(WIDE, CONTENT).camera
    assert fitted == view_of(kit).camera(WIDE)


def test_each_kind_and_state_of_marker_looks_different(kit: MapKit) -> None:
    kinds = [kind for kind in MARK_STYLES if kind != "pin"]
    looks = set()
    for kind in kinds:
        for state in ("working", "building", "idle"):
            marker = MapMarker(kind, 92.0, 3.0, "x", "x", state)  # type: ignore[arg-type]  # values of a parameter table
            picture = view_of(kit).picture((400, 240), MapContent(markers=(marker,)))
            rect = pygame.Rect(picture.find(("marker", "x")).rect)  # type: ignore[union-attr]  # found or the test fails
            looks.add(pygame.image.tobytes(picture.surface.subsurface(rect), "RGB"))
    assert len(looks) == 3 * len(kinds)


def test_pins_show_number_and_mark(kit: MapKit) -> None:
    def bytes_of(**more: str) -> bytes:
        pin = MapMarker("pin", 114.0, 0.0, "Case", "c", icon="sun", **more)  # type: ignore[arg-type]  # values of a parameter table
        content = MapContent(governed=("indonesia",), markers=(pin,))
        return pygame.image.tobytes(view_of(kit).picture(SMALL, content).surface, "RGB")

    looks = {
        bytes_of(),
        bytes_of(badge="7"),
        bytes_of(badge="8"),
        bytes_of(mark="finished"),
        bytes_of(mark="started"),
        bytes_of(state="building"),
    }
    assert len(looks) == 6


@pytest.mark.parametrize(("colors", "least"), [(COLORS, 4.5), (HIGH_CONTRAST_COLORS, 7.0)])
def test_names_are_readable_on_every_ground(colors: MapColors, least: float) -> None:
    for ground in (colors.sea, colors.glow, colors.land, colors.asean):
        assert contrast(colors.country_text, ground) >= least
        assert contrast(colors.governed_text, ground) >= least
    assert contrast(colors.sea_text, colors.sea) >= least
    assert contrast(colors.governed_text, colors.governed) >= least - 2.5
    for style in MARK_STYLES.values():
        assert not style.icon or contrast(style.color, colors.mark_edge) >= 4.5


def test_high_contrast_theme_draws_stronger_lines(kit: MapKit) -> None:
    strong = MapKit(kit.text, kit.icons, kit.shapes, Theme(HIGH_CONTRAST))
    looks = {
        pygame.image.tobytes(view_of(each).picture(SMALL, CONTENT).surface, "RGB")
        for each in (kit, strong)
    }
    assert len(looks) == 2


def test_larger_theme_draws_larger_marks() -> None:
    large = MapKit(TextRenderer(scale=1.5), theme=Theme(zoom=1.5))
    size = (1770, 870)
    picture = view_of(large).picture(size, CONTENT)
    assert picture.layout.mark_sides["mine"] == round(MARK_STYLES["mine"].side * 1.5)
    assert picture.layout.chips["china"][3] == 57


def test_without_any_asset_the_map_is_still_drawn(tmp_path: Path) -> None:
    bare = MapKit(TextRenderer(FontBook(tmp_path)), IconSet(tmp_path))
    view = MapView(bare, region_or_open_sea(tmp_path / "region.json"))
    view.look_at(("indonesia",))
    picture = view.picture(WIDE, CONTENT, avoid=[SWITCH])
    assert picture.find(("partner", "china")) is not None
    assert picture.find(("country", "indonesia")) is None
    corner = picture.surface.get_at((3, 300))[:3]
    assert corner == COLORS.sea
