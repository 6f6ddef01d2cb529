"""What a lever of the region is pulled on, in words: a proposal, a neighbour's deal."""

from typing import TYPE_CHECKING

from game.engine.region_definitions import DEAL_KINDS
from game.text.catalogue import mark
from game.text.region_words import DEALS

if TYPE_CHECKING:
    from game.text.describe import Words


def region_target(words: "Words", target: str) -> str:
    """Return a proposal's title, or a deal with its sides; empty for anything else."""
    region = words.level.region
    assert region is not None
    if any(card.id == target for card in region.cards):
        return words.names.name("card", target)
    first, *rest = target.split(".")
    if first in region.members and rest and rest[0] in DEAL_KINDS:
        return _deal(words, first, rest[0], rest[1] if len(rest) > 1 else "")
    if first in DEAL_KINDS and len(rest) == 3:
        sides = " – ".join(words.names.name("state", x) for x in rest[:2])
        return words.say(mark("{deal}: {sides}"), deal=words.say(DEALS[first]), sides=sides)
    return ""


def _deal(words: "Words", neighbour: str, kind: str, mineral: str) -> str:
    deal = words.say(DEALS[kind])
    if mineral and len(words.level.minerals) > 1:
        deal = f"{deal}, {words.names.name('mineral', mineral)}"
    name = words.names.name("state", neighbour)
    return words.say(mark("{state}: {deal}"), state=name, deal=deal)
