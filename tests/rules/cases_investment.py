"""Cases of investment: R17 to R24, worked out for a full ban that is in force from the start.

Under that ban 80 kt are missing after stocks, so that the price is 11,600 US$, firms expect
10,400, ore at home 1,300, and belief is 3,750. A plant earns, per tonne of feed,
5,824 - 1,300 - 2,000 = 2,524 US$, after 22 % tax 1,968.72 of 10,000 invested: 19.69 %.
Above a hurdle of 12 % that is an appetite of 7.69 out of 10.
"""

from game.engine.definitions.level import Level
from game.engine.orders import Order
from tests.processing_for_rules import learned
from tests.rules.rulebook import Case
from tests.worlds_for_rules import (
    KT,
    Tweak,
    arland,
    mineral,
    mines,
    parameters,
    partner,
    plant,
    policy,
    province,
    rival,
)

NEED, ROOM = "arland/metal/need", "arland/metal/room"
SWITCHABLE = "arland/metal/switchable"
BUILDING, CAPACITY = "arland/north-mine/building", "arland/north-mine/capacity"
WEST_ONLY: tuple[Tweak, ...] = (
    *(partner(name, weight=0) for name in ("east", "south", "isle")),
    parameters(home_weight=0),
)
FINE_PORTS = province(infrastructure=10_000)
WEST = "arland.north.west.000"


def _grows(*kilotonnes: int) -> Tweak:
    path = [amount * KT for amount in kilotonnes]
    return mineral(demand=tuple(path + [1_000 * KT] * (60 - len(path))))


def _ban(level: Level) -> Level:
    """Ban all ore; nobody learns to do without, which would spoil the round numbers."""
    return parameters(substitution_speed=0)(policy(ban=10_000)(level))


ROOMS = (
    Case(
        "R17",
        "ore that nobody else can dig is needed and cannot be switched away from",
        {NEED: 200 * KT, SWITCHABLE: 0},  # 1,000 - 700 - 100
        (_ban,),
    ),
    Case(
        "R17",
        "what rivals can reach in three years makes it switchable",
        {NEED: 50 * KT, SWITCHABLE: 7_500},  # 1,000 - 850 - 100 = 50 of 200
        (_ban, rival(ceiling=850 * KT)),
    ),
    Case(
        "R17",
        "rivals who can replace all of it leave no need at all",
        {NEED: 0, SWITCHABLE: 10_000, ROOM: 0},
        (_ban, rival(ceiling=900 * KT)),
    ),
    Case(
        "R17",
        "a ban announced within three years counts as far as it is believed",
        {NEED: 60 * KT},  # 200 - 200 x (1 - 0.3)
        orders={0: (Order("export_ban", "metal.ore", (10_000, 2)),)},
    ),
    Case(
        "R17",
        "so does a processing duty",
        {NEED: 60 * KT},
        orders={0: (Order("processing_duty", "metal", (3,)),)},
    ),
    Case(
        "R17",
        "a duty four years away is beyond the horizon",
        {NEED: 0},
        orders={0: (Order("processing_duty", "metal", (4,)),)},
    ),
    Case("R17", "an open port forces nobody", {NEED: 0, SWITCHABLE: 10_000}),
    Case(
        "R18",
        "room is need as far as belief goes, for mines that will work",
        {ROOM: 45 * KT},  # 200 x 0.375 x min(1, 2 x 0.3)
        (_ban,),
    ),
    Case(
        "R18",
        "plants that stand take room away",
        # (200 - 50) x 0.375; ore at 1,562.50 keeps more than half the mines at work
        {ROOM: 56_250_000, "metal/price": 1_000_000},  # (200 - 50) x 0.375 x 1
        (
            plant(50),
            _ban,
            rival(output=850 * KT, ceiling=850 * KT),
            _grows(1_000, 1_000, 1_000, 1_150),
        ),
    ),
    Case(
        "R18",
        "without any ban, room follows one's share of growing demand",
        {ROOM: 20 * KT},  # 100 kt more, of which a fifth
        (_grows(1_000, 1_100),),
    ),
    Case("R18", "a market at rest has no room", {ROOM: 0}),
    Case(
        "R19",
        "starts are room times appetite times gate",
        plants={WEST: 17_302_500},  # 45 kt x 0.769 x 0.5
        tweaks=(_ban, *WEST_ONLY),
    ),
    Case(
        "R19",
        "a demand for shares costs appetite, and the shares are bought",
        # 1,968.72 x (1 - 0.4 / 2) = 15.75 %: 45 kt x 0.375 x 0.5; 40 % of US$ 84.375 m
        {"west/owners": -50_625_000, "arland/spending": 33_750_000},
        plants={WEST: 8_437_500},
        tweaks=(_ban, *WEST_ONLY),
        start={"arland/metal/state_share": 4_000},
    ),
    Case(
        "R19",
        "ten years of holiday halve the tax",
        plants={WEST: 22_500_000},  # 2,524 x 0.89: 22.46 %, appetite full
        tweaks=(_ban, policy(ban=10_000, holiday=10), *WEST_ONLY),
    ),
    Case(
        "R19",
        "below its hurdle a partner builds nothing",
        plants={},
        tweaks=(_ban, *WEST_ONLY, partner("west", weight=2_500, hurdle=1_969)),
    ),
    Case(
        "R19",
        "a partner whose standards are not met builds nothing",
        plants={},
        tweaks=(_ban, *WEST_ONLY, partner("west", threshold=1)),
    ),
    Case(
        "R19",
        "strict rules with inspection behind them meet its standards",
        # (10,000 + 2,500) / 2 x (0.4 + 0.4) = 5,000
        plants={WEST: 17_302_500},
        tweaks=(_ban, *WEST_ONLY, partner("west", threshold=5_000)),
        start={"arland/eia": 10_000, "arland/carbon_reporting": 1},
    ),
)

GATES = (
    Case(
        "R20",
        "poor infrastructure sets the pace",
        plants={WEST: 6_921_000},  # 34.605 kt x 0.2
        tweaks=(_ban, *WEST_ONLY, province(infrastructure=2_000)),
    ),
    Case(
        "R20",
        "anger above 3,000 holds back half of itself",
        plants={WEST: 32_874_750},  # 34.605 kt x (1 - 0.05)
        tweaks=(_ban, *WEST_ONLY, FINE_PORTS, province(infrastructure=10_000, grievance=4_000)),
    ),
    Case(
        "R20",
        "where a fifth of the craft is known, a fifth of the plants come",
        plants={WEST: 6_921_000},  # 34.605 kt x 0.2
        tweaks=(_ban, *WEST_ONLY, FINE_PORTS, learned(first_yield=10_000), policy(know_how=2_000)),
    ),
    Case(
        "R20a",
        "nobody starts a plant of less than US$ 60 m",
        plants={},  # 34.605 kt x 0.1 = 3.5 kt, 35 m
        tweaks=(_ban, *WEST_ONLY, province(infrastructure=1_000)),
    ),
    Case(
        "R20a",
        "starts too small to share out go to the most eager",
        plants={WEST: 17_302_500},  # 3.8 kt each otherwise
        tweaks=(_ban,),
    ),
    Case(
        "R20a",
        "larger starts are shared by weight and appetite; home capital's part is too small",
        plants={f"arland.north.{x}.000": 8_651_250 for x in ("east", "isle", "south", "west")},
        tweaks=(_ban, FINE_PORTS),
    ),
    Case(
        "R20a",
        "three times the capital starts three times as much",
        plants={"arland.north.east.000": 25_953_750, WEST: 8_651_250},
        tweaks=(_ban, FINE_PORTS, *WEST_ONLY, partner("east", weight=7_500)),
    ),
    Case(
        "R21",
        "a tenth of world demand refined at home saves a tenth of the capital",
        # Room 37.5 kt; (5,712 - 1,912.50 - 1,900) x 0.78 of 9,000 US$ is 16.46 %; ports
        # 0.5 + 0.25 brought along: 37.5 kt x 0.446 x 0.75, at 9,000 US$
        {"arland/metal/invested": 112_893_750},
        (_ban, *WEST_ONLY, plant(100)),
        plants={"arland.plant-0": 100 * KT, WEST: 12_543_750},
    ),
    Case(
        "R21",
        "neighbours save no more than the most",
        # At 9,500 US$ the same plant earns 15.60 %: 37.5 kt x 0.36 x 0.75
        {"arland/metal/invested": 96_187_500},
        (_ban, *WEST_ONLY, plant(100), parameters(cluster_capital_most=500)),
        plants={"arland.plant-0": 100 * KT, WEST: 10_125_000},
    ),
    Case(
        "R22",
        "without coal only spare power counts, at a fifth more capital",
        {"arland/metal/invested": 96_000_000},  # 40 MW / 5 W a kg = 8 kt, at 12,000
        (_ban, *WEST_ONLY),
        {"arland/coal_rule": 1, "arland/north/green_kw": 40_000},
        plants={WEST: 8 * KT},
    ),
    Case(
        "R22",
        "without coal and without other power nobody builds",
        {"arland/metal/invested": 0},
        (_ban, *WEST_ONLY),
        {"arland/coal_rule": 1},
        plants={},
    ),
    Case(
        "R22",
        "power already used is not spare",
        {"arland/metal/invested": 0},
        (_ban, *WEST_ONLY, plant(8, coal=False)),
        {"arland/coal_rule": 1, "arland/north/green_kw": 40_000},
    ),
)

FOLLOWERS = (
    Case(
        "R23",
        "mines follow plants with 15 % to spare",
        {BUILDING: 18_500_000},  # 190 x 1.15 - 200
        (_ban, plant(190), mines(growth=5_000), *WEST_ONLY, partner("west", weight=0)),
    ),
    Case(
        "R23",
        "sold-out mines grow at their own pace",
        {BUILDING: 20 * KT, CAPACITY: 200 * KT},
        (mines(growth=1_000),),
    ),
    Case(
        "R23",
        "impact studies slow it",
        {BUILDING: 15 * KT},
        (mines(growth=1_000),),
        {"arland/eia": 10_000},
    ),
    Case(
        "R23",
        "selling nine tenths of what is offered halves it",
        {BUILDING: 10 * KT},  # 5 x (0.9 - 0.8)
        (mines(growth=1_000), _grows(970)),
        {"metal/stock": 250 * KT},
    ),
    Case(
        "R23",
        "miners who hear of a ban stop growing",
        {BUILDING: 0},
        (mines(growth=1_000),),
        orders={0: (Order("export_ban", "metal.ore", (10_000, 2)),)},
    ),
    Case(
        "R23",
        "a tenth of idle mines is lost",
        {CAPACITY: (180 * KT, 162 * KT)},
        (_ban, *WEST_ONLY, partner("west", weight=0)),
        turns=2,
    ),
    Case(
        "R24",
        "component plants move a fifth of the way to what skills allow",
        {"arland/metal/components": 1_960_000},  # 80 x 0.25 x 0.49 / 5
        (plant(100),),
    ),
    Case(
        "R24",
        "one foreign owner of all plants halves the access",
        {"arland/metal/components": 2_000_000},  # 80 x 0.25 x 0.5 / 5
        (plant(100, "east"), arland(skills=9_000)),
    ),
    Case("R24", "no metal, no components", {"arland/metal/components": 0}),
)

CASES = (*ROOMS, *GATES, *FOLLOWERS)
