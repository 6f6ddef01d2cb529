"""Every number of a level with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from game.content.file.tree import Path
from game.content.models.base import Comparison, Measure
from game.content.numbers.quantities import Quantity
from game.content.numbers.traced import BARE, CALIBRATED, FACT, GAME, Traced


@dataclass(frozen=True, slots=True)
class Origin:
    """One number of a file: where it stands, and what is known about where it comes from.

    `own_sources` is false when the sources are those of the event or order around the number.
    """

    path: Path
    value: int
    unit: str
    text: str
    kind: str
    sources: tuple[str, ...]
    low: int | None
    high: int | None
    year: str
    reason: str
    own_sources: bool = True

    @property
    def traced(self) -> bool:
        """Whether a reader can tell where the number comes from."""
        if self.kind == FACT:
            return bool(self.sources)
        return bool(self.reason or (self.kind == CALIBRATED and self.sources))


@dataclass(frozen=True, slots=True)
class _Cover:
    """What stands around a number: the nearest reason, and sources of the thing it belongs to."""

    reason: str = ""
    sources: tuple[str, ...] = ()


def origins(node: Any, path: Path = (), cover: _Cover | None = None) -> Iterator[Origin]:
    """Every counted number inside a model with its place and the reason that covers it.

    Conditions, effects and orders take the sources of the event or order that they belong to.
    """
    cover = cover or _Cover()
    if isinstance(node, Traced):
        if node.counted:
            yield _traced(node, path, cover)
    elif isinstance(node, Comparison | Measure):
        yield _covered(node.amount, path, cover)
    elif isinstance(node, BaseModel):
        inner = _inside(node, cover)
        for name in type(node).model_fields:
            yield from origins(getattr(node, name), (*path, name), inner)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from origins(value, (*path, key), cover)
    elif isinstance(node, list | tuple):
        for index, value in enumerate(node):
            yield from origins(value, (*path, index), cover)


def _inside(node: BaseModel, cover: _Cover) -> _Cover:
    """The nearest wins: a reason of its own, else sources of its own, else what is around it."""
    own_reason = getattr(node, "because", "") or getattr(node, "note", "")
    own_sources = tuple(getattr(node, "sources", ()))
    if own_reason:
        return _Cover(own_reason, own_sources or cover.sources)
    if own_sources:
        return _Cover("", own_sources)
    return cover


def _traced(node: Traced, path: Path, cover: _Cover) -> Origin:
    kind = node.kind or (GAME if cover.reason else BARE)
    return Origin(
        path,
        node.value,
        node.unit,
        node.text,
        kind,
        node.sources,
        node.low,
        node.high,
        node.year,
        node.note or (cover.reason if kind == GAME else ""),
    )


def _covered(amount: Quantity, path: Path, cover: _Cover) -> Origin:
    kind = GAME if cover.reason else FACT if cover.sources else BARE
    value = amount.number.numerator // amount.number.denominator
    unit = amount.unit.symbol
    sources = cover.sources
    return Origin(
        path, value, unit, amount.text, kind, sources, None, None, "", cover.reason, False
    )
