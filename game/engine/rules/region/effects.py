"""What other rule areas ask of a region; each answers plainly where a level has none.

A caller looks at ``draft.region`` first, so that a level without a region pays one comparison.
"""

from collections.abc import Iterable, Sequence

from game.engine.definitions.places import Partner
from game.engine.definitions.region import DATA, LOAN, PRICE_CLUB, RECOGNITION, SWAP
from game.engine.draft import Draft
from game.engine.figures.region import MemberPlace, RegionPlace
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.layout.layout import Layout
from game.engine.numbers import BP, clamp, part, ratio
from game.engine.pacts import Pact
from game.engine.rules.levers import MILLION

JOINED = 2
"""Setting of an initiative for those who joined, and of a club for its members."""


def region_of(draft: Draft) -> RegionPlace:
    """Return the region of a level that has one."""
    assert draft.region is not None
    return draft.region


def deals_of(draft: Draft, state: StatePlace, kind: str) -> tuple[Pact, ...]:
    """Return the deals of a kind that a state is a side of, in force."""
    return tuple(
        x for x in draft.pacts if x.kind == kind and x.in_force and state.spec.id in x.sides
    )


def output_allowed(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R50: return the share of output that a member of a cartel may dig, bp.

    ``1 - cut`` for a member that keeps the quota; all for one that cheats on it.
    """
    region = region_of(draft)
    member = region.member(state.spec.id)
    if member is None or member.chain is not chain or not draft.row[member.pledge]:
        return BP
    return BP if draft.row[member.cheats] else BP - draft.row[region.cut]


def stock_release(draft: Draft, mineral: str, usual: int) -> int:
    """R50: holders keep their stocks while a cartel cuts; they expect the cut to last."""
    region = region_of(draft)
    if region.spec.cartel == mineral and draft.row[region.cut]:
        return draft.parameters.cartel_stock_release
    return usual


def markdown_after(draft: Draft, state: StatePlace, chain: ChainPlace, markdown: int) -> int:
    """R57b: a price club takes from a buyer's markdown what its members sell of the world's ore.

    ``markdown x (1 - joint share of mine capacity among all states of the level)``.
    """
    clubs = [x for x in deals_of(draft, state, PRICE_CLUB) if x.mineral == chain.mineral.spec.id]
    if not clubs or not markdown:
        return markdown
    sides = {side for x in clubs for side in x.sides}
    joint = whole = 0
    for place, other in draft.layout.sellers[chain.mineral.spec.id]:
        capacity = sum(draft.row[item.capacity] for item in other.fields)
        whole += capacity
        joint += capacity if place.spec.id in sides else 0
    whole += sum(draft.row[rival.output] for rival in chain.mineral.rivals)
    return part(markdown, BP - clamp(ratio(joint, whole)))


def concentration_after(draft: Draft, state: StatePlace, chain: ChainPlace, hhi: int) -> int:
    """R57b: ore promised to a neighbour's traders is one more buyer: the others weigh less.

    ``HHI x (1 - s)^2 + s^2`` for a promised share s.
    """
    for deal in deals_of(draft, state, SWAP):
        if deal.mineral == chain.mineral.spec.id:
            rest = BP - deal.amount
            hhi = part(part(hhi, rest), rest) + part(deal.amount, deal.amount)
    return hhi


def labelled(draft: Draft, state: StatePlace) -> bool:
    """Whether a state carries the region's certificate."""
    member = region_of(draft).member(state.spec.id)
    return member is not None and bool(draft.row[member.labelled])


def audit_cost(draft: Draft, state: StatePlace, cost: int) -> int:
    """R51: a firmer audit costs half as much more a step; recognition between states halves it."""
    member = region_of(draft).member(state.spec.id)
    if member is not None and draft.row[member.labelled]:
        cost = cost * (2 + draft.row[region_of(draft).audit]) // 2
    return cost // 2 if deals_of(draft, state, RECOGNITION) else cost


def recognising(draft: Draft, chain: ChainPlace) -> int:
    """R51: return the share of metal buying that takes the region's label for good, bp.

    Careful partners whose threshold the label reaches; and, where the label of another partner is
    taken as equal, that partner too. Nobody, while too little of the members' metal carries it.
    """
    region, row = region_of(draft), draft.row
    if draft.before[region.coverage] < draft.parameters.coverage_needed:
        return 0
    label = region.spec.label
    equal = label.equal if label is not None and row[region.equal] else ""
    takes = 0
    for share, partner in zip(chain.mineral.metal_buying, draft.level.partners, strict=True):
        careful = 0 < partner.threshold <= row[region.strictness]
        takes += share if careful or partner.id == equal else 0
    return clamp(ratio(takes, sum(chain.mineral.metal_buying)))


def label_premium(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R51: ``5 % x recognised share x trust in the label x (1/2 + coverage / 2)``, bp of price.

    A standard of another family that was adopted meanwhile takes up to half of it (R58a).
    """
    region, row = region_of(draft), draft.row
    member = region.member(state.spec.id)
    if member is None or not row[member.labelled]:
        return 0
    premium = part(draft.parameters.regional_premium, recognising(draft, chain))
    premium = part(premium, row[region.label_trust])
    premium = part(premium, 5_000 + draft.before[region.coverage] // 2)
    return part(premium, BP - row[member.drift] // 2)


def club_premium(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R58b: friends pay 6 % more for labelled metal, on the part of the metal that they buy."""
    region = region_of(draft)
    member = region.member(state.spec.id)
    club = region.spec.club
    if club is None or member is None or draft.row[member.club] != JOINED:
        return 0
    buying = chain.mineral.metal_buying
    friends = sum(
        share
        for share, partner in zip(buying, draft.level.partners, strict=True)
        if partner.id in club.partners
    )
    return part(draft.parameters.club_premium, clamp(ratio(friends, sum(buying))))


def club_hurdle(draft: Draft, state: StatePlace, chain: ChainPlace, partner: str) -> int:
    """R58b: return the return that a friend forgoes in a member not locked to one owner, bp."""
    region = region_of(draft)
    member = region.member(state.spec.id)
    club = region.spec.club
    if club is None or member is None or partner not in club.partners:
        return 0
    free = draft.row[chain.owner_share] < 5_000
    return draft.parameters.club_hurdle if draft.row[member.club] == JOINED and free else 0


def better_chance(draft: Draft, state: StatePlace, chance: int) -> int:
    """R53: shared data make a find likelier for every member: ``chance x (1 + 0.6 x quality)``."""
    return part(chance, BP + part(draft.parameters.data_gain, data_quality(draft, state)))


def narrower(draft: Draft, state: StatePlace, share: int, middle: int) -> int:
    """R53: shared data draw what a find holds towards its mean, by half of their quality."""
    return share + part(middle - share, data_quality(draft, state) // 2)


def data_quality(draft: Draft, state: StatePlace) -> int:
    """Return how good the data are that a state can use, bp."""
    region = region_of(draft)
    quality = 0
    if region.spec.data >= 0 and region.member(state.spec.id) is not None:
        quality = draft.row[region.data_quality]
    return clamp(quality + 2_500 * len(deals_of(draft, state, DATA)))


def granted(draft: Draft, state: StatePlace) -> int:
    """R55: return what the trust fund paid last year for inspectors and teachers, US$ a year."""
    member = region_of(draft).member(state.spec.id)
    if member is None:
        return 0
    return draft.before[member.grant] * 12 // draft.months


def inspectors_paid(draft: Draft, state: StatePlace) -> int:
    """R55: return the part of a grant that pays inspectors, US$ a year."""
    grant = granted(draft, state)
    return grant - part(grant, draft.parameters.fund_skills)


def teachers_paid(draft: Draft, state: StatePlace) -> int:
    """R55: return the part of a grant that pays teachers, whole millions of US$ a year."""
    return part(granted(draft, state), draft.parameters.fund_skills) // MILLION


def reserve_scaled(draft: Draft, seat: str, reserve: int) -> int:
    """R57: one voice scales what a partner gives up: half at cohesion 0, half more at 100."""
    region = region_of(draft)
    if region.member(seat) is None:
        return reserve
    reach = part(draft.parameters.cohesion_reach, draft.row[region.cohesion] - 5_000)
    return part(reserve, BP + reach)


def step_offered(draft: Draft, seat: str) -> int:
    """R57: return by how many steps a first offer is better (or worse, below 0) for a member."""
    region = region_of(draft)
    if region.member(seat) is None:
        return 0
    cohesion = draft.row[region.cohesion]
    return 1 if cohesion >= 7_000 else -1 if cohesion < 3_000 else 0


def influence(draft: Draft, state: StatePlace) -> int:
    """R58a: return the autonomy that adopted standards cost, bp."""
    region = region_of(draft)
    member = region.member(state.spec.id)
    if region.spec.initiative is None or member is None:
        return 0
    return part(draft.parameters.initiative_hold, draft.row[member.drift])


def side_deal(draft: Draft, seat: str, cause: str) -> None:
    """R57: a promise of volume of one's own lowers the cohesion of the bloc."""
    region = region_of(draft)
    if region.member(seat) is not None:
        draft.add(region.cohesion, -draft.parameters.side_deal_cost, "side_deal", cause)


def sided_with(draft: Draft, state: StatePlace, partner: str, cause: str) -> None:
    """R59b: a deal with a partner whom people at home dislike costs trust.

    ``lost = 10 points x (1 - 2 x opinion)``; nothing above an opinion of one half.
    """
    member = region_of(draft).member(state.spec.id)
    if member is None:
        return
    bond = bond_of(member, partner)
    opinion = draft.row[bond]
    if opinion < 5_000:
        lost = part(draft.parameters.opinion_trust, 2 * (5_000 - opinion))
        draft.add(state.trust, -lost, "opinion_at_home", cause, (bond,))


def tied_debt(
    layout: Layout, values: Sequence[int], pacts: Iterable[Pact], state: StatePlace
) -> int:
    """Return the debt that is owed to neighbours and the window; only they can be repaid by it."""
    owed = sum(
        x.amount * MILLION
        for x in pacts
        if x.kind == LOAN and x.in_force and x.other == state.spec.id
    )
    member = layout.region.member(state.spec.id) if layout.region is not None else None
    return owed + (values[member.window_debt] if member is not None else 0)


def bond_of(member: MemberPlace, partner: str) -> int:
    """Return the slot of the opinion at home of a partner."""
    return next(x.opinion for x in member.bonds if x.partner == partner)


def partner_of(draft: Draft, partner: str) -> Partner:
    """Return a partner's definition."""
    return next(x for x in draft.level.partners if x.id == partner)
