"""Limits inside rules are told: each that binds leaves a line of its own in the ledger."""

from dataclasses import replace

import pytest

from game.content.library import load_level
from game.engine.definitions.level import Level
from game.engine.definitions.places import Rival
from game.engine.orders import Order
from game.engine.parameters.rules import Parameters
from game.engine.turn import resolve_turn
from game.engine.world import bare_world as open_world
from game.lab.history.pinned import CAP, limits_in_play
from game.text.cap_words import LIMITS
from tests.nickel_for_rules import PARTNERS, isles, nickel
from tests.rules.test_limits_elsewhere import CASES as ELSEWHERE
from tests.rules.test_signs import quiet, with_plants
from tests.text.words_world import small_words
from tests.worlds_for_rules import KT, level_at_rest, mines, plant, rival, sheets_for

BAN = (Order("export_ban", "nickel.ore", (10_000, 0)),)
FULL = (Rival("others", "nickel", 1_000 * KT, 1_000 * KT, 0, 0),)
WITHOUT_POWER = replace(
    isles(),
    provinces=tuple(replace(x, green_kw=0, green_kw_growth=0) for x in isles().provinces),
    chains=(replace(isles().chains[0], ban=10_000),),
)
COAL_RULE = Order("coal_rule", "", (1,))


def limits(level: Level, seat: str, *orders: Order, turns: int = 3) -> set[str]:
    """Return the limits that bind within some turns; the orders are given in the first."""
    world = open_world(level, 1)
    found = set()
    for turn in range(turns):
        result = resolve_turn(world, sheets_for(world, orders if turn == 0 else (), seat))
        found |= {x.rule.removeprefix(CAP) for x in result.ledger if x.rule.startswith(CAP)}
        assert all(x.change == 0 for x in result.ledger if x.rule.startswith(CAP))
        world = result.world
    return found


CASES: dict[str, tuple[Level, str, tuple[Order, ...]]] = {
    "rivals_full": (quiet(rivals=FULL), "isles", BAN),
    "stores_empty": (
        quiet(minerals=(replace(nickel(), stock_months=1),), rivals=FULL),
        "isles",
        BAN,
    ),
    "stores_full": (level_at_rest(rival(output=2_000 * KT, ceiling=2_000 * KT)), "arland", ()),
    "glut_floor": (level_at_rest(rival(output=3_000 * KT, ceiling=3_000 * KT)), "arland", ()),
    "ground_empty": (level_at_rest(mines(reserves=50 * KT)), "arland", ()),
    "no_plant_pays": (
        quiet(
            partners=tuple(replace(x, hurdle=90_000) for x in PARTNERS),
            parameters=Parameters(home_weight=0),
        ),
        "coast",
        (),
    ),
    "appetite_full": (
        quiet(partners=tuple(replace(x, hurdle=-90_000) for x in PARTNERS)),
        "isles",
        BAN,
    ),
    "cluster_most": (quiet(with_plants(900), rivals=FULL), "isles", ()),
    "need_most": (quiet(rivals=(replace(FULL[0], output=KT, ceiling=KT),)), "isles", BAN),
    "power_short": (quiet(WITHOUT_POWER, rivals=FULL), "isles", (COAL_RULE,)),
    "accident_most": (level_at_rest(plant(900)), "arland", ()),
    "calm_most": (
        level_at_rest(),
        "arland",
        (Order("district_sharing", "", (5_000,)),),
    ),
}


@pytest.mark.parametrize("limit", sorted(CASES))
def test_a_limit_that_binds_is_told(limit: str) -> None:
    level, seat, orders = CASES[limit]
    assert limit in limits(level, seat, *orders)


@pytest.mark.parametrize("limit", sorted(CASES))
def test_a_limit_that_does_not_bind_is_not(limit: str) -> None:
    assert limit not in limits(level_at_rest(), "arland")


def test_every_limit_has_words_of_its_own() -> None:
    assert set(CASES) | set(ELSEWHERE) == set(LIMITS)
    words = small_words()
    lines = {words.rule(CAP + limit).line for limit in LIMITS}
    assert len(lines) == len(LIMITS)
    assert words.rule(CAP + "royalty").line not in lines


def test_appetite_and_rivals_are_not_at_their_limits_in_most_turns() -> None:
    found = limits_in_play(load_level("indonesia-nickel").level, 6, seat="indonesia")
    assert found.get("appetite_full", 0) < 5_000
    assert found.get("no_plant_pays", 0) < 5_000
    assert found.get("rivals_full", 0) < 5_000
    bauxite = limits_in_play(load_level("indonesia-bauxite").level, 6, seat="indonesia")
    assert bauxite.get("rivals_full", 0) < 5_000
    assert bauxite.get("appetite_full", 0) < 5_000
    assert bauxite.get("no_plant_pays", 0) < 5_000
