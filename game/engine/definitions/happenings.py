"""What a level lets happen: offers with their terms, and events with their conditions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One negotiable term of an offer: its grid, what is offered, and what it is worth.

    ``worth`` is the partner's gain in bp of the deal's value for one step up the grid; negative
    when the partner gives more. The reserve is how far below the offered worth it still accepts.
    """

    name: str
    grid: tuple[int, ...]
    offered: int
    worth: int


@dataclass(frozen=True, slots=True)
class OfferPlan:
    """A deal that a partner proposes when its conditions hold.

    Attributes:
        kind: ``loan``, ``plant``, ``offtake``, ``technology``, ``certificate``,
            ``renewal`` or ``memorandum``.
        seat: The state it is for.
        turns: First and last turn in which it can be made.
        chance: Chance to be made in each of those turns, bp.
        gate: Conditions, all of which must hold.
        reserve: How much worth, in bp, the partner gives up before it refuses.
        concession: The right that a renewal is about.
        minds: Partners that dislike a memorandum.
        follows: The plan of a contract that must be in force before this can be offered.
        again: Turns after which it is made anew while it was not signed; 0: it is made once.
    """

    id: str
    partner: str
    seat: str
    kind: str
    mineral: str
    province: str
    first_turn: int
    last_turn: int
    chance: int
    gate: tuple["Condition", ...]
    terms: tuple[Term, ...]
    reserve: int
    concession: str = ""
    again: int = 0
    minds: tuple[str, ...] = ()
    follows: str = ""

    def worth(self, terms: tuple[int, ...]) -> int:
        """Return what terms are worth to the partner against its own offer, bp; 0 as offered."""
        total = 0
        for term, value in zip(self.terms, terms, strict=True):
            total += (term.grid.index(value) - term.grid.index(term.offered)) * term.worth
        return total


@dataclass(frozen=True, slots=True)
class Condition:
    """A comparison of one figure of the world with a number.

    ``figure`` is a path such as ``indonesia/nickel/ban``; ``op`` one of ``>= <= > < ==``.
    """

    figure: str
    op: str
    value: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What an event does: add ``amount`` to a figure, or open something by name."""

    kind: str
    figure: str
    amount: int


@dataclass(frozen=True, slots=True)
class EventPlan:
    """Something that happens by date, or as an answer to what was done.

    Attributes:
        kind: ``dated`` (nobody in the game decides it) or ``answer`` (conditional).
        conditions: All must hold; a dated event has none.
        chance: Chance in each turn of its window, bp.
        repeats: Whether it can happen again.
        after: Id of an event that must have happened at least ``delay`` turns before.
    """

    id: str
    kind: str
    first_turn: int
    last_turn: int
    chance: int
    conditions: tuple[Condition, ...]
    effects: tuple[Effect, ...]
    repeats: bool
    after: str
    delay: int
    seat: str
