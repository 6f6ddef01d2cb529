"""The canonical encoding of a world, and its digest."""

import struct
from hashlib import blake2b

from game.engine.pacts import Pact
from game.engine.world import Change, Contract, Find, Memory, Offer, Plant, World

ENCODING = 2
"""Raised whenever the encoding changes."""


def encode(world: World) -> bytes:
    """Return the canonical bytes of a world: its level's digest, figures and things.

    Figures are packed as 64-bit whole numbers in slot order; things follow as text lines in order
    of their ids, so that equal worlds have equal bytes on every platform.
    """
    lines = [f"{ENCODING}\n{world.level.id}\n{world.level.digest}\n{world.seed}\n{world.turn}\n"]
    lines += [x.line or _plant(x) for x in world.plants]
    lines += [_offer(x) for x in world.offers]
    lines += [_contract(x) for x in world.contracts]
    lines += [f"m {x.turn} {x.seat} {x.partner} {x.code} {x.change}\n" for x in world.memories]
    lines += [f"f {event} {turn}\n" for event, turn in world.fired]
    lines += [_change(x) for x in world.changes]
    lines += [_pact(x) for x in world.pacts]
    lines += [f"d {x.id} {x.state} {x.field} {x.size} {x.opens}\n" for x in world.finds]
    return struct.pack(f"<{len(world.values)}q", *world.values) + "".join(lines).encode()


def digest(world: World, before: bytes = b"") -> str:
    """Return the 64 hexadecimal characters that stand for a world, chained to what came before."""
    return blake2b(before + encode(world), digest_size=32).hexdigest()


def _plant(x: Plant) -> str:
    """Return a plant's line, and keep it with the plant."""
    x.line = (
        f"p {x.id} {x.state} {x.province} {x.mineral} {x.feed} {x.owner} {x.state_share} "
        f"{int(x.coal)} {x.opens} {x.holiday_until} {x.cost}\n"
    )
    return x.line


def _offer(x: Offer) -> str:
    terms = ",".join(map(str, x.terms))
    return (
        f"o {x.id} {x.plan} {x.partner} {x.seat} {x.made} {x.expires} {terms} {int(x.countered)}\n"
    )


def _contract(x: Contract) -> str:
    terms = ",".join(f"{name}={value}" for name, value in x.terms)
    return f"c {x.id} {x.plan} {x.partner} {x.seat} {x.kind} {x.mineral} {x.until} {terms}\n"


def _pact(x: Pact) -> str:
    return (
        f"t {x.id} {x.kind} {x.maker} {x.other} {x.mineral or '-'} {x.amount} {x.years} "
        f"{x.made} {x.until}\n"
    )


def _change(x: Change) -> str:
    before = ",".join(map(str, x.before))
    return f"h {x.seat} {x.lever} {x.target} {x.turn} {before}\n"


def decode(data: bytes, world: World) -> World:
    """Return the world that ``encode`` wrote, on the layout of a world of the same level.

    Args:
        data: What ``encode`` returned.
        world: Any world of the same level; lends its layout.

    Raises:
        ValueError: The bytes are not a world of this level.
    """
    count = len(world.values)
    size = struct.calcsize(f"<{count}q")
    try:
        values = struct.unpack(f"<{count}q", data[:size])
        *lines, rest = data[size:].decode().split("\n")
        if lines[:3] != [str(ENCODING), world.level.id, world.level.digest]:
            raise ValueError("another level")
        if rest:
            raise ValueError("cut off in its last line")
        return _read_world(world, values, lines[3:])
    except (struct.error, ValueError, IndexError) as error:
        raise ValueError(f"not a world of this level: {error}") from None


def _read_world(world: World, values: tuple[int, ...], lines: list[str]) -> World:
    rows = [line.split(" ") for line in lines[2:]]
    return World(
        layout=world.layout,
        seed=int(lines[0]),
        turn=int(lines[1]),
        values=values,
        plants=tuple(_read_plant(row) for row in rows if row[0] == "p"),
        offers=tuple(_read_offer(row) for row in rows if row[0] == "o"),
        contracts=tuple(_read_contract(row) for row in rows if row[0] == "c"),
        memories=tuple(
            Memory(int(row[1]), row[2], row[3], row[4], int(row[5]))
            for row in rows
            if row[0] == "m"
        ),
        fired=tuple((row[1], int(row[2])) for row in rows if row[0] == "f"),
        changes=tuple(
            Change(row[1], row[2], row[3], int(row[4]), _numbers(row[5]))
            for row in rows
            if row[0] == "h"
        ),
        pacts=tuple(_read_pact(row) for row in rows if row[0] == "t"),
        finds=tuple(
            Find(row[1], row[2], row[3], int(row[4]), int(row[5])) for row in rows if row[0] == "d"
        ),
    )


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part)


def _read_plant(row: list[str]) -> Plant:
    return Plant(
        row[1],
        row[2],
        row[3],
        row[4],
        int(row[5]),
        row[6],
        int(row[7]),
        row[8] == "1",
        int(row[9]),
        int(row[10]),
        int(row[11]),
    )


def _read_pact(row: list[str]) -> Pact:
    mineral = "" if row[5] == "-" else row[5]
    amount, years, made, until = (int(part) for part in row[6:10])
    return Pact(row[1], row[2], row[3], row[4], mineral, amount, years, made, until)


def _read_offer(row: list[str]) -> Offer:
    return Offer(
        row[1], row[2], row[3], row[4], int(row[5]), int(row[6]), _numbers(row[7]), row[8] == "1"
    )


def _read_contract(row: list[str]) -> Contract:
    pairs = [pair.split("=") for pair in row[8].split(",") if pair]
    terms = tuple((name, int(value)) for name, value in pairs)
    return Contract(row[1], row[2], row[3], row[4], row[5], row[6], int(row[7]), terms)
