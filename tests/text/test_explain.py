"""Why trees: rows add up, causes are named, nothing hidden is told."""

from collections.abc import Iterator

import pytest

from game.engine.orders import Order, Sheet
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.view import sees
from game.text.explain import Explainer, WhyRow, told
from game.text.outcome_words import DASHBOARD
from tests.text.words_world import AVAL, random_game, small_words
from tests.worlds import BORA, M, small_level


def rows_below(rows: tuple[WhyRow, ...]) -> Iterator[WhyRow]:
    """Yield rows and all their children."""
    for row in rows:
        yield row
        yield from rows_below(row.children)


@pytest.mark.parametrize("luck", range(6))
def test_rows_add_up_to_the_change_of_every_visible_figure(luck: int) -> None:
    words, last, moved = small_words(), None, 0
    for before, turn in random_game(luck):
        explainer = Explainer(words, AVAL, before, turn, last)
        layout = before.layout
        for slot, path in enumerate(layout.paths):
            if sees(layout, AVAL, slot):
                why = explainer.why(path, depth=1)
                assert sum(row.change for row in why.rows) == why.total, path
                assert why.total == (why.after if why.parts else why.change)
                assert why.change == turn.world.figure(path) - before.figure(path)
                moved += bool(why.change)
        last = turn
    assert moved > 100


def test_the_rows_of_the_first_turn_are_what_a_flow_is_made_of() -> None:
    before, turn = random_game(1)[0]
    explainer = Explainer(small_words(), AVAL, before, turn)
    value = explainer.why(f"{AVAL}/value")
    assert value.parts
    assert sum(row.change for row in value.rows) == value.after
    assert all(row.title and row.sentence for row in value.rows)
    treasury = explainer.why(f"{AVAL}/treasury")
    assert not treasury.parts
    assert sum(row.change for row in treasury.rows) == treasury.change


def test_a_driver_that_hardly_moved_is_not_told_from_one_figure_to_the_same() -> None:
    words, last = small_words(), None
    for before, turn in random_game(3):
        explainer = Explainer(words, AVAL, before, turn, last)
        for name in DASHBOARD:
            for row in rows_below(explainer.why(f"{AVAL}/{name}").rows):
                if row.sentence.startswith("from "):
                    old, _, new = row.sentence[5:].partition(" to ")
                    assert old != new.split(". ")[0].rstrip("."), row
        last = turn


def test_no_row_tells_a_figure_hidden_from_the_seat() -> None:
    words, last = small_words(), None
    for before, turn in random_game(2):
        explainer = Explainer(words, AVAL, before, turn, last)
        for name in DASHBOARD:
            for row in rows_below(explainer.why(f"{AVAL}/{name}", depth=6).rows):
                assert sees(before.layout, AVAL, before.layout.slots[row.path]), row.path
        last = turn


def test_a_decision_is_named_with_its_setting_and_its_government() -> None:
    world = open_world(small_level(), 1)
    tax = Order("export_tax", "zinc.ore", (2_000,))
    turn = resolve_turn(world, {AVAL: Sheet(AVAL, 0, (tax,)), BORA: Sheet(BORA, 0, (tax,))})
    own = Explainer(small_words(), AVAL, world, turn).why(f"{AVAL}/zinc/tax")
    assert [row.title.replace("\u00a0", " ") for row in own.rows] == [
        "You changed the tax on ore exports: 20 %"
    ]
    assert own.rows[0].kind == "order"
    other = Explainer(small_words(), AVAL, world, turn).why(f"{BORA}/zinc/tax")
    assert other.rows[0].title.startswith("Bora changed the tax")


def test_a_tax_row_leads_down_to_the_decision() -> None:
    level = small_level()
    world = open_world(level, 1)
    empty = {state.id: Sheet(state.id, 0) for state in level.states}
    first = resolve_turn(world, empty)
    tax = Order("export_tax", "zinc.ore", (2_000,))
    sheets = {AVAL: Sheet(AVAL, 1, (tax,)), BORA: Sheet(BORA, 1)}
    second = resolve_turn(first.world, sheets)
    why = Explainer(small_words(), AVAL, first.world, second, first).why(f"{AVAL}/revenue")
    row = next(row for row in why.rows if row.title == "Export tax")
    assert row.change > 1 * M
    assert any("You changed the tax" in below.title for below in rows_below(row.children))


def test_a_tree_is_no_deeper_than_asked() -> None:
    before, turn = random_game(4)[2]
    why = Explainer(small_words(), AVAL, before, turn).why(f"{AVAL}/revenue", depth=2)
    assert any(row.children for row in why.rows)
    assert not any(child.children for row in why.rows for child in row.children)


def test_an_unknown_figure_is_refused() -> None:
    before, turn = random_game(4)[0]
    with pytest.raises(KeyError):
        Explainer(small_words(), AVAL, before, turn).why(f"{AVAL}/nothing")


def test_told_in_sentences_without_codes() -> None:
    words, last = small_words(), None
    for before, turn in random_game(5):
        explainer = Explainer(words, AVAL, before, turn, last)
        for name in DASHBOARD:
            for line in told(words, explainer.why(f"{AVAL}/{name}")):
                assert "_" not in line
                assert "{" not in line
        last = turn
