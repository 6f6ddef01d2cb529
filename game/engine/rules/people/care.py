"""Care for land and people, and knowing who digs what (R42; S39, S35, S43)."""

from game.engine.draft import Draft
from game.engine.figures.variables import ProvincePlace, StatePlace
from game.engine.numbers import BP, part
from game.engine.rules.levers import Lever, setting_lever, steps
from game.engine.rules.mines.holders import unreached_in
from game.engine.rules.people.residues import waste_rule_cost

LEVERS: tuple[Lever, ...] = (
    setting_lever(
        "no_go", "people", 1, "care", "no_go", steps(0, 1_000, 2_000, 3_000, 5_000, 7_000)
    ),
    setting_lever(
        "resettlement", "people", 1, "care", "resettlement", steps(0, 2_500, 5_000, 7_500, 10_000)
    ),
    setting_lever("traceability", "trade", 1, "care", "traceability", steps(0, 1)),
    setting_lever("owner_register", "treasury", 1, "care", "owner_register", steps(0, 1)),
)


def reach_at(draft: Draft, province: ProvincePlace, reach: int) -> int:
    """Return how far rules bite in a province: not on ground that the law does not reach (R40)."""
    out = unreached_in(draft, province.fields)
    return part(reach, BP - out) if out else reach


def closed_land(draft: Draft, state: StatePlace) -> int:
    """R42a: return the share of land where no new mine may open, bp.

    Mines grow so much more slowly, and clear so much less forest, as inspectors reach:
    ``growth x (1 - closed)``, ``clearing x (1 - closed x inspection)``.
    """
    return draft.row[state.care.no_go] if state.care is not None else 0


def care_calm(draft: Draft, state: StatePlace) -> int:
    """R42b: return the part of digging's pressure on people that care takes away, bp.

    ``half of closed land x inspection + 40 % x quality of consent and resettlement``.
    """
    if state.care is None:
        return 0
    row, p = draft.row, draft.parameters
    land = part(part(p.no_go_calm, row[state.care.no_go]), row[state.enforcement])
    return min(9_000, land + part(p.consent_calm, row[state.care.resettlement]))


def growth_left(draft: Draft, state: StatePlace) -> int:
    """R42b: return how far mines may still grow, bp: closed land and asking for consent slow them.

    ``(1 - closed) x (1 - 25 % x quality)``.
    """
    if state.care is None:
        return BP
    asked = part(draft.parameters.consent_delay, draft.row[state.care.resettlement])
    return part(BP - draft.row[state.care.no_go], BP - asked)


def digging_extra(draft: Draft, state: StatePlace) -> int:
    """R42b: return what care, the waste rule and tracing add to the cost of digging, bp."""
    if state.care is None:
        return 0
    row, p = draft.row, draft.parameters
    extra = part(p.consent_cost, row[state.care.resettlement]) + waste_rule_cost(draft, state)
    return extra + (p.tracing_cost if row[state.care.traceability] else 0)


def plant_extra(draft: Draft, state: StatePlace) -> int:
    """Return what the waste rule and tracing add to the cost of running a plant, bp (R42b)."""
    if state.care is None:
        return 0
    traced = draft.parameters.tracing_cost if draft.row[state.care.traceability] else 0
    return waste_rule_cost(draft, state) + traced


def tracing_reward(draft: Draft, state: StatePlace) -> int:
    """R42c: return how much higher careful partners rest when each load is traced, bp.

    ``5 points x inspection x share of ground that the law reaches``.
    """
    if state.care is None or not draft.row[state.care.traceability]:
        return 0
    fields = tuple(x for province in state.provinces for x in province.fields)
    seen = part(draft.row[state.enforcement], BP - unreached_in(draft, fields))
    return part(draft.parameters.tracing_reward, seen)


def leak_left(draft: Draft, state: StatePlace) -> int:
    """R42c: return the part of smuggling left when each load is traced, bp: six tenths."""
    traced = state.care is not None and draft.row[state.care.traceability]
    return draft.parameters.tracing_leak if traced else BP


def hidden_left(draft: Draft, state: StatePlace) -> int:
    """R42c: return the part of hidden profit left when all owners are known, bp: a half."""
    known = state.care is not None and draft.row[state.care.owner_register]
    return draft.parameters.register_leak if known else BP


def register_hurdle(draft: Draft, state: StatePlace) -> int:
    """Return what owners who must show themselves ask on top, bp (R42c)."""
    known = state.care is not None and draft.row[state.care.owner_register]
    return draft.parameters.register_hurdle if known else 0
