"""Long random play: no exception, no turn without a legal order, nothing made or lost.

A command of its own (``python main.py soak``); CI plays a sample of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.engine.codec import digest
from game.engine.definitions.level import Level
from game.engine.options import options
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.runs import players_of
from game.match.seats import sheets_of


@dataclass(frozen=True, slots=True)
class Soaked:
    """What random play found so far.

    Attributes:
        turns: Turns resolved.
        faults: Sentences about what went wrong; empty is good.
        digest: Of all last worlds, chained: two machines can compare it.
    """

    turns: int
    faults: tuple[str, ...]
    digest: str


def soak(levels: Sequence[Level], turns: int, seed: int = 1) -> Iterator[Soaked]:
    """Play random games in turn on the levels until so many turns are resolved.

    Yields:
        What was found, after every game.
    """
    done, chain = 0, ""
    faults: list[str] = []
    game = 0
    while done < turns:
        level = levels[game % len(levels)]
        world = open_world(level, seed + game)
        money, goods = _sums(world, "money"), _sums(world, "goods")
        players = players_of(level, "random")
        while not world.over and done < turns:
            where = f"{level.id}, seed {seed + game}, turn {world.turn + 1}"
            for seat in level.seats:
                if not any(True for _ in options(world, seat)):
                    faults.append(f"{where}: {seat} has no legal order")
            world = resolve_turn(world, sheets_of(players, world), detail=False).world
            done += 1
            if _sums(world, "money") != money:
                faults.append(f"{where}: money was made or lost")
            if _sums(world, "goods") != goods:
                faults.append(f"{where}: goods were made or lost")
        chain = digest(world, chain.encode())
        game += 1
        yield Soaked(done, tuple(faults), chain)


def _sums(world: World, account: str) -> int:
    return sum(
        value
        for value, variable in zip(world.values, world.layout.variables, strict=True)
        if variable.account == account
    )
