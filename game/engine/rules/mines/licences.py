"""Papers of a mine: conditions with a date, renewal, closing (R44; S05, T25)."""

from game.engine import problems
from game.engine.draft import RULE, Draft
from game.engine.draws import draw
from game.engine.figures.sites import PapersPlace
from game.engine.figures.variables import FieldPlace, ProvincePlace, StatePlace
from game.engine.numbers import BP, muldiv, part
from game.engine.orders import Order
from game.engine.rules.levers import Lever, field_of, steps
from game.engine.rules.state.payments import spend
from game.engine.world import World

NO_ANSWER, APPEALS, SOLVES, MOVES, SOLVED, MOVED = range(6)
"""What a firm does about a hazardous stage that must stop."""
_YEARS = steps(0, 1, 2, 3, 5)
_TERMS = steps(1, 3, 5, 10, 15, 20)
CLOSE, CLOSE_TIDILY = 1, 2
_RENEW_FROM_YEARS = 3


def _papers(state: StatePlace, target: str) -> PapersPlace:
    papers = field_of(state, target)[1].papers
    assert papers is not None
    return papers


def _open_fields(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(
        item.spec.id
        for province in state.provinces
        for item in province.fields
        if item.papers is not None and not world.values[item.papers.closed_down]
    )


def _with_stage(world: World, state: StatePlace) -> tuple[str, ...]:
    """Fields whose hazardous stage is still there."""
    return tuple(
        target
        for target in _open_fields(world, state)
        if world.values[_papers(state, target).answer] not in (SOLVED, MOVED)
    )


def _renewable(world: World, state: StatePlace) -> tuple[str, ...]:
    soon = world.clock + _RENEW_FROM_YEARS * 12 // world.level.months
    return tuple(
        target
        for target in _open_fields(world, state)
        if 0 < world.values[_papers(state, target).until] <= soon
    )


def _terms_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    due = world.values[_papers(state, target).terms_due]
    return (max(0, -(-(due - world.clock) * world.level.months // 12)),) if due else (0,)


def _check_terms(world: World, state: StatePlace, order: Order) -> str:
    return problems.NO_CHANGE if order.setting == _terms_now(world, state, order.target) else ""


def _set_terms(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R44a: a date put off or lifted costs belief; the firm answers when it is first set."""
    province, item = field_of(state, order.target)
    papers, row, p = _papers(state, order.target), draft.row, draft.parameters
    before, years = row[papers.terms_due], order.setting[0]
    due = draft.turn + years * 12 // draft.months if years else 0
    if before and (not due or due > before):
        lost = p.credibility_extension_cost
        draft.add(state.credibility, -lost, "credibility", cause, (papers.terms_due,))
    draft.put(papers.terms_due, due, "licence_terms", cause)
    if not due:
        draft.put(papers.answer, NO_ANSWER, "licence_terms", cause)
    elif not before:
        draft.add(province.grievance, -p.licence_calm, "licence_terms", cause)
        _answer(draft, state, item, papers)


def _answer(draft: Draft, state: StatePlace, item: FieldPlace, papers: PapersPlace) -> None:
    """R44a: a firm that doubts the date appeals; one with years of ore left solves; others move.

    It appeals below a belief of 50; it solves where the ground holds eight years of output and
    most of the mine pays, because the cost comes back; else it moves the stage abroad.
    """
    row, p = draft.row, draft.parameters
    reads = (state.credibility, item.reserves, item.working)
    if row[state.credibility] < p.appeal_below and row[papers.answer] == NO_ANSWER:
        answer, years = APPEALS, p.appeal_years
    else:
        long = row[item.reserves] >= p.solve_life * row[item.capacity]
        pays = draft.before[item.working] >= 5_000
        answer, years = (SOLVES if long and pays else MOVES), p.solve_years
        if answer == SOLVES:
            cost = muldiv(row[item.capacity], p.solve_usd, 1_000)
            outside = draft.layout.world.outside
            draft.move(state.owners, outside, cost, "stage_solved", RULE, reads)
    draft.put(papers.answer, answer, "firm_answers", RULE, reads)
    draft.put(papers.answer_due, draft.turn + years * 12 // draft.months, "firm_answers", RULE)
    draft.note("firm_answers", RULE, item.spec.id, reads)


def _renew(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R44b: each year of a new licence reassures owners and irritates those who live near."""
    province = field_of(state, order.target)[0]
    papers, p, years = _papers(state, order.target), draft.parameters, order.setting[0]
    start = max(draft.turn, draft.row[papers.until])
    draft.put(papers.until, start + years * 12 // draft.months, "licence_renewed", cause)
    draft.add(state.credibility, years * p.renewal_calm, "licence_renewed", cause)
    draft.add(province.grievance, years * p.renewal_anger, "licence_renewed", cause)


def _close(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R44c: a closed mine never opens again; tidied up, half of its province's scars heal.

    Owners abroad lose belief as under a suspension, twice over.
    """
    province, item = field_of(state, order.target)
    papers, row, p = _papers(state, order.target), draft.row, draft.parameters
    if order.setting[0] == CLOSE_TIDILY:
        cost = _aftercare(row[item.capacity], p.aftercare_usd)
        spend(draft, state, state.workers, cost, "mine_tidied", (item.capacity,), cause)
        healed = row[province.forest] // 2
        draft.add(province.forest, -healed, "mine_tidied", cause)
        draft.add(province.grievance, -2 * p.licence_calm, "mine_tidied", cause)
    draft.add(province.grievance, -p.licence_calm, "mine_closed", cause)
    lost = 2 * part(p.licence_unsettles, BP - item.spec.home_owned)
    draft.add(state.credibility, -lost, "mine_closed", cause)
    draft.put(papers.closed_down, 1, "mine_closed", cause)
    draft.put(item.capacity, 0, "mine_closed", cause)
    draft.put(item.building, 0, "mine_closed", cause)


def _aftercare(capacity: int, usd_per_tonne: int) -> int:
    return muldiv(capacity, usd_per_tonne, 1_000)


def _close_money(world: World, state: StatePlace, order: Order) -> int:
    if order.setting[0] != CLOSE_TIDILY:
        return 0
    item = field_of(state, order.target)[1]
    return _aftercare(world.values[item.capacity], world.level.parameters.aftercare_usd)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="licence_terms",
        area="people",
        cost=2,
        targets=_with_stage,
        grid=lambda world, state, target: _YEARS,
        now=_terms_now,
        apply=_set_terms,
        check=_check_terms,
        policy=False,
    ),
    Lever(
        id="renew_licence",
        area="industry",
        cost=1,
        targets=_renewable,
        grid=lambda world, state, target: _TERMS,
        now=lambda world, state, target: (0,),
        apply=_renew,
        policy=False,
    ),
    Lever(
        id="close_mine",
        area="people",
        cost=3,
        targets=_open_fields,
        grid=lambda world, state, target: steps(CLOSE, CLOSE_TIDILY),
        now=lambda world, state, target: (0,),
        apply=_close,
        money=_close_money,
        policy=False,
    ),
)


def resolve(draft: Draft) -> None:
    """Let appeals be heard, stages be solved or moved, and dates fall due."""
    for state in draft.layout.states:
        for province in state.provinces:
            for item in province.fields:
                if item.papers is not None and draft.row[item.papers.terms_due]:
                    _follow(draft, state, province, item, item.papers)


def _follow(
    draft: Draft,
    state: StatePlace,
    province: ProvincePlace,
    item: FieldPlace,
    papers: PapersPlace,
) -> None:
    row, p = draft.row, draft.parameters
    answer = row[papers.answer]
    if draft.turn >= row[papers.answer_due]:
        if answer == APPEALS:
            _hear(draft, state, item, papers)
        elif answer == SOLVES:
            _end_stage(draft, state, papers, SOLVED)
            draft.add(province.grievance, -2 * p.licence_calm, "stage_solved", RULE)
        elif answer == MOVES:
            _end_stage(draft, state, papers, MOVED)
            for tie, partner in zip(state.ties, draft.level.partners, strict=True):
                if partner.threshold:
                    draft.add(tie.standing, -p.ally_standing, "stage_moved", RULE)
    overdue = row[papers.terms_due] and draft.turn >= row[papers.terms_due]
    if overdue and row[papers.answer] in (NO_ANSWER, APPEALS):
        _end_stage(draft, state, papers, MOVED)


def _hear(draft: Draft, state: StatePlace, item: FieldPlace, papers: PapersPlace) -> None:
    """R44a: a court puts the date off with a chance of half the lack of inspection (H148).

    An appeal lost, the firm solves or moves; a date kept after all earns belief.
    """
    p, row = draft.parameters, draft.row
    reads = (state.enforcement,)
    chance = (BP - row[state.enforcement]) // 2
    if draw(draft.seed, draft.turn, "appeal", f"{state.spec.id}.{item.spec.id}") < chance:
        relief = p.appeal_relief * 12 // draft.months
        draft.add(papers.terms_due, relief, "appeal_won", RULE, reads)
        draft.note("appeal_won", RULE, item.spec.id, reads)
    else:
        draft.note("appeal_lost", RULE, item.spec.id, reads)
    _answer(draft, state, item, papers)


def _end_stage(draft: Draft, state: StatePlace, papers: PapersPlace, how: int) -> None:
    rule = "stage_solved" if how == SOLVED else "stage_moved"
    draft.put(papers.answer, how, rule, RULE, (papers.terms_due,))
    draft.put(papers.terms_due, 0, rule, RULE)
    gain = draft.parameters.credibility_ban_bonus // 4
    draft.add(state.credibility, gain, "credibility", RULE, (papers.answer,))


def paper_flow(draft: Draft, item: FieldPlace) -> int:
    """R44b: return the share of a mine's output that its papers allow, bp.

    Nothing once a licence has ended without renewal; a tenth less when the hazardous stage has
    moved abroad, as under conditions.
    """
    papers = item.papers
    if papers is None:
        return BP
    row = draft.row
    if row[papers.until] and draft.turn >= row[papers.until]:
        return 0
    return BP - draft.parameters.condition_loss if row[papers.answer] == MOVED else BP


def paper_growth(draft: Draft, item: FieldPlace) -> int:
    """R44b: return how far owners still build, bp: less with each year below five of licence."""
    papers = item.papers
    if papers is None or not draft.row[papers.until]:
        return BP
    left = max(0, draft.row[papers.until] - draft.turn) * draft.months
    return min(BP, muldiv(left, BP, 12 * draft.parameters.licence_growth))


def hazard_of(draft: Draft, item: FieldPlace) -> int:
    """Return the residue of a mine against one with its hazardous stage, bp (R44a)."""
    papers = item.papers
    gone = draft.row[item.licence] > 0
    if papers is not None:
        gone = gone or draft.row[papers.answer] in (SOLVED, MOVED)
    return draft.parameters.hazard_left if gone else BP
