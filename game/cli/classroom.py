"""Commands for a class: pack a round, verify entries."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from game import __version__
from game.classroom import faults
from game.classroom.faults import RoundFault
from game.classroom.pseudonyms import pseudonym
from game.classroom.rounds import (
    MAX_BYTES,
    SUFFIX,
    Round,
    check_level,
    make_round,
    read_round,
    write_round,
)
from game.classroom.verifying import Verdict
from game.classroom.workers import EntryJob, Job, NoWorkers, Result, run_jobs
from game.cli.build_mark import build_mark
from game.cli.faults import CommandFault
from game.cli.games import check_mandate
from game.cli.levels import open_level
from game.content.loaded import LoadedLevel
from game.engine.definitions.level import Level
from game.engine.record import MAX_BYTES as MOST_ENTRY_BYTES
from game.storage.atomic import write_text
from game.text.catalogue import Catalogue
from game.text.classroom_words import OTHER_BUILD, entry_sentence, round_says, round_sentence

PLAYERS_FILE = f"class{SUFFIX}"
SEALED_FILE = f"sealed{SUFFIX}"
NUMBERS_FILE = "numbers.txt"


def run_pack(arguments: argparse.Namespace) -> int:
    """Write a new round, and the list of numbers with their names."""
    loaded = open_level(arguments.level)
    level = loaded.level
    seat = arguments.seat or level.seats[0]
    if seat not in level.seats:
        raise CommandFault(
            f"Nobody governs {seat!r} in {level.id}: choose one of {', '.join(level.seats)}."
        )
    mandate = arguments.mandate or (loaded.meta.mandates or (level.mandates[0].id,))[0]
    check_mandate(level, mandate)
    folder = Path(arguments.out)
    if folder.exists() and any(folder.glob(f"*{SUFFIX}")):
        raise CommandFault(f"{folder} holds a round already: name another folder with --out.")
    try:
        found = make_round(
            level,
            seat,
            mandate,
            games=arguments.games,
            entrants=arguments.numbers,
            deadline=arguments.deadline,
            sealed=arguments.sealed,
            program=__version__,
            build=build_mark(),
        )
    except RoundFault as fault:
        raise CommandFault(_pack_sentence(fault)) from None
    says = says_of(found, loaded)
    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / PLAYERS_FILE, write_round(found, says))
    if found.sealed:
        write_text(folder / SEALED_FILE, write_round(found.closed, says))
    write_text(folder / NUMBERS_FILE, _numbers(found, says))
    for sentence in says:
        print(f"- {sentence}")
    if found.sealed:
        print(f"Publish {folder / SEALED_FILE} now, and hand out {folder / PLAYERS_FILE} at play.")
    else:
        print(f"Hand out {folder / PLAYERS_FILE}.")
    print(f"Give each player a number from {folder / NUMBERS_FILE}.")
    return 0


def _pack_sentence(fault: RoundFault) -> str:
    words = {
        "games": "--games must be 1 to 9.",
        "entrants": "--numbers must be 1 to 999.",
        "deadline": "--deadline must be one line of at most 80 plain characters.",
    }
    if fault.code == faults.ROUND_MALFORMED and fault.detail in words:
        return words[fault.detail]
    return round_sentence(fault.code, fault.detail, Catalogue())


def says_of(found: Round, loaded: LoadedLevel) -> tuple[str, ...]:
    """Return the rules of a round in words."""
    texts = loaded.text("en")
    return round_says(
        Catalogue(),
        f"“{texts['level.title']}”",
        texts.get(f"state.{found.seat}.name", found.seat),
        f"“{texts.get(f'mandate.{found.mandate}.name', found.mandate)}”",
        found.games,
        found.sealed,
    )


def _numbers(found: Round, says: Sequence[str]) -> str:
    lines = [f"Round {found.id}. {found.deadline}".rstrip(), "", *says, ""]
    lines += [
        f"{number:3}  {pseudonym(found.id, number):26}  who: ______________________"
        for number in range(1, found.entrants + 1)
    ]
    lines += ["", "Write people on the printed sheet only; this file is not read again.", ""]
    return "\n".join(lines)


def find_round(named: str | None, folder: Path) -> Round:
    """Return the round named, or the opened one in a folder.

    Raises:
        CommandFault: There is none that can be used.
    """
    paths = [Path(named)] if named else sorted(folder.glob(f"*{SUFFIX}"))
    if not paths:
        raise CommandFault(f"There is no round in {folder}: name its file with --round.")
    found = [read_round_file(path) for path in paths]
    opened = [each for each in found if each.luck]
    if not opened:
        raise CommandFault(f"{paths[0]}: {round_sentence(faults.LUCK_SEALED, '', Catalogue())}", 1)
    if len({each.id for each in found}) > 1:
        raise CommandFault(f"{folder} holds several rounds: name one with --round.")
    return opened[0]


def read_round_file(path: Path) -> Round:
    """Return the round in a file.

    Raises:
        CommandFault: It is not there (status 2) or no round (status 1).
    """
    try:
        with open(path, "rb") as file:
            return read_round(file.read(MAX_BYTES + 1))
    except RoundFault as fault:
        sentence = round_sentence(fault.code, fault.detail, Catalogue())
        raise CommandFault(f"{path}: {sentence}", status=1) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CommandFault(
            f"{path} cannot be read ({reason}): check the name of the file."
        ) from None


def open_round_level(found: Round, named: str | None) -> LoadedLevel:
    """Return the level of a round.

    Raises:
        CommandFault: It is not here, or was changed since.
    """
    loaded = open_level(named or found.level)
    try:
        check_level(found, loaded.level)
    except RoundFault as fault:
        raise CommandFault(round_sentence(fault.code, fault.detail, Catalogue()), 1) from None
    return loaded


def read_entry_file(path: Path) -> bytes:
    """Return the bytes of an entry, one more than an entry may have at most.

    Raises:
        CommandFault: It cannot be read.
    """
    try:
        with open(path, "rb") as file:
            return file.read(MOST_ENTRY_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CommandFault(
            f"{path} cannot be read ({reason}): check the name of the file."
        ) from None


def check_workers(workers: int | None) -> None:
    """Refuse a number of processes that cannot be.

    Raises:
        CommandFault: It is below 1 or above 64.
    """
    if workers is not None and not 1 <= workers <= 64:
        raise CommandFault("--workers must be 1 to 64.")


def done_jobs(
    level: Level, found: Round, jobs: Sequence[Job], workers: int | None
) -> list[Result | None]:
    """Return the result of each job.

    Raises:
        CommandFault: The system starts no process.
    """
    try:
        return run_jobs(level, found, jobs, workers)
    except (NoWorkers, OSError):
        raise CommandFault(
            "No process could be started to play entries again: close other programs, or try "
            "--workers 1.",
            status=1,
        ) from None


def shown(name: object) -> str:
    """Return the name of a file as it can be printed: players choose names too."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(name))


def run_verify(arguments: argparse.Namespace) -> int:
    """Play entries again, one line each; exit 0 only when every entry counts."""
    check_workers(arguments.workers)
    paths = [Path(name) for name in arguments.files]
    found = find_round(arguments.round, paths[0].parent)
    level = open_round_level(found, arguments.level).level
    jobs = [EntryJob(read_entry_file(path)) for path in paths]
    results = done_jobs(level, found, jobs, arguments.workers)
    verdicts = [result for result in results if isinstance(result, Verdict)]
    if arguments.json:
        said = [
            {"file": str(path), **verdict.as_json(), "sentence": sentence_of(verdict)}
            for path, verdict in zip(paths, verdicts, strict=True)
        ]
        json.dump({"round": found.id, "entries": said}, sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        for path, verdict in zip(paths, verdicts, strict=True):
            print(f"{shown(path)}: {verdict_line(found, level.turns, verdict)}")
    return 0 if all(verdict.ok for verdict in verdicts) else 1


def verdict_line(found: Round, turns: int, verdict: Verdict) -> str:
    """Return an entry's worth, or its first bad turn and why, on one line."""
    who = f"number {verdict.entrant}, {pseudonym(found.id, verdict.entrant)}"
    if not verdict.ok:
        named = f"refused ({who}). " if verdict.entrant else "refused. "
        return named + sentence_of(verdict)
    games = ", ".join(f"{game.score / 100:.1f}" for game in verdict.games)
    held = sum(turns - game.turns for game in verdict.games)
    note = f"; {held} turns were played on without orders" if held else ""
    return f"{who}: score {verdict.score / 100:.1f} (games: {games}){note}"


def sentence_of(verdict: Verdict) -> str:
    """Return why an entry is refused, with game and turn; empty when it counts."""
    if verdict.ok:
        return ""
    say = Catalogue()
    why = entry_sentence(verdict.code, verdict.line, verdict.detail, say)
    where = f"Game {verdict.game}, turn {verdict.turn}: " if verdict.turn else ""
    compared = ""
    if verdict.expected and verdict.actual:
        compared = f" It names {verdict.expected[:16]}, and ours is {verdict.actual[:16]}."
    build = f" {say.say(OTHER_BUILD)}" if verdict.other_build else ""
    return f"{where}{why}{compared}{build}"
