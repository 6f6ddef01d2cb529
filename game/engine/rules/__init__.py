"""The rules: one area a file, and the order of a turn.

dated events -> policy -> deals -> ground and openings -> know-how and inputs -> production ->
markets -> public finance -> investment and learning -> environment and society -> diplomacy ->
region -> conditional events -> closing.
"""

from game.engine.draft import Draft
from game.engine.rules import closing, events
from game.engine.rules.levers import Lever
from game.engine.rules.mines import ground, holders, licences, openings, production, surveys
from game.engine.rules.partners import deals, diplomacy, far, reopening, risk, treaties
from game.engine.rules.people import care, residues, society
from game.engine.rules.plants import (
    families,
    firms,
    inputs,
    investment,
    know_how,
    products,
    recycling,
)
from game.engine.rules.region import area as region
from game.engine.rules.state import finance, policy, savings
from game.engine.rules.trade import markets, outlets

AREAS = (
    *(policy, outlets, investment, know_how, inputs, ground, society),
    *(deals, reopening, families, diplomacy, treaties, products, finance, savings),
    *(holders, residues, licences, care, firms, recycling, far, surveys),
    region,
)
LEVERS: dict[str, Lever] = {lever.id: lever for area in AREAS for lever in area.LEVERS}
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
    know_how.resolve(draft)
    inputs.resolve(draft)
    production.resolve(draft)
    markets.resolve(draft)
    finance.resolve(draft)
    investment.resolve(draft)
    know_how.learn(draft)
    families.settle_in(draft)
    society.resolve(draft)
    if has_sites:
        _sites_after(draft)
    diplomacy.resolve(draft)
    region.resolve(draft)
    events.answers(draft)
    deals.make_offers(draft)
    closing.resolve(draft, absent, spent)
