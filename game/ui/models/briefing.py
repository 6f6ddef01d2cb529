"""What the briefing shows: situation, dilemma, advisers, mandates and sources of a level."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.engine.definitions.level import OUTCOMES, Mandate
from game.text.briefing import aims_line
from game.text.catalogue import Catalogue, mark
from game.text.level_texts import LevelWords
from game.text.outcome_words import FIGURES
from game.text.scenarios import ScenarioSaid, scenario_said
from game.ui.services import Case, Source

STRONG_WEIGHT: Final = 20
ROLES: Final = {
    "treasury": (mark("Treasury"), "landmark"),
    "industry": (mark("Industry"), "factory"),
    "environment": (mark("Environment"), "leaf"),
    "foreign": (mark("Foreign affairs"), "globe"),
    "province": (mark("Province"), "trees"),
}
"""Advisers in the order in which they speak: title and icon."""

TOPIC: Final = "briefing"
_CITATION: Final = re.compile(r"\s*\[(\d{1,3})\]")
_SHARE: Final = re.compile(r"^(\d{1,3}(?:[.,]\d+)?)\s*%$")
_NUMBER_FIRST: Final = re.compile(r"^(\S*\d\S*)\s+(\S.*)$")


@dataclass(frozen=True, slots=True)
class FactView:
    """A big figure: number and unit apart, what it counts, citations, how sure.

    `share` is 0 to 1 for a percentage, else None.
    """

    number: str
    unit: str
    line: str
    citations: tuple[str, ...]
    sure: str
    share: float | None


@dataclass(frozen=True, slots=True)
class AdviserView:
    """An adviser: quote, options, doubt, and where the advice lies on the level's axis (0–100).

    `position` is (low, at, high), or None where the level gives none.
    """

    role: str
    title: str
    icon: str
    quote: str
    options: tuple[str, ...]
    doubt: str
    position: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class WeightView:
    """How much an outcome counts in a mandate, of 100."""

    key: str
    name: str
    short: str
    icon: str
    weight: int
    strong: bool
    share_of_largest: float


@dataclass(frozen=True, slots=True)
class MandateView:
    """A goal to choose. `icon` is that of the outcome that counts most."""

    id: str
    name: str
    line: str
    icon: str
    weights: tuple[WeightView, ...]
    summary: str
    aims: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole screen. `axis` names the two ends of the advisers' axis.

    `scenario` is None for a level in its usual course.
    """

    title: str
    place: str
    dilemma: str
    facts: tuple[FactView, ...]
    story: tuple[str, ...]
    axis: tuple[str, str]
    advisers: tuple[AdviserView, ...]
    mandates: tuple[MandateView, ...]
    sources: tuple[Source, ...]
    scenario: ScenarioSaid | None = None

    def source(self, number: str) -> Source | None:
        """The source a citation such as "3" points to."""
        return next((each for each in self.sources if str(each.number) == number), None)


def briefing_of(case: Case, catalogue: Catalogue) -> Briefing:
    """The briefing of a level in the player's language."""
    words = LevelWords(case.texts)
    return Briefing(
        title=words.text("level.title"),
        place=words.text("level.place"),
        dilemma=words.text("brief.dilemma"),
        facts=tuple(_facts(words)),
        story=tuple(text for _, text in words.numbered("brief.story.{n}")),
        axis=(words.text("brief.axis.low"), words.text("brief.axis.high")),
        advisers=tuple(_advisers(words, catalogue)),
        mandates=tuple(_mandate(each, words, catalogue) for each in _in_order(case)),
        sources=case.sources,
        scenario=scenario_said(case.level, words, catalogue),
    )


def split_citations(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without its citations, and their numbers in order.

    >>> split_citations("of your ore leaves unprocessed [1] [4]")
    ('of your ore leaves unprocessed', ('1', '4'))
    """
    return _CITATION.sub("", text).strip(), tuple(_CITATION.findall(text))


def split_figure(figure: str) -> tuple[str, str]:
    """Number and unit of a figure, to be drawn in two sizes.

    >>> split_figure("71 %"), split_figure("×4"), split_figure("US$ 1.2 bn")
    (('71', '%'), ('×4', ''), ('US$ 1.2 bn', ''))
    >>> split_figure("13, 50 or 57 %")
    ('13, 50 or 57 %', '')
    """
    found = _NUMBER_FIRST.match(figure.strip())
    if found is None or any(letter.isdecimal() for letter in found.group(2)):
        return figure.strip(), ""  # several numbers count the same
    return found.group(1), found.group(2)


def share_of(figure: str) -> float | None:
    """A percentage as a share from 0 to 1, None for any other figure.

    >>> share_of("71 %"), share_of("2")
    (0.71, None)
    """
    found = _SHARE.match(figure.strip())
    if found is None:
        return None
    share = float(found.group(1).replace(",", ".")) / 100
    return share if share <= 1 else None


def _facts(words: LevelWords) -> list[FactView]:
    found = []
    for number, figure in words.numbered("brief.fact.{n}.figure"):
        line, citations = split_citations(words.text(f"brief.fact.{number}.line"))
        shown, unit = split_figure(figure)
        sure = words.text(f"brief.fact.{number}.sure")
        found.append(FactView(shown, unit, line, citations, sure, share_of(figure)))
    return found


def _advisers(words: LevelWords, catalogue: Catalogue) -> list[AdviserView]:
    found = []
    for role, (title, icon) in ROLES.items():
        key = f"adviser.{role}.{TOPIC}"
        quote = words.text(key)
        if quote:
            options = tuple(text for _, text in words.numbered(key + ".option.{n}"))
            found.append(
                AdviserView(
                    role,
                    catalogue.say(title),
                    icon,
                    quote,
                    options,
                    words.text(f"{key}.doubt"),
                    _position(words, key),
                )  # fmt: skip
            )
    return found


def _position(words: LevelWords, key: str) -> tuple[int, int, int] | None:
    parts = [words.text(f"{key}.{part}") for part in ("low", "at", "high")]
    if not all(part.isdecimal() for part in parts):
        return None
    low, at, high = sorted(min(100, int(part)) for part in parts)
    return low, at, high


def _in_order(case: Case) -> list[Mandate]:
    """The mandates as the level's author ordered them; the engine keeps them by id."""
    place = {mandate: number for number, mandate in enumerate(case.mandate_order)}
    return sorted(case.level.mandates, key=lambda each: place.get(each.id, len(place)))


def _mandate(mandate: Mandate, words: LevelWords, catalogue: Catalogue) -> MandateView:
    name = words.name("mandate", mandate.id)
    largest = max(mandate.weights)
    weights = tuple(
        WeightView(
            key,
            catalogue.say(FIGURES[key].name),
            catalogue.say(FIGURES[key].short),
            FIGURES[key].icon,
            weight,
            weight >= STRONG_WEIGHT,
            weight / max(1, largest),
        )  # fmt: skip
        for key, weight in zip(OUTCOMES, mandate.weights, strict=True)
    )
    most = [each for each in weights if each.weight == largest]
    return MandateView(
        mandate.id, name, words.text(f"mandate.{mandate.id}.line"), most[0].icon, weights,
        _summary(name, weights, catalogue), aims_line(words, catalogue, mandate),
    )  # fmt: skip


def _summary(name: str, weights: tuple[WeightView, ...], catalogue: Catalogue) -> str:
    """Which outcomes count most and least, in a sentence."""
    figures = [each.weight for each in weights]
    if max(figures) == min(figures):
        return catalogue.say(mark("{name}: all six outcomes count the same."), name=name)
    most = _names(weights, max(figures), catalogue.say)
    least = _names(weights, min(figures), catalogue.say)
    return catalogue.say(
        mark("{name}: {most} counts most, {least} least."), name=name, most=most, least=least
    )


def _names(weights: tuple[WeightView, ...], figure: int, say: Callable[..., str]) -> str:
    names = [each.name[:1].lower() + each.name[1:] for each in weights if each.weight == figure]
    if len(names) == 1:
        return names[0]
    return say(mark("{first} and {last}"), first=", ".join(names[:-1]), last=names[-1])
