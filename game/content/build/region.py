"""Building a region: members, institutions and deals; agenda cards once figures have slots."""

from __future__ import annotations

from dataclasses import replace

from game.content.models.region import AUDITS, LabelModel, RegionModel, WindowModel
from game.content.numbers.figure_units import in_unit_of
from game.engine.definitions.region import (
    DEAL_KINDS,
    Card,
    Club,
    Initiative,
    Label,
    Region,
    Role,
    Window,
)
from game.engine.layout.layout import Layout


def build_region(given: RegionModel, steps: int) -> Region:
    """The engine's region, dates in steps; its cards have no values yet: those need the layout."""
    club, initiative = given.club, given.initiative
    return Region(
        members=tuple(sorted(given.members)),
        cohesion=given.cohesion.value,
        meets_first=(given.meetings.first - 1) * steps if given.meetings else -1,
        meets_every=given.meetings.every * steps if given.meetings else 0,
        cards=tuple(Card(key, card.figure, 0) for key, card in sorted(given.agenda.items())),
        cartel=given.cartel,
        label=_label(given.label) if given.label else None,
        roles=tuple(
            Role(key, tuple((state, fit.value) for state, fit in sorted(role.fit.items())))
            for key, role in sorted(given.roles.items())
        ),
        data=given.data.value if given.data else -1,
        fund=given.fund,
        award=given.award,
        window=_window(given.window) if given.window else None,
        initiative=Initiative(
            initiative.partner,
            initiative.chance.value,
            initiative.grows.value,
            initiative.grant.value,
        )
        if initiative
        else None,
        club=Club(tuple(sorted(club.partners)), club.floor.value, club.appraisal.value * steps)
        if club
        else None,
        restrictions=given.restrictions.value if given.restrictions else -1,
        opinions=tuple(
            (state, partner, opinion.value)
            for state, partners in sorted(given.opinions.items())
            for partner, opinion in sorted(partners.items())
        ),
        deals=tuple(kind for kind in DEAL_KINDS if kind in given.deals),
    )


def _label(given: LabelModel) -> Label:
    return Label(given.strictness.value, AUDITS[given.audit], given.trust.value, given.equal)


def _window(given: WindowModel) -> Window:
    return Window(
        tuple(sorted(given.lenders)),
        given.pool.value,
        given.autonomy_floor.value,
        given.share_most.value,
        given.years,
    )


def with_cards(given: RegionModel | None, region: Region | None, layout: Layout) -> Region | None:
    """The region with the value that each card sets, in the unit of its figure."""
    if given is None or region is None:
        return None
    cards = tuple(
        replace(card, value=in_unit_of(card.figure, given.agenda[card.id].value.amount, layout))
        for card in region.cards
    )
    return replace(region, cards=cards)
