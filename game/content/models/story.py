"""Models of what happens and what is told: offers, events, goals, questions, briefing, debrief."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.base import (
    AnyShare,
    Comparison,
    Id,
    Measure,
    Part,
    Points,
    Reference,
    Share,
    Words,
    YearNumber,
)
from game.content.numbers.traced import Amount, Traced

Lever = Annotated[str, Field(pattern=r"^[a-z_]+$")]
ReasonId = Id


def always() -> Traced:
    """The chance of what happens whenever it can."""
    return Traced(10_000, "bp", "100 %", counted=False)


class Window(Part):
    """The years in which something can happen, both included."""

    first: YearNumber
    last: YearNumber


class TermModel(Part):
    """A negotiable term: its steps, what is offered, what a step up is worth to the partner."""

    grid: list[int] = Field(min_length=1, max_length=12)
    offered: int
    worth: Points


class OfferModel(Part):
    """A deal that a partner proposes when its conditions hold."""

    title: Words
    line: Words = Field(default_factory=dict)
    partner: Id
    seat: Id
    kind: Literal["loan", "plant", "offtake", "technology", "certificate", "renewal", "memorandum"]
    mineral: Id
    province: str = ""
    when: Window
    chance: Share = Field(default_factory=always)
    gate: list[Comparison] = Field(default_factory=list)
    terms: dict[str, TermModel] = Field(min_length=1)
    reserve: AnyShare
    concession: str = ""
    again: int = Field(0, ge=0, le=20)
    minds: list[Id] = Field(default_factory=list)
    follows: str = ""
    sources: list[Reference] = Field(default_factory=list)


class EffectModel(Part):
    """Adds to a figure of the world, or sets it."""

    do: Literal["add", "set"]
    figure: str
    amount: Measure


class EventModel(Part):
    """Something that happens by date, or as an answer to what was done."""

    kind: Literal["dated", "answer"]
    desk: Literal["world", "province", "trade"]
    headline: Words
    line: Words = Field(default_factory=dict)
    knowledge: Literal["documents", "public", "game"]
    sources: list[Reference] = Field(default_factory=list)
    when: Window
    conditions: list[Comparison] = Field(default_factory=list)
    effects: list[EffectModel] = Field(default_factory=list)
    chance: Share = Field(default_factory=always)
    repeats: bool = False
    after: str = ""
    delay: int = Field(0, ge=0, le=60)
    seat: Id


class Weights(Part):
    """How much each outcome counts, in points of 100."""

    value: int = Field(ge=0, le=100)
    revenue: int = Field(ge=0, le=100)
    jobs: int = Field(ge=0, le=100)
    environment: int = Field(ge=0, le=100)
    autonomy: int = Field(ge=0, le=100)
    standing: int = Field(ge=0, le=100)


class AimModel(Part):
    """Something a goal hopes to see at the end; met when all its conditions hold then."""

    line: Words
    holds: list[Comparison] = Field(min_length=1)


class MandateModel(Part):
    """A goal the player picks."""

    name: Words
    line: Words = Field(default_factory=dict)
    weights: Weights
    aims: dict[Id, AimModel] = Field(
        default_factory=dict,
        max_length=3,
        description="What this goal hopes to see at the end; told apart from the score.",
    )


class ReasonModel(Part):
    """A reason for a prediction, judged true when all its conditions hold."""

    line: Words
    true_if: list[Comparison] = Field(min_length=1)


class PredictionModel(Part):
    """A question asked before a big decision: at a date, or before a lever is first pulled."""

    question: Words
    up: Words = Field(default_factory=dict)
    stays: Words = Field(default_factory=dict)
    down: Words = Field(default_factory=dict)
    seat: Id
    year: YearNumber | None = None
    lever: str = ""
    figure: str
    turns: int = Field(ge=1, le=20)
    deadband: Share
    reasons: dict[ReasonId, ReasonModel] = Field(min_length=2)


class AnchorModel(Part):
    """The level of an outcome that earns 50 of 100 points."""

    value: Annotated[Traced, Amount("USD/year", 1)]
    revenue: Annotated[Traced, Amount("USD/year", 1)]
    jobs: Annotated[Traced, Amount("persons", 1)]
    emissions: Annotated[Traced, Amount("kgCO2/year", 1)]
    forest: Annotated[Traced, Amount("ha", 1)]


Sureness = Literal["well_known", "fairly_sure", "disputed"]


class FactCard(Part):
    """A fact of the briefing: a big figure, what it counts, and how sure it is."""

    figure: Words
    line: Words
    sure: Sureness
    sources: list[Reference] = Field(min_length=1)


class Axis(Part):
    """The main choice of the level, from one end to the other."""

    low: Words
    high: Words


class Advice(Part):
    """What an adviser says about one question, with options and doubt.

    `low`, `at` and `high` place the advice on the level's main axis, 0 to 100.
    """

    says: Words
    options: list[Words] = Field(default_factory=list, max_length=3)
    doubt: Words = Field(default_factory=dict)
    low: int = Field(50, ge=0, le=100)
    at: int = Field(50, ge=0, le=100)
    high: int = Field(50, ge=0, le=100)


Role = Literal["treasury", "industry", "environment", "foreign", "province"]
ROLES: tuple[str, ...] = ("treasury", "industry", "environment", "foreign", "province")


class Briefing(Part):
    """One minute before the first turn."""

    dilemma: Words
    story: list[Words] = Field(default_factory=list)
    facts: list[FactCard] = Field(default_factory=list)
    axis: Axis
    advisers: dict[Role, dict[Lever, Advice]] = Field(default_factory=dict)
    hints: dict[Annotated[str, Field(pattern=r"^[0-9]{1,2}$")], Words] = Field(
        default_factory=dict, description="What to try, by number of the turn from 1."
    )


class BothSides(Part):
    """The strongest argument for and against a headline option."""

    strongest_for: Words
    strongest_against: Words


class Debrief(Part):
    """What is told after the last turn."""

    case: Words
    case_sources: list[Reference] = Field(default_factory=list)
    leaves_out: list[Words] = Field(default_factory=list)
    questions: list[Words] = Field(default_factory=list)
    arguments: dict[Lever, BothSides] = Field(default_factory=dict)
    feelings: list[Words] = Field(default_factory=list)
    exit_question: Words = Field(default_factory=dict)


class QuizItem(Part):
    """A question with answers, of which one is right; the first answer counts as 1."""

    question: Words
    answers: list[Words] = Field(min_length=2, max_length=5)
    right: int = Field(ge=1, le=5)


class Stretch(Part):
    """A part of a lesson."""

    minutes: int = Field(ge=1, le=120)
    does: Words


class Teaching(Part):
    """Notes for the teacher: the lesson in parts, and what to look out for."""

    plan: list[Stretch] = Field(min_length=1)
    notes: list[Words] = Field(default_factory=list)
    homework: list[Words] = Field(default_factory=list)


class Silence(Part):
    """A warning that this file accepts, and why."""

    code: str
    at: str = ""
    reason: Annotated[str, Field(min_length=10)]
