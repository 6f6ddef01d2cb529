"""Models of places and goods: minerals, states, partners, rivals."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.content.models.base import (
    AnyShare,
    Degrees,
    Id,
    Mass,
    Measure,
    Months,
    Output,
    Part,
    Power,
    PowerPerYear,
    Price,
    Rate,
    Reference,
    Share,
    Turns,
    Usd,
    UsdPerTonne,
    UsdPerYear,
    Words,
    Year,
    YearNumber,
)
from game.content.models.processing import ControlModel, InputsModel, SeparationModel
from game.content.models.sites import (
    HolderModel,
    PledgeModel,
    ResidueModel,
    ScrapModel,
    certain,
    like_others,
    never,
)
from game.content.numbers.traced import Amount, Traced


class Growth(Part):
    """Yearly growth of demand up to and including a year."""

    until: YearNumber
    rate: Rate


class Demand(Part):
    """World demand: an amount in the first year of the level, then growth by stretches of years."""

    start: Output
    growth: list[Growth] = Field(min_length=1)


class MineralModel(Part):
    """A mineral: its texts, its prices and demand, and how its chain works.

    `refined`, `component` and `product` are what people call the stages after the ore, such as
    alumina, aluminium and aluminium goods.
    """

    name: Words
    refined: Words = Field(default_factory=dict)
    component: Words = Field(default_factory=dict)
    product: Words = Field(default_factory=dict)
    fed_price: dict[Year, Price] = Field(default_factory=dict)
    demand: Demand
    ore_share: AnyShare
    refined_share: AnyShare
    component_share: AnyShare
    product_share: AnyShare
    recovery: Share
    capital: UsdPerTonne
    operating: UsdPerTonne
    power: Annotated[Traced, Amount("kW/t")]
    coal_co2: Annotated[Traced, Amount("tCO2/t")]
    clean_co2: Annotated[Traced, Amount("tCO2/t")]
    forest: Annotated[Traced, Amount("ha/kt")]
    mine_jobs: Annotated[Traced, Amount("persons/Mt")]
    plant_jobs: Annotated[Traced, Amount("persons/Mt")] = Field(
        default_factory=lambda: Traced(0, "persons/Mt", "0", counted=False),
        description="People in plants, per Mt of ore; left out, they follow from what plants cost.",
    )
    component_jobs: Annotated[Traced, Amount("persons/Mt")] = Field(
        default_factory=lambda: Traced(0, "persons/Mt", "0", counted=False),
        description="People who make components, per Mt of metal; left out, 200 for each kt.",
    )
    stock: Months
    safety_stock: Months
    residue: ResidueModel | None = None
    most_stock: Months = Field(
        default_factory=lambda: Traced(0, "months", "0", counted=False),
        description="The most that buyers store; left out, there is no limit.",
    )
    control: ControlModel | None = None
    separation: SeparationModel | None = None


class RivalModel(Part):
    """Producers of a mineral whom nobody governs. `plan` dates what they build, come what may."""

    name: Words
    mineral: Id
    output: Output
    ceiling: Output
    speed: Output
    keeps: Share
    plan: dict[Year, Output] = Field(default_factory=dict)


class ProvinceModel(Part):
    """A province: where it lies and what it starts with."""

    name: Words
    longitude: Degrees
    latitude: Degrees
    infrastructure: Share
    green_power: Power
    green_power_growth: PowerPerYear
    grievance: Share


class FieldModel(Part):
    """The mines of one mineral in one province."""

    name: Words = Field(default_factory=dict)
    province: Id
    mineral: Id
    capacity: Output
    reserves: Mass
    cost_low: Price
    cost_high: Price
    growth: AnyShare
    home_owned: Share
    resource: Mass = Field(default_factory=lambda: Traced(0, "kg", "0", counted=False))
    holder: HolderModel | None = None
    licence_until: YearNumber | None = None
    doubt: Share = Field(default_factory=certain)


class PlantModel(Part):
    """A plant that works on the first day. `owner` is `home`, a state, a partner or `outside`."""

    name: Words = Field(default_factory=dict)
    province: Id
    mineral: Id
    feed: Output
    owner: Id
    coal: bool


class ChainModel(Part):
    """Policy and trade of one state in one mineral on the first day."""

    royalty: Share
    tax: Share
    ban: Share
    holiday: Annotated[Traced, Amount("years", 0, 30)]
    old_trade: Output
    components: Annotated[Traced, Amount("kg/year")] = Field(
        default_factory=lambda: Traced(0, "kg/year", "0", counted=False)
    )
    scrap: ScrapModel | None = None
    know_how: Share = Field(default_factory=lambda: Traced(0, "bp", "0", counted=False))
    inputs: InputsModel | None = None


class OrderModel(Part):
    """One order of the historical path, with what documents say about it."""

    order: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    target: str = ""
    set: list[Measure] = Field(min_length=1)
    sources: list[Reference] = Field(default_factory=list)


class PathYear(Part):
    """What the real government did in one year: a sentence, and orders where the game has them."""

    line: Words = Field(default_factory=dict)
    orders: list[OrderModel] = Field(default_factory=list)


class CapitalCity(Part):
    """Where a country's capital lies on the map."""

    name: Words
    longitude: Degrees
    latitude: Degrees


class StateModel(Part):
    """A government and its country."""

    name: Words
    people: Words = Field(default_factory=dict)
    flag: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    capital: CapitalCity
    persona: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    provinces: dict[Id, ProvinceModel] = Field(min_length=1)
    fields: dict[Id, FieldModel] = Field(default_factory=dict)
    plants: dict[Id, PlantModel] = Field(default_factory=dict)
    chains: dict[Id, ChainModel] = Field(min_length=1)
    treasury: Usd
    debt: Usd
    budget_need: UsdPerYear
    fx_reserves: Usd
    fx_need: UsdPerYear
    trust: Share
    enforcement: Share
    skills: Share
    credibility: Share
    welfare: Share
    risk: Share | None = None
    pledge: PledgeModel | None = None
    state_firm: Share = Field(default_factory=like_others)
    family: str = ""
    levers: dict[Annotated[str, Field(pattern=r"^[0-9]{1,2}$")], list[str]] = Field(min_length=1)
    path: dict[Year, PathYear] = Field(default_factory=dict)


class Aim(Part):
    """What a partner has said that it wants, with where it is written."""

    line: Words
    sources: list[Reference] = Field(min_length=1)


class Buying(Part):
    """A partner's share of world buying of one mineral, by stage, and its tariff on metal."""

    ore: Share
    refined: Share
    tariff: Share = Field(default_factory=lambda: Traced(0, "bp", "0 %", counted=False))


class PartnerModel(Part):
    """A state or bloc that buys, lends, builds and remembers."""

    name: Words
    people: Words = Field(default_factory=dict)
    flag: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    caption: Words = Field(default_factory=dict)
    aims: list[Aim] = Field(default_factory=list)
    hurdle: Share
    threshold: Share
    weight: Share
    patience: Turns
    buys: dict[Id, Buying] = Field(default_factory=dict)
    standing: Share
    coal: bool
    litigates: bool
    exit_at: Share = Field(default_factory=never)
    family: str = ""
    when_short: dict[Id, Share] = Field(default_factory=dict)
