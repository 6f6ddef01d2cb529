"""Changes of a level that the list of conditions asks for."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game.engine.definitions.level import Level
from game.engine.definitions.places import State
from game.engine.numbers import BP
from game.lab.conditions.condition import Condition, scaled

_OF_STATE = ("fields", "provinces", "chains")
_OF_LEVEL = ("minerals", "rivals", "partners")


def changed_level(level: Level, case: Condition) -> Level:
    """Return the level that a case asks for."""
    for kind in case.remove:
        if kind == "plants":
            level = _seat(level, plants=())
        elif kind == "partners":
            level = replace(level, partners=(), offers=(), events=())
            level = _seat(level, plants=())
        else:
            none: dict[str, Any] = {kind: ()}
            level = replace(level, **none)
    for kind, changes in case.level.items():
        level = _changed(level, kind, changes)
    return _sole_buyer(level) if case.sole_buyer else level


def _changed(level: Level, kind: str, changes: Mapping[str, Any]) -> Level:
    if kind == "parameters":
        return replace(level, parameters=_with(level.parameters, changes))
    if kind == "states":
        return _seat(level, **_values(_seat_of(level), changes))
    if kind in _OF_STATE:
        kept = getattr(_seat_of(level), kind)
        return _seat(level, **{kind: tuple(_with(x, changes) for x in kept)})
    assert kind in _OF_LEVEL, kind
    several: dict[str, Any] = {kind: tuple(_with(x, changes) for x in getattr(level, kind))}
    return replace(level, **several)


def _with(thing: Any, changes: Mapping[str, Any]) -> Any:
    return replace(thing, **_values(thing, changes))


def _values(thing: Any, changes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(getattr(thing, name), told) for name, told in changes.items()}


def _value(now: Any, told: Any) -> Any:
    if told == "none":
        return ()
    if isinstance(told, Mapping):
        return _with(now, told) if now is not None else None
    if isinstance(now, tuple):
        return tuple(_value(x, told) for x in now)
    words = str(told).split()
    return scaled(now, words[1]) if words[0] == "x" else int(told)


def _seat_of(level: Level) -> State:
    return next(x for x in level.states if x.id == level.seats[0])


def _seat(level: Level, **changes: Any) -> Level:
    seat = level.seats[0]
    states = tuple(replace(x, **changes) if x.id == seat else x for x in level.states)
    return replace(level, states=states)


def _sole_buyer(level: Level) -> Level:
    """Let the first partner buy all there is of every mineral."""
    whole = tuple((x.id, BP) for x in level.minerals)
    first = replace(level.partners[0], ore_demand=whole, refined_demand=whole)
    return replace(level, partners=(first, *level.partners[1:]))
