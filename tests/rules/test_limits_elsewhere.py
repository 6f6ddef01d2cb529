"""Limits of scores, firms, stores, controls and the region are told when they bind."""

from dataclasses import replace

import pytest

from game.engine.definitions.level import Level
from game.engine.definitions.sites import Residue, Scrap
from game.engine.orders import Order
from game.engine.turn import resolve_turn
from game.engine.world import Contract
from game.engine.world import bare_world as open_world
from game.lab.history.pinned import CAP
from tests.processing_for_rules import controlled, importing
from tests.region_for_rules import league
from tests.worlds_for_rules import (
    KT,
    USD_M,
    level_at_rest,
    mineral,
    parameters,
    partner,
    plant,
    policy,
    rival,
    sheets_for,
    with_figures,
)

A = "arland/"
CONTROL = "metal/control/"
ONE_BUYER = tuple(
    partner(name, ore_demand=(), refined_demand=()) for name in ("isle", "south", "west")
)
RESIDUE = mineral(residue=Residue(per_ore=1_000, per_metal=0))
SCRAP = policy(scrap=Scrap(in_use=90 * KT, home_use=9 * KT, growth=0, life=9))
GLUT = rival(output=3_000 * KT, ceiling=3_000 * KT)
VENTURE = Contract(
    id="works",
    plan="works",
    partner="east",
    seat="arland",
    kind="plant",
    mineral="metal",
    until=99,
    terms=(("feed", 100), ("local_buying", 5_000), ("opens", 0)),
)
"""A plant of 100 kt whose owner buys half of what it needs at home, where firms can supply it."""
WARNED = (Order("export_ban", "metal.ore", (10_000, 1)),)

CASES: dict[str, tuple[Level, dict[str, int], tuple[Order, ...]]] = {
    "shared_most": (level_at_rest(), {A + "sharing": 5_000}, ()),
    "services_most": (level_at_rest(), {A + "social_budget": 400 * USD_M}, ()),
    "nature_worst": (
        level_at_rest(RESIDUE, plant(200)),
        {
            A + "waste/loose": 1_000_000 * KT,
            A + "north/grievance": 10_000,
            A + "north/forest": 10_000_000,
        },
        (),
    ),
    "choices_none": (
        level_at_rest(*ONE_BUYER, plant(400, "east")),
        {A + "east/debt": 10_000 * USD_M, A + "debt": 10_000 * USD_M},
        (),
    ),
    "firm_best": (level_at_rest(), {A + "care/firm_skill": 8_450}, ()),
    "local_skills": (
        level_at_rest(plant(100)),
        {A + "care/local_content": 8_000, A + "skills": 1_000},
        (),
    ),
    "supply_most": (
        level_at_rest(plant(100)),
        {A + "care/local_content": 10_000, A + "skills": 10_000},
        (),
    ),
    "waste_store_full": (level_at_rest(RESIDUE), {A + "care/waste_rule": 10_000}, ()),
    "window_full": (league(), {"region/window": 290 * USD_M}, ()),
    "recycling_full": (
        level_at_rest(SCRAP),
        {A + "metal/scrap/recycling": KT, A + "metal/scrap/scrap": 50 * KT},
        (),
    ),
    "inputs_run_out": (level_at_rest(importing(stock=0)), {A + "metal/inputs/supply": 0}, ()),
    "urgency_most": (
        level_at_rest(controlled(), parameters(urgency_share=5_000)),
        {CONTROL + "licence": 0},
        (),
    ),
    "alternatives_full": (
        level_at_rest(controlled(ceiling=100 * KT, cost_low=1_000, cost_high=2_000)),
        {},
        (),
    ),
    "relief_most": (level_at_rest(*ONE_BUYER, plant(400)), {}, ()),
    "belief_most": (level_at_rest(), {A + "credibility": 8_900}, WARNED),
}


def limits(
    level: Level, figures: dict[str, int], orders: tuple[Order, ...], turns: int
) -> set[str]:
    """Return the limits that bind within some turns; the orders are given in the first."""
    world = replace(with_figures(open_world(level, 1), figures), contracts=(VENTURE,))
    found = set()
    for turn in range(turns):
        result = resolve_turn(world, sheets_for(world, orders if turn == 0 else ()))
        found |= {x.rule.removeprefix(CAP) for x in result.ledger if x.rule.startswith(CAP)}
        world = result.world
    return found


@pytest.mark.parametrize("limit", sorted(CASES))
def test_a_limit_that_binds_is_told(limit: str) -> None:
    assert limit in limits(*CASES[limit], turns=3)


@pytest.mark.parametrize("limit", sorted(CASES))
def test_a_limit_that_does_not_bind_is_not(limit: str) -> None:
    assert limit not in limits(level_at_rest(), {}, (), turns=3)
    assert limit not in limits(league(), {}, (), turns=1)


def test_a_glut_outside_a_control_presses_the_price_there_no_further() -> None:
    many = {"alternatives": 2_000 * KT, "ceiling": 2_000 * KT}
    level = level_at_rest(controlled(cost_low=1_000, cost_high=2_000, **many), GLUT)
    world = open_world(level, 1)
    found = set()
    for _ in range(3):
        result = resolve_turn(world, sheets_for(world))
        found |= {x.path for x in result.ledger if x.rule == CAP + "glut_floor"}
        world = result.world
    assert CONTROL + "scarcity" in found


def test_the_digest_is_the_same_whether_limits_are_told_or_not() -> None:
    level, figures, orders = CASES["services_most"]
    world = with_figures(open_world(level, 1), figures)
    told = resolve_turn(world, sheets_for(world, orders)).world
    quiet = resolve_turn(world, sheets_for(world, orders), detail=False).world
    assert told == quiet
    assert replace(told, turn=0) != world
