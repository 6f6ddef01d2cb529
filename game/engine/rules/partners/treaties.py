"""Investment treaties: trust of investors, and claims when a policy shock hits them (R65; S12)."""

from game.engine import problems
from game.engine.definitions.deals import INVESTMENT
from game.engine.draft import RULE, Draft
from game.engine.draws import draw
from game.engine.figures.deals import AgreementPlace
from game.engine.figures.variables import StatePlace
from game.engine.numbers import BP, part
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Lever, remember_change, steps
from game.engine.rules.partners import renewals
from game.engine.rules.partners.agreements import in_force
from game.engine.rules.state.payments import spend
from game.engine.world import World

SETTLE, DEFEND = 1, 2
_LAWYERS = 10 * MILLION
_SETTLED_PART, _DEFENCE_HELPS, _JOINING = 2_500, 1_500, 300


def resolve(draft: Draft, state: StatePlace) -> None:
    """Decide claims that are due, and let investors bring new ones."""
    for place in draft.layout.agreements:
        if place.state != state.spec.id or place.spec.kind != INVESTMENT:
            continue
        if draft.row[place.claim]:
            if draft.turn >= draft.row[place.claim_due]:
                _decide(draft, state, place)
        elif in_force(draft, place):
            _claim(draft, state, place)


def damage(draft: Draft, state: StatePlace, partner: str) -> tuple[int, int]:
    """Return what this turn's policy took from a partner's investors, US$, and the part hit, bp.

    A mine under a right loses a year of profit for the share of ore newly held back, and five
    when the right ends without a deal; plants lose a tenth of their cost for the share of a ban
    that is lifted again, since they were built on its promise.
    """
    row, before = draft.row, draft.before
    lost = hit = 0
    for place in draft.layout.concessions:
        if place.spec.state != state.spec.id or place.spec.partner != partner:
            continue
        firm = BP - place.field.spec.home_owned - before[place.state_share]
        yearly = part(renewals.yearly_open(draft, place), firm)
        if row[place.ended] and not before[place.ended]:
            lost, hit = lost + 5 * yearly, BP
        closed = max(0, row[place.chain.closed] - before[place.chain.closed])
        if not row[place.ended] and closed:
            lost, hit = lost + part(yearly, closed), max(hit, closed)
    for chain in state.chains:
        lifted = before[chain.closed] - row[chain.closed]
        if lifted > 0:
            built = sum(
                x.cost
                for x in draft.plants
                if x.state == state.spec.id
                and x.owner == partner
                and x.mineral == chain.mineral.spec.id
            )
            lost += part(built // 10, lifted)
            hit = max(hit, lifted if built else 0)
    return lost, hit


def _claim(draft: Draft, state: StatePlace, place: AgreementPlace) -> None:
    """R65: an investor under a treaty may claim what a policy shock took from it.

    ``chance = 50 % x the part of its stake that was hit``.
    """
    p = draft.parameters
    for partner in place.spec.partners:
        lost, hit = damage(draft, state, partner)
        subject = f"{state.spec.id}.{partner}"
        if not lost or draw(draft.seed, draft.turn, "claim", subject) >= part(p.claim_chance, hit):
            continue
        cause = f"partner:{partner}"
        draft.put(place.claim, lost, "claim", cause)
        due = draft.turn + p.claim_years * 12 // draft.months
        draft.put(place.claim_due, due, "claim", cause)
        draft.put(place.claimant, place.spec.partners.index(partner), "claim", cause)
        draft.put(place.defended, 0, "claim", cause)
        draft.note("claim", cause, place.spec.id)
        draft.add(state.credibility, -p.credibility_relax_cost // 3, "claim", cause)
        return


def _decide(draft: Draft, state: StatePlace, place: AgreementPlace) -> None:
    """R65a: a tribunal awards an investor four tenths of its claim, or nothing.

    ``chance to win = 45 %``, a third less against a state that defended itself.
    """
    row, p = draft.row, draft.parameters
    partner = place.spec.partners[row[place.claimant]]
    cause = f"partner:{partner}"
    wins = p.claim_wins - (_DEFENCE_HELPS if row[place.defended] else 0)
    if draw(draft.seed, draft.turn, "award", f"{state.spec.id}.{place.spec.id}") < wins:
        _pay(draft, state, place, part(row[place.claim], p.claim_award), "award_paid", cause)
        draft.remember(state.spec.id, partner, "award_won", -200, cause)
    else:
        draft.note("claim_lost", RULE, place.spec.id)
    draft.put(place.claim, 0, "claim", RULE)


def _pay(
    draft: Draft, state: StatePlace, place: AgreementPlace, amount: int, rule: str, cause: str
) -> None:
    partner = place.spec.partners[draft.row[place.claimant]]
    owners = next(x.owners for x in draft.layout.partners if x.spec.id == partner)
    spend(draft, state, owners, amount, rule, (place.claim,), cause)


def _answer(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    place = _place(draft.layout.agreements, state, order.target)
    if order.setting[0] == SETTLE:
        _pay(draft, state, place, _settlement(draft.row[place.claim]), "claim_settled", cause)
        partner = place.spec.partners[draft.row[place.claimant]]
        draft.remember(state.spec.id, partner, "claim_settled", 300, cause)
        draft.put(place.claim, 0, "claim", cause)
    else:
        spend(draft, state, draft.layout.world.outside, _LAWYERS, "lawyers", cause=cause)
        draft.put(place.defended, 1, "claim", cause)


def _settlement(claim: int) -> int:
    return part(claim, _SETTLED_PART)


def _place(places: tuple[AgreementPlace, ...], state: StatePlace, agreement: str) -> AgreementPlace:
    return next(x for x in places if x.state == state.spec.id and x.spec.id == agreement)


def _open_claims(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(
        x.spec.id
        for x in world.layout.agreements
        if x.state == state.spec.id and world.values[x.claim] and not world.values[x.defended]
    )


def _claim_money(world: World, state: StatePlace, order: Order) -> int:
    if order.target not in _open_claims(world, state):
        return 0
    place = _place(world.layout.agreements, state, order.target)
    return _settlement(world.values[place.claim]) if order.setting[0] == SETTLE else _LAWYERS


def _treaties(world: World, state: StatePlace) -> tuple[str, ...]:
    """Return the treaties that a state may join or leave now."""
    return tuple(
        x.spec.id
        for x in world.layout.agreements
        if x.state == state.spec.id and world.turn >= x.spec.first
    )


def _ratify(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """Join or leave a treaty. Partners in it remember; who leaves loses belief."""
    place = _place(draft.layout.agreements, state, order.target)
    joins = order.setting[0]
    remember_change(draft, state, order, (draft.row[place.member],))
    draft.put(place.member, joins, "ratified", cause)
    draft.put(place.since, draft.turn, "ratified", cause)
    code, change = ("treaty_joined", _JOINING) if joins else ("treaty_left", -2 * _JOINING)
    for partner in place.spec.partners:
        draft.remember(state.spec.id, partner, code, change, cause)
    if not joins:
        lost = draft.parameters.credibility_relax_cost // 3
        draft.add(state.credibility, -lost, "ratified", cause)


def _check_claim(world: World, state: StatePlace, order: Order) -> str:
    return "" if order.target in _open_claims(world, state) else problems.NO_DISPUTE


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="ratify",
        area="partners",
        cost=2,
        targets=_treaties,
        grid=lambda world, state, target: steps(0, 1),
        now=lambda world, state, target: (
            world.values[_place(world.layout.agreements, state, target).member],
        ),
        apply=_ratify,
    ),
    Lever(
        id="answer_claim",
        area="partners",
        cost=1,
        targets=_open_claims,
        grid=lambda world, state, target: steps(SETTLE, DEFEND),
        now=lambda world, state, target: (0,),
        apply=_answer,
        check=_check_claim,
        money=_claim_money,
        policy=False,
        in_crisis=True,
    ),
)
