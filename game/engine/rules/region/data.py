"""R53: a common data base on the ground (S50). Each shares at its own cost, all gain."""

from game.engine.draft import RULE, Draft
from game.engine.figures.region import RegionPlace
from game.engine.numbers import muldiv, part, ratio
from game.engine.rules.levers import MILLION, Lever, steps
from game.engine.rules.region.members import member_lever
from game.engine.rules.state.payments import spend

LEVERS: tuple[Lever, ...] = (
    member_lever("share_data", 1, "shares_data", steps(0, 1), lambda region: region.spec.data >= 0),
)


def resolve(draft: Draft, region: RegionPlace) -> None:
    """R53: quality closes a quarter of its gap a year to the share of members that share data."""
    row, p = draft.row, draft.parameters
    sharing = [x for x in region.members if row[x.shares_data]]
    for member in sharing:
        state = draft.state(member.state)
        cost = draft.yearly(p.data_cost * MILLION)
        spend(draft, state, state.workers, cost, "data_paid", (member.shares_data,))
    goal = ratio(len(sharing), len(region.members))
    step = muldiv(goal - row[region.data_quality], 1, p.data_years)
    reads = tuple(x.shares_data for x in region.members)
    draft.add(region.data_quality, draft.yearly(step), "data_quality", RULE, reads)
    if draft.layout.has_sites:
        _narrow(draft, region)


def _narrow(draft: Draft, region: RegionPlace) -> None:
    """R53b: good common data narrow the doubt about every member's ore, whoever shared them.

    ``found a year = 20 % x quality`` of the doubt, as a survey of the same reach would find.
    """
    row = draft.row
    found = draft.yearly(part(draft.parameters.data_narrows, row[region.data_quality]))
    for member in region.members:
        for chain in draft.state(member.state).chains:
            for item in chain.fields:
                survey = item.survey
                if survey is not None and row[survey.doubt]:
                    gap = row[item.reserves] - row[survey.estimate]
                    reads = (region.data_quality, survey.doubt)
                    draft.add(survey.estimate, part(gap, found), "data_narrows", RULE, reads)
                    less = -part(row[survey.doubt], found)
                    draft.add(survey.doubt, less, "data_narrows", RULE, reads)
