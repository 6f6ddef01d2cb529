"""The models of the turn, without a window."""

import subprocess
import sys
from dataclasses import replace

import pytest

from game.engine.definitions.level import OUTCOMES
from game.engine.orders import Order
from game.match.forecast import forecast
from game.match.match import Match
from game.text.describe import Words
from game.ui.models.turn import TurnModel
from game.ui.models.turn_dashboard import largest_buyer
from game.ui.models.turn_decisions import disclosed, levers_of
from game.ui.models.turn_map import RIVAL, buyers, partner_site, rival_site, site
from game.ui.models.turn_offers import (
    AGREES,
    MOOD_STEPS,
    REFUSES,
    accept_order,
    counter_order,
    mood_step,
    refuse_order,
)
from game.ui.models.turn_why import bare, shown_direction, why_view
from tests.ui.fakes import FakeServices

BAN, TAX = "export_ban", "export_tax"
ORE = "zinc.ore"


@pytest.fixture
def model() -> TurnModel:
    services = FakeServices()
    case = services.case()
    match = services.start(case, "industrialiser", 7)
    return TurnModel(case, match, Words(services.catalogue, case.level, case.texts))


def answer_all(match: Match) -> None:
    """Answer every question of the level, so that orders can be given."""
    answered = {answer.prediction for answer in match.answers}
    for prediction in match.level.predictions:
        if prediction.id not in answered:
            match.predict(prediction.id, 0, prediction.reasons[0][0])


def card_of(model: TurnModel, lever: str):
    model.show_everything()
    return next(card for card in model.cards()[0] if card.lever == lever)


def play(model: TurnModel, turns: int) -> None:
    for _ in range(turns):
        model.match.seal()


def test_models_load_without_pygame() -> None:
    code = (
        "import sys, game.ui.models.turn, game.ui.models.report;sys.exit('pygame' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# --- dashboard --------------------------------------------------------------------------------


def test_before_the_first_turn_outcomes_have_no_value_and_means_have(model: TurnModel) -> None:
    assert [tile.figure for tile in model.outcomes()] == list(OUTCOMES)
    assert {tile.value for tile in model.outcomes()} == {"–"}
    assert not any(tile.explained for tile in model.outcomes())
    means = {tile.figure: tile.value for tile in model.means()}
    assert means == {"treasury": "US$\xa0500\xa0m", "trust": "50", "debt": "US$\xa050\xa0m"}


def test_tiles_show_the_worlds_figures_and_their_change(model: TurnModel) -> None:
    play(model, 2)
    worlds, numbers = model.match.worlds, model.words.numbers
    for tile in model.outcomes():
        before, now = (world.figure(f"aval/{tile.figure}") for world in worlds[-2:])
        unit = model.words.outcome(tile.figure).unit
        assert tile.value == numbers.amount(unit, now)
        assert tile.change == numbers.change(unit, now - before)
        assert tile.direction == (now > before) - (now < before)


def test_the_autonomy_tile_lights_up_when_one_buyer_dominates(model: TurnModel) -> None:
    play(model, 1)
    partner, share = largest_buyer(model.seen)
    lit = {tile.figure: tile.lit for tile in model.outcomes()}
    assert partner
    assert lit["autonomy"] == (share >= 5_000)
    assert not any(value for figure, value in lit.items() if figure != "autonomy")


# --- decisions --------------------------------------------------------------------------------


def test_levers_are_disclosed_in_steps_and_all_can_be_reached(model: TurnModel) -> None:
    first, hidden = model.cards()
    assert 0 < len(first) < len(levers_of(model.match, "trade"))
    model.show_everything()
    everything, rest = model.cards()
    assert not rest
    assert len(everything) == len(first) + len(hidden)


def test_a_lever_that_the_draft_moves_is_shown(model: TurnModel) -> None:
    answer_all(model.match)
    _, hidden = disclosed(model.match, "trade", False)
    assert model.give(Order(hidden[-1].id, "", (1,))) == ""
    shown, _ = disclosed(model.match, "trade", False)
    assert hidden[-1].id in [lever.id for lever in shown]


def test_levers_that_the_level_brings_later_stand_behind_more_options(model: TurnModel) -> None:
    shown, hidden = disclosed(model.match, "trade", False, {BAN})
    assert BAN not in [lever.id for lever in shown]
    assert BAN in [lever.id for lever in hidden]


def test_each_lever_is_in_one_tab_and_offers_in_none(model: TurnModel) -> None:
    everywhere = [x.id for area in model.areas() for x in levers_of(model.match, area)]
    assert len(everywhere) == len(set(everywhere))
    assert "answer_offer" not in everywhere


def test_choosing_gives_an_order_and_choosing_what_is_in_force_takes_it_back(
    model: TurnModel,
) -> None:
    before = model.points()[0]
    assert model.choose(TAX, ORE, (1_000,)) == ""
    assert model.match.draft.orders == (Order(TAX, ORE, (1_000,)),)
    assert model.points()[0] == before - card_of(model, TAX).points
    assert model.choose(TAX, ORE, (2_000,)) == ""
    assert model.match.draft.orders == (Order(TAX, ORE, (2_000,)),)
    assert model.choose(TAX, ORE, (0,)) == ""
    assert model.match.draft.orders == ()
    assert model.points()[0] == before


def test_a_card_shows_setting_in_force_and_ordered_one(model: TurnModel) -> None:
    card = card_of(model, TAX)
    assert (card.now, card.chosen, card.ordered) == (0, 0, False)
    model.choose(TAX, ORE, card.steps[3].setting)
    card = card_of(model, TAX)
    assert (card.now, card.chosen, card.ordered) == (0, 3, True)
    assert card.scale
    assert not card.single


def test_the_ban_offers_a_notice_once_a_share_is_chosen(model: TurnModel) -> None:
    answer_all(model.match)
    assert len(card_of(model, BAN).notices) < 2
    model.choose(BAN, ORE, (10_000, 0))
    card = card_of(model, BAN)
    assert [step.setting for step in card.notices] == [(10_000, 0), (10_000, 1), (10_000, 2)]
    model.choose(BAN, ORE, (10_000, 2))
    card = card_of(model, BAN)
    assert card.setting == (10_000, 2)
    assert len(card.steps) == 5


def test_a_lever_nobody_can_afford_says_why(model: TurnModel) -> None:
    answer_all(model.match)
    model.choose(BAN, ORE, (10_000, 0))
    model.choose(TAX, ORE, (1_000,))
    left = model.points()[0]
    dear = [card for card in (card_of(model, "processing_duty"),) if card.points > left]
    assert dear
    assert "political capital" in dear[0].locked
    assert card_of(model, BAN).locked == ""


def test_a_refused_order_comes_back_as_a_sentence_and_changes_nothing(model: TurnModel) -> None:
    told = model.give(Order(TAX, ORE, (1_234,)))
    assert told.endswith(".")
    assert "_" not in told
    assert model.match.draft.orders == ()


def test_the_list_of_orders_names_setting_and_cost(model: TurnModel) -> None:
    model.choose("park", "north", (50_000_000,))
    (line,) = model.draft()
    assert line.title == model.words.lever("park").title
    assert "50" in line.setting
    assert "US$" in line.cost


# --- forecast ---------------------------------------------------------------------------------


def test_forecast_rows_are_the_matchs_forecast(model: TurnModel) -> None:
    play(model, 1)
    for row, found in zip(model.forecast(), forecast(model.match), strict=True):
        assert (row.figure, row.band, row.mid, row.now) == (
            found.outcome,
            (found.low, found.high),
            found.mid,
            found.now,
        )
        assert row.low <= min(row.band[0], row.mid)
        assert row.high >= max(row.band[1], row.mid)


def test_the_forecast_is_worked_out_anew_only_when_the_draft_changed(model: TurnModel) -> None:
    first = model.forecast()
    assert model.forecast() is first
    model.choose(TAX, ORE, (2_000,))
    assert not model.forecast_ready
    assert model.forecast() is not first


def test_effects_are_the_difference_the_order_makes(model: TurnModel) -> None:
    play(model, 1)
    without = {row.figure: row.mid for row in model.forecast()}
    assert model.effects(TAX, ORE) == ()
    model.choose(TAX, ORE, (3_000,))
    given = {row.figure: row.mid for row in model.forecast()}
    effects = {effect.figure: effect for effect in model.effects(TAX, ORE)}
    change = given["revenue"] - without["revenue"]
    assert change
    assert effects["revenue"].direction == (change > 0) - (change < 0)


# --- value chain and map ----------------------------------------------------------------------


@pytest.mark.parametrize("turns", [0, 1, 3])
def test_of_a_hundred_tonnes_each_goes_somewhere_once(model: TurnModel, turns: int) -> None:
    play(model, turns)
    chain = model.chain()
    ore, refined, components, _ = chain.stages
    assert chain.expected == (turns == 0)
    assert ore.onward + ore.exported == 100
    assert refined.onward + refined.exported == ore.onward
    assert components.exported == refined.onward
    assert all(0 <= stage.home_share <= 1 for stage in chain.stages)


def test_without_any_digging_the_chain_is_empty(model: TurnModel) -> None:
    play(model, 1)
    match = model.match
    place = match.world.layout.state("aval").chains[0]
    row = list(match.world.values)
    for slot in (place.fed, place.exports, place.leak, place.refined):
        row[slot] = 0
    match.worlds[-1] = type(match.world)(
        match.world.layout, match.world.seed, match.world.turn, tuple(row)
    )
    assert all(stage.onward == stage.exported == 0 for stage in model.chain().stages)


def test_map_flows_are_the_shares_of_the_buyers(model: TurnModel) -> None:
    play(model, 1)
    content = model.map()
    shares = buyers(model.seen)
    assert sum(shares.values()) in range(9_990, 10_001)
    for partner, share in shares.items():
        flowing = sum(flow.share_bp for flow in content.flows if flow.to_partner == partner)
        assert abs(flowing - share) < 5 or share < 200
    dominant = [chip.id for chip in content.chips if chip.is_dominant]
    assert dominant == [max(shares, key=lambda name: shares[name])]
    ids = [marker.id for marker in content.markers]
    assert len(ids) == len(set(ids))
    assert all(flow.from_id in ids for flow in content.flows)


def test_mines_of_other_states_are_marked_and_show_public_figures(model: TurnModel) -> None:
    play(model, 1)
    rivals = [marker for marker in model.map().markers if marker.kind == RIVAL]
    assert [marker.id for marker in rivals] == ["rival:south"]
    found = rival_site(model.seen, model.words, "south")
    assert found.caption == "Bora"
    output = model.match.world.figure("bora/south-zinc/output")
    assert model.words.numbers.mass(output) in found.facts[0].value


def test_places_on_the_map_can_be_opened(model: TurnModel) -> None:
    play(model, 1)
    found = site(model.seen, model.words, "north")
    assert found.title == "North"
    assert all(fact.value for fact in found.facts)
    assert partner_site(model.seen, model.words, "china").facts


# --- offers -----------------------------------------------------------------------------------


def with_offer(model: TurnModel) -> str:
    for _ in range(5):
        if model.offers():
            return model.offers()[0].card.id
        model.match.seal()
    raise AssertionError("the test level makes an offer within five turns")


def test_an_offer_opens_with_its_terms_and_no_guess(model: TurnModel) -> None:
    offer = with_offer(model)
    talk = model.negotiation(offer, {})
    assert not talk.counters
    assert talk.likely is None
    assert talk.order is None
    assert 0 <= talk.mood <= MOOD_STEPS


def test_asking_for_more_makes_agreement_less_likely(model: TurnModel) -> None:
    offer = with_offer(model)
    card = model.offers()[0].card
    best = {t.name: t.grid[-1] if t.favour > 0 else t.grid[0] for t in card.terms}
    worst = {t.name: t.grid[0] if t.favour > 0 else t.grid[-1] for t in card.terms}
    generous = model.negotiation(offer, worst).likely
    greedy = model.negotiation(offer, best).likely
    assert generous is not None
    assert greedy is not None
    assert generous.step == AGREES
    assert greedy.step < AGREES or greedy.step == REFUSES
    assert greedy.moves_most
    assert generous.moves_most == ""


def test_answers_are_orders_the_match_takes(model: TurnModel) -> None:
    offer = with_offer(model)
    answer_all(model.match)
    card = model.offers()[0].card
    term = card.terms[0]
    moved = {term.name: next(value for value in term.grid if value != term.value)}
    talk = model.negotiation(offer, moved)
    assert talk.counters
    for order in (accept_order(talk), counter_order(talk), refuse_order(talk)):
        assert model.give(order) == ""
        assert model.offers()[0].answered
    assert model.negotiation(offer, {}).order == refuse_order(talk)


def test_mood_steps_cover_the_scale() -> None:
    assert [mood_step(bp) for bp in (0, 1_000, 5_000, 9_999, 10_000)] == [0, 1, 3, 5, 5]


# --- why, predictions, news -------------------------------------------------------------------


def test_why_rows_add_up_to_the_change(model: TurnModel) -> None:
    play(model, 3)
    for tile in (*model.outcomes(), *model.means()):
        why = model.why(tile.figure)
        assert why is not None
        view = why_view(why, model.words)
        assert sum(row.change for row in view.rows if not row.depth) == why.change


def test_why_rows_beyond_the_most_share_one_row(model: TurnModel) -> None:
    play(model, 1)
    why = model.why("value")
    assert why is not None
    assert len(why.rows) > 3
    view = why_view(why, model.words, rows=3)
    assert len([row for row in view.rows if not row.depth]) == 3
    assert sum(row.change for row in view.rows) == why.total


def test_amounts_can_lose_their_currency() -> None:
    assert bare("−US$\xa012\xa0m") == "−12\xa0m"
    assert bare("+1.4") == "+1.4"


def test_there_is_nothing_to_explain_before_the_first_turn(model: TurnModel) -> None:
    assert model.why("value") is None
    assert model.news() == ()


def test_predictions_are_asked_before_and_listed_after(model: TurnModel) -> None:
    order = Order(BAN, ORE, (10_000, 0))
    asked = model.asked_before(order)
    assert asked is not None
    question = model.question(asked)
    assert len(question.directions) == 3
    assert question.reasons
    assert model.asked_before(Order(TAX, ORE, (1_000,))) is None
    model.match.predict(asked.id, -1, question.reasons[0][0])
    assert model.asked_before(order) is None
    (call,) = model.past_calls()
    assert call.state == "open"
    model.match.give(order)
    play(model, 3)
    (call,) = model.past_calls()
    (outcome,) = model.match.outcomes()
    expected = "wrong"
    if outcome.direction_right:
        expected = "right" if outcome.reason_right else "other_reason"
    assert call.state == expected


def test_the_first_why_is_what_a_figure_is_made_of(model: TurnModel) -> None:
    play(model, 1)
    why = model.why("value")
    assert why is not None
    view = why_view(why, model.words)
    assert view.first
    assert view.change_text == why.after_text
    assert sum(row.change for row in view.rows) == why.after
    assert all(row.depth == 0 for row in view.rows)


def test_an_arrow_is_left_out_where_rounding_leaves_no_change() -> None:
    assert shown_direction(-3, "±0.0") == 0
    assert shown_direction(-30, "\N{MINUS SIGN}0.3") == -1
    assert shown_direction(30, "+0.3") == 1


def test_stages_have_the_names_that_the_level_gives(model: TurnModel) -> None:
    play(model, 1)
    usual = model.chain()
    assert [stage.title for stage in usual.stages[:3]] == ["Ore", "Refined metal", "Components"]
    texts = {**model.case.texts, "mineral.zinc.refined": "Alumina"}
    texts["mineral.zinc.component"] = "Aluminium"
    words = Words(model.words.catalogue, model.match.level, texts)
    named = TurnModel(replace(model.case, texts=texts), model.match, words).chain()
    assert [stage.title for stage in named.stages[:3]] == ["Ore", "Alumina", "Aluminium"]
    said = {stage.onward_text for stage in named.stages}
    said |= {stage.exported_text for stage in named.stages}
    assert not any("metal" in text or "components" in text for text in said)
    assert "components" not in named.lesson
