"""Constants of sites, residues, scrap, risk, pledges and shocks (R40 to R47)."""

from dataclasses import dataclass

from game.engine.parameters.parameter import parameter
from game.engine.parameters.processing import ProcessingParameters


@dataclass(frozen=True)
class SiteParameters(ProcessingParameters):
    """Constants of rules that only some levels use. Shares and meters in bp."""

    # Armed holders
    takeover_loss: int = parameter(
        6_000, 3_000, 8_000, "bp", "H141; game", "Output lost when a whole site changes hands."
    )
    takeover_recovery: int = parameter(
        10_000, 5_000, 20_000, "bp a year", "H142; game", "How fast a stalled site works again."
    )
    road_block_loss: int = parameter(
        6_000, 3_000, 8_000, "bp", "H138; game", "Held output that closed roads stop at the most."
    )
    road_block_anger: int = parameter(
        1_200, 600, 2_000, "bp a year", "game", "Grievance that closed roads add."
    )
    road_block_standing: int = parameter(
        500, 200, 1_000, "bp a year", "game", "Standing that a sole buyer takes off for it."
    )
    road_block_pressure: int = parameter(
        1_500, 500, 3_000, "bp a year", "game", "Share of the tax that pressed holders would add."
    )
    pact_trust: int = parameter(
        500, 200, 1_000, "bp", "game", "Public trust lost by recognising armed holders."
    )
    pact_calm: int = parameter(
        500, 200, 1_000, "bp", "game", "Grievance that a pact takes away near the site."
    )
    formal_half: int = parameter(
        10, 5, 20, "US$ m a year", "game", "Budget at which half of the diggers have papers."
    )
    formal_pace: int = parameter(
        3_000, 1_500, 5_000, "bp a year", "game", "Papers close this part of their gap."
    )
    formal_alone: int = parameter(
        2_000, 0, 4_000, "bp", "game", "Reach of papers on held ground without a pact."
    )
    purse_risk: int = parameter(
        500, 0, 1_000, "bp a year", "F210; game", "Risk added when holders take a year's budget."
    )
    # Residues
    residue_clean_usd: int = parameter(
        50, 10, 400, "US$ per t", "game", "Cost of putting a tonne of open residue away."
    )
    store_usd: int = parameter(
        40, 10, 200, "US$ per t", "game", "Cost of a tonne of room in a lasting store."
    )
    store_years: int = parameter(
        2, 1, 4, "years", "game", "A store opens over about this many years."
    )
    siting_anger: int = parameter(
        1_000, 400, 2_000, "bp", "F219; game", "Grievance where a store is sited."
    )
    waste_rule_cost: int = parameter(
        600,
        200,
        1_200,
        "bp of cost",
        "game",
        "What the full waste rule adds to running cost.",
    )
    spill_most: int = parameter(
        3_000, 1_000, 5_000, "bp a year", "F219; game", "The highest chance of a leak."
    )
    spill_years: int = parameter(
        5, 3, 10, "years", "game", "Years of residue left open that bring half of that chance."
    )
    spill_anger: int = parameter(
        1_000, 500, 2_000, "bp", "game", "Grievance that a leak adds; half of it in public trust."
    )
    spill_standing: int = parameter(
        200, 50, 500, "bp", "game", "Standing that a leak costs with careful partners."
    )
    residue_weight: int = parameter(
        2_500, 1_000, 4_000, "bp", "game", "Environment lost to residues that nobody put away."
    )
    # Care for land and people
    no_go_calm: int = parameter(
        5_000, 2_000, 8_000, "bp", "F084; game", "Part of closed land that takes pressure away."
    )
    consent_calm: int = parameter(
        4_000, 2_000, 6_000, "bp", "F084; F142; game", "Pressure that full consent takes away."
    )
    consent_delay: int = parameter(
        2_500, 1_000, 5_000, "bp", "game", "Mine growth that asking for full consent puts off."
    )
    consent_cost: int = parameter(
        400, 200, 800, "bp of mining cost", "game", "What fair resettlement adds to digging."
    )
    tracing_cost: int = parameter(
        100, 50, 300, "bp of cost", "game", "What papers for each load add to digging and plants."
    )
    tracing_reward: int = parameter(
        500, 200, 1_000, "bp", "F255; game", "Standing with careful partners that tracing earns."
    )
    tracing_leak: int = parameter(
        6_000, 4_000, 9_000, "bp", "game", "Smuggling left when loads are traced."
    )
    register_leak: int = parameter(
        5_000, 3_000, 8_000, "bp", "H082; game", "Hidden profit left when owners are known."
    )
    register_hurdle: int = parameter(
        50, 0, 150, "bp", "game", "Return that owners who like the dark ask on top."
    )
    # Political risk
    risk_years: int = parameter(
        4, 2, 8, "years", "game", "Risk closes one part in this many of its gap a year."
    )
    risk_hurdle: int = parameter(
        1_000, 300, 2_000, "bp", "F094; game", "Return asked on top in a state at full risk."
    )
    exit_price: int = parameter(
        4_000, 2_000, 7_000, "bp of cost", "F155; game", "What a leaving owner gets for its plant."
    )
    exit_standing: int = parameter(
        300, 100, 800, "bp", "game", "Standing with a partner whose firms left."
    )
    # Licences
    appeal_below: int = parameter(
        5_000,
        3_000,
        7_000,
        "bp of belief",
        "H148; game",
        "Belief below which firms go to court.",
    )
    appeal_years: int = parameter(1, 1, 2, "years", "H148", "How long an appeal takes.")
    appeal_relief: int = parameter(2, 1, 3, "years", "H148", "How far a won appeal moves the date.")
    solve_life: int = parameter(
        8, 5, 15, "years", "H128; game", "Years of ore left from which solving pays."
    )
    solve_usd: int = parameter(
        200, 50, 1_000, "US$ per t a year", "game", "What solving the hazard costs the firm."
    )
    solve_years: int = parameter(2, 1, 4, "years", "game", "How long solving or moving takes.")
    hazard_left: int = parameter(
        2_000, 0, 4_000, "bp", "F104; game", "Residue left once the hazardous stage is gone."
    )
    ally_standing: int = parameter(
        300, 100, 600, "bp", "F105; game", "Standing with careful partners when a stage moves out."
    )
    renewal_calm: int = parameter(
        50, 0, 150, "bp a year", "game", "Belief that each year of a new licence brings."
    )
    renewal_anger: int = parameter(
        40, 0, 100, "bp a year", "game", "Grievance that each such year brings near the mine."
    )
    licence_growth: int = parameter(
        5, 3, 8, "years", "game", "Years left below which a mine stops growing step by step."
    )
    aftercare_usd: int = parameter(
        100, 30, 300, "US$ per t a year", "game", "Cost of tidying up a mine that closes."
    )
    # Firms
    local_most: int = parameter(
        8_000, 6_000, 9_000, "bp of cost", "game", "What fully skilled firms at home could supply."
    )
    local_extra: int = parameter(
        2_500, 1_000, 4_000, "bp", "F159; game", "How much dearer goods are that the rule forces."
    )
    terms_filter: int = parameter(
        5_000, 3_000, 7_000, "bp", "F137; game", "Capital of impatient firms each term turns away."
    )
    terms_safety: int = parameter(
        5_000, 2_000, 7_000, "bp", "F137; game", "Accidents avoided where all plants came on terms."
    )
    terms_skills: int = parameter(
        150, 50, 300, "bp a year", "F137; game", "Skills a year where all plants came on terms."
    )
    terms_standing: int = parameter(
        400, 100, 800, "bp", "F137; game", "Standing with careful partners where all came on terms."
    )
    promotion_half: int = parameter(
        8, 3, 20, "US$ m a year", "F133; game", "Budget at which half of the name is made."
    )
    promotion_most: int = parameter(
        3_000, 1_000, 5_000, "bp", "F132; F133; game", "Projects that a good name adds."
    )
    promotion_years: int = parameter(
        3, 2, 6, "years", "F132; game", "A name closes one part in this many of its gap a year."
    )
    firm_pace: int = parameter(
        100, 0, 200, "bp a year", "game", "What state plants learn a year when left alone."
    )
    firm_reform_pace: int = parameter(
        400, 200, 800, "bp a year", "game", "What each step of reform adds to that."
    )
    firm_reform_trust: int = parameter(
        300, 100, 800, "bp a step", "game", "Public trust that jobs cut by a reform cost."
    )
    # Scrap
    recycling_capital: int = parameter(
        3_000, 1_500, 6_000, "bp", "game", "Cost of a recycling plant against a new ore plant."
    )
    recycling_years: int = parameter(2, 1, 4, "years", "game", "How long a recycling plant takes.")
    recycling_cost: int = parameter(
        6_500, 4_000, 9_000, "bp of sales", "game", "Collecting, sorting and melting scrap."
    )
    recycling_jobs: int = parameter(
        300, 100, 1_000, "persons per kt a year", "game", "People who collect and sort."
    )
    recycling_autonomy: int = parameter(
        1_000, 300, 2_000, "bp", "F141; game", "Autonomy where all metal used came from scrap."
    )
    dump_weight: int = parameter(
        1_000, 300, 2_000, "bp", "F137; game", "Environment lost where all scrap is dumped."
    )
    # Pledges and shocks
    pledge_standing: int = parameter(
        500, 200, 1_000, "bp a year", "F035; game", "Standing that emissions twice the pledge cost."
    )
    pledge_reward: int = parameter(
        100, 0, 200, "bp a year", "F035; game", "Standing that a pledge kept earns."
    )
    pledge_word: int = parameter(
        500, 200, 1_000, "bp", "F035; game", "Standing that a whole cut earns when it is promised."
    )
    pledge_weight: int = parameter(
        1_000,
        300,
        2_000,
        "bp",
        "F035; game",
        "Environment lost at twice the pledged emissions.",
    )
    energy_share: int = parameter(
        3_000, 1_500, 5_000, "bp of cost", "F036; game", "Part of running cost that is energy."
    )
    freight_share: int = parameter(
        1_000, 500, 2_500, "bp of price", "F036; game", "Part of the ore price that is freight."
    )
    # Surveys
    survey_half: int = parameter(
        5, 2, 10, "US$ m", "game", "Money that halves the doubt about a deposit."
    )
    doubt_drag: int = parameter(
        6_000, 3_000, 8_000, "bp", "F106; game", "Investment put off where nothing is sure."
    )
