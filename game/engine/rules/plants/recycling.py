"""Recycling: metal in use comes back as scrap after a product's life (R46; S56)."""

from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.sites import ScrapPlace
from game.engine.figures.variables import ChainPlace, MineralPlace, StatePlace
from game.engine.numbers import BP, clamp, dollars, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import (
    MILLION,
    Lever,
    chain_of,
    remember_change,
    steps,
)
from game.engine.rules.state.payments import earn, levy, spend
from game.engine.world import World

_RULES = steps(0, 2_500, 5_000, 7_500, 9_000)
_PLANTS = steps(5, 10, 25, 50, 100)


def _with_scrap(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(x.mineral.spec.id for x in state.chains if x.scrap is not None)


def _scrap(state: StatePlace, target: str) -> ScrapPlace:
    scrap = chain_of(state, target).scrap
    assert scrap is not None
    return scrap


def _set_rule(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    scrap = _scrap(state, order.target)
    remember_change(draft, state, order, (draft.row[scrap.collection],))
    draft.put(scrap.collection, order.setting[0], "policy", cause)


def _build(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R46b: public money builds a recycling plant for three tenths of the cost of an ore plant."""
    chain, scrap = chain_of(state, order.target), _scrap(state, order.target)
    cost = order.setting[0] * MILLION
    per_tonne = max(1, part(chain.mineral.spec.capital, draft.parameters.recycling_capital))
    spend(draft, state, state.suppliers, cost // 2, "recycling_built", cause=cause)
    outside = draft.layout.world.outside
    spend(draft, state, outside, cost - cost // 2, "recycling_built", cause=cause)
    capacity = cost // per_tonne * 1_000
    draft.add(scrap.recycling_building, capacity, "recycling_built", cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="collection",
        area="people",
        cost=1,
        targets=_with_scrap,
        grid=lambda world, state, target: _RULES,
        now=lambda world, state, target: (world.values[_scrap(state, target).collection],),
        apply=_set_rule,
    ),
    Lever(
        id="recycling_plant",
        area="industry",
        cost=1,
        targets=_with_scrap,
        grid=lambda world, state, target: _PLANTS,
        now=lambda world, state, target: (0,),
        apply=_build,
        money=lambda world, state, order: order.setting[0] * MILLION,
        policy=False,
    ),
)


def resolve(draft: Draft) -> None:
    """Let products age and die, collect them, and melt what plants can take."""
    for state in draft.layout.states:
        for chain in state.chains:
            if chain.scrap is not None:
                _age(draft, state, chain, chain.scrap)
                _melt(draft, state, chain, chain.scrap)


def _age(draft: Draft, state: StatePlace, chain: ChainPlace, scrap: ScrapPlace) -> None:
    """R46a: metal in products passes three ages, each a third of a product's life.

    Then it is scrap. Collected = dying metal x rule x (1/2 + inspection / 2); the rest is dumped.
    New products take what the country uses, growing year by year.
    """
    row, spec = draft.row, scrap.spec
    abroad = chain.mineral.abroad
    moved = [
        min(row[slot], draft.yearly(muldiv(3 * row[slot], 1, spec.life)))
        for slot in (scrap.young, scrap.middle, scrap.old)
    ]
    years = draft.turn * draft.months // 12
    use = draft.yearly(spec.home_use + part(spec.home_use * years, spec.growth))
    draft.move(abroad, scrap.young, use, "products_bought", MARKET)
    draft.move(scrap.young, scrap.middle, moved[0], "products_age", MARKET)
    draft.move(scrap.middle, scrap.old, moved[1], "products_age", MARKET)
    caught = part(moved[2], part(row[scrap.collection], 5_000 + row[state.enforcement] // 2))
    reads = (scrap.collection, state.enforcement)
    draft.move(scrap.old, scrap.scrap, caught, "scrap_collected", RULE, reads)
    draft.move(scrap.old, scrap.dumped, moved[2] - caught, "scrap_dumped", RULE, reads)
    opened = draft.yearly(
        muldiv(row[scrap.recycling_building], 1, draft.parameters.recycling_years)
    )
    draft.add(scrap.recycling, opened, "recycling_opens", RULE, (scrap.recycling_building,))
    draft.add(scrap.recycling_building, -opened, "recycling_opens", RULE)


def _melt(draft: Draft, state: StatePlace, chain: ChainPlace, scrap: ScrapPlace) -> None:
    """R46b: recycling plants melt collected scrap; the metal is sold like any other.

    ``recycled = min(capacity, scrap)``; 65 % of sales pay for collecting and melting, two thirds of
    that at home; the profit is taxed and stays with firms at home. What comes from scrap need not
    be dug: it counts as supply of the world.
    """
    row, p = draft.row, draft.parameters
    can = draft.yearly(row[scrap.recycling])
    melted = min(can, row[scrap.scrap])
    if 0 < can < row[scrap.scrap]:
        draft.capped(scrap.recycled, "recycling_full", RULE, (scrap.recycling, scrap.scrap))
    if not melted:
        return
    reads = (scrap.recycled, chain.mineral.price)
    draft.move(scrap.scrap, chain.mineral.abroad, melted, "scrap_melted", RULE, (scrap.recycling,))
    draft.put(scrap.recycled, melted, "scrap_melted", RULE, (scrap.recycling, scrap.collection))
    price = part(row[chain.mineral.price], chain.mineral.spec.refined_share)
    sales = dollars(melted, price)
    draft.move(draft.layout.world.outside, state.smelters, sales, "scrap_sold", MARKET, reads)
    draft.add(state.export_income, sales, "scrap_sold", MARKET, reads)
    cost = part(sales, p.recycling_cost)
    wages = cost // 3
    earn(draft, state, state.smelters, state.workers, wages, "scrap_wages", reads)
    earn(draft, state, state.smelters, state.suppliers, wages, "scrap_wages", reads)
    draft.move(
        state.smelters, draft.layout.world.outside, cost - 2 * wages, "scrap_inputs", MARKET, reads
    )
    tax = part(sales - cost, p.profit_tax)
    levy(draft, state, state.smelters, tax, "scrap_tax", reads)
    left = sales - cost - tax
    earn(draft, state, state.smelters, state.owners, left, "scrap_profit", reads)
    jobs = muldiv(muldiv(melted, 12, draft.months), p.recycling_jobs, MILLION)
    draft.add(state.job_count, jobs, "scrap_jobs", MARKET, (scrap.recycled,))


def recycled_supply(draft: Draft, mineral: MineralPlace, chains: list[ChainPlace]) -> int:
    """Return the metal from scrap that this turn's market need not dig, kg (R46b)."""
    return sum(draft.row[x.scrap.recycled] for x in chains if x.scrap is not None)


def recycled_share(draft: Draft, state: StatePlace) -> int:
    """R46c: return the part of the metal used at home that came from scrap, bp.

    Autonomy gains up to 10 points with it.
    """
    best = 0
    for chain in state.chains:
        if chain.scrap is not None:
            yearly = muldiv(draft.row[chain.scrap.recycled], 12, draft.months)
            best = max(best, clamp(ratio(yearly, chain.scrap.spec.home_use)))
    return best


def dump_loss(draft: Draft, state: StatePlace) -> int:
    """R46c: return what dumped scrap takes from the environment, bp.

    ``10 points x dumped / (dumped + ten years of use)``.
    """
    worst = 0
    for chain in state.chains:
        scrap = chain.scrap
        if scrap is not None:
            dumped = draft.row[scrap.dumped]
            worst = max(worst, ratio(dumped, dumped + 10 * scrap.spec.home_use))
    return part(draft.parameters.dump_weight, min(BP, worst))
