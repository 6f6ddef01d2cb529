"""Faults are planted where they should be, and the tests notice what they should."""

import json
import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.lab import mutants
from game.lab.mutants import KILLED, SURVIVED, Mutant, areas, mutants_of, sample, tried

SOURCE = '''"""Doc with 7."""

LIMIT = 3


def rule(draft, row):
    """More than 9 words."""
    room = max(0, row[1] - row[2]) * 4
    if room <= 5:
        draft.put(6, -room, "näme")
    return 1 if room else 2
'''


def kinds(found: tuple[Mutant, ...]) -> list[tuple[int, str, str]]:
    return [(x.line, x.kind, x.after) for x in found]


def test_each_kind_of_fault_is_planted_in_bodies_only() -> None:
    found = kinds(mutants_of(SOURCE, "area", "file.py"))
    assert {line for line, _, _ in found} == {8, 9, 10, 11}
    assert (8, "min for max", "room = min(0, row[1] - row[2]) * 4") in found
    assert (8, "sign", "room = max(0, (row[1] + row[2])) * 4") in found
    assert (8, "sign", "room = (max(0, row[1] - row[2]) // 4)") in found
    assert not any("max(1," in after for _, _, after in found)  # a guard, no number of a rule
    assert (9, "comparison", "if (room < 5):") in found
    assert (10, "dropped call", "pass") in found
    assert (10, "sign", 'draft.put(6, (room), "näme")') in found
    assert (11, "condition", "return (1 if not room else 2)") in found


def test_every_mutant_is_one_change_of_its_line() -> None:
    lines = SOURCE.splitlines()
    for mutant in mutants_of(SOURCE, "area", "file.py"):
        changed = mutant.source.splitlines()
        others = [i for i, (a, b) in enumerate(zip(lines, changed, strict=True)) if a != b]
        assert others == [mutant.line - 1]
        assert mutant.before != mutant.after


def test_every_rule_area_has_mutants() -> None:
    assert {"trade/markets", "plants/investment", "state/finance", "region/cartel"} <= set(areas())
    assert len(mutants.mutants("trade/markets")) > 100


def test_a_sample_is_the_same_again_and_differs_by_seed() -> None:
    found = mutants.mutants("trade/markets")
    assert sample(found, 5) == sample(found, 5)
    assert len(sample(found, 5)) == 5
    assert sample(found, 5) != sample(found, 5, seed=2)
    assert len(sample(found, 10**6)) == len(found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "file.py").write_text(SOURCE, encoding="utf-8", newline="\n")
    return tmp_path


def test_verdicts_follow_the_tests_and_the_file_is_put_back(folder: Path) -> None:
    found = mutants_of(SOURCE, "area", "file.py")

    def notices_minima(place: Path) -> bool:
        return "min(0" not in (place / "file.py").read_text(encoding="utf-8")

    verdicts = {x.mutant.kind: x.verdict for x in tried(found, folder, notices_minima)}
    assert verdicts["min for max"] == KILLED
    assert verdicts["dropped call"] == SURVIVED
    assert (folder / "file.py").read_text(encoding="utf-8") == SOURCE


def test_the_command_reports_by_area(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests are exchanged for one that notices a single line; the copy is left out."""

    def copy_rules(folder: Path) -> None:
        shutil.copytree(mutants.HOUSE / mutants.RULES, folder / mutants.RULES)

    before = (mutants.HOUSE / mutants.RULES / "trade" / "markets.py").read_text(encoding="utf-8")

    def unchanged(folder: Path) -> bool:
        markets = folder / mutants.RULES / "trade" / "markets.py"
        return markets.read_text(encoding="utf-8") == before

    def tried_so(found: tuple[Mutant, ...], folder: Path) -> object:
        return tried(found, folder, unchanged)

    monkeypatch.setattr(mutants, "copy_house", copy_rules)
    monkeypatch.setattr(mutants, "passes", unchanged)
    monkeypatch.setattr(mutants, "tried", tried_so)
    assert main(["mutants", "--area", "trade/markets", "--sample", "3", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"mutants", "sampled", "killed", "score", "areas", "tried"}
    assert found["areas"] == [{"area": "trade/markets", "sampled": 3, "killed": 3}]
    assert found["score"] == 1
    monkeypatch.setattr(mutants, "tried", lambda found, folder: tried(found, folder, _passes))
    assert main(["mutants", "--area", "trade/markets", "--sample", "3"]) == 0
    assert "0 of 3 noticed" in capsys.readouterr().out


def _passes(folder: Path) -> bool:
    return True


def test_a_fault_that_must_be_noticed_is_noticed(tmp_path: Path) -> None:
    """One real run: a copy of the house in which a payment is not made."""
    mutants.copy_house(tmp_path)
    found = mutants.mutants("state/payments")
    fault = next(x for x in found if x.kind == "dropped call")
    tests = ("tests/rules/test_rulebook.py",)
    results = list(tried([fault], tmp_path, lambda folder: mutants.passes(folder, tests)))
    assert [x.verdict for x in results] == [KILLED]
    assert (tmp_path / fault.file).read_text(encoding="utf-8") != fault.source
