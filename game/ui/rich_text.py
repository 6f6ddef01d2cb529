"""Text with bold words and citation links: "**Ore** pays today [1]"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from game.ui.fonts import Weight
from game.ui.text_layout import fitting_prefix, pieces

_MARKS: Final = re.compile(r"\*\*(.+?)\*\*|\[([A-Za-z]{0,2}\d{1,4})\]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; `link` names the source a citation points to."""

    text: str
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A piece of a run on a line: `x` pixels from the left, on line number `line`."""

    text: str
    bold: bool
    link: str
    x: int
    line: int
    width: int


def parse_runs(text: str) -> list[Run]:
    """Split at `**bold**` and `[1]`; everything else is plain text."""
    runs: list[Run] = []
    at = 0
    for match in _MARKS.finditer(text):
        if match.start() > at:
            runs.append(Run(text[at : match.start()]))
        bold, link = match.group(1), match.group(2)
        runs.append(Run(bold, bold=True) if bold else Run(f"[{link}]", link=link))
        at = match.end()
    if at < len(text):
        runs.append(Run(text[at:]))
    return runs


def place_runs(
    runs: Sequence[Run], width: int, measure: Callable[[str, Weight], int]
) -> list[PlacedRun]:
    """Break runs into words and set them on lines of `width` pixels."""
    blank = measure("n n", "regular") - measure("nn", "regular")
    placed: list[PlacedRun] = []
    x, line, gap = 0, 0, 0
    for word, run, gap_before, breaks in _words(runs):
        if breaks:
            x, line, gap = 0, line + 1, 0
            continue
        weight: Weight = "semibold" if run.bold or run.link else "regular"
        gap = blank if gap_before and x else 0
        size = measure(word, weight)
        if x and x + gap + size > width:
            x, line, gap = 0, line + 1, 0
        while size > width and len(word) > 1:
            head = fitting_prefix(word, width, partial(_measure_as, measure, weight))
            part = word[:head]
            placed.append(PlacedRun(part, run.bold, run.link, 0, line, measure(part, weight)))
            word, line = word[head:], line + 1
            size = measure(word, weight)
        placed.append(PlacedRun(word, run.bold, run.link, x + gap, line, size))
        x += gap + size
    return placed


def _measure_as(measure: Callable[[str, Weight], int], weight: Weight, text: str) -> float:
    return measure(text, weight)


def _words(runs: Sequence[Run]) -> Iterator[tuple[str, Run, bool, bool]]:
    """Words with: the run, whether a blank goes before, whether this is a line break instead."""
    blank_due = False
    for run in runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                yield "", run, False, True
                blank_due = False
            blank_due = blank_due or part.startswith(" ")
            for word, blank_after in pieces(part):
                yield word, run, blank_due, False
                blank_due = blank_after
            blank_due = part.endswith(" ") if part.strip() else blank_due
