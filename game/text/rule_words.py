"""Every rule that stands in a ledger: a short title and one sentence on how it works."""

from game.text import cap_words, region_words, site_words
from game.text.catalogue import mark
from game.text.rule_word import RuleWords as RuleWords
from game.text.rule_words_processing import PROCESSING

CAP = "cap:"
"""A line so marked says that a bound held a change back."""


def _rule(title: str, line: str) -> RuleWords:
    return RuleWords(title, line)


_POLICY = {
    "policy": _rule(mark("Policy changed"), mark("A new setting holds until it is changed again.")),
    "ban": _rule(mark("Export ban"), mark("From its date, this share of ore may not leave.")),
    "duty": _rule(
        mark("Duty to process"), mark("Ore must be processed at home from the date that was set.")
    ),
    "closed_port": _rule(
        mark("Ore held back"),
        mark("What may not leave is the larger of the ban and what the duty withholds."),
    ),
    "credibility": _rule(
        mark("Belief in promises"),
        mark("Kept promises raise belief; easing or putting off a date lowers it."),
    ),
}

_DEALS = {
    "offer_made": _rule(mark("New offer"), mark("A partner puts a deal on the table.")),
    "offer_refused": _rule(mark("Offer refused"), mark("A refusal costs a little goodwill.")),
    "offer_countered": _rule(
        mark("Partner meets half-way"),
        mark("You asked for more than it gives, so it names other terms."),
    ),
    "offer_withdrawn": _rule(
        mark("Offer withdrawn"), mark("A partner leaves when it is asked for far too much.")
    ),
    "offer_lapsed": _rule(mark("Offer lapsed"), mark("An offer without an answer ends in time.")),
    "contract_signed": _rule(mark("Contract signed"), mark("Both sides are bound by its terms.")),
    "contract_ended": _rule(mark("Contract ended"), mark("Its years are over.")),
    "loan": _rule(mark("Loan from a partner"), mark("Money now, owed to the partner.")),
    "loan_repaid": _rule(
        mark("Loan paid back"), mark("A loan falls due at the end, or in instalments.")
    ),
    "infrastructure_built": _rule(
        mark("Roads and port built"), mark("A partner builds what plants need.")
    ),
    "offtake_promised": _rule(
        mark("Volume promised"), mark("Promised volume cannot be sold to others.")
    ),
    "offtake_ended": _rule(mark("Promise of volume ended"), mark("The volume is free again.")),
    "training_agreed": _rule(
        mark("Training agreed"), mark("A partner's teachers raise skills for some years.")
    ),
    "component_plant": _rule(
        mark("Component plant"), mark("A partner brings a plant for the next stage.")
    ),
    "share_bought": _rule(
        mark("State share bought"), mark("The treasury pays for its share of a new plant.")
    ),
    "mine_share_bought": _rule(
        mark("Share of a mine bought"), mark("The treasury pays the firm for shares of its mine.")
    ),
    "right_prolonged": _rule(
        mark("Mine right prolonged"), mark("The firm may dig longer than before.")
    ),
    "smelter_pledged": _rule(
        mark("Smelter pledged"), mark("The firm must begin a smelter within five years.")
    ),
    "pledge_broken": _rule(
        mark("Pledge broken"), mark("The firm pays a tenth of the smelter it did not begin.")
    ),
    "held_back": _rule(
        mark("Investment held back"),
        mark("A firm invests less in a mine while its right is in doubt."),
    ),
    "right_ended": _rule(
        mark("Mine right ended"),
        mark("The state takes the mine; output falls the more, the fewer skills it has."),
    ),
    "mine_dividend": _rule(
        mark("Dividend of a mine"), mark("The state's share of profit, after reinvestment.")
    ),
    "mine_loss_shared": _rule(
        mark("Loss of a mine shared"), mark("An owner bears its share of a loss too.")
    ),
    "loan_interest": _rule(
        mark("Interest on a partner's loan"), mark("Each loan has a rate of its own.")
    ),
    "loan_late": _rule(
        mark("Instalment not paid"), mark("The treasury is short, and the lender remembers it.")
    ),
    "debt_swapped": _rule(
        mark("Debt swapped"), mark("The lender takes a share of mineral revenue for the debt.")
    ),
    "toll_paid": _rule(
        mark("Revenue owed to a lender"), mark("A share of mineral revenue goes to the lender.")
    ),
    "breach_paid": _rule(
        mark("Promise broken"), mark("A closed port breaks a contract, at the cost it names.")
    ),
    "joint_profit": _rule(
        mark("Profit of partners at home"), mark("Terms of a venture leave part of it at home.")
    ),
    "rung_taken": _rule(
        mark("Users switch"), mark("Users leave what grew dear or harms much, and stay away.")
    ),
    "sold_nearby": _rule(
        mark("Sold inside the region"), mark("Makers next door take metal without a tariff.")
    ),
    "access": _rule(
        mark("Open markets"), mark("Buying of partners that like you, less their tariffs.")
    ),
    "works_follow": _rule(
        mark("Works for finished goods"),
        mark("They follow technology and open markets, a tenth of the way a year."),
    ),
    "lure_paid": _rule(mark("Money to lure makers"), mark("Paid to firms that bring technology.")),
    "technology_learned": _rule(
        mark("Technology learned"), mark("Teachers, money and practice bring it.")
    ),
    "goods_made": _rule(
        mark("Finished goods made"), mark("As many as works and components allow.")
    ),
    "goods_sold": _rule(mark("Finished goods sold"), mark("They add value to components.")),
    "goods_wages": _rule(mark("Wages for finished goods"), mark("An eighth of the value added.")),
    "goods_supplies": _rule(
        mark("Supplies for finished goods"), mark("An eighth of the value added.")
    ),
    "goods_profit": _rule(
        mark("Profit of finished goods"), mark("What owners at home earn of the value added.")
    ),
    "goods_jobs": _rule(mark("Work on finished goods"), mark("People by the size of the works.")),
    "fund_interest": _rule(mark("Interest on savings"), mark("The fund earns money abroad.")),
    "windfall_saved": _rule(
        mark("Windfall saved"), mark("Part of what receipts exceed the need by goes to the fund.")
    ),
    "fund_drawn": _rule(mark("Savings used"), mark("The fund fills the treasury.")),
    "metal_stored": _rule(
        mark("Metal stored"), mark("The state buys metal and keeps it off the market.")
    ),
    "metal_unstored": _rule(
        mark("Metal from store sold"), mark("Metal goes back on the market at today's price.")
    ),
    "contract_reopened": _rule(
        mark("Contract opened again"), mark("A price far from the market's is talked about anew.")
    ),
    "contract_broken": _rule(
        mark("Contract broken off"), mark("It ends early, at the cost that it names.")
    ),
    "ratified": _rule(mark("Treaty"), mark("The state joins or leaves a treaty.")),
    "tariffs": _rule(mark("Tariffs"), mark("Buyers' tariffs; sellers bear about half of them.")),
    "retaliation": _rule(
        mark("Tariff in return"), mark("A ruling that is not met may be answered with a tariff.")
    ),
    "claim": _rule(
        mark("Investor's claim"), mark("A treaty lets an investor claim what a policy took.")
    ),
    "claim_lost": _rule(mark("Claim fails"), mark("The tribunal awards the investor nothing.")),
    "claim_settled": _rule(
        mark("Claim settled"), mark("A quarter of the claim is paid, and the case ends.")
    ),
    "award_paid": _rule(
        mark("Award paid"), mark("The tribunal awards the investor a part of its claim.")
    ),
    "nothing_followed": _rule(
        mark("Nothing followed"), mark("A memorandum without projects loses its warmth.")
    ),
    "memory": _rule(
        mark("Partner remembers"), mark("Partners keep what you did and treat you by it.")
    ),
}

_OPENINGS = {
    "mine_opens": _rule(mark("New mines open"), mark("An expansion takes about a year.")),
    "plants_counted": _rule(
        mark("Plants counted"), mark("Plants that work and plants that are being built.")
    ),
    "owner_share": _rule(
        mark("Largest foreign owner"), mark("Its share of all plants, working or being built.")
    ),
    "coal_power": _rule(mark("Coal power in use"), mark("Power that coal plants take.")),
    "enforcement_follows": _rule(
        mark("Inspectors follow money"),
        mark("Inspection moves slowly to what its budget can hold up."),
    ),
    "skills_follow": _rule(
        mark("Skills follow training"), mark("Training adds skills; without it they fade.")
    ),
    "park_built": _rule(mark("Park and port grow"), mark("Park money turns into roads and port.")),
    "green_power_built": _rule(
        mark("Power without coal grows"), mark("Water, sun and wind power are added each year.")
    ),
}

_PRODUCTION = {
    "blockade": _rule(
        mark("Roads blocked"), mark("High grievance can close roads and cut output for a turn.")
    ),
    "price_received": _rule(
        mark("Price buyers pay"), mark("World price of ore, less a cut when few buyers dominate.")
    ),
    "licence": _rule(
        mark("Licence"),
        mark("A stricter licence calms people nearby and unsettles foreign owners."),
    ),
    "find": _rule(
        mark("A deposit is found"), mark("Exploration buys chances. Digging starts years later.")
    ),
    "find_opens": _rule(mark("A find opens"), mark("What was found long ago can now be dug.")),
    "exploration_paid": _rule(
        mark("Exploration paid"), mark("Half is spent at home, half on imports.")
    ),
    "certificate_premium": _rule(
        mark("Certificate"),
        mark("Careful buyers pay more for clean metal, as far as auditors can vouch for it."),
    ),
    "home_price": _rule(
        mark("Ore price at home"),
        mark("Ore that cannot leave, or that one owner buys, is cheaper at home."),
    ),
    "mines_working": _rule(
        mark("Mines that pay"), mark("A mine works only if its price covers its cost.")
    ),
    "home_first": _rule(mark("Home plants first"), mark("Plants at home are fed before export.")),
    "offer_abroad": _rule(
        mark("Ore offered abroad"), mark("What is left may leave as far as ban and limits allow.")
    ),
    "mine_output": _rule(mark("Mine output"), mark("Mines dig what finds a buyer.")),
}

_MARKETS = {
    "demand": _rule(
        mark("World demand"), mark("It grows with the world; buyers who learned to save need less.")
    ),
    "rivals_answer": _rule(
        mark("Rivals answer"), mark("Other producers fill a shortage and retreat from a surplus.")
    ),
    "sold_abroad": _rule(
        mark("Ore sold abroad"), mark("Buyers take what rivals do not supply, shared by offer.")
    ),
    "rush": _rule(
        mark("Rush before the ban"), mark("Warned buyers store part of what they will lose.")
    ),
    "leakage": _rule(
        mark("Smuggling"), mark("A price gap, an old route and weak control let ore slip out.")
    ),
    "under_declared": _rule(
        mark("Ore declared too low"),
        mark("Part of the ore leaves under a false label and pays no duty."),
    ),
    "old_routes": _rule(
        mark("Trade routes remembered"),
        mark("Smugglers use the routes of legal trade; unused ones fade."),
    ),
    "ore_shipped": _rule(mark("Ore leaves the ground"), mark("What is dug cannot be dug again.")),
    "refining_loss": _rule(mark("Loss in refining"), mark("Not all metal in ore can be won.")),
    "refined": _rule(mark("Metal made"), mark("Plants turn ore into metal.")),
    "components_made": _rule(mark("Components made"), mark("Component plants use home metal.")),
    "stock_drawn": _rule(mark("Stocks drawn down"), mark("Holders fill part of a sudden gap.")),
    "stock_built": _rule(mark("Stocks built up"), mark("Holders store what is too much.")),
    "unmet": _rule(mark("Demand not met"), mark("What neither supply nor stocks could fill.")),
    "scarcity": _rule(
        mark("Scarcity"), mark("Missing supply lifts the price; the rise fades month by month.")
    ),
    "fear": _rule(
        mark("Fear of loss"), mark("News of a closing port lifts the price for a while.")
    ),
    "price_fed": _rule(mark("Price given"), mark("The price follows the historical one.")),
    "world_price": _rule(
        mark("World price"), mark("World demand sets a base; scarcity and fear raise it.")
    ),
    "expectation": _rule(
        mark("Price that firms expect"), mark("Firms judge by several years of prices.")
    ),
    "substitution": _rule(
        mark("Buyers switch"), mark("Lasting high prices teach buyers to use something else.")
    ),
    "buyers": _rule(mark("Who buys"), mark("Partners buy by size, more where relations are good.")),
}

_FINANCE = {
    "borrowed": _rule(mark("New loan"), mark("Borrowed money comes in and debt rises.")),
    "repaid": _rule(mark("Debt repaid"), mark("Money goes out and debt falls.")),
    "ore_sold": _rule(mark("Ore sold abroad"), mark("Volume times the price buyers pay.")),
    "ore_bought": _rule(mark("Ore sold at home"), mark("Plants pay the home price for ore.")),
    "ore_smuggled": _rule(
        mark("Smuggled ore"), mark("Smugglers keep the gap between the two prices.")
    ),
    "royalty": _rule(mark("Royalty"), mark("A share of the value of all ore sold.")),
    "export_tax": _rule(mark("Export tax"), mark("A share of the value of ore that leaves.")),
    "mine_wages": _rule(mark("Wages in mines"), mark("Part of the cost of digging, paid at home.")),
    "mine_supplies": _rule(
        mark("Mines buy at home"), mark("Part of the cost of digging, paid to local firms.")
    ),
    "mine_inputs": _rule(mark("Mines buy abroad"), mark("Machines and fuel from other countries.")),
    "mine_profit_tax": _rule(
        mark("Tax on mine profit"),
        mark("A share of what mines earn; weak inspection lets some slip away."),
    ),
    "mine_profit": _rule(mark("Mine profit at home"), mark("What home owners of mines keep.")),
    "mine_profit_abroad": _rule(
        mark("Mine profit abroad"), mark("What foreign owners of mines take out.")
    ),
    "metal_sold": _rule(mark("Metal sold"), mark("Refined metal times its price.")),
    "plant_wages": _rule(mark("Wages in plants"), mark("Part of running cost, paid at home.")),
    "plant_supplies": _rule(
        mark("Plants buy at home"), mark("Local firms supply more where skills are higher.")
    ),
    "plant_inputs": _rule(mark("Plants buy abroad"), mark("Inputs from other countries.")),
    "plant_profit_tax": _rule(
        mark("Tax on plant profit"), mark("Plants pay it once their tax holiday is over.")
    ),
    "dividend": _rule(mark("Dividends"), mark("The state's share of plant profit.")),
    "plant_profit": _rule(mark("Plant profit at home"), mark("What home owners of plants keep.")),
    "plant_profit_abroad": _rule(
        mark("Plant profit abroad"), mark("Profit goes to the owners, here foreign ones.")
    ),
    "components_sold": _rule(mark("Components sold"), mark("Output times the component price.")),
    "component_wages": _rule(
        mark("Wages for components"), mark("A tenth of the value added, paid at home.")
    ),
    "component_supplies": _rule(
        mark("Component plants buy at home"), mark("A tenth of the value added, bought at home.")
    ),
    "component_profit": _rule(
        mark("Component profit at home"), mark("Half of the profit stays with home owners.")
    ),
    "inspection_paid": _rule(mark("Inspectors paid"), mark("The yearly inspection budget.")),
    "training_paid": _rule(mark("Training paid"), mark("The yearly training budget.")),
    "social_paid": _rule(mark("Social spending paid"), mark("The yearly social budget.")),
    "park_paid": _rule(mark("Park paid"), mark("Half is spent at home, half on imports.")),
    "power_paid": _rule(mark("Power paid"), mark("Half is spent at home, half on imports.")),
    "sharing_paid": _rule(mark("Districts paid"), mark("Districts get their share of revenue.")),
    "interest_paid": _rule(mark("Interest paid"), mark("Due each year on all public debt.")),
    "services_paid": _rule(
        mark("State services paid"), mark("The part of the budget that minerals must carry.")
    ),
}

_INVESTMENT = {
    "state_plant": _rule(mark("State plant begun"), mark("The state pays for a plant of its own.")),
    "need": _rule(
        mark("Plants that buyers need"),
        mark("Buyers bring plants only for ore they cannot get elsewhere."),
    ),
    "switchability": _rule(
        mark("Buyers can switch"), mark("The share of held-back ore that rivals could replace.")
    ),
    "room": _rule(
        mark("Room for new plants"), mark("What buyers need, less plants that stand or are begun.")
    ),
    "building_bill": _rule(
        mark("Building bill"), mark("Part of what a new plant costs is spent at home.")
    ),
    "plant_begun": _rule(
        mark("Plant begun"), mark("An investor builds when the return beats its hurdle.")
    ),
    "plans_wait": _rule(
        mark("Plans wait"), mark("Plans too small for a plant add up until one is worth building.")
    ),
    "plans_lapse": _rule(mark("Plans lapse"), mark("Part of the plans that wait is given up.")),
    "plans_ripe": _rule(mark("Plans ripen"), mark("Plans that waited are enough for a plant now.")),
    "mines_follow": _rule(
        mark("Mines follow"), mark("Mines grow for home plants, or while exports sell out.")
    ),
    "mines_rot": _rule(mark("Idle mines decay"), mark("A mine that stands still loses capacity.")),
    "components_follow": _rule(
        mark("Component plants follow"), mark("They grow where skills and access to metal allow.")
    ),
}

_SOCIETY = {
    "forest_cleared": _rule(
        mark("Forest cleared"), mark("Digging clears forest; inspected rules spare part of it.")
    ),
    "grievance": _rule(
        mark("Grievance"), mark("Digging adds anger; inspectors and shared money calm it.")
    ),
    "accident": _rule(
        mark("Grave accident"), mark("Fast growth with weak safety makes accidents likely.")
    ),
    "emissions": _rule(
        mark("Emissions"), mark("Metal made with coal emits far more than metal made without.")
    ),
    "mine_jobs": _rule(mark("Work in mines"), mark("People needed for what is dug.")),
    "plant_jobs": _rule(mark("Work in plants"), mark("People needed to run plants.")),
    "build_jobs": _rule(mark("Work on building sites"), mark("It ends when plants open.")),
    "component_jobs": _rule(mark("Work in components"), mark("People needed per tonne made.")),
}

_DIPLOMACY = {
    "dispute": _rule(mark("Trade dispute"), mark("A partner takes a closed port to court.")),
    "lawyers": _rule(mark("Lawyers"), mark("Defending a case costs money.")),
    "standing_rests": _rule(
        mark("Relations calm down"), mark("Standing drifts slowly back to where it began.")
    ),
}

_EVENTS = {"event": _rule(mark("Event"), mark("Something happened in the world."))}

_CLOSING = {
    "value": _rule(mark("Value kept at home"), mark("All that stays with people at home.")),
    "welfare": _rule(
        mark("Local welfare"), mark("Moves towards services and shared income, less grievance.")
    ),
    "jobs": _rule(mark("Jobs and welfare"), mark("The mean of the jobs meter and local welfare.")),
    "environment": _rule(
        mark("Environment"), mark("Clean air counts half; forest and calm a quarter each.")
    ),
    "autonomy": _rule(
        mark("Autonomy"), mark("One buyer, one owner, one lender or promised volume narrow it.")
    ),
    "standing": _rule(mark("Standing"), mark("The mean of the standing with each partner.")),
    "total": _rule(
        mark("Sum over the game"), mark("Each turn is added for the score; later turns count more.")
    ),
    "emergency_loan": _rule(
        mark("Emergency loan"), mark("A hole in the treasury is borrowed at once.")
    ),
    "foreign_exchange": _rule(
        mark("Foreign exchange"), mark("What minerals earn against what the country is used to.")
    ),
    "habit": _rule(
        mark("Usual earnings"), mark("The country gets used to what minerals bring in.")
    ),
    "crisis": _rule(mark("Crisis"), mark("Too much debt or no foreign exchange limits spending.")),
    "trust": _rule(
        mark("Public trust"), mark("Moves towards jobs, welfare, calm and kept promises.")
    ),
    "attention": _rule(
        mark("Political capital"), mark("Four points a turn; trust moves it; two may be kept.")
    ),
    "absent": _rule(mark("Nobody governed"), mark("Without a sheet, policy is only held.")),
}

RULES: dict[str, RuleWords] = {
    **{name: RuleWords(*words) for name, words in PROCESSING.items()},
    **_POLICY,
    **_DEALS,
    **_OPENINGS,
    **_PRODUCTION,
    **_MARKETS,
    **_FINANCE,
    **_INVESTMENT,
    **_SOCIETY,
    **_DIPLOMACY,
    **_EVENTS,
    **_CLOSING,
    **site_words.RULES,
    **cap_words.LIMITS,
    **{name: RuleWords(*words) for name, words in region_words.RULES.items()},
}
"""Words of every rule, by the id that stands in the ledger."""

CAPPED = mark("A limit held this back.")
