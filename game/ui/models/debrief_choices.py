"""What a player picks while reading the debrief: step, feeling, figures, weights, quiz answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from game.engine.definitions.level import OUTCOMES, Mandate
from game.text.catalogue import Catalogue, mark
from game.text.level_texts import LevelWords

FEEL, HAPPENED, WHY, CASE, WHAT_IF, NEXT = "feel", "happened", "why", "case", "what-if", "next"
STEPS: Final[tuple[tuple[str, str], ...]] = (
    (FEEL, mark("How it felt")),
    (HAPPENED, mark("What happened")),
    (WHY, mark("Why")),
    (CASE, mark("The real case")),
    (WHAT_IF, mark("What if")),
    (NEXT, mark("What next")),
)
"""The steps in their order, with their names."""

FEELINGS: Final[tuple[tuple[str, str, str], ...]] = (
    ("proud", mark("Proud"), "smile"),
    ("content", mark("Content"), "circle-check"),
    ("unsure", mark("Unsure"), "help-circle"),
    ("torn", mark("Torn"), "scale"),
    ("annoyed", mark("Annoyed"), "frown"),
)
SURPRISES: Final[tuple[tuple[str, str], ...]] = (
    ("slow", mark("How long things took")),
    ("partners", mark("How partners answered")),
    ("price", mark("What the world price did")),
    ("people", mark("How people at home took it")),
    ("money", mark("Where the money went")),
    ("none", mark("Nothing surprised me")),
)


@dataclass(slots=True)
class Choices:
    """The choices so far.

    Attributes:
        step: Where the reader is.
        feeling, surprise: Keys; empty until picked.
        figure: Outcome or figure path of the big chart.
        point: Number of the turning point that is open.
        shared: Outcome whose shares are shown.
        weights: Six weights of the re-weighing.
        answers: Answer picked by number of the quiz question, both from 1.
        report: Where the report was written; empty until then.
    """

    weights: list[int]
    step: str = FEEL
    feeling: str = ""
    surprise: str = ""
    figure: str = OUTCOMES[0]
    point: int = 1
    shared: str = "score"
    answers: dict[int, int] = field(default_factory=dict)
    report: str = ""

    @property
    def place(self) -> int:
        """The place of the step, from 0."""
        return [key for key, _ in STEPS].index(self.step)

    def go(self, by: int) -> bool:
        """Go some steps on or back; False at the ends."""
        wanted = self.place + by
        if not 0 <= wanted < len(STEPS):
            return False
        self.step = STEPS[wanted][0]
        return True


def choices_for(mandate: Mandate) -> Choices:
    """Return the choices at the start, weights as the mandate has them."""
    return Choices(weights=list(mandate.weights))


def feelings(names: LevelWords, catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """Return the feelings to click as (key, text, icon); a level's own words replace the usual."""
    own = [
        (f"own-{n}", text, "message-circle") for n, text in names.numbered("debrief.feeling.{n}")
    ]
    return own or [(key, catalogue.say(text), icon) for key, text, icon in FEELINGS]


def surprises(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the surprises to click as (key, text)."""
    return [(key, catalogue.say(text)) for key, text in SURPRISES]
