"""Records that are missing, torn, damaged or do not fit: one sentence, and the file as it was."""

from pathlib import Path

import pytest

from game.engine.record import RULES_VERSION
from tests.cli.running import changed, refused, status_of

Capture = pytest.CaptureFixture[str]
READERS = ["replay", "debrief"]


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("name", ["gone.record", ".", "a\0b", "x" * 5_000])
def test_a_record_that_is_not_there(
    command: str, name: str, tmp_path: Path, capsys: Capture
) -> None:
    target = name if "\0" in name else str(tmp_path / name)
    said = refused(capsys, command, target, status=2)
    assert said.endswith("check the name of the file.")
    assert " cannot be read (" in said


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b"no record", "is no saved game"),
        (b'{"magic": "other"}\n', "is no saved game"),
        (b"\x00\xff\xfe\n" * 9, "damaged"),
        (b"[" * 50_000 + b"\n", "too long to be real"),
        (b"x" * 5_000_000, "too large"),
    ],
)
def test_a_file_that_is_no_record(
    command: str, data: bytes, why: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "bad.record"
    path.write_bytes(data)
    said = refused(capsys, command, str(path), status=1)
    assert said.startswith(f"{path}: ")
    assert why in said
    assert path.read_bytes() == data


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (f'"rules": {RULES_VERSION}', '"rules": 99', "played by other rules"),
        ('"format": 1', '"format": 99', "written by another version"),
        ('"level_digest": "', '"level_digest": "0', "The level was changed after"),
        ('"mandate": "industrialiser"', '"mandate": "pirate"', "no goal “pirate”"),
        ('"seat": "indonesia"', '"seat": "mars"', "Nobody governs “mars”"),
        ('{"philippines": ', '{"mars": ', "needs one computer player"),
        ("open_trader/1", "open_trader/77", "no computer player “open_trader/77”"),
        ('"seed": 5', '"seed": "5"', "Line 1 of the saved game cannot be read"),
        ('"order": "royalty"', '"order": royalty', "Line 2 of the saved game cannot be read"),
        ('{"turn": 1, "sealed"', '\x01{"turn": 1, "sealed"', "Line 4 of the saved game"),
    ],
)
def test_a_record_that_does_not_fit(
    command: str, old: str, new: str, why: str, record: Path, capsys: Capture
) -> None:
    bent = changed(record, old, new)
    before = bent.read_bytes()
    said = refused(capsys, command, str(bent), status=1)
    assert said.startswith(f"{bent}: ")
    assert why in said
    assert bent.read_bytes() == before


@pytest.mark.parametrize("command", READERS)
def test_a_record_of_an_unknown_level(command: str, record: Path, capsys: Capture) -> None:
    bent = changed(record, '"level": "indonesia-nickel"', '"level": "mars"')
    said = refused(capsys, command, str(bent), status=2)
    assert said.startswith(f"{bent}: There is no level `mars`")


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("level", ["/dev/zero", "../indonesia-nickel", "a.yaml", "C:\\\\x", ""])
def test_a_record_that_names_a_file_instead_of_a_level(
    command: str, level: str, record: Path, capsys: Capture
) -> None:
    bent = changed(record, '"level": "indonesia-nickel"', f'"level": "{level}"')
    said = refused(capsys, command, str(bent), status=1)
    assert said.startswith(f"{bent}: Line 1 of the saved game cannot be read.")


@pytest.mark.parametrize("cut", [1, 5, 60])
def test_a_torn_record_plays_to_its_last_whole_line(
    cut: int, record: Path, capsys: Capture
) -> None:
    record.write_bytes(record.read_bytes()[:-cut])
    before = record.read_bytes()
    assert status_of("replay", str(record), "--verify") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2 turns agree.")
    assert lines[1] == "The last line of the file was cut off; it is left out."
    assert record.read_bytes() == before


def test_a_record_without_a_finished_turn(record: Path, capsys: Capture) -> None:
    text = record.read_text(encoding="ascii")
    record.write_text(text.partition("\n")[0] + "\n", encoding="ascii")
    said = refused(capsys, "debrief", str(record), status=1)
    assert said == f"{record} holds no finished turn: play at least one."
    assert status_of("replay", str(record), "--verify") == 0
    assert capsys.readouterr().out.startswith("0 turns agree.")


def test_a_missing_line_is_found(record: Path, capsys: Capture) -> None:
    rows = record.read_text(encoding="ascii").splitlines(keepends=True)
    record.write_text("".join([rows[0], *rows[2:]]), encoding="ascii")
    assert status_of("replay", str(record), "--verify") == 1
    assert capsys.readouterr().out.startswith("Turn 1 does not agree: ")
    said = refused(capsys, "debrief", str(record), status=1)
    assert "does not lead to the world it names" in said
