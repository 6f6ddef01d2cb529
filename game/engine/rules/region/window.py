"""R56: a financing window filled by several lenders, with rules on who may draw (S54)."""

from game.engine import problems
from game.engine.draft import RULE, Draft
from game.engine.figures.region import MemberPlace, RegionPlace
from game.engine.figures.variables import StatePlace
from game.engine.numbers import muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Lever, steps
from game.engine.rules.region.effects import region_of
from game.engine.rules.region.members import targets_if
from game.engine.world import World

_YEARS_KEPT = 3
"""The pool is filled up to three years of paying in."""


def _check(world: World, state: StatePlace, order: Order) -> str:
    """R56a: a member may draw while it has choices left and owes no single partner too much.

    ``most = full pool / members - what it owes the window``. Other credit does not count: the
    window is there for states to which banks lend no more (F174, F181).
    """
    region = world.layout.region
    member = region.member(state.spec.id) if region is not None else None
    if region is None or region.spec.window is None or member is None:
        return problems.WRONG_TARGET
    rules, row = region.spec.window, world.values
    wanted = order.setting[0] * MILLION
    most = _YEARS_KEPT * rules.pool // len(region.members) - row[member.window_debt]
    if wanted > min(row[region.window], most):
        return problems.WINDOW_EMPTY
    owed = [row[tie.debt] for tie in state.ties]
    tied = ratio(max(owed, default=0), sum(owed))
    if row[state.autonomy] < rules.autonomy_floor or tied > rules.share_most:
        return problems.WINDOW_CLOSED
    return ""


def _draw(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """The pool lends what it still holds; other members may have drawn in the same turn."""
    region = region_of(draft)
    member = region.member(state.spec.id)
    assert member is not None
    amount = min(order.setting[0] * MILLION, draft.row[region.window])
    draft.move(region.window, state.treasury, amount, "window_loan", cause)
    draft.add(state.debt, amount, "window_loan", cause)
    draft.add(member.window_debt, amount, "window_loan", cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="draw_window",
        area="region",
        cost=1,
        targets=targets_if(lambda region: region.spec.window is not None),
        grid=lambda world, state, target: steps(25, 50, 100, 200, 400),
        now=lambda world, state, target: (0,),
        apply=_draw,
        check=_check,
        policy=False,
    ),
)


def resolve(draft: Draft, region: RegionPlace) -> None:
    """R56: lenders fill the pool in equal parts; members pay less interest and repay bit by bit."""
    rules = region.spec.window
    if rules is None:
        return
    room = max(0, _YEARS_KEPT * rules.pool - draft.row[region.window])
    due = draft.yearly(rules.pool)
    if due > room:
        draft.capped(region.window, "window_full", RULE)
    paid_in = min(room, due) // len(rules.lenders)
    for partner in draft.layout.partners:
        if partner.spec.id in rules.lenders:
            draft.move(partner.owners, region.window, paid_in, "window_filled", RULE)
    for member in region.members:
        if draft.row[member.window_debt]:
            _serve(draft, region, member, rules.years)


def _serve(draft: Draft, region: RegionPlace, member: MemberPlace, years: int) -> None:
    """R56b: 3 % interest instead of the usual 6 %; one part in ``years`` is repaid each year."""
    row, p = draft.row, draft.parameters
    state = draft.state(member.state)
    owed = row[member.window_debt]
    reads = (member.window_debt,)
    saved = part(owed, draft.yearly(max(0, p.debt_interest - p.window_interest)))
    draft.move(draft.layout.world.outside, state.treasury, saved, "window_interest", RULE, reads)
    draft.add(state.spending, -saved, "window_interest", RULE, reads)
    draft.add(state.revenue, saved, "window_interest", RULE, reads)
    back = min(owed, row[state.debt], draft.yearly(muldiv(owed, 1, years)))
    draft.move(state.treasury, region.window, back, "window_repaid", RULE, reads)
    draft.add(state.debt, -back, "window_repaid", RULE, reads)
    draft.add(member.window_debt, -back, "window_repaid", RULE, reads)
