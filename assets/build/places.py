"""Where the asset scripts read from and write to."""

from __future__ import annotations

import argparse
from pathlib import Path

BUILD = Path(__file__).resolve().parent
ASSETS = BUILD.parent


def packages_folder() -> Path:
    """Return the node_modules folder from the command line, or the one beside the scripts.

    Ends the program with one sentence when the folder is missing.
    """
    parser = argparse.ArgumentParser(description="Build assets of the game from npm packages.")
    parser.add_argument(
        "--packages",
        type=Path,
        default=BUILD / "node_modules",
        help="folder made by `npm install` in assets/build",
    )
    folder: Path = parser.parse_args().packages
    if not folder.is_dir():
        parser.error(f"{folder} is not there; run `npm install` in assets/build first.")
    return folder
