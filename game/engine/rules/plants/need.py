"""Need: how much ore buyers cannot get elsewhere, and which mines would then work (R17, R18)."""

from game.engine.draft import MARKET, Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.rules.trade.demand import gained, of_turn


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


def need_of(draft: Draft, chain: ChainPlace, closure: int, capacity: int) -> int:
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
    others = 0
    for rival in mineral.rivals:
        spec, now = rival.spec, row[rival.output]
        if spec.path:
            others += max(now, spec.path[ahead])
        else:
            others += min(spec.ceiling, now + p.look_ahead_years * spec.speed)
    for _, other in draft.layout.sellers[mineral.spec.id]:
        if other is not chain:
            for item in other.fields:
                now = row[item.capacity]
                grown = now + p.look_ahead_years * part(now, item.spec.growth)
                others += part(grown, BP - row[other.closed])
    residual = demand - others
    growth = 0
    for item in chain.fields:
        growth = max(growth, item.spec.growth)
    most = part(capacity, BP + growth)
    need = min(residual - part(capacity, BP - closure), most)
    reads = (chain.closed, mineral.lost_demand, *(r.output for r in mineral.rivals))
    draft.put(chain.need, max(0, need), "need", MARKET, reads)
    if need == most:
        draft.capped(chain.need, "need_most", reads=reads)
    withheld = part(capacity, closure)
    switchable = BP - clamp(ratio(max(0, residual), withheld)) if withheld else BP
    draft.put(chain.switchable, switchable, "switchability", MARKET, reads)
    return max(0, need)


def coming_premium(draft: Draft, chain: ChainPlace) -> int:
    """R16a: return what firms add to the price they expect for a shortage they see coming, bp.

    ``foresight x 2 x (need - plants - pipeline) / world demand``: the premium that R11 would bring
    if nobody built, believed in part.
    """
    row, p = draft.row, draft.parameters
    missing = row[chain.need] - row[chain.plant_feed] - row[chain.pipeline_feed]
    if missing <= 0:
        return 0
    yearly = muldiv(row[chain.mineral.demand], 12, draft.months)
    return part(part(ratio(missing, yearly), p.scarcity_factor), p.foresight)


def natural_growth(draft: Draft, chain: ChainPlace) -> int:
    """R18: return demand growth times the state's share of world supply, kg a year.

    Ore that mines would dig at home prices and that may not leave is counted too: whoever builds
    at home can have it.
    """
    row = draft.row
    demand = chain.mineral.spec.demand
    step = 12 // draft.months
    growth = demand[draft.turn + step] - demand[draft.turn]
    supply = row[chain.mined]
    if row[chain.closed]:
        ready = sum(part(row[item.capacity], row[item.working]) for item in chain.fields)
        supply += part(max(0, draft.yearly(ready) - supply), row[chain.closed])
    return part(max(0, growth), ratio(supply, row[chain.mineral.demand]))


def working_at(draft: Draft, chain: ChainPlace, gap: int, capacity: int) -> int:
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
