"""Deals between governed states as one of them sees them: to answer, in force, possible."""

from dataclasses import dataclass

from game.engine.definitions.region import LOAN
from game.engine.orders import Order
from game.engine.pacts import Pact
from game.text.catalogue import mark
from game.text.region_table import Action, TableReader, grid_of
from game.text.region_words import DEALS
from game.text.table_words import DEAL_LINES, LOAN_TAKEN

REFUSE, ACCEPT = 0, 1
_OPEN_STEPS = 2
"""So many steps a proposal waits for an answer."""


@dataclass(frozen=True, slots=True)
class DealLine:
    """A deal on the table.

    Attributes:
        state: The other side's id.
        stage: ``answer`` (yours to give), ``waiting`` (theirs) or ``force``.
        status: The same in words, with a date.
        line: What the deal does.
        actions: To accept or refuse, or to leave.
    """

    id: str
    state: str
    title: str
    terms: str
    stage: str
    status: str
    line: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class DealKind:
    """A kind of deal that could be proposed to a neighbour: one action for each setting."""

    target: str
    state: str
    state_name: str
    title: str
    line: str
    actions: tuple[Action, ...]


def deals_on_table(table: TableReader) -> tuple[DealLine, ...]:
    """Return the seat's own deals: first those it must answer, then what waits, then in force."""
    found = [_deal(table, pact) for pact in table.seen.pacts]
    places = ("answer", "waiting", "force")
    return tuple(sorted(found, key=lambda each: (places.index(each.stage), each.id)))


def _deal(table: TableReader, pact: Pact) -> DealLine:
    words, say = table.words, table.words.say
    other = pact.across(table.seat)
    name = words.names.name("state", other)
    stage, actions = "force", tuple[Action, ...]()
    if pact.in_force:
        date = words.numbers.date_of_step(words.level, pact.until)
        status = say(mark("In force until {date}"), date=date)
        if pact.id in table.targets("leave_deal"):
            actions = (table.action(Order("leave_deal", pact.id, (1,)), say(mark("Leave it"))),)
    else:
        last = words.numbers.date_of_step(words.level, pact.made + _OPEN_STEPS)
        if pact.other == table.seat:
            stage = "answer"
            status = say(mark("{state} proposes it; answer by {date}"), state=name, date=last)
            actions = _answers(table, pact.id)
        else:
            stage = "waiting"
            status = say(mark("{state} may answer until {date}"), state=name, date=last)
    return DealLine(
        pact.id,
        other,
        _title(table, pact.kind, pact.mineral, name),
        words.setting("propose_deal", (pact.amount, pact.years)),
        stage,
        status,
        say(LOAN_TAKEN if pact.kind == LOAN and other == pact.maker else DEAL_LINES[pact.kind]),
        actions,
    )


def _title(table: TableReader, kind: str, mineral: str, name: str) -> str:
    words = table.words
    deal = words.say(DEALS[kind])
    if mineral and len(words.level.minerals) > 1:
        deal = f"{deal}, {words.names.name('mineral', mineral)}"
    return words.say(mark("{state}: {deal}"), state=name, deal=deal)


def _answers(table: TableReader, pact_id: str) -> tuple[Action, ...]:
    if pact_id not in table.targets("answer_deal"):
        return ()
    say = table.words.say
    return (
        table.action(Order("answer_deal", pact_id, (ACCEPT,)), say(mark("Accept"))),
        table.action(Order("answer_deal", pact_id, (REFUSE,)), say(mark("Refuse"))),
    )


def deals_to_propose(table: TableReader) -> tuple[DealKind, ...]:
    """Return what could be proposed to whom, each size and length with its price."""
    words, found = table.words, []
    for target in table.targets("propose_deal"):
        other, kind, *about = target.split(".")
        name = words.names.name("state", other)
        mineral = about[0] if about else ""
        title = words.say(DEALS[kind])
        if mineral and len(words.level.minerals) > 1:
            title = f"{title}, {words.names.name('mineral', mineral)}"
        actions = tuple(
            table.action(
                Order("propose_deal", target, setting), words.setting("propose_deal", setting)
            )
            for setting in grid_of(table, "propose_deal", target)
        )
        found.append(DealKind(target, other, name, title, words.say(DEAL_LINES[kind]), actions))
    return tuple(found)


def proposed_now(table: TableReader) -> tuple[Order, ...]:
    """Return the deals that this turn's sheet proposes."""
    return tuple(x for x in table.draft if x.lever == "propose_deal")
