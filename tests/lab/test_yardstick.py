"""The yardstick: a target of speed moves with the machine, and the kernel does the work it says."""

import pytest

from game.lab.speed import yardstick
from game.lab.speed.bench import percent_of_target


def test_a_machine_half_as_fast_is_asked_for_half() -> None:
    assert percent_of_target(75 / (yardstick.REFERENCE / 2), 150) == 100
    assert percent_of_target(75 / yardstick.REFERENCE, 150) == 50


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
    clock = iter((5.0, 7.0))
    monkeypatch.setattr(yardstick.time, "process_time", lambda: next(clock))
    assert yardstick.kernel_rate(turns=20) == 10
