"""A finished game as the debrief reads it: what was decided, and who decided the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.definitions.level import Level, Mandate
from game.engine.definitions.places import State
from game.engine.orders import Order
from game.engine.turn import DONE
from game.engine.world import World
from game.match.match import Match
from game.match.predictions import Outcome
from game.match.seats import ComputerPlayer


@dataclass(frozen=True, slots=True, order=True)
class Deed:
    """One order that was carried out in a turn."""

    turn: int
    order: Order


@dataclass(frozen=True, slots=True)
class Decision:
    """One order, or a small group on the same lever: what a person would call one decision.

    Attributes:
        lever: The lever that all its orders pull.
        deeds: The orders with their turns, in order; at least one.
    """

    lever: str
    deeds: tuple[Deed, ...]

    @property
    def turn(self) -> int:
        """The turn of its first order."""
        return self.deeds[0].turn

    @property
    def key(self) -> str:
        """A name that is stable between runs, e.g. ``5:export_ban:nickel.ore``."""
        return "+".join(f"{x.turn}:{x.order.lever}:{x.order.target}" for x in self.deeds)


@dataclass(frozen=True, slots=True)
class Played:
    """A game that was played, whole or up to some turn.

    Attributes:
        level, seat, mandate, seed: What was played, by whom, for which goal, with which luck.
        worlds: The world at the start of each turn and after the last sealed one.
        orders: The seat's own orders that were carried out, by turn.
        others: The players of all other states; they decide afresh in every re-run.
        predictions: The questions answered whose time has come.
    """

    level: Level
    seat: str
    mandate: Mandate
    seed: int
    worlds: tuple[World, ...]
    orders: tuple[tuple[Order, ...], ...]
    others: Mapping[str, ComputerPlayer]
    predictions: tuple[Outcome, ...] = ()

    @property
    def turns(self) -> int:
        """How many turns were sealed."""
        return len(self.orders)

    @property
    def level_state(self) -> State:
        """The governed state as the level defines it."""
        return next(state for state in self.level.states if state.id == self.seat)


def played_of(match: Match) -> Played:
    """Return a match as the debrief reads it. Orders that were refused had no effect: left out."""
    return Played(
        level=match.level,
        seat=match.seat,
        mandate=match.mandate,
        seed=match.header.seed,
        worlds=tuple(match.worlds),
        orders=tuple(
            tuple(x.order for x in turn.results if x.seat == match.seat and x.status == DONE)
            for turn in match.turns
        ),
        others=dict(match.others),
        predictions=match.outcomes(),
    )


def deeds_of(played: Played) -> tuple[Deed, ...]:
    """Return every order that was carried out, in order of turns."""
    return tuple(Deed(turn, x) for turn, orders in enumerate(played.orders) for x in orders)


def decisions_of(played: Played) -> tuple[Decision, ...]:
    """Return the decisions of a game: the orders of one turn on one lever belong together.

    Answers to different offers are decisions of their own.
    """
    groups: dict[tuple[int, str, str], list[Deed]] = {}
    for deed in deeds_of(played):
        apart = deed.order.target if deed.order.lever == "answer_offer" else ""
        groups.setdefault((deed.turn, deed.order.lever, apart), []).append(deed)
    return tuple(Decision(lever, tuple(deeds)) for (_, lever, _), deeds in groups.items())


def policies_of(played: Played) -> tuple[Decision, ...]:
    """Return the levers pulled in more than one turn, each with all its orders of the game.

    Two orders of which either alone would have done the same show no effect one by one; taken
    out together they do.
    """
    groups: dict[str, list[Deed]] = {}
    for deed in deeds_of(played):
        if deed.order.lever != "answer_offer":
            groups.setdefault(deed.order.lever, []).append(deed)
    return tuple(
        Decision(lever, tuple(deeds))
        for lever, deeds in groups.items()
        if len({deed.turn for deed in deeds}) > 1
    )
