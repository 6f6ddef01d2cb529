"""The real path beside the player's: the level's history with the same luck, and holding still."""

from dataclasses import dataclass

from game.debrief.measures import outcome_series, series
from game.debrief.played import Deed, Played
from game.debrief.rerun import OwnOrders, Path, keep_orders, other_game
from game.engine.definitions.level import OUTCOMES
from game.engine.orders import Order
from game.engine.world import World

CHAIN_FIGURES = ("mined", "exports", "refined")
STATE_FIGURES = ("export_income", "treasury", "trust")


@dataclass(frozen=True, slots=True)
class Shadow:
    """Another way through the same level.

    Attributes:
        worlds: The world at the start of each turn and after the last.
        left_out: Orders of that way that the rules refused, and so left out.
    """

    worlds: tuple[World, ...]
    left_out: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """One figure of each turn in the game, in history and when holding still.

    Attributes:
        path: An outcome's name, or the path of a figure.
        mine, held: One number a turn; money outcomes in US$ a year, others in their own unit.
        history: The same for history, empty when the level knows no path.
    """

    path: str
    mine: tuple[int, ...]
    history: tuple[int, ...]
    held: tuple[int, ...]


def has_history(played: Played) -> bool:
    """Whether the level knows what the governed state did."""
    return any(played.level_state.path)


def history_of(played: Played) -> Shadow | None:
    """Return the historical orders played with the same luck and the same others, if known."""
    if not has_history(played):
        return None
    path = played.level_state.path
    return _shadow(played, _follow(path))


def holding_still(played: Played) -> Shadow:
    """Return the game in which the seat changes nothing, with the same luck."""
    return _shadow(played, keep_orders(played, _all(played)))


def _all(played: Played) -> list[Deed]:
    return [Deed(turn, x) for turn, orders in enumerate(played.orders) for x in orders]


def _follow(path: tuple[tuple[Order, ...], ...]) -> OwnOrders:
    def own(world: World) -> tuple[Order, ...]:
        return path[world.turn] if world.turn < len(path) else ()

    return own


def _shadow(played: Played, own: OwnOrders) -> Shadow:
    found: Path = other_game(played, own)
    return Shadow(found.worlds, found.impossible)


def key_figures(played: Played) -> tuple[str, ...]:
    """Return the paths of figures worth seeing beside the outcomes."""
    place = played.worlds[0].layout.state(played.seat)
    chains = [
        f"{played.seat}/{chain.mineral.spec.id}/{name}"
        for chain in place.chains
        for name in CHAIN_FIGURES
    ]
    return (*chains, *(f"{played.seat}/{name}" for name in STATE_FIGURES))


def lines_of(played: Played, name: str, history: Shadow | None, held: Shadow) -> Lines:
    """Return an outcome's or a figure's way in the game, in history and when holding still.

    Args:
        played: The game.
        name: An outcome, or the path of a figure.
        history, held: As ``history_of`` and ``holding_still`` return them.
    """

    def read(worlds: tuple[World, ...]) -> tuple[int, ...]:
        if name in OUTCOMES:
            return outcome_series(worlds, played.seat, name)
        return series(worlds, name)

    return Lines(
        path=name,
        mine=read(played.worlds),
        history=read(history.worlds[: played.turns + 1]) if history else (),
        held=read(held.worlds),
    )
