"""Signs of deals with firms and partners: which way each must move an outcome, and T25, T27."""

from dataclasses import replace

import pytest

from game.engine.definitions.deals import Concession
from game.engine.definitions.happenings import Condition, Effect, EventPlan
from game.engine.definitions.level import Level
from game.engine.draft import Draft
from game.engine.layout.layout import layout_of
from game.engine.orders import Order
from game.engine.rules.partners import renewals
from game.engine.turn import DONE, resolve_turn
from game.engine.world import Contract, World
from game.engine.world import bare_world as open_world
from tests.rules.cases_deals import asks, contract, renewal, right
from tests.rules.cases_demand import goods, near, rung, two_minerals
from tests.rules.cases_treaties import MEMO, TEACHERS, memo, shield, tariffs, trade
from tests.rules.rulebook import check_turn
from tests.worlds_for_rules import (
    KT,
    USD_M,
    Tweak,
    level_at_rest,
    metal,
    mineral,
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


# ---- S11, S12: treaties -------------------------------------------------------------------------

TRADE_PACT = trade(8_000, 4)


def test_a_trade_treaty_raises_what_metal_earns() -> None:
    base = (plant(100, "east"), *tariffs(2_000))
    bound = games(*base, whole(agreements=(TRADE_PACT,)))[-1]
    free = games(*base, whole(agreements=(replace(TRADE_PACT, members=()),)))[-1]
    assert bound.figure("arland/total_revenue") > free.figure("arland/total_revenue")


def test_joining_it_in_the_game_does_the_same_later() -> None:
    base = (plant(100, "east"), *tariffs(2_000))
    pact = whole(agreements=(replace(TRADE_PACT, members=()),))
    joined = games(*base, pact, turns=6, orders={1: (Order("ratify", "pact", (1,)),)})
    outside = games(*base, pact, turns=6)
    assert joined[0].figure("arland/metal/tariff") == outside[0].figure("arland/metal/tariff")
    assert joined[-1].figure("arland/metal/tariff") < outside[-1].figure("arland/metal/tariff")
    assert joined[-1].figure("arland/standing") > outside[-1].figure("arland/standing")


def test_a_ban_costs_more_standing_under_a_trade_treaty() -> None:
    ban = {1: (Order("export_ban", "metal.ore", (10_000, 0)),)}
    bound = games(whole(agreements=(TRADE_PACT,)), turns=2, orders=ban)[-1]
    free = games(turns=2, orders=ban)[-1]
    assert bound.figure("arland/standing") < free.figure("arland/standing")


def test_a_buyer_with_a_lower_tariff_takes_more() -> None:
    worlds = games(plant(100), *tariffs(3_000, "east"))
    assert worlds[-1].figure("arland/east/bought") < worlds[-1].figure("arland/west/bought")


def test_an_award_costs_revenue_and_a_settlement_less() -> None:
    pact = whole(agreements=(shield("east"),))
    claim = {"arland/shield/claim": 400 * USD_M, "arland/shield/claim_due": 2}
    settle = {0: (Order("answer_claim", "shield", (1,)),)}
    settled = games(pact, start=claim, orders=settle)[-1]
    plain = games(pact)[-1]
    lost = plain.figure("arland/treasury") - settled.figure("arland/treasury")
    assert lost == 100 * USD_M
    assert settled.figure("arland/east/standing") > plain.figure("arland/east/standing")


def test_defence_wins_some_claims_that_would_be_lost() -> None:
    level = level_at_rest(whole(agreements=(shield("east"),)))
    claim = {"arland/shield/claim": 400 * USD_M, "arland/shield/claim_due": 1}
    awards = {0: 0, 2: 0}
    for seed in range(60):
        for answer in awards:
            world = with_figures(open_world(level, seed), claim)
            orders = (Order("answer_claim", "shield", (answer,)),) if answer else ()
            world = resolve_turn(world, sheets_for(world, orders)).world
            turn = resolve_turn(world, sheets_for(world))
            awards[answer] += any(x.rule == "award_paid" for x in turn.ledger)
    assert 15 < awards[0] < 40
    assert awards[2] < awards[0]


def test_a_right_that_ends_under_a_treaty_is_claimed_for() -> None:
    ends = (whole(concessions=(right(1),), agreements=(shield("east"),)),)
    claims = [
        resolve_all(level_at_rest(*ends), seed, 2).figure("arland/shield/claim")
        for seed in range(20)
    ]
    assert 4 <= sum(1 for x in claims if x) <= 16
    assert max(claims) > 200 * USD_M  # five years of the firm's half


def resolve_all(level: Level, seed: int, turns: int) -> World:
    world = open_world(level, seed)
    for _ in range(turns):
        world = resolve_turn(world, sheets_for(world)).world
    return world


def test_an_unmet_ruling_brings_tariffs_and_a_defence_fewer() -> None:
    tweaks = (policy(ban=10_000), plant(100), *tariffs(500), partner("isle", litigates=True))
    level = level_at_rest(*tweaks)
    hits = {0: 0, 2: 0, 3: 0}
    for seed in range(40):
        for answer in hits:
            world = with_figures(open_world(level, seed), {"arland/dispute_stage": 3})
            orders = (Order("answer_dispute", "", (answer,)),) if answer else ()
            world = resolve_turn(world, sheets_for(world, orders)).world
            hits[answer] += world.figure("arland/isle/retaliation") > 0
    assert hits[0] > hits[2] > hits[3] == 0


# ---- S15: memoranda -----------------------------------------------------------------------------


def test_a_memorandum_gives_standing_here_and_takes_it_there() -> None:
    level = whole(offers=(MEMO,))
    signed = games(level, turns=2, orders={1: (Order("answer_offer", "memo.001", (1,)),)})[-1]
    delayed = games(level, turns=2)[-1]
    assert signed.figure("arland/west/standing") > delayed.figure("arland/west/standing")
    assert signed.figure("arland/east/standing") < delayed.figure("arland/east/standing")


def test_a_project_that_waits_for_a_memorandum_comes_only_after_it() -> None:
    project = replace(TEACHERS, partner="west", follows="memo", first_turn=2, last_turn=6)
    level = whole(offers=(MEMO, project))
    signed = games(level, turns=4, orders={1: (Order("answer_offer", "memo.001", (1,)),)})
    delayed = games(level, turns=4)
    assert any(x.plan == "teachers" for world in signed for x in world.offers)
    assert not any(x.plan == "teachers" for world in delayed for x in world.offers)


def test_without_a_project_people_at_home_trust_it_less() -> None:
    empty = games(contracts=(memo("west", 1),))[-1]
    plain = games()[-1]
    assert empty.figure("arland/trust") < plain.figure("arland/trust")


# ---- S28, S30, S31: where demand goes -----------------------------------------------------------


def test_what_grows_dear_is_left_for_good() -> None:
    path = (1_000_000, 1_500_000, 1_500_000, *(1_000_000,) * 37)
    prices = whole(prices_fed=True, minerals=(metal(fed_price=path),))
    lost = "metal/lost_demand"
    with_rung = games(prices, whole(substitutes=(rung(),)), turns=7)
    without = games(prices, turns=7)
    assert with_rung[-1].figure(lost) > without[-1].figure(lost)
    assert with_rung[-1].figure(lost) == with_rung[4].figure(lost)  # dear no more, and not back


def test_what_users_turn_to_grows_dearer() -> None:
    """The second mineral has no spare supply: what it gains raises its price."""
    dear_one = mineral(price=(1_000_000, *(2_000_000,) * 39))
    level = level_at_rest(dear_one, two_minerals, whole(prices_fed=False))
    rungs = replace(level, substitutes=(rung("other", speed=3_000),))
    assert resolve_all(rungs, 1, 6).figure("other/price") > resolve_all(level, 1, 6).figure(
        "other/price"
    )


def test_harm_done_drives_users_away() -> None:
    ladder = whole(substitutes=(rung(disgust=1_000),), prices_fed=True)
    harmful = {"arland/environment": 0, "arland/metal/mined": 200 * KT}
    gentle = {"arland/environment": 10_000, "arland/metal/mined": 200 * KT}
    lost = "metal/lost_demand"
    worse = games(ladder, turns=1, start=harmful)[-1].figure(lost)
    assert worse > games(ladder, turns=1, start=gentle)[-1].figure(lost)


GOODS_WORLD = (plant(100), policy(component_capacity=20 * KT), whole(products=(goods(4_000),)))


def test_finished_goods_need_technology_and_open_markets() -> None:
    plain = games(*GOODS_WORLD, turns=8)[-1]
    knowing = games(*GOODS_WORLD, whole(products=(goods(9_000),)), turns=8)[-1]
    shut = games(*GOODS_WORLD, *tariffs(4_000), turns=8)[-1]
    made = "arland/metal/product_value"
    assert knowing.figure(made) > plain.figure(made) > shut.figure(made) > 0


def test_money_to_lure_makers_costs_now_and_earns_later() -> None:
    base = (*GOODS_WORLD, whole(products=(goods(1_000),)))
    lured = games(*base, turns=10, orders={0: (Order("lure_makers", "metal", (100 * USD_M,)),)})
    plain = games(*base, turns=10)
    assert lured[0].figure("arland/revenue") < plain[0].figure("arland/revenue")
    made = "arland/metal/product_output"
    assert lured[-1].figure(made) > plain[-1].figure(made)
    assert lured[-1].figure("arland/job_count") > plain[-1].figure("arland/job_count")


def test_buyers_next_door_raise_the_regions_share_and_autonomy() -> None:
    base = (plant(150, "east"), policy(ban=7_500))
    alone = games(*base)[-1]
    beside = games(*base, whole(nearby=(near(40), near(30, buyer="cars"))))[-1]
    assert beside.figure("arland/metal/intra_share") > 0
    assert beside.figure("arland/metal/buyer_hhi") < alone.figure("arland/metal/buyer_hhi")
    assert beside.figure("arland/autonomy") > alone.figure("arland/autonomy")
    assert beside.figure("arland/total_revenue") > alone.figure("arland/total_revenue")


# ---- S44: savings and a store -------------------------------------------------------------------


def test_savings_of_good_years_spare_a_loan_in_bad_ones() -> None:
    """Four good years, then a slump that stops the mines: who saved borrows less."""
    prices = (1_000_000,) * 5 + (400_000,) * 35
    slump = whole(prices_fed=True, minerals=(metal(fed_price=prices),))
    tweaks = (slump, policy(royalty=3_000))
    poor = {"arland/treasury": 0, "arland/debt": 0}
    save = {0: (Order("save_windfall", "", (7_500,)),)}
    saved = games(*tweaks, turns=8, orders=save, start=poor)
    spent = games(*tweaks, turns=8, start=poor)
    assert saved[3].figure("arland/savings/fund") > 0
    assert saved[-1].figure("arland/debt") <= spent[-1].figure("arland/debt")
    assert saved[3].figure("arland/revenue") > spent[3].figure("arland/revenue")  # interest


def test_metal_in_store_raises_the_price_and_sells_later() -> None:
    orders = {
        0: (Order("stockpile", "metal", (2_000,)),),
        3: (Order("stockpile", "metal", (-10_000,)),),
    }
    base = (plant(150),)
    kept = games(*base, turns=5, orders=orders)
    plain = games(*base, turns=5)
    assert kept[2].figure("metal/price") > plain[2].figure("metal/price")
    assert kept[2].figure("arland/revenue") < plain[2].figure("arland/revenue")
    assert kept[3].figure("arland/revenue") > plain[3].figure("arland/revenue")
    assert kept[3].figure("arland/metal/state_stock") == 0


def test_a_contract_can_be_opened_again_only_with_reason() -> None:
    fair = (contract("offtake", ore_offtake=5_000, discount=500),)
    dear = (contract("offtake", ore_offtake=5_000, discount=2_000),)
    ask = {1: (Order("reopen_contract", "deal.000", (1,)),)}
    standing = "arland/east/standing"
    asked = games(turns=2, orders=ask, contracts=fair)[-1]
    given = games(turns=2, orders=ask, contracts=dear)[-1]
    assert asked.contracts[0].term("discount") == 500
    assert given.contracts[0].term("discount") == 1_000
    assert asked.figure(standing) < given.figure(standing)


def test_a_partner_that_pays_too_much_asks_for_less_in_time() -> None:
    fixed = contract("offtake", 40, ore_offtake=5_000, discount=0, fixed=8_000, first_price=500_000)
    worlds = games(whole(prices_fed=True), turns=10, contracts=(fixed,))
    left = [world.contracts[0].term("fixed") for world in worlds]
    assert left[0] in (8_000, 4_000)
    assert left[-1] < 8_000
    assert left == sorted(left, reverse=True)
