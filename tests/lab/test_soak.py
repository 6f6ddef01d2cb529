"""A sample of long random play; `python main.py soak --turns 100000` is the whole."""

from dataclasses import replace

import pytest

from game.content.library import level_ids, load_level
from game.engine.world import World
from game.lab import soak as soaking
from game.lab.soak import soak

LEVELS = [load_level(level_id).level for level_id in level_ids()]


def test_random_play_finds_no_fault_and_comes_out_the_same_twice() -> None:
    first, second = list(soak(LEVELS, 60))[-1], list(soak(LEVELS, 60))[-1]
    assert first.faults == ()
    assert first.turns == 60
    assert first == second


def test_other_luck_comes_out_otherwise() -> None:
    assert list(soak(LEVELS, 20, 1))[-1].digest != list(soak(LEVELS, 20, 2))[-1].digest


def test_money_from_nowhere_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve = soaking.resolve_turn

    def minting(world: World, sheets: object, **how: object) -> object:
        turn = resolve(world, sheets, **how)  # type: ignore[arg-type]  # passed on as it came
        row = list(turn.world.values)
        row[turn.world.layout.states[0].treasury] += 1
        return replace(turn, world=replace(turn.world, values=tuple(row)))

    monkeypatch.setattr(soaking, "resolve_turn", minting)
    found = list(soak(LEVELS, 3))[-1]
    assert any("money was made or lost" in fault for fault in found.faults)
