"""Whole games at scale: levels played by computer players, with what happened in each turn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.engine.codec import digest
from game.engine.definitions.level import Level, Mandate
from game.engine.ledger import Ledger
from game.engine.scoring import Score, score
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.match.seats import sheets_of
from game.players.player import Player
from game.players.registry import player_for


@dataclass(frozen=True, slots=True)
class Run:
    """One game.

    Attributes:
        worlds: The world before each turn and after the last: turns + 1 of them.
        ledgers: One a turn; empty ledgers when detail was not asked for.
        digest: Of the last world, chained over the turns.
        steps: The world after each step; a turn may have several.
    """

    worlds: tuple[World, ...]
    ledgers: tuple[Ledger, ...]
    digest: str
    steps: tuple[World, ...] = ()

    def series_by_step(self, path: str) -> tuple[int, ...]:
        """Return a figure after each step, in order."""
        slot = self.worlds[0].layout.slots[path]
        return tuple(world.values[slot] for world in self.steps)

    def series(self, path: str) -> tuple[int, ...]:
        """Return a figure after each turn, in order."""
        slot = self.worlds[0].layout.slots[path]
        return tuple(world.values[slot] for world in self.worlds[1:])

    def total(self, read: Callable[[World], int]) -> tuple[int, ...]:
        """Return anything read from the world after each turn."""
        return tuple(read(world) for world in self.worlds[1:])

    def scored(self, seat: str, mandate: Mandate) -> Score:
        """Return the final score of a seat."""
        return score(self.worlds[-1], seat, mandate)


def players_of(level: Level, name: str, mandate: str = "") -> dict[str, Player]:
    """Return a player for each state: the named one governs, the others keep their persona.

    The history player plays the path of every state that has one; a searching player follows the
    mandate named, or the level's first.
    """
    chosen: dict[str, Player] = {}
    for state in level.states:
        plays = bool(state.path) if name == "history" else state.id in level.seats[:1]
        chosen[state.id] = player_for(name, mandate) if plays else player_for(state.persona)
    return chosen


def run(level: Level, players: Mapping[str, Player], seed: int, *, detail: bool = False) -> Run:
    """Return a whole game in which every seat is played from its own view.

    Args:
        level: What is played.
        players: A player by state; a state without one is held by a caretaker.
        seed: The match's luck. Players get luck of their own, derived from it.
        detail: Whether to keep the ledgers.
    """
    world = open_world(level, seed)
    worlds, ledgers, chain = [world], [], ""
    steps: list[World] = []
    for _ in range(level.turns):
        sheets = sheets_of(players, world)
        resolved = resolve_turn(world, sheets, detail=detail)
        world = resolved.world
        chain = digest(world, chain.encode())
        worlds.append(world)
        steps += (*resolved.between, world)
        ledgers.append(resolved.ledger)
    return Run(tuple(worlds), tuple(ledgers), chain, tuple(steps))
