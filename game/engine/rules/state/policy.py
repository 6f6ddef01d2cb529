"""Policy: what may leave the country, what it pays, and whether promises are believed.

Rules: R1 credibility, and the dates of announced bans and processing duties (S01-S03, S43, S49).
"""

from game.engine import problems
from game.engine.draft import RULE, Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import (
    Grid,
    Lever,
    chain_of,
    every_mineral,
    every_ore,
    remember_change,
    setting_lever,
    steps,
)
from game.engine.rules.mines.holders import unreached_in
from game.engine.world import World

BAN_GRID: Grid = (
    (0, 0),
    (2_500, 0),
    (2_500, 1),
    (5_000, 0),
    (5_000, 1),
    (7_500, 0),
    (7_500, 1),
    (10_000, 0),
    (10_000, 1),
    (10_000, 2),
)
"""(share of ore that may not leave, turns of notice)"""


def _ban_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    chain = chain_of(state, target)
    due = world.values[chain.ban_due]
    notice = due - world.clock if due else 0
    return (world.values[chain.ban_next], max(0, notice))


def _check_ban(world: World, state: StatePlace, order: Order) -> str:
    chain = chain_of(state, order.target)
    if not world.values[chain.ban_due] and order.setting[0] == world.values[chain.ban]:
        return problems.NO_CHANGE
    return ""


def _apply_ban(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    chain = chain_of(state, order.target)
    row = draft.row
    share, notice = order.setting
    remember_change(draft, state, order, (row[chain.ban_next], row[chain.ban_due]))
    pending = row[chain.ban_due]
    due = draft.turn + notice
    if pending and (share < row[chain.ban_next] or (share and due > pending)):
        _lose_belief(draft, state, draft.parameters.credibility_extension_cost, cause, chain)
    draft.put(chain.ban_next, share, "ban", cause)
    if notice:
        draft.put(chain.ban_due, due, "ban", cause)
        return
    draft.put(chain.ban_due, 0, "ban", cause)
    _take_effect(draft, state, chain, cause, announced=False)


def _take_effect(
    draft: Draft, state: StatePlace, chain: ChainPlace, cause: str, announced: bool
) -> None:
    """Put the announced share in force; belief grows when a promise is kept, falls when eased."""
    row = draft.row
    before, after = row[chain.ban], row[chain.ban_next]
    draft.put(chain.ban, after, "ban", cause, (chain.ban_next,))
    p = draft.parameters
    if after < before:
        _lose_belief(draft, state, part(p.credibility_relax_cost, before - after), cause, chain)
    elif announced:
        gain = part(p.credibility_ban_bonus, after - before)
        room = max(0, p.credibility_ceiling - row[state.credibility])
        if gain > room:
            draft.capped(state.credibility, "belief_most", cause, (chain.ban,))
        draft.add(state.credibility, min(gain, room), "credibility", cause, (chain.ban,))


def _lose_belief(
    draft: Draft, state: StatePlace, amount: int, cause: str, chain: ChainPlace
) -> None:
    draft.add(state.credibility, -amount, "credibility", cause, (chain.ban,))


def _duty_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    due = world.values[chain_of(state, target).duty_due]
    return (max(1, due - world.clock),) if due else (0,)


def _apply_duty(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    chain = chain_of(state, order.target)
    before = draft.row[chain.duty_due]
    remember_change(draft, state, order, (before,))
    due = draft.turn + order.setting[0] if order.setting[0] else 0
    if before and (due == 0 or due > before):
        _lose_belief(draft, state, draft.parameters.credibility_extension_cost, cause, chain)
    draft.put(chain.duty_due, due, "duty", cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="export_ban",
        area="trade",
        cost=2,
        targets=every_ore,
        grid=lambda world, state, target: BAN_GRID,
        now=_ban_now,
        apply=_apply_ban,
        check=_check_ban,
    ),
    setting_lever(
        "export_tax",
        "trade",
        1,
        "ore",
        "tax",
        steps(0, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000, 6_000),
    ),
    setting_lever(
        "export_quota", "trade", 1, "ore", "quota", steps(10_000, 8_000, 6_000, 4_000, 2_000)
    ),
    Lever(
        id="processing_duty",
        area="trade",
        cost=2,
        targets=every_mineral,
        grid=lambda world, state, target: steps(0, 2, 3, 4, 5, 8),
        now=_duty_now,
        apply=_apply_duty,
    ),
    setting_lever(
        "royalty",
        "industry",
        1,
        "chain",
        "royalty",
        steps(0, 200, 400, 500, 700, 1_000, 1_200, 1_500, 2_000),
    ),
    setting_lever("tax_holiday", "industry", 1, "chain", "holiday", steps(0, 5, 10, 15)),
    setting_lever(
        "state_share",
        "industry",
        1,
        "chain",
        "state_share",
        steps(0, 1_000, 2_000, 3_000, 4_000, 5_100),
    ),
)


def resolve(draft: Draft) -> None:
    """Bring due dates into force and let belief follow what was kept."""
    for state in draft.layout.states:
        kept = 0
        for chain in state.chains:
            if draft.row[chain.ban_due] and draft.turn >= draft.row[chain.ban_due]:
                _take_effect(draft, state, chain, RULE, announced=True)
                draft.put(chain.ban_due, 0, "ban", RULE)
            _close_port(draft, chain)
            kept = max(kept, draft.row[chain.closed])
        _drift(draft, state, kept)


def _close_port(draft: Draft, chain: ChainPlace) -> None:
    """R1a: what may not leave is the larger of the ban and what the duty withholds.

    A processing duty past its date lets out only as much ore as plants, working or being built,
    answer for: ``withheld = 1 - plants / mine capacity``.
    """
    row = draft.row
    closed, reads = row[chain.ban], (chain.ban,)
    due = row[chain.duty_due]
    if due and draft.turn >= due:
        capacity = sum(row[item.capacity] for item in chain.fields)
        built = draft.before[chain.plant_feed] + draft.before[chain.pipeline_feed]
        withheld = BP - clamp(ratio(built, capacity))
        if withheld > closed:
            closed, reads = withheld, (chain.duty_due,)
    if draft.layout.has_sites:  # no ban is heard on ground that armed holders keep
        closed = min(closed, BP - unreached_in(draft, chain.fields))
    draft.put(chain.closed, closed, "closed_port", RULE, reads)


def _drift(draft: Draft, state: StatePlace, kept: int) -> None:
    """R1: a promise kept closes part of the gap to the ceiling; nothing promised, belief rests."""
    p = draft.parameters
    belief = draft.row[state.credibility]
    if kept:
        gap = max(0, p.credibility_ceiling - belief)
        change = muldiv(draft.yearly(part(gap, kept)), 1, p.credibility_years)
    else:
        change = muldiv(draft.yearly(p.credibility_rest - belief), 1, p.credibility_years)
    draft.add(state.credibility, change, "credibility", RULE, tuple(c.closed for c in state.chains))
