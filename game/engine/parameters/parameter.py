"""How a constant of the rules is declared: value, sourced range, unit, and where it comes from."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ParameterInfo:
    """What is known about a parameter: unit, range kept inside, source, and one plain sentence."""

    name: str
    default: int
    low: int
    high: int
    unit: str
    source: str
    about: str


def parameter(default: int, low: int, high: int, unit: str, source: str, about: str) -> Any:
    """Return the declaration of a constant."""
    return field(
        default=default,
        metadata={"info": (low, high, unit, source, about)},
    )
