"""Quantities such as `30.20 USD/t`: from text to whole numbers of the engine's units, exactly.

    whole_number("30.20 USD/t", "cent/t")   # 3020
    whole_number("12.5 %", "bp")            # 1250
    whole_number("658 kt/year", "kg/year")  # 658000000

Nothing is rounded: a quantity that is not a whole number of the unit a field counts in is refused.
A quantity is written as number, space, optional multiplier (`thousand`, `million`, `billion`, short
`mn`, `bn`), unit. The number has a decimal point, no separators, at most nine decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from game.content.faults import did_you_mean, excerpt
from game.content.numbers.unit_advice import EXAMPLE, number_advice, unit_advice, usual_unit
from game.content.numbers.units import Unit, UnknownUnit, known_units, parse_unit

MAX_WHOLE = 10**18
"""Whole numbers stay below this, in whatever unit a field counts."""

_MULTIPLIERS = {
    "thousand": 1_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
}
_MAX_LENGTH = 80
_NUMBER = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?"
_SPACE = "[ \u00a0\u202f]"
_NO_UNIT = "[^\\d\\s.,+_'\u2019\u2013\u2014-]"
_QUANTITY = re.compile(f"(?P<number>{_NUMBER})(?:{_SPACE}*(?P<unit>{_NO_UNIT}.*))?", re.DOTALL)


class QuantityError(ValueError):
    """A quantity that cannot be used. `code`, `what`, `why` and `remedy` are those of a problem."""

    def __init__(self, code: str, what: str, why: str, remedy: str) -> None:
        super().__init__(f"{what}: {why}; {remedy}")
        self.code = code
        self.what = what
        self.why = why
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount as written: `number` times `unit`, the multiplier already applied."""

    text: str
    number: Fraction
    unit: Unit

    def whole(self, resolution: str) -> int:
        """The amount as a whole number of `resolution`, such as `kg`, `cent/t` or `bp`.

        Raises `QuantityError` when the unit measures something else, when the amount does not come
        out whole, or when it is 10^18 or more. An unknown `resolution` is a mistake in the program
        and raises `UnknownUnit`.
        """
        target = parse_unit(resolution)
        if target.dimension != self.unit.dimension:
            raise _wrong_dimension(self, target)
        amount = self.number * self.unit.factor / target.factor
        if amount.denominator != 1:
            raise _not_whole(self, target)
        if abs(amount.numerator) >= MAX_WHOLE:
            raise QuantityError(
                "quantity-too-large",
                f"{excerpt(self.text)} is too large",
                f"at most 18 digits of {resolution or 'a plain number'} can be counted",
                "check the unit",
            )
        return amount.numerator


def parse_quantity(value: str | int, default_unit: str = "") -> Quantity:
    """The quantity that `value` says; a number without a unit takes `default_unit`.

    Raises `QuantityError` when the text is no quantity or its unit is not known.
    """
    if isinstance(value, int):
        if isinstance(value, bool):
            raise _malformed(str(value).lower())
        return Quantity(str(value), Fraction(value), _read_unit(default_unit))
    text = value.strip()
    found = _QUANTITY.fullmatch(text) if len(text) <= _MAX_LENGTH else None
    if found is None:
        raise _malformed(text)
    number = Fraction(found["number"])
    multiplier, symbol = _split_unit(found["unit"] or "")
    return Quantity(text, number * multiplier, _read_unit(symbol or default_unit))


def whole_number(value: str | int, resolution: str, default_unit: str = "") -> int:
    """`value` as a whole number of `resolution`. Raises `QuantityError`; see `Quantity.whole`."""
    return parse_quantity(value, default_unit).whole(resolution)


def _split_unit(text: str) -> tuple[int, str]:
    words = re.sub(f"{_SPACE}+", " ", text)
    first, _, rest = words.partition(" ")
    if first in _MULTIPLIERS:
        return _MULTIPLIERS[first], rest
    return 1, words


@lru_cache(maxsize=256)
def _read_unit(symbol: str) -> Unit:
    try:
        return parse_unit(symbol)
    except UnknownUnit as error:
        near = did_you_mean(error.part, known_units())
        guess = f"did you mean `{near}`?" if near else EXAMPLE
        raise QuantityError(
            "unknown-unit",
            f"{excerpt(symbol)} is not a unit",
            "only units with an exact factor are known",
            unit_advice(symbol) or guess,
        ) from None


def _malformed(text: str) -> QuantityError:
    if len(text) > _MAX_LENGTH:
        why, remedy = f"it has more than {_MAX_LENGTH} characters", EXAMPLE
    else:
        why, remedy = number_advice(text)
    return QuantityError("bad-quantity", f"{excerpt(text)} is not a quantity", why, remedy)


def missing_unit(text: str, resolution: str) -> QuantityError:
    """The refusal of a number without the unit that it needs."""
    usual = usual_unit(resolution)
    return QuantityError(
        "missing-unit",
        f"{excerpt(text)} has no unit",
        f"this value is given in {usual}",
        f"write it with its unit, such as `{text} {usual}`",
    )


def _wrong_dimension(quantity: Quantity, target: Unit) -> QuantityError:
    has = f"the unit `{quantity.unit.symbol}`" if quantity.unit.symbol else "no unit"
    usual = usual_unit(target.symbol)
    return QuantityError(
        "wrong-unit",
        f"{excerpt(quantity.text)} has {has}",
        f"this value is given in {usual or 'plain numbers'}",
        f"give it in `{usual}`, or a multiple or part of it" if usual else "drop the unit",
    )


def _not_whole(quantity: Quantity, target: Unit) -> QuantityError:
    step = target.symbol or "plain number"
    return QuantityError(
        "not-whole",
        f"{excerpt(quantity.text)} is not a whole number of {step}",
        f"this value is counted in steps of 1 {step}",
        "round it to such a step",
    )
