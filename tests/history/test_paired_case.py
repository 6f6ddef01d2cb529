"""One rule set, two minerals: the ban builds one industry and empties the pits of the other."""

from __future__ import annotations

import pytest

from game.content.library import load_level
from game.engine.definitions.level import Level
from game.lab.history.backtest import backtest
from game.lab.history.checks import Case, played
from game.lab.history.paired import effect_of
from game.lab.history.swaps import Subject, all_of, infrastructure_of, margin_of, rivals_of

SEAT = "indonesia"


@pytest.fixture(scope="module")
def case() -> Case:
    """The paired case."""
    return backtest("PAIR")[0]


def subject(level_id: str) -> Subject:
    """Return a shipped level with its historical game."""
    level = load_level(level_id).level
    return Subject(level, SEAT, played(level, "history", (1,))[0])


@pytest.fixture(scope="module")
def nickel() -> Subject:
    """The nickel level."""
    return subject("indonesia-nickel")


@pytest.fixture(scope="module")
def bauxite() -> Subject:
    """The bauxite level."""
    return subject("indonesia-bauxite")


def test_starred_checks_of_the_pair_hold(case: Case) -> None:
    starred = [x for x in case.checks if x.starred]
    assert len(starred) >= 8
    assert [(x.id, x.value / 100) for x in starred if not x.ok] == []


def test_ids_of_checks_are_unlike(case: Case) -> None:
    assert len({x.id for x in case.checks}) == len(case.checks)


def test_investment_moves_towards_the_other_mineral_with_every_swap(case: Case) -> None:
    moved = [x for x in case.checks if x.what.endswith("change in investment")]
    assert len(moved) == 8
    assert [(x.what, x.value / 100) for x in moved if not x.ok] == []


def test_export_value_moves_towards_the_other_mineral_with_every_swap(case: Case) -> None:
    moved = [x for x in case.checks if "change in value" in x.what]
    assert len(moved) == 8
    assert [(x.what, x.value / 100) for x in moved if not x.ok] == []


def test_all_data_together_move_both_outcomes(case: Case) -> None:
    together = [x for x in case.checks if "all three together" in x.what]
    assert len(together) == 4
    assert all(x.ok for x in together)


def test_the_margin_of_the_other_level_is_reached(nickel: Subject, bauxite: Subject) -> None:
    assert nickel.margin_bp > 3 * bauxite.margin_bp
    for one, other in ((nickel, bauxite), (bauxite, nickel)):
        changed = Subject(margin_of(one, other), SEAT, one.history)
        assert changed.margin_bp == pytest.approx(other.margin_bp, abs=30)


def test_room_and_speed_are_scaled_to_the_ore_withheld(nickel: Subject, bauxite: Subject) -> None:
    for one, other in ((nickel, bauxite), (bauxite, nickel)):
        changed = Subject(rivals_of(one, other), SEAT, one.history)
        wanted = other.room_kg / other.withheld_kg
        assert changed.room_kg / changed.withheld_kg == pytest.approx(wanted, rel=0.001)
        pace = sum(x.speed for x in changed.level.rivals) / changed.withheld_kg
        theirs = sum(x.speed for x in other.level.rivals) / other.withheld_kg
        assert pace == pytest.approx(theirs, rel=0.001)


def growths(level: Level) -> set[int]:
    """Return the mine growth of the states beside the seat."""
    return {field.growth for state in level.states if state.id != SEAT for field in state.fields}


def test_the_neighbours_growth_moves_with_the_rivals(nickel: Subject, bauxite: Subject) -> None:
    assert growths(rivals_of(nickel, bauxite)) == growths(bauxite.level)
    assert growths(all_of(bauxite, nickel)) == growths(nickel.level)


def test_infrastructure_moves_only_in_the_seat(nickel: Subject, bauxite: Subject) -> None:
    changed = infrastructure_of(nickel, bauxite)
    theirs = next(x for x in bauxite.level.states if x.id == SEAT).provinces
    mean = sum(x.infrastructure for x in theirs) // len(theirs)
    for before, after in zip(nickel.level.states, changed.states, strict=True):
        if before.id == SEAT:
            assert {x.infrastructure for x in after.provinces} == {mean}
        else:
            assert after == before


def test_a_level_is_unmoved_by_its_own_data(bauxite: Subject) -> None:
    assert margin_of(bauxite, bauxite).minerals == bauxite.level.minerals
    assert rivals_of(bauxite, bauxite).rivals == bauxite.level.rivals


def test_the_ban_costs_bauxite_more_than_refineries_bring(bauxite: Subject) -> None:
    effect = effect_of(bauxite.level, SEAT)
    assert effect.income_usd < 0 < effect.investment < 300
    assert effect.dip_bp < -7_000
