"""The bauxite level: traced numbers, no printed slips, and a world that stays sane in play."""

from __future__ import annotations

import pytest

from game.content.checks.levels import check_paths
from game.content.library import load_level
from game.content.loaded import LoadedLevel
from game.engine.world import World
from game.lab.history.checks import played
from game.lab.paths import forgotten
from game.players.registry import PLAYER_IDS

SLIPPED = {"F073", "F074", "F075", "F076"}
"""Facts whose printed unit is a thousand times too small (D03)."""
NEVER_LOADED = "H110"
MT = 1_000_000_000
"""Kilograms in a million tonnes."""


@pytest.fixture(scope="module")
def bauxite() -> LoadedLevel:
    """The shipped level."""
    return load_level("indonesia-bauxite")


def test_the_level_passes_without_a_warning() -> None:
    report = check_paths(["indonesia-bauxite"])
    assert [problem.render() for problem in report.problems] == []
    assert report.traced == report.numbers > 200


def test_slipped_and_recalled_figures_carry_no_number(bauxite: LoadedLevel) -> None:
    used = {source for origin in bauxite.origins for source in origin.sources}
    assert "H112" in used
    assert not used & {*SLIPPED, NEVER_LOADED}


def test_the_slip_is_shown_as_a_puzzle(bauxite: LoadedLevel) -> None:
    assert any("Can you find the slip?" in text for text in bauxite.text().values())
    written = bauxite.path.read_text(encoding="utf-8")
    assert "sources: [D03, F073, F083]" in written
    assert NEVER_LOADED not in written


def test_numbers_stay_inside_their_own_ranges(bauxite: LoadedLevel) -> None:
    ranged = [x for x in bauxite.origins if x.low is not None and x.high is not None]
    assert len(ranged) > 20
    outside = [x.path for x in ranged if not (x.low or 0) <= x.value <= (x.high or 0)]
    assert outside == []


def test_shares_of_buyers_add_up(bauxite: LoadedLevel) -> None:
    partners = bauxite.level.partners
    assert sum(share for x in partners for _, share in x.ore_demand) == 10_000
    assert sum(share for x in partners for _, share in x.refined_demand) == 10_000


def test_the_historical_path_gives_the_historical_price_back(bauxite: LoadedLevel) -> None:
    game = played(bauxite.level, "history", (1,))[0]
    found = game.run.series("bauxite/price")
    wanted = bauxite.level.minerals[0].fed_price
    for price, known in zip(found, wanted, strict=True):
        assert price == pytest.approx(known, rel=0.01)


@pytest.mark.parametrize("player", PLAYER_IDS)
def test_no_player_brings_the_world_out_of_bounds(bauxite: LoadedLevel, player: str) -> None:
    game = played(bauxite.level, player, (1,))[0]
    assert all(_sane(world) for world in game.run.worlds)


def _sane(world: World) -> bool:
    held = [
        world.values[field.reserves]
        for state in world.layout.states
        for chain in state.chains
        for field in chain.fields
    ]
    flows = [
        world.figure(f"{state}/bauxite/{name}")
        for state in ("indonesia", "malaysia")
        for name in ("mined", "exports", "leak", "fed", "refined", "plant_feed")
    ]
    prices = [world.figure("bauxite/price")]
    return min(held) >= 0 and min(flows) >= 0 and min(prices) > 0


def test_without_a_path_malaysia_stops_when_towns_have_had_enough(bauxite: LoadedLevel) -> None:
    """The persona governs Malaysia when a person plays: the boom ends all the same."""
    game = played(forgotten(bauxite.level, "malaysia"), "history", (1,))[0]
    mined = game.run.series("malaysia/bauxite/mined")
    assert max(mined) > 15 * MT
    assert 5 * mined[-1] < max(mined)
