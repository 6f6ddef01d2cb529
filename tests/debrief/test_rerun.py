"""Re-runs: the same luck, one thing left out, everybody else deciding afresh."""

from game.debrief.played import Deed, decisions_of, deeds_of, policies_of
from game.debrief.rerun import (
    as_played,
    keep_orders,
    only,
    other_game,
    replanned,
    with_luck,
    without,
)
from game.debrief.textbook import Textbook
from game.engine.codec import digest
from game.players.holding import StatusQuo
from tests.debrief.games import independent_run, orders_without, planned


def test_leaving_nothing_out_gives_the_game_itself():
    played = planned()
    again = other_game(played, keep_orders(played))
    assert [digest(x) for x in again.worlds] == [digest(x) for x in played.worlds]
    assert again.impossible == ()


def test_a_rerun_equals_one_made_from_the_first_turn_by_the_engine_alone():
    played = planned()
    for decision in decisions_of(played):
        path = without(played, decision.deeds)
        own = orders_without(played, decision.deeds)
        assert list(path.worlds) == independent_run(played, own)


def test_turns_before_the_decision_are_the_games_own():
    played = planned()
    decision = decisions_of(played)[-1]
    path = without(played, decision.deeds)
    assert path.worlds[: decision.turn + 1] == played.worlds[: decision.turn + 1]
    assert path.worlds[decision.turn + 1] != played.worlds[decision.turn + 1]


def test_others_decide_afresh():
    played = planned()
    seen = []

    class Watcher:
        id = "watcher/1"

        def choose(self, view, luck):
            seen.append(view.turn)
            return ()

    changed = type(played)(
        played.level, played.seat, played.mandate, played.seed, played.worlds, played.orders,
        {"bora": Watcher()},
    )  # fmt: skip
    without(changed, deeds_of(changed)[:1])
    assert seen == list(range(played.turns))


def test_an_order_that_became_impossible_is_counted_and_one_without_need_is_not():
    played = planned()
    ban, relax = (
        next(x for x in deeds_of(played) if x.order.lever == "export_ban" and x.turn == turn)
        for turn in (1, 3)
    )
    # Without the ban there is still a quarter to close in turn 3: nothing becomes impossible.
    assert without(played, [ban]).impossible == ()
    tax = [x for x in deeds_of(played) if x.order.lever == "export_tax"]
    repeated = type(played)(
        played.level, played.seat, played.mandate, played.seed, played.worlds,
        (*played.orders[:4], (tax[0].order,), ()), played.others,
    )  # fmt: skip
    # Ordering the tax that stands already changes nothing, so it is not missed.
    assert without(repeated, [relax]).impossible == ()
    loose = Deed(2, type(ban.order)("answer_offer", "no-such-offer", (1,)))
    orders = (*played.orders[:2], (loose.order,), *played.orders[3:])
    odd = type(played)(
        played.level, played.seat, played.mandate, played.seed, played.worlds, orders,
        played.others,
    )  # fmt: skip
    assert without(odd, [ban]).impossible == (loose,)


def test_only_and_without_are_two_ways_to_say_the_same():
    played = planned()
    deeds = deeds_of(played)
    assert only(played, deeds[:2]).worlds == without(played, deeds[2:]).worlds
    assert only(played, deeds).worlds == as_played(played).worlds


def test_replanning_keeps_the_turn_and_chooses_the_rest():
    played = planned()
    path = replanned(played, StatusQuo(), 1)
    own = independent_run(played, lambda w: played.orders[w.turn] if w.turn <= 1 else ())
    assert list(path.worlds) == own


def test_a_policy_left_out_may_not_come_back():
    played = planned()
    policy = next(x for x in policies_of(played) if x.lever == "export_tax")
    path = replanned(played, Textbook(), policy.turn, policy)
    assert {world.figure("aval/zinc/tax") for world in path.worlds} == {0}
    assert replanned(played, Textbook(), policy.turn).worlds != path.worlds


def test_other_luck_changes_the_future_only():
    played = planned()
    path = with_luck(played, 2, 99)
    assert path.worlds[:2] == played.worlds[:2]
    assert path.worlds[2].values == played.worlds[2].values
    assert path.worlds[-1].seed == 99


def test_decisions_group_a_levers_orders_of_one_turn():
    played = planned()
    keys = [(x.turn, x.lever) for x in decisions_of(played)]
    assert len(keys) == len(set(keys))
    assert [deed for x in decisions_of(played) for deed in x.deeds] == list(deeds_of(played))
    assert {x.lever for x in policies_of(played)} == {"export_ban", "export_tax"}
