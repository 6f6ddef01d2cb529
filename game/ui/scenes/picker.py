"""The title and the choice of levels: a map with pins, a list, and the chosen level's details."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pygame

from game.ui.map_content import HitRegion
from game.ui.map_view import MapView
from game.ui.models.picker import Picker
from game.ui.scene import Scene
from game.ui.scenes import frame, routes
from game.ui.scenes.level_list import LevelList, ShortScroll
from game.ui.scenes.map_panel import CornerCard, MapPanel, new_view
from game.ui.scenes.picker_details import details_panel
from game.ui.scenes.picker_parts import GameMark, map_key, mineral_pills
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box, Column, Row
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.cards import NavyBar
from game.ui.widgets.dialog import ask
from game.ui.widgets.dropdown import Dropdown
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.news import callout
from game.ui.widgets.tabs import Option

PANEL_WIDTH = 400
LEAST_PANEL_WIDTH = 300
LIST_SHARE = 0.3
MOST_STRAY = 3
LOW_MAP, WIDE_HEADING = 800, 1200


class PickerScene(Scene):
    """The first screen. The list, the map and the panel show the same choice."""

    title = "Downstream"

    def __init__(self) -> None:
        self.picker: Picker | None = None
        self.view: MapView | None = None

    # --- building -------------------------------------------------------------------------

    def build(self) -> Widget:
        """Bar, map over list beside the details, and the bar at the bottom."""
        model, size = self.model(), frame.nominal_size(self)
        panel_width = max(LEAST_PANEL_WIDTH, min(PANEL_WIDTH, size[0] * 32 // 100))
        main = Row(
            gap=0,
            children=[
                Column(gap=0, stretch=1, children=[self._map(model), *self._list(model)]),
                Box(fill="line", width=1),
                Box(
                    fill="surface",
                    width=panel_width,
                    children=[details_panel(self, model.details(), compact=frame.is_short(self))],
                ),
            ],
        )
        return frame.paint_page(self._bar(), main, self._foot())

    def model(self) -> Picker:
        """The levels, read from the services at first use."""
        if self.picker is None:
            self.picker = Picker(
                self.services.levels(), self.services.catalogue, self.services.lost_saves()
            )
        return self.picker

    def _bar(self) -> NavyBar:
        say = self.services.catalogue.say
        compact = frame.is_narrow(self)
        buttons: list[Widget] = []
        for id, icon, text, action in (
            ("help", "circle-question-mark", say("Help"), routes.show_help),
            ("codex", "book-open", say("Codex"), routes.show_codex),
            ("settings", "settings", say("Settings"), routes.show_settings),
        ):
            open_it = partial(action, self)
            if frame.nominal_size(self)[0] < 900:
                buttons.append(IconButton(id, icon, open_it, tooltip=text, dark=True))
            else:
                buttons.append(
                    Button(id, text, open_it, kind="dark", icon=icon, size=14, align="center")
                )
        caption = say("Govern a state. Bargain over its minerals. See why it went as it did.")
        return frame.title_bar(
            "Downstream",
            caption,
            picture=GameMark(36 if compact else 44),
            right=buttons,
            compact=frame.is_short(self),
            title_size=22 if frame.is_short(self) else 30,
        )

    def _map(self, model: Picker) -> Widget:
        if self.view is None:
            self.view = new_view(self.app.look)
        layers: list[Widget] = [MapPanel("map", self.view, model.map_content(), self._pin_picked)]
        marks = model.marks_shown()
        if marks and frame.nominal_size(self)[1] >= 600:
            layers.append(CornerCard("bottom-left", map_key(marks, self.services.catalogue)))
        pills = mineral_pills(model.minerals(), model.mineral, self.ask_for)
        if pills and not self._low_map:
            layers.append(CornerCard("top-right", pills))
        return Box(children=layers, stretch=1)

    @property
    def _low_map(self) -> bool:
        """Whether the pills would cover the north of the map; they then stand above the list."""
        wide, high = frame.nominal_size(self)
        return high < LOW_MAP and wide >= WIDE_HEADING

    def _list(self, model: Picker) -> list[Widget]:
        rows = model.rows()
        pills = mineral_pills(model.minerals(), model.mineral, self.ask_for, over_map=False)
        beside: list[Widget] = [
            Label(model.caption(), 13, tone="muted", stretch=1),
            Label(model.progress(), 13, "medium", "ink_soft", rigid=True),
        ]
        if pills and self._low_map:
            beside = [Box(children=[pills], stretch=1)]
        heading = Row(
            gap=12,
            across="center",
            children=[
                Label(model.heading(), 18, "semibold", rigid=True),
                *beside,
            ],
        )
        levels = LevelList("levels", rows, model.selected, self.choose, self.go_on)
        most_px = round(self.app.size[1] * LIST_SHARE)
        parts: list[Widget] = [heading, ShortScroll("levels-scroll", levels, most_px=most_px)]
        if notice := self.services.play_folder_notice:
            parts.insert(0, callout(notice, icon="folder-open", tone="amber", id="folder-notice"))
        if stray := model.stray_saves():
            text = "\n".join(stray[:MOST_STRAY])
            title = self.services.catalogue.say("Saved games that cannot be read")
            parts.insert(
                0, callout(text, icon="triangle-alert", tone="amber", id="stray-saves", title=title)
            )
        if not rows:
            empty = self.services.catalogue.say(
                "No levels were found in the folder levels/campaign."
            )
            parts.append(callout(empty, icon="triangle-alert", tone="amber", id="no-levels"))
        return [Column(fill="surface", padding=(24, 14), gap=8, children=parts)]

    def _foot(self) -> NavyBar:
        say = self.services.catalogue.say
        languages = [Option(code, name) for code, name in self.services.languages()]
        language = Dropdown(
            "language",
            languages,
            self.services.settings().language,
            self.speak,
            size=13,
            dark=True,
            align="center",
            height=30,
            tooltip=say("Language"),
        )
        left: list[Widget] = [
            _pair(
                "check",
                "good_on_navy",
                Label(say("Works without a network"), 13, tone="on_navy_soft"),
            ),
            _pair("languages", "on_navy_soft", language),
        ]
        if frame.nominal_size(self)[0] < 900:
            return frame.foot_bar(left)
        note = say("A model, not a forecast · not the view of any government")
        return frame.foot_bar(left, [Label(note, 12, tone="on_navy_soft")])

    # --- what a person does ---------------------------------------------------------------

    def choose(self, key: str) -> None:
        """Show another level."""
        self.model().choose(key)
        self.rebuild()

    def ask_for(self, mineral: str) -> None:
        """Show the levels of one mineral, or of all."""
        self.model().ask_for(mineral)
        self.rebuild()

    def take_seat(self, seat: str) -> None:
        """Govern another state in the next game."""
        self.model().take_seat(seat)
        self.rebuild()

    def take_scenario(self, key: str) -> None:
        """Play the next game in another scenario."""
        self.model().take_scenario(key)
        self.rebuild()

    def _pin_picked(self, hit: HitRegion) -> None:
        self.choose(hit.id)

    def go_on(self, key: str = "") -> None:
        """Continue the saved game of the chosen level, or start it."""
        details = self.model().details()
        if details is None or details.problem:
            return
        if details.saved is not None and details.saved.go_on:
            self.continue_game()
        else:
            self.start_level()

    def start_level(self) -> None:
        """Open the briefing of the chosen level."""
        say = self.services.catalogue.say

        def deed() -> None:
            model = self.model()
            routes.show_briefing(self, self.services.load(model.key_to_load, model.seat))

        frame.attempt(self, say("This level cannot be opened"), deed)

    def continue_game(self) -> None:
        """Take up the saved game of the chosen level."""
        say, model = self.services.catalogue.say, self.model()
        entry = next(e for e in model.entries if e.id == model.selected)

        def deed() -> None:
            if entry.saved is not None:
                routes.show_game(self, *self.services.resume(entry.saved.id))

        frame.attempt(self, say("This game cannot be continued"), deed)

    def speak(self, language: str) -> None:
        """Keep another language and show everything in it."""
        self.services.keep_settings(replace(self.services.settings(), language=language))
        self.picker = None
        self.rebuild()

    # --- the scene ------------------------------------------------------------------------

    def on_enter(self) -> None:
        """The keyboard starts on the list."""
        self.root.set_focus(self.root.find("levels"), visible=False)

    def on_resume(self) -> None:
        """Saved games may have changed meanwhile."""
        self.model().refresh(self.services.levels(), self.services.lost_saves())
        self.rebuild()

    def on_shortcut(self, key: int, mod: int) -> bool:
        """Enter goes on wherever the keyboard is."""
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self.go_on()
            return True
        if key == pygame.K_F1:
            routes.show_help(self)
            return True
        return False

    def on_back(self) -> bool:
        """Escape asks whether to leave."""
        say = self.services.catalogue.say
        ask(
            self.root,
            "leave",
            say("Leave the game?"),
            say("Saved games stay where they are."),
            say("Leave"),
            say("Stay"),
            self.app.quit,
        )
        return True


def _pair(icon: str, tone: str, widget: Widget) -> Row:
    """An icon close to what it belongs to."""
    return Row(gap=8, across="center", children=[Icon(icon, 16, tone), widget])
