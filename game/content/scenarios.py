"""Scenarios of demand: what a level may be played with instead of its usual growth.

`indonesia-copper@fast` names the scenario `fast` of a level. Whoever starts a game picks it; the
forecast, which cannot know it, spans all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.content.build.dates import Dates
from game.content.build.market import demand_by_turn
from game.content.digest import level_digest
from game.content.faults import LevelError, Problem, Severity, did_you_mean, excerpt
from game.content.models.base import Words
from game.content.models.level import LevelFile
from game.content.models.world import Demand
from game.engine.definitions.level import SCENARIO_MARK, Level
from game.engine.definitions.places import Mineral

Paths = dict[str, tuple[int, ...]]


def parted(name: str) -> tuple[str, str]:
    """The name of a level and of the scenario behind it; the latter empty without one."""
    level, mark, scenario = name.rpartition(SCENARIO_MARK)
    return (level, scenario) if mark and level else (name, "")


def demand_paths(file: LevelFile, dates: Dates, scenario: str = "") -> Paths:
    """World demand of each mineral by turn in a scenario, or as usual."""
    given = file.scenarios[scenario].demand if scenario else {}
    return {
        key: demand_by_turn(
            Demand(start=model.demand.start, growth=given.get(key, model.demand.growth)), dates
        )
        for key, model in file.minerals.items()
    }


def played(level: Level, file: LevelFile, scenario: str) -> Level:
    """The level in a scenario, with the span of all scenarios for forecasts.

    Raises `LevelError` when the level has no such scenario.
    """
    if scenario and scenario not in file.scenarios:
        raise LevelError([_unknown(file, scenario)])
    if not file.scenarios:
        return level
    dates = Dates(file.start, file.start_month, level.months, level.turns)
    usual = demand_paths(file, dates)
    others = [demand_paths(file, dates, name) for name in sorted(file.scenarios)]
    chosen = demand_paths(file, dates, scenario)
    minerals = tuple(
        _in(x, usual[x.id], chosen[x.id], [o[x.id] for o in others]) for x in level.minerals
    )
    name = f"{level.id}{SCENARIO_MARK}{scenario}" if scenario else level.id
    whole = replace(level, id=name, minerals=minerals, digest="")
    return replace(whole, digest=level_digest(whole))


def _in(
    mineral: Mineral, usual: tuple[int, ...], chosen: tuple[int, ...], others: list[tuple[int, ...]]
) -> Mineral:
    """A mineral with the growth of a scenario laid over its own demand, and the span of all."""
    turns = range(len(mineral.demand))
    spans = [usual, *others]

    def laid(path: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(mineral.demand[t] * path[t] // usual[t] for t in turns)

    lows = tuple(min(path[t] for path in spans) for t in turns)
    highs = tuple(max(path[t] for path in spans) for t in turns)
    if lows == highs:
        return mineral
    return replace(mineral, demand=laid(chosen), demand_low=laid(lows), demand_high=laid(highs))


def _unknown(file: LevelFile, scenario: str) -> Problem:
    near = did_you_mean(scenario, file.scenarios)
    known = ", ".join(sorted(file.scenarios)) or "none"
    return Problem(
        file.id,
        1,
        1,
        "unknown-scenario",
        Severity.ERROR,
        f"`{file.id}` has no scenario {excerpt(scenario)}",
        f"its scenarios are: {known}",
        f"did you mean `{near}`?" if near else "leave it out to play with the usual growth",
    )


def told(file: LevelFile, dates: Dates) -> Iterator[tuple[Words, Words]]:
    """For the briefing: how far demand may grow until the last turn, with the scenarios' names."""
    usual = demand_paths(file, dates)
    others = [demand_paths(file, dates, name) for name in sorted(file.scenarios)]
    last = dates.turns - 1
    for key in usual:
        grown = [x[key][last] * 10 // x[key][0] for x in (usual, *others)]
        if min(grown) == max(grown):
            continue
        low, high = (f"{n // 10}.{n % 10}" for n in (min(grown), max(grown)))
        mineral = file.minerals[key].name.get("en", key).lower()
        names = ", ".join(f"“{x.name.get('en', '')}”" for x in file.scenarios.values())
        year = dates.year_of(last)
        line = f"is how far world demand for {mineral} may grow by {year}; scenarios: {names}"
        yield {"en": f"×{low}–{high}"}, {"en": line}
