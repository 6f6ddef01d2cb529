"""Every constant of the rules, once: value, sourced range, unit, and where it comes from.

A level may set a parameter anywhere inside its range. ``source`` names facts (F...), figures
(H...) or ``game`` for an assumption of ours; ``game.lab`` and the model card read the same table.
"""

from dataclasses import dataclass, fields
from typing import Final

from game.engine.parameter import ParameterInfo as ParameterInfo
from game.engine.parameter import parameter as _parameter
from game.engine.region_parameters import RegionParameters


@dataclass(frozen=True, slots=True)
class Parameters(RegionParameters):
    """The constants of one level's rules. Shares and meters in ten-thousandths (bp)."""

    # Credibility
    credibility_ban_bonus: int = _parameter(
        2_500, 1_500, 3_500, "bp", "game", "Belief gained when an announced ban takes effect."
    )
    credibility_ceiling: int = _parameter(
        9_000, 8_000, 10_000, "bp", "game", "The most belief that keeping a promise can earn."
    )
    credibility_years: int = _parameter(
        8, 5, 12, "years", "game", "A kept promise closes one part in this many of the gap a year."
    )
    credibility_relax_cost: int = _parameter(
        1_500, 500, 3_000, "bp", "game", "Belief lost by lifting a whole ban."
    )
    credibility_extension_cost: int = _parameter(
        1_500, 500, 3_000, "bp", "H119; game", "Belief lost each time a date is put off."
    )
    credibility_rest: int = _parameter(
        3_000, 2_000, 4_000, "bp", "game", "Where belief drifts when nothing is promised."
    )
    # Slow capacities
    enforcement_per_million: int = _parameter(
        40, 20, 80, "bp per US$ m a year", "game", "Inspection that a steady budget can hold up."
    )
    enforcement_years: int = _parameter(
        4, 3, 5, "years", "S36; game", "Inspection closes one part in this many of its gap a year."
    )
    infrastructure_per_million: int = _parameter(
        20, 10, 40, "bp per US$ m", "game", "Port, road and water bought by park spending."
    )
    skills_per_million: int = _parameter(
        10, 5, 20, "bp per US$ m", "game", "Skills bought by training spending."
    )
    skills_fade: int = _parameter(
        100, 50, 200, "bp a year", "game", "Skills lost without training."
    )
    # Building
    build_months: int = _parameter(
        24, 24, 36, "months", "H073; H075", "From first stone to first metal of a plant."
    )
    ramp_first_year: int = _parameter(
        4_000, 3_000, 6_000, "bp", "game", "Share of capacity a plant reaches in its first year."
    )
    ramp_second_year: int = _parameter(
        8_000, 6_000, 9_500, "bp", "game", "Share of capacity a plant reaches in its second year."
    )
    smallest_plant_usd_m: int = _parameter(
        60, 20, 150, "US$ m", "game", "No partner starts a plant smaller than this."
    )
    # Price received
    markdown_most: int = _parameter(2_500, 1_500, 3_500, "bp", "game", "Price cut by a sole buyer.")
    markdown_from: int = _parameter(
        2_500, 2_000, 3_500, "bp", "game", "Buyer concentration (HHI) that costs nothing."
    )
    markdown_relief: int = _parameter(
        5_000, 3_000, 7_000, "bp", "game", "Share of the cut that own plants can take away."
    )
    home_gap_most: int = _parameter(
        5_000, 3_500, 6_000, "bp", "H065", "How far below export parity home ore can fall."
    )
    home_gap_owner_from: int = _parameter(
        2_000,
        1_000,
        4_000,
        "bp",
        "game",
        "Plant share of mine capacity from which one owner sets the ore price.",
    )
    # Trade
    frontload_share: int = _parameter(
        7_000,
        5_000,
        9_000,
        "bp",
        "H059",
        "Share of the coming loss that warned buyers try to store.",
    )
    frontload_extra: int = _parameter(
        2_000, 500, 2_000, "bp", "game", "Output above capacity that a rush can reach."
    )
    leak_rate: int = _parameter(
        4_000,
        2_000,
        6_000,
        "bp",
        "H060; H062",
        "Leakage when gap and lack of control are complete.",
    )
    old_trade_fade: int = _parameter(
        1_000, 500, 2_000, "bp a year", "game", "How fast old smuggling routes dry up."
    )
    buyer_restock: int = _parameter(
        5_000, 2_500, 7_500, "bp a year", "game", "Missing stock that buyers refill in a year."
    )
    rival_retreat: int = _parameter(
        2_500,
        1_500,
        4_000,
        "bp a year",
        "H114; game",
        "Surge that rivals give up in a year of surplus.",
    )
    # World price
    stock_release: int = _parameter(
        6_000,
        4_000,
        8_000,
        "bp",
        "game",
        "Share of a sudden gap that holders fill while stocks last.",
    )
    scarcity_factor: int = _parameter(
        20_000,
        15_000,
        30_000,
        "bp",
        "H141; calibrated",
        "Price rise per unit of supply still missing.",
    )
    glut_factor: int = _parameter(
        10_000, 5_000, 15_000, "bp", "game", "Price fall per unit of supply too much."
    )
    glut_floor: int = _parameter(
        3_500, 2_500, 5_000, "bp", "game", "The deepest fall a glut can bring."
    )
    premium_fade_month: int = _parameter(
        1_500, 1_100, 2_100, "bp a month", "H018; H019", "A spike fades by this share each month."
    )
    fear_factor: int = _parameter(
        27_000,
        20_000,
        35_000,
        "bp",
        "H019; calibrated",
        "Price rise per unit of world supply feared lost.",
    )
    fear_threshold: int = _parameter(
        100, 50, 200, "bp of world demand", "game", "A smaller loss frightens nobody."
    )
    price_doubt: int = _parameter(
        4_000,
        2_000,
        5_000,
        "bp a year",
        "H001-H016",
        "How far next year's price may lie from today's.",
    )
    substitution_speed: int = _parameter(
        800, 300, 1_500, "bp a year", "game", "Demand lost for good in a year of doubled price."
    )
    # Investment
    expectation_years: int = _parameter(
        4, 3, 5, "years", "game", "Firms judge by about this many years of prices."
    )
    look_ahead_years: int = _parameter(
        3, 3, 3, "years", "game", "How far ahead firms compare demand and supply."
    )
    natural_room: int = _parameter(
        10_000, 5_000, 12_000, "bp", "game", "Share of own demand growth built without compulsion."
    )
    appetite_span: int = _parameter(
        1_150,
        800,
        2_500,
        "bp of return",
        "game",
        "Return above the hurdle at which appetite is full.",
    )
    home_hurdle: int = _parameter(
        1_300, 1_000, 1_600, "bp", "game", "Return that investors at home ask of a plant."
    )
    home_weight: int = _parameter(
        1_500, 500, 2_500, "bp", "H077; H078", "Part of the capital for plants found at home."
    )
    share_drag: int = _parameter(
        5_000, 3_000, 7_000, "bp", "game", "Return a partner loses per unit of state share."
    )
    holiday_year_value: int = _parameter(
        110,
        60,
        160,
        "bp of tax a year",
        "H080; game",
        "Tax that one holiday year takes off a plant's life.",
    )
    cluster_capital: int = _parameter(
        100, 50, 150, "bp per 1 % of world demand", "game", "Capital cost saved by neighbours."
    )
    cluster_capital_most: int = _parameter(
        3_000, 1_500, 4_000, "bp", "H156; game", "The most that neighbours save on capital."
    )
    cluster_operating: int = _parameter(
        50, 25, 75, "bp per 1 % of world demand", "game", "Operating cost saved by neighbours."
    )
    cluster_operating_most: int = _parameter(
        1_500, 800, 2_000, "bp", "game", "The most that neighbours save on operating cost."
    )
    cluster_infrastructure: int = _parameter(
        250,
        100,
        400,
        "bp per 1 % of world demand",
        "game",
        "Infrastructure that plants bring along.",
    )
    consent_from: int = _parameter(
        3_000, 2_000, 4_000, "bp of grievance", "game", "Grievance that building still shrugs off."
    )
    green_capital_extra: int = _parameter(
        2_000, 1_000, 3_000, "bp", "H156; game", "Extra capital cost of a plant without coal."
    )
    strict_eia_cost: int = _parameter(
        500, 300, 1_000, "bp of mining cost", "game", "What the strictest rules add to digging."
    )
    strict_safety_cost: int = _parameter(
        300, 100, 400, "bp of operating cost", "game", "What full safety adds to running a plant."
    )
    mine_margin: int = _parameter(
        11_500, 11_000, 13_000, "bp", "game", "Mines aim above what plants need."
    )
    mine_rot: int = _parameter(
        1_000, 500, 2_000, "bp a year", "H119; game", "Idle mine capacity lost in a year."
    )
    component_pace: int = _parameter(
        2_000, 1_000, 3_000, "bp a year", "game", "Component plants close this part of their gap."
    )
    component_share_most: int = _parameter(
        2_500, 500, 3_000, "bp", "F067; game", "Share of refined metal that components can take."
    )
    # Ground
    exploration_most: int = _parameter(
        4_000, 2_000, 6_000, "bp a year", "F136; game", "The best chance of a find that money buys."
    )
    exploration_half: int = _parameter(
        30, 10, 60, "US$ m a year", "game", "Budget at which half of that chance is reached."
    )
    lead_months: int = _parameter(
        156, 120, 204, "months", "F135; H153", "From a find to its first ore, on poor ground."
    )
    condition_loss: int = _parameter(
        1_000, 500, 2_500, "bp", "F104; F105; game", "Output lost when a hazardous stage must stop."
    )
    licence_calm: int = _parameter(
        400, 200, 800, "bp a step", "game", "Grievance that a stricter licence takes away."
    )
    licence_unsettles: int = _parameter(
        600, 300, 1_200, "bp a step", "F105; game", "Belief lost when foreign owners are stopped."
    )
    # Money
    profit_tax: int = _parameter(
        2_200, 2_000, 2_500, "bp", "game", "Tax on the profit of plants past their holiday."
    )
    mine_tax: int = _parameter(2_200, 2_000, 2_500, "bp", "game", "Tax on the profit of mines.")
    transfer_leak: int = _parameter(
        3_000,
        1_500,
        4_500,
        "bp",
        "H082; game",
        "Profit tax lost to transfer pricing without inspection.",
    )
    mine_wages: int = _parameter(
        2_500, 1_500, 3_500, "bp of cost", "game", "Part of mining cost paid as wages at home."
    )
    mine_suppliers: int = _parameter(
        3_500, 2_000, 5_000, "bp of cost", "game", "Part of mining cost paid to firms at home."
    )
    plant_wages: int = _parameter(
        1_000, 600, 1_500, "bp of cost", "game", "Part of running cost paid as wages at home."
    )
    plant_suppliers: int = _parameter(
        2_000, 1_000, 3_000, "bp of cost", "game", "Part of running cost bought at home."
    )
    build_local: int = _parameter(
        2_000,
        1_000,
        3_500,
        "bp of capital",
        "game",
        "Part of a building site's bill spent at home.",
    )
    certificate_premium: int = _parameter(
        500, 0, 1_000, "bp of price", "H159; game", "What a label earns where everybody trusts it."
    )
    certificate_cost: int = _parameter(
        200, 100, 400, "bp of running cost", "game", "Audits and tracing, whatever the label earns."
    )
    debt_interest: int = _parameter(
        600, 300, 900, "bp a year", "game", "Interest on government debt."
    )
    credit_limit: int = _parameter(
        20_000,
        10_000,
        30_000,
        "bp of yearly revenue",
        "game",
        "Debt lenders accept before a crisis.",
    )
    # People
    plant_jobs: int = _parameter(
        2_500, 2_000, 4_500, "persons per US$ bn", "H092", "People who work in plants."
    )
    build_jobs: int = _parameter(
        3_000, 2_000, 4_500, "persons per US$ bn", "H092; game", "People who build plants."
    )
    component_jobs: int = _parameter(
        200, 100, 400, "persons per kt a year", "game", "People who make components."
    )
    # Nature
    forest_protection: int = _parameter(
        8_000, 6_000, 9_000, "bp", "game", "Clearing that full inspection prevents."
    )
    grievance_pressure: int = _parameter(
        2_400, 1_500, 3_500, "bp a year", "H099; game", "Grievance that heavy digging adds."
    )
    grievance_years: int = _parameter(
        5, 4, 8, "years", "game", "Grievance heals by one part in this many a year."
    )
    sharing_calm: int = _parameter(
        20_000,
        10_000,
        30_000,
        "bp",
        "H157; game",
        "Calm per unit of royalty shared with districts.",
    )
    blockade_from: int = _parameter(
        4_000,
        3_000,
        5_000,
        "bp of grievance",
        "H157; game",
        "Grievance above which roads may close.",
    )
    blockade_loss: int = _parameter(
        1_500, 1_000, 2_500, "bp", "H157; game", "Output lost in a turn with a blockade."
    )
    accident_chance: int = _parameter(
        1_500,
        800,
        2_500,
        "bp a year",
        "H093; game",
        "Chance of a grave accident when plants equal mines.",
    )
    accident_chance_most: int = _parameter(
        4_000, 3_000, 5_000, "bp a year", "game", "The highest chance of a grave accident."
    )
    accident_output: int = _parameter(
        500, 200, 1_000, "bp", "H093; game", "Plant output lost in the turn of an accident."
    )
    accident_grievance: int = _parameter(
        800, 400, 1_200, "bp", "game", "Grievance that an accident adds."
    )
    accident_standing: int = _parameter(
        300, 100, 600, "bp", "H093; game", "Standing that an accident costs with each partner."
    )
    # Diplomacy and trust
    standing_rest_years: int = _parameter(
        10, 5, 15, "years", "game", "Standing drifts back to its start over this many years."
    )
    carbon_reward: int = _parameter(
        600,
        200,
        1_200,
        "bp",
        "F163; F164; game",
        "Standing that reported clean metal earns in time.",
    )
    ban_standing_cost: int = _parameter(
        900,
        400,
        1_500,
        "bp",
        "H106; game",
        "Standing lost with a buyer who bought all his ore here.",
    )
    trust_years: int = _parameter(
        5, 3, 8, "years", "game", "Public trust closes one part in this many of its gap a year."
    )
    # Deals with firms and partners
    mine_reinvest: int = _parameter(
        2_000, 1_000, 3_500, "bp of profit", "game", "Profit that goes back into a mine first."
    )
    smelter_drag: int = _parameter(
        4_000, 2_000, 6_000, "bp of capital", "game", "Cost of a pledged smelter to its firm."
    )
    renewal_hold: int = _parameter(
        5_000, 3_000, 8_000, "bp", "F051; game", "Growth that a firm holds back during talks."
    )
    renewal_decay: int = _parameter(
        300, 100, 600, "bp a year", "game", "Capacity lost where a firm no longer renews a mine."
    )
    handover_loss: int = _parameter(
        6_000, 3_000, 8_000, "bp", "game", "Capacity lost when unskilled hands take over a mine."
    )
    handover_doubt: int = _parameter(
        800, 400, 1_500, "bp", "game", "Belief lost when a firm's right ends without a deal."
    )
    pledge_years: int = _parameter(
        5, 3, 6, "years", "H128", "Years in which a pledged smelter must be begun."
    )
    pledge_start: int = _parameter(
        2_500, 1_000, 4_000, "bp a year", "H119; game", "Chance of a start without pressure."
    )
    pledge_penalty: int = _parameter(
        1_000, 500, 2_000, "bp of capital", "game", "What a firm pays for a smelter not begun."
    )
    swap_years: int = _parameter(
        15, 10, 25, "years", "game", "Years in which a lender keeps what it took for a debt."
    )
    offtake_security: int = _parameter(
        300, 100, 500, "bp of return", "F154; game", "Return less asked with a sure buyer."
    )
    policy_hurdle: int = _parameter(
        700,
        500,
        900,
        "bp",
        "H073; H079; game",
        "Return that state banks ask; no promise lowers it.",
    )
    breach_standing: int = _parameter(
        400, 200, 800, "bp", "game", "Standing lost in each turn in which a promise is broken."
    )
    tariff_borne: int = _parameter(
        5_000, 3_000, 8_000, "bp of the tariff", "game", "Part of a tariff that sellers bear."
    )
    agreement_breach: int = _parameter(
        400, 200, 800, "bp", "F160; game", "Standing lost with members by a newly closed port."
    )
    retaliation_step: int = _parameter(
        500, 200, 1_000, "bp a year", "F004; F127; game", "Tariff that an answer in kind adds."
    )
    retaliation_chance: int = _parameter(
        5_000, 2_500, 8_000, "bp a year", "game", "Chance of it after a ruling that is not met."
    )
    retaliation_fade: int = _parameter(
        3_000, 1_500, 5_000, "bp a year", "game", "Part of such a tariff that fades with the cause."
    )
    treaty_hurdle: int = _parameter(
        100, 50, 200, "bp of return", "F160; game", "Return less asked under an investment treaty."
    )
    claim_chance: int = _parameter(
        5_000, 2_500, 7_500, "bp", "game", "Chance of a claim when all of a stake is hit."
    )
    claim_years: int = _parameter(
        3, 2, 5, "years", "game", "From an investor's claim to its award."
    )
    claim_wins: int = _parameter(
        4_500, 3_000, 6_000, "bp", "game", "Chance that an investor wins its claim."
    )
    claim_award: int = _parameter(
        4_000, 2_000, 6_000, "bp of the claim", "game", "What a winning investor is awarded."
    )
    fund_interest: int = _parameter(
        300, 100, 500, "bp a year", "game", "What a fund for bad years earns abroad."
    )
    reopen_chance: int = _parameter(
        3_000, 1_000, 5_000, "bp a year", "game", "Chance that who pays too much asks for less."
    )
    freight_saved: int = _parameter(
        200, 50, 500, "bp of price", "game", "Freight saved on what is sold inside the region."
    )
    product_pace: int = _parameter(
        1_000,
        500,
        2_000,
        "bp a year",
        "F067; game",
        "Works for goods close this part of the gap.",
    )
    lure_technology: int = _parameter(
        3, 1, 6, "bp per US$ m", "game", "Technology that money for makers brings."
    )
    product_jobs: int = _parameter(
        400, 100, 1_000, "persons per kt a year", "game", "People who make finished goods."
    )
    memo_interest: int = _parameter(
        200, 100, 400, "bp", "F185; game", "What others give more after a memorandum elsewhere."
    )
    local_buying_reach: int = _parameter(
        20_000, 10_000, 30_000, "bp of skills", "game", "What firms at home can supply, by skills."
    )


def parameter_table() -> tuple[ParameterInfo, ...]:
    """Return what is known about every parameter, in the order of the rules."""
    table, inherited = [], {item.name for item in fields(RegionParameters)}
    for item in sorted(fields(Parameters), key=lambda x: x.name in inherited):
        low, high, unit, source, about = item.metadata["info"]
        assert isinstance(item.default, int)
        table.append(ParameterInfo(item.name, item.default, low, high, unit, source, about))
    return tuple(table)


CAPITAL_PER_TURN: Final = 4
"""Points of political capital that a turn brings by default."""
CAPITAL_KEPT: Final = 2
"""Points that may be kept for the next turn."""
