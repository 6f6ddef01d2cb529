"""The player's folder, the list of saves, and the lock against a second game."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import platformdirs
import pytest

from game.engine.record import Sealed, write_header, write_line
from game.storage import (
    CouldNotSave,
    NoFolder,
    data_folder,
    list_saves,
    new_save,
    set_aside,
    take_lock,
)
from tests.storage.test_record_file import HEADER, line

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def no_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the usual folders lie below a file, so that nobody can write to them, root neither."""
    blocked = tmp_path / "a-file"
    blocked.write_bytes(b"")
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(blocked / "data"))
    monkeypatch.setattr(platformdirs, "user_state_dir", lambda *_, **__: str(blocked / "state"))
    return blocked


def test_the_folder_asked_for_is_made(tmp_path: Path) -> None:
    asked = tmp_path / "my games — 日本" / "deep"
    found = data_folder(asked)
    assert found.path == asked
    assert found.saves.is_dir()
    assert not found.moved
    assert found.lasting
    assert list(found.saves.iterdir()) == []


def test_without_asking_it_is_the_usual_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "usual"))
    assert data_folder().path == tmp_path / "usual"
    assert not data_folder().moved


def test_a_folder_that_cannot_be_written_to_is_replaced_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "usual"))
    (tmp_path / "a-file").write_bytes(b"")
    found = data_folder(tmp_path / "a-file" / "games")
    assert found.path == tmp_path / "usual"
    assert found.wanted == tmp_path / "a-file" / "games"
    assert found.moved
    assert found.lasting


def test_a_name_that_no_system_takes_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "usual"))
    for asked in (tmp_path / ("x" * 300), tmp_path / "a\0b"):
        found = data_folder(asked)
        assert (found.path, found.moved) == (tmp_path / "usual", True)


def test_at_last_the_folder_for_passing_files_is_used(
    no_folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    found = data_folder()
    assert found.path.parent == tmp_path
    assert found.moved
    assert not found.lasting


def test_without_any_folder_this_is_said(no_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(no_folders))
    with pytest.raises(NoFolder) as told:
        data_folder()
    assert str(no_folders) in str(told.value)


def save(folder: Path, level: str, turns: int) -> Path:
    with new_save(folder, level) as file:
        file.append(write_header(HEADER))
        for turn in range(turns):
            file.append(line(turn))
            file.append(write_line(Sealed(turn, "00")))
    return file.path


def test_saves_are_listed_the_latest_first(tmp_path: Path) -> None:
    old = save(tmp_path, "a-level", 1)
    new = save(tmp_path, "a-level", 3)
    os.utime(old, (1_000_000, 1_000_000))
    saves, unreadable = list_saves(tmp_path)
    assert [(x.path, x.turn, x.header.mandate) for x in saves] == [
        (new, 3, "guardian"), (old, 1, "guardian"),
    ]  # fmt: skip
    assert saves[1].day.year == 1970
    assert unreadable == ()


def test_each_new_game_gets_a_file_of_its_own(tmp_path: Path) -> None:
    names = [save(tmp_path, level, 0).name for level in ("a-level", "a-level", "../Ünsafe: name")]
    assert names[:2] == ["a-level-0001.record", "a-level-0002.record"]
    assert "/" not in names[2]
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_that_is_no_save_is_named_and_can_be_set_aside(tmp_path: Path) -> None:
    good = save(tmp_path, "a-level", 1)
    bad = tmp_path / "a-level-0002.record"
    for expected in (".record.bad", ".record.bad2"):
        bad.write_bytes(b"\x00garbage\n")
        saves, (unreadable,) = list_saves(tmp_path)
        assert [x.path for x in saves] == [good]
        assert (unreadable.path, unreadable.code, unreadable.line) == (bad, "malformed", 1)
        assert set_aside(bad).name.endswith(expected)
    assert list_saves(tmp_path)[1] == ()
    with pytest.raises(CouldNotSave):
        set_aside(bad)


def test_a_torn_save_is_marked(tmp_path: Path) -> None:
    path = save(tmp_path, "a-level", 2)
    path.write_bytes(path.read_bytes()[:-3])
    ((found,), _) = list_saves(tmp_path)
    assert found.torn
    assert found.turn == 1


def test_a_folder_without_room_for_saves_is_told(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_bytes(b"")
    with pytest.raises(CouldNotSave) as told:
        new_save(tmp_path / "a-file", "a-level")
    assert told.value.code == "no_folder"


def test_a_second_game_does_not_get_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "open.lock"
    first = take_lock(path)
    assert first is not None
    assert take_lock(path) is None
    first.release()
    with take_lock(path) or pytest.fail("the lock was let go") as again:
        assert again.path == path


_HOLD = """
import sys, time
from pathlib import Path
from game.storage import take_lock
lock = take_lock(Path(sys.argv[1]))
print(lock is not None, flush=True)
time.sleep(60)
"""


def test_a_killed_game_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "open.lock"
    game = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert game.stdout is not None
    assert game.stdout.readline() == "True\n"
    assert take_lock(path) is None
    game.kill()
    game.wait()
    game.stdout.close()
    lock = take_lock(path)
    assert lock is not None
    lock.release()


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(CouldNotSave):
        take_lock(tmp_path / "missing" / "open.lock")


def test_nothing_personal_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "canary-person")
    data = save(tmp_path, "a-level", 2).read_bytes()
    for secret in (b"canary-person", str(tmp_path).encode(), str(Path.home()).encode() + b"/"):
        assert secret not in data
