"""Which characters a level file may hold.

Refused everywhere, comments included: control characters, bidirectional controls (they make a line
look different from what it says), line separators that editors do not count as line ends, byte
order marks inside the text, tag characters and code points that are no characters.
Zero-width joiners and spaces stay allowed in texts, because Khmer, Lao, Burmese and Thai need them
for line breaks, but not in keys, where they would make two equal-looking names differ.
"""

from __future__ import annotations

import re
import unicodedata

_PLANE_ENDS = "".join(f"{chr(0x10000 * p + 0xFFFE)}{chr(0x10000 * p + 0xFFFF)}" for p in range(17))
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_REFUSED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    + _BIDI
    + "\u2028\u2029\u206a-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff"
    + "\U000e0000-\U000e007f"
    + _PLANE_ENDS
)
_INVISIBLE = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u3164"

REFUSED_IN_FILE = re.compile(f"[{_REFUSED}]|\r(?!\n)")
_REFUSED_IN_TEXT = re.compile(f"[{_REFUSED}\t\r]")
_REFUSED_IN_KEY = re.compile(f"[{_REFUSED}{_INVISIBLE}\t\r\n]")
_BIDI_ONLY = re.compile(f"[{_BIDI}]")


def first_refused_in_text(text: str) -> str | None:
    """The first character of a value that no value may hold, or None. Line feeds are allowed."""
    found = _REFUSED_IN_TEXT.search(text)
    return found.group() if found else None


def first_refused_in_key(key: str) -> str | None:
    """The first character of a key that no key may hold, or None."""
    found = _REFUSED_IN_KEY.search(key)
    return found.group() if found else None


def character_code(char: str) -> str:
    """The problem code for a refused character: which kind of trouble it makes."""
    if char == "\r":
        return "lone-carriage-return"
    return "bidi-character" if _BIDI_ONLY.match(char) else "control-character"


def character_name(char: str) -> str:
    """A name people can look up, such as `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    name = unicodedata.name(char, "") or _CONTROL_NAMES.get(char, "(not a visible character)")
    return f"U+{ord(char):04X} {name}"


_CONTROL_NAMES = {"\t": "TAB", "\n": "LINE FEED", "\r": "CARRIAGE RETURN", "\x00": "NUL"}
