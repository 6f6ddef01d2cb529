"""From cited facts and figures to numbered sources: `[H103]` in a text becomes `[4]`.

The number is the place of the source in the level's list of sources, in order of first mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from game.content.atlas import References

MARK = re.compile(r"\s*\[([FHD][0-9]{2,3})\]")
_SURENESS = {"A": "well_known", "B": "fairly_sure", "C": "disputed", "D": "disputed"}
_ORDER = ("well_known", "fairly_sure", "disputed")


def marks(text: str) -> tuple[str, ...]:
    """The references that a text cites, in order."""
    return tuple(MARK.findall(text))


def sureness(row: dict[str, Any]) -> str:
    """How sure a fact or figure is: `well_known`, `fairly_sure` or `disputed`."""
    if "contradicted" in row.get("warns", []):
        return "disputed"
    return _SURENESS.get(str(row.get("certainty", "B")), "fairly_sure")


@dataclass(slots=True)
class Citations:
    """The sources of one level as they are met, each with its number and how sure it is."""

    references: References
    numbers: dict[str, int] = field(default_factory=dict)
    sure: dict[str, str] = field(default_factory=dict)

    def number(self, reference: str) -> int:
        """The number of the source behind a reference; 0 when nothing is known of it."""
        row = self.references.find(reference)
        source = row.get("source") if row else None
        if not isinstance(source, str) or row is None:
            return 0
        weaker = max(self.sure.get(source, "well_known"), sureness(row), key=_ORDER.index)
        self.sure[source] = weaker
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def numbered(self, text: str) -> str:
        """The text with every reference turned into its source's number, repeats dropped."""
        seen: list[int] = []

        def swap(found: re.Match[str]) -> str:
            number = self.number(found[1])
            if number == 0 or number in seen:
                return ""
            seen.append(number)
            return f" [{number}]"

        return re.sub(r"\s+", " ", MARK.sub(swap, text)).strip()

    def texts(self) -> dict[str, str]:
        """The keys `source.<n>.…` of all sources met so far."""
        found: dict[str, str] = {}
        for source, number in self.numbers.items():
            row = self.references.sources.get(source, {})
            found[f"source.{number}.id"] = source
            for name in ("title", "publisher", "place"):
                if row.get(name):
                    found[f"source.{number}.{name}"] = str(row[name])
            found[f"source.{number}.sure"] = self.sure[source]
        return found
