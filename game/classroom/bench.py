"""How many entries a second are verified, on one core and on two."""

import time

from game.classroom.rounds import Round, make_round
from game.classroom.workers import EntryJob, run_jobs
from game.engine.definitions.level import Level
from game.match.match import play_out, start
from game.players import player_for

_RECORDS = 80


def verification_rates(level: Level) -> dict[str, float | int | str]:
    """Return whole records verified per second; the start of the processes counts too.

    Args:
        level: What is played, by a player that gives random legal orders from its first seat.
    """
    mandate = level.mandates[0].id
    found = make_round(level, level.seats[0], mandate, games=1, entrants=1, program="bench")
    jobs = [EntryJob(_entry(level, found))] * _RECORDS
    rates: dict[str, float | int | str] = {"record_turns": level.turns}
    for cores in (1, 2):
        started = time.perf_counter()
        run_jobs(level, found, jobs, cores)
        rate = _RECORDS / (time.perf_counter() - started)
        rates[f"records_verified_per_second_{cores}_core"] = round(rate, 1)
    return rates


def _entry(level: Level, found: Round) -> bytes:
    others = {seat: player_for(player) for seat, player in found.others}
    match = start(
        level,
        found.seat,
        found.mandate,
        found.seeds[0],
        others,
        program=found.program,
        round_id=found.id,
        entrant=1,
    )
    return play_out(match, player_for("random")).record_text().encode()
