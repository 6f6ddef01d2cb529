"""What the codex shows: sections, what a search finds in them, and one entry in full."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.text.catalogue import Catalogue, mark
from game.ui.services import Codex, CodexFigure, Disagreement, Source, Sure, Term

WORDS, FIGURES, CLASHES, SOURCES = "words", "figures", "clashes", "sources"
SECTIONS: Final = {
    WORDS: mark("Words"),
    FIGURES: mark("Facts and figures"),
    CLASHES: mark("Sources disagree"),
    SOURCES: mark("Sources"),
}


@dataclass(frozen=True, slots=True)
class CodexEntry:
    """One line of the list and, beside it, the whole entry.

    `lines` follow the text one below another; `facts` are (name, value) pairs below those.
    """

    key: str
    title: str
    caption: str
    text: str
    lines: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    sure: Sure = ""


@dataclass(frozen=True, slots=True)
class _Indexed:
    entry: CodexEntry
    searched: str


class CodexModel:
    """All entries by section, prepared once for searching."""

    def __init__(self, codex: Codex, catalogue: Catalogue) -> None:
        say = catalogue.say
        self._catalogue = catalogue
        made: dict[str, Iterable[CodexEntry]] = {
            WORDS: (_word(each) for each in codex.terms),
            FIGURES: (_figure(each, catalogue) for each in codex.figures),
            CLASHES: (_clash(each, catalogue) for each in codex.disagreements),
            SOURCES: (_source(each, catalogue) for each in codex.sources),
        }
        self._sections = {
            key: [_Indexed(entry, plain(_all_text(entry))) for entry in entries]
            for key, entries in made.items()
        }
        self.sections = tuple(
            (key, say(name)) for key, name in SECTIONS.items() if self._sections[key]
        )

    def find(self, section: str, query: str) -> tuple[CodexEntry, ...]:
        """Entries of a section that hold every word of the query, titles that begin with it first.

        Case and accents do not matter.
        """
        words = plain(query).split()
        found = [
            each.entry
            for each in self._sections.get(section, ())
            if all(word in each.searched for word in words)
        ]
        start = plain(query).strip()
        if start:
            found.sort(key=lambda entry: not plain(entry.title).startswith(start))
        return tuple(found)

    def count(self, section: str, query: str) -> str:
        """How many entries a search finds, in words."""
        number = len(self.find(section, query))
        return self._catalogue.count("{count} entry", "{count} entries", number)

    def best_section(self, query: str) -> str:
        """The first section in which something is found; the first of all if nothing is."""
        for key, _ in self.sections:
            if self.find(key, query):
                return key
        return self.sections[0][0] if self.sections else WORDS


def plain(text: str) -> str:
    """A text as it is searched: lower case, without accents.

    >>> plain("Beşer, Việt Nam")
    'beser, viet nam'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _all_text(entry: CodexEntry) -> str:
    facts = (value for _, value in entry.facts)
    return " ".join((entry.key, entry.title, entry.caption, entry.text, *entry.lines, *facts))


def _word(term: Term) -> CodexEntry:
    return CodexEntry(f"{WORDS}-{term.id}", term.term, "", term.meaning)


def _figure(figure: CodexFigure, catalogue: Catalogue) -> CodexEntry:
    say = catalogue.say
    caption = " · ".join(part for part in (figure.value, figure.year) if part)
    facts = (
        (say(mark("Value")), figure.value),
        (say(mark("Year")), figure.year),
        (say(mark("Who says so")), figure.origin),
        (say(mark("Note")), figure.note),
        (say(mark("Number in the atlas")), figure.id),
    )
    shown = tuple((name, value) for name, value in facts if value)
    return CodexEntry(
        f"{FIGURES}-{figure.id}", figure.text, caption, "", facts=shown, sure=figure.sure
    )


def _clash(clash: Disagreement, catalogue: Catalogue) -> CodexEntry:
    caption = catalogue.count("{count} statement", "{count} statements", len(clash.rivals))
    why = (catalogue.say(mark("Why they differ")), clash.reason)
    return CodexEntry(
        f"{CLASHES}-{clash.id}", clash.question, caption, "", clash.rivals, (why,), "disputed"
    )


def _source(source: Source, catalogue: Catalogue) -> CodexEntry:
    say = catalogue.say
    facts = (
        (say(mark("Publisher")), source.publisher),
        (say(mark("Year")), source.year),
        (say(mark("Place")), source.place),
    )
    shown = tuple((name, value) for name, value in facts if value)
    return CodexEntry(
        f"{SOURCES}-{source.id}", source.title or source.publisher, source.publisher, "",
        facts=shown, sure=source.sure,
    )  # fmt: skip
