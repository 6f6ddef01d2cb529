"""Rules of export controls, know-how, inputs and standards: a title and one sentence each."""

from game.text.catalogue import mark

PROCESSING: dict[str, tuple[str, str]] = {
    "control": (
        mark("Export control"),
        mark("The main processor lets out a licensed share; in a truce it lets out all."),
    ),
    "truce_runs": (mark("Truce runs"), mark("A truce has a known end; each turn it is nearer.")),
    "outside_demand": (
        mark("Demand outside"),
        mark("What is used outside the main processor's own market."),
    ),
    "made_outside": (
        mark("Made without the processor"),
        mark("Dearer plants elsewhere work as far as the price lets them."),
    ),
    "usual_shipments": (
        mark("Usual shipments"),
        mark("What buyers outside would take if nothing were held back."),
    ),
    "shipments": (
        mark("Shipments"),
        mark("The licensed share of what buyers outside would usually take."),
    ),
    "outside_price": (
        mark("Price outside"),
        mark("Follows what is scarce or feared outside, on stocks of its own."),
    ),
    "urgency": (
        mark("Paying to be safe"),
        mark("Rises while prices part, fades in calm, and faster in a truce."),
    ),
    "alternatives_grow": (
        mark("Alternatives grow"),
        mark("While nearly all of them earn their cost, more are built."),
    ),
    "alternatives_close": (
        mark("Alternatives close"),
        mark("Dearer plants that do not earn their cost shut over some years."),
    ),
    "metal_price": (
        mark("Price that metal fetches"),
        mark("Quoted half off the inside price; buyers in fear add to be safe."),
    ),
    "plants_pay": (
        mark("Plants that pay"),
        mark("Plants that lose money on each tonne shut until the price is back."),
    ),
    "price_floor": (
        mark("Price floor set"),
        mark("The treasury pays up to the floor and takes what lies above it."),
    ),
    "floor_paid": (mark("Floor paid"), mark("The treasury pays the gap between price and floor.")),
    "floor_surplus": (
        mark("Surplus of the floor"),
        mark("A price above the floor is paid back to the treasury."),
    ),
    "price_report": (
        mark("Price report paid"),
        mark("People gather and publish prices of the region."),
    ),
    "separation_yield": (
        mark("Yield of plants"),
        mark("The less a country knows of the craft, the less metal it wins."),
    ),
    "know_how_ceiling": (
        mark("Ceiling of know-how"),
        mark("New plants come only as far as somebody can run them."),
    ),
    "batch_failed": (
        mark("Failed batch"),
        mark("A small change in the tanks spoilt a batch. Know-how makes it rarer."),
    ),
    "know_how_grows": (
        mark("Learning the craft"),
        mark(
            "Work, teachers, licences and pilot plants build know-how; people who leave take some."
        ),
    ),
    "pilot_paid": (mark("Pilot plant paid"), mark("Half of it goes to people at home.")),
    "licence_fee": (mark("Licence fee"), mark("The treasury pays a partner for its know-how.")),
    "inputs_replaced": (
        mark("Other inputs found"),
        mark("New suppliers are found bit by bit; they cost more."),
    ),
    "inputs_stored": (
        mark("Stores of inputs"),
        mark("Stores fill in calm and are used up while the supplier stops."),
    ),
    "inputs_allow": (
        mark("Work that inputs allow"),
        mark("Without reagents and parts, mines and plants stand still."),
    ),
    "refit_paid": (
        mark("Plants refitted"),
        mark("New standards ask for other machines in the plants that work."),
    ),
    "fitted": (
        mark("Plants fitted"),
        mark("Each year plants are fitted more closely to their standards."),
    ),
}
"""Title and sentence by the id that stands in the ledger."""
