"""Diplomacy: how buyers take a closing port, how standing rests, how a dispute is answered."""

from dataclasses import replace

import pytest

from game.engine.options import options
from game.engine.orders import Order
from game.engine.turn import DONE, resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.rules.rulebook import check_turn
from tests.worlds_for_rules import (
    USD_M,
    Tweak,
    level_at_rest,
    partner,
    policy,
    sheets_for,
    with_figures,
)

BAN = Order("export_ban", "metal.ore", (10_000, 0))
BAN_NEXT_YEAR = Order("export_ban", "metal.ore", (10_000, 1))
COURT = partner("isle", litigates=True)


def play(
    orders: dict[int, tuple[Order, ...]],
    turns: int,
    *tweaks: Tweak,
    figures: dict[str, int] | None = None,
) -> World:
    world = with_figures(open_world(level_at_rest(*tweaks), 1), figures or {})
    for number in range(turns):
        turn = resolve_turn(world, sheets_for(world, orders.get(number, ())))
        assert [x.status for x in turn.results if x.status != DONE] == []
        check_turn(world, turn)
        world = turn.world
    return world


def port_memories(world: World) -> dict[str, int]:
    return {x.partner: x.change for x in world.memories if x.code == "port_closed"}


def test_a_port_closed_without_notice_costs_standing_with_each_buyer() -> None:
    # 900 x (a quarter of exports + a fifth)
    world = play({1: (BAN,)}, 2)
    assert port_memories(world) == dict.fromkeys(("east", "west", "south", "isle"), -405)
    assert world.figure("arland/east/standing") == 5_000 - 405 + 40  # a tenth returns


def test_a_years_notice_halves_it() -> None:
    assert set(port_memories(play({0: (BAN_NEXT_YEAR,)}, 2)).values()) == {-202}


def test_half_a_ban_costs_half() -> None:
    world = play({1: (Order("export_ban", "metal.ore", (5_000, 0)),)}, 2)
    assert set(port_memories(world).values()) == {-202}


def test_who_bought_it_all_minds_most() -> None:
    others = (partner(x, ore_demand=()) for x in ("west", "south", "isle"))
    found = port_memories(play({1: (BAN,)}, 2, *others))
    assert found == {"east": -900, "west": -180, "south": -180, "isle": -180}


def test_a_port_that_stays_closed_is_not_news() -> None:
    assert port_memories(play({}, 4, policy(ban=10_000))) == {}


@pytest.mark.parametrize(("standing", "later"), [(6_000, 5_900), (4_000, 4_100), (5_000, 5_000)])
def test_standing_drifts_back_a_tenth_a_year(standing: int, later: int) -> None:
    world = play({}, 1, figures={"arland/east/standing": standing})
    assert world.figure("arland/east/standing") == later


CONSULTATION, PANEL, RULING, APPEAL, SETTLED = range(1, 6)


@pytest.mark.parametrize(
    ("stage", "answers"),
    [
        (0, []),
        (CONSULTATION, [1, 2]),
        (PANEL, [1, 2]),
        (RULING, [1, 2, 3]),
        (APPEAL, []),
        (SETTLED, []),
    ],
)
def test_each_stage_has_its_answers(stage: int, answers: list[int]) -> None:
    world = with_figures(open_world(level_at_rest(), 1), {"arland/dispute_stage": stage})
    listed = [x.setting[0] for x in options(world, "arland") if x.lever == "answer_dispute"]
    assert listed == answers


def test_talking_settles_for_half_a_ban() -> None:
    figures = {"arland/dispute_stage": PANEL, "arland/credibility": 5_000}
    tweaks = (COURT, policy(ban=10_000))
    world = play({0: (Order("answer_dispute", "", (1,)),)}, 1, *tweaks, figures=figures)
    assert world.figure("arland/dispute_stage") == SETTLED
    assert world.figure("arland/metal/ban") == world.figure("arland/metal/closed") == 5_000
    # 5,000 - 750 = 4,250; half of the gap to 9,000 closes by an eighth
    assert world.figure("arland/credibility") == 4_250 + 297
    assert [(x.partner, x.code, x.change) for x in world.memories] == [("isle", "settled", 800)]


def test_talking_leaves_a_small_ban_alone() -> None:
    figures = {"arland/dispute_stage": PANEL}
    answer = {0: (Order("answer_dispute", "", (1,)),)}
    world = play(answer, 1, policy(ban=2_500), figures=figures)
    assert world.figure("arland/metal/ban") == 2_500


@pytest.mark.parametrize(("choice", "stage"), [(2, RULING), (3, APPEAL)])
def test_lawyers_cost_money_and_only_an_appeal_moves_the_case(choice: int, stage: int) -> None:
    figures = {"arland/dispute_stage": RULING}
    plain = play({}, 1, figures=figures)
    world = play({0: (Order("answer_dispute", "", (choice,)),)}, 1, figures=figures)
    assert world.figure("arland/dispute_stage") == stage
    assert plain.figure("arland/treasury") - world.figure("arland/treasury") == 5 * USD_M


def test_partners_remember_only_what_was_done_to_them() -> None:
    world = play({0: (Order("court", "east", (1,)),)}, 1)
    assert [(x.seat, x.partner, x.code) for x in world.memories] == [("arland", "east", "courted")]
    assert replace(world, memories=()).figure("borland/east/standing") == 5_000
