"""Cases of export controls, reference prices and races of capacity: R34, R37, R39."""

from game.engine.orders import Order
from tests.processing_for_rules import controlled, happens
from tests.rules.rulebook import Case
from tests.worlds_for_rules import KT, mineral, plant, policy, rival, whole

C = "metal/control/"
FED = whole(prices_fed=True)
WITHHELD = {C + "licence": 0}
CUT = (controlled(), happens(0, C + "licence", 0))

CONTROLS = (
    Case(
        "R34a",
        "an open processor ships what is not made outside",
        {C + "shipments": 375 * KT, C + "unmet": 0, C + "price": 1_000_000},
        (controlled(),),
    ),
    Case(
        "R34a",
        "a licensed fifth of 375 kt leaves",
        {C + "shipments": 75 * KT, C + "passing": 2_000},
        (controlled(),),
        start={C + "licence": 2_000},
    ),
    Case(
        "R34a",
        "a truce of two turns lets out all, then the licence holds again",
        {C + "truce": (1, 0, 0), C + "passing": (10_000, 10_000, 0)},
        (controlled(),),
        start={**WITHHELD, C + "truce": 2},
        turns=3,
    ),
    Case(
        "R34b",
        "at 10,000 US$ a quarter of the alternatives work",
        {C + "made_outside": 25 * KT, C + "alternatives": 87_500_000},
        # (10,000 - 8,000) / 8,000; half of the rest is idle: a quarter of 50 kt closes
        (controlled(),),
    ),
    Case(
        "R34b",
        "at 14,000 US$ three quarters work, and they grow at three quarters of their pace",
        {C + "made_outside": 75 * KT, C + "alternatives": 115 * KT},
        (controlled(), FED),
        start={"metal/price": 1_400_000, C + "price": 1_400_000, C + "scarcity": 28_000},
    ),
    Case(
        "R34c",
        "stocks outside fill the gap down to a month of use",
        {C + "stock": 33_333_333, C + "unmet": 308_333_333},
        CUT,
    ),
    Case(
        "R34c",
        "what is withheld is stored inside and leaves the price there at rest",
        {"metal/price": 1_000_000, "metal/hoarded": 375 * KT, "metal/scarcity": 0},
        CUT,
    ),
    Case(
        "R34d",
        "77 % of the demand outside unmet doubles that in price; the news frightens more",
        {C + "scarcity": 15_416, C + "fear": 25_042},  # 2.7 x (375 / 400 - 1 %)
        CUT,
    ),
    Case(
        "R34d",
        "when a truce ends, half of it was believed",
        {C + "fear": (0, 13_365)},  # 2.7 x (400 / 400 - 1 %) x 1/2
        (controlled(alternatives=0),),
        start={**WITHHELD, C + "truce": 1},
        turns=2,
    ),
    Case(
        "R34d",
        "too much inside is too much outside while all may leave",
        {C + "scarcity": -1_716},  # a goal of -2,000, of which 14.22 % is still to come
        (controlled(),),
        start={"metal/scarcity": -2_000},
    ),
    Case(
        "R34e",
        "buyers add 15 % of the gap to be safe",
        {C + "urgency": 2_312},  # 15 % of 15,416
        CUT,
    ),
    Case(
        "R34e",
        "a fifth of it is forgotten in a year, three fifths in a year of truce",
        {C + "urgency": 1_600},
        (controlled(),),
        start={C + "urgency": 2_000},
    ),
    Case(
        "R34e",
        "three fifths in a year of truce",
        {C + "urgency": 800},
        (controlled(),),
        start={C + "urgency": 2_000, C + "truce": 4, C + "licence": 5_000},
    ),
    Case(
        "R34f",
        "buyers who want 16 % of 350 kt elsewhere make room for it",
        {"arland/metal/room": 56 * KT},
        (controlled(),),
        start={C + "urgency": 2_000},
    ),
    Case(
        "R34f",
        "no more than the mines can feed",
        {"arland/metal/room": 50 * KT},
        (controlled(), plant(150)),
        start={C + "urgency": 4_000},
    ),
)
OUT = "arland/metal/outlet/"
CHEAP = {"metal/price": 600_000, C + "price": 600_000}


def _floor(stage: str, share: int) -> dict[int, tuple[Order, ...]]:
    return {0: (Order("price_floor", f"metal.{stage}", (share,)),)}


PRICES = (
    Case(
        "R37a",
        "sales outside follow the price inside half the way down",
        # outside 10,000 x (1 + 1.5416) = 25,416 US$; half of what lies above 10,000 is lost
        {C + "price": 2_541_600, OUT + "metal_price": 1_770_800},
        CUT,
    ),
    Case(
        "R37a",
        "a price report takes seven tenths of that pull away and costs 3 m a year",
        {OUT + "metal_price": 2_310_360, "arland/spending": 3_000_000},
        CUT,
        orders={0: (Order("price_report", "metal", (1,)),)},
    ),
    Case(
        "R37a",
        "buyers in fear pay a sixth more than the price inside",
        {OUT + "metal_price": 1_160_000},
        (controlled(),),
        start={C + "urgency": 2_000},
    ),
    Case(
        "R37a",
        "what the holder's own plants make is sold inside, but for three tenths",
        {OUT + "metal_price": 1_048_000},  # 0.3 x 11,600 + 0.7 x 10,000
        (controlled(), plant(50, "east")),
        start={C + "urgency": 2_000},
    ),
    Case(
        "R37b",
        "a floor a quarter above the price pays 0.7 x 2,500 US$ on 40 kt of metal",
        {OUT + "floor_paid": 70_000_000, "arland/spending": 70_000_000},
        (controlled(), plant(50)),
        orders=_floor("metal", 12_500),
    ),
    Case(
        "R37b",
        "a floor a tenth below the price takes 0.7 x 1,000 US$ a tonne into the treasury",
        {OUT + "floor_paid": -28_000_000, "arland/spending": 0},
        (controlled(), plant(50)),
        orders=_floor("metal", 9_000),
    ),
    Case(
        "R37b",
        "a floor for ore pays 625 US$ on the 200 kt that are sold abroad",
        {OUT + "floor_paid": 125_000_000},
        (controlled(),),
        orders=_floor("ore", 12_500),
    ),
    Case(
        "R37c",
        "at 6,000 US$ plants lose 90 on a cost of 1,950: a tenth of them shut",
        {OUT + "working": 9_076, "arland/metal/fed": 45_380_000},
        (controlled(), plant(50)),
        start=CHEAP,
    ),
    Case(
        "R37c",
        "a floor keeps them at work",
        {OUT + "working": 10_000, "arland/metal/fed": 50 * KT},
        (controlled(), plant(50)),
        start=CHEAP,
        orders=_floor("metal", 10_000),
    ),
)
RACES = (
    Case(
        "R39a",
        "a rival who builds by plan presses the price though demand rests",
        # in the third year 500 kt too much, of which buyers store three months of use: a fall of
        # 25 %, of which 14.22 % is still to come
        {"metal/rest/output": (700 * KT, 800 * KT, 1_500 * KT), "metal/price": 785_600},
        (rival(path=tuple(x * KT for x in (700, 800, 1_500, *(1_500,) * 60))),),
        turns=3,
    ),
    Case(
        "R39a",
        "firms look at the plan: a rival's dated path leaves no need for one's plants",
        {"arland/metal/need": 0, "arland/metal/switchable": 10_000},
        (policy(ban=10_000), rival(path=(700 * KT,) * 2 + (1_200 * KT,) * 60)),
    ),
    Case(
        "R39a",
        "without a plan they count on what it can reach",
        # 1,000 kt less 1.28 % that dear metal taught users to do without, less 800 kt of others
        {"arland/metal/need": 187_200_000, "arland/metal/switchable": 640},
        (policy(ban=10_000), rival(ceiling=700 * KT)),
    ),
)
STORES = (
    Case(
        "R11a",
        "buyers store three months of use in a year",
        {"metal/stock": 500 * KT, "metal/hoarded": 250 * KT},
        (rival(path=(1_300 * KT,) * 60),),
    ),
    Case(
        "R11a",
        "stores for four months of use take one month more",
        {"metal/stock": 333_333_333, "metal/hoarded": 83_333_333},
        (rival(path=(1_300 * KT,) * 60), mineral(most_months=4)),
    ),
)
CASES = (*STORES, *CONTROLS, *PRICES, *RACES)
