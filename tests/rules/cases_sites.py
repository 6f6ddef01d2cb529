"""Cases of sites, residues, licences, risk, firms, scrap, pledges, shocks and surveys: R40 to R47.

Arland's one mine digs 200 kt at 2,500 US$ a tonne; enforcement 4,000, skills 5,000, belief 3,000.
"""

from game.engine.definitions.happenings import Effect
from game.engine.definitions.sites import Holder, Pledge, Residue, Scrap, Shocks
from game.engine.draws import draw
from game.engine.orders import Order
from tests.nickel_for_rules import event
from tests.rules.cases_people import FOREST, GRIEVANCE, MINED
from tests.rules.rulebook import Case
from tests.worlds_for_rules import (
    KT,
    USD_M,
    arland,
    mineral,
    mines,
    partner,
    plant,
    policy,
    whole,
)

HOLD, PAPERS, SURVEY = "arland/north-mine/hold/", "arland/north-mine/papers/", "arland/north-mine/"
CARE, WASTE = "arland/care/", "arland/waste/"
MINE = "north-mine"
HELD = mines(holder=Holder(5_000, 10_000, 3_000))
"""Half of the mine's ground is held; the holders take 100 US$ a tonne and would share 30 %."""
TAKEOVER = whole(
    events=(event("takeover", "dated", Effect("add", HOLD + "held", 5_000), last_turn=0),)
)
LEFT_BEHIND = mineral(residue=Residue(per_ore=1_000, per_metal=0))
"""A tonne dug leaves a tonne of residue: 200 kt a year, so that 1,000 kt open is half of all."""
STOP_STAGE = {0: (Order("licence_terms", MINE, (3,)),)}
YEARLY_SCRAP = policy(scrap=Scrap(in_use=90 * KT, home_use=9 * KT, growth=0, life=9))


def _spill(low: int, high: int) -> int:
    return next(x for x in range(10_000) if low <= draw(x, 0, "leak", "arland") < high)


def _shock(low: int, high: int) -> int:
    """Return luck in which energy meets its draw in a span and freight none."""
    return next(
        x
        for x in range(100_000)
        if low <= draw(x, 0, "far-shock", "energy") < high
        and draw(x, 0, "far-shock", "freight") >= 5_000
    )


HOLDERS = (
    Case(
        "R40a",
        "royalty and profit tax bite only on ground that the law reaches",
        # 10 % of 250 m; a fifth less slips away: 22 % of half of (500 - 25 - 300 - 10) x 0.82
        {"arland/metal/ore_value": 500 * USD_M, "arland/receipts": 25 * USD_M + 14_883_000},
        (HELD, policy(royalty=1_000)),
    ),
    Case(
        "R40a",
        "a ban does not hold back ore from held ground",
        {"arland/metal/exports": 100 * KT, "arland/metal/closed": 5_000},
        (HELD, policy(ban=10_000)),
    ),
    Case(
        "R40a",
        "papers follow money slowly, and far more slowly without a pact",
        {HOLD + "formal": 900},  # 30 % of half the reach x (1 - 0.5 x 0.8)
        (HELD,),
        orders={0: (Order("formalise", MINE, (10 * USD_M,)),)},
    ),
    Case(
        "R40a",
        "a change of hands stalls three fifths of a site for a while",
        {MINED: (140 * KT, 194 * KT), HOLD + "stalled": (3_000, 0)},
        (HELD, TAKEOVER),
        turns=2,
    ),
    Case(
        "R40a",
        "closed roads stop held ore as far as inspectors reach",
        {MINED: 158 * KT},  # half held x 60 % x 0.7
        (HELD,),
        orders={0: (Order("road_block", MINE, (1,)),)},
    ),
    Case(
        "R40b",
        "holders take their tax on each tonne of their ground",
        {HOLD + "taken": 10 * USD_M, HOLD + "purse": 10 * USD_M},
        (HELD,),
    ),
    Case(
        "R40b",
        "a pact passes the agreed share on to the treasury",
        {HOLD + "taken": 10 * USD_M, HOLD + "purse": 7 * USD_M},
        (HELD,),
        orders={0: (Order("holder_pact", MINE, (3_000,)),)},
    ),
    Case(
        "R40b",
        "a tax above what dear ground can bear idles it",
        {MINED: 100 * KT},  # cost 1,000 to 2,000 US$ and 1,000 US$ of tax: half pays at 2,500
        (mines(holder=Holder(10_000, 100_000, 0)),),
    ),
    Case(
        "R40c",
        "talks fail when too much is asked",
        {HOLD + "pact": 0, HOLD + "purse": 10 * USD_M},
        (HELD,),
        orders={0: (Order("holder_pact", MINE, (4_000,)),)},
    ),
    Case(
        "R40c",
        "closed roads make holders readier by 15 points a year",
        {HOLD + "willing": 4_500},
        (HELD,),
        orders={0: (Order("road_block", MINE, (1,)),)},
    ),
)

RESIDUES = (
    Case(
        "R41a", "a tonne dug leaves its residue open", {WASTE + "loose": 200 * KT}, (LEFT_BEHIND,)
    ),
    Case(
        "R41a",
        "the rule stores what inspectors reach, as far as there is room",
        {WASTE + "loose": 120 * KT, WASTE + "stored": 80 * KT, WASTE + "store_room": 20 * KT},
        (LEFT_BEHIND,),
        start={WASTE + "store_room": 100 * KT, CARE + "waste_rule": 10_000},
    ),
    Case(
        "R41a",
        "a rule without room stores nothing",
        {WASTE + "loose": 200 * KT, WASTE + "stored": 0},
        (LEFT_BEHIND,),
        start={CARE + "waste_rule": 10_000},
    ),
    Case(
        "R41b",
        "two million US$ put forty thousand tonnes into a store",
        {WASTE + "loose": 160 * KT, WASTE + "stored": 40 * KT},
        (LEFT_BEHIND,),
        start={WASTE + "store_room": 100 * KT},
        orders={0: (Order("clean_up", "", (2 * USD_M,)),)},
    ),
    Case(
        "R41b",
        "without a store the same money covers half",
        {WASTE + "loose": 180 * KT, WASTE + "stored": 0},
        (LEFT_BEHIND,),
        orders={0: (Order("clean_up", "", (2 * USD_M,)),)},
    ),
    Case(
        "R41b",
        "where no residue lies open the money heals land",
        {FOREST: 376},  # 776 less 400 ha
        orders={0: (Order("clean_up", "", (2 * USD_M,)),)},
    ),
    Case(
        "R41c",
        "forty million US$ buy a million tonnes of room, half of it open after a year",
        {WASTE + "store_room": 625 * KT, WASTE + "store_building": 625 * KT},
        (LEFT_BEHIND,),
        orders={0: (Order("waste_store", "north", (50,)),)},
    ),
    Case(
        "R41c",
        "a store angers the province by 10 points",
        {GRIEVANCE: 1_000 + 864 - 200},
        (LEFT_BEHIND,),
        orders={0: (Order("waste_store", "north", (50,)),)},
    ),
    Case(
        "R41d",
        "a thousand thousand tonnes leak three times in twenty years",
        {WASTE + "spill": 1, GRIEVANCE: 864 + 1_000},
        (LEFT_BEHIND,),
        start={WASTE + "loose": 800 * KT},
        seed=lambda: _spill(1_400, 1_500),
    ),
    Case(
        "R41d",
        "the other seventeen stay dry",
        {WASTE + "spill": 0},
        (LEFT_BEHIND,),
        start={WASTE + "loose": 800 * KT},
        seed=lambda: _spill(1_500, 1_600),
    ),
)

CARE_CASES = (
    Case(
        "R42a",
        "half the land closed spares half of what inspectors see",
        {FOREST: 621},  # 776 x (1 - 0.5 x 0.4)
        start={CARE + "no_go": 5_000},
    ),
    Case(
        "R42a",
        "closed land does not stop mines that stand",
        {MINED: 200 * KT},
        start={CARE + "no_go": 7_000},
    ),
    Case(
        "R42b",
        "full consent takes two fifths of the pressure away",
        {GRIEVANCE: 518},  # 864 x 0.6
        start={CARE + "resettlement": 10_000},
    ),
    Case(
        "R42b",
        "closed land calms as far as inspectors reach",
        {GRIEVANCE: 778},  # 864 x (1 - 0.5 x 0.5 x 0.4)
        start={CARE + "no_go": 5_000},
    ),
    Case(
        "R42c",
        "careful partners rest higher when each load is traced",
        {"arland/east/standing": 5_020},  # a tenth of 5 points x 0.4
        (partner("east", threshold=1),),
        start={CARE + "traceability": 1},
    ),
    Case(
        "R42c",
        "a register of owners halves what slips away",
        # 22 % of 200 m; 30 % x 0.6 x a half slips away
        {"arland/receipts": 40_040_000},
        start={CARE + "owner_register": 1},
    ),
)

RISKS = (
    Case(
        "R43a",
        "risk drifts up with low trust",
        {"arland/politics/risk": 4_000},  # goal 4,000 - 1,000 + 1,000
        (arland(risk=4_000, trust=3_000),),
    ),
    Case(
        "R43a",
        "calm lets an evil day pass by a quarter of the gap a year",
        {"arland/politics/risk": 6_750},  # a quarter of the way to 3,000
        (arland(risk=4_000),),
        start={"arland/politics/risk": 8_000},
    ),
    Case(
        "R43b",
        "an owner whose threshold is passed sells to one who stays",
        {"arland/politics/plants_sold": 1, "arland/metal/owner_share": 10_000},
        (
            arland(risk=8_000),
            *(partner(x, exit_at=6_000) for x in ("east", "south", "isle")),
            plant(50, "east"),
        ),
        start={"arland/politics/risk": 9_000},
    ),
    Case(
        "R43b",
        "below the threshold nobody leaves",
        {"arland/politics/plants_sold": 0},
        (arland(risk=5_000), partner("east", exit_at=6_000), plant(50, "east")),
    ),
)

LICENCES = (
    Case(
        "R44a",
        "a firm that doubts the date goes to court",
        {PAPERS + "answer": 1, PAPERS + "terms_due": 3},
        orders=STOP_STAGE,
    ),
    Case(
        "R44a",
        "a firm that believes it, with ore for decades, pays and solves",
        {PAPERS + "answer": (2, 2, 4), PAPERS + "terms_due": (3, 3, 0)},
        (arland(credibility=6_000),),
        start={"arland/north-mine/working": 10_000},
        orders=STOP_STAGE,
        turns=3,
    ),
    Case(
        "R44a",
        "with little ore left it moves the stage abroad and digs a tenth less",
        {PAPERS + "answer": (3, 3, 5), MINED: (200 * KT, 200 * KT, 180 * KT)},
        (arland(credibility=6_000), mines(reserves=1_500 * KT)),
        start={"arland/north-mine/working": 10_000},
        orders=STOP_STAGE,
        turns=3,
    ),
    Case(
        "R44a",
        "a date put off costs belief",
        {"arland/credibility": (5_625, 3_984)},
        (arland(credibility=6_000),),
        orders={0: STOP_STAGE[0], 1: (Order("licence_terms", MINE, (5,)),)},
        turns=2,
    ),
    Case(
        "R44b",
        "a licence that ends without renewal stops output",
        {MINED: (200 * KT, 200 * KT, 0)},
        (mines(licence_until=2),),
        turns=3,
    ),
    Case(
        "R44b",
        "a renewal reassures owners and irritates neighbours",
        {PAPERS + "until": 12, GRIEVANCE: 864 + 400 - 80, MINED: 200 * KT},
        (mines(licence_until=2),),
        orders={0: (Order("renew_licence", MINE, (10,)),)},
    ),
    Case(
        "R44c",
        "a closed mine digs no more",
        {MINED: 0, "arland/north-mine/capacity": 0},
        orders={0: (Order("close_mine", MINE, (1,)),)},
    ),
    Case(
        "R44c",
        "tidied up it costs money and heals half of the scars",
        {FOREST: 500, "arland/spending": 20 * USD_M},
        start={FOREST: 1_000},
        orders={0: (Order("close_mine", MINE, (2,)),)},
    ),
)

FIRMS = (
    Case(
        "R45a",
        "firms at home supply what the rule asks when skills reach so far",
        # 35.8 % would be bought anyway; 100 m less 2.5 %, dearer by 2.3 %, and 105 m from mines
        {"arland/suppliers": 149_910_000},
        (plant(50), arland(skills=8_000)),
        start={CARE + "local_content": 4_500},
    ),
    Case(
        "R45a",
        "without skills the rule costs and brings nothing home",
        {"arland/suppliers": 125_750_000},
        (plant(50), arland(skills=0)),
        start={CARE + "local_content": 4_500},
    ),
    Case(
        "R45b",
        "where all capital came on terms, skills grow",
        {"arland/skills": 5_050},  # 150 a year less 100
        start={CARE + "bound": 100 * USD_M, CARE + "begun": 100 * USD_M},
    ),
    Case(
        "R45b",
        "a partner with standards rests 4 points higher for it",
        {"arland/east/standing": 5_040},
        (partner("east", threshold=1),),
        start={CARE + "bound": 100 * USD_M, CARE + "begun": 100 * USD_M},
    ),
    Case(
        "R45c",
        "8 million US$ a year are half of a name, made in thirds",
        {CARE + "renown": 500},
        start={CARE + "promotion_budget": 8 * USD_M},
    ),
    Case(
        "R45c",
        "a broken promise takes the name away",
        {CARE + "renown": 167},  # 1,000 less a third of it, less 500 of belief
        start={CARE + "renown": 1_000, "arland/credibility": 7_000},
    ),
    Case(
        "R45d",
        "a state plant at 80 % feeds 80 %, learns a point a year and is helped",
        {"arland/metal/fed": 40 * KT, CARE + "firm_skill": 8_100},
        (plant(50), arland(state_firm=8_000)),
    ),
    Case(
        "R45d",
        "reform lets it learn faster and costs public trust",
        {CARE + "firm_skill": 8_500},
        (plant(50), arland(state_firm=8_000)),
        orders={0: (Order("state_firm", "", (1,)),)},
    ),
)

SCRAPS = (
    Case(
        "R46a",
        "a third of each age moves on each year; without a rule all is dumped",
        {"arland/metal/scrap/dumped": 10 * KT, "arland/metal/scrap/young": 29 * KT},
        (YEARLY_SCRAP,),
    ),
    Case(
        "R46a",
        "a rule collects as far as inspectors reach",
        {"arland/metal/scrap/scrap": 5_250_000, "arland/metal/scrap/dumped": 4_750_000},
        (YEARLY_SCRAP,),
        start={"arland/metal/scrap/collection": 7_500},
    ),
    Case(
        "R46b",
        "a plant melts what is collected, and the metal sells",
        {"arland/metal/scrap/recycled": 2 * KT, "arland/export_income": 510_666_668},
        (YEARLY_SCRAP,),
        start={"arland/metal/scrap/collection": 7_500, "arland/metal/scrap/recycling": 2 * KT},
    ),
    Case(
        "R46b",
        "ten million US$ build a plant for three tenths of the usual cost",
        {
            "arland/metal/scrap/recycling": (1_666_500, 2_499_750),
            "arland/metal/scrap/recycling_building": (1_666_500, 833_250),
        },
        (YEARLY_SCRAP,),
        orders={0: (Order("recycling_plant", "metal", (10,)),)},
        turns=2,
    ),
    Case(
        "R46c",
        "metal from scrap is a little freedom",
        {"arland/autonomy": 8_972},  # 8,750 and 10 points x 2 / 9
        (YEARLY_SCRAP,),
        start={"arland/metal/scrap/collection": 7_500, "arland/metal/scrap/recycling": 2 * KT},
    ),
    Case(
        "R46c",
        "dumped scrap weighs on nature",
        {"arland/environment": 8_434},  # a tenth of 10 points off
        (YEARLY_SCRAP,),
    ),
)

FAR = (
    Case(
        "R47a",
        "emissions at the pledge are no gap, and a kept pledge is liked",
        {"arland/pledge/pledge_gap": 0, "arland/east/standing": 5_090},
        (
            arland(pledge=Pledge(7_200 * KT, 2_000)),
            partner("east", threshold=1),
            plant(120),
            whole(turns=1),
        ),
    ),
    Case(
        "R47a",
        "emissions a quarter above it cost standing",
        {"arland/pledge/pledge_gap": 2_500, "arland/east/standing": 4_887},
        (arland(pledge=Pledge(3_840 * KT, 0)), partner("east", threshold=1), plant(100)),
    ),
    Case(
        "R47b",
        "a shock makes energy dearer, and it calms down",
        {"world/shocks/energy": (3_000, 427)},
        (whole(shocks=Shocks(10, 3_000)),),
        seed=lambda: _shock(0, 10),
        turns=2,
    ),
    Case(
        "R47b",
        "dear freight is taken off the price of ore",
        {"arland/metal/export_price": 246_450},  # 2,500 US$ less a tenth of 14.22 %
        (whole(shocks=Shocks(0, 0)),),
        start={"world/shocks/freight": 10_000},
    ),
    Case(
        "R47c",
        "five million US$ halve the doubt",
        {SURVEY + "survey/doubt": 2_000},
        (mines(doubt=4_000),),
        orders={0: (Order("survey", MINE, (5,)),)},
    ),
    Case(
        "R47c",
        "an option is worth what firms expect to earn on ore that is sure",
        # 9,800 kt left x (2,500 - 1,500 US$) x 0.6
        {SURVEY + "survey/option_value": 5_880 * USD_M},
        (mines(doubt=4_000),),
    ),
)

CASES = (
    *HOLDERS,
    *RESIDUES,
    *CARE_CASES,
    *RISKS,
    *LICENCES,
    *FIRMS,
    *SCRAPS,
    *FAR,
)
