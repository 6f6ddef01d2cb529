"""Signs of the main processor's controls (T21), a truce, price floors and races of capacity.

The world at rest in quarters of a year: the partner *east* processes the metal. One thing is
changed from a steady start, with the same luck, and only signs are judged.
"""

from collections.abc import Sequence
from dataclasses import replace

from game.engine.definitions.level import Level
from game.engine.orders import Order
from game.engine.turn import DONE, resolve_turn
from game.engine.world import Contract, World
from game.engine.world import bare_world as open_world
from tests.processing_for_rules import controlled, happens
from tests.rules.rulebook import check_turn
from tests.worlds_for_rules import (
    KT,
    Tweak,
    level_at_rest,
    mineral,
    parameters,
    plant,
    rival,
    sheets_for,
    whole,
)

C = "metal/control/"
CUT_AT, PARTLY_AT, TRUCE_AT = 4, 5, 6
QUARTERS = (
    whole(months=3, turns=24),
    mineral(demand=(1_000 * KT,) * 80, most_months=4),
    controlled(),
)
SAFE_PLANTS = parameters(smallest_plant_usd_m=20)


class Run:
    """The worlds of a run; figures are read as series by path."""

    def __init__(
        self,
        *tweaks: Tweak,
        orders: dict[int, tuple[Order, ...]] | None = None,
        turns: int = 20,
        contracts: tuple[Contract, ...] = (),
    ) -> None:
        level: Level = level_at_rest(*QUARTERS, SAFE_PLANTS, *tweaks)
        world = replace(open_world(level, 1), contracts=contracts)
        self.worlds: list[World] = []
        for turn in range(turns):
            result = resolve_turn(world, sheets_for(world, (orders or {}).get(turn, ())))
            assert [x.status for x in result.results if x.status != DONE] == []
            check_turn(world, result)
            world = result.world
            self.worlds.append(world)

    def __getitem__(self, path: str) -> list[int]:
        return [world.figure(path) for world in self.worlds]


CONTROL = (happens(CUT_AT, C + "licence", 0), happens(PARTLY_AT, C + "licence", 2_500))


def most(values: Sequence[int]) -> int:
    return max(values[CUT_AT : CUT_AT + 2])


def test_t21_a_control_parts_the_price_outside_from_the_price_inside() -> None:
    rest, cut = Run(), Run(*CONTROL)
    assert most(cut[C + "price"]) > 2 * rest[C + "price"][CUT_AT]
    inside = cut["metal/price"][CUT_AT : CUT_AT + 4]
    calm = rest["metal/price"][CUT_AT : CUT_AT + 4]
    assert all(abs(a - b) * 20 < b for a, b in zip(inside, calm, strict=True))


def test_t21_the_price_outside_rises_as_far_as_in_april_2025() -> None:
    """H021 and H022: dysprosium and terbium rose to two to four times their price."""
    rest, cut = Run(), Run(*CONTROL)
    times = most(cut[C + "price"]) * 10 // rest[C + "price"][CUT_AT]
    assert 20 <= times <= 40


def test_t21_shipments_fall_to_nothing_and_come_back_in_part() -> None:
    rest, cut = Run(), Run(*CONTROL)
    assert cut[C + "shipments"][CUT_AT] == 0
    partly, usual = cut[C + "shipments"][PARTLY_AT], rest[C + "shipments"][PARTLY_AT]
    assert 0 < 2 * partly < usual


def test_t21_interest_in_new_projects_outside_rises() -> None:
    rest, cut = Run(), Run(*CONTROL)
    after = slice(CUT_AT, None)
    assert sum(cut["arland/metal/room"][after]) > sum(rest["arland/metal/room"][after])
    assert sum(cut["arland/metal/invested"][after]) > sum(rest["arland/metal/invested"][after])
    assert cut[C + "alternatives"][-1] > rest[C + "alternatives"][-1]


def test_a_truce_lowers_price_and_urgency_and_the_case_for_alternatives() -> None:
    cut = Run(*CONTROL)
    truce = Run(*CONTROL, happens(TRUCE_AT, C + "truce", 4))
    during = slice(TRUCE_AT + 1, TRUCE_AT + 4)
    for path in (C + "price", C + "urgency", "arland/metal/outlet/metal_price"):
        assert all(a < b for a, b in zip(truce[path][during], cut[path][during], strict=True)), path
    assert sum(truce["arland/metal/room"][during]) < sum(cut["arland/metal/room"][during])
    assert sum(truce["arland/metal/invested"][during]) < sum(cut["arland/metal/invested"][during])


def test_the_end_of_a_truce_is_known_and_the_licence_holds_again() -> None:
    truce = Run(*CONTROL, happens(TRUCE_AT, C + "truce", 4))
    assert truce[C + "truce"][TRUCE_AT : TRUCE_AT + 5] == [3, 2, 1, 0, 0]
    passing = truce[C + "passing"]
    assert passing[TRUCE_AT : TRUCE_AT + 4] == [10_000] * 4
    assert passing[TRUCE_AT + 4] == 2_500
    end = TRUCE_AT + 4
    first = most(truce[C + "price"])
    assert truce[C + "price"][end - 1] < truce[C + "price"][end] < first


def test_stocks_outside_are_their_own() -> None:
    cut = Run(*CONTROL)
    assert cut[C + "stock"][CUT_AT] < cut[C + "stock"][CUT_AT - 1]
    assert cut["metal/stock"][CUT_AT] > cut["metal/stock"][CUT_AT - 1]


def test_dearer_alternatives_live_on_a_crisis_and_shrink_without_one() -> None:
    rest, cut = Run(), Run(*CONTROL)
    assert rest[C + "alternatives"][-1] < rest[C + "alternatives"][0]
    assert cut[C + "alternatives"][CUT_AT + 3] > cut[C + "alternatives"][CUT_AT - 1]


GLUT = rival(path=(700 * KT,) * 4 + (1_700 * KT,) * 76)


def test_too_much_inside_presses_the_price_outside_too() -> None:
    rest, glut = Run(plant(50)), Run(GLUT, plant(50))
    for path in ("metal/price", "arland/metal/outlet/metal_price"):
        assert glut[path][-1] < rest[path][-1], path


def test_a_new_plant_shuts_in_the_trough_unless_a_floor_holds_it() -> None:
    dear = (GLUT, plant(50), mineral(operating=2_500))
    glut = Run(*dear)
    held = Run(*dear, orders={3: (Order("price_floor", "metal.metal", (10_000,)),)})
    assert glut["arland/metal/fed"][-1] < held["arland/metal/fed"][-1]
    assert held["arland/metal/outlet/floor_paid"][-1] > 0
    assert held["arland/spending"][-1] > glut["arland/spending"][-1]


def test_x2_entrants_with_dear_capital_need_a_floor_to_be_built() -> None:
    """H156: outside the main country capital costs half as much again."""
    paid = mineral(refined_share=7_200)
    dear = mineral(refined_share=7_200, capital=15_000)
    floor = {0: (Order("price_floor", "metal.metal", (15_000,)),)}
    invested = "arland/metal/invested"
    cheap, alone = Run(*CONTROL, paid), Run(*CONTROL, dear)
    held = Run(*CONTROL, dear, orders=floor)
    assert sum(alone[invested]) < sum(cheap[invested])
    assert sum(alone[invested]) < sum(held[invested])


def test_x3_the_leader_gains_share_although_others_build() -> None:
    """H155: the top of refining grew more concentrated while everybody diversified."""
    plan = tuple((700 + 40 * quarter) * KT for quarter in range(80))
    demand = tuple((1_000 + 30 * quarter) * KT for quarter in range(80))
    run = Run(*CONTROL, rival(path=plan), mineral(demand=demand))
    assert run[C + "alternatives"][-1] > run[C + "alternatives"][CUT_AT]
    assert run["arland/metal/plant_feed"][-1] > run["arland/metal/plant_feed"][0]
    first, last = (
        run["metal/rest/output"][i] * 10_000 // (4 * run["metal/demand"][i]) for i in (0, -1)
    )
    assert last > first


def test_a_price_report_loosens_the_pull_of_the_price_inside() -> None:
    plain = Run(*CONTROL, plant(50))
    report = Run(*CONTROL, plant(50), orders={0: (Order("price_report", "metal", (1,)),)})
    path = "arland/metal/outlet/metal_price"
    assert report[path][CUT_AT] > plain[path][CUT_AT]
    assert report["arland/spending"][0] > plain["arland/spending"][0]
