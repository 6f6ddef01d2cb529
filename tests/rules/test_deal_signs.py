"""Signs of deals with firms and partners: which way each must move an outcome, and T25, T27."""

from dataclasses import replace

import pytest

from game.engine.deal_definitions import Concession
from game.engine.definitions import Condition, Effect, EventPlan
from game.engine.draft import Draft
from game.engine.layout import layout_of
from game.engine.orders import Order
from game.engine.rules import renewals
from game.engine.turn import DONE, resolve_turn
from game.engine.world import Contract, World
from game.engine.world import bare_world as open_world
from tests.rules.cases_deals import asks, contract, renewal, right
from tests.rules.rulebook import check_turn
from tests.worlds_for_rules import (
    KT,
    USD_M,
    Tweak,
    level_at_rest,
    partner,
    plant,
    policy,
    rival,
    sheets_for,
    whole,
    with_figures,
)

Orders = dict[int, tuple[Order, ...]]


def games(
    *tweaks: Tweak,
    turns: int = 4,
    orders: Orders | None = None,
    contracts: tuple[Contract, ...] = (),
    start: dict[str, int] | None = None,
) -> list[World]:
    """Return the world after each turn; all orders are carried out, every turn is checked."""
    world = with_figures(open_world(level_at_rest(*tweaks), 1), start or {})
    world = replace(world, contracts=contracts)
    found = []
    for turn in range(turns):
        result = resolve_turn(world, sheets_for(world, (orders or {}).get(turn, ())))
        assert [x for x in result.results if x.status != DONE] == []
        check_turn(world, result)
        world = result.world
        found.append(world)
    return found


def share_won(expires: int, share: int, *tweaks: Tweak, **more: object) -> int:
    """Return the share of the mine that the state has after asking for it in the second year."""
    concession = replace(right(expires), **more)
    level = whole(concessions=(concession,), offers=(renewal(),))
    worlds = games(level, *tweaks, turns=2, orders=asks(10, share))
    return worlds[-1].figure("arland/pit/state_share")


# ---- S04, T25: bargaining over years -----------------------------------------------------------


def test_the_fewer_years_are_left_the_more_a_firm_gives() -> None:
    assert share_won(3, 3_500) == 3_500
    assert share_won(9, 3_500) == 0
    assert share_won(9, 1_500) == 1_500


def test_an_outside_option_makes_it_give_less() -> None:
    assert share_won(3, 3_500, claim=0) == 3_500
    assert share_won(3, 3_500, claim=5_000) == 0


def test_a_firm_that_asks_much_of_its_capital_values_later_years_less() -> None:
    assert share_won(5, 1_500, partner("east", hurdle=700)) == 1_500
    assert share_won(5, 3_500, partner("east", hurdle=3_000)) == 0


def test_t25_a_stopped_port_cuts_output_at_once_and_wins_more_of_the_mine() -> None:
    concession = whole(concessions=(right(7),), offers=(renewal(),))
    ban = (Order("export_ban", "metal.ore", (10_000, 0)),)
    open_port = games(concession, turns=2, orders=asks(10, 3_500))
    stopped = games(concession, turns=2, orders={0: ban, **asks(10, 3_500)})
    assert stopped[0].figure("arland/metal/mined") < open_port[0].figure("arland/metal/mined") // 2
    assert open_port[1].figure("arland/pit/state_share") == 0
    assert stopped[1].figure("arland/pit/state_share") == 3_500


def test_f051_ten_points_for_more_years_are_signed() -> None:
    assert share_won(6, 1_500) == 1_500


def test_h128_a_majority_is_bought_at_about_what_its_dividends_are_worth() -> None:
    """A half of this pit for 10 years more: far below its worth no, near it yes."""
    level = level_at_rest(whole(concessions=(right(9),), offers=(renewal(),)))
    world = games(whole(concessions=(right(9),), offers=(renewal(),)), turns=1)[0]
    draft = Draft(world, detail=False)
    plan = level.offers[0]
    cheap = renewals.shortfall(draft, plan, (0, 3_500, 0, 10))
    dearer = renewals.shortfall(draft, plan, (100, 3_500, 0, 10))
    assert cheap > dearer > 0
    fair = renewals.shortfall(draft, replace(plan), (100, 1_500, 0, 10))
    assert fair < 0
    assert layout_of(level).concessions[0].spec == right(9)


def test_a_pledged_smelter_costs_the_state_shares() -> None:
    """What the firm spends on a smelter it cannot give in shares."""
    world = games(whole(concessions=(right(3),), offers=(renewal(),)), turns=1)[0]
    draft = Draft(world, detail=False)
    plan = draft.level.offers[0]
    assert renewals.shortfall(draft, plan, (0, 1_500, 20, 10)) > renewals.shortfall(
        draft, plan, (0, 1_500, 0, 10)
    )


def test_talks_hold_investment_back_until_they_are_settled() -> None:
    concession = whole(concessions=(right(9),), offers=(renewal(),))
    holding = games(concession, turns=6)
    plain = games(turns=6)
    agreed = games(concession, turns=6, orders={1: (Order("answer_offer", "years.001", (1,)),)})
    capacity = "arland/north-mine/capacity"
    assert holding[-1].figure(capacity) < agreed[-1].figure(capacity) <= plain[-1].figure(capacity)
    assert holding[-1].figure("arland/pit/held") >= 5_000
    assert agreed[-1].figure("arland/pit/held") == 0


def test_a_right_that_ends_costs_output_belief_and_a_friend() -> None:
    ended = games(whole(concessions=(right(2),)), turns=4)[-1]
    kept = games(whole(concessions=(right(30),)), turns=4)[-1]
    for figure in ("metal/mined", "credibility", "east/standing"):
        assert ended.figure(f"arland/{figure}") < kept.figure(f"arland/{figure}"), figure
    assert ended.figure("arland/pit/state_share") == 5_000


def test_a_refused_renewal_is_offered_again_after_its_pause() -> None:
    worlds = games(
        whole(concessions=(right(9),), offers=(renewal(),)),
        turns=5,
        orders={1: (Order("answer_offer", "years.001", (0,)),)},
    )
    offered = [[x.id for x in world.offers] for world in worlds[:3]]
    assert offered == [["years.001"], [], ["years.003"]]


# ---- S07: loans ---------------------------------------------------------------------------------


def loan(**terms: int) -> tuple[Contract, ...]:
    return (contract("loan", 6, loan=500, signed=0, **terms),)


OWED = {"arland/debt": 500 * USD_M, "arland/east/debt": 500 * USD_M}


@pytest.mark.parametrize(("low", "high"), [(100, 300), (300, 600), (600, 900)])
def test_a_dearer_loan_leaves_less_revenue(low: int, high: int) -> None:
    cheap = games(contracts=loan(interest=low), start=OWED)[-1]
    dear = games(contracts=loan(interest=high), start=OWED)[-1]
    assert cheap.figure("arland/total_revenue") > dear.figure("arland/total_revenue")


def test_grace_leaves_money_now_and_debt_longer() -> None:
    at_once = games(contracts=loan(interest=200), start=OWED)[1]
    later = games(contracts=loan(interest=200, grace=3), start=OWED)[1]
    assert later.figure("arland/treasury") > at_once.figure("arland/treasury")
    assert later.figure("arland/debt") > at_once.figure("arland/debt")


def test_a_default_with_collateral_costs_autonomy_and_revenue_for_years() -> None:
    start = {**OWED, "arland/treasury": 0}
    swapped = games(turns=6, contracts=loan(interest=200, collateral=3_000), start=start)
    paid = games(turns=6, contracts=loan(interest=200), start=OWED)
    assert swapped[-1].figure("arland/autonomy") < paid[-1].figure("arland/autonomy")
    assert swapped[-1].figure("arland/credibility") < paid[-1].figure("arland/credibility")
    assert swapped[-1].figure("arland/revenue") < paid[-1].figure("arland/revenue")
    assert [x.kind for x in swapped[-1].contracts] == ["swap"]


# ---- S08: promised ore --------------------------------------------------------------------------

SOLD = contract("offtake", ore_offtake=5_000, discount=1_000)


def test_promised_ore_sells_in_a_glut() -> None:
    glut = rival(output=1_000 * KT, ceiling=1_000 * KT)
    free, sure = games(glut)[0], games(glut, contracts=(SOLD,))[0]
    assert free.figure("arland/metal/exports") == 0
    assert sure.figure("arland/metal/exports") >= 70 * KT


def test_it_earns_less_than_the_market_and_narrows_the_buyers() -> None:
    free, sure = games()[-1], games(contracts=(SOLD,))[-1]
    assert sure.figure("arland/metal/ore_value") < free.figure("arland/metal/ore_value")
    assert sure.figure("arland/east/bought") > free.figure("arland/east/bought")
    assert sure.figure("arland/metal/buyer_hhi") > free.figure("arland/metal/buyer_hhi")
    assert sure.figure("arland/autonomy") < free.figure("arland/autonomy")


def test_a_fixed_price_gives_up_the_rise_and_is_spared_the_fall() -> None:
    fixed = (contract("offtake", ore_offtake=5_000, discount=0, fixed=10_000, first_price=250_000),)
    for price, better in ((2_000_000, False), (800_000, True)):
        level = whole(
            minerals=(replace(level_at_rest().minerals[0], fed_price=(price,) * 40),),
            prices_fed=True,
        )
        free, sure = games(level, turns=1)[-1], games(level, turns=1, contracts=fixed)[-1]
        gain = sure.figure("arland/metal/ore_value") - free.figure("arland/metal/ore_value")
        assert (gain > 0) is better


def test_a_later_ban_pays_for_the_breach() -> None:
    promise = (contract("offtake", ore_offtake=5_000, discount=0, breach_cost=40),)
    ban = policy(ban=10_000)
    broken, free = games(ban, contracts=promise)[-1], games(ban)[-1]
    assert free.figure("arland/treasury") - broken.figure("arland/treasury") == 4 * 40 * USD_M
    assert broken.figure("arland/east/standing") < free.figure("arland/east/standing")


# ---- S09: ventures ------------------------------------------------------------------------------


@pytest.mark.parametrize("term", ["local_buying", "home_share"])
def test_terms_of_a_venture_keep_more_value_at_home(term: str) -> None:
    foreign = plant(100, "east")
    terms = (contract("plant", feed=100, **{term: 2_000}),)
    bare = (contract("plant", feed=100),)
    with_term, without = games(foreign, contracts=terms)[-1], games(foreign, contracts=bare)[-1]
    assert with_term.figure("arland/total_value") > without.figure("arland/total_value")
    if term == "home_share":
        assert with_term.figure("east/owners") < without.figure("east/owners")


# ---- S13, T27: a defended case ------------------------------------------------------------------


def _court(turns: int, answer: int) -> list[World]:
    ruling = EventPlan(
        id="ruling",
        kind="answer",
        first_turn=0,
        last_turn=20,
        chance=10_000,
        conditions=(Condition("arland/dispute_stage", "==", 2),),
        effects=(Effect("set", "arland/dispute_stage", 3),),
        repeats=False,
        after="",
        delay=0,
        seat="arland",
    )
    tweaks = (whole(events=(ruling,)), policy(ban=10_000), partner("isle", litigates=True))
    orders = {0: (Order("answer_dispute", "", (answer,)),)} if answer else {}
    return games(*tweaks, turns=turns, orders=orders, start={"arland/dispute_stage": 2})


def test_t27_defence_buys_two_years_and_keeps_the_ban_at_a_cost() -> None:
    plain, defended = _court(4, 0), _court(4, 2)
    stage = "arland/dispute_stage"
    assert [x.figure(stage) for x in plain] == [3, 3, 3, 3]
    assert [x.figure(stage) for x in defended] == [2, 2, 3, 3]
    assert defended[-1].figure("arland/metal/ban") == 10_000
    assert plain[0].figure("arland/treasury") - defended[0].figure("arland/treasury") == 5 * USD_M
    assert defended[0].figure("arland/isle/standing") < plain[0].figure("arland/isle/standing")


def test_only_talks_give_the_ban_up() -> None:
    settled = _court(2, 1)[-1]
    assert settled.figure("arland/metal/ban") == 5_000


def test_a_concession_is_part_of_the_layout_only_where_a_level_has_one() -> None:
    assert layout_of(level_at_rest()).concessions == ()
    assert isinstance(right(3), Concession)
