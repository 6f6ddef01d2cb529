"""Know-how: how a state learns to separate a mineral, from whom, and on which terms (R35).

Systems S21, S38, S68.
"""

from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.processing import KnowHowPlace
from game.engine.figures.variables import ChainPlace, StatePlace, TiePlace
from game.engine.numbers import BP, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import (
    MILLION,
    Grid,
    Lever,
    chain_of,
    no_money,
    remember_change,
    steps,
)
from game.engine.rules.state.payments import spend
from game.engine.world import World

_PILOTS: Grid = steps(*(amount * MILLION for amount in (0, 5, 10, 20, 40, 60)))
_TERMS: Grid = steps(0, 5_000, 10_000)


def _taught(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(chain.mineral.spec.id for chain in state.chains if chain.know_how)


def _place(state: StatePlace, target: str) -> KnowHowPlace:
    place = chain_of(state, target).know_how
    assert place is not None
    return place


def _lever(lever_id: str, area: str, figure: str, grid: Grid, budget: bool) -> Lever:
    def now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
        return (world.values[getattr(_place(state, target), figure)],)

    def apply(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
        slot = getattr(_place(state, order.target), figure)
        remember_change(draft, state, order, (draft.row[slot],))
        draft.put(slot, order.setting[0], "policy", cause)

    def money(world: World, state: StatePlace, order: Order) -> int:
        extra = max(0, order.setting[0] - now(world, state, order.target)[0])
        return muldiv(extra, world.level.turn_months, 12)

    return Lever(
        id=lever_id,
        area=area,
        cost=1,
        targets=_taught,
        grid=lambda world, state, target: grid,
        now=now,
        apply=apply,
        money=money if budget else no_money,
    )


LEVERS: tuple[Lever, ...] = (
    _lever("pilot_plant", "industry", "pilot_budget", _PILOTS, budget=True),
    _lever("technology_terms", "partners", "terms", _TERMS, budget=False),
)


def withholds(draft: Draft, chain: ChainPlace, tie: TiePlace) -> bool:
    """R35d: whether a partner keeps its know-how of a chain's mineral to itself.

    The main processor does so while its ban on technology stands, except where standing is very
    high (F126, F178, F235).
    """
    place = chain.mineral.control
    if place is None or tie.partner != place.spec.holder or not draft.row[place.technology_ban]:
        return False
    return draft.row[tie.standing] < place.spec.shares_from


def _licensed(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """Return the know-how that licences in force bring, bp."""
    mineral = chain.mineral.spec.id
    return max(
        (
            contract.term("licence")
            for contract in draft.contracts
            if contract.seat == state.spec.id and contract.mineral == mineral
        ),
        default=0,
    )


def resolve(draft: Draft) -> None:
    """Work out what plants yield this turn and what new plants would find."""
    for state, chain in draft.layout.crafts:
        assert chain.know_how is not None
        _yield(draft, state, chain, chain.know_how)


def _yield(draft: Draft, state: StatePlace, chain: ChainPlace, place: KnowHowPlace) -> None:
    """R35a: without know-how a plant wins only part of what a practised one wins.

    ``yield = first yield + (1 - first yield) x know-how``, one's own or that of a licence in force;
    a failed batch takes some of it. R35d: the same know-how is the ceiling for new plants (R20);
    there is none where the main processor shares what it knows.
    """
    row = draft.row
    known = max(row[place.level], _licensed(draft, state, chain))
    reads: tuple[int, ...] = (place.level,)
    share = place.spec.first_yield + part(BP - place.spec.first_yield, known)
    if _batch_fails(draft, state, chain, place, known):
        share = part(share, BP - place.spec.batch_loss)
        reads = (place.level, place.failed)
    draft.put(place.yield_share, share, "separation_yield", RULE, reads)
    control = chain.mineral.control
    shared = control is not None and any(
        tie.partner == control.spec.holder and not withholds(draft, chain, tie)
        for tie in state.ties
    )
    draft.put(place.ceiling, BP if shared else known, "know_how_ceiling", RULE, (place.level,))


def _batch_fails(
    draft: Draft, state: StatePlace, chain: ChainPlace, place: KnowHowPlace, known: int
) -> bool:
    """R35c: hundreds of stages are upset by little (F220); the less is known, the more often.

    ``chance a year = 60 % x (1 - know-how) x (1 - half of the technology terms)``.
    """
    p, row = draft.parameters, draft.row
    if not any(group.feed for group in draft.groups[chain.fed]):
        return False
    chance = part(part(p.batch_chance, BP - known), BP - row[place.terms] // 2)
    mineral = chain.mineral.spec.id
    if not draft.chance("batch", f"{state.spec.id}.{mineral}", chance):
        return False
    draft.put(place.failed, 1, "batch_failed", RULE, (place.level, place.terms))
    draft.note("batch_failed", RULE, mineral, (place.level, place.terms))
    return True


def recovery(draft: Draft, chain: ChainPlace) -> int:
    """Return the metal won from ore in this turn's plants, bp."""
    usual = chain.mineral.spec.recovery
    return part(usual, draft.row[chain.know_how.yield_share]) if chain.know_how else usual


def expected_recovery(draft: Draft, chain: ChainPlace) -> int:
    """Return the metal that the builder of a new plant counts on, bp: no failed batches."""
    usual, place = chain.mineral.spec.recovery, chain.know_how
    if place is None:
        return usual
    first = place.spec.first_yield
    return part(usual, first + part(BP - first, draft.row[place.ceiling]))


def extra_cost(draft: Draft, chain: ChainPlace) -> int:
    """R35e: less mature plants cost more to run: ``extra cost x (1 - know-how)``, bp."""
    place = chain.know_how
    if place is None:
        return 0
    # While orders are carried out the turn's ceiling is not known yet: last turn's stands in.
    known = draft.row[place.ceiling] or draft.before[place.ceiling]
    return part(place.spec.extra_cost, BP - known)


def priced_away(draft: Draft, chain: ChainPlace, share: int) -> int:
    """R35f: terms for technology open the books: profit priced away falls by up to 60 % (S43)."""
    place = chain.know_how
    if place is None:
        return share
    return part(share, BP - part(draft.parameters.terms_leak, draft.row[place.terms]))


def eagerness(
    draft: Draft, state: StatePlace, chain: ChainPlace, owners: list[str], appetites: list[int]
) -> list[int]:
    """R35d, R35f: who withholds its know-how builds nothing; terms make partners slower to come.

    Each partner's appetite falls by up to 30 % under full technology terms.
    """
    place = chain.know_how
    if place is None:
        return appetites
    slow = part(draft.parameters.terms_slow, draft.row[place.terms])
    partners = {tie.partner: withholds(draft, chain, tie) for tie in state.ties}
    return [
        appetite if owner not in partners else 0 if partners[owner] else part(appetite, BP - slow)
        for owner, appetite in zip(owners, appetites, strict=True)
    ]


def learn(draft: Draft) -> None:
    """Let states learn from work, teachers, licences and pilot plants; pay for the last two."""
    for state, chain in draft.layout.crafts:
        assert chain.know_how is not None
        _learn(draft, state, chain, chain.know_how)
        _pay(draft, state, chain, chain.know_how)


def _learn(draft: Draft, state: StatePlace, chain: ChainPlace, place: KnowHowPlace) -> None:
    """R35b: know-how climbs with output and trained people, fastest while little is known.

    A year closes this part of the gap: ``(30 % x output / (output + learning mass) + 6 % a partner
    who trains + 1/3 % per US$ m of a pilot plant) x (1/2 + skills / 2)``. A licence passes on a
    fifth of what it is ahead; 2 points a year are forgotten.
    """
    p, row = draft.parameters, draft.row
    level = row[place.level]
    yearly = muldiv(row[chain.refined], 12, draft.months)
    work = part(p.know_how_work, ratio(yearly, yearly + place.spec.learning))
    teachers = sum(
        1
        for tie in state.ties
        if row[tie.training] > draft.turn and not withholds(draft, chain, tie)
    )
    pilot = p.know_how_per_million * row[place.pilot_budget] // MILLION
    speed = part(work + p.know_how_training * teachers + pilot, 5_000 + row[state.skills] // 2)
    ahead = max(0, _licensed(draft, state, chain) - level)
    passed_on = ahead // p.know_how_licence_years
    gain = part(BP - level, min(BP, speed)) + passed_on - p.know_how_fade
    reads = (chain.refined, place.pilot_budget, state.skills, *(t.training for t in state.ties))
    draft.add(place.level, draft.yearly(gain), "know_how_grows", RULE, reads)


def _pay(draft: Draft, state: StatePlace, chain: ChainPlace, place: KnowHowPlace) -> None:
    """Pay for the pilot plant, half of it to people at home, and the fees of licences."""
    row, world = draft.row, draft.layout.world
    budget = draft.yearly(row[place.pilot_budget])
    reads = (place.pilot_budget,)
    spend(draft, state, state.workers, budget // 2, "pilot_paid", reads)
    spend(draft, state, world.outside, budget - budget // 2, "pilot_paid", reads)
    for contract in draft.contracts:
        fee = contract.term("fee")
        mineral = chain.mineral.spec.id
        if fee and contract.seat == state.spec.id and contract.mineral == mineral:
            owners = next(x.owners for x in draft.layout.partners if x.spec.id == contract.partner)
            spend(draft, state, owners, draft.yearly(fee * MILLION), "licence_fee", (), MARKET)
