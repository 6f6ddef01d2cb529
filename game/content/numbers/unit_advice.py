"""What to write instead of a quantity or unit that cannot be read: advice, not a second reading.

Nothing here changes what a file means. Each function answers with the words of a remedy.
"""

from __future__ import annotations

import re

from game.content.numbers.units import UnknownUnit, parse_unit

EXAMPLE = "write it like `12.5 %`, `30.20 USD/t` or `6.5 bn USD`"

_USUAL = {
    "bp": "%",
    "cent/t": "USD/t",
    "kg": "kt",
    "kg/year": "kt/year",
    "kgCO2/year": "MtCO2/year",
    "kgCO2/t": "tCO2/t",
    "kW": "MW",
    "kW/year": "MW/year",
    "USD": "mn USD",
    "USD/year": "mn USD/year",
    "cdeg": "deg",
}
"""The unit that people use, by the one that the engine counts in."""

_MEANT = {
    "percent": "%",
    "pct": "%",
    "dollar": "USD",
    "dollars": "USD",
    "usd": "USD",
    "us$": "USD",
    "$": "USD",
    "tonne": "t",
    "tonnes": "t",
    "ton": "t",
    "tons": "t",
    "yr": "year",
    "yrs": "year",
    "y": "year",
    "a": "year",
    "annum": "year",
    "m": "mn",
    "mio": "mn",
    "mill": "mn",
    "million": "mn",
    "millions": "mn",
    "b": "bn",
    "bln": "bn",
    "billion": "bn",
    "billions": "bn",
}
_MULTIPLIERS = ("thousand", "million", "mn", "billion", "bn")
_FOREIGN_MONEY = frozenset(
    "eur euro euros € £ ¥ gbp cny rmb yuan yen jpy idr rp rupiah php".split()
)
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"


def usual_unit(resolution: str) -> str:
    """The unit in which a person writes what is counted in `resolution`: `%` for `bp`."""
    return _USUAL.get(resolution, resolution)


def unit_advice(symbol: str) -> str | None:
    """What to write in place of an unknown unit, or None when nothing is near."""
    words = symbol.replace("$", " $ ").lower().split()
    if _FOREIGN_MONEY & set(re.split(r"[\s/]+", symbol.lower())):
        return "the game counts money in `USD`: convert it"
    first = re.match(r"\S+?(?=//|#|\s|\(|$)", symbol)
    if first and first.group() != symbol and _known(first.group()) and "per" not in words:
        return f"end the value after `{first.group()}`, and put a remark behind ` #`"
    repaired = _repaired(symbol)
    return f"did you mean `{repaired}`?" if repaired else None


def _repaired(symbol: str) -> str | None:
    """The unit with its words replaced by those of the format, if that makes it a unit."""
    spaced = re.sub(r"\s+per\s+", "/", symbol.replace("per cent", "percent"))
    pieces = re.split(r"([\s/]+)", spaced.strip())
    repaired = "".join(_MEANT.get(piece.lower(), piece) for piece in pieces)
    first, _, rest = repaired.partition(" ")
    unit = rest if first in _MULTIPLIERS else repaired
    return repaired if unit and repaired != symbol and _known(unit) else None


def _known(symbol: str) -> bool:
    try:
        parse_unit(symbol)
    except UnknownUnit:
        return False
    return True


def number_advice(text: str) -> tuple[str, str]:
    """Why `text` is no number with a unit, and what to write instead."""
    for pattern, why, remedy in _SLIPS:
        found = re.match(pattern, text)
        if found:
            return why, remedy.format(text=text, plain=_joined(text), point=_pointed(text))
    if not re.match(r"-?[0-9]", text):
        return "it does not begin with a number", EXAMPLE
    return "number and unit cannot be told apart", EXAMPLE


_SLIPS: tuple[tuple[str, str, str], ...] = (
    (
        "[\u2212\u2013\u2014]",
        "the minus sign must be the hyphen `-`",
        "type the hyphen of the keyboard before the number",
    ),
    (
        r"-?[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])",
        "a comma stands inside the number",
        "write `{plain}`, or `{point}` if the comma begins the decimals",
    ),
    (r"-?[0-9]+,[0-9]", "a comma stands inside the number", "write `{point}`"),
    (
        r"-?[0-9]{1,3}(?:[ _'\u2019\u00a0\u202f][0-9]{3})+(?![0-9])",
        "something stands between the digits",
        "write `{plain}`",
    ),
    (r"-?[0-9]+_", "something stands between the digits", "write `{plain}`"),
    (
        r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])",
        "a point stands between the thousands",
        "write `{plain}`",
    ),
    (
        _NUMBER + "\\s?[\u2013\u2014-]\\s?[0-9]",
        "two numbers stand here",
        "write one number, and the ends of its range as `low:` and `high:`",
    ),
    (r"-?0[0-9]", "the number begins with a zero", EXAMPLE),
    (r"-?[0-9]+\.[0-9]{10}", "the number has more than nine decimals", EXAMPLE),
    (r"-?[0-9]{19}", "the number has more than 18 digits", EXAMPLE),
    (
        r"(?:[$\u20ac~<>+\u2248]|USD|US\$)\s?-?[0-9]",
        "it does not begin with a number",
        "write only the number, then a space and the unit, such as `600 mn USD`",
    ),
)


def _joined(text: str) -> str:
    """The text with nothing between the digits of its number."""
    return re.sub(r"(?<=[0-9])[ _,.'\u2019\u00a0\u202f](?=[0-9])", "", text)


def _pointed(text: str) -> str:
    """The text with a decimal point for its first comma."""
    return text.replace(",", ".", 1)
