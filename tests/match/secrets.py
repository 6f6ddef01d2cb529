"""Worlds that look alike from one seat and differ in everything it cannot see."""

from dataclasses import replace

from game.engine.view import sees, view
from game.engine.world import Contract, Memory, Offer, World

_OTHER_LUCK = 999_331


def with_other_secrets(world: World, seat: str, rival: str) -> World:
    """Return a world with another seed and other hidden figures and things, same view.

    Args:
        world: Any world.
        seat: The seat whose view must not change.
        rival: Another state, which gets offers, contracts and memories of its own.
    """
    values = tuple(
        value if sees(world.layout, seat, slot) else value + 7_654_321
        for slot, value in enumerate(world.values)
    )
    plan = next(x for x in world.level.offers if x.seat == rival)
    terms = tuple(term.offered for term in plan.terms)
    offer = Offer("zz", plan.id, plan.partner, rival, world.turn, world.turn + 2, terms)
    contract = Contract("zz", plan.id, plan.partner, rival, plan.kind, "zinc", world.turn + 3, ())
    memory = Memory(world.turn, rival, plan.partner, "courted", 10)
    changed = replace(
        world,
        seed=world.seed + _OTHER_LUCK,
        values=values,
        offers=(*(x for x in world.offers if x.seat == seat), offer),
        contracts=(*(x for x in world.contracts if x.seat == seat), contract),
        memories=(*(x for x in world.memories if x.seat == seat), memory),
        fired=(*world.fired, (f"offer:{plan.id}", world.turn)),
    )
    assert changed.values != world.values
    return replace(changed, fired=_public_fired(changed, world, seat))


def _public_fired(changed: World, world: World, seat: str) -> tuple[tuple[str, int], ...]:
    """Keep what the seat sees of events; the rival's offers are what differs."""
    seen = set(view(world, seat).fired)
    return tuple(x for x in changed.fired if x in seen or x not in world.fired)
