"""Speed and memory, measured: medians over several rounds, since machines are shared and noisy."""

import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from game.engine.codec import digest
from game.engine.definitions import Level
from game.engine.opening import open_world
from game.engine.orders import Sheet
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.runs import players_of, run

_ROUNDS = 7
_GAMES = 12


def bench(level: Level, program: Path) -> dict[str, float | int | str]:
    """Return the figures of the command ``bench``.

    Args:
        level: The level that is resolved.
        program: Path of ``main.py``; started for the first frame.
    """
    played = run(level, players_of(level, "history"), 1)
    sheets = [_sheets(level, turn) for turn in range(level.turns)]
    full = _turns_per_second(level, sheets, detail=True)
    bare = _turns_per_second(level, sheets, detail=False)
    frame, megabytes = _first_frame(program)
    last = played.worlds[-1]
    return {
        "level": level.id,
        "turns_per_second": round(full),
        "turns_per_second_no_ledger": round(bare),
        "resolve_ms_median": round(1_000 / full, 3),
        "digest_us": round(_median_us(lambda: digest(last)), 1),
        "copy_us": round(_median_us(lambda: list(last.values)), 1),
        "ledger_lines_last_turn": _lines(played.worlds[-2], sheets[-1]),
        "first_frame_s": round(frame, 3),
        "peak_memory_mb": round(megabytes),
        "world_bytes": _world_bytes(level),
        "python": sys.version.split()[0],
    }


def _sheets(level: Level, turn: int) -> dict[str, Sheet]:
    found = {}
    for state in level.states:
        orders = state.path[turn] if turn < len(state.path) else ()
        found[state.id] = Sheet(state.id, turn, orders)
    return found


def _turns_per_second(level: Level, sheets: list[dict[str, Sheet]], *, detail: bool) -> float:
    """Return turns a second of processor time: other programs on the machine do not count."""
    rates = []
    for seed in range(_ROUNDS):
        started = time.process_time()
        for game in range(_GAMES):
            world = open_world(level, seed * _GAMES + game)
            for sheet in sheets:
                world = resolve_turn(world, sheet, detail=detail).world
        rates.append(_GAMES * len(sheets) / (time.process_time() - started))
    return statistics.median(rates)


def _median_us(work: Callable[[], object]) -> float:
    times = []
    for _ in range(200):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1_000_000


def _lines(world: World, sheets: dict[str, Sheet]) -> int:
    return len(resolve_turn(world, sheets).ledger)


def _world_bytes(level: Level) -> int:
    tracemalloc.start()
    world = open_world(level, 1)
    before = tracemalloc.get_traced_memory()[0]
    kept = resolve_turn(world, _sheets(level, 0), detail=False).world
    size = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert kept.turn == 1
    return size


def _first_frame(program: Path) -> tuple[float, float]:
    """Return seconds from the command to the first frame, and the peak memory in MB.

    The game is started as a player starts it, on SDL's dummy video driver, told to stop after its
    first frame; the median of five starts.
    """
    times, sizes = [], []
    for _ in range(5):
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, str(program), "first-frame"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        times.append(time.perf_counter() - started)
        if done.returncode:
            raise RuntimeError(done.stderr.strip() or "the window could not be opened")
        sizes.append(float(done.stdout.strip() or 0))
    return statistics.median(times), max(sizes)
