"""The turn: dashboard, map and value chain, decisions, forecast, news."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.engine.orders import Order
from game.match.match import Match
from game.text.catalogue import mark
from game.text.describe import Words
from game.ui.map_content import HitRegion
from game.ui.map_view import MapView
from game.ui.models.turn import TurnModel
from game.ui.models.turn_dashboard import Tile
from game.ui.models.turn_why import why_view
from game.ui.scene import Scene
from game.ui.scenes.briefing_parts import source_dialog
from game.ui.scenes.frame import game_bar, is_narrow, is_short, nominal_size, screen_title, tell
from game.ui.scenes.map_panel import new_view
from game.ui.scenes.routes import show_codex
from game.ui.scenes.turn_ask import AskDialog
from game.ui.scenes.turn_author import look_at_level
from game.ui.scenes.turn_menu import OrdersDialog, confirm_empty, open_advice, open_menu
from game.ui.scenes.turn_panel import (
    DECIDE,
    FORECAST,
    folded_panel,
    foot,
    narrow_panel,
    panel_body,
    wide_panel,
)
from game.ui.scenes.turn_table import TableDialog
from game.ui.scenes.turn_talk import TalkDialog
from game.ui.scenes.turn_tiles import tile_data
from game.ui.scenes.turn_view import chain_area, map_area
from game.ui.scenes.turn_why import open_why
from game.ui.services import Case
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Divider, Row
from game.ui.widgets.buttons import IconButton
from game.ui.widgets.dialog import toast
from game.ui.widgets.news import news_bar
from game.ui.widgets.tabs import Option, Segmented
from game.ui.widgets.tiles import TileData

if TYPE_CHECKING:
    from game.ui.app import App

SINGLE_BELOW = 900
"""Nominal width below which map, chain, decisions and forecast take turns."""
LOW_PANEL = 760
"""Nominal height below which the panel shows decisions or the forecast, not both."""
MAP, CHAIN = "map", "chain"
LOOK_MS = 1_000
"""How often a level that is being written is looked at."""


class TurnScene(Scene):
    """The open turn of a match. Ctrl+Enter ends it, Ctrl+Z undoes, 1–6 turn the tabs, M the
    map, T the table of the region.

    `view` is what a small window shows: decisions, forecast, and when very small map or chain.
    """

    def __init__(self, case: Case, match: Match) -> None:
        self.case = case
        self.match = match
        self.view = DECIDE
        self.folded = False
        self.picked: HitRegion | None = None
        self.refusal = ""
        self._looked_ms = 0

    def enter(self, app: App) -> None:
        """Make model and map, then the tree."""
        self.words = Words(app.services.catalogue, self.case.level, self.case.texts)
        self.model = TurnModel(self.case, self.match, self.words)
        seat = self.match.seat
        self.map_view: MapView = new_view(app.look, (self.case.countries.get(seat, seat),))
        self.title = screen_title(self.model.title()[1], self.case)
        self.model.open_first()
        super().enter(app)

    def on_resume(self) -> None:
        """Back from settings, help or codex."""
        self.rebuild()

    def on_look(self, now_ms: int) -> None:
        """Once a second: has an author saved the level that is being played?"""
        if now_ms - self._looked_ms >= LOOK_MS:
            self._looked_ms = now_ms
            look_at_level(self)

    # --- layout ---------------------------------------------------------------------------

    @property
    def narrow(self) -> bool:
        """Whether decisions and forecast take turns in the panel."""
        return is_narrow(self) or nominal_size(self)[1] < LOW_PANEL

    @property
    def single(self) -> bool:
        """Whether only one thing fits at a time."""
        return nominal_size(self)[0] < SINGLE_BELOW

    def build(self) -> Widget:
        """Bar, map and chain at the left, panel at the right, news below."""
        body = self._single_body() if self.single else self._wide_body()
        body.stretch = 1
        parts: list[Widget] = [self._bar(), body]
        if not (self.single and is_short(self)):
            parts.append(self._news())
        return Column(gap=0, children=parts, fill="page")

    def _bar(self) -> Widget:
        name, turn, date = self.model.title()
        say = self.words.say
        tiles = [(tile.figure, self._tile(tile)) for tile in self.model.outcomes()]
        right: list[Widget] = []
        if not is_narrow(self):
            tip = say(mark("Codex and sources"))
            right.append(IconButton("codex", "book-open", self._codex, tooltip=tip, dark=True))
        right.append(
            IconButton("menu", "menu", self._open_menu, tooltip=say(mark("Menu (Esc)")), dark=True)
        )
        flag = self.case.flags.get(self.match.seat, "")
        return game_bar(name, turn, date, tiles, self.open_why, flag=flag, right=right)

    def _tile(self, tile: Tile) -> TileData:
        note = "" if tile.explained else self.words.say(mark("after this turn"))
        return tile_data(tile, brief=is_narrow(self), lit=tile.lit, note=note)

    def _wide_body(self) -> Widget:
        left = Column(gap=0, children=[map_area(self), chain_area(self)], stretch=1)
        if self.folded and self.narrow:
            panel = folded_panel(self)
        else:
            panel = narrow_panel(self) if self.narrow else wide_panel(self)
        return Row(gap=0, children=[left, Divider("down"), panel])

    def _single_body(self) -> Widget:
        say = self.words.say
        options = [
            Option(MAP, say(mark("Map"))),
            Option(CHAIN, say(mark("Chain"))),
            Option(DECIDE, say(mark("Decisions"))),
            Option(FORECAST, say(mark("Forecast"))),
        ]
        switch = Segmented("panel-view", options, self.view, self.show_view, size=12)
        content: list[Widget]
        if self.view == MAP:
            content = [map_area(self)]
        elif self.view == CHAIN:
            content = [chain_area(self)]
        else:
            content = panel_body(self, self.view)
        inside = Column(gap=8, children=[switch, *content], padding=(12, 8, 12, 0), stretch=1)
        return Column(gap=0, children=[inside, foot(self)], fill="surface")

    def _news(self) -> Widget:
        say = self.words.say
        headlines = [item.headline for item in self.model.news()]
        if not headlines:
            first = mark("Your first turn begins") if not self.match.turn else mark("A quiet year")
            headlines = [say(first)]
        return news_bar(say(mark("NEWS")), headlines, self._mandate())

    def _mandate(self) -> str:
        name = self.words.names.name("mandate", self.match.mandate.id)
        return self.words.say(mark("Your goal: {mandate}"), mandate=name)

    # --- what can be done: looking --------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Turn a small window to another part."""
        self.view = view
        self.rebuild()

    def show_area(self, area: str) -> None:
        """Turn to a tab of the decisions."""
        self.model.show_area(area)
        self.refusal, self.folded = "", False
        self.view = DECIDE
        self.rebuild()

    def show_mineral(self, mineral: str) -> None:
        """Show another mineral's value chain."""
        self.model.mineral = mineral
        self.rebuild()

    def show_everything(self) -> None:
        """Show the tab's other levers."""
        self.model.show_everything()
        self.rebuild()

    def open_card(self, lever: str) -> None:
        """Open a lever's card, closing the one that was open, and bring it into sight."""
        self.model.opened, self.refusal = lever, ""
        self.rebuild()
        self.root.ensure_layout()
        if lever and (card := self.root.find(f"card-{lever}")) is not None:
            self.root.reveal(card)

    def pick_target(self, lever: str, target: str) -> None:
        """Turn a lever's card to another target."""
        self.model.pick_target(lever, target)
        self.rebuild()

    def fold(self) -> None:
        """Fold the panel away, or bring it back."""
        self.folded = not self.folded
        self.rebuild()

    def pick(self, hit: HitRegion) -> None:
        """Open the card of a place on the map."""
        self.picked = hit if hit.kind in ("marker", "partner") else None
        self.rebuild()

    def unpick(self) -> None:
        """Close the card of a place."""
        self.picked = None
        self.rebuild()

    def zoom(self, factor: float) -> None:
        """Come closer to the map, or step back."""
        if self.map_view.zoom(factor):
            self.rebuild()

    def open_source(self, number: str) -> None:
        """Say where a sentence comes from."""
        found = next((x for x in self.case.sources if str(x.number) == number), None)
        if found is not None:
            source_dialog(self.root, found, self.words.catalogue)

    def open_why(self, figure: str) -> None:
        """Explain a figure of the dashboard."""
        said = self.words.outcome(figure)
        why = self.model.why(figure)
        about = f"{said.counts} {said.formula}"
        if why is None:
            first = self.words.say(mark("There is nothing to compare before the first turn ends."))
            tell(self, said.name, f"{about} {first}")
            return
        open_why(self, self.words.catalogue, why_view(why, self.words), about)

    def open_offer(self, offer: str) -> None:
        """Open a negotiation."""
        TalkDialog(self, offer).show()

    def open_table(self) -> None:
        """Sit down at the table of the region, where a level has one."""
        if self.match.level.region is not None:
            TableDialog(self).show()

    def open_orders(self) -> None:
        """Look through the orders of the turn."""
        OrdersDialog(self).show()

    def open_advice(self) -> None:
        """Ask the advisers."""
        open_advice(self)

    def _codex(self) -> None:
        show_codex(self)

    def _open_menu(self) -> None:
        open_menu(self)

    # --- what can be done: deciding -------------------------------------------------------

    def choose(self, lever: str, target: str, setting: tuple[int, ...]) -> None:
        """Put a setting on the draft, after the prediction it asks for."""
        self._decide(
            Order(lever, target, setting), lambda: self.model.choose(lever, target, setting)
        )

    def give(self, order: Order) -> None:
        """Put an order on the draft, after the prediction it asks for."""
        self._decide(order, lambda: self.model.give(order))

    def _decide(self, order: Order, deed: Callable[[], str]) -> None:
        prediction = self.model.asked_before(order)
        if prediction is not None and not self.match.check(order):
            self.rebuild()  # the slider goes back until the answer is saved
            AskDialog(self, prediction, lambda: self._decide(order, deed), self._undecided).show()
            return
        self.refusal = deed()
        self.app.sounds.play("warning" if self.refusal else "confirm")
        self.rebuild()

    def _undecided(self) -> None:
        toast(self.root, self.words.say(mark("Nothing was ordered: the prediction comes first.")))

    def take_back(self, order: Order) -> None:
        """Take an order off the draft."""
        self.match.withdraw(order)
        self.refusal = ""
        self.rebuild()

    def undo(self) -> None:
        """Take the last step back."""
        self.refusal = ""
        if self.match.undo():
            self.rebuild()
        elif self.root.find("toast") is None:
            toast(self.root, self.words.say(mark("There is nothing to undo.")))

    def ask_end(self) -> None:
        """End the turn; first ask what must be asked."""
        prediction = self.model.asked_before(None)
        if prediction is not None:
            AskDialog(self, prediction, self.ask_end).show()
        elif not self.match.draft.orders and not self._has_held_before():
            confirm_empty(self, self._end)
        else:
            self._end()

    def _has_held_before(self) -> bool:
        """Whether a turn was ended without orders earlier in this game."""
        return any(not sheets[self.match.seat].orders for sheets in self.match.sheets)

    def _end(self) -> None:
        from game.ui.scenes.report import ReportScene

        expected = self.model.forecast()
        self.match.seal()
        self.app.sounds.play("end-turn")
        self.app.replace(ReportScene(self.case, self.match, expected))

    # --- keys -----------------------------------------------------------------------------

    def on_back(self) -> bool:
        """Escape closes the picked place, or opens the menu."""
        if self.picked is not None:
            self.unpick()
        else:
            open_menu(self)
        return True

    def on_shortcut(self, key: int, mod: int) -> bool:
        """Ctrl+Enter, Ctrl+Z, Ctrl+Y, 1–6, M, T."""
        if mod & pygame.KMOD_CTRL:
            return self._control_key(key)
        areas = self.model.areas()
        number = key - pygame.K_1
        if 0 <= number < len(areas):
            self.show_area(areas[number])
            return True
        if key == pygame.K_m:
            return self._to_map()
        if key == pygame.K_t and self.match.level.region is not None:
            self.open_table()
            return True
        return False

    def _control_key(self, key: int) -> bool:
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self.ask_end()
        elif key == pygame.K_z:
            self.undo()
        elif key == pygame.K_y:
            if self.match.redo():
                self.rebuild()
        else:
            return False
        return True

    def _to_map(self) -> bool:
        if self.single and self.view != MAP:
            self.show_view(MAP)
        found = self.root.find("map")
        if found is not None:
            self.root.set_focus(found)
        return found is not None
