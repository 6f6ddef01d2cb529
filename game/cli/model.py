"""Commands about the model: which systems act, and the model card."""

import argparse
import json
import sys
from pathlib import Path

from game.cli.faults import CommandFault
from game.cli.levels import open_level

PROGRAM_FOLDER = Path(__file__).resolve().parents[2]


def run_systems(arguments: argparse.Namespace) -> int:
    """Print what stands for each of the 71 systems and how many are missing; exit 0."""
    from game.content.library import level_ids, proving_paths
    from game.engine.systems import IN_FORCE, MISSING, PARTLY
    from game.lab.systems.traced import traced

    found = traced(
        [open_level(level).level for level in level_ids()],
        [open_level(str(path)).level for path in proving_paths()],
    )
    counts = {
        status: sum(1 for x in found if x.status == status)
        for status in (IN_FORCE, PARTLY, MISSING)
    }
    if arguments.json:
        json.dump([x.as_json() for x in found], sys.stdout, indent=2, ensure_ascii=False)
        sys.stdout.write("\n")
        return 0
    for x in found:
        print(f"{x.system.id}  {x.status:9} {x.system.name}")
        if x.gap:
            print(f"{'':15}{x.gap}")
        if x.effects:
            print(f"{'':15}Levels: {', '.join(sorted(x.effects))}.")
        elif x.proof:
            print(f"{'':15}In the rules; no level uses it yet.")
    print(", ".join(f"{count} {status}" for status, count in counts.items()) + ".")
    return 0


def run_model_card(arguments: argparse.Namespace) -> int:
    """Print the model card; with --write run the back-tests again and write it to docs."""
    from game.lab.card.card import card, fresh_backtests, stored_backtests

    docs = PROGRAM_FOLDER / "docs"
    stored = docs / "backtests.json"
    if not arguments.write:
        sys.stdout.write(card(stored_backtests(stored)))
        return 0
    tables = fresh_backtests()
    try:
        stored.write_text(
            json.dumps(tables, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
        )
        (docs / "model.md").write_text(card(tables), encoding="utf-8", newline="\n")
    except OSError as error:
        raise CommandFault(
            f"The model card could not be written ({error.strerror}): "
            "check that the folder docs can be written to.",
            status=1,
        ) from None
    print("Written: docs/model.md and docs/backtests.json.")
    return 0
