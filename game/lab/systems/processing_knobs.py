"""Changes of level data that show whether export controls, know-how and standards act."""

from collections.abc import Callable
from dataclasses import replace

from game.engine.definitions.level import Level
from game.engine.definitions.places import Mineral
from game.engine.definitions.processing import Control


def _minerals(change: Callable[[Mineral], Mineral]) -> Callable[[Level], Level]:
    return lambda level: replace(level, minerals=tuple(change(x) for x in level.minerals))


def _controls(change: Callable[[Control], Control]) -> Callable[[Level], Level]:
    return _minerals(lambda x: replace(x, control=change(x.control)) if x.control else x)


def _without_effects(ending: str) -> Callable[[Level], Level]:
    """Leave out what events do to figures whose path ends so; the events still happen."""

    def changed(level: Level) -> Level:
        events = tuple(
            replace(x, effects=tuple(e for e in x.effects if not e.figure.endswith(ending)))
            for x in level.events
        )
        return replace(level, events=events)

    return changed


def _never_short(level: Level) -> Level:
    return replace(level, partners=tuple(replace(x, when_short=()) for x in level.partners))


def _no_race(level: Level) -> Level:
    return replace(level, rivals=tuple(replace(x, path=()) for x in level.rivals))


PROCESSING_CHANGES: dict[str, Callable[[Level], Level]] = {
    "cheap-alternatives": _controls(lambda x: replace(x, cost_high=x.cost_low + 1)),
    "never-short": _never_short,
    "no-control": _without_effects("/control/licence"),
    "no-input-stop": _without_effects("/inputs/supply"),
    "no-race": _no_race,
    "no-truce": _without_effects("/control/truce"),
    "shared-know-how": _controls(lambda x: replace(x, technology_ban=False)),
}
"""Changes by the name that a knob uses."""
