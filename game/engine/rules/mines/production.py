"""Production: which mines work, what they get at home, what is offered abroad (R4-R7; S01, S23)."""

from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio, split
from game.engine.rules.mines.ground import allowed_share
from game.engine.rules.mines.holders import held_flow, holder_cost, unreached_in
from game.engine.rules.mines.licences import paper_flow
from game.engine.rules.partners import offtakes
from game.engine.rules.partners.far import freight_cut
from game.engine.rules.plants.inputs import allowed, extra_cost
from game.engine.rules.plants.know_how import recovery
from game.engine.rules.region import effects as region
from game.engine.rules.trade.outlets import share_working


def resolve(draft: Draft) -> None:
    """Price ore at home, find the mines that pay, feed the home plants, offer the rest abroad."""
    for state in draft.layout.states:
        _blockades(draft, state)
        for chain in state.chains:
            price_at_home(draft, chain)
            _mine_and_offer(draft, state, chain)


def _blockades(draft: Draft, state: StatePlace) -> None:
    """R28: grievance above a threshold closes roads: chance a year = (grievance - 4,000) / 2."""
    p = draft.parameters
    for province in state.provinces:
        chance = (draft.row[province.grievance] - p.blockade_from) // 2
        if chance > 0 and draft.chance("blockade", f"{state.spec.id}.{province.spec.id}", chance):
            draft.put(province.blockade, 1, "blockade", RULE, (province.grievance,))
            draft.note("blockade", RULE, province.spec.id, (province.grievance,))


def price_at_home(draft: Draft, chain: ChainPlace) -> None:
    """R4 and R5: the price abroad after the buyer's markdown, and what ore fetches at home.

    R4: ``export price = world price x ore share x (1 - markdown)``; a state with one customer is
    paid less: ``markdown = most x (HHI - 2,500) / 7,500 x (1 - relief)``.
    R5: ``home price = parity x (1 - max(gap, tax, markdown))``; the more ore lacks a buyer at
    home, or the more one owner dominates the plants, the cheaper it gets, down to half (H065).
    """
    p, row = draft.parameters, draft.row
    mineral = chain.mineral
    capacity = sum(row[item.capacity] for item in chain.fields)
    parity = part(row[mineral.price], mineral.spec.ore_share)
    hhi = draft.before[chain.buyer_hhi] or _first_hhi(chain)
    above = max(0, hhi - p.markdown_from)
    relief = part(ratio(row[chain.plant_feed], capacity), 5_000)
    if relief > p.markdown_relief:
        relief = p.markdown_relief
        if above:
            draft.capped(chain.export_price, "relief_most", reads=(chain.plant_feed,))
    markdown = part(muldiv(p.markdown_most, above, BP - p.markdown_from), BP - relief)
    if draft.pacts:
        markdown = region.markdown_after(draft, draft.state(chain.state), chain, markdown)
    gap = home_gap(draft, chain, row[chain.closed], capacity)
    cut = max(gap, max(row[chain.tax], markdown))
    draft.put(
        chain.export_price,
        part(parity, BP - markdown - freight_cut(draft)),
        "price_received",
        MARKET,
        (mineral.price, chain.buyer_hhi),
    )
    draft.put(
        chain.home_price,
        part(parity, BP - cut),
        "home_price",
        MARKET,
        (mineral.price, chain.closed, chain.tax, chain.owner_share),
    )


def home_gap(draft: Draft, chain: ChainPlace, closed: int, capacity: int) -> int:
    """Return how far home ore falls below parity when a share may not leave, bp (R5)."""
    p, row = draft.parameters, draft.row
    plants = row[chain.plant_feed]
    surplus = BP - clamp(ratio(plants, capacity))
    large = plants * BP > capacity * p.home_gap_owner_from
    pressure = max(surplus, row[chain.owner_share] if large else 0)
    return part(part(p.home_gap_most, closed), pressure)


def _first_hhi(chain: ChainPlace) -> int:
    """Return the concentration of all buyers, for a state that sold nothing yet."""
    shares = chain.mineral.ore_buying
    whole = sum(shares)
    return sum(ratio(share, whole) ** 2 for share in shares) // BP


def _mine_and_offer(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R6 and R7: a mine works only if its price covers its cost; home plants are fed first.

    ``share working = (price - low) / (high - low)``; costs are spread evenly. What is left after
    the plants may be offered abroad as far as ban, duty and quota allow.
    """
    row = draft.row
    capacity = sum(row[item.capacity] for item in chain.fields)
    feed_wanted = draft.yearly(sum(group.feed for group in draft.groups[chain.fed]))
    feed_wanted -= _lost_to_accidents(draft, state, chain)
    if chain.outlet:
        share = share_working(draft, state, chain, recovery(draft, chain))
        feed_wanted = part(max(0, feed_wanted), share)
    usual = allowed(draft, chain)
    feed_wanted = part(feed_wanted, usual) if usual < BP else feed_wanted
    dearer = BP + extra_cost(draft, chain)
    can_mine = []
    for item in chain.fields:
        low, high = part(item.spec.cost_low, dearer), part(item.spec.cost_high, dearer)
        if item.hold is not None:
            taxed = holder_cost(draft, item)
            low, high = low + taxed, high + taxed
        working = _share_working(draft, chain, low, high, capacity)
        draft.put(
            item.working, working, "mines_working", MARKET, (chain.home_price, chain.export_price)
        )
        can = min(part(row[item.capacity], working), row[item.reserves])
        if row[item.reserves] < part(row[item.capacity], working):
            draft.capped(item.output, "ground_empty", reads=(item.reserves,))
        if row[item.licence]:
            can = part(can, allowed_share(draft, item))
        if item.hold is not None:
            can = part(can, held_flow(draft, state, item))
        if item.papers is not None:
            can = part(can, paper_flow(draft, item))
        if usual < BP:
            can = part(can, usual)
        can_mine.append(draft.yearly(can) if draft.months != 12 else can)
    for province in state.provinces:
        if row[province.blockade]:
            for place, item in enumerate(chain.fields):
                if item.spec.province == province.spec.id:
                    can_mine[place] = part(can_mine[place], BP - draft.parameters.blockade_loss)
    if draft.region is not None:
        kept = region.output_allowed(draft, state, chain)
        can_mine = [part(can, kept) for can in can_mine] if kept < BP else can_mine
    available = sum(can_mine)
    fed = min(feed_wanted, available)
    draft.put(chain.fed, fed, "home_first", RULE, (chain.plant_feed,))
    open_share = min(BP - row[chain.closed], row[chain.quota])
    if draft.layout.has_sites:
        open_share = max(open_share, unreached_in(draft, chain.fields))
    may_leave = part(available, open_share)
    draft.put(
        chain.offered,
        min(available - fed, may_leave),
        "offer_abroad",
        RULE,
        (chain.closed, chain.quota, chain.fed),
    )
    if draft.contracts:
        offtakes.load(draft, state, chain, available)
    outputs = split(available, can_mine, [item.spec.id for item in chain.fields])
    for i, item in enumerate(chain.fields):
        draft.put(item.output, outputs[i], "mine_output", RULE, (item.working,))


def _lost_to_accidents(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R29: after an accident the plants of its province feed 5 % less in the next turn, kg."""
    lost = 0
    for province in state.provinces:
        if draft.before[province.accident]:
            feed = sum(
                plant.feed
                for plant in draft.plants.of_chain(state.spec.id, chain.mineral.spec.id)
                if plant.province == province.spec.id and plant.opens <= draft.turn
            )
            lost += draft.yearly(part(feed, draft.parameters.accident_output))
    return lost


def _share_working(draft: Draft, chain: ChainPlace, low: int, high: int, capacity: int) -> int:
    row = draft.row
    at_home = clamp(ratio(row[chain.plant_feed], capacity))
    tax, royalty = row[chain.tax], row[chain.royalty]
    if draft.layout.has_sites:
        lawful = BP - unreached_in(draft, chain.fields)
        tax, royalty = part(tax, lawful), part(royalty, lawful)
    abroad = part(row[chain.export_price], BP - tax)
    if row[chain.closed] >= BP:
        at_home = BP
    price = part(row[chain.home_price], at_home) + part(abroad, BP - at_home)
    net = part(price, BP - royalty)
    return clamp(ratio(net - low, high - low))
