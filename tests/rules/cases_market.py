"""Cases of prices at home, ore and trade, and the world price: R4 to R13 and R16."""

from game.engine.orders import Order
from tests.rules.rulebook import Case
from tests.worlds_for_rules import (
    KT,
    arland,
    mineral,
    mines,
    parameters,
    partner,
    plant,
    policy,
    rival,
    whole,
)

HOME, ABROAD = "arland/metal/home_price", "arland/metal/export_price"
MINED, EXPORTS, LEAK = "arland/metal/mined", "arland/metal/exports", "arland/metal/leak"
SOLE_BUYER = tuple(partner(name, ore_demand=()) for name in ("west", "south", "isle"))
BANNED = policy(ban=10_000)
# Prices at home are worked out again at the turn's new price: it is held still where they count.
STILL = whole(prices_fed=True)
BAN_NEXT_YEAR = Order("export_ban", "metal.ore", (10_000, 1))
BAN_NOW = Order("export_ban", "metal.ore", (10_000, 0))


def _demand(*kilotonnes: int) -> tuple[int, ...]:
    """Return a path of demand that stays at its last value."""
    path = [amount * KT for amount in kilotonnes]
    return tuple(path + path[-1:] * (60 - len(path)))


PRICES = (
    Case("R4", "four equal buyers pay the full price", {ABROAD: 250_000}),
    Case(
        "R4",
        "a sole buyer pays a quarter less",
        {ABROAD: 187_500, "arland/metal/buyer_hhi": 10_000},
        (*SOLE_BUYER, STILL),
    ),
    Case(
        "R4",
        "plants of one's own take away half of that at most",
        {ABROAD: 218_750},  # 2,500 x (1 - 0.5) = 1,250 bp
        (STILL, *SOLE_BUYER, plant(200)),
    ),
    Case(
        "R4",
        "plants for half the mines take away a quarter",
        {ABROAD: 203_125},  # relief 2,500; cut 1,875 bp
        (STILL, *SOLE_BUYER, plant(100)),
    ),
    Case(
        "R4a",
        "a warmer buyer takes more; the last dollars go to the largest rests",
        # US$ 500 m by weights 10,000 : 7,500 : 7,500 : 7,500
        {
            "arland/east/bought": 153_846_154,
            "arland/isle/bought": 115_384_616,
            "arland/south/bought": 115_384_615,
            "arland/west/bought": 115_384_615,
        },
        start={"arland/east/standing": 10_000},
    ),
    Case(
        "R4a",
        "a plant sells seven tenths of its metal to its owner's country",
        # ore US$ 375 m / 4 + 0.7 x 280 m, and a quarter of the other 84 m
        {"arland/east/bought": 310_750_000, "arland/west/bought": 114_750_000},
        (plant(50, "east"),),
    ),
    Case("R5", "without plants a ban halves the price at home", {HOME: 125_000}, (BANNED, STILL)),
    Case("R5", "half a ban takes off half as much", {HOME: 187_500}, (policy(ban=5_000), STILL)),
    Case(
        "R5",
        "one owner of a quarter of the plants the mines need sets the price",
        {HOME: 125_000},
        (BANNED, STILL, plant(50, "east")),
    ),
    Case(
        "R5",
        "at exactly a fifth the owner does not yet count, only the surplus",
        {HOME: 150_000},  # 5,000 x (1 - 40 / 200)
        (BANNED, STILL, plant(40, "east")),
    ),
    Case(
        "R5",
        "the state's own plants are no such owner",
        {HOME: 156_250},
        (BANNED, STILL, plant(50)),
    ),
    Case(
        "R5",
        "a smaller one beside a ban adds nothing",
        {HOME: 187_500},
        (policy(ban=5_000, tax=1_500), STILL),
    ),
    Case("R5", "a tax that is larger counts instead", {HOME: 100_000}, (policy(tax=6_000), STILL)),
    Case(
        "R6",
        "at 1,250 US$ a tonne a quarter of the mines work",
        {"arland/north-mine/working": 2_500, MINED: 50 * KT},  # (1,250 - 1,000) / 1,000
        (BANNED, plant(50, "east")),
    ),
    Case(
        "R6",
        "a royalty that takes the rest closes them all",
        {"arland/north-mine/working": 0, MINED: 0},
        (policy(ban=10_000, royalty=2_000), plant(50, "east")),
    ),
    Case(
        "R6",
        "a price at the dearest mine's cost lets all work",
        {MINED: 200 * KT},
        (mines(cost_high=250_000),),
    ),
)

TRADE = (
    Case(
        "R7",
        "plants larger than the mines take everything",
        {"arland/metal/fed": 200 * KT, EXPORTS: 0},
        (plant(250),),
    ),
    Case(
        "R7",
        "buyers take what rivals leave, shared by what is offered",
        {EXPORTS: 133_333_333, "borland/metal/exports": 66_666_667},  # 900 - 700 = 200 kt
        (mineral(demand=_demand(900)),),
    ),
    Case(
        "R7",
        "and half of what is missing in their stores",
        {EXPORTS: 146_666_667, "borland/metal/exports": 73_333_333},  # + (225 - 185) / 2
        (mineral(demand=_demand(900)),),
        start={"metal/stock": 185 * KT},
    ),
    Case(
        "R7",
        "a quota of 40 % holds back the rest",
        {EXPORTS: 80 * KT},
        start={"arland/metal/quota": 4_000},
    ),
    Case(
        "R8",
        "buyers told of a ban store 70 % of the loss, as far as they believe it",
        # 100 kt x 0.7 x (0.5 + 0.3 / 2)
        {"arland/metal/rush": 45_500_000, EXPORTS: 145_500_000},
        (mineral(demand=_demand(850)),),
        orders={0: (BAN_NEXT_YEAR,)},
    ),
    Case(
        "R8",
        "mines cannot rush above 120 % of what they can dig",
        {"arland/metal/rush": 40 * KT, EXPORTS: 240 * KT},
        orders={0: (BAN_NEXT_YEAR,)},
    ),
    Case(
        "R8",
        "a date two years away makes no rush",
        {"arland/metal/rush": 0},
        orders={0: (Order("export_ban", "metal.ore", (10_000, 2)),)},
    ),
    Case(
        "R8",
        "a rush cannot dig what is not in the ground",
        {"arland/metal/rush": 5 * KT, "arland/north-mine/reserves": 0},
        (mines(reserves=205 * KT),),
        orders={0: (BAN_NEXT_YEAR,)},
    ),
    Case(
        "R9",
        "an old route leaks with the gap in price and the lack of control",
        {LEAK: 4_800_000, "arland/metal/old_trade": 36 * KT},  # 40 x 0.4 x 0.5 x (1 - 0.4)
        (policy(ban=10_000, old_trade=40 * KT),),
    ),
    Case(
        "R9",
        "data shared with the buyers' customs halves it",
        {LEAK: 2_400_000},
        (policy(ban=10_000, old_trade=40 * KT),),
        start={"arland/customs_link": 1},
    ),
    Case("R9", "no old route, no leak", {LEAK: 0}, (BANNED,)),
    Case(
        "R9",
        "full control, no leak",
        {LEAK: 0},
        (policy(ban=10_000, old_trade=40 * KT), arland(enforcement=10_000)),
    ),
    Case("R9", "nothing forbidden, no leak", {LEAK: 0}, (policy(old_trade=40 * KT),)),
    Case(
        "R9",
        "a tax is dodged by under-declaring",
        {LEAK: 9_600_000, EXPORTS: 190_400_000},  # 200 x 0.4 x 0.2 x (1 - 0.4)
        (policy(tax=2_000),),
    ),
    Case(
        "R9",
        "today's legal trade is tomorrow's old route",
        {"arland/metal/old_trade": 200 * KT},
    ),
    Case(
        "R10",
        "rivals fill a shortage as fast as they can",
        {"metal/rest/output": (750 * KT, 800 * KT)},
        (BANNED, rival(ceiling=900 * KT)),
        turns=2,
    ),
    Case(
        "R10",
        "and no further than their ceiling",
        {"metal/rest/output": (720 * KT, 720 * KT)},
        (BANNED, rival(ceiling=720 * KT)),
        turns=2,
    ),
    Case(
        "R10",
        "in a surplus they give up a quarter of the surge",
        {"metal/rest/output": (775 * KT, 756_250_000)},
        (rival(ceiling=900 * KT),),
        start={"metal/rest/surge": 100 * KT},
        turns=2,
    ),
    Case(
        "R10",
        "they follow demand as far as they keep their share",
        {"metal/rest/output": (700 * KT, 735 * KT)},  # half of 10 %
        (rival(ceiling=900 * KT, keeps=5_000, speed=0), mineral(demand=_demand(1_000, 1_100))),
        turns=2,
    ),
)

WORLD_PRICE = (
    Case(
        "R11",
        "holders fill 60 % of a gap; each 1 % still missing lifts the price by 2 %",
        # 200 kt missing, 120 released, 80 unmet: 8 % x 2
        {
            "metal/released": 120 * KT,
            "metal/unmet": 80 * KT,
            "metal/scarcity": 1_600,
            "metal/price": 1_160_000,
        },
        (BANNED,),
    ),
    Case(
        "R11",
        "stocks at their floor are kept",
        {"metal/released": 0, "metal/scarcity": 4_000},
        (BANNED,),
        start={"metal/stock": 80 * KT},
    ),
    Case(
        "R11",
        "a spike fades by 15 % a month",
        {"metal/scarcity": 569},  # 4,000 x 0.85 ** 12
        start={"metal/scarcity": 4_000},
    ),
    Case(
        "R11",
        "stores take three months of surplus, the rest is glut",
        # 1,400 - 1,000 - 250 stored: -15 %, of which 0.85 ** 12 is still to come
        {"metal/hoarded": 250 * KT, "metal/scarcity": -1_287, "metal/price": 871_300},
        (rival(output=1_400 * KT, ceiling=1_400 * KT),),
    ),
    Case(
        "R11",
        "a glut presses no further than to -35 %",
        {"metal/scarcity": -3_002, "metal/price": 699_800},  # -3,500 x (1 - 0.1422)
        (rival(output=3_000 * KT, ceiling=3_000 * KT),),
    ),
    Case(
        "R12",
        "an announced loss of 24 % of supply frightens as far as it is believed",
        # (2,400 - 100) x 2.7 x 0.3; its mean over the year is 40.5 % of that: 755 bp
        {"metal/fear": 1_863, "metal/price": 1_075_500},
        orders={0: (BAN_NEXT_YEAR,)},
    ),
    Case(
        "R12",
        "a ban without notice frightens whole: nobody could price it before",
        # (2,000 - 100) x 2.7; its mean over the year is 40.5 % of that, more than the shortage
        {"metal/fear": (0, 5_130), "metal/price": (1_000_000, 1_207_800)},
        orders={1: (BAN_NOW,)},
        turns=2,
    ),
    Case(
        "R12",
        "on the day an announced ban takes effect only what was doubted frightens",
        # belief 3,000, + 2,500 for the promise kept, + (9,000 - 5,500) / 8 = 5,938;
        # (2,400 - 100) x 2.7 x (1 - 0.5938), of the 240 kt shipped in the rush
        {"metal/fear": (1_863, 2_523)},
        orders={0: (BAN_NEXT_YEAR,)},
        turns=2,
    ),
    Case(
        "R12",
        "where half the port is closed, closing the rest frightens for the ore still sold",
        # idle mines shrank to 190 kt: 95 are sold and 45.6 more in the rush, 14.15 % of a demand
        # that scarcity has made smaller; (1,415 - 100) x 2.7 x 0.3726
        {"metal/fear": (0, 1_323)},
        (policy(ban=5_000),),
        orders={1: (BAN_NEXT_YEAR,)},
        turns=2,
    ),
    Case(
        "R12",
        "the loss of one hundredth of supply frightens nobody",
        {"metal/fear": (0, 0)},
        (mines(capacity=10 * KT), rival(output=890 * KT, ceiling=890 * KT)),
        orders={1: (BAN_NOW,)},
        turns=2,
    ),
    Case(
        "R13",
        "a year at +16 % teaches users to do without 1.28 %",
        {"metal/lost_demand": (128,), "metal/demand": (1_000 * KT,)},
        (BANNED,),
    ),
    Case("R13", "a fair price teaches nothing", {"metal/lost_demand": (0, 0)}, turns=2),
    Case(
        "R13",
        "what was unlearned is never bought again",
        {"metal/demand": (950 * KT, 950 * KT), "metal/lost_demand": (500, 500)},
        start={"metal/lost_demand": 500},
        turns=2,
    ),
    Case(
        "R16",
        "firms move a quarter of the way to a new price",
        {"metal/expected_price": 1_040_000},
        (BANNED,),
    ),
    Case(
        "R16",
        "with prices fed in they follow those",
        {"metal/price": 2_000_000, "metal/expected_price": 2_000_000},
        (mineral(fed_price=(2_000_000,) * 40), whole(prices_fed=True)),
    ),
    Case(
        "R16",
        "shorter memories move faster",
        {"metal/expected_price": 1_053_333},
        (BANNED, parameters(expectation_years=3)),
    ),
)

CASES = (*PRICES, *TRADE, *WORLD_PRICE)
