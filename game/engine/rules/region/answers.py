"""R59: limits on trade spread and provoke others; people at home judge partners (S59, S61)."""

from game.engine.draft import RULE, Draft
from game.engine.figures.region import BondPlace, MemberPlace, RegionPlace
from game.engine.figures.variables import StatePlace
from game.engine.numbers import clamp, muldiv, part, ratio
from game.engine.rules.region.effects import region_of


def resolve(draft: Draft, region: RegionPlace) -> None:
    """Count limits, let partners answer new ones, collect their tariffs, let opinion follow."""
    if region.spec.restrictions >= 0:
        new = {x.state: _newly_closed(draft, draft.state(x.state)) for x in region.members}
        _spread(draft, region, new)
        for member in region.members:
            for index, bond in enumerate(member.bonds):
                if new[member.state]:
                    _answer(draft, member, bond, index, new[member.state])
                _tariff(draft, member, bond, index)
    if region.spec.opinions:
        for member in region.members:
            for index, bond in enumerate(member.bonds):
                _opinion(draft, member, bond, index)


def _newly_closed(draft: Draft, state: StatePlace) -> int:
    """Return the largest newly closed share of ore among a state's minerals, a new cut included."""
    row = draft.row
    closed = [max(0, row[x.closed] - draft.before[x.closed]) for x in state.chains]
    region = region_of(draft)
    if row[region.cut] > draft.before[region.cut]:
        closed += [row[region.cut] for x in region.members if x.state == state.spec.id and x.chain]
    return max(closed, default=0)


def _spread(draft: Draft, region: RegionPlace, new: dict[str, int]) -> None:
    """R59a: limits grow by 4 points a year, and by a tenth of each newly closed port."""
    growth = draft.yearly(draft.parameters.restriction_growth)
    reads = tuple(chain.closed for x in region.members for chain in draft.state(x.state).chains)
    draft.add(region.restrictions, growth + sum(new.values()) // 10, "limits_spread", RULE, reads)


def _answer(draft: Draft, member: MemberPlace, bond: BondPlace, index: int, closed: int) -> None:
    """R59a: ``chance = 25 % x newly closed x (1/2 + world limits) x (1/2 + buyer's share)``."""
    row, p = draft.row, draft.parameters
    region = region_of(draft)
    state = draft.state(member.state)
    whole = sum(draft.before[tie.bought] for tie in state.ties)
    share = ratio(draft.before[state.ties[index].bought], whole)
    if not share:
        return
    chance = part(part(p.retaliation_chance, closed), 5_000 + row[region.restrictions])
    # An answer follows a deed, not the calendar: the chance is for the deed, whatever a turn is.
    yearly = muldiv(part(chance, 5_000 + share), 12, draft.months)
    if not draft.chance("retaliation", f"{member.state}.{bond.partner}", clamp(yearly, 0, 120_000)):
        return
    cause = f"partner:{bond.partner}"
    until = draft.turn + max(1, p.retaliation_years * 12 // draft.months)
    draft.put(bond.answer_until, until, "retaliation", cause, (region.restrictions,))
    draft.remember(member.state, bond.partner, "retaliated", -200, cause)
    if region.spec.opinions:
        draft.add(bond.opinion, -p.opinion_deed, "retaliation", cause, (bond.answer_until,))


def _tariff(draft: Draft, member: MemberPlace, bond: BondPlace, index: int) -> None:
    """R59a: while an answer lasts, a tenth of what the partner buys is lost to its tariff."""
    row = draft.row
    if row[bond.answer_until] <= draft.turn:
        return
    state = draft.state(member.state)
    tie = state.ties[index]
    lost = part(row[tie.bought], draft.parameters.retaliation_tariff)
    reads = (bond.answer_until, tie.bought)
    cause = f"partner:{bond.partner}"
    draft.move(state.owners, draft.layout.world.outside, lost, "tariff", cause, reads)
    draft.add(state.home_income, -lost, "tariff", cause, reads)


def _opinion(draft: Draft, member: MemberPlace, bond: BondPlace, index: int) -> None:
    """R59b: deeds move opinion by 3 points: plants begun up, accidents in its plants down.

    It returns to where it started over about eight years. Dislike cools relations, and liking
    warms them: standing moves by 4 % of (opinion - 50) a year.
    """
    row, p = draft.row, draft.parameters
    state = draft.state(member.state)
    begun = any(
        plant.owner == bond.partner
        and plant.state == member.state
        and plant.cost
        and plant.opens == draft.turn + max(1, p.build_months // draft.months)
        for plant in draft.plants
    )
    hurt = [x.spec.id for x in state.provinces if row[x.accident]]
    blamed = any(
        plant.owner == bond.partner and plant.state == member.state and plant.province in hurt
        for plant in draft.plants
        if hurt
    )
    cause = f"partner:{bond.partner}"
    reads = tuple(x.accident for x in state.provinces)
    draft.add(bond.opinion, p.opinion_deed * (begun - 2 * blamed), "opinion", cause, reads)
    start = _start(draft, member.state, bond.partner)
    step = muldiv(start - row[bond.opinion], 1, p.opinion_years)
    draft.add(bond.opinion, draft.yearly(step), "opinion", RULE)
    pull = part(p.opinion_pull, row[bond.opinion] - 5_000)
    tie = state.ties[index]
    draft.add(tie.standing, draft.yearly(pull), "opinion_pulls", RULE, (bond.opinion,))


def _start(draft: Draft, state: str, partner: str) -> int:
    opinions = region_of(draft).spec.opinions
    return next((value for a, b, value in opinions if (a, b) == (state, partner)), 5_000)
