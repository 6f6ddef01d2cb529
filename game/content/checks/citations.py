"""Whether what is cited exists, may be used, and is used as what it is."""

from __future__ import annotations

from typing import Any

from game.content.atlas import References
from game.content.checks.findings import Findings
from game.content.checks.wording import located
from game.content.numbers.traced import FACT
from game.content.opening import Loc
from game.content.origins import origins
from game.content.texts.citations import marks

_SOURCE_KEYS = ("sources", "case_sources")


def check_citations(found: Findings, references: References) -> None:
    """Note every citation that leads nowhere or says something it may not."""
    _check_lists(found, references, found.opened.data, ())
    for loc, words in located(found.file):
        for language, text in words.items():
            for reference in marks(text):
                _check_reference(found, references, (*loc, language), reference)
    _check_numbers(found, references)
    _check_events(found)


def _check_lists(found: Findings, references: References, node: Any, path: Loc) -> None:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in _SOURCE_KEYS and path and isinstance(value, list):
                for index, reference in enumerate(value):
                    _check_reference(found, references, (*path, key, index), str(reference))
            else:
                _check_lists(found, references, value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            _check_lists(found, references, value, (*path, index))


def _check_reference(found: Findings, references: References, loc: Loc, reference: str) -> None:
    row = references.find(reference)
    if row is None:
        found.error(
            loc,
            "unknown-source",
            f"the atlas has no `{reference}`",
            "readers look up what a level cites",
            "cite an id of facts.yaml, figures.yaml or contradictions.yaml",
        )
    elif row.get("load") == "never":
        found.error(
            loc,
            "unusable-source",
            f"`{reference}` was only recalled, never looked up",
            "such a figure is marked `load: never`",
            "cite another row, or mark the number as game",
        )


def _check_numbers(found: Findings, references: References) -> None:
    for origin in origins(found.file):
        # Conditions and effects borrow the list of what they belong to, which is looked at above.
        for reference in origin.sources if origin.own_sources else ():
            _check_reference(found, references, origin.path, reference)
        ranged = origin.low is not None or origin.high is not None
        if origin.kind == FACT and not ranged and _weak(references, origin.sources):
            found.error(
                origin.path,
                "weak-without-range",
                f"`{origin.text}` rests on a weak or contested source",
                "such a number is given with its range",
                "add `low:` and `high:`",
            )


def _weak(references: References, sources: tuple[str, ...]) -> bool:
    rows = [references.find(source) or {} for source in sources]
    return bool(rows) and all(row.get("certainty") in ("C", "D") for row in rows)


def _check_events(found: Findings) -> None:
    """Documents say only what facts (F) say; figures (H) are public knowledge."""
    for key, event in found.file.events.items():
        first = {"documents": "F", "public": "H"}.get(event.knowledge)
        if first and not any(source.startswith(first) for source in event.sources):
            found.error(
                ("events", key, "knowledge"),
                "knowledge-without-source",
                f"`{event.knowledge}` needs a source that begins with {first}",
                "F rows come from the documents, H rows are public knowledge",
                "cite one, or mark the event as game",
            )
