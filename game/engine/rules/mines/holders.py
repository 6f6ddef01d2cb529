"""Armed holders of a site: who reaches it, who taxes it, and what can be agreed (R40; S45).

No fighting is played. Whoever holds the ground sets its tax and its flow; the government can talk,
close the roads, or bring diggers under its own law.
"""

from game.engine import problems
from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.sites import HoldPlace
from game.engine.figures.variables import ChainPlace, FieldPlace, ProvincePlace, StatePlace
from game.engine.numbers import BP, clamp, dollars, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Lever, field_of, remember_change, steps
from game.engine.rules.state.payments import levy, spend
from game.engine.world import World

_SHARES = steps(0, 1_000, 2_000, 3_000, 4_000, 5_000)
_BUDGETS = steps(*(amount * MILLION for amount in (0, 2, 5, 10, 20, 40)))


def _held_fields(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(
        item.spec.id for province in state.provinces for item in province.fields if item.hold
    )


def _hold(state: StatePlace, target: str) -> HoldPlace:
    hold = field_of(state, target)[1].hold
    assert hold is not None
    return hold


def _check_talk(world: World, state: StatePlace, order: Order) -> str:
    now = world.values[_hold(state, order.target).pact]
    return problems.NO_CHANGE if order.setting[0] == now else ""


def _talk(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R40c: holders agree to pass on no more than they are willing to; recognition costs trust.

    A pact ends when the government asks for nothing. Talks that ask too much fail.
    """
    province, item = field_of(state, order.target)
    hold = _hold(state, order.target)
    row, p, share = draft.row, draft.parameters, order.setting[0]
    if not share:
        draft.put(hold.pact, 0, "pact_ends", cause)
        draft.add(province.grievance, p.pact_calm, "pact_ends", cause, (hold.pact,))
    elif share > row[hold.willing]:
        draft.note("talks_fail", cause, item.spec.id, (hold.willing,))
    else:
        if not row[hold.pact]:
            draft.add(state.trust, -p.pact_trust, "pact", cause, (hold.pact,))
            draft.add(province.grievance, -p.pact_calm, "pact", cause, (hold.pact,))
        draft.put(hold.pact, share, "pact", cause, (hold.willing,))


def _set_block(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    hold = _hold(state, order.target)
    remember_change(draft, state, order, (draft.row[hold.road_block],))
    draft.put(hold.road_block, order.setting[0], "policy", cause)


def _set_formal(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    hold = _hold(state, order.target)
    remember_change(draft, state, order, (draft.row[hold.formal_budget],))
    draft.put(hold.formal_budget, order.setting[0], "policy", cause)


def _formal_money(world: World, state: StatePlace, order: Order) -> int:
    now = world.values[_hold(state, order.target).formal_budget]
    return max(0, order.setting[0] - now) * world.level.months // 12


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="holder_pact",
        area="partners",
        cost=2,
        targets=_held_fields,
        grid=lambda world, state, target: _SHARES,
        now=lambda world, state, target: (world.values[_hold(state, target).pact],),
        apply=_talk,
        check=_check_talk,
        policy=False,
    ),
    Lever(
        id="road_block",
        area="trade",
        cost=2,
        targets=_held_fields,
        grid=lambda world, state, target: steps(0, 1),
        now=lambda world, state, target: (world.values[_hold(state, target).road_block],),
        apply=_set_block,
    ),
    Lever(
        id="formalise",
        area="people",
        cost=1,
        targets=_held_fields,
        grid=lambda world, state, target: _BUDGETS,
        now=lambda world, state, target: (world.values[_hold(state, target).formal_budget],),
        apply=_set_formal,
        money=_formal_money,
    ),
)


def resolve(draft: Draft) -> None:
    """Let held sites change: who holds them, how far papers reach, what holders would agree to."""
    for state in draft.layout.states:
        for province in state.provinces:
            for item in province.fields:
                if item.hold is not None:
                    _stall(draft, item.hold)
                    _papers(draft, item.hold)
                    _press(draft, state, province, item.hold)


def _stall(draft: Draft, hold: HoldPlace) -> None:
    """R40a: a change of hands stalls a site; it works again step by step.

    ``stalled = the larger of what is left and 60 % x ground that changed hands``; it falls by 100
    points a year.
    """
    row, p = draft.row, draft.parameters
    moved = abs(row[hold.held] - draft.before[hold.held])
    left = max(0, draft.before[hold.stalled] - draft.yearly(p.takeover_recovery))
    by_event = row[hold.stalled] if row[hold.stalled] > draft.before[hold.stalled] else 0
    stalled = max(left, by_event, part(moved, p.takeover_loss))
    draft.put(hold.stalled, stalled, "site_stalls", RULE, (hold.held,))


def _papers(draft: Draft, hold: HoldPlace) -> None:
    """R40a: papers reach diggers with money, and on held ground only as far as a pact lets them.

    ``goal = budget / (budget + 10 m) x (20 % + 80 % with a pact)``; a third of the gap closes a
    year.
    """
    row, p = draft.row, draft.parameters
    budget = row[hold.formal_budget]
    reach = ratio(budget, budget + p.formal_half * MILLION)
    access = BP if row[hold.pact] else BP - part(row[hold.held], BP - p.formal_alone)
    gap = part(reach, access) - row[hold.formal]
    step = draft.yearly(part(gap, p.formal_pace))
    draft.add(hold.formal, step, "papers_follow", RULE, (hold.formal_budget, hold.pact))


def _press(draft: Draft, state: StatePlace, province: ProvincePlace, hold: HoldPlace) -> None:
    """R40c: closed roads make holders readier to share, and anger people and buyers.

    Holders add 15 points a year to what they would pass on; without pressure they drift back to
    where they began by a quarter of the gap a year.
    """
    row, p = draft.row, draft.parameters
    if not row[hold.road_block]:
        drift = muldiv(hold.spec.willing - row[hold.willing], 1, 4)
        draft.add(hold.willing, draft.yearly(drift), "holders_drift", RULE)
        return
    reads = (hold.road_block,)
    draft.add(hold.willing, draft.yearly(p.road_block_pressure), "road_block", RULE, reads)
    draft.add(province.grievance, draft.yearly(p.road_block_anger), "road_block", RULE, reads)
    for tie in state.ties:
        whole = sum(draft.before[other.bought] for other in state.ties)
        share = ratio(draft.before[tie.bought], whole)
        lost = draft.yearly(part(p.road_block_standing, share))
        draft.add(tie.standing, -lost, "road_block", RULE, reads)


def unreached(draft: Draft, item: FieldPlace) -> int:
    """R40a: return the part of a field that the state's law does not reach, bp.

    ``held x (1 - share of diggers with papers)``; royalty, export tax, profit tax, impact studies
    and export bans bite only on the rest.
    """
    hold = item.hold
    if hold is None:
        return 0
    return part(draft.row[hold.held], BP - draft.row[hold.formal])


def unreached_in(draft: Draft, fields: tuple[FieldPlace, ...]) -> int:
    """Return the part of several fields that the law does not reach, weighed by capacity, bp."""
    out = whole = 0
    for item in fields:
        capacity = draft.row[item.capacity]
        whole += capacity
        if item.hold is not None:
            out += unreached(draft, item) * capacity
    return out // max(1, whole)


def held_flow(draft: Draft, state: StatePlace, item: FieldPlace) -> int:
    """R40a: return the share of a held field's output that can leave it, bp.

    What is stalled stays away; closed roads stop up to 60 % of held output, by inspection:
    ``1 - held x 60 % x (1/2 + enforcement / 2)``.
    """
    hold = item.hold
    if hold is None:
        return BP
    row = draft.row
    flow = BP - row[hold.stalled]
    if row[hold.road_block]:
        bite = part(draft.parameters.road_block_loss, 5_000 + row[state.enforcement] // 2)
        flow = part(flow, BP - part(row[hold.held], bite))
    return flow


def holder_cost(draft: Draft, item: FieldPlace) -> int:
    """R40b: return what holders add to the cost of a tonne, US cents: their tax x ground held."""
    hold = item.hold
    return part(draft.row[hold.holder_tax], draft.row[hold.held]) if hold is not None else 0


def take_tax(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R40b: holders tax each tonne from their ground; a pact passes a share on to the treasury.

    ``taken = output x held x tax``. What the holders keep is no income of the country. A holder
    who takes much makes the state a riskier place. Returns what the owners paid, US$.
    """
    row, p = draft.row, draft.parameters
    paid = 0
    for item in chain.fields:
        hold = item.hold
        if hold is None:
            continue
        reads = (item.output, hold.holder_tax, hold.held)
        taken = dollars(part(row[item.output], row[hold.held]), row[hold.holder_tax])
        draft.move(state.owners, hold.purse, taken, "holder_tax", MARKET, reads)
        draft.put(hold.taken, taken, "holder_tax", MARKET, reads)
        shared = part(taken, row[hold.pact])
        levy(draft, state, hold.purse, shared, "pact_share", (hold.taken, hold.pact))
        budget = draft.yearly(row[hold.formal_budget])
        spend(draft, state, state.workers, budget, "papers_paid", (hold.formal_budget,))
        if state.risk is not None:
            kept = muldiv(taken - shared, 12, draft.months)
            weight = clamp(ratio(kept, max(1, state.spec.budget_need)))
            rise = draft.yearly(part(p.purse_risk, weight))
            draft.add(state.risk.risk, rise, "holder_tax", RULE, (hold.taken,))
        paid += taken
    return paid
