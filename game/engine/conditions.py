"""Conditions of events and offers: figures of the world compared with numbers."""

from game.engine.definitions.happenings import Condition
from game.engine.draft import Draft


def holds(draft: Draft, conditions: tuple[Condition, ...]) -> bool:
    """Whether all conditions hold in the draft as it stands."""
    return all(_one(draft, condition) for condition in conditions)


def _one(draft: Draft, condition: Condition) -> bool:
    return compare(draft.row[draft.layout.slots[condition.figure]], condition.op, condition.value)


def compare(figure: int, op: str, value: int) -> bool:
    """Whether ``figure op value``; ValueError for an unknown operator.

    >>> compare(3, ">=", 2), compare(3, "<", 2)
    (True, False)
    """
    if op == ">=":
        return figure >= value
    if op == "<=":
        return figure <= value
    if op == ">":
        return figure > value
    if op == "<":
        return figure < value
    if op == "==":
        return figure == value
    raise ValueError(op)
