"""Last step of the debrief: questions, quiz, the report, and where to go from here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.ui.models.debrief_views import QuizItem
from game.ui.scenes.debrief_parts import heading, two_columns
from game.ui.widget import Widget
from game.ui.widgets.badges import NumberDisc
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Card
from game.ui.widgets.choices import RadioCard
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph, RichText

if TYPE_CHECKING:
    from game.ui.scenes.debrief import DebriefScene


def next_step(scene: DebriefScene) -> Widget:
    """Questions to discuss and the quiz; at their side the report and the way on."""
    left: list[Widget] = []
    questions = scene.model.questions()
    if questions:
        left.append(_questions_card(scene, questions))
    left += [_quiz_card(scene, item) for item in scene.model.quiz()]
    return two_columns(
        scene, Column(gap=16, children=left), Column(gap=16, children=[_report_card(scene)])
    )


def _questions_card(scene: DebriefScene, questions: tuple[str, ...]) -> Widget:
    rows: list[Widget] = [heading(scene.say("Questions to discuss"))]
    for number, text in enumerate(questions, 1):
        words = RichText(f"question-{number}", text, 15, "ink", on_link=scene.open_source,
                         stretch=1)  # fmt: skip
        disc = NumberDisc(number, fill="blue_tint", ink="blue")
        rows.append(Row(gap=12, across="start", children=[disc, words]))
    return Card("questions", rows, gap=12)


def _quiz_card(scene: DebriefScene, item: QuizItem) -> Widget:
    def pick(answer: int) -> None:
        scene.model.choices.answers[item.number] = answer
        scene.rebuild()

    rows: list[Widget] = [
        Paragraph(scene.say("Quiz {number}", number=item.number), 13, "semibold", "muted"),
        RichText(f"quiz-{item.number}", item.question, 15, "ink", on_link=scene.open_source),
    ]
    rows += [
        RadioCard(
            f"quiz-{item.number}-{number}",
            answer,
            partial(pick, number),
            selected=item.picked == number,
        )
        for number, answer in enumerate(item.answers, 1)
    ]
    if item.picked and item.right:
        right = item.picked == item.right
        text = (
            scene.say("That is right.")
            if right
            else scene.say("Not quite. The answer is: {answer}",
                           answer=item.answers[item.right - 1])
        )  # fmt: skip
        rows.append(
            callout(text, icon="circle-check", tone="good")
            if right
            else callout(text, icon="circle-x", tone="bad")
        )
    return Card(f"quiz-card-{item.number}", rows, gap=8)


def _report_card(scene: DebriefScene) -> Widget:
    text = scene.say(
        "One page with everything you saw here. It opens in any browser, without a network, "
        "and prints from there."
    )
    rows: list[Widget] = [
        heading(scene.say("Save the report")),
        Paragraph(text, 14),
        Button("save-report", scene.say("Save report"), scene.save_report, icon="file-text"),
    ]
    saved = scene.model.choices.report
    if saved:
        rows.append(callout(scene.say("Saved: {place}", place=saved), icon="circle-check",
                            tone="good"))  # fmt: skip
    rows += [
        heading(scene.say("Play again")),
        Paragraph(
            scene.say("The same level with another goal or other decisions can end elsewhere."), 14
        ),
        Button("play-again", scene.say("New game"), scene.new_game, kind="primary",
               icon_right="arrow-right"),
        Button("leave", scene.say("Back to the map"), scene.to_map, icon="map"),
    ]  # fmt: skip
    return Card("report", rows, gap=10)
