"""What an instructor types wrong in a copied level: one message, at the right line, that helps.

Each slip has one root cause, so there is one message: its line, its code, and words of the remedy
without which a person would not know what to do. Baselines of a copy are stale by nature.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from game.content.checks.levels import check_file
from game.content.faults import MAX_PROBLEMS, Problem
from game.content.numbers.units import UnknownUnit, parse_unit


def _load(name: str) -> ModuleType:
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


level_text = _load("level_text")


@dataclass(frozen=True, slots=True)
class Slip:
    """`old` becomes `new`; the message stands on the line that then holds `on_line`."""

    old: str
    new: str
    on_line: str
    code: str
    remedy: str


MONEY = "    treasury: 600 mn USD\n"
TRUST = "    trust: 50 %\n    enforcement: 30"
MINERS = "    headline: {en: Miners march as pits fall silent}\n"
MINERS_LINE = (
    '    line: {en: "With the port closed and few plants at home, crews are sent away. [H066]"}'
)
LOSS = "{do: add, figure: indonesia/trust, amount: -3 %}"
LENDER = "[indonesia/nickel/closed >= 75 %]\n    seat"
BAN = "- {order: export_ban, target: nickel.ore, set: [100 %, 1 turn], sources: [H103]}"


def money(new: str, code: str, remedy: str) -> Slip:
    """A slip in the treasury of the first day."""
    return Slip(MONEY, f"    {new}\n", new.strip(), code, remedy)


def trust(new: str, code: str, remedy: str) -> Slip:
    """A slip in a share."""
    return Slip(TRUST, f"    trust: {new}\n    enforcement: 30", f"trust: {new}", code, remedy)


SLIPS = {
    # indentation
    "one space too many": money(" treasury: 600 mn USD", "indentation", "the line above"),
    "indented with a tab": money("\ttreasury: 600 mn USD", "tab-indent", "two spaces"),
    "indented with copied spaces": money(
        "\u00a0\u00a0treasury: 600 mn USD", "odd-space", "type the spaces"
    ),
    "hyphen without a space": Slip(
        '    - {en: "No plan is', '    -{en: "No plan is', "-{en:", "indentation", "line above"
    ),
    # keys
    "typing slip in a key": money("tresury: 600 mn USD", "unknown-key", "`treasury`"),
    "key twice": Slip(
        TRUST, f"    trust: 55 %\n{TRUST}", "trust: 50 %", "duplicate-key", "remove or rename"
    ),
    "event with the name of another": Slip(
        "  miners-protest:\n", "  price-slump:\n", "!duplicate", "duplicate-key", "rename"
    ),
    "no colon": Slip("turns: 16", "turns 16", "turns 16", "missing-colon", "colon and a space"),
    # units
    "wrong unit": money("treasury: 600 mn t", "wrong-unit", "`mn USD`"),
    "no unit": money("treasury: 600", "missing-unit", "`600 mn USD`"),
    "money of another country": money("treasury: 600 mn EUR", "unknown-unit", "USD"),
    "dollars": money("treasury: 600 million dollars", "unknown-unit", "`USD`"),
    "sign before the number": money("treasury: $600 mn", "bad-quantity", "`600 mn USD`"),
    "M for million": money("treasury: 600 M USD", "unknown-unit", "`mn USD`"),
    "negative money": money("treasury: -600 mn USD", "out-of-range", "at least 0 USD"),
    "percent without its sign": trust("50", "missing-unit", "`50 %`"),
    "percent in letters": trust("50 percent", "unknown-unit", "`%`"),
    "remark behind the value": trust("50 % // guess", "unknown-unit", "` #`"),
    "decimal comma": trust("12,5 %", "bad-quantity", "`12.5 %`"),
    "more than all": trust("130 %", "out-of-range", "at most 100 %"),
    "effect without its sign": Slip(
        LOSS, LOSS.replace("-3 %", "-3"), "amount: -3}", "missing-unit", "`-3 %`"
    ),
    "long minus": Slip(
        LOSS, LOSS.replace("-3", "\u22123"), "amount: \u22123", "bad-quantity", "hyphen"
    ),
    "condition without its sign": Slip(
        LENDER, LENDER.replace("75 %", "75"), "closed >= 75]", "missing-unit", "`75 %`"
    ),
    "tonnes per year in words": Slip(
        "{is: 80 kt/year", "{is: 80 kt per year", "80 kt per", "unknown-unit", "`kt/year`"
    ),
    "amount that is a flow": Slip(
        "{is: 80 kt/year", "{is: 80 kt", "is: 80 kt,", "wrong-unit", "`kt/year`"
    ),
    # digits
    "decimal comma in braces": Slip(
        "growth: {is: 4.5 %,", "growth: {is: 4,5 %,", "is: 4,5", "null-value", "`4.5 %`"
    ),
    "comma between thousands": Slip(
        "4500 mn USD/year", "4,500 mn USD/year", "4,500", "bad-quantity", "`4500 mn USD/year`"
    ),
    "points between thousands": Slip(
        "4500 mn USD/year", "4.500.000.000 USD/year", "4.500", "bad-quantity", "`4500000000 USD"
    ),
    "space between thousands": Slip(
        "4500 mn USD/year", "4 500 mn USD/year", "4 500", "bad-quantity", "`4500 mn USD/year`"
    ),
    "underscore between thousands": Slip(
        "80000 persons", "80_000 persons", "80_000", "bad-quantity", "`80000 persons`"
    ),
    "underscore in a plain number": Slip("turns: 16", "turns: 1_6", "1_6", "digit-separator", "16"),
    "range with a dash": Slip(
        "{is: 900 USD/t", "{is: 900\u2013950 USD/t", "900\u2013950", "bad-quantity", "`low:`"
    ),
    "unit where none is needed": Slip("minutes: 25", "minutes: 25 min", "25 min", "int-type", "25"),
    # texts
    "text missing": Slip(MINERS, "", "  miners-protest:", "missing-key", "`headline:`"),
    "text empty": Slip(
        MINERS, '    headline: {en: ""}\n', 'headline: {en: ""}', "string-too-short", "write the"
    ),
    "text without a language": Slip(
        MINERS, "    headline: Miners march\n", "headline: Miners", "dict-type", '{en: "Miners'
    ),
    "closing quote forgotten": Slip(
        MINERS_LINE, MINERS_LINE[:-2] + "}", "few plants at home", "open-bracket", "double quotes"
    ),
    "both quotes forgotten": Slip(
        MINERS_LINE,
        MINERS_LINE.replace('"', ""),
        "few plants at home",
        "open-bracket",
        "double quotes",
    ),
    "comma without quotes": Slip(
        MINERS,
        "    headline: {en: Miners march, pits fall silent}\n",
        "Miners march",
        "null-value",
        "straight quotes",
    ),
    "colon without quotes": Slip(
        MINERS, "    headline: {en: News: a march}\n", "News:", "open-bracket", "double quotes"
    ),
    "brace forgotten": Slip(
        "    name: {en: Industrialiser}",
        "    name: {en: Industrialiser",
        "Industrialiser",
        "open-bracket",
        "close the bracket",
    ),
    # yes and no
    "yes": Slip("        coal: true", "        coal: yes", "coal: yes", "ambiguous-bool", "true"),
    "on": Slip("repeats: true", "repeats: on", "repeats: on", "ambiguous-bool", "true"),
    # names
    "unknown partner": Slip(
        "partner: japan\n", "partner: jappan\n", "jappan", "unknown-partner", "`japan`"
    ),
    "state misspelt": Slip(
        "states:\n  indonesia:",
        "states:\n  indonesai:",
        "  indonesai:",
        "missing-key",
        "`indonesia`?",
    ),
    "parameter with a unit": Slip(
        "anchors:\n",
        "parameters:\n  lead_months: {set: 120 months, note: a longer reason}\nanchors:\n",
        "  lead_months:",
        "wrong-unit",
        "write the number alone",
    ),
    "partner that the atlas lacks": Slip(
        "  japan:\n    weight", "  brazil:\n    weight", "  brazil:", "missing-key", "the atlas has"
    ),
    "spaces and capitals in the id": Slip(
        "id: indonesia-nickel", "id: My Nickel", "id: My", "string-pattern-mismatch", "`my-nickel`"
    ),
    "lever with a space": Slip(
        "1: [export_ban,", "1: [export ban,", "[export ban", "unknown-lever", "`export_ban`"
    ),
    "unknown source in a text": Slip(
        "that peak. [H020]", "that peak. [F999]", "[F999]", "unknown-source", "facts.yaml"
    ),
    "unknown source in a list": Slip(
        "sources: [F169, F064]", "sources: [F169, F964]", "F964", "unknown-source", "facts.yaml"
    ),
    "section line deleted": Slip(
        "\nmandates:\n", "\n", "  industrialiser:", "wrong-section", "`mandates:`"
    ),
    "optional section line deleted": Slip(
        "\nevents:\n", "\n", "  steel-boom:", "wrong-section", "`events:`"
    ),
    # meaning
    "year outside the level": Slip(
        "{first: 2016, last: 2016}", "{first: 2006, last: 2006}", "2006", "outside-level", "year"
    ),
    "event that needs two things at once": Slip(
        LENDER,
        LENDER.replace("]", ", indonesia/nickel/closed < 50 %]"),
        "closed < 50 %]",
        "never-true",
        "change the number",
    ),
    "event that needs more than all": Slip(
        LENDER, LENDER.replace("75", "175"), "175 %", "never-true", "change the number"
    ),
    "event without a chance": Slip(
        "    chance: 80 %\n", "    chance: 0 %\n", "chance: 0 %", "never-fires", "`50 %`"
    ),
    "sign the wrong way round": Slip(
        LENDER, LENDER.replace(">=", "=>"), "=> 75", "bad-condition", ">="
    ),
    "weights of 95": Slip(
        "autonomy: 10, standing: 10}", "autonomy: 5, standing: 10}", "y: 5, s", "weights-sum", "5"
    ),
    "offered value off the grid": Slip(
        "[20, 30, 40, 60, 80], offered", "[20, 30, 60, 80], offered", "60, 80]", "off-grid", "step"
    ),
    "only one reason of a prediction left": Slip(
        level_text.shipped_text().partition("      pits-without-buyers:")[2].partition("  who-")[0],
        "\n",
        "      plants-take-ore:",
        "too-short",
        "at least 2 entries",
    ),
    "ban of the whole chain": Slip(
        BAN,
        BAN.replace("nickel.ore", "nickel"),
        "target: nickel, set: [100",
        "path-refused",
        "targets",
    ),
    "ban without its notice": Slip(
        BAN, BAN.replace(", 1 turn", ""), "set: [100 %]", "path-refused", "steps"
    ),
}


def findings(path: Path) -> list[Problem]:
    """What `check` says, without the stale baseline that every changed number brings."""
    return [x for x in check_file(path).problems if x.code != "stale-baseline"]


def line_of(path: Path, slip: Slip) -> int:
    """The line at fault: where a text stands, or where a name stands for the second time."""
    if slip.on_line != "!duplicate":
        return int(level_text.line_of(path, slip.on_line))
    lines = path.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if slip.new.strip() in line][1]


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_gives_one_message_that_helps(tmp_path: Path, slip: Slip) -> None:
    old = slip.old
    if slip.code == "too-short":
        old = "      pits-without-buyers:" + old
    path = level_text.copy_with(tmp_path, (old, slip.new))
    (problem,) = findings(path)
    assert problem.code == slip.code
    if slip.code != "too-short":  # the line of the first reason is where the list begins
        assert problem.line == line_of(path, slip)
    assert slip.remedy in problem.remedy
    for internal in ("bp", "kg/year", "dictionary", "^[a-z]", "Input", "input"):
        assert internal not in f"{problem.what} {problem.why} {problem.remedy}".split()


def test_a_dropped_name_line_is_seen_by_the_keys_that_then_stand_twice(tmp_path: Path) -> None:
    path = level_text.copy_with(tmp_path, ("      north-maluku:\n        infra", "        infra"))
    found = findings(path)
    assert {problem.code for problem in found} == {"duplicate-key"}
    lines = path.read_text(encoding="utf-8").splitlines()
    second = [at for at, line in enumerate(lines, 1) if line.startswith("        infra")][1]
    assert [problem.line for problem in found] == list(range(second, second + 4))


@pytest.mark.parametrize("change", ["\r\n", "bom", "two spaces", "no space", "other id"])
def test_harmless_ways_of_writing_are_accepted(tmp_path: Path, change: str) -> None:
    text = level_text.shipped_text()
    changed = {
        "\r\n": text.replace("\n", "\r\n"),
        "bom": "\ufeff" + text,
        "two spaces": text.replace("treasury: 600 mn USD", "treasury:  600  mn  USD"),
        "no space": text.replace("trust: 50 %", "trust: 50%"),
        "other id": text.replace("id: indonesia-nickel", "id: my-nickel"),
    }[change]
    assert changed != text
    path = tmp_path / "mine.yaml"
    path.write_text(changed, encoding="utf-8", newline="")
    assert findings(path) == []


def test_a_copy_is_told_to_calibrate_itself_and_not_the_shipped_level(tmp_path: Path) -> None:
    folder = tmp_path / "my levels"
    folder.mkdir()
    path = level_text.copy_with(folder, (MONEY, "    treasury: 700 mn USD\n"))
    (stale,) = [x for x in check_file(path).problems if x.code == "stale-baseline"]
    assert f'"{path}"' in stale.remedy


def test_every_unit_that_is_proposed_is_a_unit(tmp_path: Path) -> None:
    for written in ("600 dollars", "50 percent", "3 tonnes/yr", "900 usd per tonne", "6 Mio USD"):
        path = level_text.copy_with(tmp_path, (MONEY, f"    treasury: {written}\n"))
        (problem,) = findings(path)
        proposed = problem.remedy.split("`")[1].removeprefix("mn ")
        try:
            parse_unit(proposed)
        except UnknownUnit:
            pytest.fail(f"{written}: {problem.remedy}")


def test_a_file_that_is_broken_as_a_whole_gives_a_list_that_ends(tmp_path: Path) -> None:
    strange = "".join(f"  e{number}: {{zz: 1}}\n" for number in range(1_000))
    path = level_text.copy_with(tmp_path, ("\nevents:\n", f"\nevents:\n{strange}"))
    found = findings(path)
    assert len(found) == MAX_PROBLEMS + 1
    assert [x.code for x in found if x.code == "too-many-problems"] == ["too-many-problems"]
    assert found[-1].code == "too-many-problems"
