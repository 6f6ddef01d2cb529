"""Every problem of level files in one run: reading, shape, names, story, sources, and play.

report = check_paths(["levels"])
for problem in report.problems:
    print(problem.render())
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.content.atlas import references
from game.content.checks.citations import check_citations
from game.content.checks.findings import Findings
from game.content.checks.play import check_path
from game.content.checks.references import reference_problems
from game.content.checks.start import check_start
from game.content.checks.story import check_story
from game.content.faults import LevelError, Position, Problem, Severity
from game.content.file.reader import examine_document
from game.content.library import CAMPAIGN_FOLDER, assemble, find_level
from game.content.models.level import LevelFile
from game.content.opening import OpenedFile, open_level_file
from game.content.origins import origins

ATLAS, BASELINES = "atlas", "baselines"
"""Folders of files that are no levels."""

PACK = "pack.yaml"
"""What a level pack says about itself."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What came of checking: ids of the levels looked at, every problem, and traced numbers.

    `levels` holds the name of the file for a level whose id could not be read; `files` are the
    level files that were looked at.
    """

    levels: tuple[str, ...]
    problems: tuple[Problem, ...]
    traced: int
    numbers: int
    files: tuple[Path, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def check_paths(paths: Iterable[Path | str]) -> CheckReport:
    """Check level files, ids of levels, and folders of level files. Never raises for bad input.

    In a folder, files under `atlas` are only read, and generated baselines are passed over.
    """
    levels: list[str] = []
    files: list[Path] = []
    problems: list[Problem] = []
    traced = numbers = 0
    for path in paths:
        try:
            found = _files(path)
        except LevelError as error:
            problems += error.problems
            continue
        for file in found:
            if ATLAS in file.parts:
                problems += examine_document(file).problems
                continue
            one = check_file(file)
            levels += one.levels
            files.append(file)
            problems += one.problems
            traced += one.traced
            numbers += one.numbers
    return CheckReport(tuple(levels), tuple(problems), traced, numbers, tuple(files))


def _files(path: Path | str) -> list[Path]:
    folder = Path(path)
    if not folder.is_dir():
        return [find_level(path)]
    files = folder.rglob("*.yaml")
    found = sorted(x for x in files if BASELINES not in x.parts and x.name != PACK)
    if found:
        return found
    problem = Problem(
        str(path),
        1,
        1,
        "no-levels",
        Severity.ERROR,
        "the folder holds no level file",
        "level files end in .yaml",
        "give another folder, or the path of a file",
    )
    raise LevelError([problem])


def check_file(path: Path) -> CheckReport:
    """Check one level file: root causes only, in the order of the file."""
    opened = open_level_file(path)
    found = [*opened.problems, *reference_problems(opened)]
    file = opened.file
    if file is None:
        return CheckReport((path.stem,), tuple(found), 0, 0)
    if all(problem.severity is not Severity.ERROR for problem in found):
        found += _deeper(opened, file, path)
    kept = _noting_unused(opened, file, found)
    numbers = list(origins(file))
    traced = sum(1 for origin in numbers if origin.traced)
    return CheckReport((file.id,), tuple(kept), traced, len(numbers))


def _deeper(opened: OpenedFile, file: LevelFile, path: Path) -> list[Problem]:
    """What can only be asked of a file whose names all lead somewhere."""
    found = Findings(opened, file)
    campaign = path.resolve().parent == CAMPAIGN_FOLDER.resolve()
    check_story(found, path, campaign)
    check_citations(found, references())
    loaded = assemble(opened, file, path)
    check_start(found, loaded.level)
    check_path(found, loaded.level)
    return [*found.problems, *loaded.warnings]


PLAYED_CODES = (
    "event-not-seen",
    "offer-not-seen",
    "lever-without-effect",
    "unreached-aim",
    "unlikely-minutes",
)
"""Warnings that only playing gives (``game.lab.levels.playthrough``)."""


def file_without_accepted(
    opened: OpenedFile, file: LevelFile, found: list[Problem]
) -> list[Problem]:
    """Drop the warnings that a file accepts."""
    return [x for x in found if _accepting(opened, file, x) is None]


def _noting_unused(opened: OpenedFile, file: LevelFile, found: list[Problem]) -> list[Problem]:
    """Drop the warnings that the file accepts; note an acceptance that meets none."""
    assert opened.positions is not None
    used: set[int] = set()
    kept = []
    for problem in found:
        match = _accepting(opened, file, problem)
        if match is None or problem.severity is Severity.ERROR:
            kept.append(problem)
        else:
            used.add(match)
    for index in range(len(file.accept)):
        if index not in used and file.accept[index].code not in PLAYED_CODES:
            kept.append(
                opened.warn(
                    ("accept", index),
                    "unused-accept",
                    "this warning does not occur",
                    "an acceptance without a warning hides the next one",
                    "take it out",
                )
            )
    return sorted(kept, key=lambda problem: (problem.file != opened.name, problem.position))


def _accepting(opened: OpenedFile, file: LevelFile, problem: Problem) -> int | None:
    for index, silence in enumerate(file.accept):
        if silence.code != problem.code:
            continue
        if not silence.at or _position(opened, silence.at) == problem.position:
            return index
    return None


def _position(opened: OpenedFile, dotted: str) -> Position:
    assert opened.positions is not None
    parts = [int(part) if part.isdigit() else part for part in dotted.split(".")]
    return opened.positions.locate(parts)
