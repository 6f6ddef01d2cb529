"""Whether controls, inputs and families of a level name things that exist and make sense."""

from __future__ import annotations

from itertools import pairwise

from game.content.build.level import dates_of
from game.content.checks.findings import Findings
from game.content.models.processing import ControlModel

RESERVED = ("control", "standards", "outlet", "know-how", "inputs")
"""Names that stand in paths of figures, so that no rival, province or field may use them."""


def check_processing(found: Findings) -> None:
    """Note holders, suppliers and families that do not exist, and numbers that contradict."""
    file = found.file
    for key, mineral in file.minerals.items():
        if mineral.control:
            _check_control(found, key, mineral.control)
    for key, partner in file.partners.items():
        for short in partner.when_short:
            found.known(("partners", key, "when_short", short), "mineral", short, file.minerals)
        if partner.family:
            found.known(("partners", key, "family"), "family", partner.family, file.families)
    for key, state in file.states.items():
        if state.family:
            found.known(("states", key, "family"), "family", state.family, file.families)
        for name, chain in state.chains.items():
            if chain.inputs:
                at = ("states", key, "chains", name, "inputs", "partner")
                found.known(at, "partner", chain.inputs.partner, file.partners)
    _check_plans(found)
    _check_reserved(found)


def _check_control(found: Findings, key: str, control: ControlModel) -> None:
    here = ("minerals", key, "control")
    found.known((*here, "holder"), "partner", control.holder, found.file.partners)
    if control.cost_low.value > control.cost_high.value:
        found.error(
            (*here, "cost_low"),
            "costs-swapped",
            "the cheapest alternative costs more than the dearest",
            "cost rises from cost_low to cost_high",
            "swap the two",
        )
    if control.alternatives.value > control.ceiling.value:
        found.error(
            (*here, "ceiling"),
            "ceiling-too-low",
            "alternatives start above the most they can reach",
            "the ceiling holds from the first day",
            "raise the ceiling, or lower the start",
        )


def _check_plans(found: Findings) -> None:
    dates = dates_of(found.file)
    for key, rival in found.file.rivals.items():
        years = sorted(int(year) for year in rival.plan)
        for year in years:
            if year <= dates.first_year:
                found.error(
                    ("rivals", key, "plan", str(year)),
                    "plan-too-early",
                    f"{year} is no year after the first one",
                    "`output` says what stands on the first day",
                    f"give a year after {dates.first_year}",
                )
        amounts = [rival.plan[str(year)].value for year in years]
        if any(later < earlier // 2 for earlier, later in pairwise(amounts)):
            found.warn(
                ("rivals", key, "plan"),
                "plan-collapses",
                "the plan falls by more than half from one date to the next",
                "plans of capacity seldom do; a unit may be wrong",
                "check the numbers, or accept this with a reason",
            )


def _check_reserved(found: Findings) -> None:
    file = found.file
    named = [("rivals", name) for name in file.rivals]
    for key, state in file.states.items():
        named += [(f"states.{key}", x) for x in (*state.provinces, *state.fields)]
    named += [("partners", name) for name in file.partners]
    for where, name in named:
        if name in RESERVED:
            found.error(
                tuple(where.split(".")),
                "reserved-id",
                f"`{name}` cannot be the id of a place, rival or partner",
                "paths of figures use it",
                "choose another id",
            )
