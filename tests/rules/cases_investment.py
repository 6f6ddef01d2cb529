"""Cases of investment: R17 to R24, worked out for a full ban that is in force from the start.

Under that ban 80 kt are missing after stocks, so that the price is 11,600 US$, firms expect
10,400, ore at home 1,300, and belief is 3,750. A plant earns, per tonne of feed,
5,824 - 1,300 - 2,000 = 2,524 US$, after 22 % tax 1,968.72 of 10,000 invested: 19.69 %.
Half of a partner's firms ask 7.69 points above its hurdle of 12 %: exactly half of them build.
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
        "R16a",
        "firms that see a shortage coming count on dearer metal",
        # 200 of 1,000 kt missing: half of 2 x 20 %; 1.2 x (5,824 - 1,300) - 2,000 is 3,428.80,
        # 26.74 % after tax; (26.74 / 19.69)^4 = 3.401 of 4.401: 45 kt x 0.7728 x 0.5
        plants={WEST: 17_388_000},
        tweaks=(_ban, *WEST_ONLY, parameters(foresight=5_000)),
    ),
    Case(
        "R16a",
        "plants that stand take part of the shortage away",
        # R21's plant: 1.1 x (5,712 - 1,912.50) - 1,900 is 2,279.45; 19.76 % of 9,000 US$ after tax;
        # half of 2 x (200 - 100) kt; 37.5 kt x 0.5035 x 0.75
        plants={"arland.plant-0": 100 * KT, WEST: 14_160_938},
        tweaks=(_ban, *WEST_ONLY, plant(100), parameters(foresight=5_000)),
    ),
    Case(
        "R18",
        "without any ban, room follows one's share of growing demand",
        {ROOM: 20 * KT},  # 100 kt more, of which a fifth
        (_grows(1_000, 1_100),),
    ),
    Case(
        "R18",
        "ore that may not leave counts as far as mines would dig it at home prices",
        # 100 kt more, of which 50 of 1,000: at 1,250 US$ a quarter of 200 kt is dug. Rivals add 50,
        # 60 are missing, and 11,200 US$ let firms expect 10,300, home ore at 1,287.50: x 2 x 0.2875
        {NEED: 0, ROOM: 2_875_000},
        (_ban, rival(ceiling=900 * KT), _grows(1_000, 1_100)),
    ),
    Case("R18", "a market at rest has no room", {ROOM: 0}),
    Case(
        "R19",
        "starts are room times appetite times gate",
        plants={WEST: 11_250_000},  # 45 kt x 0.5 x 0.5
        tweaks=(_ban, *WEST_ONLY),
    ),
    Case(
        "R19",
        "a demand for shares costs appetite, and the shares are bought",
        # 1,968.72 x (1 - 0.4 / 2) = 15.75 %: (15.75 / 19.69)^4 is 0.409, of 1.409 it is 0.2905;
        # 45 kt x 0.2905 x 0.5; 40 % of US$ 65.36 m
        {"west/owners": -39_217_500, "arland/spending": 26_145_000},
        plants={WEST: 6_536_250},
        tweaks=(_ban, *WEST_ONLY),
        start={"arland/metal/state_share": 4_000},
    ),
    Case(
        "R19",
        "ten years of holiday halve the tax",
        plants={WEST: 14_145_750},  # 2,524 x 0.89: 22.46 %; (22.46 / 19.69)^4 = 1.693 of 2.693
        tweaks=(_ban, policy(ban=10_000, holiday=10), *WEST_ONLY),
    ),
    Case(
        "R19",
        "at its hurdle a fifth of a partner's firms build",
        plants={WEST: 9_495_000},  # (19.69 / 27.38)^4 = 0.267 of 1.267: 45 kt x 0.211 x 1
        tweaks=(_ban, *WEST_ONLY, FINE_PORTS, partner("west", weight=2_500, hurdle=1_969)),
    ),
    Case(
        "R19",
        "nobody builds a plant that loses money, however little is asked",
        plants={},  # 5,824 - 1,300 - 5,000 is below zero
        tweaks=(
            _ban,
            *WEST_ONLY,
            FINE_PORTS,
            mineral(operating=5_000),
            partner("west", weight=2_500, hurdle=0),
        ),
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
        plants={WEST: 11_250_000},
        tweaks=(_ban, *WEST_ONLY, partner("west", threshold=5_000)),
        start={"arland/eia": 10_000, "arland/carbon_reporting": 1},
    ),
)

GATES = (
    Case(
        "R20",
        "poor infrastructure sets the pace",
        plants={WEST: 9_000_000},  # 22.5 kt x 0.4
        tweaks=(_ban, *WEST_ONLY, province(infrastructure=4_000)),
    ),
    Case(
        "R20",
        "anger above 3,000 holds back half of itself",
        plants={WEST: 21_375_000},  # 22.5 kt x (1 - 0.05)
        tweaks=(_ban, *WEST_ONLY, FINE_PORTS, province(infrastructure=10_000, grievance=4_000)),
    ),
    Case(
        "R20",
        "where two fifths of the craft are known, two fifths of the plants come",
        plants={WEST: 9_000_000},  # 22.5 kt x 0.4
        tweaks=(_ban, *WEST_ONLY, FINE_PORTS, learned(first_yield=10_000), policy(know_how=4_000)),
    ),
    Case(
        "R20a",
        "nobody starts a plant of less than US$ 60 m",
        plants={},  # 22.5 kt x 0.1 = 2.25 kt, 22.5 m
        tweaks=(_ban, *WEST_ONLY, province(infrastructure=1_000)),
    ),
    Case(
        "R20b",
        "plans too small for a plant wait, and a tenth of them lapses a year",
        # in the second year prices, stocks and belief are other ones
        {"arland/metal/planned": 2_250_000},
        (_ban, *WEST_ONLY, province(infrastructure=1_000)),
        plants={},
    ),
    Case(
        "R20b",
        "what waited goes into the next plant that is worth building",
        # 22.5 kt x 0.1, and nine tenths of the 8 kt that waited, less 2.7 kt
        {"arland/metal/planned": 0},
        (_ban, *WEST_ONLY, province(infrastructure=1_000)),
        {"arland/metal/planned": 8 * KT},
        plants={WEST: 9_450_000},
    ),
    Case(
        "R20b",
        "with power for a part only, the rest goes on waiting",
        # 45 kt x 0.3254 x 0.1 at a fifth more capital, 8.66 kt with what waited; 40 MW / 5 W a kg
        {"arland/metal/planned": 664_300},
        (_ban, *WEST_ONLY, province(infrastructure=1_000)),
        {"arland/metal/planned": 8 * KT, "arland/coal_rule": 1, "arland/north/green_kw": 40_000},
        plants={WEST: 8 * KT},
    ),
    Case(
        "R20a",
        "starts too small to share out go to the most eager",
        plants={WEST: 11_250_000},  # 2.5 kt each otherwise
        tweaks=(_ban,),
    ),
    Case(
        "R20a",
        "larger starts are shared by weight and appetite; home capital's part is too small",
        # (19.69 / 16)^4 = 2.293 of 3.293: 45 kt x 0.6964
        plants={f"arland.north.{x}.000": 7_834_500 for x in ("east", "isle", "south", "west")},
        tweaks=(_ban, FINE_PORTS, parameters(appetite_half=400)),
    ),
    Case(
        "R20a",
        "three times the capital starts three times as much",
        plants={"arland.north.east.000": 23_503_500, WEST: 7_834_500},
        tweaks=(
            _ban,
            FINE_PORTS,
            *WEST_ONLY,
            parameters(appetite_half=400),
            partner("east", weight=7_500),
        ),
    ),
    Case(
        "R21",
        "a tenth of world demand refined at home saves a tenth of the capital",
        # Room 37.5 kt; (5,712 - 1,912.50 - 1,900) x 0.78 of 9,000 US$ is 16.46 %, which
        # 0.3281 build for; ports 0.5 + 0.25 brought along: 37.5 kt x 0.3281 x 0.75, at 9,000 US$
        {"arland/metal/invested": 83_050_308},
        (_ban, *WEST_ONLY, plant(100)),
        plants={"arland.plant-0": 100 * KT, WEST: 9_227_812},
    ),
    Case(
        "R21",
        "neighbours save no more than the most",
        # At 9,500 US$ the same plant earns 15.60 %: 37.5 kt x 0.2826 x 0.75
        {"arland/metal/invested": 75_507_188},
        (_ban, *WEST_ONLY, plant(100), parameters(cluster_capital_most=500)),
        plants={"arland.plant-0": 100 * KT, WEST: 7_948_125},
    ),
    Case(
        "R22",
        "without coal only spare power counts, at a fifth more capital",
        {"arland/metal/invested": 96_000_000},  # 40 MW / 5 W a kg = 8 kt, at 12,000
        (_ban, *WEST_ONLY, FINE_PORTS),
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
