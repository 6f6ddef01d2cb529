"""A round of a class: its rules, the player's number, its games, and the file to hand in."""

from __future__ import annotations

from functools import partial

from game.text.catalogue import mark
from game.ui.scene import Scene
from game.ui.scenes import frame, routes
from game.ui.services import RoundCard, RoundGame
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Card
from game.ui.widgets.dialog import ask
from game.ui.widgets.entry import Entry
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea

WIDEST = 1_080
TWO_COLUMNS = 860


class RoundScene(Scene):
    """The first screen when a round is played; games and debriefs lie above it."""

    title = "Round – Downstream"

    # --- building -------------------------------------------------------------------------

    def build(self) -> Widget:
        """Bar; number, games and file beside the rules."""
        say, card = self.services.catalogue.say, self.card()
        mine: list[Widget] = [self._number(card)]
        if card.number:
            mine.append(self._games(card))
        if card.file:
            mine.append(self._file(card))
        if notice := self.services.play_folder_notice:
            mine.append(callout(notice, icon="folder-open", tone="amber", id="folder-notice"))
        rules = self._rules(card)
        wide = min(WIDEST, frame.nominal_size(self)[0] - 32)
        if wide < TWO_COLUMNS:
            body: Widget = Column(gap=16, children=[*mine, rules])
        else:
            left = Column(gap=16, stretch=1, children=mine)
            right = Column(gap=16, stretch=1, children=[rules])
            body = Row(gap=16, even=True, children=[left, right])
        buttons = [
            Button(id, text, partial(action, self), kind="dark", icon=icon, size=14, align="center")
            for id, icon, text, action in (
                ("help", "circle-question-mark", say("Help"), routes.show_help),
                ("settings", "settings", say("Settings"), routes.show_settings),
            )
        ]
        bar = frame.title_bar(
            say(mark("Round: {level}"), level=card.title),
            card.deadline,
            picture=Icon("users", 24, "on_navy"),
            right=buttons,
            compact=frame.is_short(self),
        )
        page = Column(gap=16, padding=(4, 20), width=wide, align="center", children=[body])
        scroll = ScrollArea("round-scroll", Column(children=[page], gap=0), stretch=1)
        return frame.paint_page(bar, Column(fill="page", gap=0, children=[scroll]))

    def card(self) -> RoundCard:
        """The round as the services have it now."""
        card = self.services.round()
        assert card is not None
        return card

    def _number(self, card: RoundCard) -> Widget:
        say = self.services.catalogue.say
        if card.number:
            parts: list[Widget] = [
                Label(say(mark("You are number {number}"), number=card.number), 13, tone="muted"),
                Label(card.name, 22, "semibold"),
            ]
            return Card("round-number", parts, gap=2)
        asked = say(mark("Which number were you given? (1 to {most})"), most=card.most)
        field = Entry("number", on_submit=self.give_number, max_length=3, size=16, stretch=1)
        button = Button(
            "give-number", say(mark("That is me")), self._give, kind="primary", align="center"
        )
        parts = [Label(asked, 15, "semibold"), Row(gap=12, children=[field, button])]
        return Card("round-number", parts, gap=10)

    def _games(self, card: RoundCard) -> Widget:
        say = self.services.catalogue.say
        rows: list[Widget] = [Label(say(mark("The games of the round")), 18, "semibold")]
        rows += [self._game(game, card) for game in card.games]
        if any(game.over for game in card.games) and not card.complete:
            closed = say(mark("Debriefs open when all games are played."))
            rows.append(Paragraph(closed, 13, tone="muted"))
        return Card("round-games", rows, gap=10)

    def _game(self, game: RoundGame, card: RoundCard) -> Widget:
        say = self.services.catalogue.say
        state = (
            say(mark("played"))
            if game.over
            else say(mark("turn {turn} of {turns}"), turn=game.turn + 1, turns=game.turns)
            if game.begun
            else say(mark("not begun"))
        )
        words = mark("Debrief") if game.over else mark("Go on") if game.begun else mark("Play")
        first = next((x.number for x in card.games if not x.over), 0)
        texts = Column(
            gap=1,
            stretch=1,
            children=[
                Label(say(mark("Game {number}"), number=game.number), 15, "semibold"),
                Label(state, 13, tone="muted"),
            ],
        )
        button = Button(
            f"game-{game.number}",
            say(words),
            partial(self.open_game, game.number),
            kind="primary" if game.number == first else "secondary",
            enabled=card.complete or not game.over,
            align="center",
        )
        return Row(gap=12, across="center", children=[texts, button])

    def _file(self, card: RoundCard) -> Widget:
        say = self.services.catalogue.say
        about = (
            mark("All games are played. Hand in this file:")
            if card.complete
            else mark("Your file to hand in, written anew after each game:")
        )
        parts: list[Widget] = [
            Label(say(mark("Hand in")), 18, "semibold"),
            Paragraph(say(about), 14, tone="ink_soft"),
            Paragraph(card.file, 14, tone="ink"),
        ]
        return Card("round-file", parts, gap=6)

    def _rules(self, card: RoundCard) -> Widget:
        say = self.services.catalogue.say
        rows: list[Widget] = [Label(say(mark("The rules of the round")), 18, "semibold")]
        rows += [Paragraph(line, 14, tone="ink_soft") for line in card.says]
        return Card("round-rules", rows, gap=10)

    # --- what a person does ---------------------------------------------------------------

    def _give(self) -> None:
        field = self.root.find("number")
        if isinstance(field, Entry):
            self.give_number(field.text)

    def give_number(self, text: str) -> None:
        """Take the number that was typed; another text is told."""
        say = self.services.catalogue.say
        given = int(text) if text.strip().isdecimal() else 0

        def deed() -> None:
            self.services.give_number(given)
            self.rebuild()

        frame.attempt(self, say(mark("The round has no such number")), deed)

    def open_game(self, number: int) -> None:
        """Begin a game or take it up; a finished one opens its debrief."""
        say = self.services.catalogue.say

        def deed() -> None:
            case, match = self.services.round_game(number)
            if match.turn == 0 and not match.lines:
                routes.show_round_briefing(self, case, match)
            else:
                routes.show_game(self, case, match)

        frame.attempt(self, say(mark("This game cannot be opened")), deed)

    # --- the scene ------------------------------------------------------------------------

    def on_enter(self) -> None:
        """The keyboard starts on the number, or on the first game that is open."""
        card = self.card()
        first = next((game.number for game in card.games if not game.over), 1)
        at = "number" if not card.number else f"game-{first}"
        self.root.set_focus(self.root.find(at), visible=False)

    def on_resume(self) -> None:
        """A game may have been played meanwhile."""
        self.rebuild()
        self.on_enter()

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
