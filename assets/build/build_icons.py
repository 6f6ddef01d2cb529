"""Render the icons as white PNGs with transparency; the game tints and shrinks them.

Source: npm package lucide-static (ISC; some icons MIT, from Feather).

    python assets/build/build_icons.py --packages NODE_MODULES
"""

from __future__ import annotations

import shutil

import resvg_py
from places import ASSETS, BUILD, packages_folder

SIDE_PX = 96


def main() -> None:
    """Render every icon of icon_names.txt and put the licence beside them."""
    package = packages_folder() / "lucide-static"
    names = (BUILD / "icon_names.txt").read_text(encoding="utf-8").split()
    folder = ASSETS / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        drawing = (package / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        white = drawing.replace("currentColor", "#ffffff")
        white = white.replace('width="24"', f'width="{SIDE_PX}"', 1)
        white = white.replace('height="24"', f'height="{SIDE_PX}"', 1)
        picture = resvg_py.svg_to_bytes(svg_string=white, skip_system_fonts=True)
        (folder / f"{name}.png").write_bytes(bytes(picture))
    shutil.copyfile(package / "LICENSE", folder / "LICENSE-Lucide.txt")
    print(f"{len(names)} icons of {SIDE_PX} px")


if __name__ == "__main__":
    main()
