"""The six outcomes and the resources: name, unit, what they count, and their formula in words."""

from dataclasses import dataclass

from game.engine.definitions.level import OUTCOMES
from game.text.catalogue import mark


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """An outcome or a resource of a state.

    Attributes:
        name: Full name; ``short``: the name on a narrow tile.
        unit: A unit of ``engine.variables``; ``bp`` reads as an index from 0 to 100.
        counts: One sentence: what it counts.
        formula: One sentence: how it is worked out.
        icon: Name of its icon.
    """

    name: str
    short: str
    unit: str
    counts: str
    formula: str
    icon: str


FIGURES: dict[str, OutcomeWords] = {
    "value": OutcomeWords(
        mark("Value kept at home"),
        mark("Value"),
        "usd",
        mark("Money from minerals that stays with people, firms and the state at home."),
        mark("Wages, local supplies, home owners' profit, taxes and royalty, added up."),
        "home",
    ),
    "revenue": OutcomeWords(
        mark("Public revenue"),
        mark("Revenue"),
        "usd",
        mark("What the state takes in from minerals, less what it spends on mineral policy."),
        mark("Royalty, taxes and dividends, minus budgets, shares bought and interest."),
        "coins",
    ),
    "jobs": OutcomeWords(
        mark("Jobs and welfare"),
        mark("Jobs"),
        "bp",
        mark("Work in mines, plants and building, and how well people live near them."),
        mark("The mean of two meters: jobs against this level's half mark, and local welfare."),
        "hard-hat",
    ),
    "environment": OutcomeWords(
        mark("Environment"),
        mark("Environ."),
        "bp",
        mark("Clean air, standing forest and calm in the mining provinces."),
        mark("Half for low emissions, a quarter each for forest left standing and calm."),
        "leaf",
    ),
    "autonomy": OutcomeWords(
        mark("Autonomy"),
        mark("Autonomy"),
        "bp",
        mark("How free the country is to choose among buyers, owners and lenders."),
        mark("100 minus half of: buyers' weight, one owner's weight, debt and promised volume."),
        "git-branch",
    ),
    "standing": OutcomeWords(
        mark("Standing"),
        mark("Standing"),
        "bp",
        mark("How partners see the country."),
        mark("The mean of the standing with each partner."),
        "globe",
    ),
    "treasury": OutcomeWords(
        mark("Treasury"),
        mark("Treasury"),
        "usd",
        mark("Money the government can spend now."),
        mark("Last turn's treasury, plus revenue and loans, minus spending."),
        "landmark",
    ),
    "trust": OutcomeWords(
        mark("Public trust"),
        mark("Trust"),
        "bp",
        mark("How far people believe their government. High trust brings a point more each turn."),
        mark("Moves each turn towards jobs, welfare, calm and kept promises."),
        "users",
    ),
    "capital": OutcomeWords(
        mark("Political capital"),
        mark("Points"),
        "points",
        mark("Points for changes this turn. Two may be kept for the next."),
        mark("Four points a turn, one more with high trust, one less with low."),
        "target",
    ),
    "debt": OutcomeWords(
        mark("Public debt"),
        mark("Debt"),
        "usd",
        mark("What the government owes. Interest falls due each year."),
        mark("Loans taken, minus loans repaid."),
        "scale",
    ),
}

RESOURCES: tuple[str, ...] = ("treasury", "trust", "capital", "debt")
"""Shown beside the outcomes; they are means, not ends."""

DASHBOARD: tuple[str, ...] = (*OUTCOMES, *RESOURCES)
"""Everything the dashboard shows, in its order; each name is a figure of the state."""

SCORE_FORMULA = mark(
    "Each outcome gives 0 to 100 points. Later turns count more, because a country lives on with "
    "what was built. Money counts against a half mark: reaching it gives 50 points. Your mandate "
    "weighs the six parts."
)
END_PARTS: dict[str, tuple[str, str]] = {
    "plants": (
        mark("Shares in plants"),
        mark("New plants the state owns count in part; their value fades over ten years."),
    ),
    "clean_up": (
        mark("Clean-up owed"),
        mark("Each cleared hectare leaves US$ 5,000 of work to restore it."),
    ),
    "treasury": (
        mark("Treasury against the start"),
        mark("Shown only: it came from revenue that has been counted."),
    ),
    "debt": (
        mark("Debt against the start"),
        mark("Shown only: it paid for spending that has been counted."),
    ),
}
END_LINE = mark("Shares in plants less clean-up owed are spread over the turns, as revenue.")
