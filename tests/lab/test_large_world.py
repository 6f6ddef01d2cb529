"""The bench's largest world is as large as it says, keeps acting, and is the same with or without
a ledger."""

from game.engine.codec import digest
from game.engine.start.opening import open_world
from game.engine.turn import DONE, resolve_turn
from game.lab.speed.bench import sheets_of_paths
from game.lab.speed.large_world import MINERALS, PARTNERS, STATES, large_level

TURNS = 4


def test_ten_states_six_minerals_eight_partners() -> None:
    layout = open_world(large_level(), 1).layout
    assert (STATES, MINERALS, PARTNERS) == (10, 6, 8)
    assert len(layout.states) == STATES
    assert all(len(state.chains) == MINERALS for state in layout.states)
    assert all(len(state.ties) == PARTNERS for state in layout.states)


def test_every_state_trades_builds_and_changes_its_policy() -> None:
    level = large_level()
    world = open_world(level, 1)
    for number in range(TURNS):
        turn = resolve_turn(world, sheets_of_paths(level, number))
        world = turn.world
        assert {x.seat for x in turn.results if x.status == DONE} == set(level.seats)
    built = {(plant.state, plant.mineral) for plant in world.plants if plant.cost}
    assert len(built) > STATES * MINERALS // 2
    assert {x.partner for x in world.memories} == {partner.id for partner in level.partners}
    for state in world.layout.states:
        assert all(world.values[chain.mined] > 0 for chain in state.chains)


def test_dropping_the_ledger_changes_no_digest() -> None:
    level = large_level()
    told = silent = open_world(level, 7)
    for number in range(TURNS):
        sheets = sheets_of_paths(level, number)
        turn = resolve_turn(told, sheets)
        told = turn.world
        silent = resolve_turn(silent, sheets, detail=False).world
        assert len(turn.ledger) > 5_000
        assert digest(told) == digest(silent)
