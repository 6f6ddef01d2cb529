"""A mark of the rules' very code: two builds with one mark lead to the same worlds.

It is told beside the rules version, to explain a record that does not agree; nothing is refused
because of it.
"""

from functools import cache
from hashlib import blake2b
from pathlib import Path

_GAME = Path(__file__).resolve().parents[1]
_ROOMS = ("engine", "players")


@cache
def build_mark() -> str:
    """Return 12 hexadecimal characters for the code of the rules and of the computer players."""
    found = blake2b(digest_size=6)
    for room in _ROOMS:
        for path in sorted((_GAME / room).rglob("*.py")):
            found.update(path.relative_to(_GAME).as_posix().encode() + b"\n")
            found.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()
