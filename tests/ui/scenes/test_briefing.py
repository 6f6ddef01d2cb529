"""The briefing: model, citations, mandates, and the way into the game."""

from dataclasses import replace

import pytest

from game.engine.definitions.level import Mandate
from game.text.catalogue import Catalogue
from game.ui.models.briefing import briefing_of, share_of, split_citations, split_figure
from game.ui.scenes.briefing import BriefingScene
from game.ui.scenes.briefing_figures import BigFigure
from game.ui.scenes.codex import CodexScene
from game.ui.services import Case
from tests.ui.fakes import TEXTS, FakeServices, layout_faults, window

SIZES = ((1024, 640), (1280, 720), (1600, 900), (3840, 2160))


def case(**texts: str) -> Case:
    return replace(FakeServices().case(), texts={**TEXTS, **texts})


# --- the model ----------------------------------------------------------------------------


def test_facts_have_figure_citations_and_certainty() -> None:
    facts = briefing_of(case(), Catalogue()).facts
    assert [(f.number, f.unit, f.sure) for f in facts[:3]] == [
        ("71", "%", "well_known"),
        ("53", "%", "disputed"),
        ("2", "", "well_known"),
    ]
    assert facts[1].citations == ("2", "3")
    assert facts[1].line == "of Cela's zinc ore is yours"
    assert facts[0].share == pytest.approx(0.71)
    assert facts[3].share is None


@pytest.mark.parametrize(
    ("figure", "parts"),
    [
        ("71 %", ("71", "%")),
        ("×4", ("×4", "")),
        ("107 kt", ("107", "kt")),
        ("US$ 1.2 bn", ("US$ 1.2 bn", "")),
        ("none", ("none", "")),
        ("270 or 300 kt", ("270 or 300 kt", "")),
        ("13, 50 or 57 %", ("13, 50 or 57 %", "")),
    ],
)
def test_figures_are_split(figure: str, parts: tuple[str, str]) -> None:
    assert split_figure(figure) == parts


def test_more_than_all_is_no_share() -> None:
    assert share_of("140 %") is None
    assert share_of("12.5 %") == pytest.approx(0.125)


def test_text_without_citations_stays() -> None:
    assert split_citations("nothing [a] here") == ("nothing [a] here", ())


def test_advisers_without_a_place_on_the_axis_have_none() -> None:
    advisers = briefing_of(case(), Catalogue()).advisers
    assert [each.role for each in advisers] == ["treasury", "industry", "environment", "province"]
    assert advisers[0].position == (20, 35, 50)
    assert advisers[-1].position is None
    assert advisers[0].options == ("A tax of 10 %.", "A royalty that follows the price.")


def test_mandates_say_what_counts_most_and_least() -> None:
    level = replace(
        FakeServices().level,
        mandates=(
            Mandate("industrialiser", (35, 10, 25, 5, 15, 10)),
            Mandate("guardian", (5, 5, 40, 40, 5, 5)),
            Mandate("even", (20, 20, 20, 20, 20, 20)),
        ),
    )
    views = briefing_of(replace(case(), level=level), Catalogue()).mandates
    assert views[0].summary == (
        "Industrialiser: value kept at home counts most, environment least."
    )
    assert "jobs and welfare and environment counts most" in views[1].summary
    assert views[2].summary == "Even: all six outcomes count the same."
    assert [w.strong for w in views[0].weights] == [True, False, True, False, False, False]


def test_mandates_stand_in_the_authors_order() -> None:
    ordered = replace(case(), mandate_order=("guardian", "gone"))
    found = [each.id for each in briefing_of(ordered, Catalogue()).mandates]
    assert found == ["guardian", "industrialiser"]
    assert BriefingScene(ordered).mandate == "guardian"
    assert BriefingScene(case()).mandate == "industrialiser"


# --- the screen ---------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 125, 150])
def test_lays_out_both_pages(size: tuple[int, int], percent: int) -> None:
    with window(BriefingScene(case()), None, size, percent) as driver:
        assert layout_faults(driver) == []
        if driver.root.find("pages") is not None:
            driver.click("pages/choose")
            assert layout_faults(driver) == []


def test_enter_begins_with_the_chosen_mandate(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []
    monkeypatch.setattr(
        "game.ui.scenes.routes.show_game", lambda scene, case, match: shown.append(match)
    )
    services = FakeServices()
    with window(BriefingScene(services.case()), services, (1600, 900)) as driver:
        driver.click("mandate-guardian")
        driver.press("enter")
        assert services.started == []  # Enter on a card chooses it
        driver.click("begin")
        assert services.started == [("test-zinc", "guardian", None)]
        assert shown[0].mandate.id == "guardian"


def test_digits_choose_and_enter_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.scenes.routes.show_game", lambda *_: None)
    services = FakeServices()
    with window(BriefingScene(services.case()), services, (1600, 900)) as driver:
        driver.press("2", "enter")
        assert services.started == [("test-zinc", "guardian", None)]


def test_narrow_window_reads_first_then_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.scenes.routes.show_game", lambda *_: None)
    services = FakeServices()
    with window(BriefingScene(services.case()), services, (1024, 640)) as driver:
        assert driver.root.find("mandate-guardian") is None
        driver.press("enter")
        assert services.started == []
        driver.click("mandate-guardian")
        driver.click("begin")
        assert services.started == [("test-zinc", "guardian", None)]


def test_refused_start_is_told() -> None:
    services = FakeServices()
    with window(BriefingScene(services.case()), services, (1600, 900)) as driver:
        services.refusal = "The disk is full. Make room and try again."
        driver.click("begin")
        assert driver.focused_id() == "tell-ok"
        driver.press("esc")
        assert driver.root.find("begin") is not None


@pytest.mark.parametrize("place", ["fact-2-sources/3", "dilemma/4", "source-1"])
def test_citations_open_their_source(place: str) -> None:
    with window(BriefingScene(case()), None, (1600, 900)) as driver:
        driver.click(place)
        assert driver.root.find("source") is not None
        driver.press("esc")
        assert driver.root.find("source") is None


def test_unknown_citation_opens_nothing() -> None:
    scene = BriefingScene(case(**{"brief.dilemma": "Not listed. [9]"}))
    with window(scene, None, (1600, 900)) as driver:
        driver.click("dilemma/9")
        assert driver.root.find("source") is None


def test_adviser_gives_options_and_doubt_by_keyboard() -> None:
    with window(BriefingScene(case()), None, (1600, 900)) as driver:
        driver.root.set_focus(driver.widget("adviser-treasury"))
        driver.press("enter")
        option, doubt = driver.widget("adviser-option-2"), driver.widget("adviser-doubt")
        assert option.runs[0].text == "A royalty that follows the price."
        assert doubt.runs[0].text.startswith("If buyers sign")


def test_citation_in_a_dialog_opens_its_source_above() -> None:
    scene = BriefingScene(case(**{"brief.story.1": "Zinc is old. [2]"}))
    with window(scene, None, (1600, 900)) as driver:
        driver.click("story")
        driver.click("story-1/2")
        assert driver.root.find("source") is not None
        driver.press("esc")
        assert driver.root.find("source") is None
        assert driver.root.find("story") is not None


def test_longer_story_opens_only_where_there_is_one() -> None:
    with window(BriefingScene(case()), None, (1600, 900)) as driver:
        driver.click("story")
        assert driver.focused_id() == "story-close"
    with window(BriefingScene(case(**{"brief.story.1": ""})), None, (1600, 900)) as driver:
        assert driver.root.find("story") is None


def test_level_with_few_texts_still_shows() -> None:
    bare = replace(case(), texts={"level.title": "Bare"}, sources=())
    with window(BriefingScene(bare), None, (1280, 720)) as driver:
        assert layout_faults(driver) == []
        assert driver.root.find("advisers") is None
        assert driver.root.find("sources") is None
        assert driver.root.find("mandate-guardian") is not None


def test_codex_lies_over_the_briefing() -> None:
    with window(BriefingScene(case()), None, (1600, 900)) as driver:
        driver.click("codex")
        assert isinstance(driver.app.scene, CodexScene)
        driver.press("esc")
        assert isinstance(driver.app.scene, BriefingScene)


def test_everything_can_be_reached_by_tab() -> None:
    with window(BriefingScene(case()), None, (1600, 900)) as driver:
        reached = set()
        for _ in range(len(driver.focusable_ids())):
            driver.press("tab")
            reached.add(driver.focused_id())
        assert {"mandate-guardian", "begin", "back", "codex", "dilemma", "source-4"} <= reached


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("citations", ["[1] [2]", "[1] [2] [3] [4]"])
def test_a_long_figure_is_drawn_whole_and_keeps_its_column(
    size: tuple[int, int], citations: str
) -> None:
    long = case(**{"brief.fact.2.figure": "13, 50 or 57 %",
                   "brief.fact.2.line": f"is its weight {citations}"})  # fmt: skip
    usual = BriefingScene(case())
    with window(usual, size=size) as driver:
        wide = driver.widget("situation").rect.w
    with window(BriefingScene(long), size=size) as driver:
        assert driver.widget("situation").rect.w == wide
        look = driver.root.look
        figures = [x for x in driver.root.walk() if isinstance(x, BigFigure)]
        for figure in figures:
            fitting = figure._fitting(look, figure.rect.w)
            assert figure._width_at(look, fitting) <= figure.rect.w, figure.number
