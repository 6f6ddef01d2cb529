"""What every computer player keeps to. Add a player to ``PLAYERS`` to have it checked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.engine.options import sheet_problems
from game.engine.orders import Order, Sheet
from game.engine.start.opening import open_world
from game.engine.turn import DONE, resolve_turn
from game.engine.view import view
from game.engine.world import World
from game.players import PLAYER_IDS, Player, player_for
from tests.match.secrets import with_other_secrets
from tests.worlds import AVAL, BORA, quarterly_level, small_level

ROOT = Path(__file__).resolve().parents[2]
PLAYERS: dict[str, Player] = {
    **{name: player_for(name) for name in PLAYER_IDS},
    "greedy.guardian": player_for("greedy.guardian"),
}


def worlds_on_the_way(seed: int) -> list[World]:
    """Return the worlds of a game of random orders, so that players meet offers and crises."""
    chance = player_for("random")
    found = []
    for level in (small_level(), quarterly_level()):
        world = open_world(level, seed)
        while not world.over:
            found.append(world)
            sheets = {
                seat: Sheet(seat, world.turn, chance.choose(view(world, seat), seed))
                for seat in (AVAL, BORA)
            }
            world = resolve_turn(world, sheets, detail=False).world
    return found


WORLDS = worlds_on_the_way(3)


@pytest.fixture(params=sorted(PLAYERS))
def player(request: pytest.FixtureRequest) -> Player:
    return PLAYERS[request.param]


def test_sheets_are_legal(player: Player) -> None:
    for world in WORLDS:
        for seat in (AVAL, BORA):
            sheet = Sheet(seat, world.turn, player.choose(view(world, seat), 11))
            assert sheet_problems(world, seat, sheet) == []
            results = resolve_turn(world, {seat: sheet}, detail=False).results
            assert [x.order for x in results if x.status != DONE] == []


def test_the_same_view_and_luck_give_the_same_orders(player: Player) -> None:
    for world in WORLDS:
        seen = view(world, AVAL)
        assert player.choose(seen, 5) == player.choose(view(world, AVAL), 5)


def test_nothing_hidden_moves_a_choice(player: Player) -> None:
    for world in WORLDS:
        other = with_other_secrets(world, AVAL, BORA)
        assert view(other, AVAL) == view(world, AVAL)
        assert player.choose(view(other, AVAL), 5) == player.choose(view(world, AVAL), 5)


def test_the_id_names_a_version_and_leads_back_to_the_player(player: Player) -> None:
    name, _, version = player.id.partition("/")
    assert name
    assert version.isdigit()
    again = player_for(player.id)
    assert again.id == player.id
    seen = view(WORLDS[2], AVAL)
    assert again.choose(seen, 3) == player.choose(seen, 3)


def test_orders_come_as_a_tuple_of_orders(player: Player) -> None:
    orders = player.choose(view(WORLDS[1], AVAL), 1)
    assert isinstance(orders, tuple)
    assert all(isinstance(order, Order) for order in orders)


_PRINT_CHOICES = """
from game.engine.view import view
from tests.players.test_conformance import PLAYERS, WORLDS
for name in sorted(PLAYERS):
    print(name, [PLAYERS[name].choose(view(world, "aval"), 9) for world in WORLDS[::5]])
"""


def test_choices_do_not_depend_on_the_order_of_hashes() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", _PRINT_CHOICES],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert b"greedy" in printed.pop()
