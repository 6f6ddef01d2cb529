"""Every constant of the rules, once: value, sourced range, unit, and where it comes from.

A level may set a parameter anywhere inside its range. ``source`` names facts (F...), figures
(H...) or ``game`` for an assumption of ours; ``game.lab`` and the model card read the same table.
"""

from dataclasses import dataclass, fields
from typing import Final

from game.engine.parameters.parameter import ParameterInfo as ParameterInfo
from game.engine.parameters.parameter import parameter as _parameter
from game.engine.parameters.people import PeopleParameters


@dataclass(frozen=True, slots=True)
class Parameters(PeopleParameters):
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
    plans_lapse: int = _parameter(
        1_000, 0, 3_000, "bp a year", "game", "Part of the plans too small for a plant given up."
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
    foresight: int = _parameter(
        2_500,
        0,
        5_000,
        "bp",
        "game",
        "Part of the premium of a shortage three years ahead that firms count on.",
    )
    natural_room: int = _parameter(
        10_000, 5_000, 12_000, "bp", "game", "Share of own demand growth built without compulsion."
    )
    appetite_half: int = _parameter(
        575,
        400,
        1_250,
        "bp of return",
        "game",
        "Return above the hurdle at which half of a partner's firms build.",
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


def parameter_table() -> tuple[ParameterInfo, ...]:
    """Return what is known about every parameter, in the order of the rules."""
    known = {item.name: item for item in fields(Parameters)}
    rooms = [x.__annotations__ for x in Parameters.__mro__ if x is not object]
    table = []
    for name in (name for room in rooms for name in room):
        low, high, unit, source, about = known[name].metadata["info"]
        default = known[name].default
        assert isinstance(default, int)
        table.append(ParameterInfo(name, default, low, high, unit, source, about))
    return tuple(table)


CAPITAL_PER_TURN: Final = 4
"""Points of political capital that a turn brings by default."""
CAPITAL_KEPT: Final = 2
"""Points that may be kept for the next turn."""
