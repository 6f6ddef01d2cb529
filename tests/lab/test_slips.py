"""The checker finds slips of the pen where they are, in every shipped level.

A sample; `python main.py slips` makes 180 in each level.
"""

from pathlib import Path

import pytest

from game.content.library import PROGRAM_FOLDER, level_ids
from game.lab.levels.slips import AIM, slip_report, slips

FILES = sorted(
    [*PROGRAM_FOLDER.glob("levels/campaign/*.yaml"), *PROGRAM_FOLDER.glob("levels/starter/*.yaml")]
)


@pytest.mark.parametrize("path", FILES, ids=lambda x: x.stem)
def test_slips_are_found_at_their_line(path: Path) -> None:
    report = slip_report(path, 16 if len(FILES) > 6 else 24, seed=7)
    elsewhere = [problem.render() for x in report.verdicts for problem in x.wrong]
    assert len(elsewhere) <= 1, elsewhere
    assert report.mended == report.tried
    assert report.verdicts


def test_slips_are_many_kinds_and_each_is_one_change() -> None:
    text = FILES[0].read_text(encoding="utf-8")
    made = list(slips(text, 64, seed=3))
    assert len({slip.kind for slip in made}) >= 14
    assert len({slip.text for slip in made}) == len(made)
    assert all(slip.text != text for slip in made)


def test_a_checker_that_points_elsewhere_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure can fail: with every message at line 1 it falls far below the aim."""
    from dataclasses import replace

    from game.lab.levels import slips as module

    honest = module.check_file

    def at_the_top(path: Path) -> object:
        report = honest(path)
        return replace(report, problems=tuple(replace(x, line=1) for x in report.problems))

    monkeypatch.setattr(module, "check_file", at_the_top)
    report = slip_report(FILES[0], 16, seed=7)
    assert report.share < AIM // 2


def test_levels_to_slip_in_exist() -> None:
    assert {path.stem for path in FILES} >= set(level_ids())
