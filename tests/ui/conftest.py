"""Windows without a screen, with a clock the test turns by hand."""

from collections.abc import Callable, Generator

import pytest

from game.ui.app import App
from game.ui.drive import Driver
from game.ui.scene import Scene
from game.ui.widget import Widget


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class TreeScene(Scene):
    """A scene around a tree made by `make`."""

    def __init__(self, make: Callable[[], Widget]) -> None:
        self.make = make
        self.keys: list[int] = []
        self.went_back = 0

    def build(self) -> Widget:
        return self.make()

    def on_shortcut(self, key: int, mod: int) -> bool:
        self.keys.append(key)
        return True

    def on_back(self) -> bool:
        self.went_back += 1
        return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def drive(clock: Clock) -> Generator[Callable[..., Driver], None, None]:
    """`drive(make_tree, size)` opens a window and gives a driver; closed after the test."""
    apps: list[App] = []

    def start(make: Callable[[], Widget], size: tuple[int, int] = (1024, 640)) -> Driver:
        app = App(size, TreeScene(make), sound=False, clock=clock)
        apps.append(app)
        return Driver(app)

    yield start
    for app in apps:
        app.close()
