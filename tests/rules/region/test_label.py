"""R51: a shared certificate pays only when it is known, believed and widely carried (S34)."""

from dataclasses import replace

from game.engine.definitions.region import RECOGNITION, Label
from game.engine.orders import Order
from game.engine.world import World
from tests.region_for_rules import (
    ARLAND,
    BORLAND,
    MEMBERS,
    opened,
    play,
    region,
    rest,
    turn,
)
from tests.worlds_for_rules import Tweak, parameters, partner, plant

CAREFUL = partner("west", threshold=3_000)
LABEL = Order("join_label", "", (1,))


def plants(level):
    """Give every member a plant, so that there is metal to carry the label."""
    states = tuple(
        replace(
            x,
            plants=(
                replace(
                    plant(40)(level).states[0].plants[0], province=x.provinces[0].id, owner=x.id
                ),
            ),
        )
        for x in level.states
    )
    return replace(level, states=states)


QUIET = parameters(scandal_chance=1_000)
"""Few scandals; strictness of the label is met where a test wants none at all."""


def carried(*seats: str, extra: tuple[Tweak, ...] = (), **figures: int) -> World:
    """Return the world two turns after some members took up the label."""
    paths = {path.replace("__", "/"): value for path, value in figures.items()}
    world = opened(plants, CAREFUL, QUIET, region(cards=()), *extra, figures=paths)
    return rest(turn(world, *((seat, LABEL) for seat in seats)), 1)


def premium(world: World, seat: str = ARLAND) -> int:
    return world.figure(f"{seat}/metal/premium")


def test_r51_the_label_costs_at_once_and_pays_nothing_below_coverage() -> None:
    needs_half = parameters(coverage_needed=6_000)
    alone = carried(ARLAND, extra=(needs_half,))
    plain = carried(extra=(needs_half,))
    assert alone.figure("region/coverage") < 6_000
    assert premium(alone) == 0
    assert alone.figure("arland/home_income") < plain.figure("arland/home_income")


def test_r51_it_pays_above_recognition_and_more_the_more_metal_carries_it() -> None:
    two, three = carried(ARLAND, BORLAND), carried(*MEMBERS)
    assert 0 < premium(two) < premium(three)


def test_r51_buyers_whose_standards_it_does_not_reach_do_not_recognise_it() -> None:
    loose = region(label=Label(2_000, 0, 5_000, ""))
    assert premium(carried(*MEMBERS, extra=(loose,))) == 0


def test_r51_firmer_audits_are_believed_more_and_cost_more() -> None:
    outside = carried(*MEMBERS, region__audit=2)
    own = carried(*MEMBERS)
    assert outside.figure("region/label_trust") > own.figure("region/label_trust")
    assert premium(rest(outside, 2)) > premium(rest(own, 2))
    costly = opened(
        plants, region(cards=()), figures={"region/audit": 2, "arland/region/labelled": 1}
    )
    cheap = opened(plants, region(cards=()), figures={"arland/region/labelled": 1})
    assert turn(costly).figure("arland/home_income") < turn(cheap).figure("arland/home_income")


def test_r51_another_label_taken_as_equal_brings_its_buyers_and_costs_trust() -> None:
    equal, own = carried(*MEMBERS, region__equal=1), carried(*MEMBERS)
    assert premium(equal) > premium(own)
    assert equal.figure("region/label_trust") < own.figure("region/label_trust")


def test_r51_an_empty_label_is_exposed_and_all_who_carry_it_lose() -> None:
    often = parameters(scandal_chance=5_000)
    world = opened(plants, CAREFUL, often, region(cards=(), label=Label(9_000, 0, 5_000, "")))
    world = turn(world, *((seat, LABEL) for seat in MEMBERS))
    exposed = next(
        after
        for seed in range(20)
        for after in [turn(replace(world, seed=seed))]
        if any((x.code, x.turn) == ("greenwash", 1) for x in after.memories)
    )
    quiet = next(
        after
        for seed in range(40)
        for after in [turn(replace(world, seed=seed))]
        if not any((x.code, x.turn) == ("greenwash", 1) for x in after.memories)
    )
    assert exposed.figure("region/label_trust") < quiet.figure("region/label_trust")
    assert all(premium(turn(exposed), x) <= premium(turn(quiet), x) for x in MEMBERS)


def test_r51_who_meets_what_the_label_asks_has_no_scandal() -> None:
    real = {f"{x}/{name}": 10_000 for x in MEMBERS for name in ("eia", "safety", "enforcement")}
    world = opened(
        plants, CAREFUL, parameters(scandal_chance=5_000), region(cards=()), figures=real
    )
    world = rest(turn(world, *((seat, LABEL) for seat in MEMBERS)), 8)
    assert not any(x.code == "greenwash" for x in world.memories)


def test_r51_labels_that_count_for_both_halve_the_cost_of_audits() -> None:
    world = opened(plants, region(cards=()), figures={"arland/region/labelled": 1})
    target = f"{BORLAND}.{RECOGNITION}"
    world = turn(world, (ARLAND, Order("propose_deal", target, (1, 6))))
    (pact,) = world.pacts
    signed = turn(world, (BORLAND, Order("answer_deal", pact.id, (1,))))
    alone = turn(world, (BORLAND, Order("answer_deal", pact.id, (0,))))
    assert signed.figure("arland/home_income") > alone.figure("arland/home_income")


def test_r58_standards_of_another_family_take_from_what_the_label_earns() -> None:
    drifted = carried(*MEMBERS, arland__region__drift=10_000)
    assert premium(drifted) < premium(carried(*MEMBERS))


def test_r58_friends_pay_more_for_labelled_metal() -> None:
    inside = {"arland__region__club": 2}
    rules = {f"arland__{name}": 9_000 for name in ("eia", "safety", "enforcement")}
    rules["arland__carbon_reporting"] = 1
    assert premium(carried(*MEMBERS, **inside, **rules)) > premium(carried(*MEMBERS, **rules))


def test_r58_friends_come_after_a_slow_look_and_only_to_high_standards() -> None:
    order = (ARLAND, Order("friends_club", "", (1,)))
    rules = {f"arland/{name}": 9_000 for name in ("eia", "safety", "enforcement")}
    rules["arland/carbon_reporting"] = 1
    world = play(opened(figures=rules), (order,), ())
    assert world.figure("arland/region/club") == 1
    world = turn(world)
    assert world.figure("arland/region/club") == 2
    hidden = play(opened(figures={**rules, "arland/carbon_reporting": 0}), (order,), (), (), ())
    assert hidden.figure("arland/region/club") == 1
    weak = play(opened(figures={"arland/carbon_reporting": 1}), (order,), (), (), ())
    assert weak.figure("arland/region/club") == 1


def test_r58_members_whose_standards_fall_wait_again() -> None:
    world = opened(figures={"arland/region/club": 2, "arland/carbon_reporting": 0})
    assert turn(world).figure("arland/region/club") == 1


def test_r58_friends_build_at_a_lower_return() -> None:
    def builder(level):
        return replace(
            level,
            partners=tuple(
                replace(x, hurdle=1_500, weight=10_000 if x.id == "west" else 0)
                for x in level.partners
            ),
        )

    begun = []
    for club in (0, 2):
        figures = {"arland/region/club": club, "arland/carbon_reporting": 1}
        figures |= {f"arland/{x}": 9_000 for x in ("eia", "safety", "enforcement")}
        world = opened(builder, parameters(club_hurdle=400, home_weight=500), figures=figures)
        world = turn(world, (ARLAND, Order("export_ban", "metal.ore", (10_000, 0))))
        begun.append(sum(x.feed for x in world.plants if x.owner == "west"))
    assert begun[0] < begun[1]
