"""A turn of two years is told as one: news of both, and rows that add up to what is shown."""

import pytest

from game.content.library import load_level
from game.engine.orders import Order
from game.match.match import Match, start
from game.text.describe import Words, words_for
from game.text.explain import Explainer
from game.text.news import NewsItem
from game.text.offers import offer_card
from game.text.reports import turn_report

LEVEL = "vietnam-bauxite"
SEAT = "vietnam"
PLANT = Order("state_plant", "lam-dong", (400,))


@pytest.fixture(scope="module")
def told() -> tuple[Words, Match]:
    """A whole game with one plant."""
    loaded = load_level(LEVEL)
    match = start(loaded.level, SEAT, "builder", 3, {}, program="test")
    match.give(PLANT)
    while not match.over:
        match.seal()
    return words_for(loaded.level, loaded.text()), match


def test_news_of_the_second_year_stand_in_the_report_of_the_turn(
    told: tuple[Words, Match],
) -> None:
    words, match = told
    second_turn = turn_report(words, SEAT, match.worlds[1], match.turns[1])
    assert second_turn.date == "2010"
    events = [item.event for item in second_turn.news]
    assert "price-high" in events  # 2011
    assert "first-alumina" in events


def test_the_plant_opens_in_the_year_that_the_report_names(told: tuple[Words, Match]) -> None:
    words, match = told
    first = turn_report(words, SEAT, match.worlds[0], match.turns[0])
    (begun,) = [item for item in first.news if item.headline.startswith("New plant")]
    assert "It opens in 2010." in begun.line


def test_rows_of_a_why_add_up_over_both_years(told: tuple[Words, Match]) -> None:
    words, match = told
    for number, turn in enumerate(match.turns):
        last = match.turns[number - 1] if number else None
        explainer = Explainer(words, SEAT, match.worlds[number], turn, last)
        for figure in ("treasury", "trust", "revenue", "home_income", "emissions", "job_count"):
            why = explainer.why(f"{SEAT}/{figure}")
            assert sum(row.change for row in why.rows) == why.total, (number, figure)


def test_an_offer_says_how_long_it_stays_in_years(told: tuple[Words, Match]) -> None:
    words, match = told
    world = match.worlds[1]
    (offer,) = [x for x in world.offers if x.plan == "china-turnkey"]
    assert offer_card(words, world, offer).lasts == "open for 2 years more"


@pytest.mark.parametrize(
    ("headline", "said"),
    [("Ore leaves", "Ore leaves. Ships wait."), ("Who pays?", "Who pays? Ships wait.")],
)
def test_a_headline_that_asks_needs_no_full_stop(headline: str, said: str) -> None:
    assert NewsItem(headline, "Ships wait.", "trade", "").sentences == said
