"""Commands for those who write levels: a new one, and how well the checker helps."""

import argparse
import json
import sys
from pathlib import Path

from game.cli.faults import CommandFault
from game.cli.levels import level_fault, open_level
from game.cli.own_command import own_command
from game.content.faults import LevelError, excerpt
from game.content.library import OWN_FOLDER, find_level, level_ids, listed_ids, own_levels
from game.content.loaded import LoadedLevel


def run_new_level(arguments: argparse.Namespace) -> int:
    """Write a level that passes the check and can be played; exit 0 and say where it lies."""
    from game.content.starting import LEVEL_ID, LONGEST_ID, new_level_text

    level_id = arguments.id
    if not LEVEL_ID.fullmatch(level_id) or len(level_id) > LONGEST_ID:
        raise CommandFault(
            f"{excerpt(level_id)} cannot be the id of a level: use at most {LONGEST_ID} lower-case "
            "letters and digits, words joined by hyphens, such as `my-tin`."
        )
    if level_id in listed_ids():
        raise CommandFault(f"There is a level {level_id} already: choose another id.")
    path = OWN_FOLDER / f"{level_id}.yaml"
    try:
        like = find_level(arguments.like) if arguments.like else None
        text = new_level_text(level_id, like)
    except LevelError as error:
        raise level_fault(error, arguments.like) from None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        _calibrate(path)
    except OSError as error:
        raise CommandFault(
            f"The level could not be written ({error.strerror}): check that {path.parent} can be "
            "written to.",
            status=1,
        ) from None
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    print(f"Written: {shown}")
    print(f"  Look for mistakes:  {own_command()} check {level_id}")
    print(f"  Play it:            {own_command()} play {level_id}")
    print("  How to go on:       docs/levels.md")
    return 0


def _calibrate(path: Path) -> None:
    """Give a level with a historical path its baseline."""
    refresh_baseline(open_level(str(path)))


def refresh_baseline(loaded: LoadedLevel) -> bool:
    """Work out a level's baseline if it lacks a fitting one; return whether it was written.

    Raises:
        OSError: It could not be kept beside the level.
    """
    from game.content.baseline import baseline_path, read_baseline, write_baseline
    from game.lab.history.backtest import has_history
    from game.lab.levels.calibrate import calibrate

    kept = read_baseline(baseline_path(loaded.path))
    if not has_history(loaded.historical) or (kept and kept.inputs == loaded.inputs):
        return False
    found = calibrate(loaded.historical, {x.id: x.demand for x in loaded.historical.minerals})
    write_baseline(
        baseline_path(loaded.path),
        {x.mineral: x.price for x in found},
        {x.mineral: x.demand for x in found},
        loaded.inputs,
    )
    return True


def run_share(arguments: argparse.Namespace) -> int:
    """Pack levels into one file; only levels that pass the check."""
    from game.content.pack import write_pack

    files = []
    for name in arguments.levels:
        loaded = open_level(name)
        if loaded.path.stem != loaded.level.id:
            raise CommandFault(
                f"{loaded.path.name} holds the level {loaded.level.id}: name the file "
                f"{loaded.level.id}.yaml, because levels are found by the name of their file."
            )
        files.append(loaded.path)
    title = open_level(arguments.levels[0]).text("en")["level.title"]
    target = Path(arguments.to or f"{files[0].stem}.zip")
    try:
        write_pack(files, title, target)
    except OSError as error:
        raise CommandFault(
            f"{target} could not be written ({error.strerror}): name another file with --to.",
            status=1,
        ) from None
    print(f"Written: {target} ({len(files)} {'level' if len(files) == 1 else 'levels'})")
    print(f"  Others keep it with:  {own_command()} install {target.name}")
    return 0


def run_install(arguments: argparse.Namespace) -> int:
    """Keep the levels of a pack; nothing is kept unless all of them pass the check."""
    from game.content.pack import install, read_pack

    path = Path(arguments.pack)
    try:
        pack = read_pack(path)
        others = {x: y for x, y in own_levels().items() if y.parent != OWN_FOLDER / pack.name}
        kept = install(pack, OWN_FOLDER, frozenset(level_ids()) | frozenset(others))
        for level_id in kept:
            _calibrate(OWN_FOLDER / pack.name / f"{level_id}.yaml")
    except LevelError as error:
        more = len(error.problems) - 1
        rest = f" (and {more} more)" if more else ""
        raise CommandFault(error.problems[0].render() + rest, status=1) from None
    except OSError as error:
        raise CommandFault(
            f"The pack could not be kept ({error.strerror}): check that it can be read and that "
            f"{OWN_FOLDER} can be written to.",
            status=1,
        ) from None
    print(f"{pack.title}: {', '.join(kept)}")
    print(f"  Play:  {own_command()} play {kept[0]}")
    return 0


def run_slips(arguments: argparse.Namespace) -> int:
    """Print how often the checker names the right line; exit 1 below the aim of 98 %."""
    from game.lab.levels.slips import AIM, slip_report

    names = arguments.levels or [*listed_ids()]
    if not 1 <= arguments.each <= 5_000:
        raise CommandFault("--each must be 1 to 5000.")
    reports = []
    for name in names:
        try:
            reports.append(slip_report(find_level(name), arguments.each, arguments.seed))
        except LevelError as error:
            raise level_fault(error, name) from None
    ok = all(x.share >= AIM and x.mended == x.tried for x in reports)
    if arguments.json:
        found = {"ok": ok, "levels": [x.as_json() for x in reports]}
        json.dump(found, sys.stdout, indent=2, ensure_ascii=False)
        sys.stdout.write("\n")
        return 0 if ok else 1
    for report in reports:
        print(
            f"{report.level}: {len(report.verdicts)} slips found, {report.harmless} harmless; "
            f"{report.right} of {report.messages} messages name the right line "
            f"({report.share / 100:.1f} %); {report.mended} of {report.tried} remedies mend it"
        )
        for verdict in report.verdicts:
            for problem in verdict.wrong:
                print(f"  {verdict.slip.kind}: {problem.render()}")
            if verdict.mended is False:
                print(f"  {verdict.slip.kind}, not mended: {verdict.first.render()}")
    return 0 if ok else 1
