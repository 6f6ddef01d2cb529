"""A small level for tests: two countries, one mineral, three partners, everything that can happen.

Its numbers are made up for testing; they stand for no real place.
"""

from dataclasses import replace

from game.engine.definitions.happenings import Condition, Effect, EventPlan, OfferPlan, Term
from game.engine.definitions.level import Anchors, Level, Mandate, Prediction
from game.engine.definitions.places import (
    Field,
    Mineral,
    Partner,
    Province,
    Rival,
    StartChain,
    StartPlant,
    State,
)
from game.engine.orders import Order
from game.engine.rules import LEVERS

M = 1_000_000
TURNS = 6
AVAL, BORA = "aval", "bora"
BAN_NOW = Order("export_ban", "zinc.ore", (10_000, 0))
BAN_ANNOUNCED = Order("export_ban", "zinc.ore", (10_000, 1))
HALF_BAN = Order("export_ban", "zinc.ore", (5_000, 0))
TAX = Order("export_tax", "zinc.ore", (1_000,))
ROYALTY = Order("royalty", "zinc", (1_000,))
PARK = Order("park", "north", (50 * M,))


def _mineral() -> Mineral:
    price = (1_500_000, 1_600_000, 2_400_000, 1_500_000, 1_300_000, 1_400_000)
    return Mineral(
        id="zinc",
        price=price,
        fed_price=price,
        demand=tuple((1_300 + 60 * turn) * M for turn in range(TURNS + 30)),
        ore_share=2_500,
        refined_share=7_500,
        component_share=13_000,
        product_share=55_000,
        recovery=8_000,
        capital=15_000,
        operating=3_800,
        power_watts=5,
        coal_co2=60,
        clean_co2=29,
        forest_ha=60,
        stock_months=3,
        safety_months=1,
    )


def _state(state_id: str, capacity: int, path: tuple[tuple[Order, ...], ...]) -> State:
    north = "north" if state_id == AVAL else "south"
    return State(
        id=state_id,
        persona="holder" if state_id == AVAL else "open_trader",
        provinces=(Province(north, 3_500, 400_000, 40_000, 5_500, 12_000, -100),),
        fields=(
            Field(
                f"{north}-zinc",
                north,
                "zinc",
                capacity * M,
                20_000 * M,
                90_000,
                230_000,
                2_000,
                6_000,
            ),
        ),
        chains=(StartChain("zinc", 500, 0, 0, 0, 20 * M),),
        plants=(
            StartPlant("old", north, "zinc", 30 * M, state_id, True),
            StartPlant("new", north, "zinc", 40 * M, "japan", False),
        ),
        treasury=500 * M,
        debt=50 * M,
        budget_need=100 * M,
        fx_reserves=1_000 * M,
        fx_need=120 * M,
        trust=5_000,
        enforcement=3_000,
        skills=2_500,
        credibility=3_000,
        welfare=4_000,
        levers=tuple(LEVERS),
        path=path,
    )


def _partners() -> tuple[Partner, ...]:
    buys = (("zinc", 5_000),), (("zinc", 5_000),)
    some = (("zinc", 2_500),), (("zinc", 2_500),)
    return (
        Partner("china", 700, 0, 6_500, 2, *buys, 5_500, True, False),
        Partner("european-union", 1_500, 5_500, 1_200, 3, *some, 5_500, False, True),
        Partner("japan", 1_200, 2_000, 1_000, 2, *some, 6_000, False, False),
    )


def _offers(seat: str, province: str) -> tuple[OfferPlan, ...]:
    years = Term("years", (5, 10, 15), 10, 300)
    loan = (Term("loan", (50, 100, 150), 100, -200), Term("offtake", (0, 1_000, 3_000), 1_000, 250))
    plant = (Term("coal", (0, 1), 1, 300), Term("feed", (10, 20, 40), 20, 200))
    share = Term("state_share", (0, 1_000, 2_000), 0, -250)
    return (
        OfferPlan(
            f"{seat}-loan", "china", seat, "loan", "zinc", province, 0, 5, 8_000, (),
            (*loan, years), 500,
        ),
        OfferPlan(
            f"{seat}-plant", "japan", seat, "plant", "zinc", province, 1, 5, 6_000,
            (Condition(f"{seat}/trust", ">=", 1_000),), (*plant, share, years), 600,
        ),
    )  # fmt: skip


def _events() -> tuple[EventPlan, ...]:
    flood = Effect("add", "bora/south/grievance", 400)
    goodwill = Effect("add", "aval/trust", 100)
    closed = Condition("aval/zinc/closed", ">=", 5_000)
    return (
        EventPlan("storm", "dated", 1, 4, 5_000, (), (flood,), True, "", 0, ""),
        EventPlan("answer", "answer", 0, 5, 10_000, (closed,), (goodwill,), False, "", 0, AVAL),
        EventPlan("later", "answer", 0, 5, 4_000, (), (goodwill,), False, "answer", 1, AVAL),
    )


def _predictions() -> tuple[Prediction, ...]:
    smelters = (Condition("aval/zinc/pipeline_feed", ">", 0),)
    buyers_left = (Condition("aval/zinc/switchable", ">=", 5_000),)
    return (
        Prediction(
            "ban-value", AVAL, 0, "export_ban", "aval/zinc/exports", 2, 500,
            (("smelters", smelters), ("buyers", buyers_left)),
        ),
        Prediction("trust-later", AVAL, 1, "", "aval/trust", 3, 200, (("drift", ()),)),
    )  # fmt: skip


def small_level() -> Level:
    """Return the test level: 6 turns of a year; Aval may be governed, Bora has a persona."""
    path: tuple[tuple[Order, ...], ...] = ((BAN_ANNOUNCED,), (PARK,), (), (HALF_BAN, TAX), (), ())
    return Level(
        id="test-zinc",
        digest="5e" * 32,
        months=12,
        turns=TURNS,
        first_year=2010,
        seats=(AVAL,),
        minerals=(_mineral(),),
        states=(_state(AVAL, 300, path), _state(BORA, 250, ())),
        partners=_partners(),
        rivals=(Rival("others", "zinc", 700 * M, 1_100 * M, 120 * M, 2_000),),
        offers=(*_offers(AVAL, "north"), *_offers(BORA, "south")),
        events=_events(),
        mandates=(
            Mandate("industrialiser", (35, 10, 25, 5, 15, 10)),
            Mandate("guardian", (0, 0, 10, 80, 0, 10)),
        ),
        predictions=_predictions(),
        anchors=Anchors(2_000 * M, 300 * M, 50_000, 20_000 * M, 100_000),
    )


def quarterly_level() -> Level:
    """Return the test level with turns of three months."""
    return replace(small_level(), id="test-zinc-quarters", digest="5f" * 32, months=3)


def two_minerals_level() -> Level:
    """Return the test level with a second mineral, mined by Aval alone."""
    level = small_level()
    lead = replace(level.minerals[0], id="lead", ore_share=3_000, recovery=9_000)
    aval, bora = level.states
    vein = replace(aval.fields[0], id="north-lead", mineral="lead", capacity=90 * M)
    aval = replace(
        aval,
        fields=(*aval.fields, vein),
        chains=(*aval.chains, StartChain("lead", 300, 500, 0, 5, 0)),
    )
    partners = tuple(
        replace(
            partner,
            ore_demand=(*partner.ore_demand, ("lead", partner.ore_demand[0][1])),
            refined_demand=(*partner.refined_demand, ("lead", partner.refined_demand[0][1])),
        )
        for partner in level.partners
    )
    return replace(
        level,
        id="test-two-minerals",
        digest="60" * 32,
        minerals=(lead, *level.minerals),
        states=(aval, bora),
        partners=partners,
        rivals=(*level.rivals, Rival("lead-others", "lead", 900 * M, 1_500 * M, 50 * M, 5_000)),
    )
