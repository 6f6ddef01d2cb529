"""Commands that show whether the rules are true: signs, conditions, mutants, plans."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.cli.faults import CommandFault
from game.cli.games import check_seed
from game.cli.levels import open_level

if TYPE_CHECKING:
    from game.engine.definitions import Level
    from game.lab.signs.measure import Tally


def _levels(named: Sequence[str] = ()) -> "list[Level]":
    from game.content.library import level_ids

    return [open_level(x).level for x in (named or level_ids())]


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
    levels = _levels()
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
    levels = _levels([arguments.level] if arguments.level else ())
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
