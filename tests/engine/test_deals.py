"""Deals: when they are offered, how long they wait, what a signature does, how bargaining ends."""

from dataclasses import replace

import pytest

from game.engine import problems
from game.engine.definitions.happenings import Condition, OfferPlan, Term
from game.engine.definitions.level import Level
from game.engine.options import options, order_problems
from game.engine.orders import Order
from game.engine.rules.partners.deals import ACCEPT, COUNTER, REFUSE
from game.engine.turn import DONE, Turn, resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.nickel_for_rules import LOAN, OFFTAKE, SCHOOL, WORKS, nickel_level, offer
from tests.rules.rulebook import check_turn
from tests.worlds_for_rules import KT, USD_M, sheets_for, with_figures


def level(*plans: OfferPlan) -> Level:
    return nickel_level(offers=plans, events=())


def play(world: World, *orders: Order) -> Turn:
    """Return the turn; the orders must be carried out, and the turn keeps what all turns keep."""
    turn = resolve_turn(world, sheets_for(world, orders, "isles"))
    assert [x.status for x in turn.results] == [DONE] * len(orders)
    check_turn(world, turn)
    return turn


def offered(*plans: OfferPlan, figures: dict[str, int] | None = None) -> World:
    """Return the world in which the plans have just been offered."""
    world = play(with_figures(open_world(level(*plans), 1), figures or {})).world
    assert len(world.offers) == len(plans)
    return world


def answer(world: World, *setting: int) -> Order:
    return Order("answer_offer", world.offers[0].id, setting)


def difference(turn: Turn, without: Turn, path: str) -> int:
    return turn.world.figure(path) - without.world.figure(path)


# ---- offering --------------------------------------------------------------------------------


def test_an_offer_comes_once_in_its_window() -> None:
    world = open_world(level(replace(LOAN, first_turn=3, last_turn=5)), 1)
    seen = []
    for _ in range(8):
        world = play(world).world
        seen.append([x.id for x in world.offers])
    # made for turn 3, waits with patience, lapses, and never comes again
    assert seen[:3] == [[], [], ["loan.003"]]
    assert seen[-1] == []
    assert [x for x in world.fired if x[0] == "offer:loan"] == [("offer:loan", 2)]


def test_a_gate_holds_an_offer_back_until_it_opens() -> None:
    gated = replace(LOAN, gate=(Condition("isles/nickel/royalty", ">=", 700),), last_turn=9)
    world = open_world(level(gated), 1)
    world = play(play(world).world).world
    assert world.offers == ()
    world = play(world, Order("royalty", "nickel", (1_000,))).world
    assert [x.plan for x in world.offers] == ["loan"]


@pytest.mark.parametrize("months", [3, 6, 12])
def test_an_offer_that_is_certain_comes_however_long_a_turn_is(months: int) -> None:
    world = open_world(replace(level(LOAN), months=months), 1)
    assert len(play(world).world.offers) == 1


def test_an_offer_without_a_chance_never_comes() -> None:
    world = open_world(level(replace(LOAN, chance=0)), 1)
    for _ in range(4):
        world = play(world).world
    assert world.offers == ()


def test_an_offer_that_nobody_answers_lapses_and_is_not_resented() -> None:
    world = offered(LOAN)
    standing = world.figure("isles/builder/standing")
    expires = world.offers[0].expires
    while world.offers:
        world = play(world).world
    assert world.turn == expires
    assert world.memories == ()
    assert world.figure("isles/builder/standing") == standing


def test_the_offer_of_one_seat_is_no_target_of_another() -> None:
    world = offered(LOAN)
    order = answer(world, ACCEPT)
    assert [x.code for x in order_problems(world, "coast", order)] == [problems.NO_OFFER]
    assert order in options(world, "isles")


# ---- signing ---------------------------------------------------------------------------------


def test_a_refusal_ends_the_offer_and_is_remembered() -> None:
    world = offered(LOAN)
    turn = play(world, answer(world, REFUSE))
    assert turn.world.offers == turn.world.contracts == ()
    assert [(x.partner, x.code, x.change) for x in turn.world.memories] == [
        ("builder", "refused", -150)
    ]


def test_a_loan_is_money_debt_and_a_tie_until_it_is_repaid() -> None:
    world = offered(LOAN)
    turn, without = play(world, answer(world, ACCEPT)), play(world)
    interest = 12 * USD_M  # 6 % of 200 m
    assert difference(turn, without, "isles/treasury") == 200 * USD_M - interest
    assert turn.world.figure("isles/debt") == 200 * USD_M
    assert turn.world.figure("isles/builder/debt") == 200 * USD_M
    contract = turn.world.contracts[0]
    assert (contract.until, contract.term("loan"), contract.term("nothing")) == (5, 200, 0)
    world = turn.world
    while world.contracts:
        treasury = world.figure("isles/treasury")
        turn = play(world)
        world = turn.world
    repaid = [x for x in turn.ledger.of("isles/treasury") if x.rule == "loan_repaid"]
    assert [x.change for x in repaid] == [-200 * USD_M]
    assert treasury > 200 * USD_M
    assert world.turn == 6
    assert world.figure("isles/debt") == world.figure("isles/builder/debt") == 0


def test_a_signature_is_remembered_with_favour() -> None:
    world = offered(LOAN)
    turn = play(world, answer(world, ACCEPT))
    assert [(x.code, x.change, x.turn) for x in turn.world.memories] == [("signed", 500, 1)]
    assert difference(turn, play(world), "isles/builder/standing") == 450  # a tenth fades


def test_a_plant_deal_begins_the_plant_and_buys_the_share() -> None:
    world = offered(replace(WORKS, first_turn=1))
    turn, without = play(world, answer(world, ACCEPT)), play(world)
    plant = next(x for x in turn.world.plants if x.id == "isles.centre.builder.001")
    assert (plant.feed, plant.state_share, plant.coal, plant.opens) == (20 * KT, 1_000, True, 3)
    price = 28_076_000  # a tenth of 20 kt x 15,000 US$, less what neighbours save
    paid = [x.change for x in turn.ledger.of("isles/treasury") if x.rule == "share_bought"]
    assert paid == [-price]
    assert difference(turn, without, "isles/spending") == price


def test_no_money_no_share() -> None:
    world = offered(replace(WORKS, first_turn=1))
    world = with_figures(world, {"isles/treasury": 28 * USD_M})
    turn = play(world, answer(world, ACCEPT))
    plant = next(x for x in turn.world.plants if x.id == "isles.centre.builder.001")
    assert plant.state_share == 0
    assert not [x for x in turn.ledger.of("isles/treasury") if x.rule == "share_bought"]


def test_a_ban_on_coal_binds_a_plant_deal_too() -> None:
    world = offered(replace(WORKS, first_turn=1), figures={"isles/coal_rule": 1})
    turn = play(world, answer(world, ACCEPT))
    plant = next(x for x in turn.world.plants if x.id == "isles.centre.builder.001")
    assert not plant.coal


def test_offtake_ties_volumes_and_brings_roads_until_it_ends() -> None:
    world = offered(OFFTAKE)
    turn, without = play(world, answer(world, ACCEPT)), play(world)
    assert difference(turn, without, "isles/centre/infrastructure") == 400
    assert turn.world.figure("isles/careful/committed") == 3_000  # 1,000 of metal, 2,000 of ore
    assert difference(turn, without, "isles/autonomy") < 0
    world = turn.world
    while world.contracts:
        world = play(world).world
    assert world.turn == 5
    assert world.figure("isles/careful/committed") == 0


def test_ore_that_is_promised_narrows_the_choices_as_metal_does() -> None:
    found = []
    for left_out, promised in (("offtake", 2_000), ("ore_offtake", 1_000)):
        terms = tuple(x for x in OFFTAKE.terms if x.name != left_out)
        world = offered(replace(OFFTAKE, terms=terms))
        turn, without = play(world, answer(world, ACCEPT)), play(world)
        assert turn.world.figure("isles/careful/committed") == promised
        found.append(difference(turn, without, "isles/autonomy"))
    assert found[0] < found[1] < 0


def test_a_closed_port_breaks_an_offtake_every_turn() -> None:
    world = offered(OFFTAKE)
    world = play(world, answer(world, ACCEPT), Order("export_ban", "nickel.ore", (10_000, 0))).world
    world = play(world).world
    broken = [x.turn for x in world.memories if x.code == "offtake_broken"]
    assert broken == [1, 2]


def test_ore_that_is_left_keeps_the_promise() -> None:
    world = offered(OFFTAKE)
    world = play(world, answer(world, ACCEPT), Order("export_ban", "nickel.ore", (7_500, 0))).world
    assert not [x for x in world.memories if x.code == "offtake_broken"]


def test_trainers_and_component_plants_come_with_a_school() -> None:
    world = offered(SCHOOL)
    turn, without = play(world, answer(world, ACCEPT)), play(world)
    assert turn.world.figure("isles/maker/training") == 1 + 4
    assert difference(turn, without, "isles/skills") == 100
    components = [
        x for x in turn.ledger.of("isles/nickel/components") if x.rule == "component_plant"
    ]
    assert [x.change for x in components] == [2 * KT]


# ---- bargaining ------------------------------------------------------------------------------

STEP = offer(
    "step", "technology", "builder", Term("training", tuple(range(1, 12)), 1, -400), reserve=550
)
"""A year of training more costs the partner 400 of worth; at standing 5,500 its patience is 600."""


def test_worth_counts_steps_on_the_grid() -> None:
    assert OFFTAKE.worth((2_000, 1_000, 400, 3)) == 0
    assert OFFTAKE.worth((3_000, 500, 600, 5)) == 300 - 200 - 300 + 100


def test_a_counter_within_patience_is_signed() -> None:
    world = offered(STEP)
    turn = play(world, answer(world, COUNTER, 2))
    assert turn.world.contracts[0].term("training") == 2


def test_a_counter_that_gives_more_is_signed() -> None:
    world = offered(replace(STEP, terms=(replace(STEP.terms[0], offered=5),)))
    turn = play(world, answer(world, COUNTER, 4))
    assert turn.world.contracts[0].term("training") == 4


def test_a_counter_beyond_patience_is_met_half_way_once() -> None:
    world = offered(STEP)
    turn = play(world, answer(world, COUNTER, 4))  # 1,200 asked, 600 is the limit
    (again,) = turn.world.offers
    assert turn.world.contracts == ()
    assert again.countered
    assert again.terms == (2,)  # half-way: steps 0 and 3 of the grid
    assert again.expires == world.turn + 2
    legal = list(options(turn.world, "isles").of("answer_offer", again.id))
    assert [x.setting for x in legal] == [(REFUSE,), (ACCEPT,)]
    found = order_problems(turn.world, "isles", Order("answer_offer", again.id, (COUNTER, 3)))
    assert [x.code for x in found] == [problems.MALFORMED]


def test_half_way_is_no_further_than_patience() -> None:
    world = offered(replace(STEP, reserve=0))  # limit 50 from standing alone
    turn = play(world, answer(world, COUNTER, 2))
    assert turn.world.offers[0].terms == (1,)


def test_a_counter_far_beyond_patience_ends_the_talks() -> None:
    world = offered(STEP)
    turn = play(world, answer(world, COUNTER, 6))  # 2,000 > 2 x 600 + 400
    assert turn.world.offers == turn.world.contracts == ()
    assert [(x.code, x.change) for x in turn.world.memories] == [("walked_away", -300)]


def test_exactly_twice_the_patience_and_400_is_still_talk() -> None:
    world = offered(STEP)
    assert len(play(world, answer(world, COUNTER, 5)).world.offers) == 1  # 1,600


@pytest.mark.parametrize(("standing", "signed"), [(5_500, False), (8_000, True)])
def test_a_friend_gives_more(standing: int, signed: bool) -> None:
    world = with_figures(offered(STEP), {"isles/builder/standing": standing})
    turn = play(world, answer(world, COUNTER, 3))  # 800; a friend's limit is 850
    assert bool(turn.world.contracts) is signed


def test_another_suitor_makes_a_partner_give_more() -> None:
    plan = replace(STEP, reserve=600, id="astep")  # limit 650 alone, 800 with a rival's offer
    alone, courted = offered(plan), offered(plan, SCHOOL)
    assert play(alone, answer(alone, COUNTER, 3)).world.contracts == ()
    assert len(play(courted, answer(courted, COUNTER, 3)).world.contracts) == 1


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ((COUNTER,), problems.MALFORMED),
        ((COUNTER, 2, 2), problems.MALFORMED),
        ((3,), problems.MALFORMED),
        ((ACCEPT, 2), problems.MALFORMED),
        ((COUNTER, 99), problems.OFF_GRID),
        ((COUNTER, 1), problems.NO_CHANGE),
    ],
)
def test_answers_that_are_none(setting: tuple[int, ...], code: str) -> None:
    world = offered(STEP)
    assert [x.code for x in order_problems(world, "isles", answer(world, *setting))] == [code]


def test_courting_warms_and_warms_less_where_it_is_warm() -> None:
    gains = {}
    for standing in (2_000, 5_500, 9_500, 10_000):
        world = with_figures(open_world(level(), 1), {"isles/maker/standing": standing})
        turn = play(world, Order("court", "maker", (1,)))
        gains[standing] = turn.world.memories[0].change
    assert gains == {2_000: 600, 5_500: 540, 9_500: 60, 10_000: 0}
