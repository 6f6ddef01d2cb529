"""Offers: terms, what the partner remembers, accept, refuse, or ask for other terms."""

from game.terminal.decisions_page import give
from game.terminal.table import Table
from game.text.briefing import advice
from game.text.catalogue import mark
from game.text.offers import LEVER, OfferCard, TermLine, answer, counter, offers_of


def show_offers(table: Table) -> None:
    """Show the open offers and lead through an answer."""
    cards = offers_of(table.words, table.match.world, table.seat)
    if not cards:
        table.screen.line(table.say(mark("No offers are on the table.")))
        return
    texts = [f"{card.partner_name}: {card.title} ({card.kind}, {card.lasts})" for card in cards]
    picked = table.screen.pick(table.say(mark("Offers on the table")), texts)
    if picked is not None:
        _offer(table, cards[picked])


def _offer(table: Table, card: OfferCard) -> None:
    screen = table.screen
    screen.heading(f"{card.partner_name}: {card.title}")
    for text in (card.line, table.words.names.text(f"partner.{card.partner}.line")):
        if text:
            screen.line(text)
    screen.items(f"{term.label}: {term.text}" for term in card.terms)
    screen.line(_mood(table, card))
    for one in advice(table.words, LEVER):
        screen.line(f"{one.name}: “{one.quote}”")
    ways = [table.say(mark("Accept")), table.say(mark("Refuse"))]
    if card.can_counter:
        ways.append(table.say(mark("Ask for other terms")))
    screen.numbered(ways)
    picked = screen.choose(table.say(mark("Number, or “back”:")), len(ways))
    if picked in (0, 1):
        give(table, answer(card, accept=picked == 0))
    elif picked == 2:
        _counter(table, card)


def _mood(table: Table, card: OfferCard) -> str:
    standing = table.match.world.figure(f"{table.seat}/{card.partner}/standing")
    codes = dict.fromkeys(
        memory.code
        for memory in table.match.world.memories
        if (memory.seat, memory.partner) == (table.seat, card.partner)
    )
    said = "; ".join(table.words.memory(code) for code in codes)
    line = table.say(
        mark("Standing with {partner}: {standing} of 100."),
        partner=card.partner_name,
        standing=table.words.numbers.index(standing),
    )
    return f"{line} {card.partner_name} {said}." if said else line


def _counter(table: Table, card: OfferCard) -> None:
    """Let the player move terms one by one, then send the counter-offer."""
    screen, moved = table.screen, dict[str, int]()
    while True:
        texts = [_term(table, term, moved) for term in card.terms]
        picked = screen.pick(
            table.say(mark("Which term do you want to change?")),
            [*texts, table.say(mark("Send this counter-offer"))],
        )
        if picked is None:
            return
        if picked == len(card.terms):
            give(table, counter(card, moved))
            return
        term = card.terms[picked]
        step = screen.pick(term.label, [_step(table, term, i) for i in range(len(term.grid))])
        if step is not None:
            moved[term.name] = term.grid[step]


def _term(table: Table, term: TermLine, moved: dict[str, int]) -> str:
    if moved.get(term.name, term.value) == term.value:
        return f"{term.label}: {term.text}"
    asked = term.texts[term.grid.index(moved[term.name])]
    return table.say(
        mark("{label}: {asked} (offered: {offered})"),
        label=term.label,
        asked=asked,
        offered=term.text,
    )


def _step(table: Table, term: TermLine, place: int) -> str:
    offered = term.grid.index(term.value)
    if place == offered:
        return table.say(mark("{value} (as offered)"), value=term.texts[place])
    better = (place - offered) * term.favour > 0
    note = table.say(mark("better for you")) if better else table.say(mark("better for them"))
    return f"{term.texts[place]} ({note})"
