"""The report on a turn: what changed and why, forecast and outcome, partners, news, next turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.match.match import Match
from game.text.catalogue import mark
from game.text.describe import Words
from game.ui.models.report import ReportModel
from game.ui.models.turn_dashboard import Tile
from game.ui.models.turn_forecast import ForecastRow
from game.ui.scene import Scene
from game.ui.scenes.frame import game_bar, is_narrow, nominal_size, screen_title
from game.ui.scenes.report_cards import (
    happened_card,
    headline_card,
    newspaper,
    next_card,
    onward_buttons,
    orders_done,
    others_card,
    partners_card,
    way_card,
)
from game.ui.scenes.routes import show_debrief, show_picker
from game.ui.scenes.turn_tiles import tile_data
from game.ui.scenes.turn_why import open_why
from game.ui.services import Case
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box, Column, Row
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.dialog import open_dialog
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Tabs
from game.ui.widgets.tiles import TileData

if TYPE_CHECKING:
    from game.ui.app import App

LOW_REPORT = 800
ROOM_FOR_WAY = 860
"""From this height on the way so far stands below the rest."""
FEW_ROWS = 6
"""Up to so many causes leave room for the next turn below them."""
CHANGES, FORECAST, OTHERS = "changes", "forecast", "partners"


class ReportScene(Scene):
    """The report on the turn sealed last. Enter leads to the next turn, or to the debrief.

    `expected` is the forecast as it stood when the turn was ended; without it the report says
    that none was made. `view` is the tab a small window shows.
    """

    def __init__(self, case: Case, match: Match, expected: tuple[ForecastRow, ...] = ()) -> None:
        self.case = case
        self.match = match
        self.expected = expected
        self.view = CHANGES

    def enter(self, app: App) -> None:
        """Make the model, then the tree."""
        self.words = Words(app.services.catalogue, self.case.level, self.case.texts)
        self.model = ReportModel(self.case, self.match, self.words, self.expected)
        self.title = screen_title(self.model.title()[1], self.case)
        super().enter(app)

    def on_enter(self) -> None:
        """The next step has the keyboard: Enter goes on."""
        self.root.set_focus(self.root.find("onward"), visible=False)

    @property
    def narrow(self) -> bool:
        """Whether the parts of the report stand on tabs."""
        return is_narrow(self) or nominal_size(self)[1] < LOW_REPORT

    # --- layout ---------------------------------------------------------------------------

    def build(self) -> Widget:
        """Bar with outcomes; below it everything at once, or by tabs."""
        body = self._tabbed() if self.narrow else self._whole()
        body.stretch = 1
        return Column(gap=0, children=[self._bar(), body], fill="page")

    def _bar(self) -> Widget:
        state, title, date = self.model.title()
        largest = self.model.largest.name
        tiles = [(tile.figure, self._tile(tile, largest)) for tile in self.model.outcomes()]
        say = self.words.say
        menu = IconButton(
            "menu", "menu", self.open_menu, tooltip=say(mark("Menu (Esc)")), dark=True
        )
        flag = self.case.flags.get(self.match.seat, "")
        return game_bar(state, title, date, tiles, self.open_why, flag=flag, right=[menu])

    def _tile(self, tile: Tile, largest: str) -> TileData:
        return tile_data(tile, brief=is_narrow(self), lit=tile.figure == largest)

    def _whole(self) -> Widget:
        pair = Row(
            children=[_stretched(others_card(self)), _stretched(happened_card(self))],
            gap=16,
            even=True,
        )
        left_cards, right_cards = (
            [headline_card(self), pair],
            [newspaper(self), partners_card(self)],
        )
        if len(self.model.headline().rows) <= FEW_ROWS:
            left_cards.append(next_card(self, wide=True))
        else:
            right_cards.append(next_card(self))
        if nominal_size(self)[1] >= ROOM_FOR_WAY:
            pair.stretch = 1
            right_cards += way_card(self)
        left = Column(gap=16, children=left_cards, padding=2)
        right = Column(gap=16, children=right_cards, padding=2)
        side = Column(
            gap=12,
            width=470,
            children=[
                ScrollArea("report-side", right, stretch=1),
                onward_buttons(self, self.onward),
            ],
        )
        main = ScrollArea("report-main", left, stretch=1)
        return Row(children=[main, side], gap=18, padding=(24, 16, 24, 16))

    def _tabbed(self) -> Widget:
        say = self.words.say
        options = [
            Option(CHANGES, say(mark("What changed")), "git-branch"),
            Option(FORECAST, say(mark("Forecast and next turn")), "target"),
            Option(OTHERS, say(mark("Partners and news")), "newspaper"),
        ]
        tabs = Tabs("report-tabs", options, self.view, self.show_view, size=14)
        content = Column(children=self._tab_cards(), gap=12, padding=2)
        area = ScrollArea(f"report-{self.view}", content, stretch=1)
        return Column(
            gap=10,
            children=[tabs, area, onward_buttons(self, self.onward)],
            padding=(20, 6, 20, 12),
        )

    def _tab_cards(self) -> list[Widget]:
        if self.view == CHANGES:
            return [headline_card(self), others_card(self)]
        if self.view == FORECAST:
            return [happened_card(self), next_card(self)]
        return [newspaper(self), partners_card(self)]

    # --- what can be done -----------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Turn to a tab."""
        self.view = view
        self.rebuild()

    def open_why(self, figure: str) -> None:
        """Explain a figure."""
        said = self.words.outcome(figure)
        about = f"{said.counts} {said.formula}"
        open_why(self, self.words.catalogue, self.model.why(figure), about)

    def open_orders_done(self) -> None:
        """Show the orders of the turn."""
        say = self.words.say
        open_dialog(
            self.root, "orders-done-dialog", say(mark("Your orders this turn")), orders_done(self)
        )

    def open_menu(self) -> None:
        """Go on, or save and leave."""
        say = self.words.say

        def buttons(close: Callable[[], None]) -> Sequence[Widget]:
            def leave() -> None:
                close()
                show_picker(self)

            return (
                Button("menu-leave", say(mark("Save and leave")), leave, icon="log-out"),
                Button("menu-resume", say(mark("Go on")), close, kind="primary"),
            )

        open_dialog(
            self.root,
            "menu-dialog",
            say(mark("Menu")),
            [],
            buttons=buttons,
            caption=say(mark("The turn is sealed and saved.")),
            width=420,
            focus_id="menu-resume",
        )

    def onward(self) -> None:
        """On to the next turn, or to the debrief after the last."""
        from game.ui.scenes.turn import TurnScene

        if self.match.over:
            show_debrief(self, self.case, self.match)
        else:
            self.app.replace(TurnScene(self.case, self.match))

    def on_shortcut(self, key: int, mod: int) -> bool:
        """Enter goes on wherever the keyboard is; 1–3 turn the tabs.

        Ctrl+Enter does not: held down after ending a turn, it would end the next one too.
        """
        if mod & pygame.KMOD_CTRL:
            return False
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self.onward()
            return True
        views = (CHANGES, FORECAST, OTHERS)
        number = key - pygame.K_1
        if self.narrow and 0 <= number < len(views):
            self.show_view(views[number])
            return True
        return False

    def on_back(self) -> bool:
        """Escape opens the menu."""
        self.open_menu()
        return True


def _stretched(widget: Widget) -> Widget:
    """The widget with a share of the row."""
    return Box(children=[widget], stretch=1)
