"""simulate, replay and debrief: exit status, JSON keys, plain lines."""

import json
from pathlib import Path

import pytest

from tests.cli.running import LEVEL, MANDATE, changed, history_played, refused, status_of

OUTCOMES = {"value", "revenue", "jobs", "environment", "autonomy", "standing"}
Capture = pytest.CaptureFixture[str]


def test_simulate_as_json(capsys: Capture) -> None:
    words = ("simulate", LEVEL, "--player", "history", "--games", "2", "--seed", "7", "--json")
    assert status_of(*words) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"level", "games"}
    assert [game["seed"] for game in found["games"]] == [7, 8]
    for game in found["games"]:
        assert set(game) == {
            *("player", "seed", "seat", "mandate", "digest"),
            *("score", "outcomes", "turns"),
        }
        assert game["player"] == "history"
        assert set(game["score"]) == {"total", "parts"}
        assert set(game["score"]["parts"]) == OUTCOMES
        assert 0 <= game["score"]["total"] <= 100
        assert [turn["turn"] for turn in game["turns"]] == list(range(1, 17))
        assert [turn["date"] for turn in game["turns"]] == [str(x) for x in range(2009, 2025)]
        assert all(set(x) == {"turn", "date", "outcomes", "figures"} for x in game["turns"])
        assert game["turns"][-1]["outcomes"] == game["outcomes"]
        assert all(0 <= game["outcomes"][x] <= 100 for x in OUTCOMES - {"value", "revenue"})


def test_a_mandate_scores_the_same_game_otherwise(capsys: Capture) -> None:
    games = []
    for mandate in ("fiscal-steward", "industrialiser"):
        assert status_of("simulate", LEVEL, "--mandate", mandate, "--json") == 0
        games.append(json.loads(capsys.readouterr().out)["games"][0])
    first, second = games
    assert [game["mandate"] for game in games] == ["fiscal-steward", "industrialiser"]
    assert first["digest"] == second["digest"]
    assert first["score"]["total"] != second["score"]["total"]


def test_a_searching_player_follows_the_mandate(capsys: Capture) -> None:
    digests = set()
    for mandate in ("fiscal-steward", "industrialiser"):
        words = ("simulate", LEVEL, "--player", "greedy", "--mandate", mandate, "--json")
        assert status_of(*words) == 0
        digests.add(json.loads(capsys.readouterr().out)["games"][0]["digest"])
    assert len(digests) == 2


def test_simulate_in_plain_lines(capsys: Capture) -> None:
    assert status_of("simulate", LEVEL) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{LEVEL}  status-quo  seed 1  score ")
    assert len(lines) == 2 + 16
    assert len({len(line) for line in lines[1:]}) == 1


def test_replay_agrees(record: Path, capsys: Capture) -> None:
    assert status_of("replay", str(record), "--verify", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {
        *("ok", "turns", "first_wrong_turn", "expected", "actual", "code"),
        *("digest", "score"),
    }
    assert found["ok"] is True
    assert found["turns"] == 2
    assert found["first_wrong_turn"] is None
    assert found["digest"] in record.read_text(encoding="ascii").splitlines()[-2]
    assert status_of("replay", str(record), "--verify") == 0
    assert capsys.readouterr().out.startswith("2 turns agree. Score ")


def test_replay_names_the_first_wrong_turn(record: Path, capsys: Capture) -> None:
    bent = changed(record, '"seed": 5', '"seed": 6')
    assert status_of("replay", str(bent), "--verify", "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    assert found["first_wrong_turn"] == 1
    assert found["code"] == "wrong_digest"
    assert found["expected"] != found["actual"]
    assert found["expected"] in record.read_text(encoding="ascii")
    assert status_of("replay", str(bent), "--verify") == 1
    assert capsys.readouterr().out.startswith("Turn 1 does not agree: expected ")
    assert status_of("replay", str(bent)) == 0
    assert capsys.readouterr().out.startswith("Turn 1 does not agree: ")


def test_replay_of_an_order_that_the_rules_forbid(record: Path, capsys: Capture) -> None:
    bent = changed(record, '"setting": [400]', '"setting": [401]')
    assert status_of("replay", str(bent), "--verify", "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["code"] == "illegal_order"
    assert found["actual"] == ""


def test_debrief_as_json_and_page(record: Path, tmp_path: Path, capsys: Capture) -> None:
    page = tmp_path / "page.html"
    assert status_of("debrief", str(record), "--json", "--html", str(page)) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {
        *("level", "seat", "mandate", "seed", "planner", "claims"),
        *("turning_points", "shares", "luck", "ways", "predictions"),
    }
    assert (found["level"], found["mandate"], found["seed"]) == (LEVEL, MANDATE, 5)
    assert set(found["shares"]) == OUTCOMES | {"score"}
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "src=" not in text.replace("default-src", "")


def test_debrief_in_plain_lines(record: Path, tmp_path: Path, capsys: Capture) -> None:
    assert status_of("debrief", str(record)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 7
    assert all(line.endswith("of 100") for line in lines[:7])
    page = tmp_path / "page.html"
    assert status_of("debrief", str(record), "--html", str(page)) == 0
    assert capsys.readouterr().out == f"Written to {page}.\n"


def test_the_claims_of_a_whole_game(tmp_path: Path, capsys: Capture) -> None:
    whole = history_played(tmp_path)
    assert status_of("debrief", str(whole), "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["claims"]
    for claim in found["claims"]:
        assert {
            *("cause", "outcome", "sign", "size", "horizon"),
            *("fixed_rerun", "reoptimised_rerun", "told"),
        } <= set(claim)


@pytest.mark.parametrize("place", ["missing/page.html", "."])
def test_a_page_that_cannot_be_written(
    record: Path, tmp_path: Path, capsys: Capture, place: str
) -> None:
    before = record.read_bytes()
    target = str(tmp_path / place)
    said = refused(capsys, "debrief", str(record), "--html", target, status=1)
    assert said.startswith(f"{target} cannot be written (")
    assert record.read_bytes() == before
