"""The yardstick: a target of speed moves with the machine, and the kernel does the work it says."""

import pytest

from game.lab import yardstick
from game.lab.bench import _TARGETS, _beside_yardstick


def test_a_machine_half_as_fast_is_asked_for_half() -> None:
    half = {name: target / 2 for name, target in _TARGETS.items()}
    found = _beside_yardstick(half, yardstick.REFERENCE / 2)
    assert all(found[f"{name}_percent_of_target"] == 100 for name in _TARGETS)
    found = _beside_yardstick(half, yardstick.REFERENCE)
    assert all(found[f"{name}_percent_of_target"] == 50 for name in _TARGETS)


def test_every_cell_of_the_kernel_is_visited() -> None:
    cells = 10 * 6 * 4 * 8
    chains, states = 60, 10
    flow, stock, money = [0] * cells, [0] * cells, [0] * states
    price = [20_000] * chains
    yardstick._kernel_turn([1_000_000] * chains, [100] * cells, flow, stock, price, money)
    assert min(flow) > 0
    assert flow == stock
    assert sum(money) == 2 * sum(stock)
    assert len(set(money)) == 1


def test_the_rate_counts_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(100))
    monkeypatch.setattr(yardstick.time, "process_time", lambda: float(next(clock)))
    assert yardstick.kernel_rate(rounds=3, turns=20) == 20
