"""The debrief for the command line: as JSON, as lines, as a page."""

from collections.abc import Iterator
from typing import Any

from game.cli.codex import sources_of
from game.content.loaded import LoadedLevel
from game.debrief.as_json import debrief_json
from game.debrief.debrief import Debrief, debrief_of
from game.debrief.report import report_html
from game.debrief.telling import Telling
from game.engine.definitions.level import OUTCOMES
from game.match.match import Match
from game.text.catalogue import Catalogue
from game.text.describe import Words


def _told(loaded: LoadedLevel, match: Match) -> tuple[Debrief, Telling]:
    words = Words(Catalogue(), loaded.level, dict(loaded.text()))
    return debrief_of(match).finish(), Telling(words)


def debrief_as_json(loaded: LoadedLevel, match: Match) -> dict[str, Any]:
    """Return a debrief as the stable JSON object of the command."""
    debrief, telling = _told(loaded, match)
    return debrief_json(debrief, telling)


def debrief_page(loaded: LoadedLevel, match: Match) -> str:
    """Return a debrief as one page of HTML."""
    debrief, telling = _told(loaded, match)
    return report_html(debrief, telling, sources_of(loaded.text(), loaded.references))


def debrief_lines(loaded: LoadedLevel, match: Match) -> Iterator[str]:
    """Yield a debrief as lines of text: outcomes first, then why."""
    debrief, telling = _told(loaded, match)
    words = telling.words
    score = match.score()
    for name, part in zip(OUTCOMES, score.parts, strict=True):
        yield f"{words.outcome(name).name:24} {part / 100:5.1f} of 100"
    yield f"{words.names.name('mandate', match.mandate.id):24} {score.total / 100:5.1f} of 100"
    for claim in debrief.told:
        yield f"- {telling.headed(claim)}"
