"""The model card is what the code says, and the rules say something about every parameter."""

import json
from pathlib import Path

import pytest

from game.cli import main
from game.engine.parameters.rules import parameter_table
from game.engine.systems import IN_FORCE, SYSTEMS
from game.lab.card.card import card, source_words, stored_backtests
from game.lab.card.rule_texts import rule_texts, turn_order, unused_parameters

DOCS = Path(__file__).resolve().parents[2] / "docs"
CHECK = {
    "id": "BT0.1",
    "what": "Nothing at all",
    "target": "at least 5 %",
    "value": 1.25,
    "low": 5,
    "high": 100,
    "unit": "%",
    "starred": True,
    "ok": False,
}


def test_the_card_in_docs_is_fresh() -> None:
    written = (DOCS / "model.md").read_text(encoding="utf-8")
    fresh = card(stored_backtests(DOCS / "backtests.json"))
    assert written == fresh, "a rule changed: run `python main.py model-card --write`"


def test_the_stored_back_tests_are_those_of_the_command() -> None:
    tables = stored_backtests(DOCS / "backtests.json")
    assert {"BT1", "BT2", "BT4", "BT5"} <= {table["id"] for table in tables}
    for check in (x for table in tables for x in table["checks"]):
        assert set(check) == set(CHECK)
        assert check["ok"] == (check["low"] <= check["value"] <= check["high"])


def test_a_missed_target_is_told_first() -> None:
    text = card([{"id": "BT0", "level": "nowhere", "mode": "fed", "checks": [CHECK]}])
    missed = text.index("### Where the model misses")
    assert "1 of 1 checks." in text[missed:]
    assert "Nothing at all. Model 1.25 %, target at least 5 %. This target is starred." in text
    assert "| ★ BT0.1 | Nothing at all | 1.25 % | at least 5 % | missed |" in text
    held = card([{"id": "BT0", "level": "x", "mode": "fed", "checks": [CHECK | {"ok": True}]}])
    assert "None of the 1 checks is missed" in held


def test_every_rule_stands_on_the_card_with_its_words() -> None:
    text = card([])
    rules = rule_texts()
    assert len(rules) > 40
    for rule in rules:
        assert rule.text in text, rule.place
        assert "``" not in rule.text
        assert "Args:" not in rule.text


def test_numbered_rules_come_in_order() -> None:
    numbers = [
        int("".join(x for x in rule.label[1:3] if x.isdigit()))
        for rule in rule_texts()
        if rule.label
    ]
    assert numbers == sorted(numbers)
    assert {1, 5, 9, 17, 20, 28, 31} <= set(numbers)


def test_a_rule_names_the_parameters_it_reads_itself_and_through_others() -> None:
    read = {rule.place: rule.parameters for rule in rule_texts()}
    assert read["trade/markets.py, _leak"] == ("leak_rate", "old_trade_fade")
    assert set(read["trade/markets.py, _fear"]) == {"fear_factor", "fear_threshold"}


def test_no_parameter_is_without_use() -> None:
    assert unused_parameters() == ()


def test_every_parameter_and_every_gap_stands_on_the_card() -> None:
    text = card([])
    for info in parameter_table():
        row = f"| `{info.name}` | {info.default:,} | {info.low:,} to {info.high:,} | {info.unit} "
        assert f"{row}| {source_words(info.source)} | {info.about} |" in text
    for system in SYSTEMS:
        assert (f"**{system.id} {system.name}**" in text) == (system.status != IN_FORCE)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("game", "game assumption"),
        ("H065", "H065"),
        ("H141; calibrated", "H141, set so that a back-test fits"),
        ("F163; F164; game", "F163, F164, rest game assumption"),
    ],
)
def test_sources_in_plain_words(source: str, words: str) -> None:
    assert source_words(source) == words


def test_a_turn_begins_with_dated_events_and_ends_with_closing() -> None:
    steps = turn_order()
    assert (steps[0], steps[-1]) == ("dated events", "closing")
    assert "markets" in steps


def test_the_command_prints_the_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["model-card"]) == 0
    assert capsys.readouterr().out == card(stored_backtests(DOCS / "backtests.json"))


def test_the_command_writes_both_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = [{"id": "BT0", "level": "nowhere", "mode": "fed", "checks": [CHECK]}]
    monkeypatch.setattr("game.cli.model.PROGRAM_FOLDER", tmp_path)
    monkeypatch.setattr("game.lab.card.card.fresh_backtests", lambda: tables)
    assert main(["model-card", "--write"]) == 1
    refused = capsys.readouterr().err
    assert refused.startswith("The model card could not be written")
    (tmp_path / "docs").mkdir()
    assert main(["model-card", "--write"]) == 0
    assert (tmp_path / "docs" / "model.md").read_text(encoding="utf-8") == card(tables)
    stored = (tmp_path / "docs" / "backtests.json").read_text(encoding="utf-8")
    assert json.loads(stored) == tables
