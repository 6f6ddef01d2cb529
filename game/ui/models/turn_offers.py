"""Offers on the table and the negotiation: terms, likely answer, what the partner remembers."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.definitions.happenings import OfferPlan
from game.engine.orders import Order
from game.engine.world import Offer
from game.match.match import Match
from game.text.catalogue import mark
from game.text.decisions import setting_text
from game.text.describe import Words
from game.text.offers import LEVER, OfferCard, answer, counter, offer_card, plan_of
from game.ui.models.turn_seen import TurnSeen

AGREES, UNSURE, REFUSES = 2, 1, 0
MOOD_STEPS = 5


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer in the list. ``answered`` is the answer on the draft, in words."""

    card: OfferCard
    answered: str


@dataclass(frozen=True, slots=True)
class Memory:
    """Something the partner remembers: when, what, and which way it moved its standing."""

    date: str
    text: str
    direction: int


@dataclass(frozen=True, slots=True)
class Likely:
    """How the partner is likely to take the terms asked for.

    Attributes:
        step: ``AGREES``, ``UNSURE`` or ``REFUSES``.
        title, line: The same in words, with what it follows from.
        moves_most: The term that costs the partner most, in words; empty when none is moved.
    """

    step: int
    title: str
    line: str
    moves_most: str


@dataclass(frozen=True, slots=True)
class Negotiation:
    """One offer opened.

    Attributes:
        moved: The value asked for each term.
        mood: Standing of the seat with the partner, in steps of ``MOOD_STEPS``.
        order: The answer on the draft, or None.
    """

    card: OfferCard
    moved: Mapping[str, int]
    mood: int
    standing_text: str
    wants: str
    memories: tuple[Memory, ...]
    also_waiting: tuple[OfferCard, ...]
    order: Order | None
    likely: Likely | None

    @property
    def counters(self) -> bool:
        """Whether other terms than those on the table are asked for."""
        return any(self.moved[term.name] != term.value for term in self.card.terms)


def offer_lines(match: Match, words: Words) -> tuple[OfferLine, ...]:
    """Return the offers on the seat's table with the answers given so far."""
    given = {order.target: order for order in match.draft.orders if order.lever == LEVER}
    return tuple(
        OfferLine(
            offer_card(words, match.world, offer),
            setting_text(words, match.world, given[offer.id]) if offer.id in given else "",
        )
        for offer in match.view().offers
    )


def negotiation(
    seen: TurnSeen, words: Words, offer_id: str, moved: Mapping[str, int]
) -> Negotiation:
    """Return an opened offer.

    Args:
        seen: What the seat sees.
        words: The level's words.
        offer_id: The offer, one of those on the table.
        moved: Values asked for by term; terms not named stand as on the table, or as on the draft.
    """
    match = seen.match
    offer = next(x for x in seen.now.offers if x.id == offer_id)
    card = offer_card(words, match.world, offer)
    order = next((x for x in match.draft.orders if (x.lever, x.target) == (LEVER, offer_id)), None)
    asked = _asked(card, order) | dict(moved)
    standing = seen.now.figure(f"{match.seat}/{offer.partner}/standing") or 0
    return Negotiation(
        card=card,
        moved=asked,
        mood=mood_step(standing),
        standing_text=words.numbers.index(standing),
        wants=words.names.text(f"partner.{offer.partner}.line"),
        memories=memories(seen, words, offer.partner),
        also_waiting=tuple(
            offer_card(words, match.world, x) for x in seen.now.offers if x.id != offer_id
        ),
        order=order,
        likely=_likely(words, card, offer, asked, standing),
    )


def _asked(card: OfferCard, order: Order | None) -> dict[str, int]:
    terms = {term.name: term.value for term in card.terms}
    if order is None or len(order.setting) < 2:
        return terms
    return dict(zip(terms, order.setting[1:], strict=True))


def mood_step(standing_bp: int) -> int:
    """Return a standing as a number of filled steps, 0 to ``MOOD_STEPS``."""
    return min(MOOD_STEPS, (standing_bp * MOOD_STEPS + 5_000) // 10_000)


def memories(seen: TurnSeen, words: Words, partner: str, most: int = 4) -> tuple[Memory, ...]:
    """Return what a partner remembers of the seat, latest first."""
    found = [x for x in reversed(seen.now.memories) if x.partner == partner]
    return tuple(
        Memory(
            words.numbers.date_of_step(words.level, memory.turn),
            words.memory(memory.code),
            (memory.change > 0) - (memory.change < 0),
        )
        for memory in found[:most]
    )


def _likely(
    words: Words, card: OfferCard, offer: Offer, asked: Mapping[str, int], standing_bp: int
) -> Likely | None:
    """How much is asked, against how well the partner thinks of the seat; in words only.

    Three broad answers only: where exactly a partner stops is not told, and other offers on the
    table can still make it more patient than it seems.
    """
    if all(asked[term.name] == term.value for term in card.terms):
        return None
    plan = plan_of(words, offer)
    given = -plan.worth(tuple(asked[term.name] for term in card.terms))
    patience = plan.reserve + (standing_bp - 5_000) // 10
    if given <= patience * 3 // 4:
        step, title = AGREES, mark("{partner} is likely to agree")
    elif given <= 2 * patience + 200:
        step, title = UNSURE, mark("{partner} may ask to meet half-way")
    else:
        step, title = REFUSES, mark("{partner} is likely to walk away")
    warmth = (
        mark("It thinks well of you, so it has patience.")
        if standing_bp >= 6_000
        else mark("Relations are cool, so its patience is short.")
        if standing_bp < 4_500
        else mark("Relations are even; it weighs what each term costs it.")
    )
    return Likely(
        step,
        words.say(title, partner=card.partner_name),
        words.say(warmth),
        _costliest(words, card, plan, asked),
    )


def _costliest(words: Words, card: OfferCard, plan: OfferPlan, asked: Mapping[str, int]) -> str:
    costs = {
        line.label: (term.grid.index(term.offered) - term.grid.index(asked[line.name])) * term.worth
        for line, term in zip(card.terms, plan.terms, strict=True)
    }
    label = max(costs, key=lambda name: costs[name])
    if costs[label] <= 0:
        return ""
    return words.say(mark("“{term}” costs it most."), term=label)


def counter_order(talk: Negotiation) -> Order:
    """Return the order that asks for the terms as moved."""
    return counter(talk.card, dict(talk.moved))


def accept_order(talk: Negotiation) -> Order:
    """Return the order that accepts the offer as it stands."""
    return answer(talk.card, True)


def refuse_order(talk: Negotiation) -> Order:
    """Return the order that refuses the offer."""
    return answer(talk.card, False)
