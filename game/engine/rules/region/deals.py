"""R57b: deals between governed states, proposed by one and accepted by the other.

While a deal holds, the rules carry it out. Either side may leave; it pays with belief in its
promises and with the cohesion of the region. Whoever breaks a price club or a quota by its own
policy has left.
"""

from dataclasses import replace

from game.engine import problems
from game.engine.definitions.region import DATA, LOAN, PRICE_CLUB, QUOTA, RECOGNITION, SWAP
from game.engine.draft import RULE, Draft
from game.engine.figures.region import RegionPlace
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, muldiv
from game.engine.orders import Order
from game.engine.pacts import Pact
from game.engine.rules.levers import MILLION, Grid, Lever, steps
from game.engine.rules.region.effects import region_of
from game.engine.rules.region.members import member_of
from game.engine.world import World

REFUSE, ACCEPT = 0, 1
_OPEN_TURNS = 2
_ABOUT_ORE = (PRICE_CLUB, QUOTA, SWAP)
_SIZES: dict[str, tuple[int, ...]] = {
    PRICE_CLUB: (500, 1_000, 2_000),
    QUOTA: (8_000, 6_000),
    SWAP: (1_000, 2_000, 3_000),
    DATA: (1,),
    RECOGNITION: (1,),
    LOAN: (25, 50, 100, 200),
}
_YEARS = (3, 6)


def _partners(world: World, state: StatePlace) -> tuple[str, ...]:
    """Return what could be proposed to whom: ``NEIGHBOUR.KIND`` or ``NEIGHBOUR.KIND.MINERAL``."""
    region = world.layout.region
    if region is None or member_of(world, state) is None:
        return ()
    taken = {
        (x.kind, x.mineral, frozenset(x.sides)) for x in world.pacts if state.spec.id in x.sides
    }
    found = []
    for member in region.members:
        if member.state == state.spec.id:
            continue
        other = world.layout.state(member.state)
        for kind in region.spec.deals:
            for mineral in _minerals(kind, state, other):
                if (kind, mineral, frozenset((state.spec.id, member.state))) not in taken:
                    found.append(".".join(x for x in (member.state, kind, mineral) if x))
    return tuple(found)


def _minerals(kind: str, one: StatePlace, other: StatePlace) -> tuple[str, ...]:
    """Return the minerals that a kind of deal between two states may be about."""
    if kind not in _ABOUT_ORE:
        return ("",)
    theirs = {chain.mineral.spec.id for chain in other.chains if chain.fields}
    return tuple(x.mineral.spec.id for x in one.chains if x.fields and x.mineral.spec.id in theirs)


def _grid(world: World, state: StatePlace, target: str) -> Grid:
    """Return (size, years) of what may be proposed."""
    kind = target.split(".")[1]
    return tuple((size, years) for size in _SIZES[kind] for years in _YEARS)


def _propose(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    other, kind, *about = order.target.split(".")
    size, years = order.setting
    pact = Pact(
        id=f"{kind}.{state.spec.id}.{other}.{size}.{years}.{draft.turn:03d}",
        kind=kind,
        maker=state.spec.id,
        other=other,
        mineral=about[0] if about else "",
        amount=size,
        years=years,
        made=draft.turn,
    )
    draft.pacts.append(pact)
    draft.note("deal_proposed", cause, pact.id)


def _money_to_lend(world: World, state: StatePlace, order: Order) -> int:
    """Return what a lender must have when it offers a loan."""
    return order.setting[0] * MILLION if order.target.split(".")[1] == LOAN else 0


def _waiting(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(x.id for x in world.pacts if x.other == state.spec.id and not x.in_force)


def _running(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(x.id for x in world.pacts if x.in_force and state.spec.id in x.sides)


def _answer(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    pact = next(x for x in draft.pacts if x.id == order.target)
    draft.pacts.remove(pact)
    if order.setting[0] == REFUSE:
        draft.note("deal_refused", cause, pact.id)
        return
    lender = draft.state(pact.maker)
    if pact.kind == LOAN and draft.row[lender.treasury] < pact.amount * MILLION:
        draft.note("deal_lapsed", cause, pact.id)
        return
    until = draft.turn + max(1, pact.years * 12 // draft.months)
    pact = replace(pact, until=until)
    draft.pacts.append(pact)
    draft.note("deal_signed", cause, pact.id)
    draft.add(region_of(draft).cohesion, draft.parameters.meeting_gain, "deal_signed", cause)
    _begin(draft, pact, cause)


def _begin(draft: Draft, pact: Pact, cause: str) -> None:
    """Put both sides' policy where the deal wants it; pay out a loan."""
    if pact.kind == LOAN:
        _lend(draft, pact, cause)
    for side in pact.sides if pact.kind in (PRICE_CLUB, QUOTA) else ():
        chain = _chain(draft.state(side), pact)
        if pact.kind == PRICE_CLUB:
            draft.put(chain.tax, max(draft.row[chain.tax], pact.amount), "price_club", cause)
        else:
            draft.put(chain.quota, min(draft.row[chain.quota], pact.amount), "joint_quota", cause)


def _chain(state: StatePlace, pact: Pact) -> ChainPlace:
    return next(x for x in state.chains if x.mineral.spec.id == pact.mineral)


def _lend(draft: Draft, pact: Pact, cause: str) -> None:
    lender, borrower = draft.state(pact.maker), draft.state(pact.other)
    amount = pact.amount * MILLION
    draft.move(lender.treasury, borrower.treasury, amount, "neighbour_loan", cause)
    draft.add(borrower.debt, amount, "neighbour_loan", cause)


def _leave(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    pact = next(x for x in draft.pacts if x.id == order.target)
    _break(draft, state, pact, cause)


def _break(draft: Draft, state: StatePlace, pact: Pact, cause: str) -> None:
    """R57b: breaking a deal costs 15 points of belief and 5 of cohesion.

    A lender that leaves gives up what is owed; a borrower that leaves owes the money to other
    lenders instead, who pay the lender out.
    """
    p = draft.parameters
    draft.pacts.remove(pact)
    draft.note("deal_broken", cause, pact.id)
    draft.add(state.credibility, -p.deal_broken, "deal_broken", cause)
    draft.add(region_of(draft).cohesion, -p.side_deal_cost, "deal_broken", cause)
    if pact.kind != LOAN:
        return
    lender, borrower = draft.state(pact.maker), draft.state(pact.other)
    amount = pact.amount * MILLION
    if state is lender:
        draft.add(borrower.debt, -amount, "deal_broken", cause)
    else:
        outside = draft.layout.world.outside
        draft.move(outside, lender.treasury, amount, "neighbour_loan_back", cause)


def _nothing_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    return (-1,)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="propose_deal",
        area="region",
        cost=1,
        targets=_partners,
        grid=_grid,
        now=_nothing_now,
        apply=_propose,
        money=_money_to_lend,
        policy=False,
    ),
    Lever(
        id="answer_deal",
        area="region",
        cost=0,
        targets=_waiting,
        grid=lambda world, state, target: steps(REFUSE, ACCEPT),
        now=_nothing_now,
        apply=_answer,
        policy=False,
    ),
    Lever(
        id="leave_deal",
        area="region",
        cost=1,
        targets=_running,
        grid=lambda world, state, target: steps(1),
        now=lambda world, state, target: (0,),
        apply=_leave,
        policy=False,
    ),
)

NOT_THERE: dict[str, str] = {"answer_deal": problems.NO_DEAL, "leave_deal": problems.NO_DEAL}


def begin_turn(draft: Draft) -> None:
    """End what is over, let old proposals lapse, and see who broke a deal by its own policy."""
    for pact in list(draft.pacts):
        if not pact.in_force:
            if pact.made + _OPEN_TURNS <= draft.turn:
                draft.pacts.remove(pact)
                draft.note("deal_lapsed", RULE, pact.id)
        elif pact.until <= draft.turn:
            _end(draft, pact)
        elif pact.kind in (PRICE_CLUB, QUOTA):
            breaker = next((x for x in pact.sides if _breaks(draft, x, pact)), "")
            if breaker:
                _break(draft, draft.state(breaker), pact, RULE)


def _breaks(draft: Draft, side: str, pact: Pact) -> bool:
    chain = _chain(draft.state(side), pact)
    if pact.kind == PRICE_CLUB:
        return draft.row[chain.tax] < pact.amount
    return draft.row[chain.quota] > pact.amount


def _end(draft: Draft, pact: Pact) -> None:
    draft.pacts.remove(pact)
    draft.note("deal_ended", RULE, pact.id)
    if pact.kind == LOAN:
        lender, borrower = draft.state(pact.maker), draft.state(pact.other)
        amount = pact.amount * MILLION
        draft.move(borrower.treasury, lender.treasury, amount, "neighbour_loan_back")
        draft.add(borrower.debt, -amount, "neighbour_loan_back")


def resolve(draft: Draft, region: RegionPlace) -> None:
    """R57b: a neighbour's loan earns its lender half the usual interest, paid by the borrower.

    The borrower already pays usual interest to lenders abroad on all its debt; they pass half on.
    """
    half = draft.yearly(draft.parameters.debt_interest) // 2
    for pact in draft.pacts:
        if pact.kind == LOAN and pact.in_force:
            lender, borrower = draft.state(pact.maker), draft.state(pact.other)
            interest = muldiv(pact.amount * MILLION, half, BP)
            outside = draft.layout.world.outside
            draft.move(outside, lender.treasury, interest, "neighbour_interest", RULE)
            draft.add(lender.revenue, interest, "neighbour_interest", RULE)
            draft.move(outside, borrower.treasury, interest, "neighbour_interest", RULE)
            draft.add(borrower.spending, -interest, "neighbour_interest", RULE)
            draft.add(borrower.revenue, interest, "neighbour_interest", RULE)
