"""Two markets: what the main processor lets out, the price outside, and who pays to be safe (R34).

Systems S19, S20, S27.
"""

from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.processing import ControlPlace
from game.engine.figures.variables import ChainPlace, MineralPlace
from game.engine.layout.layout import Sellers
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.rules.trade.outlets import paid_outside, sold_outside


def usual_stock(draft: Draft, mineral: MineralPlace) -> int:
    """Return the stock that buyers usually hold, kg; inside the holder's market where one is."""
    usual = muldiv(mineral.spec.demand[draft.turn], mineral.spec.stock_months, 12)
    return part(usual, mineral.control.spec.inside) if mineral.control else usual


def outside_market(
    draft: Draft,
    mineral: MineralPlace,
    place: ControlPlace,
    sellers: Sellers,
    supply: int,
) -> int:
    """Clear the market outside and return what is missing inside, kg (below zero: too much)."""
    passing = _let_out(draft, place)
    working = _working(draft, mineral, place)
    need = part(draft.row[mineral.demand], BP - place.spec.inside)
    made = _made_outside(draft, place, sellers, working)
    draft.put(place.demand, need, "outside_demand", MARKET, (mineral.demand,))
    shipped = _ship(draft, mineral, place, passing, supply)
    gap = _outside_stock(draft, mineral, place, need - made - shipped)
    _outside_price(draft, mineral, place, gap)
    _urgency(draft, mineral, place)
    _alternatives_follow(draft, place, working)
    return draft.row[mineral.demand] - need - (supply - made - shipped)


def _let_out(draft: Draft, place: ControlPlace) -> int:
    """R34a: a control lets out its licensed share of normal shipments; a truce lets out all.

    A truce has a known end: it loses a turn each turn, and then the licensed share holds again.
    """
    row = draft.row
    truce = row[place.truce]
    passing = BP if truce else row[place.licence]
    draft.put(place.passing, passing, "control", RULE, (place.licence, place.truce))
    draft.add(place.truce, -min(1, truce), "truce_runs", RULE)
    return passing


def _made_outside(
    draft: Draft,
    place: ControlPlace,
    sellers: Sellers,
    share: int,
) -> int:
    """R34b: outside, plants without the holder give what their price lets them, dearest last.

    ``share working = (price they are paid - low cost) / (high cost - low cost)``; to this comes
    the metal of the states that is not sold to the holder.
    """
    row = draft.row
    working = draft.yearly(part(row[place.alternatives], share))
    own = sum(part(row[c.refined], sold_outside(draft, place, c)) for _, c in sellers)
    reads = (place.alternatives, place.price, *(c.refined for _, c in sellers))
    draft.put(place.made_outside, working + own, "made_outside", MARKET, reads)
    return working + own


def _working(draft: Draft, mineral: MineralPlace, place: ControlPlace) -> int:
    low, high = place.spec.cost_low, place.spec.cost_high
    return clamp(ratio(paid_outside(draft, mineral) - low, max(1, high - low)))


def _ship(
    draft: Draft, mineral: MineralPlace, place: ControlPlace, passing: int, supply: int
) -> int:
    """R34a: ``shipments = licensed share x what buyers outside would normally take``.

    They normally take what is not made outside, and refill half their missing stock a year; when
    ore is short everywhere, the holder's own market and theirs share the shortage.
    """
    row, p = draft.row, draft.parameters
    made = row[place.made_outside]
    missing = max(0, _usual_outside(draft, mineral, place) - row[place.stock])
    wanted = max(0, row[place.demand] - made + draft.yearly(part(missing, p.buyer_restock)))
    inside = row[mineral.demand] - row[place.demand]
    left = max(0, supply - made)
    usual = min(wanted, muldiv(left, wanted, max(1, wanted + inside)))
    usual = wanted if left >= wanted + inside else usual
    draft.put(place.usual_shipments, usual, "usual_shipments", MARKET, (place.demand,))
    shipped = part(usual, passing)
    draft.put(place.shipments, shipped, "shipments", MARKET, (place.passing,))
    return shipped


def _usual_outside(draft: Draft, mineral: MineralPlace, place: ControlPlace) -> int:
    outside = part(mineral.spec.demand[draft.turn], BP - place.spec.inside)
    return muldiv(outside, place.spec.stock_months, 12)


def _outside_stock(draft: Draft, mineral: MineralPlace, place: ControlPlace, gap: int) -> int:
    """R34c: buyers outside have stocks of their own (R11): they fill 60 % of a gap while they last.

    Returns what is still missing, kg; below zero when there is too much.
    """
    row, p = draft.row, draft.parameters
    outside = part(mineral.spec.demand[draft.turn], BP - place.spec.inside)
    if gap > 0:
        safety = muldiv(outside, place.spec.safety_months, 12)
        released = min(part(gap, p.stock_release), max(0, row[place.stock] - safety))
        draft.move(place.stock, mineral.abroad, released, "stock_drawn", MARKET, (place.shipments,))
        gap -= released
    else:
        stored = min(-gap, _usual_outside(draft, mineral, place))
        if stored < -gap:
            draft.capped(place.stock, "stores_full", reads=(place.made_outside,))
        draft.move(mineral.abroad, place.stock, stored, "stock_built", MARKET, (place.shipments,))
        gap += stored
    draft.put(place.unmet, max(0, gap), "unmet", MARKET, (place.shipments, place.made_outside))
    return gap


def _outside_price(draft: Draft, mineral: MineralPlace, place: ControlPlace, gap: int) -> None:
    """R34d: outside, scarcity and fear make a price of their own (R11 and R12 once more).

    Too much inside is too much outside, as far as shipments are let out. A share of shipments that
    is newly withheld frightens as a loss that nobody believed in; when a truce ends, half of it
    was believed.
    """
    row, p = draft.row, draft.parameters
    missing = ratio(gap, row[place.demand])
    target = part(missing, p.scarcity_factor) if missing >= 0 else part(missing, p.glut_factor)
    spilled = part(min(0, row[mineral.scarcity]), row[place.passing])
    target += spilled
    if target <= -p.glut_floor:
        target = -p.glut_floor
        draft.capped(place.scarcity, "glut_floor", reads=(place.stock, mineral.scarcity))
    now = row[place.scarcity]
    new = target if target > now else target + part(now - target, draft.layout.fade_bp)
    draft.put(place.scarcity, new, "scarcity", MARKET, (place.unmet, place.stock))
    left = part(row[place.fear], draft.layout.fade_bp)
    shock = max(row[mineral.fear], _shock(draft, place))
    reads = (place.passing, mineral.fear)
    draft.put(place.fear, max(left, shock), "fear", MARKET, reads)


def _shock(draft: Draft, place: ControlPlace) -> int:
    row, p = draft.row, draft.parameters
    withheld = draft.before[place.passing] - row[place.passing]
    if withheld <= 0:
        return 0
    lost = part(row[place.usual_shipments], withheld)
    share = ratio(lost, row[place.demand]) - p.fear_threshold
    truce = draft.before[place.licence] < draft.before[place.passing]
    news = BP - p.truce_belief if truce else BP
    return part(part(share, p.fear_factor), news) if share > 0 else 0


def new_outside_price(draft: Draft, mineral: MineralPlace, base: int) -> None:
    """R34d: ``outside price = base x (1 + the larger of scarcity and the turn's mean of fear)``."""
    place = mineral.control
    assert place is not None
    row = draft.row
    scarcity, fear = row[place.scarcity], part(row[place.fear], draft.layout.fade_mean_bp)
    premium = max(scarcity, fear) if scarcity >= 0 else scarcity + fear
    draft.put(
        place.price, part(base, BP + premium), "outside_price", MARKET, (place.scarcity, place.fear)
    )


def _urgency(draft: Draft, mineral: MineralPlace, place: ControlPlace) -> None:
    """R34e: buyers pay to be safe while prices outside stand above those inside, then forget.

    ``urgency = at least 15 % of the gap, at most 30 %``; it fades by 20 % a year, by 60 % a year
    in a truce.
    """
    row, p = draft.row, draft.parameters
    gap = max(row[place.scarcity], part(row[place.fear], draft.layout.fade_mean_bp))
    gap -= max(row[mineral.scarcity], part(row[mineral.fear], draft.layout.fade_mean_bp))
    target = part(max(0, gap), p.urgency_share)
    if target > p.urgency_most:
        target = p.urgency_most
        draft.capped(place.urgency, "urgency_most", reads=(place.price,))
    truce = row[place.licence] < row[place.passing]
    rate = p.urgency_fade_truce if truce else p.urgency_fade
    now = row[place.urgency]
    left = now - part(now, draft.yearly(rate))
    draft.put(place.urgency, max(target, left), "urgency", MARKET, (place.price, place.truce))


def _alternatives_follow(draft: Draft, place: ControlPlace, working: int) -> None:
    """R34b: while all of them earn their cost they grow at their pace; while few do, they close."""
    row, p = draft.row, draft.parameters
    reads = (place.price, place.urgency)
    if working >= 7_500:
        room = max(0, place.spec.ceiling - row[place.alternatives])
        grown = draft.yearly(part(place.spec.speed, working))
        if grown > room:
            grown = room
            draft.capped(place.alternatives, "alternatives_full", reads=reads)
        draft.add(place.alternatives, grown, "alternatives_grow", MARKET, reads)
    elif working < 5_000:
        idle = part(row[place.alternatives], BP - 2 * working)
        closed = draft.yearly(part(idle, p.rival_retreat))
        draft.add(place.alternatives, -closed, "alternatives_close", MARKET, reads)


def safer_room(draft: Draft, chain: ChainPlace, free: int) -> int:
    """R34f: buyers in fear want plants beside the holder's: ``urgency x its usual shipments``.

    Kg of yearly feed; no more than the mines can feed.
    """
    place = chain.mineral.control
    assert place is not None
    usual = muldiv(draft.row[place.usual_shipments], 12, draft.months)
    return max(0, min(free, part(usual, draft.row[place.urgency])))
