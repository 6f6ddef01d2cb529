"""Every widget on a few pages, to look at: `python -m game.ui.gallery OUT.png [WxH] [TEXT%]`.

Writes one picture per page: OUT.png, OUT-2.png, and so on. All figures in it are invented.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import Final

from game.ui.app import App
from game.ui.drive import Driver
from game.ui.gallery_controls import controls_page
from game.ui.gallery_decisions import decisions_page
from game.ui.gallery_figures import debrief_page, report_page
from game.ui.scene import Scene
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.buttons import IconButton
from game.ui.widgets.cards import NavyBar
from game.ui.widgets.labels import Flag, Label
from game.ui.widgets.news import news_bar
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Tabs
from game.ui.widgets.tiles import StatTile, TileData

PAGES: Final = {
    "controls": ("Controls", controls_page),
    "decisions": ("Decisions", decisions_page),
    "report": ("Report", report_page),
    "debrief": ("Debrief", debrief_page),
}

_TILES: Final = (
    TileData("Treasury", "2.4 bn $", "+0.3", 1, icon="landmark", history=(1.8, 2.0, 1.9, 2.2, 2.4)),
    TileData("Revenue / turn", "610 m $", "−40", -1, icon="coins", history=(5, 6, 6.5, 6.1)),
    TileData("Jobs", "318 k", "+12 k", 1, icon="hard-hat", share=0.6),
    TileData("Public trust", "54", "−3", -1, icon="heart-handshake", share=0.54),
    TileData("Environment", "47", "0", 0, icon="leaf", share=0.47),
    TileData("Autonomy", "31", "−5", -1, icon="git-branch", share=0.31, lit=True),
)


class Gallery(Scene):
    """Tabs with one page of widgets each."""

    title = "Widget gallery"

    def __init__(self, page: str = "controls") -> None:
        self.page = page
        self.said = ""

    def build(self) -> Widget:
        """Bar, tabs, the chosen page in a scroll area, news line."""
        options = [Option(key, title) for key, (title, _) in PAGES.items()]
        make = PAGES[self.page][1]
        body = Column(
            padding=(24, 16),
            gap=16,
            stretch=1,
            children=[
                Tabs("pages", options, self.page, self.turn_to),
                ScrollArea(f"scroll-{self.page}", make(self), stretch=1),
            ],
        )
        news = ("Stainless-steel demand slows", "Smelter town asks for clean-air monitors")
        return Column(
            gap=0,
            children=[self.bar(), body, news_bar("NEWS", news, "Illustrative figures")],
        )

    def bar(self) -> Widget:
        """The navy bar with flag, name and dashboard tiles."""
        tiles = [
            StatTile(f"tile-{n}", data, partial(self.say, f"tile {n}"), stretch=1)
            for n, data in enumerate(_TILES)
        ]
        name = Column(
            gap=0,
            least_width=96,
            children=[
                Label("Indonesia", 20, "semibold", "on_navy"),
                Row(
                    gap=8,
                    children=[
                        Label("Turn 12 of 17", 13, "semibold", "amber", rigid=True),
                        Label("year 2020", 13, tone="on_navy_soft", rigid=True),
                    ],
                ),
            ],
        )
        buttons = Row(
            gap=4,
            across="center",
            children=[
                IconButton("history", "history", tooltip="Earlier turns", dark=True),
                IconButton("codex", "book-open", tooltip="Codex", dark=True),
                IconButton("settings", "settings", tooltip="Settings", dark=True),
            ],
        )
        return NavyBar(
            "bar",
            [
                Flag("id", 34, "rect"),
                name,
                Row(children=tiles, gap=12, even=True, stretch=1),
                buttons,
            ],
            height=72,
            gap=12,
        )

    def turn_to(self, page: str) -> None:
        """Show another page."""
        self.page = page
        self.rebuild()

    def say(self, text: str) -> None:
        """Remember what was activated last (tests read it)."""
        self.said = text


def picture_paths(out: Path) -> list[Path]:
    """The files written for `out`, one per page."""
    rest = [out.with_name(f"{out.stem}-{n}{out.suffix}") for n in range(2, len(PAGES) + 1)]
    return [out, *rest]


def save_pictures(out: Path, size: tuple[int, int], text_percent: int = 100) -> list[Path]:
    """Draw every page without a screen and save it."""
    app = App(size, Gallery(), text_percent=text_percent, sound=False)
    driver = Driver(app)
    paths = picture_paths(out)
    for page, path in zip(PAGES, paths, strict=True):
        driver.click(f"pages/{page}")
        driver.save(path)
    app.close()
    return paths


def main(arguments: list[str]) -> int:
    """Command line; exit status 2 with one sentence if the arguments cannot be read."""
    try:
        out = Path(arguments[0])
        width, height = (arguments[1] if len(arguments) > 1 else "1600x900").split("x")
        size = (int(width), int(height))
        percent = int(arguments[2]) if len(arguments) > 2 else 100
    except (IndexError, ValueError):
        print("Use: python -m game.ui.gallery OUT.png [WIDTHxHEIGHT] [100|125|150]")
        return 2
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    try:
        paths = save_pictures(out, size, percent)
    except OSError as problem:
        print(problem)
        return 1
    print("\n".join(str(path) for path in paths))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
