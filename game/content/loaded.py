"""What a level gives to the other layers: the engine's level, its texts, and what screens need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.content.atlas import References
from game.content.faults import Problem
from game.content.models.level import LevelFile
from game.content.origins import Origin
from game.content.texts.level_texts import languages
from game.engine.definitions.level import Level

Place = tuple[int, int]
"""Longitude and latitude in hundredths of a degree."""


@dataclass(frozen=True, slots=True)
class EventSource:
    """What an event rests on: `documents`, `public` or `game`, and the atlas rows behind it."""

    knowledge: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelMeta:
    """Facts about a level that the rules do not need.

    Attributes:
        flags: ISO code of the flag of each state and partner (`eu` for the European Union).
        order: Place in the order of play, from 1.
        capitals: Where the capital of each state lies.
        disclosure: For each state, which levers appear from which turn on (the first turn is 1).
        mandates: Ids in the order in which they are proposed.
        events: What stands behind each event.
        cards: Contradiction cards (D..) that the briefing refers to.
    """

    id: str
    author: str
    licence: str
    minutes: int
    difficulty: int
    order: int
    languages: tuple[str, ...]
    flags: Mapping[str, str]
    capitals: Mapping[str, Place]
    disclosure: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]
    mandates: tuple[str, ...]
    events: Mapping[str, EventSource]
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadedLevel:
    """A level ready to be played.

    Attributes:
        level: What the engine receives; numbers and ids only.
        historical: The same level with historical price and demand as its baselines; what
            `calibrate` starts from. Equal to `level` when there is no fresh baseline.
        inputs: Hash of what a baseline depends on, for `write_baseline`.
        texts: By language, every text under its dotted key; English fills the gaps.
        meta: Author, flags, disclosure of levers and the like.
        origins: Every number of the level with where it comes from.
        references: The atlas rows that levels cite.
        path: The file it was read from.
        warnings: Findings that do not stop the level from being played.
    """

    level: Level
    historical: Level
    inputs: str
    texts: Mapping[str, Mapping[str, str]]
    meta: LevelMeta
    origins: tuple[Origin, ...]
    references: References
    path: Path
    warnings: tuple[Problem, ...]

    def text(self, language: str = "en") -> Mapping[str, str]:
        """All texts in a language, or in English when the level does not speak it."""
        return self.texts.get(language, self.texts["en"])


def meta_of(file: LevelFile) -> LevelMeta:
    """Collect what screens need besides the engine's level and the texts."""
    flags = {key: state.flag for key, state in file.states.items()}
    flags |= {key: partner.flag for key, partner in file.partners.items()}
    return LevelMeta(
        id=file.id,
        author=file.author,
        licence=file.licence,
        minutes=file.minutes,
        difficulty=file.difficulty,
        order=file.order,
        languages=languages(file),
        flags=flags,
        capitals={
            key: (state.capital.longitude.value, state.capital.latitude.value)
            for key, state in file.states.items()
        },
        disclosure={
            key: tuple(
                (int(turn), tuple(levers))
                for turn, levers in sorted(state.levers.items(), key=lambda step: int(step[0]))
            )
            for key, state in file.states.items()
        },
        mandates=tuple(file.mandates),
        events={
            key: EventSource(event.knowledge, tuple(event.sources))
            for key, event in file.events.items()
        },
        cards=tuple(
            sorted({x for fact in file.briefing.facts for x in fact.sources if x.startswith("D")})
        ),
    )
