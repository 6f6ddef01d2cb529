"""A level of one's own, saved in an editor while it is played."""

import os
from pathlib import Path

import pytest

from game.cli.services import GameServices
from game.content import library
from game.content.starting import new_level_text
from game.engine.orders import Order
from game.storage.folder import data_folder
from game.ui.services import Refused

TAX = Order("export_tax", "tin.ore", (1_000,))


@pytest.fixture
def level(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(library, "OWN_FOLDER", tmp_path / "own")
    path = tmp_path / "own" / "my-tin.yaml"
    path.parent.mkdir()
    path.write_text(new_level_text("my-tin"), encoding="utf-8")
    return path


def saved(path: Path, old: str, new: str) -> None:
    """Save the file as an editor does, with a later time than before."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))


def test_a_saved_level_is_read_again_at_the_same_turn(tmp_path: Path, level: Path) -> None:
    services = GameServices(data_folder(tmp_path / "player"))
    case = services.load("my-tin")
    match = services.start(case, "builder", seed=3)
    assert not services.level_changed(case)
    match.seal()
    match.give(TAX)
    saved(level, "treasury: 250 mn USD", "treasury: 400 mn USD")
    assert not services.level_changed(case)  # perhaps still being written
    assert services.level_changed(case)
    assert not services.level_changed(case)  # told once
    again = services.reload(case, match)
    assert again.match.turn == 1
    assert again.match.draft.orders == (TAX,)
    assert again.case.level.states[0].treasury == 400_000_000
    records = list((tmp_path / "player").rglob("*.record"))
    assert len(records) == 1
    services.close()
    taken_up = GameServices(data_folder(tmp_path / "player"))
    _, resumed = taken_up.resume(records[0].name)
    assert resumed.draft.orders == (TAX,)
    taken_up.close()


def test_mistakes_leave_the_game_as_it_was(tmp_path: Path, level: Path) -> None:
    services = GameServices(data_folder(tmp_path / "player"))
    case = services.load("my-tin")
    match = services.start(case, "builder", seed=3)
    saved(level, "trust: 50 %", "trust: 50")
    with pytest.raises(Refused, match=r"my-tin\.yaml:\d+:\d+: missing-unit"):
        services.reload(case, match)
    match.give(TAX)
    assert match.draft.orders == (TAX,)
    assert services.save_trouble(match) == ""
    saved(level, "trust: 50", "trust: 51 %")
    saved(level, "id: my-tin ", "id: other-tin ")
    with pytest.raises(Refused, match="id of the level"):
        services.reload(case, match)
    services.close()


def test_the_campaign_is_not_watched(tmp_path: Path) -> None:
    services = GameServices(data_folder(tmp_path / "player"))
    case = services.load("indonesia-nickel")
    assert not services.level_changed(case)
    assert not services.level_changed(case)
    services.close()
