"""Finished games on the small level, and a way to re-run them that shares no code with ours."""

from collections.abc import Callable, Mapping
from functools import cache

from game.debrief.claims import Claim
from game.debrief.measures import MONEY, SCORE
from game.debrief.played import Deed, Played, played_of
from game.engine.orders import Order, Sheet
from game.engine.scoring import score
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.view import view
from game.engine.world import World
from game.match.match import Match, start
from game.match.seats import sheet_of
from game.players.registry import player_for
from tests.worlds import AVAL, BAN_ANNOUNCED, BORA, ROYALTY, TAX, M, small_level

Plan = Mapping[int, tuple[Order, ...]]
PLAN: Plan = {
    0: (TAX, Order("park", "north", (50 * M,))),
    1: (ROYALTY, BAN_ANNOUNCED),
    2: (Order("district_sharing", "", (2_000,)),),
    3: (Order("export_ban", "zinc.ore", (2_500, 0)), Order("safety", "", (5_000,))),
    4: (Order("export_tax", "zinc.ore", (2_000,)),),
}


def play(plan: Plan, seed: int = 3, mandate: str = "industrialiser") -> Match:
    """Play the small level to its end with given orders, predicting where asked."""
    level = small_level()
    match = start(level, AVAL, mandate, seed, {BORA: player_for("open_trader")}, program="test")
    while not match.over:
        for order in plan.get(match.turn, ()):
            _answer(match, order)
            match.give(order)
        _answer(match, None)
        match.seal()
    return match


def _answer(match: Match, order: Order | None) -> None:
    asked = match.pending_prediction(order)
    if asked is not None:
        match.predict(asked.id, 1, asked.reasons[0][0])


@cache
def planned() -> Played:
    """The game of the plan above."""
    return played_of(play(PLAN))


@cache
def random_game(seed: int) -> Played:
    """A game in which the seat's orders are picked at random."""
    match = start(
        small_level(), AVAL, "industrialiser", seed, {BORA: player_for("open_trader")},
        program="test",
    )  # fmt: skip
    player = player_for("random")
    while not match.over:
        for order in player.choose(view(match.world, AVAL), seed):
            match.give(order)
        match.seal()
    return played_of(match)


def independent_run(
    played: Played, own: Callable[[World], tuple[Order, ...]], turns: int | None = None
) -> list[World]:
    """Play a game from its first turn with given own orders; only the engine's own functions."""
    world = open_world(played.level, played.seed)
    worlds = [world]
    for _ in range(played.turns if turns is None else turns):
        sheets = {seat: sheet_of(player, world, seat) for seat, player in played.others.items()}
        sheets[played.seat] = Sheet(played.seat, world.turn, own(world))
        world = resolve_turn(world, sheets).world
        worlds.append(world)
    return worlds


def orders_without(played: Played, deeds: tuple[Deed, ...]) -> Callable[[World], tuple[Order, ...]]:
    """The seat's orders by turn, without some."""

    def own(world: World) -> tuple[Order, ...]:
        gone = [deed.order for deed in deeds if deed.turn == world.turn]
        return tuple(order for order in played.orders[world.turn] if order not in gone)

    return own


def measure(played: Played, worlds: list[World], claim: Claim) -> float:
    """Read a claim's outcome from the worlds by hand, as a fraction."""
    if claim.outcome == SCORE:
        return score(worlds[-1], played.seat, played.mandate).total
    ends = worlds[claim.over.first + 1 : claim.over.last + 2]
    mean = sum(world.figure(f"{played.seat}/{claim.outcome}") for world in ends) / len(ends)
    return mean * 12 / played.level.months if claim.outcome in MONEY else mean
