"""Imported inputs: reagents and parts that a supplier can stop, and the search for others (R36).

System S22.
"""

from game.engine.draft import RULE, Draft
from game.engine.figures.processing import InputsPlace
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, muldiv, part
from game.engine.orders import Order
from game.engine.rules.levers import Lever, chain_of, remember_change, steps
from game.engine.world import World


def _importing(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(chain.mineral.spec.id for chain in state.chains if chain.inputs)


def _place(state: StatePlace, target: str) -> InputsPlace:
    place = chain_of(state, target).inputs
    assert place is not None
    return place


def _set_goal(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    slot = _place(state, order.target).goal
    remember_change(draft, state, order, (draft.row[slot],))
    draft.put(slot, order.setting[0], "policy", cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="input_sources",
        area="industry",
        cost=1,
        targets=_importing,
        grid=lambda world, state, target: steps(0, 2_500, 5_000, 7_500, 9_000),
        now=lambda world, state, target: (world.values[_place(state, target).goal],),
        apply=_set_goal,
    ),
)


def resolve(draft: Draft) -> None:
    """Find out how much of the work inputs allow, in every chain that must import them."""
    for _, chain in draft.layout.importers:
        assert chain.inputs is not None
        _search(draft, chain.inputs)
        _work(draft, chain.inputs)


def _search(draft: Draft, place: InputsPlace) -> None:
    """R36b: other suppliers are found at half of the way a year; they cost more (see below)."""
    row = draft.row
    way = row[place.goal] - row[place.replaced]
    step = draft.yearly(part(way, draft.parameters.inputs_pace))
    draft.add(place.replaced, step, "inputs_replaced", RULE, (place.goal,))


def _work(draft: Draft, place: InputsPlace) -> None:
    """R36a: when the supplier stops, mines and plants live on their stores for some months.

    ``work allowed = 1 - dependence x what is stopped``, and the stores fill the rest while they
    last. In calm a quarter of a month of stores is added each month.
    """
    row = draft.row
    bound = part(place.spec.dependence, BP - row[place.replaced])
    missing = part(bound, BP - row[place.supply])
    drawn = min(missing * draft.months, row[place.store])
    if drawn < missing * draft.months:
        draft.capped(place.store, "inputs_run_out", RULE, (place.supply,))
    room = place.spec.stock * BP - row[place.store]
    filled = 0 if missing else min(max(0, room), part(BP, 2_500) * draft.months)
    draft.add(place.store, filled - drawn, "inputs_stored", RULE, (place.supply,))
    working = BP - missing + drawn // draft.months
    reads = (place.supply, place.replaced, place.store)
    draft.put(place.working, working, "inputs_allow", RULE, reads)


def allowed(draft: Draft, chain: ChainPlace) -> int:
    """Return the share of usual work that inputs allow this turn, bp."""
    return draft.row[chain.inputs.working] if chain.inputs else BP


def extra_cost(draft: Draft, chain: ChainPlace) -> int:
    """R36b: inputs from elsewhere cost more: ``extra cost x share that was replaced``, bp."""
    place = chain.inputs
    if place is None:
        return 0
    replaced = part(place.spec.dependence, draft.row[place.replaced])
    return part(place.spec.extra_cost, replaced)


def dearer_inputs(draft: Draft, chain: ChainPlace, cost: int) -> int:
    """Return the part of a bill, US$, that goes abroad for dearer inputs."""
    extra = extra_cost(draft, chain)
    return muldiv(cost, extra, BP + extra) if extra else 0
