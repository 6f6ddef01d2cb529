"""Turning points, luck, history beside the game, other weights, the other side."""

from dataclasses import replace

import pytest

from game.debrief.claims import try_without
from game.debrief.debrief import ALL_DONE, STAGES, Debrief, debrief_of
from game.debrief.ghost import has_history, history_of, holding_still, key_figures, lines_of
from game.debrief.luck import LuckMeter, luck_meter
from game.debrief.measures import SCORE
from game.debrief.other_side import left_out, other_sides
from game.debrief.played import decisions_of
from game.debrief.rerun import keep_orders, other_game
from game.debrief.reweigh import parts_of, ranking, total_of
from game.debrief.stability import LUCKY, MIXED, STEADY, UNLUCKY, Stability, luck_seed
from game.debrief.textbook import Textbook
from game.debrief.turning_points import (
    LARGEST,
    MOST_POINTS,
    candidates,
    choose,
    finding_of,
    with_luck_told,
)
from game.engine.definitions.level import OUTCOMES
from game.engine.options import sheet_problems
from game.engine.orders import Sheet
from game.engine.scoring import score
from game.engine.view import view
from game.match.match import start
from game.players.registry import player_for
from game.text.level_texts import LevelWords
from tests.debrief.games import BORA, PLAN, independent_run, planned, play, random_game
from tests.worlds import AVAL, small_level


@pytest.fixture(scope="module")
def finished() -> Debrief:
    debrief = Debrief(planned(), Textbook(), continuations=3, other_seeds=5)
    return debrief.finish()


# ---- the whole, in steps


def test_stages_are_completed_one_after_the_other(finished):
    debrief = Debrief(planned(), Textbook(), continuations=2, other_seeds=2)
    seen = [stage for stage in debrief.work() if stage]
    assert list(dict.fromkeys(seen)) == list(STAGES)
    assert debrief.stage == ALL_DONE
    assert debrief.claims == finished.claims


def test_history_is_known_before_anything_else_is_worked_out():
    debrief = Debrief(planned(), Textbook())
    work = debrief.work()
    while not debrief.stage:
        next(work)
    assert debrief.history is not None
    assert debrief.held is not None
    assert debrief.findings == []


def test_a_debrief_needs_a_sealed_turn():
    match = start(
        small_level(), AVAL, "guardian", 1, {BORA: player_for("open_trader")}, program="test"
    )
    with pytest.raises(ValueError, match="sealed turn"):
        debrief_of(match)


def test_a_game_in_which_nothing_was_ordered_has_a_debrief():
    debrief = debrief_of(play({})).finish()
    assert debrief.claims == ()
    assert debrief.points == ()
    assert debrief.shares[SCORE].total == 0
    assert debrief.luck is not None


def test_an_unfinished_game_has_a_debrief_of_what_was_played():
    match = start(
        small_level(), AVAL, "guardian", 1, {BORA: player_for("open_trader")}, program="test"
    )
    for order in PLAN[0]:
        match.give(order)
    match.seal()
    match.seal()
    debrief = debrief_of(match).finish()
    assert debrief.played.turns == 2
    assert {claim.over.last for claim in debrief.claims} <= {1}


# ---- turning points


def findings(played):
    tried = try_without(played, decisions_of(played), Textbook())
    return [finding_of(played, x) for x in tried]


def test_turning_points_are_the_decisions_with_the_largest_effect_on_the_score(finished):
    ranked = candidates(finished.findings)
    sizes = [x.score.size for x in ranked]
    assert sizes == sorted(sizes, reverse=True)
    chosen = {point.decision.key for point in finished.points}
    assert {x.decision.key for x in ranked[:LARGEST]} <= chosen
    assert LARGEST <= len(chosen) <= MOST_POINTS
    turns = [point.decision.turn for point in finished.points]
    assert turns == sorted(turns)
    assert [point.number for point in finished.points] == list(range(1, len(turns) + 1))


def test_each_turning_point_tells_claims_that_hold_one_an_outcome(finished):
    for point in finished.points:
        outcomes = [claim.outcome for claim in point.told]
        assert len(outcomes) == len(set(outcomes))
        assert set(point.told) <= set(point.finding.claims)
        assert point.strip.outcome in outcomes


def test_the_strip_parts_at_the_decision_and_not_before(finished):
    for point in finished.points:
        turn = point.decision.turn
        assert point.strip.having[:turn] == point.strip.lacking[:turn]
        assert point.strip.having != point.strip.lacking
        assert len(point.strip.lacking) == finished.played.turns


def test_the_strip_shows_the_rerun_that_is_told():
    played = random_game(1)
    for tried in try_without(played, decisions_of(played), Textbook()):
        finding = finding_of(played, tried)
        for claim in finding.claims:
            if claim.outcome == SCORE:
                continue
            place = OUTCOMES.index(claim.outcome)
            turns = slice(claim.over.first, claim.over.last + 1)
            having, lacking = finding.having[place][turns], finding.lacking[place][turns]
            mean = (sum(having) - sum(lacking)) / claim.over.turns
            assert abs(mean - claim.effect) <= 1.5


def test_one_decision_that_helped_is_among_the_points_if_there_is_one():
    for seed in range(6):
        ranked = candidates(findings(random_game(seed)))
        if any(x.score.sign > 0 for x in ranked):
            assert any(x.score.sign > 0 for x in choose(ranked))


def test_a_decision_that_luck_decided_is_added_when_none_of_the_others_is_one():
    games = (candidates(findings(random_game(seed))) for seed in range(20))
    ranked = next(found for found in games if len(found) > 1)
    chosen, last = ranked[:1], ranked[-1]
    shaky = {last.decision.key: Stability(50, (-60, -50, -40))}
    assert with_luck_told(chosen, ranked, shaky) == [*chosen, last]
    known = {chosen[0].decision.key: Stability(50, (-60, -50, -40)), **shaky}
    assert with_luck_told(chosen, ranked, known) == chosen


def test_a_prediction_stands_with_the_decision_it_was_asked_for():
    debrief = Debrief(planned(), Textbook(), continuations=1, other_seeds=1).finish()
    with_one = [p for p in debrief.points if p.prediction is not None]
    for point in with_one:
        assert point.prediction.prediction.lever == point.decision.lever
        assert point.prediction.answer.turn == point.decision.turn
    assert any(x.prediction.lever == "export_ban" for x in debrief.played.predictions)


# ---- luck


@pytest.mark.parametrize(
    ("actual", "effects", "luck"),
    [
        (50, (40,) * 10, STEADY),
        (50, (-40,) * 10, LUCKY),
        (-50, (40,) * 10, UNLUCKY),
        (50, (-40,) * 5 + (60,) * 5, MIXED),
        (50, (-40,) * 2 + (60,) * 8, STEADY),
    ],
)
def test_luck_is_named_when_the_effect_hangs_on_it(actual, effects, luck):
    assert Stability(actual, tuple(sorted(effects))).luck == luck


def test_the_luck_meter_replays_the_same_orders_with_other_luck():
    played = planned()
    meter = list(luck_meter(played, 4))[-1]
    scores = [
        score(
            other_game(played, keep_orders(played), luck_seed(played, n)).worlds[-1],
            played.seat, played.mandate,
        ).total
        for n in range(4)
    ]  # fmt: skip
    assert meter.scores == tuple(sorted(scores))
    assert meter.actual == score(played.worlds[-1], played.seat, played.mandate).total


def test_luck_is_what_is_left_after_the_mean_of_the_plan():
    meter = LuckMeter(5_500, (5_000, 5_200, 5_600))
    assert (meter.plan, meter.luck, meter.below_bp) == (5_267, 233, 6_667)


# ---- history and holding still


def test_history_is_the_levels_path_with_the_same_luck_and_the_same_others():
    played = planned()
    path = played.level.states[0].path
    shadow = history_of(played)
    assert list(shadow.worlds) == independent_run(played, lambda w: path[w.turn])


def test_a_level_without_a_path_has_no_history():
    played = planned()
    level = replace(played.level, states=tuple(replace(x, path=()) for x in played.level.states))
    other = replace(played, level=level)
    assert not has_history(other)
    assert history_of(other) is None
    lines = lines_of(other, "jobs", None, holding_still(other))
    assert lines.history == ()
    assert len(lines.mine) == played.turns


def test_holding_still_orders_nothing():
    played = planned()
    assert list(holding_still(played).worlds) == independent_run(played, lambda w: ())


def test_lines_read_outcomes_by_the_year_and_figures_as_they_stand():
    played = planned()
    held = holding_still(played)
    for name in (*OUTCOMES, *key_figures(played)):
        lines = lines_of(played, name, history_of(played), held)
        path = f"{played.seat}/{name}" if name in OUTCOMES else name
        assert lines.mine == tuple(world.figure(path) for world in played.worlds[1:])
        assert len(lines.history) == len(lines.held) == played.turns


# ---- other weights


def test_the_mandates_own_weights_give_the_games_score():
    played = planned()
    own = score(played.worlds[-1], played.seat, played.mandate).total
    assert total_of(parts_of(played.worlds, played.seat).parts, played.mandate.weights) == own


def test_the_ranking_follows_the_weights_and_equals_share_a_rank():
    ways = {
        "mine": (100, 0, 0, 0, 0, 0),
        "history": (0, 100, 0, 0, 0, 0),
        "held": (100,) + (0,) * 5,
    }
    by_first = ranking(ways, (1, 0, 0, 0, 0, 0))
    assert [(x.who, x.rank) for x in by_first] == [("held", 1), ("mine", 1), ("history", 3)]
    assert ranking(ways, (0, 1, 0, 0, 0, 0))[0].who == "history"
    assert {x.total for x in ranking(ways, (0,) * 6)} == {0}


# ---- the other side


def test_the_argument_is_the_one_for_what_was_not_done():
    played = planned()
    texts = {
        "debrief.argument.export_ban.for": "for",
        "debrief.argument.export_ban.against": "against",
        "debrief.argument.coal_rule.for": "clean",
        "debrief.argument.coal_rule.against": "cheap",
        "debrief.other_side.royalty": "both",
        "debrief.leaves_out.1": "courts",
        "debrief.leaves_out.2": "rivers",
    }
    found = {x.lever: (x.used, x.text) for x in other_sides(played, LevelWords(texts))}
    assert found == {
        "export_ban": (True, "against"),
        "royalty": (True, "both"),
        "coal_rule": (False, "clean"),
    }
    assert left_out(LevelWords(texts)) == ("courts", "rivers")


# ---- the planner


def test_the_planner_sees_the_view_alone_and_gives_legal_orders():
    for seed in range(3):
        for world in random_game(seed).worlds[:-1]:
            seen = view(world, AVAL)
            orders = Textbook().choose(seen, 1)
            assert orders == Textbook().choose(view(replace(world, seed=99), AVAL), 2)
            assert not sheet_problems(world, AVAL, Sheet(AVAL, world.turn, orders))


def test_the_planner_does_something_and_answers_every_offer():
    ordered = offered = answered = 0
    for seed in range(3):
        for world in random_game(seed).worlds[:-1]:
            orders = Textbook().choose(view(world, AVAL), 1)
            ordered += bool(orders)
            offered += sum(1 for offer in world.offers if offer.seat == AVAL)
            answered += sum(1 for order in orders if order.lever == "answer_offer")
    assert ordered > 5
    assert answered == offered > 0
