"""The codex: glossary, facts, figures and disagreements of the atlas, ready to be shown."""

from collections.abc import Mapping
from typing import Any

from game.content.atlas import References, references
from game.content.texts.citations import sureness
from game.ui.services import Codex, CodexFigure, Disagreement, Source, Sure, Term


def make_codex() -> Codex:
    """Return everything that can be looked up. Rows that must not be used are left out."""
    atlas = references()
    figures = [
        _figure(row_id, row, atlas)
        for table in (atlas.figures, atlas.facts)
        for row_id, row in table.items()
        if row.get("load") != "never"
    ]
    return Codex(
        terms=tuple(
            Term(slug, str(row["term"]), str(row["meaning"]))
            for slug, row in atlas.glossary.items()
        ),
        figures=tuple(figures),
        disagreements=tuple(_card(card_id, row) for card_id, row in atlas.cards.items()),
        sources=tuple(_source(source_id, row) for source_id, row in atlas.sources.items()),
    )


def sources_of(texts: Mapping[str, str], atlas: References) -> tuple[Source, ...]:
    """Return a level's sources in the order of their citation numbers."""
    found = []
    number = 1
    while source_id := texts.get(f"source.{number}.id"):
        row = atlas.sources.get(source_id, {})
        sure = texts.get(f"source.{number}.sure", "")
        found.append(_source(source_id, row, number, sure))
        number += 1
    return tuple(found)


def _source(source_id: str, row: Mapping[str, Any], number: int = 0, sure: str = "") -> Source:
    return Source(
        id=source_id,
        title=str(row.get("title", source_id)),
        publisher=_publisher(row),
        place=str(row.get("place", "")),
        year=str(row.get("year", "")),
        sure=_sure(sure),
        number=number,
    )


def _publisher(row: Mapping[str, Any]) -> str:
    """Name the publisher; a second-hand page is named as the reporter, not as the source."""
    publisher = str(row.get("publisher", ""))
    via = row.get("via")
    return f"{publisher}, as reported by {via}" if via else publisher


def _sure(word: str) -> Sure:
    known: dict[str, Sure] = {
        "well_known": "well_known",
        "fairly_sure": "fairly_sure",
        "disputed": "disputed",
    }
    return known.get(word, "")


def _figure(row_id: str, row: Mapping[str, Any], atlas: References) -> CodexFigure:
    source = atlas.sources.get(str(row.get("source", "")), {})
    return CodexFigure(
        id=row_id,
        text=str(row.get("text", "")),
        value=_value(row),
        year=str(row.get("year", "")),
        origin=_origin(row, source),
        sure=_sure(sureness(dict(row))),
        note=str(row.get("note", "")),
    )


def _origin(row: Mapping[str, Any], source: Mapping[str, Any]) -> str:
    place = str(row.get("place") or source.get("place", ""))
    return ", ".join(part for part in (_publisher(source), place) if part)


def _value(row: Mapping[str, Any]) -> str:
    """Return the value with its unit; a series as its parts, a range as low to high."""
    unit = str(row.get("unit", ""))
    if isinstance(row.get("reading"), dict):
        row = row["reading"]
        unit = str(row.get("unit", unit))
    if "value" in row:
        return _with_unit(row["value"], unit)
    if "low" in row and "high" in row:
        return f"{row['low']} to {_with_unit(row['high'], unit)}"
    series = row.get("series")
    if isinstance(series, dict):
        parts = ", ".join(f"{name.replace('-', ' ')} {amount}" for name, amount in series.items())
        return f"{parts} ({unit})" if unit and unit != "mixed" else parts
    return ""


def _with_unit(value: object, unit: str) -> str:
    if isinstance(value, int) and unit and unit != "mixed":
        return f"{value:,} {unit}"
    return str(value)


def _card(card_id: str, row: Mapping[str, Any]) -> Disagreement:
    rivals = tuple(
        f"{rival.get('figure', '')} [{rival.get('fact') or rival.get('history', '')}]"
        for rival in row.get("rival", [])
    )
    reason = str(row.get("reason", ""))
    if row.get("verified") is False:
        reason = f"Not verified. {reason}"
    return Disagreement(card_id, str(row.get("question", "")), rivals, reason)
