"""Markets: who buys, who fills the gap, and the new world price (R7-R13).

Systems S25, S26, S28, S42, S55.
"""

from game.engine.draft import MARKET, RULE, Draft
from game.engine.draws import draw
from game.engine.figures.variables import ChainPlace, MineralPlace, StatePlace
from game.engine.layout.layout import Sellers
from game.engine.numbers import BP, clamp, muldiv, part, ratio, split, split_capped
from game.engine.rules.mines.holders import unreached_in
from game.engine.rules.partners import offtakes
from game.engine.rules.people.care import leak_left
from game.engine.rules.plants.families import leaning
from game.engine.rules.plants.know_how import recovery
from game.engine.rules.plants.recycling import recycled_supply
from game.engine.rules.region import effects as region
from game.engine.rules.state import savings
from game.engine.rules.trade import demand, nearby, tariffs
from game.engine.rules.trade.controls import new_outside_price, outside_market, usual_stock


def resolve(draft: Draft) -> None:
    """Clear each mineral's ore market, then set its price."""
    if draft.layout.substitutes:
        demand.substitute(draft)
    for mineral in draft.layout.minerals:
        sellers = draft.layout.sellers[mineral.spec.id]
        chains = [chain for _, chain in sellers]
        need = part(
            draft.yearly(demand.of_turn(draft, mineral.spec, draft.turn)),
            BP - draft.row[mineral.lost_demand],
        )
        if draft.layout.substitutes:
            need += draft.yearly(demand.gained(draft, mineral))
        draft.put(mineral.demand, need, "demand", MARKET, (mineral.lost_demand,))
        rivals = _rivals(draft, mineral, chains)
        _sell_abroad(draft, mineral, chains, rivals)
        for state, chain in sellers:
            _rush(draft, state, chain)
            _leak(draft, state, chain)
            _take_from_ground(draft, chain)
        _stocks_and_price(draft, mineral, sellers, rivals)


def _rivals(draft: Draft, mineral: MineralPlace, chains: list[ChainPlace]) -> int:
    """R10: rivals keep part of demand growth, fill real shortages, and retreat from surplus.

    R39a: a rival with a dated plan builds what the plan says, whatever demand does; the surplus
    presses the price. It fills shortages too, up to its ceiling.

    Returns the rivals' supply this turn, with metal from scrap, kg.
    """
    row = draft.row
    growth = ratio(mineral.spec.demand[draft.turn], mineral.spec.demand[0]) - BP
    usual = [
        min(part(r.spec.output, BP + part(growth, r.spec.keeps)), r.spec.ceiling)
        if not r.spec.path
        else r.spec.path[draft.turn]
        for r in mineral.rivals
    ]
    supply = draft.yearly(sum(usual) + sum(row[r.surge] for r in mineral.rivals))
    recycled = recycled_supply(draft, mineral, chains)
    supply += sum(row[c.fed] + row[c.offered] for c in chains) + recycled
    short = row[mineral.demand] - supply
    if short > 0:
        yearly = muldiv(short, 12, draft.months)
        rooms = [
            max(0, min(draft.yearly(r.spec.speed), r.spec.ceiling - usual[i] - row[r.surge]))
            for i, r in enumerate(mineral.rivals)
        ]
        added = split_capped(yearly, rooms, rooms, [r.spec.id for r in mineral.rivals])
    else:
        retreat = draft.yearly(draft.parameters.rival_retreat)
        added = [-part(row[r.surge], retreat) for r in mineral.rivals]
    for i, rival in enumerate(mineral.rivals):
        reads = tuple(chain.offered for chain in chains)
        if short > 0 and usual[i] + row[rival.surge] + added[i] >= rival.spec.ceiling:
            draft.capped(rival.output, "rivals_full", reads=reads)
        over = usual[i] + row[rival.surge] + added[i] - max(rival.spec.ceiling, usual[i])
        over = max(0, over)
        draft.add(rival.surge, added[i] - over, "rivals_answer", MARKET, reads)
        draft.put(
            rival.output, usual[i] + row[rival.surge], "rivals_answer", MARKET, (rival.surge,)
        )
    return sum(draft.yearly(row[r.output]) for r in mineral.rivals) + recycled


def _sell_abroad(
    draft: Draft, mineral: MineralPlace, chains: list[ChainPlace], rivals: int
) -> None:
    """R7: foreign buyers take from the states what rivals do not supply, shared by offers.

    What was promised under a contract with a price of its own goes first, in a glut too.
    """
    row = draft.row
    fed = sum(row[chain.fed] for chain in chains)
    missing = max(0, usual_stock(draft, mineral) - row[mineral.stock])
    restock = draft.yearly(part(missing, draft.parameters.buyer_restock))
    residual = max(0, row[mineral.demand] - rivals - fed + restock)
    tied = [offtakes.loaded(draft, chain) for chain in chains]
    offers = [row[x.offered] - sure for x, sure in zip(chains, tied, strict=True)]
    residual = max(0, residual - sum(tied))
    sold = split_capped(residual, offers, offers, [chain.state for chain in chains])
    for chain, sure, free in zip(chains, tied, sold, strict=True):
        amount = sure + free
        reads: tuple[int, ...] = (chain.offered,)
        if draft.detail:
            reads += tuple(c.offered for c in chains if c is not chain)
        draft.put(chain.exports, amount, "sold_abroad", MARKET, reads)


def _rush(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R8: buyers told of a ban within a year try to store 70 % of the coming loss."""
    row, p = draft.row, draft.parameters
    due = row[chain.ban_due]
    if not due or (due - draft.turn) * draft.months > 12 or row[chain.ban_next] <= row[chain.ban]:
        return
    lost = part(
        row[chain.exports], ratio(row[chain.ban_next] - row[chain.ban], BP - row[chain.ban])
    )
    if draft.layout.has_sites:
        lost = part(lost, BP - unreached_in(draft, chain.fields))
    wish = part(part(lost, p.frontload_share), 5_000 + row[state.credibility] // 2)
    capacity = draft.yearly(sum(row[item.capacity] for item in chain.fields))
    room = part(capacity, BP + p.frontload_extra) - row[chain.fed] - row[chain.exports]
    extra = max(0, min(wish, room, _left_in_ground(draft, chain)))
    draft.put(chain.rush, extra, "rush", MARKET, (chain.ban_due, chain.exports, state.credibility))
    draft.add(chain.exports, extra, "rush", MARKET, (chain.rush,))


def _left_in_ground(draft: Draft, chain: ChainPlace) -> int:
    """Return what a rush may dig above what is mined anyway, kg, where mines work at all."""
    row = draft.row
    spare = sum(row[x.reserves] - row[x.output] for x in chain.fields if row[x.output])
    return spare + row[chain.offered] - row[chain.exports]


def _leak(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R9: smuggling needs a price gap, an old trade route and weak control.

    ``leak = min(forbidden ore, old trade) x 4,000 x gap x (1 - enforcement)``; taxed ore is
    under-declared in the same way, with the tax as gap. Data shared with the buyer's customs
    halves both. Old trade is the legal trade remembered; it fades 10 % a year.
    """
    row, p = draft.row, draft.parameters
    control = BP - row[state.enforcement]
    if row[state.customs_link]:
        control //= 2
    control = part(control, leak_left(draft, state))
    ready = sum(row[item.output] for item in chain.fields)
    forbidden = max(0, ready - row[chain.fed] - row[chain.offered])
    route = min(forbidden, draft.yearly(row[chain.old_trade]))
    gap = ratio(row[chain.export_price] - row[chain.home_price], row[chain.export_price])
    leak = part(part(part(route, p.leak_rate), clamp(gap)), control)
    hidden = part(part(part(row[chain.exports], p.leak_rate), row[chain.tax]), control)
    reads = (chain.closed, chain.home_price, chain.tax, state.enforcement, state.customs_link)
    draft.add(chain.exports, -hidden, "under_declared", MARKET, (chain.tax, state.enforcement))
    draft.put(chain.leak, leak + hidden, "leakage", MARKET, reads)
    faded = row[chain.old_trade] - part(row[chain.old_trade], draft.yearly(p.old_trade_fade))
    legal = muldiv(row[chain.exports], 12, draft.months)
    draft.put(chain.old_trade, max(faded, legal), "old_routes", MARKET, (chain.exports,))


def _take_from_ground(draft: Draft, chain: ChainPlace) -> None:
    """Mines dig what found a buyer; every kilogram leaves the ground and goes somewhere."""
    row = draft.row
    wanted = row[chain.fed] + row[chain.exports] + row[chain.leak]
    outputs = [row[item.output] for item in chain.fields]
    reserves = [row[item.reserves] for item in chain.fields]
    keys = [item.spec.id for item in chain.fields]
    weights = [min(output, reserves[i]) for i, output in enumerate(outputs)]
    dug = split_capped(wanted, weights, reserves, keys)
    refined = part(row[chain.fed], recovery(draft, chain))
    mined = 0
    for i, item in enumerate(chain.fields):
        amount = dug[i]
        draft.put(item.output, amount, "mine_output", MARKET, (chain.exports, chain.fed))
        draft.move(
            item.reserves, chain.mineral.abroad, amount, "ore_shipped", MARKET, (chain.exports,)
        )
        mined += amount
    draft.move(chain.mineral.abroad, chain.losses, row[chain.fed] - refined, "refining_loss", RULE)
    draft.put(chain.mined, mined, "mine_output", MARKET, (chain.exports, chain.fed, chain.leak))
    draft.put(chain.refined, refined, "refined", RULE, (chain.fed,))
    parts = min(draft.yearly(row[chain.components]), refined)
    draft.put(chain.component_output, parts, "components_made", RULE, (chain.components,))
    if chain.fed in draft.layout.stores:
        savings.store(draft, chain)


def _stocks_and_price(draft: Draft, mineral: MineralPlace, sellers: Sellers, rivals: int) -> None:
    """R11-R13: holders fill part of a gap, the rest moves the price; lasting highs teach thrift."""
    row, p = draft.row, draft.parameters
    chains = [chain for _, chain in sellers]
    supply = rivals + sum(row[chain.mined] for chain in chains)
    if draft.layout.stores:
        supply -= savings.withheld(draft, chains)
    gap = row[mineral.demand] - supply
    used, withheld = row[mineral.demand], 0
    safety = muldiv(mineral.spec.demand[draft.turn], mineral.spec.safety_months, 12)
    control = mineral.control
    if control:
        gap = outside_market(draft, mineral, control, sellers, supply)
        used -= row[control.demand]
        withheld = row[control.usual_shipments] - row[control.shipments]
        safety = part(safety, control.spec.inside)
    reads = tuple(chain.exports for chain in chains) + tuple(chain.fed for chain in chains)
    if gap > 0:
        released = p.stock_release
        if draft.region is not None:
            released = region.stock_release(draft, mineral.spec.id, released)
        release = min(part(gap, released), max(0, row[mineral.stock] - safety))
        if release < part(gap, released):
            draft.capped(mineral.stock, "stores_empty", reads=reads)
        draft.move(mineral.stock, mineral.abroad, release, "stock_drawn", MARKET, reads)
        draft.put(mineral.released, release, "stock_drawn", MARKET, reads)
        gap -= release
    else:
        stored = min(-gap, _store_room(draft, mineral) + withheld)
        if stored < -gap:
            draft.capped(mineral.stock, "stores_full", reads=reads)
        draft.move(mineral.abroad, mineral.stock, stored, "stock_built", MARKET, reads)
        draft.put(mineral.hoarded, stored, "stock_built", MARKET, reads)
        gap += stored
    draft.put(mineral.unmet, max(0, gap), "unmet", MARKET, reads)
    _scarcity(draft, mineral, ratio(gap, used))
    _fear(draft, mineral, sellers)
    _new_price(draft, mineral)
    if row[mineral.scarcity] > 0:
        lost = draft.yearly(part(p.substitution_speed, row[mineral.scarcity]))
        draft.add(mineral.lost_demand, lost, "substitution", MARKET, (mineral.scarcity,))


def _store_room(draft: Draft, mineral: MineralPlace) -> int:
    """R11a: in a turn buyers store at most a usual stock, and never more than their stores hold."""
    spec, demand = mineral.spec, mineral.spec.demand[draft.turn]
    room = muldiv(demand, spec.stock_months, 12)
    if not spec.most_months:
        return room
    full = max(0, muldiv(demand, spec.most_months, 12) - draft.row[mineral.stock])
    return min(room, full)


def _scarcity(draft: Draft, mineral: MineralPlace, missing: int) -> None:
    """R11: each 1 % of supply still missing raises the price 2 %; it fades 15 % a month."""
    p, row = draft.parameters, draft.row
    if missing >= 0:
        target = part(missing, p.scarcity_factor)
    else:
        target = max(-p.glut_floor, part(missing, p.glut_factor))
        if target == -p.glut_floor:
            draft.capped(mineral.scarcity, "glut_floor", reads=(mineral.hoarded,))
    now = row[mineral.scarcity]
    faded = target + part(now - target, draft.layout.fade_bp)
    new = target if target > now else faded
    draft.put(mineral.scarcity, new, "scarcity", MARKET, (mineral.unmet, mineral.released))


def _fear(draft: Draft, mineral: MineralPlace, sellers: Sellers) -> None:
    """R12: markets price a feared loss before it happens; a loss already believed is no news.

    On announcement 2.7 x (lost world share - 1 %) x credibility; on entry into force the same
    x (1 - credibility then); all of it where nothing was announced. Lost is the part of present
    trade that the closing port takes.
    """
    row = draft.row
    shock = 0
    reads: list[int] = []
    for state, chain in sellers:
        rise = row[chain.closed] - draft.before[chain.closed]
        coming = row[chain.ban_next]
        if draft.layout.has_sites:
            coming = min(coming, BP - unreached_in(draft, chain.fields))
        news = coming - max(draft.before[chain.ban_next], row[chain.closed])
        still_open = max(1, BP - draft.before[chain.closed])
        belief = row[state.credibility]
        trade = max(row[chain.exports], draft.before[chain.exports])
        if not trade and not draft.turn:  # nothing to look back on in a bare world
            trade = max(trade, sum(row[item.capacity] for item in chain.fields) - row[chain.fed])
        if row[chain.ban_due] and news > 0:
            shock += _feared(draft, mineral, muldiv(trade, news, still_open), belief)
            reads.append(chain.ban_next)
        elif rise > 0:
            told = draft.before[chain.ban_due] or draft.before[chain.duty_due]
            doubted = BP - belief if told else BP
            shock += _feared(draft, mineral, muldiv(trade, rise, still_open), doubted)
            reads.append(chain.closed)
    left = part(row[mineral.fear], draft.layout.fade_bp)
    draft.put(mineral.fear, max(left, part(shock, BP)), "fear", MARKET, tuple(reads))


def _base(draft: Draft, mineral: MineralPlace, path: tuple[int, ...]) -> int:
    """Return the turn's base price; in an imagined world it is drawn around the last one."""
    if not draft.imagined:
        return path[draft.turn]
    doubt = draft.yearly(draft.parameters.price_doubt)
    swing = draw(draft.seed, draft.turn, "price", mineral.spec.id, 2 * doubt + 1) - doubt
    return part(path[max(0, draft.turn - 1)], BP + swing)


def _feared(draft: Draft, mineral: MineralPlace, lost: int, weight: int) -> int:
    p = draft.parameters
    share = ratio(lost, draft.row[mineral.demand]) - p.fear_threshold
    return part(part(share, p.fear_factor), weight) if share > 0 else 0


def _new_price(draft: Draft, mineral: MineralPlace) -> None:
    """The price: ``base x (1 + the larger of scarcity and the turn's mean of fear)``.

    In a glut fear works against the fall: the two are added.
    """
    row, spec = draft.row, mineral.spec
    base = _base(draft, mineral, spec.fed_price if draft.level.prices_fed else spec.price)
    if draft.level.prices_fed:
        draft.put(mineral.price, base, "price_fed", MARKET)
    else:
        scarcity = row[mineral.scarcity]
        fear = part(row[mineral.fear], draft.layout.fade_mean_bp)
        premium = max(scarcity, fear) if scarcity >= 0 else scarcity + fear
        price = part(base, BP + premium)
        draft.put(mineral.price, price, "world_price", MARKET, (mineral.scarcity, mineral.fear))
    if mineral.control:
        new_outside_price(draft, mineral, base)
    step = muldiv(
        row[mineral.price] - row[mineral.expected_price], 1, draft.parameters.expectation_years
    )
    draft.add(mineral.expected_price, draft.yearly(step), "expectation", MARKET, (mineral.price,))


def share_buyers(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R4a: partners buy by their share of world buying, more where standing is good; HHI follows.

    Plants sell to their owner's country first; what they sell elsewhere follows refined demand.
    R38a: partners who share the state's family of standards buy a fifth more, others a fifth less.
    """
    row, mineral = draft.row, chain.mineral
    ids = mineral.buyers
    welcome = _welcome(draft, state)
    near = nearby.metal_value(draft, chain) if chain.fed in draft.layout.nearby else 0
    ore_value, value = row[chain.ore_value], max(0, row[chain.refined_value] - near)
    tied = _to_owners(draft, chain, value)
    if draft.contracts:
        _promise_metal(draft, state, chain, tied, value)
    metal = _weighted(mineral.metal_buying, welcome)
    if chain.fed in draft.layout.tariffs:
        rates = tariffs.rates(draft, state, chain)
        metal = [part(x, BP - 2 * min(rate, 5_000)) for x, rate in zip(metal, rates, strict=True)]
    free = split(value - sum(tied), metal, ids)
    under = offtakes.sales(draft, chain)[1] if draft.shipments else {}
    ore = split(ore_value - sum(under.values()), _weighted(mineral.ore_buying, welcome), ids)
    bought = [ore[place] + tied[place] + free[place] for place in range(len(ids))]
    if under:
        bought = [amount + under.get(ids[place], 0) for place, amount in enumerate(bought)]
    whole = sum(amount for amount in bought)
    squares = 0
    if near:
        nearby.count(draft, chain, whole)
        others = nearby.shares(draft, chain, near)
        whole += sum(others)
        squares = sum(ratio(amount, whole) ** 2 for amount in others)
    reads = (chain.ore_value, chain.refined_value)
    for place, tie in enumerate(state.ties):
        draft.add(tie.bought, bought[place], "buyers", MARKET, reads)
        share = ratio(bought[place], whole)
        squares += share * share
    hhi = squares // BP
    if draft.pacts:
        hhi = region.concentration_after(draft, state, chain, hhi)
    draft.put(chain.buyer_hhi, hhi, "buyers", MARKET, reads)


def _to_owners(draft: Draft, chain: ChainPlace, value: int) -> list[int]:
    """Return what goes home to each buyer who owns plants, US$: seven tenths of their metal."""
    owned: dict[str, int] = {}
    feed = 0
    for group in draft.groups[chain.fed]:
        owned[group.owner] = group.feed
        feed += group.feed
    tied = []
    for partner in chain.mineral.buyers:
        theirs = owned.get(partner, 0)
        tied.append(muldiv(value, theirs * 7, feed * 10) if theirs else 0)
    return tied


def _welcome(draft: Draft, state: StatePlace) -> list[int]:
    """Return how gladly each partner buys: half for its standing, more or less for its family."""
    row = draft.row
    welcome = [5_000 + row[tie.standing] // 2 for tie in state.ties]
    if state.family:
        pull = draft.parameters.family_pull
        welcome = [
            part(warm, BP + leaning(draft, state, tie.partner, pull))
            for warm, tie in zip(welcome, state.ties, strict=True)
        ]
    return welcome


def _weighted(shares: tuple[int, ...], welcome: list[int]) -> list[int]:
    return [share * welcome[place] for place, share in enumerate(shares)]


def _promise_metal(
    draft: Draft, state: StatePlace, chain: ChainPlace, tied: list[int], value: int
) -> None:
    """Raise what goes to each partner to the share it was promised, as far as metal is left."""
    promised = offtakes.metal_promised(draft, state, chain)
    for index, partner in enumerate(chain.mineral.buyers):
        if partner in promised:
            more = max(0, part(value, promised[partner]) - tied[index])
            tied[index] += min(more, value - sum(tied))
