"""The turn report: its model against the match, and the screen by events."""

import pytest

from game.engine.definitions.level import OUTCOMES
from game.engine.orders import Order
from game.match.match import Match
from game.text.describe import Words
from game.ui.drive import Driver
from game.ui.models.report import MOOD_STEPS, ReportModel
from game.ui.models.turn import TurnModel
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.report import ReportScene
from game.ui.scenes.turn import TurnScene
from game.ui.theme import TEXT_PERCENTS
from game.ui.widgets.labels import Label
from tests.ui.fakes import FakeServices, layout_faults, window

SIZES = ((1024, 640), (1280, 720), (1600, 900))
BAN = Order("export_ban", "zinc.ore", (10_000, 0))


@pytest.fixture
def services() -> FakeServices:
    return FakeServices()


def played(services: FakeServices, turns: int, ban: bool = True) -> Match:
    match = services.start(services.case(), "industrialiser", 7)
    match.predict("ban-value", -1, "buyers")
    if ban:
        assert match.give(BAN) == ()
    for _ in range(turns):
        match.seal()
    return match


def model_of(services: FakeServices, match: Match) -> ReportModel:
    case = services.case()
    return ReportModel(case, match, Words(services.catalogue, case.level, case.texts))


def reported(services: FakeServices, turns: int) -> ReportModel:
    """A report on the last of some turns, with the forecast made before it."""
    case = services.case()
    match = played(services, turns - 1)
    words = Words(services.catalogue, case.level, case.texts)
    expected = TurnModel(case, match, words).forecast()
    match.seal()
    return ReportModel(case, match, words, expected)


def texts(driver: Driver) -> list[str]:
    return [w.text for w in driver.root.walk() if isinstance(w, Label)]


# --- the model --------------------------------------------------------------------------------


def test_the_largest_change_is_an_outcome_and_its_rows_add_up(services: FakeServices) -> None:
    model = reported(services, 3)
    view = model.headline()
    before, after = (world.figure(f"aval/{view.figure}") for world in model.match.worlds[-2:])
    assert view.figure in OUTCOMES
    assert sum(row.change for row in view.rows if not row.depth) == after - before


def test_every_other_change_is_the_worlds(services: FakeServices) -> None:
    model = reported(services, 3)
    numbers = model.words.numbers
    for change in model.others():
        before, after = (world.figure(f"aval/{change.figure}") for world in model.match.worlds[-2:])
        unit = model.words.outcome(change.figure).unit
        assert change.text == numbers.change(unit, after - before)
        assert change.direction == (after > before) - (after < before)
    shown = {change.figure for change in model.others()} | {model.largest.name}
    assert set(OUTCOMES) <= shown


def test_in_the_first_turn_outcomes_are_amounts_not_changes(services: FakeServices) -> None:
    model = reported(services, 1)
    assert model.headline().first
    assert model.headline().direction == 0
    for change in model.others():
        assert change.first == (change.figure in OUTCOMES)
        assert not (change.first and change.direction)


def test_forecast_and_outcome_stand_on_one_axis(services: FakeServices) -> None:
    model = reported(services, 2)
    assert [each.figure for each in model.happened()] == list(OUTCOMES)
    for each in model.happened():
        came = model.match.world.figure(f"aval/{each.figure}")
        assert each.came == came
        assert each.low <= came <= each.high
        assert each.inside == (each.band[0] <= came <= each.band[1])


def test_without_a_forecast_the_report_still_stands(services: FakeServices) -> None:
    model = model_of(services, played(services, 1))
    assert model.happened() == ()
    assert model.headline().rows


def test_predictions_come_due_in_one_report_only(services: FakeServices) -> None:
    due = []
    for turns in (1, 2, 3):
        due.append(len(model_of(services, played(services, turns)).calls_due()))
    assert due == [0, 1, 0]


def test_partners_show_their_standing(services: FakeServices) -> None:
    model = reported(services, 2)
    lines = {line.partner: line for line in model.partners()}
    assert set(lines) == {partner.id for partner in services.level.partners}
    for partner, line in lines.items():
        now = model.match.world.figure(f"aval/{partner}/standing")
        assert 0 <= line.mood <= MOOD_STEPS
        assert model.words.numbers.index(now) in line.mood_text


def test_a_closed_port_is_remembered(services: FakeServices) -> None:
    match = services.start(services.case(), "industrialiser", 7)
    match.seal()
    match.predict("ban-value", -1, "buyers")
    match.predict("trust-later", 0, "drift")
    assert match.give(BAN) == ()
    match.seal()
    model = model_of(services, match)
    assert all(line.direction <= 0 for line in model.partners())
    assert any("port closed" in line.did for line in model.partners())
    match.seal()
    later = model_of(services, match)
    assert any("port closed" in line.remembers for line in later.partners())


# --- the screen -------------------------------------------------------------------------------


def scene(services: FakeServices, turns: int) -> ReportScene:
    model = reported(services, turns)
    return ReportScene(services.case(), model.match, model.expected)


def test_the_report_leads_to_the_next_turn_by_enter(services: FakeServices) -> None:
    with window(scene(services, 1), services, (1600, 900)) as driver:
        assert driver.focused_id() == "onward"
        driver.press("enter")
        assert isinstance(driver.app.scene, TurnScene)
        assert driver.app.scene.match.turn == 1


def test_after_the_last_turn_it_leads_to_the_debrief(services: FakeServices) -> None:
    report = scene(services, services.level.turns)
    assert report.match.over
    with window(report, services, (1280, 720)) as driver:
        driver.press("enter")
        assert isinstance(driver.app.scene, DebriefScene)


def test_every_change_opens_its_causes(services: FakeServices) -> None:
    with window(scene(services, 2), services, (1600, 900)) as driver:
        report = driver.app.scene
        assert isinstance(report, ReportScene)
        for change in report.model.others():
            driver.click(f"why-{change.figure}")
            assert driver.root.find("why-ok") is not None
            assert change.name in texts(driver)
            driver.press("esc")
        driver.click("tile-standing")
        assert driver.root.find("why-ok") is not None


def test_the_orders_of_the_turn_can_be_looked_up(services: FakeServices) -> None:
    with window(scene(services, 1), services) as driver:
        driver.click("orders-done")
        assert driver.root.find("orders-done-dialog") is not None
        driver.press("esc")
        assert driver.root.find("orders-done-dialog") is None


def test_in_small_windows_number_keys_turn_the_tabs(services: FakeServices) -> None:
    with window(scene(services, 2), services, (1024, 640)) as driver:
        shown = []
        for key, card in (("1", "headline"), ("2", "happened"), ("3", "partners")):
            driver.press(key)
            shown.append(driver.root.find(card) is not None)
        assert shown == [True, True, True]


def test_escape_offers_to_leave(services: FakeServices) -> None:
    with window(scene(services, 1), services) as driver:
        driver.press("esc")
        assert driver.focused_id() == "menu-resume"
        driver.press("enter")
        assert isinstance(driver.app.scene, ReportScene)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_nothing_is_cut_at_any_size(
    services: FakeServices, size: tuple[int, int], percent: int
) -> None:
    with window(scene(services, 2), services, size, percent) as driver:
        for key in ("1", "2", "3"):
            driver.press(key)
            assert layout_faults(driver) == []


@pytest.mark.parametrize("size", [(3840, 2160), (1366, 768)])
def test_other_windows_hold_it_too(services: FakeServices, size: tuple[int, int]) -> None:
    with window(scene(services, 2), services, size) as driver:
        assert layout_faults(driver) == []
        assert driver.root.find("headline") is not None


def test_the_way_so_far_is_told_from_the_second_report_on(services: FakeServices) -> None:
    assert reported(services, 1).way_so_far() is None
    model = reported(services, 3)
    way = model.way_so_far()
    assert way is not None
    ((_, values, last),) = way.lines
    name = model.largest.name
    path = f"{model.match.seat}/{name}"
    assert values == tuple(world.figure(path) for world in model.match.worlds[1:])
    assert len(way.dates) == len(values) == 3
    assert last == model.words.amount(model.match.world, path, values[-1])


def test_a_tall_window_is_filled_to_the_buttons(services: FakeServices) -> None:
    with window(scene(services, 3), services, (1920, 1080)) as driver:
        driver.root.ensure_layout()
        main, way = driver.widget("report-main").rect, driver.widget("way").rect
        lowest = max(driver.widget(name).rect.bottom for name in ("others", "happened", "next"))
        assert main.bottom - lowest < 20
        assert driver.widget("onward").rect.top - way.bottom < 30


def test_the_way_so_far_gives_way_where_there_is_no_room(services: FakeServices) -> None:
    with window(scene(services, 3), services, (1920, 1080)) as driver:
        driver.root.ensure_layout()
        assert driver.widget("way").visible
        side = driver.widget("report-side").rect
        assert driver.widget("way").rect.bottom <= side.bottom
    with window(scene(services, 3), services, (1920, 1080), 150) as driver:
        driver.root.ensure_layout()
        found = driver.root.find("way")
        assert found is None or not found.visible or found.rect.h >= 150
