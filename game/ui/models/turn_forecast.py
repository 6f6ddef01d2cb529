"""If you end the turn now: a range for each outcome, and what one order adds to it."""

from dataclasses import dataclass

from game.engine.orders import Order
from game.match.forecast import Range, forecast, forecast_of
from game.match.match import Match
from game.text.catalogue import mark
from game.text.describe import Words
from game.ui.models.turn_why import bare

_ROOM = 4
"""The axis is this many times as wide as the larger of what may come and the usual swing."""
_USUAL_SWING_BP = 300
"""Meters: an axis no narrower than three points each way, so that small doubt looks small."""


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """An outcome's forecast.

    Attributes:
        low, high: Ends of the axis, in the outcome's unit.
        band: Least and most of what may come.
        now: Last turn's value; None before the first turn.
        mid: The middle of what may come.
        text: The range in words: changes against now, or amounts before the first turn.
        direction: 1 or -1 when the whole band lies on one side of now, else 0.
    """

    figure: str
    name: str
    short: str
    icon: str
    low: int
    high: int
    band: tuple[int, int]
    now: int | None
    mid: int
    text: str
    direction: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What an order changes in the middle of an outcome's forecast."""

    figure: str
    short: str
    text: str
    direction: int


def rows_of(ranges: tuple[Range, ...], words: Words) -> tuple[ForecastRow, ...]:
    """Return the rows of a forecast."""
    return tuple(_row(each, words) for each in ranges)


def forecast_rows(match: Match, words: Words) -> tuple[ForecastRow, ...]:
    """Return the forecast for the draft as it stands; costs eight turns of the rules."""
    return rows_of(forecast(match), words)


def _row(found: Range, words: Words) -> ForecastRow:
    said = words.outcome(found.outcome)
    low, high = _axis(found, said.unit)
    return ForecastRow(
        figure=found.outcome,
        name=said.name,
        short=said.short,
        icon=said.icon,
        low=low,
        high=high,
        band=(found.low, found.high),
        now=found.now,
        mid=found.mid,
        text=_range_text(found, words, said.unit),
        direction=_direction(found),
    )


def _axis(found: Range, unit: str) -> tuple[int, int]:
    """An axis with now, or the middle, in its centre."""
    centre = found.mid if found.now is None else found.now
    swing = max(abs(found.low - centre), abs(found.high - centre))
    least = _USUAL_SWING_BP if unit == "bp" else abs(centre) // 10
    half = max(1, swing * 5 // _ROOM, least)
    return centre - half, centre + half


def _direction(found: Range) -> int:
    if found.now is None:
        return 0
    return (found.low > found.now) - (found.high < found.now)


def _range_text(found: Range, words: Words, unit: str) -> str:
    """The range: changes against now, or amounts; a currency is named once."""
    numbers = words.numbers
    if found.now is None:
        low, high = (numbers.amount(unit, value) for value in (found.low, found.high))
    else:
        low, high = (numbers.change(unit, value - found.now) for value in (found.low, found.high))
    if low == high:
        return low
    if unit != "usd":
        return words.say(mark("{low} to {high}"), low=low, high=high)
    low, high = bare(low), bare(high)
    head, _, size = low.rpartition("\N{NO-BREAK SPACE}")
    if head and high.endswith("\N{NO-BREAK SPACE}" + size):
        low = head
    return words.say(mark("US$ {low} to {high}"), low=low, high=high)


def effects(
    match: Match, words: Words, rows: tuple[ForecastRow, ...], lever: str, target: str
) -> tuple[Effect, ...]:
    """Return what the draft's order on a lever and target changes in the forecast.

    The draft's forecast ``rows`` are compared with a forecast without that order, under the same
    imagined luck. Empty when there is no such order.
    """
    orders = match.draft.orders
    rest = tuple(order for order in orders if (order.lever, order.target) != (lever, target))
    if len(rest) == len(orders) or match.over:
        return ()
    without = forecast_of(match.view(), rest, match.others)
    return tuple(
        _effect(words, row.figure, row.mid - other.mid)
        for row, other in zip(rows, without, strict=True)
    )


def _effect(words: Words, outcome: str, change: int) -> Effect:
    said = words.outcome(outcome)
    text = bare(words.numbers.change(said.unit, change))
    if text.startswith("±"):
        return Effect(outcome, said.short, words.numbers.signed("0", 0), 0)
    return Effect(outcome, said.short, text, (change > 0) - (change < 0))


def offer_ranges(match: Match, orders: tuple[Order, ...]) -> tuple[Range, ...]:
    """Return the forecast of the draft with other orders added, for comparing answers."""
    kept = tuple(
        order
        for order in match.draft.orders
        if all((order.lever, order.target) != (new.lever, new.target) for new in orders)
    )
    return forecast_of(match.view(), (*kept, *orders), match.others)
