"""Openings: what was begun earlier starts to work (R2, R3; S47, S36, S67, S69)."""

from game.engine.definitions.places import HOME
from game.engine.draft import RULE, Draft, PlantGroup
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.rules.levers import MILLION
from game.engine.rules.plants.firms import firm_feed
from game.engine.rules.region import effects as region


def resolve(draft: Draft) -> None:
    """Open mines and plants, let slow capacities follow their budgets, count who owns what."""
    for state in draft.layout.states:
        _grow_capacities(draft, state)
        for chain in state.chains:
            _open_mines(draft, chain)
            _count_plants(draft, state, chain)


def _open_mines(draft: Draft, chain: ChainPlace) -> None:
    """R3: a mine expansion on known ground takes one year, spread over its turns."""
    for item in chain.fields:
        opened = draft.yearly(draft.row[item.building])
        draft.add(item.capacity, opened, "mine_opens", RULE, (item.building,))
        draft.add(item.building, -opened, "mine_opens", RULE)


def _ramp(draft: Draft, age_months: int) -> int:
    """Return the share of its feed that a plant younger than two years manages, bp."""
    p = draft.parameters
    return p.ramp_first_year if age_months < 12 else p.ramp_second_year


def _count_plants(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R3: a plant runs at 40, 80, then 100 % of its feed as it learns its job.

    Counts per chain: feed that works, feed being built, the largest foreign owner's share of
    both, and coal power in kW.
    """
    mineral, turn, state_id = chain.mineral.spec, draft.turn, state.spec.id
    learned = turn - 24 // draft.months
    groups: dict[str, PlantGroup] = {}
    working = pipeline = coal_feed = 0
    for plant in draft.plants.of_chain(state_id, mineral.id):
        feed, owner, opens = plant.feed, plant.owner, plant.opens
        group = groups.get(owner)
        if group is None:
            group = groups[owner] = PlantGroup(owner)
        group.begun += feed
        if opens > turn:
            pipeline += feed
            continue
        working += feed
        group.opened += feed
        if plant.coal:
            coal_feed += feed
        if opens > learned:
            feed = part(feed, _ramp(draft, (turn - opens) * draft.months))
        if owner == state_id:
            feed = firm_feed(draft, state, feed)
        group.feed += feed
        if plant.holiday_until <= turn:
            group.taxed += feed
        if plant.coal:
            group.coal += feed
        if plant.state_share:
            group.state += part(feed, plant.state_share)
    by_owner = [groups[owner] for owner in sorted(groups)]
    draft.groups[chain.fed] = tuple(group for group in by_owner if group.opened)
    draft.put(chain.plant_feed, working, "plants_counted")
    draft.put(chain.pipeline_feed, pipeline, "plants_counted")
    largest = 0
    for group in by_owner:
        if group.owner not in (state_id, HOME):
            largest = max(largest, group.begun)
    draft.put(
        chain.owner_share,
        ratio(largest, working + pipeline),
        "owner_share",
        RULE,
        (chain.plant_feed, chain.pipeline_feed),
    )
    draft.put(
        chain.coal_kw,
        coal_feed * mineral.power_watts // 1_000,
        "coal_power",
        RULE,
        (chain.plant_feed,),
    )


def _grow_capacities(draft: Draft, state: StatePlace) -> None:
    """R2: money buys inspectors, ports, power and skills with a delay."""
    p, row = draft.parameters, draft.row
    held = (
        state.spec.enforcement + p.enforcement_per_million * row[state.inspection_budget] // MILLION
    )
    if draft.region is not None:
        held += p.enforcement_per_million * region.inspectors_paid(draft, state) // MILLION
    gap = clamp(held) - row[state.enforcement]
    draft.add(
        state.enforcement,
        muldiv(draft.yearly(gap), 1, p.enforcement_years),
        "enforcement_follows",
        RULE,
        (state.inspection_budget,),
    )
    trainers = sum(1 for tie in state.ties if row[tie.training] > draft.turn)
    gained = p.skills_per_million * (row[state.training_budget] // MILLION + 10 * trainers)
    if draft.region is not None:
        gained += p.skills_per_million * region.teachers_paid(draft, state)
    draft.add(
        state.skills,
        draft.yearly(gained - p.skills_fade),
        "skills_follow",
        RULE,
        (state.training_budget,),
    )
    for province in state.provinces:
        bought = p.infrastructure_per_million * row[province.park_budget] // MILLION
        room = BP - row[province.infrastructure]
        draft.add(
            province.infrastructure,
            draft.yearly(muldiv(bought, room, BP)),
            "park_built",
            RULE,
            (province.park_budget,),
        )
        kilowatts = province.spec.green_kw_growth + row[province.power_budget] // 2_000
        draft.add(
            province.green_kw,
            draft.yearly(kilowatts),
            "green_power_built",
            RULE,
            (province.power_budget,),
        )
