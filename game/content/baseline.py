"""Baselines: price and demand with the historical path's own effect removed.

They are computed (`python main.py calibrate LEVEL --write`) and kept beside the levels, in
`baselines/<id>.yaml`, with the hash of the level that they were computed from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content.faults import LevelError
from game.content.file.reader import read_document

PROGRAM = "python main.py calibrate"


@dataclass(frozen=True, slots=True)
class Baseline:
    """Price (US cents per tonne, by turn) and demand (kg a year, by turn) of each mineral."""

    inputs: str
    price: Mapping[str, tuple[int, ...]]
    demand: Mapping[str, tuple[int, ...]]


def baseline_path(level_path: Path) -> Path:
    """Where the baseline of a level file is kept."""
    return level_path.parent / "baselines" / f"{level_path.stem}.yaml"


def read_baseline(path: Path) -> Baseline | None:
    """The baseline in a file, or None when there is none or it cannot be used."""
    if not path.is_file():
        return None
    try:
        data = read_document(path).plain()
    except LevelError:
        return None
    inputs, minerals = data.get("inputs"), data.get("minerals")
    if not isinstance(inputs, str) or not isinstance(minerals, dict):
        return None
    price, demand = {}, {}
    for mineral, rows in minerals.items():
        if not isinstance(rows, dict):
            return None
        prices, demands = _numbers(rows.get("price")), _numbers(rows.get("demand"))
        if prices is None or demands is None:
            return None
        price[mineral], demand[mineral] = prices, demands
    return Baseline(inputs, price, demand)


def _numbers(value: Any) -> tuple[int, ...] | None:
    if isinstance(value, list) and value and all(type(x) is int and x > 0 for x in value):
        return tuple(value)
    return None


def write_baseline(
    path: Path,
    price: Mapping[str, Sequence[int]],
    demand: Mapping[str, Sequence[int]],
    inputs: str,
) -> None:
    """Write a baseline file. `inputs` is `inputs_hash` of the level that it was computed from.

    Raises `OSError` when the file cannot be written.
    """
    lines = [
        "# Computed from the level, not written by hand: the historical path's effect removed.",
        "# price: US cents per tonne by turn. demand: kg a year by turn.",
        f"program: {PROGRAM}",
        f"inputs: '{inputs}'",
        "minerals:",
    ]
    for mineral in sorted(price):
        lines.append(f"  {mineral}:")
        for name, rows in (("price", price[mineral]), ("demand", demand[mineral])):
            lines.append(f"    {name}:")
            lines += [f"      - {number}" for number in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
