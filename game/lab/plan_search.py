"""A crude search over whole-game plans: at random first, then up the hill, on a counted budget.

One game of a plan scores it under every mandate of the level at once. Beside the best plan found
for each mandate stand the best that bans always, the best that never bans, the one fixed plan that
does best over all mandates, holding still, and history.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.engine.definitions.level import Level
from game.engine.orders import Sheet
from game.engine.scoring import score
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.plans import CLASSES, Plan, neighbour, random_plan, sheet_of_plan
from game.lab.runs import players_of
from game.lab.runs import run as run_game
from game.match.seats import sheets_of

CONTENDERS = ("always_ban", "never_ban", "fixed", "holding")
"""What stands beside the best plan of each mandate, with history where there is one."""
MARGIN = 50
"""Half a point, in hundredths: a plan that lies less below the best counts as best."""
SEARCH_SEEDS = (1, 2)
HELD_OUT_SEEDS = (101, 102, 103, 104)
"""Luck on which the plans found are scored again; the search has not seen it."""
_STARTS = 3


@dataclass(slots=True)
class _Found:
    """The best plan of a class for a mandate so far."""

    plan: Plan
    score: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """One mandate: mean scores on luck the search has not seen, in hundredths of a point."""

    mandate: str
    best: int
    always_ban: int
    never_ban: int
    fixed: int
    holding: int
    history: int | None
    plan: Plan

    def short(self, name: str) -> int:
        """Return how far a contender stays below the best of all."""
        value = getattr(self, name)
        best = max(self.best, self.always_ban, self.never_ban, self.fixed, self.holding)
        return 0 if value is None else best - int(value)

    def as_json(self) -> dict[str, object]:
        """Return the comparison as the stable JSON object of the command."""
        names = ("best", *CONTENDERS, "history")
        values = {name: getattr(self, name) for name in names}
        return {
            "mandate": self.mandate,
            **{name: None if x is None else x / 100 for name, x in values.items()},
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
        """Whether a contender is best, to half a point, under every mandate."""
        return all(x.short(name) <= MARGIN for x in self.mandates)


@dataclass(slots=True)
class _Search:
    level: Level
    seeds: tuple[int, ...]
    games: int = 0
    known: dict[Plan, tuple[int, ...]] = field(default_factory=dict)
    best: dict[tuple[str, str], _Found] = field(default_factory=dict)

    def scores(self, plan: Plan, seeds: tuple[int, ...]) -> tuple[int, ...]:
        """Return a plan's mean score under each mandate."""
        totals = [0] * len(self.level.mandates)
        for seed in seeds:
            last = played(self.level, plan, seed)
            self.games += 1
            for place, mandate in enumerate(self.level.mandates):
                totals[place] += score(last, self.level.seats[0], mandate).total
        return tuple(x // len(seeds) for x in totals)

    def try_out(self, plan: Plan) -> None:
        if plan in self.known:
            return
        self.known[plan] = found = self.scores(plan, self.seeds)
        for kind, rule in CLASSES.items():
            if rule(plan) != plan:
                continue
            for mandate, value in zip(self.level.mandates, found, strict=True):
                held = self.best.get((mandate.id, kind))
                if held is None or value > held.score:
                    self.best[mandate.id, kind] = _Found(plan, value)

    def fixed(self) -> Plan:
        """Return the plan with the highest mean part of the best under each mandate."""
        tops = [self.best[x.id, "free"].score for x in self.level.mandates]

        def mean(plan: Plan) -> int:
            found = self.known[plan]
            return sum(x * 10_000 // max(1, top) for x, top in zip(found, tops, strict=True))

        return max(self.known, key=lambda plan: (mean(plan), plan.settings))


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
    again = {plan: found.scores(plan, held_out) for plan in sorted(plans, key=lambda x: x.settings)}
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


def _computer(level: Level, name: str, seeds: tuple[int, ...]) -> tuple[int, ...]:
    """Return a computer player's mean score under each mandate."""
    totals = [0] * len(level.mandates)
    for seed in seeds:
        game = run_game(level, players_of(level, name), seed)
        for place, mandate in enumerate(level.mandates):
            totals[place] += game.scored(level.seats[0], mandate).total
    return tuple(x // len(seeds) for x in totals)
