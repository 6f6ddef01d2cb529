"""The command that ranks the entries in a folder and writes the table."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from game.classroom.entries import SUFFIX as ENTRY_SUFFIX
from game.classroom.receipts import (
    MOST_BYTES,
    NAME,
    ReceiptsChanged,
    mark_of,
    read_receipts,
    write_receipts,
)
from game.classroom.references import REFERENCE_PLAYERS, Reference
from game.classroom.rounds import Round
from game.classroom.standings import Standings, standings
from game.classroom.table_csv import table_csv
from game.classroom.table_page import table_page
from game.classroom.verifying import Verdict
from game.classroom.workers import EntryJob, Job, ReferenceJob
from game.cli.classroom import (
    check_workers,
    done_jobs,
    find_round,
    open_round_level,
    read_entry_file,
    says_of,
    sentence_of,
    shown,
)
from game.cli.faults import CommandFault
from game.content.loaded import LoadedLevel
from game.engine.definitions.level import Level
from game.storage.atomic import write_text
from game.text.catalogue import Catalogue
from game.text.classroom_words import OUTCOME_HEADS

CSV_FILE = "standings.csv"
PAGE_FILE = "standings.html"
_SUFFIXES = (ENTRY_SUFFIX, ".record")


def run_standings(arguments: argparse.Namespace) -> int:
    """Rank the entries of a folder; print the table, write it as CSV and as a page."""
    check_workers(arguments.workers)
    folder = Path(arguments.folder)
    if not folder.is_dir():
        raise CommandFault(f"There is no folder {folder}: name the one that holds the entries.")
    found = find_round(arguments.round, folder)
    loaded = open_round_level(found, arguments.level)
    files = _received(folder, found)
    table = rank(loaded.level, found, [data for _, data in files], arguments.workers)
    write_text(folder / CSV_FILE, table_csv(table))
    write_text(folder / PAGE_FILE, page_of(table, loaded, all_names=arguments.all_names))
    for line in table_lines(table, [name for name, _ in files]):
        print(line)
    print(f"Written: {folder / CSV_FILE} (for you) and {folder / PAGE_FILE} (for the class).")
    return 0


def rank(level: Level, found: Round, entries: Sequence[bytes], workers: int | None) -> Standings:
    """Return the standings of entries in the order in which they were received.

    Raises:
        CommandFault: A reference player could not be played.
    """
    jobs: list[Job] = [EntryJob(data) for data in entries]
    jobs += [
        ReferenceJob(player, game)
        for player in REFERENCE_PLAYERS
        for game in range(1, found.games + 1)
    ]
    results = done_jobs(level, found, jobs, workers)
    references = [x for x in results if isinstance(x, Reference)]
    if len(references) < len(REFERENCE_PLAYERS) * found.games:
        raise CommandFault("The reference players could not be played here: try again.", 1)
    verdicts = [x for x in results if isinstance(x, Verdict)]
    marks = [mark_of(data) for data in entries]
    return standings(found, level.turns, list(zip(marks, verdicts, strict=True)), references)


def _received(folder: Path, found: Round) -> list[tuple[str, bytes]]:
    """Return name and bytes of the entries in the order received; note the ones that are new."""
    paths = sorted(x for x in folder.iterdir() if x.suffix in _SUFFIXES and x.is_file())
    files = [(path.name, read_entry_file(path)) for path in paths]
    log = folder / NAME
    marks = list(_noted(log, found))
    before = len(marks)
    for _, data in files:
        if mark_of(data) not in marks:
            marks.append(mark_of(data))
    if len(marks) > before:
        write_text(log, write_receipts(marks, found.id))
    by_mark = {mark_of(data): (name, data) for name, data in reversed(files)}
    return [by_mark[mark] for mark in marks if mark in by_mark]


def _noted(log: Path, found: Round) -> tuple[str, ...]:
    if not log.exists():
        return ()
    try:
        with open(log, "rb") as file:
            return read_receipts(file.read(MOST_BYTES).decode("ascii"), found.id)
    except (ReceiptsChanged, UnicodeDecodeError) as changed:
        line = getattr(changed, "line", 1)
        raise CommandFault(
            f"{log} was changed in line {line}: bring back a copy, or remove it to start the list "
            "of files received anew.",
            status=1,
        ) from None


def page_of(table: Standings, loaded: LoadedLevel, *, all_names: bool = False) -> str:
    """Return the page of standings for the class."""
    say = Catalogue()
    return table_page(
        table,
        say,
        loaded.text("en")["level.title"],
        says_of(table.round, loaded),
        [say.say(name) for name in OUTCOME_HEADS],
        all_names=all_names,
    )


def table_lines(table: Standings, names: Sequence[str]) -> list[str]:
    """Return the table as the organiser reads it: all names, refusals, and what looks alike."""
    lines = ["rank  number  name                      above   score  games"]
    for row in table.rows:
        games = "  ".join(f"{score / 100:5.1f}" for score in row.scores)
        held = f"  ({row.unplayed} turns without orders)" if row.unplayed else ""
        lines.append(
            f"{row.rank:4}  {row.number:6}  {row.name:24}{row.above / 100:+7.1f}"
            f"{row.score / 100:8.1f}  {games}{held}"
        )
    for name, scores in table.references:
        mean = sum(scores) // len(scores) / 100
        games = "  ".join(f"{score / 100:5.1f}" for score in scores)
        lines.append(f"              {name + ' (computer)':24}       {mean:8.1f}  {games}")
    for refused in table.refused:
        name = shown(names[refused.received - 1])
        if refused.again:
            why = "It holds the entry that counts once more."
        elif refused.verdict.ok:
            why = f"It came after the file of number {refused.number} that counts."
        else:
            why = sentence_of(refused.verdict)
        lines.append(f"{name}: does not count. {why}")
    for alike in table.alike:
        same = "the same orders" if alike.share == 10_000 else "nearly the same orders"
        moved = ", in other turns" if alike.moved else ""
        lines.append(
            f"Numbers {alike.first} and {alike.second} gave {same} in game {alike.game} "
            f"({alike.orders} orders{moved}): it may be chance, ask them."
        )
    return lines
