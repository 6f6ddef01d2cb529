"""Breaking and shortening text, given a function that measures it. No pygame here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Measure = Callable[[str], float]

ZERO_WIDTH_SPACE: Final = "\u200b"
ELLIPSIS: Final = "…"
MAX_LINE: Final = 512


def clean(text: str) -> str:
    """Text that can be drawn on one line: no control characters, no lone surrogates, bounded."""
    if len(text) > MAX_LINE:
        text = text[: MAX_LINE - 1] + ELLIPSIS
    if text.isascii() and text.isprintable():
        return text
    return "".join(_drawable(c) for c in text)


def _drawable(char: str) -> str:
    code = ord(char)
    if char == ZERO_WIDTH_SPACE:
        return ""
    if code < 32 or code == 127:
        return " "
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return char


def pieces(text: str) -> list[tuple[str, bool]]:
    """Split at spaces and zero-width spaces into (word, is a blank due after it)."""
    out: list[tuple[str, bool]] = []
    for word in text.split(" "):
        if not word:
            continue
        parts = [p for p in word.split(ZERO_WIDTH_SPACE) if p]
        out.extend((part, False) for part in parts[:-1])
        if parts:
            out.append((parts[-1], True))
    return out


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """Lines no wider than `width` where words allow; longer words are cut between characters.

    Breaks at spaces, at U+200B and at line feeds. Always gives at least one line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, width, measure))
    return lines


def _wrap_paragraph(text: str, width: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    line, blank = "", False
    for word, blank_after in pieces(text):
        joined = f"{line} {word}" if line and blank else line + word
        if line and measure(joined) > width:
            lines.append(line)
            joined = word
        while measure(joined) > width and len(joined) > 1:
            head = fitting_prefix(joined, width, measure)
            lines.append(joined[:head])
            joined = joined[head:]
        line, blank = joined, blank_after
    if line or not lines:
        lines.append(line)
    return lines


def fitting_prefix(text: str, width: float, measure: Measure) -> int:
    """How many leading characters fit into `width`; at least 1."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def ellipsize(text: str, width: float, measure: Measure) -> str:
    """`text` if it fits, else its beginning with "…" so that it fits (at the least "…")."""
    if measure(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + ELLIPSIS) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS
