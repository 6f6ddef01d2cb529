"""Holders, residues, scrap, licences, doubt, risk, pledges and shocks can be used from YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.checks.levels import check_file
from game.content.library import load_level
from game.engine.definitions.sites import Holder, Pledge, Residue, Scrap, Shocks
from tests.content.level_text import copy_with

FIELD = "        reserves: {is: 35 Mt,"
HOLDER = "        holder: {because: A guess., held: 60 %, tax: 4800 USD/t, willing: 25 %}\n"
SLIPS = (
    (
        FIELD,
        HOLDER
        + "        licence_until: 2015\n"
        + "        doubt: {is: 40 %, kind: game, note: A guess.}\n"
        + FIELD,
    ),
    (
        "    demand:\n",
        "    residue: {because: A guess., per_ore: 1.5 t/t, per_metal: 20 %}\n    demand:\n",
    ),
    ("start: 2009\n", "start: 2009\nshocks: {because: A guess., chance: 20 %, size: 30 %}\n"),
    (
        "    treasury: 600 mn USD\n",
        "    risk: {is: 30 %, kind: game, note: A guess.}\n"
        "    state_firm: {is: 80 %, kind: game, note: A guess.}\n"
        "    pledge: {because: A guess., base: 9 MtCO2/year, cut: 30 %}\n"
        "    treasury: 600 mn USD\n",
    ),
)


@pytest.fixture
def level_file(tmp_path: Path) -> Path:
    """The nickel level with every optional block."""
    return copy_with(tmp_path, *SLIPS)


def test_blocks_become_what_the_engine_knows(level_file: Path) -> None:
    level = load_level(level_file).level
    state = next(x for x in level.states if x.id == "indonesia")
    field = next(x for x in state.fields if x.holder)
    assert field.holder == Holder(6_000, 480_000, 2_500)
    assert (field.licence_until, field.doubt) == (6, 4_000)
    assert level.minerals[0].residue == Residue(1_500, 200)
    assert level.shocks == Shocks(2_000, 3_000)
    assert (state.risk, state.state_firm) == (3_000, 8_000)
    assert state.pledge == Pledge(9_000_000_000, 3_000)


def test_scrap_belongs_to_a_chain_and_lives_eight_to_fifteen_years(tmp_path: Path) -> None:
    block = "scrap: {because: A guess., in_use: 90 kt, home_use: 9 kt/year, growth: 3 %, life: "
    old = "        royalty: "
    good = copy_with(tmp_path, (old, f"        {block}9 years}}\n{old}"))
    chain = load_level(good).level.states[0].chains[0]
    assert chain.scrap == Scrap(90_000_000, 9_000_000, 300, 9)
    bad = copy_with(tmp_path, (old, f"        {block}40 years}}\n{old}"))
    (problem,) = [x for x in check_file(bad).problems if x.severity.value == "error"]
    assert "15" in problem.why + problem.remedy + problem.what


def test_every_number_of_the_blocks_is_traced(level_file: Path) -> None:
    report = check_file(level_file)
    assert report.traced == report.numbers
    assert [x.code for x in report.problems if x.severity.value == "error"] == []


def test_ids_that_paths_need_are_refused(tmp_path: Path) -> None:
    path = copy_with(tmp_path, ("      sulawesi-nickel:\n", "      waste:\n"))
    assert "same-id" in {x.code for x in check_file(path).problems}
