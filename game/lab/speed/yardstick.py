"""A yardstick for machines: a bare kernel of the largest world's shape, without rules or ledger.

Turns a second say as much about the machine, and about who else uses it, as about the rules. The
kernel does the same work everywhere, so turns a second divided by the kernel's turns a second can
be compared from one machine, and one hour, to the next.

The kernel that first gave the reference was not kept. This one has its shape, and as much work in a
cell as makes it give the reference on the kind of machine that the game is built on, in a quiet
hour.
"""

import time

STATES, MINERALS, STAGES, PARTNERS = 10, 6, 4, 8
REFERENCE = 2_850
"""Turns a second of the kernel for which the targets of docs/speed.md were set."""

_CELLS = STATES * MINERALS * STAGES * PARTNERS
_BP = 10_000


def _kernel_turn(
    capacity: list[int],
    share: list[int],
    flow: list[int],
    stock: list[int],
    price: list[int],
    money: list[int],
) -> None:
    """Let goods go from stage to stage, and at each stage a share of them to each partner."""
    cell = 0
    for chain in range(STATES * MINERALS):
        goods = capacity[chain]
        income = 0
        for _ in range(STAGES):
            for _ in range(PARTNERS):
                bought = goods * share[cell] // _BP
                flow[cell] = bought
                stock[cell] += bought - (stock[cell] >> 3)
                income += bought * price[chain] // _BP
                goods -= bought
                cell += 1
        money[chain // MINERALS] += income


def kernel_rate(turns: int = 300) -> float:
    """Return turns a second of the kernel, of processor time."""
    capacity = [1_000_000 + 1_000 * chain for chain in range(STATES * MINERALS)]
    share = [300 + cell % 100 for cell in range(_CELLS)]
    price = [12_000 + 50 * chain for chain in range(STATES * MINERALS)]
    flow, stock, money = [0] * _CELLS, [0] * _CELLS, [0] * STATES
    started = time.process_time()
    for _ in range(turns):
        _kernel_turn(capacity, share, flow, stock, price, money)
    return turns / (time.process_time() - started)
