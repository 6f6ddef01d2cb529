"""Environment and society: forest, air, anger, safety, jobs (R26-R29; S35, S36, S39-S41, S62)."""

from typing import Final

from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.variables import ProvincePlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.rules.levers import MILLION, Lever, setting_lever, steps
from game.engine.rules.people.care import care_calm, closed_land, reach_at
from game.engine.rules.plants.firms import terms_kept

BILLION: Final = 1_000 * MILLION
_STRICTNESS = steps(0, 2_500, 5_000, 7_500, 10_000)

LEVERS: tuple[Lever, ...] = (
    setting_lever("eia", "people", 1, "state", "eia", _STRICTNESS),
    setting_lever("safety", "people", 1, "state", "safety", _STRICTNESS),
    setting_lever("coal_rule", "people", 2, "state", "coal_rule", steps(0, 1)),
    setting_lever("carbon_reporting", "people", 1, "state", "carbon_reporting", steps(0, 1)),
    setting_lever(
        "district_sharing",
        "people",
        1,
        "state",
        "sharing",
        steps(0, 500, 1_000, 2_000, 3_000, 5_000),
    ),
    setting_lever(
        "inspection",
        "people",
        1,
        "state",
        "inspection_budget",
        steps(*(amount * MILLION for amount in (0, 10, 25, 50, 75, 100, 150))),
        budget=True,
    ),
    setting_lever(
        "training",
        "industry",
        1,
        "state",
        "training_budget",
        steps(*(amount * MILLION for amount in (0, 10, 25, 50, 75, 100))),
        budget=True,
    ),
    setting_lever("customs_link", "trade", 1, "state", "customs_link", steps(0, 1)),
)


def resolve(draft: Draft) -> None:
    """Let digging, smelting and building act on land, air, people and jobs."""
    for state in draft.layout.states:
        for province in state.provinces:
            _forest(draft, state, province)
            _accident(draft, state, province)
            _grievance(draft, state, province)
        _emissions(draft, state)
        _jobs(draft, state)


def reach(draft: Draft, state: StatePlace) -> int:
    """Return how far environmental rules bite: strictness times inspection, bp (S36)."""
    row = draft.row
    return part(row[state.enforcement], 7_000 + 3 * row[state.eia] // 10)


def _forest(draft: Draft, state: StatePlace, province: ProvincePlace) -> None:
    """R28a: forest cleared = (new mine + 5 % of output) x ha per kt x (1 - 0.8 x inspection)."""
    row, p = draft.row, draft.parameters
    spared = part(p.forest_protection, reach_at(draft, province, reach(draft, state)))
    spared += part(part(closed_land(draft, state), row[state.enforcement]), BP - spared)
    for item in province.fields:
        dug = draft.yearly(row[item.building]) + row[item.output] // 20
        cleared = muldiv(part(dug, BP - spared), item.mineral.forest_ha, MILLION)
        draft.add(
            province.forest,
            cleared,
            "forest_cleared",
            RULE,
            (item.building, item.output, state.eia, state.enforcement),
        )
        draft.add(
            state.cleared,
            cleared,
            "forest_cleared",
            RULE,
            (item.output, state.eia, state.enforcement),
        )


def _grievance(draft: Draft, state: StatePlace, province: ProvincePlace) -> None:
    """R28b: damage grows with digging and shrinks with inspectors; sharing calms.

    Pressure = 2,400 x r / (r + 100) x (1 - inspection) x (1 - min(0.8, 2 x shared royalty)),
    r = output in % of what was mined at the start; a fifth of grievance heals each year.
    """
    row, p = draft.row, draft.parameters
    output = sum(muldiv(row[item.output], 12, draft.months) for item in province.fields)
    usual = sum(item.spec.capacity for item in province.fields)
    load = ratio(output, output + usual) if output else 0
    calm = part(p.sharing_calm, row[state.sharing])
    if calm > 8_000:
        calm = 8_000
        draft.capped(province.grievance, "calm_most", RULE, (state.sharing,))
    bites = reach_at(draft, province, reach(draft, state))
    pressure = part(part(part(p.grievance_pressure, load), BP - bites), BP - calm)
    pressure = part(pressure, BP - care_calm(draft, state))
    healing = muldiv(row[province.grievance], 1, p.grievance_years)
    reads = tuple(item.output for item in province.fields)
    draft.add(
        province.grievance,
        draft.yearly(pressure - healing),
        "grievance",
        RULE,
        (*reads, state.enforcement, state.eia, state.sharing),
    )


def _accident(draft: Draft, state: StatePlace, province: ProvincePlace) -> None:
    """R29: chance a year = min(40 %, 15 % x plants / mines at the start), a quarter if safe."""
    row, p = draft.row, draft.parameters
    fields = province.fields
    mines = sum(item.spec.capacity for item in fields)
    plants = draft.plants.feed_at(state.spec.id, province.spec.id)
    if not plants or not mines:
        return
    chance = part(p.accident_chance, min(ratio(plants, mines), 40_000))
    if chance > p.accident_chance_most:
        chance = p.accident_chance_most
        draft.capped(province.accident, "accident_most", RULE)
    safe = part(row[state.safety], 5_000 + row[state.enforcement] // 2)
    chance = part(chance, BP - part(7_500, safe))
    chance = part(chance, BP - part(p.terms_safety, terms_kept(draft, state)))
    if draft.chance("accident", f"{state.spec.id}.{province.spec.id}", chance):
        draft.put(province.accident, 1, "accident", RULE, (state.safety, state.enforcement))
        draft.note("accident", RULE, province.spec.id, (state.safety, state.enforcement))
        draft.add(province.grievance, p.accident_grievance, "accident", RULE, (province.accident,))
        draft.add(state.trust, -p.accident_grievance // 2, "accident", RULE, (province.accident,))
        for tie in state.ties:
            draft.add(tie.standing, -p.accident_standing, "accident", RULE, (province.accident,))


def _emissions(draft: Draft, state: StatePlace) -> None:
    """R27: coal plants emit about 60 t CO2 for each tonne of metal, hydro plants 29 (H096)."""
    row = draft.row
    for chain in state.chains:
        feed = coal = 0
        for group in draft.groups[chain.fed]:
            feed += group.feed
            coal += group.coal
        if not feed:
            continue
        spec = chain.mineral.spec
        dirty = muldiv(row[chain.refined], coal, feed)
        emitted = dirty * spec.coal_co2 + (row[chain.refined] - dirty) * spec.clean_co2
        draft.add(
            state.emissions,
            emitted,
            "emissions",
            RULE,
            (chain.refined, chain.coal_kw, state.coal_rule),
        )


def _jobs(draft: Draft, state: StatePlace) -> None:
    """R26: jobs in mines per Mt dug, in plants 2,500 and in building 3,000 per US$ bn (H092).

    A tonne of nickel metal needs far more hands than a tonne of bauxite: mining jobs are a datum
    of the mineral, and so may be jobs in plants, per Mt of feed, and in components.
    """
    row, p = draft.row, draft.parameters
    for chain in state.chains:
        yearly = muldiv(row[chain.mined], 12, draft.months)
        capital = chain.mineral.spec.capital
        works = muldiv(row[chain.plant_feed], capital, 1_000)
        sites = muldiv(row[chain.pipeline_feed], capital, 1_000)
        spec = chain.mineral.spec
        mines = muldiv(yearly, spec.mine_jobs, BILLION)
        draft.add(state.job_count, mines, "mine_jobs", MARKET, (chain.mined,))
        if spec.plant_jobs:
            plants = muldiv(row[chain.plant_feed], spec.plant_jobs, BILLION)
        else:
            plants = muldiv(works, p.plant_jobs, BILLION)
        draft.add(state.job_count, plants, "plant_jobs", MARKET, (chain.plant_feed,))
        building = muldiv(sites, p.build_jobs, BILLION)
        draft.add(state.job_count, building, "build_jobs", MARKET, (chain.pipeline_feed,))
        each = spec.component_jobs or p.component_jobs * 1_000
        parts = muldiv(row[chain.components], each, BILLION)
        draft.add(state.job_count, parts, "component_jobs", MARKET, (chain.components,))


def welfare_goal(draft: Draft, state: StatePlace) -> int:
    """Return where local welfare heads, bp: services and shared income up, grievance and risk down.

    Signs are mixed on purpose: parks raise services and incomes while land and health suffer
    (H099, H100).
    """
    row = draft.row
    shared = row[state.sharing] // 2
    if shared > 1_500:
        shared = 1_500
        draft.capped(state.welfare, "shared_most", RULE, (state.sharing,))
    social = muldiv(row[state.social_budget], 1_500, 200 * MILLION)
    if social > 1_500:
        social = 1_500
        draft.capped(state.welfare, "services_most", RULE, (state.social_budget,))
    grievance = max((row[x.grievance] for x in state.provinces), default=0)
    return clamp(state.spec.welfare + shared + social - grievance // 3 + 500)
