"""Investment: who builds what, where, and why not (R16-R24; S01, S06, S10, S39, S43, S58, S69)."""

from game.engine import problems
from game.engine.draft import MARKET, Draft
from game.engine.figures.variables import ChainPlace, ProvincePlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, split
from game.engine.orders import Order
from game.engine.rules.levers import (
    MILLION,
    Grid,
    Lever,
    chain_of,
    every_province,
    setting_lever,
    steps,
)
from game.engine.rules.mines.growth import follow_with_mines
from game.engine.rules.mines.production import home_gap
from game.engine.rules.mines.surveys import sure_share
from game.engine.rules.plants.building import begin_plant
from game.engine.rules.plants.clusters import capital_cost, neighbours
from game.engine.rules.plants.firms import heard_of
from game.engine.rules.plants.investors import (
    Investor,
    appetites_of,
    capital_left,
    investors_of,
    standards_of,
)
from game.engine.rules.plants.know_how import eagerness
from game.engine.rules.plants.need import expected_closure, natural_growth, need_of, working_at
from game.engine.rules.trade.controls import safer_room
from game.engine.world import World

_STATE_PLANTS: Grid = steps(100, 200, 400, 800)
_HARDLY_ANY = 100
"""The share of the keenest partner's firms, bp, below which no plant can be said to pay."""
_NEARLY_ALL = 9_500
"""The share, bp, above which better terms hardly bring more plants."""


def _build_state_plant(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    chain = chain_of(state, state.chains[0].mineral.spec.id)
    province = next(x for x in state.provinces if x.spec.id == order.target)
    coal = not draft.row[state.coal_rule]
    feed = muldiv(order.setting[0] * MILLION, 1_000, capital_cost(draft, chain, coal))
    begin_plant(draft, state, chain, province, state.spec.id, feed, coal, cause, BP)


def _check_state_plant(world: World, state: StatePlace, order: Order) -> str:
    fields = [x for p in state.provinces if p.spec.id == order.target for x in p.fields]
    return "" if fields else problems.WRONG_TARGET


LEVERS: tuple[Lever, ...] = (
    setting_lever(
        "park",
        "industry",
        1,
        "province",
        "park_budget",
        steps(*(amount * MILLION for amount in (0, 25, 50, 100, 150, 200, 300))),
        budget=True,
    ),
    setting_lever(
        "green_power",
        "industry",
        1,
        "province",
        "power_budget",
        steps(*(amount * MILLION for amount in (0, 50, 100, 200, 300, 500))),
        budget=True,
    ),
    Lever(
        id="state_plant",
        area="industry",
        cost=2,
        targets=every_province,
        grid=lambda world, state, target: _STATE_PLANTS,
        now=lambda world, state, target: (0,),
        apply=_build_state_plant,
        check=_check_state_plant,
        money=lambda world, state, order: order.setting[0] * MILLION,
        policy=False,
    ),
)


def resolve(draft: Draft) -> None:
    """Compare what buyers will need with what they can get, and start plants and mines."""
    for state in draft.layout.states:
        investors = investors_of(draft, state, standards_of(draft, state))
        looking = capital_left(draft, investors) if draft.layout.has_sites else BP
        for chain in state.chains:
            _start_plants(draft, state, chain, investors, looking)
            follow_with_mines(draft, state, chain)
            _components(draft, state, chain)


def _start_plants(
    draft: Draft, state: StatePlace, chain: ChainPlace, investors: list[Investor], looking: int
) -> None:
    """Start plants for what buyers need, as fast as investors and provinces allow.

    Args:
        looking: Share of capital that the terms of entry have not turned away, bp (R45b).
    """
    row, p = draft.row, draft.parameters
    closure = expected_closure(draft, state, chain)
    capacity = sum(row[item.capacity] for item in chain.fields)
    if not capacity:
        return
    need = need_of(draft, chain, closure, capacity)
    if row[chain.planned]:
        lapsed = draft.yearly(part(row[chain.planned], p.plans_lapse))
        draft.add(chain.planned, -lapsed, "plans_lapse", MARKET)
    plants = row[chain.plant_feed] + row[chain.pipeline_feed]
    natural = part(natural_growth(draft, chain), p.natural_room)
    forced = part(need - plants, row[state.credibility])
    if draft.layout.has_sites:
        daring = part(heard_of(draft, state), sure_share(draft, chain))
        forced, natural = part(forced, daring), part(natural, daring)
    gap = home_gap(draft, chain, closure, capacity)
    working = working_at(draft, chain, gap, capacity)
    room = max(forced, max(natural, 0))
    reads: tuple[int, ...] = (chain.need, chain.plant_feed, state.credibility)
    if chain.mineral.control:
        room = max(room, safer_room(draft, chain, capacity - plants))
        reads = (*reads, chain.mineral.control.urgency)
    room = part(room, min(BP, 2 * working))
    draft.put(chain.room, room, "room", MARKET, reads)
    appetites = appetites_of(draft, state, chain, investors, gap)
    appetites = eagerness(draft, state, chain, [x.id for x in investors], appetites)
    best = max(appetites, default=0)
    if room:
        _report_limits(draft, chain, best)
    if not best or not room:
        return
    yearly = part(draft.yearly(part(room, best)), looking)
    weights = [investor.weight * appetites[i] for i, investor in enumerate(investors)]
    sizes = [sum(row[item.capacity] for item in site.fields) for site in chain.sites]
    shares = split(yearly, sizes, [site.province.spec.id for site in chain.sites])
    for place, site in enumerate(chain.sites):
        province = site.province
        starts = part(shares[place], _gate(draft, chain, province))
        room_left = row[chain.planned] + starts
        if row[state.coal_rule]:
            room_left = _green_room(draft, state, chain, province)
            if room_left < starts:
                draft.capped(chain.room, "power_short", reads=(province.green_kw, state.coal_rule))
            starts = min(starts, room_left)
        if row[province.blockade]:
            continue
        smallest = muldiv(
            p.smallest_plant_usd_m * MILLION, 1_000, capital_cost(draft, chain, coal=True)
        )
        if starts < smallest:
            starts = _add_up(draft, chain, starts, smallest, room_left)
        if starts:
            _divide_starts(draft, state, chain, province, starts, smallest, investors, weights)


def _report_limits(draft: Draft, chain: ChainPlace, best: int) -> None:
    """Say when nobody is eager to build, when somebody could not be more so, and full clusters."""
    reads = (chain.home_price, chain.mineral.expected_price)
    if best < _HARDLY_ANY:
        draft.capped(chain.room, "no_plant_pays", reads=reads)
    elif best > _NEARLY_ALL:
        draft.capped(chain.room, "appetite_full", reads=reads)
    if neighbours(draft, chain, draft.parameters.cluster_capital) > (
        draft.parameters.cluster_capital_most
    ):
        draft.capped(chain.room, "cluster_most", reads=(chain.plant_feed,))


def _gate(draft: Draft, chain: ChainPlace, province: ProvincePlace) -> int:
    """R20: the weakest of infrastructure, local consent and technology sets the pace.

    Infrastructure grows with neighbours: + 250 per 1 % of world demand refined at home.
    """
    p, row = draft.parameters, draft.row
    share = neighbours(draft, chain, p.cluster_infrastructure)
    consent = BP - max(0, row[province.grievance] - p.consent_from) // 2
    technology = row[chain.know_how.ceiling] if chain.know_how else BP
    return clamp(min(row[province.infrastructure] + share, min(consent, technology)))


def _green_room(draft: Draft, state: StatePlace, chain: ChainPlace, province: ProvincePlace) -> int:
    """R22: without coal, starts are capped by the power that is left, kg of feed a year."""
    watts = max(1, chain.mineral.spec.power_watts)
    used = sum(
        plant.feed * watts // 1_000
        for other in state.chains
        for plant in draft.plants.of_chain(state.spec.id, other.mineral.spec.id)
        if plant.province == province.spec.id and not plant.coal
    )
    return max(0, (draft.row[province.green_kw] - used) * 1_000 // watts)


def _add_up(draft: Draft, chain: ChainPlace, starts: int, smallest: int, most: int) -> int:
    """R20b: plans too small for a plant wait and add up; a tenth of what waits lapses a year.

    Args:
        most: What power is left for, kg of feed a year.

    Returns:
        The feed that is begun now, kg a year; 0 while the plans still wait.
    """
    row = draft.row
    ripe = min(row[chain.planned] + starts, most)
    if not starts or ripe < smallest:
        draft.add(chain.planned, starts, "plans_wait", MARKET, (chain.room,))
        return 0
    draft.add(chain.planned, starts - ripe, "plans_ripe", MARKET, (chain.room,))
    return ripe


def _divide_starts(
    draft: Draft,
    state: StatePlace,
    chain: ChainPlace,
    province: ProvincePlace,
    starts: int,
    smallest: int,
    investors: list[Investor],
    weights: list[int],
) -> None:
    """R20a: starts are shared by weight x appetite; no plant is smaller than the smallest."""
    keys = [investor.id for investor in investors]
    shares = split(starts, weights, keys)
    wanted = [weight if shares[i] >= smallest else 0 for i, weight in enumerate(weights)]
    if not any(wanted):
        wanted[max(range(len(weights)), key=lambda i: (weights[i], keys[i]))] = 1
    feeds = split(starts, wanted, keys)
    for i, investor in enumerate(investors):
        feed = feeds[i]
        if feed >= smallest:
            coal = investor.coal and not draft.row[state.coal_rule]
            begin_plant(
                draft, state, chain, province, investor.id, feed, coal, f"partner:{investor.id}"
            )


def _components(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R24: component plants move a fifth of the way a year to what skills and access allow.

    Goal = 25 % of refined metal x the smaller of skills and access; access = 1 - half the largest
    owner's share.
    """
    p, row = draft.parameters, draft.row
    access = BP - row[chain.owner_share] // 2
    yearly_metal = muldiv(row[chain.refined], 12, draft.months)
    goal = part(part(yearly_metal, p.component_share_most), min(row[state.skills], access))
    step = draft.yearly(part(goal - row[chain.components], p.component_pace))
    draft.add(chain.components, step, "components_follow", MARKET, (chain.refined, state.skills))
