"""Diplomacy: how partners take what was done, disputes, and the slow return of calm.

Systems S13, S59, S61.
"""

from typing import Final

from game.engine import problems
from game.engine.draft import RULE, Draft
from game.engine.figures.variables import StatePlace
from game.engine.numbers import clamp, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Lever, steps
from game.engine.rules.partners import offtakes, treaties
from game.engine.rules.people.care import tracing_reward
from game.engine.rules.plants.firms import terms_kept
from game.engine.rules.state.payments import spend
from game.engine.rules.trade import tariffs
from game.engine.world import World

NO_DISPUTE, CONSULTATION, PANEL, RULING, APPEAL, SETTLED = range(6)
TALK, DEFEND, APPEAL_IT = 1, 2, 3
_LAWYERS: Final = 5 * MILLION
_DEFENCE_MONTHS, _DEFENCE_STANDING = 24, 200
"""How long a defended case stands still, and what it costs with those who brought it, bp."""


def _dispute_targets(world: World, state: StatePlace) -> tuple[str, ...]:
    stage = world.values[state.dispute_stage]
    return ("",) if CONSULTATION <= stage <= RULING else ()


def _answer(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """Talk settles for an easier ban's worth of goodwill; defending and appealing buy time.

    A defended case stands still for two years, and the policy with it (H106, T27). It costs
    lawyers, and goodwill with those who went to court.
    """
    choice = order.setting[0]
    if choice == TALK:
        draft.put(state.dispute_stage, SETTLED, "dispute", cause)
        for chain in state.chains:
            if draft.row[chain.ban] > 5_000:
                draft.put(chain.ban_next, 5_000, "dispute", cause)
                draft.put(chain.ban, 5_000, "dispute", cause)
                draft.put(chain.ban_due, 0, "dispute", cause)
        lost = draft.parameters.credibility_relax_cost // 2
        draft.add(state.credibility, -lost, "credibility", cause)
        _please(draft, state, 800, "settled", cause)
        return
    spend(draft, state, draft.layout.world.outside, _LAWYERS, "lawyers", cause=cause)
    if choice == DEFEND:
        draft.put(state.dispute, draft.turn + _DEFENCE_MONTHS // draft.months, "dispute", cause)
        _please(draft, state, -_DEFENCE_STANDING, "defended", cause)
    else:
        draft.put(state.dispute_stage, APPEAL, "dispute", cause)


def _check_answer(world: World, state: StatePlace, order: Order) -> str:
    stage = world.values[state.dispute_stage]
    if not CONSULTATION <= stage <= RULING:
        return problems.NO_DISPUTE
    if order.setting[0] == APPEAL_IT and stage != RULING:
        return problems.NOT_ENDED
    return ""


def _please(draft: Draft, state: StatePlace, amount: int, code: str, cause: str) -> None:
    """Let the partners that import but have no ore at home remember it."""
    for tie in state.ties:
        partner = next(x for x in draft.level.partners if x.id == tie.partner)
        if partner.litigates:
            draft.remember(state.spec.id, tie.partner, code, amount, cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="answer_dispute",
        area="partners",
        cost=1,
        targets=_dispute_targets,
        grid=lambda world, state, target: steps(TALK, DEFEND, APPEAL_IT),
        now=lambda world, state, target: (0,),
        apply=_answer,
        check=_check_answer,
        money=lambda world, state, order: 0 if order.setting[0] == TALK else _LAWYERS,
        policy=False,
    ),
)


def resolve(draft: Draft) -> None:
    """Let partners react to a closing port and let standing drift back."""
    for state in draft.layout.states:
        _react_to_bans(draft, state)
        offtakes.broken(draft, state)
        if draft.layout.agreements:
            tariffs.react_to_bans(draft, state)
            treaties.resolve(draft, state)
        if draft.layout.tariffs:
            tariffs.answer_in_kind(draft, state)
        shown = _carbon_shown(draft, state)
        if state.care is not None:
            shown += tracing_reward(draft, state)
            shown += part(draft.parameters.terms_standing, terms_kept(draft, state))
        for index, tie in enumerate(state.ties):
            partner = draft.level.partners[index]
            rest = partner.standing + (shown if partner.threshold else 0)
            step = muldiv(rest - draft.row[tie.standing], 1, draft.parameters.standing_rest_years)
            reads = (state.carbon_reporting,) if shown else ()
            draft.add(tie.standing, draft.yearly(step), "standing_rests", RULE, reads)


def _carbon_shown(draft: Draft, state: StatePlace) -> int:
    """Carbon reporting shows careful partners what they buy (S35).

    Where they rest moves by ``6 points x (1 - 2 x share of feed on coal)``: up for clean plants,
    down for plants on coal. Without reporting, or without plants, nothing is shown.
    """
    if not draft.row[state.carbon_reporting]:
        return 0
    feed = coal = 0
    for chain in state.chains:
        for group in draft.groups[chain.fed]:
            feed += group.feed
            coal += group.coal
    return (
        draft.parameters.carbon_reward - 2 * part(draft.parameters.carbon_reward, ratio(coal, feed))
        if feed
        else 0
    )


def _react_to_bans(draft: Draft, state: StatePlace) -> None:
    """A port that closes without notice costs standing with those who bought there.

    ``lost = 9 points x newly closed share x the buyer's share of exports``; half with a year's
    notice, because stores could be filled.
    """
    row = draft.row
    for chain in state.chains:
        closed = row[chain.closed] - draft.before[chain.closed]
        if closed <= 0:
            continue
        warned = draft.before[chain.ban_due] == draft.turn or row[chain.duty_due] == draft.turn
        whole = sum(draft.before[tie.bought] for tie in state.ties)
        for tie in state.ties:
            share = ratio(draft.before[tie.bought], whole)
            lost = part(part(draft.parameters.ban_standing_cost, closed), clamp(share + 2_000))
            lost = lost // 2 if warned else lost
            draft.remember(
                state.spec.id, tie.partner, "port_closed", -lost, f"partner:{tie.partner}"
            )
