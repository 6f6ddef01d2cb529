"""Export controls, know-how, inputs, families and plans are read from a level file and checked."""

from pathlib import Path

import pytest

from game.content.checks.levels import check_file
from game.content.library import load_level

LEVEL = Path(__file__).resolve().parents[2] / "levels/proving/malaysia-heavy-separation.yaml"
TEXT = LEVEL.read_text(encoding="utf-8")
METAL = "heavy-rare-earths"


def codes(tmp_path: Path, old: str, new: str) -> list[str]:
    assert old in TEXT
    path = tmp_path / "changed.yaml"
    text = TEXT.replace(old, new)
    if new.endswith(","):  # a number outside its own range would be the first mistake
        start = text.index(new) + len(new)
        end = text.index("note:", start)
        text = text[:start] + " kind: game, " + text[end:]
    path.write_text(text, encoding="utf-8")
    return [problem.code for problem in check_file(path).problems]


def test_the_level_gives_the_engine_what_it_says() -> None:
    level = load_level(LEVEL).level
    control, separation = level.minerals[0].control, level.minerals[0].separation
    assert control is not None
    assert separation is not None
    assert (control.holder, control.inside, control.technology_ban) == ("china", 6_000, True)
    assert (control.cost_low, control.cost_high) == (5_600_000, 8_400_000)
    assert (separation.first_yield, separation.learning) == (5_000, 2_000_000)
    chain = level.states[0].chains[0]
    assert chain.inputs is not None
    assert (chain.know_how, chain.inputs.dependence, chain.inputs.stock) == (2_500, 8_000, 3)
    assert level.families == ("asean", "china", "oecd")
    assert {x.id: x.family for x in level.partners}["japan"] == "oecd"


def test_a_plan_goes_straight_from_date_to_date_and_then_stays() -> None:
    level = load_level(LEVEL).level
    path = next(x for x in level.rivals if x.id == "china-clay").path
    assert path[0] == 16_000_000
    assert path[6] == 17_000_000  # the middle of 2025, half of the way to 18 kt in 2027
    assert path[12] == 18_000_000
    assert path[20] == 24_000_000  # half of the way from 2027 to 2031
    assert set(path[28:]) == {30_000_000}
    assert len(path) == len(level.minerals[0].demand)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("holder: china", "holder: chile", "unknown-partner"),
        ("partner: china\n          dep", "partner: chile\n          dep", "unknown-partner"),
        ("family: oecd", "family: oced", "unknown-family"),
        ("cost_low: {is: 56000 USD/t,", "cost_low: {is: 96000 USD/t,", "costs-swapped"),
        ("ceiling: {is: 6 kt/year,", "ceiling: {is: 400 t/year,", "ceiling-too-low"),
        ("      2027: {is: 18 kt/year", "      2024: {is: 18 kt/year", "plan-too-early"),
        ("2031: {is: 30 kt/year,", "2031: {is: 3 kt/year,", "plan-collapses"),
        ("  kachin-clay:", "  control:", "reserved-id"),
        ("when_short:\n      heavy", "when_short:\n      heavier", "unknown-mineral"),
    ],
)
def test_each_mistake_has_its_code(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert code in codes(tmp_path, old, new)
