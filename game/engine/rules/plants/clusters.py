"""Clusters: what neighbours save each other (R21; S10), and what running a plant costs."""

from game.engine.draft import Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, muldiv, part
from game.engine.rules.partners.far import energy_extra
from game.engine.rules.people.care import plant_extra
from game.engine.rules.plants import inputs, know_how
from game.engine.rules.plants.firms import local_extra
from game.engine.rules.region import effects as region
from game.engine.rules.trade.certificates import certified


def neighbours(draft: Draft, chain: ChainPlace, rate: int) -> int:
    """R21: return ``rate`` for each 1 % of world demand that is refined at home, bp.

    Args:
        rate: bp for each 1 %.
    """
    demand = max(1, chain.mineral.spec.demand[draft.turn])
    # While orders are carried out the turn's plants are not counted yet: last turn's stand in.
    plants = draft.row[chain.plant_feed] or draft.before[chain.plant_feed]
    return muldiv(plants, 100 * rate, demand)


def capital_cost(draft: Draft, chain: ChainPlace, coal: bool) -> int:
    """R21, R22: return the capital cost of a plant, US$ per tonne of yearly feed.

    Neighbours take off 1 % for each 1 % of world demand refined at home, at most 30 %; a plant
    without coal costs 20 % more.
    """
    p = draft.parameters
    saved = min(p.cluster_capital_most, neighbours(draft, chain, p.cluster_capital))
    extra = 0 if coal else p.green_capital_extra
    return part(chain.mineral.spec.capital, BP - saved + extra)


def running_cost(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R21, R29: return what running a plant costs, US cents per tonne of feed.

    Neighbours take off 0.5 % for each 1 % of world demand refined at home, at most 15 %; full
    safety adds 3 %, a certificate 2 %.
    """
    p = draft.parameters
    saved = min(p.cluster_operating_most, neighbours(draft, chain, p.cluster_operating))
    safety = part(p.strict_safety_cost, draft.row[state.safety])
    label = p.certificate_cost if certified(draft, state, chain) else 0
    if label and draft.region is not None:
        label = region.audit_cost(draft, state, label)
    if draft.layout.has_sites:
        label += local_extra(draft, state) + plant_extra(draft, state) + energy_extra(draft)
    more = know_how.extra_cost(draft, chain) + inputs.extra_cost(draft, chain)
    return part(chain.mineral.spec.operating * 100, BP - saved + safety + label + more)
