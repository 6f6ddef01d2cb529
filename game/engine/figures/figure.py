"""How a figure of a world is declared: its unit, its bounds, who sees it, what it holds."""

from dataclasses import dataclass, field
from typing import Any, Final

PUBLIC: Final = "public"
OWN: Final = "own"
HIDDEN: Final = "hidden"
UNBOUNDED: Final = 1 << 61


@dataclass(frozen=True, slots=True)
class Variable:
    """One kind of figure.

    Attributes:
        name: Its name in paths and texts.
        unit: ``usd``, ``kg``, ``bp``, ``persons``, ``ha``, ``kw``, ``cents/t``, ``kg/year``,
            ``turn``, ``points``, ``years`` or ``share``.
        flow: A flow starts each turn at zero; its ledger entries sum to its value, not its change.
        shown: ``public``, ``own`` (the governing seat) or ``hidden``.
        account: ``money`` or a mineral kind of account when it holds something conserved.
    """

    name: str
    unit: str
    low: int
    high: int
    flow: bool
    shown: str
    account: str


def figure(
    unit: str,
    *,
    low: int = 0,
    high: int = UNBOUNDED,
    flow: bool = False,
    shown: str = PUBLIC,
    account: str = "",
) -> Any:
    """Return the declaration of a figure of a place."""
    return field(metadata={"variable": (unit, low, high, flow, shown, account)})


def meter(shown: str = PUBLIC) -> Any:
    """Return the declaration of a meter from 0 to 10,000 bp."""
    return figure("bp", high=10_000, shown=shown)


def money(shown: str = HIDDEN) -> Any:
    """Return the declaration of an account of money."""
    return figure("usd", low=-UNBOUNDED, shown=shown, account="money")


def flow(unit: str, shown: str = PUBLIC, low: int = 0) -> Any:
    """Return the declaration of a figure that is counted anew each turn."""
    return figure(unit, low=low, flow=True, shown=shown)
