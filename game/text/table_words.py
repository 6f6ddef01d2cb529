"""Words of the table at which states meet: what a deal does, how a figure of the region reads."""

from game.text.catalogue import mark

DEAL_LINES: dict[str, str] = {
    "price_club": mark(
        "Both keep a tax on ore exports at least this high, so a buyer cannot play one against "
        "the other. Who taxes less has left."
    ),
    "quota": mark("Both let out no more than this share of their ore. Who lets out more has left."),
    "swap": mark(
        "Each sells this share of its ore through the other's traders: one more buyer, so the "
        "largest one weighs less."
    ),
    "data": mark("Both share what they know about the ground, so ore is found more easily."),
    "recognition": mark("Each takes the other's certificate as its own: half the cost of checks."),
    "loan": mark(
        "You lend from your treasury and earn half the usual interest. The money comes back at "
        "the end."
    ),
}
"""What each kind of deal does, in a sentence for who thinks about proposing it."""

LOAN_TAKEN = mark(
    "Your neighbour lends from its treasury. You pay the usual interest and give the money back "
    "at the end."
)

STEPS: dict[str, tuple[str, ...]] = {
    "audit": (mark("each state itself"), mark("a body of the region"), mark("outsiders")),
    "equal": (mark("no"), mark("yes")),
    "lead_body": (mark("not yet"), mark("at work")),
    "labelled": (mark("no label"), mark("carries the label")),
    "shares_data": (mark("keeps its data"), mark("shares its data")),
    "initiative": (mark("stays out"), mark("watches"), mark("has joined")),
    "club": (mark("outside"), mark("has applied"), mark("member")),
    "cheats": (mark("keeps the cut"), mark("digs more, in secret")),
}
"""Figures that count steps, as a reader knows them."""

COHESION = mark(
    "With one voice members get better terms; below 30 partners offer each of them less."
)
NO_REGION = mark("No states meet in this level.")
RULE_OF_VOTES = mark(
    "A proposal passes if at least half of the {count} members are for it and nobody is against."
)
