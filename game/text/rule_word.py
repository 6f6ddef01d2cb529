"""What a rule is called: the shape that all tables of rule words share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule's title and its sentence."""

    title: str
    line: str
