"""Deals between governed states: proposed by one, accepted by the other, kept in the world."""

from dataclasses import dataclass

PROPOSED = -1
"""``until`` of a deal that waits for an answer."""


@dataclass(frozen=True, slots=True)
class Pact:
    """A deal between two governments, proposed or in force.

    Attributes:
        id: Derived from kind, sides, terms and the turn in which it was proposed.
        kind: One of ``DEAL_KINDS``.
        maker: The state that proposed it; a loan is lent by its maker.
        other: The state that answers.
        mineral: The mineral it is about, or empty.
        amount: Its size: bp of ore or of tax, or millions of US$ of a loan.
        years: How long it lasts once accepted.
        made: The turn in which it was proposed.
        until: The turn in which it ends; ``PROPOSED`` while it waits for an answer.
    """

    id: str
    kind: str
    maker: str
    other: str
    mineral: str
    amount: int
    years: int
    made: int
    until: int = PROPOSED

    @property
    def in_force(self) -> bool:
        """Whether both sides have agreed to it."""
        return self.until != PROPOSED

    @property
    def sides(self) -> tuple[str, str]:
        """Return the two states."""
        return (self.maker, self.other)

    def across(self, state: str) -> str:
        """Return the other side, seen from a state."""
        return self.other if state == self.maker else self.maker
