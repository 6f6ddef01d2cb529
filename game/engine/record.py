"""The record of a match: what was ordered, never what happened.

One header line, then a line for every order, withdrawal, prediction and sealed turn, in JSON. A
record is the save, the replay and the tournament entry. This module knows the lines; writing them
to disk belongs to game.storage, playing them to game.match.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from game.engine.definitions.level import SCENARIO_MARK
from game.engine.orders import Order
from game.engine.strict_json import dump_object, is_plain, load_object

MAGIC = "downstream-record"
FORMAT = 1
"""Version of the lines below."""
RULES_VERSION = 3
"""Raised whenever the same orders could lead to another world."""
MAX_LINE = 4_096
MAX_BYTES = 256 * 1024
OPTIONAL = "x-"
"""Fields of the header that begin so may be left unread; they are kept, and stand for nothing."""
MOST_ENTRANTS = 999
_ID = re.compile(r"[a-z0-9_-]{1,40}")
_LEVEL = re.compile(rf"{_ID.pattern}({SCENARIO_MARK}{_ID.pattern})?")
"""A level, or one of its scenarios."""
_MAX_TEXT = 80
_MAX_SETTING = 32
_HEADER_FIELDS = frozenset(
    "magic format rules program build level level_digest seat mandate seed others round "
    "entrant".split()
)
_LINE_FIELDS = (
    frozenset({"turn", "sealed"}),
    frozenset({"turn", "sealed", "sheets"}),
    frozenset({"turn", "predict", "direction", "reason"}),
    frozenset({"turn", "seat", "order", "target", "setting"}),
    frozenset({"turn", "seat", "withdraw", "target", "setting"}),
)


FAULTS = (
    "empty",
    "too_large",
    "not_text",
    "not_a_record",
    "other_format",
    "other_rules",
    "malformed",
    "unknown_field",
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
        program: Version of the program that wrote it; ``build`` stands for its rules' very code.
        rules: Version of the rules, raised whenever an outcome can change.
        round: Id of the classroom round it is played for; empty outside.
        entrant: Number of the player in that round, 0 outside.
        optional: Fields of another version that may be left unread.
    """

    level: str
    digest: str
    seat: str
    mandate: str
    seed: int
    others: tuple[tuple[str, str], ...]
    program: str
    rules: int = RULES_VERSION
    build: str = ""
    round: str = ""
    entrant: int = 0
    optional: tuple[tuple[str, str | int], ...] = ()

    @property
    def bare(self) -> "Header":
        """The header without what stands for nothing; digests begin with it."""
        return replace(self, optional=())


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
    """The end of a turn: the digest of the world it led to, chained to those before.

    ``sheets`` stands for what the computer players ordered, to tell whose orders differ.
    """

    turn: int
    digest: str
    sheets: str = ""


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
    fields: dict[str, Any] = {
        "magic": MAGIC,
        "format": FORMAT,
        "rules": header.rules,
        "program": header.program,
    }
    if header.build:
        fields["build"] = header.build
    fields |= {
        "level": header.level,
        "level_digest": header.digest,
        "seat": header.seat,
        "mandate": header.mandate,
        "seed": header.seed,
        "others": dict(header.others),
    }
    if header.round:
        fields |= {"round": header.round, "entrant": header.entrant}
    return dump_object(fields | dict(header.optional))


def write_line(line: Line) -> str:
    """Return a line of a record, without the line end."""
    if isinstance(line, Sealed):
        sheets = {"sheets": line.sheets} if line.sheets else {}
        return dump_object({"turn": line.turn, "sealed": line.digest, **sheets})
    if isinstance(line, Predicted):
        return dump_object(
            {
                "turn": line.turn,
                "predict": line.prediction,
                "direction": line.direction,
                "reason": line.reason,
            }
        )
    order = line.order
    return dump_object(
        {
            "turn": line.turn,
            "seat": line.seat,
            "withdraw" if line.withdrawn else "order": order.lever,
            "target": order.target,
            "setting": list(order.setting),
        }
    )


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
    optional = _optional(found)
    in_round = "round" in found or "entrant" in found
    return Header(
        level=_level_id(found),
        digest=_text(found, "level_digest", 1),
        seat=_id(found, "seat", 1),
        mandate=_id(found, "mandate", 1),
        seed=_number(found, "seed", 1, low=0),
        others=_others(found),
        program=_text(found, "program", 1),
        rules=rules,
        build=_text(found, "build", 1) if "build" in found else "",
        round=_id(found, "round", 1) if in_round else "",
        entrant=_number(found, "entrant", 1, 1, MOST_ENTRANTS) if in_round else 0,
        optional=optional,
    )


def _optional(found: dict[str, Any]) -> tuple[tuple[str, str | int], ...]:
    """Return the fields that may be left unread; any other that is not known stops reading."""
    names = sorted(name for name in found if name not in _HEADER_FIELDS)
    for name in names:
        if not name.startswith(OPTIONAL) or not _short(name):
            raise RecordFault("unknown_field", 1, name[:_MAX_TEXT])
        if not _short(found[name]) and type(found[name]) is not int:
            raise RecordFault("malformed", 1, name)
    return tuple((name, found[name]) for name in names)


def _others(found: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    others = found.get("others")
    if not isinstance(others, dict) or not all(
        _ID.fullmatch(seat) and _short(player) for seat, player in others.items()
    ):
        raise RecordFault("malformed", 1, "others")
    return tuple(sorted(others.items()))


def read_line(text: str, number: int) -> Line:
    """Return what a later line says.

    Raises:
        RecordFault: It cannot be read.
    """
    found = _load(text, number)
    turn = _number(found, "turn", number)
    if found.keys() not in _LINE_FIELDS:
        raise RecordFault("unknown_field", number, ", ".join(sorted(found))[:_MAX_TEXT])
    if "sealed" in found:
        sheets = _text(found, "sheets", number) if "sheets" in found else ""
        return Sealed(turn, _text(found, "sealed", number), sheets)
    if "predict" in found:
        return Predicted(
            turn,
            _text(found, "predict", number),
            _number(found, "direction", number),
            _text(found, "reason", number),
        )
    withdrawn = "withdraw" in found
    setting = found.get("setting")
    if (
        not isinstance(setting, list)
        or len(setting) > _MAX_SETTING
        or not all(type(x) is int for x in setting)
    ):
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
        return load_object(text)
    except ValueError as error:
        raise RecordFault("malformed", number, str(error)[:_MAX_TEXT]) from None


def _text(found: dict[str, Any], key: str, number: int) -> str:
    value = found.get(key)
    if not _short(value):
        raise RecordFault("malformed", number, key)
    return str(value)


def _id(found: dict[str, Any], key: str, number: int) -> str:
    value = found.get(key)
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise RecordFault("malformed", number, key)
    return value


def is_level_id(value: object) -> bool:
    """Whether a text can name a level, or one of its scenarios behind a mark."""
    return isinstance(value, str) and bool(_LEVEL.fullmatch(value))


def _level_id(found: dict[str, Any]) -> str:
    value = found.get("level")
    if not is_level_id(value):
        raise RecordFault("malformed", 1, "level")
    return str(value)


def _short(value: object) -> bool:
    return is_plain(value) and len(str(value)) <= _MAX_TEXT


def _number(
    found: dict[str, Any], key: str, number: int, low: int | None = None, high: int | None = None
) -> int:
    value = found.get(key)
    if type(value) is not int:
        raise RecordFault("malformed", number, key)
    if (low is not None and value < low) or (high is not None and value > high):
        raise RecordFault("malformed", number, key)
    return value
