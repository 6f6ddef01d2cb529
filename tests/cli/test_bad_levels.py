"""Level files that are broken or hostile: the place, the reason, the remedy, at once."""

import time
from pathlib import Path

import pytest

from tests.cli.running import refused, status_of

Capture = pytest.CaptureFixture[str]
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + step)}: &{chr(98 + step)} [{', '.join(['*' + chr(97 + step)] * 9)}]\n"
    for step in range(12)
)
BAD: dict[str, tuple[bytes, str]] = {
    "other encoding": (b"\xff\xfei\x00d\x00", "encoding"),
    "no text": (b"id: \x00\x01\x02", "control-character"),
    "empty": (b"", "empty-file"),
    "broken": (b"id: [a\nb: c\n", "open-bracket"),
    "alias bomb": (BOMB.encode(), "anchor"),
    "merge bomb": (b"a: {k: 1}\nb:\n  <<: [{x: 1}, {y: 2}]\n", "merge-key"),
    "deep": (b"a: " + b"[" * 20_000 + b"]" * 20_000, "too-deep"),
    "deep blocks": ("".join("  " * x + f"k{x}:\n" for x in range(300)).encode(), "too-deep"),
    "300 kB": (b"a: '" + b"x" * 300_000 + b"'\n", "file-too-large"),
    "code": (b"a: !!python/object/apply:os.system ['exit 3']\n", "tag"),
}


@pytest.mark.parametrize("command", ["simulate", "play"])
@pytest.mark.parametrize("kind", BAD)
def test_a_command_stops_at_the_first_fault(
    kind: str, command: str, tmp_path: Path, capsys: Capture
) -> None:
    data, code = BAD[kind]
    path = tmp_path / "bad.yaml"
    path.write_bytes(data)
    started = time.monotonic()
    said = refused(capsys, command, str(path), status=1)
    assert time.monotonic() - started < 2
    assert said.startswith(f"{path}:")
    assert f": {code}: " in said
    assert path.read_bytes() == data


@pytest.mark.parametrize("kind", BAD)
def test_check_lists_the_faults(kind: str, tmp_path: Path, capsys: Capture) -> None:
    data, code = BAD[kind]
    path = tmp_path / "bad.yaml"
    path.write_bytes(data)
    assert status_of("check", str(path)) == 1
    shown = capsys.readouterr()
    assert shown.err == ""
    assert f": {code}: " in shown.out
    assert "PASS" not in shown.out


def test_a_file_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "gone.yaml"
    said = refused(capsys, "simulate", str(path), status=1)
    assert "there is no such file" in said
    assert status_of("check", str(path)) == 1
    assert "there is no such file" in capsys.readouterr().out


def test_a_folder_without_levels(tmp_path: Path, capsys: Capture) -> None:
    assert status_of("check", str(tmp_path)) == 1
    assert "the folder holds no level file" in capsys.readouterr().out


def test_a_name_that_is_too_long_for_the_disk(capsys: Capture) -> None:
    assert status_of("check", "x" * 5_000) in (1, 2)
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err
    assert len(shown.out + shown.err) < 400
