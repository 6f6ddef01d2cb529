"""Levers, targets and news of a region can be read, and tell a seat only what it may know."""

import re
from dataclasses import replace

import pytest

from game.engine.orders import Order, Sheet
from game.engine.rules import LEVERS
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.text.decisions import order_text
from game.text.describe import Words, words_for
from game.text.news import news_of
from game.text.reports import warnings
from tests.region_for_rules import ARLAND, BORLAND, CORLAND, MEMBERS, opened, pledge, turn
from tests.worlds_for_rules import REGIONAL, USD_M, with_figures

CODE_WORD = re.compile(r"[a-z]+_[a-z_]+|[{}]|[a-z]\.[a-z]")
TEXTS = {f"state.{x}.name": x.title() for x in MEMBERS} | {
    "card.lead.name": "A lead body",
    "role.cars.name": "Car assembly",
}


@pytest.fixture(scope="module")
def world() -> World:
    """Return a world with a meeting at hand, a deal waiting and one in force."""
    first = opened(figures={f"{x}/capital": 12 for x in MEMBERS})
    second = turn(
        first,
        (BORLAND, Order("propose_deal", f"{ARLAND}.loan", (50, 6))),
        (BORLAND, Order("propose_deal", f"{ARLAND}.quota.metal", (6_000, 3))),
        (BORLAND, Order("propose_card", "lead", (1,))),
        *(pledge(x, 2_000) for x in MEMBERS),
    )
    loan = next(x.id for x in second.pacts if x.kind == "loan")
    third = turn(second, (ARLAND, Order("answer_deal", loan, (1,))))
    return with_figures(third, {"region/lead/stage": 1, "region/window": 200 * USD_M})


@pytest.fixture(scope="module")
def words(world: World) -> Words:
    return words_for(world.level, TEXTS)


def test_every_lever_target_and_setting_reads_as_plain_words(words: Words, world: World) -> None:
    read = 0
    for seat in MEMBERS:
        state = world.layout.state(seat)
        for lever in sorted(REGIONAL):
            for target in LEVERS[lever].targets(world, state):
                settings = (*LEVERS[lever].grid(world, state, target),)
                for setting in (*settings, LEVERS[lever].now(world, state, target)):
                    said = order_text(words, world, Order(lever, target, setting))
                    assert said
                    assert not CODE_WORD.search(said), said
                    read += 1
    assert read > 100


def test_a_deal_is_named_with_its_sides_and_terms(words: Words, world: World) -> None:
    pact = next(x for x in world.pacts if x.kind == "loan")
    said = words.target(pact.id).replace("\u00a0", " ").replace("\u202f", " ")
    assert "Borland – Arland" in said
    assert "US$ 50 m" in said
    assert "6 years" in said
    assert words.target(f"{BORLAND}.quota.metal") == "Borland: Joint limit on exports"
    assert words.setting("ev_role", (1,)) == "Metal"


def test_deals_are_news_for_their_two_sides_alone(words: Words) -> None:
    before = opened()
    order = Order("propose_deal", f"{BORLAND}.data", (1, 3))
    resolved = resolve_turn(before, {ARLAND: Sheet(ARLAND, 0, (order,))})
    told = {seat: [x.headline for x in news_of(words, seat, before, resolved)] for seat in MEMBERS}
    assert any("Shared data" in x for x in told[ARLAND])
    assert any("Shared data" in x for x in told[BORLAND])
    assert not any("Shared data" in x for x in told[CORLAND])


def test_what_waits_for_an_answer_or_a_vote_is_something_to_watch(words: Words) -> None:
    world = turn(
        opened(),
        (BORLAND, Order("propose_deal", f"{ARLAND}.data", (1, 3))),
        (BORLAND, Order("propose_card", "lead", (1,))),
    )
    lines = [x.line for x in warnings(words, ARLAND, world)]
    assert any("Shared data" in x for x in lines)
    assert any("A lead body" in x for x in lines)
    assert not any("Shared data" in x.line for x in warnings(words, CORLAND, world))


def test_a_secret_cheat_is_no_news_until_it_is_caught(words: Words) -> None:
    agreed = turn(opened(), *(pledge(x, 2_000) for x in MEMBERS))
    order = Order("cartel_output", "metal", (1,))
    for seed in range(12):
        before = replace(agreed, seed=seed)
        resolved = resolve_turn(before, {BORLAND: Sheet(BORLAND, 1, (order,))})
        told = [x.headline for x in news_of(words, ARLAND, before, resolved)]
        caught = bool(resolved.world.figure("borland/region/caught"))
        assert any("Borland" in x for x in told) is caught
