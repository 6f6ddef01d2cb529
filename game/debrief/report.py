"""The debrief as one page of HTML: it needs no network and no script, and prints from a browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from game.debrief.debrief import Debrief
from game.debrief.other_side import left_out, other_sides
from game.debrief.report_parts import (
    outcomes_part,
    predictions_part,
    quiz_part,
    ranking_part,
    shares_part,
    turning_points_part,
)
from game.debrief.telling import Telling
from game.text.catalogue import mark
from game.text.page import Cited, listed, page, paragraphs, section, source_list
from game.text.scenarios import scenario_said

_STYLE = """
.pair{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(380px,1fr))}
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
"""


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
    scenario = scenario_said(telling.words.level, names, telling.words.catalogue)
    if scenario is not None:
        caption = f"{caption} {scenario.title}."
    parts = [
        _reflection(telling, reflection),
        outcomes_part(debrief, telling),
        turning_points_part(debrief, telling),
        shares_part(debrief, telling),
        predictions_part(debrief, telling),
        _luck(debrief, telling),
        _real_case(telling),
        paragraphs([scenario.sentences]) if scenario is not None else "",
        _other_side(debrief, telling),
        _limits(telling),
        ranking_part(debrief, telling),
        _questions(telling),
        quiz_part(telling),
        _sources(telling, sources),
    ]
    return page(telling.words.catalogue.locale, title, [caption], parts, _STYLE)


def _reflection(telling: Telling, reflection: Reflection | None) -> str:
    if reflection is None:
        return ""
    say = telling.words.say
    texts = []
    if reflection.feeling:
        texts.append(say(mark("You felt: {feeling}."), feeling=reflection.feeling))
    if reflection.surprise:
        texts.append(say(mark("Biggest surprise: {what}."), what=reflection.surprise))
    return section(say(mark("First impressions")), paragraphs(texts))


def _luck(debrief: Debrief, telling: Telling) -> str:
    if debrief.luck is None:
        return ""
    return section(telling.words.say(mark("Luck")), paragraphs([telling.luck(debrief.luck)]))


def _real_case(telling: Telling) -> str:
    names, say = telling.words.names, telling.words.say
    path = [
        f"{telling.date(turn)}: {line}"
        for turn in range(telling.words.level.turns)
        if (line := names.text(f"path.{turn}.line"))
    ]
    inner = paragraphs([names.text("debrief.case")]) + listed(path)
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
        found.append(f"<h3>{escape(say(head, lever=lever))}</h3>{paragraphs([side.text])}")
    return section(say(mark("The other side")), "\n".join(found))


def _limits(telling: Telling) -> str:
    heading = telling.words.say(mark("What the model leaves out"))
    return section(heading, listed(left_out(telling.words.names)))


def _questions(telling: Telling) -> str:
    names = telling.words.names
    texts = [text for _, text in names.numbered("debrief.question.{n}")]
    if last := names.text("debrief.exit_question"):
        texts.append(last)
    return section(telling.words.say(mark("Questions to discuss")), listed(texts, "ol"))


def _sources(telling: Telling, sources: Sequence[Cited]) -> str:
    return section(telling.words.say(mark("Sources")), source_list(sources))
