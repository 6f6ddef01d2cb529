"""The game on the table: what every page of a match in progress needs at hand."""

from dataclasses import dataclass

from game.match.match import Match
from game.terminal.screen import Screen
from game.terminal.services import Case, Services
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.explain import Explainer


@dataclass(slots=True)
class Table:
    """A match with its words and the screen it is shown on.

    Attributes:
        refused: Exceptions of the services whose text is one plain sentence.
        held_once: Whether the player has already confirmed to end a turn without orders.
    """

    services: Services
    screen: Screen
    case: Case
    words: Words
    match: Match
    refused: tuple[type[Exception], ...] = ()
    held_once: bool = False

    @property
    def seat(self) -> str:
        """The player's state."""
        return self.match.seat

    def say(self, message: str, **values: object) -> str:
        """Return one of the game's own sentences."""
        return self.words.say(message, **values)

    def explainer(self) -> Explainer | None:
        """Return what explains the last sealed turn, None before the first."""
        match = self.match
        if not match.turns:
            return None
        last = match.turns[-2] if len(match.turns) > 1 else None
        return Explainer(self.words, self.seat, match.worlds[-2], match.turns[-1], last)

    def where(self) -> str:
        """Return state, date and turn in a line."""
        match, numbers = self.match, self.words.numbers
        turn = min(match.turn, match.level.turns - 1)
        return self.say(
            mark("{state}, {date}. Turn {turn} of {turns}."),
            state=self.words.names.name("state", self.seat),
            date=numbers.date(match.level, turn),
            turn=turn + 1,
            turns=match.level.turns,
        )
