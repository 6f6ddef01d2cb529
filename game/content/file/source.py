"""From a path to clean text: size limit, one read, one encoding, no dangerous characters.

The file is measured before it is opened, read once into memory, and only that buffer is used
afterwards, so a file that changes while it is loaded is never seen half old and half new.
Accepted: UTF-8, with or without a byte order mark, with LF or CRLF line ends.
"""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from game.content.faults import START, FaultList, Position
from game.content.file.characters import REFUSED_IN_FILE, character_code, character_name

MAX_BYTES = 256 * 1024
"""Largest file that is read, in bytes (256 kB). The largest shipped level is far below."""

MAX_CHARACTER_FAULTS = 10
"""Refused characters and tabs listed one by one; a wrongly saved file has thousands."""

_UTF8_BOM = b"\xef\xbb\xbf"
_FOREIGN_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAVE_AS_UTF8 = "open it in a text editor and save it with the encoding UTF-8"
_ODD_INDENT = re.compile(
    r"^ *[\t\u00a0\u2007\u202f\u3000][ \t\u00a0\u2007\u202f\u3000]*(?=[^\s#])", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file, without byte order mark, lines ended by LF.

    `sha256` is the hex digest of the bytes as read; it tells whether a file has been saved anew.
    It is not the level's hash by meaning, which ignores comments and line ends.
    """

    text: str
    sha256: str


def display_name(path: Path | str) -> str:
    """`path` as it appears in messages: always printable, whatever bytes the name holds."""
    name = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() else "?" for char in name)


def read_bytes(path: Path, faults: FaultList) -> bytes | None:
    """The bytes of a regular file of at most `MAX_BYTES`, or None with the reason in `faults`."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            _refuse_kind(faults, stat.S_ISDIR(found.st_mode))
            return None
        if found.st_size > MAX_BYTES:
            _refuse_size(faults, found.st_size)
            return None
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        _refuse_unreadable(faults, error)
        return None
    if len(data) > MAX_BYTES:  # it grew between the measuring and the reading
        _refuse_size(faults, len(data))
        return None
    return data


def decode(data: bytes, faults: FaultList) -> SourceText | None:
    """The text of `data`, or None with every reason in `faults`, each with its byte offset."""
    if len(data) > MAX_BYTES:
        _refuse_size(faults, len(data))
        return None
    foreign = _foreign_encoding(data)
    if foreign is not None:
        faults.add(
            START,
            "encoding",
            f"the file is {foreign}, seen at byte 0",
            "levels are read as UTF-8 only",
            _SAVE_AS_UTF8,
        )
        return None
    skipped = len(_UTF8_BOM) if data.startswith(_UTF8_BOM) else 0
    try:
        raw = data[skipped:].decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_byte(faults, data, skipped, skipped + error.start)
        return None
    if _refuse_characters(faults, raw, skipped):
        return None
    text = raw.replace("\r\n", "\n")
    if _refuse_indents(faults, text):
        return None
    return SourceText(text, hashlib.sha256(data).hexdigest())


def _foreign_encoding(data: bytes) -> str | None:
    for mark, name in _FOREIGN_MARKS:
        if data.startswith(mark):
            return name
    # Text in Latin letters saved as UTF-16 without a mark has a NUL in every second byte.
    head = data[:4]
    if len(head) == 4 and (head[0::2] == b"\x00\x00" or head[1::2] == b"\x00\x00"):
        return "UTF-16 or UTF-32" if head.count(0) == 2 else "UTF-32"
    return None


def _refuse_byte(faults: FaultList, data: bytes, skipped: int, offset: int) -> None:
    before = data[skipped:offset].decode("utf-8")
    faults.add(
        _position_after(before),
        "encoding",
        f"byte {offset} (0x{data[offset]:02X}) is not UTF-8",
        "the file was saved in another encoding or is damaged",
        _SAVE_AS_UTF8,
    )


def _refuse_characters(faults: FaultList, raw: str, skipped: int) -> bool:
    count = 0
    for found in REFUSED_IN_FILE.finditer(raw):
        count += 1
        if count > MAX_CHARACTER_FAULTS:
            break
        before = raw[: found.start()]
        offset = skipped + len(before.encode("utf-8"))
        char = found.group()
        faults.add(
            _position_after(before),
            character_code(char),
            f"byte {offset} is {character_name(char)}",
            "characters that cannot be seen make a file say something else than it shows",
            "end every line with LF or CRLF" if char == "\r" else "delete this character",
        )
    return count > 0


def _refuse_indents(faults: FaultList, text: str) -> bool:
    """Refuse lines indented with tabs, or with spaces copied from a text processor or web page."""
    count = 0
    for found in _ODD_INDENT.finditer(text):
        count += 1
        if count > MAX_CHARACTER_FAULTS:
            break
        first = len(found.group()) - len(found.group().lstrip(" "))
        place = _position_after(text[: found.start() + first])
        if found.group()[first] == "\t":
            faults.add(
                place,
                "tab-indent",
                "this line is indented with a tab",
                "YAML counts spaces only",
                "replace each tab at the start of the line by two spaces",
            )
        else:
            faults.add(
                place,
                "odd-space",
                "this line is indented with spaces of another kind",
                "text copied from a page or a word processor often holds them",
                "type the spaces at the start of the line anew",
            )
    return count > 0


def _position_after(before: str) -> Position:
    last_break = before.rfind("\n")
    return Position(before.count("\n") + 1, len(before) - last_break)


def _refuse_kind(faults: FaultList, is_folder: bool) -> None:
    kind = "a folder" if is_folder else "not a regular file"
    faults.add(
        START, "not-a-file", f"this is {kind}", "only a file can be read", "name a .yaml file"
    )


def _refuse_size(faults: FaultList, size: int) -> None:
    faults.add(
        START,
        "file-too-large",
        f"the file has at least {size:,} bytes",
        f"at most {MAX_BYTES:,} bytes are read",
        "shorten the texts or move shared data to the atlas",
    )


def _refuse_unreadable(faults: FaultList, error: OSError | ValueError) -> None:
    if isinstance(error, FileNotFoundError):
        what, remedy = "there is no such file", "check the name and the folder"
    elif isinstance(error, PermissionError):
        what, remedy = "the file may not be read", "ask for the right to read it"
    else:
        what, remedy = "the file cannot be opened", "check the name and the disk"
    reason = getattr(error, "strerror", None) or "the name is not valid"
    faults.add(START, "unreadable", what, f"the system says: {reason}", remedy)
