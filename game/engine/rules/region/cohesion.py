"""R57: one voice. Meetings raise it, side deals lower it, policies that part ways wear it down."""

from game.engine.draft import RULE, Draft
from game.engine.figures.region import RegionPlace
from game.engine.numbers import BP, muldiv


def resolve(draft: Draft, region: RegionPlace) -> None:
    """R57: cohesion closes a sixth of its gap a year to the mean of its start and of likeness.

    Likeness is 1 less the widest difference in closed ports among members that dig the same ore.
    """
    alike = _likeness(draft, region)
    goal = (region.spec.cohesion + (region.spec.cohesion if alike < 0 else alike)) // 2
    step = muldiv(goal - draft.before[region.cohesion], 1, draft.parameters.cohesion_years)
    chains = [chain for x in region.members for chain in draft.state(x.state).chains]
    reads = tuple(chain.closed for chain in chains)
    draft.add(region.cohesion, draft.yearly(step), "cohesion", RULE, reads)


def _likeness(draft: Draft, region: RegionPlace) -> int:
    """Return how alike the policies are, bp; -1 when no two members dig the same ore."""
    closed: dict[str, list[int]] = {}
    for member in region.members:
        for chain in draft.state(member.state).chains:
            if chain.fields:
                closed.setdefault(chain.mineral.spec.id, []).append(draft.row[chain.closed])
    spreads = [max(x) - min(x) for x in closed.values() if len(x) > 1]
    return BP - max(spreads) if spreads else -1
