"""backtest and bench: exit status, JSON keys, plain lines."""

import json

import pytest

from game.content import library
from game.lab.speed import bench
from tests.cli.running import LEVEL, program, refused, status_of

Capture = pytest.CaptureFixture[str]
CHECK_KEYS = {"id", "what", "target", "value", "low", "high", "unit", "starred", "ok"}
FIGURES = {
    *("turns_per_second", "turns_per_second_no_ledger", "resolve_ms_median"),
    *("digest_us", "copy_us", "first_frame_s", "peak_memory_mb"),
    *("large_turns_per_second", "large_turns_per_second_no_ledger", "large_figures"),
    *("yardstick", "percent_of_target", "large_percent_of_target_no_ledger"),
}


def test_backtest_as_json_and_as_lines_agree(capsys: Capture) -> None:
    status = status_of("backtest", LEVEL, "--json")
    found = json.loads(capsys.readouterr().out)
    assert {"level", "ok", "cases"} == set(found)
    checks = [check for case in found["cases"] for check in case["checks"]]
    assert {case["id"] for case in found["cases"]} >= {"BT1", "BT2"}
    assert {case["mode"] for case in found["cases"]} == {"fed", "closed"}
    assert all(set(check) == CHECK_KEYS for check in checks)
    for check in checks:
        inside = check["low"] <= check["value"] <= check["high"]
        assert check["ok"] is inside
    assert found["ok"] is all(check["ok"] for check in checks if check["starred"])
    assert status == (0 if found["ok"] else 1)
    assert status_of("backtest", LEVEL) == status
    shown = capsys.readouterr().out
    assert shown.count(" MISSED\n") == sum(1 for check in checks if not check["ok"])


def test_bench_as_json(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "_ROUNDS", 1)
    monkeypatch.setattr(bench, "_GAMES", 2)
    monkeypatch.setattr(bench, "_first_frame", lambda program: (0.5, 80.0))
    assert status_of("bench", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) >= FIGURES
    assert all(found[name] > 0 for name in FIGURES)


def test_bench_where_no_frame_can_be_drawn(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(program: object) -> tuple[float, float]:
        raise RuntimeError("This game needs pygame-ce.")

    monkeypatch.setattr(bench, "_ROUNDS", 1)
    monkeypatch.setattr(bench, "_GAMES", 1)
    monkeypatch.setattr(bench, "_first_frame", fails)
    said = refused(capsys, "bench", status=1)
    assert said == "The first frame could not be measured. This game needs pygame-ce."


def test_soak_gives_the_same_digest_again(capsys: Capture) -> None:
    assert status_of("soak", "--turns", "40", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"turns", "faults", "digest"}
    assert found["turns"] >= 40
    assert found["faults"] == []
    assert status_of("soak", "--turns", "40") == 0
    assert found["digest"][:16] in capsys.readouterr().out
    assert status_of("soak", "--turns", "40", "--seed", "2", "--json") == 0
    assert json.loads(capsys.readouterr().out)["digest"] != found["digest"]


def test_every_system_is_counted_once(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "level_ids", lambda: (LEVEL,))
    monkeypatch.setattr(library, "proving_paths", tuple)
    assert status_of("systems", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [x["id"] for x in found] == [f"S{number:02d}" for number in range(1, 72)]
    assert status_of("systems") == 0
    assert len(capsys.readouterr().out.splitlines()) > 71


def test_the_first_frame_tells_its_memory() -> None:
    run = program("first-frame")
    assert (run.returncode, run.stderr) == (0, "")
    assert 10 < float(run.stdout) < 200
