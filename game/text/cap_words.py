"""Words for limits inside rules: what held a figure back, and why."""

from game.text.catalogue import mark
from game.text.rule_word import RuleWords

LIMITS: dict[str, RuleWords] = {
    "rivals_full": RuleWords(
        mark("Rivals dig all they can"), mark("Rivals have reached the most that they can dig.")
    ),
    "stores_empty": RuleWords(
        mark("Stores run low"), mark("Buyers keep a last reserve and release no more.")
    ),
    "stores_full": RuleWords(
        mark("Stores take no more"), mark("Buyers store only so much in one turn.")
    ),
    "glut_floor": RuleWords(mark("Deepest glut"), mark("A glut presses the price no further.")),
    "ground_empty": RuleWords(
        mark("Ground nearly empty"), mark("Mines could dig more than is left in the ground.")
    ),
    "no_plant_pays": RuleWords(
        mark("No plant pays"),
        mark("Hardly any firm earns what it asks, so few plants come or none."),
    ),
    "appetite_full": RuleWords(
        mark("Investors fully eager"),
        mark("A plant pays so well that better terms hardly speed it up."),
    ),
    "cluster_most": RuleWords(
        mark("Cluster saves its most"), mark("More neighbours do not make plants cheaper.")
    ),
    "need_most": RuleWords(
        mark("Mines set the need"), mark("Buyers need more plants than mines could feed in time.")
    ),
    "power_short": RuleWords(
        mark("Power is short"), mark("Without coal there is power for only so many plants.")
    ),
    "accident_most": RuleWords(
        mark("Highest accident risk"), mark("The chance of an accident rises no further.")
    ),
    "shared_most": RuleWords(
        mark("Sharing helps its most"), mark("Sharing more does not raise welfare further.")
    ),
    "services_most": RuleWords(
        mark("Services help their most"),
        mark("More money for schools and clinics does not raise welfare further."),
    ),
    "nature_worst": RuleWords(
        mark("Nature at its worst mark"), mark("More harm does not lower this mark further.")
    ),
    "choices_none": RuleWords(
        mark("No free choice left"), mark("More dependence does not lower this mark further.")
    ),
    "firm_best": RuleWords(
        mark("State firm at its best"), mark("Without more reform the firm learns no more.")
    ),
    "local_skills": RuleWords(
        mark("Skills limit home supply"),
        mark("Firms at home cannot supply as much as the rule asks."),
    ),
    "supply_most": RuleWords(
        mark("All supplies come from home"), mark("Nothing more is left to buy at home.")
    ),
    "waste_store_full": RuleWords(
        mark("Waste stores are full"), mark("What has no room in a store lies open.")
    ),
    "window_full": RuleWords(
        mark("The common pool is full"), mark("Lenders pay in only what the pool may hold.")
    ),
    "recycling_full": RuleWords(
        mark("Recycling at full load"), mark("More scrap is collected than can be melted.")
    ),
    "inputs_run_out": RuleWords(
        mark("Inputs run out"), mark("Stores at home no longer replace what is held back.")
    ),
    "urgency_most": RuleWords(
        mark("Buyers pay their most"), mark("Buyers pay no more than this to be safe.")
    ),
    "alternatives_full": RuleWords(
        mark("Other plants at their most"), mark("Plants elsewhere have no room to grow.")
    ),
    "relief_most": RuleWords(
        mark("Plants help its most"), mark("More plants do not bring a better price for ore.")
    ),
    "belief_most": RuleWords(
        mark("Belief at its most"), mark("A promise kept is believed as far as it can be.")
    ),
    "calm_most": RuleWords(
        mark("Sharing calms its most"), mark("Sharing more does not calm districts further.")
    ),
}
"""By rule, as it stands in the ledger after the mark of a limit."""
