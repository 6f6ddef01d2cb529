"""The first day of a match: a world with the year before it on its books."""

from dataclasses import replace
from functools import lru_cache

from game.engine.definitions.level import Level
from game.engine.start.sites import draw_reserves
from game.engine.turn import resolve_turn
from game.engine.world import World, bare_world


def open_world(level: Level, seed: int) -> World:
    """Return the world at the start of the first turn.

    What flows within a turn (exports, revenue, jobs, ...) shows what a first turn without any
    decision would bring, as if it were the year before, so that dashboards, forecasts and
    predictions have something to compare with. Stocks, money and meters stand as the level says.
    """
    first = _first_day(level)
    if not first.layout.has_sites:
        return replace(first, seed=seed)
    row = list(first.values)
    draw_reserves(first.layout, row, seed)
    return replace(first, seed=seed, values=tuple(row))


@lru_cache(maxsize=64)
def _first_day(level: Level) -> World:
    bare = bare_world(level, 0)
    year_before = resolve_turn(bare, {}, detail=False).world
    row = list(bare.values)
    for slot in bare.layout.flows:
        # A blockade or an accident of that imagined year did not happen.
        if bare.layout.variables[slot].unit != "turns":
            row[slot] = year_before.values[slot]
    return replace(bare, values=tuple(row))
