"""The books of plants answer as a search through all plants would, before and after additions."""

from dataclasses import replace

from game.engine.plant_book import PlantBook
from game.engine.world import Plant

FIRST = Plant("a.1", "a", "north", "tin", 10, "home", 0, True, 0, 0, 0)
PLANTS = (
    FIRST,
    replace(FIRST, id="a.2", province="south", feed=20),
    replace(FIRST, id="a.3", mineral="zinc", feed=40),
    replace(FIRST, id="b.1", state="b", feed=80),
)


def test_plants_of_a_chain_and_feed_of_a_province() -> None:
    book = PlantBook(PLANTS)
    assert [x.id for x in book.of_chain("a", "tin")] == ["a.1", "a.2"]
    assert [book.feed_at(*place) for place in (("a", "north"), ("a", "south"))] == [50, 20]
    assert (book.of_chain("b", "zinc"), book.feed_at("b", "south")) == ([], 0)


def test_an_added_plant_is_found_whether_or_not_the_books_were_open() -> None:
    for look_first in (True, False):
        book = PlantBook(PLANTS)
        if look_first:
            assert book.feed_at("b", "north") == 80
        book.add(replace(FIRST, id="a.0", state="b", feed=5))
        assert [x.id for x in book.of_chain("b", "tin")] == ["b.1", "a.0"]
        assert book.feed_at("b", "north") == 85
        assert ("a.0" in book, "a.9" in book) == (True, False)
        assert [x.id for x in book.sorted()] == ["a.0", "a.1", "a.2", "a.3", "b.1"]
        assert len(book) == 5


def test_books_that_start_empty() -> None:
    book = PlantBook(())
    assert ("a.1" in book, len(book), book.sorted()) == (False, 0, ())
    book.add(FIRST)
    assert ("a.1" in book, list(book)) == (True, [FIRST])
