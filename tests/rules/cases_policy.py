"""Cases of policy and slow capacities: R1 to R3."""

from game.engine.orders import Order
from tests.rules.rulebook import Case
from tests.worlds_for_rules import KT, USD_M, plant, policy, whole

BAN_NEXT_YEAR = Order("export_ban", "metal.ore", (10_000, 1))
CREDIBILITY = "arland/credibility"
CLOSED = "arland/metal/closed"
SMALL_PLANT = Order("state_plant", "north", (100,))

CASES = (
    Case(
        "R1",
        "with nothing promised, belief drifts an eighth of the way to 3,000",
        {CREDIBILITY: 4_750},  # 5,000 + (3,000 - 5,000) / 8
        start={CREDIBILITY: 5_000},
    ),
    Case("R1", "belief at rest stays at rest", {CREDIBILITY: (3_000, 3_000)}, turns=2),
    Case(
        "R1",
        "a ban that is kept closes an eighth of the gap to 9,000",
        {CREDIBILITY: 3_750},  # (9,000 - 3,000) / 8 = 750
        (policy(ban=10_000),),
    ),
    Case(
        "R1",
        "half a ban earns half of it",
        {CREDIBILITY: 3_375},
        (policy(ban=5_000),),
    ),
    Case(
        "R1",
        "a promised ban that comes earns 2,500",
        # then an eighth of (9,000 - 5,500) = 437.5, to even 438
        {CREDIBILITY: (3_000, 5_938), CLOSED: (0, 10_000)},
        orders={0: (BAN_NEXT_YEAR,)},
        turns=2,
    ),
    Case(
        "R1",
        "a kept promise never lifts belief above its ceiling",
        {CREDIBILITY: (7_375, 9_000)},  # 8,000 - 625, then only 1,625 of the 2,500
        start={CREDIBILITY: 8_000},
        orders={0: (BAN_NEXT_YEAR,)},
        turns=2,
    ),
    Case(
        "R1",
        "easing half of a ban costs half of 1,500",
        {CREDIBILITY: 4_547},  # 5,000 - 750 = 4,250; + (9,000 - 4,250) x 1/2 / 8 = 297
        (policy(ban=10_000),),
        start={CREDIBILITY: 5_000},
        orders={0: (Order("export_ban", "metal.ore", (5_000, 0)),)},
    ),
    Case(
        "R1",
        "a date put off costs 1,500",
        {CREDIBILITY: (3_000, 1_688)},  # 1,500, then + 1,500 / 8 = 187.5, to even 188
        orders={0: (BAN_NEXT_YEAR,), 1: (Order("export_ban", "metal.ore", (10_000, 2)),)},
        turns=2,
    ),
    Case(
        "R1",
        "a ban dropped before its date costs as much",
        {CREDIBILITY: (3_000, 1_688), CLOSED: (0, 0)},
        orders={0: (BAN_NEXT_YEAR,), 1: (Order("export_ban", "metal.ore", (0, 0)),)},
        turns=2,
    ),
    *(
        Case(
            "R1",
            f"a processing duty {words}",
            {CREDIBILITY: belief},
            start={"arland/metal/duty_due": 3},
            orders={0: (Order("processing_duty", "metal", (years,)),)},
        )
        for words, years, belief in (
            ("put off costs 1,500", 5, 1_688),
            ("dropped costs as much", 0, 1_688),
            ("brought forward costs nothing", 2, 3_000),
        )
    ),
    Case(
        "R1a",
        "a duty past its date withholds what plants do not answer for",
        {CLOSED: (0, 7_500)},  # 1 - 50 / 200
        (plant(50),),
        start={"arland/metal/duty_due": 1},
        turns=2,
    ),
    Case(
        "R1a",
        "plants as large as the mines satisfy the duty",
        {CLOSED: (0, 0)},
        (plant(200),),
        start={"arland/metal/duty_due": 1},
        turns=2,
    ),
    Case(
        "R1a",
        "the larger of ban and duty counts",
        {CLOSED: (8_000, 8_000)},
        (plant(50), policy(ban=8_000)),
        start={"arland/metal/duty_due": 1},
        turns=2,
    ),
    Case(
        "R2",
        "inspection closes a quarter of its gap to what the budget holds up",
        {"arland/enforcement": 4_500},  # 4,000 + 50 x 40 = 6,000
        start={"arland/inspection_budget": 50 * USD_M},
    ),
    Case(
        "R2",
        "no budget can hold inspection above a whole",
        {"arland/enforcement": 5_500},  # (10,000 - 4,000) / 4
        start={"arland/inspection_budget": 1_000 * USD_M},
    ),
    Case(
        "R2",
        "skills grow by 10 bp per US$ m and fade by 100 a year",
        {"arland/skills": 5_100},
        start={"arland/training_budget": 20 * USD_M},
    ),
    Case("R2", "without training skills fade", {"arland/skills": (4_900, 4_800)}, turns=2),
    Case(
        "R2",
        "a partner's trainers count as US$ 10 m a year until they leave",
        {"arland/skills": (5_000, 4_900)},
        start={"arland/east/training": 1},
        turns=2,
    ),
    Case(
        "R2",
        "a park builds infrastructure the slower the more there is",
        {"arland/north/infrastructure": 6_000},  # 100 x 20 bp x (1 - 5,000)
        start={"arland/north/park_budget": 100 * USD_M},
    ),
    Case(
        "R2",
        "a province that has everything gains nothing",
        {"arland/north/infrastructure": 10_000},
        start={"arland/north/park_budget": 100 * USD_M, "arland/north/infrastructure": 10_000},
    ),
    Case(
        "R2",
        "half a year builds half as much",
        {"arland/north/infrastructure": 5_500, "arland/north/green_kw": 25_000},
        (whole(months=6),),
        start={
            "arland/north/park_budget": 100 * USD_M,
            "arland/north/power_budget": 100 * USD_M,
        },
    ),
    Case(
        "R3",
        "a plant takes two years, then runs at 40, 80 and 100 % of its feed",
        # US$ 100 m at 10,000 a tonne is 10 kt of feed, 8 kt of metal
        {"arland/metal/refined": (0, 0, 3_200_000, 6_400_000, 8_000_000)},
        orders={0: (SMALL_PLANT,)},
        turns=5,
    ),
    Case(
        "R3",
        "in half-years a plant takes four turns and learns for four more",
        # half of 10 kt a turn, times 0.8 recovered
        {
            "arland/metal/refined": (
                *(0, 0, 0, 0),
                *(1_600_000, 1_600_000, 3_200_000, 3_200_000, 4_000_000),
            )
        },
        (whole(months=6),),
        orders={0: (SMALL_PLANT,)},
        turns=9,
    ),
    Case(
        "R3",
        "a mine expansion opens after a year",
        {"arland/north-mine/capacity": 220 * KT, "arland/north-mine/building": 0},
        start={"arland/north-mine/building": 20 * KT},
    ),
)
