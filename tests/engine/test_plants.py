"""Plants: their holidays, their names, and the share a government owns."""

from dataclasses import replace

import pytest

from game.engine.definitions.places import HOME
from game.engine.draft import Draft
from game.engine.orders import Order
from game.engine.rules import LEVERS
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.worlds_for_rules import KT, level_at_rest, plant, policy, sheets_for, whole

BUILD = Order("state_plant", "north", (100,))


def owners_profit(**changes: object) -> int:
    """Return what a foreign owner of 100 kt earns in a turn, with the plant changed."""
    world = open_world(level_at_rest(plant(100, "east")), 1)
    (built,) = world.plants
    world = replace(world, plants=(replace(built, **changes),))
    return resolve_turn(world, sheets_for(world)).world.figure("east/owners")


def test_on_holiday_no_profit_tax_is_paid() -> None:
    assert owners_profit(holiday_until=1) == 120_000_000
    assert owners_profit(holiday_until=0) == 98_352_000


def test_a_share_of_the_plant_is_a_share_of_what_is_left_after_tax() -> None:
    assert owners_profit(state_share=2_500) == 73_764_000


@pytest.mark.parametrize(("months", "opens", "until"), [(12, 2, 12), (6, 4, 24), (3, 8, 48)])
def test_a_holiday_runs_from_the_opening(months: int, opens: int, until: int) -> None:
    world = open_world(level_at_rest(policy(holiday=10), whole(months=months)), 1)
    (built,) = resolve_turn(world, sheets_for(world, (BUILD,))).world.plants
    assert (built.opens, built.holiday_until) == (opens, until)


def built_thrice() -> World:
    """Let a government begin three plants in one province and turn."""
    world = open_world(level_at_rest(), 1)
    draft = Draft(world, detail=False)
    state = world.layout.state("arland")
    for _ in range(3):
        LEVERS["state_plant"].apply(draft, state, BUILD, "order:state_plant:north")
    return draft.freeze(world)


def test_a_name_that_is_taken_gets_a_letter() -> None:
    assert [x.id for x in built_thrice().plants] == [
        "arland.north.arland.000",
        "arland.north.arland.000b",
        "arland.north.arland.000c",
    ]


def test_the_states_plant_is_wholly_its_own() -> None:
    new = built_thrice().plants[-1]
    assert (new.owner, new.state_share, new.feed) == ("arland", 10_000, 10 * KT)


def share_of_one_owner(owner: str) -> int:
    """Return the largest foreign owner's share when one owner has every plant."""
    world = open_world(level_at_rest(plant(100, owner)), 1)
    return resolve_turn(world, sheets_for(world)).world.figure("arland/metal/owner_share")


def test_private_owners_at_home_are_not_a_foreign_owner() -> None:
    assert share_of_one_owner("east") == 10_000
    assert share_of_one_owner(HOME) == 0
    assert share_of_one_owner("arland") == 0
