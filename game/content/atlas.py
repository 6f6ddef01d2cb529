"""The shared base that levels build on: minerals, partners, states, prices, and what is cited.

A level names an entry of the atlas and overrides parts of it. Blocks are laid over one another
key by key; a number, a list and a text replace what stood there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game.content.file.reader import Document, read_document
from game.content.file.tree import Plain

PROGRAM_FOLDER = Path(__file__).resolve().parents[2]
ATLAS_FOLDER = PROGRAM_FOLDER / "levels" / "atlas"
SHARED = ("minerals", "partners", "states")
"""Sections of a level that are laid over the atlas."""

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class References:
    """What levels may cite, by id: rows as the atlas files have them."""

    facts: Block
    figures: Block
    cards: Block
    sources: Block
    glossary: Block

    def find(self, reference: str) -> Block | None:
        """The row of a fact, figure or contradiction card, or None."""
        table = {"F": self.facts, "H": self.figures, "D": self.cards}.get(reference[:1], {})
        row = table.get(reference)
        return row if isinstance(row, dict) else None

    def known(self) -> tuple[str, ...]:
        """Every id that can be cited."""
        return (*self.facts, *self.figures, *self.cards)


@cache
def atlas_document(name: str) -> Document:
    """One file of the atlas, read once. Raises `LevelError` when it cannot be read."""
    return read_document(ATLAS_FOLDER / f"{name}.yaml")


@cache
def section(name: str, key: str = "") -> Block:
    """The entries of an atlas file under its one top key."""
    found = atlas_document(name).plain()[key or name]
    assert isinstance(found, dict)
    return found


@cache
def references() -> References:
    """Everything that can be cited, read once."""
    return References(
        facts=section("facts"),
        figures=section("figures"),
        cards=section("contradictions", "cards"),
        sources=section("sources"),
        glossary=section("glossary", "terms"),
    )


def apply_atlas(level: dict[str, Plain]) -> dict[str, Plain]:
    """The level with every named mineral, partner and state laid over its atlas entry."""
    whole = dict(level)
    for name in SHARED:
        own = level.get(name)
        if isinstance(own, dict):
            base = section(name)
            whole[name] = {key: _entry(base.get(key), value) for key, value in own.items()}
    _add_prices(whole)
    return whole


def _entry(base: Plain | None, own: Plain) -> Plain:
    """An entry laid over its base; of a country's provinces only those that the level names."""
    merged = _laid_over(base, own)
    if isinstance(merged, dict) and isinstance(own, dict):
        named, provinces = own.get("provinces"), merged.get("provinces")
        if isinstance(named, dict) and isinstance(provinces, dict):
            merged["provinces"] = {key: provinces[key] for key in named}
    return merged


def _laid_over(base: Plain | None, own: Plain) -> Plain:
    if not isinstance(base, dict) or not isinstance(own, dict) or "is" in base or "is" in own:
        return own
    merged = dict(base)
    for key, value in own.items():
        merged[key] = _laid_over(base[key], value) if key in base else value
    return merged


def _add_prices(whole: dict[str, Plain]) -> None:
    """Minerals without prices of their own take the historical ones, each with its figure."""
    minerals = whole.get("minerals")
    for name, mineral in minerals.items() if isinstance(minerals, dict) else ():
        if isinstance(mineral, dict) and "fed_price" not in mineral:
            prices = historical_prices(name)
            if prices:
                mineral["fed_price"] = prices


def historical_prices(mineral: str) -> dict[str, Plain]:
    """World prices of a mineral by year as traced numbers; empty when the atlas has none."""
    found: dict[str, Plain] = {}
    for year, figure in section("prices").get(mineral, {}).items():
        amount = section("figures")[figure]["series"][mineral]
        source: list[Plain] = [figure]
        found[year] = {"is": f"{amount} USD/t", "kind": "fact", "source": source, "year": year}
    return found
