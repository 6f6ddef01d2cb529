"""Figures of export controls, know-how, inputs and standards: the name each has on screen."""

from game.text.catalogue import mark

CONTROL: dict[str, str] = {
    "licence": mark("Share of shipments that is licensed"),
    "truce": mark("Truce still holds for"),
    "passing": mark("Share of shipments let out"),
    "technology_ban": mark("Know-how withheld"),
    "urgency": mark("What buyers add to be safe"),
    "price": mark("Price outside the control"),
    "scarcity": mark("Price rise outside from scarcity"),
    "fear": mark("Price rise outside from fear"),
    "stock": mark("Stocks of buyers outside"),
    "alternatives": mark("Alternative plants abroad"),
    "shipments": mark("Shipped out by the processor"),
    "usual_shipments": mark("What it would usually ship out"),
    "made_outside": mark("Made without the processor"),
    "demand": mark("Demand outside"),
    "unmet": mark("Demand outside not met"),
}
OUTLET: dict[str, str] = {
    "report": mark("Price report"),
    "floor_metal": mark("Price floor for metal"),
    "floor_ore": mark("Price floor for ore"),
    "expected": mark("Price of metal that firms expect"),
    "metal_price": mark("Price that metal fetches"),
    "working": mark("Plants that pay"),
    "floor_paid": mark("Paid out for the price floor"),
}
KNOW_HOW: dict[str, str] = {
    "level": mark("Know-how at home"),
    "terms": mark("Terms for know-how from abroad"),
    "pilot_budget": mark("Pilot plant budget"),
    "ceiling": mark("Know-how that new plants find"),
    "yield_share": mark("Yield of the plants"),
    "failed": mark("Failed batch"),
}
INPUTS: dict[str, str] = {
    "supply": mark("Inputs that the supplier lets through"),
    "goal": mark("Imported inputs to be replaced"),
    "replaced": mark("Imported inputs replaced so far"),
    "store": mark("Inputs in store"),
    "working": mark("Work that inputs allow"),
}
STANDARDS: dict[str, str] = {
    "family": mark("Family of standards"),
    "lock_in": mark("How far plants are fitted to it"),
}
KINDS = ("control", "outlet", "know-how", "inputs", "standards")
"""The last part but one of the paths of these figures."""
