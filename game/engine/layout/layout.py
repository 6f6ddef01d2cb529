"""Where each figure of a level stands in the row of a world's values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from game.engine.definitions.level import OUTCOMES, Level
from game.engine.definitions.places import StartChain
from game.engine.figures.deals import (
    AgreementPlace,
    ConcessionPlace,
    NearbyPlace,
    ProductPlace,
    SavingsPlace,
    StorePlace,
    SubstitutePlace,
    TariffPlace,
)
from game.engine.figures.processing import (
    ControlPlace,
    FamilyPlace,
    InputsPlace,
    KnowHowPlace,
    OutletPlace,
)
from game.engine.figures.region import RegionPlace
from game.engine.figures.variables import (
    HIDDEN,
    ChainPlace,
    FieldPlace,
    MineralPlace,
    PartnerPlace,
    ProvincePlace,
    RivalPlace,
    Site,
    StatePlace,
    TiePlace,
    Variable,
    WorldPlace,
    figures,
)
from game.engine.layout.deals import (
    agreements_of,
    concessions_of,
    nearby_of,
    products_of,
    savings_of,
    stores_of,
    substitutes_of,
    tariffs_of,
)
from game.engine.layout.region import build_region, veiled_slots
from game.engine.layout.sites import chain_sites, field_sites, has_sites, state_sites, world_sites
from game.engine.numbers import fade

Sellers = tuple[tuple[StatePlace, ChainPlace], ...]
"""Chains, each with the state that it stands in."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of a level and the slot of each of their figures.

    Attributes:
        paths: The path of each slot, e.g. ``indonesia/nickel/exports``.
        variables: The declaration of each slot.
        slots: Slot by path.
        flows: Slots that start each turn at zero.
        lows, highs: The bounds of each slot.
        fade_bp: Share of a price spike left after one turn.
        fade_mean_bp: Its mean over the turn in which it starts.
        totals: For each state, the slot of each outcome with the slot of its sum.
        firms: The account of each partner's firms.
        by_id: The states by id.
        partner_by_id: The partners by id.
        concessions: Rights of firms to mines.
        has_sites: Whether any of the optional places of ``site_places`` exists.
        region: What members of a region have in common; None where no level asks for it.
        veiled: Slots that only their own state sees, because a cartel could be cheated on.
        sellers: By mineral, every chain that mines it, with its state.
        crafts, importers: Chains whose process must be learned, and chains that must import inputs.
        agreements: Each state's part in each treaty.
        tariffs: By chain (its slot of ``fed``), where buyers have tariffs.
        substitutes: Rungs by which users leave a mineral.
        savings, stores: Funds by state and stores of metal by chain, where levers need them.
        nearby, products: By chain, where a level has buyers in the region or finished goods.
    """

    level: Level
    world: WorldPlace
    minerals: tuple[MineralPlace, ...]
    states: tuple[StatePlace, ...]
    partners: tuple[PartnerPlace, ...]
    paths: tuple[str, ...]
    variables: tuple[Variable, ...]
    slots: Mapping[str, int]
    flows: tuple[int, ...]
    lows: tuple[int, ...]
    highs: tuple[int, ...]
    fade_bp: int
    fade_mean_bp: int
    totals: Mapping[str, tuple[tuple[int, int], ...]]
    firms: Mapping[str, int]
    by_id: Mapping[str, StatePlace]
    partner_by_id: Mapping[str, PartnerPlace]
    concessions: tuple[ConcessionPlace, ...]
    has_sites: bool
    sellers: Mapping[str, Sellers]
    crafts: tuple[tuple[StatePlace, ChainPlace], ...]
    importers: tuple[tuple[StatePlace, ChainPlace], ...]
    agreements: tuple[AgreementPlace, ...]
    tariffs: Mapping[int, TariffPlace]
    substitutes: tuple[SubstitutePlace, ...]
    nearby: Mapping[int, NearbyPlace]
    products: Mapping[int, ProductPlace]
    savings: Mapping[str, SavingsPlace]
    stores: Mapping[int, StorePlace]
    region: RegionPlace | None = None
    veiled: frozenset[int] = frozenset()

    def state(self, state_id: str) -> StatePlace:
        """Return a state's place; KeyError when the level has no such state."""
        return self.by_id[state_id]


class _Builder:
    """Hands out slots one after the other."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.variables: list[Variable] = []

    def place(self, kind: type, prefix: str, **parts: Any) -> Any:
        """Return a new place of a kind with a slot for each of its figures."""
        slots = {}
        for variable in figures(kind):
            if variable.name == "reserves" and parts.get("survey") is not None:
                variable = replace(variable, shown=HIDDEN)  # only the estimate is known
            slots[variable.name] = len(self.paths)
            self.paths.append(f"{prefix}/{variable.name}")
            self.variables.append(variable)
        return kind(**parts, **slots)


@lru_cache(maxsize=64)
def layout_of(level: Level) -> Layout:
    """Return the layout of a level; all worlds of a level share one."""
    builder = _Builder()
    world: WorldPlace = builder.place(WorldPlace, "world", **world_sites(builder.place, level))
    minerals = tuple(_mineral(builder, level, index) for index in range(len(level.minerals)))
    states = tuple(_state(builder, level, index, minerals) for index in range(len(level.states)))
    partners = tuple(
        builder.place(PartnerPlace, partner.id, spec=partner) for partner in level.partners
    )
    concessions = concessions_of(builder.place, level, states)
    agreements = agreements_of(builder.place, level)
    tariffs = tariffs_of(builder.place, level, states)
    region = build_region(builder.place, level, states)
    substitutes = substitutes_of(builder.place, level, minerals)
    nearby = nearby_of(builder.place, level, states)
    products = products_of(builder.place, level, states)
    savings = savings_of(builder.place, states)
    stores = stores_of(builder.place, states)
    left = fade(level.months, level.parameters.premium_fade_month)
    months = range(1, level.months + 1)
    shares = [fade(month, level.parameters.premium_fade_month) for month in months]
    return Layout(
        level=level,
        world=world,
        minerals=minerals,
        states=states,
        partners=partners,
        paths=tuple(builder.paths),
        variables=tuple(builder.variables),
        slots={path: slot for slot, path in enumerate(builder.paths)},
        flows=tuple(slot for slot, variable in enumerate(builder.variables) if variable.flow),
        lows=tuple(variable.low for variable in builder.variables),
        highs=tuple(variable.high for variable in builder.variables),
        fade_bp=left,
        fade_mean_bp=sum(shares) // level.months,
        totals={
            place.spec.id: tuple(
                (getattr(place, name), getattr(place, f"total_{name}")) for name in OUTCOMES
            )
            for place in states
        },
        firms={partner.spec.id: partner.owners for partner in partners},
        by_id={place.spec.id: place for place in states},
        partner_by_id={partner.spec.id: partner for partner in partners},
        concessions=concessions,
        has_sites=bool(world.shocks) or any(has_sites(place) for place in states),
        region=region,
        veiled=veiled_slots(region, states),
        sellers={
            mineral.spec.id: tuple(
                (x, chain) for x in states for chain in x.chains if chain.mineral is mineral
            )
            for mineral in minerals
        },
        crafts=tuple((x, chain) for x in states for chain in x.chains if chain.know_how),
        importers=tuple((x, chain) for x in states for chain in x.chains if chain.inputs),
        agreements=agreements,
        tariffs=tariffs,
        substitutes=substitutes,
        nearby=nearby,
        products=products,
        savings=savings,
        stores=stores,
    )


def _mineral(builder: _Builder, level: Level, index: int) -> MineralPlace:
    spec = level.minerals[index]
    rivals = tuple(
        builder.place(RivalPlace, f"{spec.id}/{rival.id}", spec=rival)
        for rival in level.rivals
        if rival.mineral == spec.id
    )
    place: MineralPlace = builder.place(
        MineralPlace,
        spec.id,
        spec=spec,
        control=builder.place(ControlPlace, f"{spec.id}/control", spec=spec.control)
        if spec.control
        else None,
        rivals=rivals,
        buyers=tuple(partner.id for partner in level.partners),
        ore_buying=tuple(dict(x.ore_demand).get(spec.id, 0) for x in level.partners),
        metal_buying=tuple(dict(x.refined_demand).get(spec.id, 0) for x in level.partners),
    )
    return place


def _state(
    builder: _Builder, level: Level, index: int, minerals: tuple[MineralPlace, ...]
) -> StatePlace:
    spec = level.states[index]
    fields_by_id: dict[str, FieldPlace] = {
        item.id: builder.place(
            FieldPlace,
            f"{spec.id}/{item.id}",
            spec=item,
            mineral=next(m.spec for m in minerals if m.spec.id == item.mineral),
            **field_sites(builder.place, spec, item),
        )
        for item in spec.fields
    }
    provinces = tuple(
        builder.place(
            ProvincePlace,
            f"{spec.id}/{province.id}",
            spec=province,
            fields=tuple(f for f in fields_by_id.values() if f.spec.province == province.id),
        )
        for province in spec.provinces
    )
    chains = tuple(
        builder.place(
            ChainPlace,
            f"{spec.id}/{chain.mineral}",
            state=spec.id,
            mineral=next(m for m in minerals if m.spec.id == chain.mineral),
            fields=tuple(f for f in fields_by_id.values() if f.spec.mineral == chain.mineral),
            sites=_sites(provinces, chain.mineral),
            **chain_sites(builder.place, spec, chain),
            **_optional(builder, level, spec.id, chain),
        )
        for chain in spec.chains
    )
    ties = tuple(
        builder.place(TiePlace, f"{spec.id}/{partner.id}", partner=partner.id)
        for partner in level.partners
    )
    place: StatePlace = builder.place(
        StatePlace,
        spec.id,
        spec=spec,
        family=builder.place(FamilyPlace, f"{spec.id}/standards") if level.families else None,
        provinces=provinces,
        chains=chains,
        ties=ties,
        **state_sites(builder.place, level, spec),
    )
    return place


def _sites(provinces: tuple[ProvincePlace, ...], mineral: str) -> tuple[Site, ...]:
    found = [
        Site(place, tuple(f for f in place.fields if f.spec.mineral == mineral))
        for place in provinces
    ]
    return tuple(site for site in found if site.fields)


def _optional(builder: _Builder, level: Level, state_id: str, chain: StartChain) -> dict[str, Any]:
    """Return the places of a chain that exist only where the level asks for them."""
    mineral = next(x for x in level.minerals if x.id == chain.mineral)
    prefix = f"{state_id}/{chain.mineral}"
    found: dict[str, Any] = {}
    if mineral.control:
        found["outlet"] = builder.place(OutletPlace, f"{prefix}/outlet")
    if mineral.separation:
        found["know_how"] = builder.place(
            KnowHowPlace, f"{prefix}/know-how", spec=mineral.separation
        )
    if chain.inputs:
        found["inputs"] = builder.place(InputsPlace, f"{prefix}/inputs", spec=chain.inputs)
    return found
