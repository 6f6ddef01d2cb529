"""The prediction that is asked before a big decision: a direction and one reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.engine.definitions.level import Prediction
from game.text.catalogue import mark
from game.text.describe import Words
from game.ui.models.turn import PastCall
from game.ui.scenes.turn_dialog import LiveDialog
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Row, Spacer
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Card
from game.ui.widgets.choices import radio_group
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene

WIDTH = 440
_STATES = {
    "right": ("circle-check", "good_on_navy"),
    "other_reason": ("minus", "amber"),
    "wrong": ("x", "bad_on_navy"),
    "open": ("hourglass", "on_navy_soft"),
}


class AskDialog:
    """Asks one prediction; `on_saved()` is called once it is recorded.

    Closing it without an answer leaves the decision that led here undone; `on_left()` is then
    called, to go back to where the decision was made.
    """

    def __init__(
        self,
        scene: TurnScene,
        prediction: Prediction,
        on_saved: Callable[[], None],
        on_left: Callable[[], None] = lambda: None,
    ) -> None:
        self.scene = scene
        self.prediction = prediction
        self.question = scene.model.question(prediction)
        self.direction: int | None = None
        self.reason = ""
        self._on_saved = on_saved
        self._on_left = on_left
        self._saved = False
        self._dialog = LiveDialog(scene, "ask", self._build, self._keys, self._closed)

    def show(self) -> None:
        """Open it."""
        self._dialog.show(focus_id=f"direction-{self.question.directions[0][0]}")

    def _build(self) -> Widget:
        children = [self._card()]
        if calls := self.scene.model.past_calls():
            children.append(past_calls(self.scene.words, calls))
        return Column(children=children, gap=14, width=WIDTH)

    def _card(self) -> Widget:
        say = self.scene.words.say
        ready = self.direction is not None and bool(self.reason)
        directions = [Option(str(sign), text) for sign, text in self.question.directions]
        chosen = "" if self.direction is None else str(self.direction)
        reasons = [Option(reason, text) for reason, text in self.question.reasons]
        heading = Row(
            gap=8,
            across="center",
            children=[
                Icon("target", 16, "amber_ink"),
                Label(say(mark("Before you decide")), 15, "semibold", "amber_ink"),
            ],
        )
        body: list[Widget] = [
            Paragraph(self.question.question, 18, "semibold", "ink"),
            radio_group(
                "direction",
                directions,
                chosen,
                self._pick_direction,
                signs=[sign for sign, _ in self.question.directions],
                numbered=True,
                size=13,
            ),
            Row(
                children=[
                    Label(say(mark("Main reason")), 14, "semibold"),
                    Spacer(),
                    Label(say(mark("pick one")), 12, tone="muted"),
                ]
            ),
            radio_group("reason", reasons, self.reason, self._pick_reason),
        ]
        note = Paragraph(
            say(mark("This does not change your result. The debrief shows how it came out.")),
            12,
            tone="muted",
        )
        save = Button(
            "save-prediction",
            say(mark("Save prediction")),
            self._save,
            kind="primary",
            shortcut=say(mark("Ctrl+Enter")),
            icon_right="check",
            enabled=ready,
            tooltip="" if ready else say(mark("Pick a direction and a reason first.")),
        )
        leave = Button("leave-prediction", say(mark("Not now")), self._dialog.close)
        ways = Row(gap=10, across="center", children=[leave, Spacer(), save])
        scroll = ScrollArea("ask-scroll", Column(children=body, gap=10, padding=2), stretch=1)
        return Card("ask-card", [heading, scroll, note, ways], gap=10, border="amber", stretch=1)

    def _pick_direction(self, key: str) -> None:
        self.direction = int(key)
        self._dialog.refresh()

    def _pick_reason(self, key: str) -> None:
        self.reason = key
        self._dialog.refresh()

    def _keys(self, key: int, mod: int) -> bool:
        """1, 2, 3 pick a direction; Ctrl+Enter saves."""
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER) and mod & pygame.KMOD_CTRL:
            self._save()
            return True
        number = key - pygame.K_1
        if 0 <= number < len(self.question.directions) and not mod & pygame.KMOD_CTRL:
            self._pick_direction(str(self.question.directions[number][0]))
            return True
        return False

    def _save(self) -> None:
        if self.direction is None or not self.reason:
            return
        self.scene.match.predict(self.prediction.id, self.direction, self.reason)
        self._saved = True
        self._dialog.close()
        self._on_saved()

    def _closed(self) -> None:
        if not self._saved:
            self._on_left()


def past_calls(words: Words, calls: tuple[PastCall, ...]) -> Widget:
    """The predictions made before, on navy."""
    heading = Row(
        gap=8,
        across="center",
        children=[
            Icon("history", 16, "amber"),
            Label(words.say(mark("Your earlier calls")), 14, "semibold", "on_navy"),
        ],
    )
    rows: list[Widget] = [heading]
    for call in calls:
        icon, tone = _STATES[call.state]
        asked = words.say(mark("{date}: {question}"), date=call.date, question=call.question)
        said = Row(
            gap=8,
            across="center",
            children=[
                Label(call.answer, 12, "semibold", "on_navy", stretch=1, tooltip=call.answer),
                Label(call.text, 12, tone=tone, rigid=True),
                Icon(icon, 14, tone),
            ],
        )
        rows.append(Column(gap=2, children=[Paragraph(asked, 12, tone="on_navy_soft"), said]))
    return Card("past-calls", rows, tone="navy_raised", border="", dark=True, gap=8)
