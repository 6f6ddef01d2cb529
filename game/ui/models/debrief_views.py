"""Pieces of the debrief screen as plain data, every amount printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutcomeTile:
    """An outcome of the last turn beside history's (or, without a path, beside holding still)."""

    key: str
    name: str
    value: str
    change: str
    direction: int
    note: str
    icon: str


@dataclass(frozen=True, slots=True)
class ChartData:
    """A chart: lines as (name, values, last value as text), dates, and grid lines."""

    title: str
    caption: str
    lines: tuple[tuple[str, tuple[int, ...], str], ...]
    dates: tuple[str, ...]
    ticks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PointView:
    """A turning point as it is listed and read."""

    number: int
    turn: int
    date: str
    name: str
    setting: str
    effect: str
    direction: int
    sentences: tuple[str, ...]
    remark: str
    prediction: str
    prediction_right: bool | None
    luck: str
    chart: ChartData


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A row of shares: name, number of its turning point (0: none), share and effect alone."""

    name: str
    number: int
    value: int
    text: str
    alone: str


@dataclass(frozen=True, slots=True)
class SharesView:
    """The shares of an outcome; ``low`` and ``high`` are the ends of the axis of all bars."""

    sentence: str
    total: str
    rows: tuple[ShareRow, ...]
    together: ShareRow
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class PredictionView:
    """A question with what was expected, what happened, and whether both parts were right."""

    question: str
    told: str
    reason: str
    figures: str
    direction_right: bool
    reason_right: bool


@dataclass(frozen=True, slots=True)
class RankRow:
    """A way through the level with its total under the weights in force."""

    who: str
    name: str
    total: int
    text: str
    rank: int


@dataclass(frozen=True, slots=True)
class QuizItem:
    """A question, its answers, the right one's number and the one picked (0: none yet)."""

    number: int
    question: str
    answers: tuple[str, ...]
    right: int
    picked: int
