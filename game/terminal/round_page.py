"""A round of a class in lines: its rules, the player's number, its games, the file to hand in."""

from collections.abc import Callable
from typing import Any

from game.match.match import Match
from game.terminal.screen import Screen
from game.terminal.services import RoundCard, RoundGame, Services
from game.text.catalogue import mark

Play = Callable[[Any, Match], None]
"""Plays a match to its end; raises when the player leaves."""


class RoundPages:
    """The pages of a round, until the player leaves."""

    def __init__(self, services: Services, screen: Screen, play: Play) -> None:
        self._services, self._screen, self._play = services, screen, play

    def run(self) -> None:
        """Show the round, ask for the number, then offer its games again and again."""
        card = self._card()
        self._screen.heading(self._screen.say(mark("Round: {level}"), level=card.title))
        if card.deadline:
            self._screen.line(card.deadline)
        self._screen.items(card.says)
        if not card.number and not self._ask_number(card):
            return
        card = self._card()
        self._screen.line()
        self._screen.line(
            self._screen.say(
                mark("You are number {number}, “{name}”."), number=card.number, name=card.name
            )
        )
        while self._one_game():
            pass

    def _card(self) -> RoundCard:
        card = self._services.round()
        assert card is not None
        return card

    def _ask_number(self, card: RoundCard) -> bool:
        asked = mark("Which number were you given? (1 to {most})")
        given = self._screen.choose(self._screen.say(asked, most=card.most), card.most)
        if given is None:
            return False
        self._services.give_number(given + 1)
        return True

    def _one_game(self) -> bool:
        """Offer the games and play the one that is picked; False when the player goes back."""
        card = self._card()
        if card.file:
            show_file(self._screen, card)
        picked = self._screen.pick(
            self._screen.say(mark("The games of the round")),
            [self._line(game, card) for game in card.games],
            self._screen.say(mark("Number of a game, or “quit”:")),
        )
        if picked is None:
            return False
        game = card.games[picked]
        if game.over and not card.complete:
            closed = mark("This game is played. Its debrief opens when all games are played.")
            self._screen.line(self._screen.say(closed))
        else:
            self._play(*self._services.round_game(game.number))
        return True

    def _line(self, game: RoundGame, card: RoundCard) -> str:
        if game.over and card.complete:
            words = mark("Game {number}: played, open its debrief")
        elif game.over:
            words = mark("Game {number}: played")
        elif game.begun:
            words = mark("Game {number}: go on at turn {turn} of {turns}")
        else:
            words = mark("Game {number}: not begun")
        return self._screen.say(words, number=game.number, turn=game.turn + 1, turns=game.turns)


def show_file(screen: Screen, card: RoundCard) -> None:
    """Say where the file to hand in is, on a line that can be copied."""
    screen.line()
    screen.line(
        screen.say(mark("All games are played. Hand in this file:"))
        if card.complete
        else screen.say(mark("Your file to hand in, written anew after each game:"))
    )
    screen.verbatim(card.file)
