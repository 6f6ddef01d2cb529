"""Events: what comes by date, and what answers to what was done (design, kinds of events)."""

from game.engine.conditions import holds
from game.engine.definitions.happenings import Effect, EventPlan
from game.engine.draft import Draft
from game.engine.draws import draw


def dated(draft: Draft) -> None:
    """Let the dated events of this turn happen."""
    for plan in draft.level.events:
        if plan.kind == "dated":
            _try(draft, plan)


def answers(draft: Draft) -> None:
    """Let happen what answers to the world as it now stands."""
    for plan in draft.level.events:
        if plan.kind == "answer":
            _try(draft, plan)


def _try(draft: Draft, plan: EventPlan) -> None:
    if not plan.first_turn <= draft.turn <= plan.last_turn:
        return
    if not plan.repeats and _turn_of(draft, plan.id) >= 0:
        return
    if plan.after:
        before = _turn_of(draft, plan.after)
        if before < 0 or draft.turn < before + plan.delay:
            return
    if not holds(draft, plan.conditions):
        return
    if draw(draft.seed, draft.turn, "event", plan.id) >= plan.chance:
        return
    if any(_argued(draft, effect) for effect in plan.effects):
        return
    draft.fired.append((plan.id, draft.turn))
    cause = f"event:{plan.id}"
    reads = tuple(draft.layout.slots[c.figure] for c in plan.conditions)
    draft.note("event", cause, plan.id, reads)
    for effect in plan.effects:
        _carry_out(draft, effect, cause, reads)


def _argued(draft: Draft, effect: Effect) -> bool:
    """Whether an effect would move a dispute that is being defended: the court takes its time."""
    place, _, figure = effect.figure.rpartition("/")
    if figure != "dispute_stage":
        return False
    slot = draft.layout.slots[effect.figure]
    held_until = draft.row[draft.layout.slots[f"{place}/dispute"]]
    return effect.kind == "set" and effect.amount > draft.row[slot] and draft.turn < held_until


def _turn_of(draft: Draft, event_id: str) -> int:
    turns = [turn for fired, turn in draft.fired if fired == event_id]
    return max(turns, default=-1)


def _carry_out(draft: Draft, effect: Effect, cause: str, reads: tuple[int, ...]) -> None:
    """An effect adds to a figure or sets it; the vocabulary is closed."""
    slot = draft.layout.slots[effect.figure]
    if effect.kind == "add":
        draft.add(slot, effect.amount, "event", cause, reads)
    elif effect.kind == "set":
        draft.put(slot, effect.amount, "event", cause, reads)
    else:
        raise ValueError(effect.kind)
