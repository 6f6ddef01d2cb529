"""Digests of sealed turns, each chained to what came before.

The first link is the record's header; each turn's digest stands for the digest before it, the
orders of every seat, the predictions made in the turn, and the world they led to.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from game.engine.codec import digest
from game.engine.orders import Sheet
from game.engine.record import Header, Ordered, Predicted, write_header, write_line
from game.engine.world import World


def first_link(header: Header) -> str:
    """Return the digest that stands for a header, 64 hexadecimal characters."""
    return blake2b(write_header(header.bare).encode(), digest_size=32).hexdigest()


def next_link(
    before: str, sheets: Mapping[str, Sheet], predicted: Iterable[Predicted], world: World
) -> str:
    """Return the digest of a sealed turn.

    Args:
        before: The digest before it.
        sheets: The sheets of all seats, as carried out.
        predicted: The predictions made in the turn.
        world: The world at the end of the turn.
    """
    lines = [write_line(line) for line in predicted]
    for seat in sorted(sheets):
        lines += [
            write_line(Ordered(sheets[seat].turn, seat, order)) for order in sheets[seat].orders
        ]
    return digest(world, "\n".join([before, *lines, ""]).encode())


def sheets_mark(sheets: Mapping[str, Sheet], seat: str) -> str:
    """Return 16 hexadecimal characters for the sheets of all seats but one.

    The digest of a turn covers them too; the mark tells whether it was the neighbours' orders
    that differed.
    """
    lines = [
        write_line(Ordered(sheets[name].turn, name, order))
        for name in sorted(sheets)
        if name != seat
        for order in sheets[name].orders
    ]
    return blake2b("\n".join(lines).encode(), digest_size=8).hexdigest()
