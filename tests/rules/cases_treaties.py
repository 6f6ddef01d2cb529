"""Cases of tariffs, treaties and memoranda: R64 to R66."""

from dataclasses import replace

from game.engine.definitions.deals import Agreement
from game.engine.definitions.happenings import OfferPlan, Term
from game.engine.orders import Order
from game.engine.world import Contract
from tests.rules.cases_deals import MINE_TAX, contract, right
from tests.rules.cases_investment import WEST, WEST_ONLY, _ban
from tests.rules.rulebook import Case
from tests.worlds_for_rules import USD_M, Tweak, partner, plant, policy, whole

ALL = ("east", "isle", "south", "west")
METAL = "arland/metal/refined_value"
BAN = (Order("export_ban", "metal.ore", (10_000, 0)),)
HALF = (Order("export_ban", "metal.ore", (5_000, 0)),)


def tariffs(rate: int, *names: str) -> tuple[Tweak, ...]:
    return tuple(partner(x, tariffs=(("metal", rate),)) for x in names or ALL)


def trade(cut: int, phase: int = 1, member: bool = True) -> Agreement:
    return Agreement(
        "pact", "trade", ("arland",), ("arland",) if member else (), ALL, 0, cut, phase
    )


def shield(*partners: str) -> Agreement:
    return Agreement("shield", "investment", ("arland",), ("arland",), partners, 0, 0, 1)


TARIFFS = (
    Case(
        "R64",
        "of a tariff of a fifth sellers bear half",
        {METAL: 504 * USD_M, "arland/metal/tariff": 1_000},  # 560 x 0.9
        (plant(100, "east"), *tariffs(2_000)),
    ),
    Case(
        "R64",
        "a treaty that takes half of it away gives half of that back",
        {METAL: 532 * USD_M},
        (plant(100, "east"), *tariffs(2_000), whole(agreements=(trade(5_000),))),
    ),
    Case(
        "R64",
        "it is phased in over its turns",
        {"arland/metal/tariff": (750, 500, 500)},
        (plant(100, "east"), *tariffs(2_000), whole(agreements=(trade(5_000, 2),))),
        turns=3,
    ),
    Case(
        "R64",
        "who is no member pays the whole tariff",
        {METAL: 504 * USD_M},
        (plant(100, "east"), *tariffs(2_000), whole(agreements=(trade(5_000, member=False),))),
    ),
    Case(
        "R64a",
        "a closed port costs 4 points more where a treaty forbids it",
        # 5,000 - 405 as without it - 400, and a tenth returns
        {"arland/east/standing": 4_195 + 80},
        (whole(agreements=(trade(5_000),)),),
        orders={1: BAN},
        turns=2,
    ),
    Case(
        "R64a",
        "half a port costs half of that",
        {"arland/east/standing": 4_598 + 40},
        (whole(agreements=(trade(5_000),)),),
        orders={1: HALF},
        turns=2,
    ),
    Case(
        "R64b",
        "a ruling that is not met can be answered with a tariff",
        {"arland/isle/retaliation": 500, "arland/east/retaliation": 0},
        (policy(ban=10_000), *tariffs(1_000, "east"), partner("isle", litigates=True)),
        {"arland/dispute_stage": 3},
        seed=3,
    ),
    Case(
        "R64b",
        "three tenths of it fade when the cause is gone",
        {"arland/isle/retaliation": 700},
        (*tariffs(1_000, "east"), partner("isle", litigates=True)),
        {"arland/isle/retaliation": 1_000},
    ),
)

TREATIES = (
    Case(
        "R65",
        "a port closed on a mine under a right can bring a claim for a year of its profit",
        # 1,000 x 180.6 kt that are left, 22 % tax, a fifth put back, half of it the firm's
        {"arland/shield/claim": 56_347_200, "arland/shield/claim_due": 4},
        (whole(concessions=(right(30),), agreements=(shield("east"),), prices_fed=True),),
        orders={1: BAN},
        turns=2,
        seed=3,
    ),
    Case(
        "R65",
        "without a treaty with the firm's home there is none",
        {"arland/shield/claim": 0},
        (whole(concessions=(right(30),), agreements=(shield("west"),)),),
        orders={1: BAN},
        turns=2,
        seed=3,
    ),
    Case(
        "R65a",
        "an investor that wins is paid four tenths",
        {"arland/revenue": MINE_TAX - 40 * USD_M, "arland/shield/claim": 0},
        (whole(agreements=(shield("east"),)),),
        {"arland/shield/claim": 100 * USD_M},
        seed=1,
    ),
    Case(
        "R65a",
        "one that loses gets nothing",
        {"arland/revenue": MINE_TAX, "arland/shield/claim": 0},
        (whole(agreements=(shield("east"),)),),
        {"arland/shield/claim": 100 * USD_M},
        seed=4,
    ),
    Case(
        "R65b",
        "belief of 3,750 makes a treaty worth 0.69 points",
        # return 19.69 %; half ask 17.69 % + 7.69 - 0.69: 0.288 of 22.5 kt
        plants={WEST: 6_480_000},
        tweaks=(
            _ban,
            policy(ban=10_000),
            *WEST_ONLY,
            partner("west", weight=2_500, hurdle=1_769),
            whole(agreements=(shield("west"),)),
        ),
    ),
    Case(
        "R65b",
        "without it the plant would be too small",
        plants={},
        tweaks=(
            _ban,
            policy(ban=10_000),
            *WEST_ONLY,
            partner("west", weight=2_500, hurdle=1_769),
        ),
    ),
)

TEACHERS = OfferPlan(
    id="teachers",
    partner="east",
    seat="arland",
    kind="technology",
    mineral="metal",
    province="",
    first_turn=1,
    last_turn=1,
    chance=10_000,
    gate=(),
    terms=(Term("training", (1, 2, 3), 1, -400),),
    reserve=250,
)
MEMO = replace(
    TEACHERS,
    id="memo",
    partner="west",
    kind="memorandum",
    terms=(Term("signal", (300, 600), 600, 0), Term("years", (1, 3), 3, 0)),
    minds=("east",),
)
ASK = {1: (Order("answer_offer", "teachers.001", (2, 2)),)}


def memo(signer: str, until: int = 9) -> Contract:
    return replace(contract("memorandum", until, signal=600), partner=signer, id=f"m-{signer}.000")


MEMORANDA = (
    Case(
        "R66",
        "a memorandum with another power makes a partner give 2 hundredths more",
        {"arland/east/training": 1 + 2},
        (whole(offers=(TEACHERS,)),),
        orders=ASK,
        turns=2,
        contracts=(memo("west"),),
    ),
    Case(
        "R66",
        "one with itself does not",
        {"arland/east/training": 0},
        (whole(offers=(TEACHERS,)),),
        orders=ASK,
        turns=2,
        contracts=(memo("east"),),
    ),
    Case(
        "R66a",
        "the signer warms, and who minds cools by half",
        # 5,000 + 500 + 600 and 5,000 - 300; a tenth of the way back
        {"arland/west/standing": 5_990, "arland/east/standing": 4_730},
        (whole(offers=(MEMO,)),),
        orders={1: (Order("answer_offer", "memo.001", (1,)),)},
        turns=2,
    ),
    Case(
        "R66a",
        "left unanswered it moves nobody",
        {"arland/west/standing": 5_000, "arland/east/standing": 5_000},
        (whole(offers=(MEMO,)),),
        turns=2,
    ),
    Case(
        "R66b",
        "without a project its warmth is gone in the end",
        {"arland/west/standing": 4_400 + 60},
        contracts=(memo("west", 0),),
    ),
    Case(
        "R66b",
        "one project keeps it",
        {"arland/west/standing": 5_000},
        contracts=(
            memo("west", 0),
            replace(contract("technology", training=1), partner="west"),
        ),
    ),
)

CASES = TARIFFS + TREATIES + MEMORANDA
