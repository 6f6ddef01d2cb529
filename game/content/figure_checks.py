"""Whether conditions, effects and questions name figures of the world, in fitting units."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.build import conditions, effect, slot_of
from game.content.findings import Findings
from game.content.model_base import Comparison
from game.content.opening import Loc
from game.content.quantities import QuantityError
from game.engine.layout import Layout


def check_figures(found: Findings, layout: Layout) -> None:
    """Note paths without a figure, wrong units, and effects that make goods or money."""
    file = found.file
    for key, offer in file.offers.items():
        _check_conditions(found, ("offers", key, "gate"), offer.gate, layout)
    for key, event in file.events.items():
        here = ("events", key)
        _check_conditions(found, (*here, "conditions"), event.conditions, layout)
        for index in range(len(event.effects)):
            _check_effect(found, key, index, layout)
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
    found: Findings, loc: Loc, given: Iterable[Comparison], layout: Layout
) -> None:
    for index, comparison in enumerate(given):
        try:
            conditions((comparison,), layout)
        except QuantityError as error:
            found.error((*loc, index), error.code, error.what, error.why, error.remedy)


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
