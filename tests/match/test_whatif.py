"""What-ifs: the same luck without a decision, and shares of what was done."""

from game.engine.codec import encode
from game.engine.turn import REFUSED
from game.engine.world import World
from game.match import (
    Decision,
    Match,
    decisions,
    play_out,
    reoptimised,
    rerun,
    shares,
    start,
    without,
)
from game.players import player_for
from tests.match.neighbours import Follower
from tests.match.test_open_turn import new_match
from tests.worlds import AVAL, BAN_ANNOUNCED, BAN_NOW, BORA, PARK, ROYALTY, TAX, small_level


def played() -> Match:
    """Return a finished match: announce a ban, build a park, tax; then hold."""
    match = new_match()
    for orders in ((BAN_ANNOUNCED, TAX), (PARK,), (ROYALTY,)):
        for order in orders:
            assert match.give(order) == ()
        match.seal()
    while not match.over:
        match.seal()
    return match


def income(world: World) -> int:
    return world.figure(f"{AVAL}/total_revenue")


def test_nothing_changed_is_the_match_itself() -> None:
    match = played()
    run = rerun(match, without(match))
    assert list(run.worlds) == match.worlds
    assert decisions(match) == (
        Decision(0, BAN_ANNOUNCED), Decision(0, TAX), Decision(1, PARK), Decision(2, ROYALTY),
    )  # fmt: skip


def test_up_to_the_decision_the_worlds_are_the_match_s_own() -> None:
    match = played()
    run = rerun(match, without(match, Decision(1, PARK)))
    assert list(run.worlds[:2]) == match.worlds[:2]
    assert run.worlds[2] != match.worlds[2]
    assert len(run.worlds) == len(match.worlds)
    assert [encode(x) for x in match.worlds] == [encode(x) for x in played().worlds]


def test_the_luck_is_the_same_dated_events_happen_in_both() -> None:
    match = played()
    run = rerun(match, without(match, Decision(0, BAN_ANNOUNCED)))
    storms = [x for x in match.world.fired if x[0] == "storm"]
    assert storms
    assert [x for x in run.worlds[-1].fired if x[0] == "storm"] == storms
    assert any(x[0] == "answer" for x in match.world.fired)
    assert all(x[0] != "answer" for x in run.worlds[-1].fired)


def test_an_order_that_the_other_world_refuses_is_told() -> None:
    match = new_match()
    lift = type(BAN_ANNOUNCED)("export_ban", "zinc.ore", (0, 0))
    for order in (BAN_ANNOUNCED, lift):
        assert match.give(order) == ()
        match.seal()
    run = rerun(match, without(match, Decision(0, BAN_ANNOUNCED)))
    own = [x for x in run.results[1] if x.seat == AVAL]
    assert [(x.order, x.status) for x in own] == [(lift, REFUSED)]


def test_other_governments_decide_afresh() -> None:
    match = play_out(new_match(), player_for("open_trader"))
    run = rerun(match, {})
    assert all(x.seat == BORA for results in run.results for x in results)
    assert any(run.results)
    holding = play_out(new_match(), player_for("status-quo"))
    assert encode(run.worlds[-1]) == encode(holding.world)


def test_later_decisions_can_be_chosen_again() -> None:
    match = played()
    run = reoptimised(match, without(match, Decision(0, TAX)), 0, player_for("greedy"))
    assert [x.order for x in run.results[0] if x.seat == AVAL] == [BAN_ANNOUNCED]
    later = [x.order for results in run.results[1:] for x in results if x.seat == AVAL]
    assert later
    assert later != [PARK, ROYALTY]
    both = reoptimised(match, without(match), 0, player_for("greedy"))
    assert both.worlds[1] == match.worlds[1]


def test_two_shares_are_the_means_of_joining_first_and_last() -> None:
    """Shapley by hand: half of what a group adds alone, half of what it adds to the other."""
    match = played()
    one, two = (Decision(0, BAN_ANNOUNCED),), (Decision(0, TAX),)
    found = shares(match, [one, two], income)
    both = income(match.world)
    only_one = income(rerun(match, without(match, *two)).worlds[-1])
    only_two = income(rerun(match, without(match, *one)).worlds[-1])
    none = income(rerun(match, without(match, *one, *two)).worlds[-1])
    assert found.exact
    assert found.whole == both - none
    assert found.alone == (only_one - none, only_two - none)
    assert found.together == found.whole - sum(found.alone)
    by_hand = (only_one - none + both - only_two) // 2
    assert found.parts[0] - by_hand in (0, 1)
    assert sum(found.parts) == found.whole


def test_sampled_shares_sum_to_the_whole_and_are_fixed() -> None:
    match = play_out(new_match(), player_for("greedy"))
    groups = [(x,) for x in decisions(match)]
    assert len(groups) > 5
    found = shares(match, groups, income)
    assert not found.exact
    assert sum(found.parts) == found.whole
    assert found == shares(match, groups, income)


def test_nobody_s_share_of_nothing() -> None:
    found = shares(played(), [], income)
    assert (found.whole, found.parts, found.together) == (0, (), 0)


def test_a_neighbour_that_followed_does_not_follow_what_was_not_done() -> None:
    match = start(small_level(), AVAL, "guardian", 7, {BORA: Follower()}, program="0.1.0")
    match.give(BAN_NOW)
    while not match.over:
        match.seal()
    assert match.world.figure("bora/zinc/ban") == 10_000
    run = rerun(match, without(match, Decision(0, BAN_NOW)))
    assert run.worlds[-1].figure("bora/zinc/ban") == 0
