"""Codes of what went wrong, each as one plain sentence with its remedy."""

from game.text import region_words
from game.text.catalogue import mark

PROBLEMS: dict[str, str] = {
    "unknown_lever": mark("This game has no such measure. Choose one from the list."),
    "locked_lever": mark("This level does not use “{lever}”. Choose another measure."),
    "wrong_target": mark("“{lever}” cannot be used there. Choose a place from its list."),
    "malformed": mark("This order cannot be read. Choose a setting from the list."),
    "off_grid": mark("“{lever}” has no such step. Choose one of the steps shown."),
    "no_change": mark("“{lever}” is already set this way. Choose another setting, or leave it."),
    "twice": mark("“{lever}” is already ordered this turn. Take that order back first."),
    "capital_short": mark(
        "This needs {needs} points of political capital and you have {has}. Take back another "
        "change, or wait a turn."
    ),
    "money_short": mark(
        "This needs more money than the treasury or your lenders have. Choose a smaller sum, or "
        "borrow in an earlier turn."
    ),
    "money_short_of": mark(
        "This needs {needs} and the treasury has {has}. Choose a smaller sum, or borrow in an "
        "earlier turn."
    ),
    "capital_short_together": mark(
        "With your other orders this needs {needs} points of political capital and you have "
        "{has}. Take one back, or wait a turn."
    ),
    "money_short_together": mark(
        "With your other orders this needs {needs} and the treasury has {has}. Take one back, or "
        "choose a smaller sum."
    ),
    "capital_short_all": mark(
        "Together these orders need more political capital than you have. Take one back."
    ),
    "crisis": mark(
        "In a crisis lenders watch the budget, so new spending has to wait. Cut a budget first."
    ),
    "wrong_seat": mark("This order is for another country. Give orders for your own."),
    "stale": mark("This order was meant for another turn. Look at this turn and give it again."),
    "too_many": mark("A turn holds at most 64 orders. Take some back."),
    "no_offer": mark("This offer is no longer on the table. Look at the open offers."),
    "no_dispute": mark("There is no open trade dispute to answer."),
    "not_ended": mark("The court has not ruled yet. You can appeal after the ruling."),
    "nothing_owed": mark("There is no debt to repay."),
    "game_over": mark("The game is over. The debrief shows how it went."),
    **region_words.PROBLEMS,
}

RECORD_FAULTS: dict[str, str] = {
    "not_a_record": mark("This file is no saved game of Downstream. Choose another file."),
    "other_format": mark(
        "This saved game was written by another version of Downstream. Open it with that version."
    ),
    "other_rules": mark(
        "This saved game was played by other rules. Open it with the version that wrote it."
    ),
    "empty": mark("This saved game is empty. Start the level anew."),
    "not_text": mark("Line {line} of the saved game is damaged. Use an earlier copy."),
    "too_large": mark("This file is too large for a saved game. Choose another file."),
    "malformed": mark(
        "Line {line} of the saved game cannot be read. Use an earlier copy, or start anew."
    ),
    "unknown_field": mark(
        "Line {line} of the saved game says something this version does not know. Open it with "
        "the version that wrote it."
    ),
    "too_long": mark("Line {line} of the saved game is too long to be real. Use an earlier copy."),
}
RECORD_FAULT_OTHER = mark("The saved game cannot be read at line {line}. Use an earlier copy.")

MEMORIES: dict[str, str] = {
    "signed": mark("remembers a contract signed"),
    "refused": mark("remembers an offer refused"),
    "walked_away": mark("left the table: too much was asked"),
    "courted": mark("remembers your visit"),
    "port_closed": mark("had to find ore elsewhere when the port closed"),
    "offtake_broken": mark("did not get the ore it was promised"),
    "treaty_broken": mark("saw a closed port break a trade treaty"),
    "treaty_joined": mark("is bound to you by a treaty"),
    "treaty_left": mark("saw you leave a treaty"),
    "award_won": mark("won an investor's claim against you"),
    "claim_settled": mark("remembers that an investor's claim was settled"),
    "memo_signed": mark("signed a memorandum with you"),
    "memo_seen": mark("minds your memorandum with another power"),
    "nothing_followed": mark("saw no project follow the memorandum"),
    "reopened": mark("gave you a better price when you asked"),
    "asked_in_vain": mark("was asked to change a contract without reason"),
    "contract_broken": mark("saw you break a contract off"),
    "defended": mark("saw you defend the closed port in court"),
    "mine_lost": mark("lost its right to a mine without a deal"),
    "loan_late": mark("waited in vain for an instalment"),
    "family_shared": mark("remembers that you chose its standards"),
    "family_left": mark("remembers that you chose other standards"),
    "settled": mark("remembers that the dispute was settled by talks"),
    "left": mark("sold its plants here and left"),
    **region_words.MEMORIES,
}

OFFER_KINDS: dict[str, str] = {
    "loan": mark("Loan"),
    "plant": mark("Joint plant"),
    "offtake": mark("Purchase for years"),
    "technology": mark("Technology"),
    "certificate": mark("Certificate"),
    "renewal": mark("Mine right"),
    "memorandum": mark("Memorandum, binding nobody"),
    "swap": mark("Share of revenue taken for a debt"),
}

TERMS: dict[str, tuple[str, str]] = {
    "loan": (mark("Loan"), "usd_m"),
    "years": (mark("Length"), "years"),
    "infrastructure": (mark("Roads and port it builds"), "points"),
    "offtake": (mark("Metal promised to it"), "share"),
    "ore_offtake": (mark("Ore promised to it"), "share"),
    "training": (mark("Training"), "years"),
    "feed": (mark("Size of the plant"), "kt_year"),
    "coal": (mark("Power"), "coal"),
    "state_share": (mark("State share, paid by the treasury"), "share"),
    "components": (mark("Component plant"), "kt_year"),
    "interest": (mark("Interest a year"), "share"),
    "grace": (mark("Years before it is paid back"), "years"),
    "collateral": (mark("Share of mineral revenue it takes if unpaid"), "share"),
    "discount": (mark("Price cut for promised ore"), "share"),
    "fixed": (mark("Part of the price held at today's"), "share"),
    "breach_cost": (mark("Cost of a broken promise, each year"), "usd_m"),
    "local_buying": (mark("Extra buying from firms at home"), "share"),
    "home_share": (mark("Share of profit for firms at home"), "share"),
    "signal": (mark("How warm its words are"), "points"),
    "share": (mark("Your share of the mine"), "share"),
    "price": (mark("You pay for the shares"), "usd_m"),
    "smelter": (mark("Smelter pledged by the firm"), "kt_year"),
    "licence": (mark("Know-how it brings"), "share"),
    "fee": (mark("Fee a year for the licence"), "usd_m"),
}
"""Name of each term of an offer and the unit it is read in."""

CERTAINTY: dict[str, str] = {
    "well_known": mark("well known"),
    "fairly_sure": mark("fairly sure"),
    "disputed": mark("disputed"),
}
ADVISERS: dict[str, str] = {
    "treasury": mark("Treasury"),
    "industry": mark("Industry"),
    "environment": mark("Environment"),
    "foreign": mark("Foreign affairs"),
    "province": mark("Province"),
}
DISPUTE_STAGES: dict[int, str] = {
    0: mark("No dispute"),
    1: mark("Talks asked for"),
    2: mark("A panel hears the case"),
    3: mark("The panel has ruled"),
    4: mark("The ruling is under appeal"),
    5: mark("Settled"),
}

REFUSALS: dict[str, str] = {
    "unknown_seat": mark("Nobody governs “{detail}” in this level. Choose one of its countries."),
    "unknown_mandate": mark("This level has no goal “{detail}”. Choose one of its goals."),
    "unknown_player": mark("There is no computer player “{detail}” in this version of the game."),
    "other_seats": mark("Each other country needs one computer player. Check: {detail}."),
    "other_level": mark("This saved game belongs to another level: “{detail}”. Open that one."),
    "level_changed": mark(
        "The level was changed after this game was saved. Start it anew, or bring back the old "
        "level file."
    ),
    "other_rules": mark(
        "This saved game was played by other rules. Open it with the version that wrote it."
    ),
    "unknown_prediction": mark("There is no such question in this level. Choose one it asks."),
    "unknown_direction": mark("Choose one of three answers: up, about the same, or down."),
    "unknown_reason": mark("Choose one of the reasons in the list."),
    "already_answered": mark("This question has been answered. An answer stands."),
    "game_ended": mark("The game is over. The debrief shows how it went."),
    "wrong_turn": mark("The saved game has lines in the wrong order. Use an earlier copy."),
    "wrong_seat": mark("The saved game holds orders of another country. Use an earlier copy."),
    "illegal_order": mark("The saved game holds a forbidden order. Use an earlier copy."),
    "not_on_sheet": mark("The saved game takes back an order that was never given. Use a copy."),
    "wrong_digest": mark(
        "The saved game does not lead to the world it names. It was changed after it was written."
    ),
    "other_sheets": mark(
        "The neighbours in the saved game ordered something they would not have. It was changed "
        "after it was written."
    ),
    "too_much_work": mark(
        "The saved game gives and takes back far more orders than a game needs. Use a copy "
        "without them."
    ),
}
"""Why a match, or the record of one, is refused; codes of ``game.match.refusals``."""
