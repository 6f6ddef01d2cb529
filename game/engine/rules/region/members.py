"""What levers of a region ask of a world: is there one, and is this state a member?"""

from collections.abc import Callable

from game.engine.draft import Draft
from game.engine.figures.region import MemberPlace, RegionPlace
from game.engine.figures.variables import StatePlace
from game.engine.orders import Order
from game.engine.rules.levers import Grid, Lever, no_money, remember_change
from game.engine.world import World

Asks = Callable[[RegionPlace], bool]


def region_in(world: World) -> RegionPlace | None:
    """Return the region of a world's level, None when it has none."""
    return world.layout.region


def member_of(world: World, state: StatePlace) -> MemberPlace | None:
    """Return a state's place in the region, None when it is no member of one."""
    region = world.layout.region
    return region.member(state.spec.id) if region is not None else None


def targets_if(asks: Asks) -> Callable[[World, StatePlace], tuple[str, ...]]:
    """Return the whole state as target for members of a region that has what is asked for."""

    def targets(world: World, state: StatePlace) -> tuple[str, ...]:
        region = world.layout.region
        if region is None or region.member(state.spec.id) is None or not asks(region):
            return ()
        return ("",)

    return targets


def member_lever(
    lever_id: str, cost: int, figure: str, grid: Grid, asks: Asks, budget: bool = False
) -> Lever:
    """Return a lever that sets one figure of a member and holds it there.

    Args:
        lever_id: Id of the lever, and of the rule in the ledger.
        cost: Points of political capital for a change.
        figure: Name of the member's figure.
        grid: The settings on offer.
        asks: Whether the region has what the lever is for.
        budget: Whether the setting is US$ a year, reserved when the sheet is locked.
    """

    def now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
        member = member_of(world, state)
        assert member is not None
        return (world.values[getattr(member, figure)],)

    def apply(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
        assert draft.region is not None
        member = draft.region.member(state.spec.id)
        slot = getattr(member, figure)
        remember_change(draft, state, order, (draft.row[slot],))
        draft.put(slot, order.setting[0], "policy", cause)

    def money(world: World, state: StatePlace, order: Order) -> int:
        extra = max(0, order.setting[0] - now(world, state, order.target)[0])
        return extra * world.level.months // 12

    return Lever(
        id=lever_id,
        area="region",
        cost=cost,
        targets=targets_if(asks),
        grid=lambda world, state, target: grid,
        now=now,
        apply=apply,
        money=money if budget else no_money,
    )
