"""Figures of a world as a level names them: their slot, and amounts in their unit."""

from __future__ import annotations

from game.content.faults import did_you_mean, excerpt
from game.content.numbers.quantities import Quantity, QuantityError, missing_unit
from game.engine.layout.layout import Layout

_RESOLUTIONS = {
    "usd": "USD",
    "kg": "kg",
    "bp": "bp",
    "share": "bp",
    "persons": "persons",
    "ha": "ha",
    "kw": "kW",
    "cents/t": "cent/t",
    "kg/year": "kg/year",
}
"""The unit in which a figure is counted, by the engine's name for it; others are plain numbers."""

_COUNTS = {"turn": "turns", "turns": "turns", "years": "years", "points": "points"}
"""Plain numbers that may also be written with their unit."""


def in_unit_of(figure: str, amount: Quantity, layout: Layout) -> int:
    """An amount as a whole number of what a figure of the world is counted in.

    Raises `QuantityError` for an unknown figure and for a unit that is missing or does not fit.
    """
    unit = layout.variables[slot_of(figure, layout)].unit
    if amount.number == 0 and not amount.unit.symbol:
        return 0
    if unit in _RESOLUTIONS:
        if not amount.unit.symbol:
            raise missing_unit(amount.text, _RESOLUTIONS[unit])
        return amount.whole(_RESOLUTIONS[unit])
    return amount.whole(_COUNTS.get(unit, "") if amount.unit.symbol else "")


def slot_of(figure: str, layout: Layout) -> int:
    """The slot of a figure. Raises `QuantityError` that proposes the nearest figure."""
    if figure in layout.slots:
        return layout.slots[figure]
    near = did_you_mean(figure, layout.slots)
    raise QuantityError(
        "unknown-figure",
        f"{excerpt(figure)} is no figure of this level's world",
        "conditions and effects read and change figures by their path",
        f"did you mean `{near}`?" if near else "docs/levels_reference.md lists the figures",
    )
