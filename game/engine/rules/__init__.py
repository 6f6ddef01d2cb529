"""The rules: one area a file, and the order of a turn.

dated events -> policy -> deals -> ground and openings -> production -> markets -> public finance ->
investment -> environment and society -> diplomacy -> conditional events -> closing.
"""

from game.engine.draft import Draft
from game.engine.rules import (
    closing,
    deals,
    diplomacy,
    events,
    finance,
    ground,
    investment,
    markets,
    openings,
    policy,
    production,
    society,
)
from game.engine.rules.levers import Lever

LEVERS: dict[str, Lever] = {
    lever.id: lever
    for area in (policy, investment, ground, society, deals, diplomacy, finance)
    for lever in area.LEVERS
}
"""Every lever of the game by id, in the order in which areas act."""


def run_areas(draft: Draft, absent: frozenset[str], spent: dict[str, int]) -> None:
    """Let every rule area act, after the sheets' orders have been carried out."""
    policy.resolve(draft)
    deals.resolve(draft)
    ground.resolve(draft)
    openings.resolve(draft)
    production.resolve(draft)
    markets.resolve(draft)
    finance.resolve(draft)
    investment.resolve(draft)
    society.resolve(draft)
    diplomacy.resolve(draft)
    events.answers(draft)
    deals.make_offers(draft)
    closing.resolve(draft, absent, spent)
