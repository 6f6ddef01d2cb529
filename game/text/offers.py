"""Offers as cards: who offers what on which terms, and what may be asked for instead."""

from dataclasses import dataclass

from game.engine.definitions.happenings import OfferPlan, Term
from game.engine.orders import Order
from game.engine.world import Offer, World
from game.text import problem_words
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.level_texts import readable

LEVER = "answer_offer"
REFUSE, ACCEPT, COUNTER = 0, 1, 2
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class TermLine:
    """One term of an offer.

    Attributes:
        name: Id of the term; ``label`` its name on screen.
        value, text: What is on the table now.
        grid, texts: Every step that can be asked for, in order.
        favour: 1 when higher steps are better for you, -1 when lower ones are.
    """

    name: str
    label: str
    value: int
    text: str
    grid: tuple[int, ...]
    texts: tuple[str, ...]
    favour: int


@dataclass(frozen=True, slots=True)
class OfferCard:
    """An offer on the table.

    Attributes:
        id: Id of the offer, the target of an answer.
        lasts: When it lapses, in words.
        can_counter: Whether other terms may still be asked for.
    """

    id: str
    plan: str
    partner: str
    partner_name: str
    title: str
    line: str
    kind: str
    lasts: str
    can_counter: bool
    terms: tuple[TermLine, ...]


def term_label(words: Words, name: str) -> str:
    """Return the name of a term."""
    known = problem_words.TERMS.get(name)
    return words.say(known[0]) if known else readable(name)


def term_text(words: Words, name: str, value: int) -> str:
    """Return a term's value in its unit: "US$ 300 m", "10 years", "coal"."""
    unit = problem_words.TERMS.get(name, ("", ""))[1]
    numbers = words.numbers
    if unit == "coal":
        return words.say(mark("coal power")) if value else words.say(mark("power without coal"))
    if unit == "usd_m":
        return numbers.money(value * _MILLION)
    if unit == "kt_year":
        return numbers.amount("kg/year", value * _MILLION)
    if unit == "points":
        return words.say(mark("{change} of 100"), change=numbers.change("bp", value))
    if unit == "share":
        return numbers.share(value)
    if unit == "years":
        return numbers.years(value)
    return numbers.whole(value)


def plan_of(words: Words, offer: Offer) -> OfferPlan:
    """Return the plan behind an offer."""
    return next(plan for plan in words.level.offers if plan.id == offer.plan)


def offer_card(words: Words, world: World, offer: Offer) -> OfferCard:
    """Return the card of an offer."""
    plan = plan_of(words, offer)
    left = offer.expires - world.clock - words.level.steps
    lasts = (
        words.say(mark("answer it this turn, or it lapses"))
        if left <= 0
        else words.say(mark("open for {span} more"), span=words.numbers.span(words.level, left))
    )
    return OfferCard(
        id=offer.id,
        plan=plan.id,
        partner=offer.partner,
        partner_name=words.names.name("partner", offer.partner),
        title=words.offer_title(plan.id),
        line=words.names.text(f"offer.{plan.id}.line"),
        kind=words.say(problem_words.OFFER_KINDS.get(plan.kind, readable(plan.kind))),
        lasts=lasts,
        can_counter=not offer.countered,
        terms=tuple(
            _term_line(words, term, value)
            for term, value in zip(plan.terms, offer.terms, strict=True)
        ),
    )


def _term_line(words: Words, term: Term, value: int) -> TermLine:
    return TermLine(
        name=term.name,
        label=term_label(words, term.name),
        value=value,
        text=term_text(words, term.name, value),
        grid=term.grid,
        texts=tuple(term_text(words, term.name, step) for step in term.grid),
        favour=-1 if term.worth > 0 else 1,
    )


def offers_of(words: Words, world: World, seat: str) -> tuple[OfferCard, ...]:
    """Return the cards of all offers on a seat's table."""
    return tuple(offer_card(words, world, x) for x in world.offers if x.seat == seat)


def answer_text(words: Words, world: World, order: Order) -> str:
    """Return an answer to an offer in words; a counter names only the terms that it moves."""
    answer = order.setting[0]
    offer = next((x for x in world.offers if x.id == order.target), None)
    if answer != COUNTER or offer is None:
        return words.setting(LEVER, order.setting)
    asked = [
        f"{term_label(words, term.name)} {term_text(words, term.name, value)}"
        for term, value, now in zip(
            plan_of(words, offer).terms, order.setting[1:], offer.terms, strict=True
        )
        if value != now
    ]
    return words.say(mark("Ask for: {terms}"), terms="; ".join(asked))


def counter(offer: OfferCard, moved: dict[str, int]) -> Order:
    """Return the order that asks for other terms; terms not named stay as offered."""
    terms = tuple(moved.get(term.name, term.value) for term in offer.terms)
    return Order(LEVER, offer.id, (COUNTER, *terms))


def answer(offer: OfferCard, accept: bool) -> Order:
    """Return the order that accepts or refuses an offer as it stands."""
    return Order(LEVER, offer.id, (ACCEPT if accept else REFUSE,))
