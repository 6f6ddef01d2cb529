"""Whether the historical path can be played: its orders are given to the rules, turn by turn."""

from __future__ import annotations

from game.content.build import dates_of
from game.content.findings import Findings
from game.engine.definitions import Level
from game.engine.orders import Sheet
from game.engine.turn import DONE, OrderResult, resolve_turn
from game.engine.world import World, open_world

_SEED = 1

_WHY = {
    "off_grid": "the setting is no step of this lever",
    "malformed": "the setting has the wrong number of parts",
    "wrong_target": "the lever has no such target",
    "no_change": "the setting is already in force",
    "capital_short": "the year has too few points of political capital",
    "money_short": "the treasury has too little money then",
    "twice": "the same thing is ordered twice in one year",
    "crisis": "spending stops during a crisis",
}


def check_path(found: Findings, level: Level) -> None:
    """Note every order of a historical path that the rules refuse."""
    world = open_world(level, _SEED)
    for turn in range(level.turns):
        sheets = {
            state.id: Sheet(state.id, turn, state.path[turn] if state.path else ())
            for state in level.states
        }
        resolved = resolve_turn(world, sheets, detail=False)
        for result in resolved.results:
            if result.status != DONE:
                _refused(found, world, result)
        world = resolved.world


def _refused(found: Findings, world: World, result: OrderResult) -> None:
    codes = [problem.code for problem in result.problems]
    order = result.order
    found.error(
        _place(found, world.turn, result),
        "path-refused",
        f"the rules refuse `{order.lever}` on `{order.target}`",
        "; ".join(_WHY.get(code, code.replace("_", " ")) for code in codes),
        "change the order or its year; docs/levels_format.md lists levers, targets and steps",
    )


def _place(found: Findings, turn: int, result: OrderResult) -> tuple[str | int, ...]:
    """Where in the file the order stands."""
    dates = dates_of(found.file)
    for year, block in found.file.states[result.seat].path.items():
        if dates.first_turn(int(year)) != turn:
            continue
        for index, order in enumerate(block.orders):
            if (order.order, order.target) == (result.order.lever, result.order.target):
                return ("states", result.seat, "path", year, "orders", index)
    return ("states", result.seat, "path")
