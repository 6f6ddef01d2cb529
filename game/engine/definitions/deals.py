"""What a level fixes about deals between governments and firms; all of it is optional."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concession:
    """A firm's right to dig a field until a date.

    Attributes:
        state, field: Whose mine it is, and which.
        partner: The firm's home among the partners.
        expires: Turn in which the right ends.
        state_share: The government's share of the mine at the start, bp.
        claim: Part of the years after the end that the firm hopes a court would give it, bp.
    """

    id: str
    state: str
    field: str
    partner: str
    expires: int
    state_share: int
    claim: int


TRADE, INVESTMENT = "trade", "investment"


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty between states and partners.

    Attributes:
        kind: ``trade`` lowers tariffs on processed goods, ``investment`` protects investors.
        states: Who may be a member; ``members`` are so from the first day on.
        partners: The partners that are bound by it.
        first: Turn from which it is in force.
        cut: Part of the tariffs that it takes away in the end, bp.
        phase: Turns until all of that is gone.
    """

    id: str
    kind: str
    states: tuple[str, ...]
    members: tuple[str, ...]
    partners: tuple[str, ...]
    first: int
    cut: int
    phase: int


@dataclass(frozen=True, slots=True)
class Substitute:
    """What users can turn to instead of a mineral.

    Attributes:
        source: The mineral that users leave; ``target`` what they turn to, empty for something
            outside the level.
        above: Rise of the source's price against the target's from which they switch, bp.
        speed: Demand that moves in a year in which it is dearer by as much again, bp.
        disgust: Demand that moves in a year in which the source's mines do all harm, bp.
        worth: kg of the target that replace a kg of the source, bp.
    """

    id: str
    source: str
    target: str
    above: int
    speed: int
    disgust: int
    worth: int


@dataclass(frozen=True, slots=True)
class ProductStage:
    """Finished goods that a state makes from its components.

    Attributes:
        capacity: Components that its works take at the start, kg a year.
        technology: What its firms can make of the best in the world, bp.
        most: Part of all components that works at home can take in the end, bp.
    """

    state: str
    mineral: str
    capacity: int
    technology: int
    most: int


@dataclass(frozen=True, slots=True)
class NearbyBuyer:
    """A maker of goods inside the region: what it takes each turn of the level, kg a year."""

    id: str
    mineral: str
    stage: str
    demand: tuple[int, ...]
