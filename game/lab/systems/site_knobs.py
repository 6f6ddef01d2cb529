"""The optional mechanisms of sites laid over a level that lacks them, and changes of their data."""

from collections.abc import Callable
from dataclasses import replace

from game.engine.definitions.level import Level
from game.engine.definitions.places import Field, State
from game.engine.definitions.sites import Holder, Pledge, Residue, Scrap, Shocks

_HOLDER = Holder(held=3_000, tax=5_000, willing=5_000)
_RESIDUE = Residue(per_ore=500, per_metal=2_000)
_SHOCKS = Shocks(chance=2_500, size=3_000)


def with_sites(level: Level) -> Level:
    """Return the level with every optional mechanism that it lacks laid over the first seat.

    It shows what the rules can do before any level asks for it. What a level sets itself stays.
    """
    minerals = tuple(replace(x, residue=x.residue or _RESIDUE) for x in level.minerals)
    states = tuple(_equipped(level, x) if x.id == level.seats[0] else x for x in level.states)
    partners = tuple(
        replace(x, exit_at=min(x.exit_at, 6_000) if x.threshold else x.exit_at)
        for x in level.partners
    )
    shocks = level.shocks or _SHOCKS
    return replace(level, minerals=minerals, states=states, partners=partners, shocks=shocks)


def _equipped(level: Level, state: State) -> State:
    fields = tuple(_site(x, first=x is state.fields[0]) for x in state.fields)
    chains = []
    for chain in state.chains:
        dug = sum(x.capacity for x in fields if x.mineral == chain.mineral)
        scrap = chain.scrap or Scrap(in_use=5 * dug, home_use=dug // 4, growth=300, life=9)
        chains.append(replace(chain, scrap=scrap))
    return replace(
        state,
        fields=fields,
        chains=tuple(chains),
        risk=4_500 if state.risk is None else state.risk,
        pledge=state.pledge or Pledge(level.anchors.emissions, 2_000),
        state_firm=min(state.state_firm, 8_000),
    )


def _site(item: Field, first: bool) -> Field:
    """The first mine stands in doubt and under a licence that ends; the last under holders."""
    if first:
        until = item.licence_until or 60
        return replace(item, doubt=item.doubt or 4_000, licence_until=until, holder=item.holder)
    return replace(item, holder=item.holder or _HOLDER)


Change = Callable[[Level], Level]


def _each_state(change: Callable[[State], State]) -> Change:
    return lambda level: replace(level, states=tuple(change(x) for x in level.states))


def _no_holders(state: State) -> State:
    held = tuple(
        replace(x, holder=replace(x.holder, held=0, tax=0) if x.holder else None)
        for x in state.fields
    )
    return replace(state, fields=held)


def _risky(state: State) -> State:
    return replace(state, risk=9_000) if state.risk is not None else state


def _deep_pledge(state: State) -> State:
    return replace(state, pledge=replace(state.pledge, cut=9_000)) if state.pledge else state


def _sure_ground(state: State) -> State:
    fields = tuple(replace(x, doubt=min(x.doubt, 1)) for x in state.fields)
    return replace(state, fields=fields)


def _weak_state_firm(state: State) -> State:
    return replace(state, state_firm=5_000) if state.state_firm < 10_000 else state


def _short_licences(state: State) -> State:
    fields = tuple(replace(x, licence_until=min(x.licence_until, 3)) for x in state.fields)
    return replace(state, fields=fields)


def _no_residue(level: Level) -> Level:
    minerals = tuple(
        replace(x, residue=Residue(0, 0) if x.residue else None) for x in level.minerals
    )
    return replace(level, minerals=minerals)


def _more_scrap(state: State) -> State:
    chains = tuple(
        replace(x, scrap=replace(x.scrap, in_use=3 * x.scrap.in_use) if x.scrap else None)
        for x in state.chains
    )
    return replace(state, chains=chains)


def _calm_far_away(level: Level) -> Level:
    shocks = replace(level.shocks, chance=0) if level.shocks else None
    return replace(level, shocks=shocks)


SITE_CHANGES: dict[str, Change] = {
    "calm-far-away": _calm_far_away,
    "deep-pledge": _each_state(_deep_pledge),
    "more-scrap": _each_state(_more_scrap),
    "no-holders": _each_state(_no_holders),
    "no-residue": _no_residue,
    "risky-state": _each_state(_risky),
    "short-licences": _each_state(_short_licences),
    "sure-ground": _each_state(_sure_ground),
    "weak-state-firm": _each_state(_weak_state_firm),
}
"""Changes of the data of sites by the name that a knob uses."""
