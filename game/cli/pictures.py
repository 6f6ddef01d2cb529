"""The pictures of docs/pictures: every screen of a game, drawn on SDL's dummy driver."""

import argparse
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.faults import CommandFault
from game.cli.play import need_pygame
from game.cli.services import GameServices
from game.engine.orders import Order
from game.match.match import Match
from game.storage.folder import data_folder

if TYPE_CHECKING:
    from game.ui.drive import Driver

_LEVEL, _MANDATE, _SEED = "indonesia-nickel", "industrialiser", 7
_MILLION = 1_000_000
_PLAN = {
    0: (Order("processing_duty", "nickel", (5,)), Order("training", "", (100 * _MILLION,))),
    1: (Order("park", "sulawesi", (100 * _MILLION,)), Order("royalty", "nickel", (1_000,))),
    2: (Order("state_share", "nickel", (2_000,)), Order("park", "north-maluku", (100 * _MILLION,))),
    3: (Order("inspection", "", (100 * _MILLION,)),),
    4: (Order("export_ban", "nickel.ore", (10_000, 1)),),
    6: (Order("safety", "", (5_000,)),),
    7: (Order("court", "japan", (1,)),),
    9: (Order("district_sharing", "", (2_000,)),),
}
"""A plan that prepares before it closes the port: orders by turn."""
_REPORT_TURN = 5
_REGION_LEVEL = "green-label"
_DEBRIEF_SCREENS = ("happened", "why", "case", "what-if", "next")
_DEBRIEF_STEPS = 5_000


def make_pictures(arguments: argparse.Namespace) -> int:
    """Write a picture of each screen into a folder."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    size = _size(arguments.size)
    need_pygame()
    folder = Path(arguments.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandFault(
            f"{folder} cannot be made ({error.strerror}): name another folder.", status=1
        ) from None
    with tempfile.TemporaryDirectory() as saves:
        services = GameServices(data_folder(Path(saves)))
        for name in _draw_all(services, size, folder):
            print(folder / f"{name}.png")
        services.close()
    return 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and len(text) < 12):
        raise CommandFault(f"--size must look like 1600x900, not {text!r}.")
    return int(width), int(height)


def _draw_all(services: GameServices, size: tuple[int, int], folder: Path) -> list[str]:
    """Play a plan to the end, stopping at each screen for a picture."""
    from game.text.describe import Words
    from game.ui.app import App
    from game.ui.drive import Driver
    from game.ui.models.turn_forecast import forecast_rows
    from game.ui.scenes import routes
    from game.ui.scenes.report import ReportScene
    from game.ui.scenes.routes import first_scene, show_briefing, show_debrief, show_game

    made = []
    driver = Driver(App(size, first_scene(), services, sound=False))

    def picture(name: str) -> None:
        driver.save(folder / f"{name}.png")
        made.append(name)

    picture("levels")
    case = services.load(_LEVEL)
    show_briefing(driver.app.scene, case)
    picture("briefing")
    match = services.start(case, _MANDATE, _SEED)
    show_game(driver.app.scene, case, match)
    while not match.over:
        for order in _PLAN.get(match.turn, ()):
            _answer_first(match, order)
            match.give(order)
        if match.turn == 7:
            show_game(driver.app.scene, case, match)
            picture("turn")
            for name in ("codex", "settings", "help"):
                getattr(routes, f"show_{name}")(driver.app.scene)
                picture(name)
                driver.app.pop()
        before = match.turn
        words = Words(services.catalogue, case.level, case.texts)
        expected = forecast_rows(match, words) if before == _REPORT_TURN else ()
        match.seal()
        if before == _REPORT_TURN:
            driver.app.replace(ReportScene(case, match, expected))
            picture("report")
    _to_table(services, driver)
    picture("table")
    show_debrief(driver.app.scene, case, match)
    driver.click("feeling-unsure")
    for _ in range(_DEBRIEF_STEPS):  # the debrief works itself out a little in each idle step
        driver.app.step(0)
    for step, name in enumerate(_DEBRIEF_SCREENS, start=2):
        driver.press(str(step))
        picture(f"debrief-{name}")
    return made


def _to_table(services: GameServices, driver: "Driver") -> None:
    """Play a level of the region until a proposal is on the table, and sit down at it."""
    from game.ui.scenes.turn import TurnScene

    case = services.load(_REGION_LEVEL)
    match = services.start(case, case.level.mandates[0].id, _SEED)
    while not match.over:
        for target in match.options().targets("propose_card")[:1]:
            match.give(Order("propose_card", target, (1,)))
        match.seal()
        driver.app.replace(TurnScene(case, match))
        if driver.root.find("table-waits") is not None:
            break
    driver.press("t")


def _answer_first(match: Match, order: Order) -> None:
    """Answer the question that a level asks before an order."""
    asked = match.pending_prediction(order)
    if asked is not None:
        match.predict(asked.id, -1, asked.reasons[0][0])
