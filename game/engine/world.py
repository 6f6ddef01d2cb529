"""The world between two turns: whole numbers and ids, immutable to everyone outside the turn."""

from dataclasses import dataclass, field
from typing import Final

from game.engine.definitions.level import Level
from game.engine.layout.layout import Layout, layout_of
from game.engine.layout.region import open_region
from game.engine.numbers import BP, muldiv
from game.engine.pacts import Pact
from game.engine.start.places import open_chain, open_control, open_family
from game.engine.start.sites import open_sites

NEVER = 1 << 20
"""A turn that no game reaches."""


@dataclass(slots=True, init=False)
class Plant:
    """A smelter or refinery, working or being built; it never changes.

    A large world makes 160 of them a turn. A frozen dataclass takes three times as long to make,
    a hundred times as long when compiled; ``Final`` forbids the same changes, and costs nothing.

    Attributes:
        id: Derived from state, province, owner and the turn in which it was begun.
        feed: Ore it can take, kg of contained metal a year.
        owner: A partner's id, or ``home``.
        state_share: Share bought by the government, bp.
        coal: Whether its power is coal.
        opens: Turn in which it begins to work.
        holiday_until: First turn in which it pays profit tax.
        cost: What it cost to build, US$.
        line: Its line in the encoding of a world, written when first asked for: a plant never
            changes, and writing every plant each turn was most of a digest's work.
    """

    id: Final[str]
    state: Final[str]
    province: Final[str]
    mineral: Final[str]
    feed: Final[int]
    owner: Final[str]
    state_share: Final[int]
    coal: Final[bool]
    opens: Final[int]
    holiday_until: Final[int]
    cost: Final[int]
    line: str = field(init=False, repr=False, compare=False)

    def __init__(
        self,
        id: str,
        state: str,
        province: str,
        mineral: str,
        feed: int,
        owner: str,
        state_share: int,
        coal: bool,
        opens: int,
        holiday_until: int,
        cost: int,
    ) -> None:
        self.id = id
        self.state = state
        self.province = province
        self.mineral = mineral
        self.feed = feed
        self.owner = owner
        self.state_share = state_share
        self.coal = coal
        self.opens = opens
        self.holiday_until = holiday_until
        self.cost = cost
        self.line = ""


@dataclass(frozen=True, slots=True)
class Find:
    """A deposit that was found and is not dug yet: kg of contained metal, and when it opens."""

    id: str
    state: str
    field: str
    size: int
    opens: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A deal on the table, for the last time in the turn before ``expires``.

    ``terms`` follow the order of its plan's terms.
    """

    id: str
    plan: str
    partner: str
    seat: str
    made: int
    expires: int
    terms: tuple[int, ...]
    countered: bool = False


@dataclass(frozen=True, slots=True)
class Contract:
    """A deal in force until a turn. ``terms`` are (name, value) pairs."""

    id: str
    plan: str
    partner: str
    seat: str
    kind: str
    mineral: str
    until: int
    terms: tuple[tuple[str, int], ...]

    def term(self, name: str) -> int:
        """Return the value of a term, 0 when the contract has none of that name."""
        for key, value in self.terms:
            if key == name:
                return value
        return 0


@dataclass(frozen=True, slots=True)
class Memory:
    """Something a partner remembers of a seat: a code and how its standing moved, bp."""

    turn: int
    seat: str
    partner: str
    code: str
    change: int


@dataclass(frozen=True, slots=True)
class Change:
    """A policy changed lately: a reversal within two turns costs one point more."""

    seat: str
    lever: str
    target: str
    turn: int
    before: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class World:
    """A whole world at the start of a turn.

    Attributes:
        layout: The level's definitions and where each figure stands; shared, not encoded.
        seed: The match's luck.
        turn: Number of the turn to be resolved next, from 0.
        values: All figures, by slot.
        plants, offers, contracts, finds, pacts: Sorted by id.
        memories: In order of turn, seat and partner.
        fired: (event id, turn) of all that happened.
        changes: Policies changed in the last two turns.
        imagined: Whether it was rebuilt from a view. Nobody knows the next year's price, so an
            imagined world draws it around today's. Real worlds are never imagined; the mark is
            not encoded.
    """

    layout: Layout
    seed: int
    turn: int
    values: tuple[int, ...]
    plants: tuple[Plant, ...] = ()
    offers: tuple[Offer, ...] = ()
    contracts: tuple[Contract, ...] = ()
    memories: tuple[Memory, ...] = ()
    fired: tuple[tuple[str, int], ...] = ()
    changes: tuple[Change, ...] = ()
    finds: tuple[Find, ...] = ()
    pacts: tuple[Pact, ...] = ()
    imagined: bool = False

    @property
    def level(self) -> Level:
        """The level's definitions."""
        return self.layout.level

    @property
    def clock(self) -> int:
        """Number of the next step of the rules; dates in the world are counted in steps."""
        return self.turn * self.layout.level.steps

    @property
    def over(self) -> bool:
        """Whether the last turn has been resolved."""
        return self.turn >= self.layout.level.turns

    def figure(self, path: str) -> int:
        """Return a figure by its path, e.g. ``indonesia/nickel/exports``.

        Raises:
            KeyError: The level has no such figure.
        """
        return self.values[self.layout.slots[path]]


def bare_world(level: Level, seed: int) -> World:
    """Return a world with nothing on its books: every flow is zero (see start.opening)."""
    layout = layout_of(level)
    row = [0] * len(layout.paths)
    for mineral in layout.minerals:
        spec = mineral.spec
        row[mineral.price] = spec.fed_price[0] if level.prices_fed else spec.price[0]
        row[mineral.expected_price] = row[mineral.price]
        row[mineral.stock] = muldiv(spec.demand[0], spec.stock_months, 12)
        for rival in mineral.rivals:
            row[rival.output] = rival.spec.output
        open_control(mineral, row)
    for state in layout.states:
        _open_state(layout, state.spec.id, row)
    for state in layout.states:
        for tie in state.ties:
            partner = next(p for p in level.partners if p.id == tie.partner)
            row[tie.standing] = partner.standing
    for product in layout.products.values():
        row[product.products] = product.spec.capacity
        row[product.technology] = product.spec.technology
    for agreement in layout.agreements:
        row[agreement.member] = int(agreement.state in agreement.spec.members)
        row[agreement.since] = agreement.spec.first
    for place in layout.concessions:
        row[place.state_share] = place.spec.state_share
        row[place.expires] = place.spec.expires
    open_sites(layout, row, seed)
    if layout.region is not None:
        open_region(layout.region, row)
    plants = tuple(
        sorted(
            (
                Plant(
                    id=f"{state.id}.{plant.id}",
                    state=state.id,
                    province=plant.province,
                    mineral=plant.mineral,
                    feed=plant.feed,
                    owner=plant.owner,
                    state_share=BP if plant.owner == state.id else 0,
                    coal=plant.coal,
                    opens=-60,
                    holiday_until=-60,
                    cost=0,
                )
                for state in level.states
                for plant in state.plants
            ),
            key=lambda plant: plant.id,
        )
    )
    return World(layout=layout, seed=seed, turn=0, values=tuple(row), plants=plants)


def _open_state(layout: Layout, state_id: str, row: list[int]) -> None:
    place = layout.state(state_id)
    spec = place.spec
    for name in (
        "treasury",
        "debt",
        "fx_reserves",
        "trust",
        "credibility",
        "enforcement",
        "skills",
    ):
        row[getattr(place, name)] = getattr(spec, name)
    row[place.welfare] = spec.welfare
    row[place.fx_habit] = spec.fx_need
    row[place.capital] = 4
    row[layout.world.outside] -= spec.treasury
    for province in place.provinces:
        row[province.infrastructure] = province.spec.infrastructure
        row[province.green_kw] = province.spec.green_kw
        row[province.grievance] = province.spec.grievance
        for item in province.fields:
            row[item.capacity] = item.spec.capacity
            row[item.reserves] = item.spec.reserves
            row[item.resource] = item.spec.resource
    for chain, start in zip(place.chains, spec.chains, strict=True):
        row[chain.royalty] = start.royalty
        row[chain.tax] = start.tax
        row[chain.ban] = start.ban
        row[chain.ban_next] = start.ban
        row[chain.closed] = start.ban
        row[chain.holiday] = start.holiday
        row[chain.old_trade] = start.old_trade
        row[chain.components] = start.component_capacity
        row[chain.quota] = BP
        open_chain(chain, start, row)
    open_family(place, layout.level.families, row)
