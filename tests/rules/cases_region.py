"""Cases of coordination among states: R50 to R59, worked out by hand in the league at rest.

Arland digs 200 of 1,000 kt, Borland and Corland 100 each. Orders are Arland's; what the others did
stands in the figures of the first day.
"""

from game.engine.definitions.region import Label
from game.engine.numbers import BP
from game.engine.orders import Order
from tests.region_for_rules import MEMBERS, region, together
from tests.rules.rulebook import Case
from tests.worlds_for_rules import USD_M, mineral, mines, parameters, partner, plant

PRICE = "metal/price"
CUT = {"region/cut": 2_000, **{f"{x}/region/pledge": 2_000 for x in MEMBERS}}
LABELLED = {"arland/region/labelled": 1, "region/coverage": 10_000}
CARRIED = (together, plant(40), partner("west", threshold=3_000), region(cards=()))
MINED = "arland/metal/mined"
OPINION = "arland/region/east/opinion"
NO_MEETING = region(meets_first=-1, cards=())

CASES = (
    Case("R50", "a cut of a fifth is not dug", {MINED: 160_000_000}, (together,), CUT),
    Case(
        "R50",
        "8 % less supply, a tenth of it from stocks: the price rises 2 x 7.2 %",
        {PRICE: 1_144_000},
        (together, mineral(safety_months=0)),
        CUT,
    ),
    Case(
        "R50",
        "a member that slips out digs all of it",
        {MINED: 200_000_000, "region/compliance": 4_949},  # 196 kt of 396: idle pits shrink
        (together, parameters(cartel_detection=1_500)),
        {**CUT, "arland/region/cheats": 1},
    ),
    Case(
        "R50c",
        "a fifth less a year costs 40 points x 0.2 x a quarter of buying with each partner",
        {"arland/east/standing": 4_800},
        (together, region(opinions=(), restrictions=-1)),
        CUT,
    ),
    Case(
        "R51",
        "5 % x a quarter of buyers x trust of one half x full coverage",
        {"arland/metal/premium": 62},  # 500 x 0.25 x 0.5 x 1 = 62.5, to even
        CARRIED,
        LABELLED,
    ),
    Case(
        "R51",
        "below the coverage that buyers notice there is nothing",
        {"arland/metal/premium": 0},
        CARRIED,
        {**LABELLED, "region/coverage": 2_999},
    ),
    Case(
        "R51c",
        "audits by outsiders are believed 40 points more; a quarter of the gap a year",
        {"region/label_trust": 5_750},  # 5,000 + (4,000 + 4,000 - 5,000) / 4
        (*CARRIED, region(cards=(), label=Label(0, 2, 5_000, ""))),
        LABELLED,
    ),
    Case(
        "R52",
        "three parts of three, without a lead body: 80 million US$",
        {"arland/region/role_income": 80 * USD_M},
        (together,),
        {f"{x}/region/role": n + 1 for n, x in enumerate(MEMBERS)},
    ),
    Case(
        "R52",
        "two parts of three: a third of that",
        {"arland/region/role_income": 26_664_000},  # 2 x 1 / (3 x 2) = 3,333 bp
        (together,),
        {"arland/region/role": 1, "borland/region/role": 2},
    ),
    Case(
        "R53",
        "one of three shares: a quarter of the way to 33",
        {"region/data_quality": 833},
        (together,),
        orders={0: (Order("share_data", "", (1,)),)},
    ),
    Case(
        "R53b",
        "perfect data that nobody keeps fresh narrow the doubt by 20 % x 0.75",
        {"arland/north-mine/survey/doubt": 3_400},
        (together, mines(doubt=4_000)),
        {"region/data_quality": BP},
    ),
    Case(
        "R54",
        "a meeting adds 3 points",
        {"region/cohesion": 5_717},  # to the mean of 50 and 100 by a sixth: 5,417; then + 300
        (together, region(meets_first=0, cards=(), award=False)),
    ),
    Case(
        "R54",
        "half of the votes and no objection adopt a proposal",
        {"region/lead_body": 1},
        (together, region(meets_first=0, members=MEMBERS[:2])),
        {"region/lead/stage": 1},
        orders={0: (Order("vote_card", "lead", (1,)),)},
    ),
    Case(
        "R55",
        "half of the fund goes to the only member below the mean",
        {"corland/region/grant": 5 * USD_M, "region/fund": 5 * USD_M},
        (together,),
        {"region/fund": 10 * USD_M, "corland/enforcement": 1_000},
    ),
    Case(
        "R55b",
        "the best standards win, and careful partners notice what carbon reports show",
        {"arland/region/awards": 1, "arland/west/standing": 5_400},
        (together, partner("west", threshold=1), region(meets_first=0, cards=(), opinions=())),
        {f"arland/{x}": 9_000 for x in ("eia", "safety", "enforcement")}
        | {"arland/carbon_reporting": 1},
    ),
    Case(
        "R56",
        "3 % is saved on a loan of 100 million US$, and a tenth of it repaid",
        {"arland/region/window_debt": 90 * USD_M, "arland/spending": 3 * USD_M},
        (together,),
        {"arland/region/window_debt": 100 * USD_M, "arland/debt": 100 * USD_M},
    ),
    Case(
        "R56",
        "lenders fill the pool in equal parts",
        {"region/window": 100 * USD_M},
        (together,),
    ),
    Case(
        "R57",
        "like policies draw cohesion to the mean of its start and 100 by a sixth",
        {"region/cohesion": 5_417},
        (together, NO_MEETING),
    ),
    Case(
        "R57",
        "one closed port of three draws it down",
        {"region/cohesion": 4_583},  # 5,000 + (2,500 - 5,000) / 6
        (together, NO_MEETING),
        orders={0: (Order("export_ban", "metal.ore", (10_000, 0)),)},
    ),
    Case(
        "R58a",
        "who joined takes over an eighth of what is left",
        {"arland/region/drift": 1_250},
        (together,),
        {"arland/region/initiative": 2},
    ),
    Case(
        "R58a",
        "standards wholly taken over cost 20 points of autonomy",
        {"arland/autonomy": 6_750},  # 8,750 without
        (together,),
        {"arland/region/drift": BP, "arland/region/initiative": 2},
    ),
    Case(
        "R58b",
        "friends who buy a quarter pay 6 % more on it",
        {"arland/metal/premium": 212},  # 62 of the label and 600 x 0.25
        CARRIED,
        {**LABELLED, "arland/region/club": 2},
    ),
    Case(
        "R59a",
        "limits spread by 4 points a year and a tenth of a closed port",
        {"region/restrictions": 5_400},
        (together,),
        orders={0: (Order("export_ban", "metal.ore", (10_000, 0)),)},
    ),
    Case(
        "R59b",
        "opinion goes back an eighth of the way to where it started",
        {OPINION: 5_125},
        (together, region(opinions=((MEMBERS[0], "east", 6_000),))),
        {OPINION: 5_000},
    ),
)
