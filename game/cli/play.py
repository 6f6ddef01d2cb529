"""Playing: the window, the terminal, and the first frame that the bench measures."""

import argparse
import contextlib
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.faults import CommandFault
from game.cli.games import check_mandate, check_seed
from game.cli.own_command import own_command
from game.cli.services import GameServices
from game.storage.faults import CouldNotSave
from game.storage.folder import DataFolder, NoFolder, data_folder
from game.storage.lock import FolderLock, take_lock

if TYPE_CHECKING:
    from game.classroom.rounds import Round
    from game.content.loaded import LoadedLevel

    OpenedRound = tuple[Round, LoadedLevel, tuple[str, ...]]

_TERMINAL_HINT = "play in the terminal with `python main.py play indonesia-nickel --text`"
_UNSEEN_DRIVERS = ("dummy", "offscreen")


def services_for(
    arguments: argparse.Namespace, played: "OpenedRound | None" = None
) -> tuple[GameServices, FolderLock | None]:
    """Return the services on the player's folder, and the lock that keeps a second game out.

    Args:
        arguments: Those of the command.
        played: The round of a class that is played, if one is.

    Raises:
        CommandFault: No folder can be written to.
    """
    asked = Path(arguments.data_dir) if arguments.data_dir else None
    try:
        folder = data_folder(asked)
    except NoFolder:
        raise CommandFault(
            "No folder can be written to, so no game could be saved: "
            "name one with `play LEVEL --data-dir FOLDER`.",
            status=1,
        ) from None
    notices = [_moved(folder)] if folder.moved else []
    try:
        lock = take_lock(folder.lock)
        if lock is None:
            folder = _aside(folder)
            notices.append("Another game is open here; this one is saved in a folder of its own.")
            lock = take_lock(folder.lock)
    except CouldNotSave:
        lock = None  # playing goes before guarding
    if played is None:
        return GameServices(folder, " ".join(notices)), lock
    from game.cli.round_services import RoundServices

    return RoundServices(folder, " ".join(notices), *played, arguments.number or 0), lock


def _moved(folder: DataFolder) -> str:
    lasting = "" if folder.lasting else " It may be emptied when the computer restarts."
    return f"Games are saved in {folder.path}, because the usual folder cannot be used.{lasting}"


def _aside(folder: DataFolder) -> DataFolder:
    try:
        return data_folder(folder.path / f"second-{os.getpid()}")
    except NoFolder:
        return folder


def _opened(arguments: argparse.Namespace) -> "LoadedLevel | None":
    """Check the level, seat, mandate and seed named on the command line before anything opens."""
    if arguments.level is None:
        return None
    from game.cli.levels import open_level

    loaded = open_level(arguments.level)
    level = loaded.level
    if arguments.seat and arguments.seat not in level.seats:
        raise CommandFault(
            f"Nobody governs {arguments.seat!r} in {level.id}: "
            f"choose one of {', '.join(level.seats)}."
        )
    if arguments.mandate:
        check_mandate(level, arguments.mandate)
    if arguments.seed is not None:
        check_seed(arguments.seed)
    return loaded


def _opened_round(arguments: argparse.Namespace) -> "OpenedRound | None":
    """Return the round named on the command line with its level and its rules in words.

    Raises:
        CommandFault: It cannot be played, or an option does not go with it.
    """
    named = arguments.round
    if named is None and str(arguments.level or "").endswith(".round"):
        named, arguments.level = arguments.level, None
    if named is None:
        if arguments.number is not None:
            raise CommandFault("--number goes with --round FILE: name the round too.")
        return None
    from game.cli.classroom import find_round, open_round_level, says_of

    if arguments.seat or arguments.mandate or arguments.seed is not None:
        raise CommandFault("A round fixes seat, mandate and luck: leave those options out.")
    found = find_round(named, Path())
    if arguments.number is not None and not 1 <= arguments.number <= found.entrants:
        raise CommandFault(f"--number must be 1 to {found.entrants} in this round.")
    loaded = open_round_level(found, arguments.level)
    arguments.round, arguments.level = named, None
    return found, loaded, says_of(found, loaded)


def play(arguments: argparse.Namespace) -> int:
    """Play a level or a round, in the window or in the terminal.

    Raises:
        CommandFault: Neither was named.
    """
    if arguments.level is None and arguments.round is None:
        raise CommandFault("Name a level to play, or a round with --round FILE.")
    return play_text(arguments) if arguments.text else open_window(arguments)


def play_text(arguments: argparse.Namespace) -> int:
    """Play in the terminal."""
    from game.terminal.game import TerminalGame
    from game.ui.services import Refused

    played = _opened_round(arguments)
    _opened(arguments)
    services, lock = services_for(arguments, played)
    services.seat, services.seed = arguments.seat or "", arguments.seed
    try:
        game = TerminalGame(
            services,
            sys.stdin,
            sys.stdout,
            refused=(Refused,),
            data_dir=arguments.data_dir or "",
            command=own_command(),
        )
        if played is not None:
            return game.run_round(arguments.round)
        return game.run(arguments.level, arguments.mandate or "", arguments.seed)
    finally:
        services.close()
        if lock:
            lock.release()


def open_window(arguments: argparse.Namespace) -> int:
    """Open the window; without a display say how to play in the terminal."""
    played = _opened_round(arguments)
    loaded = _opened(arguments)
    _need_display()
    need_pygame()
    from game.ui.app import App
    from game.ui.pygame_check import NoDisplay
    from game.ui.scenes.routes import first_scene, round_scene, show_briefing, show_game
    from game.ui.services import Refused

    services, lock = services_for(arguments, played)
    services.seat, services.seed = arguments.seat or "", arguments.seed
    settings = services.settings()
    try:
        app = App(
            services.window_size,
            first_scene() if played is None else round_scene(),
            services,
            text_percent=settings.text_percent,
            high_contrast=settings.high_contrast,
            sound=settings.sound,
        )
        _need_visible_window()
        if settings.fullscreen:
            app.set_fullscreen(True)
        if loaded is not None:
            case = services.case_of(loaded)
            if arguments.mandate:
                match = services.start(case, arguments.mandate, arguments.seed)
                show_game(app.scene, case, match)
            else:
                show_briefing(app.scene, case)
        app.run()
        now = services.settings()
        changed = replace(now, text_percent=app.text_percent, fullscreen=app.fullscreen)
        if changed != now:
            with contextlib.suppress(Refused):
                services.keep_settings(changed)
    except NoDisplay:
        raise CommandFault(f"No window could be opened here: {_TERMINAL_HINT}.") from None
    finally:
        services.close()
        if lock:
            lock.release()
    return 0


def need_pygame() -> None:
    """Say which package draws the window when it is not there, or another stands in its place.

    Raises:
        CommandFault: The window cannot be drawn with what is installed.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        from game.ui.pygame_check import WrongPygame, require_pygame_ce
    except ImportError as error:
        raise CommandFault(
            f"The window needs pygame-ce, which cannot be loaded here ({error}): "
            "run the first command in README.md again."
        ) from None
    try:
        require_pygame_ce()
    except WrongPygame as wrong:
        raise CommandFault(str(wrong)) from None


def _need_display() -> None:
    """Say at once that there is no display, before anything slow is loaded."""
    if not sys.platform.startswith("linux") or _draws_into_memory():
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise CommandFault(f"There is no display for a window here: {_TERMINAL_HINT}.")


def _draws_into_memory() -> bool:
    """Whether SDL was asked not to show anything, as tests do."""
    return os.environ.get("SDL_VIDEODRIVER", "") in _UNSEEN_DRIVERS


def _need_visible_window() -> None:
    """Refuse a window that nobody sees: SDL draws into memory when the display does not answer."""
    from game.ui.pygame_check import window_driver

    if window_driver() in _UNSEEN_DRIVERS and not _draws_into_memory():
        raise CommandFault(f"The display does not answer: {_TERMINAL_HINT}.")


def _megabytes_used() -> float:
    """Return the most memory this process has used; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux: getrusage would count what the program that started us used
        for line in status.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1_024
    try:
        import resource
    except ImportError:  # Windows has no such module
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def first_frame(arguments: argparse.Namespace) -> int:
    """Open the window on SDL's dummy driver, draw once, print the megabytes used."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    need_pygame()
    from game.ui.app import App
    from game.ui.scenes.routes import first_scene

    services, lock = services_for(arguments)
    app = App((1_280, 800), first_scene(), services, sound=False)
    app.step(0)
    print(_megabytes_used())
    services.close()
    if lock:
        lock.release()
    return 0
