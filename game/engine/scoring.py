"""Scores: 0 to 100 on an absolute scale, published as a formula, with their parts.

Value and revenue score by a half-mark curve, ``100 x m^2 / (m^2 + half mark^2)``; the other
outcomes are indexes already. ``m`` is the weighted mean of the turns played: turn n counts n times,
because a country lives on with what was built. A mandate weighs the six parts. What the game leaves
behind counts at published values, so that stripping the country in the last turn does not pay.
"""

from dataclasses import dataclass

from game.engine.conditions import compare
from game.engine.definitions.level import OUTCOMES, Mandate
from game.engine.figures.variables import StatePlace
from game.engine.numbers import BP, muldiv, part
from game.engine.rules.closing import money_mark
from game.engine.rules.people.residues import FOREST_CLEAN_UP_USD as FOREST_CLEAN_UP_USD
from game.engine.rules.people.residues import clean_up_owed
from game.engine.world import World


@dataclass(frozen=True, slots=True)
class EndValues:
    """What is left behind, US$: shares in plants, treasury, debt, and clean-up owed.

    Treasury and debt are shown beside; they came about through revenue that has been counted.
    """

    plants: int
    treasury: int
    debt: int
    clean_up: int

    @property
    def total(self) -> int:
        """What counts beside revenue: shares in plants less clean-up owed."""
        return self.plants - self.clean_up


@dataclass(frozen=True, slots=True)
class Score:
    """A score in hundredths of a point.

    Attributes:
        total: Weighted mean of the parts, 0 to 10,000.
        parts: One for each outcome in the order of ``OUTCOMES``, 0 to 10,000.
        means: The weighted mean amounts behind the parts: US$ a year, US$ a year, then bp.
        end: What the game leaves behind; spread over the turns and counted as revenue.
    """

    total: int
    parts: tuple[int, ...]
    means: tuple[int, ...]
    end: EndValues


def aims_met(world: World, mandate: Mandate) -> tuple[tuple[str, bool], ...]:
    """Return each aim of a mandate with whether all its conditions hold in a world."""
    return tuple(
        (
            aim,
            all(compare(world.figure(each.figure), each.op, each.value) for each in conditions),
        )
        for aim, conditions in mandate.aims
    )


def end_values(world: World, seat: str) -> EndValues:
    """Return what a seat leaves behind at this moment, US$."""
    state = world.layout.state(seat)
    plants = 0
    for plant in world.plants:
        if plant.state == seat and plant.state_share:
            age = max(0, (world.clock - plant.opens) * world.level.months)
            left = max(0, BP - age * BP // 120)
            plants += part(part(plant.cost, plant.state_share), left)
    forest = sum(world.values[province.forest] for province in state.provinces)
    return EndValues(
        plants=plants,
        treasury=world.values[state.treasury] - state.spec.treasury,
        debt=world.values[state.debt] - state.spec.debt,
        clean_up=forest * FOREST_CLEAN_UP_USD + clean_up_owed(world, state),
    )


def score(world: World, seat: str, mandate: Mandate) -> Score:
    """Return the score of a seat under a mandate, over the turns played so far.

    At least one turn must have been resolved; before that every part is zero.
    """
    state = world.layout.state(seat)
    end = end_values(world, seat)
    if not world.turn:
        return Score(0, (0,) * len(OUTCOMES), (0,) * len(OUTCOMES), end)
    means = tuple(_mean(world, state, name, end) for name in OUTCOMES)
    anchors = world.level.anchors
    parts = (
        money_mark(means[0], anchors.value),
        money_mark(means[1], anchors.revenue),
        *means[2:],
    )
    total = sum(p * w for p, w in zip(parts, mandate.weights, strict=True))
    return Score(muldiv(total, 1, sum(mandate.weights)), parts, means, end)


def _mean(world: World, state: StatePlace, name: str, end: EndValues) -> int:
    turns = world.clock
    mean = muldiv(2 * world.values[getattr(state, f"total_{name}")], 1, turns * (turns + 1))
    if name == "revenue":
        mean += muldiv(end.total, 1, turns)
    if name in ("value", "revenue"):
        return muldiv(mean, 12, world.level.months)
    return mean
