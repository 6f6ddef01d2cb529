"""Models of deals that a level may hold: rights of firms to mines, treaties."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.base import AnyShare, Id, Part, Reference, Share, Turns, Words, YearNumber
from game.content.models.world import Demand, Growth
from game.content.numbers.traced import Amount, Traced


def nothing() -> Traced:
    """A share of none."""
    return Traced(0, "bp", "0 %", counted=False)


def at_once() -> Traced:
    """A single turn."""
    return Traced(1, "turns", "1 turns", counted=False)


class AgreementModel(Part):
    """A treaty of states and partners: it lowers tariffs, or it protects investors."""

    name: Words
    line: Words = Field(default_factory=dict)
    kind: Literal["trade", "investment"]
    states: list[Id] = Field(min_length=1)
    members: list[Id] = Field(default_factory=list)
    partners: list[Id] = Field(min_length=1)
    first: YearNumber
    cut: Share = Field(default_factory=nothing)
    phase: Turns = Field(default_factory=at_once)
    sources: list[Reference] = Field(default_factory=list)


class ConcessionModel(Part):
    """A firm's right to dig a field until the first turn of a year."""

    name: Words
    state: Id
    field: Id
    partner: Id
    expires: YearNumber
    state_share: Share = Field(default_factory=nothing)
    claim: Share = Field(default_factory=nothing)


class SubstituteModel(Part):
    """What users turn to when a mineral grows dear or its mines do much harm."""

    name: Words
    line: Words = Field(default_factory=dict)
    source: Id
    target: str = ""
    above: AnyShare
    speed: Share
    disgust: Share = Field(default_factory=nothing)
    worth: AnyShare
    sources: list[Reference] = Field(default_factory=list)


class GoodsModel(Part):
    """A stage of finished goods: works of the first day, technology, and how far it can go."""

    state: Id
    mineral: Id
    capacity: Annotated[Traced, Amount("kg/year")]
    technology: Share
    most: Share


class ScenarioModel(Part):
    """Another growth of demand that a level can be played with."""

    name: Words
    line: Words = Field(default_factory=dict)
    demand: dict[Id, list[Growth]] = Field(min_length=1)
    sources: list[Reference] = Field(default_factory=list)


class NearbyModel(Part):
    """A maker of goods inside the region that takes metal or components each year."""

    name: Words
    line: Words = Field(default_factory=dict)
    mineral: Id
    stage: Literal["refined", "component", "product"]
    demand: Demand
    sources: list[Reference] = Field(default_factory=list)
