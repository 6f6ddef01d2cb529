"""All texts of a level as one flat mapping of dotted keys; docs/text_keys.md lists the keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.atlas import References
from game.content.build.dates import Dates
from game.content.models.base import Words
from game.content.models.level import LevelFile
from game.content.models.region import RegionModel
from game.content.models.story import Advice
from game.content.texts.citations import Citations

SOURCE_LANGUAGE = "en"
UNPLACED = (50, 50, 50)
"""Advice on a question that does not lie on the level's main axis."""

Item = tuple[str, Words]


def languages(file: LevelFile) -> tuple[str, ...]:
    """The languages of the level's title, English first."""
    others = sorted(set(file.title) - {SOURCE_LANGUAGE})
    return (SOURCE_LANGUAGE, *others)


def level_texts(file: LevelFile, references: References, language: str) -> dict[str, str]:
    """Every text of the level in one language; where it is missing, the English one."""
    citations = Citations(references)
    texts = dict(_plain(file))
    for key, words in worded(file):
        text = words.get(language) or words.get(SOURCE_LANGUAGE) or ""
        if text:
            texts[key] = citations.numbered(text)
    for reference in cited_lists(file):
        citations.number(reference)
    texts.update(citations.texts())
    for slug, row in references.glossary.items():
        texts[f"glossary.{slug}.term"] = str(row["term"])
        texts[f"glossary.{slug}.meaning"] = str(row["meaning"])
    return texts


def cited_lists(file: LevelFile) -> Iterator[str]:
    """Every reference in a list of sources, in the order of the file."""
    for fact in file.briefing.facts:
        yield from fact.sources
    for offer in file.offers.values():
        yield from offer.sources
    for event in file.events.values():
        yield from event.sources
    for state in file.states.values():
        for block in state.path.values():
            for order in block.orders:
                yield from order.sources
    for partner in file.partners.values():
        for aim in partner.aims:
            yield from aim.sources
    yield from file.debrief.case_sources


def _plain(file: LevelFile) -> Iterator[tuple[str, str]]:
    """Texts that need no translation."""
    yield "level.minutes", str(file.minutes)
    yield "level.difficulty", str(file.difficulty)
    yield "level.author", file.author
    yield "level.licence", file.licence
    for number, fact in enumerate(file.briefing.facts, 1):
        yield f"brief.fact.{number}.sure", fact.sure
    for number in range(len(_spans(file))):
        yield f"brief.fact.{len(file.briefing.facts) + number + 1}.sure", "disputed"
    for key, event in file.events.items():
        yield f"event.{key}.kind", event.desk
        yield f"event.{key}.knowledge", event.knowledge
    for role, topics in file.briefing.advisers.items():
        for topic, advice in topics.items():
            placed = (advice.low, advice.at, advice.high) != UNPLACED
            for name in ("low", "at", "high") if placed else ():
                yield f"adviser.{role}.{topic}.{name}", str(getattr(advice, name))
    for number, item in enumerate(file.quiz, 1):
        yield f"quiz.{number}.right", str(item.right)
    if file.teaching:
        for number, stretch in enumerate(file.teaching.plan, 1):
            yield f"teaching.plan.{number}.minutes", str(stretch.minutes)


def worded(file: LevelFile) -> Iterator[Item]:
    """Every text of the level with its key, in the order in which a reader meets them."""
    yield "level.title", file.title
    yield "level.summary", file.summary
    yield "level.place", file.place
    yield from _numbered("level.goal", file.goals)
    yield from _briefing(file)
    yield from _names(file)
    yield from _play(file)
    yield from _debrief(file)
    if file.teaching:
        for number, stretch in enumerate(file.teaching.plan, 1):
            yield f"teaching.plan.{number}.does", stretch.does
        yield from _numbered("teaching.note", file.teaching.notes)
        yield from _numbered("teaching.homework", file.teaching.homework)


def _numbered(prefix: str, many: list[Words]) -> Iterator[Item]:
    for number, words in enumerate(many, 1):
        yield f"{prefix}.{number}", words


def _briefing(file: LevelFile) -> Iterator[Item]:
    brief = file.briefing
    for number, fact in enumerate(brief.facts, 1):
        yield f"brief.fact.{number}.figure", fact.figure
        yield f"brief.fact.{number}.line", fact.line
    for number, (figure, line) in enumerate(_spans(file), len(brief.facts) + 1):
        yield f"brief.fact.{number}.figure", figure
        yield f"brief.fact.{number}.line", line
    yield "brief.dilemma", brief.dilemma
    yield from _numbered("brief.story", brief.story)
    yield "brief.axis.low", brief.axis.low
    yield "brief.axis.high", brief.axis.high
    for role, topics in brief.advisers.items():
        for topic, advice in topics.items():
            yield from _advice(f"adviser.{role}.{topic}", advice)
    for turn, hint in brief.hints.items():
        yield f"hint.{turn}", hint
    for key, mandate in file.mandates.items():
        yield f"mandate.{key}.name", mandate.name
        yield f"mandate.{key}.line", mandate.line
        for name, aim in mandate.aims.items():
            yield f"mandate.{key}.aim.{name}", aim.line


def _spans(file: LevelFile) -> list[tuple[Words, Words]]:
    """How far demand may grow, as facts of the briefing; none without scenarios."""
    if not file.scenarios:
        return []
    from game.content.scenarios import told

    return list(told(file, Dates(file.start, file.start_month, file.months, file.turns)))


def _advice(prefix: str, advice: Advice) -> Iterator[Item]:
    yield prefix, advice.says
    yield from _numbered(f"{prefix}.option", advice.options)
    yield f"{prefix}.doubt", advice.doubt


def _names(file: LevelFile) -> Iterator[Item]:
    for key, state in file.states.items():
        yield f"state.{key}.name", state.name
        yield f"state.{key}.people", state.people
        yield f"state.{key}.capital", state.capital.name
        for name, province in state.provinces.items():
            yield f"province.{name}.name", province.name
        for name, item in state.fields.items():
            yield f"field.{name}.name", item.name
        for name, plant in state.plants.items():
            yield f"plant.{name}.name", plant.name
    for key, partner in file.partners.items():
        yield f"partner.{key}.name", partner.name
        yield f"partner.{key}.people", partner.people
        yield f"partner.{key}.caption", partner.caption
        if partner.aims:
            yield f"partner.{key}.line", partner.aims[0].line
        yield from _numbered(f"partner.{key}.aim", [aim.line for aim in partner.aims])
    for key, mineral in file.minerals.items():
        yield f"mineral.{key}.name", mineral.name
        yield f"mineral.{key}.refined", mineral.refined
        yield f"mineral.{key}.component", mineral.component
        yield f"mineral.{key}.product", mineral.product
    for key, rival in file.rivals.items():
        yield f"rival.{key}.name", rival.name
    for key, treaty in file.agreements.items():
        yield f"agreement.{key}.name", treaty.name
        yield f"agreement.{key}.line", treaty.line
    for key, rung in file.substitutes.items():
        yield f"substitute.{key}.name", rung.name
        yield f"substitute.{key}.line", rung.line
    for key, buyer in file.nearby.items():
        yield f"nearby.{key}.name", buyer.name
        yield f"nearby.{key}.line", buyer.line
    for key, scenario in file.scenarios.items():
        yield f"scenario.{key}.name", scenario.name
        yield f"scenario.{key}.line", scenario.line
    for key, right in file.concessions.items():
        yield f"concession.{key}.name", right.name
    for key, family in file.families.items():
        yield f"family.{key}.name", family.name
    if file.region:
        yield from _region(file.region)


def _region(region: RegionModel) -> Iterator[Item]:
    yield "region.name", region.name
    for key, card in region.agenda.items():
        yield f"card.{key}.name", card.title
    for key, role in region.roles.items():
        yield f"role.{key}.name", role.name
    if region.initiative:
        yield "initiative.name", region.initiative.name
    if region.club:
        yield "club.name", region.club.name


def _play(file: LevelFile) -> Iterator[Item]:
    for key, event in file.events.items():
        yield f"event.{key}.headline", event.headline
        yield f"event.{key}.line", event.line
    for key, offer in file.offers.items():
        yield f"offer.{key}.title", offer.title
        yield f"offer.{key}.line", offer.line
    for key, asked in file.predictions.items():
        yield f"prediction.{key}.question", asked.question
        for way, words in _ways(asked.up, asked.stays, asked.down).items():
            yield f"prediction.{key}.{way}", words
        for name, reason in asked.reasons.items():
            yield f"prediction.{key}.reason.{name}", reason.line
    months = file.months * file.steps_per_turn
    dates = Dates(file.start, file.start_month, months, file.turns)
    for seat in file.seats[:1]:
        for year, block in file.states[seat].path.items() if seat in file.states else ():
            yield f"path.{dates.first_turn(int(year))}.line", block.line


def _ways(up: Words, stays: Words, down: Words) -> Mapping[str, Words]:
    return {"up": up, "stays": stays, "down": down}


def _debrief(file: LevelFile) -> Iterator[Item]:
    told = file.debrief
    yield "debrief.case", told.case
    yield from _numbered("debrief.leaves_out", told.leaves_out)
    yield from _numbered("debrief.question", told.questions)
    yield from _numbered("debrief.feeling", told.feelings)
    yield "debrief.exit_question", told.exit_question
    for lever, sides in told.arguments.items():
        yield f"debrief.argument.{lever}.for", sides.strongest_for
        yield f"debrief.argument.{lever}.against", sides.strongest_against
        yield f"debrief.other_side.{lever}", sides.strongest_against
    for number, item in enumerate(file.quiz, 1):
        yield f"quiz.{number}.question", item.question
        yield from _numbered(f"quiz.{number}.answer", item.answers)
