"""Slots of a region's figures, where a level has one, and their values on the first day."""

from collections.abc import Callable
from typing import Any

from game.engine.definitions.level import Level
from game.engine.definitions.region import Region
from game.engine.figures.region import BondPlace, CardPlace, MemberPlace, RegionPlace
from game.engine.figures.variables import StatePlace, figures

Place = Callable[..., Any]


def build_region(place: Place, level: Level, states: tuple[StatePlace, ...]) -> RegionPlace | None:
    """Return the places of a level's region, None when it has none."""
    spec = level.region
    if spec is None:
        return None
    members = tuple(
        _member(place, spec, state) for state in states if state.spec.id in spec.members
    )
    cards = tuple(place(CardPlace, f"region/{card.id}", spec=card) for card in spec.cards)
    region: RegionPlace = place(RegionPlace, "region", spec=spec, members=members, cards=cards)
    return region


def _member(place: Place, spec: Region, state: StatePlace) -> MemberPlace:
    prefix = f"{state.spec.id}/region"
    bonds = tuple(
        place(BondPlace, f"{prefix}/{tie.partner}", partner=tie.partner) for tie in state.ties
    )
    chain = next((x for x in state.chains if x.mineral.spec.id == spec.cartel), None)
    member: MemberPlace = place(MemberPlace, prefix, state=state.spec.id, chain=chain, bonds=bonds)
    return member


def veiled_slots(region: RegionPlace | None, states: tuple[StatePlace, ...]) -> frozenset[int]:
    """Return the slots that others may not see where a cartel could be cheated on.

    A cheat shows in what is dug and sold. Where states may agree on a cut, each keeps these
    counts to itself, so that a cheat is known only once it is detected.
    """
    if region is None or not region.spec.cartel:
        return frozenset()
    found: set[int] = set()
    for state in states:
        for chain in state.chains:
            if chain.mineral.spec.id == region.spec.cartel:
                for place in (chain, *chain.fields):
                    found |= {getattr(place, x.name) for x in figures(type(place)) if x.flow}
                found.add(chain.old_trade)
                money = ("receipts", "home_income", "chain_value", "export_income", "job_count")
                found |= {getattr(state, name) for name in money}
                found |= {tie.bought for tie in state.ties}
    return frozenset(found)


def open_region(region: RegionPlace, row: list[int]) -> None:
    """Set a region's figures to what the level says about the first day."""
    spec = region.spec
    row[region.cohesion] = spec.cohesion
    row[region.data_quality] = max(0, spec.data)
    row[region.restrictions] = max(0, spec.restrictions)
    if spec.label is not None:
        row[region.strictness] = spec.label.strictness
        row[region.audit] = spec.label.audit
        row[region.label_trust] = spec.label.trust
    opinions = {(state, partner): value for state, partner, value in spec.opinions}
    for member in region.members:
        for bond in member.bonds:
            row[bond.opinion] = opinions.get((member.state, bond.partner), 5_000)
