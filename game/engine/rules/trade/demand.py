"""Demand: what a turn's is, and what moves to another mineral for good (R67; S28, S29)."""

from game.engine.definitions.places import Mineral
from game.engine.draft import MARKET, Draft
from game.engine.draws import draw
from game.engine.figures.deals import SubstitutePlace
from game.engine.figures.variables import MineralPlace
from game.engine.numbers import BP, part, ratio


def substitute(draft: Draft) -> None:
    """R67: users leave a mineral that grew dear against what can replace it, or that harms most.

    ``moved a year = speed x (how much dearer than the rung allows) + disgust x harm``; ``harm``
    is how far its mines' environment lies below the middle. What moved does not come back.
    """
    for place in draft.layout.substitutes:
        source = place.source
        dearer = _dearer(draft, place)
        harm = max(0, BP - 2 * _environment(draft, source))
        moved = part(place.spec.speed, dearer) + part(place.spec.disgust, harm)
        if not moved:
            continue
        reads = (source.price, *((place.target.price,) if place.target else ()))
        lost = draft.add(source.lost_demand, draft.yearly(moved), "rung_taken", MARKET, reads)
        draft.add(place.moved, lost, "rung_taken", MARKET, reads)
        if place.target:
            kilograms = part(part(source.spec.demand[draft.turn], lost), place.spec.worth)
            draft.add(place.gained, kilograms, "rung_taken", MARKET, reads)


def _dearer(draft: Draft, place: SubstitutePlace) -> int:
    """Return how much dearer the source grew against the target, beyond what users bear, bp."""
    now = ratio(draft.row[place.source.price], place.source.spec.price[0])
    other = BP
    if place.target:
        other = ratio(draft.row[place.target.price], place.target.spec.price[0])
    return max(0, ratio(now, max(1, other)) - BP - place.spec.above)


def _environment(draft: Draft, mineral: MineralPlace) -> int:
    """Return the environment of the states that dig a mineral, weighted by what they dig, bp.

    Producers whom nobody governs count as the middle.
    """
    total = weighted = 0
    for state, chain in draft.layout.sellers[mineral.spec.id]:
        dug = draft.before[chain.mined]
        total += dug
        weighted += dug * draft.before[state.environment]
    others = sum(draft.yearly(draft.before[x.output]) for x in mineral.rivals)
    return (weighted + others * 5_000) // max(1, total + others)


def gained(draft: Draft, mineral: MineralPlace) -> int:
    """Return what a mineral's demand gained from others, kg a year."""
    return sum(draft.row[x.gained] for x in draft.layout.substitutes if x.target is mineral)


def of_turn(draft: Draft, spec: Mineral, turn: int) -> int:
    """Return the world's demand in a turn before anything was lost, kg a year.

    Who imagines the future cannot know which scenario is played: one of all that the level spans
    is drawn for the whole forecast (S29).
    """
    if not draft.imagined or not spec.demand_low:
        return spec.demand[turn]
    luck = draw(draft.seed, 0, "scenario", spec.id)
    return spec.demand_low[turn] + part(spec.demand_high[turn] - spec.demand_low[turn], luck)
