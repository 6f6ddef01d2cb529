"""Which treaties bind a state now, and what investors make of them (R65b; S11, S12)."""

from game.engine.definitions.deals import INVESTMENT
from game.engine.draft import Draft
from game.engine.figures.deals import AgreementPlace
from game.engine.figures.variables import StatePlace
from game.engine.numbers import clamp, part


def in_force(draft: Draft, place: AgreementPlace) -> bool:
    """Whether a state is bound by a treaty now."""
    return bool(draft.row[place.member]) and draft.turn >= place.spec.first


def protected(draft: Draft, state: StatePlace) -> frozenset[str]:
    """Return the partners whose investors a treaty in force protects."""
    return frozenset(
        partner
        for place in draft.layout.agreements
        if place.state == state.spec.id and place.spec.kind == INVESTMENT and in_force(draft, place)
        for partner in place.spec.partners
    )


def hurdle_cut(draft: Draft, state: StatePlace, partner: str) -> int:
    """R65b: return what a treaty takes off a protected investor's hurdle, bp.

    ``1 point x (half + half of the belief in the state's word)``: a treaty helps a state less
    that is known to break its word.
    """
    if partner not in protected(draft, state):
        return 0
    belief = clamp(5_000 + draft.row[state.credibility] // 2)
    return part(draft.parameters.treaty_hurdle, belief)
