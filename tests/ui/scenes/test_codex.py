"""The codex: search and screen."""

import pytest

from game.text.catalogue import Catalogue
from game.ui.models.codex import CLASHES, FIGURES, SOURCES, WORDS, CodexModel, plain
from game.ui.scenes.codex import CodexScene
from game.ui.services import Codex, Term
from tests.ui.fakes import CODEX, FakeServices, layout_faults, window


def model(codex: Codex = CODEX) -> CodexModel:
    return CodexModel(codex, Catalogue())


def test_every_word_must_occur() -> None:
    codex = model()
    assert [e.key for e in codex.find(FIGURES, "port harbour")] == ["figures-H002"]
    assert codex.find(FIGURES, "port zinc") == ()


def test_search_minds_neither_case_nor_accents() -> None:
    assert plain("Beşer ÉIA") == "beser eia"
    codex = model(Codex(terms=(Term("e", "Économie", "About money."),)))
    assert len(codex.find(WORDS, "econ")) == 1


def test_titles_that_begin_with_the_query_come_first() -> None:
    codex = model(
        Codex(terms=(Term("a", "Old ore", "x"), Term("b", "Ore", "x"), Term("c", "Tax", "ore")))
    )
    assert [e.title for e in codex.find(WORDS, "ore")] == ["Ore", "Old ore", "Tax"]


def test_figures_carry_publisher_and_certainty() -> None:
    entry = model().find(FIGURES, "H002")[0]
    assert entry.sure == "disputed"
    assert ("Who says so", "Harbour office, as reported by a newspaper") in entry.facts


def test_empty_sections_have_no_tab() -> None:
    assert [key for key, _ in model().sections] == [WORDS, FIGURES, CLASHES, SOURCES]
    assert [key for key, _ in model(Codex(terms=CODEX.terms)).sections] == [WORDS]


def test_counts_agree_with_number() -> None:
    assert model().count(WORDS, "matte") == "1 entry"
    assert model().count(WORDS, "") == "2 entries"


def test_best_section_is_where_something_is_found() -> None:
    assert model().best_section("wet ore") == CLASHES
    assert model().best_section("nothing like it") == WORDS


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1600, 900), (3840, 2160)])
@pytest.mark.parametrize("percent", [100, 150])
def test_lays_out(size: tuple[int, int], percent: int) -> None:
    with window(CodexScene(), None, size, percent) as driver:
        for section in (WORDS, FIGURES, CLASHES, SOURCES):
            driver.click(f"sections/{section}")
            assert layout_faults(driver) == []


def test_typing_searches_at_once_and_moves_to_what_is_found() -> None:
    with window(CodexScene()) as driver:
        assert driver.focused_id() == "search"
        driver.type("harbour")
        assert driver.app.scene.section == FIGURES
        assert list(driver.widget("entries").parts()) == ["figures-H002"]
        assert driver.focused_id() == "search"


def test_nothing_found_is_said() -> None:
    with window(CodexScene()) as driver:
        driver.type("qqq")
        assert driver.root.find("nothing") is not None
        assert layout_faults(driver) == []


def test_entries_are_chosen_by_click_and_by_key() -> None:
    with window(CodexScene()) as driver:
        driver.click("entries/words-royalty")
        assert driver.app.scene.chosen == "words-royalty"
        driver.press("up")
        assert driver.app.scene.chosen == "words-matte"
        driver.press("ctrl+f")
        assert driver.focused_id() == "search"


def test_opens_with_a_query() -> None:
    with window(CodexScene("royalty")) as driver:
        assert driver.app.scene.chosen == "words-royalty"


def test_long_lists_start_at_their_top_after_a_search() -> None:
    terms = tuple(Term(str(n), f"Word {n:03}", "A meaning.") for n in range(200))
    with window(CodexScene(), FakeServices(codex_shown=Codex(terms=terms))) as driver:
        driver.wheel("entries", -40)
        assert driver.widget("entries-scroll").offset > 0
        driver.click("search")
        driver.type("word")
        assert driver.widget("entries-scroll").offset == 0


def test_empty_codex_does_not_break() -> None:
    with window(CodexScene(), FakeServices(codex_shown=Codex())) as driver:
        assert driver.root.find("nothing") is not None
