"""The list of systems, worked out: on which levels each one moves an outcome.

A knob of a system is moved, the recorded orders of a level's games are given again, and the six
outcomes over the game are compared. What moves an outcome is used by that level. A system that no
level uses yet is tried on a level with every lever in hand.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from game.engine.definitions.level import OUTCOMES, Level
from game.engine.scoring import score
from game.engine.systems import MISSING, SYSTEMS, System
from game.engine.world import World
from game.lab.systems.games import Game, pulled, recorded, replayed
from game.lab.systems.knobs import (
    LEVEL_CHANGES,
    MANDATES,
    parameter_changes,
    unlocked,
    without_term,
)

ENOUGH = 2
"""Levels on which an effect is shown; further levels that use a system are not played for it."""

UNSEEN = "No game shows an effect of it."
"""The sentence of a system whose knobs move nothing."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A system with the outcomes that it moves.

    Attributes:
        effects: By level, the outcomes that moved, in the order of ``OUTCOMES``; levels without
            an effect are left out.
        proof: The outcomes that moved where no level uses the system, on a level with every lever
            in hand; empty when a level uses it.
    """

    system: System
    effects: Mapping[str, tuple[str, ...]]
    proof: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """What the system claims, or ``missing`` when nothing shows an effect."""
        return self.system.status if self.effects or self.proof else MISSING

    @property
    def gap(self) -> str:
        """What is absent; empty when in force."""
        claimed = self.system.status != MISSING
        return UNSEEN if claimed and self.status == MISSING else self.system.gap

    def as_json(self) -> dict[str, object]:
        """Return the system as the stable JSON object of the command."""
        system = self.system
        return {
            "id": system.id,
            "name": system.name,
            "kind": list(system.kinds),
            "status": self.status,
            "gap": self.gap,
            "where": [f"game/engine/{place}" for place in system.lives],
            "levers": list(system.levers),
            "terms": list(system.terms),
            "figures": list(system.figures),
            "levels": sorted(self.effects),
            "effects": {level: list(names) for level, names in sorted(self.effects.items())},
            "proof": list(self.proof),
            "tests": list(system.tests),
        }


def traced(levels: Sequence[Level], proving: Sequence[Level] = ()) -> tuple[Traced, ...]:
    """Return all 71 systems with what they move in some levels.

    Args:
        levels: The levels that are played; each is played a few times by computer players.
        proving: Levels that carry what no other level uses yet.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {system.id: {} for system in SYSTEMS}
    for level in levels:
        left = [x for x in SYSTEMS if len(found[x.id]) < ENOUGH]
        games = recorded(level) if left else ()
        for system in left:
            moved = moved_outcomes(games, system)
            if moved:
                found[system.id][level.id] = moved
    for level in proving:
        left = [x for x in SYSTEMS if x.knobs and not found[x.id]]
        games = recorded(level) if left else ()
        for system in left:
            moved = moved_outcomes(games, system)
            if moved:
                found[system.id][level.id] = moved
    proofs = _proofs(levels, [x for x in SYSTEMS if x.knobs and not found[x.id]])
    return tuple(Traced(x, found[x.id], proofs.get(x.id, ())) for x in SYSTEMS)


def _proofs(levels: Sequence[Level], unused: list[System]) -> dict[str, tuple[str, ...]]:
    """Return what systems that no level uses move where every lever is in hand."""
    proofs: dict[str, tuple[str, ...]] = {}
    for level in levels:
        left = [x for x in unused if not proofs.get(x.id)]
        if left:
            games = recorded(unlocked(level))
            proofs |= {x.id: moved_outcomes(games, x) for x in left}
    return proofs


def moved_outcomes(games: tuple[Game, ...], system: System) -> tuple[str, ...]:
    """Return the outcomes that any knob of a system moves in a level's recorded games."""
    moved: set[str] = set()
    for knob in system.knobs:
        moved |= _moved_by(games, knob)
    return tuple(name for name in OUTCOMES if name in moved)


def acts(games: tuple[Game, ...], system: System) -> bool:
    """Return whether any knob of a system moves an outcome; stops at the first that does."""
    return any(_moved_by(games, knob) for knob in system.knobs)


def _moved_by(games: tuple[Game, ...], knob: str) -> set[str]:
    kind, _, name = knob.partition(":")
    if name == MANDATES:
        return set(OUTCOMES) if _mandates_differ(games) else set()
    for before, after in _pairs(games, kind, name):
        moved = _different(before, after)
        if moved:
            return moved
    return set()


def _pairs(games: tuple[Game, ...], kind: str, name: str) -> Iterable[tuple[World, World]]:
    """Yield the last worlds of games with a knob as it is and with the knob moved."""
    if kind == "lever":
        for game, other in pulled(games, name):
            yield game.last, replayed(other.level, other)
        return
    # Most games share a level: what is changed once has one layout and one first day.
    changes = {game.level: _changes(game.level, kind, name) for game in games}
    for game in games:
        if kind == "parameter" and name not in game.asked:
            continue
        for changed in changes[game.level]:
            if not _same(changed, game.level):
                yield game.last, replayed(changed, game)


def _changes(level: Level, kind: str, name: str) -> tuple[Level, ...]:
    if kind == "parameter":
        return parameter_changes(level, name)
    if kind == "term":
        return (without_term(level, name),)
    change = LEVEL_CHANGES.get(name)
    return (change(level),) if change else ()


def _same(changed: Level, level: Level) -> bool:
    """Whether a knob has nothing to move on a level, so that the game would be the same."""
    return all(getattr(changed, x.name) == getattr(level, x.name) for x in fields(Level))


def _different(before: World, after: World) -> set[str]:
    seat = before.level.seats[0]
    return {
        name
        for name in OUTCOMES
        if before.figure(f"{seat}/total_{name}") != after.figure(f"{seat}/total_{name}")
    }


def _mandates_differ(games: tuple[Game, ...]) -> bool:
    """Whether one and the same game is worth more under one mandate than under another."""
    return any(
        len({score(game.last, game.level.seats[0], x).total for x in game.level.mandates}) > 1
        for game in games
    )
