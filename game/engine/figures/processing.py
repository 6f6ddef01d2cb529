"""Figures of export controls, know-how, inputs and families; they stand only where a level asks."""

from dataclasses import dataclass

from game.engine.definitions.processing import Control, Inputs, Separation
from game.engine.figures.figure import UNBOUNDED, figure, flow, meter


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlPlace:
    """The market outside the main processor's country, and what the processor lets out."""

    spec: Control
    licence: int = meter()
    truce: int = figure("turns", high=60)
    passing: int = meter()
    technology_ban: int = figure("switch", high=1)
    urgency: int = meter()
    price: int = figure("cents/t")
    scarcity: int = figure("bp", low=-5_000, high=50_000)
    fear: int = figure("bp", high=50_000)
    stock: int = figure("kg", account="goods")
    alternatives: int = figure("kg/year")
    shipments: int = flow("kg")
    usual_shipments: int = flow("kg")
    made_outside: int = flow("kg")
    demand: int = flow("kg")
    unmet: int = flow("kg")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPlace:
    """What a state's metal fetches where prices inside and outside a control differ."""

    report: int = figure("switch", high=1)
    floor_metal: int = figure("bp", high=20_000)
    floor_ore: int = figure("bp", high=20_000)
    expected: int = figure("cents/t")
    metal_price: int = flow("cents/t")
    working: int = flow("bp")
    floor_paid: int = flow("usd", low=-UNBOUNDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowHowPlace:
    """What a state knows about separating a mineral, and on which terms know-how may enter."""

    spec: Separation
    level: int = meter()
    terms: int = meter()
    pilot_budget: int = figure("usd")
    ceiling: int = flow("bp")
    yield_share: int = flow("bp")
    failed: int = flow("turns")


@dataclass(frozen=True, slots=True, kw_only=True)
class InputsPlace:
    """Imported inputs of a chain: what the supplier lets through, what is in store."""

    spec: Inputs
    supply: int = meter()
    goal: int = meter()
    replaced: int = meter()
    store: int = figure("bp", high=UNBOUNDED)
    working: int = flow("bp")


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPlace:
    """The family of standards that a state's plants follow; 0 is a rule book of its own."""

    family: int = figure("step", high=11)
    lock_in: int = meter()
