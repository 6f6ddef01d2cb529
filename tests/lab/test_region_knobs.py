"""Each institution of the table of three states, taken away, moves an outcome of its games."""

from functools import cache

import pytest

from game.content.atlas import PROGRAM_FOLDER
from game.content.library import load_level
from game.engine.definitions.level import OUTCOMES
from game.engine.systems import IN_FORCE, SYSTEMS
from game.lab.systems.games import Game, pulled, recorded, replayed
from game.lab.systems.region_knobs import REGION_CHANGES

TABLE = PROGRAM_FOLDER / "levels" / "proving" / "asean-table.yaml"
SYSTEM_OF = {
    "no-cartel": "S33",
    "no-label": "S34",
    "no-roles": "S32",
    "no-common-data": "S50",
    "no-meetings": "S51",
    "no-fund": "S52",
    "no-award": "S53",
    "no-window": "S54",
    "no-initiative": "S17",
    "no-club": "S14",
    "no-count-of-limits": "S59",
    "no-deals": "S55",
    "no-cohesion": "S55",
    "partners-disliked": "S61",
}


@cache
def games() -> tuple[Game, ...]:
    return recorded(load_level(TABLE).level)


def test_every_change_belongs_to_a_system_in_force() -> None:
    assert set(SYSTEM_OF) == set(REGION_CHANGES)
    systems = {x.id: x for x in SYSTEMS}
    for knob, system in SYSTEM_OF.items():
        assert systems[system].status == IN_FORCE
        assert f"level:{knob}" in systems[system].knobs


@pytest.mark.parametrize("knob", sorted(REGION_CHANGES))
def test_an_institution_that_is_taken_away_moves_an_outcome(knob: str) -> None:
    seat = games()[0].level.seats[0]
    paths = [f"{seat}/total_{name}" for name in OUTCOMES]
    drawn = [other for _, other in pulled(games(), "draw_window")]
    moved = False
    for game in (*games(), *drawn):
        before = replayed(game.level, game)
        without = replayed(REGION_CHANGES[knob](game.level), game)
        moved = moved or any(without.figure(x) != before.figure(x) for x in paths)
    assert moved
