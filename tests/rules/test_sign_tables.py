"""Every sign of the tables from a steady start; `tests/lab/test_signs.py` takes states of play.

The tables are `game/lab/signs/`; the older tests of signs beside this file say more about sizes.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from game.engine.definitions.level import Level
from game.engine.definitions.places import Rival
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from game.lab.signs.judge import NOT_HERE, RIGHT, WRONG, judge
from game.lab.signs.played import Case
from game.lab.signs.sample import continued
from game.lab.signs.sign import Read, Sign
from game.lab.signs.subject import subject_of
from game.lab.signs.table import ALL, CASEBOOK, HISTORY
from tests.nickel_for_rules import isles
from tests.processing_for_rules import controlled
from tests.rules.test_signs import quiet, with_plants
from tests.worlds_for_rules import KT, sheets_for

T = 3


def _roomy() -> Level:
    """Return the level with more ore in the neighbour's and the seat's mines than they sell."""
    fields = tuple(replace(x, capacity=3 * x.capacity) for x in isles().fields)
    return quiet(replace(isles(), fields=fields))


def _plentiful() -> Level:
    return quiet(rivals=(Rival("others", "nickel", 1_000 * KT, 4_000 * KT, 600 * KT, 2_000),))


def _controlled() -> Level:
    """Return the level with a main processor that ships to buyers outside its own market."""
    return controlled(holder="china", cost_low=400_000)(quiet())


LEVELS: dict[str, Callable[[], Level]] = {
    "as it is": quiet,
    "without plants": lambda: quiet(with_plants()),
    "with more ore than is sold": _roomy,
    "with rivals who can dig more": _plentiful,
    "with a main processor": _controlled,
}


@cache
def steady(name: str) -> Case:
    """Return a level after some turns in which nobody changed anything."""
    world: World = open_world(LEVELS[name](), 1)
    for _ in range(T):
        world = resolve_turn(world, sheets_for(world), detail=False).world
    return Case(continued(world), subject_of(world, "isles", "nickel"))


@pytest.mark.parametrize("sign", ALL, ids=lambda x: x.id)
def test_it_holds_from_a_steady_start(sign: Sign) -> None:
    found = {name: judge(sign, steady(name)) for name in LEVELS}
    assert [(name, x.why) for name, x in found.items() if x.verdict == WRONG] == []
    assert RIGHT in {x.verdict for x in found.values()}, found


def test_there_are_enough_and_each_says_where_it_comes_from() -> None:
    assert len(CASEBOOK) >= 30
    assert len({x.id for x in ALL}) == len(ALL)
    for sign in ALL:
        assert sign.words.endswith(".")
        assert any(part.startswith(("F", "H")) for part in sign.sources.split("; ")), sign.id
        assert "S" in sign.sources


def test_every_test_of_the_history_notes_is_there() -> None:
    numbers = {sign.id[:3] for sign in HISTORY}
    wanted = "01 02 03 04 06 07 08 09 10 12 14 15 16 18 19 21 24 25 27 29"
    assert numbers == {f"T{x}" for x in wanted.split()}


@pytest.mark.parametrize("sign", ALL, ids=lambda x: x.id)
def test_the_opposite_does_not_hold(sign: Sign) -> None:
    """A test that holds both ways would show nothing."""
    reads = tuple(
        replace(x, way=-x.way) if x.way else Read(x.figure, 1, x.years, x.by) for x in sign.reads
    )
    verdicts = {judge(replace(sign, reads=reads), steady(name)).verdict for name in LEVELS}
    assert verdicts <= {WRONG, NOT_HERE}
    assert WRONG in verdicts
