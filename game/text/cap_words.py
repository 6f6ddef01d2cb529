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
    "calm_most": RuleWords(
        mark("Sharing calms its most"), mark("Sharing more does not calm districts further.")
    ),
}
"""By rule, as it stands in the ledger after the mark of a limit."""
