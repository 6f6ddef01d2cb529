"""The levers of a region, and what it does in a turn."""

from game.engine.draft import Draft
from game.engine.rules.region import (
    answers,
    cartel,
    clubs,
    cohesion,
    data,
    deals,
    fund,
    label,
    meetings,
    roles,
    window,
)

LEVERS = (
    *cartel.LEVERS,
    *label.LEVERS,
    *roles.LEVERS,
    *data.LEVERS,
    *meetings.LEVERS,
    *fund.LEVERS,
    *window.LEVERS,
    *clubs.LEVERS,
    *deals.LEVERS,
)
NOT_THERE: dict[str, str] = {**meetings.NOT_THERE, **deals.NOT_THERE}
"""What a target that is not there means, for levers whose targets come and go."""


def begin_turn(draft: Draft) -> None:
    """Look at deals between states before anything is dug or sold."""
    if draft.pacts:
        deals.begin_turn(draft)


def resolve(draft: Draft) -> None:
    """Let every institution of the region act, after trade, money and society."""
    region = draft.region
    if region is None:
        return
    if region.spec.roles:
        roles.resolve(draft, region)
    if region.spec.label is not None:
        label.resolve(draft, region)
    if region.spec.data >= 0:
        data.resolve(draft, region)
    if region.spec.fund:
        fund.resolve(draft, region)
    window.resolve(draft, region)
    deals.resolve(draft, region)
    clubs.resolve(draft, region)
    if region.spec.cartel:
        cartel.resolve(draft, region)
    answers.resolve(draft, region)
    meetings.resolve(draft, region)
    cohesion.resolve(draft, region)
