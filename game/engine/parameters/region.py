"""Constants of coordination among states (R50 to R59); they act only where a level has a region."""

from dataclasses import dataclass

from game.engine.parameters.parameter import parameter
from game.engine.parameters.sites import SiteParameters


@dataclass(frozen=True, slots=True)
class RegionParameters(SiteParameters):
    """The constants of a region's institutions. Shares and meters in ten-thousandths (bp)."""

    # R50 producer cartel
    cartel_stock_release: int = parameter(
        1_000, 0, 2_500, "bp", "F068; game", "Gap that holders fill against a cut they expect."
    )
    cartel_detection: int = parameter(
        3_000, 1_500, 5_000, "bp a year", "game", "Chance that a cheat is seen without shared data."
    )
    cartel_fine: int = parameter(
        5_000, 2_000, 10_000, "bp of gain", "game", "Fine on what a detected cheat sold too much."
    )
    cartel_standing: int = parameter(
        4_000,
        1_500,
        6_000,
        "bp",
        "F068; game",
        "Standing a full cut costs a year with a sole buye.",
    )
    # R51 certificate of the region
    regional_premium: int = parameter(
        500, 0, 1_000, "bp of price", "H159; F163; game", "What a fully trusted label earns."
    )
    coverage_needed: int = parameter(
        3_000, 2_000, 6_000, "bp", "F167; game", "Share of members' metal before buyers notice."
    )
    audit_step: int = parameter(
        2_000, 1_000, 3_000, "bp", "game", "Trust that each firmer audit body adds."
    )
    mutual_doubt: int = parameter(
        1_500, 500, 3_000, "bp", "F166; game", "Trust lost by taking another label as equal."
    )
    scandal_chance: int = parameter(
        3_000, 1_000, 5_000, "bp a year", "game", "Chance that a wholly empty label is exposed."
    )
    scandal_loss: int = parameter(
        5_000,
        2_500,
        8_000,
        "bp",
        "game",
        "Trust in the label that a scandal takes away.",
    )
    trust_in_label_years: int = parameter(
        4, 3, 8, "years", "game", "Trust closes one part in this many of its gap a year."
    )
    # R52 roles in making electric cars
    role_cost: int = parameter(
        30, 10, 60, "US$ m a year", "F131; game", "What keeping a role costs the treasury."
    )
    role_gain: int = parameter(
        160, 60, 300, "US$ m a year", "F130; F131; game", "Income of a role in a whole chain."
    )
    role_without_lead: int = parameter(
        5_000, 2_500, 8_000, "bp", "F131; game", "Part of the gain reached without a lead body."
    )
    # R53 shared data on the ground
    data_years: int = parameter(
        4, 3, 6, "years", "F118; game", "Quality closes one part in this many of its gap a year."
    )
    data_cost: int = parameter(
        3, 1, 8, "US$ m a year", "F118; game", "What keeping shared data up to date costs a member."
    )
    data_gain: int = parameter(
        6_000, 2_000, 10_000, "bp", "F117; F118; game", "Better chance of a find with perfect data."
    )
    data_narrows: int = parameter(
        2_000, 500, 3_000, "bp a year", "F117; game", "Doubt that perfect common data take away."
    )
    # R54 meetings
    meeting_gain: int = parameter(
        300, 100, 600, "bp", "F112; F114; game", "Cohesion that a meeting of ministers adds."
    )
    objection_cost: int = parameter(
        200, 50, 500, "bp", "game", "Cohesion lost when a member blocks a proposal."
    )
    # R55 trust fund and award
    fund_paid_out: int = parameter(
        5_000, 2_500, 10_000, "bp a year", "F119; game", "Part of the fund that is spent each year."
    )
    fund_skills: int = parameter(
        5_000, 2_500, 7_500, "bp", "F119; game", "Part of a grant that pays teachers."
    )
    award_standing: int = parameter(
        400, 100, 800, "bp", "F122; F144; game", "Standing that a visible award earns."
    )
    award_floor: int = parameter(
        2_000, 1_000, 5_000, "bp", "F122; game", "Standards below which nobody gets the award."
    )
    # R56 financing window
    window_interest: int = parameter(
        300, 100, 500, "bp a year", "F115; F187; game", "Interest of the window's loans."
    )
    # R57 cohesion and deals between states
    cohesion_years: int = parameter(
        6, 3, 10, "years", "game", "Cohesion closes one part in this many of its gap a year."
    )
    side_deal_cost: int = parameter(
        500, 200, 1_000, "bp", "F161; F170; game", "Cohesion that a deal of one's own costs."
    )
    cohesion_reach: int = parameter(
        10_000, 4_000, 10_000, "bp", "F170; game", "How far one voice scales what partners give."
    )
    deal_broken: int = parameter(
        1_500, 500, 3_000, "bp", "game", "Belief lost by breaking a deal with another state."
    )
    # R58 clubs
    initiative_years: int = parameter(
        8, 5, 15, "years", "F247; F248; game", "Standards drift one part in this many a year."
    )
    initiative_hold: int = parameter(
        2_000, 500, 4_000, "bp", "F247; game", "Autonomy that a wholly adopted standard costs."
    )
    club_premium: int = parameter(
        600,
        200,
        1_200,
        "bp of price",
        "F168; F231; game",
        "What friends add for labelled metal.",
    )
    club_hurdle: int = parameter(
        200, 50, 400, "bp", "F168; game", "Return that friends forgo in a member of their club."
    )
    # R59 restrictions and opinion
    restriction_growth: int = parameter(
        400, 0, 800, "bp a year", "F004; game", "How fast limits on trade spread by themselves."
    )
    retaliation_chance: int = parameter(
        2_500, 1_000, 4_000, "bp", "F123; F128; game", "Chance of an answer to a fully closed port."
    )
    retaliation_tariff: int = parameter(
        1_000, 500, 2_000, "bp", "F127; game", "Part of its purchases that an answer takes."
    )
    retaliation_years: int = parameter(2, 1, 4, "years", "game", "How long an answer lasts.")
    opinion_trust: int = parameter(
        1_000,
        500,
        2_000,
        "bp",
        "F227; F233; game",
        "Trust lost by siding with a disliked partner.",
    )
    opinion_deed: int = parameter(
        300, 100, 600, "bp", "F227; F233; game", "How far one deed of a partner moves opinion."
    )
    opinion_pull: int = parameter(
        400,
        100,
        800,
        "bp a year",
        "F227; game",
        "Part of likes and dislikes standing follows.",
    )
    opinion_years: int = parameter(
        8, 5, 15, "years", "game", "Opinion returns to its start over this many years."
    )
