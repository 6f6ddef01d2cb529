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


def round_scene() -> Scene:
    """The screen the window opens with when a round is played."""
    from game.ui.scenes.class_round import RoundScene

    return RoundScene()


def show_briefing(scene: Scene, case: Case) -> None:
    """Put the briefing of a level over the picker."""
    from game.ui.scenes.briefing import BriefingScene

    scene.app.push(BriefingScene(case))


def show_round_briefing(scene: Scene, case: Case, match: Match) -> None:
    """Put the briefing of a game of a round over the round; its goal is fixed."""
    from game.ui.scenes.briefing import BriefingScene

    scene.app.push(BriefingScene(case, match))


def show_game(scene: Scene, case: Case, match: Match) -> None:
    """Show a game where it stands, its turn or its debrief, above the picker."""
    if match.over:
        show_debrief(scene, case, match)
        return
    from game.ui.scenes.turn import TurnScene

    _above_picker(scene, TurnScene(case, match))


def show_debrief(scene: Scene, case: Case, match: Match) -> None:
    """Show the debrief of a finished game, above the picker.

    In a round it opens when all games are played: what it tells would help in the others.
    """
    card = scene.services.round() if match.header.round else None
    if card is not None and not card.complete:
        show_picker(scene)
        return
    from game.ui.scenes.debrief import DebriefScene

    _above_picker(scene, DebriefScene(case, match))


def _above_picker(scene: Scene, next_scene: Scene) -> None:
    """Take the place of the screen on top; the picker at the bottom stays."""
    if len(scene.app.stack) > 1:
        scene.app.replace(next_scene)
    else:
        scene.app.push(next_scene)


def show_picker(scene: Scene) -> None:
    """Go back to the choice of levels, or to the round, whatever lies between."""
    from game.ui.scenes.class_round import RoundScene
    from game.ui.scenes.picker import PickerScene

    app = scene.app
    while len(app.stack) > 1 and not isinstance(app.scene, (PickerScene, RoundScene)):
        app.pop()
    if not isinstance(app.scene, (PickerScene, RoundScene)):
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
