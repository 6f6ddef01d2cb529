"""The scenario a game is played in, told the same way before, in and after the game."""

from dataclasses import dataclass

from game.engine.definitions.level import Level
from game.text.catalogue import Catalogue, mark
from game.text.level_texts import LevelWords


@dataclass(frozen=True, slots=True)
class ScenarioSaid:
    """A scenario in words.

    Attributes:
        title: "Scenario: Net zero".
        line: Its assumption, with citations.
        about: That an assumption is what it is.
    """

    title: str
    line: str
    about: str

    @property
    def sentences(self) -> str:
        """All of it in one paragraph."""
        return " ".join(part for part in (f"{self.title}.", self.line, self.about) if part)


def scenario_said(level: Level, names: LevelWords, catalogue: Catalogue) -> ScenarioSaid | None:
    """Return the scenario that is played; None for a level in its usual course."""
    scenario = level.scenario
    if not scenario:
        return None
    return ScenarioSaid(
        catalogue.say(mark("Scenario: {name}"), name=names.name("scenario", scenario)),
        names.text(f"scenario.{scenario}.line"),
        catalogue.say(mark("A scenario is a guess about the future, not a forecast.")),
    )
