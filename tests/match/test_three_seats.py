"""A level with three governed states: each may be the person's, and none leaks to another."""

from dataclasses import replace

import pytest

from game.content.atlas import PROGRAM_FOLDER
from game.content.library import load_level
from game.engine.orders import Order
from game.engine.record import read_record
from game.engine.view import sees, view
from game.match.forecast import forecast_of
from game.match.match import Match, play_out, start
from game.match.replay import rebuild
from game.players import player_for

LEVEL = load_level(PROGRAM_FOLDER / "levels" / "proving" / "asean-table.yaml").level


def begun(seat: str) -> Match:
    others = {x.id: player_for(x.persona) for x in LEVEL.states if x.id != seat}
    return start(LEVEL, seat, "common-voice", 7, others, program="test")


@pytest.mark.parametrize("seat", LEVEL.seats)
def test_each_seat_can_be_played_to_the_end_and_replayed(seat: str) -> None:
    match = play_out(begun(seat), player_for("random"))
    assert match.over
    again = rebuild(LEVEL, read_record(match.record_text().encode()), player_for)
    assert again.digests == match.digests


def test_neighbours_follow_a_pledge_and_the_price_rises() -> None:
    match, plain = begun("philippines"), begun("philippines")
    assert match.give(Order("cartel_pledge", "nickel", (2_000,))) == ()
    for _ in range(3):
        match.seal()
        plain.seal()
    assert match.world.figure("region/cut") == 2_000
    assert match.world.figure("nickel/price") > plain.world.figure("nickel/price")


def test_a_forecast_knows_nothing_of_what_others_hide() -> None:
    match = begun("vietnam")
    match.give(Order("cartel_pledge", "nickel", (1_000,)))
    match.seal()
    match.seal()
    world = match.world
    values = tuple(
        value if sees(world.layout, "vietnam", slot) else value + 1
        for slot, value in enumerate(world.values)
    )
    other = replace(world, seed=world.seed + 1, values=values)
    assert view(other, "vietnam") == view(world, "vietnam")
    told = [forecast_of(view(x, "vietnam"), (), match.others, 2) for x in (world, other)]
    assert told[0] == told[1]
