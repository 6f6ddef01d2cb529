"""Which optional places a level has; each stands one step below the place it belongs to."""

from collections.abc import Callable
from typing import Any

from game.engine.definitions.level import Level
from game.engine.definitions.places import Field, StartChain, State
from game.engine.definitions.sites import Pledge
from game.engine.figures.sites import (
    CARE_LEVERS,
    PAPER_LEVERS,
    CarePlace,
    HoldPlace,
    PapersPlace,
    PledgePlace,
    RiskPlace,
    ScrapPlace,
    ShockPlace,
    SurveyPlace,
    WastePlace,
)
from game.engine.figures.variables import StatePlace
from game.engine.numbers import BP

Builder = Callable[..., Any]
"""Makes a place: its kind, its path, and the parts that are no figures."""


def world_sites(place: Builder, level: Level) -> dict[str, Any]:
    """Return the optional places of the world."""
    if level.shocks is None:
        return {}
    return {"shocks": place(ShockPlace, "world/shocks", spec=level.shocks)}


def field_sites(place: Builder, state: State, item: Field) -> dict[str, Any]:
    """Return the optional places of a field."""
    at = f"{state.id}/{item.id}"
    found: dict[str, Any] = {}
    if item.holder is not None:
        found["hold"] = place(HoldPlace, f"{at}/hold", spec=item.holder)
    if item.licence_until or PAPER_LEVERS.intersection(state.levers):
        found["papers"] = place(PapersPlace, f"{at}/papers")
    if item.doubt:
        found["survey"] = place(SurveyPlace, f"{at}/survey")
    return found


def chain_sites(place: Builder, state: State, chain: StartChain) -> dict[str, Any]:
    """Return the optional places of a chain."""
    if chain.scrap is None:
        return {}
    at = f"{state.id}/{chain.mineral}/scrap"
    return {"scrap": place(ScrapPlace, at, spec=chain.scrap)}


def state_sites(place: Builder, level: Level, state: State) -> dict[str, Any]:
    """Return the optional places of a state."""
    found: dict[str, Any] = {}
    if CARE_LEVERS.intersection(state.levers) or state.state_firm != BP:
        found["care"] = place(CarePlace, f"{state.id}/care")
    dug = {chain.mineral for chain in state.chains}
    residues = tuple((x.id, x.residue) for x in level.minerals if x.residue and x.id in dug)
    if residues:
        found["waste"] = place(WastePlace, f"{state.id}/waste", residues=residues)
    if state.risk is not None:
        found["risk"] = place(RiskPlace, f"{state.id}/politics", start=state.risk)
    pledge = state.pledge
    if pledge is None and "climate_pledge" in state.levers:
        pledge = Pledge(level.anchors.emissions, 0)
    if pledge is not None:
        found["pledge"] = place(PledgePlace, f"{state.id}/pledge", spec=pledge)
    return found


def has_sites(state: StatePlace) -> bool:
    """Whether a state, its fields or its chains have any optional place."""
    own = (state.care, state.waste, state.risk, state.pledge)
    fields = [x for province in state.provinces for x in province.fields]
    below = [x for item in fields for x in (item.hold, item.papers, item.survey)]
    scraps = [chain.scrap for chain in state.chains]
    return any(x is not None for x in (*own, *below, *scraps))
