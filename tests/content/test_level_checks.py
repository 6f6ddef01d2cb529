"""Slips in a level: each is found at its line, with its code, in one run, without a crash."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest

from game.content.checks.levels import check_file, check_paths
from game.content.faults import LevelError, Severity
from game.content.library import CAMPAIGN_FOLDER, find_level, level_ids, list_levels, load_level


def _load(name: str) -> ModuleType:
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


level_text = _load("level_text")

ONE_MORE_MANDATE = """\
mandates:
  other:
    name: {en: Other}
    weights: {value: 90, revenue: 1, jobs: 1, environment: 1, autonomy: 1, standing: 1}
"""

# what is written, what it becomes, the code of the finding
SLIPS = {
    "unknown key": ("minutes: 25", "minuts: 25", "unknown-key"),
    "missing key": ("difficulty: 2\n", "", "missing-key"),
    "not a number": ("minutes: 25", "minutes: long", "int-type"),
    "wrong choice": ("months: 12", "months: 5", "literal-error"),
    "bad id": ("id: indonesia-nickel", "id: Indonesia Nickel", "string-pattern-mismatch"),
    "no unit": ("treasury: 600 mn USD", "treasury: 600", "missing-unit"),
    "unknown unit": ("treasury: 600 mn USD", "treasury: 600 rupees", "unknown-unit"),
    "wrong unit": ("treasury: 600 mn USD", "treasury: 600 kt", "wrong-unit"),
    "not whole": ("credibility: 30 %", "credibility: 30.001 %", "not-whole"),
    "too large a share": ("credibility: 30 %", "credibility: 130 %", "out-of-range"),
    "negative capacity": ("{is: 80 kt/year,", "{is: -80 kt/year,", "out-of-range"),
    "outside own range": ("{is: 80 kt/year,", "{is: 95 kt/year,", "outside-own-range"),
    "unknown kind": (
        "{is: 28 kt/year, kind: calibrated",
        "{is: 28 kt/year, kind: calbrated",
        "unknown-kind",
    ),
    "unknown key in a number": (
        "kind: calibrated, source: [F060",
        "knd: calibrated, source: [F060",
        "unknown-key",
    ),
    "seat twice": ("seats: [indonesia]", "seats: [indonesia, indonesia]", "same-id"),
    "unknown seat": ("seats: [indonesia]", "seats: [indonesa]", "unknown-state"),
    "unknown province": (
        "province: north-maluku\n        mineral",
        "province: maluku\n        mineral",
        "unknown-province",
    ),
    "unknown owner": ("owner: outside", "owner: brazil", "unknown-owner"),
    "unknown mineral": (
        "name: {en: Other producers}\n    mineral: nickel",
        "name: {en: Other producers}\n    mineral: tin",
        "unknown-mineral",
    ),
    "unknown lever": ("[export_quota,", "[export_quotas,", "unknown-lever"),
    "lever twice": ("[export_quota,", "[export_tax, export_quota,", "lever-twice"),
    "locked lever on the path": (
        "park, inspection, answer_offer]",
        "inspection, answer_offer]",
        "locked-lever",
    ),
    "path off the grid": ("set: [20 %]", "set: [21 %]", "path-refused"),
    "path on a wrong target": ("target: north-maluku, set", "target: java, set", "path-refused"),
    "path too dear": (
        "set: [100 mn USD], sources: [H075]",
        "set: [90 bn USD], sources: [H075]",
        "path-refused",
    ),
    "path outside the years": ("2012:\n        line", "1999:\n        line", "outside-level"),
    "window outside the years": (
        "when: {first: 2018, last: 2018}",
        "when: {first: 2018, last: 2040}",
        "outside-level",
    ),
    "window backwards": (
        "when: {first: 2021, last: 2024}",
        "when: {first: 2024, last: 2021}",
        "empty-window",
    ),
    "unknown figure": ("nickel/leak >= 8 kt", "nickel/leek >= 8 kt", "unknown-figure"),
    "wrong unit of a figure": ("nickel/leak >= 8 kt", "nickel/leak >= 8 %", "wrong-unit"),
    "no condition": ("nickel/leak >= 8 kt", "nickel/leak is large", "bad-condition"),
    "effect on money": (
        "figure: indonesia/credibility, amount: -2 %",
        "figure: indonesia/treasury, amount: -2 USD",
        "makes-from-nothing",
    ),
    "effect on a flow": (
        "figure: indonesia/credibility, amount: -2 %",
        "figure: indonesia/nickel/mined, amount: -2 kt",
        "effect-on-flow",
    ),
    "event after nothing": ("after: eu-panel", "after: eu-pannel", "unknown-event"),
    "event too late": ("delay: 2\n", "delay: 50\n", "never-fires"),
    "dated with conditions": (
        "kind: dated\n",
        "kind: dated\n    conditions: [indonesia/trust >= 10 %]\n",
        "dated-with-conditions",
    ),
    "unknown term": ("coal: {grid: [0, 1]", "cole: {grid: [0, 1]", "unknown-term"),
    "offered off the grid": ("offered: 40, worth", "offered: 41, worth", "off-grid"),
    "grid out of order": ("grid: [20, 30, 40, 60, 80]", "grid: [20, 40, 30, 60, 80]", "grid-order"),
    "plant without feed": (
        "      feed: {grid: [20, 30, 40, 60, 80], offered: 40, worth: 2 %}\n",
        "",
        "incomplete-plant",
    ),
    "weights": ("mandates:\n", ONE_MORE_MANDATE, "weights-sum"),
    "shares above all": ("weight: {is: 65 %,", "weight: {is: 95 %,", "more-than-all"),
    "unknown parameter": (
        "anchors:\n",
        "parameters:\n  mine_taxes: {set: 20 %, note: a longer reason}\nanchors:\n",
        "unknown-parameter",
    ),
    "parameter out of range": (
        "anchors:\n",
        "parameters:\n  mine_tax: {set: 90 %, note: a longer reason}\nanchors:\n",
        "out-of-range",
    ),
    "prediction never asked": ("    lever: export_ban\n", "", "never-asked"),
    "unknown figure of a prediction": (
        "figure: indonesia/nickel/owner_share\n",
        "figure: indonesia/nickel/owner\n",
        "unknown-figure",
    ),
    "costs swapped": ("cost_low: {is: 950 USD/t", "cost_low: {is: 2950 USD/t", "costs-swapped"),
    "no English": ('{en: "Exit question, on paper."}', "{id: Soal}", "missing-text"),
    "unknown source in a text": ("that peak. [H020]", "that peak. [H999]", "unknown-source"),
    "unknown source of a number": (
        "source: [F059, F061, H067]",
        "source: [F059, F999, H067]",
        "unknown-source",
    ),
    "unknown source of an event": (
        "sources: [F127, F128]",
        "sources: [F127, F999]",
        "unknown-source",
    ),
    "documents without a fact": (
        "knowledge: documents\n    sources: [F127, F128]",
        "knowledge: documents\n    sources: [H020]",
        "knowledge-without-source",
    ),
    "weak source without a range": (
        "low: 1306 kt/year, high: 1398 kt/year, year",
        "year",
        "weak-without-range",
    ),
    "no such answer": ("    right: 2\n", "    right: 5\n", "no-such-answer"),
    "advice outside its doubt": ("at: 35\n", "at: 75\n", "advice-outside-doubt"),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_found_with_its_code(tmp_path: Path, slip: tuple[str, str, str]) -> None:
    old, new, code = slip
    path = level_text.copy_with(tmp_path, (old, new))
    report = check_file(path)
    found = [problem for problem in report.problems if problem.code == code]
    assert found, [problem.render() for problem in report.problems]
    assert not report.ok
    assert all(problem.what and problem.why and problem.remedy for problem in found)


PLACES = {
    "unknown key": ("minutes: 25", "minuts: 25", "minuts: 25", "did you mean `minutes`?"),
    "number": ("treasury: 600 mn USD", "treasury: 600 kt", "treasury: 600 kt", "USD"),
    "lever": ("[export_quota,", "[export_quotas,", "export_quotas", "`export_quota`"),
    "figure": ("nickel/leak >= 8", "nickel/leek >= 8", "nickel/leek", "indonesia/nickel/leak"),
    "order": ("set: [20 %]", "set: [21 %]", "set: [21 %]", "levers"),
    "event": ("after: eu-panel", "after: eu-pannel", "eu-pannel", "`eu-panel`"),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_slip_is_placed_and_its_remedy_named(
    tmp_path: Path, place: tuple[str, str, str, str]
) -> None:
    old, new, on_line, remedy = place
    path = level_text.copy_with(tmp_path, (old, new))
    first = next(x for x in check_file(path).problems if x.severity is Severity.ERROR)
    assert first.line == level_text.line_of(path, on_line)
    assert first.file.endswith("indonesia-nickel.yaml")
    assert remedy in first.remedy


def test_several_slips_are_found_in_one_run(tmp_path: Path) -> None:
    path = level_text.copy_with(
        tmp_path,
        ("seats: [indonesia]", "seats: [indonesa]"),
        ("mandates:\n", ONE_MORE_MANDATE),
        ("after: eu-panel", "after: eu-pannel"),
        ("[export_quota,", "[export_quotas,"),
    )
    codes = {problem.code for problem in check_file(path).problems}
    assert codes == {"unknown-state", "weights-sum", "unknown-event", "unknown-lever"}


def test_an_error_in_the_atlas_is_placed_in_the_atlas(tmp_path: Path) -> None:
    path = level_text.copy_with(tmp_path, ("partners:\n  china:", "partners:\n  chinax:"))
    found = [problem for problem in check_file(path).problems if problem.code == "missing-key"]
    assert found
    assert all(problem.line == level_text.line_of(path, "chinax:") for problem in found)


def test_the_shipped_levels_pass_and_every_number_is_traced() -> None:
    report = check_paths([CAMPAIGN_FOLDER.parent])
    errors = [x.render() for x in report.problems if x.severity is Severity.ERROR]
    assert errors == []
    assert report.ok
    assert "indonesia-nickel" in report.levels
    assert report.traced == report.numbers > 150


def test_the_first_level_passes_without_a_warning() -> None:
    assert [problem.render() for problem in check_paths(["indonesia-nickel"]).problems] == []


def test_an_untraced_number_is_counted_and_reported(tmp_path: Path) -> None:
    reason = (
        "because: Half marks lie near the middle of what trial games with very different plans "
        "reached.\n  "
    )
    path = level_text.copy_with(tmp_path, (reason, ""))
    report = check_file(path)
    found = [problem for problem in report.problems if problem.code == "untraced"]
    assert report.numbers - report.traced == 5
    assert [problem.severity for problem in found] == [Severity.WARNING]
    assert "4 more" in found[0].what
    assert "`anchors:`" in found[0].remedy


SMALL = ("{is: 20 Mt, kind", "{is: 1 Mt, kind")
ACCEPT = "\naccept:\n  - {{code: {code}, reason: The mines did run out in this test.}}\n"


def test_a_warning_can_be_accepted_with_a_reason(tmp_path: Path) -> None:
    path = level_text.copy_with(tmp_path, SMALL)
    assert "small-reserves" in {problem.code for problem in check_file(path).problems}
    accepted = ("\naccept:\n", ACCEPT.format(code="small-reserves"))
    path = level_text.copy_with(tmp_path, SMALL, accepted)
    codes = {problem.code for problem in check_file(path).problems}
    assert not codes & {"small-reserves", "unused-accept"}


def without_block(text: str, begin: str, end: str) -> str:
    """The text without everything from one mark up to the next."""
    return text[: text.index(begin)] + text[text.index(end) :]


def test_a_lever_without_anything_to_act_on_is_a_warning(tmp_path: Path) -> None:
    text = without_block(level_text.shipped_text(), "offers:\n", "events:\n")
    path = tmp_path / "indonesia-nickel.yaml"
    path.write_text(text, encoding="utf-8")
    dead = [problem for problem in check_file(path).problems if problem.code == "dead-lever"]
    assert [problem.severity for problem in dead] == [Severity.WARNING]
    assert "`answer_offer`" in dead[0].what
    assert dead[0].line == level_text.line_of(path, "answer_offer]")


def test_years_without_a_price_are_a_warning(tmp_path: Path) -> None:
    path = level_text.copy_with(tmp_path, ("turns: 16\n", "turns: 18\n"))
    (gap,) = [problem for problem in check_file(path).problems if problem.code == "price-gap"]
    assert "2025, 2026" in gap.what
    assert gap.severity is Severity.WARNING


@pytest.mark.parametrize("written", ["10 years", "10"])
def test_a_count_may_carry_its_unit(tmp_path: Path, written: str) -> None:
    path = level_text.copy_with(tmp_path, ("nickel/leak >= 8 kt", f"nickel/holiday >= {written}"))
    event = next(x for x in load_level(path).level.events if x.id == "hidden-cargo")
    assert event.conditions[1].value == 10


def test_a_title_too_long_for_the_list_is_a_warning(tmp_path: Path) -> None:
    path = level_text.copy_with(tmp_path, ('{en: "Nickel: close', f'{{en: "{"Nickel " * 10}'))
    assert "long-title" in {problem.code for problem in check_file(path).problems}


STARTS = {
    "plants-without-ore": ("feed: {is: 20 kt/year", "feed: {is: 900 kt/year"),
    "unbalanced-start": ("start: {is: 1352 kt/year, kind", "start: {is: 700 kt/year, kind"),
}


@pytest.mark.parametrize("code", STARTS)
def test_a_strange_first_day_is_a_warning(tmp_path: Path, code: str) -> None:
    old, new = STARTS[code]
    without_range = ", low: 15 kt/year, high: 60 kt/year", ""
    other = ", low: 1306 kt/year, high: 1398 kt/year", ", low: 600 kt/year"
    path = level_text.copy_with(tmp_path, (old, new), without_range, other)
    found = [problem for problem in check_file(path).problems if problem.code == code]
    assert [problem.severity for problem in found] == [Severity.WARNING]


def test_an_acceptance_without_a_warning_is_reported(tmp_path: Path) -> None:
    path = level_text.copy_with(tmp_path, ("\naccept:\n", ACCEPT.format(code="small-reserves")))
    assert "unused-accept" in {problem.code for problem in check_file(path).problems}


def test_an_error_cannot_be_accepted(tmp_path: Path) -> None:
    slip = ("mandates:\n", ONE_MORE_MANDATE)
    path = level_text.copy_with(tmp_path, slip, ("\naccept:\n", ACCEPT.format(code="weights-sum")))
    assert "weights-sum" in {problem.code for problem in check_file(path).problems}


def test_a_level_without_goals_is_an_error(tmp_path: Path) -> None:
    text = level_text.shipped_text()
    begin, end = text.index("goals:\n"), text.index("start: 2009")
    path = tmp_path / "indonesia-nickel.yaml"
    path.write_text(text[:begin] + text[end:], encoding="utf-8")
    assert [x.code for x in check_file(path).problems if x.severity == "error"] == ["missing-goal"]
    assert load_level(path).level.turns == 16


def test_a_level_without_debrief_questions_is_an_error(tmp_path: Path) -> None:
    path = level_text.copy_with(tmp_path, ("  questions:\n", "  feelings:\n"))
    assert "missing-debrief" in {problem.code for problem in check_file(path).problems}


def test_a_missing_adviser_is_a_warning(tmp_path: Path) -> None:
    slip = ("    province:\n      briefing:", "    province:\n      royalty:")
    found = check_file(level_text.copy_with(tmp_path, slip)).problems
    assert [x.severity for x in found if x.code == "missing-adviser"] == [Severity.WARNING]


# ---- random damage -------------------------------------------------------------------------


def _damaged(lines: list[str], luck: random.Random) -> list[str]:
    """The lines with one slip of a person's hand."""
    index = luck.randrange(len(lines))
    line = lines[index]
    kind = luck.choice(["drop", "twice", "indent", "colon", "digit", "swap"])
    if kind == "drop":
        return lines[:index] + lines[index + 1 :]
    if kind == "twice":
        return [*lines[: index + 1], line, *lines[index + 1 :]]
    if kind == "swap" and index:
        return [*lines[: index - 1], line, lines[index - 1], *lines[index + 1 :]]
    changed = {
        "indent": "  " + line,
        "colon": line.replace(":", "", 1),
        "digit": line.replace("0", "9", 1).replace("2", "x", 1),
        "swap": line[::-1],
    }
    return [*lines[:index], changed[kind], *lines[index + 1 :]]


@pytest.mark.parametrize("number", range(40))
def test_random_damage_never_crashes_and_names_file_and_line(tmp_path: Path, number: int) -> None:
    luck = random.Random(number)
    lines = level_text.shipped_text().splitlines()
    path = tmp_path / "indonesia-nickel.yaml"
    path.write_text("\n".join(_damaged(lines, luck)) + "\n", encoding="utf-8")
    for problem in check_file(path).problems:
        assert problem.file.endswith(".yaml")
        assert problem.line >= 1
        assert problem.what
        assert problem.why
        assert problem.remedy


# ---- the library ---------------------------------------------------------------------------


def test_an_unknown_level_is_refused_with_the_nearest_id() -> None:
    with pytest.raises(LevelError) as caught:
        load_level("indonesia-nickl")
    (problem,) = caught.value.problems
    assert problem.code == "unknown-level"
    assert "indonesia-nickel" in problem.remedy


def test_a_missing_file_is_one_plain_problem(tmp_path: Path) -> None:
    with pytest.raises(LevelError) as caught:
        load_level(tmp_path / "none.yaml")
    assert len(caught.value.problems) == 1


def test_a_folder_without_levels_is_reported(tmp_path: Path) -> None:
    assert [problem.code for problem in check_paths([tmp_path]).problems] == ["no-levels"]
    assert [problem.code for problem in check_paths(["no-such-level"]).problems] == [
        "unknown-level"
    ]


def test_levels_are_found_by_id_and_by_path() -> None:
    assert "indonesia-nickel" in level_ids()
    by_id = load_level("indonesia-nickel")
    by_path = load_level(find_level("indonesia-nickel"))
    assert by_id.level.digest == by_path.level.digest
    assert by_id.path.is_absolute()


def test_the_list_of_levels_shows_a_broken_one_with_its_first_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    level_text.copy_with(tmp_path)
    (tmp_path / "broken.yaml").write_text("id: [\n", encoding="utf-8")
    monkeypatch.setattr("game.content.library.CAMPAIGN_FOLDER", tmp_path)
    broken, sound = list_levels()
    assert broken.id == "broken"
    assert broken.problem is not None
    assert broken.problem.line >= 1
    assert broken.problem_count >= 1
    assert sound.problem is None
    assert sound.title["en"] == "Nickel: close the port?"


def test_a_level_with_errors_does_not_load_and_says_all_of_them(tmp_path: Path) -> None:
    path = level_text.copy_with(
        tmp_path, ("seats: [indonesia]", "seats: [java]"), ("owner: outside", "owner: brazil")
    )
    with pytest.raises(LevelError) as caught:
        load_level(path)
    assert [problem.code for problem in caught.value.problems] == ["unknown-state", "unknown-owner"]
