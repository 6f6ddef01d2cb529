"""The list of files received: appended to, each line chained to those before, no names in it."""

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from game.engine.strict_json import dump_object, load_object

NAME = "received.log"
MAGIC = "downstream-received"
MOST_BYTES = 1024 * 1024


class ReceiptsChanged(ValueError):
    """The list was changed after it was written; ``line`` is the first that does not fit."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def mark_of(data: bytes) -> str:
    """Return 16 hexadecimal characters for the bytes of a file."""
    return blake2b(data, digest_size=8).hexdigest()


def read_receipts(text: str, round_id: str) -> tuple[str, ...]:
    """Return the marks of the files received, in order.

    Raises:
        ReceiptsChanged: A line is not what was written, or the list is another round's.
    """
    marks: list[str] = []
    for number, row in enumerate(text.splitlines(), 1):
        try:
            said = load_object(row)
        except ValueError:
            raise ReceiptsChanged(number) from None
        mark = said.get("file")
        if not isinstance(mark, str) or said != _line(marks, mark, round_id):
            raise ReceiptsChanged(number)
        marks.append(mark)
    return tuple(marks)


def write_receipts(marks: Sequence[str], round_id: str) -> str:
    """Return the text of the list; a longer one begins with the text of a shorter one."""
    return "".join(
        dump_object(_line(marks[:place], mark, round_id)) + "\n" for place, mark in enumerate(marks)
    )


def _line(before: Sequence[str], mark: str, round_id: str) -> dict[str, Any]:
    chained = json.dumps([round_id, *before, mark])
    chain = blake2b(chained.encode(), digest_size=8).hexdigest()
    return {"magic": MAGIC, "received": len(before) + 1, "file": mark, "chain": chain}
