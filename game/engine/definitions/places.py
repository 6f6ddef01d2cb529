"""What a level fixes about minerals, rivals, fields, provinces, states and partners."""

from dataclasses import dataclass
from typing import Final

from game.engine.definitions.processing import Control, Inputs, Separation
from game.engine.definitions.sites import Holder, Pledge, Residue, Scrap
from game.engine.orders import Order

ORE, REFINED, COMPONENT, PRODUCT = "ore", "refined", "component", "product"
STAGES = (ORE, REFINED, COMPONENT, PRODUCT)
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
        plant_jobs: People who work in plants, persons per Mt of yearly feed; 0 where they follow
            from what plants cost.
        component_jobs: People who make components, persons per Mt of metal a year; 0 for the usual.
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
    plant_jobs: int = 0
    component_jobs: int = 0
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
