"""What sites, residues, firms, scrap, risk and surveys do over some turns (R40 to R47)."""

from dataclasses import replace

from game.engine.definitions.level import Level
from game.engine.definitions.sites import Holder, Residue, Scrap, Shocks
from game.engine.draws import draw
from game.engine.options import options
from game.engine.orders import Order
from game.engine.scoring import end_values
from game.engine.turn import resolve_turn
from game.engine.view import believed_world, view
from game.engine.world import World
from game.engine.world import bare_world as open_world
from game.lab.systems.site_knobs import with_sites
from tests.nickel_for_rules import nickel_level
from tests.rules.rulebook import check_turn
from tests.worlds_for_rules import (
    KT,
    USD_M,
    arland,
    level_at_rest,
    mineral,
    mines,
    parameters,
    partner,
    plant,
    policy,
    sheets_for,
    whole,
    with_figures,
)

CARE = "isles/care/"


def play(world: World, turns: int, *orders: Order, seat: str = "arland") -> World:
    """Return the world some turns later; the orders are given in the first of them."""
    for turn in range(turns):
        result = resolve_turn(world, sheets_for(world, orders if turn == 0 else (), seat))
        assert all(x.status == "done" for x in result.results)
        check_turn(world, result)
        world = result.world
    return world


def invested(level: Level, figures: dict[str, int], turns: int = 4) -> World:
    """Return the nickel world under a full ban, some turns later."""
    world = with_figures(open_world(level, 3), figures)
    return play(world, turns, Order("export_ban", "nickel.ore", (10_000, 0)), seat="isles")


def capital(world: World) -> int:
    """Return what plants begun in play have cost, US$."""
    return sum(x.cost for x in world.plants if x.state == "isles")


def plain() -> Level:
    return nickel_level(offers=(), events=())


def changed(**of_isles: object) -> Level:
    level = plain()
    return replace(level, states=(replace(level.states[0], **of_isles), *level.states[1:]))


def test_open_residue_is_a_debt_at_the_end() -> None:
    dirty = level_at_rest(mineral(residue=Residue(1_000, 0)))
    after, clean = play(open_world(dirty, 1), 1), play(open_world(level_at_rest(), 1), 1)
    owed = end_values(after, "arland").clean_up - end_values(clean, "arland").clean_up
    assert owed == 200_000 * 50


def test_care_slows_mines() -> None:
    world = open_world(plain(), 3)
    care = {CARE + "no_go": 5_000, CARE + "resettlement": 10_000}
    free, careful = play(world, 4), play(with_figures(world, care), 4)
    grown = ["isles/centre-mine/capacity", "isles/rim-mine/capacity"]
    assert sum(map(careful.figure, grown)) < sum(map(free.figure, grown))
    assert careful.figure("isles/centre/grievance") < free.figure("isles/centre/grievance")


def test_a_rule_to_buy_at_home_keeps_plants_away() -> None:
    thin = replace(plain(), minerals=(replace(plain().minerals[0], refined_share=6_700),))
    bound = invested(thin, {CARE + "local_content": 6_000})
    assert capital(bound) < capital(invested(thin, {}))


def test_a_holders_tax_cuts_the_flow_and_lifts_the_price() -> None:
    held = level_at_rest(mines(holder=Holder(10_000, 0, 0)))
    tax = {"arland/north-mine/hold/holder_tax": 100_000}
    before = play(open_world(held, 1), 1)
    taxed = play(with_figures(open_world(held, 1), tax), 1)
    assert taxed.figure("arland/metal/mined") < before.figure("arland/metal/mined")
    rise = taxed.figure("metal/price") - before.figure("metal/price")
    assert rise > 0
    ore = level_at_rest().minerals[0].ore_share
    assert rise * ore // 10_000 < 100_000, "the buyers bear less than the whole tax"


def test_a_risky_state_gets_fewer_plants() -> None:
    calm, risky = invested(changed(risk=0), {}), invested(changed(risk=9_000), {})
    assert capital(risky) < capital(calm)


def test_terms_bring_fewer_plants_and_all_of_them_bound() -> None:
    holiday = {"isles/nickel/holiday": 10}
    free = invested(plain(), holiday)
    bound = invested(plain(), {**holiday, CARE + "entry_terms": 2})
    assert capital(bound) < capital(free)
    assert free.figure(CARE + "bound") == 0
    share = bound.figure(CARE + "bound") / max(1, bound.figure(CARE + "begun"))
    assert share > 0
    for place in ("centre", "rim"):
        assert bound.figure(f"isles/{place}/grievance") <= free.figure(f"isles/{place}/grievance")


def test_a_name_brings_room_for_plants_after_some_years() -> None:
    promoted = {CARE + "promotion_budget": 20 * USD_M}
    first, unknown = invested(plain(), promoted, 1), invested(plain(), {}, 1)
    assert first.figure("isles/nickel/room") == unknown.figure("isles/nickel/room")
    later, still = invested(plain(), promoted, 4), invested(plain(), {}, 4)
    assert capital(later) > capital(still)
    assert later.figure("isles/total_revenue") != still.figure("isles/total_revenue")


def test_what_is_bought_today_is_scrap_about_a_life_later() -> None:
    scrap = Scrap(in_use=0, home_use=30 * KT, growth=0, life=9)
    world = open_world(level_at_rest(policy(scrap=scrap)), 1)
    slot = "arland/metal/scrap/"
    dead = []
    for _ in range(12):
        before = world.figure(slot + "dumped")
        world = play(world, 1)
        dead.append(world.figure(slot + "dumped") - before)
    assert dead[:3] == [0, 0, 0]
    half = next(turn for turn, amount in enumerate(dead) if amount >= 15 * KT)
    assert 6 <= half <= 11
    assert sorted(dead) == dead


def test_dear_energy_costs_plants_their_profit() -> None:
    level = level_at_rest(plant(50), whole(shocks=Shocks(0, 0)))
    cheap = play(open_world(level, 1), 1)
    dear = play(with_figures(open_world(level, 1), {"world/shocks/energy": 30_000}), 1)
    assert dear.figure("arland/receipts") < cheap.figure("arland/receipts")


def test_doubt_holds_plants_back_and_nobody_sees_the_truth() -> None:
    level = plain()
    doubtful = tuple(replace(x, doubt=9_000) for x in level.states[0].fields)
    unsure = replace(level, states=(replace(level.states[0], fields=doubtful), *level.states[1:]))
    world = open_world(unsure, 3)
    assert capital(invested(unsure, {})) < capital(invested(level, {}))
    truth = "isles/centre-mine/reserves"
    assert view(world, "isles").figure(truth) is None
    assert believed_world(view(world, "isles"), 4).figure(truth) != world.figure(truth)


def test_a_survey_moves_the_estimate_towards_the_truth() -> None:
    level = with_sites(plain())
    world = open_world(level, 5)
    field = "isles/centre-mine/"
    gap = abs(world.figure(field + "survey/estimate") - world.figure(field + "reserves"))
    after = play(world, 1, Order("survey", "centre-mine", (20,)), seat="isles")
    left = abs(after.figure(field + "survey/estimate") - after.figure(field + "reserves"))
    assert left < gap // 3
    assert after.figure(field + "survey/doubt") == 800


def test_the_real_worlds_hold_what_luck_says_and_not_the_same() -> None:
    from game.engine.start.opening import open_world as opened

    level = with_sites(plain())
    held = {opened(level, seed).figure("isles/centre-mine/reserves") for seed in range(6)}
    assert len(held) > 3


PAPERS = "arland/north-mine/papers/"
STOP = Order("licence_terms", "north-mine", (2,))


def heard(level: Level, won: bool) -> World:
    """Return a world a year after a firm went to court, with luck that wins or loses."""
    chance = (10_000 - level.states[0].enforcement) // 2
    luck = (x for x in range(1_000) if (draw(x, 1, "appeal", "arland.north-mine") < chance) is won)
    return play(open_world(level, next(luck)), 2, STOP)


def test_a_court_may_put_a_date_off() -> None:
    won, lost = heard(level_at_rest(), won=True), heard(level_at_rest(), won=False)
    assert won.figure(PAPERS + "terms_due") == 4
    assert lost.figure(PAPERS + "terms_due") == 2
    assert {won.figure(PAPERS + "answer"), lost.figure(PAPERS + "answer")} <= {2, 3}


def test_a_date_that_passes_before_the_court_speaks_ends_the_stage() -> None:
    level = level_at_rest(parameters(appeal_years=2))
    world = play(open_world(level, 1), 2, replace(STOP, setting=(1,)))
    assert world.figure(PAPERS + "answer") == 5
    assert world.figure(PAPERS + "terms_due") == 0


def test_a_date_lifted_costs_belief_and_the_firm_goes_on_as_before() -> None:
    world = play(open_world(level_at_rest(), 1), 1, STOP)
    kept, lifted = play(world, 1), play(world, 1, replace(STOP, setting=(0,)))
    assert lifted.figure(PAPERS + "answer") == 0
    assert lifted.figure("arland/credibility") < kept.figure("arland/credibility")


def test_careful_partners_mind_when_a_stage_moves_abroad() -> None:
    tweaks = (mines(reserves=1_500 * KT), arland(credibility=6_000), partner("east", threshold=1))
    world = play(open_world(level_at_rest(*tweaks), 1), 3, STOP)
    assert world.figure(PAPERS + "answer") == 5
    assert world.figure("arland/east/standing") < world.figure("arland/west/standing") - 200


def test_a_pact_can_be_ended_and_its_calm_goes_with_it() -> None:
    level = level_at_rest(mines(holder=Holder(5_000, 10_000, 3_000)))
    agreed = play(open_world(level, 1), 1, Order("holder_pact", "north-mine", (2_000,)))
    ended = play(agreed, 1, Order("holder_pact", "north-mine", (0,)))
    kept = play(agreed, 1)
    assert ended.figure("arland/north-mine/hold/pact") == 0
    assert ended.figure("arland/north/grievance") > kept.figure("arland/north/grievance")


def test_a_register_and_tracing_cost_something() -> None:
    cheap = invested(plain(), {})
    known = invested(plain(), {CARE + "owner_register": 1, CARE + "traceability": 1})
    assert known.figure("isles/nickel/invested") <= cheap.figure("isles/nickel/invested")
    assert known.figure("isles/total_revenue") != cheap.figure("isles/total_revenue")


def test_rules_bite_less_in_a_province_with_held_ground() -> None:
    held = level_at_rest(mines(holder=Holder(10_000, 0, 0)))
    free = level_at_rest()
    worlds = [play(open_world(x, 1), 1) for x in (held, free)]
    forest, anger = ("arland/north/forest", "arland/north/grievance")
    assert worlds[0].figure(forest) > worlds[1].figure(forest)
    assert worlds[0].figure(anger) > worlds[1].figure(anger)


def test_who_leaves_sells_at_home_when_nobody_stays() -> None:
    leavers = tuple(partner(x, exit_at=6_000) for x in ("east", "west", "south", "isle"))
    level = level_at_rest(arland(risk=9_000), *leavers, plant(50, "east"))
    world = play(open_world(level, 1), 1)
    assert {x.owner for x in world.plants if x.state == "arland" and x.opens < 0} == {"home"}


def test_equipped_levels_list_every_lever_of_sites() -> None:
    world = open_world(with_sites(plain()), 1)
    listed = {order.lever for order in options(world, "isles")}
    wanted = {"holder_pact", "road_block", "formalise", "waste_store", "survey", "collection"}
    assert wanted <= listed
