"""Constants of diplomacy, trust, and deals with firms and partners."""

from dataclasses import dataclass

from game.engine.parameters.parameter import parameter
from game.engine.parameters.region import RegionParameters


@dataclass(frozen=True, slots=True)
class PartnerParameters(RegionParameters):
    """The constants of partners and deals. Shares and meters in ten-thousandths (bp)."""

    # Diplomacy and trust
    standing_rest_years: int = parameter(
        10, 5, 15, "years", "game", "Standing drifts back to its start over this many years."
    )
    carbon_reward: int = parameter(
        600,
        200,
        1_200,
        "bp",
        "F163; F164; game",
        "Standing that reported clean metal earns in time.",
    )
    ban_standing_cost: int = parameter(
        900,
        400,
        1_500,
        "bp",
        "H106; game",
        "Standing lost with a buyer who bought all his ore here.",
    )
    trust_years: int = parameter(
        5, 3, 8, "years", "game", "Public trust closes one part in this many of its gap a year."
    )
    # Deals with firms and partners
    mine_reinvest: int = parameter(
        2_000, 1_000, 3_500, "bp of profit", "game", "Profit that goes back into a mine first."
    )
    smelter_drag: int = parameter(
        4_000, 2_000, 6_000, "bp of capital", "game", "Cost of a pledged smelter to its firm."
    )
    renewal_hold: int = parameter(
        5_000, 3_000, 8_000, "bp", "F051; game", "Growth that a firm holds back during talks."
    )
    renewal_decay: int = parameter(
        300, 100, 600, "bp a year", "game", "Capacity lost where a firm no longer renews a mine."
    )
    handover_loss: int = parameter(
        6_000, 3_000, 8_000, "bp", "game", "Capacity lost when unskilled hands take over a mine."
    )
    handover_doubt: int = parameter(
        800, 400, 1_500, "bp", "game", "Belief lost when a firm's right ends without a deal."
    )
    pledge_years: int = parameter(
        5, 3, 6, "years", "H128", "Years in which a pledged smelter must be begun."
    )
    pledge_start: int = parameter(
        2_500, 1_000, 4_000, "bp a year", "H119; game", "Chance of a start without pressure."
    )
    pledge_penalty: int = parameter(
        1_000, 500, 2_000, "bp of capital", "game", "What a firm pays for a smelter not begun."
    )
    swap_years: int = parameter(
        15, 10, 25, "years", "game", "Years in which a lender keeps what it took for a debt."
    )
    offtake_security: int = parameter(
        300, 100, 500, "bp of return", "F154; game", "Return less asked with a sure buyer."
    )
    policy_hurdle: int = parameter(
        700,
        500,
        900,
        "bp",
        "H073; H079; game",
        "Return that state banks ask; no promise lowers it.",
    )
    breach_standing: int = parameter(
        400, 200, 800, "bp", "game", "Standing lost in each turn in which a promise is broken."
    )
    tariff_borne: int = parameter(
        5_000, 3_000, 8_000, "bp of the tariff", "game", "Part of a tariff that sellers bear."
    )
    agreement_breach: int = parameter(
        400, 200, 800, "bp", "F160; game", "Standing lost with members by a newly closed port."
    )
    retaliation_step: int = parameter(
        500, 200, 1_000, "bp a year", "F004; F127; game", "Tariff that an answer in kind adds."
    )
    retaliation_chance: int = parameter(
        5_000, 2_500, 8_000, "bp a year", "game", "Chance of it after a ruling that is not met."
    )
    retaliation_fade: int = parameter(
        3_000, 1_500, 5_000, "bp a year", "game", "Part of such a tariff that fades with the cause."
    )
    treaty_hurdle: int = parameter(
        100, 50, 200, "bp of return", "F160; game", "Return less asked under an investment treaty."
    )
    claim_chance: int = parameter(
        5_000, 2_500, 7_500, "bp", "game", "Chance of a claim when all of a stake is hit."
    )
    claim_years: int = parameter(3, 2, 5, "years", "game", "From an investor's claim to its award.")
    claim_wins: int = parameter(
        4_500, 3_000, 6_000, "bp", "game", "Chance that an investor wins its claim."
    )
    claim_award: int = parameter(
        4_000, 2_000, 6_000, "bp of the claim", "game", "What a winning investor is awarded."
    )
    fund_interest: int = parameter(
        300, 100, 500, "bp a year", "game", "What a fund for bad years earns abroad."
    )
    reopen_chance: int = parameter(
        3_000, 1_000, 5_000, "bp a year", "game", "Chance that who pays too much asks for less."
    )
    freight_saved: int = parameter(
        200, 50, 500, "bp of price", "game", "Freight saved on what is sold inside the region."
    )
    product_pace: int = parameter(
        1_000,
        500,
        2_000,
        "bp a year",
        "F067; game",
        "Works for goods close this part of the gap.",
    )
    lure_technology: int = parameter(
        3, 1, 6, "bp per US$ m", "game", "Technology that money for makers brings."
    )
    product_jobs: int = parameter(
        400, 100, 1_000, "persons per kt a year", "game", "People who make finished goods."
    )
    memo_interest: int = parameter(
        200, 100, 400, "bp", "F185; game", "What others give more after a memorandum elsewhere."
    )
    local_buying_reach: int = parameter(
        20_000, 10_000, 30_000, "bp of skills", "game", "What firms at home can supply, by skills."
    )
