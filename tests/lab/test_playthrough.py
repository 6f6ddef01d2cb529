"""What only playing shows: each warning comes when it should, and not otherwise."""

from pathlib import Path

import pytest

from game.content.starting import STARTER
from game.lab.levels import playthrough
from game.lab.levels.playthrough import play_through

TEXT = STARTER.read_text(encoding="utf-8")
NEVER = "    when: {first: 2011, last: 2019}\n    conditions: [indonesia/bangka/grievance >= 35 %]"


def codes(folder: Path, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """The codes and lines of a changed copy of the starting level."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "tin-islands.yaml"
    path.write_text(text, encoding="utf-8")
    lines = text.splitlines()
    return [(x.code, lines[x.line - 1].strip()) for x in play_through(path)]


def test_the_starting_level_is_met_whole(tmp_path: Path) -> None:
    assert codes(tmp_path) == []


def test_an_event_that_nobody_meets(tmp_path: Path) -> None:
    rarer = NEVER.replace("35 %", "99 %")
    ((code, line),) = codes(tmp_path, (NEVER, rarer))
    assert (code, line) == ("event-not-seen", "because: Size and chance are assumed.")


def test_an_offer_that_nobody_gets(tmp_path: Path) -> None:
    found = codes(tmp_path, ("infrastructure >= 40 %", "infrastructure >= 100 %"))
    assert [code for code, _ in found] == ["offer-not-seen"]


def test_levers_that_move_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen too early, before a turn has passed, no lever has moved anything yet."""
    monkeypatch.setattr(playthrough, "LOOK_AHEAD", 0)
    found = codes(tmp_path)
    assert {code for code, _ in found} == {"lever-without-effect"}
    assert len(found) >= 12


def aim(condition: str) -> tuple[str, str]:
    weights = '    line: {en: "Plants at home, and soon."}\n'
    return weights, weights + f"    aims:\n      far: {{line: {{en: Far}}, holds: [{condition}]}}\n"


def test_an_aim_out_of_reach(tmp_path: Path) -> None:
    found = codes(tmp_path, aim("indonesia/tin/plant_feed >= 900 kt/year"))
    assert [code for code, _ in found] == ["unreached-aim"]
    assert codes(tmp_path, aim("indonesia/tin/plant_feed >= 20 kt/year")) == []


@pytest.mark.parametrize("minutes", [5, 200])
def test_minutes_that_are_not_likely(tmp_path: Path, minutes: int) -> None:
    found = codes(tmp_path, ("minutes: 20", f"minutes: {minutes}"))
    assert found == [("unlikely-minutes", f"minutes: {minutes}")]


def test_a_warning_with_a_reason_is_silent(tmp_path: Path) -> None:
    accepted = "\naccept:\n  - {code: unlikely-minutes, reason: Our class is quick.}\n"
    changes = (("minutes: 20", "minutes: 5"), ("\n# ---- warnings", accepted + "\n# ---- warnings"))
    assert codes(tmp_path, *changes) == []
