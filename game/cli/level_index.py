"""What the list of levels shows, kept on disk so that the window opens before levels are read.

Reading and checking a level takes a tenth of a second. The list needs a dozen texts and numbers of
each, which are kept beside the saved games under a key made of the names, sizes and times of all
level and atlas files. Any change of those files makes the list anew.
"""

import contextlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, asdict, dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

from game import __version__
from game.engine.definitions.level import SCENARIO_MARK
from game.storage.atomic import write_text
from game.storage.faults import CouldNotSave

LEVELS_FOLDER = Path(__file__).resolve().parents[2] / "levels"
_MOST_BYTES = 1024 * 1024
_CITATION = re.compile(r"\s*\[\d+\]")
MINERAL_ICONS = {
    "nickel": "battery-charging",
    "copper": "cable",
    "bauxite": "sun",
    "rare-earths": "magnet",
    "tin": "cpu",
}


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One level in the list; texts in one language. A broken one has a ``problem``.

    ``scenarios`` are (id, name, assumption, digest of the level played in it).
    """

    id: str
    title: str
    summary: str = ""
    place: str = ""
    mineral: str = ""
    mineral_name: str = ""
    minutes: int = 0
    turns: int = 0
    months: int = 12
    first_year: int = 0
    first_month: int = 1
    difficulty: int = 0
    order: int = 99
    goals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    longitude: int = 0
    latitude: int = 0
    digest: str = ""
    mandates: tuple[tuple[str, str], ...] = ()
    seat_names: tuple[str, ...] = ()
    mineral_names: tuple[str, ...] = ()
    scenarios: tuple[tuple[str, str, str, str], ...] = ()
    problem: str = ""
    problem_count: int = 0

    def date(self, turn: int) -> str:
        """Return the date of a turn: a year, or year and month where turns are shorter."""
        months = self.first_month - 1 + turn * self.months
        year = self.first_year + months // 12
        return str(year) if self.months % 12 == 0 else f"{year}-{months % 12 + 1:02d}"


def level_index(kept: Path, language: str) -> tuple[IndexEntry, ...]:
    """Return the levels in the order of play, read from disk when the list still fits the files.

    Levels without a place come after those that have one, easier ones first; broken ones last.

    Args:
        kept: The file in which it is kept; it need not exist, and need not be writable.
        language: Language of the texts.
    """
    key = _key(language)
    found = _read(kept, key)
    if found is None:
        found = _make(language)
        body = json.dumps({"key": key, "levels": [asdict(entry) for entry in found]})
        with contextlib.suppress(CouldNotSave, OSError):
            write_text(kept, body + "\n")
    return found


def _key(language: str) -> str:
    stamp = [__version__, language]
    for path in sorted(LEVELS_FOLDER.rglob("*.yaml")):
        with contextlib.suppress(OSError):
            about = path.stat()
            name = path.relative_to(LEVELS_FOLDER).as_posix()
            stamp.append(f"{name} {about.st_size} {about.st_mtime_ns}")
    return blake2b("\n".join(stamp).encode(), digest_size=16).hexdigest()


def _read(kept: Path, key: str) -> tuple[IndexEntry, ...] | None:
    try:
        with open(kept, "rb") as file:
            found = json.loads(file.read(_MOST_BYTES))
        if found["key"] != key:
            return None
        entries = tuple(IndexEntry(**_tuples(entry)) for entry in found["levels"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return entries if all(_whole(entry) for entry in entries) else None


def _whole(entry: IndexEntry) -> bool:
    """Whether every field has the type of its default; ``id`` and ``title`` are texts."""
    return all(
        isinstance(
            getattr(entry, field.name), str if field.default is MISSING else type(field.default)
        )
        for field in fields(entry)
    )


def _tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    """JSON knows lists only; entries hold tuples."""
    return {
        name: tuple(tuple(x) if isinstance(x, list) else x for x in value)
        if isinstance(value, list)
        else value
        for name, value in entry.items()
    }


def in_order_of_play(entries: Sequence[IndexEntry]) -> tuple[IndexEntry, ...]:
    """Return levels by their place, easier ones first where it is open, broken ones at the end."""
    return tuple(sorted(entries, key=lambda x: (x.difficulty == 0, x.order, x.difficulty)))


def _make(language: str) -> tuple[IndexEntry, ...]:
    from game.content.faults import LevelError
    from game.content.library import listed_ids, load_level

    entries = []
    for level_id in listed_ids():
        try:
            loaded = load_level(level_id)
        except LevelError as error:
            entries.append(
                IndexEntry(
                    level_id,
                    f"{level_id}.yaml",
                    problem=error.problems[0].render(),
                    problem_count=len(error.problems),
                )
            )
            continue
        level, meta, texts = loaded.level, loaded.meta, loaded.text(language)
        state = next(x for x in level.states if x.id == level.seats[0])
        mineral = level.minerals[0].id
        entries.append(
            IndexEntry(
                id=level_id,
                title=texts["level.title"],
                summary=texts.get("level.summary", ""),
                place=texts.get("level.place", ""),
                mineral=mineral,
                mineral_name=texts.get(f"mineral.{mineral}.name", mineral),
                minutes=meta.minutes,
                turns=level.turns,
                months=level.turn_months,
                first_year=level.first_year,
                first_month=level.first_month,
                difficulty=meta.difficulty,
                order=meta.order,
                goals=_goals(texts),
                seats=level.seats,
                flags=tuple(meta.flags[x] for x in level.seats),
                longitude=state.provinces[-1].longitude,
                latitude=state.provinces[-1].latitude,
                digest=level.digest,
                mandates=tuple(
                    (x.id, texts.get(f"mandate.{x.id}.name", x.id)) for x in level.mandates
                ),
                mineral_names=tuple(
                    texts.get(f"mineral.{x.id}.name", x.id) for x in level.minerals
                ),
                seat_names=tuple(texts.get(f"state.{x}.name", x) for x in level.seats),
                scenarios=tuple(_scenarios(level_id, texts)),
            )
        )
    return in_order_of_play(entries)


def _scenarios(level_id: str, texts: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """The scenarios as their author ordered them. A list has no room for citations."""
    from game.content.library import load_level

    for key, name in texts.items():
        kind, _, rest = key.partition(".")
        if kind != "scenario" or not rest.endswith(".name"):
            continue
        scenario = rest.removesuffix(".name")
        line = _CITATION.sub("", texts.get(f"scenario.{scenario}.line", ""))
        digest = load_level(f"{level_id}{SCENARIO_MARK}{scenario}").level.digest
        yield scenario, name, line, digest


def _goals(texts: Mapping[str, str]) -> tuple[str, ...]:
    found: list[str] = []
    while text := texts.get(f"level.goal.{len(found) + 1}"):
        found.append(text)
    return tuple(found)
