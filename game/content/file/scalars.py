"""What an unquoted value means.

Quoted text and block text (`|`, `>`) are always text. An unquoted value is one of three things:

| written | read as |
|---|---|
| `0`, `7`, `-350`, up to 18 digits | a whole number |
| `true`, `false` | true, false |
| a calendar date `2014-01-12` | text, once the day is known to exist |
| anything else that is not in the next table | text, so also `12.5 %`, `30.20 USD/t`, `1.2.3` |

and these are refused, because readers, or YAML versions, disagree on what they mean:

| written | code | do this |
|---|---|---|
| nothing, `~`, `null` | null-value | leave the key out, or write `''`, `[]` or `{}` |
| `yes`, `no`, `on`, `off`, `y`, `n`, `True`, `FALSE` | ambiguous-bool | `true`, `false` or quotes |
| `1.10`, `.5`, `2.`, `1e3` | bare-decimal | give a unit (`1.10 %`), or quotes if it is text |
| `.nan`, `.inf`, `-.Inf` | not-a-number | a whole number, or quotes |
| `010`, `-007` | leading-zero | without the zero, or quotes if it is a code |
| `+5` | plus-sign | without the sign, or quotes |
| `1_000`, `1,000` | digit-separator | digits only |
| `0x1F`, `0o17`, `0b101` | number-base | the decimal number |
| `1:30`, `190:20:30` | sexagesimal | quotes |
| 19 digits and more | number-too-long | a larger unit |
| `2014-02-30` | bad-date | a day that exists |
| `2014-1-2`, `2014-01-12T08:00` | timestamp | `2014-01-12`, or quotes |
| `-0` | negative-zero | `0` |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from game.content.faults import excerpt
from game.content.file.tree import Scalar

MAX_DIGITS = 18
"""Digits of a whole number; every such number fits into 64 bits."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an unquoted value is not taken, and what to write instead."""

    code: str
    why: str
    remedy: str


_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BOOLS = {"true": True, "false": False}
_NULLS = frozenset({"", "~", "null"})
_BOOL_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n"})

_QUOTE_IT = "put it in quotes if it is text"


def _base_remedy(text: str) -> str:
    return f"write the ordinary number, or {_QUOTE_IT}"


def _zero_remedy(text: str) -> str:
    return f"write {text.replace('_', '').lstrip('+-0') or '0'}, or {_QUOTE_IT}"


def _digits_remedy(text: str) -> str:
    digits = re.sub(r"[_,]", "", text)
    return f"write {excerpt(digits)}, or {_QUOTE_IT}"


def _decimal_remedy(text: str) -> str:
    shown = text if re.fullmatch(r"-?[0-9]+\.[0-9]{1,9}", text) else "12.5"
    return f"give the unit, such as {excerpt(shown + ' %')}, or {_QUOTE_IT}"


_LOOKALIKES: tuple[tuple[re.Pattern[str], str, str, Callable[[str], str]], ...] = (
    (
        re.compile(r"[-+]?\.(?:nan|inf)", re.IGNORECASE),
        "not-a-number",
        "the rules count in whole numbers",
        lambda text: f"write a whole number, or {_QUOTE_IT}",
    ),
    (
        re.compile(r"[-+]?0(?:x[0-9a-f_]+|o[0-7_]+|b[01_]+)", re.IGNORECASE),
        "number-base",
        "numbers are written in base ten",
        _base_remedy,
    ),
    (
        re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"),
        "sexagesimal",
        "some YAML readers take it for a number in base sixty",
        lambda text: f"write {excerpt(chr(39) + text + chr(39))} with quotes",
    ),
    (
        re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:.*"),
        "timestamp",
        "levels know days, not hours",
        lambda text: f"write only the day, or {_QUOTE_IT}",
    ),
    (
        re.compile(r"[0-9]{4}-(?:[0-9]-[0-9]{1,2}|[0-9]{2}-[0-9])"),
        "timestamp",
        "a date has two digits for month and day",
        lambda text: f"write it like 2014-01-12, or {_QUOTE_IT}",
    ),
    (
        re.compile(r"-?0[0-9_]+"),
        "leading-zero",
        "some YAML readers take it for a number in base eight",
        _zero_remedy,
    ),
    (
        re.compile(r"[-+]?[0-9]+(?:_[0-9_]*)|[-+]?[0-9]{1,3}(?:,[0-9]{3})+"),
        "digit-separator",
        "separators inside a number mean different things in different countries",
        _digits_remedy,
    ),
    (
        re.compile(r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*|[0-9]+)(?:e[-+]?[0-9]+)?", re.I),
        "bare-decimal",
        "a decimal without a unit cannot be turned into a whole number",
        _decimal_remedy,
    ),
)


def read_plain(text: str) -> Scalar | Refusal:
    """The meaning of an unquoted value: a whole number, true, false or text, or why it is refused.

    The tables at the top of this module are the rules; only ASCII digits count as digits.
    """
    if text in _BOOLS:
        return _BOOLS[text]
    if _WHOLE.fullmatch(text):
        return _whole_number(text)
    if _DATE.fullmatch(text):
        return _calendar_date(text)
    return _refused_word(text) or _lookalike(text) or text


def _whole_number(text: str) -> int | Refusal:
    if text == "-0":
        return Refusal("negative-zero", "zero has no sign", "write 0")
    if len(text.lstrip("-")) > MAX_DIGITS:
        return Refusal(
            "number-too-long",
            f"a whole number has at most {MAX_DIGITS} digits",
            f"use a larger unit, or {_QUOTE_IT}",
        )
    return int(text)


def _calendar_date(text: str) -> str | Refusal:
    try:
        date.fromisoformat(text)
    except ValueError:
        return Refusal("bad-date", "the calendar has no such day", "write a day that exists")
    return text


def _refused_word(text: str) -> Refusal | None:
    word = text.lower()
    if word in _NULLS:
        return Refusal(
            "null-value",
            "an empty value can mean several things",
            "write the value, or leave the key out ('' is an empty text, [] an empty list)",
        )
    if word in _BOOL_WORDS:
        return Refusal(
            "ambiguous-bool",
            "some YAML readers take it for true or false and some for text",
            "write true or false, or put it in quotes",
        )
    return None


def _lookalike(text: str) -> Refusal | None:
    for pattern, code, why, remedy in _LOOKALIKES:
        if pattern.fullmatch(text):
            if code == "bare-decimal" and re.fullmatch(r"\+[0-9]+", text):
                why = "numbers are written without a plus"
                return Refusal("plus-sign", why, _zero_remedy(text))
            return Refusal(code, why, remedy(text))
    return None
