"""Shares for years: a firm's right to a mine ends on a date, and both sides bargain (R60; S04)."""

from game.engine.definitions.happenings import OfferPlan
from game.engine.draft import RULE, Draft
from game.engine.figures.deals import ConcessionPlace
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, dollars, muldiv, part, ratio
from game.engine.rules.levers import MILLION
from game.engine.rules.plants.building import begin_plant
from game.engine.rules.plants.clusters import capital_cost
from game.engine.rules.state.payments import levy, spend
from game.engine.world import Contract

_FAR_YEARS = 10
"""With more years left than this, talks hold back no more than the usual part of growth."""


def place_of(draft: Draft, concession: str) -> ConcessionPlace:
    """Return the place of a concession."""
    return next(x for x in draft.layout.concessions if x.spec.id == concession)


def years_left(draft: Draft, place: ConcessionPlace) -> int:
    """Return the whole years until the right ends."""
    return max(0, draft.row[place.expires] - draft.turn) * draft.months // 12


def annuity(years: int, hurdle: int) -> int:
    """Return what US$ 1 a year is worth today over some years, bp.

    >>> annuity(1, 1_000), annuity(2, 1_000), annuity(0, 1_000)
    (9091, 17356, 0)
    """
    left, total = BP, 0
    for _ in range(years):
        left = muldiv(left, BP, BP + hurdle)
        total += left
    return total


def talks_open(draft: Draft, place: ConcessionPlace) -> bool:
    """Whether a renewal can be offered now and none of that plan was signed."""
    signed = [x.plan for x in draft.contracts]
    return any(
        plan.concession == place.spec.id
        and plan.first_turn <= draft.turn <= plan.last_turn
        and plan.id not in signed
        for plan in draft.level.offers
    )


def _yearly_now(draft: Draft, place: ConcessionPlace) -> int:
    """Return what the mine earned after tax and royalty in the last turn, US$ a year."""
    before, chain, spec = draft.before, place.chain, place.field.spec
    sold = before[chain.exports] + before[chain.fed]
    if not sold:
        return 0
    income = dollars(before[chain.exports], before[chain.export_price])
    income += dollars(before[chain.fed], before[chain.home_price])
    output = before[place.field.output]
    cost = dollars(output, (spec.cost_low + spec.cost_high) // 2)
    dug = max(1, sum(before[x.output] for x in chain.fields))
    kept = part(muldiv(income, output, dug), BP - before[chain.royalty])
    return _after_tax(draft, place, kept - cost)


def yearly_open(draft: Draft, place: ConcessionPlace) -> int:
    """Return what the mine would earn a year at the price that firms expect, with open ports."""
    row, spec, mineral = draft.row, place.field.spec, place.chain.mineral
    price = part(row[mineral.expected_price], mineral.spec.ore_share)
    net = part(price, BP - row[place.chain.royalty])
    working = clamp(ratio(net - spec.cost_low, spec.cost_high - spec.cost_low))
    volume = part(row[place.field.capacity], working)
    cost = spec.cost_low + part(spec.cost_high - spec.cost_low, working) // 2
    return _after_tax(draft, place, dollars(volume, max(0, net - cost)), flow=False)


def _after_tax(draft: Draft, place: ConcessionPlace, profit: int, flow: bool = True) -> int:
    yearly = muldiv(profit, 12, draft.months) if flow else profit
    kept = yearly - part(max(0, yearly), draft.parameters.mine_tax)
    return part(kept, BP - draft.parameters.mine_reinvest)


def shortfall(draft: Draft, plan: OfferPlan, terms: tuple[int, ...]) -> int:
    """R60: return by how much terms fall short of what the firm has without a deal, bp.

    Without: its share of today's profit for the years left, and of later years what it hopes a
    court gives. With: a smaller share of a longer time, the price of the shares, less what the
    smelter costs. Later years count less by the firm's hurdle: few years left make it give more.
    """
    place = place_of(draft, plan.concession)
    row, spec = draft.row, place.spec
    given = dict(zip((term.name for term in plan.terms), terms, strict=True))
    hurdle = next(x.hurdle for x in draft.level.partners if x.id == spec.partner)
    others = place.field.spec.home_owned
    left = years_left(draft, place)
    most = max(next((x.grid for x in plan.terms if x.name == "years"), (0,)))
    life = row[place.field.reserves] // max(1, row[place.field.capacity])
    near = annuity(min(left, life), hurdle)
    now, later = _yearly_now(draft, place), yearly_open(draft, place)
    mine = max(0, BP - others - row[place.state_share])
    hoped = annuity(min(left + most, life), hurdle) - near
    stay = part(part(now, mine), near) + part(part(part(later, mine), hoped), spec.claim)
    after = max(0, BP - others - max(given.get("share", 0), row[place.state_share]))
    gained = annuity(min(left + given.get("years", 0), life), hurdle) - near
    deal = part(part(now, after), near) + part(part(later, after), gained)
    deal += given.get("price", 0) * MILLION
    pledged = given.get("smelter", 0) * MILLION
    if pledged:
        bill = muldiv(pledged, capital_cost(draft, place.chain, coal=True), 1_000)
        deal -= part(part(bill, draft.parameters.smelter_drag), after)
    return ratio(stay - deal, max(1, stay, part(later, mine)))


def sign(draft: Draft, state: StatePlace, contract: Contract, cause: str) -> int:
    """Carry out a renewal, and return the turn in which the right now ends."""
    place = place_of(draft, _concession(draft, contract))
    reads = (place.expires,)
    partner = next(x for x in draft.layout.partners if x.spec.id == contract.partner)
    price = contract.term("price") * MILLION
    spend(draft, state, partner.owners, price, "mine_share_bought", reads, cause)
    most = BP - place.field.spec.home_owned
    share = min(most, max(contract.term("share"), draft.row[place.state_share]))
    draft.put(place.state_share, share, "mine_share_bought", cause, reads)
    added = contract.term("years") * 12 // draft.months
    draft.add(place.expires, added, "right_prolonged", cause, reads)
    if contract.term("smelter"):
        years = draft.parameters.pledge_years * 12 // draft.months
        draft.put(place.pledge, contract.term("smelter") * MILLION, "smelter_pledged", cause)
        draft.put(place.pledge_due, draft.turn + years, "smelter_pledged", cause)
    return draft.row[place.expires]


def _concession(draft: Draft, contract: Contract) -> str:
    return next(x.concession for x in draft.level.offers if x.id == contract.plan)


def resolve(draft: Draft) -> None:
    """Keep or break pledges, hold investment back during talks, and end rights on their day."""
    for place in draft.layout.concessions:
        state = draft.state(place.spec.state)
        if draft.row[place.pledge]:
            _follow_pledge(draft, state, place)
        if draft.row[place.ended]:
            continue
        if draft.turn >= draft.row[place.expires]:
            _hand_over(draft, state, place)
        elif talks_open(draft, place):
            hold = max(draft.parameters.renewal_hold, BP - years_left(draft, place) * 1_000)
            draft.put(place.held, hold, "held_back", f"partner:{place.spec.partner}")
            lost = part(draft.row[place.field.capacity], draft.parameters.renewal_decay)
            lost = draft.yearly(part(lost, hold))
            reads = (place.held,)
            draft.add(place.field.capacity, -lost, "held_back", RULE, reads)


def _follow_pledge(draft: Draft, state: StatePlace, place: ConcessionPlace) -> None:
    """R60b: a pledged smelter is begun sooner where ore is held back; a late one is paid for.

    ``chance a year = 25 % + half of the share of ore that may not leave``.
    """
    row, p = draft.row, draft.parameters
    province = next(x for x in state.provinces if x.spec.id == place.field.spec.province)
    partner = next(x for x in draft.level.partners if x.id == place.spec.partner)
    coal = partner.coal and not row[state.coal_rule]
    chance = p.pledge_start + row[place.chain.closed] // 2
    cause, reads = f"partner:{partner.id}", (place.pledge, place.chain.closed)
    if draft.chance("pledge", f"{state.spec.id}.{place.spec.id}", chance):
        begin_plant(
            draft,
            state,
            place.chain,
            province,
            partner.id,
            row[place.pledge],
            coal,
            cause,
            row[place.state_share],
        )
    elif draft.turn < row[place.pledge_due]:
        return
    else:
        bill = muldiv(row[place.pledge], capital_cost(draft, place.chain, coal), 1_000)
        owners = next(x.owners for x in draft.layout.partners if x.spec.id == partner.id)
        levy(draft, state, owners, part(bill, p.pledge_penalty), "pledge_broken", reads)
        draft.note("pledge_broken", cause, place.spec.id, reads)
    draft.put(place.pledge, 0, "smelter_pledged", cause, reads)


def _hand_over(draft: Draft, state: StatePlace, place: ConcessionPlace) -> None:
    """R60c: a right that ends without a deal leaves the mine to the state and its own skills.

    ``capacity lost = 60 % x (1 - skills)``; firms elsewhere take note.
    """
    row, p = draft.row, draft.parameters
    partner = place.spec.partner
    draft.put(place.ended, 1, "right_ended", RULE, (place.expires,))
    whole = BP - place.field.spec.home_owned
    draft.put(place.state_share, whole, "right_ended", RULE, (place.expires,))
    lost = part(row[place.field.capacity], part(p.handover_loss, BP - row[state.skills]))
    draft.add(place.field.capacity, -lost, "right_ended", RULE, (state.skills,))
    draft.add(state.credibility, -p.handover_doubt, "right_ended", RULE, (place.expires,))
    draft.remember(state.spec.id, partner, "mine_lost", -800, f"partner:{partner}")
    draft.note("right_ended", RULE, place.spec.id)


def dividends(draft: Draft, state: StatePlace, chain: ChainPlace, left: int) -> int:
    """R60a: pay the state its share of a mine's profit, and return what was paid, US$.

    A fifth of the profit goes back into the mine first; of a loss the state bears its share.
    """
    row, paid = draft.row, 0
    dug = max(1, sum(row[item.output] for item in chain.fields))
    for place in draft.layout.concessions:
        if place.chain is not chain or not row[place.state_share]:
            continue
        profit = muldiv(left, row[place.field.output], dug)
        reads = (place.state_share, chain.ore_value)
        if profit >= 0:
            free = profit - part(profit, draft.parameters.mine_reinvest)
            share = part(free, row[place.state_share])
            levy(draft, state, state.owners, share, "mine_dividend", reads)
        else:
            share = -part(-profit, row[place.state_share])
            spend(draft, state, state.owners, -share, "mine_loss_shared", reads)
        paid += share
    return paid
