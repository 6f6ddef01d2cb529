"""Commands that measure: back-tests and the bench."""

import argparse
import json
import sys
from pathlib import Path

from game.cli.faults import CommandFault
from game.cli.levels import open_level


def run_backtest(arguments: argparse.Namespace) -> int:
    """Print the model beside history; exit 0 when every starred check holds, otherwise 1."""
    from game.lab.backtest import Case, backtest, has_history

    level = open_level(arguments.level).level
    if not has_history(level):
        raise CommandFault(
            f"{level.id} has no historical path to compare with: "
            "name a level that has one, such as indonesia-nickel."
        )
    cases = backtest(level)
    failed = [x for case in cases for x in case.checks if x.starred and not x.ok]
    if arguments.json:
        found = {
            "level": level.id,
            "cases": [
                {"id": case.id, "mode": case.mode, "checks": [x.as_json() for x in case.checks]}
                for case in cases
            ],
            "ok": not failed,
        }
        json.dump(found, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return 1 if failed else 0
    modes = {"fed": "historical prices fed in", "closed": "prices made by the rules"}

    def show(case: Case) -> None:
        print(f"{case.id}, {modes[case.mode]}")
        for x in case.checks:
            star = "*" if x.starred else " "
            verdict = "ok" if x.ok else "MISSED"
            value = f"{x.value / 100:>10,.2f} {x.unit:6}"
            print(f" {star} {x.id:7} {x.what:62} {value} {x.target:24} {verdict}")

    for case in cases:
        show(case)
    print("Every starred target holds." if not failed else "A starred target is missed.")
    return 1 if failed else 0


def run_bench(arguments: argparse.Namespace) -> int:
    """Print speed and memory."""
    from game.lab.bench import bench

    program = Path(__file__).resolve().parents[2] / "main.py"
    found = bench(open_level(arguments.level).level, program)
    if arguments.json:
        json.dump(found, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return 0
    for name, value in found.items():
        print(f"{name:28} {value}")
    return 0
