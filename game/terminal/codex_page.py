"""Words explained, facts and sources: what can be looked up at any time."""

from game.terminal.screen import Screen
from game.terminal.services import Codex, CodexFigure
from game.text.briefing import sources
from game.text.catalogue import mark
from game.text.describe import Words

MOST_FOUND = 12


def look_up(screen: Screen, codex: Codex, asked: str) -> None:
    """Show the terms and facts that contain a word; without one, list all terms."""
    if not asked:
        screen.heading(screen.say(mark("Glossary")))
        screen.line(", ".join(term.term for term in codex.terms))
        screen.line(screen.say(mark("Type “codex” and a word to look it up.")))
        return
    terms = [x for x in codex.terms if asked in x.term.lower()]
    terms = terms or [x for x in codex.terms if asked in x.meaning.lower()]
    facts = [x for x in codex.figures if asked in x.text.lower()]
    disputes = [x for x in codex.disagreements if asked in x.question.lower()]
    if not terms and not facts and not disputes:
        nothing = mark("Nothing is known about “{word}”. “codex” lists all words.")
        screen.line(screen.say(nothing, word=asked))
        return
    for term in terms[:MOST_FOUND]:
        screen.line(f"{term.term}: {term.meaning}")
    for fact in facts[:MOST_FOUND]:
        screen.line(_fact(screen, fact))
    hidden = max(0, len(facts) - MOST_FOUND)
    if hidden:
        screen.line(screen.say(mark("{count} more facts; use a longer word."), count=hidden))
    for dispute in disputes[:MOST_FOUND]:
        screen.line(screen.say(mark("Sources disagree: {question}"), question=dispute.question))
        screen.items(dispute.rivals, indent=2)
        screen.line(dispute.reason, indent=2)


def _fact(screen: Screen, fact: CodexFigure) -> str:
    told = ", ".join(part for part in (fact.value, fact.year) if part)
    said = f"{fact.text} ({told})" if told else fact.text
    return f"- {said}. {screen.say(mark('Source: {origin}'), origin=fact.origin)}"


def show_sources(screen: Screen, words: Words) -> None:
    """Show the sources of the level by their citation numbers."""
    found = sources(words)
    if not found:
        screen.line(screen.say(mark("This level names no sources.")))
        return
    screen.heading(screen.say(mark("Sources and how sure we are")))
    for source in found:
        parts = (source.title, source.publisher, source.place, source.sure_text)
        screen.line(f"[{source.number}] {', '.join(part for part in parts if part)}")
