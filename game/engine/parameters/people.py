"""Constants of the ground, public money, people and nature."""

from dataclasses import dataclass

from game.engine.parameters.parameter import parameter
from game.engine.parameters.partners import PartnerParameters


@dataclass(frozen=True, slots=True)
class PeopleParameters(PartnerParameters):
    """The constants of ground, money, people and nature. Shares in bp."""

    # Ground
    exploration_most: int = parameter(
        4_000, 2_000, 6_000, "bp a year", "F136; game", "The best chance of a find that money buys."
    )
    exploration_half: int = parameter(
        30, 10, 60, "US$ m a year", "game", "Budget at which half of that chance is reached."
    )
    lead_months: int = parameter(
        156, 120, 204, "months", "F135; H153", "From a find to its first ore, on poor ground."
    )
    condition_loss: int = parameter(
        1_000, 500, 2_500, "bp", "F104; F105; game", "Output lost when a hazardous stage must stop."
    )
    licence_calm: int = parameter(
        400, 200, 800, "bp a step", "game", "Grievance that a stricter licence takes away."
    )
    licence_unsettles: int = parameter(
        600, 300, 1_200, "bp a step", "F105; game", "Belief lost when foreign owners are stopped."
    )
    # Money
    profit_tax: int = parameter(
        2_200, 2_000, 2_500, "bp", "game", "Tax on the profit of plants past their holiday."
    )
    mine_tax: int = parameter(2_200, 2_000, 2_500, "bp", "game", "Tax on the profit of mines.")
    transfer_leak: int = parameter(
        3_000,
        1_500,
        4_500,
        "bp",
        "H082; game",
        "Profit tax lost to transfer pricing without inspection.",
    )
    mine_wages: int = parameter(
        2_500, 1_500, 3_500, "bp of cost", "game", "Part of mining cost paid as wages at home."
    )
    mine_suppliers: int = parameter(
        3_500, 2_000, 5_000, "bp of cost", "game", "Part of mining cost paid to firms at home."
    )
    plant_wages: int = parameter(
        1_000, 600, 1_500, "bp of cost", "game", "Part of running cost paid as wages at home."
    )
    plant_suppliers: int = parameter(
        2_000, 1_000, 3_000, "bp of cost", "game", "Part of running cost bought at home."
    )
    build_local: int = parameter(
        2_000,
        1_000,
        3_500,
        "bp of capital",
        "game",
        "Part of a building site's bill spent at home.",
    )
    certificate_premium: int = parameter(
        500, 0, 1_000, "bp of price", "H159; game", "What a label earns where everybody trusts it."
    )
    certificate_cost: int = parameter(
        200, 100, 400, "bp of running cost", "game", "Audits and tracing, whatever the label earns."
    )
    debt_interest: int = parameter(
        600, 300, 900, "bp a year", "game", "Interest on government debt."
    )
    credit_limit: int = parameter(
        20_000,
        10_000,
        30_000,
        "bp of yearly revenue",
        "game",
        "Debt lenders accept before a crisis.",
    )
    # People
    plant_jobs: int = parameter(
        2_500, 2_000, 4_500, "persons per US$ bn", "H092", "People who work in plants."
    )
    build_jobs: int = parameter(
        3_000, 2_000, 4_500, "persons per US$ bn", "H092; game", "People who build plants."
    )
    component_jobs: int = parameter(
        200, 100, 400, "persons per kt a year", "game", "People who make components."
    )
    # Nature
    forest_protection: int = parameter(
        8_000, 6_000, 9_000, "bp", "game", "Clearing that full inspection prevents."
    )
    grievance_pressure: int = parameter(
        2_400, 1_500, 3_500, "bp a year", "H099; game", "Grievance that heavy digging adds."
    )
    grievance_years: int = parameter(
        5, 4, 8, "years", "game", "Grievance heals by one part in this many a year."
    )
    sharing_calm: int = parameter(
        20_000,
        10_000,
        30_000,
        "bp",
        "H157; game",
        "Calm per unit of royalty shared with districts.",
    )
    blockade_from: int = parameter(
        4_000,
        3_000,
        5_000,
        "bp of grievance",
        "H157; game",
        "Grievance above which roads may close.",
    )
    blockade_loss: int = parameter(
        1_500, 1_000, 2_500, "bp", "H157; game", "Output lost in a turn with a blockade."
    )
    accident_chance: int = parameter(
        1_500,
        800,
        2_500,
        "bp a year",
        "H093; game",
        "Chance of a grave accident when plants equal mines.",
    )
    accident_chance_most: int = parameter(
        4_000, 3_000, 5_000, "bp a year", "game", "The highest chance of a grave accident."
    )
    accident_output: int = parameter(
        500, 200, 1_000, "bp", "H093; game", "Plant output lost in the turn of an accident."
    )
    accident_grievance: int = parameter(
        800, 400, 1_200, "bp", "game", "Grievance that an accident adds."
    )
    accident_standing: int = parameter(
        300, 100, 600, "bp", "H093; game", "Standing that an accident costs with each partner."
    )
