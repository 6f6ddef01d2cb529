"""JSON as records and rounds use it: one object, no key twice, whole numbers, no wide numbers.

The standard reader takes NaN, infinities, fractions, numbers of any length and keys that stand
twice; here each of these is an error, so that a text means one thing to every reader.
"""

import json
from typing import Any, NoReturn

MOST_DIGITS = 18
"""A number of 18 digits fits every computer's whole number."""


def load_object(text: str) -> dict[str, Any]:
    """Return the object in a text.

    Raises:
        ValueError: The text is no JSON object, or not one that means one thing to every reader.
    """
    try:
        found = _DECODER.decode(text)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def dump_object(value: dict[str, Any]) -> str:
    """Return an object as one line of ASCII."""
    return json.dumps(value, ensure_ascii=True, separators=(", ", ": "))


def is_plain(value: object) -> bool:
    """Whether a value is text without control characters or broken halves of characters.

    >>> is_plain("Weda Bay"), is_plain(""), is_plain("a" + chr(7)), is_plain(5)
    (True, True, False, False)
    """
    return isinstance(value, str) and (value.isprintable() or not value)


def _no_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS + (digits[0] == "-"):
        raise ValueError("a number is too long")
    if digits == "-0":
        raise ValueError("zero has no sign")
    return int(digits)


def _refuse(number: str) -> NoReturn:
    raise ValueError(f"{number[:20]} is no whole number")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_no_twice, parse_float=_refuse, parse_int=_whole, parse_constant=_refuse
)
