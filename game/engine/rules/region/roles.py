"""R52: members share out the parts of making electric cars (S32).

Each pair of parts that fit together is worth something, so the gain grows faster than the number
of members that keep to their part; two that want the same part share it.
"""

from game.engine.draft import RULE, Draft
from game.engine.figures.region import MemberPlace, RegionPlace
from game.engine.figures.variables import StatePlace
from game.engine.numbers import BP, part, ratio, split
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Grid, Lever, remember_change, steps
from game.engine.rules.region.effects import region_of
from game.engine.rules.region.members import member_of, targets_if
from game.engine.rules.state.payments import earn, spend
from game.engine.world import World


def _grid(world: World, state: StatePlace, target: str) -> Grid:
    region = world.layout.region
    assert region is not None
    return steps(*range(len(region.spec.roles) + 1))


def _now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    member = member_of(world, state)
    assert member is not None
    return (world.values[member.role],)


def _take(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    member = region_of(draft).member(state.spec.id)
    assert member is not None
    remember_change(draft, state, order, (draft.row[member.role],))
    draft.put(member.role, order.setting[0], "ev_role", cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="ev_role",
        area="region",
        cost=2,
        targets=targets_if(lambda region: bool(region.spec.roles)),
        grid=_grid,
        now=_now,
        apply=_take,
    ),
)


def resolve(draft: Draft, region: RegionPlace) -> None:
    """R52: each part that is kept costs money, and what parts earn grows with every further one.

    ``income of a part = 160 m a year x n (n - 1) / (k (k - 1)) x fit``, half of it without a lead
    body; n parts are kept of k there are. Keeping one costs the treasury 30 m a year.
    """
    row, p = draft.row, draft.parameters
    holders: dict[int, list[MemberPlace]] = {}
    for member in region.members:
        if row[member.role]:
            holders.setdefault(row[member.role], []).append(member)
    kept, parts = len(holders), len(region.spec.roles)
    network = ratio(kept * (kept - 1), parts * (parts - 1))
    lead = BP if row[region.lead_body] else p.role_without_lead
    whole = draft.yearly(part(part(p.role_gain * MILLION, network), lead))
    reads = (region.lead_body, *(x.role for x in region.members))
    for number in sorted(holders):
        role = region.spec.roles[number - 1]
        sharing = holders[number]
        shares = split(whole, [1] * len(sharing), [x.state for x in sharing])
        for member, share in zip(sharing, shares, strict=True):
            fit = dict(role.fit).get(member.state, 0)
            _pay(draft, member, part(share, fit), reads)


def _pay(draft: Draft, member: MemberPlace, income: int, reads: tuple[int, ...]) -> None:
    """Half of the income is wages, half goes to firms at home, and it is taxed as profit is."""
    p, outside = draft.parameters, draft.layout.world.outside
    state = draft.state(member.state)
    spend(draft, state, state.suppliers, draft.yearly(p.role_cost * MILLION), "role_paid", reads)
    draft.put(member.role_income, income, "role_income", RULE, reads)
    tax = part(income, p.profit_tax)
    levied = min(tax, income)
    earn(draft, state, outside, state.treasury, levied, "role_tax", reads, RULE)
    draft.add(state.receipts, levied, "role_tax", RULE, reads)
    draft.add(state.revenue, levied, "role_tax", RULE, reads)
    rest = income - levied
    earn(draft, state, outside, state.workers, rest // 2, "role_income", reads, RULE)
    earn(draft, state, outside, state.suppliers, rest - rest // 2, "role_income", reads, RULE)
