"""The dialogs around a turn: menu, orders so far, advice, and the end of the turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.text.briefing import Advice
from game.text.catalogue import mark
from game.ui.scenes.briefing_parts import cited
from game.ui.scenes.routes import show_codex, show_help, show_picker, show_settings
from game.ui.scenes.turn_dialog import LiveDialog
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Row, Spacer
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.cards import Card
from game.ui.widgets.dialog import ask, open_dialog
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene


def open_menu(scene: TurnScene) -> None:
    """Resume, codex, help, settings, or save and leave."""
    say = scene.words.say
    holder: list[Callable[[], None]] = []

    def then(deed: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            holder[0]()
            deed()

        return run

    entries: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
        ("resume", mark("Go on"), "play", lambda: None),
        ("codex", mark("Codex and sources"), "book-open", lambda: show_codex(scene)),
        ("help", mark("Help"), "circle-question-mark", lambda: show_help(scene)),
        ("settings", mark("Settings"), "settings", lambda: show_settings(scene)),
        ("leave", mark("Save and leave"), "log-out", lambda: show_picker(scene)),
    )
    body = [
        Button(f"menu-{key}", say(text), then(deed), icon=icon) for key, text, icon, deed in entries
    ]
    note = Paragraph(say(mark("Every order is saved as you give it.")), 12, tone="muted")
    title = say(mark("Menu"))
    layer = open_dialog(
        scene.root, "menu-dialog", title, [*body, note], width=360, focus_id="menu-resume"
    )
    holder.append(lambda: scene.root.close_layer(layer))


def confirm_empty(scene: TurnScene, on_yes: Callable[[], None]) -> None:
    """Ask once whether a turn without orders is meant."""
    say = scene.words.say
    ask(
        scene.root,
        "empty",
        say(mark("End the turn without orders?")),
        say(mark("Everything stays as it is. That can be a good decision, if you mean it.")),
        say(mark("End turn")),
        say(mark("Not yet")),
        on_yes,
    )


def open_advice(scene: TurnScene) -> None:
    """What the advisers say; they need not agree."""
    say = scene.words.say

    def buttons(close: Callable[[], None]) -> Sequence[Widget]:
        return (Button("advice-ok", say(mark("Close")), close, kind="primary"),)

    open_dialog(
        scene.root,
        "advice-dialog",
        say(mark("Advice")),
        [_adviser(scene, each) for each in scene.model.advice()],
        buttons=buttons,
        caption=say(mark("Advisers see different sides. None of them decides.")),
        width=640,
        focus_id="advice-ok",
    )


def _adviser(scene: TurnScene, advice: Advice) -> Widget:
    rows: list[Widget] = [
        Row(
            gap=8,
            across="center",
            children=[Icon("quote", 14, "blue"), Label(advice.name, 14, "semibold", stretch=1)],
        ),
        cited(f"quote-{advice.role}", advice.quote, scene.open_source),
    ]
    for number, option in enumerate(advice.options):
        text = cited(f"option-{advice.role}-{number}", option, scene.open_source, 13, stretch=1)
        arrow = Icon("arrow-right", 13, "blue", align="start")
        rows.append(Row(gap=8, children=[arrow, text]))
    if advice.doubt:
        doubt = scene.words.say(mark("Would change its mind: {doubt}"), doubt=advice.doubt)
        rows.append(cited(f"doubt-{advice.role}", doubt, scene.open_source, 12))
    return Card("", rows, padding=(16, 12), gap=6, shadow=False)


class OrdersDialog:
    """The orders of the open turn; each can be taken back."""

    def __init__(self, scene: TurnScene) -> None:
        self.scene = scene
        self._dialog = LiveDialog(scene, "orders-dialog", self._build)

    def show(self) -> None:
        """Open it."""
        self._dialog.show(focus_id="orders-ok")

    def _build(self) -> Widget:
        scene, say = self.scene, self.scene.words.say
        left, whole = scene.model.points()
        caption = say(mark("{left} of {whole} points left this turn"), left=left, whole=whole)
        rows = [self._row(number) for number in range(len(scene.model.draft()))]
        if not rows:
            rows = [Paragraph(say(mark("No orders yet.")), 14)]
        return Card(
            "orders-card",
            [
                Label(say(mark("Your orders this turn")), 20, "semibold"),
                Label(caption, 13, tone="muted"),
                ScrollArea("orders-scroll", Column(children=rows, gap=8, padding=2), stretch=1),
                Row(
                    children=[
                        Spacer(),
                        Button("orders-ok", say(mark("Close")), self._dialog.close, kind="primary"),
                    ]
                ),
            ],
            width=560,
            gap=10,
        )

    def _row(self, number: int) -> Widget:
        line = self.scene.model.draft()[number]
        texts = Column(
            gap=1,
            stretch=1,
            children=[Label(line.title, 14, "semibold"), Paragraph(line.setting, 13)],
        )
        back = IconButton(
            f"take-back-{number}",
            "x",
            lambda: self._take_back(number),
            tooltip=self.scene.words.say(mark("Take this order back")),
        )
        return Row(
            children=[texts, Label(line.cost, 12, tone="muted", rigid=True), back],
            gap=12,
            across="center",
        )

    def _take_back(self, number: int) -> None:
        self.scene.take_back(self.scene.model.draft()[number].order)
        self._dialog.refresh()
