"""Signs that follow from the casebook's systems of capital, plants, skills and money."""

from dataclasses import replace

from game.engine.numbers import BP
from game.lab.signs import do, needs, values
from game.lab.signs.history_signs import BAN, OPEN, SCARCE
from game.lab.signs.played import Step
from game.lab.signs.sign import Read, Sign

FORCED: tuple[Step, ...] = (*OPEN, SCARCE, *BAN, do.no_promises, do.put("{s}/coal_rule", 0))
"""Buyers need the ore and it may not leave: plants come if they pay."""
NO_BUILDERS = do.partners(lambda x: replace(x, weight=0))
NO_SHARE = do.put("{s}/{m}/state_share", 0)


def plants_lean(game: values.Played, turn: int) -> int:
    """Return the state's share in the feed of plants begun since the start, bp."""
    begun = values.begun_plants(game, turn)
    feed = sum(x.feed for x in begun)
    return sum(x.feed * x.state_share for x in begun) // max(1, feed)


SIGNS: tuple[Sign, ...] = (
    Sign(
        "S04",
        "A share of new plants is paid for now and pays dividends later.",
        "F051; S04",
        both=(*FORCED, do.purse, NO_SHARE, do.put("{s}/{m}/holiday", 0)),
        more=(do.put("{s}/{m}/state_share", 3_000),),
        reads=(Read("{s}/spending", 1), Read(plants_lean, 1, (1, 1))),
        needs=(needs.builds(0, after=(do.put("{s}/{m}/state_share", 3_000),)),),
    ),
    Sign(
        "S04b",
        "The larger the share a state demands, the less its partners build.",
        "F051; S04",
        both=(*FORCED, do.purse, do.lean_builders(300), do.put("{s}/coal_rule", 0)),
        less=(NO_SHARE,),
        more=(do.put("{s}/{m}/state_share", 5_100),),
        reads=(Read(values.new_feed, -1, (0, 0)),),
        needs=(needs.builds(0),),
    ),
    Sign(
        "S05",
        "Conditions on a licence cost output, calm the people nearby and unsettle foreign owners.",
        "F104; F105; F253; S05",
        both=(
            do.put("{s}/{f}/licence", 0),
            do.put("{s}/{p}/grievance", 4_000),
            do.put("{s}/credibility", 5_000),
        ),
        more=(do.order("licence", "{f}", 1),),
        reads=(
            Read("{s}/{f}/output", -1),
            Read("{s}/{p}/grievance", -1),
            Read("{s}/credibility", -1),
        ),
        needs=(
            needs.DIGS,
            needs.FOREIGN_FIELD,
            needs.FIELD_DIGS,
            needs.SELLS_ALL,
        ),
    ),
    Sign(
        "S06",
        "Cheaper credit lets a partner build more plants.",
        "F153; F154; S06",
        both=FORCED,
        less=(do.main_dear,),
        more=(do.main_hurdle(300),),
        reads=(Read(values.main_feed, 1, (2, 2)),),
        needs=(needs.builds(2),),
    ),
    Sign(
        "S07",
        "Debt to a partner narrows a state's choices, and interest falls due.",
        "F192; F193; F227; S07",
        more=(
            do.raised("{s}/debt", 1_000 * do.MILLION),
            do.raised("{s}/{b}/debt", 1_000 * do.MILLION),
        ),
        reads=(Read("{s}/autonomy", -1), Read("{s}/revenue", -1)),
        needs=(needs.between("{s}/autonomy", 1_500, BP, "there are choices left", 0),),
    ),
    Sign(
        "S09",
        "Plants owned abroad keep less of their profit at home than plants owned at home.",
        "F154; F158; F044; S09",
        both=(NO_BUILDERS, do.plants(4_000, alone=True)),
        less=(do.plants_as(owner="home"),),
        more=(do.plants_as(owner="{i}"),),
        reads=(Read("{s}/home_income", -1),),
        needs=(needs.feeds(), needs.PLANTS_EARN),
    ),
    Sign(
        "S10",
        "Plants that stand together are cheaper to build and to run.",
        "F066; F158; S10",
        less=(do.plants(0, alone=True),),
        more=(do.plants(8_000, alone=True),),
        both=(do.purse, do.put("{s}/coal_rule", 0)),
        effect=(do.order("state_plant", "{p}", 800),),
        reads=(Read(values.state_feed, 1, (1, 1)),),
        needs=(
            needs.FIRST_CHAIN,
            needs.weighs_home(),
        ),
    ),
    Sign(
        "S14",
        "High standards open the door to careful partners.",
        "F020; F231-F234; F168; S14 S16",
        both=FORCED,
        less=(do.low_standards,),
        more=(do.high_standards,),
        reads=(Read(values.careful_feed, 1, (3, 3)),),
        needs=(needs.CAREFUL_COME,),
    ),
    Sign(
        "S30",
        "Components follow refined metal and skills.",
        "F016; F017; F067; F070; S30",
        both=(do.plants(5_000, alone=True),),
        less=(do.put("{s}/skills", 1_000),),
        more=(do.put("{s}/skills", 7_000),),
        reads=(Read("{s}/{m}/components", 1, (1, 3)),),
        needs=(needs.feeds(),),
    ),
    Sign(
        "S43a",
        "A tax holiday for new plants costs revenue when they earn.",
        "F159; F162; H080; S43",
        both=(NO_BUILDERS, do.plants(4_000, alone=True)),
        less=(do.plants_as(holiday_until=0),),
        more=(do.plants_as(holiday_until=1 << 20),),
        reads=(Read("{s}/revenue", -1),),
        needs=(needs.feeds(), needs.PLANTS_EARN),
    ),
    Sign(
        "S43b",
        "A longer tax holiday brings plants that would not come otherwise.",
        "F159; H080; S43",
        both=(*FORCED, do.put("{s}/{m}/holiday", 0), do.lean_builders(750)),
        less=(do.put("{s}/{m}/holiday", 0),),
        more=(do.put("{s}/{m}/holiday", 15),),
        reads=(Read(values.new_feed, 1, (0, 0)),),
        needs=(needs.builds(0, after=(do.put("{s}/{m}/holiday", 15),)), needs.PRICE_LASTS),
    ),
    Sign(
        "S43c",
        "Inspectors save profit tax from being priced away.",
        "F159; F162; H082; S43",
        less=(do.put("{s}/enforcement", 1_000),),
        more=(do.put("{s}/enforcement", 8_000),),
        both=(do.put("{s}/customs_link", 0), do.put("{s}/{m}/tax", 0), *OPEN),
        reads=(Read("{s}/receipts", 1),),
        needs=(needs.sells(500),),
    ),
    Sign(
        "S43d",
        "A higher royalty brings money and leaves the dearest mines idle.",
        "F159; F162; H081; S43",
        both=(*OPEN, do.marginal_mines),
        less=(do.put("{s}/{m}/royalty", 200),),
        more=(do.put("{s}/{m}/royalty", 1_000),),
        reads=(Read("{s}/receipts", 1), Read("{s}/{f}/working", -1)),
        needs=(needs.sells(500), needs.works(500, 9_000)),
    ),
    Sign(
        "S44",
        "When the price falls, foreign exchange and receipts fall with it.",
        "F156; F120; F256; S44",
        both=OPEN,
        more=(do.price_scaled(7_000),),
        reads=(Read("{s}/receipts", -1), Read("{s}/fx_reserves", -1)),
        needs=(needs.sells(),),
    ),
    Sign(
        "S44b",
        "A government past its lenders' limit has less attention to spend.",
        "F156; S44",
        both=(
            do.purse,
            do.put("{s}/trust", 6_000),
            do.put("{s}/fx_reserves", 50_000 * do.MILLION),
        ),
        less=(do.put("{s}/debt", 0),),
        more=(do.debt_past_limit,),
        reads=(Read("{s}/crisis", 1), Read("{s}/trust", -1, (0, 2))),
    ),
    Sign(
        "S47",
        "The more is spent on exploration, the more is found.",
        "F135; F136; F179; S47",
        both=(do.purse, do.put("{s}/skills", 3_000), do.some_resource),
        less=(do.put("{s}/{p}/exploration_budget", 5 * do.MILLION),),
        more=(do.put("{s}/{p}/exploration_budget", 80 * do.MILLION),),
        reads=(Read(values.finds, 1, (4, 4)),),
        lucks=6,
    ),
    Sign(
        "S58",
        "The more of its plants one foreign owner holds, the narrower a state's choices.",
        "F158; F153; S58",
        both=(do.plants(6_000, alone=True),),
        less=(do.plants_as(owner="home"),),
        more=(do.plants_as(owner="{i}"),),
        reads=(Read("{s}/autonomy", -1),),
        needs=(
            needs.between("{s}/autonomy", 2_500, BP, "there are choices left", 0),
            needs.NARROWEST,
            needs.DIGS,
        ),
    ),
    Sign(
        "S67",
        "Training costs now and skills follow year by year.",
        "F234; F244; F117; S67",
        both=(do.purse, do.put("{s}/skills", 3_000)),
        less=(do.put("{s}/training_budget", 0),),
        more=(do.put("{s}/training_budget", 50 * do.MILLION),),
        reads=(Read("{s}/revenue", -1), Read("{s}/skills", 1, (3, 4))),
    ),
    Sign(
        "S67b",
        "Skilled firms at home sell more to plants.",
        "F234; F117; S67 S09",
        both=(NO_BUILDERS, do.plants(4_000, alone=True)),
        less=(do.put("{s}/skills", 1_000),),
        more=(do.put("{s}/skills", 8_000),),
        reads=(Read("{s}/suppliers", 1),),
        needs=(
            needs.feeds(),
            needs.NO_HANDOVER,
        ),
    ),
    Sign(
        "S69",
        "Money for ports and roads is spent now and plants come faster later.",
        "F136; F244; F249; S69",
        both=(*FORCED, do.purse, do.infrastructure(2_000)),
        less=(do.put("{s}/{p}/park_budget", 0),),
        more=(do.put("{s}/{p}/park_budget", 150 * do.MILLION),),
        reads=(
            Read("{s}/revenue", -1),
            Read("{s}/{p}/infrastructure", 1, (1, 2)),
            Read(values.new_feed, 1, (4, 4)),
        ),
        needs=(needs.builds(3), needs.SMALL_IN_THE_WORLD),
    ),
)
"""In the order of the systems."""
