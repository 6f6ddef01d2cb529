"""Speed and memory, measured: medians over several rounds, since machines are shared and noisy."""

import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from game.engine import turn
from game.engine.codec import digest
from game.engine.definitions.level import Level
from game.engine.draft import Draft
from game.engine.orders import Sheet
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.speed.large_world import large_level
from game.lab.speed.yardstick import REFERENCE, kernel_rate

_ROUNDS = 7
_GAMES = 12
_TARGETS = {"one": (1_500, 3_000), "many": (150, 500)}
"""Turns a second wanted of one mineral and of many, with a ledger and without, on a machine whose
yardstick does its reference (docs/speed.md)."""


def bench(level: Level, program: Path) -> dict[str, float | int | str]:
    """Return the figures of the command ``bench``: for a level, then for the largest world.

    Args:
        level: The level that is resolved.
        program: Path of ``main.py``; started for the first frame.
    """
    found: dict[str, float | int | str] = {
        "python": sys.version.split()[0],
        "engine": "compiled" if is_compiled() else "as written",
        "level": level.id,
    }
    found |= _measured(level, _GAMES)
    found |= {f"large_{name}": value for name, value in _measured(large_level(), 1).items()}
    frame, megabytes = _first_frame(program)
    return found | {"first_frame_s": round(frame, 3), "peak_memory_mb": round(megabytes)}


def is_compiled() -> bool:
    """Whether the rules at work are the compiled ones (docs/speed.md)."""
    return not str(turn.__file__).endswith(".py")


def _measured(level: Level, games: int) -> dict[str, float | int]:
    """Return how fast a level's turns are resolved, and what copying and the digest take of one.

    Copying is what a turn costs before and after the rules: a draft is made and frozen again.
    """
    sheets = [sheets_of_paths(level, number) for number in range(level.turns)]
    full, full_marks = _turns_per_second(level, sheets, games, detail=True)
    bare, bare_marks = _turns_per_second(level, sheets, games, detail=False)
    targets = _TARGETS["one" if len(level.minerals) == 1 else "many"]
    worlds = [open_world(level, 1)]
    for sheet in sheets[:-1]:
        worlds.append(resolve_turn(worlds[-1], sheet, detail=False).world)
    last = worlds[-1]
    digest_us = _mean_us(worlds, digest)
    copy_us = _mean_us(worlds, lambda world: Draft(world, detail=False).freeze(world))
    return {
        "turns_per_second": round(full),
        "turns_per_second_no_ledger": round(bare),
        "percent_of_target": percent_of_target(full_marks, targets[0]),
        "percent_of_target_no_ledger": percent_of_target(bare_marks, targets[1]),
        "yardstick": round(full / full_marks),
        "resolve_ms_median": round(1_000 / full, 3),
        "copy_us": round(copy_us, 1),
        "copy_percent": round(copy_us * full / 10_000, 1),
        "digest_us": round(digest_us, 1),
        "digest_percent": round(digest_us * full / 10_000, 1),
        "figures": len(last.values),
        "plants_last_turn": len(last.plants),
        "ledger_lines_last_turn": _lines(last, sheets[-1]),
        "world_bytes": _world_bytes(level),
    }


def sheets_of_paths(level: Level, number: int) -> dict[str, Sheet]:
    """Return the sheets of a turn that the level's paths of history have, by seat."""
    found = {}
    for state in level.states:
        orders = state.path[number] if number < len(state.path) else ()
        found[state.id] = Sheet(state.id, number, orders)
    return found


def percent_of_target(marks: float, target: int) -> int:
    """Return how much of a target is reached, in percent, on a machine of any speed.

    Args:
        marks: Turns for each turn of the yardstick.
        target: Turns a second that are wanted where the yardstick does its reference.
    """
    return round(100 * marks * REFERENCE / target)


def _turns_per_second(
    level: Level, sheets: list[dict[str, Sheet]], games: int, *, detail: bool
) -> tuple[float, float]:
    """Return turns a second of processor time, and turns for each turn of the yardstick.

    The yardstick is laid on in every round, since other programs come and go.
    """
    rates, marks = [], []
    for seed in range(_ROUNDS):
        started = time.process_time()
        for game in range(games):
            world = open_world(level, seed * games + game)
            for sheet in sheets:
                world = resolve_turn(world, sheet, detail=detail).world
        rates.append(games * len(sheets) / (time.process_time() - started))
        marks.append(rates[-1] / kernel_rate())
    return statistics.median(rates), statistics.median(marks)


def _mean_us(worlds: list[World], work: Callable[[World], object]) -> float:
    """Return microseconds for one world, the mean over a game; the median of several rounds."""
    times = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        for world in worlds:
            work(world)
        times.append((time.process_time() - started) / len(worlds))
    return statistics.median(times) * 1_000_000


def _lines(world: World, sheets: dict[str, Sheet]) -> int:
    return len(resolve_turn(world, sheets).ledger)


def _world_bytes(level: Level) -> int:
    tracemalloc.start()
    world = open_world(level, 1)
    before = tracemalloc.get_traced_memory()[0]
    kept = resolve_turn(world, sheets_of_paths(level, 0), detail=False).world
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
