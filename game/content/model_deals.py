"""Models of deals that a level may hold: rights of firms to mines."""

from __future__ import annotations

from pydantic import Field

from game.content.model_base import Id, Part, Share, Words, YearNumber
from game.content.traced import Traced


def nothing() -> Traced:
    """A share of none."""
    return Traced(0, "bp", "0 %", counted=False)


class ConcessionModel(Part):
    """A firm's right to dig a field until the first turn of a year."""

    name: Words
    state: Id
    field: Id
    partner: Id
    expires: YearNumber
    state_share: Share = Field(default_factory=nothing)
    claim: Share = Field(default_factory=nothing)
