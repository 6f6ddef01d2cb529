"""R50: producers agree to cut output, and each is tempted to cheat (S33).

Each round a member may pledge a cut. The cut that all can live with, the lowest pledge of at least
two, holds from the next turn. Who keeps it digs less; whether one keeps it is its own secret until
somebody counts its ships.
"""

from game.engine import problems
from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.region import MemberPlace, RegionPlace
from game.engine.figures.variables import StatePlace
from game.engine.numbers import dollars, muldiv, part, ratio, split
from game.engine.orders import Order
from game.engine.rules.levers import Grid, Lever, remember_change, steps
from game.engine.rules.region.effects import region_of
from game.engine.rules.region.members import member_of, region_in
from game.engine.rules.state.payments import levy, spend
from game.engine.world import World

_PLEDGES: Grid = steps(0, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000)
KEEP, CHEAT = 0, 1


def _producers(world: World, state: StatePlace) -> tuple[str, ...]:
    region = region_in(world)
    member = member_of(world, state)
    has_ore = member is not None and member.chain is not None
    return (region.spec.cartel,) if region is not None and has_ore else ()


def _pledge_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    member = member_of(world, state)
    return (world.values[member.pledge] if member else 0,)


def _pledge(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """A pledge that is lowered while it holds costs belief, as a ban that is eased does."""
    region = region_of(draft)
    member = region.member(state.spec.id)
    assert member is not None
    before, after = draft.row[member.pledge], order.setting[0]
    remember_change(draft, state, order, (before,))
    draft.put(member.pledge, after, "cartel_pledge", cause)
    if after < before and draft.row[region.cut]:
        lost = part(draft.parameters.credibility_relax_cost, before - after)
        draft.add(state.credibility, -lost, "credibility", cause, (member.pledge,))


def _keeping_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    member = member_of(world, state)
    return (world.values[member.cheats] if member else KEEP,)


def _keep(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    member = region_of(draft).member(state.spec.id)
    assert member is not None
    remember_change(draft, state, order, (draft.row[member.cheats],))
    draft.put(member.cheats, order.setting[0], "cartel_output", cause)


def _check_keep(world: World, state: StatePlace, order: Order) -> str:
    member = member_of(world, state)
    return "" if member and world.values[member.pledge] else problems.NOT_A_MEMBER


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="cartel_pledge",
        area="region",
        cost=1,
        targets=_producers,
        grid=lambda world, state, target: _PLEDGES,
        now=_pledge_now,
        apply=_pledge,
    ),
    Lever(
        id="cartel_output",
        area="region",
        cost=1,
        targets=_producers,
        grid=lambda world, state, target: steps(KEEP, CHEAT),
        now=_keeping_now,
        apply=_keep,
        check=_check_keep,
    ),
)


def resolve(draft: Draft, region: RegionPlace) -> None:
    """R50: the cut of the next turn is the lowest pledge of at least two members."""
    row = draft.row
    members = [x for x in region.members if x.chain is not None and row[x.pledge]]
    if row[region.cut]:
        _count(draft, region, members)
        for member in members:
            _detect(draft, region, member, members)
            _answer_abroad(draft, region, member)
    pledges = [row[x.pledge] for x in members]
    cut = min(pledges) if len(pledges) > 1 else 0
    draft.put(region.cut, cut, "cartel_cut", RULE, tuple(x.pledge for x in members))


def _count(draft: Draft, region: RegionPlace, members: list[MemberPlace]) -> None:
    """R50a: what the members sell of the world's supply, and how much of the cut was kept."""
    row = draft.row
    sold = kept = demand = 0
    for member in members:
        chain = member.chain
        assert chain is not None
        demand = row[chain.mineral.demand]
        capacity = sum(row[item.capacity] for item in chain.fields)
        sold += capacity
        kept += 0 if row[member.cheats] else capacity
        if row[member.cheats]:
            row_excess = part(row[chain.mined], row[region.cut])
            draft.put(member.excess, row_excess, "cartel_excess", RULE, (chain.mined,))
    yearly = muldiv(demand, 12, draft.months)
    draft.put(region.joint_share, ratio(sold, yearly), "cartel_share", MARKET)
    draft.put(region.compliance, ratio(kept, sold), "cartel_kept", MARKET)


def _detect(
    draft: Draft, region: RegionPlace, member: MemberPlace, members: list[MemberPlace]
) -> None:
    """R50b: ``chance a year = 30 % x (1 + quality of shared data)``; who is caught pays a fine.

    The fine is half the worth of what was dug beyond the quota, shared by the others who kept it.
    """
    row, p = draft.row, draft.parameters
    chain = member.chain
    if not row[member.cheats] or chain is None:
        return
    chance = p.cartel_detection + part(p.cartel_detection, row[region.data_quality])
    if not draft.chance("cartel", member.state, chance):
        return
    state = draft.state(member.state)
    reads = (member.excess, region.data_quality)
    draft.put(member.caught, draft.turn + 1, "cartel_caught", RULE, reads)
    draft.note("cartel_caught", RULE, member.state, reads)
    draft.add(region.cohesion, -2 * p.side_deal_cost, "cartel_caught", RULE, (member.caught,))
    gain = dollars(row[member.excess], row[chain.export_price])
    fine = min(part(gain, p.cartel_fine), max(0, row[state.treasury]))
    loyal = [x for x in members if x is not member and not row[x.cheats]]
    if not loyal:
        return
    spend(draft, state, draft.layout.world.outside, fine, "cartel_fine", (member.caught,))
    shares = split(fine, [1] * len(loyal), [x.state for x in loyal])
    for other, share in zip(loyal, shares, strict=True):
        source = draft.layout.world.outside
        levy(draft, draft.state(other.state), source, share, "cartel_fine", (member.caught,))


def _answer_abroad(draft: Draft, region: RegionPlace, member: MemberPlace) -> None:
    """R50c: buyers resent a cartel: ``lost a year = 40 points x cut x their share of buying``."""
    chain = member.chain
    assert chain is not None
    cost = draft.yearly(part(draft.parameters.cartel_standing, draft.row[region.cut]))
    for index, partner in enumerate(draft.level.partners):
        buying = (chain.mineral.ore_buying[index] + chain.mineral.metal_buying[index]) // 2
        lost = part(cost, buying)
        if lost:
            draft.remember(member.state, partner.id, "cartel", -lost, f"partner:{partner.id}")
