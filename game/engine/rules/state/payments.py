"""Payments into and out of home accounts, and what they count for (R25).

Every payment moves money between two accounts. What reaches a home account counts as value kept at
home; what reaches the treasury counts as public revenue, and what the government spends on its
mineral policy counts against it.
"""

from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.variables import StatePlace


def earn(
    draft: Draft,
    state: StatePlace,
    source: int,
    target: int,
    amount: int,
    rule: str,
    reads: tuple[int, ...],
    cause: str = MARKET,
) -> None:
    """Pay a home account out of minerals; it counts as value kept at home."""
    draft.move(source, target, amount, rule, cause, reads)
    draft.add(state.home_income, amount, rule, cause, reads)


def levy(
    draft: Draft, state: StatePlace, source: int, amount: int, rule: str, reads: tuple[int, ...]
) -> None:
    """Pay the treasury; it counts as a receipt, as public revenue and as value kept at home."""
    earn(draft, state, source, state.treasury, amount, rule, reads, RULE)
    draft.add(state.receipts, amount, rule, RULE, reads)
    draft.add(state.revenue, amount, rule, RULE, reads)


def spend(
    draft: Draft,
    state: StatePlace,
    target: int,
    amount: int,
    rule: str,
    reads: tuple[int, ...] = (),
    cause: str = RULE,
) -> None:
    """Spend from the treasury on mineral policy; it counts against public revenue."""
    draft.move(state.treasury, target, amount, rule, cause, reads)
    draft.add(state.spending, amount, rule, cause, reads)
    draft.add(state.revenue, -amount, rule, cause, reads)
