"""Cases of demand that moves, of buyers next door and of finished goods: R67."""

from dataclasses import replace

from game.engine.definitions.deals import NearbyBuyer, ProductStage, Substitute
from game.engine.definitions.level import Level
from tests.rules.rulebook import Case
from tests.worlds_for_rules import (
    KT,
    USD_M,
    Tweak,
    metal,
    parameters,
    partner,
    plant,
    policy,
    rival,
    whole,
)

LOST = "metal/lost_demand"
SOLE = tuple(partner(x, refined_demand=()) for x in ("west", "south", "isle"))


def rung(target: str = "", above: int = 2_000, speed: int = 1_000, disgust: int = 0) -> Substitute:
    return Substitute("wire", "metal", target, above, speed, disgust, 5_000)


def dear(price: int) -> Tweak:
    """Return a tweak that makes the metal dearer from the second year on; nothing else moves."""
    path = (1_000_000, *(price,) * 39)
    return whole(prices_fed=True, minerals=(metal(fed_price=path),))


def two_minerals(level: Level) -> Level:
    """Return the level with a second mineral that nobody here digs."""
    other = metal(id="other")
    rest = replace(level.rivals[0], id="others", mineral="other", output=1_000 * KT)
    rest = replace(rest, ceiling=1_000 * KT)
    return replace(
        level, minerals=(*level.minerals, other), rivals=(*level.rivals, rest), prices_fed=True
    )


def near(kilotonnes: int, stage: str = "refined", buyer: str = "grid") -> NearbyBuyer:
    return NearbyBuyer(buyer, "metal", stage, (kilotonnes * KT,) * 60)


def goods(technology: int, most: int = 5_000, capacity: int = 0) -> ProductStage:
    return ProductStage("arland", "metal", capacity, technology, most)


SWITCHES = (
    Case(
        "R67",
        "half dearer, a fifth is borne: 30 % of the speed",
        {LOST: (0, 0, 300, 600), "metal/wire/moved": (0, 0, 300, 600)},
        (dear(1_500_000), parameters(substitution_speed=300), whole(substitutes=(rung(),))),
        turns=4,
    ),
    Case(
        "R67",
        "what the metal loses the other gains, at half its weight",
        # 3 % of 1,000 kt, at half
        {"metal/wire/gained": 15 * KT, "other/demand": (1_000 * KT, 1_000 * KT, 1_015 * KT)},
        (
            dear(1_500_000),
            parameters(substitution_speed=300),
            two_minerals,
            whole(substitutes=(rung("other"),)),
        ),
        turns=3,
    ),
    Case(
        "R67",
        "what grew no dearer than its rung is not left",
        {LOST: 0},
        (dear(1_200_000), whole(substitutes=(rung(),))),
        turns=3,
    ),
    Case(
        "R67",
        "mines that do harm drive users away at any price",
        # mean 3,600 with seven tenths elsewhere at 5,000: harm 2,800
        {LOST: 280},
        (whole(substitutes=(rung(disgust=1_000),), prices_fed=True),),
        {
            "arland/environment": 0,
            "borland/environment": 1_000,
            "arland/metal/mined": 200 * KT,
            "borland/metal/mined": 100 * KT,
        },
    ),
)

NEARBY = (
    Case(
        "R67a",
        "half of the metal stays in the region and saves a fiftieth in freight",
        # 80 kt at 7,000; 40 of them at 7,140
        {
            "arland/metal/refined_value": 565_600_000,
            "arland/metal/nearby": 40 * KT,
            "arland/metal/nearby_value": 285_600_000,
        },
        (plant(100, "east"), whole(nearby=(near(40),))),
    ),
    Case(
        "R67a",
        "a second buyer halves the weight of a sole one",
        # no ore leaves; half to the one partner, half next door: 4,950 with the freight
        {"arland/metal/intra_share": 5_050, "arland/metal/buyer_hhi": 5_000},
        (*SOLE, policy(ban=10_000), plant(200), whole(nearby=(near(80),))),
    ),
    Case(
        "R67a",
        "two neighbours share it by what they dig and make",
        {"arland/metal/nearby": 30 * KT},
        (plant(100, "east"), whole(nearby=(near(30),))),
    ),
)

GOODS = (
    Case(
        "R67b",
        "works move a tenth of the way to what technology and access allow",
        # 20 kt of components x 50 % x 25 % access (standing 5,000 of four buyers: half)
        {"arland/metal/products": 250_000, "arland/metal/access": 5_000},
        (
            plant(100),
            policy(component_capacity=20 * KT),
            parameters(component_pace=1_000),
            whole(products=(goods(2_500),)),
        ),
    ),
    Case(
        "R67b",
        "teachers of a partner bring 3 points of the technology still lacking",
        {"arland/metal/technology": 4_000 + 180},
        (whole(products=(goods(4_000),)),),
        {"arland/east/training": 9},
    ),
    Case(
        "R67c",
        "finished goods add 38,000 US$ a tonne, of which 24 % are paid for work and supplies",
        {
            "arland/metal/product_output": 10 * KT,
            "arland/metal/product_value": 500 * USD_M,
        },
        (
            plant(100),
            policy(component_capacity=20 * KT),
            whole(products=(goods(10_000, 10_000, 10 * KT),), prices_fed=True),
        ),
    ),
    Case(
        "R67c",
        "without components there is nothing to finish",
        {"arland/metal/product_output": 0, "arland/metal/product_value": 0},
        (plant(100), whole(products=(goods(10_000, 10_000, 10 * KT),))),
    ),
)

CASES = SWITCHES + NEARBY + GOODS
ABUNDANT = rival(output=1_200 * KT, ceiling=1_200 * KT)
