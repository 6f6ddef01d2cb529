"""Numbers of rules that a planted fault once changed without any test noticing."""

from dataclasses import replace

import pytest

from game.engine.definitions.sites import Pledge
from game.engine.options import options
from game.engine.orders import Order
from game.engine.rules import LEVERS
from game.engine.rules.partners.deals import COUNTER
from game.engine.turn import resolve_turn
from game.engine.world import Plant, World
from game.engine.world import bare_world as open_world
from tests.nickel_for_rules import LOAN, nickel_level
from tests.rules.cases_deals import contract
from tests.rules.cases_sites import HELD, MINE
from tests.rules.cases_treaties import shield, tariffs, trade
from tests.rules.test_deal_signs import games
from tests.worlds_for_rules import (
    KT,
    USD_M,
    arland,
    level_at_rest,
    mines,
    partner,
    plant,
    policy,
    sheets_for,
    whole,
    with_figures,
)


def after(world: World, *orders: Order, turns: int = 1, seat: str = "arland") -> World:
    for turn in range(turns):
        world = resolve_turn(world, sheets_for(world, orders if turn == 0 else (), seat)).world
    return world


def owned_abroad(feed: int, opens: int) -> Plant:
    return Plant("works", "arland", "north", "metal", feed, "east", 0, True, opens, opens, cost=0)


@pytest.mark.parametrize("opens", [0, 9])
def test_r31b_a_plant_being_built_weighs_as_much_as_one_that_works(opens: int) -> None:
    world = open_world(level_at_rest(), 1)
    built = after(replace(world, plants=(owned_abroad(100 * KT, opens),)))
    alone = 10_000 - (built.figure("arland/metal/buyer_hhi") + 5_000) // 2  # half of the mines
    assert built.figure("arland/autonomy") == alone


def test_r1_an_announced_ban_shows_how_many_turns_are_left() -> None:
    world = open_world(level_at_rest(), 1)
    state = world.layout.state("arland")
    lever = LEVERS["export_ban"]
    assert lever.now(world, state, "metal.ore") == (0, 0)
    world = after(world, Order("export_ban", "metal.ore", (10_000, 2)))
    assert lever.now(world, state, "metal.ore") == (10_000, 1)
    world = after(world, turns=2)
    assert lever.now(world, state, "metal.ore") == (10_000, 0)


def test_r1_a_settled_dispute_leaves_no_tighter_ban_to_come() -> None:
    world = with_figures(
        open_world(level_at_rest(policy(ban=10_000)), 1), {"arland/dispute_stage": 2}
    )
    world = after(world, Order("answer_dispute", "", (1,)), turns=4)
    assert world.figure("arland/metal/ban") == world.figure("arland/metal/ban_next") == 5_000
    assert world.figure("arland/metal/ban_due") == 0


def test_r64_a_treaty_that_is_joined_late_is_phased_in_from_then_on() -> None:
    level = level_at_rest(plant(100, "east"), *tariffs(2_000), whole(agreements=(trade(5_000, 2),)))
    world = after(open_world(level, 1), turns=3)
    since = next(x for x in world.layout.paths if x.endswith("/since"))
    late = after(with_figures(world, {since: 3}))
    assert world.figure("arland/metal/tariff") == 500
    assert late.figure("arland/metal/tariff") == 750


def test_r64_an_answer_in_kind_raises_the_tariff() -> None:
    world = open_world(level_at_rest(plant(100, "east"), *tariffs(2_000)), 1)
    answered = with_figures(world, {"arland/east/retaliation": 1_000})
    assert after(world).figure("arland/metal/tariff") == 1_000
    assert after(answered).figure("arland/metal/tariff") > 1_050


@pytest.mark.parametrize(("cut", "told"), [(4_000, 100), (0, -200)])
def test_r47a_taking_a_pledge_back_costs_twice_what_giving_it_earned(cut: int, told: int) -> None:
    level = level_at_rest(arland(pledge=Pledge(7_200 * KT, 2_000)), partner("east", threshold=1))
    world = open_world(level, 1)
    turn = resolve_turn(world, sheets_for(world, (Order("climate_pledge", "", (cut,)),)))
    lines = [x for x in turn.ledger.of("arland/east/standing") if x.rule == "pledge_made"]
    assert [x.change for x in lines] == [told]


@pytest.mark.parametrize(("first", "left"), [(275_000, 8_000), (287_500, 4_000)])
def test_r62c_a_price_is_far_from_the_market_only_a_tenth_above_it(first: int, left: int) -> None:
    """Ore is worth 2,500 US$; four fifths of the price are fixed: 8 % and 12 % above it."""
    terms = {"ore_offtake": 5_000, "discount": 0, "fixed": 8_000, "first_price": first}
    worlds = games(whole(prices_fed=True), turns=12, contracts=(contract("offtake", 40, **terms),))
    assert worlds[-1].contracts[0].term("fixed") == left


def test_a_counter_may_move_one_step() -> None:
    world = after(open_world(nickel_level(offers=(LOAN,), events=()), 1), seat="isles")
    offer = world.offers[0]
    term = LOAN.terms[0]
    now = term.grid.index(offer.terms[0])
    way = -1 if term.worth > 0 else 1
    listed = {x.setting for x in options(world, "isles") if x.target == offer.id}
    steps = [step for step in (1, 2, 3, 4) if 0 <= now + way * step < len(term.grid)]
    assert 1 in steps
    for step in steps:
        assert (COUNTER, term.grid[now + way * step], *offer.terms[1:]) in listed


@pytest.mark.parametrize("claimant", ["east", "west"])
def test_r65a_an_award_goes_to_the_investor_that_claimed(claimant: str) -> None:
    world = open_world(level_at_rest(whole(agreements=(shield("east", "west"),))), 1)
    figures = {
        "arland/shield/claim": 100 * USD_M,
        "arland/shield/claimant": ["east", "west"].index(claimant),
    }
    world = with_figures(world, figures)
    ledger = resolve_turn(world, sheets_for(world)).ledger
    paid = {x.path: x.change for x in ledger if x.rule == "award_paid" and "owners" in x.path}
    assert paid == {f"{claimant}/owners": 40 * USD_M}


def test_r40c_a_pact_calms_people_near_the_site_once_and_its_end_angers_them() -> None:
    world = with_figures(open_world(level_at_rest(HELD), 1), {"arland/north/grievance": 4_000})
    moved = []
    for share in (2_000, 3_000, 0):
        order = Order("holder_pact", MINE, (share,))
        result = resolve_turn(world, sheets_for(world, (order,)))
        world = result.world
        named = [x for x in result.ledger if x.rule in ("pact", "pact_ends")]
        moved.append([x.change for x in named if x.path == "arland/north/grievance"])
    assert moved == [[-500], [], [500]]
    assert world.figure("arland/north-mine/hold/pact") == 0


def test_r44_calm_comes_with_the_first_terms_and_doubt_with_a_later_date() -> None:
    world = with_figures(
        open_world(level_at_rest(mines(licence_until=9)), 1), {"arland/north/grievance": 4_000}
    )
    moved = []
    for years in (2, 3):
        order = Order("licence_terms", MINE, (years,))
        result = resolve_turn(world, sheets_for(world, (order,)))
        world = result.world
        paths = ("arland/north/grievance", "arland/credibility")
        named = [x for x in result.ledger if x.cause.startswith("order:licence_terms")]
        moved.append([(x.path, x.change) for x in named if x.path in paths])
    assert moved == [[("arland/north/grievance", -400)], [("arland/credibility", -1_500)]]
