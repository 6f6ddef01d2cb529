"""The debrief on the screen: six steps by mouse and by keys, while it is still at work."""

from collections.abc import Callable, Generator

import pytest

from game.match.match import Match
from game.match.seats import ComputerPlayer
from game.players.registry import player_for
from game.ui.app import App
from game.ui.drive import Driver
from game.ui.models.debrief import DebriefModel
from game.ui.models.debrief_choices import STEPS
from game.ui.scene import Scene
from game.ui.scenes.debrief import DebriefScene
from game.ui.services import Case
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.labels import Label
from game.ui.widgets.paragraphs import Paragraph
from tests.ui.fakes import SOURCES, TEXTS, FakeServices
from tests.worlds import AVAL, BAN_ANNOUNCED, HALF_BAN, PARK, ROYALTY, TAX

MORE_TEXTS = {
    "debrief.case": "The port was closed in 2012. [1]",
    "debrief.leaves_out.1": "Courts and rivers.",
    "debrief.question.1": "Who paid?",
    "debrief.argument.export_ban.against": "Mines paid first. [2]",
    "path.0.line": "A ban is announced. [1]",
    "prediction.ban-value.question": "What will ore exports do?",
    "prediction.ban-value.reason.smelters": "Smelters come.",
    "quiz.1.question": "Which came first?",
    "quiz.1.answer.1": "The ban",
    "quiz.1.answer.2": "The smelter",
    "quiz.1.right": "2",
}
SIZES = [(1024, 640), (1600, 900), (3840, 2160)]


class Below(Scene):
    """Stands for the picker."""

    def build(self) -> Widget:
        return Column(children=[Label("below", id="below")])


class Services(FakeServices):
    """With a neighbour that acts."""

    def player(self, player_id: str) -> ComputerPlayer:
        return player_for(player_id)


def finished_match(services: FakeServices) -> Match:
    match = services.start(services.case(), "industrialiser", 7)
    plan = {0: (TAX, PARK), 1: (ROYALTY, BAN_ANNOUNCED), 3: (HALF_BAN,)}
    while not match.over:
        for order in plan.get(match.turn, ()):
            asked = match.pending_prediction(order)
            if asked is not None:
                match.predict(asked.id, -1, asked.reasons[0][0])
            match.give(order)
        match.seal()
    return match


def case_of(services: FakeServices) -> Case:
    return Case(services.level, {**TEXTS, **MORE_TEXTS}, SOURCES, flags={AVAL: "id"})


class Stage:
    """A window with the debrief over another scene."""

    def __init__(self, size: tuple[int, int], text_percent: int = 100) -> None:
        self.services = Services()
        self.match = finished_match(self.services)
        self.app = App(size, Below(), self.services, text_percent=text_percent, sound=False)
        self.scene = DebriefScene(case_of(self.services), self.match)
        self.app.push(self.scene)
        self.driver = Driver(self.app)

    def finish(self) -> "Stage":
        for _ in range(2_000):
            if not self.scene.animated:
                return self
            self.app.step(0)
        raise AssertionError("the debrief is never done")

    def texts(self) -> str:
        found = [w.text for w in self.scene.root.walk() if isinstance(w, (Label, Paragraph))]
        return "\n".join(found)


@pytest.fixture
def stage() -> Generator[Callable[..., Stage], None, None]:
    made: list[Stage] = []

    def make(size: tuple[int, int] = (1600, 900), text_percent: int = 100) -> Stage:
        made.append(Stage(size, text_percent))
        return made[-1]

    yield make
    for each in made:
        each.app.close()


def test_the_first_step_asks_for_a_feeling_before_any_figure(stage):
    at = stage()
    ids = [w.id for w in at.scene.root.walk()]
    assert not [id for id in ids if id.startswith("tile-")]
    assert "feeling-proud" in ids
    at.driver.click("feeling-torn")
    at.driver.click("surprise-price")
    assert at.scene.model.choices.feeling == "torn"
    assert at.scene.model.choices.surprise == "price"


def test_the_window_opens_before_the_work_is_done_and_rests_afterwards(stage):
    at = stage()
    assert at.app.frames_drawn >= 1
    assert not at.scene.model.done or not at.scene.animated
    at.finish()
    assert at.scene.model.done
    at.driver.run_until_idle()
    drawn = at.app.frames_drawn
    for _ in range(5):
        at.app.step(0)
    assert at.app.frames_drawn == drawn


def test_what_is_not_worked_out_yet_is_said_so(stage):
    at = stage()
    model = DebriefModel(at.scene.case, at.match, at.services.catalogue)
    at.scene._model = model
    at.scene.animated = False
    for step in ("happened", "why", "what-if"):
        at.scene.open_step(step)
        assert "being re-run" in at.texts()


@pytest.mark.parametrize("size", SIZES)
def test_every_step_by_keys_at_every_size(stage, size):
    at = stage(size).finish()
    for number, (step, _) in enumerate(STEPS, 1):
        at.driver.press(str(number))
        assert at.scene.model.choices.step == step
        at.driver.widget(f"debrief-{step}")
        assert at.driver.focusable_ids()
    at.driver.press("1")
    for step, _ in STEPS[1:]:
        at.driver.press("ctrl+enter")
        assert at.scene.model.choices.step == step


@pytest.mark.parametrize(("size", "percent"), [((1024, 640), 150), ((1280, 720), 125)])
def test_nothing_stands_outside_the_window_or_over_its_neighbour(stage, size, percent):
    at = stage(size, percent).finish()
    for number in range(1, len(STEPS) + 1):
        at.driver.press(str(number))
        at.scene.root.ensure_layout()
        for widget in at.scene.root.walk():
            assert widget.rect.left >= 0
            assert widget.rect.right <= size[0], (number, widget.id, type(widget))
            shown = [child for child in widget.children if child.visible and child.rect.w]
            if type(widget).__name__ in ("Column", "Card"):
                for above, below in zip(shown, shown[1:], strict=False):
                    assert above.rect.bottom <= below.rect.top + 1, (number, widget.id)


def test_tab_reaches_every_button_of_a_step_and_the_focus_can_be_seen(stage):
    at = stage((1024, 640)).finish()
    at.driver.press("6")
    wanted = {"save-report", "play-again", "leave", "step-back", "steps", "quiz-1-1"}
    reached = set()
    for _ in range(40):
        at.driver.press("tab")
        focused = at.driver.focused_id()
        reached.add(focused)
        if focused:
            widget = at.driver.widget(focused)
            assert widget.visible_rect().h > 0
    assert wanted <= reached


def test_tiles_show_the_last_turn_beside_history(stage):
    at = stage().finish()
    at.driver.press("2")
    tiles = {tile.key: tile for tile in at.scene.model.tiles()}
    world = at.match.world
    jobs = at.scene.model.words.numbers.points(world.figure(f"{AVAL}/jobs"))
    assert tiles["jobs"].value == jobs
    assert tiles["jobs"].note.startswith("history")
    at.driver.click("tile-environment")
    assert at.scene.model.choices.figure == "environment"
    assert at.scene.model.chart().title == "Environment"


def test_the_chart_shows_any_figure_and_its_marks_open_the_reasons(stage):
    at = stage().finish()
    at.driver.press("2")
    for key, name in at.scene.model.figures():
        at.scene.show_figure(key)
        at.driver.run_until_idle()
        chart = at.scene.model.chart()
        assert chart.title == name
        values = chart.lines[0][1]
        assert len(values) == at.match.level.turns
        assert chart.ticks[0][0] <= min(values)
        assert max(values) <= chart.ticks[-1][0]
    at.driver.click("path-chart/2")
    assert at.scene.model.choices.step == "why"
    assert at.scene.model.point().number == 2


def test_each_turning_point_is_read_with_its_claims(stage):
    at = stage().finish()
    at.driver.press("3")
    points = at.scene.model.points()
    assert 3 <= len(points) <= 5
    for point in points:
        at.driver.click(f"why-{point.number}")
        shown = at.texts()
        assert all(sentence in shown for sentence in point.sentences)
        assert point.luck in shown


def test_a_prediction_is_shown_with_what_happened(stage):
    at = stage().finish()
    at.driver.press("2")
    shown = at.texts()
    assert "What will ore exports do?" in shown
    outcomes, views = at.match.outcomes(), at.scene.model.predictions()
    assert len(views) == len(outcomes) >= 1
    for outcome, view in zip(outcomes, views, strict=True):
        assert view.direction_right is outcome.direction_right
        assert view.reason_right is outcome.reason_right
        assert view.told in shown


def test_shares_can_be_seen_of_every_outcome(stage):
    at = stage().finish()
    at.driver.press("3")
    for key, _ in at.scene.model.shared_outcomes():
        at.scene.model.choices.shared = key
        at.scene.rebuild()
        at.driver.run_until_idle()
        shares = at.scene.model.shares()
        found = at.scene.model.debrief.shares[key]
        assert sum(row.value for row in shares.rows) == found.total
        assert shares.total in at.texts()
        assert shares.low <= 0 <= shares.high


def test_a_weight_slider_can_be_dragged_and_changes_the_ranking(stage):
    at = stage().finish()
    at.driver.press("5")
    model = at.scene.model
    before = {row.who: row.total for row in model.ranking()}
    left, right = at.driver.spot("weight-environment/0"), at.driver.spot("weight-environment/10")
    at.driver.drag(left, right)
    assert model.choices.weights[3] == 50
    at.driver.widget("weight-value").root.focus = at.driver.widget("weight-value")
    at.driver.press("home")
    assert model.choices.weights[0] == 0
    after = {row.who: row.total for row in model.ranking()}
    assert after != before
    shown = at.texts()
    assert all(row.text in shown for row in model.ranking())
    at.driver.click("goal-industrialiser")
    assert {row.who: row.total for row in model.ranking()} == before


def test_the_real_case_opens_its_sources(stage):
    at = stage().finish()
    at.driver.press("4")
    assert "Mines paid first." in at.scene.model.other_sides()[0][1]
    at.driver.click("case-0/1")
    assert SOURCES[0].publisher in at.texts()
    at.driver.press("esc")
    at.driver.click("source-2")
    assert SOURCES[1].publisher in at.texts()


def test_the_quiz_says_whether_an_answer_is_right(stage):
    at = stage().finish()
    at.driver.press("6")
    at.driver.click("quiz-1-1")
    assert "The answer is: The smelter" in at.texts()
    at.driver.click("quiz-1-2")
    assert "That is right." in at.texts()


def test_the_report_is_written_once_asked_for_and_its_place_is_shown(stage):
    at = stage()
    at.driver.click("feeling-proud")
    at.driver.click("foot-report")
    (page,) = at.services.pages
    assert "You felt: Proud." in page
    assert at.scene.model.done
    assert "debrief.html" in at.texts()
    at.driver.press("esc")
    at.driver.press("6")
    assert "Saved: debrief.html" in at.texts()


def test_a_report_that_cannot_be_written_is_said_so_and_nothing_is_lost(stage):
    at = stage().finish()
    at.services.refusal = "The folder is full. Free some space and try again."
    at.driver.click("foot-report")
    assert "The folder is full." in at.texts()
    assert at.scene.model.choices.report == ""
    at.driver.click("tell-ok")
    assert at.app.scene is at.scene


def test_a_list_that_is_open_is_not_torn_down_by_the_work(stage):
    at = stage()
    at.scene.model.finish()
    at.scene.open_step("happened")
    at.driver.run_until_idle()
    at.driver.click("figure")
    layers = len(at.scene.root.layers)
    assert layers == 2
    at.scene._stale, at.scene.animated = True, True
    before = at.scene.root.layers[0].widget
    at.scene.on_frame(0)
    assert at.scene.root.layers[0].widget is before
    at.driver.press("down", "enter")
    at.scene.on_frame(0)
    assert at.scene.model.choices.figure == "revenue"
    assert not at.scene.animated


def test_escape_goes_back_step_by_step_and_then_to_the_map(stage):
    at = stage().finish()
    at.driver.press("3", "esc")
    assert at.scene.model.choices.step == "happened"
    at.driver.press("esc", "esc")
    assert type(at.app.scene).__name__ == "PickerScene"


def test_a_new_game_begins_with_the_briefing(stage):
    at = stage().finish()
    at.driver.press("6")
    at.driver.click("new-game")
    assert [type(scene).__name__ for scene in at.app.stack] == ["PickerScene", "BriefingScene"]
