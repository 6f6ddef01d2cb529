"""Treasury for bad years: a fund that saves windfalls, and metal in store (R61b, R61c; S44)."""

from game.engine import problems
from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import dollars, part
from game.engine.orders import Order
from game.engine.rules.levers import (
    MILLION,
    Lever,
    chain_of,
    remember_change,
    steps,
)
from game.engine.rules.state.payments import levy, spend
from game.engine.world import World

_DRAWS = (50, 100, 200, 300, 500, 800)


def save(draft: Draft, state: StatePlace) -> None:
    """R61b: put part of a windfall into the fund, which earns interest abroad.

    ``saved = share x what receipts exceed the budget's need by``; 3 % a year is paid to the
    treasury.
    """
    place = draft.layout.savings[state.spec.id]
    row, world = draft.row, draft.layout.world
    earned = part(row[place.fund], draft.yearly(draft.parameters.fund_interest))
    levy(draft, state, world.outside, earned, "fund_interest", (place.fund,))
    windfall = row[state.receipts] - draft.yearly(state.spec.budget_need)
    saved = min(part(max(0, windfall), row[place.saving]), max(0, row[state.treasury]))
    reads = (place.saving, state.receipts)
    draft.move(state.treasury, place.fund, saved, "windfall_saved", RULE, reads)


def fill_hole(draft: Draft, state: StatePlace) -> None:
    """R61b: a hole in the treasury is filled from the fund before anything is borrowed."""
    place = draft.layout.savings[state.spec.id]
    hole = min(-draft.row[state.treasury], draft.row[place.fund])
    draft.move(place.fund, state.treasury, hole, "fund_drawn", RULE, (state.spending,))


def store(draft: Draft, chain: ChainPlace) -> None:
    """R61c: metal is taken off the market into store, or put back on it.

    ``stored = share x metal made``, while the treasury has money; ``put back = share x stock``.
    """
    place, row = draft.layout.stores[chain.fed], draft.row
    state = draft.state(chain.state)
    abroad = chain.mineral.abroad
    share = row[place.storing]
    reads = (place.storing, chain.refined)
    if share > 0 and row[state.treasury] > 0:
        kilograms = part(row[chain.refined] - row[chain.component_output], share)
        draft.move(abroad, place.state_stock, kilograms, "metal_stored", RULE, reads)
        draft.put(place.stored, kilograms, "metal_stored", RULE, reads)
    elif share < 0:
        kilograms = part(row[place.state_stock], draft.yearly(-share))
        draft.move(place.state_stock, abroad, kilograms, "metal_unstored", RULE, reads)
        draft.put(place.unstored, kilograms, "metal_unstored", RULE, reads)


def withheld(draft: Draft, chains: list[ChainPlace]) -> int:
    """Return the metal that stores took off the market this turn, less what they gave, kg."""
    places = [draft.layout.stores[x.fed] for x in chains if x.fed in draft.layout.stores]
    return sum(draft.row[x.stored] - draft.row[x.unstored] for x in places)


def settle(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R61c: pay for metal that was stored, and take in what stored metal sold for."""
    place, row, world = draft.layout.stores[chain.fed], draft.row, draft.layout.world
    price = part(row[chain.mineral.price], chain.mineral.spec.refined_share)
    bought = dollars(row[place.stored], price)
    spend(draft, state, world.outside, bought, "metal_stored", (place.stored,))
    draft.add(state.export_income, -bought, "metal_stored", MARKET, (place.stored,))
    sold = dollars(row[place.unstored], price)
    levy(draft, state, world.outside, sold, "metal_unstored", (place.unstored,))
    draft.add(state.export_income, sold, "metal_unstored", MARKET, (place.unstored,))


def _fund_targets(world: World, state: StatePlace) -> tuple[str, ...]:
    return ("",) if state.spec.id in world.layout.savings else ()


def _saving(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    return (world.values[world.layout.savings[state.spec.id].saving],)


def _set_saving(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    place = draft.layout.savings[state.spec.id]
    remember_change(draft, state, order, (draft.row[place.saving],))
    draft.put(place.saving, order.setting[0], "policy", cause)


def _draw(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    place = draft.layout.savings[state.spec.id]
    amount = min(order.setting[0] * MILLION, draft.row[place.fund])
    draft.move(place.fund, state.treasury, amount, "fund_drawn", cause)


def _check_draw(world: World, state: StatePlace, order: Order) -> str:
    place = world.layout.savings.get(state.spec.id)
    held = world.values[place.fund] if place else 0
    return "" if held >= order.setting[0] * MILLION else problems.MONEY_SHORT


def _store_targets(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(c.mineral.spec.id for c in state.chains if c.fed in world.layout.stores)


def _storing(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    return (world.values[world.layout.stores[chain_of(state, target).fed].storing],)


def _set_storing(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    place = draft.layout.stores[chain_of(state, order.target).fed]
    remember_change(draft, state, order, (draft.row[place.storing],))
    draft.put(place.storing, order.setting[0], "policy", cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="save_windfall",
        area="treasury",
        cost=1,
        targets=_fund_targets,
        grid=lambda world, state, target: steps(0, 1_000, 2_000, 3_000, 5_000, 7_500),
        now=_saving,
        apply=_set_saving,
    ),
    Lever(
        id="draw_savings",
        area="treasury",
        cost=1,
        targets=_fund_targets,
        grid=lambda world, state, target: steps(*_DRAWS),
        now=lambda world, state, target: (0,),
        apply=_draw,
        check=_check_draw,
        policy=False,
        in_crisis=True,
    ),
    Lever(
        id="stockpile",
        area="treasury",
        cost=1,
        targets=_store_targets,
        grid=lambda world, state, target: steps(-10_000, -5_000, -2_500, 0, 500, 1_000, 2_000),
        now=_storing,
        apply=_set_storing,
    ),
)
