"""R54, R56 to R59: meetings, the window, cohesion, the initiative, limits and opinion."""

from dataclasses import replace

import pytest

from game.engine.definitions.happenings import OfferPlan, Term
from game.engine.options import options, order_problems
from game.engine.orders import Order
from game.engine.problems import WINDOW_CLOSED, WINDOW_EMPTY
from game.engine.view import view
from game.engine.world import World
from tests.region_for_rules import (
    ARLAND,
    BORLAND,
    CORLAND,
    MEMBERS,
    opened,
    play,
    region,
    rest,
    turn,
)
from tests.worlds_for_rules import USD_M, Tweak, parameters, whole

CLOSE = Order("export_ban", "metal.ore", (10_000, 0))
FOR, AGAINST = 1, 2


def vote(seat: str, card: str, choice: int) -> tuple[str, Order]:
    return seat, Order("vote_card", card, (choice,))


def at_the_meeting(*votes: tuple[str, Order], card: str = "lead") -> World:
    """Return the world after a proposal in the first turn and the meeting of the second."""
    return play(opened(), ((ARLAND, Order("propose_card", card, (1,))),), votes)


def test_r54_what_half_want_and_nobody_blocks_is_adopted() -> None:
    world = at_the_meeting(vote(ARLAND, "lead", FOR), vote(BORLAND, "lead", FOR))
    assert world.figure("region/lead_body") == 1
    assert world.figure("region/lead/stage") == 2


def test_r54_one_objection_stops_it_and_costs_cohesion() -> None:
    blocked = at_the_meeting(
        vote(ARLAND, "lead", FOR), vote(BORLAND, "lead", FOR), vote(CORLAND, "lead", AGAINST)
    )
    agreed = at_the_meeting(*(vote(x, "lead", FOR) for x in MEMBERS))
    assert blocked.figure("region/lead_body") == 0
    assert blocked.figure("region/lead/stage") == 0
    assert blocked.figure("region/cohesion") == agreed.figure("region/cohesion") - 200


def test_r54_one_vote_of_three_is_too_few() -> None:
    assert at_the_meeting(vote(ARLAND, "lead", FOR)).figure("region/lead_body") == 0


def test_r54_a_proposal_waits_and_meetings_keep_their_dates() -> None:
    world = play(opened(), (), ((ARLAND, Order("propose_card", "lead", (1,))),))
    assert "lead" not in options(world, BORLAND).targets("vote_card")
    world = turn(world)
    assert "lead" in options(world, BORLAND).targets("vote_card")
    assert "lead" not in options(world, BORLAND).targets("propose_card")


def test_r54_a_meeting_brings_members_closer() -> None:
    meets = rest(opened(), 2).figure("region/cohesion")
    never = rest(opened(region(meets_first=-1, cards=())), 2).figure("region/cohesion")
    assert meets == never + 300


def test_r54_votes_stay_hidden_until_they_are_counted() -> None:
    """Votes are orders of the meeting's own turn: nothing of them is in a world before it."""
    world = turn(opened(), (ARLAND, Order("propose_card", "lead", (1,))))
    seen = view(world, BORLAND)
    assert seen.figure("region/lead/ayes") == seen.figure("region/lead/noes") == 0
    counted = view(turn(world, vote(ARLAND, "lead", FOR)), BORLAND)
    assert counted.figure("region/lead/ayes") == 1


def test_r56_the_window_lends_cheaply_to_several_lenders() -> None:
    pool = {"region/window": 200 * USD_M, "arland/autonomy": 6_000}
    order = (ARLAND, Order("draw_window", "", (100,)))
    drawn, borrowed = (
        turn(opened(figures=pool), order),
        turn(opened(figures=pool), (ARLAND, Order("borrow", "", (100,)))),
    )
    assert drawn.figure("arland/region/window_debt") == 90 * USD_M
    assert drawn.figure("arland/debt") == 90 * USD_M
    assert drawn.figure("arland/revenue") == borrowed.figure("arland/revenue") + 3 * USD_M
    assert drawn.figure("arland/autonomy") >= borrowed.figure("arland/autonomy")


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ({"region/window": 0}, WINDOW_EMPTY),
        ({"arland/region/window_debt": USD_M}, WINDOW_EMPTY),
        ({"arland/autonomy": 1_000}, WINDOW_CLOSED),
        ({"arland/east/debt": 90 * USD_M, "arland/west/debt": 10 * USD_M}, WINDOW_CLOSED),
    ],
)
def test_r56_it_asks_for_choices_and_for_spread_debts(figures: dict[str, int], code: str) -> None:
    rules = {"region/window": 200 * USD_M, "arland/autonomy": 5_000, **figures}
    found = order_problems(opened(figures=rules), ARLAND, Order("draw_window", "", (100,)))
    assert [x.code for x in found] == [code]


def test_r56_the_window_is_open_to_a_state_that_banks_lend_no_more() -> None:
    """A member may owe it an equal part of the full pool, here 100 of 300 million US$."""
    figures = {"region/window": 200 * USD_M, "arland/autonomy": 6_000, "arland/debt": 9_000 * USD_M}
    world = opened(figures=figures)
    assert order_problems(world, ARLAND, Order("borrow", "", (100,)))
    assert not order_problems(world, ARLAND, Order("draw_window", "", (100,)))


def offer(seat: str = ARLAND) -> Tweak:
    """Return a tweak with an offer in which volume is worth most to the partner."""
    plan = OfferPlan(
        id="buy", partner="east", seat=seat, kind="offtake", mineral="metal", province="north",
        first_turn=1, last_turn=9, chance=10_000, gate=(), reserve=300,
        terms=(Term("offtake", (0, 1_000, 2_000, 3_000), 2_000, 300),),
    )  # fmt: skip
    return whole(offers=(plan,))


def test_r57_a_side_deal_lowers_cohesion() -> None:
    world = turn(opened(offer()))
    (open_offer,) = world.offers
    signed = turn(world, (ARLAND, Order("answer_offer", open_offer.id, (1,))))
    refused = turn(world, (ARLAND, Order("answer_offer", open_offer.id, (0,))))
    assert signed.figure("region/cohesion") == refused.figure("region/cohesion") - 500


def test_r57_one_voice_is_offered_more_and_is_given_more() -> None:
    first = {}
    for cohesion in (1_000, 5_000, 9_000):
        world = turn(opened(offer(), figures={"region/cohesion": cohesion}))
        first[cohesion] = world.offers[0].terms[0]
    assert first == {1_000: 3_000, 5_000: 2_000, 9_000: 1_000}
    for cohesion, gives in ((3_500, False), (6_500, True)):
        world = turn(opened(offer(), figures={"region/cohesion": cohesion}))
        asked = Order("answer_offer", world.offers[0].id, (2, 1_000))
        assert bool(turn(world, (ARLAND, asked)).contracts) is gives


def test_r57_policies_that_part_ways_wear_cohesion_down() -> None:
    apart = rest(turn(opened(region(cartel="")), (ARLAND, CLOSE)), 3)
    together = rest(turn(opened(region(cartel="")), *((x, CLOSE) for x in MEMBERS)), 3)
    assert apart.figure("region/cohesion") < together.figure("region/cohesion")


def test_r58_who_joins_drifts_who_watches_less_and_autonomy_pays() -> None:
    worlds = [
        rest(
            turn(opened(), (ARLAND, Order("initiative", "", (stance,))))
            if stance
            else turn(opened()),
            4,
        )
        for stance in (0, 1, 2)
    ]
    drift = [x.figure("arland/region/drift") for x in worlds]
    autonomy = [x.figure("arland/autonomy") for x in worlds]
    standing = [x.figure("arland/east/standing") for x in worlds]
    assert drift == sorted(drift)
    assert drift[0] == 0 < drift[1]
    assert autonomy == sorted(autonomy, reverse=True)
    assert autonomy[0] > autonomy[2]
    assert standing[0] < standing[2]


def test_r58_money_follows_the_words_rarely_and_only_to_who_joined() -> None:
    def funded(stance: int) -> int:
        order = ((ARLAND, Order("initiative", "", (stance,))),) if stance else ()
        worlds = [turn(replace(opened(), seed=seed), *order) for seed in range(120)]
        usual = turn(opened()).figure("arland/revenue")
        return sum(1 for x in worlds if x.figure("arland/revenue") > usual + 40 * USD_M)

    assert funded(0) == funded(1) == 0
    assert 0 < funded(2) < 30


def test_r59_limits_spread_and_make_an_answer_likelier() -> None:
    answered = []
    for level in (0, 10_000):
        sure = parameters(retaliation_chance=4_000)
        world = opened(sure, figures={"region/restrictions": level})
        runs = [turn(replace(rest(world), seed=seed), (ARLAND, CLOSE)) for seed in range(60)]
        answered.append(
            sum(
                1
                for x in runs
                for y in ("east", "west")
                if x.figure(f"arland/region/{y}/answer_until")
            )
        )
        assert runs[0].figure("region/restrictions") > level or level == 10_000
    assert 0 < answered[0] < answered[1]


def test_r59_an_answer_takes_part_of_what_the_partner_buys() -> None:
    answered = turn(opened(figures={"arland/region/east/answer_until": 5}))
    plain = turn(opened())
    lost = plain.figure("arland/value") - answered.figure("arland/value")
    assert lost == plain.figure("arland/east/bought") // 10


def test_r59_a_deal_with_a_disliked_partner_costs_trust() -> None:
    world = opened()
    joined = turn(world, (ARLAND, Order("initiative", "", (2,))))
    plain = turn(world)
    assert joined.figure("arland/trust") < plain.figure("arland/trust")
    liked = opened(figures={"arland/region/east/opinion": 8_000})
    welcome = turn(liked, (ARLAND, Order("initiative", "", (2,))))
    assert welcome.figure("arland/trust") == plain.figure("arland/trust")


def test_r59_dislike_at_home_cools_relations() -> None:
    standing = {}
    for opinion in (1_000, 5_000, 9_000):
        world = rest(opened(figures={"arland/region/south/opinion": opinion}), 2)
        standing[opinion] = world.figure("arland/south/standing")
    assert standing[1_000] < standing[5_000] < standing[9_000]


def test_r59_opinion_follows_deeds_and_returns_to_its_start() -> None:
    path = "arland/region/east/opinion"
    world = rest(opened(figures={path: 9_000}), 3)
    assert 2_000 < world.figure(path) < 9_000

    def after_a_plant(owner: str) -> int:
        plan = OfferPlan(
            id="works", partner=owner, seat=ARLAND, kind="plant", mineral="metal",
            province="north", first_turn=1, last_turn=9, chance=10_000, gate=(), reserve=0,
            terms=(Term("feed", (10, 20), 20, 0),),
        )  # fmt: skip
        built = turn(opened(whole(offers=(plan,))))
        built = turn(built, (ARLAND, Order("answer_offer", built.offers[0].id, (1,))))
        assert [x.owner for x in built.plants] == [owner]
        return built.figure(path)

    assert after_a_plant("east") == after_a_plant("west") + 262
