"""Cases of deals with firms and partners: R60 to R63."""

from dataclasses import replace

from game.engine.definitions.deals import Concession
from game.engine.definitions.happenings import OfferPlan, Term
from game.engine.orders import Order
from game.engine.world import Contract
from tests.rules.cases_investment import WEST, WEST_ONLY, _ban
from tests.rules.rulebook import Case
from tests.worlds_for_rules import (
    KT,
    USD_M,
    arland,
    mines,
    parameters,
    partner,
    plant,
    policy,
    whole,
)

REVENUE = "arland/revenue"
MINE_TAX = 36_080_000  # 22 % of 200 m, of which 18 % are priced away
STILL = whole(prices_fed=True)


def right(expires: int, share: int = 0, claim: int = 0) -> Concession:
    return Concession("pit", "arland", "north-mine", "east", expires, share, claim)


def renewal(**offered: int) -> OfferPlan:
    """Return the firm's offer of ten more years for nothing, with what else it offers."""
    plain = {"years": 10, "share": 0, "price": 0, "smelter": 0, **offered}
    grids = {
        "years": (0, 10),
        "share": (0, 1_500, 3_500, 5_000),
        "price": (0, 100),
        "smelter": (0, 20),
    }
    worth = {"years": 100, "share": -100, "price": 100, "smelter": -100}
    return OfferPlan(
        id="years",
        partner="east",
        seat="arland",
        kind="renewal",
        mineral="metal",
        province="",
        first_turn=1,
        last_turn=8,
        chance=10_000,
        gate=(),
        terms=tuple(Term(x, grids[x], plain[x], worth[x]) for x in sorted(plain)),
        reserve=0,
        concession="pit",
        again=2,
    )


def asks(years: int, share: int, price: int = 0, smelter: int = 0) -> dict[int, tuple[Order, ...]]:
    """Return the order of the second year that asks for other terms; they stand in ABC order."""
    return {1: (Order("answer_offer", "years.001", (2, price, share, smelter, years)),)}


def contract(kind: str, until: int = 9, **terms: int) -> Contract:
    named = tuple(sorted(terms.items()))
    return Contract("deal.000", "deal", "east", "arland", kind, "metal", until, named)


ALONE = (
    parameters(home_weight=0),
    *(partner(x, weight=0) for x in ("east", "west", "south", "isle")),
)
RENEWALS = (
    Case(
        "R60",
        "with two years left a firm gives 35 % of the mine for ten more",
        # at 12 %: 2 years of half the mine are worth 1.69 x 0.5 = 0.85 of a yearly profit, and
        # 12 years of 15 % are 6.19 x 0.15 = 0.93
        {"arland/pit/state_share": (0, 3_500), "arland/pit/expires": (3, 13)},
        (whole(concessions=(right(3),), offers=(renewal(),)),),
        orders=asks(10, 3_500),
        turns=2,
    ),
    Case(
        "R60",
        "with eight years left it keeps them: 8 years of a half are 2.48, 18 of 15 % are 1.09",
        {"arland/pit/state_share": (0, 0), "arland/pit/expires": (9, 9)},
        (whole(concessions=(right(9),), offers=(renewal(),)),),
        orders=asks(10, 3_500),
        turns=2,
    ),
    Case(
        "R60",
        "who hopes to win the later years in court gives less for them",
        {"arland/pit/state_share": 0},
        (whole(concessions=(right(3, claim=5_000),), offers=(renewal(),)),),
        orders=asks(10, 3_500),
        turns=2,
    ),
    Case(
        "R60",
        "a price makes up for shares, and the treasury pays it",
        {"arland/pit/state_share": 1_500, "east/owners": 100 * USD_M},
        (whole(concessions=(right(6),), offers=(renewal(price=100, share=1_500),)),),
        orders={1: (Order("answer_offer", "years.001", (1,)),)},
        turns=2,
    ),
    Case(
        "R60a",
        "a fifth of the mine earns a fifth of what is left after a fifth was put back",
        # 163.92 m after tax x 0.8 x 0.2
        {REVENUE: MINE_TAX + 26_227_200},
        (whole(concessions=(right(30, share=2_000),)),),
    ),
    Case(
        "R60a",
        "private owners at home earn their half of the rest",
        # 180 m wages and supplies, the tax, the dividend, half of 163.92 - 26.2272
        {"arland/home_income": 180 * USD_M + MINE_TAX + 26_227_200 + 68_846_400},
        (whole(concessions=(right(30, share=2_000),)),),
    ),
    Case(
        "R60b",
        "a smelter that was not begun in time is paid for with a tenth of its price",
        {REVENUE: MINE_TAX + 50 * USD_M, "arland/pit/pledge": 0},
        (whole(concessions=(right(30),)),),
        {"arland/pit/pledge": 50 * KT},
        seed=3,
        plants={},
    ),
    Case(
        "R60b",
        "where no ore may leave a smelter is likely begun",
        {"arland/pit/pledge": 0},
        (whole(concessions=(right(30),)), policy(ban=10_000), *ALONE),
        {"arland/pit/pledge": 50 * KT, "arland/pit/pledge_due": 9},
        plants={"arland.north.east.000": 50 * KT},
        seed=4,
    ),
    Case(
        "R60c",
        "half of the skills run 70 % of the mine that a firm left",
        {
            "arland/north-mine/capacity": 140 * KT,
            "arland/pit/state_share": 5_000,
            "arland/pit/ended": 1,
        },
        (whole(concessions=(right(0),)),),
    ),
    Case(
        "R60c",
        "full skills lose nothing of it",
        {"arland/north-mine/capacity": 200 * KT},
        (whole(concessions=(right(0),)),),
        {"arland/skills": 10_000},
    ),
)

OWING = {"arland/debt": 150 * USD_M, "arland/east/debt": 100 * USD_M}
LOAN = contract("loan", 5, loan=100, interest=200, grace=0, signed=0)
LARGE = {"arland/treasury": 0, "arland/debt": 1_000 * USD_M, "arland/east/debt": 1_000 * USD_M}
LOANS = (
    Case(
        "R61",
        "its own rate on what is owed to the partner, 6 % on the rest, a fifth back each year",
        {
            REVENUE: (MINE_TAX - 5 * USD_M, MINE_TAX - 5 * USD_M, MINE_TAX - 4_600_000),
            "arland/east/debt": (100 * USD_M, 80 * USD_M, 60 * USD_M),
        },
        (),
        OWING,
        turns=3,
        contracts=(LOAN,),
    ),
    Case(
        "R61",
        "two years of grace, then thirds",
        {"arland/east/debt": (100 * USD_M, 100 * USD_M, 100 * USD_M, 66_666_667, 33_333_334, 0)},
        (),
        OWING,
        turns=6,
        contracts=(contract("loan", 5, loan=100, interest=200, grace=2, signed=0),),
    ),
    Case(
        "R61a",
        "with collateral the debt goes, and a tenth of all receipts with it",
        {
            "arland/east/debt": (1_000 * USD_M, 0, 0),
            "arland/east/committed": (0, 1_000, 1_000),
            "east/owners": (0, 0, 3_608_000),
        },
        (),
        LARGE,
        turns=3,
        contracts=(contract("loan", 2, loan=1_000, interest=0, collateral=1_000, signed=0),),
    ),
    Case(
        "R61a",
        "without collateral it is owed a turn longer",
        {"arland/east/debt": (1_000 * USD_M, 1_000 * USD_M, 1_000 * USD_M), "east/owners": 0},
        (),
        LARGE,
        turns=3,
        contracts=(contract("loan", 2, loan=1_000, interest=0, signed=0),),
    ),
)

SAVINGS = (
    Case(
        "R61b",
        "half of what receipts exceed the need by is saved, and earns 3 %",
        # 36.08 m of tax and 3 m of interest against a need of 20 m
        {"arland/savings/fund": 109_540_000, "arland/treasury": 1_009_540_000},
        (arland(budget_need=20 * USD_M),),
        {"arland/savings/fund": 100 * USD_M, "arland/savings/saving": 5_000},
    ),
    Case(
        "R61b",
        "a hole is filled from the fund before anything is borrowed",
        {"arland/debt": 0, "arland/treasury": 0},
        (),
        {"arland/savings/fund": 500 * USD_M, "arland/treasury": 0},
    ),
    Case(
        "R61c",
        "a fifth of 80 kt goes into store and is paid for",
        {"arland/metal/state_stock": 16 * KT, "arland/spending": 112 * USD_M},
        (plant(100, "east"), STILL),
        {"arland/metal/storing": 2_000},
    ),
    Case(
        "R61c",
        "half of the store is sold at today's price",
        {"arland/metal/state_stock": 5 * KT, REVENUE: MINE_TAX + 35 * USD_M},
        (STILL,),
        {"arland/metal/storing": -5_000, "arland/metal/state_stock": 10 * KT},
    ),
)

OFFTAKES = (
    Case(
        "R62",
        "half of the ore at a tenth less",
        {"arland/metal/ore_value": 475 * USD_M},
        (STILL,),
        contracts=(contract("offtake", ore_offtake=5_000, discount=1_000),),
    ),
    Case(
        "R62",
        "a fixed price stands against the market, and its ore goes to who signed",
        # 100 kt at 3,000 US$, 100 kt at 2,500, of which a quarter; luck without talks about it
        {"arland/metal/ore_value": 550 * USD_M, "arland/east/bought": 362_500_000},
        (STILL,),
        seed=3,
        contracts=(
            contract("offtake", ore_offtake=5_000, discount=0, fixed=10_000, first_price=300_000),
        ),
    ),
    Case(
        "R62a",
        "metal sold years ahead takes 3 points off the hurdle",
        # the return of R19's case is 19.69 %, half ask 24.38 %: 0.2985 of 22.5 kt
        plants={WEST: 6_716_250},
        tweaks=(
            _ban,
            policy(ban=10_000),
            *WEST_ONLY,
            partner("west", weight=2_500, hurdle=1_969),
            parameters(offtake_security=300),
        ),
        contracts=(contract("offtake", offtake=10_000),),
    ),
    Case(
        "R62a",
        "no promise takes more off than a state bank would ask less",
        # only two points are left from 17.69 % down to 15.69 %, so half ask 23.38 % and not
        # 22.38 %: 0.3347 of 22.5 kt
        plants={WEST: 7_530_750},
        tweaks=(
            _ban,
            policy(ban=10_000),
            *WEST_ONLY,
            partner("west", weight=2_500, hurdle=1_769),
            parameters(offtake_security=300, policy_hurdle=1_569),
        ),
        contracts=(contract("offtake", offtake=10_000),),
    ),
    Case(
        "R62c",
        "when a promise ends, what other contracts promise of ore and metal stays promised",
        # 2,000 of ore and 1,000 of metal: 10,000 - (2,500 + 3,000) / 2
        {"arland/east/committed": (7_000, 3_000), "arland/autonomy": (5_250, 7_250)},
        (STILL,),
        {"arland/east/committed": 7_000},
        turns=2,
        contracts=(
            contract("offtake", 1, ore_offtake=4_000),
            replace(contract("offtake", ore_offtake=2_000), id="deal.001"),
            replace(contract("offtake", offtake=1_000), id="deal.002"),
        ),
    ),
    Case(
        "R62c",
        "more than all cannot be promised, and one that ends leaves the others whole",
        {"arland/east/committed": (10_000, 9_000)},
        (STILL,),
        {"arland/east/committed": 10_000},
        turns=2,
        contracts=(
            contract("offtake", 1, ore_offtake=6_000),
            replace(contract("offtake", ore_offtake=9_000), id="deal.001"),
        ),
    ),
    Case(
        "R62a",
        "half of it takes half off",
        plants={WEST: 7_112_250},
        tweaks=(
            _ban,
            policy(ban=10_000),
            *WEST_ONLY,
            partner("west", weight=2_500, hurdle=1_769),
            parameters(offtake_security=300),
        ),
        contracts=(contract("offtake", offtake=5_000),),
    ),
    Case(
        "R62c",
        "a better price is given when the contract pays far less than the market",
        # discount 20 % halved to 10: 100 kt at 2,250; one buyer leads now, so the rest earns less
        {"arland/metal/ore_value": (450 * USD_M, 462_650_000)},
        (STILL,),
        orders={1: (Order("reopen_contract", "deal.000", (1,)),)},
        turns=2,
        contracts=(contract("offtake", ore_offtake=5_000, discount=2_000),),
    ),
    Case(
        "R62c",
        "breaking it off costs half of the stated cost of the years left",
        # eight years at 10 m
        {REVENUE: (0, -40 * USD_M), "arland/metal/ore_value": (0, 0)},
        (STILL, mines(cost_low=250_000, cost_high=350_000)),
        orders={1: (Order("reopen_contract", "deal.000", (2,)),)},
        turns=2,
        contracts=(contract("offtake", ore_offtake=5_000, discount=0, breach_cost=10),),
    ),
    Case(
        "R62b",
        "a closed port pays the stated cost",
        {REVENUE: -30 * USD_M, "arland/east/standing": 5_000 - 400 + 40},
        (policy(ban=10_000), mines(cost_low=250_000, cost_high=350_000)),
        contracts=(contract("offtake", ore_offtake=5_000, breach_cost=30),),
    ),
    Case(
        "R62b",
        "half a broken promise costs half",
        {REVENUE: -15 * USD_M},
        (policy(ban=7_500), mines(cost_low=250_000, cost_high=350_000)),
        contracts=(contract("offtake", ore_offtake=5_000, breach_cost=30),),
    ),
)

VENTURES = (
    Case(
        "R63",
        "a fifth more of 190 m is bought at home",
        # 105 m from mining; 20 % x 1.49 of 190 m as usual
        {"arland/suppliers": 105 * USD_M + 56_620_000 + 38 * USD_M},
        (plant(100, "east"),),
        contracts=(contract("plant", feed=100, local_buying=2_000),),
    ),
    Case(
        "R63",
        "without skills firms at home cannot supply it",
        {"arland/suppliers": (105 + 38) * USD_M},
        (plant(100, "east"),),
        {"arland/skills": 0},
        contracts=(contract("plant", feed=100, local_buying=2_000),),
    ),
    Case(
        "R63",
        "three tenths of the profit stay with partners at home",
        {"east/owners": 68_846_400},
        (plant(100, "east"),),
        contracts=(contract("plant", feed=100, home_share=3_000),),
    ),
)

CASES = RENEWALS + LOANS + SAVINGS + OFFTAKES + VENTURES
