"""Commands about level files: check, schema, calibrate; and how every command opens a level."""

import argparse
import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from game.cli.faults import CommandFault
from game.content.faults import LevelError, Problem, excerpt
from game.content.library import load_level
from game.content.loaded import LoadedLevel

if TYPE_CHECKING:
    from game.content.checks.levels import CheckReport


PROVING = "proving"
"""Folder of levels that only prove the rules; nobody is taught by them."""


def open_level(id_or_path: str) -> LoadedLevel:
    """Return a level by id or path.

    Raises:
        CommandFault: There is no such level (status 2), or it has errors (status 1).
    """
    try:
        return load_level(id_or_path)
    except LevelError as error:
        raise level_fault(error, id_or_path) from None
    except (OSError, ValueError):  # a name that the system cannot even look up
        raise CommandFault(
            f"There is no level {excerpt(id_or_path)}: give the id of a level, or a level file."
        ) from None


def level_fault(error: LevelError, id_or_path: str) -> CommandFault:
    """Return what to say of a level that is not there (status 2) or has errors (status 1)."""
    first, more = error.problems[0], len(error.problems) - 1
    if first.code == "unknown-level":
        return CommandFault(_no_level(first))
    rest = f" (and {more} more: run `python main.py check {id_or_path}`)" if more else ""
    return CommandFault(first.render() + rest, status=1)


def _no_level(problem: Problem) -> str:
    name = excerpt(problem.file)
    if problem.remedy.endswith("?"):
        return f"There is no level {name}: {problem.remedy}"
    return f"There is no level {name} ({problem.why}): {problem.remedy}."


def run_check(arguments: argparse.Namespace) -> int:
    """Print every problem of the levels named, or PASS; exit 0 or 1."""
    from game.content.checks.levels import check_paths

    report = check_paths(arguments.paths)
    if not arguments.quick:
        report = _played(report)
    errors = [x for x in report.problems if x.severity == "error"]
    if arguments.json:
        found: dict[str, object] = {
            "ok": not errors,
            "levels": list(report.levels),
            "problems": [x.to_json() for x in report.problems],
        }
        if arguments.trace:
            found |= {"traced": report.traced, "numbers": report.numbers}
        json.dump(found, sys.stdout, indent=2, ensure_ascii=False)
        sys.stdout.write("\n")
        return 1 if errors else 0
    for problem in report.problems:
        print(problem.render())
    if arguments.trace:
        share = 100 * report.traced // report.numbers if report.numbers else 100
        print(f"{report.traced} of {report.numbers} numbers are traced ({share} %).")
    if not errors:
        names = ", ".join(report.levels) or "no level"
        print(f"PASS: {names}")
    return 1 if errors else 0


def _played(report: "CheckReport") -> "CheckReport":
    """The report with what only playing shows, for levels without errors."""
    from game.content.file.source import display_name
    from game.lab.levels.playthrough import play_through

    broken = {x.file for x in report.problems if x.severity == "error"}
    found = list(report.problems)
    for path in report.files:
        if display_name(path) not in broken and PROVING not in path.parts:
            found += play_through(path)
    return replace(report, problems=tuple(found))


def run_schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of level files."""
    from game.content.pages.schema import level_schema

    json.dump(level_schema(), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
    return 0


def run_calibrate(arguments: argparse.Namespace) -> int:
    """Work out a level's baselines; with --write keep them beside the level."""
    from game.content.baseline import baseline_path, write_baseline
    from game.lab.history.backtest import has_history
    from game.lab.levels.calibrate import calibrate

    loaded = open_level(arguments.level)
    level = loaded.historical
    if not has_history(level):
        raise CommandFault(
            f"{level.id} has no historical path, so its prices and demand hold no policy to take "
            "out: nothing needs to be calibrated."
        )
    baselines = calibrate(level, {x.id: x.demand for x in level.minerals})
    if arguments.write:
        try:
            write_baseline(
                baseline_path(loaded.path),
                {x.mineral: x.price for x in baselines},
                {x.mineral: x.demand for x in baselines},
                loaded.inputs,
            )
        except OSError as error:
            raise CommandFault(
                f"The baseline could not be written ({error.strerror}): "
                "check that the folder of the level can be written to.",
                status=1,
            ) from None
    found = {
        "level": level.id,
        "minerals": [
            {"id": x.mineral, "price": list(x.price), "demand": list(x.demand)} for x in baselines
        ],
        "written": bool(arguments.write),
    }
    if arguments.json:
        json.dump(found, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return 0
    for baseline in baselines:
        print(f"{baseline.mineral}: price of each turn, US$ a tonne, without the historical policy")
        print("  " + " ".join(str(price // 100) for price in baseline.price))
    print(
        "Written beside the level." if arguments.write else "Not written: add --write to keep it."
    )
    return 0
