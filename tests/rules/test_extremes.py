"""Extreme conditions: the rules keep their sense, and their feet, where figures are absurd."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.engine.definitions.level import Level
from game.engine.draws import draw
from game.engine.options import options
from game.engine.orders import Order, Sheet
from game.engine.turn import DONE, resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.nickel_for_rules import PARTNERS, growing, isles, nickel, nickel_level
from tests.rules.rulebook import check_turn
from tests.rules.test_signs import Run, quiet
from tests.worlds_for_rules import KT, level_at_rest, mines, rival, sheets_for, with_figures

BAN_FROM_THE_START = {0: (Order("export_ban", "nickel.ore", (10_000, 0)),)}


def test_nothing_in_the_ground_nothing_dug() -> None:
    fields = tuple(replace(x, reserves=0) for x in isles().fields)
    run = Run({}, quiet(replace(isles(), fields=fields)))
    for path in ("mined", "exports", "leak", "fed", "refined"):
        assert run.total(f"isles/nickel/{path}") == 0


def test_the_ground_is_emptied_to_the_last_kilogram_and_no_further() -> None:
    fields = tuple(replace(x, reserves=700 * KT) for x in isles().fields)
    run = Run({}, quiet(replace(isles(), fields=fields)))
    assert run.total("isles/nickel/mined") == 2 * 700 * KT
    assert run["isles/nickel/mined"][-1] == 0


@pytest.mark.parametrize("demand", [1, 1_000, KT])
def test_a_tiny_demand_stops_trade_without_a_fault(demand: int) -> None:
    tiny = replace(nickel(), demand=(demand,) * 60)
    run = Run({}, quiet(minerals=(tiny,)))
    assert run["isles/nickel/exports"][0] == 0
    assert run["nickel/scarcity"][-1] <= -3_000
    assert run["nickel/price"][-1] <= run["nickel/price"][0]


def _nobody_builds() -> Level:
    """Return the level without plants and without anybody who would build one."""
    nobody = tuple(replace(x, weight=0) for x in PARTNERS)
    level = quiet(replace(isles(), plants=()), partners=nobody)
    return replace(level, parameters=replace(level.parameters, home_weight=0))


@pytest.mark.parametrize("tax", [6_000, 10_000])
def test_the_highest_export_tax_brings_no_new_mine(tax: int) -> None:
    run = Run({}, _nobody_builds(), start={"isles/nickel/tax": tax})
    for mine in ("centre-mine", "rim-mine"):
        capacity = run[f"isles/{mine}/capacity"]
        assert all(a >= b for a, b in pairwise(capacity))
    assert run["isles/nickel/exports"][-1] < Run({}, _nobody_builds())["isles/nickel/exports"][0]


def test_a_tax_of_everything_stops_exports() -> None:
    run = Run({}, _nobody_builds(), start={"isles/nickel/tax": 10_000})
    assert run.total("isles/nickel/exports", "isles/nickel/mined", "isles/receipts") == 0


def test_a_lasting_ban_without_plants_or_builders_sells_no_metal() -> None:
    run = Run(BAN_FROM_THE_START, _nobody_builds())
    assert run.total("isles/nickel/refined_value", "isles/nickel/exports") == 0


def test_without_partners_nobody_foreign_builds_and_the_game_goes_on() -> None:
    run = Run(BAN_FROM_THE_START, quiet(partners=()))
    owners = {x.owner for x in run.worlds[-1].plants if x.state == "isles" and x.opens > 0}
    assert owners <= {"home"}
    assert run["isles/standing"][-1] == 0


def test_power_ten_times_as_dear_brings_no_smelter() -> None:
    dear = replace(nickel(), operating=38_000)
    run = Run(BAN_FROM_THE_START, quiet(minerals=(dear,)))
    assert run.total("isles/nickel/invested") == 0


def test_plants_that_are_never_finished_give_no_metal() -> None:
    level = quiet(replace(isles(), plants=()))
    level = replace(level, parameters=replace(level.parameters, build_months=12_000))
    run = Run(BAN_FROM_THE_START, level)
    assert run.total("isles/nickel/refined") == 0
    assert run.total("isles/nickel/invested") > 0


def test_the_strictest_studies_slow_mines_and_spare_forest() -> None:
    plain, strict = Run(), Run({0: (Order("eia", "", (10_000,)),)})
    assert strict["isles/nickel/mined"][-1] < plain["isles/nickel/mined"][-1]
    for place in ("centre", "rim"):
        assert strict[f"isles/{place}/forest"][-1] < plain[f"isles/{place}/forest"][-1]


def test_a_hundredth_of_supply_moves_a_market_at_rest_by_less_than_one_percent() -> None:
    level = level_at_rest(mines(capacity=10 * KT), rival(output=890 * KT, ceiling=1_000 * KT))
    world = open_world(level, 1)
    prices = []
    for turn in range(4):
        ban = (Order("export_ban", "metal.ore", (10_000, 0)),) if turn == 1 else ()
        world = resolve_turn(world, sheets_for(world, ban)).world
        prices.append(world.figure("metal/price"))
    assert all(abs(price - prices[0]) * 100 < prices[0] for price in prices)


def _random_sheet(world: World, seat: str, seed: int) -> Sheet:
    """Return one to three random legal orders; luck of its own, keyed by seed and turn."""
    listed = list(iter(options(world, seat)))  # a list of it would count first: twice the work
    assert listed
    count = 1 + draw(seed, world.turn, "count", seat, 3)
    picks = [listed[draw(seed, world.turn, f"pick-{i}", seat, len(listed))] for i in range(count)]
    return Sheet(seat, world.turn, tuple(picks))


def test_two_thousand_random_turns_end_in_no_fault_and_always_leave_a_choice() -> None:
    """Long games at every length of turn, each turn checked for what no rule may break."""
    done = refused = played = 0
    for seed in range(50):
        months = (12, 6, 3, 12)[seed % 4]
        mineral = replace(nickel(), demand=growing(1_620, 400, 200), price=(1_500_000,) * 60)
        world = open_world(nickel_level(months=months, turns=40, minerals=(mineral,)), seed)
        while not world.over:
            sheets = {seat: _random_sheet(world, seat, seed) for seat in ("isles", "coast")}
            turn = resolve_turn(world, sheets)
            check_turn(world, turn)
            world = turn.world
            played += 1
            done += sum(x.status == DONE for x in turn.results)
            refused += sum(x.status != DONE for x in turn.results)
    assert played == 2_000
    assert done > 3 * refused


def test_figures_at_their_bounds_break_nothing() -> None:
    world = open_world(nickel_level(), 1)
    for high in (False, True):
        figures = {}
        for path, variable in zip(world.layout.paths, world.layout.variables, strict=True):
            if variable.unit == "bp" and not variable.flow and variable.low == 0:
                figures[path] = variable.high if high else 0
        extreme = with_figures(world, figures)
        for _ in range(4):
            turn = resolve_turn(extreme, sheets_for(extreme))
            check_turn(extreme, turn)
            extreme = turn.world
