"""Commands that show whether the rules are true: signs, conditions, mutants, plans."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.faults import CommandFault
from game.cli.games import check_seed
from game.cli.levels import open_level

if TYPE_CHECKING:
    from game.engine.definitions.level import Level
    from game.lab.mutants import Tried
    from game.lab.signs.measure import Tally


_CORE = ("indonesia-nickel", "indonesia-bauxite")
"""Levels with an open port, plain mines and few dated events, for which the tests were written."""


def _levels(arguments: argparse.Namespace) -> "list[Level]":
    from game.content.library import level_ids, proving_paths

    if arguments.all and arguments.level:
        raise CommandFault("Give --level or --all, not both.")
    proving = {x.stem: str(x) for x in proving_paths()}
    named: tuple[str, ...] = (arguments.level,) if arguments.level else _CORE
    if arguments.all:
        named = (*level_ids(), *proving)
    return [open_level(proving.get(x, x)).level for x in named]


def _print_json(found: object) -> None:
    json.dump(found, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")


def run_signs(arguments: argparse.Namespace) -> int:
    """Print how often each sign test holds on states of play; exit 1 when one fails."""
    from game.lab.signs.measure import measure
    from game.lab.signs.sample import sampled
    from game.lab.signs.table import ALL

    if not 1 <= arguments.states <= 100_000:
        raise CommandFault("--states must be 1 to 100000.")
    check_seed(arguments.seed)
    levels = _levels(arguments)
    if arguments.all:
        return _signs_by_level(levels, arguments)
    tallies = measure(ALL, sampled(levels, arguments.states, arguments.seed))
    failed = [x for x in tallies if x.verdict == "fails"]
    if arguments.json:
        _print_json(
            {
                "levels": [x.id for x in levels],
                "states": arguments.states,
                "ok": not failed,
                "signs": [x.as_json() for x in tallies],
            }
        )
        return 1 if failed else 0
    for x in tallies:
        _show_sign(x)
    undecided = sum(1 for x in tallies if x.verdict == "undecided")
    held = len(tallies) - len(failed) - undecided
    print(f"{held} hold, {len(failed)} fail, {undecided} undecided on too few states.")
    return 1 if failed else 0


def _signs_by_level(levels: "list[Level]", arguments: argparse.Namespace) -> int:
    """Print a line for each level, with the signs that fail there; exit 1 when one does."""
    from game.lab.signs.measure import measured

    found = []
    for level in levels:
        x = measured(level, arguments.states, arguments.seed)
        found.append(x)
        if not arguments.json:
            told = f"fail: {', '.join(x.failed)}" if x.failed else "none fails"
            share = f"{x.right * 100 / max(1, x.n):5.1f} %"
            print(f"{x.level:26} {share} of n = {x.n:6}  {x.claimed:3} claimed, {told}", flush=True)
    failed = any(x.failed for x in found)
    if arguments.json:
        told_all = [x.as_json() for x in found]
        _print_json({"states": arguments.states, "ok": not failed, "levels": told_all})
    return 1 if failed else 0


def _show_sign(x: "Tally") -> None:
    share = f"{x.share_bp / 100:5.1f} %" if x.n else "      –"
    print(f"{x.sign.id:6} {share}  n = {x.n:4}  {x.verdict:9}  {x.sign.words}")
    if x.verdict == "fails":
        for miss in x.misses[:3]:
            print(f"{'':16}{miss}")


def run_conditions(arguments: argparse.Namespace) -> int:
    """Run or list the extreme conditions and invariants; exit 1 when one does not hold."""
    from game.lab.conditions.condition import conditions
    from game.lab.conditions.run import applies, check

    cases = conditions()
    if arguments.list:
        if arguments.json:
            _print_json([{"id": x.id, "words": x.words, "source": x.source} for x in cases])
            return 0
        for case in cases:
            print(f"{case.id:32} {case.words} [{case.source}]")
        return 0
    levels = _levels(arguments)
    outcomes = [check(x, level) for level in levels for x in cases if applies(x, level)]
    failed = [x for x in outcomes if not x.ok]
    if arguments.json:
        found = {"ok": not failed, "conditions": [x.as_json() for x in outcomes]}
        _print_json(found)
        return 1 if failed else 0
    for x in outcomes:
        print(f"{'ok    ' if x.ok else 'BROKEN'} {x.level:24} {x.case.words}")
        for fault in x.faults[:5]:
            print(f"{'':7}{fault}")
    print(f"{len(outcomes) - len(failed)} hold, {len(failed)} are broken.")
    return 1 if failed else 0


def run_plans(arguments: argparse.Namespace) -> int:
    """Search whole-game plans and print the best beside simple ones; exit 0."""
    from game.lab.plans.plan_search import CONTENDERS, search

    level = open_level(arguments.level).level
    if not 30 <= arguments.budget <= 1_000_000:
        raise CommandFault("--budget must be 30 to 1000000.")
    check_seed(arguments.seed)
    known = [x.id for x in level.mandates]
    if arguments.mandate and arguments.mandate not in known:
        raise CommandFault(f"--mandate must be one of {', '.join(known)}.")
    found = search(level, arguments.budget, luck=arguments.seed)
    shown = [x for x in found.mandates if arguments.mandate in (None, x.mandate)]
    everywhere = {name: found.best_everywhere(name) for name in CONTENDERS}
    if arguments.json:
        _print_json(
            {
                "level": found.level,
                "plans": found.evaluations,
                "games": found.games,
                "mandates": [x.as_json() for x in shown],
                "fixed_plan": found.fixed.as_json(),
                "best_everywhere": everywhere,
            }
        )
        return 0
    print(f"{found.level}: {found.evaluations} plans, {found.games} games")
    print(f"{'mandate':18}{'best':>8}" + "".join(f"{x:>12}" for x in (*CONTENDERS, "history")))
    for x in shown:
        marks = [getattr(x, name) for name in ("best", *CONTENDERS, "history")]
        points = ["–" if mark is None else f"{mark.points / 100:.1f}" for mark in marks]
        aims = ["–" if mark is None else f"{mark.aims / 100:.0f} %" for mark in marks]
        for title, cells in ((x.mandate, points), ("  aims met", aims)):
            print(f"{title:18}{cells[0]:>8}" + "".join(f"{cell:>12}" for cell in cells[1:]))
        kept = {name: value for name, value in x.plan.as_json().items() if value}
        print("    " + ", ".join(f"{name} {value}" for name, value in kept.items()))
    best = [name for name, value in everywhere.items() if value]
    print(f"Best under every mandate: {', '.join(best) or 'none of these'}.")
    return 0


def run_mutants(arguments: argparse.Namespace) -> int:
    """Plant small faults in the rules and print how many the fast tests notice; exit 0."""
    import tempfile

    from game.lab import mutants

    known = mutants.areas()
    if arguments.area and arguments.area not in known:
        raise CommandFault(f"--area must be one of {', '.join(known)}.")
    if not 1 <= arguments.sample <= 100_000:
        raise CommandFault("--sample must be 1 to 100000.")
    check_seed(arguments.seed)
    chosen = [arguments.area] if arguments.area else list(known)
    everything = [x for area in chosen for x in mutants.mutants(area)]
    picked = mutants.sample(everything, arguments.sample, arguments.seed)
    results: list[mutants.Tried] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mutants.copy_house(folder)
        if not mutants.passes(folder):
            raise CommandFault("The tests fail before any fault is planted.", status=1)
        for x in mutants.tried(picked, folder):
            results.append(x)
            if not arguments.json:
                print(f"{x.verdict:9} {x.mutant.id}: {x.mutant.before} -> {x.mutant.after}")
    counts = [_area_count(area, results) for area in chosen]
    killed = sum(1 for x in results if x.verdict == mutants.KILLED)
    if arguments.json:
        found = {
            "mutants": len(everything),
            "sampled": len(results),
            "killed": killed,
            "score": killed / len(results) if results else None,
            "areas": [x for x in counts if x["sampled"]],
            "tried": [x.as_json() for x in results],
        }
        _print_json(found)
        return 0
    for count in counts:
        if count["sampled"]:
            print(f"{count['area']:16} {count['killed']:4} of {count['sampled']:4} noticed")
    print(f"{killed} of {len(results)} noticed; {len(everything)} mutants in all.")
    return 0


def _area_count(area: str, results: "Sequence[Tried]") -> dict[str, object]:
    own = [x for x in results if x.mutant.area == area]
    killed = sum(1 for x in own if x.verdict == "killed")
    return {"area": area, "sampled": len(own), "killed": killed}
