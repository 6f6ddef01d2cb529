"""Whether a level has all that a lesson needs: texts, goals, voices, questions, sources."""

from __future__ import annotations

from pathlib import Path as FilePath

from game.content.checks.findings import Findings
from game.content.checks.grade import reading_grade, words_in
from game.content.checks.wording import located
from game.content.file.tree import Path
from game.content.models.story import ROLES
from game.content.origins import Origin, origins
from game.content.texts.level_texts import SOURCE_LANGUAGE, cited_lists, languages
from game.engine.rules import LEVERS

FEWEST_MANDATES = 3
FEWEST_PREDICTIONS = 2
LONGEST_TITLE = 60
PLAYERS_GRADE, TEACHERS_GRADE, SINGLE_GRADE = 9, 11, 14
"""School grades of reading: of all texts together, and of the hardest single text."""
FEWEST_WORDS = 10
"""Shorter texts say little about how hard they are."""
TOPICS = ("briefing", *sorted(LEVERS))
"""What advisers can speak on: the level as a whole, or a lever."""


def check_story(found: Findings, path: FilePath, campaign: bool) -> None:
    """Note what a reader, a player or a teacher would miss."""
    _check_title(found)
    _check_texts(found)
    _check_reading(found)
    _check_lesson(found)
    _check_voices(found)
    _check_hints(found)
    _check_origins(found, campaign)
    if campaign and path.stem != found.file.id:
        found.error(
            ("id",),
            "file-name",
            f"`{found.file.id}` stands in the file {path.name}",
            "campaign levels are found by the name of their file",
            f"name the file {found.file.id}.yaml, or change the id",
        )


def _check_title(found: Findings) -> None:
    for language, title in found.file.title.items():
        if len(title) > LONGEST_TITLE:
            found.warn(
                ("title", language),
                "long-title",
                f"the title has {len(title)} characters",
                f"the list of levels has room for {LONGEST_TITLE}",
                "shorten it",
            )


def _check_texts(found: Findings) -> None:
    lacking: dict[str, int] = {}
    for loc, words in located(found.file):
        if words and SOURCE_LANGUAGE not in words:
            found.error(
                loc,
                "missing-text",
                "the English text is missing",
                "other languages fall back to it",
                "add `en:`",
            )
        for language in languages(found.file)[1:]:
            lacking[language] = lacking.get(language, 0) + (bool(words) and language not in words)
    for language, count in lacking.items():
        if count:
            found.warn(
                ("title",),
                "missing-translation",
                f"{count} texts have no `{language}`",
                "the title promises that language",
                "translate them, or take the language out of the title",
            )


def _check_reading(found: Findings) -> None:
    """Note texts that are too hard: all together, and the hardest single ones."""
    for readers, hardest, single in (
        ("players", PLAYERS_GRADE, SINGLE_GRADE),
        ("teachers", TEACHERS_GRADE, SINGLE_GRADE + 2),
    ):
        texts = [
            (loc, words.get(SOURCE_LANGUAGE, ""))
            for loc, words in located(found.file)
            if (loc[0] == "teaching") == (readers == "teachers")
        ]
        whole = reading_grade([text for _, text in texts if words_in(text) >= FEWEST_WORDS])
        if whole is not None and whole > hardest:
            found.warn(
                ("title",),
                "hard-to-read",
                f"the texts for {readers} read at grade {whole:.0f}",
                f"grade {hardest} is the most that {readers} should need",
                "use shorter sentences and shorter words",
            )
        for loc, text in texts:
            grade = reading_grade([text]) if words_in(text) >= FEWEST_WORDS else None
            if grade is not None and grade > single:
                found.warn(
                    loc,
                    "hard-to-read",
                    f"this text reads at grade {grade:.0f}",
                    "long words and long sentences lose readers",
                    "split the sentence, or use shorter words",
                )


def _check_lesson(found: Findings) -> None:
    file = found.file
    _need(found, bool(file.goals), "goals", "missing-goal", "learning goal")
    asked = bool(file.debrief.questions)
    _need(found, asked, "debrief", "missing-debrief", "question for the debrief")
    _need(found, any(cited_lists(file)), "id", "missing-source", "source")
    if len(file.mandates) < FEWEST_MANDATES:
        found.warn(
            ("mandates",),
            "few-mandates",
            f"there are only {len(file.mandates)} mandates",
            "players should see that goals differ",
            f"give at least {FEWEST_MANDATES}",
        )
    if len(file.predictions) < FEWEST_PREDICTIONS:
        found.warn(
            ("predictions",) if file.predictions else ("id",),
            "few-predictions",
            f"there are only {len(file.predictions)} predictions",
            "saying what one expects is how one learns from what comes",
            f"ask at least {FEWEST_PREDICTIONS}",
        )
    for index, item in enumerate(file.quiz):
        if item.right > len(item.answers):
            found.error(
                ("quiz", index, "right"),
                "no-such-answer",
                f"there is no answer {item.right}",
                f"the question has {len(item.answers)} answers",
                "give the number of the right one, counted from 1",
            )


def _need(found: Findings, there: bool, key: str, code: str, what: str) -> None:
    if not there:
        found.error(
            (key,),
            code,
            f"the level has no {what}",
            "a level is made for a lesson",
            "add at least one",
        )


def _check_voices(found: Findings) -> None:
    advisers = found.file.briefing.advisers
    speaking = {role for role, topics in advisers.items() if "briefing" in topics}
    missing = [role for role in ROLES if role not in speaking]
    misspelt = any(topic not in TOPICS for topics in advisers.values() for topic in topics)
    if missing and not misspelt:
        found.warn(
            ("briefing", "advisers"),
            "missing-adviser",
            f"no view of: {', '.join(missing)}",
            "advisers disagree, and players hear all sides before they choose",
            "add what each says under `briefing:`",
        )
    for role, topics in advisers.items():
        for topic, advice in topics.items():
            found.known(("briefing", "advisers", role, topic), "topic", topic, TOPICS)
            if not advice.low <= advice.at <= advice.high:
                found.error(
                    ("briefing", "advisers", role, topic, "at"),
                    "advice-outside-doubt",
                    f"{advice.at} lies outside {advice.low} to {advice.high}",
                    "the band of doubt is drawn around the advice",
                    "put low, at and high in rising order",
                )


def _check_hints(found: Findings) -> None:
    """Note hints for turns that the level does not have."""
    for turn in found.file.briefing.hints:
        if not 1 <= int(turn) <= found.file.turns:
            found.error(
                ("briefing", "hints", turn),
                "outside-level",
                f"there is no turn {turn}",
                f"turns are counted from 1 to {found.file.turns}",
                "move the hint to a turn of the level",
            )


def _check_origins(found: Findings, campaign: bool) -> None:
    """Note blocks with numbers of unknown origin, once each: one `because:` can mend them all."""
    note = found.error if campaign else found.warn
    untraced: dict[Path, list[Origin]] = {}
    for origin in origins(found.file):
        if not origin.traced:
            untraced.setdefault(_block_of(origin.path), []).append(origin)
    for block, numbers in untraced.items():
        first = numbers[0]
        others = f" and of {len(numbers) - 1} more in this block" if len(numbers) > 1 else ""
        note(
            first.path,
            "untraced",
            f"nobody can tell where `{first.text}` comes from{others}",
            "players may ask what a number rests on",
            f"add kind and source, or one `because:` under `{block[-1]}:` with the reason",
        )


def _block_of(path: Path) -> Path:
    """The block to which one `because:` is best added: the thing with an id, or the section."""
    return path[:2] if len(path) > 2 else path[:1]
