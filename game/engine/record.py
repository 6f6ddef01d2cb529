"""The record of a match: what was ordered, never what happened.

One header line, then a line for every order, withdrawal, prediction and sealed turn, in JSON. A
record is the save, the replay and the tournament entry. This module knows the lines; writing them
to disk belongs to game.storage, playing them to game.match.
"""

import json
from dataclasses import dataclass
from typing import Any

from game.engine.orders import Order

MAGIC = "downstream-record"
FORMAT = 1
"""Version of the lines below."""
RULES_VERSION = 1
"""Raised whenever the same orders could lead to another world."""
MAX_LINE = 4_096
MAX_BYTES = 256 * 1024


FAULTS = (
    "empty",
    "too_large",
    "not_text",
    "not_a_record",
    "other_format",
    "other_rules",
    "malformed",
    "too_long",
)
"""Every code of a ``RecordFault``."""


class RecordFault(ValueError):
    """A line that cannot be read. ``code`` is one of ``FAULTS``; ``line`` counts from 1."""

    def __init__(self, code: str, line: int, detail: str = "") -> None:
        super().__init__(f"{code} in line {line}: {detail}")
        self.code = code
        self.line = line
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Header:
    """What a match was played on.

    Attributes:
        level: The level's id; ``digest`` its hash by meaning.
        seat, mandate: The human's seat and goal.
        seed: The match's luck.
        others: Computer player by seat, for every other state.
        program: Version of the program that wrote it.
    """

    level: str
    digest: str
    seat: str
    mandate: str
    seed: int
    others: tuple[tuple[str, str], ...]
    program: str
    rules: int = RULES_VERSION


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order of the open turn; ``withdrawn`` takes an equal one back."""

    turn: int
    seat: str
    order: Order
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Predicted:
    """A prediction: direction -1, 0 or 1, and the id of the reason picked."""

    turn: int
    prediction: str
    direction: int
    reason: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """The end of a turn: the digest of the world it led to, chained to those before."""

    turn: int
    digest: str


Line = Ordered | Predicted | Sealed


@dataclass(frozen=True, slots=True)
class Record:
    """A record as read.

    Attributes:
        lines: The whole lines after the header.
        torn: Whether a last line was cut off and left out.
    """

    header: Header
    lines: tuple[Line, ...]
    torn: bool = False


def write_header(header: Header) -> str:
    """Return the first line of a record, without the line end."""
    return _dump(
        {
            "magic": MAGIC,
            "format": FORMAT,
            "rules": header.rules,
            "program": header.program,
            "level": header.level,
            "level_digest": header.digest,
            "seat": header.seat,
            "mandate": header.mandate,
            "seed": header.seed,
            "others": dict(header.others),
        }
    )


def write_line(line: Line) -> str:
    """Return a line of a record, without the line end."""
    if isinstance(line, Sealed):
        return _dump({"turn": line.turn, "sealed": line.digest})
    if isinstance(line, Predicted):
        return _dump(
            {
                "turn": line.turn,
                "predict": line.prediction,
                "direction": line.direction,
                "reason": line.reason,
            }
        )
    order = line.order
    return _dump(
        {
            "turn": line.turn,
            "seat": line.seat,
            "withdraw" if line.withdrawn else "order": order.lever,
            "target": order.target,
            "setting": list(order.setting),
        }
    )


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(", ", ": "))


def read_header(text: str) -> Header:
    """Return the header in a record's first line.

    Raises:
        RecordFault: It is no header, or of a format or rules version we do not read.
    """
    found = _load(text, 1)
    if found.get("magic") != MAGIC:
        raise RecordFault("not_a_record", 1)
    if found.get("format") != FORMAT:
        raise RecordFault("other_format", 1, str(found.get("format")))
    rules = _number(found, "rules", 1)
    if rules != RULES_VERSION:
        raise RecordFault("other_rules", 1, str(rules))
    others = found.get("others")
    if not isinstance(others, dict) or not all(_plain(player) for player in others.values()):
        raise RecordFault("malformed", 1, "others")
    return Header(
        level=_text(found, "level", 1),
        digest=_text(found, "level_digest", 1),
        seat=_text(found, "seat", 1),
        mandate=_text(found, "mandate", 1),
        seed=_number(found, "seed", 1),
        others=tuple(sorted(others.items())),
        program=_text(found, "program", 1),
        rules=rules,
    )


def read_line(text: str, number: int) -> Line:
    """Return what a later line says.

    Raises:
        RecordFault: It cannot be read.
    """
    found = _load(text, number)
    turn = _number(found, "turn", number)
    if "sealed" in found:
        return Sealed(turn, _text(found, "sealed", number))
    if "predict" in found:
        return Predicted(
            turn,
            _text(found, "predict", number),
            _number(found, "direction", number),
            _text(found, "reason", number),
        )
    withdrawn = "withdraw" in found
    setting = found.get("setting")
    if not isinstance(setting, list) or not all(type(x) is int for x in setting):
        raise RecordFault("malformed", number, "setting")
    order = Order(
        _text(found, "withdraw" if withdrawn else "order", number),
        _text(found, "target", number),
        tuple(setting),
    )
    return Ordered(turn, _text(found, "seat", number), order, withdrawn)


def read_record(data: bytes, max_bytes: int = MAX_BYTES) -> Record:
    """Return the record in the bytes of a file; a last line without line end is left out.

    Args:
        data: All bytes of the file.
        max_bytes: The largest record that is read.

    Raises:
        RecordFault: It is too large, empty, no record, or damaged before its last line.
    """
    if len(data) > max_bytes:
        raise RecordFault("too_large", 1, str(len(data)))
    whole, _, rest = data.rpartition(b"\n")
    if not whole:
        raise RecordFault("not_a_record" if rest else "empty", 1)
    try:
        rows = whole.decode("ascii").split("\n")
    except UnicodeDecodeError as error:
        raise RecordFault("not_text", data.count(b"\n", 0, error.start) + 1) from None
    header = read_header(rows[0])
    lines = tuple(read_line(row, number) for number, row in enumerate(rows[1:], 2))
    return Record(header, lines, torn=bool(rest))


def _load(text: str, number: int) -> dict[str, Any]:
    if len(text) > MAX_LINE:
        raise RecordFault("too_long", number)
    try:
        found = json.loads(text, object_pairs_hook=_no_twice)
    except (ValueError, RecursionError) as error:
        raise RecordFault("malformed", number, str(error)) from None
    if not isinstance(found, dict):
        raise RecordFault("malformed", number)
    return found


def _no_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _text(found: dict[str, Any], key: str, number: int) -> str:
    value = found.get(key)
    if not _plain(value):
        raise RecordFault("malformed", number, key)
    return str(value)


def _plain(value: object) -> bool:
    """Whether a value is text without control characters or broken halves of characters."""
    return isinstance(value, str) and (value.isprintable() or not value)


def _number(found: dict[str, Any], key: str, number: int) -> int:
    value = found.get(key)
    if type(value) is not int:
        raise RecordFault("malformed", number, key)
    return value
