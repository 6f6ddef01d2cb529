"""Models of processing: export controls, know-how, imported inputs, families of standards."""

from __future__ import annotations

from pydantic import Field

from game.content.models.base import AnyShare, Id, Months, Output, Part, Price, Share, Words
from game.content.numbers.traced import Traced


def _nothing(unit: str) -> Traced:
    return Traced(0, unit, "0", counted=False)


def _all() -> Traced:
    return Traced(10_000, "bp", "100 %", counted=False)


class ControlModel(Part):
    """The hold of one partner over the processing of a mineral, and the market outside it.

    Events set `MINERAL/control/licence`, `truce` and `technology_ban`.
    """

    holder: Id
    inside: Share
    licence: Share = Field(default_factory=_all)
    alternatives: Output
    ceiling: Output
    speed: Output
    cost_low: Price
    cost_high: Price
    stock: Months
    safety_stock: Months
    technology_ban: bool = False
    shares_from: Share = Field(default_factory=_all)


class SeparationModel(Part):
    """A process that must be learned: what it yields at first, and what a year of work teaches."""

    first_yield: Share
    learning: Output
    extra_cost: AnyShare
    batch_loss: Share


class InputsModel(Part):
    """Reagents and parts that mines and plants must import, and from whom."""

    partner: Id
    dependence: Share
    stock: Months
    extra_cost: AnyShare


class FamilyModel(Part):
    """A family of standards that a state may choose."""

    name: Words
