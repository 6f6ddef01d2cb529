"""check, schema and calibrate: exit status, JSON keys, plain lines."""

import json
import shutil
from pathlib import Path

import pytest

from game.content.library import CAMPAIGN_FOLDER
from tests.cli.running import LEVEL, ROOT, refused, status_of
from tests.content.level_text import copy_with

PROBLEM_KEYS = {"file", "line", "column", "code", "severity", "what", "why", "remedy"}
LEVELS = sorted(path.stem for path in CAMPAIGN_FOLDER.glob("*.yaml"))
Capture = pytest.CaptureFixture[str]


def test_the_shipped_levels_pass(capsys: Capture) -> None:
    assert status_of("check", str(ROOT / "levels"), "--quick") == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("PASS: ")
    assert set(LEVELS) <= set(last.removeprefix("PASS: ").split(", "))


def test_check_as_json(capsys: Capture) -> None:
    assert status_of("check", LEVEL, "--json", "--quick") == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"ok", "levels", "problems"}
    assert found["ok"] is True
    assert found["levels"] == [LEVEL]
    assert all(x["severity"] == "warning" for x in found["problems"])


def test_check_counts_traced_numbers(capsys: Capture) -> None:
    assert status_of("check", LEVEL, "--json", "--trace", "--quick") == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"ok", "levels", "problems", "traced", "numbers"}
    assert found["numbers"] > 100
    assert found["traced"] == found["numbers"]
    assert status_of("check", LEVEL, "--trace", "--quick") == 0
    assert f"{found['traced']} of {found['numbers']} numbers" in capsys.readouterr().out


def test_every_mistake_is_listed_with_its_place(tmp_path: Path, capsys: Capture) -> None:
    path = copy_with(
        tmp_path, ("minutes: 25", "minutes: never"), ("difficulty: 2", "difficulty: hard")
    )
    assert status_of("check", str(path), "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    errors = [x for x in found["problems"] if x["severity"] == "error"]
    assert len(errors) == 2
    assert all(set(x) == PROBLEM_KEYS for x in found["problems"])
    assert status_of("check", str(path)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert not any(line.startswith("PASS") for line in lines)
    for error in errors:
        place = f"{path}:{error['line']}:{error['column']}: {error['code']}: "
        assert any(line.startswith(place) for line in lines)


def test_the_schema_is_the_shipped_one(capsys: Capture) -> None:
    assert status_of("schema") == 0
    shipped = (ROOT / "levels" / "level.schema.json").read_text(encoding="utf-8")
    assert json.loads(capsys.readouterr().out) == json.loads(shipped)


def test_calibrate_as_json_writes_nothing_unasked(capsys: Capture) -> None:
    kept = CAMPAIGN_FOLDER / "baselines" / f"{LEVEL}.yaml"
    before = kept.read_bytes()
    assert status_of("calibrate", LEVEL, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"level", "minerals", "written"}
    assert found["level"] == LEVEL
    assert found["written"] is False
    (nickel,) = found["minerals"]
    assert set(nickel) == {"id", "price", "demand"}
    assert len(nickel["price"]) == 16
    assert all(type(x) is int and x > 0 for x in nickel["price"] + nickel["demand"])
    assert kept.read_bytes() == before


def test_calibrate_writes_beside_the_level(tmp_path: Path, capsys: Capture) -> None:
    path = copy_with(tmp_path)
    (tmp_path / "baselines").mkdir()
    assert status_of("calibrate", str(path), "--write") == 0
    assert capsys.readouterr().out.endswith("Written beside the level.\n")
    made = tmp_path / "baselines" / f"{LEVEL}.yaml"
    assert "price" in made.read_text(encoding="utf-8")


def test_calibrate_without_a_folder_to_write_to(tmp_path: Path, capsys: Capture) -> None:
    path = copy_with(tmp_path)
    (tmp_path / "baselines").write_text("in the way", encoding="utf-8")
    said = refused(capsys, "calibrate", str(path), "--write", status=1)
    assert said.startswith("The baseline could not be written")
    assert (tmp_path / "baselines").read_text(encoding="utf-8") == "in the way"


def test_a_level_without_a_path_needs_no_calibration(tmp_path: Path, capsys: Capture) -> None:
    path = without_history(tmp_path)
    assert "has no historical path" in refused(capsys, "calibrate", str(path), status=2)


def without_history(folder: Path) -> Path:
    """Return a copy of the level in which no state has a historical path."""
    path = folder / f"{LEVEL}.yaml"
    shutil.copy(CAMPAIGN_FOLDER / path.name, path)
    rows, skipping = [], False
    for row in path.read_text(encoding="utf-8").splitlines():
        deeper = row.startswith("     ") or not row
        skipping = (skipping and deeper) or row == "    path:"
        if not skipping:
            rows.append(row)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path
