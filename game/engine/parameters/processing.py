"""Constants of export controls, know-how, inputs, reference prices and families of standards."""

from dataclasses import dataclass

from game.engine.parameters.parameter import parameter


@dataclass(frozen=True)
class ProcessingParameters:
    """The constants of rules R34 to R39. Shares and meters in ten-thousandths (bp)."""

    # Two markets
    truce_belief: int = parameter(
        5_000, 2_500, 8_000, "bp", "F239; game", "How far the end of a truce is already believed."
    )
    urgency_share: int = parameter(
        1_500, 500, 3_000, "bp", "F205; game", "Security premium paid per unit of price gap."
    )
    urgency_most: int = parameter(
        3_000, 1_500, 5_000, "bp", "F205; H156; game", "The most that buyers pay to be safe."
    )
    urgency_fade: int = parameter(
        2_000, 1_000, 4_000, "bp a year", "game", "Urgency lost in a year without a truce."
    )
    urgency_fade_truce: int = parameter(
        6_000, 4_000, 9_000, "bp a year", "F239; game", "Urgency lost in a year of truce."
    )
    # Know-how
    know_how_work: int = parameter(
        3_000,
        1_500,
        5_000,
        "bp a year",
        "H147; game",
        "Part of the gap that a year's work closes.",
    )
    know_how_training: int = parameter(
        600, 200, 1_200, "bp a year", "game", "Part of the gap that a partner's teachers close."
    )
    know_how_per_million: int = parameter(
        33, 10, 80, "bp per US$ m", "game", "Part of the gap that pilot plant spending closes."
    )
    know_how_licence_years: int = parameter(
        5, 3, 10, "years", "game", "A licence passes on one part in this many of its lead a year."
    )
    know_how_fade: int = parameter(
        200, 50, 400, "bp a year", "game", "Know-how lost in a year when people leave."
    )
    batch_chance: int = parameter(
        6_000, 3_000, 9_000, "bp a year", "F220; game", "Chance of a failed batch without know-how."
    )
    terms_leak: int = parameter(
        6_000, 3_000, 9_000, "bp", "F148; game", "Profit hiding that full technology terms stop."
    )
    terms_slow: int = parameter(
        3_000,
        1_000,
        5_000,
        "bp",
        "F148; game",
        "Appetite that full technology terms cost.",
    )
    # Families of standards
    family_hurdle: int = parameter(
        150, 50, 300, "bp", "F247; F248; game", "Return that a shared family of standards saves."
    )
    family_pull: int = parameter(
        2_000, 1_000, 4_000, "bp", "F248; game", "How far a family draws its buyers and offers."
    )
    family_price: int = parameter(
        300, 100, 600, "bp of price", "F248; game", "What a buyer adds for its own family's metal."
    )
    family_years: int = parameter(
        5, 3, 10, "years", "game", "Plants are fitted by one part in this many of the rest a year."
    )
    refit_cost: int = parameter(
        800, 300, 1_500, "bp of capital", "game", "What it costs to fit plants to another family."
    )
    # Imported inputs
    inputs_pace: int = parameter(
        5_000, 2_500, 8_000, "bp a year", "game", "How fast other suppliers of inputs are found."
    )
    # Reference price and contracts for difference
    reference_pull: int = parameter(
        5_000, 2_500, 8_000, "bp", "F246; game", "How far sales outside follow the inside price."
    )
    report_relief: int = parameter(
        7_000, 4_000, 9_000, "bp", "F246; game", "Part of that pull that a price report takes away."
    )
    report_cost: int = parameter(
        3, 1, 10, "US$ m a year", "game", "What it costs to gather and publish prices."
    )
