"""A state of play taken on in two ways: as it stands, and with something changed; the same luck."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.engine.definitions.level import Level
from game.engine.layout.layout import layout_of
from game.engine.orders import Order, Sheet
from game.engine.turn import DONE, resolve_turn
from game.engine.world import World
from game.lab.signs.subject import Subject

_ATTENTION = 12


class NotHereError(Exception):
    """The change cannot be made in this state: the order is not allowed, or the thing is absent."""


@dataclass(slots=True)
class Start:
    """What a game starts from: a world that steps may change, and orders by turn."""

    world: World
    subject: Subject
    orders: dict[int, tuple[Order, ...]]

    def put(self, path: str, value: int) -> None:
        """Set a figure, kept inside its bounds."""
        layout = self.world.layout
        slot = layout.slots[self.subject.path(path)]
        row = list(self.world.values)
        row[slot] = max(layout.lows[slot], min(layout.highs[slot], value))
        self.world = replace(self.world, values=tuple(row))

    def figure(self, path: str) -> int:
        """Return a figure."""
        return self.world.figure(self.subject.path(path))

    def change_level(self, change: Callable[[Level, Subject], Level]) -> None:
        """Go on in a level with other data and the same places."""
        level = change(self.world.level, self.subject)
        self.world = replace(self.world, layout=layout_of(level))


Step = Callable[[Start], None]


class Played:
    """A game from a state of play; turns are resolved when they are asked for."""

    def __init__(self, start: Start) -> None:
        self.subject = start.subject
        self.orders = start.orders
        self.start = start.world
        self._worlds: list[World] = []

    @property
    def a_year(self) -> int:
        """Turns in a year."""
        return 12 // self.start.level.months

    def world(self, turn: int) -> World:
        """Return the world after so many further turns; -1 is the start."""
        while len(self._worlds) <= turn:
            self._resolve()
        return self._worlds[turn] if turn >= 0 else self.start

    def _resolve(self) -> None:
        world = self._worlds[-1] if self._worlds else self.start
        orders = self.orders.get(len(self._worlds), ())
        seat = self.subject.seat
        sheets = {
            state.spec.id: Sheet(state.spec.id, world.turn, orders if state.spec.id == seat else ())
            for state in world.layout.states
        }
        if world.over:
            raise NotHereError("the game is over")
        turn = resolve_turn(world, sheets, detail=False)
        if any(x.status != DONE for x in turn.results):
            raise NotHereError("an order is refused")
        self._worlds.append(turn.world)

    def at(self, path: str, turn: int) -> int:
        """Return a figure after so many further turns; -1 is the start."""
        return self.world(turn).figure(self.subject.path(path))

    def total(self, path: str, first: int, last: int) -> int:
        """Return the sum of a figure over some years after the start."""
        turns = range(first * self.a_year, (last + 1) * self.a_year)
        return sum(self.at(path, turn) for turn in turns)


class Case:
    """A state of play with the games that tests take from it; each is played once."""

    def __init__(self, world: World, subject: Subject) -> None:
        self.world = world
        self.subject = subject
        self._games: dict[tuple[tuple[Step, ...], int], Played] = {}

    def played(self, steps: tuple[Step, ...], luck: int = 0) -> Played:
        """Return the game with some steps taken first.

        The government has its hands free in every game: attention enough, and no policy changed
        so lately that changing it costs more.

        Raises:
            NotHereError: A step cannot be taken in this state.
        """
        key = (steps, luck)
        if key not in self._games:
            world = replace(self.world, seed=self.world.seed + luck, changes=())
            start = Start(world, self.subject, {})
            try:
                start.put("{s}/capital", _ATTENTION)
                for step in steps:
                    step(start)
            except KeyError as absent:
                raise NotHereError(str(absent)) from None
            self._games[key] = Played(start)
        return self._games[key]
