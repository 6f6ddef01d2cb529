"""What makes a partner come sooner or offer more: hunger for ore, standards, terms (R38c, R39b).

Systems S18, S21, S65, S68.
"""

from game.engine.definitions.happenings import OfferPlan
from game.engine.draft import Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, part, ratio
from game.engine.rules.plants.families import leaning
from game.engine.rules.plants.know_how import withholds
from game.engine.rules.trade.controls import usual_stock

_TEACHES = ("licence", "training")


def chance_of(draft: Draft, plan: OfferPlan) -> int:
    """R35d, R35f, R38c: return the chance of an offer this turn, bp.

    Who withholds its know-how offers neither licence nor training; technology terms make offers
    that teach up to 30 % rarer; a family of standards brings its own partners sooner by a fifth
    and others later by a fifth.
    """
    state = draft.state(plan.seat)
    chance = plan.chance
    chain = _chain(state, plan)
    if chain is not None and chain.know_how and any(x.name in _TEACHES for x in plan.terms):
        tie = next(x for x in state.ties if x.partner == plan.partner)
        if withholds(draft, chain, tie):
            return 0
        slow = part(draft.parameters.terms_slow, draft.row[chain.know_how.terms])
        chance = part(chance, BP - slow)
    if state.family:
        chance = part(
            chance, BP + leaning(draft, state, plan.partner, draft.parameters.family_pull)
        )
    return chance


def _chain(state: StatePlace, plan: OfferPlan) -> ChainPlace | None:
    return next((x for x in state.chains if x.mineral.spec.id == plan.mineral), None)


def extra_worth(draft: Draft, plan: OfferPlan) -> int:
    """R39b: a buyer whose own feedstock runs short gives more (F229, F230).

    ``more = what it adds when its stores are empty x share of its usual stock that is missing``.
    """
    partner = next(x for x in draft.level.partners if x.id == plan.partner)
    most = dict(partner.when_short).get(plan.mineral, 0)
    if not most:
        return 0
    mineral = next(x for x in draft.layout.minerals if x.spec.id == plan.mineral)
    left = ratio(draft.row[mineral.stock], usual_stock(draft, mineral))
    return part(most, BP - clamp(left))


def first_terms(draft: Draft, plan: OfferPlan) -> tuple[int, ...]:
    """Return the terms a partner begins with: better for the seat by what it adds when short.

    One step of a term at a time, the cheapest first, as far as the extra worth reaches.
    """
    left = extra_worth(draft, plan)
    places = [term.grid.index(term.offered) for term in plan.terms]
    moved = left > 0
    while moved:
        moved = False
        for index, term in sorted(enumerate(plan.terms), key=lambda x: (abs(x[1].worth), x[0])):
            step = -1 if term.worth > 0 else 1
            if term.worth and abs(term.worth) <= left and _on_grid(term.grid, places[index] + step):
                places[index] += step
                left -= abs(term.worth)
                moved = True
    return tuple(term.grid[place] for term, place in zip(plan.terms, places, strict=True))


def _on_grid(grid: tuple[int, ...], place: int) -> bool:
    return 0 <= place < len(grid)
