"""What the player's seat knows at the start of a turn, and last turn for comparison.

Before the first turn nothing has been dug or sold yet. Trade and value chain then show what the
rules expect for the turn, worked out on the world as the seat imagines it, and say so.
"""

from dataclasses import dataclass
from functools import cached_property

from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.orders import Sheet
from game.engine.turn import resolve_turn
from game.engine.view import SeatView, believed_world, view
from game.match.match import Match

_EXPECTED_LUCK = 1
"""Luck of the imagined first turn; it has nothing to do with the luck of the match."""


@dataclass(slots=True, frozen=True)
class Trade:
    """A seat's view in which trade has happened.

    Attributes:
        seen: The view.
        expected: Whether it is only expected, because no turn has been played.
    """

    seen: SeatView
    expected: bool

    def at(self, slot: int) -> int:
        """Return a figure by its slot, 0 where it is hidden."""
        return self.seen.values[slot] or 0


class TurnSeen:
    """The seat's view now and one turn ago. Made anew when the turn changes."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.turn = match.turn
        self.clock = match.world.clock
        self.now = match.view()

    @property
    def place(self) -> StatePlace:
        """The seat's state."""
        return self.now.layout.state(self.match.seat)

    @property
    def chains(self) -> tuple[ChainPlace, ...]:
        """The seat's minerals."""
        return self.place.chains

    @cached_property
    def before(self) -> SeatView | None:
        """The view one turn ago; None in the first turn."""
        if len(self.match.worlds) < 2:
            return None
        return view(self.match.worlds[-2], self.match.seat)

    @cached_property
    def trade(self) -> Trade:
        """The view in which trade can be read."""
        if self.turn:
            return Trade(self.now, False)
        imagined = believed_world(self.now, _EXPECTED_LUCK)
        sheets = {
            state.spec.id: Sheet(state.spec.id, imagined.turn) for state in imagined.layout.states
        }
        after = resolve_turn(imagined, sheets, detail=False).world
        return Trade(view(after, self.match.seat), True)

    def at(self, slot: int) -> int:
        """Return a figure of this moment by its slot, 0 where it is hidden."""
        return self.now.values[slot] or 0

    def figure(self, name: str) -> int:
        """Return one of the state's own figures, 0 where it is hidden."""
        return self.now.figure(f"{self.match.seat}/{name}") or 0

    def past(self, name: str) -> tuple[int, ...]:
        """Return a figure of the state at the start of each turn that has values for it."""
        path = f"{self.match.seat}/{name}"
        slot = self.now.layout.slots[path]
        worlds = self.match.worlds
        if self.now.layout.variables[slot].flow:
            worlds = worlds[1:]  # a flow has no value before the first turn
        return tuple(world.values[slot] for world in worlds)
