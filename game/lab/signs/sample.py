"""States sampled from play: what games look like at a random turn, taken on a few years further."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from game.engine.definitions.deals import NearbyBuyer
from game.engine.definitions.level import Level
from game.engine.definitions.places import Mineral, Rival, State
from game.engine.draws import draw
from game.engine.layout.layout import layout_of
from game.engine.rules import LEVERS
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.runs import players_of
from game.lab.signs.played import Case
from game.lab.signs.subject import subject_of
from game.match.seats import sheets_of

PLAYERS = ("random", "random", "history", "status-quo", "greedy")
"""Who plays the games that states are taken from, in turn."""
YEARS_MORE = 12
"""Years that a level goes on beyond its last turn, so that late states can be looked ahead from."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """A state of play and where it comes from."""

    level: str
    player: str
    seed: int
    turn: int
    case: Case

    @property
    def name(self) -> str:
        """Words by which the state can be found again."""
        return f"{self.level} {self.player} seed {self.seed} turn {self.turn}"


def sampled(levels: Sequence[Level], states: int, seed: int = 1) -> Iterator[Sampled]:
    """Yield states, level by level, each from a game of its own.

    Args:
        levels: The levels, which share the states equally.
        states: How many states.
        seed: Luck of the first game.
    """
    for place, level in enumerate(levels):
        for number in range(place, states, len(levels)):
            player = PLAYERS[number // len(levels) % len(PLAYERS)]
            luck = seed + number
            turn = draw(luck, 0, "sign", level.id, level.turns)
            world = continued(_played(level, player, luck, turn))
            seat = level.seats[0]
            chains = next(x for x in level.states if x.id == seat).chains
            mineral = chains[draw(luck, 1, "sign", level.id, len(chains))].mineral
            case = Case(world, subject_of(world, seat, mineral))
            yield Sampled(level.id, player, luck, turn, case)


def _played(level: Level, player: str, seed: int, turns: int) -> World:
    players = players_of(level, player)
    world = open_world(level, seed)
    for _ in range(turns):
        world = resolve_turn(world, sheets_of(players, world), detail=False).world
    return world


def continued(world: World) -> World:
    """Return a world in the same level made longer, with more levers in the seat's hands.

    A turn is one step there: a year is then as many turns as it has steps, whatever the level.
    """
    return replace(world, turn=world.clock, layout=layout_of(longer(world.level)))


@cache
def longer(level: Level) -> Level:
    """Return a level with more turns of one step, and with more levers in its seat's hands."""
    more = YEARS_MORE * 12 // level.months
    return replace(
        level,
        turns=level.turns * level.steps + more,
        steps=1,
        minerals=tuple(_mineral(x, more) for x in level.minerals),
        rivals=tuple(_rival(x, more) for x in level.rivals),
        nearby=tuple(_nearby(x, more) for x in level.nearby),
        states=tuple(_unlocked(x, level) for x in level.states),
    )


def _mineral(mineral: Mineral, more: int) -> Mineral:
    """Let prices rest at the last ones, and demand grow as it grew last."""
    demand = list(mineral.demand)
    for _ in range(more):
        demand.append(demand[-1] * demand[-1] // max(1, demand[-2]))
    return replace(
        mineral,
        price=mineral.price + mineral.price[-1:] * (more + 12),
        fed_price=mineral.fed_price + mineral.fed_price[-1:] * (more + 12),
        demand=tuple(demand),
    )


def _rival(rival: Rival, more: int) -> Rival:
    """Let a plan of output rest at its last figure."""
    return replace(rival, path=rival.path + rival.path[-1:] * more)


def _nearby(buyer: NearbyBuyer, more: int) -> NearbyBuyer:
    """Let a buyer in the region go on taking what it took last."""
    return replace(buyer, demand=buyer.demand + buyer.demand[-1:] * more)


def _unlocked(state: State, level: Level) -> State:
    """Return a state with the levers in hand that bring no new figures into the level."""
    if state.id != level.seats[0]:
        return state
    paths = layout_of(level).paths
    fields = tuple(replace(x, resource=max(x.resource, x.reserves)) for x in state.fields)
    free = tuple(x for x in LEVERS if x in state.levers or _adds_nothing(level, state, x, paths))
    return replace(state, fields=fields, levers=free)


def _adds_nothing(level: Level, state: State, lever: str, paths: tuple[str, ...]) -> bool:
    more = replace(state, levers=(*state.levers, lever))
    states = tuple(more if x.id == state.id else x for x in level.states)
    return layout_of(replace(level, states=states)).paths == paths
