"""R57b: deals between governed states, kept in the world, enforced or broken at a stated cost."""

import pytest

from game.engine import problems
from game.engine.codec import decode, encode
from game.engine.definitions.region import DEAL_KINDS
from game.engine.options import options, order_problems
from game.engine.orders import Order
from game.engine.view import believed_world, view
from game.engine.world import World
from tests.region_for_rules import ARLAND, BORLAND, CORLAND, opened, play, region, rest, turn
from tests.worlds_for_rules import KT, USD_M, mines, with_figures

NOT_ABOUT_ORE = ("data", "recognition", "loan")


def propose(kind: str, size: int, years: int = 3) -> tuple[str, Order]:
    target = f"{BORLAND}.{kind}" if kind in NOT_ABOUT_ORE else f"{BORLAND}.{kind}.metal"
    return ARLAND, Order("propose_deal", target, (size, years))


def signed(kind: str, size: int, years: int = 3, world: World | None = None) -> World:
    """Return the world after Arland proposed a deal and Borland accepted it."""
    world = turn(world or opened(), propose(kind, size, years))
    (pact,) = world.pacts
    return turn(world, (BORLAND, Order("answer_deal", pact.id, (1,))))


SIZES = {
    "price_club": 1_000,
    "quota": 6_000,
    "swap": 3_000,
    "data": 1,
    "recognition": 1,
    "loan": 100,
}


@pytest.mark.parametrize("kind", DEAL_KINDS)
def test_a_deal_is_proposed_accepted_kept_and_ended(kind: str) -> None:
    world = signed(kind, SIZES[kind])
    (pact,) = world.pacts
    assert (pact.maker, pact.other, pact.until) == (ARLAND, BORLAND, 4)
    assert decode(encode(world), world).pacts == world.pacts
    world = rest(world, 3)
    assert world.pacts == ()


@pytest.mark.parametrize("kind", DEAL_KINDS)
def test_leaving_a_deal_costs_belief_and_cohesion(kind: str) -> None:
    world = signed(kind, SIZES[kind])
    left = turn(world, (BORLAND, Order("leave_deal", world.pacts[0].id, (1,))))
    kept = turn(world)
    assert left.pacts == ()
    assert left.figure("borland/credibility") < kept.figure("borland/credibility") - 1_000
    assert left.figure("region/cohesion") == kept.figure("region/cohesion") - 500


def test_a_refused_or_unanswered_deal_binds_nobody() -> None:
    world = turn(opened(), propose("quota", 6_000))
    refused = turn(world, (BORLAND, Order("answer_deal", world.pacts[0].id, (0,))))
    assert refused.pacts == ()
    assert turn(world).pacts
    assert rest(world, 3).pacts == ()
    assert rest(world, 3).figure("arland/metal/quota") == 10_000


def test_a_price_club_keeps_taxes_up_and_shields_from_a_strong_buyer() -> None:
    one_buyer = {"arland/metal/buyer_hhi": 9_000, "borland/metal/buyer_hhi": 9_000}
    club = signed("price_club", 1_000, world=opened(mines(capacity=400 * KT)))
    alone = rest(opened(mines(capacity=400 * KT)), 2)
    club, alone = with_figures(club, one_buyer), with_figures(alone, one_buyer)
    assert club.figure("arland/metal/tax") == club.figure("borland/metal/tax") == 1_000
    better, worse = turn(club), turn(alone)
    assert better.figure("arland/metal/premium") == worse.figure("arland/metal/premium")
    assert better.figure("arland/metal/export_price") > worse.figure("arland/metal/export_price")


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        ("price_club", Order("export_tax", "metal.ore", (0,))),
        ("quota", Order("export_quota", "metal.ore", (10_000,))),
    ],
)
def test_who_goes_back_on_the_policy_has_broken_the_deal(kind: str, order: Order) -> None:
    world = signed(kind, SIZES[kind])
    broken, kept = turn(world, (BORLAND, order)), turn(world)
    assert broken.pacts == ()
    assert kept.pacts
    assert broken.figure("borland/credibility") < kept.figure("borland/credibility")
    assert broken.figure("arland/credibility") == kept.figure("arland/credibility")


def test_a_joint_limit_holds_back_ore_on_both_sides() -> None:
    world, plain = signed("quota", 6_000), rest(opened(), 2)
    for seat in (ARLAND, BORLAND):
        path = f"{seat}/metal/exports"
        assert world.figure(path) < plain.figure(path)


def test_a_swap_of_sales_makes_each_less_dependent() -> None:
    world, plain = signed("swap", 3_000), rest(opened(), 2)
    for seat in (ARLAND, BORLAND):
        assert world.figure(f"{seat}/metal/buyer_hhi") < plain.figure(f"{seat}/metal/buyer_hhi")
        assert world.figure(f"{seat}/autonomy") > plain.figure(f"{seat}/autonomy")


def test_a_neighbours_loan_moves_money_earns_interest_and_comes_back() -> None:
    plain = [rest(opened(), n) for n in range(2, 6)]
    world = signed("loan", 100)
    assert world.figure("borland/debt") == plain[0].figure("borland/debt") + 100 * USD_M
    assert world.figure("borland/treasury") > plain[0].figure("borland/treasury")
    assert world.figure("arland/revenue") == plain[0].figure("arland/revenue") + 3 * USD_M
    assert world.figure("borland/revenue") == plain[0].figure("borland/revenue") - 3 * USD_M
    back = rest(world, 3)
    assert back.figure("borland/debt") == plain[3].figure("borland/debt")
    lent = back.figure("arland/treasury") - plain[3].figure("arland/treasury")
    assert lent == 9 * USD_M


def test_a_lender_without_the_money_lends_nothing() -> None:
    world = turn(opened(), propose("loan", 200))
    poor = with_figures(world, {"arland/treasury": 1})
    after = turn(poor, (BORLAND, Order("answer_deal", world.pacts[0].id, (1,))))
    assert after.pacts == ()


def test_only_the_two_sides_see_a_deal_and_only_one_side_answers() -> None:
    world = turn(opened(), propose("data", 1))
    (pact,) = world.pacts
    assert view(world, ARLAND).pacts == view(world, BORLAND).pacts == (pact,)
    assert view(world, CORLAND).pacts == ()
    assert believed_world(view(world, CORLAND), 3).pacts == ()
    assert options(world, BORLAND).targets("answer_deal") == (pact.id,)
    assert options(world, ARLAND).targets("answer_deal") == ()
    found = order_problems(world, CORLAND, Order("answer_deal", pact.id, (1,)))
    assert [x.code for x in found] == [problems.NO_DEAL]


def test_the_same_deal_is_not_proposed_twice() -> None:
    world = turn(opened(), propose("data", 1))
    assert f"{BORLAND}.data" not in options(world, ARLAND).targets("propose_deal")
    assert f"{ARLAND}.data" not in options(world, BORLAND).targets("propose_deal")
    assert f"{CORLAND}.data" in options(world, ARLAND).targets("propose_deal")


def test_deals_of_kinds_that_the_level_lacks_cannot_be_proposed() -> None:
    world = opened(region(deals=("loan",)))
    assert {x.split(".")[1] for x in options(world, ARLAND).targets("propose_deal")} == {"loan"}


def test_two_proposals_in_one_turn_do_not_depend_on_their_order() -> None:
    one = (ARLAND, Order("propose_deal", f"{CORLAND}.data", (1, 3)))
    two = (BORLAND, Order("propose_deal", f"{CORLAND}.data", (1, 3)))
    assert encode(play(opened(), (one, two))) == encode(play(opened(), (two, one)))
