"""Files written whole: the old or the new text, never neither; settings that fall back by field."""

import errno
import json
import os
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.storage import CouldNotSave, Settings, read_settings, write_settings
from game.storage.atomic import write_text

OPERATIONS = ("fsync", "replace")


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for text in ("one\n", "zwei — ba\n"):
        write_text(path, text)
        assert path.read_text(encoding="utf-8") == text
    assert [x.name for x in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EROFS, "read_only"), (errno.EIO, "failed")],
)
def test_a_failing_operation_leaves_the_old_file_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operation: str, number: int, code: str
) -> None:
    path = tmp_path / "a.json"
    write_text(path, "old")

    def broken(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, operation, broken)
    with pytest.raises(CouldNotSave) as told:
        write_text(path, "new")
    assert told.value.code == code
    assert path.read_text(encoding="utf-8") == "old"
    assert [x.name for x in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("times", [1, 5])
def test_a_file_held_by_another_program_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    path = tmp_path / "a.json"
    waits: list[float] = []
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if len(waits) < times:
            raise PermissionError(errno.EACCES, "held")
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    write_text(path, "new", sleep=waits.append)
    assert path.read_text(encoding="utf-8") == "new"
    assert len(waits) == times


def test_a_file_held_for_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(CouldNotSave) as told:
        write_text(tmp_path / "a.json", "new", sleep=waits.append)
    assert told.value.code == "read_only"
    assert sum(waits) <= 2.5
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_flushed_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def only_files(number: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{number}"):
            raise OSError(errno.EINVAL, "not a file")
        fsync(number)

    monkeypatch.setattr(os, "fsync", only_files)
    write_text(tmp_path / "a.json", "new")
    assert (tmp_path / "a.json").exists()


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    chosen = Settings(language="vi", text_percent=150, high_contrast=True, window_width=1_920)
    write_settings(path, chosen)
    assert read_settings(path) == (chosen, ())


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.json") == (Settings(), ())


@pytest.mark.parametrize(
    ("field", "value"),
    [("language", "xx"), ("language", None), ("text_percent", 10**9), ("text_percent", True),
     ("sound_percent", -1), ("full_screen", 1), ("window_width", -5), ("window_height", 0),
     ("window_height", 800.0), ("high_contrast", "yes"), ("language", {"a": []})],
)  # fmt: skip
def test_a_wrong_field_falls_back_and_the_rest_is_kept(
    tmp_path: Path, field: str, value: object
) -> None:
    path = tmp_path / "settings.json"
    good = asdict(Settings(language="id", text_percent=120, reduced_motion=True))
    path.write_text(json.dumps({**good, field: value, "unknown": 1}), encoding="utf-8")
    found, wrong = read_settings(path)
    assert wrong == (field,)
    expected = {**good, field: getattr(Settings(), field)}
    assert asdict(found) == expected


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b"\xff\xfe", b"null", b"[" * 100_000, b"{" + b" " * 70_000 + b"}"]
)
def test_a_file_that_is_no_settings_gives_defaults_and_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert read_settings(path) == (Settings(), tuple(x.name for x in fields(Settings)))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
NAMES = [x.name for x in fields(Settings)]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), json_values))
def test_any_settings_file_gives_settings_that_can_be_saved(
    tmp_path_factory: pytest.TempPathFactory, found: dict[str, object]
) -> None:
    path = tmp_path_factory.getbasetemp() / "settings.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    chosen, wrong = read_settings(path)
    assert set(wrong) <= set(found)
    write_settings(path, chosen)
    assert read_settings(path) == (chosen, ())
