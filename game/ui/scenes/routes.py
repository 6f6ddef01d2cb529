"""Which screen follows which.

Screens lead to one another in circles, and a window should open before all of them are read, so
each is imported when it is first shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.scene import Scene
from game.ui.services import Case

if TYPE_CHECKING:
    from game.match.match import Match


def first_scene() -> Scene:
    """The screen the window opens with."""
    from game.ui.scenes.picker import PickerScene

    return PickerScene()


def show_briefing(scene: Scene, case: Case) -> None:
    """Put the briefing of a level over the picker."""
    from game.ui.scenes.briefing import BriefingScene

    scene.app.push(BriefingScene(case))


def show_game(scene: Scene, case: Case, match: Match) -> None:
    """Show a game where it stands, its turn or its debrief, above the picker."""
    if match.over:
        show_debrief(scene, case, match)
        return
    from game.ui.scenes.turn import TurnScene

    _above_picker(scene, TurnScene(case, match))


def show_debrief(scene: Scene, case: Case, match: Match) -> None:
    """Show the debrief of a finished game, above the picker."""
    from game.ui.scenes.debrief import DebriefScene

    _above_picker(scene, DebriefScene(case, match))


def _above_picker(scene: Scene, next_scene: Scene) -> None:
    """Take the place of the screen on top; the picker at the bottom stays."""
    if len(scene.app.stack) > 1:
        scene.app.replace(next_scene)
    else:
        scene.app.push(next_scene)


def show_picker(scene: Scene) -> None:
    """Go back to the choice of levels, whatever lies between."""
    from game.ui.scenes.picker import PickerScene

    app = scene.app
    while len(app.stack) > 1 and not isinstance(app.scene, PickerScene):
        app.pop()
    if not isinstance(app.scene, PickerScene):
        app.replace(PickerScene())


def show_codex(scene: Scene, query: str = "") -> None:
    """Lay the codex over this screen, with something to look for."""
    from game.ui.scenes.codex import CodexScene

    scene.app.push(CodexScene(query))


def show_settings(scene: Scene) -> None:
    """Lay the settings over this screen."""
    from game.ui.scenes.settings import SettingsScene

    scene.app.push(SettingsScene())


def show_help(scene: Scene) -> None:
    """Lay the help over this screen."""
    from game.ui.scenes.help import HelpScene

    scene.app.push(HelpScene())
