"""The table at which states meet, for the open turn of a match."""

from dataclasses import dataclass

from game.engine.orders import Order
from game.match.match import Match
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.region_deals import (
    DealKind,
    DealLine,
    deals_on_table,
    deals_to_propose,
    proposed_now,
)
from game.text.region_institutions import Happening, Institution, chronicle, institutions_of
from game.text.region_table import Meeting, TableReader, meeting_of

TABLE_LEVERS = ("propose_card", "vote_card", "propose_deal", "answer_deal", "leave_deal")
"""Levers that are pulled at the table, not from a card of their own."""


@dataclass(frozen=True, slots=True)
class RegionView:
    """Everything on the table.

    Attributes:
        title: The region's name.
        members: Ids of the states that sit at it, the reader's own among them.
        seated: Whether the reader's state is one of them.
        meeting: None where ministers never meet.
        proposing: Deals that this turn's sheet proposes, with their words.
    """

    title: str
    members: tuple[str, ...]
    seated: bool
    meeting: Meeting | None
    deals: tuple[DealLine, ...]
    kinds: tuple[DealKind, ...]
    proposing: tuple[tuple[Order, str], ...]
    institutions: tuple[Institution, ...]

    @property
    def to_vote(self) -> int:
        """Votes still to be given this turn."""
        return self.meeting.to_vote if self.meeting else 0

    @property
    def to_answer(self) -> int:
        """Deals of neighbours that wait for an answer which is not on the sheet yet."""
        return sum(
            1
            for deal in self.deals
            if deal.stage == "answer" and not any(x.ordered for x in deal.actions)
        )


def table_reader(match: Match, words: Words) -> TableReader:
    """Return what the parts of the table are made from."""
    return TableReader(words, match.world, match.seat, match.turns, match.draft.orders, match.check)


def region_view(match: Match, words: Words) -> RegionView | None:
    """Return the table as the seat sees it; None in a level without a region."""
    region = match.level.region
    if region is None:
        return None
    table = table_reader(match, words)
    name = words.names.text("region.name") or words.say(mark("The region"))
    return RegionView(
        name,
        region.members,
        match.seat in region.members,
        meeting_of(table),
        deals_on_table(table),
        deals_to_propose(table),
        tuple((order, words.order(order)) for order in proposed_now(table)),
        institutions_of(table),
    )


def past(match: Match, words: Words) -> tuple[Happening, ...]:
    """Return what states did in the open; it reads the ledgers of past turns, so it is apart."""
    return chronicle(table_reader(match, words))


def waiting_lines(view: RegionView, words: Words) -> tuple[str, ...]:
    """Return what waits for the player at the table: votes to give, deals to answer."""
    count, lines = words.catalogue.count, []
    if view.to_vote:
        lines.append(count("{count} vote to give", "{count} votes to give", view.to_vote))
    if view.to_answer:
        lines.append(count("{count} deal to answer", "{count} deals to answer", view.to_answer))
    return tuple(lines)
