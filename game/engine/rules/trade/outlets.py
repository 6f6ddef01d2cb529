"""What metal fetches where one processor sets the price, and contracts that hold a floor (R37).

System S24.
"""

from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.processing import ControlPlace, OutletPlace
from game.engine.figures.variables import ChainPlace, MineralPlace, StatePlace
from game.engine.numbers import BP, clamp, dollars, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Grid, Lever, chain_of, remember_change, steps
from game.engine.rules.plants.clusters import running_cost
from game.engine.rules.state.payments import levy, spend
from game.engine.world import World

_FLOORS: Grid = steps(0, 6_000, 7_500, 9_000, 10_000, 11_000, 12_500, 15_000)


def _with_outlet(world: World, state: StatePlace, target: str = "") -> tuple[str, ...]:
    return tuple(chain.mineral.spec.id for chain in state.chains if chain.outlet)


def _floor_targets(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(
        f"{name}.{stage}" for name in _with_outlet(world, state) for stage in ("ore", "metal")
    )


def _outlet(state: StatePlace, target: str) -> OutletPlace:
    place = chain_of(state, target).outlet
    assert place is not None
    return place


def _floor_slot(state: StatePlace, target: str) -> int:
    place = _outlet(state, target)
    return place.floor_ore if target.endswith(".ore") else place.floor_metal


def _set_floor(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    slot = _floor_slot(state, order.target)
    remember_change(draft, state, order, (draft.row[slot],))
    draft.put(slot, order.setting[0], "price_floor", cause)


def _set_report(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    slot = _outlet(state, order.target).report
    remember_change(draft, state, order, (draft.row[slot],))
    draft.put(slot, order.setting[0], "policy", cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="price_floor",
        area="trade",
        cost=2,
        targets=_floor_targets,
        grid=lambda world, state, target: _FLOORS,
        now=lambda world, state, target: (world.values[_floor_slot(state, target)],),
        apply=_set_floor,
    ),
    Lever(
        id="price_report",
        area="trade",
        cost=1,
        targets=_with_outlet,
        grid=lambda world, state, target: steps(0, 1),
        now=lambda world, state, target: (world.values[_outlet(state, target).report],),
        apply=_set_report,
    ),
)


def sold_outside(draft: Draft, place: ControlPlace, chain: ChainPlace) -> int:
    """Return the share of a chain's metal sold outside the holder's market, bp.

    Seven tenths of what the holder's own plants make goes home to it (R4a).
    """
    feed = held = 0
    for group in draft.groups[chain.fed]:
        feed += group.feed
        if group.owner == place.spec.holder:
            held += group.feed
    return BP - part(7_000, ratio(held, feed))


def paid_outside(draft: Draft, mineral: MineralPlace, report: int = 0) -> int:
    """R37a: sellers outside are quoted off the price inside; buyers in fear add to be safe.

    ``paid = the larger of (outside - pull x (outside - inside)) and inside x (1 + urgency)``; the
    pull is one half, and three tenths of that with a price report of one's own.
    """
    row, p, place = draft.row, draft.parameters, mineral.control
    assert place is not None
    pull = part(p.reference_pull, BP - p.report_relief * report)
    inside, outside = row[mineral.price], row[place.price]
    quoted = outside - part(outside - inside, pull)
    return max(quoted, part(inside, BP + row[place.urgency]))


def metal_price(draft: Draft, chain: ChainPlace) -> int:
    """Return what a chain's metal fetches before its stage is looked at, US cents per tonne."""
    place, outlet = chain.mineral.control, chain.outlet
    if place is None or outlet is None:
        return draft.row[chain.mineral.price]
    outside = sold_outside(draft, place, chain)
    paid = paid_outside(draft, chain.mineral, draft.row[outlet.report])
    return part(paid, outside) + part(draft.row[chain.mineral.price], BP - outside)


def expected_metal(draft: Draft, chain: ChainPlace) -> int:
    """Return the price of metal that a new plant counts on, US cents per tonne (R16).

    A contract for difference replaces what the market is expected to pay.
    """
    outlet = chain.outlet
    if outlet is None:
        return draft.row[chain.mineral.expected_price]
    if draft.row[outlet.floor_metal]:
        return _strike(draft, chain, outlet.floor_metal)
    return draft.row[outlet.expected]


def _strike(draft: Draft, chain: ChainPlace, floor: int) -> int:
    return part(chain.mineral.spec.price[0], draft.row[floor])


def see_price(draft: Draft, chain: ChainPlace) -> int:
    """Note the turn's price of metal and let expectation follow it (R16); return the price."""
    outlet = chain.outlet
    if outlet is None:
        return draft.row[chain.mineral.price]
    price = metal_price(draft, chain)
    control = chain.mineral.control
    assert control is not None
    reads = (chain.mineral.price, control.price, control.urgency, outlet.report)
    draft.put(outlet.metal_price, price, "metal_price", MARKET, reads)
    step = muldiv(price - draft.row[outlet.expected], 1, draft.parameters.expectation_years)
    draft.add(outlet.expected, draft.yearly(step), "expectation", MARKET, (outlet.metal_price,))
    return price


def share_working(draft: Draft, state: StatePlace, chain: ChainPlace, recovery: int) -> int:
    """R37c: plants that lose money on each tonne shut, all of them at a loss of half their cost.

    Looked at with last turn's prices; under a contract for difference the floor counts.
    """
    outlet = chain.outlet
    assert outlet is not None
    row, spec = draft.row, chain.mineral.spec
    price = metal_price(draft, chain)
    if row[outlet.floor_metal]:
        price = _strike(draft, chain, outlet.floor_metal)
    cost = running_cost(draft, state, chain)
    kept = part(part(price, spec.refined_share), recovery) - row[chain.home_price] - cost
    share = clamp(BP + 2 * ratio(kept, cost)) if kept >= 0 else clamp(BP - 2 * ratio(-kept, cost))
    draft.put(outlet.working, share, "plants_pay", MARKET, (chain.home_price, outlet.expected))
    return share


def settle_ore(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R37b: the mines' part of a contract for difference; return what they got, US$."""
    outlet = chain.outlet
    if outlet is None or not draft.row[outlet.floor_ore]:
        return 0
    strike = part(_strike(draft, chain, outlet.floor_ore), chain.mineral.spec.ore_share)
    gap = strike - draft.row[chain.export_price]
    return _settle(draft, state, outlet, state.owners, dollars(draft.row[chain.exports], gap))


def settle_metal(draft: Draft, state: StatePlace, chain: ChainPlace, price: int) -> int:
    """R37b: a contract for difference pays the gap to the floor and takes what lies above it.

    ``paid = (floor - price) x tonnes sold``, out of the treasury, or back into it when the price
    is higher. The floor is a share of the price on the first day.
    """
    outlet = chain.outlet
    if outlet is None or not draft.row[outlet.floor_metal]:
        return 0
    gap = _strike(draft, chain, outlet.floor_metal) - price
    gap = part(gap, chain.mineral.spec.refined_share)
    return _settle(draft, state, outlet, state.smelters, dollars(draft.row[chain.refined], gap))


def _settle(draft: Draft, state: StatePlace, outlet: OutletPlace, account: int, amount: int) -> int:
    reads = (outlet.metal_price, outlet.floor_metal, outlet.floor_ore)
    if amount > 0:
        spend(draft, state, account, amount, "floor_paid", reads, MARKET)
    else:
        levy(draft, state, account, -amount, "floor_surplus", reads)
    draft.add(outlet.floor_paid, amount, "floor_paid", MARKET, reads)
    return amount


def pay_reports(draft: Draft, state: StatePlace) -> None:
    """Pay for price reports: half of it to people at home."""
    for chain in state.chains:
        if chain.outlet is not None and draft.row[chain.outlet.report]:
            amount = draft.yearly(draft.parameters.report_cost * MILLION)
            reads = (chain.outlet.report,)
            spend(draft, state, state.workers, amount, "price_report", reads, RULE)
