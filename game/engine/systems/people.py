"""Systems of people, nature and success that act, with what stands for each."""

from game.engine.systems.system import (
    EVENT,
    LEVER,
    PARTNER,
    SCORE,
    VARIABLE,
    System,
    case,
    engine_test,
    sign,
)

PEOPLE: tuple[System, ...] = (
    System(
        id="S35",
        name="Carbon reports",
        kinds=(LEVER, VARIABLE, PARTNER),
        lives=(
            "rules/partners/diplomacy.py:_carbon_shown",
            "rules/plants/investors.py:standards_of",
        ),
        levers=("carbon_reporting",),
        figures=("state.carbon_reporting", "state.emissions", "tie.standing"),
        knobs=("lever:carbon_reporting",),
        tests=(
            engine_test("options", "every_lever_moves_an_outcome_or_a_resource_within_four_turns")
            + "[carbon_reporting]",
            case("R19: strict rules with inspection behind them meet its standards"),
        ),
    ),
    System(
        id="S36",
        name="Impact studies and inspectors",
        kinds=(VARIABLE, LEVER),
        lives=("rules/people/society.py:reach", "rules/mines/openings.py:_grow_capacities"),
        levers=("eia", "inspection"),
        figures=("state.enforcement", "state.eia", "state.inspection_budget"),
        knobs=("parameter:enforcement_per_million", "lever:eia", "lever:inspection"),
        tests=(
            sign("t16_more_digging_under_weaker_control_costs_forest_calm_and_delay"),
            case("R28a: strict studies make inspection reach further"),
            case("R2: inspection closes a quarter of its gap to what the budget holds up"),
        ),
    ),
    System(
        id="S40",
        name="Sharing with districts",
        kinds=(LEVER, VARIABLE, SCORE),
        lives=("rules/people/society.py:_grievance", "rules/people/society.py:welfare_goal"),
        levers=("district_sharing",),
        figures=("state.sharing", "state.welfare", "province.grievance"),
        knobs=("lever:district_sharing",),
        tests=(
            case("R28b: shared revenue calms by at most four fifths"),
            case("R31: shared revenue is welfare, and calm besides"),
        ),
    ),
    System(
        id="S41",
        name="Safety at work",
        kinds=(LEVER, EVENT, SCORE),
        lives=("rules/people/society.py:_accident", "rules/mines/production.py:_lost_to_accidents"),
        levers=("safety",),
        figures=("state.safety", "province.accident"),
        knobs=("lever:safety", "parameter:accident_chance"),
        tests=(
            sign("t19_weak_safety_in_a_fast_build_out_brings_more_accidents"),
            sign("t19_after_an_accident_output_unrest_and_standing_suffer"),
        ),
    ),
    System(
        id="S62",
        name="Power for plants",
        kinds=(VARIABLE, SCORE, LEVER),
        lives=("rules/people/society.py:_emissions", "rules/plants/investment.py:_green_room"),
        levers=("coal_rule", "green_power"),
        terms=("coal",),
        figures=("state.emissions", "chain.coal_kw", "province.green_kw"),
        knobs=("lever:coal_rule", "lever:green_power"),
        tests=(
            sign("t15_plants_on_coal_emit_almost_in_proportion_and_a_rule_lowers_both"),
            case("R22: without coal only spare power counts, at a fifth more capital"),
        ),
    ),
    System(
        id="S67",
        name="Skilled people",
        kinds=(LEVER, VARIABLE),
        lives=("rules/mines/openings.py:_grow_capacities", "rules/state/finance.py:_plant_money"),
        levers=("training",),
        terms=("training",),
        figures=("state.skills", "tie.training"),
        knobs=("parameter:skills_fade", "lever:training"),
        tests=(
            case("R2: skills grow by 10 bp per US$ m and fade by 100 a year"),
            case("R25b: skilled firms at home supply more of the running cost"),
            case("R24: component plants move a fifth of the way to what skills allow"),
        ),
    ),
    System(
        id="S71",
        name="What counts as success",
        kinds=(SCORE,),
        lives=("scoring.py:score", "rules/closing.py:_outcomes"),
        figures=(
            "state.value",
            "state.revenue",
            "state.jobs",
            "state.environment",
            "state.autonomy",
            "state.standing",
        ),
        knobs=("level:mandates",),
        tests=(
            engine_test("scoring", "the_total_is_the_mandates_mean_of_the_parts"),
            engine_test("scoring", "later_turns_weigh_more"),
        ),
    ),
)
