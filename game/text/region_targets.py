"""What a lever of the region is pulled on, in words: a proposal, a neighbour's deal."""

from typing import TYPE_CHECKING

from game.engine.definitions.region import DEAL_KINDS
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
    if first in DEAL_KINDS and len(rest) == 5:
        return pact_text(words, target)
    return ""


def pact_text(words: "Words", pact_id: str) -> str:
    """Return a deal with its sides and terms: "Loan to a neighbour, A – B: US$ 50 m, 3 years"."""
    kind, maker, other, size, years, _ = pact_id.split(".")
    sides = " – ".join(words.names.name("state", x) for x in (maker, other))
    terms = words.setting("propose_deal", (int(size), int(years)))
    deal = words.say(DEALS[kind])
    return words.say(mark("{deal}, {sides}: {terms}"), deal=deal, sides=sides, terms=terms)


def _deal(words: "Words", neighbour: str, kind: str, mineral: str) -> str:
    deal = words.say(DEALS[kind])
    if mineral and len(words.level.minerals) > 1:
        deal = f"{deal}, {words.names.name('mineral', mineral)}"
    name = words.names.name("state", neighbour)
    return words.say(mark("{state}: {deal}"), state=name, deal=deal)


_ABOUT_STATES = ("cartel_caught", "greenwash", "award", "initiative_funds")
_ABOUT_OWN = ("club_opens", "club_closes")


def region_news(words: "Words", seat: str, rule: str, thing: str) -> str:
    """Return the headline of what happened among states; empty for anything else.

    Deals between two others, and how friends judge another state, are no news for a seat.
    """
    title = words.rule(rule).title
    if rule in ("card_adopted", "card_dropped"):
        return words.say(mark("{what}: {about}"), what=title, about=words.names.name("card", thing))
    if rule == "meeting":
        return title
    if rule in _ABOUT_STATES or (rule in _ABOUT_OWN and thing == seat):
        return words.say(
            mark("{what}: {about}"), what=title, about=words.names.name("state", thing)
        )
    if rule.startswith("deal_") and seat in thing.split(".")[1:3]:
        return words.say(mark("{what}: {about}"), what=title, about=pact_text(words, thing))
    return ""
