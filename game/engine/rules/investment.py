"""Investment: who builds what, where, and why not (R16-R24; S01, S06, S10, S39, S43, S58, S69)."""

from dataclasses import dataclass, replace
from functools import lru_cache

from game.engine import problems
from game.engine.definitions import HOME, Level
from game.engine.draft import MARKET, Draft
from game.engine.numbers import BP, clamp, muldiv, part, ratio, split
from game.engine.orders import Order
from game.engine.rules import agreements, offtakes, tariffs
from game.engine.rules.care import growth_left, register_hurdle
from game.engine.rules.clusters import capital_cost, neighbours, running_cost
from game.engine.rules.controls import safer_room
from game.engine.rules.demand import gained, of_turn
from game.engine.rules.families import leaning
from game.engine.rules.firms import accepts_terms, count_begun, heard_of, terms_weight
from game.engine.rules.know_how import eagerness, expected_recovery
from game.engine.rules.levers import (
    MILLION,
    Grid,
    Lever,
    chain_of,
    every_province,
    setting_lever,
    steps,
)
from game.engine.rules.licences import paper_growth
from game.engine.rules.outlets import expected_metal
from game.engine.rules.payments import earn, spend
from game.engine.rules.production import home_gap
from game.engine.rules.region import effects as region
from game.engine.rules.risk import bears, risk_premium
from game.engine.rules.surveys import sure_share
from game.engine.variables import ChainPlace, ProvincePlace, StatePlace
from game.engine.world import Plant, World

_STATE_PLANTS: Grid = steps(100, 200, 400, 800)


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


@dataclass(frozen=True, slots=True)
class Investor:
    """Capital of one origin looking for plants."""

    id: str
    hurdle: int
    threshold: int
    weight: int
    coal: bool
    on_terms: bool = True


def resolve(draft: Draft) -> None:
    """Compare what buyers will need with what they can get, and start plants and mines."""
    for state in draft.layout.states:
        investors = _investors(draft, state, standards_of(draft, state))
        for chain in state.chains:
            _start_plants(draft, state, chain, investors)
            _follow_with_mines(draft, state, chain)
            _components(draft, state, chain)


def standards_of(draft: Draft, state: StatePlace) -> int:
    """Return what careful investors see: rules times the reach of inspection, bp (S36)."""
    row = draft.row
    rules = row[state.eia] + row[state.safety] + 2_500 * row[state.carbon_reporting]
    rules += 2_500 * row[state.coal_rule]
    return clamp(part(rules // 2, 4_000 + row[state.enforcement]))


def expected_closure(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """Return the closed share of ore that firms expect within their horizon, bp (R17)."""
    row = draft.row
    closed = row[chain.closed]
    horizon = draft.turn + draft.parameters.look_ahead_years * 12 // draft.months
    promised = closed
    if row[chain.ban_due] and row[chain.ban_due] <= horizon:
        promised = max(promised, row[chain.ban_next])
    if row[chain.duty_due] and row[chain.duty_due] <= horizon:
        promised = BP
    return closed + part(promised - closed, row[state.credibility])


def _start_plants(
    draft: Draft, state: StatePlace, chain: ChainPlace, investors: list[Investor]
) -> None:
    row, p = draft.row, draft.parameters
    closure = expected_closure(draft, state, chain)
    capacity = sum(row[item.capacity] for item in chain.fields)
    if not capacity:
        return
    need = _need(draft, chain, closure, capacity)
    plants = row[chain.plant_feed] + row[chain.pipeline_feed]
    natural = part(_natural_growth(draft, chain), p.natural_room)
    forced = part(need - plants, row[state.credibility])
    if draft.layout.has_sites:
        forced = part(forced, part(heard_of(draft, state), sure_share(draft, chain)))
        natural = part(natural, part(heard_of(draft, state), sure_share(draft, chain)))
    gap = home_gap(draft, chain, closure, capacity)
    working = _working_at(draft, chain, gap, capacity)
    room = max(forced, natural, 0)
    reads: tuple[int, ...] = (chain.need, chain.plant_feed, state.credibility)
    if chain.mineral.control:
        room = max(room, safer_room(draft, chain, capacity - plants))
        reads = (*reads, chain.mineral.control.urgency)
    room = part(room, min(BP, 2 * working))
    draft.put(chain.room, room, "room", MARKET, reads)
    appetites = _appetites(draft, state, chain, investors, gap)
    appetites = eagerness(draft, state, chain, [x.id for x in investors], appetites)
    best = max(appetites, default=0)
    if room:
        _report_limits(draft, chain, best)
    if not best or not room:
        return
    yearly = draft.yearly(part(room, best))
    if draft.layout.has_sites:
        yearly = part(yearly, _capital_left(draft, investors))
    weights = [
        investor.weight * appetite for investor, appetite in zip(investors, appetites, strict=True)
    ]
    sizes = [sum(row[item.capacity] for item in site.fields) for site in chain.sites]
    shares = split(yearly, sizes, [site.province.spec.id for site in chain.sites])
    for site, share in zip(chain.sites, shares, strict=True):
        province = site.province
        pace = _gate(draft, chain, province)
        starts = part(share, pace)
        if row[state.coal_rule]:
            room_left = _green_room(draft, state, chain, province)
            if room_left < starts:
                draft.capped(chain.room, "power_short", reads=(province.green_kw, state.coal_rule))
            starts = min(starts, room_left)
        if not row[province.blockade]:
            _divide_starts(draft, state, chain, province, starts, investors, weights)


def _report_limits(draft: Draft, chain: ChainPlace, best: int) -> None:
    """Say when nobody is eager to build, when somebody could not be more so, and full clusters."""
    reads = (chain.home_price, chain.mineral.expected_price)
    if not best:
        draft.capped(chain.room, "no_plant_pays", reads=reads)
    elif best == BP:
        draft.capped(chain.room, "appetite_full", reads=reads)
    if neighbours(draft, chain, draft.parameters.cluster_capital) > (
        draft.parameters.cluster_capital_most
    ):
        draft.capped(chain.room, "cluster_most", reads=(chain.plant_feed,))


def _need(draft: Draft, chain: ChainPlace, closure: int, capacity: int) -> int:
    """R17: buyers bring plants only for ore they cannot get elsewhere.

    Three years ahead: ``residual = demand - sum of what rivals can reach``;
    ``need = residual - mine capacity x (1 - closure)``, at most a year's mine growth above
    capacity; ``switchability = 1 - residual / (mine capacity x closure)``.
    """
    row, p = draft.row, draft.parameters
    mineral = chain.mineral
    ahead = draft.turn + p.look_ahead_years * 12 // draft.months
    demand = part(of_turn(draft, mineral.spec, ahead), BP - row[mineral.lost_demand])
    if draft.layout.substitutes:
        demand += gained(draft, mineral)
    others = sum(
        min(r.spec.ceiling, row[r.output] + p.look_ahead_years * r.spec.speed)
        if not r.spec.path
        else max(row[r.output], r.spec.path[ahead])
        for r in mineral.rivals
    )
    for state in draft.layout.states:
        for other in state.chains:
            if other.mineral is mineral and other is not chain:
                for item in other.fields:
                    grown = row[item.capacity] + p.look_ahead_years * part(
                        row[item.capacity], item.spec.growth
                    )
                    others += part(grown, BP - row[other.closed])
    residual = demand - others
    growth = max(item.spec.growth for item in chain.fields)
    need = min(residual - part(capacity, BP - closure), part(capacity, BP + growth))
    reads = (chain.closed, mineral.lost_demand, *(r.output for r in mineral.rivals))
    draft.put(chain.need, max(0, need), "need", MARKET, reads)
    if need == part(capacity, BP + growth):
        draft.capped(chain.need, "need_most", reads=reads)
    withheld = part(capacity, closure)
    switchable = BP - clamp(ratio(max(0, residual), withheld)) if withheld else BP
    draft.put(chain.switchable, switchable, "switchability", MARKET, reads)
    return max(0, need)


def _natural_growth(draft: Draft, chain: ChainPlace) -> int:
    """Return demand growth times the state's share of world supply, kg a year (R18)."""
    demand = chain.mineral.spec.demand
    step = 12 // draft.months
    growth = demand[draft.turn + step] - demand[draft.turn]
    share = ratio(draft.row[chain.mined], draft.row[chain.mineral.demand])
    return part(max(0, growth), share)


def _working_at(draft: Draft, chain: ChainPlace, gap: int, capacity: int) -> int:
    """Return the share of mines that would work at the expected home price, bp."""
    row = draft.row
    parity = part(row[chain.mineral.expected_price], chain.mineral.spec.ore_share)
    price = part(part(parity, BP - gap), BP - row[chain.royalty])
    total = 0
    for item in chain.fields:
        spec = item.spec
        share = clamp(ratio(price - spec.cost_low, spec.cost_high - spec.cost_low))
        total += part(row[item.capacity], share)
    return ratio(total, capacity)


def _investors(draft: Draft, state: StatePlace, standards: int) -> list[Investor]:
    found = [x for x in _capital_of(draft.level) if standards >= x.threshold]
    return _wary(draft, state, found) if draft.layout.has_sites else found


@lru_cache(maxsize=64)
def _capital_of(level: Level) -> tuple[Investor, ...]:
    """Return all the capital that a level's plants may come from; it stays the same all game."""
    p = level.parameters
    found = [Investor(HOME, p.home_hurdle, 0, p.home_weight, coal=True)]
    found += [Investor(x.id, x.hurdle, x.threshold, x.weight, x.coal) for x in level.partners]
    return tuple(x for x in found if x.weight)


def _capital_left(draft: Draft, investors: list[Investor]) -> int:
    """Return the share of capital that the terms of entry have not turned away, bp (R45b)."""
    usual = {x.id: x.weight for x in draft.level.partners}
    whole = sum(usual.get(x.id, x.weight) for x in investors)
    return ratio(sum(x.weight for x in investors), whole)


def _wary(draft: Draft, state: StatePlace, found: list[Investor]) -> list[Investor]:
    """Return the investors left by risk, terms and registers, with what they ask (R43, R45b)."""
    exits = {x.id: x.exit_at for x in draft.level.partners}
    extra = risk_premium(draft, state) + register_hurdle(draft, state)
    left = []
    for x in found:
        at_home = x.id == HOME
        if not bears(draft, state, exits.get(x.id, BP)):
            continue
        accepts = accepts_terms(draft, state, x.threshold, at_home)
        asked = 0 if at_home else extra
        if accepts and not asked:
            left.append(x)
            continue
        weight = x.weight if accepts else terms_weight(draft, state, x.weight)
        left.append(replace(x, hurdle=x.hurdle + asked, weight=weight, on_terms=accepts))
    return left


def _margin(draft: Draft, state: StatePlace, chain: ChainPlace, gap: int, holiday: int) -> int:
    """R19: return what a plant keeps a year, US cents per tonne of feed.

    ``(metal value - expected home ore price - running cost) x (1 - tax after holiday)
    x (1 - state share / 2)``.
    """
    row, p, spec = draft.row, draft.parameters, chain.mineral.spec
    expected = row[chain.mineral.expected_price]
    metal = part(
        part(expected_metal(draft, chain), spec.refined_share), expected_recovery(draft, chain)
    )
    if chain.fed in draft.layout.tariffs:
        metal = part(metal, BP - tariffs.cost(draft, state, chain))
    ore = part(part(expected, spec.ore_share), BP - gap)
    running = running_cost(draft, state, chain)
    tax = max(0, p.profit_tax - p.holiday_year_value * holiday)
    margin = part(metal - ore - running, BP - tax)
    return part(margin, BP - part(p.share_drag, row[chain.state_share]))


def _appetites(
    draft: Draft, state: StatePlace, chain: ChainPlace, investors: list[Investor], gap: int
) -> list[int]:
    """R19: a partner builds when the return beats its hurdle; full appetite 15 points above.

    ``return = margin / capital cost``; capital cost depends on whether the investor may and will
    use coal. R38a: a shared family of standards lowers the hurdle by 1.5 points, another raises it.
    """
    span = draft.parameters.appetite_span
    margin = _margin(draft, state, chain, gap, draft.row[chain.holiday])
    clean = ratio(margin, capital_cost(draft, chain, coal=False) * 100)
    dirty = clean
    if not draft.row[state.coal_rule]:
        dirty = ratio(margin, capital_cost(draft, chain, coal=True) * 100)
    secure = offtakes.security(draft, state, chain) if draft.contracts else 0
    least = draft.parameters.policy_hurdle
    eased = [min(secure, max(0, x.hurdle - least)) for x in investors]
    if draft.layout.agreements:
        cuts = [agreements.hurdle_cut(draft, state, x.id) for x in investors]
        eased = [less + more for less, more in zip(eased, cuts, strict=True)]
    if draft.region is not None:
        friends = [region.club_hurdle(draft, state, chain, x.id) for x in investors]
        eased = [less + more for less, more in zip(eased, friends, strict=True)]
    if all(x.on_terms for x in investors):
        left = [(dirty if x.coal else clean) - x.hurdle for x in investors]
    else:
        taxed = _margin(draft, state, chain, gap, 0)
        left = [_left_to(x, dirty if x.coal else clean, margin, taxed) for x in investors]
    if state.family:
        leans = draft.parameters.family_hurdle
        shared = [0 if x.id == HOME else leaning(draft, state, x.id, leans) for x in investors]
        eased = [a + b for a, b in zip(eased, shared, strict=True)]
    return [clamp(muldiv(kept + less, BP, span)) for kept, less in zip(left, eased, strict=True)]


def _left_to(investor: Investor, earned: int, margin: int, taxed: int) -> int:
    """Return the return above the hurdle, bp, of an investor with or without the holiday."""
    kept = BP if investor.on_terms else ratio(taxed, margin)
    return part(earned, kept) - investor.hurdle


def _gate(draft: Draft, chain: ChainPlace, province: ProvincePlace) -> int:
    """R20: the weakest of infrastructure, local consent and technology sets the pace.

    Infrastructure grows with neighbours: + 250 per 1 % of world demand refined at home.
    """
    p, row = draft.parameters, draft.row
    share = neighbours(draft, chain, p.cluster_infrastructure)
    consent = BP - max(0, row[province.grievance] - p.consent_from) // 2
    technology = row[chain.know_how.ceiling] if chain.know_how else BP
    return clamp(min(row[province.infrastructure] + share, consent, technology))


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


def _divide_starts(
    draft: Draft,
    state: StatePlace,
    chain: ChainPlace,
    province: ProvincePlace,
    starts: int,
    investors: list[Investor],
    weights: list[int],
) -> None:
    """R20a: starts are shared by weight x appetite; below the smallest plant nobody builds."""
    p = draft.parameters
    capital = capital_cost(draft, chain, coal=True)
    smallest = muldiv(p.smallest_plant_usd_m * MILLION, 1_000, capital)
    if starts < smallest:
        if starts:
            draft.capped(chain.room, "too_small", reads=(chain.need, province.infrastructure))
        return
    keys = [investor.id for investor in investors]
    shares = split(starts, weights, keys)
    wanted = [
        weight if share >= smallest else 0 for weight, share in zip(weights, shares, strict=True)
    ]
    if not any(wanted):
        wanted[max(range(len(weights)), key=lambda i: (weights[i], keys[i]))] = 1
    for investor, feed in zip(investors, split(starts, wanted, keys), strict=True):
        if feed >= smallest:
            coal = investor.coal and not draft.row[state.coal_rule]
            begin_plant(
                draft, state, chain, province, investor.id, feed, coal, f"partner:{investor.id}"
            )


def begin_plant(
    draft: Draft,
    state: StatePlace,
    chain: ChainPlace,
    province: ProvincePlace,
    owner: str,
    feed: int,
    coal: bool,
    cause: str,
    share: int = -1,
) -> None:
    """Begin a plant. The government buys its share of the capital; it is not a gift (S04).

    The builder spends part of the bill at home. A share that the treasury cannot pay is not
    bought.

    Args:
        share: Share the government wants, bp; -1 takes what its standing rule demands.
    """
    row, p, outside = draft.row, draft.parameters, draft.layout.world.outside
    cost = muldiv(feed, capital_cost(draft, chain, coal), 1_000)
    share = row[chain.state_share] if share < 0 else share
    bought = part(cost, share)
    if bought > max(0, row[state.treasury]) and owner != state.spec.id:
        share = bought = 0
    spend(draft, state, outside, bought, "share_bought", (chain.state_share,), cause)
    payer = draft.layout.firms.get(owner, state.owners)
    reads = (chain.room,)
    draft.move(payer, outside, cost - bought, "building_bill", cause, reads)
    local = part(cost, p.build_local)
    earn(draft, state, outside, state.suppliers, local, "building_bill", reads, cause)
    opens = draft.turn + max(1, p.build_months // draft.months)
    threshold = next((x.threshold for x in draft.level.partners if x.id == owner), 0)
    on_terms = accepts_terms(draft, state, threshold, owner in (HOME, state.spec.id))
    count_begun(draft, state, cost, on_terms, cause)
    plant = Plant(
        id=_free_name(draft, f"{state.spec.id}.{province.spec.id}.{owner}.{draft.stamp}"),
        state=state.spec.id,
        province=province.spec.id,
        mineral=chain.mineral.spec.id,
        feed=feed,
        owner=owner,
        state_share=share,
        coal=coal,
        opens=opens,
        holiday_until=opens + (row[chain.holiday] * 12 // draft.months if on_terms else 0),
        cost=cost,
    )
    draft.plants.add(plant)
    draft.add(chain.invested, cost, "plant_begun", cause, (chain.room, chain.home_price))
    draft.add(chain.pipeline_feed, feed, "plant_begun", cause, (chain.room,))
    draft.note("plant_begun", cause, plant.id, (chain.room, chain.need))


def _free_name(draft: Draft, wanted: str) -> str:
    name, suffix = wanted, "b"
    while name in draft.plants:
        name, suffix = f"{wanted}{suffix}", chr(ord(suffix) + 1)
    return name


def _follow_with_mines(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R23: mines follow the plants, or the buyers abroad while exports are allowed and sold out.

    Goal = (plants and pipeline) x 1.15; or growth at the field's own pace, slower once less than
    all of the offer is sold, none below 80 %. Miners who hear of a ban stop growing. Idle
    capacity is lost at 10 % a year.
    """
    row, p = draft.row, draft.parameters
    goal = part(row[chain.plant_feed] + row[chain.pipeline_feed], p.mine_margin)
    capacity = sum(row[item.capacity] for item in chain.fields)
    sold = clamp(ratio(row[chain.exports] + row[chain.leak], row[chain.offered]))
    open_port = BP - max(row[chain.closed], row[chain.ban_next] if row[chain.ban_due] else 0)
    pull = part(clamp(5 * (sold - 8_000)), open_port)
    for item in chain.fields:
        working = row[item.working]
        fastest = part(row[item.capacity], part(item.spec.growth, BP - row[state.eia] // 4))
        if draft.layout.has_sites:
            fastest = part(part(fastest, growth_left(draft, state)), paper_growth(draft, item))
        grow = 0
        if goal > capacity:
            grow = min(fastest, muldiv(goal - capacity, row[item.capacity], max(1, capacity)))
        if working > 5_000:
            grow = max(grow, part(part(fastest, pull), 2 * (working - 5_000)))
        if draft.layout.concessions:
            grow -= part(grow, _held_back(draft, item.capacity))
        draft.put(
            item.building,
            grow,
            "mines_follow",
            MARKET,
            (chain.plant_feed, chain.pipeline_feed, chain.exports),
        )
        idle = row[item.capacity] - muldiv(row[item.output], 12, draft.months)
        if idle > row[item.capacity] // 10:
            lost = draft.yearly(part(idle, p.mine_rot))
            draft.add(item.capacity, -lost, "mines_rot", MARKET, (chain.mined,))


def _held_back(draft: Draft, capacity: int) -> int:
    """Return the part of a field's growth that its firm holds back during talks, bp (R60)."""
    return sum(draft.row[x.held] for x in draft.layout.concessions if x.field.capacity == capacity)


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
