"""Events: by date, in answer to what was done, after one another, again, and by keyed luck."""

import pytest

from game.engine.conditions import compare
from game.engine.definitions.happenings import Condition, Effect, EventPlan
from game.engine.draws import draw
from game.engine.orders import Order
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.nickel_for_rules import event, nickel_level
from tests.worlds_for_rules import sheets_for

BAN = Order("export_ban", "nickel.ore", (10_000, 0))
CLOSED = (Condition("isles/nickel/closed", ">=", 9_000),)
ANGER = Effect("add", "isles/rim/grievance", 300)


def play(*plans: EventPlan, turns: int = 6, ban: int = -1, lift: int = -1, seed: int = 1) -> World:
    """Return the world after some turns; the port closes and opens in the turns named."""
    world = open_world(nickel_level(offers=(), events=plans), seed)
    for turn in range(turns):
        orders: tuple[Order, ...] = (BAN,) if turn == ban else ()
        if turn == lift:
            orders = (Order("export_ban", "nickel.ore", (0, 0)),)
        world = resolve_turn(world, sheets_for(world, orders, "isles")).world
    return world


def happened(world: World, name: str) -> list[int]:
    return [turn for fired, turn in world.fired if fired == name]


def test_a_dated_event_happens_on_its_date_and_once() -> None:
    plan = event("storm", "dated", ANGER, first_turn=2, last_turn=2)
    assert happened(play(plan), "storm") == [2]


def test_effects_add_and_set_with_the_event_as_cause() -> None:
    plan = event("storm", "dated", ANGER, Effect("set", "isles/skills", 7_000), last_turn=0)
    world = open_world(nickel_level(offers=(), events=(plan,)), 1)
    turn = resolve_turn(world, sheets_for(world))
    causes = [(x.path, x.change) for x in turn.ledger if x.cause == "event:storm" and x.path]
    assert causes == [("isles/rim/grievance", 300), ("isles/skills", 4_500)]
    assert [x.thing for x in turn.ledger if x.cause == "event:storm" and x.thing] == ["storm"]


def test_a_dated_event_comes_before_the_rules_of_its_turn() -> None:
    early = play(event("x", "dated", Effect("set", "isles/skills", 7_000), last_turn=0), turns=1)
    late = play(event("x", "answer", Effect("set", "isles/skills", 7_000), last_turn=0), turns=1)
    assert early.figure("isles/skills") == 6_900  # a year's fading follows
    assert late.figure("isles/skills") == 7_000


def test_an_answer_waits_for_its_conditions() -> None:
    plan = event("complaint", "answer", conditions=CLOSED)
    assert happened(play(plan), "complaint") == []
    assert happened(play(plan, ban=3), "complaint") == [3]


def test_all_conditions_must_hold() -> None:
    both = (*CLOSED, Condition("isles/nickel/tax", ">", 0))
    assert happened(play(event("x", "answer", conditions=both), ban=1), "x") == []


def test_a_later_event_follows_after_its_delay() -> None:
    first = event("complaint", "answer", conditions=CLOSED)
    then = event("panel", "answer", after="complaint", delay=2)
    world = play(first, then, ban=1, turns=8)
    assert (happened(world, "complaint"), happened(world, "panel")) == ([1], [3])


def test_what_never_happened_has_no_sequel() -> None:
    first = event("complaint", "answer", conditions=CLOSED)
    assert happened(play(first, event("panel", "answer", after="complaint")), "panel") == []


def test_a_window_can_close_before_the_delay_is_over() -> None:
    first = event("complaint", "answer", conditions=CLOSED)
    then = event("panel", "answer", after="complaint", delay=2, last_turn=2)
    assert happened(play(first, then, ban=1), "panel") == []


def test_a_repeating_event_happens_as_often_as_its_conditions_hold() -> None:
    plan = event("protest", "answer", conditions=CLOSED, repeats=True)
    assert happened(play(plan, ban=1, lift=4), "protest") == [1, 2, 3]


def test_a_sequel_counts_from_the_latest_time() -> None:
    first = event("protest", "answer", conditions=CLOSED, repeats=True)
    then = event("talks", "answer", after="protest", delay=2, repeats=True)
    assert happened(play(first, then, ban=1, lift=3), "talks") == [4, 5]


def test_luck_is_keyed_by_the_events_own_name() -> None:
    plan = event("quake", "dated", chance=3_000)
    expected = next(t for t in range(20) if draw(5, t, "event", "quake") < 3_000)
    alone = play(plan, seed=5, turns=12)
    others = [event(f"other-{i}", "dated", chance=5_000) for i in range(5)]
    among = play(*others, plan, seed=5, turns=12, ban=0)
    assert happened(alone, "quake") == happened(among, "quake") == [expected]


@pytest.mark.parametrize("months", [3, 6, 12])
def test_a_chance_is_one_of_each_turn_however_long_a_turn_is(months: int) -> None:
    plans = (event("sure", "dated"), event("likely", "dated", chance=9_900))
    level = nickel_level(months=months, offers=(), events=plans)
    seen = 0
    for seed in range(100):
        world = open_world(level, seed)
        world = resolve_turn(world, sheets_for(world), detail=False).world
        assert happened(world, "sure") == [0]
        seen += len(happened(world, "likely"))
    assert seen >= 95


def test_without_a_chance_nothing_happens() -> None:
    assert happened(play(event("quake", "dated", chance=0)), "quake") == []


@pytest.mark.parametrize(
    ("op", "holds"),
    [(">=", (0, 1, 1)), ("<=", (1, 1, 0)), (">", (0, 0, 1)), ("<", (1, 0, 0)), ("==", (0, 1, 0))],
)
def test_comparisons(op: str, holds: tuple[int, ...]) -> None:
    assert tuple(int(compare(x, op, 5)) for x in (4, 5, 6)) == holds


def test_unknown_comparisons_and_effects_are_refused() -> None:
    with pytest.raises(ValueError, match="!="):
        compare(1, "!=", 2)
    with pytest.raises(ValueError, match="explode"):
        play(event("x", "dated", Effect("explode", "isles/skills", 1)), turns=1)


def test_a_dispute_runs_its_course_and_talking_settles_it() -> None:
    world = open_world(nickel_level(offers=()), 1)
    world = resolve_turn(world, sheets_for(world, (BAN,), "isles")).world
    stages = [world.figure("isles/dispute_stage")]
    for _ in range(3):
        world = resolve_turn(world, sheets_for(world)).world
        stages.append(world.figure("isles/dispute_stage"))
    assert stages == [1, 2, 2, 3]
    before = world.figure("isles/union/standing")
    talk = Order("answer_dispute", "", (1,))
    world = resolve_turn(world, sheets_for(world, (talk,), "isles")).world
    assert world.figure("isles/dispute_stage") == 5
    assert world.figure("isles/nickel/ban") == 5_000
    assert world.figure("isles/union/standing") > before
    assert [x.partner for x in world.memories if x.code == "settled"] == ["union"]
