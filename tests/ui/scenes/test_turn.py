"""The turn screen, driven by posted events as a person would."""

from dataclasses import replace

import pytest

from game.engine.orders import Order
from game.text.level_texts import LevelWords
from game.ui.scenes.codex import CodexScene
from game.ui.scenes.report import ReportScene
from game.ui.scenes.settings import SettingsScene
from game.ui.widgets.labels import Label
from game.ui.widgets.sliders import Slider
from tests.ui.fakes import FakeServices, window
from tests.ui.scenes.turn_steps import (
    answer_question,
    end_turn,
    has,
    open_lever,
    scene_of,
    to_offer,
    turn,
)

SIZES = ((1024, 640), (1280, 720), (1600, 900))
BAN = Order("export_ban", "zinc.ore", (2_500, 0))


@pytest.fixture
def services() -> FakeServices:
    return FakeServices()


# --- orders -----------------------------------------------------------------------------------


def test_a_slider_gives_its_order_when_it_is_let_go(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        open_lever(driver, "export_tax")
        start, end = driver.spot("set-export_tax/0"), driver.spot("set-export_tax/4")
        lines = len(turn(driver).match.lines)
        driver.drag(start, end)
        assert turn(driver).match.draft.orders == (Order("export_tax", "zinc.ore", (2_000,)),)
        assert len(turn(driver).match.lines) == lines + 1
        assert has(driver, "orders")


def test_a_slider_moves_by_keys_and_back_takes_the_order_off(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        open_lever(driver, "export_tax")
        driver.root.set_focus(driver.widget("set-export_tax"))
        driver.press("right", "right")
        assert turn(driver).match.draft.orders == (Order("export_tax", "zinc.ore", (1_000,)),)
        assert driver.focused_id() == "set-export_tax"
        driver.press("home")
        assert turn(driver).match.draft.orders == ()


def test_ctrl_z_undoes_and_ctrl_y_does_again(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        open_lever(driver, "export_tax")
        driver.click("set-export_tax/2")
        given = turn(driver).match.draft.orders
        assert given
        driver.press("ctrl+z")
        assert turn(driver).match.draft.orders == ()
        driver.press("ctrl+y")
        assert turn(driver).match.draft.orders == given
        driver.press("ctrl+z", "ctrl+z")
        assert has(driver, "toast")


def test_the_forecast_follows_the_draft(services: FakeServices) -> None:
    with window(scene_of(services), services, (1600, 900)) as driver:
        end_turn(driver)
        driver.press("enter")
        before = turn(driver).model.forecast()
        open_lever(driver, "export_tax")
        driver.click("set-export_tax/8")
        answer_question(driver)  # the level asks one before any order of this turn
        assert turn(driver).match.draft.orders
        assert turn(driver).model.forecast_ready
        assert turn(driver).model.forecast() != before
        assert has(driver, "effects")


def test_what_cannot_be_afforded_is_refused_in_a_sentence(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        scene = turn(driver)
        scene.choose("export_tax", "zinc.ore", (1_000,))
        scene.choose("processing_duty", "zinc", (3,))
        left = scene.match.points_left
        scene.choose("royalty", "zinc", (1_000,)) if left else None
        scene.choose("export_quota", "zinc.ore", (8_000,))
        driver.run_until_idle()
        assert scene.refusal
        assert has(driver, "refusal")
        assert "_" not in scene.refusal
        driver.press("2")
        assert not has(driver, "refusal")


def test_orders_can_be_looked_through_and_taken_back(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        open_lever(driver, "export_tax")
        driver.click("set-export_tax/2")
        driver.click("orders")
        driver.click("take-back-0")
        assert turn(driver).match.draft.orders == ()
        assert has(driver, "orders-card")
        driver.press("esc")
        assert not has(driver, "orders-card")


def test_a_visit_is_one_button_for_each_partner(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        driver.press("2")
        open_lever(driver, "court")
        turn(driver).pick_target("court", "japan")
        driver.run_until_idle()
        driver.click("do-court")
        assert turn(driver).match.draft.orders == (Order("court", "japan", (1,)),)
        driver.click("do-court")
        assert turn(driver).match.draft.orders == ()


def test_an_opened_card_is_scrolled_into_sight(services: FakeServices) -> None:
    with window(scene_of(services), services, (1024, 640)) as driver:
        driver.click("more")
        last = turn(driver).model.cards()[0][-1].lever
        turn(driver).open_card(last)
        driver.run_until_idle()
        card = driver.widget(f"card-{last}")
        assert card.visible_rect().h == min(card.rect.h, driver.widget("cards-trade").rect.h)


# --- predictions ------------------------------------------------------------------------------


def test_the_prediction_comes_before_the_order(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        driver.click("set-export_ban/1")
        match = turn(driver).match
        assert has(driver, "ask-card")
        assert match.draft.orders == ()
        driver.press("ctrl+enter")
        assert has(driver, "ask-card"), "nothing is picked yet"
        driver.press("3")
        assert not match.answers
        driver.click("reason-smelters")
        driver.click("save-prediction")
        assert not has(driver, "ask-card")
        assert [(x.prediction, x.direction) for x in match.answers] == [("ban-value", -1)]
        assert match.draft.orders == (BAN,)
        driver.click("set-export_ban/2")
        assert not has(driver, "ask-card"), "it is asked once"


@pytest.mark.parametrize("way", ["esc", "button"])
def test_a_prediction_left_unanswered_leaves_the_order_undone_and_says_so(
    services: FakeServices, way: str
) -> None:
    with window(scene_of(services), services) as driver:
        driver.click("set-export_ban/1")
        if way == "esc":
            driver.press("esc")
        else:
            driver.click("leave-prediction")
        assert not has(driver, "ask-card")
        assert has(driver, "toast")
        assert turn(driver).match.draft.orders == ()
        slider = driver.widget("set-export_ban")
        assert isinstance(slider, Slider)
        assert slider.index == 0


def test_a_question_of_the_turn_is_asked_before_it_ends(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        end_turn(driver)
        driver.press("enter")
        assert turn(driver).match.turn == 1
        driver.press("ctrl+enter")
        assert has(driver, "ask-card")
        answer_question(driver)
        assert isinstance(driver.app.scene, ReportScene) or has(driver, "empty-yes")


# --- ending the turn --------------------------------------------------------------------------


def test_an_empty_turn_is_asked_about_and_not_is_the_default(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        driver.press("ctrl+enter")
        assert driver.focused_id() == "empty-no"
        driver.press("enter")
        assert turn(driver).match.turn == 0
        driver.click("end-turn")
        driver.click("empty-yes")
        assert isinstance(driver.app.scene, ReportScene)


def test_an_empty_turn_is_asked_about_once_in_a_game(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        end_turn(driver)
        driver.press("enter")
        driver.press("ctrl+enter")
        answer_question(driver)
        assert isinstance(driver.app.scene, ReportScene)


def test_ctrl_enter_held_down_ends_one_turn_only(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        open_lever(driver, "export_tax")
        driver.click("set-export_tax/2")
        driver.press("ctrl+enter", "ctrl+enter", "ctrl+enter")
        scene = driver.app.scene
        assert isinstance(scene, ReportScene)
        assert scene.match.turn == 1


def test_a_turn_with_orders_ends_at_once(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        open_lever(driver, "export_tax")
        driver.click("set-export_tax/2")
        driver.press("ctrl+enter")
        scene = driver.app.scene
        assert isinstance(scene, ReportScene)
        assert scene.match.sheets[0]["aval"].orders
        assert len(scene.expected) == 6


# --- looking ----------------------------------------------------------------------------------


def test_number_keys_turn_the_tabs(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        for number, area in enumerate(turn(driver).model.areas(), 1):
            driver.press(str(number))
            assert turn(driver).model.area == area
            assert has(driver, f"cards-{area}")


def test_m_goes_to_the_map_and_places_open_by_keys(services: FakeServices) -> None:
    with window(scene_of(services), services, (1600, 900)) as driver:
        driver.press("m")
        assert driver.focused_id() == "map"
        driver.press("right", "enter")
        assert has(driver, "site")
        driver.press("esc")
        assert not has(driver, "site")


def test_a_place_opens_by_mouse(services: FakeServices) -> None:
    with window(scene_of(services), services, (1600, 900)) as driver:
        driver.click("map/mine:north")
        texts = [w.text for w in driver.root.walk() if isinstance(w, Label)]
        assert "North" in texts
        driver.click("close-site")
        assert not has(driver, "site")


def test_every_figure_can_be_asked_why(services: FakeServices) -> None:
    with window(scene_of(services), services, (1600, 900)) as driver:
        driver.click("tile-value")
        assert has(driver, "tell-ok")
        driver.press("esc")
        end_turn(driver)
        driver.press("enter")
        for tile in (*turn(driver).model.outcomes(), *turn(driver).model.means()):
            driver.click(f"tile-{tile.figure}")
            assert has(driver, "why-ok"), tile.figure
            driver.press("esc")
            assert not has(driver, "why-ok")


def test_the_panel_folds_away_and_comes_back(services: FakeServices) -> None:
    with window(scene_of(services), services, (1024, 640)) as driver:
        width = driver.widget("map").rect.w
        driver.click("fold")
        assert driver.widget("map").rect.w > width + 200
        driver.click("unfold")
        assert driver.widget("map").rect.w == width


def test_escape_opens_the_menu_and_the_menu_leads_on(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        driver.press("esc")
        assert driver.focused_id() == "menu-resume"
        assert driver.root.duplicate_ids() == []
        driver.press("enter")
        assert not has(driver, "menu-dialog")
        for button, kind in (("menu-settings", SettingsScene), ("menu-codex", CodexScene)):
            driver.press("esc")
            driver.click(button)
            assert isinstance(driver.app.scene, kind)
            driver.app.pop()


def test_saving_trouble_is_told_where_saved_stood(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    with window(scene_of(services), services) as driver:
        assert has(driver, "saved")
        monkeypatch.setattr(services, "save_trouble", lambda match: "The disk is full.")
        turn(driver).rebuild()
        driver.run_until_idle()
        assert has(driver, "save-trouble")
        assert not has(driver, "saved")


def test_advice_is_given_where_the_level_has_some(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        driver.click("advice")
        assert has(driver, "quote-treasury")
        driver.press("esc")
        assert not has(driver, "quote-treasury")


# --- negotiation ------------------------------------------------------------------------------


def test_an_offer_is_countered_by_moving_its_terms(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        offer = to_offer(driver)
        driver.click("to-offers")
        driver.click(f"offer-{offer}")
        assert not driver.widget("talk-counter").usable()
        term = next(w.id for w in driver.root.walk() if w.id.startswith("term-"))
        driver.root.set_focus(driver.widget(term))
        driver.press("right")
        assert driver.focused_id() == term
        assert has(driver, "likely")
        driver.press("ctrl+enter")
        answer_question(driver)
        (order,) = turn(driver).match.draft.orders
        assert (order.lever, order.target, order.setting[0]) == ("answer_offer", offer, 2)


@pytest.mark.parametrize(("button", "answer"), [("talk-accept", 1), ("talk-refuse", 0)])
def test_an_offer_is_accepted_or_refused(services: FakeServices, button: str, answer: int) -> None:
    with window(scene_of(services), services) as driver:
        offer = to_offer(driver)
        driver.press("2")
        driver.click(f"offer-{offer}")
        driver.click(button)
        answer_question(driver)
        assert turn(driver).match.draft.orders == (Order("answer_offer", offer, (answer,)),)
        driver.click(f"offer-{offer}")
        driver.click("talk-later")
        assert turn(driver).match.draft.orders == ()


def test_a_prediction_never_lies_over_the_negotiation_and_loses_no_terms() -> None:
    services = FakeServices()
    ban, later = services.level.predictions
    asked = replace(ban, lever="answer_offer", turn=-1)
    services.level = replace(services.level, predictions=(asked, later))
    with window(scene_of(services), services) as driver:
        offer = to_offer(driver)
        driver.press("2")
        driver.click(f"offer-{offer}")
        term = next(w.id for w in driver.root.walk() if w.id.startswith("term-"))
        driver.root.set_focus(driver.widget(term))
        driver.press("right")
        driver.click("talk-counter")
        assert has(driver, "ask-card")
        assert not has(driver, "talk-card")
        driver.press("esc")
        assert has(driver, "talk-card"), "left unanswered, it leads back"
        assert driver.root.duplicate_ids() == []
        driver.click("talk-counter")
        while has(driver, "ask-card"):
            answer_question(driver)
        assert not has(driver, "talk-card")
        (order,) = turn(driver).match.draft.orders
        assert order.setting[0] == 2, "the terms that were moved are asked for"


def test_a_hint_of_the_level_stands_above_the_cards(services: FakeServices) -> None:
    with window(scene_of(services), services) as driver:
        assert not has(driver, "hint")
        scene = turn(driver)
        texts = {**scene.case.texts, "hint.1": "Look before you dig."}
        scene.words.names = LevelWords(texts)
        scene.rebuild()
        assert has(driver, "hint")
