"""Buyers inside the region: makers of panels, grids and cars next door (R67a; S31)."""

from game.engine.definitions.places import COMPONENT, REFINED
from game.engine.draft import MARKET, Draft
from game.engine.figures.deals import NearbyPlace
from game.engine.figures.variables import ChainPlace
from game.engine.numbers import BP, dollars, muldiv, part, ratio


def _wanted(draft: Draft, chain: ChainPlace, stage: str, mine: int, slot: str) -> int:
    """Return a state's part of what nearby buyers of a stage want this turn, kg."""
    place = draft.layout.nearby[chain.fed]
    whole = sum(x.demand[draft.turn] for x in place.buyers if x.stage == stage)
    sellers = draft.layout.sellers[chain.mineral.spec.id]
    made = sum(draft.row[getattr(c, slot)] for _, c in sellers)
    return min(mine, muldiv(draft.yearly(whole), mine, made)) if made else 0


def sell(draft: Draft, chain: ChainPlace, price: int) -> int:
    """R67a: sell metal inside the region, and return how much more it earns there, US$.

    ``sold = the smaller of what is wanted and what is made``, shared by output among the states;
    there is no tariff, and freight of 2 % is saved.

    Args:
        price: Price of metal abroad after tariffs, US cents a tonne.
    """
    place, row = draft.layout.nearby[chain.fed], draft.row
    left = row[chain.refined] - row[chain.component_output]
    kilograms = min(left, _wanted(draft, chain, REFINED, row[chain.refined], "refined"))
    draft.put(place.nearby, kilograms, "sold_nearby", MARKET, (chain.refined,))
    here = part(row[chain.mineral.price], chain.mineral.spec.refined_share)
    here = part(here, BP + draft.parameters.freight_saved)
    value = dollars(kilograms, here)
    draft.put(place.nearby_value, value, "sold_nearby", MARKET, (place.nearby, chain.mineral.price))
    return value - dollars(kilograms, price)


def sell_parts(draft: Draft, chain: ChainPlace) -> int:
    """R67a: sell components inside the region, and return the freight saved, US$."""
    place, row = draft.layout.nearby[chain.fed], draft.row
    made = row[chain.component_output]
    kilograms = _wanted(draft, chain, COMPONENT, made, "component_output")
    draft.put(place.nearby_parts, kilograms, "sold_nearby", MARKET, (chain.component_output,))
    price = part(row[chain.mineral.price], chain.mineral.spec.component_share)
    value = dollars(kilograms, price)
    saved = part(value, draft.parameters.freight_saved)
    draft.add(place.nearby_value, value + saved, "sold_nearby", MARKET, (place.nearby_parts,))
    return saved


def metal_value(draft: Draft, chain: ChainPlace) -> int:
    """Return what nearby buyers paid for metal, US$; components stand apart."""
    place: NearbyPlace = draft.layout.nearby[chain.fed]
    price = part(draft.row[chain.mineral.price], chain.mineral.spec.refined_share)
    price = part(price, BP + draft.parameters.freight_saved)
    return dollars(draft.row[place.nearby], price)


def shares(draft: Draft, chain: ChainPlace, value: int) -> list[int]:
    """Return an amount by nearby buyer of metal, in proportion to what each wants, US$."""
    place = draft.layout.nearby[chain.fed]
    wants = [x.demand[draft.turn] for x in place.buyers if x.stage == REFINED]
    whole = max(1, sum(wants))
    return [muldiv(value, want, whole) for want in wants]


def count(draft: Draft, chain: ChainPlace, abroad: int) -> None:
    """Note the part of a chain's exports that stays inside the region, bp."""
    place = draft.layout.nearby[chain.fed]
    value = draft.row[place.nearby_value]
    reads = (place.nearby_value, chain.ore_value)
    draft.put(place.intra_share, ratio(value, value + abroad), "sold_nearby", MARKET, reads)
