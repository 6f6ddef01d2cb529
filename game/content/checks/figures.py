"""Whether conditions, effects and questions name figures of the world, in fitting units."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.build.level import conditions, effect
from game.content.checks.findings import Findings
from game.content.faults import excerpt
from game.content.models.base import BP, Comparison
from game.content.numbers.figure_units import slot_of
from game.content.numbers.quantities import QuantityError
from game.content.numbers.traced import Traced
from game.content.opening import Loc
from game.engine.definitions.happenings import Condition
from game.engine.figures.variables import Variable
from game.engine.layout.layout import Layout


def check_figures(found: Findings, layout: Layout) -> None:
    """Note paths without a figure, wrong units, and effects that make goods or money."""
    file = found.file
    for key, offer in file.offers.items():
        _check_conditions(found, ("offers", key, "gate"), offer.gate, layout)
        _check_chance(found, ("offers", key, "chance"), offer.chance)
    for key, event in file.events.items():
        here = ("events", key)
        _check_conditions(found, (*here, "conditions"), event.conditions, layout)
        _check_chance(found, (*here, "chance"), event.chance)
        for index in range(len(event.effects)):
            _check_effect(found, key, index, layout)
    for key, mandate in file.mandates.items():
        for name, aim in mandate.aims.items():
            at = ("mandates", key, "aims", name, "holds")
            _check_conditions(found, at, aim.holds, layout)
    for key, asked in file.predictions.items():
        here = ("predictions", key)
        try:
            slot_of(asked.figure, layout)
        except QuantityError as error:
            found.error((*here, "figure"), error.code, error.what, error.why, error.remedy)
        for name, reason in asked.reasons.items():
            at = (*here, "reasons", name, "true_if")
            _check_conditions(found, at, reason.true_if, layout)


def _check_conditions(
    found: Findings, loc: Loc, given: Sequence[Comparison], layout: Layout
) -> None:
    left: dict[str, tuple[int, int]] = {}
    for index, comparison in enumerate(given):
        try:
            (condition,) = conditions((comparison,), layout)
        except QuantityError as error:
            found.error((*loc, index), error.code, error.what, error.why, error.remedy)
            continue
        variable = layout.variables[layout.slots[condition.figure]]
        before = left.get(condition.figure, (variable.low, _highest(variable)))
        low, high = left[condition.figure] = _narrowed(before, condition)
        if low > high:
            _never_true(
                found, (*loc, index), comparison, condition.figure in _figures(given, index)
            )


def _highest(variable: Variable) -> int:
    """The largest value of a figure; a share that is counted anew each turn is no more than all."""
    return min(variable.high, BP) if variable.unit == "bp" and variable.flow else variable.high


def _figures(given: Sequence[Comparison], end: int) -> set[str]:
    return {comparison.figure for comparison in given[:end]}


def _narrowed(span: tuple[int, int], condition: Condition) -> tuple[int, int]:
    """The values from low to high, both included, for which a condition holds as well."""
    low, high = span
    value = condition.value
    if condition.op in (">=", ">", "=="):
        low = max(low, value + (condition.op == ">"))
    if condition.op in ("<=", "<", "=="):
        high = min(high, value - (condition.op == "<"))
    return low, high


def _never_true(found: Findings, loc: Loc, comparison: Comparison, with_others: bool) -> None:
    found.error(
        loc,
        "never-true",
        f"{excerpt(comparison.text, 80)} can never hold"
        + (" together with the conditions before it" if with_others else ""),
        "what waits for it would never happen",
        "change the number or the sign, or take the condition out",
    )


def _check_chance(found: Findings, loc: Loc, chance: Traced) -> None:
    if chance.value == 0:
        found.error(
            loc,
            "never-fires",
            "the chance is 0 %",
            "this would never happen",
            "write the chance of each turn, such as `50 %`, or take the whole block out",
        )


def _check_effect(found: Findings, key: str, index: int, layout: Layout) -> None:
    given = found.file.events[key].effects[index]
    here = ("events", key, "effects", index)
    try:
        effect(given, layout)
    except QuantityError as error:
        part = "figure" if error.code == "unknown-figure" else "amount"
        found.error((*here, part), error.code, error.what, error.why, error.remedy)
        return
    variable = layout.variables[layout.slots[given.figure]]
    if variable.account:
        found.error(
            (*here, "figure"),
            "makes-from-nothing",
            f"`{given.figure}` is an account",
            "goods and money come from somewhere and go somewhere",
            "act on a meter such as trust, standing or grievance",
        )
    elif variable.flow:
        found.error(
            (*here, "figure"),
            "effect-on-flow",
            f"`{given.figure}` is counted anew each turn",
            "an effect on it would be gone at once",
            "act on a figure that lasts",
        )
