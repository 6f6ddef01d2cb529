"""Finished goods: works of their own, technology, and open markets (R67b; S30)."""

from game.engine.definitions.places import PRODUCT
from game.engine.draft import MARKET, Draft
from game.engine.figures.deals import ProductPlace
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, dollars, muldiv, part
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Grid, Lever, chain_of, remember_change, steps
from game.engine.rules.state.payments import earn, spend
from game.engine.rules.trade import tariffs
from game.engine.world import World

_GRID: Grid = steps(*(amount * MILLION for amount in (0, 25, 50, 100, 200, 300)))


def resolve(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R67b: works for finished goods follow technology and access, not ore policy alone.

    ``goal = most x components made x the smaller of technology and access``; a tenth of the way
    a year. Technology grows with what is made, with a partner's teachers and with money to lure
    firms; access is the buying of partners that like the state, less their tariffs.
    """
    place = draft.layout.products[chain.fed]
    row, p = draft.row, draft.parameters
    access = _access(draft, state, chain)
    draft.put(place.access, access, "access", MARKET, tuple(x.standing for x in state.ties))
    made = muldiv(row[chain.component_output], 12, draft.months)
    goal = part(part(made, place.spec.most), min(row[place.technology], access))
    step = draft.yearly(part(goal - row[place.products], p.product_pace))
    draft.add(place.products, step, "works_follow", MARKET, (place.technology, place.access))
    _learn(draft, state, place)
    output = min(draft.yearly(row[place.products]), row[chain.component_output])
    draft.put(place.product_output, output, "goods_made", MARKET, (place.products,))
    if output:
        _earn(draft, state, chain, place, output)


def _learn(draft: Draft, state: StatePlace, place: ProductPlace) -> None:
    row, p = draft.row, draft.parameters
    spent = draft.yearly(row[place.lure])
    spend(draft, state, state.suppliers, spent, "lure_paid", (place.lure,))
    taught = any(row[tie.training] > draft.turn for tie in state.ties)
    gain = spent // MILLION * p.lure_technology + draft.yearly(300 if taught else 0)
    gain += draft.yearly(200 if row[place.products] else 0)
    room = BP - row[place.technology]
    reads = (place.lure, place.products)
    draft.add(place.technology, part(gain, room), "technology_learned", MARKET, reads)


def _access(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """Return how far markets are open to finished goods, bp."""
    buying = chain.mineral.metal_buying
    rates = [0] * len(buying)
    if chain.fed in draft.layout.tariffs:
        rates = tariffs.rates(draft, state, chain)
    whole = max(1, sum(buying))
    found = sum(
        muldiv(share, part(draft.row[tie.standing], clamp(BP - 2 * rate)), whole)
        for share, rate, tie in zip(buying, rates, state.ties, strict=True)
    )
    if chain.fed in draft.layout.nearby:
        near = [x for x in draft.layout.nearby[chain.fed].buyers if x.stage == PRODUCT]
        found += 1_000 * len(near)
    return clamp(found)


def _earn(
    draft: Draft, state: StatePlace, chain: ChainPlace, place: ProductPlace, output: int
) -> None:
    """R67c: finished goods add value to components; a third of it is earned at home.

    Wages and supplies are 12 % each of the value added, profit at home 6 %.
    """
    spec, price, world = chain.mineral.spec, draft.row[chain.mineral.price], draft.layout.world
    value = dollars(output, part(price, spec.product_share))
    parts = dollars(output, part(price, spec.component_share))
    draft.put(place.product_value, value, "goods_sold", MARKET, (place.product_output,))
    added = max(0, value - parts)
    draft.add(state.export_income, added, "goods_sold", MARKET, (place.product_value,))
    reads = (place.product_value,)
    earn(draft, state, world.outside, state.workers, part(added, 1_200), "goods_wages", reads)
    earn(draft, state, world.outside, state.suppliers, part(added, 1_200), "goods_supplies", reads)
    earn(draft, state, world.outside, state.owners, part(added, 600), "goods_profit", reads)
    jobs = muldiv(draft.row[place.products], draft.parameters.product_jobs, MILLION)
    draft.add(state.job_count, jobs, "goods_jobs", MARKET, (place.products,))


def _targets(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(c.mineral.spec.id for c in state.chains if c.fed in world.layout.products)


def _now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    chain = chain_of(state, target)
    return (world.values[world.layout.products[chain.fed].lure],)


def _lure(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    place = draft.layout.products[chain_of(state, order.target).fed]
    remember_change(draft, state, order, (draft.row[place.lure],))
    draft.put(place.lure, order.setting[0], "policy", cause)


def _money(world: World, state: StatePlace, order: Order) -> int:
    if order.target not in _targets(world, state):
        return 0
    before = _now(world, state, order.target)[0]
    return max(0, order.setting[0] - before) * world.level.months // 12


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="lure_makers",
        area="industry",
        cost=1,
        targets=_targets,
        grid=lambda world, state, target: _GRID,
        now=_now,
        apply=_lure,
        money=_money,
    ),
)
