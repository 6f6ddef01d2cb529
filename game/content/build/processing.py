"""Building what is optional about processing: controls, separation, inputs, plans of rivals."""

from __future__ import annotations

from game.content.build.dates import MORE_YEARS, Dates
from game.content.models.processing import ControlModel, InputsModel, SeparationModel
from game.content.models.world import RivalModel
from game.engine.definitions.processing import Control, Inputs, Separation


def build_control(given: ControlModel | None) -> Control | None:
    """The engine's control; None without one."""
    if given is None:
        return None
    return Control(
        holder=given.holder,
        inside=given.inside.value,
        licence=given.licence.value,
        alternatives=given.alternatives.value,
        ceiling=given.ceiling.value,
        speed=given.speed.value,
        cost_low=given.cost_low.value,
        cost_high=given.cost_high.value,
        stock_months=given.stock.value,
        safety_months=given.safety_stock.value,
        technology_ban=given.technology_ban,
        shares_from=given.shares_from.value,
    )


def build_separation(given: SeparationModel | None) -> Separation | None:
    """The engine's separation; None where any plant can do it at once."""
    if given is None:
        return None
    return Separation(
        first_yield=given.first_yield.value,
        learning=given.learning.value,
        extra_cost=given.extra_cost.value,
        batch_loss=given.batch_loss.value,
    )


def build_inputs(given: InputsModel | None) -> Inputs | None:
    """The engine's imported inputs; None where all are made at home."""
    if given is None:
        return None
    return Inputs(
        partner=given.partner,
        dependence=given.dependence.value,
        stock=given.stock.value,
        extra_cost=given.extra_cost.value,
    )


def plan_by_turn(rival: RivalModel, dates: Dates) -> tuple[int, ...]:
    """A rival's planned output at each turn and some years beyond, straight between its dates.

    Before the first date it is the output of the first day; after the last it stays.
    """
    if not rival.plan:
        return ()
    known = {int(year): amount.value for year, amount in rival.plan.items()}
    points = sorted({dates.first_year: rival.output.value, **known}.items())
    turns = dates.turns + MORE_YEARS * 12 // dates.months
    return tuple(
        _between(points, 12 * dates.first_year + dates.first_month - 1 + turn * dates.months)
        for turn in range(turns)
    )


def _between(points: list[tuple[int, int]], month: int) -> int:
    """The amount at a month, counted from year 0; each point stands at the start of its year."""
    before = points[0]
    for year, amount in points:
        if 12 * year > month:
            span = 12 * (year - before[0])
            return before[1] + (amount - before[1]) * (month - 12 * before[0]) // span
        before = (year, amount)
    return before[1]
