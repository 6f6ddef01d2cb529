"""Pieces that all screens share: bars at the top and bottom, steps, how sure something is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from game.text.catalogue import Catalogue, mark
from game.ui.scene import Scene
from game.ui.services import Case, Refused, Settings
from game.ui.widget import Widget
from game.ui.widgets.badges import NumberDisc
from game.ui.widgets.boxes import Box, Column, Row, Spacer
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import NavyBar
from game.ui.widgets.dialog import open_dialog
from game.ui.widgets.labels import Flag, Label
from game.ui.widgets.meters import SignalBars
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.tiles import StatTile, TileData

NARROW: Final = 1366
SHORT: Final = 720
SURE_BARS: Final = {"well_known": 3, "fairly_sure": 2, "disputed": 1}
SURE_NAMES: Final = {
    "well_known": mark("well known"),
    "fairly_sure": mark("fairly sure"),
    "disputed": mark("disputed"),
}


def screen_title(screen: str, case: Case) -> str:
    """What the window is called: the screen, the level, the game."""
    return f"{screen} \N{EN DASH} {case.texts.get('level.title', '')} \N{EN DASH} Downstream"


def nominal_size(scene: Scene) -> tuple[int, int]:
    """The window's size in nominal pixels: what is left of it at this zoom and text size."""
    scale = scene.app.look.theme.text_scale
    return round(scene.app.size[0] / scale), round(scene.app.size[1] / scale)


def is_narrow(scene: Scene) -> bool:
    """Whether the window is too narrow for two wide columns side by side."""
    return nominal_size(scene)[0] < NARROW


def is_short(scene: Scene) -> bool:
    """Whether the window is so low that captions should give way."""
    return nominal_size(scene)[1] < SHORT


def title_bar(
    title: str,
    caption: str = "",
    *,
    flag: str = "",
    picture: Widget | None = None,
    right: Sequence[Widget] = (),
    compact: bool = False,
    title_size: float = 20,
) -> NavyBar:
    """The navy bar of a screen: flag or picture, title over caption, `right` at the right end."""
    texts: list[Widget] = [Label(title, title_size, "semibold", "on_navy")]
    if caption:
        texts.append(Label(caption, 13, tone="on_navy_soft"))
    row: list[Widget] = []
    if picture is not None:
        row.append(picture)
    elif flag:
        row.append(Flag(flag, 30 if compact else 36, "rect"))
    row += [Column(children=texts, gap=1, stretch=1), *right]
    return NavyBar("title-bar", row, height=60 if compact else 80, gap=14 if compact else 16)


def game_bar(
    name: str,
    turn_text: str,
    date_text: str,
    tiles: Sequence[tuple[str, TileData]],
    on_tile: Callable[[str], None],
    *,
    flag: str = "",
    right: Sequence[Widget] = (),
) -> NavyBar:
    """The bar above a game in progress: flag, state, turn, and outcome tiles `tile-<key>`.

    Activating a tile calls `on_tile(key)`: the tile's figure is asked "why?".
    """
    shown = [StatTile(f"tile-{key}", data, partial(on_tile, key), stretch=1) for key, data in tiles]
    turn = Row(
        gap=8,
        children=[
            Label(turn_text, 13, "semibold", "amber", rigid=True),
            Label(date_text, 13, tone="on_navy_soft", rigid=True),
        ],
    )
    who = Column(gap=0, least_width=96, children=[Label(name, 20, "semibold", "on_navy"), turn])
    row: list[Widget] = [Flag(flag, 34, "rect")] if flag else []
    row += [who, Row(children=shown, gap=8, even=True, stretch=1), *right]
    return NavyBar("game-bar", row, height=72, gap=12)


def foot_bar(left: Sequence[Widget], right: Sequence[Widget] = ()) -> NavyBar:
    """The low navy bar at the bottom."""
    return NavyBar("foot-bar", [*left, Spacer(), *right], height=42, gap=20, padding=(24, 2))


def step_marks(names: Sequence[str], current: int) -> Row:
    """Numbered steps with their names: done ones ticked, the current one amber."""
    row: list[Widget] = []
    for number, name in enumerate(names):
        if row:
            row.append(Box(fill="navy_line", width=28, height=2, align="center"))
        done, now = number < current, number == current
        fill = "good_on_navy" if done else "amber" if now else "navy_line"
        ink = "on_navy" if number > current else "ink"
        tone = "on_navy_soft" if number > current else "on_navy"
        row.append(NumberDisc(number + 1, fill=fill, ink=ink, done=done))
        row.append(Label(name, 14, "semibold", tone, rigid=True))
    return Row("steps", row, gap=8, across="center")


def sure_mark(catalogue: Catalogue, sure: str, *, named: bool = True) -> Row:
    """Signal bars for how sure something is, with the words beside or as tooltip."""
    name = catalogue.say(SURE_NAMES[sure]) if sure in SURE_NAMES else ""
    bars = SignalBars(SURE_BARS.get(sure, 0), visible=bool(name), tooltip=name)
    shown: list[Widget] = [bars]
    if named and name:
        shown.append(Label(name, 12, tone="muted", rigid=True))
    return Row(children=shown, gap=6, across="center")


def back_button(scene: Scene) -> Button:
    """The button `back` of a screen that lies over another."""
    say = scene.services.catalogue.say
    return Button(
        "back", say("Back"), scene.app.pop, kind="dark", size=14, icon="arrow-left",
        align="center", shortcut=say("Esc"),
    )  # fmt: skip


def paint_page(bar: Widget, body: Widget, foot: Widget | None = None) -> Column:
    """A whole screen: bar, body that takes what is left, and a bar at the bottom."""
    body.stretch = 1
    return Column(gap=0, children=[bar, body] if foot is None else [bar, body, foot])


def tell(scene: Scene, title: str, text: str) -> None:
    """Say something in a dialog with one button, such as why something was refused."""
    say = scene.services.catalogue.say

    def buttons(close: Callable[[], None]) -> Sequence[Widget]:
        return (Button("tell-ok", say("OK"), close, kind="primary"),)

    open_dialog(
        scene.root,
        "tell",
        title,
        [Paragraph(text, 14, tone="ink")],
        buttons=buttons,
        width=480,
        focus_id="tell-ok",
    )


def attempt(scene: Scene, title: str, deed: Callable[[], None]) -> bool:
    """Do something; if it is refused, say why in a dialog. True if it was done."""
    try:
        deed()
    except Refused as refusal:
        tell(scene, title, str(refusal))
        return False
    return True


def apply_settings(scene: Scene, settings: Settings) -> None:
    """Bring the window in line with settings; only what differs is touched."""
    app = scene.app
    app.sounds.enabled = settings.sound
    if app.text_percent != settings.text_percent:
        app.set_text_percent(settings.text_percent)
    if app.high_contrast != settings.high_contrast:
        app.set_high_contrast(settings.high_contrast)
    if app.fullscreen != settings.fullscreen:
        app.set_fullscreen(settings.fullscreen)
