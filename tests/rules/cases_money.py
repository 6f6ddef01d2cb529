"""Cases of money, components and certificates: R24b, R25 and R30.

At rest Arland sells 200 kt of ore for US$ 500 m; digging costs 1,500 US$ a tonne on average, 300 m,
of which 75 m are wages and 105 m supplies at home. Of a profit tax, inspection of 4,000 lets 18 %
slip away.
"""

from game.engine.orders import Order
from game.engine.world import Contract
from tests.rules.rulebook import Case
from tests.worlds_for_rules import USD_M, mineral, mines, partner, plant, policy, whole

REVENUE, INCOME = "arland/revenue", "arland/home_income"
LABEL = Contract("label.001", "label", "west", "arland", "certificate", "metal", 9, ())
CAREFUL = (partner("west", threshold=2_000), partner("south", threshold=2_000))
TREASURY, SPENDING = "arland/treasury", "arland/spending"

CASES = (
    Case(
        "R24b",
        "components add value to metal; half the profit stays, most inputs are foreign",
        # ore 100 kt x 2,500 + metal (80 - 10) kt x 7,000 + components 10 kt x 12,000
        {"arland/export_income": 860 * USD_M, "arland/metal/component_output": 10_000_000},
        (plant(100),),
        {"arland/metal/components": 10_000_000},
    ),
    Case(
        "R24b",
        "components cannot use more metal than there is",
        {"arland/metal/component_output": 0, "arland/export_income": 500 * USD_M},
        (),
        {"arland/metal/components": 10_000_000},
    ),
    Case(
        "R25a",
        "ore pays royalty, wages, supplies, profit tax; half the rest stays at home",
        # royalty 50; profit 500 - 50 - 300 = 150, tax 33 x 0.82 = 27.06; left 122.94, half stays
        {
            "arland/metal/ore_value": 500 * USD_M,
            REVENUE: 77_060_000,
            "arland/workers": 75 * USD_M,
            "arland/suppliers": 105 * USD_M,
            INCOME: 318_530_000,
            "arland/owners": 61_470_000,
        },
        (policy(royalty=1_000),),
    ),
    Case(
        "R25a",
        "an export tax is paid on what is declared",
        # 9.6 of 200 kt go undeclared: 190.4 kt x 2,500 x 0.2 = 95.2 m; ore at home is worth
        # 2,000, so smugglers pay 19.2 m for the rest; profit 476 + 19.2 - 95.2 - 300 = 100 m
        {"arland/metal/ore_value": 476 * USD_M, REVENUE: 113_240_000, "world/smugglers": 4_800_000},
        (policy(tax=2_000),),
    ),
    Case(
        "R25a",
        "the strictest rules add 5 % to the cost of digging",
        {"arland/workers": 78_750_000},
        (),
        {"arland/eia": 10_000},
    ),
    Case(
        "R25a",
        "mines that do not work pay nothing",
        {REVENUE: 0, INCOME: 0, "arland/workers": 0},
        (mines(cost_low=250_000, cost_high=350_000),),
    ),
    Case(
        "R25a",
        "foreign mine owners take all of the profit home",
        {INCOME: 75 * USD_M + 105 * USD_M + 36_080_000},  # tax 200 x 0.22 x 0.82
        (mines(home_owned=0),),
    ),
    Case(
        "R25b",
        "the profit of a foreign plant goes to its owner, after tax",
        # metal 560, running 200 x 0.95 = 190, ore 250: profit 120, tax 26.4 x 0.82 = 21.648
        {"east/owners": 98_352_000, "arland/metal/refined_value": 560 * USD_M},
        (plant(100, "east"),),
    ),
    Case(
        "R25b",
        "the state's own plant pays it all to the treasury",
        # mine tax 36.08 on the mines' 200 m, and the plant's 120 m
        {REVENUE: 156_080_000, "east/owners": 0},
        (plant(100),),
    ),
    Case(
        "R25b",
        "skilled firms at home supply more of the running cost",
        # 105 from mining; 20 % x 1.99 of 190
        {"arland/suppliers": 180_620_000},
        (plant(100, "east"),),
        {"arland/skills": 10_000},
    ),
    Case(
        "R30",
        "half of the buyers know the label, auditors vouch for 40 %: 5 % x 0.5 x 0.4",
        # metal 80 kt x 7,070; running cost 190 + 2 % of 200; profit 121.6, tax 21.93664
        {
            "arland/metal/premium": 100,
            "arland/metal/refined_value": 565_600_000,
            "east/owners": 99_663_360,
        },
        (plant(100, "east", coal=False), *CAREFUL),
        contracts=(LABEL,),
    ),
    Case(
        "R30",
        "a plant on coal earns nothing with the label and pays for it all the same",
        # profit 560 - 194 - 250 = 116, tax 20.9264
        {"arland/metal/premium": 0, "east/owners": 95_073_600},
        (plant(100, "east"), *CAREFUL),
        contracts=(LABEL,),
    ),
    Case(
        "R30",
        "an accident in the year before halves what auditors can vouch for",
        {"arland/metal/premium": 50},
        (plant(100, "east", coal=False), *CAREFUL),
        {"arland/north/accident": 1},
        contracts=(LABEL,),
    ),
    Case(
        "R30",
        "a label that no buyer knows earns nothing",
        {"arland/metal/premium": 0},
        (plant(100, "east", coal=False),),
        contracts=(LABEL,),
    ),
    Case(
        "R25b",
        "full safety adds 3 % to the running cost",
        # 200 x (1 - 0.05 + 0.03) = 196; profit 114, tax 20.5656
        {"east/owners": 93_434_400},
        (plant(100, "east"),),
        {"arland/safety": 10_000},
    ),
    Case(
        "R25b",
        "a plant without profit pays no tax; its owner bears the loss",
        # 560 - 400 x 0.95 - 250
        {"east/owners": -70 * USD_M, REVENUE: 36_080_000},
        (plant(100, "east"), mineral(operating=4_000)),
    ),
    Case(
        "R25c",
        "services, budgets, interest and the districts' part are paid",
        # revenue 36.08; districts 3.608; social 50; interest 6 % of 200; services 100
        {
            "arland/receipts": 36_080_000,
            SPENDING: 65_608_000,
            REVENUE: -29_528_000,
            "arland/community": 153_608_000,
            TREASURY: 870_472_000,
        },
        (),
        {
            "arland/social_budget": 50 * USD_M,
            "arland/sharing": 1_000,
            "arland/debt": 200 * USD_M,
        },
    ),
    Case(
        "R25c",
        "a budget of nothing pays for services only",
        {SPENDING: 0, "arland/community": 100 * USD_M, TREASURY: 936_080_000},
    ),
    Case(
        "R25c",
        "park and power money goes half to firms at home",
        {"arland/suppliers": 155 * USD_M, SPENDING: 100 * USD_M},
        (),
        {"arland/north/park_budget": 60 * USD_M, "arland/north/power_budget": 40 * USD_M},
    ),
    Case(
        "R25c",
        "half a year pays half",
        {"arland/community": 75 * USD_M, SPENDING: 25 * USD_M},
        (whole(months=6),),
        {"arland/social_budget": 50 * USD_M},
    ),
    Case(
        "R25c",
        "a loan is money now and debt",
        # 1,000 + 100 + 36.08 - interest 6 - services 100
        {TREASURY: 1_030_080_000, "arland/debt": 100 * USD_M},
        orders={0: (Order("borrow", "", (100,)),)},
    ),
    Case(
        "R25c",
        "nobody can repay more than is owed",
        {TREASURY: 906_080_000, "arland/debt": 0},  # 30 m of the 100 offered
        (),
        {"arland/debt": 30 * USD_M},
        orders={0: (Order("repay", "", (100,)),)},
    ),
)
