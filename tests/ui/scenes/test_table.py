"""The table of a region in the window: pages, votes, proposals, deals, by mouse and by keyboard."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from game.engine.orders import Order
from game.match.match import Match, start
from game.players import player_for
from game.ui.drive import Driver
from game.ui.scenes.turn import TurnScene
from tests.region_for_rules import ARLAND, BORLAND, CORLAND, league, region
from tests.ui.fakes import FakeServices, StillPlayer, layout_faults, window
from tests.worlds_for_rules import Tweak

SIZES = ((1024, 640), (1280, 720), (1920, 1080))
AUDIT = Order("propose_card", "audit", (1,))


def game(*tweaks: Tweak, turns: int = 0, player: str = "") -> Match:
    level = league(*tweaks)
    others = {x: player_for(player) if player else StillPlayer() for x in (BORLAND, CORLAND)}
    match = start(level, ARLAND, "plain", 7, others, program="test")
    for _ in range(turns):
        match.seal()
    return match


@contextmanager
def shown(match: Match, size: tuple[int, int] = (1600, 900)) -> Iterator[Driver]:
    services = FakeServices()
    case = replace(services.case(), level=match.level)
    with window(TurnScene(case, match), services, size) as driver:
        yield driver


def on_table(driver: Driver, name: str) -> bool:
    driver.root.ensure_layout()
    return driver.root.find(name) is not None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ["meeting", "deals", "institutions", "past"])
def test_every_page_fits(size: tuple[int, int], page: str) -> None:
    match = game()
    match.give(AUDIT)
    match.seal()
    with shown(match, size) as driver:
        driver.press("t")
        driver.click(f"table-pages/{page}")
        assert layout_faults(driver) == []
        assert on_table(driver, f"table-{page}")


def test_the_card_of_the_tab_leads_to_the_table() -> None:
    with shown(game()) as driver:
        driver.app.scene.show_area("region")
        driver.click("to-table")
        assert driver.widget("table-caption").text == "The ministers meet in 2001, next turn."
        driver.click("table-done")
        assert not on_table(driver, "table-card")


def test_a_level_without_a_region_has_no_table() -> None:
    services = FakeServices()
    match = services.start(services.case(), "guardian")
    with window(TurnScene(services.case(), match), services) as driver:
        driver.press("t")
        assert not on_table(driver, "table-card")


def test_a_proposal_is_made_and_taken_back_by_mouse() -> None:
    match = game()
    with shown(match) as driver:
        driver.press("t")
        driver.click("audit-0")
        assert match.draft.orders == (AUDIT,)
        driver.click("audit-0")
        assert match.draft.orders == ()


def test_a_vote_waits_over_the_map_and_is_given_by_keyboard() -> None:
    match = game()
    match.give(AUDIT)
    match.seal()
    with shown(match) as driver:
        driver.click("table-waits")
        assert driver.focused_id() == "table-pages"
        for _ in range(20):
            if driver.focused_id() == "audit-1":
                break
            driver.press("tab")
        driver.press("enter")
        assert match.draft.orders == (Order("vote_card", "audit", (2,)),)
        assert driver.app.scene.model.waiting_at_table() == 0
        driver.press("esc")
        assert not on_table(driver, "table-waits")


def test_one_vote_takes_the_place_of_the_other() -> None:
    match = game()
    match.give(AUDIT)
    match.seal()
    with shown(match) as driver:
        driver.press("t")
        driver.click("audit-1")
        driver.click("audit-0")
        assert match.draft.orders == (Order("vote_card", "audit", (1,)),)


def test_a_deal_is_proposed_with_the_terms_picked() -> None:
    match = game()
    with shown(match) as driver:
        driver.press("t")
        driver.click("table-pages/deals")
        driver.click(f"deal-state/{CORLAND}")
        driver.click(f"deal-kind-{CORLAND}.loan")
        driver.root.set_focus(driver.widget("deal-terms"))
        driver.press("enter", "down", "enter")
        driver.click("deal-propose")
        assert match.draft.orders == (Order("propose_deal", f"{CORLAND}.loan", (25, 6)),)
        driver.click(f"unpropose-{CORLAND}.loan")
        assert match.draft.orders == ()


def test_a_deal_of_a_neighbour_is_answered_and_one_in_force_is_left() -> None:
    match = game(player="reciprocator")
    match.give(Order("propose_deal", f"{BORLAND}.data", (1, 3)))
    match.seal()
    match.seal()
    (pact,) = match.view().pacts
    assert pact.in_force, "the neighbour accepts shared data"
    with shown(match) as driver:
        driver.press("t")
        driver.click("table-pages/deals")
        driver.click(f"deal-{pact.id}-0")
        assert [x.lever for x in match.draft.orders] == ["leave_deal"]


def test_a_table_without_ministers_begins_with_deals() -> None:
    with shown(game(region(meets_first=-1, cards=()))) as driver:
        driver.press("t")
        assert driver.widget("table-pages").selected == "deals"


def test_change_leads_to_the_card_of_the_lever() -> None:
    with shown(game()) as driver:
        driver.press("t")
        driver.click("table-pages/institutions")
        driver.click("change-cartel_pledge")
        assert not on_table(driver, "table-card")
        assert driver.app.scene.model.opened == "cartel_pledge"
        assert on_table(driver, "card-cartel_pledge")


def test_what_cannot_be_paid_is_refused_with_the_reason() -> None:
    match = game()
    with shown(match) as driver:
        driver.press("t")
        for card in ("audit", "lead", "strict"):
            driver.click(f"{card}-0")
        driver.click("table-pages/deals")
        assert match.points_left == 1
        driver.click("deal-propose")
        assert not driver.widget("deal-propose").usable(), "it is proposed already"
        driver.click(f"deal-kind-{BORLAND}.loan")
        assert match.points_left == 0
        assert not driver.widget("deal-propose").usable()
        assert driver.widget("deal-propose").tooltip


def test_a_prediction_is_asked_with_the_table_out_of_the_way() -> None:
    level = league()
    asked = replace(
        FakeServices().level.predictions[0], id="vote", seat=ARLAND, lever="propose_card",
        turn=-1, figure=f"{ARLAND}/trust",
    )  # fmt: skip
    match = start(
        replace(level, predictions=(asked,)), ARLAND, "plain", 7,
        {x: StillPlayer() for x in (BORLAND, CORLAND)}, program="test",
    )  # fmt: skip
    with shown(match) as driver:
        driver.press("t")
        driver.click("audit-0")
        assert on_table(driver, "ask-card")
        assert not on_table(driver, "table-card")
        driver.press("esc")
        assert on_table(driver, "table-card"), "left unanswered, it leads back"
        driver.click("audit-0")
        driver.press("1")
        driver.click(f"reason-{asked.reasons[0][0]}")
        driver.press("ctrl+enter")
        assert on_table(driver, "table-card")
        assert match.draft.orders == (AUDIT,)
