"""What a level fixes before the first turn: places, minerals, partners, goals.

Definitions are read by the rules and never change during a match. A world holds ids and whole
numbers only, so that it can be encoded, compared and replayed. Content builds these objects from
YAML; nothing here names a country or a mineral.
"""

from dataclasses import dataclass, field
from typing import Final

from game.engine.deal_definitions import (
    Agreement,
    Concession,
    NearbyBuyer,
    ProductStage,
    Substitute,
)
from game.engine.orders import Order
from game.engine.parameters import Parameters
from game.engine.processing import Control, Inputs, Separation
from game.engine.region_definitions import Region
from game.engine.sites import Holder, Pledge, Residue, Scrap, Shocks

ORE, REFINED, COMPONENT, PRODUCT = "ore", "refined", "component", "product"
STAGES = (ORE, REFINED, COMPONENT, PRODUCT)
OUTCOMES: Final = ("value", "revenue", "jobs", "environment", "autonomy", "standing")
"""The six outcomes every level shows, in their fixed order."""

HOME: Final = "home"
"""Owner id of national private owners; the state's own id stands for state ownership."""


@dataclass(frozen=True, slots=True)
class Mineral:
    """A mineral and how its value chain works.

    Prices are US cents per tonne of contained metal, by turn; masses kg of contained metal.

    Attributes:
        price: Baseline world price of each turn with the historical path's own effect removed.
        fed_price: Historical world price of each turn, used only when prices are fed in.
        demand: World demand in kg a year at each turn, some turns beyond the last one.
        ore_share: Price of ore relative to metal, bp.
        refined_share: Price of the refined good relative to metal, bp.
        component_share: Price of components relative to metal, bp.
        product_share: Price of finished products relative to metal, bp; only shown.
        recovery: Metal won from ore in a plant, bp.
        capital: Cost of a plant, US$ per tonne of yearly feed.
        operating: Running cost, US$ per tonne of feed.
        power_watts: Continuous power, W per kg of yearly feed (= kW per tonne).
        coal_co2, clean_co2: kg CO2 per kg metal with coal power and without.
        forest_ha: Hectares cleared per kt of new mine capacity.
        mine_jobs: People who work in mines, persons per Mt dug in a year.
        demand_low, demand_high: Span of demand over all scenarios, for who cannot know which one
            is played; empty without scenarios.
        stock_months, safety_months: Buyers' stock at the start and the floor they keep, in
            months of world demand.
        residue: What it leaves that must be stored; None where that does not matter.
        most_months: The most that buyers store, in months of world demand; 0 for no limit.
        control: The hold of a main processor over exports; None where there is none.
        separation: How the process is learned; None where any plant can do it at once.
    """

    id: str
    price: tuple[int, ...]
    fed_price: tuple[int, ...]
    demand: tuple[int, ...]
    ore_share: int
    refined_share: int
    component_share: int
    product_share: int
    recovery: int
    capital: int
    operating: int
    power_watts: int
    coal_co2: int
    clean_co2: int
    forest_ha: int
    stock_months: int
    safety_months: int
    mine_jobs: int = 60_000
    demand_low: tuple[int, ...] = ()
    demand_high: tuple[int, ...] = ()
    residue: Residue | None = None
    most_months: int = 0
    control: Control | None = None
    separation: Separation | None = None


@dataclass(frozen=True, slots=True)
class Rival:
    """Producers of a mineral whom nobody in the game governs.

    Attributes:
        output: kg a year at the start.
        ceiling: The most they can reach, kg a year.
        speed: What they can add in a year of shortage, kg a year.
        keeps: How far their usual output follows world demand, bp.
        path: Their planned output by turn, kg a year, whatever demand does; empty without a plan.
    """

    id: str
    mineral: str
    output: int
    ceiling: int
    speed: int
    keeps: int
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """The mines of one mineral in one province.

    Attributes:
        capacity: kg of contained metal a year at the start.
        reserves: kg of contained metal in the ground.
        cost_low, cost_high: Mining cost of the cheapest and dearest tonne, US cents per tonne.
        growth: Fastest yearly growth of capacity, bp.
        home_owned: Share of mines owned at home, bp.
        resource: What geology may hold beyond the reserves, kg; an estimate.
        holder: Armed holders of the site, if any.
        licence_until: Turn in which its licence ends; 0 for none that ends.
        doubt: How far the reserves may lie from the estimate, bp; 0 for certain ones.
    """

    id: str
    province: str
    mineral: str
    capacity: int
    reserves: int
    cost_low: int
    cost_high: int
    growth: int
    home_owned: int
    resource: int = 0
    holder: Holder | None = None
    licence_until: int = 0
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class Province:
    """A province: infrastructure in bp, power without coal in kW, place on the map in 1/100°."""

    id: str
    infrastructure: int
    green_kw: int
    green_kw_growth: int
    grievance: int
    longitude: int
    latitude: int


@dataclass(frozen=True, slots=True)
class StartPlant:
    """A plant that works on the first day.

    ``owner`` is ``home``, the state's own id, a partner's id, or ``outside`` for a foreign owner
    who is no partner in the level.
    """

    id: str
    province: str
    mineral: str
    feed: int
    owner: str
    coal: bool


@dataclass(frozen=True, slots=True)
class StartChain:
    """Policy and trade of one state in one mineral at the start; shares in bp.

    ``know_how`` counts where the mineral's process must be learned.
    """

    mineral: str
    royalty: int
    tax: int
    ban: int
    holiday: int
    old_trade: int
    component_capacity: int = 0
    scrap: Scrap | None = None
    know_how: int = 0
    inputs: Inputs | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A government and its country.

    Attributes:
        persona: Id of the rule persona that governs when nobody else does.
        path: The historical orders by turn, for states that have them.
        treasury: US$; ``budget_need``: US$ of mineral revenue a year that the budget counts on.
        fx_reserves: Foreign exchange in US$; ``fx_need``: US$ a year that minerals
            used to earn at home.
        risk: Political risk on the first day, bp; None where no partner weighs it.
        pledge: Its climate pledge, if any.
        state_firm: How well the state's own plants work, bp of a private one.
        family: Family of standards on the first day; empty for rules of its own.
    """

    id: str
    persona: str
    provinces: tuple[Province, ...]
    fields: tuple[Field, ...]
    chains: tuple[StartChain, ...]
    plants: tuple[StartPlant, ...]
    treasury: int
    debt: int
    budget_need: int
    fx_reserves: int
    fx_need: int
    trust: int
    enforcement: int
    skills: int
    credibility: int
    welfare: int
    levers: tuple[str, ...]
    path: tuple[tuple[Order, ...], ...] = ()
    risk: int | None = None
    pledge: Pledge | None = None
    state_firm: int = 10_000
    family: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """A state or bloc that buys, lends, builds and remembers.

    Attributes:
        hurdle: Return it asks of a plant, bp.
        threshold: Standards below which it does not invest, bp.
        weight: Its part of the capital looking for such plants, bp.
        patience: Turns it waits for an answer to an offer.
        ore_demand, refined_demand: Its share of world buying by stage, per mineral, bp.
        standing: Standing at the start with each governed state, bp.
        coal: Whether it builds plants on coal when that is allowed.
        litigates: Whether it takes a closed port to a trade court.
        exit_at: Political risk from which it leaves, bp; 10,000 for never.
        family: Id of the family of standards it follows; empty for none.
        when_short: Worth it adds to its offers when its stocks of a mineral are empty, bp.
        tariffs: Its tariff on processed goods, per mineral, bp.
    """

    id: str
    hurdle: int
    threshold: int
    weight: int
    patience: int
    ore_demand: tuple[tuple[str, int], ...]
    refined_demand: tuple[tuple[str, int], ...]
    standing: int
    coal: bool
    litigates: bool
    exit_at: int = 10_000
    family: str = ""
    when_short: tuple[tuple[str, int], ...] = ()
    tariffs: tuple[tuple[str, int], ...] = ()


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
    def turn_months(self) -> int:
        """Months that a turn lasts."""
        return self.months * self.steps
