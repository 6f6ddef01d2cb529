"""Recorded games that are given again in a changed world, order by order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from game.engine.definitions.level import Level
from game.engine.numbers import BP
from game.engine.options import options
from game.engine.orders import Order, Sheet
from game.engine.parameters.rules import Parameters, parameter_table
from game.engine.rules.partners.deals import ACCEPT
from game.engine.rules.region.meetings import FOR
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.runs import players_of
from game.lab.speed.bench import is_compiled
from game.match.seats import sheets_of

Sheets = Mapping[str, Sheet]

_PLAYERS = (("history", 1), ("random", 1), ("random", 2))
_TRIES = 4
_STRICT = (("eia", (BP,)), ("safety", (BP,)), ("carbon_reporting", (1,)))


@dataclass(frozen=True, slots=True)
class Game:
    """The sheets of a game by turn, and the world before each turn and after the last.

    Attributes:
        level: What was played: the level itself, or the same with every offer on the table.
        asked: Parameters that the rules asked for; no other can change what happened.
    """

    level: Level
    seed: int
    sheets: tuple[Sheets, ...]
    worlds: tuple[World, ...]
    asked: frozenset[str] = frozenset()

    @property
    def last(self) -> World:
        """The world after the last turn."""
        return self.worlds[-1]


def recorded(level: Level) -> tuple[Game, ...]:
    """Return games of a level: the historical path (or the personas alone), then random play.

    In the last one the path is played with every offer made and signed as it stands, and with
    proposals brought to every meeting and strict rules, so that deals whose conditions computer
    players seldom meet, and what ministers agree on, are seen too.
    """
    games = [_record(level, player, seed) for player, seed in _PLAYERS]
    return (*games, _record(_all_offers(level), "history", 1, signs=True))


def _all_offers(level: Level) -> Level:
    offers = tuple(replace(x, gate=(), chance=BP, first_turn=0) for x in level.offers)
    return replace(level, offers=offers)


def _record(level: Level, player: str, seed: int, signs: bool = False) -> Game:
    players = players_of(level, player)
    world = open_world(level, seed)
    worlds = [world]
    sheets: list[Sheets] = []
    while not world.over:
        given: Sheets = sheets_of(players, world)
        if signs:
            given = _signing(world, given)
        world = resolve_turn(world, given, detail=False).world
        sheets.append(given)
        worlds.append(world)
    game = Game(level, seed, tuple(sheets), tuple(worlds))
    return replace(game, asked=_asked(game))


class _Noting:
    """Stands in for a level's parameters, and notes which of them are asked for."""

    def __init__(self, parameters: Parameters, names: set[str]) -> None:
        self._parameters = parameters
        self._names = names

    def __getattr__(self, name: str) -> int:
        self._names.add(name)
        value: int = getattr(self._parameters, name)
        return value


def _asked(game: Game) -> frozenset[str]:
    """Return the parameters that the rules ask for when a game is played again."""
    if is_compiled():  # compiled rules take nothing else for their parameters
        return frozenset(x.name for x in parameter_table())
    names: set[str] = set()
    noting = cast(Parameters, _Noting(game.level.parameters, names))
    replayed(replace(game.level, parameters=noting), game)
    return frozenset(names)


def _signing(world: World, given: Sheets) -> Sheets:
    """Return the sheets with every offer signed, proposals brought and voted for, strict rules."""
    seat = world.level.seats[0]
    answered = [order.target for order in given[seat].orders]
    legal = options(world, seat)
    added = [
        Order("answer_offer", offer.id, (ACCEPT,))
        for offer in world.offers
        if offer.seat == seat and offer.id not in answered
    ]
    added += [Order("vote_card", target, (FOR,)) for target in legal.targets("vote_card")]
    added += [Order("propose_card", target, (1,)) for target in legal.targets("propose_card")[:1]]
    added += [Order(lever, "", setting) for lever, setting in _STRICT if legal.targets(lever)]
    return {**given, seat: replace(given[seat], orders=(*given[seat].orders, *added))}


def replayed(level: Level, game: Game) -> World:
    """Return the last world when the same sheets are given in a level, which may be changed."""
    world = open_world(level, game.seed)
    for sheets in game.sheets:
        world = resolve_turn(world, sheets, detail=False).world
    return world


def pulled(games: tuple[Game, ...], lever: str) -> Iterator[tuple[Game, Game]]:
    """Yield games beside themselves with a lever pulled in a turn without orders of the seat.

    Nothing is crowded out in such a turn. The setting is the one farthest from what is in force.
    """
    for game in games:
        for turn in _quiet_turns(game):
            legal = options(game.worlds[turn], game.level.seats[0])
            for target in legal.targets(lever)[:1]:
                now = legal.now(lever, target)
                orders = list(legal.of(lever, target))
                if orders:
                    far = max(orders, key=lambda x: (abs(x.setting[0] - now[0]), x.setting))
                    yield game, _with(game, turn, far)


def _quiet_turns(game: Game) -> list[int]:
    seat = game.level.seats[0]
    quiet = [turn for turn, sheets in enumerate(game.sheets) if not sheets[seat].orders]
    middle = [turn for turn in quiet if turn * 3 >= len(game.sheets)]
    return (middle or quiet)[:_TRIES]


def _with(game: Game, turn: int, order: Order) -> Game:
    seat = game.level.seats[0]
    sheets = [dict(given) for given in game.sheets]
    sheets[turn][seat] = Sheet(seat, turn, (order,))
    return replace(game, sheets=tuple(sheets))
