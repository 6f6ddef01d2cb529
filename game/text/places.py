"""Whose figure is it? A path such as ``indonesia/nickel/exports`` taken apart."""

from dataclasses import dataclass

from game.engine.definitions.level import Level
from game.text import figure_words, figure_words_processing, region_words
from game.text.site_words import UNDER_STATE


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure belongs.

    Attributes:
        kind: ``state``, ``chain``, ``province``, ``field``, ``tie``, ``mineral``, ``rival``,
            ``concession``, ``partner``, ``world``, ``region``, ``card``, ``member``, ``bond``,
            ``control``, ``outlet``, ``know-how``, ``inputs`` or ``standards``.
        state: The state it belongs to, or empty.
        subject: Id of the province, mineral, partner, … it is about; the state's own id for a
            figure of the whole state.
        figure: Name of the figure.
    """

    kind: str
    state: str
    subject: str
    figure: str

    @property
    def label(self) -> str:
        """The figure's English name, for the catalogue; an unknown figure's own name."""
        return LABELS.get(self.kind, {}).get(self.figure, self.figure.replace("_", " "))


REGION = "region"
"""What paths of a region's figures begin with, and those of its members after the state."""

LABELS: dict[str, dict[str, str]] = {
    "state": {**figure_words.STATE, **figure_words.SAVINGS},
    "chain": figure_words.CHAIN,
    "province": figure_words.PROVINCE,
    "field": figure_words.FIELD,
    "tie": figure_words.TIE,
    "concession": figure_words.CONCESSION,
    "agreement": figure_words.AGREEMENT,
    "substitute": figure_words.SUBSTITUTE,
    "mineral": figure_words.MINERAL,
    "rival": figure_words.RIVAL,
    "partner": figure_words.PARTNER,
    "world": figure_words.WORLD,
    "region": region_words.REGION,
    "card": region_words.CARD,
    "member": region_words.MEMBER,
    "bond": region_words.BOND,
    "control": figure_words_processing.CONTROL,
    "outlet": figure_words_processing.OUTLET,
    "know-how": figure_words_processing.KNOW_HOW,
    "inputs": figure_words_processing.INPUTS,
    "standards": figure_words_processing.STANDARDS,
}


def place_of(level: Level, path: str) -> Place:
    """Return where a figure belongs.

    >>> # place_of(level, "indonesia/nickel/exports")
    >>> # Place(kind='chain', state='indonesia', subject='nickel', figure='exports')
    """
    head, *middle, figure = path.split("/")
    subject = middle[0] if middle else head
    if middle and middle[-1] in figure_words_processing.KINDS:
        return _optional(level, head, middle, figure)
    for state in level.states:
        if state.id == head:
            if subject == REGION:
                kind = "bond" if len(middle) > 1 else "member"
                return Place(kind, head, middle[-1] if len(middle) > 1 else head, figure)
            return Place(_inside(level, head, subject, bool(middle)), head, subject, figure)
    if head == REGION:
        return Place("card" if middle else "region", "", subject, figure)
    if head == "world":
        return Place("world", "", head, figure)
    if any(mineral.id == head for mineral in level.minerals):
        rung = any(x.id == subject for x in level.substitutes)
        kind = "substitute" if rung else "rival" if middle else "mineral"
        return Place(kind, "", subject, figure)
    return Place("partner", "", head, figure)


def _optional(level: Level, head: str, middle: list[str], figure: str) -> Place:
    """Return the place of a figure that stands only where a level asks for it."""
    kind = middle[-1]
    subject = middle[0] if len(middle) > 1 else head
    state = head if any(state.id == head for state in level.states) else ""
    return Place(kind, state, subject, figure)


def _inside(level: Level, state_id: str, subject: str, below: bool) -> str:
    if not below or subject in UNDER_STATE:
        return "state"
    state = next(x for x in level.states if x.id == state_id)
    for kind, ids in (
        ("chain", [chain.mineral for chain in state.chains]),
        ("province", [province.id for province in state.provinces]),
        ("field", [item.id for item in state.fields]),
        ("concession", [item.id for item in level.concessions]),
        ("agreement", [item.id for item in level.agreements]),
    ):
        if subject in ids:
            return kind
    return "tie"
