"""The table at which states meet, as one seat sees it: meetings, proposals, deals, what happened.

The window and the terminal both show this. Nothing hidden from the seat is read: figures come from
its view, and of the past only what was done in the open.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.engine.options import LEVERS, Options
from game.engine.orders import Order
from game.engine.problems import Problem
from game.engine.rules.region.meetings import ADOPTED, ON_AGENDA, meets
from game.engine.turn import DONE, Turn
from game.engine.view import SeatView, view
from game.engine.world import World
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.region_words import REGION
from game.text.table_words import RULE_OF_VOTES, STEPS

Check = Callable[[Order], Iterable[Problem]]
FOR, AGAINST = 1, 2


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be ordered from the table.

    Attributes:
        price: Points and money it takes; "free".
        ordered: Whether it stands on this turn's sheet.
        problem: Why it cannot be ordered, or empty.
    """

    order: Order
    text: str
    price: str
    ordered: bool
    problem: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal to the ministers.

    Attributes:
        changes: What it would change, from what to what.
        stage: ``idle``, ``agenda`` or ``adopted``; ``status`` says it in words.
        votes: How members voted when it was last voted on; empty before that.
        actions: To propose it, or to vote.
    """

    id: str
    title: str
    changes: str
    stage: str
    status: str
    votes: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """When the ministers meet, and what is on their table.

    Attributes:
        now: Whether they meet in the open turn.
        line: The same in a sentence, with the date of the next meeting.
        rule: How a proposal passes.
        later: When what is proposed now comes to a vote.
    """

    now: bool
    line: str
    rule: str
    later: str
    proposals: tuple[Proposal, ...]

    @property
    def on_agenda(self) -> tuple[Proposal, ...]:
        """What is on the agenda."""
        return tuple(each for each in self.proposals if each.stage == "agenda")

    @property
    def to_vote(self) -> int:
        """How many votes are still to be given this turn."""
        return sum(
            1
            for each in self.on_agenda
            if each.actions and not any(action.ordered for action in each.actions)
        )


class TableReader:
    """What the parts of the table are made from.

    Args:
        words: The level's words.
        world: The world at the start of the turn; only what the seat sees of it is read.
        seat: The state at the table.
        turns: The turns resolved so far.
        draft: The orders of the open turn.
        check: Returns the problems of an order beside the draft.
    """

    def __init__(
        self,
        words: Words,
        world: World,
        seat: str,
        turns: Sequence[Turn],
        draft: Iterable[Order],
        check: Check,
    ) -> None:
        self.words = words
        self.world = world
        self.seat = seat
        self.turns = turns
        self.draft = tuple(draft)
        self.check = check
        self.options = Options(world, seat)
        self.seen: SeatView = view(world, seat)

    def state(self, state: str) -> str:
        """A state's name; the reader's own is "You"."""
        if state == self.seat:
            return self.words.say(mark("you"))
        return self.words.names.name("state", state)

    def value(self, path: str) -> int | None:
        """A figure as far as the seat sees it."""
        return self.seen.figure(path)

    def reads(self, path: str, value: int) -> str:
        """A figure of the region in words: a step's name, a share, an index, money, a date."""
        steps = STEPS.get(path.rpartition("/")[2])
        if steps is not None:
            return self.words.say(steps[value])
        return self.words.amount(self.world, path, value)

    def action(self, order: Order, text: str) -> Action:
        """Something to order, with its price, and why not."""
        ordered = order in self.draft
        found = () if ordered else tuple(self.check(order))
        return Action(
            order,
            text,
            self.price(order),
            ordered,
            self.words.problem(found[0]) if found else "",
        )

    def price(self, order: Order) -> str:
        """Points and money that an order takes."""
        parts = []
        if points := self.options.cost(order):
            parts.append(self.words.numbers.attention(points))
        if money := self.options.money(order):
            parts.append(self.words.numbers.money(money))
        return ", ".join(parts) or self.words.say(mark("free"))

    def has(self, lever: str) -> bool:
        """Whether the seat's level unlocks a lever."""
        return lever in self.world.layout.state(self.seat).spec.levers

    def targets(self, lever: str) -> tuple[str, ...]:
        """What an unlocked lever can be pulled on now."""
        return self.options.targets(lever) if self.has(lever) else ()


def next_meeting(world: World, first: int | None = None) -> int | None:
    """Return the turn of the next meeting, the open one counted; None when there is none left.

    With a first turn, the first meeting from then on.
    """
    region, level = world.layout.region, world.level
    if region is None:
        return None
    for turn in range(world.turn if first is None else first, level.turns):
        steps = range(turn * level.steps, (turn + 1) * level.steps)
        if any(meets(region, step) for step in steps):
            return turn
    return None


def meeting_of(table: TableReader) -> Meeting | None:
    """Return the ministers' meeting; None in a level without one."""
    region, words = table.world.layout.region, table.words
    if region is None or region.spec.meets_first < 0:
        return None
    turn = next_meeting(table.world)
    rule = words.say(RULE_OF_VOTES, count=len(region.members))
    return Meeting(
        now=turn == table.world.turn,
        line=_when(table, turn),
        rule=rule,
        later=_comes_to_vote(table),
        proposals=tuple(_proposal(table, card.spec.id, turn) for card in region.cards),
    )


def _when(table: TableReader, turn: int | None) -> str:
    words = table.words
    if turn is None:
        return words.say(mark("The ministers will not meet again before the game ends."))
    if turn == table.world.turn:
        return words.say(mark("The ministers meet at the end of this turn."))
    return words.catalogue.count(
        "The ministers meet in {date}, next turn.",
        "The ministers meet in {date}, in {count} turns.",
        turn - table.world.turn,
        date=words.numbers.date(words.level, turn),
    )


def _comes_to_vote(table: TableReader) -> str:
    """A proposal must stand on the agenda before the turn in which the ministers meet."""
    words, turn = table.words, next_meeting(table.world, table.world.turn + 1)
    if turn is None:
        return words.say(mark("No meeting is left at which a new proposal could be voted on."))
    date = words.numbers.date(words.level, turn)
    return words.say(mark("What you propose now comes to a vote in {date}."), date=date)


def _proposal(table: TableReader, card_id: str, turn: int | None) -> Proposal:
    words, region = table.words, table.world.layout.region
    assert region is not None
    card = next(x.spec for x in region.cards if x.spec.id == card_id)
    stage = table.value(f"region/{card_id}/stage") or 0
    now = table.value(card.figure) or 0
    name = words.say(REGION[card.figure.rpartition("/")[2]])
    changes = words.say(
        mark("{figure}. Now: {now}. If it passes: {then}."),
        figure=name,
        now=table.reads(card.figure, now),
        then=table.reads(card.figure, card.value),
    )
    if now == card.value:
        stage = ADOPTED
        changes = words.say(
            mark("{figure}: {now}."), figure=name, now=table.reads(card.figure, now)
        )
    elif stage == ADOPTED:
        stage = 0  # adopted once, and changed again since
    return Proposal(
        card_id,
        words.names.name("card", card_id),
        changes,
        {ON_AGENDA: "agenda", ADOPTED: "adopted"}.get(stage, "idle"),
        _status(table, card_id, stage, turn),
        _last_votes(table, card_id),
        _card_actions(table, card_id),
    )


def _status(table: TableReader, card_id: str, stage: int, turn: int | None) -> str:
    words = table.words
    if stage == ADOPTED:
        return words.say(mark("In force"))
    if stage != ON_AGENDA:
        return words.say(mark("Not proposed"))
    by = _proposed_by(table, card_id)
    date = words.numbers.date(words.level, table.world.turn if turn is None else turn)
    if by:
        return words.say(mark("On the agenda of {date}, proposed by {state}"), date=date, state=by)
    return words.say(mark("On the agenda of {date}"), date=date)


def _proposed_by(table: TableReader, card_id: str) -> str:
    """Who raised a proposal last; a proposal is made in the open."""
    for turn in reversed(table.turns):
        for result in turn.results:
            order = result.order
            if (order.lever, order.target, result.status) == ("propose_card", card_id, DONE):
                return table.state(result.seat)
    return ""


def _last_votes(table: TableReader, card_id: str) -> str:
    """How members voted on a proposal in the latest meeting that had it."""
    words = table.words
    for number in reversed(range(len(table.turns))):
        found: dict[int, list[str]] = {FOR: [], AGAINST: []}
        for result in table.turns[number].results:
            order = result.order
            if (order.lever, order.target, result.status) == ("vote_card", card_id, DONE):
                found[order.setting[0]].append(table.state(result.seat))
        if not any(found.values()):
            continue
        nobody = words.say(mark("nobody"))
        return words.say(
            mark("Vote of {date}: for {ayes}; against {noes}."),
            date=words.numbers.date(words.level, number),
            ayes=", ".join(found[FOR]) or nobody,
            noes=", ".join(found[AGAINST]) or nobody,
        )
    return ""


def _card_actions(table: TableReader, card_id: str) -> tuple[Action, ...]:
    say = table.words.say
    if card_id in table.targets("vote_card"):
        return (
            table.action(Order("vote_card", card_id, (FOR,)), say(mark("Vote for it"))),
            table.action(Order("vote_card", card_id, (AGAINST,)), say(mark("Vote against it"))),
        )
    if card_id in table.targets("propose_card"):
        order = Order("propose_card", card_id, (1,))
        return (table.action(order, say(mark("Propose it"))),)
    return ()


def grid_of(table: TableReader, lever: str, target: str) -> tuple[tuple[int, ...], ...]:
    """Return the settings of a lever on a target."""
    state = table.world.layout.state(table.seat)
    return LEVERS[lever].grid(table.world, state, target)
