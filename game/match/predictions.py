"""Predictions: when they are asked, and how they came out, apart from success."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.conditions import compare
from game.engine.definitions.happenings import Condition
from game.engine.definitions.level import Prediction
from game.engine.numbers import BP
from game.engine.orders import Order
from game.engine.record import Predicted
from game.engine.world import World

LESS, SAME, MORE = -1, 0, 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a prediction came out.

    Attributes:
        prediction: The question; ``answer`` what was predicted.
        due: The turn at whose start it is answered, cut to the end of the game.
        before, after: The figure when asked and when answered, in its own unit.
        direction: What happened: -1, 0 (inside the deadband) or 1.
        holding: Ids of all offered reasons that held when it was answered.
    """

    prediction: Prediction
    answer: Predicted
    due: int
    before: int
    after: int
    direction: int
    holding: tuple[str, ...]

    @property
    def direction_right(self) -> bool:
        """Whether the direction was predicted."""
        return self.answer.direction == self.direction

    @property
    def reason_right(self) -> bool:
        """Whether the reason picked held."""
        return self.answer.reason in self.holding


def is_due(prediction: Prediction, seat: str, turn: int, order: Order | None) -> bool:
    """Whether a question is to be asked now.

    A question about a lever is asked before the first order on that lever from its turn on; one
    without a lever is asked in its turn, before any order.
    """
    if prediction.seat != seat:
        return False
    if prediction.lever:
        return (
            order is not None
            and order.lever == prediction.lever
            and turn >= max(0, prediction.turn)
        )
    return turn == prediction.turn


def direction_of(before: int, after: int, deadband_bp: int) -> int:
    """Return -1, 0 or 1: where a figure went; a change below the deadband counts as 0.

    >>> direction_of(1_000, 1_040, 500), direction_of(1_000, 1_060, 500), direction_of(0, -1, 500)
    (0, 1, -1)
    """
    change = after - before
    if change == 0 or abs(change) * BP < deadband_bp * abs(before):
        return SAME
    return MORE if change > 0 else LESS


def outcome_of(
    prediction: Prediction, answer: Predicted, worlds: Sequence[World]
) -> Outcome | None:
    """Return how a prediction came out, or None while its time has not come.

    Args:
        prediction: The question.
        answer: What was predicted, with the turn in which it was.
        worlds: The worlds at the start of each turn, from turn 0.
    """
    due = min(answer.turn + prediction.turns, worlds[0].level.turns)
    if due >= len(worlds):
        return None
    before = worlds[answer.turn].figure(prediction.figure)
    after = worlds[due].figure(prediction.figure)
    holding = tuple(
        reason for reason, conditions in prediction.reasons if _hold(worlds[due], conditions)
    )
    direction = direction_of(before, after, prediction.deadband)
    return Outcome(prediction, answer, due, before, after, direction, holding)


def _hold(world: World, conditions: tuple[Condition, ...]) -> bool:
    return all(compare(world.figure(c.figure), c.op, c.value) for c in conditions)
