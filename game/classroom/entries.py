"""An entry: the records of a round's games by one player, one after the other in one file."""

from collections.abc import Iterable
from hashlib import blake2b

from game.classroom import faults
from game.classroom.faults import EntryFault
from game.classroom.rounds import MOST_GAMES, Round
from game.engine.record import (
    MAX_BYTES,
    Header,
    Record,
    RecordFault,
    Sealed,
    read_record,
    write_header,
    write_line,
)

SUFFIX = ".entry"
_HEADER_BEGINS = b'"magic"'


def entry_text(records: Iterable[str]) -> str:
    """Return the text of an entry from the texts of its games' records."""
    return "".join(records)


def key_of(records: Iterable[Record]) -> str:
    """Return 32 hexadecimal characters for what an entry orders, however it is written."""
    lines: list[str] = []
    for record in sorted(records, key=lambda each: each.header.seed):
        lines.append(write_header(record.header.bare))
        lines += map(write_line, record.lines)
    return blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()


def read_entry(data: bytes) -> tuple[Record, ...]:
    """Return the records in the bytes of an entry.

    Line ends of any system, a byte order mark and a last line without an end are let pass, as
    editors and mail leave them.

    Raises:
        EntryFault: It is too large, or a line cannot be read.
    """
    if len(data) > MAX_BYTES:
        raise EntryFault("too_large")
    data = data.removeprefix(b"\xef\xbb\xbf").rstrip()
    rows = [row.rstrip() for row in data.split(b"\n")]
    if rows == [b""]:
        raise EntryFault("empty")
    starts = [number for number, row in enumerate(rows) if _HEADER_BEGINS in row[:20]]
    if starts[:1] != [0]:
        raise EntryFault("not_a_record", 1)
    if len(starts) > MOST_GAMES:
        raise EntryFault(faults.TOO_MANY_GAMES)
    found = []
    for first, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        try:
            found.append(read_record(b"\n".join([*rows[first:end], b""])))
        except RecordFault as fault:
            raise EntryFault(fault.code, first + fault.line, fault.detail) from None
    return tuple(found)


def check_entry(found: Round, records: tuple[Record, ...]) -> int:
    """Return the number of the player whose entry fits a round.

    Raises:
        EntryFault: It is for another round, number, luck or set-up, or holds a game twice.
    """
    if len(records) > found.games:
        raise EntryFault(faults.TOO_MANY_GAMES, detail=str(len(records)))
    for record in records:
        _check_header(found, record.header)
    numbers = {record.header.entrant for record in records}
    if len(numbers) > 1:
        raise EntryFault(faults.TWO_NUMBERS, detail=", ".join(map(str, sorted(numbers))))
    if len({record.header.seed for record in records}) < len(records):
        raise EntryFault(faults.SAME_GAME_TWICE)
    if not any(isinstance(line, Sealed) for record in records for line in record.lines):
        raise EntryFault(faults.NOTHING_PLAYED)
    return numbers.pop()


def _check_header(found: Round, header: Header) -> None:
    if not header.round:
        raise EntryFault(faults.NO_ROUND)
    if header.round != found.id:
        raise EntryFault(faults.OTHER_ROUND, detail=header.round)
    if header.entrant > found.entrants:
        raise EntryFault(faults.NO_SUCH_NUMBER, detail=str(header.entrant))
    for name, said, wanted in (
        ("level", (header.level, header.digest), (found.level, found.level_digest)),
        ("seat", header.seat, found.seat),
        ("mandate", header.mandate, found.mandate),
        ("others", header.others, found.others),
    ):
        if said != wanted:
            raise EntryFault(faults.OTHER_SETUP, detail=name)
    if header.seed not in found.seeds:
        raise EntryFault(faults.OTHER_LUCK, detail=str(header.seed))
