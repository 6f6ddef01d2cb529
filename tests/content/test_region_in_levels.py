"""A region in a level file: it reaches the engine, and mistakes in it are named with a remedy."""

import re
from pathlib import Path

import pytest

from game.content.atlas import PROGRAM_FOLDER
from game.content.checks.levels import check_file
from game.content.library import CAMPAIGN_FOLDER, load_level
from game.engine.start.opening import open_world

TABLE = PROGRAM_FOLDER / "levels" / "proving" / "asean-table.yaml"
TEXT = TABLE.read_text(encoding="utf-8")


def test_what_the_file_says_stands_in_the_first_world() -> None:
    level = load_level(TABLE).level
    region = level.region
    assert region is not None
    assert region.members == ("indonesia", "philippines", "vietnam")
    assert (region.meets_first, region.meets_every) == (1, 2)
    strict = next(x for x in region.cards if x.id == "stricter-label")
    assert (strict.figure, strict.value) == ("region/strictness", 6_000)
    world = open_world(level, 1)
    assert world.figure("region/cohesion") == 4_500
    assert world.figure("region/label_trust") == 2_000
    assert world.figure("philippines/region/china/opinion") == 2_500


def test_the_proving_level_is_sound_and_traced() -> None:
    report = check_file(TABLE)
    assert report.problems == ()
    assert report.traced == report.numbers


def test_a_level_without_a_region_has_no_slot_of_one() -> None:
    layout = open_world(load_level("indonesia-nickel").level, 1).layout
    assert layout.region is None
    assert not any("region" in path.split("/") for path in layout.paths)
    assert layout.veiled == frozenset()


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("members: [indonesia, ", "members: [indonesiaa, ", "unknown-state"),
        ("members: [indonesia, ", "members: [vietnam, ", "member-twice"),
        ("cartel: nickel", "cartel: nickle", "unknown-mineral"),
        ("lenders: [china, ", "lenders: [chyna, ", "unknown-partner"),
        ("partners: [european-union, ", "partners: [europe, ", "unknown-partner"),
        ("equal: china}", "equal: chinaa}", "unknown-partner"),
        ("figure: region/audit", "figure: region/odit", "unknown-figure"),
        ("figure: region/audit", "figure: region/cohesion", "missing-unit"),
        ("figure: region/lead_body", "figure: indonesia/coal_rule", "not-for-ministers"),
        ("      value: 60 %", "      value: 60", "missing-unit"),
        ("  meetings: {first: 2, every: 2, sources: [F112, F114]}\n", "", "no-meetings"),
    ],
)
def test_each_mistake_is_named(tmp_path: Path, was: str, becomes: str, code: str) -> None:
    assert TEXT.count(was) >= 1
    path = tmp_path / "asean-table.yaml"
    path.write_text(TEXT.replace(was, becomes, 1), encoding="utf-8")
    problems = check_file(path).problems
    assert code in {x.code for x in problems}, [x.render() for x in problems]
    found = next(x for x in problems if x.code == code)
    assert found.remedy
    if becomes and code != "member-twice":
        line = TEXT[: TEXT.index(was)].count("\n") + 1
        assert abs(found.line - line) <= 1


def test_a_misspelt_member_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "asean-table.yaml"
    was = "members: [indonesia, philippines, "
    assert was in TEXT
    path.write_text(TEXT.replace(was, "members: [indonesia, phillippines, "), encoding="utf-8")
    found = [x for x in check_file(path).problems if x.code.startswith("unknown")]
    assert [x.code for x in found] == ["unknown-state"]


def test_a_warning_does_not_hide_a_figure_that_leads_nowhere(tmp_path: Path) -> None:
    """A level that accepts a warning is looked at as closely as any other."""
    text = (CAMPAIGN_FOLDER / "asean-ev.yaml").read_text(encoding="utf-8")
    assert "code: small-reserves" in text
    path = tmp_path / "asean-ev.yaml"
    was = "thailand/korea/standing"
    path.write_text(text.replace(was, "thailand/corea/standing", 1), encoding="utf-8")
    found = {x.code: x for x in check_file(path).problems}
    assert set(found) == {"unknown-figure"}
    assert found["unknown-figure"].line == text[: text.index(was)].count("\n") + 1


def test_no_number_of_the_region_is_without_a_reason() -> None:
    block = TEXT[TEXT.index("\nregion:") :]
    assert re.search(r"because: .+", block)
