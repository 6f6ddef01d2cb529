"""The table at which states meet: what stands on it, and what can be done from there."""

from game.engine.orders import Order
from game.terminal.decisions_page import give
from game.terminal.table import Table
from game.text.catalogue import mark
from game.text.region_deals import DealKind, DealLine, deals_on_table, deals_to_propose
from game.text.region_institutions import Institution, chronicle, institutions_of
from game.text.region_table import Action, Meeting, TableReader, meeting_of
from game.text.table_words import NO_REGION

_MOST_PAST = 12


def show_region(table: Table) -> None:
    """Show the table, then lead through one thing after the other until the player goes back."""
    if table.match.level.region is None:
        table.screen.line(table.say(NO_REGION))
        return
    reader = _reader(table)
    meeting = meeting_of(reader)
    if meeting is not None:
        _meeting(table, meeting)
    _deals(table, deals_on_table(reader))
    for institution in institutions_of(reader):
        _institution(table, institution)
    _past(table, reader)
    _act(table)


def _reader(table: Table) -> TableReader:
    match = table.match
    return TableReader(
        table.words, match.world, match.seat, match.turns, match.draft.orders, match.check
    )


def _meeting(table: Table, meeting: Meeting) -> None:
    screen = table.screen
    screen.heading(table.say(mark("The ministers' meeting")))
    screen.line(meeting.line)
    screen.line(meeting.rule)
    screen.line(meeting.later)
    for proposal in meeting.proposals:
        parts = (f"{proposal.title}. {proposal.status}.", proposal.changes, proposal.votes)
        screen.line("- " + " ".join(part for part in parts if part))


def _deals(table: Table, deals: tuple[DealLine, ...]) -> None:
    if not deals:
        return
    table.screen.heading(table.say(mark("Deals with neighbours")))
    table.screen.items(f"{x.title}, {x.terms}. {x.status}. {x.line}" for x in deals)


def _institution(table: Table, found: Institution) -> None:
    screen = table.screen
    screen.heading(found.title)
    screen.line(found.line)
    screen.items(f"{figure.name}: {figure.text}" for figure in found.figures)
    for member in found.members:
        text = f"{member.name[:1].upper()}{member.name[1:]}: {member.text}"
        screen.line(f"- {text}. {member.warning}".rstrip() if member.warning else f"- {text}")
    if found.own:
        screen.line(found.own)


def _past(table: Table, reader: TableReader) -> None:
    found = chronicle(reader, _MOST_PAST)
    if found:
        table.screen.heading(table.say(mark("What was done in the open, the latest first")))
        table.screen.items(f"{each.date}: {each.text}" for each in found)


def _act(table: Table) -> None:
    """Ask what to do at the table; what was just ordered is shown as such."""
    while True:
        ways = _ways(_reader(table))
        if not ways:
            return
        texts = [_way(table, text, action) for text, action in ways]
        picked = table.screen.pick(table.say(mark("At the table you can")), texts)
        if picked is None:
            return
        _, action = ways[picked]
        if isinstance(action, DealKind):
            _propose(table, action)
        elif action.ordered:
            table.match.withdraw(action.order)
            table.screen.line(table.say(mark("Taken back: {order}."), order=texts[picked]))
        else:
            give(table, action.order)


def _ways(reader: TableReader) -> list[tuple[str, Action | DealKind]]:
    """What can be done: vote or propose, answer or leave a deal, propose one."""
    found: list[tuple[str, Action | DealKind]] = []
    meeting = meeting_of(reader)
    for proposal in meeting.proposals if meeting else ():
        found += [(f"{proposal.title}: {x.text}", x) for x in proposal.actions]
    for deal in deals_on_table(reader):
        found += [(f"{deal.title}, {deal.terms}: {x.text}", x) for x in deal.actions]
    for kind in deals_to_propose(reader):
        text = reader.words.say(
            mark("Propose to {state}: {deal}"), state=kind.state_name, deal=kind.title
        )
        found.append((text, kind))
    return found


def _way(table: Table, text: str, action: Action | DealKind) -> str:
    if isinstance(action, DealKind):
        proposed = _proposed(table, action.target)
        return table.say(mark("{way} (ordered)"), way=text) if proposed else text
    if action.ordered:
        return table.say(mark("{way} (ordered; choose it again to take it back)"), way=text)
    if action.problem:
        return table.say(mark("{way} (closed: {why})"), way=text, why=action.problem)
    return f"{text} ({action.price})"


def _proposed(table: Table, target: str) -> Order | None:
    orders = table.match.draft.orders
    return next((x for x in orders if (x.lever, x.target) == ("propose_deal", target)), None)


def _propose(table: Table, kind: DealKind) -> None:
    """Let the player pick size and length, or take the proposal back."""
    before = _proposed(table, kind.target)
    if before is not None and table.match.withdraw(before):
        table.screen.line(table.say(mark("Taken back: {order}."), order=kind.title))
        return
    title = f"{kind.state_name}: {kind.title}. {kind.line}"
    picked = table.screen.pick(title, [f"{x.text} ({x.price})" for x in kind.actions])
    if picked is not None:
        give(table, kind.actions[picked].order)
