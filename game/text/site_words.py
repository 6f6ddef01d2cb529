"""Words for what only some levels have: sites, residues, scrap, firms, risk, pledges, shocks."""

from game.text.catalogue import mark
from game.text.rule_word import RuleWords

LEVER_WORDS: dict[str, tuple[str, str, str]] = {
    "holder_pact": (
        mark("Pact with armed holders"),
        mark("They pass this share of their tax on to you. They agree to no more than they like."),
        mark("talked with the armed holders"),
    ),
    "road_block": (
        mark("Close the roads to a site"),
        mark("Less leaves the site, and its holders grow readier to talk. People there lose pay."),
        mark("changed the road block"),
    ),
    "formalise": (
        mark("Papers for diggers"),
        mark("Yearly money to bring diggers under the law. On held ground it needs a pact."),
        mark("changed the budget for papers"),
    ),
    "waste_rule": (
        mark("Rule on residues"),
        mark("This share of residues must go to a store, as far as inspectors and room reach."),
        mark("changed the rule on residues"),
    ),
    "clean_up": (
        mark("Clean-up budget"),
        mark("Yearly money that puts open residues away and then plants cleared land again."),
        mark("changed the clean-up budget"),
    ),
    "waste_store": (
        mark("Lasting waste store"),
        mark("Room for residues, open in about two years. People near the site will be angry."),
        mark("began a waste store"),
    ),
    "no_go": (
        mark("Land closed to mines"),
        mark("No new mine may open on this share of the land. Mines grow more slowly."),
        mark("changed the land closed to mines"),
    ),
    "resettlement": (
        mark("Consent and resettlement"),
        mark("Ask people first and pay them fairly. Less anger, slower and dearer mines."),
        mark("changed the rules on consent"),
    ),
    "traceability": (
        mark("Papers for each load"),
        mark("Each load shows where it was dug. Careful buyers like it, smugglers do not."),
        mark("changed the rule on papers for loads"),
    ),
    "owner_register": (
        mark("Register of owners"),
        mark("Who owns a mine or plant is public. Less profit is hidden; some firms stay away."),
        mark("changed the register of owners"),
    ),
    "local_content": (
        mark("Rule to buy at home"),
        mark("Plants must buy this share of their needs at home. Without skills it only costs."),
        mark("changed the rule to buy at home"),
    ),
    "entry_terms": (
        mark("Terms for the tax holiday"),
        mark("Only firms that accept terms get the holiday. Fewer come, and better ones."),
        mark("changed the terms of the holiday"),
    ),
    "promotion": (
        mark("Advertise the country"),
        mark("Yearly money to be known by investors. A name takes years and dies with a promise."),
        mark("changed the promotion budget"),
    ),
    "state_firm": (
        mark("Reform of state firms"),
        mark("State plants learn faster and need less help. Jobs kept for votes go first."),
        mark("changed how state firms are run"),
    ),
    "licence_terms": (
        mark("Date for a hazardous stage"),
        mark("The stage must stop by this date. The firm may solve it, move it, or go to court."),
        mark("changed the date for a hazardous stage"),
    ),
    "renew_licence": (
        mark("Renew a licence"),
        mark("Years added to a licence that ends soon. Long ones please owners, not neighbours."),
        mark("renewed a licence"),
    ),
    "close_mine": (
        mark("Close a mine for good"),
        mark("It never opens again. Tidied up, it costs money, and the land begins to heal."),
        mark("closed a mine"),
    ),
    "collection": (
        mark("Rule to collect scrap"),
        mark("This share of dead products must be collected, as far as inspectors reach."),
        mark("changed the rule to collect scrap"),
    ),
    "recycling_plant": (
        mark("Recycling plant"),
        mark("Public money builds a plant that melts scrap. It opens over two years."),
        mark("began a recycling plant"),
    ),
    "climate_pledge": (
        mark("Climate pledge"),
        mark("Emissions shall fall by this share by the last turn. Careful partners will check."),
        mark("changed the climate pledge"),
    ),
    "survey": (
        mark("Survey of a deposit"),
        mark("Drilling narrows the doubt about what lies there. The news may be bad."),
        mark("paid for a survey"),
    ),
}
"""Title, sentence and deed of each lever."""

SWITCH_WORDS: dict[str, tuple[str, str]] = {
    "road_block": (mark("Roads are open"), mark("Roads are closed")),
    "traceability": (mark("No papers for loads"), mark("Papers for each load")),
    "owner_register": (mark("Owners may stay hidden"), mark("Owners are public")),
}
STEP_WORDS: dict[str, tuple[str, ...]] = {
    "entry_terms": (
        mark("The holiday is for all"),
        mark("For firms that promise good conduct"),
        mark("For firms that also train and recycle"),
    ),
    "state_firm": (
        mark("Left as they are"),
        mark("Targets for managers"),
        mark("Targets, and partners let in"),
    ),
    "close_mine": ("", mark("Close it"), mark("Close it and tidy up")),
}
BUDGETS: tuple[str, ...] = ("formalise", "clean_up", "promotion")
PAYMENTS: tuple[str, ...] = ("waste_store", "recycling_plant", "survey")
YEARS: dict[str, str] = {
    "licence_terms": mark("No date"),
    "renew_licence": mark("No renewal"),
}
STRICTNESS: tuple[str, ...] = ("waste_rule", "resettlement")
ZERO_WORDS: dict[str, str] = {
    "holder_pact": mark("No pact"),
    "no_go": mark("No land closed"),
    "local_content": mark("No rule"),
    "collection": mark("No rule"),
    "climate_pledge": mark("No cut promised"),
}

FIELD: dict[str, str] = {
    "held": mark("Ground under armed holders"),
    "holder_tax": mark("Tax of the armed holders"),
    "stalled": mark("Output stalled"),
    "pact": mark("Share of their tax passed on"),
    "willing": mark("Share the holders would pass on"),
    "formal": mark("Diggers with papers"),
    "formal_budget": mark("Budget for papers"),
    "road_block": mark("Roads to the site closed"),
    "purse": mark("Purse of the armed holders"),
    "taken": mark("Taken by the armed holders"),
    "until": mark("End of the licence"),
    "terms_due": mark("Date for the hazardous stage"),
    "answer": mark("What the firm does about it"),
    "answer_due": mark("Date of the firm's answer"),
    "closed_down": mark("Closed for good"),
    "estimate": mark("Estimate of what lies there"),
    "doubt": mark("Doubt about the estimate"),
    "option_value": mark("What the option on it is worth"),
}
CHAIN: dict[str, str] = {
    "collection": mark("Rule to collect scrap"),
    "recycling": mark("Recycling plants"),
    "recycling_building": mark("Recycling plants being built"),
    "young": mark("Metal in new products"),
    "middle": mark("Metal in products of middle age"),
    "old": mark("Metal in old products"),
    "scrap": mark("Scrap collected"),
    "dumped": mark("Scrap dumped"),
    "recycled": mark("Metal from scrap"),
}
STATE: dict[str, str] = {
    "waste_rule": mark("Rule on residues"),
    "clean_up_budget": mark("Clean-up budget"),
    "no_go": mark("Land closed to mines"),
    "resettlement": mark("Quality of consent"),
    "local_content": mark("Rule to buy at home"),
    "entry_terms": mark("Terms for the tax holiday"),
    "bound": mark("Capital that came on terms"),
    "begun": mark("Capital begun"),
    "promotion_budget": mark("Promotion budget"),
    "renown": mark("Name among investors"),
    "firm_reform": mark("Reform of state firms"),
    "firm_skill": mark("How well state plants work"),
    "traceability": mark("Papers for each load"),
    "owner_register": mark("Register of owners"),
    "loose": mark("Residues left open"),
    "stored": mark("Residues in stores"),
    "store_room": mark("Room in stores"),
    "store_building": mark("Stores being built"),
    "made": mark("Residues made"),
    "spill": mark("Leak of residues"),
    "risk": mark("Political risk"),
    "plants_sold": mark("Plants sold by leavers"),
    "pledged_cut": mark("Pledged cut of emissions"),
    "allowed": mark("Emissions the pledge allows"),
    "pledge_gap": mark("Emissions above the pledge"),
}
WORLD: dict[str, str] = {
    "energy": mark("Energy price above normal"),
    "freight": mark("Freight price above normal"),
}
SHARES: frozenset[str] = frozenset(
    {
        *("held", "stalled", "pact", "willing", "formal", "doubt", "no_go", "local_content"),
        *("collection", "pledged_cut", "pledge_gap", "energy", "freight", "firm_skill"),
    }
)
"""Figures in ten-thousandths that read as a percentage."""
UNDER_STATE: tuple[str, ...] = ("care", "waste", "politics", "pledge", "savings")
"""Parts of paths that stand between a state and its optional figures."""


def _rule(title: str, line: str) -> RuleWords:
    return RuleWords(title, line)


RULES: dict[str, RuleWords] = {
    "pact": _rule(
        mark("Pact with armed holders"), mark("They share their tax and gain recognition by it.")
    ),
    "pact_ends": _rule(mark("Pact ended"), mark("Without a pact, their tax stays with them.")),
    "talks_fail": _rule(
        mark("Talks fail"), mark("You asked the holders for more than they would give.")
    ),
    "site_stalls": _rule(
        mark("A site stalls"), mark("When a site changes hands, digging stops for a while.")
    ),
    "papers_follow": _rule(
        mark("Papers reach diggers"), mark("Money and a pact bring diggers under the law.")
    ),
    "holders_drift": _rule(
        mark("Holders' will"), mark("Without pressure they go back to what they wanted first.")
    ),
    "road_block": _rule(
        mark("Closed roads"), mark("People and buyers suffer, and holders grow readier to talk.")
    ),
    "holder_tax": _rule(
        mark("Tax of armed holders"), mark("They take a sum for each tonne from their ground.")
    ),
    "pact_share": _rule(mark("Share from the pact"), mark("Holders pass on what was agreed.")),
    "papers_paid": _rule(mark("Papers paid"), mark("The yearly budget for diggers' papers.")),
    "store_built": _rule(mark("Waste store begun"), mark("Paid now, open in about two years.")),
    "store_sited": _rule(
        mark("A store is sited"), mark("Few want a waste store near their homes.")
    ),
    "store_opens": _rule(mark("Room in stores opens"), mark("Part of the store is ready.")),
    "residue_made": _rule(
        mark("Residues made"), mark("Each tonne dug or refined leaves waste behind.")
    ),
    "residue_stored": _rule(
        mark("Residues stored"), mark("The rule stores them where inspectors and room allow.")
    ),
    "clean_up": _rule(mark("Clean-up"), mark("Money puts open residues away and heals land.")),
    "clean_up_paid": _rule(mark("Clean-up paid"), mark("The yearly clean-up budget.")),
    "spill": _rule(mark("Leak"), mark("Heavy rain washes open residues out.")),
    "licence_terms": _rule(
        mark("Date for a hazardous stage"), mark("By this date the stage must stop.")
    ),
    "firm_answers": _rule(
        mark("The firm answers"), mark("It goes to court, solves the hazard, or moves it abroad.")
    ),
    "stage_solved": _rule(mark("Hazard solved"), mark("The firm paid to work without it.")),
    "stage_moved": _rule(
        mark("Stage moved abroad"), mark("Output falls a little, and careful buyers complain.")
    ),
    "appeal_won": _rule(mark("The firm wins in court"), mark("The court puts the date off.")),
    "appeal_lost": _rule(mark("The firm loses in court"), mark("The date stands.")),
    "licence_renewed": _rule(
        mark("Licence renewed"), mark("Owners feel safer, neighbours feel passed over.")
    ),
    "mine_closed": _rule(mark("Mine closed"), mark("It does not open again.")),
    "mine_tidied": _rule(mark("Mine tidied up"), mark("Land is covered and planted again.")),
    "risk_drifts": _rule(
        mark("Political risk"), mark("Anger and low trust raise it; calm lets it fall.")
    ),
    "plant_sold": _rule(
        mark("An owner leaves"), mark("It sells its plant cheaply to somebody who stays.")
    ),
    "firm_reform": _rule(mark("State firm reformed"), mark("Jobs kept for votes are cut.")),
    "name_made": _rule(mark("A name is made"), mark("Years of promotion make a country known.")),
    "name_lost": _rule(mark("A name suffers"), mark("A broken promise undoes promotion.")),
    "promotion_paid": _rule(mark("Promotion paid"), mark("The yearly promotion budget.")),
    "firm_learns": _rule(
        mark("State plants learn"), mark("Slowly when left alone, faster under reform.")
    ),
    "firm_losses": _rule(mark("State plants helped"), mark("The treasury covers what they waste.")),
    "terms_teach": _rule(
        mark("Firms on terms teach"), mark("Firms that came on terms train people.")
    ),
    "plant_on_terms": _rule(
        mark("Plant on terms"), mark("Its owner accepted the terms of the holiday.")
    ),
    "recycling_built": _rule(mark("Recycling plant begun"), mark("Paid from public money.")),
    "recycling_opens": _rule(mark("Recycling plant opens"), mark("It can melt scrap now.")),
    "products_bought": _rule(mark("New products"), mark("Metal goes into products at home.")),
    "products_age": _rule(mark("Products age"), mark("After their life they become scrap.")),
    "scrap_collected": _rule(
        mark("Scrap collected"), mark("The rule brings in dead products, as inspectors reach.")
    ),
    "scrap_dumped": _rule(mark("Scrap dumped"), mark("What nobody collects is thrown away.")),
    "scrap_melted": _rule(mark("Scrap melted"), mark("Recycling plants turn scrap into metal.")),
    "scrap_sold": _rule(mark("Metal from scrap sold"), mark("It sells like any other metal.")),
    "scrap_wages": _rule(mark("Collectors paid"), mark("People and firms who gather and sort.")),
    "scrap_inputs": _rule(mark("Recyclers buy abroad"), mark("Machines and energy.")),
    "scrap_tax": _rule(mark("Tax on recyclers"), mark("A share of their profit.")),
    "scrap_profit": _rule(mark("Recyclers' profit"), mark("It stays with firms at home.")),
    "scrap_jobs": _rule(mark("Work in recycling"), mark("People who collect and sort.")),
    "pledge_made": _rule(
        mark("Climate pledge"), mark("Careful partners like a promise and hate it withdrawn.")
    ),
    "pledge_path": _rule(
        mark("Emissions and pledge"), mark("What may be emitted falls year by year.")
    ),
    "pledge_watched": _rule(
        mark("Pledge watched"), mark("Careful partners compare emissions with the pledge.")
    ),
    "far_shock": _rule(
        mark("Far-away shock"), mark("A war or an attack makes energy or freight dear.")
    ),
    "shock_fades": _rule(mark("A shock fades"), mark("Prices calm down month by month.")),
    "survey": _rule(mark("Survey"), mark("Drilling moves the estimate towards the truth.")),
    "survey_paid": _rule(mark("Survey paid"), mark("Drills, crews and laboratories.")),
    "option_value": _rule(
        mark("Value of an option"), mark("What firms would earn on ore that is sure.")
    ),
}
