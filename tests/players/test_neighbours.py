"""Computer neighbours among states: they answer deals, vote, follow a cut and mind a cheat."""

from dataclasses import replace

import pytest

from game.engine.options import sheet_problems
from game.engine.orders import Order, Sheet
from game.engine.turn import DONE, resolve_turn
from game.engine.view import view
from game.engine.world import World
from game.match.seats import sheets_of
from game.players import PLAYER_IDS, player_for
from tests.region_for_rules import ARLAND, BORLAND, CORLAND, MEMBERS, cheat, opened, pledge, turn
from tests.worlds_for_rules import USD_M, with_figures

NEIGHBOURS = {x: player_for("reciprocator") for x in (BORLAND, CORLAND)}


def orders(world: World, seat: str = BORLAND, player: str = "reciprocator") -> tuple[Order, ...]:
    return player_for(player).choose(view(world, seat), 1)


def proposed(kind: str, *setting: int, mineral: str = "", **figures: int) -> World:
    """Return the world with a deal that waits for Borland's answer."""
    target = ".".join(x for x in (BORLAND, kind, mineral) if x)
    order = (ARLAND, Order("propose_deal", target, setting))
    paths = {path.replace("__", "/"): value for path, value in figures.items()}
    return with_figures(turn(opened(), order), paths)


@pytest.mark.parametrize("player", ["reciprocator", "open_trader"])
@pytest.mark.parametrize(
    ("world", "answer"),
    [
        (proposed("data", 1, 3), 1),
        (proposed("recognition", 1, 3), 1),
        (proposed("swap", 2_000, 3, mineral="metal"), 1),
        (proposed("price_club", 500, 3, mineral="metal"), 1),
        (proposed("price_club", 2_000, 3, mineral="metal"), 0),
        (proposed("quota", 8_000, 3, mineral="metal"), 1),
        (proposed("quota", 6_000, 3, mineral="metal"), 0),
        (proposed("loan", 100, 3), 1),
        (proposed("loan", 100, 3, borland__debt=400 * USD_M), 0),
    ],
)
def test_neighbours_answer_deals_within_limits(world: World, answer: int, player: str) -> None:
    (pact,) = world.pacts
    assert Order("answer_deal", pact.id, (answer,)) in orders(world, player=player)


def test_a_pledge_is_followed_only_where_members_weigh_enough() -> None:
    world = turn(opened(), pledge(ARLAND, 1_000))
    assert Order("cartel_pledge", "metal", (1_000,)) in orders(world)
    demand = world.level.minerals[0]
    crowded = replace(
        world.level, minerals=(replace(demand, demand=tuple(4 * x for x in demand.demand)),)
    )
    small = with_figures(replace(opened(), layout=_layout(crowded)), {})
    assert not any(x.lever == "cartel_pledge" for x in orders(turn(small, pledge(ARLAND, 1_000))))


def _layout(level):
    from game.engine.layout.layout import layout_of

    return layout_of(level)


def test_a_pledge_is_taken_back_once_somebody_is_caught() -> None:
    world = turn(opened(), *(pledge(x, 2_000) for x in MEMBERS))
    assert not any(x.lever == "cartel_pledge" for x in orders(world))
    for seed in range(30):
        after = turn(replace(world, seed=seed), cheat(ARLAND))
        caught = bool(after.figure("arland/region/caught"))
        assert (Order("cartel_pledge", "metal", (0,)) in orders(after)) is caught


def test_they_vote_against_rules_far_above_their_own_and_for_the_rest() -> None:
    cards = ((ARLAND, Order("propose_card", x, (1,))) for x in ("lead", "strict"))
    world = turn(opened(), *cards)
    given = orders(world)
    assert Order("vote_card", "lead", (1,)) in given
    assert Order("vote_card", "strict", (2,)) in given


def test_they_do_what_another_member_began() -> None:
    begun = [Order("share_data", "", (1,)), Order("join_label", "", (1,))]
    world = turn(opened(), *((ARLAND, x) for x in begun))
    given = orders(world)
    assert set(begun) <= set(given)
    world = turn(opened(), (ARLAND, Order("ev_role", "", (1,))))
    assert any(x.lever == "ev_role" and x.setting != (1,) for x in orders(world))


def test_alone_they_begin_nothing() -> None:
    assert orders(opened()) == ()


@pytest.mark.parametrize("name", PLAYER_IDS)
def test_every_player_plays_any_seat_of_a_region_to_the_end_legally(name: str) -> None:
    for seat in MEMBERS:
        world = opened()
        player = player_for(name)
        while not world.over:
            chosen = player.choose(view(world, seat), 7)
            assert sheet_problems(world, seat, Sheet(seat, world.turn, chosen)) == []
            others = {x: y for x, y in NEIGHBOURS.items() if x != seat}
            sheets = {**sheets_of(others, world), seat: Sheet(seat, world.turn, chosen)}
            turned = resolve_turn(world, sheets, detail=False)
            assert [x for x in turned.results if x.status != DONE] == []
            world = turned.world
