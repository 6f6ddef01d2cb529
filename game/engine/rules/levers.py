"""What a government can order: each lever's targets, published grid, price in attention, effect."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.engine.draft import Draft
from game.engine.figures.variables import ChainPlace, FieldPlace, ProvincePlace, StatePlace
from game.engine.orders import Order
from game.engine.world import Change, World

Grid = tuple[tuple[int, ...], ...]
Targets = Callable[[World, StatePlace], tuple[str, ...]]
Check = Callable[[World, StatePlace, Order], str]

MILLION: Final = 1_000_000


def no_money(world: World, state: StatePlace, order: Order) -> int:
    """Return the money that an order reserves: none."""
    return 0


def always(world: World, state: StatePlace, order: Order) -> str:
    """Return the code of what forbids an order: nothing."""
    return ""


@dataclass(frozen=True, slots=True)
class Lever:
    """One lever of government.

    Attributes:
        area: The tab it stands under: ``trade``, ``industry``, ``people``, ``partners`` or
            ``treasury``.
        targets: The targets it can be pulled on now.
        grid: Every setting it offers for a target, at most twelve steps a number.
        now: The setting in force, which is also its neutral option: leaving it is no decision.
        cost: Points of political capital for a change.
        apply: Carries it out in a draft.
        check: A problem code that forbids this order now, or an empty string.
        money: US$ reserved when the sheet is locked.
        policy: Whether it holds until changed; then a reversal within two turns costs one more.
        in_crisis: Whether it may cost money in a crisis.
    """

    id: str
    area: str
    cost: int
    targets: Targets
    grid: Callable[[World, StatePlace, str], Grid]
    now: Callable[[World, StatePlace, str], tuple[int, ...]]
    apply: Callable[[Draft, StatePlace, Order, str], None]
    check: Check = always
    money: Callable[[World, StatePlace, Order], int] = no_money
    policy: bool = True
    in_crisis: bool = False


def steps(*values: int) -> Grid:
    """Return a grid of single numbers."""
    return tuple((value,) for value in values)


def chain_of(state: StatePlace, target: str) -> ChainPlace:
    """Return the chain that a target ``mineral`` or ``mineral.stage`` names."""
    mineral = target.split(".", 1)[0]
    return next(chain for chain in state.chains if chain.mineral.spec.id == mineral)


def province_of(state: StatePlace, target: str) -> ProvincePlace:
    """Return the province that a target names."""
    return next(province for province in state.provinces if province.spec.id == target)


def field_of(state: StatePlace, target: str) -> tuple[ProvincePlace, FieldPlace]:
    """Return the field that a target names, with its province."""
    return next(
        (province, item)
        for province in state.provinces
        for item in province.fields
        if item.spec.id == target
    )


def whole_state(world: World, state: StatePlace) -> tuple[str, ...]:
    """Return the only target of a lever for the whole state."""
    return ("",)


def every_mineral(world: World, state: StatePlace) -> tuple[str, ...]:
    """Return the state's minerals as targets."""
    return tuple(chain.mineral.spec.id for chain in state.chains)


def every_ore(world: World, state: StatePlace) -> tuple[str, ...]:
    """Return the state's ores as targets."""
    return tuple(f"{chain.mineral.spec.id}.ore" for chain in state.chains)


def every_province(world: World, state: StatePlace) -> tuple[str, ...]:
    """Return the state's provinces as targets."""
    return tuple(province.spec.id for province in state.provinces)


def every_partner(world: World, state: StatePlace) -> tuple[str, ...]:
    """Return the partners as targets."""
    return tuple(tie.partner for tie in state.ties)


def _slot(state: StatePlace, target: str, scope: str, name: str) -> int:
    place: object = state
    if scope == "chain":
        place = chain_of(state, target)
    elif scope == "province":
        place = province_of(state, target)
    elif scope == "care":
        place = state.care
    slot = getattr(place, name)
    assert isinstance(slot, int)
    return slot


def _with_care(world: World, state: StatePlace) -> tuple[str, ...]:
    return ("",) if state.care is not None else ()


_SCOPES: dict[str, Targets] = {
    "state": whole_state,
    "care": _with_care,
    "chain": every_mineral,
    "ore": every_ore,
    "province": every_province,
}


def setting_lever(
    lever_id: str, area: str, cost: int, scope: str, figure: str, grid: Grid, budget: bool = False
) -> Lever:
    """Return a lever that sets one figure to a step of a grid and holds it there.

    Args:
        lever_id: Id of the lever.
        area: The tab it stands under.
        cost: Points of political capital for a change.
        scope: ``state``, ``care``, ``chain``, ``ore`` or ``province``.
        figure: The figure's name at that place.
        grid: The settings on offer.
        budget: Whether the setting is US$ a year, reserved when the sheet is locked.
    """
    kind = "chain" if scope == "ore" else scope

    def now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
        return (world.values[_slot(state, target, kind, figure)],)

    def apply(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
        slot = _slot(state, order.target, kind, figure)
        remember_change(draft, state, order, (draft.row[slot],))
        draft.put(slot, order.setting[0], "policy", cause)

    def money(world: World, state: StatePlace, order: Order) -> int:
        before = now(world, state, order.target)[0]
        extra = max(0, order.setting[0] - before)
        return extra * world.level.turn_months // 12

    return Lever(
        id=lever_id,
        area=area,
        cost=cost,
        targets=_SCOPES[scope],
        grid=lambda world, state, target: grid,
        now=now,
        apply=apply,
        money=money if budget else no_money,
    )


def remember_change(draft: Draft, state: StatePlace, order: Order, before: tuple[int, ...]) -> None:
    """Note that a policy was changed, so that a quick reversal costs more."""
    draft.changes.append(Change(state.spec.id, order.lever, order.target, draft.turn, before))
