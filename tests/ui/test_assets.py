"""Every asset the game names is there, opens, and is what it should be."""

import importlib.util
import sys
import wave
from pathlib import Path
from types import ModuleType

import pygame
import pytest

from game.ui.fonts import FontBook
from game.ui.map_geometry import ASSETS, REGION_FILE
from game.ui.map_places import PARTNER_PLACES
from game.ui.map_style import MARK_STYLES

ICON_NAMES = (ASSETS / "build" / "icon_names.txt").read_text(encoding="utf-8").split()
CUTS = ("Regular", "Medium", "SemiBold", "Bold", "Italic")
SOUNDS = ("click", "confirm", "end-turn", "good", "warning")

# Indonesian, Vietnamese, Tagalog, Portuguese (Timor), numbers, arrows, typography.
NEEDED_SIGNS = (
    "éñãçôĐđƠơƯưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ→←↑↓▲▼●×÷−±≤≥≈²³₂–—“”‘’…·•€₫₱°%‰½"
)


def build_script(name: str) -> ModuleType:
    """Load one of the scripts that made the assets."""
    spec = importlib.util.spec_from_file_location(name, ASSETS / "build" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def opened(path: Path) -> pygame.Surface:
    """The picture as 32-bit pixels with alpha."""
    image = pygame.image.load(str(path))
    copy = pygame.Surface(image.get_size(), pygame.SRCALPHA)
    copy.blit(image, (0, 0))
    return copy


def count(image: pygame.Surface, wanted: tuple[int, int, int], spread: int = 60) -> int:
    """How many opaque pixels are about the wanted colour."""
    mask = pygame.mask.from_threshold(image, wanted, (spread, spread, spread, 255))
    return mask.count()


@pytest.mark.parametrize("name", ICON_NAMES)
def test_icon_is_white_and_has_a_shape(name: str) -> None:
    image = opened(ASSETS / "icons" / f"{name}.png")
    assert image.get_size() == (96, 96)
    shape = pygame.mask.from_surface(image, 200)
    assert 20 < shape.count() < 96 * 96 * 0.7
    first = next(iter(shape.outline()))
    assert image.get_at(first)[:3] == (255, 255, 255)


def test_no_icon_is_left_over_and_all_marker_icons_are_listed() -> None:
    assert {path.stem for path in (ASSETS / "icons").glob("*.png")} == set(ICON_NAMES)
    assert {style.icon for style in MARK_STYLES.values() if style.icon} <= set(ICON_NAMES)


@pytest.mark.parametrize("code", sorted(PARTNER_PLACES))
def test_flag_has_both_shapes(code: str) -> None:
    assert opened(ASSETS / "flags" / "round" / f"{code}.png").get_size() == (96, 96)
    rect = opened(ASSETS / "flags" / "rect" / f"{code}.png")
    assert rect.get_size() == (120, 80)
    assert rect.get_at((60, 40)).a == 255


@pytest.mark.parametrize("shape", ["round", "rect"])
@pytest.mark.parametrize(
    ("code", "star"), [("cn", (255, 218, 68)), ("eu", (255, 218, 68)), ("vn", (255, 218, 68))]
)
def test_flag_kept_its_stars(shape: str, code: str, star: tuple[int, int, int]) -> None:
    assert count(opened(ASSETS / "flags" / shape / f"{code}.png"), star) > 25


def test_flag_of_the_united_states_has_stars_in_its_corner() -> None:
    corner = opened(ASSETS / "flags" / "rect" / "us.png").subsurface((4, 2, 50, 38))
    assert count(corner, (255, 255, 255)) > 40
    assert count(corner, (0, 60, 170), 90) > 600


@pytest.mark.parametrize("cut", CUTS)
def test_font_has_every_sign_the_game_writes(cut: str) -> None:
    pygame.font.init()
    font = pygame.font.Font(str(ASSETS / "fonts" / f"Inter-{cut}.ttf"), 20)
    metrics = dict(zip(NEEDED_SIGNS, font.metrics(NEEDED_SIGNS), strict=True))
    assert [sign for sign, found in metrics.items() if found is None] == []


def test_fonts_are_small_and_the_window_uses_them() -> None:
    files = list((ASSETS / "fonts").glob("*.ttf"))
    assert sum(path.stat().st_size for path in files) < 900_000
    own = FontBook().font("semibold", 20).size("Downstream 2.4 bn $")
    plain = FontBook(ASSETS / "no-such-folder").font("semibold", 20).size("Downstream 2.4 bn $")
    assert own != plain


@pytest.mark.parametrize("name", SOUNDS)
def test_sound_is_short_and_what_its_script_makes(name: str) -> None:
    with wave.open(str(ASSETS / "sounds" / f"{name}.wav"), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        frames = sound.readframes(sound.getnframes())
        seconds = sound.getnframes() / sound.getframerate()
    stored = [
        int.from_bytes(frames[at : at + 2], "little", signed=True)
        for at in range(0, len(frames), 2)
    ]
    assert 0.03 <= seconds <= 1.0
    assert 8_000 < max(map(abs, stored)) < 12_000
    script = build_script("build_sounds")
    made = script.samples(script.RECIPES[name])
    assert len(made) == len(stored)
    assert max(abs(a - b) for a, b in zip(made, stored, strict=True)) <= 1


def test_map_file_is_small() -> None:
    assert 20_000 < REGION_FILE.stat().st_size < 200_000


def test_credits_name_each_folder_and_licence_file() -> None:
    credits_text = (ASSETS / "CREDITS.md").read_text(encoding="utf-8")
    for folder in ("fonts", "icons", "flags/round", "flags/rect", "map", "sounds"):
        assert f"`{folder}/" in credits_text
    licences = [path.relative_to(ASSETS).as_posix() for path in ASSETS.glob("*/LICENSE-*")]
    assert len(licences) == 5
    assert [path for path in licences if path not in credits_text] == []
    assert "de facto" in credits_text


class TestShapesOfTheMapBuild:
    """The geometry that clips and thins the map."""

    shapes = build_script("region_shapes")

    def test_simplified_drops_what_is_near_the_line_and_keeps_the_ends(self) -> None:
        line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (2.0, 2.0)]
        assert self.shapes.simplified(line, 0.01) == [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0)]

    def test_clip_leaves_the_common_part(self) -> None:
        square = [(-1.0, -1.0), (3.0, -1.0), (3.0, 3.0), (-1.0, 3.0)]
        part = self.shapes.clip_to_box(square, (0.0, 0.0, 2.0, 2.0))
        assert self.shapes.area(part) == pytest.approx(4.0)
        assert self.shapes.clip_to_box(square, (5.0, 5.0, 6.0, 6.0)) == []

    def test_label_point_lies_inside_a_crooked_ring(self) -> None:
        hook = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (3.0, 4.0), (3.0, 1.0), (0.0, 1.0)]
        assert self.shapes.contains(hook, self.shapes.label_point(hook))
