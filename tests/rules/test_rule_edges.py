"""Edges of rules at which they once did something else than they say."""

from dataclasses import replace

from game.engine.orders import Order
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.nickel_for_rules import LOAN, nickel_level
from tests.worlds_for_rules import KT, USD_M, level_at_rest, plant, rival, sheets_for, with_figures


def after(world: World, *orders: Order, seat: str = "arland") -> World:
    return resolve_turn(world, sheets_for(world, orders, seat)).world


def test_r11_a_glut_lowers_the_price() -> None:
    world = open_world(level_at_rest(rival(output=1_600 * KT, ceiling=1_600 * KT)), 1)
    world = after(world)
    assert world.figure("metal/scarcity") < 0
    assert world.figure("metal/price") < 1_000_000


def test_s58_a_loan_that_was_repaid_early_is_not_repaid_again() -> None:
    world = open_world(nickel_level(offers=(LOAN,), events=()), 1)
    world = after(world)
    world = after(world, Order("answer_offer", "loan.001", (1,)), seat="isles")
    world = after(world, Order("repay", "", (200,)), seat="isles")
    assert world.figure("isles/debt") == 0
    while len(world.contracts) and world.turn < 5:
        world = after(world)
    ledger = resolve_turn(world, sheets_for(world)).ledger
    assert [x for x in ledger.of("isles/treasury") if x.rule == "loan_repaid"] == []


def test_r29_an_accident_costs_output_in_whichever_province_it_happens() -> None:
    world = open_world(nickel_level(offers=(), events=()), 1)
    moved = tuple(replace(x, province="rim") if x.id == "isles.falls" else x for x in world.plants)
    world = after(replace(world, plants=moved))
    fed = {
        place: after(with_figures(world, {f"isles/{place}/accident": 1})).figure("isles/nickel/fed")
        for place in ("centre", "rim")
    }
    plain = after(world).figure("isles/nickel/fed")
    assert fed["centre"] < plain
    assert fed["rim"] < plain


def test_r21_neighbours_make_the_states_own_plant_cheaper_too() -> None:
    world = after(open_world(level_at_rest(plant(100)), 1))
    world = after(world, Order("state_plant", "north", (100,)))
    new = next(x for x in world.plants if x.id == "arland.north.arland.001")
    assert new.feed == 100 * USD_M * 1_000 // 9_000


def test_r12_a_ban_in_the_first_turn_frightens_like_any_other() -> None:
    world = open_world(level_at_rest(), 1)
    ban = Order("export_ban", "metal.ore", (10_000, 0))
    assert after(world, ban).figure("metal/fear") > 0


def test_s60_an_offer_waits_as_many_turns_as_its_partner_is_patient() -> None:
    world = after(open_world(nickel_level(offers=(LOAN,), events=()), 1))
    turns_open = 0
    while world.offers:
        turns_open += 1
        world = after(world)
    patience = next(x.patience for x in world.level.partners if x.id == LOAN.partner)
    assert turns_open == patience
