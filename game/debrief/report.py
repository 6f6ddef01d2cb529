"""The debrief as one page of HTML: it needs no network and no script, and prints from a browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from game.debrief.debrief import Debrief
from game.debrief.other_side import left_out, other_sides
from game.debrief.report_parts import (
    link_citations,
    outcomes_part,
    predictions_part,
    quiz_part,
    ranking_part,
    section,
    shares_part,
    turning_points_part,
)
from game.debrief.telling import Telling
from game.text.catalogue import mark

_STYLE = """
:root{color-scheme:light}
body{font:15px/1.5 Inter,"Segoe UI",Helvetica,Arial,sans-serif;color:#15222d;background:#f3f6f8;
margin:0}
header{background:#0f202e;color:#fff;padding:24px 32px}
header p{color:#adbecb;margin:4px 0 0}
h1{font-size:24px;margin:0}h2{font-size:19px;margin:0 0 8px}h3{font-size:15px;margin:16px 0 4px}
main{max-width:1180px;margin:0 auto;padding:16px}
section{background:#fff;border:1px solid #dbe2e8;border-radius:12px;padding:20px 24px;margin:16px 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:6px 12px 6px 0;
border-bottom:1px solid #eaeff3;vertical-align:top}th{font-size:12px;color:#576775}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
.small{color:#576775;font-size:13px}.pair{display:grid;gap:16px;
grid-template-columns:repeat(auto-fit,minmax(380px,1fr))}
svg{width:100%;height:auto;max-width:640px}.grid{stroke:#eaeff3}.tick{font-size:11px;fill:#576775}
polyline{fill:none;stroke-width:2.6}polyline.mine{stroke:#ce840a}
polyline.history{stroke:#92a1ae;stroke-dasharray:7 5}
polyline.without{stroke:#0b5c8a;stroke-dasharray:3 4}
.name{font-size:12px;font-weight:600}.last{font-size:14px;font-weight:600}text.mine{fill:#8a5504}
text.history{fill:#425361}text.without{fill:#0b5c8a}.mark{fill:#0b5c8a;stroke:#fff;stroke-width:2}
.number{fill:#fff;font-size:11px;font-weight:700}.bar{height:12px;border-radius:3px}
.axis{position:relative;height:16px;min-width:180px}.axis i{position:absolute;top:2px;height:12px;
border-radius:3px}.axis b{position:absolute;top:0;width:1px;height:16px;background:#425361}
.up{background:#007258}.down{background:#ab3f05}
details{margin:4px 0 12px}a{color:#0b5c8a}
@media print{body{background:#fff}section{break-inside:avoid;border:0;padding:8px 0}
header{color:#000;background:#fff;padding:0}header p{color:#333}details{display:block}}
"""


class Cited(Protocol):
    """A source as it is printed; ``number`` is its place in the level's citations."""

    @property
    def number(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def place(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Reflection:
    """What the player said first: a feeling, and the biggest surprise; both may be empty."""

    feeling: str = ""
    surprise: str = ""


def report_html(
    debrief: Debrief,
    telling: Telling,
    sources: Sequence[Cited] = (),
    reflection: Reflection | None = None,
) -> str:
    """Return the whole report as an HTML page.

    Args:
        debrief: Worked out to its end; parts not worked out are left out.
        telling: Says claims and names in one language.
        sources: The level's sources in the order of their numbers.
        reflection: What the player felt, printed first.
    """
    names, say = telling.words.names, telling.words.say
    title = say(mark("Debrief: {level}"), level=names.text("level.title"))
    mandate = names.name("mandate", debrief.played.mandate.id)
    caption = say(
        mark("{place}. Goal: {mandate}."), place=names.text("level.place"), mandate=mandate
    )
    parts = [
        _reflection(telling, reflection),
        outcomes_part(debrief, telling),
        turning_points_part(debrief, telling),
        shares_part(debrief, telling),
        predictions_part(debrief, telling),
        _luck(debrief, telling),
        _real_case(telling),
        _other_side(debrief, telling),
        _limits(telling),
        ranking_part(debrief, telling),
        _questions(telling),
        quiz_part(telling),
        _sources(telling, sources),
    ]
    body = "\n".join(part for part in parts if part)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(telling.words.catalogue.locale)}">\n<head>\n'
        '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(title)}</h1><p>{escape(caption)}</p></header>\n"
        f"<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _paragraphs(texts: Sequence[str]) -> str:
    return "\n".join(f"<p>{link_citations(text)}</p>" for text in texts if text)


def _listed(texts: Sequence[str], kind: str = "ul") -> str:
    if not texts:
        return ""
    inner = "\n".join(f"<li>{link_citations(text)}</li>" for text in texts)
    return f"<{kind}>\n{inner}\n</{kind}>"


def _reflection(telling: Telling, reflection: Reflection | None) -> str:
    if reflection is None:
        return ""
    say = telling.words.say
    texts = []
    if reflection.feeling:
        texts.append(say(mark("You felt: {feeling}."), feeling=reflection.feeling))
    if reflection.surprise:
        texts.append(say(mark("Biggest surprise: {what}."), what=reflection.surprise))
    return section(say(mark("First impressions")), _paragraphs(texts))


def _luck(debrief: Debrief, telling: Telling) -> str:
    if debrief.luck is None:
        return ""
    return section(telling.words.say(mark("Luck")), _paragraphs([telling.luck(debrief.luck)]))


def _real_case(telling: Telling) -> str:
    names, say = telling.words.names, telling.words.say
    path = [
        f"{telling.date(turn)}: {line}"
        for turn in range(telling.words.level.turns)
        if (line := names.text(f"path.{turn}.line"))
    ]
    inner = _paragraphs([names.text("debrief.case")]) + _listed(path)
    return section(say(mark("The real case")), inner)


def _other_side(debrief: Debrief, telling: Telling) -> str:
    say, found = telling.words.say, []
    for side in other_sides(debrief.played, telling.words.names):
        lever = telling.words.lever(side.lever).title
        head = (
            mark("{lever}: what speaks against it")
            if side.used
            else mark("{lever}: what speaks for it")
        )
        found.append(f"<h3>{escape(say(head, lever=lever))}</h3>{_paragraphs([side.text])}")
    return section(say(mark("The other side")), "\n".join(found))


def _limits(telling: Telling) -> str:
    heading = telling.words.say(mark("What the model leaves out"))
    return section(heading, _listed(left_out(telling.words.names)))


def _questions(telling: Telling) -> str:
    names = telling.words.names
    texts = [text for _, text in names.numbered("debrief.question.{n}")]
    if last := names.text("debrief.exit_question"):
        texts.append(last)
    return section(telling.words.say(mark("Questions to discuss")), _listed(texts, "ol"))


def _sources(telling: Telling, sources: Sequence[Cited]) -> str:
    rows = "\n".join(
        f'<li id="source-{source.number}" value="{source.number}">{escape(source.title)}. '
        f"{escape(', '.join(x for x in (source.publisher, source.place) if x))}</li>"
        for source in sources
    )
    return section(telling.words.say(mark("Sources")), f"<ol>\n{rows}\n</ol>" if rows else "")
