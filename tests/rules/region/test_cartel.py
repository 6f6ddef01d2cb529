"""R50: a joint cut of output, kept or not (S33)."""

from dataclasses import replace

from game.engine.view import believed_world, view
from game.engine.world import World
from tests.region_for_rules import (
    ARLAND,
    BORLAND,
    CORLAND,
    MEMBERS,
    cheat,
    opened,
    play,
    pledge,
    rest,
    turn,
)
from tests.worlds_for_rules import KT, mineral, mines, rival, with_figures


def cut(world: World, size: int, *seats: str) -> World:
    """Return the world after a round of pledges and a turn with the cut in force."""
    return turn(turn(world, *(pledge(seat, size) for seat in seats)))


def price(world: World) -> int:
    return world.figure("metal/price")


def sold(world: World, seat: str) -> int:
    return world.figure(f"{seat}/metal/ore_value")


def test_r50_the_lowest_pledge_of_two_binds_from_the_next_turn() -> None:
    world = turn(opened(), pledge(ARLAND, 3_000), pledge(BORLAND, 2_000))
    assert world.figure("region/cut") == 2_000
    assert world.figure("arland/metal/mined") == 200_000_000
    world = turn(world)
    assert world.figure("arland/metal/mined") == 160_000_000
    assert world.figure("borland/metal/mined") == 80_000_000
    assert world.figure("corland/metal/mined") == 100_000_000


def test_r50_one_pledge_alone_binds_nobody() -> None:
    world = cut(opened(), 4_000, ARLAND)
    assert world.figure("region/cut") == 0
    assert price(world) == price(rest(opened(), 2))


def test_r50_a_cut_of_a_fifth_by_two_fifths_of_supply_raises_the_price_by_r11() -> None:
    # 40 % of supply x 20 % = 8 % missing; a tenth of it comes from stocks; 2 x 7.2 % = 14.4 %.
    world = cut(opened(mineral(safety_months=0)), 2_000, *MEMBERS)
    assert price(world) == 1_144_000


def test_r50_the_price_rises_with_the_joint_share_and_with_compliance() -> None:
    two = cut(opened(), 2_000, ARLAND, BORLAND)
    three = cut(opened(), 2_000, *MEMBERS)
    assert price(opened()) < price(two) < price(three)
    assert 2_900 <= two.figure("region/joint_share") <= 3_000
    assert 3_880 <= three.figure("region/joint_share") <= 4_000
    agreed = turn(opened(), *(pledge(x, 2_000) for x in MEMBERS))
    cheated = turn(agreed, cheat(CORLAND))
    assert price(two) == price(cheated) < price(three)
    assert 7_300 <= cheated.figure("region/compliance") <= 7_600


def test_r50_a_defector_earns_the_premium_and_a_loyal_member_less() -> None:
    agreed = turn(opened(mineral(safety_months=0)), *(pledge(x, 2_000) for x in MEMBERS))
    usual = sold(agreed, BORLAND)
    held = turn(agreed, cheat(BORLAND))
    premium = price(held) * 10_000 // 1_000_000 - 10_000
    assert premium > 0
    defector = sold(held, BORLAND) * 10_000 // usual - 10_000
    loyal = sold(held, CORLAND) * 10_000 // usual - 10_000
    assert abs(defector - premium) <= 2
    assert abs(loyal - (8_000 * (10_000 + premium) // 10_000 - 10_000)) <= 2
    assert defector > loyal


def test_r50_a_small_joint_share_does_not_pay_and_a_large_one_does() -> None:
    small = turn(opened(), pledge(BORLAND, 1_000), pledge(CORLAND, 1_000))
    assert sold(turn(small), BORLAND) < sold(small, BORLAND)
    level = (
        mineral(safety_months=0),
        rival(output=100 * KT, ceiling=100 * KT),
        mines(capacity=700 * KT),
    )
    large = turn(opened(*level), *(pledge(x, 1_000) for x in MEMBERS))
    assert sold(turn(large), BORLAND) > sold(large, BORLAND)


def test_r50_a_cheat_is_hidden_until_it_is_caught_and_then_pays() -> None:
    agreed = turn(opened(), *(pledge(x, 2_000) for x in MEMBERS))
    caught = clean = 0
    for seed in range(12):
        world = turn(_with_seed(agreed, seed), cheat(BORLAND))
        seen = view(world, ARLAND)
        assert seen.figure("borland/region/cheats") is None
        assert seen.figure("borland/metal/mined") is None
        if world.figure("borland/region/caught"):
            caught += 1
            assert seen.figure("borland/region/caught") == 2
            quiet = turn(_with_seed(agreed, seed))
            assert world.figure("arland/revenue") > quiet.figure("arland/revenue")
            assert world.figure("region/cohesion") < quiet.figure("region/cohesion")
        else:
            clean += 1
            assert seen.figure("borland/region/caught") == 0
    assert caught
    assert clean


def _with_seed(world: World, seed: int) -> World:
    return replace(world, seed=seed)


def test_r50_shared_data_make_a_cheat_easier_to_see() -> None:
    agreed = turn(opened(), *(pledge(x, 2_000) for x in MEMBERS))
    found = []
    for quality in (0, 10_000):
        before = with_figures(agreed, {"region/data_quality": quality})
        runs = [turn(_with_seed(before, seed), cheat(BORLAND)) for seed in range(40)]
        found.append(sum(1 for x in runs if x.figure("borland/region/caught")))
    assert found[0] < found[1]


def test_r50_buyers_resent_the_cut_and_a_broken_pledge_costs_belief() -> None:
    held = cut(opened(), 4_000, *MEMBERS)
    plain = rest(opened(), 2)
    assert held.figure("arland/east/standing") < plain.figure("arland/east/standing")
    left = turn(held, pledge(ARLAND, 0))
    assert left.figure("arland/credibility") < turn(held).figure("arland/credibility")


def test_what_a_seat_imagines_of_others_is_that_they_keep_the_cut() -> None:
    agreed = turn(opened(), *(pledge(x, 2_000) for x in MEMBERS))
    secret = play(agreed, (cheat(BORLAND),))
    imagined = believed_world(view(secret, ARLAND), 5)
    assert imagined.figure("borland/region/cheats") == 0
    assert believed_world(view(secret, BORLAND), 5).figure("borland/region/cheats") == 1
