"""The debrief: how it felt, what happened, why, the real case, what if, what next."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Final

import pygame

from game.match.match import Match
from game.ui.models.debrief import DebriefModel
from game.ui.models.debrief_choices import CASE, FEEL, HAPPENED, NEXT, STEPS, WHAT_IF, WHY
from game.ui.scene import Scene
from game.ui.scenes import frame, routes
from game.ui.scenes.briefing_parts import source_dialog
from game.ui.scenes.debrief_case import case_step
from game.ui.scenes.debrief_feel import feel_step
from game.ui.scenes.debrief_happened import happened_step
from game.ui.scenes.debrief_next import next_step
from game.ui.scenes.debrief_what_if import what_if_step
from game.ui.scenes.debrief_why import why_step
from game.ui.services import Case
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Row, Spacer
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import NavyBar
from game.ui.widgets.labels import Flag, Label
from game.ui.widgets.meters import MeterBar
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Tabs
from game.ui.widgets.tiles import StatTile, TileData

WORK_MS: Final = 12
"""How long one frame works on the debrief; the window stays quick."""
TILES_FROM: Final = 1180
CAPTION_WIDTH: Final = 216

_PARTS: Final[dict[str, Callable[[DebriefScene], Widget]]] = {
    FEEL: feel_step,
    HAPPENED: happened_step,
    WHY: why_step,
    CASE: case_step,
    WHAT_IF: what_if_step,
    NEXT: next_step,
}


class DebriefScene(Scene):
    """Leads through a finished game in six steps. Keys 1 to 6, or Ctrl+Enter for the next step."""

    def __init__(self, case: Case, match: Match) -> None:
        self.case = case
        self.match = match
        self._model: DebriefModel | None = None
        self._stale = False
        self.animated = True

    @property
    def model(self) -> DebriefModel:
        """What the screen shows; made when first asked for."""
        if self._model is None:
            self._model = DebriefModel(self.case, self.match, self.services.catalogue)
        return self._model

    def say(self, message: str, **values: object) -> str:
        """Return one of the game's own sentences."""
        return self.model.words.say(message, **values)

    def on_enter(self) -> None:
        """Name the window after what it shows."""
        self.title = frame.screen_title(self.say("Debrief"), self.case)

    # ---- the work

    def on_frame(self, now_ms: int) -> None:
        """Work on the debrief for some milliseconds; show what became known."""
        until, changed = time.perf_counter() + WORK_MS / 1000, False
        while not self.model.done and time.perf_counter() < until:
            changed |= self.model.work_on()
        self._stale |= changed
        if self._stale and self._at_rest():
            self._stale = False
            self.rebuild()
        self.animated = self._stale or not self.model.done

    def _at_rest(self) -> bool:
        """Whether nobody is in the middle of a click, a drag or an open list."""
        return self.root.capture is None and len(self.root.layers) == 1

    # ---- building

    def build(self) -> Widget:
        """Bar, steps, the step that is open, and the buttons at the bottom."""
        step = _PARTS[self.model.choices.step](self)
        body = ScrollArea(
            f"debrief-{self.model.choices.step}",
            Column(padding=(24, 16), gap=16, children=[step]),
            stretch=1,
        )
        return Column(gap=0, children=[self._bar(), self._steps(), body, self._foot()])

    def _bar(self) -> Widget:
        compact = frame.is_short(self)
        code = self.case.flags.get(self.match.seat, "")
        who: list[Widget] = [Flag(code, 34, "rect")] if code else []
        texts = Column(
            gap=0,
            least_width=150,
            children=[
                Label(self.say("Debrief"), 18, "semibold", "on_navy"),
                Paragraph(self.model.caption, 11, tone="on_navy_soft", max_lines=2),
            ],
        )
        tiles = self._tiles()
        if tiles:
            texts.fixed_width = CAPTION_WIDTH  # so that a long caption takes two lines
            who += [texts, Row(children=tiles, gap=8, even=True, stretch=1)]
        else:
            texts.stretch = 1
            who.append(texts)
        return NavyBar("debrief-bar", who, height=64 if compact else 76, gap=14)

    def _tiles(self) -> list[Widget]:
        """The six outcomes; the first step asks for a feeling before any figure is seen."""
        if self.model.choices.step == FEEL or frame.nominal_size(self)[0] < TILES_FROM:
            return []
        return [
            StatTile(
                f"tile-{tile.key}",
                TileData(
                    tile.name, tile.value, tile.change, tile.direction, icon=tile.icon,
                    note=tile.note,
                ),
                partial(self.show_figure, tile.key),
                stretch=1,
            )
            for tile in self.model.tiles()
        ]  # fmt: skip

    def _steps(self) -> Widget:
        options = [
            Option(key, f"{number}  {self.say(name)}")
            for number, (key, name) in enumerate(STEPS, 1)
        ]
        row: list[Widget] = [
            Tabs("steps", options, self.model.choices.step, self.open_step, size=14, stretch=1)
        ]
        if not self.model.done:
            row += [
                Label(self.say("Re-running your game"), 12, tone="muted"),
                MeterBar(self.model.progress, width=90, align="center"),
            ]
        return Row("steps-row", row, gap=12, padding=(24, 4), fill="surface", across="center")

    def _foot(self) -> Widget:
        first = self.model.choices.place == 0
        last = self.model.choices.step == NEXT
        back = Button(
            "step-back", self.say("Back"), self.step_back, icon="arrow-left", kind="dark",
            compact=True, enabled=not first, lock=False,
        )  # fmt: skip
        leave = Button(
            "to-map", self.say("Back to the map"), self.to_map, icon="map", kind="dark",
            compact=True,
        )  # fmt: skip
        report = Button(
            "foot-report", self.say("Save report"), self.save_report, icon="file-text",
            kind="dark", compact=True,
        )  # fmt: skip
        row: list[Widget] = [leave, report, Spacer(), back]
        if last:
            row.append(
                Button("new-game", self.say("New game"), self.new_game, kind="primary",
                       icon_right="arrow-right", compact=True)
            )  # fmt: skip
        else:
            name = self.say(STEPS[self.model.choices.place + 1][1])
            row.append(
                Button("step-on", name, self.step_on, kind="primary", icon_right="arrow-right",
                       compact=True)
            )  # fmt: skip
        return NavyBar("debrief-foot", row, height=52, gap=12, padding=(24, 8))

    # ---- what can be done

    def open_step(self, step: str) -> None:
        """Show a step."""
        self.model.choices.step = step
        self.rebuild()

    def step_on(self) -> None:
        """Go to the next step."""
        if self.model.choices.go(1):
            self.rebuild()

    def step_back(self) -> None:
        """Go to the step before."""
        if self.model.choices.go(-1):
            self.rebuild()

    def show_figure(self, key: str) -> None:
        """Show an outcome or figure on the big chart."""
        self.model.choices.figure = key
        self.open_step(HAPPENED)

    def show_point(self, number: int) -> None:
        """Open a turning point among the reasons."""
        self.model.choices.point = number
        self.open_step(WHY)

    def open_source(self, number: str) -> None:
        """Show the source of a citation."""
        source = self.model.source(number)
        if source is not None:
            source_dialog(self.root, source, self.services.catalogue)

    def save_report(self) -> None:
        """Write the report and say where it went."""

        def write() -> None:
            page = self.model.report()
            self.model.choices.report = self.services.export_debrief(self.case, self.match, page)

        if frame.attempt(self, self.say("The report was not saved"), write):
            self.rebuild()
            frame.tell(self, self.say("Report saved"), self.model.choices.report)

    def to_map(self) -> None:
        """Go back to the choice of levels."""
        routes.show_picker(self)

    def new_game(self) -> None:
        """Show the briefing of the same level again."""
        app = self.app
        routes.show_picker(self)
        routes.show_briefing(app.scene, self.case)

    # ---- keys

    def on_shortcut(self, key: int, mod: int) -> bool:
        """1 to 6 open a step; Ctrl+Enter goes on."""
        if mod & pygame.KMOD_CTRL and key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self.step_on()
            return True
        place = key - pygame.K_1
        if 0 <= place < len(STEPS) and not mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            self.open_step(STEPS[place][0])
            return True
        return False

    def on_back(self) -> bool:
        """Escape goes back a step, and from the first one to the map."""
        if self.model.choices.go(-1):
            self.rebuild()
        else:
            self.to_map()
        return True
