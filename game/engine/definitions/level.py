"""What a level fixes before the first turn: places, minerals, partners, goals.

Definitions are read by the rules and never change during a match. A world holds ids and whole
numbers only, so that it can be encoded, compared and replayed. Content builds these objects from
YAML; nothing here names a country or a mineral.
"""

from dataclasses import dataclass, field
from typing import Final

from game.engine.definitions.deals import (
    Agreement,
    Concession,
    NearbyBuyer,
    ProductStage,
    Substitute,
)
from game.engine.definitions.happenings import Condition, EventPlan, OfferPlan
from game.engine.definitions.places import (
    Mineral,
    Partner,
    Rival,
    State,
)
from game.engine.definitions.region import Region
from game.engine.definitions.sites import Shocks
from game.engine.parameters.rules import Parameters

OUTCOMES: Final = ("value", "revenue", "jobs", "environment", "autonomy", "standing")
"""The six outcomes every level shows, in their fixed order."""
SCENARIO_MARK: Final = "@"
"""Stands between the id of a level and that of the scenario it is played in."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """A goal the player picks.

    Attributes:
        weights: A weight for each outcome, summing to 100.
        aims: What this goal hopes to see at the end, each with its conditions. They are told
            apart from the score.
    """

    id: str
    weights: tuple[int, ...]
    aims: tuple[tuple[str, tuple[Condition, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Prediction:
    """A question asked before a big decision.

    Attributes:
        when: Conditions under which it is asked, or a turn.
        figure: The figure whose direction is asked for.
        turns: How many turns later it is answered.
        deadband: A change smaller than this, in bp of the figure, counts as "stays".
        reasons: Ids of the reasons offered; each is judged by a condition when answered.
    """

    id: str
    seat: str
    turn: int
    lever: str
    figure: str
    turns: int
    deadband: int
    reasons: tuple[tuple[str, tuple[Condition, ...]], ...]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Half marks: the level of an outcome that earns 50 of 100 points. Money in US$ a year."""

    value: int
    revenue: int
    jobs: int
    emissions: int
    forest: int


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """Everything that is fixed before the first turn. Two levels are equal only when the same.

    Attributes:
        digest: Hash of the level by meaning; comments, texts and key order do not change it.
        months: Months a step of the rules lasts: 3, 6 or 12.
        turns: Turns, each with one sheet for every seat.
        first_year, first_month: Date of the first turn.
        seats: States that a human may govern.
        prices_fed: Whether the world price is fed in instead of made by the rules.
        steps: Steps that a turn is resolved in, one after the other, under its one sheet.
        concessions: Rights of firms to mines that end on a date.
        shocks: Far-away shocks to energy and freight, if the level has them.
        region: States that may act together, and their institutions; None without any.
        families: Ids of the families of standards that a state may choose from.
        agreements: Treaties on trade and investment.
        substitutes: Rungs by which users leave one mineral for another.
        products: Stages of finished goods.
        nearby: Buyers inside the region.
    """

    id: str
    digest: str
    months: int
    turns: int
    first_year: int
    seats: tuple[str, ...]
    minerals: tuple[Mineral, ...]
    states: tuple[State, ...]
    partners: tuple[Partner, ...]
    rivals: tuple[Rival, ...]
    offers: tuple[OfferPlan, ...]
    events: tuple[EventPlan, ...]
    mandates: tuple[Mandate, ...]
    predictions: tuple[Prediction, ...]
    anchors: Anchors
    parameters: Parameters = field(default_factory=Parameters)
    first_month: int = 1
    prices_fed: bool = False
    region: Region | None = None
    steps: int = 1
    concessions: tuple[Concession, ...] = ()
    shocks: Shocks | None = None
    families: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    substitutes: tuple[Substitute, ...] = ()
    products: tuple[ProductStage, ...] = ()
    nearby: tuple[NearbyBuyer, ...] = ()

    @property
    def scenario(self) -> str:
        """The scenario that is played; empty for the level as it is usually played."""
        return self.id.partition(SCENARIO_MARK)[2]

    @property
    def turn_months(self) -> int:
        """Months that a turn lasts."""
        return self.months * self.steps
