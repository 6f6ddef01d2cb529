"""The encoding keeps a whole world, and the digest notices every part of it."""

from dataclasses import replace

import pytest

from game.engine.codec import decode, digest, encode
from game.engine.orders import Order
from game.engine.turn import resolve_turn
from game.engine.world import Change, Contract, Memory, Offer, World
from game.engine.world import bare_world as open_world
from tests.nickel_for_rules import nickel_level
from tests.worlds_for_rules import level_at_rest, sheets_for


@pytest.fixture(scope="module")
def world() -> World:
    """Return a world with something of every kind in it."""
    world = open_world(nickel_level(), 3)
    for turn in range(3):
        orders: tuple[Order, ...] = ()
        if turn == 1:
            orders = (
                Order("export_ban", "nickel.ore", (10_000, 0)),
                Order("answer_offer", "loan.001", (1,)),
            )
        world = resolve_turn(world, sheets_for(world, orders, "isles")).world
    return world


def test_the_world_of_this_test_has_everything(world: World) -> None:
    things = (world.plants, world.offers, world.contracts, world.memories, world.fired)
    assert all(things)
    assert world.changes


def test_decoding_undoes_encoding(world: World) -> None:
    start = open_world(world.level, 99)
    assert decode(encode(world), start) == world
    assert decode(encode(start), world) == start


def _changed(world: World) -> dict[str, World]:
    plant, offer, contract = world.plants[0], world.offers[0], world.contracts[0]
    memory, change = world.memories[0], world.changes[0]

    def plants(**parts: object) -> World:
        return replace(world, plants=(replace(plant, **parts), *world.plants[1:]))

    def offers(**parts: object) -> World:
        return replace(world, offers=(replace(offer, **parts), *world.offers[1:]))

    def contracts(**parts: object) -> World:
        return replace(world, contracts=(replace(contract, **parts), *world.contracts[1:]))

    return {
        "seed": replace(world, seed=world.seed + 1),
        "turn": replace(world, turn=world.turn + 1),
        "first figure": replace(world, values=(world.values[0] + 1, *world.values[1:])),
        "last figure": replace(world, values=(*world.values[:-1], world.values[-1] + 1)),
        "plant id": plants(id="x"),
        "plant state": plants(state="x"),
        "plant province": plants(province="x"),
        "plant mineral": plants(mineral="x"),
        "plant feed": plants(feed=plant.feed + 1),
        "plant owner": plants(owner="x"),
        "plant share": plants(state_share=plant.state_share + 1),
        "plant power": plants(coal=not plant.coal),
        "plant opens": plants(opens=plant.opens + 1),
        "plant holiday": plants(holiday_until=plant.holiday_until + 1),
        "plant cost": plants(cost=plant.cost + 1),
        "offer id": offers(id="x"),
        "offer plan": offers(plan="x"),
        "offer partner": offers(partner="x"),
        "offer seat": offers(seat="x"),
        "offer made": offers(made=offer.made + 1),
        "offer expires": offers(expires=offer.expires + 1),
        "offer terms": offers(terms=(*offer.terms[:-1], offer.terms[-1] + 1)),
        "offer countered": offers(countered=True),
        "contract id": contracts(id="x"),
        "contract plan": contracts(plan="x"),
        "contract partner": contracts(partner="x"),
        "contract seat": contracts(seat="x"),
        "contract kind": contracts(kind="x"),
        "contract mineral": contracts(mineral="x"),
        "contract until": contracts(until=contract.until + 1),
        "contract terms": contracts(terms=(("loan", 1), *contract.terms[1:])),
        "no plants": replace(world, plants=()),
        "no offers": replace(world, offers=()),
        "no contracts": replace(world, contracts=()),
        "memory": replace(world, memories=(replace(memory, change=1), *world.memories[1:])),
        "memory partner": replace(
            world, memories=(replace(memory, partner="x"), *world.memories[1:])
        ),
        "fired": replace(world, fired=world.fired[1:]),
        "fired turn": replace(world, fired=((world.fired[0][0], 9), *world.fired[1:])),
        "change turn": replace(world, changes=(replace(change, turn=9), *world.changes[1:])),
        "change before": replace(world, changes=(replace(change, before=()), *world.changes[1:])),
    }


def test_each_part_of_a_world_changes_its_digest(world: World) -> None:
    found = {name: digest(other) for name, other in _changed(world).items()}
    assert len(set(found.values()) | {digest(world)}) == len(found) + 1


def test_each_part_survives_decoding(world: World) -> None:
    for name, other in _changed(world).items():
        assert decode(encode(other), world) == other, name


def test_the_level_counts_too() -> None:
    def edited(**parts: object) -> str:
        return digest(open_world(level_at_rest(lambda level: replace(level, **parts)), 1))

    assert len({edited(), edited(id="other"), edited(digest="other")}) == 3


def test_a_digest_is_chained_to_what_came_before(world: World) -> None:
    first = digest(world)
    assert len(first) == 64
    assert digest(world, first.encode()) == digest(world, first.encode())
    assert len({first, digest(world, first.encode()), digest(world, b"x")}) == 3


@pytest.mark.parametrize("size", [0, 7, 1_000, -300, -40, -2])
def test_torn_bytes_are_refused(world: World, size: int) -> None:
    with pytest.raises(ValueError, match="not a world of this level"):
        decode(encode(world)[:size], world)


def test_bytes_of_another_level_are_refused(world: World) -> None:
    other = open_world(level_at_rest(), 1)
    with pytest.raises(ValueError, match="not a world of this level"):
        decode(encode(other), world)


def test_empty_names_and_terms_survive() -> None:
    bare = open_world(level_at_rest(), 1)
    odd = replace(
        bare,
        offers=(Offer("o", "p", "east", "arland", 1, 2, ()),),
        contracts=(Contract("c", "p", "east", "arland", "loan", "", 9, ()),),
        memories=(Memory(0, "arland", "east", "signed", -5),),
        changes=(Change("arland", "eia", "", 0, ()),),
    )
    assert decode(encode(odd), bare) == odd
