"""Slots for what a level says about deals; nothing where it says nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from game.engine.definitions.level import Level
from game.engine.figures.deals import (
    AgreementPlace,
    ConcessionPlace,
    NearbyPlace,
    ProductPlace,
    RetaliationPlace,
    SavingsPlace,
    StorePlace,
    SubstitutePlace,
    TariffPlace,
)
from game.engine.figures.variables import MineralPlace, StatePlace

Place = Callable[..., Any]
"""Hands out a place of a kind with a slot for each of its figures."""


def concessions_of(
    place: Place, level: Level, states: tuple[StatePlace, ...]
) -> tuple[ConcessionPlace, ...]:
    """Return the places of firms' rights to mines."""
    found = []
    for spec in level.concessions:
        state = next(x for x in states if x.spec.id == spec.state)
        chain = next(c for c in state.chains if spec.field in [x.spec.id for x in c.fields])
        item = next(x for x in chain.fields if x.spec.id == spec.field)
        prefix = f"{spec.state}/{spec.id}"
        found.append(place(ConcessionPlace, prefix, spec=spec, field=item, chain=chain))
    return tuple(found)


def agreements_of(place: Place, level: Level) -> tuple[AgreementPlace, ...]:
    """Return each state's part in each treaty that it may join."""
    return tuple(
        place(AgreementPlace, f"{state}/{spec.id}", spec=spec, state=state)
        for spec in level.agreements
        for state in spec.states
    )


def tariffs_of(
    place: Place, level: Level, states: tuple[StatePlace, ...]
) -> Mapping[int, TariffPlace]:
    """Return the places of tariffs, for the chains whose metal meets any."""
    found: dict[int, TariffPlace] = {}
    if not any(partner.tariffs for partner in level.partners):
        return found
    for state in states:
        answers = tuple(
            place(RetaliationPlace, f"{state.spec.id}/{x.id}", partner=x.id) for x in level.partners
        )
        for chain in state.chains:
            mineral = chain.mineral.spec.id
            rates = tuple(dict(x.tariffs).get(mineral, 0) for x in level.partners)
            if any(rates):
                prefix = f"{state.spec.id}/{mineral}"
                found[chain.fed] = place(TariffPlace, prefix, rates=rates, answers=answers)
    return found


def substitutes_of(
    place: Place, level: Level, minerals: tuple[MineralPlace, ...]
) -> tuple[SubstitutePlace, ...]:
    """Return the rungs by which users leave one mineral for another."""
    found = {x.spec.id: x for x in minerals}
    return tuple(
        place(
            SubstitutePlace,
            f"{spec.source}/{spec.id}",
            spec=spec,
            source=found[spec.source],
            target=found.get(spec.target),
        )
        for spec in level.substitutes
    )


def nearby_of(
    place: Place, level: Level, states: tuple[StatePlace, ...]
) -> Mapping[int, NearbyPlace]:
    """Return the chains that buyers inside the region take from, by the slot of ``fed``."""
    found: dict[int, NearbyPlace] = {}
    for state in states:
        for chain in state.chains:
            mineral = chain.mineral.spec.id
            buyers = tuple(x for x in level.nearby if x.mineral == mineral)
            if buyers:
                prefix = f"{state.spec.id}/{mineral}"
                found[chain.fed] = place(NearbyPlace, prefix, buyers=buyers)
    return found


def products_of(
    place: Place, level: Level, states: tuple[StatePlace, ...]
) -> Mapping[int, ProductPlace]:
    """Return the chains with a stage of finished goods, by the slot of ``fed``."""
    found: dict[int, ProductPlace] = {}
    for spec in level.products:
        state = next(x for x in states if x.spec.id == spec.state)
        chain = next(x for x in state.chains if x.mineral.spec.id == spec.mineral)
        found[chain.fed] = place(ProductPlace, f"{spec.state}/{spec.mineral}", spec=spec)
    return found


def savings_of(place: Place, states: tuple[StatePlace, ...]) -> Mapping[str, SavingsPlace]:
    """Return the funds of the states that may save windfalls, by state."""
    return {
        x.spec.id: place(SavingsPlace, f"{x.spec.id}/savings")
        for x in states
        if "save_windfall" in x.spec.levers
    }


def stores_of(place: Place, states: tuple[StatePlace, ...]) -> Mapping[int, StorePlace]:
    """Return the stores of metal of the states that may keep some, by the slot of ``fed``."""
    return {
        chain.fed: place(StorePlace, f"{x.spec.id}/{chain.mineral.spec.id}")
        for x in states
        if "stockpile" in x.spec.levers
        for chain in x.chains
    }
