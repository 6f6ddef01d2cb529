"""The turn report: what changed most, how partners reacted, the news, and what to watch."""

from dataclasses import dataclass

from game.engine.definitions.level import OUTCOMES
from game.engine.numbers import part
from game.engine.rules import LEVERS
from game.engine.turn import REFUSED, Turn
from game.engine.world import World
from game.text import problem_words
from game.text.catalogue import mark
from game.text.decisions import order_text
from game.text.describe import Words
from game.text.news import NewsItem, news_of
from game.text.outcome_words import DASHBOARD

_USUAL_BP = 200
"""A meter moves about two points in a usual turn; larger changes come first in the report."""
_USUAL_PART = 10
"""Money moves about a tenth of its half mark in a usual turn."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of the dashboard before and after a turn.

    Attributes:
        path: The figure; ask ``Explainer.why`` about it.
        change: In the figure's unit; ``change_text`` carries its sign and is empty for an outcome
            of the first turn, which has nothing to be compared with.
        size: The change in hundredths of a usual turn's change; ranks the report.
    """

    name: str
    path: str
    label: str
    before_text: str
    now_text: str
    change_text: str
    change: int
    size: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """How a partner took the turn: what it did or remembers, and its standing."""

    partner: str
    name: str
    lines: tuple[str, ...]
    standing: int
    standing_text: str
    change: int
    change_text: str


@dataclass(frozen=True, slots=True)
class Warning:
    """Something to watch next turn. ``kind``: contract, dispute, offer, ban, duty, crisis or
    neighbour."""

    kind: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class TurnReport:
    """The report on one resolved turn.

    Attributes:
        changes: Outcomes and resources, the largest change first.
        orders: What was done, one line an order.
        refused: Orders that came back, each with its reason.
    """

    title: str
    date: str
    changes: tuple[FigureChange, ...]
    orders: tuple[str, ...]
    refused: tuple[str, ...]
    news: tuple[NewsItem, ...]
    reactions: tuple[Reaction, ...]
    warnings: tuple[Warning, ...]

    @property
    def headline(self) -> FigureChange:
        """The largest change of the turn."""
        return self.changes[0]


def turn_report(words: Words, seat: str, before: World, turn: Turn) -> TurnReport:
    """Return the report on a turn for one seat."""
    after = turn.world
    return TurnReport(
        title=words.say(mark("Report on turn {number}"), number=before.turn + 1),
        date=words.numbers.date(words.level, before.turn),
        changes=figure_changes(words, seat, before, after),
        orders=tuple(
            order_text(words, before, result.order)
            for result in turn.results
            if result.seat == seat and result.status != REFUSED
        ),
        refused=_refused(words, seat, before, turn),
        news=news_of(words, seat, before, turn),
        reactions=reactions(words, seat, before, after),
        warnings=warnings(words, seat, after),
    )


def _refused(words: Words, seat: str, before: World, turn: Turn) -> tuple[str, ...]:
    return tuple(
        " ".join([order_text(words, before, result.order) + ".", words.problem(problem)])
        for result in turn.results
        if result.seat == seat and result.status == REFUSED
        for problem in result.problems[:1]
    )


def figure_changes(
    words: Words, seat: str, before: World, after: World
) -> tuple[FigureChange, ...]:
    """Return the figures of the dashboard that changed or are outcomes, largest change first."""
    found = []
    for name in DASHBOARD:
        if name == "capital":
            continue  # it is given anew each turn
        path = f"{seat}/{name}"
        new = after.figure(path)
        first = before.turn == 0 and name in OUTCOMES  # there is no earlier turn to compare with
        old = new if first else before.figure(path)
        if name in OUTCOMES or old != new:
            found.append(
                FigureChange(
                    name=name,
                    path=path,
                    label=words.outcome(name).name,
                    before_text=words.amount(after, path, old),
                    now_text=words.amount(after, path, new),
                    change_text="" if first else words.change(after, path, new - old),
                    change=new - old,
                    size=abs(new - old) * 100 // _usual(words, name),
                )
            )
    return tuple(sorted(found, key=lambda change: (-change.size, DASHBOARD.index(change.name))))


def _usual(words: Words, name: str) -> int:
    anchors = words.level.anchors
    money = {
        "value": anchors.value,
        "revenue": anchors.revenue,
        "treasury": anchors.revenue,
        "debt": anchors.revenue,
    }
    return max(1, money[name] // _USUAL_PART) if name in money else _USUAL_BP


def reactions(words: Words, seat: str, before: World, after: World) -> tuple[Reaction, ...]:
    """Return how each partner took the turn, in the level's order."""
    found = []
    for partner in words.level.partners:
        path = f"{seat}/{partner.id}/standing"
        standing, change = after.figure(path), after.figure(path) - before.figure(path)
        codes = dict.fromkeys(
            memory.code
            for memory in after.memories
            if before.clock <= memory.turn < after.clock
            and (memory.seat, memory.partner) == (seat, partner.id)
        )
        lines = tuple(words.memory(code) for code in codes)
        found.append(
            Reaction(
                partner=partner.id,
                name=words.names.name("partner", partner.id),
                lines=lines or (words.say(mark("waits")),),
                standing=standing,
                standing_text=words.numbers.index(standing),
                change=change,
                change_text=words.numbers.change("bp", change),
            )
        )
    return tuple(found)


def warnings(words: Words, seat: str, world: World) -> tuple[Warning, ...]:
    """Return what to watch in the turn that begins: dates, disputes, offers, a crisis."""
    if world.over:
        return ()
    return (
        *_crisis(words, seat, world),
        *_dispute(words, seat, world),
        *_offers(words, seat, world),
        *_contracts(words, seat, world),
        *_dates(words, seat, world),
        *_neighbours(words, seat, world),
    )


def _neighbours(words: Words, seat: str, world: World) -> list[Warning]:
    """Deals that wait for an answer, and votes of a meeting in this turn."""
    region = world.layout.region
    if region is None:
        return []
    title = words.rule("deal_proposed")
    found = [
        Warning("neighbour", title.title, words.target(x.id))
        for x in world.pacts
        if x.other == seat and not x.in_force
    ]
    state = world.layout.state(seat)
    for card in LEVERS["vote_card"].targets(world, state):
        line = words.say(mark("Vote on: {about}"), about=words.target(card))
        found.append(Warning("neighbour", words.rule("meeting").title, line))
    return found


def _crisis(words: Words, seat: str, world: World) -> list[Warning]:
    if not world.figure(f"{seat}/crisis"):
        return []
    return [Warning("crisis", words.say(mark("Crisis")), _crisis_line(words, seat, world))]


def _crisis_line(words: Words, seat: str, world: World) -> str:
    """Why there is a crisis, and how it ends."""
    state = world.layout.state(seat)
    owed = world.values[state.debt] - world.values[state.treasury]
    limit = part(state.spec.budget_need, world.level.parameters.credit_limit)
    if owed > limit:
        return words.say(
            mark(
                "The state owes {owed} more than it has in cash; lenders worry above {limit}. New "
                "spending has to wait. Cut yearly budgets or earn more to end this."
            ),
            owed=words.numbers.money(owed),
            limit=words.numbers.money(limit),
        )
    return words.say(
        mark(
            "Foreign money has run out: minerals earn less than the country is used to. New "
            "spending has to wait until they earn more."
        )
    )


def _dispute(words: Words, seat: str, world: World) -> list[Warning]:
    stage = world.figure(f"{seat}/dispute_stage")
    if not 1 <= stage <= 3:
        return []
    title = words.say(problem_words.DISPUTE_STAGES[stage])
    line = words.say(mark("You can answer the trade dispute under “Partners”."))
    return [Warning("dispute", title, line)]


def _offers(words: Words, seat: str, world: World) -> list[Warning]:
    return [
        Warning("offer", words.say(mark("Offer about to lapse")), words.contract(offer))
        for offer in world.offers
        if offer.seat == seat and offer.expires <= world.clock + words.level.steps
    ]


def _contracts(words: Words, seat: str, world: World) -> list[Warning]:
    return [
        Warning("contract", words.say(mark("Contract ends")), words.contract(contract))
        for contract in world.contracts
        if contract.seat == seat and contract.until < world.clock + words.level.steps
    ]


def _dates(words: Words, seat: str, world: World) -> list[Warning]:
    found = []
    for chain in world.layout.state(seat).chains:
        mineral = words.names.name("mineral", chain.mineral.spec.id)
        for kind, slot, title in (
            ("ban", chain.ban_due, mark("Export ban near: {mineral}")),
            ("duty", chain.duty_due, mark("Duty to process near: {mineral}")),
        ):
            due = world.values[slot]
            if due and 0 <= due - world.clock <= 1:
                near = words.say(mark("It takes effect {when}."), when=words.when(1))
                line = near if due > world.clock else words.say(mark("It takes effect this turn."))
                found.append(Warning(kind, words.say(title, mineral=mineral), line))
    return found
