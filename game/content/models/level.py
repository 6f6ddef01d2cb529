"""The model of a whole level file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.base import Id, Measure, Part, Words, YearNumber
from game.content.models.deals import (
    AgreementModel,
    ConcessionModel,
    GoodsModel,
    NearbyModel,
    ScenarioModel,
    SubstituteModel,
)
from game.content.models.processing import FamilyModel
from game.content.models.region import RegionModel
from game.content.models.sites import ShocksModel
from game.content.models.story import (
    AnchorModel,
    Briefing,
    Debrief,
    EventModel,
    MandateModel,
    OfferModel,
    PredictionModel,
    QuizItem,
    Silence,
    Teaching,
)
from game.content.models.world import MineralModel, PartnerModel, RivalModel, StateModel


class LevelFile(Part):
    """A level as written, with the atlas applied."""

    id: Id
    title: Words
    summary: Words
    place: Words = Field(default_factory=dict)
    author: Annotated[str, Field(min_length=1, max_length=80)]
    licence: Annotated[str, Field(min_length=1, max_length=80)]
    minutes: int = Field(ge=5, le=240)
    difficulty: int = Field(ge=1, le=3)
    order: int = Field(
        99, ge=1, le=99, description="Place in the order of play; the list of levels follows it."
    )
    goals: list[Words] = Field(default_factory=list)
    start: YearNumber
    start_month: int = Field(1, ge=1, le=12)
    months: Literal[3, 6, 12]
    turns: int = Field(ge=1, le=64)
    steps_per_turn: int = Field(1, ge=1, le=4)
    seats: list[Id] = Field(min_length=1)
    prices_fed: bool = False
    shocks: ShocksModel | None = None
    minerals: dict[Id, MineralModel] = Field(min_length=1)
    states: dict[Id, StateModel] = Field(min_length=1)
    partners: dict[Id, PartnerModel] = Field(min_length=1)
    rivals: dict[Id, RivalModel] = Field(default_factory=dict)
    families: dict[Id, FamilyModel] = Field(default_factory=dict)
    offers: dict[Id, OfferModel] = Field(default_factory=dict)
    agreements: dict[Id, AgreementModel] = Field(default_factory=dict)
    substitutes: dict[Id, SubstituteModel] = Field(default_factory=dict)
    scenarios: dict[Id, ScenarioModel] = Field(default_factory=dict)
    goods: dict[Id, GoodsModel] = Field(default_factory=dict)
    nearby: dict[Id, NearbyModel] = Field(default_factory=dict)
    concessions: dict[Id, ConcessionModel] = Field(default_factory=dict)
    events: dict[Id, EventModel] = Field(default_factory=dict)
    mandates: dict[Id, MandateModel] = Field(min_length=1)
    predictions: dict[Id, PredictionModel] = Field(default_factory=dict)
    anchors: AnchorModel
    region: RegionModel | None = None
    parameters: dict[str, ParameterValue] = Field(default_factory=dict)
    briefing: Briefing
    debrief: Debrief
    quiz: list[QuizItem] = Field(default_factory=list)
    teaching: Teaching | None = None
    accept: list[Silence] = Field(default_factory=list)


class ParameterValue(Part):
    """A constant of the rules set by this level, inside its published range, with the reason."""

    set: Measure
    note: Annotated[str, Field(min_length=10)]


LevelFile.model_rebuild()
