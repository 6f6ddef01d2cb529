"""R55: a trust fund for inspectors and teachers of weaker members, and an award (S52, S53)."""

from game.engine.draft import RULE, Draft
from game.engine.figures.region import RegionPlace
from game.engine.numbers import part, split
from game.engine.rules.levers import MILLION, Lever, steps
from game.engine.rules.plants.investors import standards_of
from game.engine.rules.region.effects import partner_of
from game.engine.rules.region.members import member_lever
from game.engine.rules.state.payments import spend

_CONTRIBUTIONS = steps(*(amount * MILLION for amount in (0, 1, 2, 5, 10, 20)))

LEVERS: tuple[Lever, ...] = (
    member_lever(
        "fund_contribution",
        1,
        "contribution",
        _CONTRIBUTIONS,
        lambda region: region.spec.fund,
        budget=True,
    ),
)


def resolve(draft: Draft, region: RegionPlace) -> None:
    """R55: half of the fund is paid each year to members whose inspection is below the mean.

    Shares follow how far each is below the mean. Grants pay people at home; they raise inspection
    and skills as a budget of the same size would.
    """
    row = draft.row
    for member in region.members:
        given = draft.yearly(row[member.contribution])
        state = draft.state(member.state)
        spend(draft, state, region.fund, given, "fund_paid_in", (member.contribution,))
    states = [draft.state(x.state) for x in region.members]
    mean = sum(row[x.enforcement] for x in states) // len(states)
    gaps = [max(0, mean - row[x.enforcement]) for x in states]
    budget = draft.yearly(part(row[region.fund], draft.parameters.fund_paid_out))
    grants = split(budget, gaps, [x.spec.id for x in states])
    for member, state, grant in zip(region.members, states, grants, strict=True):
        reads = (region.fund, state.enforcement)
        draft.move(region.fund, state.workers, grant, "fund_grant", RULE, reads)
        draft.put(member.grant, grant, "fund_grant", RULE, reads)


def award(draft: Draft, region: RegionPlace) -> None:
    """R55b: each meeting honours the best standards; careful partners notice what they can see.

    ``gain = 4 points with careful partners`` if carbon reports or the region's label show the
    standards, nothing otherwise. Nobody is honoured below standards of 20.
    """
    row, p = draft.row, draft.parameters
    ranked = sorted(
        (-standards_of(draft, draft.state(x.state)), x.state, index)
        for index, x in enumerate(region.members)
    )
    best, _, index = ranked[0]
    if -best < p.award_floor:
        return
    member = region.members[index]
    state = draft.state(member.state)
    reads = (state.enforcement, state.carbon_reporting, member.labelled)
    draft.add(member.awards, 1, "award", RULE, reads)
    draft.note("award", RULE, member.state, reads)
    if not (row[state.carbon_reporting] or row[member.labelled]):
        return
    for bond in member.bonds:
        if partner_of(draft, bond.partner).threshold:
            draft.remember(
                member.state, bond.partner, "award", p.award_standing, f"partner:{bond.partner}"
            )
