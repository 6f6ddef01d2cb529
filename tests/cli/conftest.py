"""Tests of the command line keep out of the player's own folders."""

from pathlib import Path

import pytest

from tests.cli.running import recorded


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the player's usual folders into the test's own."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "share"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    return home


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two sealed turns and an order in the third."""
    return recorded(tmp_path / "played")
