"""Rounds on the small level, and entries for them played by computer players."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from game.classroom.rounds import Round, hash_of, make_round
from game.classroom.verifying import Verdict, verify_entry
from game.content.digest import level_digest
from game.engine.definitions.level import Level
from game.engine.orders import Order
from game.match import Match, play_out, start
from game.match.seats import ComputerPlayer
from game.players import player_for
from tests.worlds import AVAL, small_level

LEVEL = small_level()
LUCK = "0123456789abcdef" * 2


def _held(level: Level) -> Level:
    """Return the level with neighbours that hold still; they choose faster."""
    states = tuple(replace(state, persona="holder") for state in level.states)
    still = replace(level, id="test-held", states=states)
    return replace(still, digest=level_digest(still))


HELD = _held(LEVEL)


@cache
def small_round(games: int = 2, level: Level = LEVEL, luck: str = LUCK) -> Round:
    """Return a round of nine numbers, with a luck of the test's own."""
    made = make_round(
        level,
        AVAL,
        "industrialiser",
        games=games,
        entrants=9,
        deadline="Friday, noon",
        program="0.1.0",
        build="b",
    )
    return replace(made, luck=luck, luck_hash=hash_of(luck))


def level_of(found: Round) -> Level:
    return HELD if found.level == HELD.id else LEVEL


def round_match(found: Round, number: int, game: int, **unfair: ComputerPlayer) -> Match:
    """Return the match of a game of a round; ``unfair`` neighbours play in the wrong's place."""
    players: dict[str, ComputerPlayer] = {seat: player_for(player) for seat, player in found.others}
    match = start(
        level_of(found),
        found.seat,
        found.mandate,
        found.seeds[game - 1],
        players,
        program=found.program,
        build=found.build,
        round_id=found.id,
        entrant=number,
    )
    match.others |= unfair
    return match


def played(found: Round, number: int, game: int, player: str = "random") -> Match:
    return play_out(round_match(found, number, game), player_for(player, found.mandate))


@cache
def entry(found: Round, number: int, *players: str) -> bytes:
    """Return an entry with one game for each player named."""
    texts = (played(found, number, n, each).record_text() for n, each in enumerate(players, 1))
    return "".join(texts).encode()


def honest(number: int = 1, first: str = "random", second: str = "status-quo") -> bytes:
    return entry(small_round(), number, first, second)


def checked(data: bytes, found: Round | None = None) -> Verdict:
    found = found or small_round()
    return verify_entry(level_of(found), found, data, player_for)


def changed(data: bytes, old: str, new: str) -> bytes:
    """Return an entry in which the first text, which must occur, became the second."""
    assert old in data.decode()
    return data.decode().replace(old, new, 1).encode()


def with_orders(
    found: Round, number: int, give: Callable[[Match], Iterable[Order]], game: int = 1
) -> Match:
    """Return a game in which ``give`` names the orders of each turn."""
    match = round_match(found, number, game)
    while not match.over:
        for order in give(match):
            match.give(order)
        match.seal()
    return match
