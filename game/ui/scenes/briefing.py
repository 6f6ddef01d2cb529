"""The briefing: read the situation, choose a mandate, begin."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pygame

from game.match.match import Match
from game.text.level_texts import LevelWords
from game.ui.models.briefing import AdviserView, Briefing, MandateView, briefing_of
from game.ui.scene import Scene
from game.ui.scenes import frame, routes
from game.ui.scenes.briefing_mandates import mandate_card
from game.ui.scenes.briefing_parts import (
    advisers_card,
    cited,
    say_more,
    situation_card,
    source_dialog,
    sources_card,
)
from game.ui.services import Case
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Grid, Row, Spacer
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import NavyBar
from game.ui.widgets.dialog import open_dialog
from game.ui.widgets.labels import Label
from game.ui.widgets.news import callout
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Tabs

MANDATES_WIDTH = 536
ONE_COLUMN_BELOW = 1180
LEAST_READ = 400
LOW = 800
TWO_MANDATES_FROM = 900
READ, CHOOSE = "read", "choose"


class BriefingScene(Scene):
    """Shows a level before its first turn. In narrow windows "Read" and "Choose" are two pages.

    With a `match`, a game of a round, seat and mandate are fixed and that game begins.
    """

    def __init__(self, case: Case, match: Match | None = None) -> None:
        self.case = case
        self.match = match
        order = [each for each in case.mandate_order if each in _ids(case)] or _ids(case)
        self.mandate = match.mandate.id if match else order[0]
        self.chosen = match is not None
        self.page = READ

    # --- building -------------------------------------------------------------------------

    @property
    def briefing(self) -> Briefing:
        """What stands on the screen."""
        found = briefing_of(self.case, self.services.catalogue)
        if self.match is None:
            return found
        fixed = tuple(each for each in found.mandates if each.id == self.mandate)
        return replace(found, mandates=fixed)

    @property
    def paged(self) -> bool:
        """Whether reading and choosing are two pages."""
        return frame.nominal_size(self)[0] < ONE_COLUMN_BELOW

    def build(self) -> Widget:
        """Bar, then what there is to read beside the mandates, or one of the two."""
        briefing = self.briefing
        if self.paged:
            body = self._pages(briefing)
        else:
            wide = min(MANDATES_WIDTH, frame.nominal_size(self)[0] * 36 // 100)
            body = Row(
                gap=20,
                padding=(28, 20, 28, 16),
                stretch=1,
                children=[
                    # A width of its own: long figures must not push the mandates aside.
                    ScrollArea("read-scroll", self._reading(briefing), stretch=1, width=LEAST_READ),
                    Column(width=wide, gap=12, children=self._choosing(briefing)),
                ],
            )
        return frame.paint_page(self._bar(briefing), Column(fill="page", gap=0, children=[body]))

    def _bar(self, briefing: Briefing) -> NavyBar:
        say = self.services.catalogue.say
        seat = self.match.seat if self.match else self.case.seat or self.case.level.seats[0]
        current = 1 if self.chosen or self.page == CHOOSE else 0
        steps = frame.step_marks([say("Read"), say("Choose"), say("Play")], current)
        several = len(self.case.level.seats) > 1
        govern = say("You govern {state}", state=self._name(seat)) if several else ""
        caption = " · ".join(part for part in (govern, briefing.place, briefing.title) if part)
        return frame.title_bar(
            say("Briefing"),
            caption,
            flag=self.case.flags.get(seat, ""),
            right=[steps] if frame.nominal_size(self)[0] >= 760 else [],
            compact=frame.is_short(self),
            title_size=20,
        )

    def _name(self, seat: str) -> str:
        return LevelWords(self.case.texts).name("state", seat)

    def _pages(self, briefing: Briefing) -> Widget:
        say = self.services.catalogue.say
        options = [Option(READ, say("1  Read")), Option(CHOOSE, say("2  Choose your mandate"))]
        tabs = Tabs("pages", options, self.page, self.turn_to)
        if self.page == READ:
            parts: list[Widget] = [
                ScrollArea("read-scroll", self._reading(briefing), stretch=1),
                self._buttons(),
            ]
        else:
            parts = self._choosing(briefing)
        return Column(padding=(20, 6, 20, 12), gap=10, children=[tabs, *parts], stretch=1)

    def _reading(self, briefing: Briefing) -> Column:
        catalogue = self.services.catalogue
        narrow, tight = self.paged, frame.is_narrow(self)
        cards = [
            situation_card(
                briefing, catalogue, self.open_source, self.open_story, narrow=narrow, tight=tight
            )
        ]
        if briefing.advisers:
            cards.append(advisers_card(briefing, catalogue, self.ask_adviser, narrow=tight))
        if briefing.sources:
            cards.append(sources_card(briefing, catalogue, self.open_source, narrow=tight))
        return Column(gap=16, padding=(2, 2, 6, 6), children=cards)

    def _choosing(self, briefing: Briefing) -> list[Widget]:
        say = self.services.catalogue.say
        title = say("Choose your mandate") if self.match is None else say("Your mandate")
        head = Column(
            gap=2,
            children=[
                Row(
                    across="center",
                    children=[
                        Label(title, 20, "semibold", stretch=1),
                        Label(say("weights add up to 100"), 13, tone="muted"),
                    ],
                ),
                Label(
                    say("Your goal: how much each outcome counts in your score."), 13, tone="muted"
                ),
            ],
        )
        parts: list[Widget] = [
            head,
            ScrollArea("mandates-scroll", self._mandate_cards(briefing), stretch=1),
        ]
        if self.paged or not self._is_low:
            chosen = self._mandate(briefing)
            told = f"{chosen.summary} {chosen.aims}".strip()
            parts.append(callout(told, id="mandate-summary"))
        return [*parts, self._buttons()]

    @property
    def _is_low(self) -> bool:
        """Whether four mandates below one another would not fit with all their air."""
        return frame.nominal_size(self)[1] < LOW

    def _mandate_cards(self, briefing: Briefing) -> Widget:
        beside = self.paged and frame.nominal_size(self)[0] >= TWO_MANDATES_FROM
        with_icons = not beside if self.paged else not frame.is_narrow(self)
        cards = [
            mandate_card(
                each,
                each.id == self.mandate,
                partial(self.choose, each.id),
                with_icons=with_icons,
                compact=self._is_low,
            )
            for each in briefing.mandates
        ]
        if beside:
            return Grid(columns=2, gap=12, padding=2, children=cards)
        return Column(gap=8 if self._is_low else 12, padding=2, children=cards)

    def _mandate(self, briefing: Briefing) -> MandateView:
        return next(each for each in briefing.mandates if each.id == self.mandate)

    def _buttons(self) -> Row:
        say = self.services.catalogue.say
        turn_on = self.paged and self.page == READ
        text = say("Choose your mandate") if turn_on else say("Begin turn 1")
        row: list[Widget] = [
            Button(
                "back",
                say("Map") if self.match is None else say("Back"),
                self.app.pop,
                icon="arrow-left",
            ),
            Button("codex", say("Codex"), partial(routes.show_codex, self), icon="book-open"),
        ]
        if self.paged:
            row.append(Spacer())
        row.append(
            Button(
                "begin",
                text,
                self.go_on,
                kind="primary",
                shortcut="" if frame.is_narrow(self) else say("Enter"),
                icon_right="arrow-right",
                stretch=0 if self.paged else 1,
                least_width=180,
            )
        )
        return Row(gap=12, children=row)

    # --- what a person does ---------------------------------------------------------------

    def turn_to(self, page: str) -> None:
        """Show the other page of a narrow window."""
        self.page = page
        self.rebuild()

    def choose(self, mandate: str) -> None:
        """Choose a mandate; it can be changed until the game begins."""
        self.mandate, self.chosen = mandate, True
        self.rebuild()

    def go_on(self) -> None:
        """From reading to choosing in narrow windows, else begin the game."""
        if self.paged and self.page == READ:
            self.turn_to(CHOOSE)
        else:
            self.begin()

    def begin(self) -> None:
        """Start the match with the chosen mandate and show its first turn."""
        say = self.services.catalogue.say

        def deed() -> None:
            match = self.match or self.services.start(self.case, self.mandate)
            self.app.sounds.play("confirm")
            routes.show_game(self, self.case, match)

        frame.attempt(self, say("The game cannot begin"), deed)

    def open_source(self, number: str) -> None:
        """Show the source of a citation."""
        source = self.briefing.source(number)
        if source is not None:
            source_dialog(self.root, source, self.services.catalogue)

    def open_story(self) -> None:
        """Show the longer story."""
        title = self.services.catalogue.say("More about this case")
        body = [
            cited(f"story-{number}", text, self.open_source)
            for number, text in enumerate(self.briefing.story, 1)
        ]
        open_dialog(self.root, "story", title, body, caption=self.briefing.place, width=620)

    def ask_adviser(self, role: str) -> None:
        """Show an adviser's options and doubt."""
        found: AdviserView | None = next(
            (each for each in self.briefing.advisers if each.role == role), None
        )
        if found is not None:
            say_more(self.root, found, self.services.catalogue, self.open_source)

    # --- the scene ------------------------------------------------------------------------

    def on_enter(self) -> None:
        """The keyboard starts on the button that goes on."""
        self.title = frame.screen_title(self.services.catalogue.say("Briefing"), self.case)
        self.root.set_focus(self.root.find("begin"), visible=False)

    def on_shortcut(self, key: int, mod: int) -> bool:
        """Enter goes on; digits choose a mandate."""
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self.go_on()
            return True
        number, mandates = key - pygame.K_1, self.briefing.mandates
        if 0 <= number < len(mandates) and not mod & pygame.KMOD_CTRL:
            self.choose(mandates[number].id)
            return True
        if key == pygame.K_F1:
            routes.show_help(self)
            return True
        return False

    def on_back(self) -> bool:
        """Escape goes back to the map."""
        self.app.pop()
        return True


def _ids(case: Case) -> list[str]:
    return [mandate.id for mandate in case.level.mandates]
