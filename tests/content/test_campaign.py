"""Every level of the campaign: passes, is traced, teaches, and keeps weak figures out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from game.content.atlas import ATLAS_FOLDER
from game.content.checks.levels import check_paths
from game.content.library import level_ids, load_level
from game.content.loaded import LoadedLevel
from game.content.pages import campaign_page
from game.engine.definitions.level import OUTCOMES
from game.lab.runs import players_of, run
from game.players import player_for
from tests.golden.games import PLAYERS

SLIPPED = {"F073", "F074", "F075", "F076"}
"""Facts whose printed unit is a thousand times too small (D03)."""
LESSON_MINUTES = 50


def recalled() -> set[str]:
    """Return the figures that nobody has looked up: certainty D stays out of levels."""
    rows = yaml.safe_load(Path(ATLAS_FOLDER, "figures.yaml").read_text(encoding="utf-8"))
    return {key for key, row in rows["figures"].items() if row.get("certainty") == "D"}


@pytest.fixture(scope="module", params=sorted(level_ids()))
def loaded(request: pytest.FixtureRequest) -> LoadedLevel:
    return load_level(request.param)


def test_it_passes_without_a_warning_and_is_traced(loaded: LoadedLevel) -> None:
    report = check_paths([loaded.level.id])
    assert [problem.render() for problem in report.problems] == []
    assert report.traced == report.numbers > 50


def test_slipped_and_recalled_figures_carry_no_number(loaded: LoadedLevel) -> None:
    used = {source for origin in loaded.origins for source in origin.sources}
    assert used
    assert not used & (SLIPPED | recalled())
    cited = re.findall(r"[FH]\d{3}", loaded.path.read_text(encoding="utf-8"))
    assert not {*cited} & recalled()


def test_numbers_stay_inside_their_own_ranges(loaded: LoadedLevel) -> None:
    ranged = [x for x in loaded.origins if x.low is not None and x.high is not None]
    outside = [x.path for x in ranged if not (x.low or 0) <= x.value <= (x.high or 0)]
    assert ranged
    assert outside == []


def test_a_lesson_fits_into_fifty_minutes(loaded: LoadedLevel) -> None:
    text = loaded.text()
    minutes = [int(text[f"teaching.plan.{n}.minutes"]) for n in range(1, 5)]
    assert sum(minutes) == LESSON_MINUTES
    assert "debrief.question.3" in text
    assert "debrief.exit_question" in text
    assert "quiz.3.question" in text
    assert "debrief.leaves_out.3" in text
    assert len(loaded.level.mandates) >= 3
    assert len(loaded.level.predictions) >= 2


def test_a_card_says_how_sure_its_figure_is(loaded: LoadedLevel) -> None:
    text = loaded.text()
    said = {value for key, value in text.items() if re.fullmatch(r"brief\.fact\.\d\.sure", key)}
    assert "disputed" in said


def test_the_historical_path_gives_the_historical_price_back(loaded: LoadedLevel) -> None:
    level = loaded.level
    if not any(any(state.path) for state in level.states):
        return  # a scenario from its first turn on: no path, so no price of one to give back
    game = run(level, players_of(level, "history"), 1)
    for mineral in level.minerals:
        found = game.series_by_step(f"{mineral.id}/price")
        for price, known in zip(found, mineral.fed_price, strict=True):
            assert price == pytest.approx(known, rel=0.01)


def test_holding_still_is_not_best_for_every_goal(loaded: LoadedLevel) -> None:
    """Some computer player beats holding still under half of the mandates or more."""
    level = loaded.level
    seat = level.seats[0]
    still, history, chance = (
        run(level, players_of(level, name), 1) for name in ("status-quo", "history", "random")
    )
    beaten = 0
    for mandate in level.mandates:
        greedy = run(level, players_of(level, "greedy", mandate.id), 1)
        best = max(game.scored(seat, mandate).total for game in (history, chance, greedy))
        beaten += best > still.scored(seat, mandate).total
    assert 2 * beaten >= len(level.mandates)


@pytest.mark.parametrize("player", PLAYERS)
def test_no_player_brings_the_world_out_of_bounds(loaded: LoadedLevel, player: str) -> None:
    level = loaded.level
    assert player_for(player)
    for world in run(level, players_of(level, player), 1).worlds:
        for slot, variable in enumerate(world.layout.variables):
            assert variable.low <= world.values[slot] <= variable.high
            if variable.account == "goods" and variable.low >= 0:
                assert world.values[slot] >= 0
        assert all(world.figure(f"{mineral.id}/price") > 0 for mineral in level.minerals)


def test_outcomes_differ_between_players(loaded: LoadedLevel) -> None:
    """A level in which nothing that is done matters would teach nothing."""
    level = loaded.level
    seat = level.seats[0]
    ends = [run(level, players_of(level, name), 1).worlds[-1] for name in ("status-quo", "greedy")]
    assert any(
        ends[0].figure(f"{seat}/{outcome}") != ends[1].figure(f"{seat}/{outcome}")
        for outcome in OUTCOMES
    )


def test_the_page_of_the_campaign_is_as_the_levels_are() -> None:
    assert campaign_page.PAGE.read_text(encoding="utf-8") == campaign_page.campaign_page(), (
        "write it anew: python -m game.content.pages.campaign_page"
    )


def test_every_level_has_its_own_place_in_the_order_of_play() -> None:
    orders = [load_level(name).meta.order for name in level_ids()]
    assert sorted(orders) == list(range(1, 17))
