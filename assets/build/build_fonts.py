"""Make the game's fonts: static Inter cuts, subset to the letters the game writes.

Source: npm package inter-ui (SIL Open Font License 1.1). Run from any folder:

    python assets/build/build_fonts.py --packages NODE_MODULES
"""

from __future__ import annotations

import shutil
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from places import ASSETS, packages_folder

CUTS = ("Regular", "Medium", "SemiBold", "Bold", "Italic")

RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A
    (0x01A0, 0x01B0),  # Vietnamese horned letters
    (0x02C6, 0x02DD),  # spacing accents
    (0x0300, 0x0304),
    (0x0306, 0x0309),
    (0x031B, 0x031B),
    (0x0323, 0x0323),  # combining accents
    (0x1E80, 0x1E85),
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2000, 0x200B),
    (0x2010, 0x2027),
    (0x202F, 0x203A),
    (0x2044, 0x2044),  # spaces, punctuation
    (0x2070, 0x2089),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency signs
    (0x2190, 0x21BB),
    (0x21C4, 0x21C4),  # arrows
    (0x2200, 0x2265),  # mathematics
    (0x25A0, 0x25CF),  # ▲ ▼ and other shapes
)
SINGLE_SIGNS = "ΔΩμπ№™℃ℓ⅓⅔⅛⌘⏎★☆✓✗✕⚠"
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]


def wanted_codepoints() -> list[int]:
    """Return every code point the fonts should hold, where Inter has it."""
    points = {point for first, last in RANGES for point in range(first, last + 1)}
    return sorted(points | {ord(sign) for sign in SINGLE_SIGNS})


def subset_cut(source: Path, target: Path) -> None:
    """Write one TrueType cut from a WOFF2 file, without hinting or contextual swaps.

    Contextual alternates are dropped because Inter would turn "->" and "2x" into other signs.
    """
    options = subset.Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = TTFont(source)
    font.flavor = None
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted_codepoints())
    cutter.subset(font)
    font.flavor = None
    font.save(target)


def main() -> None:
    """Build all cuts and put the licence beside them."""
    package = packages_folder() / "inter-ui"
    folder = ASSETS / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for cut in CUTS:
        target = folder / f"Inter-{cut}.ttf"
        subset_cut(package / "web" / f"Inter-{cut}.woff2", target)
        print(f"{target.name}: {target.stat().st_size // 1024} KB")
    shutil.copyfile(package / "LICENSE.txt", folder / "LICENSE-Inter.txt")


if __name__ == "__main__":
    main()
