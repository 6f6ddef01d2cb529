"""A crude search over whole-game plans: at random first, then up the hill, on a counted budget.

One game of a plan scores it under every mandate of the level at once. Under a mandate a plan is
better when it meets more of the aims that the mandate names; points decide among equals. Beside the
best plan found for each mandate stand the best that bans always, the best that never bans, the one
fixed plan that does best over all mandates, holding still, and history.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from game.engine.conditions import compare
from game.engine.definitions.happenings import Condition
from game.engine.definitions.level import Level, Mandate
from game.engine.numbers import BP, clamp, ratio
from game.engine.orders import Sheet
from game.engine.scoring import aims_met, score
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.plans.plans import CLASSES, Plan, neighbour, random_plan, sheet_of_plan
from game.lab.runs import players_of
from game.lab.runs import run as run_game
from game.match.seats import sheets_of

CONTENDERS = ("always_ban", "never_ban", "fixed", "holding")
"""What stands beside the best plan of each mandate, with history where there is one."""
MARGIN = 50
"""Half a point, in hundredths: of plans that meet as many aims, one so near the best is best."""
SEARCH_SEEDS = (1, 2)
HELD_OUT_SEEDS = (101, 102, 103, 104)
"""Luck on which the plans found are scored again; the search has not seen it."""
_STARTS = 3


class Mark(NamedTuple):
    """What a plan came to under a mandate; a larger one is better.

    Attributes:
        aims: Share of the mandate's aims that are met at the end, bp; all when it names none.
        near: The same, with an aim of some size counted as far as it was reached. It leads the
            search up the hill; no contender is better or worse for it.
        points: The score, hundredths of a point.
    """

    aims: int
    near: int
    points: int


@dataclass(slots=True)
class _Found:
    """The best plan of a class for a mandate so far."""

    plan: Plan
    mark: Mark


@dataclass(frozen=True, slots=True)
class Comparison:
    """One mandate: mean marks on luck the search has not seen."""

    mandate: str
    best: Mark
    always_ban: Mark
    never_ban: Mark
    fixed: Mark
    holding: Mark
    history: Mark | None
    plan: Plan

    def is_best(self, name: str) -> bool:
        """Whether nothing meets more aims than a contender or, with as many, earns more points."""
        value: Mark = getattr(self, name)
        top = max(self.best, *(getattr(self, x) for x in CONTENDERS))
        return value.aims == top.aims and top.points - value.points <= MARGIN

    def as_json(self) -> dict[str, object]:
        """Return the comparison as the stable JSON object of the command."""
        marks = {name: getattr(self, name) for name in ("best", *CONTENDERS, "history")}
        return {
            "mandate": self.mandate,
            **{name: None if x is None else x.points / 100 for name, x in marks.items()},
            "aims": {name: None if x is None else x.aims / BP for name, x in marks.items()},
            "plan": self.plan.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search came to.

    Attributes:
        evaluations: Plans tried; each was played once for each seed of the search.
        games: Games played in all.
        fixed: The one plan that does best over all mandates.
    """

    level: str
    evaluations: int
    games: int
    fixed: Plan
    mandates: tuple[Comparison, ...]

    def best_everywhere(self, name: str) -> bool:
        """Whether a contender is best under every mandate: most aims, and points to a half."""
        return all(x.is_best(name) for x in self.mandates)


@dataclass(slots=True)
class _Search:
    level: Level
    seeds: tuple[int, ...]
    games: int = 0
    known: dict[Plan, tuple[Mark, ...]] = field(default_factory=dict)
    best: dict[tuple[str, str], _Found] = field(default_factory=dict)

    def marks(self, plan: Plan, seeds: tuple[int, ...]) -> tuple[Mark, ...]:
        """Return a plan's mean mark under each mandate."""
        self.games += len(seeds)
        return _marks(self.level, [played(self.level, plan, seed) for seed in seeds])

    def try_out(self, plan: Plan) -> None:
        if plan in self.known:
            return
        self.known[plan] = found = self.marks(plan, self.seeds)
        for kind, rule in CLASSES.items():
            if rule(plan) != plan:
                continue
            for mandate, mark in zip(self.level.mandates, found, strict=True):
                held = self.best.get((mandate.id, kind))
                if held is None or mark > held.mark:
                    self.best[mandate.id, kind] = _Found(plan, mark)

    def fixed(self) -> Plan:
        """Return the plan that meets most aims in all; of these, nearest to the best points."""
        tops = [self.best[x.id, "free"].mark.points for x in self.level.mandates]

        def mean(plan: Plan) -> tuple[int, int]:
            found = self.known[plan]
            near = (x.points * BP // max(1, top) for x, top in zip(found, tops, strict=True))
            return sum(x.aims for x in found), sum(near)

        return max(self.known, key=lambda plan: (mean(plan), plan.settings))


def _marks(level: Level, ends: list[World]) -> tuple[Mark, ...]:
    """Return the mean mark of some games under each mandate of a level."""

    def mean(mandate: Mandate) -> Mark:
        met = [[held for _, held in aims_met(end, mandate)] for end in ends]
        aims = sum(BP * sum(x) // len(x) if x else BP for x in met)
        near = sum(_nearness(end, mandate) for end in ends)
        points = sum(score(end, level.seats[0], mandate).total for end in ends)
        return Mark(aims // len(ends), near // len(ends), points // len(ends))

    return tuple(mean(x) for x in level.mandates)


def _nearness(end: World, mandate: Mandate) -> int:
    """Return how far the aims of a mandate are reached, bp."""

    def reached(condition: Condition) -> int:
        figure = end.figure(condition.figure)
        if compare(figure, condition.op, condition.value):
            return BP
        more = condition.op in (">", ">=") and condition.value > 0
        return clamp(ratio(figure, condition.value)) if more else 0

    aims = [min(reached(x) for x in conditions) for _, conditions in mandate.aims]
    return sum(aims) // len(aims) if aims else BP


def played(level: Level, plan: Plan, seed: int) -> World:
    """Return the last world of a game in which a plan governs and neighbours keep their persona."""
    seat = level.seats[0]
    others = {x: y for x, y in players_of(level, "status-quo").items() if x != seat}
    world = open_world(level, seed)
    while not world.over:
        sheets = dict(sheets_of(others, world))
        sheets[seat] = Sheet(seat, world.turn, sheet_of_plan(plan, world, seat))
        world = resolve_turn(world, sheets, detail=False).world
    return world


def search(
    level: Level,
    budget: int,
    *,
    seeds: tuple[int, ...] = SEARCH_SEEDS,
    held_out: tuple[int, ...] = HELD_OUT_SEEDS,
    luck: int = 1,
) -> Searched:
    """Search plans for every mandate of a level.

    Args:
        level: What is played.
        budget: How many plans are tried.
        seeds: Luck of the games that the search sees.
        held_out: Luck of the games that its findings are scored on.
        luck: Luck of the search itself.
    """
    found = _Search(level, seeds)
    for plan in _candidates(found, budget, luck):
        found.try_out(plan)
    fixed = found.fixed()
    plans = {fixed, *(x.plan for x in found.best.values())}
    again = {plan: found.marks(plan, held_out) for plan in sorted(plans, key=lambda x: x.settings)}
    holding, history = _computer(level, "status-quo", held_out), None
    if any(x.id == level.seats[0] and any(x.path) for x in level.states):
        history = _computer(level, "history", held_out)
    compared = tuple(
        Comparison(
            mandate=mandate.id,
            best=again[found.best[mandate.id, "free"].plan][place],
            always_ban=again[found.best[mandate.id, "always_ban"].plan][place],
            never_ban=again[found.best[mandate.id, "never_ban"].plan][place],
            fixed=again[fixed][place],
            holding=holding[place],
            history=history[place] if history else None,
            plan=found.best[mandate.id, "free"].plan,
        )
        for place, mandate in enumerate(level.mandates)
    )
    return Searched(level.id, len(found.known), found.games, fixed, compared)


def _candidates(found: _Search, budget: int, luck: int) -> Iterator[Plan]:
    """Yield plans: two fifths at random, then neighbours of the best of each class and mandate."""
    at_random = max(len(CLASSES) * _STARTS, budget * 2 // 5)
    rules = tuple(CLASSES.values())
    for number in range(at_random):
        yield rules[number % len(rules)](random_plan(luck, number))
    goals = [(x.id, kind) for x in found.level.mandates for kind in CLASSES]
    number = at_random
    while len(found.known) < budget and number < 20 * budget:
        mandate, kind = goals[number % len(goals)]
        yield CLASSES[kind](neighbour(found.best[mandate, kind].plan, luck, number))
        number += 1


def _computer(level: Level, name: str, seeds: tuple[int, ...]) -> tuple[Mark, ...]:
    """Return a computer player's mean mark under each mandate."""
    return _marks(level, [run_game(level, players_of(level, name), x).worlds[-1] for x in seeds])
