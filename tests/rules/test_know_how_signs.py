"""Signs of know-how, imported inputs, families of standards and hungry buyers, quarter by quarter.

The world at rest of the tests of export controls; Arland's plants must be learned.
"""

from dataclasses import replace

from game.engine.definitions.happenings import OfferPlan, Term
from game.engine.definitions.level import Level
from game.engine.orders import Order
from game.engine.rules.partners.deals import COUNTER
from game.engine.world import Contract
from tests.processing_for_rules import controlled, families, happens, importing, learned
from tests.rules.test_processing_signs import CONTROL, CUT_AT, C, Run
from tests.worlds_for_rules import KT, Tweak, mineral, partner, plant, policy

K, IN = "arland/metal/know-how/", "arland/metal/inputs/"
WITHHELD = controlled(technology_ban=True)
DEAR_METAL = mineral(refined_share=9_500)
CRAFT = (WITHHELD, learned(), policy(know_how=3_000), DEAR_METAL)
MILLION = 1_000_000


def order(lever: str, *setting: int, target: str = "metal") -> dict[int, tuple[Order, ...]]:
    return {0: (Order(lever, target, setting),)}


def test_craft_climbs_with_output_and_the_metal_won_climbs_with_it() -> None:
    idle, works = Run(*CRAFT), Run(*CRAFT, plant(50))
    assert works[K + "level"][-1] > works[K + "level"][0] > 0
    assert works[K + "level"][-1] > idle[K + "level"][-1]
    fed, won = works["arland/metal/fed"], works["arland/metal/refined"]
    calm = [i for i, failed in enumerate(works[K + "failed"]) if not failed]
    first, last = calm[0], calm[-1]
    assert won[last] * fed[first] > won[first] * fed[last]


def test_failed_batches_come_and_grow_rarer_with_craft_and_terms() -> None:
    few = (controlled(technology_ban=True), learned(), policy(know_how=9_500), plant(50))
    raw = sum(Run(*CRAFT, plant(50))[K + "failed"])
    skilled = sum(Run(*few)[K + "failed"])
    strict = Run(*CRAFT, plant(50), orders=order("technology_terms", 10_000))
    assert raw > sum(strict[K + "failed"])
    assert raw > skilled


def test_a_pilot_plant_teaches_before_any_plant_works_and_costs() -> None:
    idle = Run(*CRAFT)
    pilot = Run(*CRAFT, orders=order("pilot_plant", 40 * MILLION))
    assert pilot[K + "level"][-1] > idle[K + "level"][-1]
    assert pilot["arland/spending"][-1] > idle["arland/spending"][-1]


def test_while_know_how_is_withheld_less_is_built_and_nothing_by_the_holder() -> None:
    shared = Run(*CONTROL, controlled(), learned(), policy(know_how=3_000), DEAR_METAL)
    kept = Run(*CONTROL, *CRAFT)
    assert sum(kept["arland/metal/invested"]) < sum(shared["arland/metal/invested"])
    owners = {x.owner for x in kept.worlds[-1].plants if x.state == "arland"}
    assert "east" not in owners
    assert "east" in {x.owner for x in shared.worlds[-1].plants if x.state == "arland"}


def test_a_licence_from_another_partner_lifts_the_ceiling() -> None:
    terms = (("fee", 5), ("licence", 8_000), ("years", 9))
    contract = Contract("l", "l", "west", "arland", "technology", "metal", 40, terms)
    kept, licensed = Run(*CONTROL, *CRAFT), Run(*CONTROL, *CRAFT, contracts=(contract,))
    assert licensed[K + "ceiling"][0] == 8_000
    assert sum(licensed["arland/metal/invested"]) > sum(kept["arland/metal/invested"])
    assert licensed[K + "level"][-1] > kept[K + "level"][-1]


def test_technology_terms_keep_tax_at_home_and_make_partners_slower() -> None:
    free = Run(*CONTROL, *CRAFT, plant(50, "west"))
    bound = Run(*CONTROL, *CRAFT, plant(50, "west"), orders=order("technology_terms", 10_000))
    calm = next(i for i in range(1, 20) if free[K + "failed"][i] == bound[K + "failed"][i] == 0)
    assert bound["arland/receipts"][calm] > free["arland/receipts"][calm]
    assert sum(bound["arland/metal/invested"]) < sum(free["arland/metal/invested"])


STOP = happens(CUT_AT, IN + "supply", 0)


def test_a_stop_of_inputs_halts_mines_within_months_not_at_once() -> None:
    stopped = Run(importing(dependence=9_500), STOP)
    mined = stopped["arland/metal/mined"]
    assert mined[CUT_AT] > mined[CUT_AT - 1] * 9 // 10  # the stores last a quarter of a year
    assert mined[CUT_AT + 1] < mined[CUT_AT - 1] // 5


def test_other_sources_cost_money_and_carry_mines_through_a_stop() -> None:
    bound = Run(importing(dependence=9_500), STOP)
    free = Run(importing(dependence=9_500), STOP, orders=order("input_sources", 9_000))
    before, after = CUT_AT - 1, CUT_AT + 2
    assert free["arland/home_income"][before] < bound["arland/home_income"][before]
    assert free["arland/metal/mined"][after] > bound["arland/metal/mined"][after]


def test_a_family_of_standards_draws_its_own_partners_and_a_change_costs() -> None:
    own = Run(*CONTROL, families, plant(50))
    first = Run(*CONTROL, families, plant(50), orders=order("standard_family", 1, target=""))
    east, west = "arland/east/bought", "arland/west/bought"
    assert first[east][1] > own[east][1]
    assert first[west][1] < own[west][1]
    assert first["arland/east/standing"][0] > own["arland/east/standing"][0]
    assert first["arland/west/standing"][0] < own["arland/west/standing"][0]
    switch = {
        **order("standard_family", 1, target=""),
        15: (Order("standard_family", "", (2,)),),
    }
    late = Run(*CONTROL, families, plant(50), orders=switch)
    assert late["arland/spending"][15] > first["arland/spending"][15]
    assert first["arland/spending"][0] == own["arland/spending"][0]
    assert late["arland/standards/lock_in"][15] < first["arland/standards/lock_in"][15]


def test_a_shared_family_brings_more_plants_of_its_partners() -> None:
    def built(run: Run, owner: str) -> int:
        return sum(x.cost for x in run.worlds[-1].plants if x.owner == owner)

    level = (*CONTROL, families, mineral(refined_share=7_200))
    own = Run(*level)
    second = Run(*level, orders=order("standard_family", 2, target=""))
    first = Run(*level, orders=order("standard_family", 1, target=""))
    assert built(first, "west") < built(own, "west") < built(second, "west")


def hungry(most: int) -> Tweak:
    """Return a tweak in which west asks for metal in exchange for teachers, from turn 8 on."""
    plan = OfferPlan(
        id="teachers",
        partner="west",
        seat="arland",
        kind="technology",
        mineral="metal",
        province="",
        first_turn=8,
        last_turn=8,
        chance=10_000,
        gate=(),
        terms=(
            Term("offtake", (0, 1_000, 2_000, 3_000), 3_000, 200),
            Term("training", (1, 2, 4, 6), 1, -200),
        ),
        reserve=100,
    )

    def tweak(level: Level) -> Level:
        return replace(partner("west", when_short=(("metal", most),))(level), offers=(plan,))

    return tweak


SHORT = happens(4, "arland/metal/ban", 10_000)
"""Arland's port closes: buyers draw on their stores."""


def test_a_buyer_who_runs_short_makes_a_better_offer() -> None:
    full, short = Run(hungry(2_000)), Run(SHORT, hungry(2_000))
    assert short["metal/stock"][6] < full["metal/stock"][6]
    before, after = full.worlds[7].offers[0], short.worlds[7].offers[0]
    assert before.terms == (3_000, 1)
    assert after.terms[0] < before.terms[0]
    assert after.terms[1] > before.terms[1]


def test_a_buyer_who_runs_short_is_asked_for_more_before_it_leaves() -> None:
    ask = {8: (Order("answer_offer", "teachers.008", (COUNTER, 1_000, 1)),)}
    full, short = Run(hungry(0), orders=ask), Run(SHORT, hungry(0), orders=ask)
    assert [x.contracts for x in (full.worlds[8], short.worlds[8])] == [(), ()]
    eager = Run(SHORT, hungry(800), orders={8: (Order("answer_offer", "teachers.008", (1,)),)})
    assert eager.worlds[8].contracts[0].term("offtake") < 3_000


def test_the_main_processor_without_a_ban_on_technology_still_controls_goods() -> None:
    run = Run(*CONTROL, learned(), policy(know_how=3_000))
    assert run[C + "shipments"][CUT_AT] == 0
    assert run[K + "ceiling"][CUT_AT] == 10_000
    assert run["arland/metal/mined"][0] == 50 * KT
