"""A whole game in a real X window, by mouse and keys, from the briefing to the saved report."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 30.0
FIRST_WITHOUT_ORDERS = 2
BAN_SLIDER = (1241, 303)
"""The right end of the first lever's slider in a window of 1280 × 800."""
SAVE_REPORT = (263, 774)
"""The button at the bottom of the debrief in the same window."""


class Player:
    """A person before the game: sees the window's title and the folder, has mouse and keys."""

    def __init__(self, display: str, folder: Path) -> None:
        keep = {k: v for k, v in os.environ.items() if k not in ("SDL_VIDEODRIVER", "CI")}
        self.environment = {**keep, "DISPLAY": display, "SDL_AUDIODRIVER": "dummy"}
        self.folder = folder
        self.game = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "play", "indonesia-nickel",
             "--data-dir", str(folder)],
            cwd=ROOT, env=self.environment, stderr=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        self.window = ""

    def tool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, text=True, capture_output=True,
            timeout=PATIENCE_S, check=False,
        )  # fmt: skip
        return done.stdout.strip()

    def title(self) -> str:
        self.window = self.tool("getactivewindow")
        return self.tool("getwindowname", self.window) if self.window else ""

    def until(self, ready: Callable[[], object], what: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while not ready():
            assert self.game.poll() is None, f"the game ended before {what}"
            assert time.monotonic() < end, f"no {what}; the window says {self.title()!r}"
            time.sleep(0.05)

    def sees(self, words: str) -> None:
        self.until(lambda: self.title().startswith(words), words)

    def key(self, *keys: str) -> None:
        self.tool("key", *keys)

    def click(self, place: tuple[int, int]) -> None:
        x, y = (str(pixels) for pixels in place)
        self.tool("mousemove", "--window", self.window, x, y, "click", "1")

    def record(self) -> str:
        files = list((self.folder / "saves").glob("*.record"))
        return files[0].read_text(encoding="utf-8") if files else ""


@pytest.fixture
def player(tmp_path: Path) -> Generator[Player, None, None]:
    if not all(shutil.which(name) for name in ("Xvfb", "openbox", "xdotool")):
        pytest.skip("Xvfb, openbox or xdotool is missing")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        display = f":{pipe.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    person = Player(display, tmp_path)
    yield person
    for process in (person.game, manager, server):
        process.terminate()
    if person.game.stderr is not None:
        person.game.stderr.close()
    for process in (person.game, manager, server):
        process.wait(PATIENCE_S)


def answer(player: Player) -> None:
    """Say what is expected by keys: the first direction, the first reason."""
    player.key("1", "Tab", "Tab", "Tab", "space")
    player.key("ctrl+Return")


def end_turn(player: Player, number: int) -> None:
    """End a turn by its key, answering what is asked: once if it is meant, or a prediction."""
    report = f"Report on turn {number} "
    player.key("ctrl+Return")
    for _ in range(30):
        if player.title().startswith(report):
            return
        time.sleep(0.05)
    if number == FIRST_WITHOUT_ORDERS:
        player.key("Tab", "Return")
    else:
        answer(player)
    player.sees(report)


@pytest.mark.needs_tool("Xvfb", "openbox", "xdotool")
def test_a_whole_game_by_mouse_and_keys_to_the_saved_debrief(player: Player) -> None:
    player.sees("Briefing")
    player.tool("windowfocus", "--sync", player.window)
    time.sleep(0.5)  # the window manager moves the window once more after mapping it
    player.key("Return")
    player.sees("Turn 1 of 16")
    player.click(BAN_SLIDER)
    time.sleep(0.5)
    answer(player)
    player.until(lambda: '"order": "export_ban"' in player.record(), "a ban in the record")
    for number in range(1, 17):
        end_turn(player, number)
        player.key("Return")
        player.sees(f"Turn {number + 1} of 16" if number < 16 else "Debrief")
    player.key("ctrl+Return")
    player.click(SAVE_REPORT)
    player.until(lambda: list((player.folder / "reports").glob("*.html")), "a saved report")
    report = next((player.folder / "reports").glob("*.html")).read_text(encoding="utf-8")
    assert "Ban on ore exports" in report
    assert len(re.findall('"sealed"', player.record())) == 16
    player.key("Return")
    player.key("ctrl+q")
    assert player.game.wait(PATIENCE_S) == 0
