"""Random governments in every seat of a region: nothing is made or lost, every order is legal."""

from dataclasses import replace

import pytest

from game.engine.definitions.level import Level
from game.engine.draws import derive_seed
from game.engine.options import options
from game.engine.orders import Sheet
from game.engine.start.opening import open_world
from game.engine.turn import DONE, resolve_turn
from game.engine.view import view
from game.players import player_for
from tests.region_for_rules import MEMBERS, league
from tests.rules.rulebook import check_turn
from tests.worlds_for_rules import REGIONAL, Tweak, partner, plant

DEALS = ("propose_deal", "answer_deal", "leave_deal", "export_tax", "export_quota")
EVERYTHING = (*sorted(REGIONAL), "export_ban", "export_tax", "export_quota", "repay", "eia")


def with_levers(*levers: str) -> Tweak:
    """Return a tweak that leaves all states these levers, so that each is pulled often."""
    return lambda level: replace(
        level, states=tuple(replace(x, levers=levers) for x in level.states)
    )


def quarters(level: Level) -> Level:
    return replace(level, months=3)


@pytest.mark.parametrize(
    ("tweaks", "levers"),
    [((), EVERYTHING), ((quarters,), EVERYTHING), ((), DEALS)],
    ids=["years", "quarters", "deals"],
)
@pytest.mark.parametrize("seed", range(5))
def test_random_games_keep_every_invariant(
    seed: int, tweaks: tuple[Tweak, ...], levers: tuple[str, ...]
) -> None:
    chance = player_for("random")
    level = league(with_levers(*levers), plant(40), partner("west", threshold=2_000), *tweaks)
    world = open_world(level, seed)
    pulled: set[str] = set()
    while not world.over:
        sheets = {
            seat: Sheet(seat, world.turn, chance.choose(view(world, seat), derive_seed(seed, seat)))
            for seat in MEMBERS
        }
        assert all(len(options(world, seat)) for seat in MEMBERS)
        result = resolve_turn(world, sheets)
        pulled |= {x.order.lever for x in result.results}
        assert [x for x in result.results if x.status != DONE] == []
        check_turn(world, result)
        plain = resolve_turn(world, sheets, detail=False).world
        assert plain == result.world
        world = result.world
    assert len(pulled & REGIONAL) >= 2
