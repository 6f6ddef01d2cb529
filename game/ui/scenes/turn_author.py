"""For those who write levels: the file is saved, and the game goes on with it or says why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.text.catalogue import mark
from game.ui.services import Refused, Reloaded
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.buttons import Button
from game.ui.widgets.dialog import open_dialog, toast
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene

PROBLEMS = "level-problems"
_LONGEST_LIST = 12


def look_at_level(scene: TurnScene) -> None:
    """Read the level again if its file was saved; nothing happens otherwise."""
    if not scene.services.level_changed(scene.case):
        return
    shown = [x for x in scene.root.layers if any(w.id == PROBLEMS for w in x.widget.walk())]
    for layer in shown:
        scene.root.close_layer(layer)
    try:
        reloaded = scene.services.reload(scene.case, scene.match)
    except Refused as problem:
        _show_problems(scene, str(problem).splitlines())
        return
    _go_on(scene, reloaded)


def _go_on(scene: TurnScene, reloaded: Reloaded) -> None:
    from game.ui.scenes.turn import TurnScene

    say = scene.words.say
    note = say(mark("The level was read again. The game goes on at the same turn."))
    if reloaded.left_out:
        note = scene.words.catalogue.count(
            "The level was read again. {count} decision no longer fits and was left out.",
            "The level was read again. {count} decisions no longer fit and were left out.",
            reloaded.left_out,
        )
    again = TurnScene(reloaded.case, reloaded.match)
    scene.app.replace(again)
    toast(again.root, note)


def _show_problems(scene: TurnScene, lines: Sequence[str]) -> None:
    say = scene.words.say
    shown = [Paragraph(line, 13) for line in lines[:_LONGEST_LIST]]
    more = len(lines) - len(shown)
    if more > 0:
        shown.append(Paragraph(say(mark("And {n} more."), n=more), 13, tone="muted"))

    def buttons(close: Callable[[], None]) -> Sequence[Widget]:
        return (Button("problems-ok", say(mark("Close")), close, kind="primary"),)

    open_dialog(
        scene.root,
        PROBLEMS,
        say(mark("The saved level has mistakes")),
        [ScrollArea("problems-scroll", Column(children=shown, gap=8, padding=2), stretch=1)],
        buttons=buttons,
        caption=say(
            mark("The game goes on with the level as it was. Mend the file and save it again.")
        ),
        width=760,
        focus_id="problems-ok",
    )
