"""Residues: what mines and plants leave behind, where it is put, and when it leaks (R41; S37)."""

from game.engine import problems
from game.engine.definitions.sites import Residue
from game.engine.draft import RULE, Draft
from game.engine.figures.sites import WastePlace
from game.engine.figures.variables import ChainPlace, ProvincePlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Lever, every_province, setting_lever, steps
from game.engine.rules.mines.licences import hazard_of
from game.engine.rules.state.payments import spend
from game.engine.world import World

FOREST_CLEAN_UP_USD = 5_000
"""US$ owed to restore a cleared hectare (game assumption)."""

_STORES = steps(10, 20, 50, 100, 200)


def _store_provinces(world: World, state: StatePlace) -> tuple[str, ...]:
    return every_province(world, state) if state.waste is not None else ()


def _build_store(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R41c: a store is paid for now, opens in about two years, and angers those who live near it.

    Anger = 10 points x (1 - half the quality of consent) x (1 - shared revenue, at most half).
    """
    waste, p, row = state.waste, draft.parameters, draft.row
    assert waste is not None
    province = next(x for x in state.provinces if x.spec.id == order.target)
    cost = order.setting[0] * MILLION
    spend(draft, state, state.suppliers, cost // 2, "store_built", cause=cause)
    spend(draft, state, draft.layout.world.outside, cost - cost // 2, "store_built", cause=cause)
    draft.add(waste.store_building, cost // p.store_usd * 1_000, "store_built", cause)
    consent = row[state.care.resettlement] if state.care is not None else 0
    anger = part(part(p.siting_anger, BP - consent // 2), BP - min(5_000, row[state.sharing]))
    draft.add(province.grievance, anger, "store_sited", cause, (waste.store_building,))


def _check_store(world: World, state: StatePlace, order: Order) -> str:
    return "" if order.target in _store_provinces(world, state) else problems.WRONG_TARGET


LEVERS: tuple[Lever, ...] = (
    setting_lever(
        "waste_rule", "people", 1, "care", "waste_rule", steps(0, 2_500, 5_000, 7_500, 10_000)
    ),
    setting_lever(
        "clean_up",
        "people",
        1,
        "care",
        "clean_up_budget",
        steps(*(amount * MILLION for amount in (0, 2, 5, 10, 25, 50, 100))),
        budget=True,
    ),
    Lever(
        id="waste_store",
        area="people",
        cost=2,
        targets=_store_provinces,
        grid=lambda world, state, target: _STORES,
        now=lambda world, state, target: (0,),
        apply=_build_store,
        check=_check_store,
        money=lambda world, state, order: order.setting[0] * MILLION,
        policy=False,
    ),
)


def resolve(draft: Draft) -> None:
    """Let residues pile up, be stored, be cleaned up and leak."""
    for state in draft.layout.states:
        waste = state.waste
        if waste is not None:
            _open_store(draft, waste)
            _pile_up(draft, state, waste)
        if state.care is not None and draft.row[state.care.clean_up_budget]:
            _clean_up(draft, state, state.care.clean_up_budget)
        if waste is not None:
            _leak(draft, state, waste)


def _open_store(draft: Draft, waste: WastePlace) -> None:
    """R41c: room opens by half of what is being built each year; the last tonne at once."""
    building = draft.row[waste.store_building]
    if not building:
        return
    opened = draft.yearly(muldiv(building, 1, draft.parameters.store_years))
    opened = building if building < MILLION else opened
    draft.add(waste.store_room, opened, "store_opens", RULE, (waste.store_building,))
    draft.add(waste.store_building, -opened, "store_opens", RULE)


def _made_by(draft: Draft, chain: ChainPlace, residue: Residue) -> int:
    row = draft.row
    dug = sum(part(row[item.output], hazard_of(draft, item)) for item in chain.fields)
    mean = ratio(dug, sum(row[item.output] for item in chain.fields)) or BP
    refined = part(row[chain.refined], mean)
    return muldiv(dug, residue.per_ore, 1_000) + muldiv(refined, residue.per_metal, 1_000)


def _pile_up(draft: Draft, state: StatePlace, waste: WastePlace) -> None:
    """R41a: each tonne dug or refined leaves residue; the rule stores it only where there is room.

    ``stored = made x rule x inspection``, at most the room in stores; the rest lies open. A mine
    without its hazardous stage makes a fifth.
    """
    row = draft.row
    by_mineral = dict(waste.residues)
    made = sum(
        _made_by(draft, chain, by_mineral[chain.mineral.spec.id])
        for chain in state.chains
        if chain.mineral.spec.id in by_mineral
    )
    draft.put(waste.made, made, "residue_made", RULE, tuple(x.mined for x in state.chains))
    stored = 0
    if state.care is not None:
        bound = part(part(made, row[state.care.waste_rule]), row[state.enforcement])
        reads = (state.care.waste_rule, state.enforcement, waste.store_room)
        stored = bound
        if bound > row[waste.store_room]:
            stored = row[waste.store_room]
            draft.capped(waste.stored, "waste_store_full", RULE, reads)
        draft.add(waste.stored, stored, "residue_stored", RULE, reads)
        draft.add(waste.store_room, -stored, "residue_stored", RULE, reads)
    draft.add(waste.loose, made - stored, "residue_made", RULE, (waste.made,))


def _clean_up(draft: Draft, state: StatePlace, budget: int) -> None:
    """R41b: clean-up money puts open residue away; what is left of it heals cleared land.

    ``tonnes = budget / 50 US$`` into stores, or covered on the spot at twice the cost; a hectare
    costs 5,000 US$. Calm follows: up to 5 points a year as the open part shrinks.
    """
    row, p = draft.row, draft.parameters
    paid = draft.yearly(row[budget])
    spend(draft, state, state.workers, paid // 2, "clean_up_paid", (budget,))
    spend(draft, state, state.suppliers, paid - paid // 2, "clean_up_paid", (budget,))
    waste = state.waste
    left = paid
    if waste is not None:
        before = row[waste.loose]
        able = paid // p.residue_clean_usd * 1_000
        into_store = min(able, before, row[waste.store_room])
        covered = min((able - into_store) // 2, before - into_store)
        draft.add(waste.stored, into_store, "clean_up", RULE, (budget,))
        draft.add(waste.store_room, -into_store, "clean_up", RULE, (budget,))
        draft.add(waste.loose, -into_store - covered, "clean_up", RULE, (budget,))
        calm = draft.yearly(part(500, ratio(into_store + covered, before)))
        for province in state.provinces:
            draft.add(province.grievance, -calm, "clean_up", RULE, (budget,))
        left -= (into_store + 2 * covered) // 1_000 * p.residue_clean_usd
    _heal_land(draft, state, left // FOREST_CLEAN_UP_USD)


def _heal_land(draft: Draft, state: StatePlace, hectares: int) -> None:
    """Plant cleared land again, the most scarred province first."""
    for province in sorted(state.provinces, key=lambda x: (-draft.row[x.forest], x.spec.id)):
        healed = min(hectares, draft.row[province.forest])
        draft.add(province.forest, -healed, "clean_up", RULE)
        hectares -= healed


def _usual(draft: Draft, state: StatePlace, waste: WastePlace) -> int:
    """Return what the mines and plants of the first day would leave in a year, kg."""
    by_mineral = dict(waste.residues)
    usual = 0
    for item in state.spec.fields:
        residue = by_mineral.get(item.mineral)
        usual += muldiv(item.capacity, residue.per_ore, 1_000) if residue else 0
    for plant in state.spec.plants:
        residue = by_mineral.get(plant.mineral)
        usual += muldiv(plant.feed, residue.per_metal, 1_000) if residue else 0
    return max(1, usual)


def open_share(draft: Draft, state: StatePlace, waste: WastePlace) -> int:
    """Return how much residue lies open, bp: half of all at five years of usual residue."""
    loose = draft.row[waste.loose]
    return ratio(loose, loose + draft.parameters.spill_years * _usual(draft, state, waste))


def _leak(draft: Draft, state: StatePlace, waste: WastePlace) -> None:
    """R41d: heavy rain washes open residue out: chance a year = 30 % x open / (open + 5 years).

    A leak angers the province that digs most, costs public trust and the standing with careful
    partners, and adds to the land that must be cleaned.
    """
    row, p = draft.row, draft.parameters
    chance = part(p.spill_most, open_share(draft, state, waste))
    if not draft.chance("leak", state.spec.id, chance):
        return
    province = _digs_most(draft, state)
    reads = (waste.loose,)
    draft.put(waste.spill, 1, "spill", RULE, reads)
    draft.note("spill", RULE, province.spec.id, reads)
    draft.add(province.grievance, p.spill_anger, "spill", RULE, reads)
    draft.add(state.trust, -p.spill_anger // 2, "spill", RULE, reads)
    land = sum(row[item.capacity] for item in province.fields) // (100 * MILLION)
    draft.add(province.forest, land, "spill", RULE, reads)
    for tie, partner in zip(state.ties, draft.level.partners, strict=True):
        if partner.threshold:
            draft.add(tie.standing, -p.spill_standing, "spill", RULE, reads)


def _digs_most(draft: Draft, state: StatePlace) -> ProvincePlace:
    def dug(province: ProvincePlace) -> tuple[int, str]:
        return sum(draft.row[item.output] for item in province.fields), province.spec.id

    return max(state.provinces, key=dug)


def environment_loss(draft: Draft, state: StatePlace) -> int:
    """R41d: return what open residues take from the environment: 25 points x open share, bp."""
    if state.waste is None:
        return 0
    return part(draft.parameters.residue_weight, open_share(draft, state, state.waste))


def clean_up_owed(world: World, state: StatePlace) -> int:
    """Return what it would cost to put away all open residue, US$."""
    if state.waste is None:
        return 0
    tonnes = world.values[state.waste.loose] // 1_000
    return tonnes * world.level.parameters.residue_clean_usd


def waste_rule_cost(draft: Draft, state: StatePlace) -> int:
    """Return what the waste rule adds to digging and running plants, bp of cost (R41a)."""
    if state.care is None or state.waste is None:
        return 0
    rule = draft.row[state.care.waste_rule]
    return clamp(part(draft.parameters.waste_rule_cost, rule))
