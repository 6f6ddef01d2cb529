"""Help on one page: how a turn works, keys, what the marks mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import pygame

from game.text.catalogue import mark
from game.ui.look import Look
from game.ui.map_content import MapMarker, MarkerKind
from game.ui.map_marks import MarkPainter
from game.ui.map_style import COLORS, HIGH_CONTRAST_COLORS
from game.ui.scene import Scene
from game.ui.scenes import frame
from game.ui.theme import HIGH_CONTRAST
from game.ui.widget import Widget
from game.ui.widgets.badges import NumberDisc
from game.ui.widgets.boxes import Box, Column, Row
from game.ui.widgets.cards import Card
from game.ui.widgets.forecast import RangeBar, RangeMarks
from game.ui.widgets.labels import Delta, Icon, Label
from game.ui.widgets.meters import SignalBars
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea

TURN: Final = (
    mark("Read what happened: news, offers, and what your advisers think."),
    mark("Decide. Most changes cost points of political capital; some cost money too."),
    mark("Look at the forecast: a range for each outcome if you ended the turn now."),
    mark("At big decisions, say first what you expect, and why."),
    mark("End the turn. All governments act at the same time."),
    mark("Read the report. Ask “Why?” of any figure and follow it to its causes."),
)
KEYS: Final = (
    ("Ctrl+Enter", mark("end the turn")),
    ("Ctrl+Z", mark("take back the last order of this turn")),
    ("1 – 6", mark("choose a group of decisions, or a mandate")),
    ("Tab, Shift+Tab", mark("go to the next or the last thing that can be used")),
    (mark("Arrows"), mark("move within lists, tabs, sliders and the map")),
    (mark("Enter, Space"), mark("use what has the focus")),
    ("M", mark("go to the map; plus and minus zoom")),
    ("T", mark("sit down at the table of the region, where states meet")),
    ("Esc", mark("close, or go back")),
    ("F1", mark("this page")),
    ("F11", mark("full screen")),
    ("Ctrl+plus, Ctrl+minus", mark("larger or smaller text")),
    ("Ctrl+Q", mark("leave; the game is saved after every order")),
)
SITES: Final[tuple[tuple[MarkerKind, str], ...]] = (
    ("mine", mark("mine (diamond)")),
    ("refinery", mark("smelter or refinery (square)")),
    ("plant", mark("plant for components (pentagon)")),
    ("park", mark("industrial park (hexagon)")),
    ("port", mark("port (circle)")),
    ("rival", mark("rival producer (small dot)")),
)
SURE: Final = (
    (3, mark("well known: official figures agree")),
    (2, mark("fairly sure: good sources, some doubt")),
    (1, mark("disputed: sources clash")),
)


class SiteSample(Widget):
    """A marker as it stands on the map."""

    def __init__(self, kind: MarkerKind) -> None:
        super().__init__("", width=34)
        self.kind = kind

    def content_height(self, look: Look, width: int) -> int:
        """A line with a marker."""
        return look.px(32)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the marker."""
        strong = look.theme.palette == HIGH_CONTRAST
        colors = HIGH_CONTRAST_COLORS if strong else COLORS
        painter = MarkPainter(look.icons, look.theme, colors)
        side = look.px(12 if self.kind == "rival" else 26)
        painter.draw(surface, MapMarker(self.kind, 0, 0, "", "sample"), self.rect.center, side)


class HelpScene(Scene):
    """Everything on one page that scrolls; two columns where there is room."""

    title = "Help – Downstream"

    def build(self) -> Widget:
        """Bar and cards."""
        say = self.services.catalogue.say
        turn = Card("help-turn", [_title(say("How a turn works")), *self._turn()], gap=10)
        keys = Card("help-keys", [_title(say("Keys")), *self._keys()], gap=6)
        marks = Card("help-marks", [_title(say("On the map")), *self._sites()], gap=4)
        signs = Card("help-signs", [_title(say("Signs")), *self._signs()], gap=8)
        if frame.nominal_size(self)[0] < 900:
            cards: Widget = Column(gap=16, children=[turn, signs, marks, keys])
        else:
            left = Column(gap=16, stretch=1, children=[turn, keys])
            right = Column(gap=16, stretch=1, children=[signs, marks])
            cards = Row(gap=16, even=True, children=[left, right])
        bar = frame.title_bar(
            say("Help"),
            say("Short, on one page"),
            picture=Icon("circle-question-mark", 24, "on_navy"),
            right=[frame.back_button(self)],
            compact=frame.is_short(self),
        )
        page = Box(padding=(32, 20), children=[cards])
        scroll = ScrollArea("help-scroll", page, stretch=1)
        return frame.paint_page(bar, Column(fill="page", gap=0, children=[scroll]))

    def _turn(self) -> list[Widget]:
        say = self.services.catalogue.say
        return [
            Row(gap=12, children=[NumberDisc(number, align="start"),
                                  Paragraph(say(text), 14, tone="ink", stretch=1, align="center")])
            for number, text in enumerate(TURN, 1)
        ]  # fmt: skip

    def _keys(self) -> list[Widget]:
        say = self.services.catalogue.say
        return [
            Row(gap=12, children=[Label(say(keys), 13, "semibold", width=170, align="start"),
                                  Paragraph(say(text), 13, tone="ink_soft", stretch=1)])
            for keys, text in KEYS
        ]  # fmt: skip

    def _sites(self) -> list[Widget]:
        say = self.services.catalogue.say
        sites = [_pair(SiteSample(kind), say(text)) for kind, text in SITES]
        flow = Box(width=34, children=[Icon("arrow-right", 20, "blue")])
        return [*sites, _pair(flow, say("ore and goods; the wider the line, the larger the share"))]

    def _signs(self) -> list[Widget]:
        say = self.services.catalogue.say
        wide = 120
        signs = self._sign_samples(say, wide)
        return [*signs, *(_pair(_held(SignalBars(n), wide), say(text)) for n, text in SURE)]

    def _sign_samples(self, say: Callable[..., str], wide: float) -> Sequence[Widget]:
        marks = RangeMarks(0, 10, (4, 8), 2, 6)
        return (
            _pair(_held(Delta(say("better"), 1), wide), say("an arrow up: the figure rose")),
            _pair(_held(Delta(say("worse"), -1), wide),
                  say("an arrow down: it fell; green is welcome, orange is not")),
            _pair(RangeBar(marks, width=wide),
                  say("a forecast: the tick is now, the band is the range, the dot the middle")),
        )  # fmt: skip

    # --- the scene ------------------------------------------------------------------------

    def on_enter(self) -> None:
        """The keyboard starts on the page, so that its keys scroll."""
        self.root.ensure_layout()
        self.root.set_focus(self.root.find("help-scroll"), visible=False)

    def on_back(self) -> bool:
        """Escape goes back."""
        self.app.pop()
        return True


def _title(text: str) -> Label:
    return Label(text, 18, "semibold")


def _pair(sample: Widget, text: str) -> Row:
    return Row(
        gap=12,
        across="center",
        children=[sample, Paragraph(text, 14, tone="ink_soft", stretch=1)],
    )


def _held(sample: Widget, width: float) -> Box:
    return Box(width=width, children=[sample])
