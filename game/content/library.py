"""Finding and loading levels by id or by path.

loaded = load_level("indonesia-nickel")
world = open_world(loaded.level, seed=1)
title = loaded.text("en")["level.title"]
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from game.content.atlas import PROGRAM_FOLDER, references
from game.content.baseline import Baseline, baseline_path, read_baseline
from game.content.build.level import build_level
from game.content.checks.references import reference_problems
from game.content.digest import inputs_hash, level_digest
from game.content.faults import LevelError, Problem, Severity, did_you_mean, excerpt
from game.content.loaded import LoadedLevel, meta_of
from game.content.models.level import LevelFile
from game.content.opening import OpenedFile, open_level_file
from game.content.origins import origins
from game.content.scenarios import parted, played
from game.content.texts.level_texts import languages, level_texts
from game.engine.definitions.level import Level
from game.engine.definitions.places import Mineral

CAMPAIGN_FOLDER = PROGRAM_FOLDER / "levels" / "campaign"
MOST_NAMED = 5
"""Levels that a message names."""
OWN_FOLDER = PROGRAM_FOLDER / "levels" / "own"
"""Levels of a teacher, as files or as folders of one pack each; not part of the game."""
PROVING_FOLDER = PROGRAM_FOLDER / "levels" / "proving"


@dataclass(frozen=True, slots=True)
class Entry:
    """A level in the list: ready to be picked, or with its first problem.

    `title` and `summary` are the texts by language; empty for a broken level, for which
    `problem_count` tells how many errors there are.
    """

    id: str
    path: Path
    title: dict[str, str]
    summary: dict[str, str]
    minutes: int
    difficulty: int
    problem: Problem | None
    problem_count: int = 0


def level_ids() -> tuple[str, ...]:
    """The ids of all levels in the campaign folder, sound or not, in alphabetical order."""
    return tuple(sorted(path.stem for path in CAMPAIGN_FOLDER.glob("*.yaml")))


def own_levels() -> dict[str, Path]:
    """The files of levels that a teacher has added, by id, in alphabetical order.

    Files lie in the folder itself or in the folder of a pack. A name that the campaign has already
    is left out: the campaign's level is meant.
    """
    campaign = set(level_ids())
    files = [*OWN_FOLDER.glob("*.yaml"), *OWN_FOLDER.glob("*/*.yaml")]
    found = {x.stem: x for x in sorted(files, reverse=True) if x.parent.name != "baselines"}
    return {name: found[name] for name in sorted(found) if name not in campaign}


def listed_ids() -> tuple[str, ...]:
    """The ids of all levels that can be picked: the campaign's, then those added."""
    return (*level_ids(), *own_levels())


def proving_paths() -> tuple[Path, ...]:
    """The levels that only prove rules; they are not in the picker."""
    return tuple(sorted(PROVING_FOLDER.glob("*.yaml")))


def find_level(id_or_path: str | Path) -> Path:
    """The file of a level. Raises `LevelError` with the nearest id when there is none."""
    path = Path(id_or_path)
    if path.suffix in (".yaml", ".yml") or path.is_file():
        return path
    if str(id_or_path) in level_ids():
        return _seen_from_here(CAMPAIGN_FOLDER / f"{id_or_path}.yaml")
    own = own_levels()
    if str(id_or_path) in own:
        return _seen_from_here(own[str(id_or_path)])
    near = did_you_mean(str(id_or_path), listed_ids())
    names = listed_ids()
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    known = (", ".join(names[:MOST_NAMED]) or "none yet") + more
    problem = Problem(
        str(id_or_path),
        1,
        1,
        "unknown-level",
        Severity.ERROR,
        f"there is no level {excerpt(str(id_or_path))}",
        f"the levels are: {known}",
        f"did you mean `{near}`?" if near else "give one of these ids, or the path of a level file",
    )
    raise LevelError([problem])


def _seen_from_here(path: Path) -> Path:
    """The path as a person in the current folder would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def load_level(id_or_path: str | Path) -> LoadedLevel:
    """A level ready to be played, by id or path; `ID@SCENARIO` takes another growth of demand.

    Raises `LevelError` with every problem that keeps it from being played. Findings that only
    `check` reports, such as a missing learning goal, do not stop a level.
    """
    name, scenario = (id_or_path, "")
    if isinstance(id_or_path, str) and not Path(id_or_path).is_file():
        name, scenario = parted(id_or_path)
    path = find_level(name)
    opened = open_level_file(path)
    found = [*opened.problems, *reference_problems(opened)]
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if errors or opened.file is None:
        raise LevelError(errors)
    return assemble(opened, opened.file, path, scenario)


def assemble(opened: OpenedFile, file: LevelFile, path: Path, scenario: str = "") -> LoadedLevel:
    """The loaded level of a file without errors."""
    historical = build_level(file)
    inputs = inputs_hash(historical)
    baseline = read_baseline(baseline_path(path))
    level, warnings = with_baseline(historical, inputs, baseline, opened)
    level = played(level, file, scenario)
    atlas = references()
    return LoadedLevel(
        level=level,
        historical=historical,
        inputs=inputs,
        texts={name: level_texts(file, atlas, name) for name in languages(file)},
        meta=meta_of(file),
        origins=tuple(origins(file)),
        references=atlas,
        path=path.resolve(),
        warnings=warnings,
    )


def with_baseline(
    level: Level, inputs: str, baseline: Baseline | None, opened: OpenedFile
) -> tuple[Level, tuple[Problem, ...]]:
    """The level on its baseline when that fits, else on historical values with a warning.

    A level without a historical path has no policy to take out of its prices: they are its base.
    """
    if level.prices_fed or not any(any(state.path) for state in level.states):
        return level, ()
    if baseline is None or baseline.inputs != inputs or not _covers(level, baseline):
        state = "has no baseline" if baseline is None else "was changed after its baseline"
        warning = opened.warn(
            ("minerals",),
            "stale-baseline",
            f"the level {state}",
            "historical prices still hold the effect of the historical policy",
            f"run `python main.py calibrate {_argument(opened.name, level.id)} --write`",
        )
        return level, (warning,)
    minerals = tuple(_calibrated(mineral, baseline) for mineral in level.minerals)
    whole = replace(level, minerals=minerals, digest="")
    return replace(whole, digest=level_digest(whole)), ()


def _argument(name: str, level_id: str) -> str:
    """What to type for a level file: the id of a listed level, else the path, safely quoted."""
    path = Path(name).resolve()
    if path.parent == CAMPAIGN_FOLDER or own_levels().get(level_id) == path:
        return level_id
    return f'"{name}"' if " " in name else name


def _covers(level: Level, baseline: Baseline) -> bool:
    return all(
        len(baseline.price.get(mineral.id, ())) == len(mineral.price)
        and len(baseline.demand.get(mineral.id, ())) == len(mineral.demand)
        for mineral in level.minerals
    )


def _calibrated(mineral: Mineral, baseline: Baseline) -> Mineral:
    return replace(mineral, price=baseline.price[mineral.id], demand=baseline.demand[mineral.id])


def list_levels() -> tuple[Entry, ...]:
    """Every level for the picker; a broken one is listed with its first problem."""
    return tuple(_entry(find_level(name)) for name in listed_ids())


def _entry(path: Path) -> Entry:
    path = _seen_from_here(path)
    opened = open_level_file(path)
    errors = [x for x in (*opened.problems, *reference_problems(opened)) if x.severity == "error"]
    if opened.file is None or errors:
        return Entry(path.stem, path, {}, {}, 0, 0, errors[0], len(errors))
    file = opened.file
    return Entry(
        file.id, path, dict(file.title), dict(file.summary), file.minutes, file.difficulty, None
    )
