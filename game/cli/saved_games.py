"""The list of levels with what is saved of each, and the files among them that cannot be read."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from game.cli.level_index import MINERAL_ICONS, IndexEntry
from game.cli.sentences import record_sentence, refusal_sentence
from game.engine.definitions.level import SCENARIO_MARK
from game.engine.record import RecordFault
from game.match.refusals import LEVEL_CHANGED, MatchRefused
from game.storage import saves
from game.text.catalogue import Catalogue, mark
from game.ui.services import LevelEntry, LostSave, MapPlace, SavedGame, ScenarioEntry

NOT_READ = mark("The saved game cannot be read: check the disk, or start anew.")


def level_entry(entry: IndexEntry, saved: Sequence[saves.Save], catalogue: Catalogue) -> LevelEntry:
    """Return a level as the list shows it, with the latest of its saved games.

    Games of a class's round have a page of their own and are left out.
    """
    if entry.problem:
        return LevelEntry(
            entry.id, entry.title, problem=entry.problem, problem_count=entry.problem_count
        )
    own = [x for x in saved if _level_of(x) == entry.id and not x.header.round]
    return LevelEntry(
        id=entry.id,
        title=entry.title,
        summary=entry.summary,
        place=entry.place,
        mineral_name=entry.mineral_name,
        mineral_names=entry.mineral_names,
        mineral_icon=MINERAL_ICONS.get(entry.mineral, "layers"),
        minutes=entry.minutes,
        turns=entry.turns,
        difficulty=entry.difficulty,
        order=entry.order,
        goals=entry.goals,
        seats=entry.seats,
        seat_names=entry.seat_names,
        scenarios=tuple(
            ScenarioEntry(f"{entry.id}{SCENARIO_MARK}{key}", name, line)
            for key, name, line, _ in entry.scenarios
        ),
        flags=entry.flags,
        countries=entry.seats,
        pin=MapPlace(entry.longitude / 100, entry.latitude / 100),
        saved=_saved_game(own[0], entry, catalogue) if own else None,
        finished=any(save.turn >= entry.turns for save in own),
    )


def _level_of(save: saves.Save) -> str:
    """The level of a saved game, whatever scenario it is played in."""
    return save.header.level.partition(SCENARIO_MARK)[0]


def _saved_game(save: saves.Save, entry: IndexEntry, catalogue: Catalogue) -> SavedGame:
    scenario = save.header.level.partition(SCENARIO_MARK)[2]
    digests = {key: digest for key, _, _, digest in entry.scenarios} | {"": entry.digest}
    changed = save.header.digest != digests.get(scenario)
    why = refusal_sentence(MatchRefused(LEVEL_CHANGED), catalogue) if changed else ""
    return SavedGame(
        id=save.path.name,
        turn=save.turn,
        mandate_name=dict(entry.mandates).get(save.header.mandate, save.header.mandate),
        date=entry.date(min(save.turn, entry.turns - 1)),
        when=_day(save.day, catalogue.locale),
        over=save.turn >= entry.turns,
        problem=why,
        key=save.header.level,
        played_as=_played_as(save, entry, scenario, catalogue),
    )


def _played_as(save: saves.Save, entry: IndexEntry, scenario: str, catalogue: Catalogue) -> str:
    """State and scenario of a saved game, where the level leaves a choice."""
    parts = []
    if len(entry.seats) > 1:
        names = dict(zip(entry.seats, entry.seat_names, strict=True))
        parts.append(names.get(save.header.seat, save.header.seat))
    if scenario:
        known = {key: name for key, name, _, _ in entry.scenarios}
        named = known.get(scenario, scenario)
        parts.append(catalogue.say(mark("Scenario: {name}"), name=named))
    return " \N{MIDDLE DOT} ".join(parts)


def lost_saves(
    folder: Path, level_ids: Sequence[str], catalogue: Catalogue
) -> tuple[LostSave, ...]:
    """Return the files among the saved games that cannot be read, each with why.

    A file is told beside the level whose id its name begins with; the longest id fits best.
    """
    try:
        unreadable = saves.list_saves(folder)[1]
    except OSError:
        return ()
    found = []
    for each in unreadable:
        named = [x for x in level_ids if each.path.name.startswith(f"{x}-")]
        if each.line:
            why = record_sentence(RecordFault(each.code, each.line), catalogue)
        else:
            why = catalogue.say(NOT_READ)
        found.append(LostSave(each.path.name, max(named, key=len, default=""), why))
    return tuple(found)


def _day(day: date, locale: str) -> str:
    """Return a day in the player's language; Babel is slow to load, so it waits for a save."""
    from babel.dates import format_date

    return format_date(day, format="long", locale=locale)
