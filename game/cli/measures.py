"""Commands that measure: back-tests and the bench."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.faults import CommandFault
from game.cli.games import check_seed
from game.cli.levels import open_level

if TYPE_CHECKING:
    from game.engine.definitions.level import Level


def run_backtest(arguments: argparse.Namespace) -> int:
    """Print the model beside history; exit 0 when every starred check holds, otherwise 1."""
    from game.lab.history.backtest import SUBJECTS, Case, backtest

    subjects = [arguments.level] if arguments.level else list(SUBJECTS)
    cases = [case for subject in subjects for case in backtest(_subject(subject))]
    failed = [x for case in cases for x in case.checks if x.starred and not x.ok]
    if arguments.json:
        found = {
            "level": arguments.level or "all",
            "cases": [
                {
                    "id": case.id,
                    "level": case.level,
                    "mode": case.mode,
                    "checks": [x.as_json() for x in case.checks],
                }
                for case in cases
            ],
            "ok": not failed,
        }
        json.dump(found, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return 1 if failed else 0
    modes = {"fed": "historical prices fed in", "closed": "prices made by the rules"}

    def show(case: Case) -> None:
        print(f"{case.id}, {case.level}, {modes[case.mode]}")
        for x in case.checks:
            star = "*" if x.starred else " "
            verdict = "ok" if x.ok else "MISSED"
            value = f"{x.value / 100:>10,.2f} {x.unit:6}"
            print(f" {star} {x.id:8} {x.what:74} {value} {x.target:24} {verdict}")

    for case in cases:
        show(case)
    print("Every starred target holds." if not failed else "A starred target is missed.")
    return 1 if failed else 0


def _subject(named: str) -> "Level | str":
    """Return the level of a name, or the id of a case that needs several levels."""
    from game.lab.history.backtest import SUBJECTS, has_history, has_targets, place_of
    from game.lab.history.paired import CASE

    if named == CASE:
        return named
    level = open_level(place_of(named)).level
    known = ", ".join(SUBJECTS)
    if has_targets(level):
        return level
    if not has_history(level):
        raise CommandFault(
            f"{level.id} has no historical path to compare with: name one of {known}."
        )
    raise CommandFault(f"No figures of history are known for {level.id}: name one of {known}.")


def run_bench(arguments: argparse.Namespace) -> int:
    """Print speed and memory."""
    from game.classroom.bench import verification_rates
    from game.lab.speed.bench import bench

    program = Path(__file__).resolve().parents[2] / "main.py"
    level = open_level(arguments.level).level
    try:
        found = bench(level, program) | verification_rates(level)
    except RuntimeError as error:  # the sentence of the window that could not be opened
        raise CommandFault(f"The first frame could not be measured. {error}", status=1) from None
    if arguments.json:
        json.dump(found, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return 0
    for name, value in found.items():
        print(f"{name:28} {value}")
    return 0


def run_compile(arguments: argparse.Namespace) -> int:
    """Compile the rules in a copy of the program; exit 0 when both forms play the same games."""
    from game.lab.speed.compiled import NotBuilt, build, compare, copy_program

    if not 1 <= arguments.turns <= 10_000_000:
        raise CommandFault("--turns must be 1 to 10000000.")
    source, folder = Path(__file__).resolve().parents[2], Path(arguments.folder)
    try:
        copy_program(source, folder)
        modules = build(folder)
    except NotBuilt as reason:
        raise CommandFault(str(reason), status=1) from None
    except OSError as error:
        raise CommandFault(f"{folder} cannot be written ({error.strerror}).") from None
    print(f"{modules} modules compiled; run {folder / 'main.py'} as you run main.py.")
    records = sorted((source / "tests" / "golden" / "records").glob("*.record"))
    found = compare(source, folder, arguments.turns, records)
    for game in found.games:
        print(f"{'DIFFERENT' if game in found.differences else 'same':10}{game}")
    return 1 if found.differences else 0


def run_soak(arguments: argparse.Namespace) -> int:
    """Play random games on every level, proving ones too; exit 0 when nothing went wrong."""
    from game.content.library import level_ids, proving_paths
    from game.lab.soak import soak

    if not 1 <= arguments.turns <= 10_000_000:
        raise CommandFault("--turns must be 1 to 10000000.")
    check_seed(arguments.seed)
    named = (*level_ids(), *map(str, proving_paths()))
    levels = [open_level(name).level for name in named]
    last = None
    for last in soak(levels, arguments.turns, arguments.seed):
        if not arguments.json and sys.stderr.isatty():
            sys.stderr.write(f"\r{last.turns:,} of {arguments.turns:,} turns")
    assert last is not None
    if arguments.json:
        found = {"turns": last.turns, "faults": list(last.faults), "digest": last.digest}
        json.dump(found, sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        print(f"{last.turns:,} turns, {len(last.faults)} faults, digest {last.digest[:16]}")
        for fault in last.faults[:20]:
            print(f"- {fault}")
    return 1 if last.faults else 0
