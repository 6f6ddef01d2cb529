"""Render flags as PNGs: round ones for chips and lists, rectangular ones for headings.

Sources: npm packages circle-flags (MIT, round) and country-flag-icons (MIT, rectangles of
3:2). They are rendered here because pygame's own SVG loader loses the stars of China, the EU and
the US.

    python assets/build/build_flags.py --packages NODE_MODULES
"""

from __future__ import annotations

import shutil
from pathlib import Path

import resvg_py
from places import ASSETS, packages_folder

ROUND_PX = 96
RECT_WIDTH_PX = 120
ASEAN = ["bn", "id", "kh", "la", "mm", "my", "ph", "sg", "th", "tl", "vn"]
PARTNERS = ["au", "ca", "cn", "eu", "gn", "in", "jp", "kr", "nc", "pg", "ru", "us"]


def render(source: Path, target: Path, width_px: int) -> None:
    """Write the PNG of one SVG, `width_px` wide."""
    picture = resvg_py.svg_to_bytes(svg_path=str(source), width=width_px, skip_system_fonts=True)
    target.write_bytes(bytes(picture))


def main() -> None:
    """Render both shapes of every flag and put the licences beside them."""
    packages = packages_folder()
    shapes = (
        ("round", packages / "circle-flags" / "flags", ROUND_PX),
        ("rect", packages / "country-flag-icons" / "3x2", RECT_WIDTH_PX),
    )
    for shape, source, width_px in shapes:
        folder = ASSETS / "flags" / shape
        folder.mkdir(parents=True, exist_ok=True)
        for code in ASEAN + PARTNERS:
            name = code if shape == "round" else code.upper()
            render(source / f"{name}.svg", folder / f"{code}.png", width_px)
    flags = ASSETS / "flags"
    shutil.copyfile(packages / "circle-flags" / "LICENSE.md", flags / "LICENSE-circle-flags.txt")
    shutil.copyfile(
        packages / "country-flag-icons" / "LICENSE", flags / "LICENSE-country-flag-icons.txt"
    )
    print(f"{len(ASEAN + PARTNERS)} flags in two shapes")


if __name__ == "__main__":
    main()
