"""The toolkit in a real X window: mouse, keyboard, window manager, full screen."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 20.0

PROGRAM = """
import json
import pygame
from game.ui.app import App
from game.ui.gallery import Gallery

class Talking(Gallery):
    def tell(self, what):
        window = pygame.display.get_wm_info()["window"]
        print(json.dumps({"what": what, "size": self.app.size, "id": window}), flush=True)
    def on_enter(self):
        self.tell("ready")
    def say(self, text):
        super().say(text)
        self.tell(text)
    def on_resize(self, size):
        super().on_resize(size)
        self.tell("resized")

app = App((1100, 700), Talking(), sound=False)
app.run()
print(json.dumps({"what": "closed", "frames": app.frames_drawn}), flush=True)
"""


class XWindow:
    """A game in an X server without a screen."""

    def __init__(self, display: str) -> None:
        keep = {k: v for k, v in os.environ.items() if k not in ("SDL_VIDEODRIVER", "CI")}
        self.environment = {**keep, "DISPLAY": display}
        self.game = subprocess.Popen(
            [sys.executable, "-c", PROGRAM], cwd=ROOT, env=self.environment, text=True,
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self.seen: list[dict[str, object]] = []

    def wait_for(self, what: str) -> dict[str, object]:
        assert self.game.stdout is not None
        for line in self.game.stdout:
            said: dict[str, object] = json.loads(line)
            self.seen.append(said)
            if said["what"] == what:
                return said
        raise AssertionError(f"the game ended without saying {what!r}: {self.seen}")

    def tool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, check=True, text=True,
            capture_output=True, timeout=PATIENCE_S,
        )  # fmt: skip
        return done.stdout.strip()


def start_server() -> tuple[subprocess.Popen[bytes], str]:
    """An X server on a display number it finds by itself."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        number = pipe.readline().strip()
    return server, f":{number}"


@pytest.fixture
def window() -> Generator[XWindow, None, None]:
    if not (shutil.which("Xvfb") and shutil.which("openbox")):
        pytest.skip("Xvfb or openbox is missing")
    server, display = start_server()
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    game = XWindow(display)
    # A game that never answers would block the reading of its words.
    watchdog = threading.Timer(3 * PATIENCE_S, game.game.kill)
    watchdog.start()
    yield game
    watchdog.cancel()
    if game.game.stdout is not None:
        game.game.stdout.close()
    for process in (game.game, manager, server):
        process.terminate()
        process.wait(PATIENCE_S)


@pytest.mark.needs_tool("Xvfb", "openbox", "xdotool")
def test_mouse_keyboard_resize_and_full_screen(window: XWindow) -> None:
    name = str(window.wait_for("ready")["id"])
    window.tool("windowfocus", "--sync", name)
    time.sleep(0.5)  # the window manager moves the window once more after mapping it
    window.tool("key", "Tab")
    window.tool("key", "Return")
    window.wait_for("tile 0")
    window.tool("mousemove", "--window", name, "420", "225", "click", "1")
    window.wait_for("end")
    window.tool("windowsize", name, "1300", "800")
    assert window.wait_for("resized")["size"] == [1300, 800]
    window.tool("key", "F11")
    while window.wait_for("resized")["size"] != [1600, 1000]:
        pass
    window.tool("key", "F11")
    while window.wait_for("resized")["size"] != [1300, 800]:
        pass
    window.tool("key", "ctrl+q")
    closed = window.wait_for("closed")
    assert window.game.wait(PATIENCE_S) == 0
    assert int(str(closed["frames"])) < 60
