"""Loans with terms of their own: interest, years of grace, and what happens when one is not paid.

System S07. A loan without such terms is paid back in one sum when its contract ends.
"""

from dataclasses import replace

from game.engine.draft import RULE, Draft
from game.engine.figures.variables import StatePlace, TiePlace
from game.engine.numbers import BP, clamp, part
from game.engine.rules.levers import MILLION
from game.engine.rules.partners import offtakes
from game.engine.rules.state.payments import spend
from game.engine.world import Contract

SIGNED = "signed"
"""Name under which a contract keeps the turn in which it was signed."""
_TERMS = ("interest", "grace", "collateral")
SWAP = "swap"


def scheduled(contract: Contract) -> bool:
    """Whether a loan is paid back in instalments."""
    return any(name in _TERMS for name, _ in contract.terms)


def owed(contract: Contract, turn: int, months: int) -> int:
    """Return what is left of a loan after the instalment of a turn, US$."""
    grace = contract.term("grace") * 12 // months
    first = contract.term(SIGNED) + grace
    count = max(1, contract.until - first)
    paid = clamp(turn - first, 0, count)
    loan = contract.term("loan") * MILLION
    return loan - loan * paid // count


def service(draft: Draft, state: StatePlace) -> int:
    """R61: pay interest and instalments of loans with terms; return what they leave owed, US$.

    ``interest = what is owed x the loan's own rate``; after the years of grace the loan is paid
    back in equal parts until its contract ends.
    """
    left = 0
    for contract in list(draft.contracts):
        if contract.seat != state.spec.id:
            continue
        if contract.kind == SWAP:
            _pay_toll(draft, state, contract)
        elif contract.term("loan") and scheduled(contract):
            left += _pay(draft, state, contract)
    return left


def _lender(draft: Draft, contract: Contract) -> int:
    return next(x.owners for x in draft.layout.partners if x.spec.id == contract.partner)


def _pay(draft: Draft, state: StatePlace, contract: Contract) -> int:
    row = draft.row
    tie = next(x for x in state.ties if x.partner == contract.partner)
    before = min(owed(contract, draft.turn - 1, draft.months), row[tie.debt])
    due = before - min(owed(contract, draft.turn, draft.months), before)
    interest = part(before, draft.yearly(contract.term("interest")))
    if due and row[state.treasury] < due + interest:
        _default(draft, state, tie, contract, before)
        return 0 if contract.term("collateral") else before
    cause, reads = f"partner:{contract.partner}", (tie.debt,)
    spend(draft, state, _lender(draft, contract), interest, "loan_interest", reads, cause)
    draft.move(state.treasury, _lender(draft, contract), due, "loan_repaid", cause, reads)
    draft.add(state.debt, -due, "loan_repaid", cause)
    draft.add(tie.debt, -due, "loan_repaid", cause)
    if draft.turn >= contract.until:
        draft.contracts.remove(contract)
        draft.note("contract_ended", RULE, contract.id)
    return before


def _default(draft: Draft, state: StatePlace, tie: TiePlace, contract: Contract, left: int) -> None:
    """R61a: an instalment that cannot be paid turns debt into a share of revenue, or is late.

    With collateral the debt goes, and the lender takes its share of mineral revenue for fifteen
    years. Without, the loan runs a turn longer and trust in the state's word falls twice as far.
    """
    cause, p = f"partner:{contract.partner}", draft.parameters
    share = contract.term("collateral")
    draft.contracts.remove(contract)
    if share:
        draft.add(state.debt, -left, "debt_swapped", cause)
        draft.add(tie.debt, -left, "debt_swapped", cause)
        until = draft.turn + p.swap_years * 12 // draft.months
        swap = replace(contract, kind=SWAP, until=until, terms=(("toll", share),))
        draft.contracts.append(swap)
        offtakes.commit(draft, state, tie, "debt_swapped", cause)
        draft.note("debt_swapped", cause, contract.id)
    else:
        # The instalment waits a turn, and with it all later ones.
        slid = tuple((n, v + 1 if n == SIGNED else v) for n, v in contract.terms)
        draft.contracts.append(replace(contract, until=contract.until + 1, terms=slid))
        draft.note("loan_late", cause, contract.id)
    doubt = p.credibility_relax_cost // (3 if share else 2)
    draft.add(state.credibility, -doubt, "loan_late", cause)
    draft.remember(state.spec.id, contract.partner, "loan_late", -300 if share else -600, cause)


def _pay_toll(draft: Draft, state: StatePlace, contract: Contract) -> None:
    """R61a: what was taken for a debt takes its share of the turn's mineral receipts."""
    toll = part(max(0, draft.row[state.receipts]), min(BP, contract.term("toll")))
    cause = f"partner:{contract.partner}"
    spend(draft, state, _lender(draft, contract), toll, "toll_paid", (state.receipts,), cause)
