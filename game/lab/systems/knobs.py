"""Changes of a level that show whether a system acts: parameters, terms of offers, level data."""

from collections.abc import Callable
from dataclasses import replace

from game.engine.definitions.happenings import OfferPlan
from game.engine.definitions.level import Level
from game.engine.definitions.places import Partner, State
from game.engine.numbers import BP
from game.engine.parameters.rules import parameter_table
from game.engine.rules import LEVERS
from game.lab.systems.processing_knobs import PROCESSING_CHANGES
from game.lab.systems.region_knobs import REGION_CHANGES
from game.lab.systems.site_knobs import SITE_CHANGES, with_sites

MANDATES = "mandates"
"""The knob that weighs one game by several mandates instead of changing the level."""

Change = Callable[[Level], Level]


def parameter_changes(level: Level, name: str) -> tuple[Level, ...]:
    """Return the level with a parameter at either end of its range."""
    info = next(x for x in parameter_table() if x.name == name)
    return tuple(
        replace(level, parameters=replace(level.parameters, **{name: value}))
        for value in (info.low, info.high)
    )


def without_term(level: Level, name: str) -> Level:
    """Return the level with nothing offered under a term; everything else is offered as before."""

    def emptied(plan: OfferPlan) -> OfferPlan:
        terms = tuple(
            replace(x, offered=0, grid=(0, *(step for step in x.grid if step)))
            if x.name == name
            else x
            for x in plan.terms
        )
        return replace(plan, terms=terms)

    return replace(level, offers=tuple(emptied(plan) for plan in level.offers))


def unlocked(level: Level) -> Level:
    """Return the level with every lever in the seat's hands and as much again in the ground.

    It shows what the rules can do before any level offers it.
    """

    def opened(state: State, watched: bool) -> State:
        fields = tuple(replace(x, resource=max(x.resource, x.reserves)) for x in state.fields)
        return replace(state, fields=fields, levers=tuple(LEVERS) if watched else state.levers)

    return with_sites(_states(opened)(level))


def _partners(change: Callable[[Partner], Partner]) -> Change:
    return lambda level: replace(level, partners=tuple(change(x) for x in level.partners))


def _states(change: Callable[[State, bool], State]) -> Change:
    """Change every state; the second argument says whether it is the seat that is watched."""
    return lambda level: replace(
        level, states=tuple(change(x, x.id == level.seats[0]) for x in level.states)
    )


def _no_dispute(level: Level) -> Level:
    kept = tuple(
        event
        for event in level.events
        if not any(x.figure.endswith("/dispute_stage") for x in event.effects)
    )
    return replace(level, events=kept)


def _one_buyer(level: Level) -> Level:
    first = level.partners[0]
    whole = tuple((mineral.id, BP) for mineral in level.minerals)
    partners = tuple(replace(x, ore_demand=whole if x is first else ()) for x in level.partners)
    return replace(level, partners=partners)


def _flat_demand(level: Level) -> Level:
    minerals = tuple(replace(x, demand=(x.demand[0],) * len(x.demand)) for x in level.minerals)
    return replace(level, minerals=minerals)


def _neighbour_closed(state: State, watched: bool) -> State:
    if watched:
        return state
    return replace(state, chains=tuple(replace(x, ban=BP) for x in state.chains))


def _fewer_investors(level: Level) -> Level:
    heaviest = max(level.partners, key=lambda x: (x.weight, x.id))
    partners = tuple(x if x is heaviest else replace(x, weight=0) for x in level.partners)
    return replace(level, partners=partners)


def _slow_mines(state: State, watched: bool) -> State:
    return replace(state, fields=tuple(replace(x, growth=x.growth // 4) for x in state.fields))


def _foreign_plants(level: Level) -> Level:
    """Give the plants of the first day to the first partner, so that who owns them differs."""
    owner = level.partners[0].id
    states = tuple(
        replace(x, plants=tuple(replace(plant, owner=owner) for plant in x.plants))
        for x in level.states
    )
    return replace(level, states=states)


def _poor_infrastructure(state: State, watched: bool) -> State:
    provinces = tuple(replace(x, infrastructure=x.infrastructure // 3) for x in state.provinces)
    return replace(state, provinces=provinces)


def _rivals_full(level: Level) -> Level:
    rivals = tuple(replace(x, ceiling=x.output, speed=0) for x in level.rivals)
    return replace(level, rivals=rivals)


LEVEL_CHANGES: dict[str, Change] = {
    **PROCESSING_CHANGES,
    "dear-capital": _partners(lambda x: replace(x, hurdle=x.hurdle + 500)),
    "fewer-investors": _fewer_investors,
    "flat-demand": _flat_demand,
    "foreign-plants": _foreign_plants,
    "higher-thresholds": _partners(lambda x: replace(x, threshold=BP)),
    "neighbours-closed": _states(_neighbour_closed),
    "no-dispute": _no_dispute,
    "no-substitutes": lambda level: replace(level, substitutes=()),
    "nobody-nearby": lambda level: replace(level, nearby=()),
    "one-buyer": _one_buyer,
    "poor-infrastructure": _states(_poor_infrastructure),
    "rivals-full": _rivals_full,
    "slow-mines": _states(_slow_mines),
    **SITE_CHANGES,
    **REGION_CHANGES,
}
"""Changes of level data by the name that a knob uses."""
