"""What a seat may see, and the world rebuilt from it.

One function decides what a seat sees; forecasts, advisers and computer players work on the world
rebuilt from that view. Hidden figures are filled in with what is publicly believed, and luck with
a seed of its own, so that a forecast cannot leak what the seat could not know.
"""

from dataclasses import dataclass, replace

from game.engine.figures.variables import HIDDEN, OWN
from game.engine.layout.layout import Layout
from game.engine.pacts import Pact
from game.engine.start.sites import draw_reserves
from game.engine.world import Change, Contract, Find, Memory, Offer, Plant, World, bare_world


@dataclass(frozen=True, slots=True)
class SeatView:
    """What one seat sees at the start of a turn.

    Attributes:
        values: Every figure by slot, None where it is hidden from the seat.
        offers, contracts, memories, changes: The seat's own.
        plants, fired: Public. ``finds`` are the seat's own; ``pacts`` those it is a side of.
    """

    layout: Layout
    seat: str
    turn: int
    values: tuple[int | None, ...]
    plants: tuple[Plant, ...]
    offers: tuple[Offer, ...]
    contracts: tuple[Contract, ...]
    memories: tuple[Memory, ...]
    fired: tuple[tuple[str, int], ...]
    changes: tuple[Change, ...]
    finds: tuple[Find, ...] = ()
    pacts: tuple[Pact, ...] = ()

    @property
    def clock(self) -> int:
        """Number of the next step of the rules; dates in the world are counted in steps."""
        return self.turn * self.layout.level.steps

    def figure(self, path: str) -> int | None:
        """Return a figure by its path, None when it is hidden; KeyError when there is none."""
        return self.values[self.layout.slots[path]]


def sees(layout: Layout, seat: str, slot: int) -> bool:
    """Whether a seat may see a figure."""
    shown = layout.variables[slot].shown
    if shown == HIDDEN:
        return False
    own = shown == OWN or slot in layout.veiled
    return not own or layout.paths[slot].split("/", 1)[0] == seat


def view(world: World, seat: str) -> SeatView:
    """Return what a seat sees of a world.

    Raises:
        KeyError: The level has no such state.
    """
    world.layout.state(seat)
    layout = world.layout
    return SeatView(
        layout=layout,
        seat=seat,
        turn=world.turn,
        values=tuple(
            value if sees(layout, seat, slot) else None for slot, value in enumerate(world.values)
        ),
        plants=world.plants,
        offers=tuple(x for x in world.offers if x.seat == seat),
        contracts=tuple(x for x in world.contracts if x.seat == seat),
        memories=tuple(x for x in world.memories if x.seat == seat),
        fired=tuple(x for x in world.fired if _public(world, x[0], seat)),
        changes=tuple(x for x in world.changes if x.seat == seat),
        finds=tuple(x for x in world.finds if x.state == seat),
        pacts=tuple(x for x in world.pacts if seat in x.sides),
    )


def _public(world: World, event: str, seat: str) -> bool:
    """Offers made to another seat are not public; everything else that happened is."""
    if not event.startswith("offer:"):
        return True
    plan = event.removeprefix("offer:")
    return any(x.id == plan and x.seat == seat for x in world.level.offers)


def believed_world(seen: SeatView, luck: int) -> World:
    """Return the world as a seat may imagine it.

    Args:
        seen: The seat's view.
        luck: A seed for imagined luck. Never the match's seed.

    Returns:
        A whole world: what is seen stands as seen, what is hidden as at the level's start, which
        is public.
    """
    start = bare_world(seen.layout.level, luck)
    values = tuple(
        start.values[slot] if value is None else value for slot, value in enumerate(seen.values)
    )
    if seen.layout.has_sites:
        row = list(values)
        draw_reserves(seen.layout, row, luck)
        values = tuple(row)
    return replace(
        start,
        layout=seen.layout,
        turn=seen.turn,
        values=values,
        plants=seen.plants,
        offers=seen.offers,
        contracts=seen.contracts,
        memories=seen.memories,
        fired=seen.fired,
        changes=seen.changes,
        finds=seen.finds,
        pacts=seen.pacts,
        imagined=True,
    )
