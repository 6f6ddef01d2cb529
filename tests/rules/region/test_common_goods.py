"""R52, R53, R55: parts of electric cars, shared data, a trust fund and an award."""

from dataclasses import replace

from game.engine.orders import Order
from game.engine.world import World
from tests.region_for_rules import ARLAND, BORLAND, CORLAND, MEMBERS, opened, region, rest, turn
from tests.worlds_for_rules import KT, USD_M, mines, parameters, partner

SHARE = Order("share_data", "", (1,))


def role(seat: str, number: int) -> tuple[str, Order]:
    return seat, Order("ev_role", "", (number,))


def earned(world: World, seat: str = ARLAND) -> int:
    """Return what a seat's part earned less what keeping it cost the treasury, US$."""
    kept = world.figure(f"{seat}/region/role")
    return world.figure(f"{seat}/region/role_income") - (30 * USD_M if kept else 0)


def test_r52_a_part_alone_or_with_one_other_costs_more_than_it_earns() -> None:
    assert earned(turn(opened(), role(ARLAND, 1))) < 0
    assert earned(turn(opened(), role(ARLAND, 1), role(BORLAND, 2))) < 0


def test_r52_with_enough_members_a_part_pays() -> None:
    whole = turn(opened(), *(role(seat, n + 1) for n, seat in enumerate(MEMBERS)))
    assert earned(whole) == 80 * USD_M - 30 * USD_M
    assert whole.figure("arland/value") > turn(opened()).figure("arland/value")


def test_r52_each_further_part_adds_more_than_the_one_before() -> None:
    orders = [role(seat, n + 1) for n, seat in enumerate(MEMBERS)]
    sums = []
    for count in range(4):
        world = turn(opened(), *orders[:count])
        sums.append(sum(world.figure(f"{x}/region/role_income") for x in MEMBERS))
    gains = [b - a for a, b in zip(sums, sums[1:], strict=False)]
    assert gains == sorted(gains)
    assert gains[0] < gains[-1]


def test_r52_two_that_want_the_same_part_share_it() -> None:
    whole = turn(opened(), *(role(seat, n + 1) for n, seat in enumerate(MEMBERS)))
    race = turn(opened(), role(ARLAND, 1), role(BORLAND, 1), role(CORLAND, 2))
    assert earned(race) < earned(race, CORLAND) < earned(whole)


def test_r52_a_lead_body_doubles_what_parts_earn() -> None:
    orders = [role(seat, n + 1) for n, seat in enumerate(MEMBERS)]
    led = turn(opened(figures={"region/lead_body": 1}), *orders)
    alone = turn(opened(), *orders)
    assert led.figure("arland/region/role_income") == 2 * alone.figure("arland/region/role_income")


def finds(world: World, seat: str) -> int:
    """Return how many deposits a seat finds over many lucks in one turn of exploration."""
    order = (
        seat,
        Order("exploration", world.layout.state(seat).provinces[0].spec.id, (80 * USD_M,)),
    )
    return sum(
        sum(1 for x in turn(replace(world, seed=seed), order).finds if x.state == seat)
        for seed in range(60)
    )


def test_r53_shared_data_raise_expected_finds_for_all_members() -> None:
    def everywhere(level):
        fields = [(replace(s.fields[0], resource=10_000 * KT),) for s in level.states]
        states = tuple(replace(s, fields=f) for s, f in zip(level.states, fields, strict=True))
        return replace(level, states=states)

    for seat in (ARLAND, CORLAND):
        known = finds(opened(everywhere, figures={"region/data_quality": 10_000}), seat)
        unknown = finds(opened(everywhere), seat)
        assert known > unknown


def test_r53_good_data_narrow_what_a_find_may_hold() -> None:
    order = (ARLAND, Order("exploration", "north", (80 * USD_M,)))
    spread = []
    for quality in (0, 10_000):
        sizes = []
        for seed in range(80):
            world = opened(
                mines(resource=10_000 * KT), figures={"region/data_quality": quality}, seed=seed
            )
            sizes += [x.size for x in turn(world, order).finds]
        spread.append(max(sizes) - min(sizes))
    assert spread[1] < spread[0] * 6 // 10


def test_r53_good_data_narrow_the_doubt_about_every_members_ore() -> None:
    unsure = mines(doubt=5_000)
    doubt = "arland/north-mine/survey/doubt"
    known = turn(opened(unsure, figures={"region/data_quality": 10_000}))
    unknown = turn(opened(unsure))
    assert known.figure(doubt) == unknown.figure(doubt) - 750
    gap = [
        abs(x.figure("arland/north-mine/survey/estimate") - x.figure("arland/north-mine/reserves"))
        for x in (known, unknown)
    ]
    assert gap[0] <= gap[1]


def test_r53_quality_follows_who_shares_and_costs_those_alone() -> None:
    one, all_three = turn(opened(), (ARLAND, SHARE)), turn(opened(), *((x, SHARE) for x in MEMBERS))
    assert one.figure("region/data_quality") == 833
    assert all_three.figure("region/data_quality") == 2_500
    assert one.figure("arland/revenue") == turn(opened()).figure("arland/revenue") - 3 * USD_M
    assert one.figure("borland/revenue") == turn(opened()).figure("borland/revenue")


def test_r55_the_fund_raises_inspection_and_skills_of_the_weakest() -> None:
    weak = {"corland/enforcement": 1_000}
    paid = (ARLAND, Order("fund_contribution", "", (20 * USD_M,)))
    given = rest(turn(opened(figures=weak), paid), 3)
    plain = rest(opened(figures=weak), 4)
    for name in ("enforcement", "skills"):
        assert given.figure(f"corland/{name}") > plain.figure(f"corland/{name}")
        assert given.figure(f"arland/{name}") == plain.figure(f"arland/{name}")
    assert given.figure("arland/revenue") < plain.figure("arland/revenue")
    assert given.figure("corland/environment") >= plain.figure("corland/environment")


def test_r55_the_fund_spends_half_of_itself_by_need() -> None:
    weak = {"corland/enforcement": 1_000, "borland/enforcement": 2_000}
    world = turn(opened(figures=weak), (ARLAND, Order("fund_contribution", "", (20 * USD_M,))))
    assert world.figure("region/fund") == 10 * USD_M
    grants = [world.figure(f"{x}/region/grant") for x in MEMBERS]
    assert sum(grants) == 10 * USD_M
    assert grants[0] == 0
    assert 0 < grants[1] < grants[2]


def test_r55_the_award_helps_only_where_buyers_can_see_the_standards() -> None:
    careful = partner("west", threshold=1_000)
    rules = {f"borland/{name}": 8_000 for name in ("eia", "safety", "enforcement")}
    standing = []
    for shown in (0, 1):
        figures = {**rules, "borland/carbon_reporting": shown}
        world = rest(opened(careful, figures=figures), 2)
        assert world.figure("borland/region/awards") == 1
        told = [x for x in world.memories if x.code == "award"]
        assert [(x.seat, x.partner) for x in told] == ([(BORLAND, "west")] if shown else [])
        standing.append(world.figure("borland/west/standing"))
    assert standing[0] < standing[1]


def test_r55_nobody_is_honoured_for_low_standards() -> None:
    low = {f"{x}/enforcement": 0 for x in MEMBERS}
    world = rest(opened(region(cards=()), parameters(), figures=low), 2)
    assert all(world.figure(f"{x}/region/awards") == 0 for x in MEMBERS)
