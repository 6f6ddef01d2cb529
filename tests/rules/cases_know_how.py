"""Cases of know-how, imported inputs, families of standards, hungry buyers: R35, R36, R38, R39."""

from dataclasses import replace

from game.engine.definitions.happenings import OfferPlan, Term
from game.engine.definitions.level import Level
from game.engine.draws import draw
from game.engine.orders import Order
from game.engine.world import Contract
from tests.processing_for_rules import controlled, families, happens, importing, learned
from tests.rules.rulebook import Case
from tests.worlds_for_rules import KT, Tweak, parameters, partner, plant, policy

K, OUT, IN = "arland/metal/know-how/", "arland/metal/outlet/", "arland/metal/inputs/"
REFINED = "arland/metal/refined"
CALM = parameters(batch_chance=0, skills_fade=0)
FORTY = (learned(), policy(know_how=4_000), plant(100))
"""A plant of 100 kt in a state that knows 40 % of the craft: 70 % of the usual 80 kt."""


def licence(fee: int = 0) -> Contract:
    terms = (("fee", fee), ("licence", 8_000), ("years", 9))
    return Contract("l", "l", "west", "arland", "technology", "metal", 9, terms)


def _luck(low: int, high: int, purpose: str, subject: str) -> int:
    return next(x for x in range(999) if low <= draw(x, 0, purpose, subject) < high)


def _batch(low: int, high: int) -> int:
    return _luck(low, high, "batch", "arland.metal")


CRAFT = (
    Case(
        "R35a",
        "who knows 40 % wins half and 40 % of the other half",
        {REFINED: 56 * KT, K + "yield_share": 7_000},
        (*FORTY, CALM),
    ),
    Case("R35a", "who knows nothing wins half", {REFINED: 40 * KT}, (learned(), plant(100), CALM)),
    Case(
        "R35a",
        "a licence of 80 % brings its own people",
        {REFINED: 72 * KT},
        (*FORTY, CALM),
        contracts=(licence(),),
    ),
    Case(
        "R35b",
        "a year of 56 kt closes 15 % of the gap times what people can take in; 2 % are forgotten",
        {K + "level": 4_475},  # 6,000 x 30 % x 1/2 x 3/4 - 200
        (*FORTY, CALM),
    ),
    Case(
        "R35b",
        "teachers of a partner add six points to that",
        {K + "level": 4_752},  # 6,000 x (15 + 6) % x 3/4 - 200, with skills that rise too
        (*FORTY, CALM),
        start={"arland/west/training": 10},
    ),
    Case(
        "R35b",
        "a pilot plant of 60 m a year adds twenty, and is paid for",
        {K + "level": 5_366, "arland/spending": 60_000_000},  # 6,000 x (15 + 19.8) % x 3/4 - 200
        (*FORTY, CALM),
        orders={0: (Order("pilot_plant", "metal", (60_000_000,)),)},
    ),
    Case(
        "R35b",
        "a licence passes on a fifth of what it is ahead, for its fee",
        {K + "level": 5_360, "arland/spending": 10_000_000},
        (*FORTY, CALM),
        contracts=(licence(10),),
    ),
    Case("R35b", "without work craft fades", {K + "level": 3_800}, (learned(), FORTY[1])),
    Case(
        "R35c",
        "a failed batch takes a fifth of the metal",
        {REFINED: 44_800_000, K + "failed": 1},
        FORTY,
        seed=lambda: _batch(0, 1_800),
    ),
    Case(
        "R35c",
        "at 40 % of the craft the chance is 36 % a year",
        {K + "failed": 1},
        FORTY,
        seed=lambda: _batch(1_800, 3_600),
    ),
    Case(
        "R35c",
        "full technology terms halve it",
        {K + "failed": 0},
        FORTY,
        start={K + "terms": 10_000},
        seed=lambda: _batch(1_800, 3_600),
    ),
    Case(
        "R35d",
        "while the main processor withholds, one's own craft is the ceiling",
        {K + "ceiling": 4_000},
        (controlled(technology_ban=True), learned(), policy(know_how=4_000)),
    ),
    Case(
        "R35d",
        "where it shares, there is no ceiling",
        {K + "ceiling": 10_000},
        (controlled(), learned(), policy(know_how=4_000)),
    ),
    Case(
        "R35d",
        "it shares with a very close friend all the same",
        {K + "ceiling": 10_000},
        (controlled(technology_ban=True), learned(), policy(know_how=4_000)),
        start={"arland/east/standing": 8_000},
    ),
    Case(
        "R35d",
        "teachers of who withholds teach nothing",
        {K + "level": 3_800},
        (controlled(technology_ban=True), learned(), policy(know_how=4_000)),
        start={"arland/east/training": 10},
    ),
    Case(
        "R35e",
        "at 40 % of the craft running costs 18 % more: at 7,000 US$ an eighth of the plants shut",
        # 3,920 - 1,750 - 2,310 US$ a tonne, 6.06 % of the cost lost, twice that shut
        {OUT + "working": 8_788},
        (
            controlled(technology_ban=True),
            learned(first_yield=10_000, extra_cost=3_000),
            policy(know_how=4_000),
            plant(50),
            CALM,
        ),
        start={"metal/price": 700_000, "metal/control/price": 700_000},
    ),
    Case(
        "R35e",
        "who masters the craft pays nothing more",
        {OUT + "working": 10_000},
        (
            controlled(technology_ban=True),
            learned(first_yield=10_000, extra_cost=3_000),
            policy(know_how=10_000),
            plant(50),
        ),
        start={"metal/price": 700_000, "metal/control/price": 700_000},
    ),
    Case(
        "R35f",
        "18 % of the tax on a plant's profit is priced away",
        {"arland/receipts": 57_728_000},  # 22 % x (200 m of mines + 120 m of plants) x 82 %
        (learned(), policy(know_how=10_000), plant(100, "east")),
    ),
    Case(
        "R35f",
        "terms for technology leave two fifths of that",
        {"arland/receipts": 60_579_200},
        (learned(), policy(know_how=10_000), plant(100, "east")),
        start={K + "terms": 10_000},
    ),
)

STOP = happens(0, IN + "supply", 0)
IMPORTS = (
    Case(
        "R36a",
        "stores of three months carry mines through a quarter of what is stopped",
        # 20 % does not depend on the supplier, 3 of 12 months are in store
        {IN + "working": (4_500, 2_000), "arland/metal/exports": (90 * KT, 40 * KT)},
        (importing(), STOP, parameters(mine_rot=0)),
        turns=2,
    ),
    Case(
        "R36a",
        "plants stand still with the mines",
        {"arland/metal/fed": 22_500_000},
        (importing(), STOP, plant(50)),
    ),
    Case(
        "R36a",
        "when the supplier returns, stores fill by a quarter of a month each month",
        {IN + "store": (0, 30_000), IN + "working": (4_500, 10_000)},
        (importing(), STOP, happens(1, IN + "supply", 10_000)),
        turns=2,
    ),
    Case(
        "R36b",
        "half of the way to other suppliers is gone in a year",
        {IN + "replaced": (2_500, 3_750)},
        (importing(),),
        orders={0: (Order("input_sources", "metal", (5_000,)),)},
        turns=2,
    ),
    Case(
        "R36b",
        "inputs from elsewhere make digging 2 % dearer; the 6 m go abroad",
        # wages a quarter of 300 m; tax of 22 % x 82 % on 500 m less 306 m
        {"arland/workers": 75_000_000, "arland/receipts": 34_997_600},
        (importing(),),
        start={IN + "replaced": 2_500, IN + "goal": 2_500},
    ),
    Case(
        "R36b",
        "who replaced nine tenths of them works on through a stop",
        {IN + "working": 10_000},
        (importing(), STOP),
        start={IN + "replaced": 9_000, IN + "goal": 9_000},
    ),
)

FAMILY, LOCK = "arland/standards/family", "arland/standards/lock_in"
STANDARDS = (
    Case(
        "R38a",
        "half of the buyers share the family, none another: metal fetches 1.5 % more",
        {"arland/metal/refined_value": 568_400_000},
        (families, partner("west", family=""), plant(100)),
        start={FAMILY: 1},
    ),
    Case(
        "R38a",
        "half of them follow another and a quarter the same: 0.75 % less",
        {"arland/metal/refined_value": 555_800_000},
        (families, plant(100)),
        start={FAMILY: 2},
    ),
    Case(
        "R38a",
        "partners of the family buy a fifth more, others a fifth less",
        # weights 12 : 12 : 8 and 10 for the partner without a family
        {"arland/east/bought": 142_857_143, "arland/west/bought": 95_238_095},
        (families,),
        start={FAMILY: 1},
    ),
    Case(
        "R38b",
        "plants are fitted to their family by a fifth of the rest a year",
        {LOCK: (2_000, 3_600)},
        (families,),
        start={FAMILY: 1},
        turns=2,
    ),
    Case(
        "R38b",
        "half-fitted plants worth 1,000 m cost 40 m to refit, and the family remembers",
        {"arland/spending": (0, 40_000_000), FAMILY: (2, 1), LOCK: (5_000, 0)},
        (families, plant(100), parameters(family_years=1_000_000)),
        start={FAMILY: 2, LOCK: 5_000},
        orders={1: (Order("standard_family", "", (1,)),)},
        turns=2,
    ),
)


def offered(chance: int = 10_000, **changes: object) -> Tweak:
    """Return a tweak in which a partner offers a licence for a promise of metal."""
    plan = OfferPlan(
        id="craft",
        partner="west",
        seat="arland",
        kind="technology",
        mineral="metal",
        province="",
        first_turn=1,
        last_turn=1,
        chance=chance,
        gate=(),
        terms=(
            Term("licence", (4_000, 6_000, 8_000), 4_000, -300),
            Term("offtake", (1_000, 2_000, 3_000), 3_000, 200),
        ),
        reserve=500,
    )

    def tweak(level: Level) -> Level:
        return replace(level, offers=(replace(plan, **changes),))

    return tweak


FIRST = {"craft": (4_000, 3_000)}
SUITORS = (
    Case(
        "R38c",
        "an offer in four of five chances",
        {},
        (offered(8_000),),
        seed=lambda: _luck(6_400, 8_000, "offer", "craft"),
        offers=FIRST,
    ),
    Case(
        "R38c",
        "a family of its own brings a partner sooner",
        {},
        (families, offered(8_000)),
        start={FAMILY: 2},
        seed=lambda: _luck(8_000, 9_600, "offer", "craft"),
        offers=FIRST,
    ),
    Case(
        "R38c",
        "another family puts it off",
        {},
        (families, offered(8_000)),
        start={FAMILY: 1},
        seed=lambda: _luck(6_400, 8_000, "offer", "craft"),
        offers={},
    ),
    Case(
        "R35d",
        "who withholds offers no licence",
        {},
        (controlled(technology_ban=True), learned(), offered(partner="east")),
        offers={},
    ),
    Case(
        "R35f",
        "full technology terms make such an offer rarer by three tenths",
        {},
        (learned(), offered(8_000)),
        start={K + "terms": 10_000},
        seed=lambda: _luck(5_600, 8_000, "offer", "craft"),
        offers={},
    ),
    Case(
        "R39b",
        "a buyer with full stores offers what it planned",
        {},
        (partner("west", when_short=(("metal", 1_000),)), offered()),
        offers=FIRST,
    ),
    Case(
        "R39b",
        "with half of its stores empty it gives 500 more: one step of each term",
        {},
        (
            partner("west", when_short=(("metal", 1_000),)),
            offered(),
            happens(0, "metal/lost_demand", 0),
        ),
        start={"metal/stock": 125 * KT},
        offers={"craft": (6_000, 2_000)},
    ),
)
CASES = (*CRAFT, *IMPORTS, *STANDARDS, *SUITORS)
