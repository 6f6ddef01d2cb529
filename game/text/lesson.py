"""A level as a lesson: what its teacher needs on paper, and a sheet for each pair of pupils.

Everything is said by the level file: its plan, notes, questions and quiz. The same sheets are told
as lines for a terminal and as a page to print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from game.text.briefing import Briefing, briefing
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.lever_words import LEVERS
from game.text.page import Cited, link_citations, listed, page, paragraphs, section, source_list
from game.text.page import table as html_table

_STYLE = """
.handout{break-before:page;break-inside:auto}.handout td{height:30px}.handout td+td{width:82%}
b.right{color:#007258}
@media print{.handout td{border-bottom:1px solid #92a1ae}}
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of a lesson under one heading.

    Attributes:
        heading: Its title.
        texts: Paragraphs; said before the list.
        items: A list; each item is one line.
        numbered: Whether the order of the list matters.
        rows: A table of two columns, with its heads first; empty cells are to be written in.
    """

    heading: str
    texts: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    numbered: bool = False
    rows: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the level says nothing here."""
        return not (self.texts or self.items or self.rows[1:])


@dataclass(frozen=True, slots=True)
class Lesson:
    """A level as a lesson.

    Attributes:
        title: Of the level.
        captions: Where and when; how long, for which seats.
        teacher: Sheets for the teacher, in the order of the lesson.
        handout: Sheets to print for each pair.
        sources_heading: Title of the list of sources.
    """

    title: str
    captions: tuple[str, ...]
    teacher: tuple[Sheet, ...]
    handout: tuple[Sheet, ...]
    sources_heading: str


def lesson_of(words: Words, command: str = "python main.py") -> Lesson:
    """Return the lesson of a level in one language; what a level does not say is left out.

    Args:
        words: Of the level.
        command: What starts the program, for lines to be copied.
    """
    brief = briefing(words)
    teacher = (
        _plan(words),
        Sheet(words.say(mark("What pupils learn")), items=brief.goals),
        _dilemma(words, brief),
        _facts(words, brief),
        _numbered(words, mark("What to look out for"), "teaching.note.{n}"),
        _before(words, command),
        _questions(words),
        _arguments(words),
        _quiz(words),
        _numbered(words, mark("What the model leaves out"), "debrief.leaves_out.{n}"),
        _numbered(words, mark("Homework"), "teaching.homework.{n}"),
    )
    handout = (
        Sheet(brief.title, (brief.dilemma, *brief.story)),
        _goals(words, brief),
        _log(words),
        _exit_question(words),
    )
    return Lesson(
        title=words.say(mark("Lesson: {level}"), level=brief.title),
        captions=_captions(words, brief),
        teacher=tuple(sheet for sheet in teacher if not sheet.empty),
        handout=tuple(sheet for sheet in handout if not sheet.empty),
        sources_heading=words.say(mark("Sources")),
    )


def lesson_page(lesson: Lesson, locale: str, sources: Sequence[Cited]) -> str:
    """Return a lesson as one page of HTML: the teacher's part, then a sheet to copy."""
    parts = [section(sheet.heading, _inner(sheet)) for sheet in lesson.teacher]
    parts.append(section(lesson.sources_heading, source_list(sources)))
    copied = "\n".join(f"<h2>{escape(x.heading)}</h2>\n{_inner(x)}" for x in lesson.handout)
    parts.append(f'<section class="handout">\n{copied}\n</section>' if copied else "")
    return page(locale, lesson.title, lesson.captions, parts, _STYLE)


def lesson_lines(lesson: Lesson, sources: Sequence[Cited]) -> Iterator[str]:
    """Yield a lesson as lines of text, its sources last."""
    yield lesson.title
    yield from lesson.captions
    for sheet in (*lesson.teacher, *lesson.handout):
        yield ""
        yield sheet.heading
        yield from sheet.texts
        for number, item in enumerate(sheet.items, 1):
            yield f"  {number}. {item}" if sheet.numbered else f"  - {item}"
        width = max((len(first) for first, _ in sheet.rows), default=0)
        for first, second in sheet.rows:
            yield f"  {first:{width}}  {second}".rstrip()
    if sources:
        yield from ("", lesson.sources_heading)
    for source in sources:
        origin = ", ".join(x for x in (source.title, source.publisher, source.place) if x)
        yield f"  [{source.number}] {origin}"


def _inner(sheet: Sheet) -> str:
    parts = [paragraphs(sheet.texts), listed(sheet.items, "ol" if sheet.numbered else "ul")]
    if sheet.rows:
        heads, *rows = sheet.rows
        cells = [(escape(first), link_citations(second)) for first, second in rows]
        parts.append(html_table([escape(head) for head in heads], cells, 2))
    return "\n".join(part for part in parts if part)


def _captions(words: Words, brief: Briefing) -> tuple[str, ...]:
    turns = words.catalogue.count(mark("one turn"), mark("{count} turns"), words.level.turns)
    seats = ", ".join(words.names.name("state", x) for x in words.level.seats)
    told = mark("{place}: {turns}, {minutes}. To be governed: {seats}.")
    said = words.say(told, place=brief.place, turns=turns, minutes=brief.minutes, seats=seats)
    return (said,)


def _numbered(words: Words, heading: str, pattern: str) -> Sheet:
    return Sheet(words.say(heading), items=tuple(x for _, x in words.names.numbered(pattern)))


def _plan(words: Words) -> Sheet:
    minutes, happens = words.say(mark("Minutes")), words.say(mark("What happens"))
    rows = [
        (words.names.text(f"teaching.plan.{number}.minutes"), does)
        for number, does in words.names.numbered("teaching.plan.{n}.does")
    ]
    return Sheet(words.say(mark("The lesson")), rows=((minutes, happens), *rows))


def _dilemma(words: Words, brief: Briefing) -> Sheet:
    return Sheet(words.say(mark("The dilemma")), (brief.dilemma, *brief.story))


def _facts(words: Words, brief: Briefing) -> Sheet:
    items = (
        f"{fact.figure}: {fact.line}" + (f" ({fact.sure_text})" if fact.sure_text else "")
        for fact in brief.facts
    )
    return Sheet(words.say(mark("The facts on the table")), items=tuple(items))


def _before(words: Words, command: str) -> Sheet:
    """What to do before the lesson, with commands that can be typed as they are."""
    level = words.level.id
    texts = (
        mark("Play the level to the end once: {command} play {level}"),
        mark("The same luck for all: {command} play {level} --seed 7 (pick a new number)"),
        mark("A ranked round by file: {command} classroom pack {level} --out round"),
        mark("Print the last sheet of this page once for each pair."),
    )
    items = tuple(words.say(text, level=level, command=command) for text in texts)
    return Sheet(words.say(mark("Before the lesson")), items=items)


def _questions(words: Words) -> Sheet:
    items = [text for _, text in words.names.numbered("debrief.question.{n}")]
    return Sheet(words.say(mark("Questions to discuss")), items=tuple(items), numbered=True)


def _arguments(words: Words) -> Sheet:
    found = []
    for lever in LEVERS:
        for way, head in (
            ("for", mark("{lever}: what speaks for it. {text}")),
            ("against", mark("{lever}: what speaks against it. {text}")),
        ):
            if text := words.names.text(f"debrief.argument.{lever}.{way}"):
                found.append(words.say(head, lever=words.lever(lever).title, text=text))
    return Sheet(words.say(mark("Both sides of the main choice")), items=tuple(found))


def _quiz(words: Words) -> Sheet:
    """The quiz with its answers; the right one is named, for this page is the teacher's."""
    names, found = words.names, []
    for number, question in names.numbered("quiz.{n}.question"):
        answers = [text for _, text in names.numbered(f"quiz.{number}.answer.{{n}}")]
        right = int(names.text(f"quiz.{number}.right") or 0)
        lettered = "; ".join(f"{chr(64 + n)} {text}" for n, text in enumerate(answers, 1))
        said = words.say(
            mark("{question} {answers} (Right: {letter})"),
            question=question,
            answers=lettered,
            letter=chr(64 + right),
        )
        found.append(said)
    return Sheet(words.say(mark("Quiz")), items=tuple(found), numbered=True)


def _goals(words: Words, brief: Briefing) -> Sheet:
    lines = [f"{x.name}: {x.line} {x.aims}".strip() for x in brief.mandates]
    return Sheet(
        words.say(mark("Pick one goal, and say in a sentence what it wants")), items=tuple(lines)
    )


def _log(words: Words) -> Sheet:
    when, what = words.say(mark("When")), words.say(mark("What we did, and why"))
    dates = [words.numbers.date(words.level, turn) for turn in range(words.level.turns)]
    rows = ((when, what), *((date, "") for date in dates))
    return Sheet(words.say(mark("Our decisions")), rows=rows)


def _exit_question(words: Words) -> Sheet:
    asked = words.names.text("debrief.exit_question")
    return Sheet(words.say(mark("Exit question")), (asked,) if asked else ())
