"""Families of standards: whose rules a state's plants follow, and what changing them costs (R38).

System S18.
"""

from collections.abc import Sequence

from game.engine import problems
from game.engine.draft import RULE, Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import Grid, Lever, remember_change, steps
from game.engine.rules.state.payments import spend
from game.engine.world import World

_OWN = 0
"""No family: a rule book of one's own, which nobody else asks for."""
_REMEMBERED = 300


def _targets(world: World, state: StatePlace) -> tuple[str, ...]:
    return ("",) if state.family else ()


def _grid(world: World, state: StatePlace, target: str) -> Grid:
    return steps(*range(len(world.level.families) + 1))


def _now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    assert state.family is not None
    return (world.values[state.family.family],)


def refit_cost(world: World, state: StatePlace) -> int:
    """R38b: leaving a family costs 8 % of what working plants cost, as far as they are fitted."""
    assert state.family is not None
    return _refit(world.values, state, world.level.parameters.refit_cost)


def _refit(values: Sequence[int], state: StatePlace, most: int) -> int:
    assert state.family is not None
    built = sum(
        muldiv(values[chain.plant_feed], chain.mineral.spec.capital, 1_000)
        for chain in state.chains
    )
    return part(built, part(most, values[state.family.lock_in]))


def _money(world: World, state: StatePlace, order: Order) -> int:
    return refit_cost(world, state)


def _check(world: World, state: StatePlace, order: Order) -> str:
    return problems.NO_CHANGE if order.setting == _now(world, state, "") else ""


def _choose(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R38b: the treasury refits the plants; those who share the new rules are pleased."""
    place = state.family
    assert place is not None
    remember_change(draft, state, order, (draft.row[place.family],))
    cost = _refit(draft.before, state, draft.parameters.refit_cost)
    reads = (place.lock_in,)
    spend(draft, state, draft.layout.world.outside, cost, "refit_paid", reads, cause)
    draft.put(place.family, order.setting[0], "policy", cause)
    draft.put(place.lock_in, 0, "policy", cause)
    for tie in state.ties:
        lean = leaning(draft, state, tie.partner, _REMEMBERED)
        if lean:
            code = "family_shared" if lean > 0 else "family_left"
            draft.remember(state.spec.id, tie.partner, code, lean, cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="standard_family",
        area="partners",
        cost=2,
        targets=_targets,
        grid=_grid,
        now=_now,
        apply=_choose,
        check=_check,
        money=_money,
    ),
)


def leaning(draft: Draft, state: StatePlace, partner_id: str, amount: int) -> int:
    """R38a: ``amount`` for a partner of the state's family, minus it for one of another, else 0."""
    place = state.family
    chosen = draft.row[place.family] if place else _OWN
    if chosen == _OWN:
        return 0
    theirs = next(x.family for x in draft.level.partners if x.id == partner_id)
    if not theirs:
        return 0
    return amount if draft.level.families[chosen - 1] == theirs else -amount


def price_shift(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R38a: metal of a family fetches 3 % more from those who share it, 3 % less from others, bp.

    Weighted with each partner's share of buying metal; buyers without a family do not mind.
    """
    place = state.family
    if place is None or not draft.row[place.family]:
        return 0
    whole = sum(chain.mineral.metal_buying)
    shift = 0
    for share, tie in zip(chain.mineral.metal_buying, state.ties, strict=True):
        shift += share * leaning(draft, state, tie.partner, draft.parameters.family_price)
    sign = 1 if shift >= 0 else -1
    return sign * ratio(abs(shift), whole * BP)


def settle_in(draft: Draft) -> None:
    """R38b: each year plants are fitted to their family by a fifth of what is left."""
    if not draft.level.families:
        return
    for state in draft.layout.states:
        place = state.family
        if place and draft.row[place.family]:
            gap = BP - draft.row[place.lock_in]
            step = draft.yearly(muldiv(gap, 1, draft.parameters.family_years))
            draft.add(place.lock_in, step, "fitted", RULE, (place.family,))
