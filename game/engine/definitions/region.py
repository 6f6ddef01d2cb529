"""What a level fixes about coordination among states: members, meetings, institutions, rules."""

from dataclasses import dataclass

PRICE_CLUB, QUOTA, SWAP, DATA, RECOGNITION, LOAN = (
    "price_club",
    "quota",
    "swap",
    "data",
    "recognition",
    "loan",
)
DEAL_KINDS = (PRICE_CLUB, QUOTA, SWAP, DATA, RECOGNITION, LOAN)
"""Kinds of deals that governed states may strike with one another."""


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal that a ministers' meeting can adopt.

    Attributes:
        figure: The figure of the region that it sets, e.g. ``region/strictness``.
        value: To what.
    """

    id: str
    figure: str
    value: int


@dataclass(frozen=True, slots=True)
class Role:
    """A part in making electric cars, with how well each member is placed for it, bp."""

    id: str
    fit: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """The certificate of the region on the first day.

    Attributes:
        strictness: Standards that it asks for, bp.
        audit: Who checks: 0 each state itself, 1 a body of the region, 2 outsiders.
        trust: How far buyers believe it, bp.
        equal: The partner whose own label may be taken as equal, or empty.
    """

    strictness: int
    audit: int
    trust: int
    equal: str


@dataclass(frozen=True, slots=True)
class Window:
    """A pool of lenders. ``pool`` US$ a year; the rules are shares in bp.

    Attributes:
        lenders: Partners that fill the pool in equal parts.
        autonomy_floor: Autonomy below which a member may not borrow.
        share_most: Largest share of debts to partners that may be owed to one of them.
        years: Years until a loan is repaid.
    """

    lenders: tuple[str, ...]
    pool: int
    autonomy_floor: int
    share_most: int
    years: int


@dataclass(frozen=True, slots=True)
class Initiative:
    """A partner's initiative that members may join, watch or stay out of.

    Attributes:
        chance: Yearly chance at first that its funding arrives for who has joined, bp.
        grows: What that chance gains a year, bp.
        grant: US$ that arrive.
    """

    partner: str
    chance: int
    grows: int
    grant: int


@dataclass(frozen=True, slots=True)
class Club:
    """Friends who buy and build where standards are high and books are open.

    Attributes:
        partners: Partners in the club.
        floor: Standards that it asks for, bp.
        turns: Turns that it takes to look at an application.
    """

    partners: tuple[str, ...]
    floor: int
    turns: int


@dataclass(frozen=True, slots=True)
class Region:
    """States that may act together, and how.

    Attributes:
        members: Ids of states, in order.
        cohesion: How far they speak with one voice at the start, bp.
        meets_first: The first turn with a meeting of ministers; -1 when they never meet.
        meets_every: Turns from one meeting to the next.
        cartel: The mineral whose producers may agree to cut output, or empty.
        data: Whether there is a common data base, and its quality at the start; -1 for none.
        fund: Whether there is a trust fund; ``award``: whether there is a prize.
        restrictions: World level of limits on trade at the start, bp; -1 when it is not counted.
        opinions: (state, partner, opinion at home at the start, bp).
        deals: Kinds of deals that members may strike with one another.
    """

    members: tuple[str, ...]
    cohesion: int
    meets_first: int = -1
    meets_every: int = 0
    cards: tuple[Card, ...] = ()
    cartel: str = ""
    label: Label | None = None
    roles: tuple[Role, ...] = ()
    data: int = -1
    fund: bool = False
    award: bool = False
    window: Window | None = None
    initiative: Initiative | None = None
    club: Club | None = None
    restrictions: int = -1
    opinions: tuple[tuple[str, str, int], ...] = ()
    deals: tuple[str, ...] = ()
