"""The rules: one area a file, and the order of a turn.

dated events -> policy -> deals -> ground and openings -> production -> markets -> public finance ->
investment -> environment and society -> diplomacy -> region -> conditional events -> closing.
"""

from game.engine.draft import Draft
from game.engine.rules import (
    care,
    closing,
    deals,
    diplomacy,
    events,
    far,
    finance,
    firms,
    ground,
    holders,
    investment,
    licences,
    markets,
    openings,
    policy,
    production,
    recycling,
    residues,
    risk,
    society,
    surveys,
)
from game.engine.rules.levers import Lever
from game.engine.rules.region import area as region

LEVERS: dict[str, Lever] = {
    lever.id: lever
    for area in (
        *(policy, investment, ground, society, deals, diplomacy, finance),
        *(holders, residues, licences, care, firms, recycling, far, surveys),
        region,
    )
    for lever in area.LEVERS
}
"""Every lever of the game by id, in the order in which areas act."""


def _sites_first(draft: Draft) -> None:
    """Let rules act that decide what sites, firms and partners are before anything is dug."""
    far.resolve(draft)
    holders.resolve(draft)
    licences.resolve(draft)
    risk.resolve(draft)


def _sites_after(draft: Draft) -> None:
    """Let rules act that follow what was dug, made and emitted."""
    firms.resolve(draft)
    residues.resolve(draft)
    far.watch_pledges(draft)
    surveys.follow_digging(draft)


def run_areas(draft: Draft, absent: frozenset[str], spent: dict[str, int]) -> None:
    """Let every rule area act, after the sheets' orders have been carried out."""
    policy.resolve(draft)
    region.begin_turn(draft)
    deals.resolve(draft)
    ground.resolve(draft)
    has_sites = draft.layout.has_sites
    if has_sites:
        _sites_first(draft)
    openings.resolve(draft)
    if has_sites:
        recycling.resolve(draft)
    production.resolve(draft)
    markets.resolve(draft)
    finance.resolve(draft)
    investment.resolve(draft)
    society.resolve(draft)
    if has_sites:
        _sites_after(draft)
    diplomacy.resolve(draft)
    region.resolve(draft)
    events.answers(draft)
    deals.make_offers(draft)
    closing.resolve(draft, absent, spent)
