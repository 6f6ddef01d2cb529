"""The briefing, the advisers, the codex: what a level tells before and beside the game."""

from dataclasses import dataclass

from game.engine.definitions.level import OUTCOMES, Mandate, Prediction
from game.engine.scoring import aims_met
from game.engine.world import World
from game.text import problem_words
from game.text.catalogue import Catalogue, mark
from game.text.describe import Words
from game.text.level_texts import LevelWords
from game.text.problem_words import ADVISERS


@dataclass(frozen=True, slots=True)
class BriefFact:
    """One big figure of the briefing, what it counts, and how sure we are of it."""

    figure: str
    line: str
    sure: str
    sure_text: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What one adviser says on a topic.

    Attributes:
        options: Two or three concrete options.
        low, at, high: Where the advice lies on the level's axis, 0 to 100, with its doubt; -1
            when the level gives none.
    """

    role: str
    name: str
    quote: str
    options: tuple[str, ...]
    doubt: str
    low: int
    at: int
    high: int


@dataclass(frozen=True, slots=True)
class MandateCard:
    """A goal: its name, its line, and its weights as (outcome, short name, weight)."""

    id: str
    name: str
    line: str
    weights: tuple[tuple[str, str, int], ...]
    summary: str
    aims: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source of the level, by its citation number."""

    number: int
    title: str
    publisher: str
    place: str
    sure_text: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything said before the first turn."""

    title: str
    place: str
    summary: str
    minutes: str
    facts: tuple[BriefFact, ...]
    dilemma: str
    story: tuple[str, ...]
    goals: tuple[str, ...]
    axis: tuple[str, str]
    advice: tuple[Advice, ...]
    mandates: tuple[MandateCard, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A prediction as it is asked: the question, the directions and the reasons to pick from."""

    id: str
    question: str
    directions: tuple[tuple[int, str], ...]
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    slug: str
    term: str
    meaning: str


def briefing(words: Words) -> Briefing:
    """Return a level's briefing."""
    names = words.names
    minutes = names.text("level.minutes")
    return Briefing(
        title=names.text("level.title"),
        place=names.text("level.place"),
        summary=names.text("level.summary"),
        minutes=words.say(mark("about {minutes} minutes"), minutes=minutes) if minutes else "",
        facts=tuple(_facts(words)),
        dilemma=names.text("brief.dilemma"),
        story=tuple(text for _, text in names.numbered("brief.story.{n}")),
        goals=tuple(text for _, text in names.numbered("level.goal.{n}")),
        axis=(names.text("brief.axis.low"), names.text("brief.axis.high")),
        advice=advice(words, "briefing"),
        mandates=mandate_cards(words),
        sources=sources(words),
    )


def _facts(words: Words) -> list[BriefFact]:
    found = []
    for number, figure in words.names.numbered("brief.fact.{n}.figure"):
        sure = words.names.text(f"brief.fact.{number}.sure")
        line = words.names.text(f"brief.fact.{number}.line")
        found.append(BriefFact(figure, line, sure, _sure(words, sure)))
    return found


def _sure(words: Words, code: str) -> str:
    return words.say(problem_words.CERTAINTY.get(code, ""))


def advice(words: Words, topic: str) -> tuple[Advice, ...]:
    """Return what the advisers say on a topic: ``briefing`` or a lever's id."""
    found = []
    for role, name in ADVISERS.items():
        key = f"adviser.{role}.{topic}"
        quote = words.names.text(key)
        if quote:
            found.append(
                Advice(
                    role=role,
                    name=words.say(name),
                    quote=quote,
                    options=tuple(t for _, t in words.names.numbered(f"{key}.option.{{n}}")),
                    doubt=words.names.text(f"{key}.doubt"),
                    low=_digits(words, f"{key}.low"),
                    at=_digits(words, f"{key}.at"),
                    high=_digits(words, f"{key}.high"),
                )
            )
    return tuple(found)


def _digits(words: Words, key: str) -> int:
    text = words.names.text(key)
    return int(text) if text.isdecimal() else -1


def mandate_cards(words: Words) -> tuple[MandateCard, ...]:
    """Return the goals of a level in its order."""
    return tuple(_mandate(words, mandate) for mandate in words.level.mandates)


def aims_line(names: LevelWords, catalogue: Catalogue, mandate: Mandate) -> str:
    """Return what a goal hopes to see at the end, in a sentence; empty when it names nothing."""
    lines = [names.text(f"mandate.{mandate.id}.aim.{aim}") for aim, _ in mandate.aims]
    if not lines:
        return ""
    return catalogue.say(mark("At the end it hopes to see: {aims}."), aims="; ".join(lines))


def aims_told(words: Words, mandate: Mandate, world: World) -> tuple[tuple[str, bool], ...]:
    """Return each aim of a goal in words, with whether it is met in a world."""
    return tuple(
        (words.names.text(f"mandate.{mandate.id}.aim.{aim}"), met)
        for aim, met in aims_met(world, mandate)
    )


def _mandate(words: Words, mandate: Mandate) -> MandateCard:
    mandate_id, weights = mandate.id, mandate.weights
    named = [
        (name, words.outcome(name), weight) for name, weight in zip(OUTCOMES, weights, strict=True)
    ]
    most = max(named, key=lambda item: item[2])[1].name
    least = min(named, key=lambda item: item[2])[1].name
    return MandateCard(
        id=mandate_id,
        name=words.names.name("mandate", mandate_id),
        line=words.names.text(f"mandate.{mandate_id}.line"),
        weights=tuple((name, outcome.short, weight) for name, outcome, weight in named),
        summary=words.say(
            mark("{most} counts most, {least} least."), most=most, least=least.lower()
        ),
        aims=aims_line(words.names, words.catalogue, mandate),
    )


def sources(words: Words) -> tuple[SourceLine, ...]:
    """Return the sources of a level by citation number."""
    names = words.names
    return tuple(
        SourceLine(
            number=number,
            title=names.text(f"source.{number}.title") or identifier,
            publisher=names.text(f"source.{number}.publisher"),
            place=names.text(f"source.{number}.place"),
            sure_text=_sure(words, names.text(f"source.{number}.sure")),
        )
        for number, identifier in names.numbered("source.{n}.id")
    )


def question(words: Words, prediction: Prediction) -> Question:
    """Return a prediction as it is asked."""
    key = f"prediction.{prediction.id}"
    text = words.names.text
    figure = words.figure(prediction.figure, prediction.seat)
    span = words.numbers.span(words.level, prediction.turns * words.level.steps)
    asked = words.say(mark("{figure}: where will it be in {span}?"), figure=figure, span=span)
    return Question(
        id=prediction.id,
        question=text(f"{key}.question") or asked,
        directions=(
            (1, text(f"{key}.up") or words.say(mark("It rises"))),
            (0, text(f"{key}.stays") or words.say(mark("It stays about the same"))),
            (-1, text(f"{key}.down") or words.say(mark("It falls"))),
        ),
        reasons=tuple(
            (reason, text(f"{key}.reason.{reason}") or words.names.name("reason", reason))
            for reason, _ in prediction.reasons
        ),
    )


def hint(words: Words, turn: int) -> str:
    """Return what the level proposes to try in a turn, counted from 0; empty when nothing."""
    return words.names.text(f"hint.{turn + 1}")


def term(words: Words, slug: str) -> Term | None:
    """Return an entry of the glossary, None when there is none."""
    meaning = words.names.text(f"glossary.{slug}.meaning")
    if not meaning:
        return None
    return Term(slug, words.names.text(f"glossary.{slug}.term") or slug, meaning)
