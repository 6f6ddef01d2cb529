"""Memoranda with a great power: a signal that binds nobody (R66; S15).

What it brings depends on what others read in it and on whether projects follow.
"""

from game.engine.definitions.happenings import OfferPlan
from game.engine.draft import RULE, Draft
from game.engine.figures.variables import StatePlace
from game.engine.world import Contract

KIND = "memorandum"


def read_by(draft: Draft, plan: OfferPlan) -> int:
    """R66: return how much more a partner gives because a memorandum was signed elsewhere, bp.

    Two hundredths for each memorandum in force with somebody else; the signer gives no more.
    """
    found = sum(
        1
        for x in draft.contracts
        if x.kind == KIND and x.seat == plan.seat and x.partner != plan.partner
    )
    return found * draft.parameters.memo_interest


def sign(draft: Draft, state: StatePlace, plan: OfferPlan, contract: Contract, cause: str) -> None:
    """R66a: a memorandum warms its signer and cools those who mind it, by half as much."""
    signal = contract.term("signal")
    draft.remember(state.spec.id, plan.partner, "memo_signed", signal, cause)
    for partner in plan.minds:
        draft.remember(state.spec.id, partner, "memo_seen", -signal // 2, f"partner:{partner}")


def end(draft: Draft, contract: Contract) -> None:
    """R66b: a memorandum that nothing followed loses its warmth, and people at home notice.

    Projects are contracts with the same partner that were signed while it lasted.
    """
    if any(
        x.partner == contract.partner and x.seat == contract.seat and x.kind != KIND
        for x in draft.contracts
    ):
        return
    state = draft.state(contract.seat)
    signal = contract.term("signal")
    draft.remember(contract.seat, contract.partner, "nothing_followed", -signal, RULE)
    draft.add(state.trust, -signal // 4, "nothing_followed", RULE)
    draft.note("nothing_followed", RULE, contract.id)
