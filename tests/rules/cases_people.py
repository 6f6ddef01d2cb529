"""Cases of people, nature, luck of that kind, the closing of a turn and the ground: R26 to R33."""

from collections.abc import Callable

from game.engine.draws import draw
from game.engine.orders import Order
from tests.rules.rulebook import Case
from tests.worlds_for_rules import (
    KT,
    USD_M,
    Tweak,
    arland,
    mineral,
    mines,
    parameters,
    partner,
    plant,
    province,
    whole,
)

JOBS, EMISSIONS = "arland/job_count", "arland/emissions"
FOREST, GRIEVANCE = "arland/north/forest", "arland/north/grievance"
MINED, CAPITAL, TRUST = "arland/metal/mined", "arland/capital", "arland/trust"
WELFARE = "arland/welfare"
PLACE = "arland.north"


def luck(purpose: str, low: int, high: int) -> Callable[[], int]:
    """Return a search for a seed whose first draw for Arland's province is in [low, high)."""

    def search() -> int:
        return next(x for x in range(10_000) if low <= draw(x, 0, purpose, PLACE) < high)

    return search


def _cheap_ore() -> Tweak:
    """Return a tweak under which ore is worth what the cheapest costs: no mine works."""
    return mineral(ore_share=1_000)


PEOPLE = (
    Case("R26", "200 kt of mines employ 60 people a kt", {JOBS: 12_000}),
    Case(
        "R26",
        "a plant of US$ 1 bn employs 2,500",
        # and 1.96 kt of component plants, begun beside it, 200 a kt
        {JOBS: 14_892},
        (plant(100),),
    ),
    Case(
        "R26",
        "a mineral may say how many people its plants and components need",
        # 100 kt of feed at 5,000 for each Mt, 1.96 kt of components at 100,000
        {JOBS: 12_696},
        (plant(100), mineral(plant_jobs=5_000, component_jobs=100_000)),
    ),
    Case(
        "R26",
        "building one employs more, 3,000 per US$ bn, for two years",
        {JOBS: (12_300, 12_300, 12_250)},  # US$ 100 m
        (parameters(component_jobs=0),),
        orders={0: (Order("state_plant", "north", (100,)),)},
        turns=3,
    ),
    Case(
        "R26",
        "in half-years the same people work",
        {JOBS: 12_000},
        (whole(months=6),),
    ),
    Case(
        "R27",
        "coal: 60 kg of CO2 a kg of metal, and 5 W a kg of feed",
        {EMISSIONS: 4_800 * KT, "arland/metal/coal_kw": 500_000},
        (plant(100),),
    ),
    Case(
        "R27",
        "other power: 30",
        {EMISSIONS: 2_400 * KT, "arland/metal/coal_kw": 0},
        (plant(100, coal=False),),
    ),
    Case(
        "R27",
        "each plant counts with its own power",
        {EMISSIONS: 3_000 * KT},  # 20 kt x 60 + 60 kt x 30
        (plant(25), plant(75, coal=False)),
    ),
    Case("R27", "no plant, no emissions", {EMISSIONS: 0}),
    Case(
        "R28",
        "anger of 10,000 closes the road three times in ten: 15 % is lost",
        {"arland/north/blockade": 1, MINED: 170 * KT},
        (province(grievance=10_000),),
        seed=luck("blockade", 2_900, 3_000),
    ),
    Case(
        "R28",
        "the other seven times it stays open",
        {"arland/north/blockade": 0, MINED: 200 * KT},
        (province(grievance=10_000),),
        seed=luck("blockade", 3_000, 3_100),
    ),
    Case(
        "R28",
        "anger at the threshold closes no road even with the worst luck",
        {"arland/north/blockade": 0},
        (province(grievance=4_000),),
        seed=luck("blockade", 0, 10),
    ),
    Case(
        "R28a",
        "a twentieth of output is new ground; inspection spares part of it",
        {FOREST: 776},  # 10 kt x 100 ha x (1 - 0.8 x 0.4 x 0.7)
    ),
    Case(
        "R28a",
        "strict studies make inspection reach further",
        {FOREST: 680},  # 1 - 0.8 x 0.4
        start={"arland/eia": 10_000},
    ),
    Case("R28a", "idle mines clear nothing", {FOREST: 0}, (_cheap_ore(),)),
    Case(
        "R28b",
        "digging as ever adds half of 2,400, less what inspectors prevent",
        {GRIEVANCE: 864},  # 1,200 x (1 - 0.28)
    ),
    Case(
        "R28b",
        "shared revenue calms by at most four fifths",
        {GRIEVANCE: 173},
        start={"arland/sharing": 5_000},
    ),
    Case(
        "R28b",
        "where nothing is dug a fifth of the anger heals",
        {GRIEVANCE: 2_400},
        (_cheap_ore(), province(grievance=3_000)),
    ),
    Case(
        "R29",
        "plants as large as the mines: an accident in 15 of 100 years",
        # 864 of anger, and 800 of which a fifth heals at once; a tenth of 300 standing returns
        {"arland/north/accident": 1, GRIEVANCE: 1_504, "arland/east/standing": 4_730},
        (plant(200),),
        seed=luck("accident", 1_400, 1_500),
    ),
    Case(
        "R29",
        "an accident costs half as much trust at once as it adds anger",
        # 4,600; then a fifth of the way to 5,995: jobs 5,485, welfare 4,999, calm 8,496, belief
        {TRUST: 4_879},
        (plant(200),),
        seed=luck("accident", 1_400, 1_500),
    ),
    Case(
        "R29",
        "in the other 85 none",
        {"arland/north/accident": 0, "arland/east/standing": 5_000},
        (plant(200),),
        seed=luck("accident", 1_500, 1_600),
    ),
    Case(
        "R29",
        "full safety with full inspection takes away three quarters",
        {"arland/north/accident": 0},
        (plant(200), arland(enforcement=10_000)),
        {"arland/safety": 10_000},
        seed=luck("accident", 375, 475),
    ),
    Case(
        "R29",
        "but not the last quarter",
        {"arland/north/accident": 1},
        (plant(200), arland(enforcement=10_000)),
        {"arland/safety": 10_000},
        seed=luck("accident", 300, 375),
    ),
    Case(
        "R29",
        "however much is built, no year is worse than 4 in 10",
        {"arland/north/accident": 0},
        (plant(2_000),),
        seed=luck("accident", 4_000, 4_100),
    ),
    Case(
        "R29",
        "without plants nothing can explode",
        {"arland/north/accident": 0},
        seed=luck("accident", 0, 5),
    ),
)

OUTCOMES = (
    Case(
        "R31a",
        "clean air, half the forest mark, 864 of anger",
        {"arland/environment": 8_534},  # (2 x 10,000 + 5,000 + 9,136) / 4
    ),
    Case(
        "R31a",
        "emissions at the half mark cost a quarter",
        {"arland/environment": 6_034},  # (2 x 5,000 + 5,000 + 9,136) / 4
        (plant(100),),
        seed=luck("accident", 5_000, 9_999),
    ),
    Case("R31b", "four equal buyers cost an eighth", {"arland/autonomy": 8_750}),
    Case(
        "R31b",
        "debts to partners and promised volumes narrow the choices",
        {"arland/autonomy": 7_250},  # 10,000 - (2,500 + 1,000 + 2,000) / 2
        start={"arland/east/debt": 100 * USD_M, "arland/east/committed": 2_000},
    ),
    Case(
        "R31b",
        "one buyer and one owner of plants as large as the mines leave nothing",
        {"arland/autonomy": 0},
        (
            plant(200, "east"),
            *(partner(x, ore_demand=(), refined_demand=()) for x in ("west", "south", "isle")),
        ),
    ),
    Case(
        "R31c",
        "a hole in the treasury is borrowed",
        {"arland/treasury": 0, "arland/debt": 63_920_000, "arland/crisis": 0},  # 36.08 - 100
        start={"arland/treasury": 0},
    ),
    Case(
        "R31c",
        "debt less cash at twice the yearly budget is still no crisis",
        # the cash is just what the turn uses up: 100 - 36.08 and 12 of interest
        {"arland/crisis": 0, "arland/treasury": 0},
        start={"arland/debt": 200 * USD_M, "arland/treasury": 75_920_000},
    ),
    Case(
        "R31c",
        "one dollar more is",
        {"arland/crisis": 1},
        start={"arland/debt": 200 * USD_M + 1, "arland/treasury": 75_920_000},
    ),
    Case(
        "R31c",
        "and so is a want of foreign exchange",
        # earned: 180 of wages and supplies, 36.08 of tax, 81.96 of profit; used to 400
        {"arland/crisis": 1, "arland/fx_reserves": -101_960_000},
        (arland(fx_need=400 * USD_M),),
        {"arland/fx_reserves": 0, "arland/fx_habit": 400 * USD_M},
    ),
    Case(
        "R31d",
        "trust moves a fifth of the way to jobs, calm and kept promises",
        # welfare 5,070, jobs 5,035, calm 9,136, belief 3,000: a mean of 5,560, and 500
        {TRUST: 5_212},
    ),
    Case(
        "R31d",
        "a crisis costs a fifth of 1,500",
        {TRUST: 4_912},
        start={"arland/debt": 300 * USD_M, "arland/treasury": 0},
    ),
    Case("R31", "welfare moves a third of the way to its goal", {WELFARE: 5_070}),
    Case(
        "R31",
        "shared revenue is welfare, and calm besides",
        # 5,000 + 500 + 500 - 691 / 3 = 5,770
        {WELFARE: 5_256},
        start={"arland/sharing": 1_000},
    ),
    Case(
        "R31",
        "US$ 100 m of social spending a year is 750 of welfare",
        {WELFARE: 5_320},
        start={"arland/social_budget": 100 * USD_M},
    ),
    Case("R31e", "a turn brings four points, two may be kept", {CAPITAL: (6, 6)}, turns=2),
    Case(
        "R31e",
        "what is spent cannot be kept",
        {CAPITAL: 5},  # a ban of four steps costs 3: 1 kept
        orders={0: (Order("export_ban", "metal.ore", (10_000, 1)),)},
    ),
    Case("R31e", "high trust brings one more", {CAPITAL: 7}, start={TRUST: 7_000}),
    Case("R31e", "low trust one less", {CAPITAL: 5}, start={TRUST: 2_000}),
)

FIND = "arland.north-mine"
"""The field of Arland, as luck knows it."""


def find_luck(low: int, high: int) -> Callable[[], int]:
    """Return a search for a seed whose first draw for a find is in [low, high)."""

    def search() -> int:
        return next(x for x in range(10_000) if low <= draw(x, 0, "find", FIND) < high)

    return search


EXPLORING = {"arland/north/exploration_budget": 30 * USD_M}
GROUND = (
    Case(
        "R32",
        "30 m a year reach half of 40 %, times 3/4 for half of all skills: 15 finds in 100 years",
        # it is dug a dozen years later: nothing to see in reserves or capacity now
        {"arland/north-mine/resource": 1_000 * KT, "arland/north-mine/capacity": 200 * KT},
        (mines(resource=1_000 * KT),),
        EXPLORING,
        seed=find_luck(1_400, 1_500),
        finds=1,
    ),
    Case(
        "R32",
        "a draw above the chance finds nothing",
        {"arland/north-mine/resource": 1_000 * KT},
        (mines(resource=1_000 * KT),),
        EXPLORING,
        seed=find_luck(1_500, 1_600),
        finds=0,
    ),
    Case(
        "R32",
        "where geology holds nothing more, money finds nothing",
        {"arland/north-mine/resource": 0},
        (),
        EXPLORING,
        seed=find_luck(0, 100),
        finds=0,
    ),
    Case(
        "R33",
        "a suspended mine digs nothing from the same turn on",
        {MINED: 0},
        orders={0: (Order("licence", "north-mine", (2,)),)},
    ),
    Case(
        "R33",
        "conditions take a tenth of what a mine can dig, and people nearby are calmer",
        # 1,600 - 400, then 2,400 x 180 / 380 x 0.72 more and a fifth less
        {MINED: 180 * KT, GRIEVANCE: 1_779},
        start={GRIEVANCE: 1_600},
        orders={0: (Order("licence", "north-mine", (1,)),)},
    ),
)

CASES = (*PEOPLE, *OUTCOMES, *GROUND)
