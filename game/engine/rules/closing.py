"""Closing: the six outcomes, trust, debt, attention for the next turn (R31; S44, S71)."""

from game.engine.draft import RULE, Draft
from game.engine.figures.variables import StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.parameters.rules import CAPITAL_KEPT, CAPITAL_PER_TURN
from game.engine.rules.partners.far import pledge_loss
from game.engine.rules.people.residues import environment_loss
from game.engine.rules.people.society import welfare_goal
from game.engine.rules.plants.recycling import dump_loss, recycled_share
from game.engine.rules.region import effects as region
from game.engine.rules.state.savings import fill_hole


def resolve(draft: Draft, absent: frozenset[str], spent: dict[str, int]) -> None:
    """Work out outcomes, trust and attention; note who was absent."""
    for state in draft.layout.states:
        _outcomes(draft, state)
        _treasury(draft, state)
        _trust(draft, state)
        if draft.last:  # one sheet, one allowance
            _attention(draft, state, spent.get(state.spec.id, 0))
        if draft.last and state.spec.id in absent:
            draft.add(state.absences, 1, "absent", RULE)
    draft.changes = [x for x in draft.changes if x.turn > draft.turn - 2 * draft.level.steps]


def half_mark(amount: int, anchor: int) -> int:
    """Return ``amount / (amount + anchor)`` in bp: 5,000 at the anchor, never quite 10,000.

    >>> half_mark(50, 50), half_mark(0, 50), half_mark(-5, 50)
    (5000, 0, 0)
    """
    return ratio(amount, amount + anchor) if amount > 0 else 0


def money_mark(amount: int, anchor: int) -> int:
    """Return ``amount^2 / (amount^2 + anchor^2)`` in bp: a half mark that tells sums apart.

    >>> money_mark(50, 50), money_mark(100, 50), money_mark(-5, 50)
    (5000, 8000, 0)
    """
    if amount <= 0:
        return 0
    return ratio(amount * amount, amount * amount + anchor * anchor)


def _outcomes(draft: Draft, state: StatePlace) -> None:
    row, anchors = draft.row, draft.level.anchors
    draft.put(state.value, row[state.home_income], "value", RULE, (state.home_income,))
    step = draft.yearly(welfare_goal(draft, state) - row[state.welfare]) // 3
    draft.add(state.welfare, step, "welfare", RULE, tuple(x.grievance for x in state.provinces))
    jobs = half_mark(row[state.job_count], anchors.jobs)
    draft.put(
        state.jobs, (jobs + row[state.welfare]) // 2, "jobs", RULE, (state.job_count, state.welfare)
    )
    places = state.provinces
    draft.put(
        state.environment,
        _environment(draft, state),
        "environment",
        RULE,
        (state.emissions, *(x.forest for x in places), *(x.grievance for x in places)),
    )
    reads = _autonomy_reads(state) if draft.detail else ()  # a long list
    draft.put(state.autonomy, _autonomy(draft, state), "autonomy", RULE, reads)
    mean = sum(row[tie.standing] for tie in state.ties) // max(1, len(state.ties))
    draft.put(state.standing, mean, "standing", RULE, tuple(tie.standing for tie in state.ties))
    for flow, total in draft.layout.totals[state.spec.id]:
        draft.add(total, row[flow] * (draft.turn + 1), "total", RULE, (flow,))


def _environment(draft: Draft, state: StatePlace) -> int:
    """R31a: half for clean air, a quarter each for standing forest and calm places, bp."""
    row, anchors = draft.row, draft.level.anchors
    yearly = muldiv(row[state.emissions], 12, draft.months)
    air = BP - half_mark(yearly, anchors.emissions)
    forest = BP - half_mark(sum(row[x.forest] for x in state.provinces), anchors.forest)
    calm = BP - max((row[x.grievance] for x in state.provinces), default=0)
    whole = (2 * air + forest + calm) // 4
    if draft.layout.has_sites:
        whole -= environment_loss(draft, state) + dump_loss(draft, state)
        whole -= pledge_loss(draft, state)
        if whole < 0:
            draft.capped(state.environment, "nature_worst", RULE)
    return clamp(whole)


def _autonomy(draft: Draft, state: StatePlace) -> int:
    """R31b: one buyer, one owner, one lender or promised volumes narrow the choices, bp.

    ``10,000 - (HHI of buyers + foreign owner's share of plants, weighted by how large plants are
    against mines + debt to partners, in ten years of budget need, + promised volume) / 2``.
    """
    row = draft.row
    worst = 0
    for chain in state.chains:
        mines = sum(row[item.capacity] for item in chain.fields)
        weight = clamp(ratio(row[chain.plant_feed] + row[chain.pipeline_feed], mines))
        worst = max(worst, row[chain.buyer_hhi] + part(row[chain.owner_share], weight))
    owed = ratio(sum(row[tie.debt] for tie in state.ties), max(1, 10 * state.spec.budget_need))
    promised = max((row[tie.committed] for tie in state.ties), default=0)
    free = BP - (worst + min(BP, owed) + promised) // 2
    if draft.layout.has_sites:
        free += part(draft.parameters.recycling_autonomy, recycled_share(draft, state))
    if draft.region is not None:
        free -= region.influence(draft, state)
    if free < 0:
        draft.capped(state.autonomy, "choices_none", RULE, _autonomy_reads(state))
    return clamp(free)


def _autonomy_reads(state: StatePlace) -> tuple[int, ...]:
    """Return the figures that autonomy is worked out from."""
    chains = tuple(
        slot
        for chain in state.chains
        for slot in (
            chain.buyer_hhi,
            chain.owner_share,
            chain.plant_feed,
            chain.pipeline_feed,
            *(item.capacity for item in chain.fields),
        )
    )
    return chains + tuple(slot for tie in state.ties for slot in (tie.debt, tie.committed))


def _treasury(draft: Draft, state: StatePlace) -> None:
    """R31c: a hole in the treasury is borrowed; past the lenders' limit there is a crisis (S44).

    Lenders look at debt less the cash in the treasury.
    Foreign exchange follows what minerals earn at home against what the country is used to, a
    mean over about five years.
    """
    row, p = draft.row, draft.parameters
    fund = draft.layout.savings.get(state.spec.id)
    if fund is not None and row[state.treasury] < 0:
        fill_hole(draft, state)
    if row[state.treasury] < 0:
        hole = -row[state.treasury]
        draft.move(
            draft.layout.world.outside,
            state.treasury,
            hole,
            "emergency_loan",
            RULE,
            (state.spending, state.revenue),
        )
        draft.add(state.debt, hole, "emergency_loan", RULE, (state.spending, state.revenue))
    earned = row[state.home_income] - draft.yearly(row[state.fx_habit])
    draft.add(
        state.fx_reserves, earned, "foreign_exchange", RULE, (state.home_income, state.fx_habit)
    )
    used_to = muldiv(row[state.home_income], 12, draft.months) - row[state.fx_habit]
    draft.add(state.fx_habit, draft.yearly(used_to // 5), "habit", RULE, (state.home_income,))
    limit = part(state.spec.budget_need, p.credit_limit)
    owed = row[state.debt] - row[state.treasury] - (row[fund.fund] if fund is not None else 0)
    crisis = 1 if owed > limit or row[state.fx_reserves] < 0 else 0
    draft.put(state.crisis, crisis, "crisis", RULE, (state.debt, state.treasury, state.fx_reserves))


def _trust(draft: Draft, state: StatePlace) -> None:
    """R31d: trust follows jobs and welfare, calm, and whether promises are kept, bp."""
    row = draft.row
    calm = BP - max((row[x.grievance] for x in state.provinces), default=0)
    goal = (row[state.jobs] + row[state.welfare] + calm + row[state.credibility]) // 4 + 500
    goal -= 1_500 * row[state.crisis]
    step = muldiv(goal - row[state.trust], 1, draft.parameters.trust_years)
    draft.add(
        state.trust,
        draft.yearly(step),
        "trust",
        RULE,
        (state.jobs, state.credibility, state.crisis),
    )


def _attention(draft: Draft, state: StatePlace, spent: int) -> None:
    """R31e: 4 points a turn, one more with high trust, one less with low; 2 may be kept."""
    row = draft.row
    kept = min(CAPITAL_KEPT, max(0, row[state.capital] - spent))
    bonus = 1 if row[state.trust] >= 6_500 else -1 if row[state.trust] < 3_000 else 0
    draft.put(state.capital, CAPITAL_PER_TURN + bonus + kept, "attention", RULE, (state.trust,))
