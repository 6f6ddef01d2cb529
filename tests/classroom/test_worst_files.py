"""The costliest files that can be handed in: each is judged within five seconds and 256 MB."""

import json
import resource
import sys
import time
from functools import cache

import pytest

from game.classroom.faults import NEEDS_REVIEW
from game.classroom.rounds import Round, make_round
from game.classroom.verifying import Verdict, verify_entry
from game.classroom.workers import EntryJob, run_jobs
from game.content.library import load_level
from game.engine.definitions.level import Level
from game.engine.orders import Order
from game.engine.record import MAX_BYTES, Ordered, Predicted, write_header, write_line
from game.match import Match, start
from game.players import player_for

SECONDS = 5
MEGABYTES = 256


@cache
def nickel() -> Level:
    return load_level("indonesia-nickel").level


@cache
def big_round() -> Round:
    level = nickel()
    mandate = level.mandates[0].id
    return make_round(level, level.seats[0], mandate, games=9, entrants=3, program="0.1.0")


def new_match(game: int = 1) -> Match:
    found = big_round()
    return start(
        nickel(),
        found.seat,
        found.mandate,
        found.seeds[game - 1],
        {seat: player_for(player) for seat, player in found.others},
        program=found.program,
        round_id=found.id,
        entrant=1,
    )


def filled(match: Match) -> list[Order]:
    """Put as many cheap orders as fit on the open turn's draft; returns them."""
    found: list[Order] = []
    for order in sorted(match.options(), key=match.options().cost):
        taken = {(other.lever, other.target) for other in found}
        if (order.lever, order.target) not in taken and not match.give(order):
            found.append(order)
    return found


def up_to_the_limit(rows: list[str], again: list[str]) -> bytes:
    """Repeat some lines until the file is as large as it may be."""
    room = MAX_BYTES - sum(len(row) + 1 for row in rows)
    times = room // sum(len(row) + 1 for row in again)
    return "".join(f"{row}\n" for row in rows + again * times).encode()


def flood(turns: int) -> bytes:
    """After some ended turns, give and take back the last order of a full draft for ever."""
    match = new_match()
    for _ in range(turns):
        match.seal()
    last = filled(match)[-1]
    rows = match.record_text().splitlines()
    lines = [Ordered(match.turn, match.seat, last, True), Ordered(match.turn, match.seat, last)]
    return up_to_the_limit(rows, [write_line(line) for line in lines])


def busy_games() -> bytes:
    """Nine whole games with as full a sheet as there can be in every turn."""
    texts = []
    for game in range(1, 10):
        match = new_match(game)
        while not match.over:
            filled(match)
            match.seal()
        texts.append(match.record_text())
    return "".join(texts).encode()


def costly() -> dict[str, bytes]:
    match = new_match()
    header = write_header(match.header)
    match.seal()
    ended = match.record_text().splitlines()
    wide = json.dumps(
        {"turn": 1, "seat": match.seat, "order": "royalty", "target": "nickel",
         "setting": [10**17] * 32}
    )  # fmt: skip
    ask = write_line(Predicted(1, "x", 0, "y"))
    return {
        "flood in the first turn": flood(1),
        "flood in the last turn": flood(nickel().turns - 1),
        "nine full games": busy_games(),
        "nine headers": "".join([header + "\n"] * 9).encode(),
        "headers only": up_to_the_limit([], [header]),
        "ends of turns": up_to_the_limit([header], [ended[1]]),
        "wide settings": up_to_the_limit(ended, [wide]),
        "questions nobody asked": up_to_the_limit(ended, [ask]),
        "empty lines": up_to_the_limit(ended, [""]),
        "long lines": up_to_the_limit(ended, ["{" + " " * 3_990 + "}"]),
        "many small fields": up_to_the_limit(
            ended, ["{" + ",".join(f'"{n}":{n}' for n in range(380)) + "}"]
        ),
        "lists in lists": up_to_the_limit(ended, ['{"a":' + "[" * 2_000 + "]" * 2_000 + "}"]),
        "one line": b"{" + b" " * (MAX_BYTES - 1),
        "no line ends": b"x" * MAX_BYTES,
        "zeros": bytes(MAX_BYTES),
        "a byte too many": b"x" * (MAX_BYTES + 1),
    }


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return costly()


def test_each_is_judged_in_time_and_by_its_contents(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        started = time.process_time()
        verdict = verify_entry(nickel(), big_round(), data, player_for)
        assert time.process_time() - started < SECONDS, name
        assert verdict.ok is name.startswith(("nine full", "flood", "empty")), (name, verdict.code)


@pytest.mark.skipif(sys.platform == "win32", reason="platform: Windows does not tell")
def test_a_worker_judges_all_of_them_within_its_memory(files: dict[str, bytes]) -> None:
    results = run_jobs(nickel(), big_round(), map(EntryJob, files.values()), 1)
    codes = [result.code for result in results if isinstance(result, Verdict)]
    assert len(codes) == len(files)
    assert not set(codes) & set(NEEDS_REVIEW)
    unit = 1 if sys.platform == "darwin" else 1_024
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    assert most <= MEGABYTES * 1_024 * 1_024


def test_a_full_game_needs_a_fraction_of_the_work_allowed(files: dict[str, bytes]) -> None:
    verdict = verify_entry(nickel(), big_round(), files["nine full games"], player_for)
    assert verdict.work < 400 * nickel().turns * 9 // 2
