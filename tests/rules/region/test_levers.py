"""Levers of a region: listed are allowed, every one moves an outcome, none without a region."""

from dataclasses import replace

import pytest

from game.engine.codec import encode
from game.engine.options import options, order_problems
from game.engine.orders import Order, Sheet
from game.engine.turn import DONE, resolve_turn
from game.engine.view import believed_world, sees, view
from game.engine.world import World
from tests.region_for_rules import ARLAND, BORLAND, MEMBERS, opened, pledge, rest, turn
from tests.worlds_for_rules import REGIONAL, USD_M, level_at_rest, partner, plant, with_figures
from tests.worlds_for_rules import sheets_for as empty_sheets

RESULTS = "value revenue jobs environment autonomy standing treasury trust credibility".split()
START = {
    "arland/region/labelled": 1,
    "arland/region/role": 1,
    "region/window": 300 * USD_M,
    "arland/autonomy": 6_000,
    "arland/carbon_reporting": 1,
}


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    """Return worlds in which every lever has a target: a meeting, deals waiting and in force."""
    careful = partner("west", threshold=2_000)
    rules = {f"arland/{x}": 9_000 for x in ("eia", "safety", "enforcement")}
    rules |= {f"{x}/capital": 12 for x in MEMBERS}
    first = opened(careful, plant(40), figures={**START, **rules})
    loan = (BORLAND, Order("propose_deal", f"{ARLAND}.loan", (25, 6)))
    data = (BORLAND, Order("propose_deal", f"{ARLAND}.data", (1, 6)))
    card = (BORLAND, Order("propose_card", "lead", (1,)))
    others = [(x, Order("join_label", "", (1,))) for x in MEMBERS[1:]]
    others += [(x, Order("ev_role", "", (n + 2,))) for n, x in enumerate(MEMBERS[1:])]
    before = {f"{x}/capital": 12 for x in MEMBERS}
    second = turn(first, loan, data, card, *others, *(pledge(x, 2_000) for x in MEMBERS))
    second = with_figures(second, before)
    accepted = next(x.id for x in second.pacts if x.kind == "loan")
    third = turn(second, (ARLAND, Order("answer_deal", accepted, (1,))))
    return [first, second, with_figures(third, before)]


def test_every_lever_is_listed_in_some_world(worlds: list[World]) -> None:
    listed = {order.lever for world in worlds for order in options(world, ARLAND)}
    assert listed >= REGIONAL


def test_every_listed_order_is_allowed_and_carried_out(worlds: list[World]) -> None:
    for world in worlds:
        for seat in MEMBERS:
            for order in options(world, seat):
                if order.lever not in REGIONAL:
                    continue
                assert order_problems(world, seat, order) == []
                sheets = {**empty_sheets(world), seat: Sheet(seat, world.turn, (order,))}
                results = resolve_turn(world, sheets, detail=False).results
                assert [x.status for x in results] == [DONE], order


def test_no_grid_has_more_than_twelve_steps_and_the_setting_in_force_is_no_order(
    worlds: list[World],
) -> None:
    for world in worlds:
        legal = options(world, ARLAND)
        for lever in REGIONAL:
            for target in legal.targets(lever):
                now = legal.now(lever, target)
                assert Order(lever, target, now) not in legal
                assert len({x.setting for x in legal.of(lever, target)}) <= 12


@pytest.mark.parametrize("lever", sorted(REGIONAL))
def test_every_lever_moves_an_outcome_or_a_resource_within_eight_turns(
    lever: str, worlds: list[World]
) -> None:
    moved = set()
    for world in worlds:
        legal = options(world, ARLAND)
        for target in legal.targets(lever):
            for order in legal.of(lever, target):
                plain, pulled = rest(world), turn(world, (ARLAND, order), *_others(order))
                moved |= _differ(plain, pulled, 7)
                if moved:
                    return
    assert moved


def _others(order: Order) -> tuple[tuple[str, Order], ...]:
    """A vote counts only if another member votes as well."""
    if order.lever == "vote_card":
        return ((BORLAND, replace(order, setting=(1,))),)
    return ()


def _differ(plain: World, pulled: World, turns: int) -> set[str]:
    for _ in range(turns):
        found = {
            name
            for name in RESULTS
            if plain.figure(f"{ARLAND}/{name}") != pulled.figure(f"{ARLAND}/{name}")
        }
        if found:
            return found
        plain, pulled = _answered(plain), _answered(pulled)
    return set()


def _answered(world: World) -> World:
    """Play a turn in which everybody accepts deals and votes for what is on the agenda."""
    orders = [(x.other, Order("answer_deal", x.id, (1,))) for x in world.pacts if not x.in_force]
    for seat in MEMBERS:
        for card in options(world, seat).targets("vote_card"):
            orders.append((seat, Order("vote_card", card, (1,))))
    return turn(world, *orders)


def test_without_a_region_no_lever_of_it_has_a_target() -> None:
    world = rest_without_region()
    for lever in sorted(REGIONAL):
        assert options(world, "arland").targets(lever) == ()


def rest_without_region() -> World:
    from game.engine.world import bare_world

    return bare_world(level_at_rest(), 1)


def test_three_seats_give_orders_at_once_and_their_order_means_nothing(worlds: list[World]) -> None:
    world = worlds[1]
    orders = {seat: tuple(options(world, seat))[:3] for seat in MEMBERS}
    sheets = {seat: Sheet(seat, world.turn, given) for seat, given in orders.items()}
    forth = resolve_turn(world, sheets).world
    back = resolve_turn(world, dict(reversed(sheets.items()))).world
    assert encode(forth) == encode(back)


def test_a_seat_sees_neither_another_s_secret_choice_nor_what_would_tell_it(
    worlds: list[World],
) -> None:
    world = worlds[2]
    layout = world.layout
    values = tuple(
        value if sees(layout, ARLAND, slot) else value + 1
        for slot, value in enumerate(world.values)
    )
    hidden = {path for slot, path in enumerate(layout.paths) if not sees(layout, ARLAND, slot)}
    assert {"borland/region/cheats", "borland/metal/exports", "borland/receipts"} <= hidden
    assert {"region/compliance", "borland/region/window_debt"} <= hidden
    assert not {"region/cut", "borland/region/pledge", "arland/metal/exports"} & hidden
    other = replace(world, values=values, seed=99)
    assert view(other, ARLAND) == view(world, ARLAND)
    one = believed_world(view(world, ARLAND), 3)
    assert encode(believed_world(view(other, ARLAND), 3)) == encode(one)
    assert list(options(one, ARLAND)) == list(options(world, ARLAND))
