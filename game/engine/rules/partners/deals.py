"""Deals: offers with terms, gates and memory; answers; courting.

Systems S04, S06-S09, S14, S16, S58, S60, S65.
"""

from dataclasses import replace
from typing import Final

from game.engine import problems
from game.engine.conditions import holds
from game.engine.definitions.happenings import OfferPlan
from game.engine.draft import RULE, Draft
from game.engine.draws import draw
from game.engine.figures.variables import StatePlace, TiePlace
from game.engine.numbers import BP, clamp, part
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Grid, Lever, every_partner, steps
from game.engine.rules.partners import loans, memoranda, offtakes, renewals, reopening, ventures
from game.engine.rules.partners.suitors import chance_of, extra_worth, first_terms
from game.engine.rules.plants.building import begin_plant
from game.engine.rules.region import effects as region
from game.engine.world import Contract, Offer, World

REFUSE, ACCEPT, COUNTER = 0, 1, 2
_COURT_GAIN: Final = 600


def plan_of(world: World, offer: Offer) -> OfferPlan:
    """Return the plan behind an offer."""
    return next(plan for plan in world.level.offers if plan.id == offer.plan)


def _open_offers(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(offer.id for offer in world.offers if offer.seat == state.spec.id)


def _answers(world: World, state: StatePlace, target: str) -> Grid:
    """Return the answers to an offer: refuse, accept, or counter with one term moved.

    A counter names a full set of terms. The list moves each term alone, by up to four steps in
    the seat's favour; the window may set every term by hand.
    """
    offer = next(x for x in world.offers if x.id == target)
    plan = plan_of(world, offer)
    answers: list[tuple[int, ...]] = [(REFUSE,), (ACCEPT,)]
    if offer.countered:
        return tuple(answers)
    places = [term.grid.index(value) for term, value in zip(plan.terms, offer.terms, strict=True)]
    for index, term in enumerate(plan.terms):
        way = -1 if term.worth > 0 else 1
        for step in (1, 2, 3, 4):
            place = places[index] + way * step
            if 0 <= place < len(term.grid):
                moved = list(offer.terms)
                moved[index] = term.grid[place]
                answers.append((COUNTER, *moved))
    return tuple(dict.fromkeys(answers))


def _check_answer(world: World, state: StatePlace, order: Order) -> str:
    offer = next((x for x in world.offers if x.id == order.target), None)
    if offer is None:
        return problems.NO_OFFER
    answer = order.setting[0]
    if answer in (REFUSE, ACCEPT):
        return "" if len(order.setting) == 1 else problems.MALFORMED
    plan = plan_of(world, offer)
    if answer != COUNTER or offer.countered or len(order.setting) != len(plan.terms) + 1:
        return problems.MALFORMED
    terms = order.setting[1:]
    fits = all(value in term.grid for value, term in zip(terms, plan.terms, strict=True))
    if not fits:
        return problems.OFF_GRID
    return problems.NO_CHANGE if tuple(terms) == offer.terms else ""


def patience_left(draft: Draft, tie: TiePlace, plan: OfferPlan) -> int:
    """Return how much worth the partner gives up before it walks away, bp.

    More where standing is good, where other partners court the same seat (S60), and where the
    partner runs short (R39b).
    """
    rivals = sum(
        1 for offer in draft.offers if offer.seat == plan.seat and offer.partner != plan.partner
    )
    warmth = (draft.row[tie.standing] - 5_000) // 10
    reserve = plan.reserve
    if draft.region is not None:
        reserve = region.reserve_scaled(draft, plan.seat, reserve)
    read = memoranda.read_by(draft, plan) if draft.contracts else 0
    return max(0, reserve + warmth + 150 * rivals + read + extra_worth(draft, plan))


def _answer(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    offer = next(x for x in draft.offers if x.id == order.target)
    plan = next(x for x in draft.level.offers if x.id == offer.plan)
    tie = next(x for x in state.ties if x.partner == offer.partner)
    answer = order.setting[0]
    if answer == REFUSE:
        draft.offers.remove(offer)
        draft.remember(state.spec.id, offer.partner, "refused", -150, cause)
        draft.note("offer_refused", cause, offer.id)
    elif answer == ACCEPT:
        _sign(draft, state, tie, plan, offer, offer.terms, cause)
    else:
        _counter(draft, state, tie, plan, offer, order.setting[1:], cause)


def _counter(
    draft: Draft,
    state: StatePlace,
    tie: TiePlace,
    plan: OfferPlan,
    offer: Offer,
    terms: tuple[int, ...],
    cause: str,
) -> None:
    """A partner accepts what costs it no more than its patience, meets half-way, or walks away."""
    given = _asked(draft, plan, terms)
    limit = patience_left(draft, tie, plan)
    if given <= limit:
        _sign(draft, state, tie, plan, offer, terms, cause)
        return
    draft.offers.remove(offer)
    if given > 2 * limit + 400:
        draft.remember(state.spec.id, offer.partner, "walked_away", -300, cause)
        draft.note("offer_withdrawn", f"partner:{offer.partner}", offer.id)
        return
    middle = tuple(
        term.grid[(term.grid.index(asked) + term.grid.index(now)) // 2]
        for term, asked, now in zip(plan.terms, terms, offer.terms, strict=True)
    )
    if _asked(draft, plan, middle) > limit:
        middle = offer.terms
    again = replace(offer, terms=middle, countered=True, expires=draft.turn + 2 * draft.level.steps)
    draft.offers.append(again)
    draft.note("offer_countered", f"partner:{offer.partner}", offer.id)


def _asked(draft: Draft, plan: OfferPlan, terms: tuple[int, ...]) -> int:
    """Return how much terms take from the partner, bp of what it has or had offered."""
    if plan.kind == "renewal":
        return renewals.shortfall(draft, plan, terms)
    return -plan.worth(terms)


def _sign(
    draft: Draft,
    state: StatePlace,
    tie: TiePlace,
    plan: OfferPlan,
    offer: Offer,
    terms: tuple[int, ...],
    cause: str,
) -> None:
    """Turn an offer into a contract and carry out what falls due at once."""
    draft.offers.remove(offer)
    named = tuple(sorted((term.name, value) for term, value in zip(plan.terms, terms, strict=True)))
    values = dict(named)
    years = values.get("years", max(1, values.get("training", 0)))
    if "years" not in values and {"local_buying", "home_share"} & set(values):
        years = ventures.LIFE_YEARS
    contract = Contract(
        id=offer.id,
        plan=plan.id,
        partner=plan.partner,
        seat=plan.seat,
        kind=plan.kind,
        mineral=plan.mineral,
        until=draft.turn + max(1, years * 12 // draft.months),
        terms=named,
    )
    contract = _kept_with(draft, state, plan, contract)
    if plan.kind == "renewal":
        contract = replace(contract, until=renewals.sign(draft, state, contract, cause))
    draft.contracts.append(contract)
    draft.note("contract_signed", cause, contract.id)
    draft.remember(state.spec.id, plan.partner, "signed", 500, cause)
    if plan.kind == "renewal":
        return
    if plan.kind == memoranda.KIND:
        memoranda.sign(draft, state, plan, contract, cause)
    _carry_out(draft, state, tie, plan, values, contract, cause)
    if draft.region is not None:
        region.sided_with(draft, state, plan.partner, cause)
        if values.get("offtake", 0) or values.get("ore_offtake", 0):
            region.side_deal(draft, plan.seat, cause)


def _kept_with(draft: Draft, state: StatePlace, plan: OfferPlan, contract: Contract) -> Contract:
    """Return a contract with what must be known of the day it was signed."""
    kept: list[tuple[str, int]] = []
    if contract.term("loan") and loans.scheduled(contract):
        kept.append((loans.SIGNED, draft.turn))
    if offtakes.priced(contract):
        chain = next(x for x in state.chains if x.mineral.spec.id == plan.mineral)
        kept.append((offtakes.FIRST_PRICE, offtakes.parity(draft, chain)))
    if plan.kind == "plant" and (contract.term("local_buying") or contract.term("home_share")):
        building = max(1, draft.parameters.build_months // draft.months)
        kept.append((ventures.OPENS, draft.turn + building))
    return replace(contract, terms=(*contract.terms, *kept)) if kept else contract


def _carry_out(
    draft: Draft,
    state: StatePlace,
    tie: TiePlace,
    plan: OfferPlan,
    values: dict[str, int],
    contract: Contract,
    cause: str,
) -> None:
    loan = values.get("loan", 0) * MILLION
    if loan:
        partner = next(x for x in draft.layout.partners if x.spec.id == plan.partner)
        draft.move(partner.owners, state.treasury, loan, "loan", cause)
        draft.add(state.debt, loan, "loan", cause)
        draft.add(tie.debt, loan, "loan", cause)
    province = next((x for x in state.provinces if x.spec.id == plan.province), None)
    if province is not None and values.get("infrastructure", 0):
        draft.add(province.infrastructure, values["infrastructure"], "infrastructure_built", cause)
    if values.get("offtake", 0) or values.get("ore_offtake", 0):
        offtakes.commit(draft, state, tie, "offtake_promised", cause)
    if values.get("training", 0):
        until = draft.turn + values["training"] * 12 // draft.months
        draft.put(tie.training, until, "training_agreed", cause)
    if plan.kind == "plant" and province is not None:
        chain = next(x for x in state.chains if x.mineral.spec.id == plan.mineral)
        feed = values.get("feed", 0) * MILLION
        coal = bool(values.get("coal", 0)) and not draft.row[state.coal_rule]
        begin_plant(
            draft,
            state,
            chain,
            province,
            plan.partner,
            feed,
            coal,
            cause,
            values.get("state_share", 0),
        )
    if values.get("components", 0):
        chain = next(x for x in state.chains if x.mineral.spec.id == plan.mineral)
        draft.add(chain.components, values["components"] * MILLION, "component_plant", cause)


def _court(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    tie = next(x for x in state.ties if x.partner == order.target)
    room = BP - draft.row[tie.standing]
    draft.remember(
        state.spec.id, order.target, "courted", part(_COURT_GAIN, clamp(2 * room)), cause
    )


def _price(world: World, state: StatePlace, order: Order) -> int:
    """Return what an answer costs at once: the shares of a mine are bought."""
    offer = next((x for x in world.offers if x.id == order.target), None)
    if offer is None or order.setting[0] == REFUSE:
        return 0
    plan = plan_of(world, offer)
    if plan.kind != "renewal":
        return 0
    terms = offer.terms if order.setting[0] == ACCEPT else order.setting[1:]
    named = zip((term.name for term in plan.terms), terms, strict=False)
    return dict(named).get("price", 0) * MILLION


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="answer_offer",
        area="partners",
        cost=0,
        targets=_open_offers,
        grid=_answers,
        now=lambda world, state, target: (-1,),
        apply=_answer,
        check=_check_answer,
        money=_price,
        policy=False,
    ),
    Lever(
        id="court",
        area="partners",
        cost=1,
        targets=every_partner,
        grid=lambda world, state, target: steps(1),
        now=lambda world, state, target: (0,),
        apply=_court,
        policy=False,
    ),
)


def resolve(draft: Draft) -> None:
    """Let old offers lapse and contracts end; make the offers whose gates are open."""
    for offer in list(draft.offers):
        if offer.expires <= draft.turn + 1:
            draft.offers.remove(offer)
            draft.note("offer_lapsed", RULE, offer.id)
    for contract in list(draft.contracts):
        if contract.until <= draft.turn:
            _end(draft, contract)
    if draft.contracts:
        reopening.resolve(draft)
    if draft.layout.concessions:
        renewals.resolve(draft)


def _end(draft: Draft, contract: Contract) -> None:
    if contract.term("loan") and loans.scheduled(contract):
        return  # The last instalment ends it, see the loans' rules.
    draft.contracts.remove(contract)
    draft.note("contract_ended", RULE, contract.id)
    if contract.kind == memoranda.KIND:
        memoranda.end(draft, contract)
    state = draft.state(contract.seat)
    tie = next(x for x in state.ties if x.partner == contract.partner)
    if offtakes.promised(contract):
        offtakes.commit(draft, state, tie, "offtake_ended")
    loan = min(contract.term("loan") * MILLION, draft.row[tie.debt])
    if loan:
        partner = next(x for x in draft.layout.partners if x.spec.id == contract.partner)
        draft.move(state.treasury, partner.owners, loan, "loan_repaid")
        draft.add(state.debt, -loan, "loan_repaid")
        draft.add(tie.debt, -loan, "loan_repaid")


def make_offers(draft: Draft) -> None:
    """Put new offers on the table for the next turn; each plan is made once."""
    signed = [contract.plan for contract in draft.contracts]
    for plan in draft.level.offers:
        if not plan.first_turn <= draft.turn + 1 <= plan.last_turn:
            continue
        if plan.follows and plan.follows not in signed:
            continue
        if plan.id in signed or _made_lately(draft, plan) or not holds(draft, plan.gate):
            continue
        if draw(draft.seed, draft.turn, "offer", plan.id) >= chance_of(draft, plan):
            continue
        offer = Offer(
            id=f"{plan.id}.{draft.turn + 1:03d}",
            plan=plan.id,
            partner=plan.partner,
            seat=plan.seat,
            made=draft.turn + 1,
            expires=draft.turn + 1 + _patience(draft, plan.partner),
            terms=_first_terms(draft, plan),
        )
        draft.offers.append(offer)
        draft.fired.append((f"offer:{plan.id}", draft.turn))
        draft.note("offer_made", f"partner:{plan.partner}", offer.id)


def _made_lately(draft: Draft, plan: OfferPlan) -> bool:
    """Whether an offer was made before and does not come again, or not yet."""
    name = f"offer:{plan.id}"
    made = [turn for event, turn in draft.fired if event == name]
    if not made or any(x.plan == plan.id for x in draft.offers):
        return bool(made)
    return not plan.again or draft.turn - max(made) < plan.again


def _first_terms(draft: Draft, plan: OfferPlan) -> tuple[int, ...]:
    """Return what is offered at first; one voice moves the weightiest term by a step.

    A partner who runs short begins with better terms (R39b).
    """
    terms = list(first_terms(draft, plan))
    better = region.step_offered(draft, plan.seat) if draft.region is not None else 0
    if better:
        index = max(range(len(terms)), key=lambda i: (abs(plan.terms[i].worth), -i))
        term = plan.terms[index]
        way = -better if term.worth > 0 else better
        place = clamp(term.grid.index(terms[index]) + way, 0, len(term.grid) - 1)
        terms[index] = term.grid[place]
    return tuple(terms)


def _patience(draft: Draft, partner_id: str) -> int:
    partner = next(x for x in draft.level.partners if x.id == partner_id)
    return max(1, partner.patience) * draft.level.steps
