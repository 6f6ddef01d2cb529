"""Units that quantities in level and atlas files may carry, with exact factors.

A unit is a fraction of base units: `USD/t`, `kWh/t`, `kt/year`, `%/year`. Base units are the ones
the engine counts in: kilogram, US cent, person, kilowatt, hectare, month, metre. A share is a pure
number, `%` being 1/100 and `bp` 1/10,000, so `t/t` can be read as a share as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Dimension = tuple[tuple[str, int], ...]
"""Base dimensions with their exponents, sorted by name, zero exponents left out."""

MAX_UNIT_LENGTH = 40

_HOURS_PER_YEAR = 8_760
_HOURS_PER_MONTH = Fraction(_HOURS_PER_YEAR, 12)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: how it is written, what it measures, and how many base units one of it is."""

    symbol: str
    dimension: Dimension
    factor: Fraction


class UnknownUnit(ValueError):
    """A unit that is not in the table. `part` is the piece that is not known."""

    def __init__(self, part: str) -> None:
        super().__init__(f"unknown unit {part!r}")
        self.part = part


_MASS, _MONEY, _PEOPLE, _POWER = "mass", "money", "people", "power"
_AREA, _TIME, _LENGTH, _CARBON = "area", "time", "length", "carbon"

_TABLE: dict[str, tuple[str, Fraction]] = {
    # mass, base kilogram
    "kg": (_MASS, Fraction(1)),
    "t": (_MASS, Fraction(1_000)),
    "kt": (_MASS, Fraction(1_000_000)),
    "Mt": (_MASS, Fraction(1_000_000_000)),
    # carbon dioxide, base kilogram, kept apart from goods so that the two are never added
    "kgCO2": (_CARBON, Fraction(1)),
    "tCO2": (_CARBON, Fraction(1_000)),
    "ktCO2": (_CARBON, Fraction(1_000_000)),
    "MtCO2": (_CARBON, Fraction(1_000_000_000)),
    # money, base US cent
    "cent": (_MONEY, Fraction(1)),
    "USD": (_MONEY, Fraction(100)),
    # shares, pure numbers
    "%": ("", Fraction(1, 100)),
    "pp": ("", Fraction(1, 100)),
    "‰": ("", Fraction(1, 1_000)),
    "bp": ("", Fraction(1, 10_000)),
    # people
    "person": (_PEOPLE, Fraction(1)),
    "persons": (_PEOPLE, Fraction(1)),
    "people": (_PEOPLE, Fraction(1)),
    "job": (_PEOPLE, Fraction(1)),
    "jobs": (_PEOPLE, Fraction(1)),
    # power, base kilowatt
    "kW": (_POWER, Fraction(1)),
    "MW": (_POWER, Fraction(1_000)),
    "GW": (_POWER, Fraction(1_000_000)),
    # area, base hectare
    "ha": (_AREA, Fraction(1)),
    "km2": (_AREA, Fraction(100)),
    # time, base month
    "month": (_TIME, Fraction(1)),
    "months": (_TIME, Fraction(1)),
    "year": (_TIME, Fraction(12)),
    "years": (_TIME, Fraction(12)),
    # length, base metre
    "m": (_LENGTH, Fraction(1)),
    "km": (_LENGTH, Fraction(1_000)),
    # places on the map, base degree
    "deg": ("angle", Fraction(1)),
    "cdeg": ("angle", Fraction(1, 100)),
    # counts of the game
    "turn": ("turns", Fraction(1)),
    "turns": ("turns", Fraction(1)),
    "point": ("points", Fraction(1)),
    "points": ("points", Fraction(1)),
}

# Energy is power times time: one kWh is one kilowatt for the 8,760th part of a year of 12 months.
_ENERGY_KWH = {"kWh": 1, "MWh": 1_000, "GWh": 1_000_000, "TWh": 1_000_000_000}


def known_units() -> tuple[str, ...]:
    """Every unit symbol that may stand alone or on either side of a `/`."""
    return (*_TABLE, *_ENERGY_KWH)


def parse_unit(symbol: str) -> Unit:
    """The unit written as `symbol`, such as `USD/t` or `kt/year`. Raises `UnknownUnit`.

    The empty symbol is the plain number.
    """
    if len(symbol) > MAX_UNIT_LENGTH:
        raise UnknownUnit(symbol[:MAX_UNIT_LENGTH])
    if not symbol:
        return Unit("", (), Fraction(1))
    exponents: dict[str, int] = {}
    factor = Fraction(1)
    for index, part in enumerate(symbol.split("/")):
        sign = 1 if index == 0 else -1
        part_exponents, part_factor = _single(part)
        factor = factor * part_factor if sign == 1 else factor / part_factor
        for name, exponent in part_exponents.items():
            exponents[name] = exponents.get(name, 0) + sign * exponent
    dimension = tuple(sorted((name, exponent) for name, exponent in exponents.items() if exponent))
    return Unit(symbol, dimension, factor)


def _single(part: str) -> tuple[dict[str, int], Fraction]:
    if part in _ENERGY_KWH:
        return {_POWER: 1, _TIME: 1}, _ENERGY_KWH[part] / _HOURS_PER_MONTH
    if part not in _TABLE:
        raise UnknownUnit(part)
    name, factor = _TABLE[part]
    return ({name: 1} if name else {}), factor
