"""The reading grade follows the published formula, and warns where a text is too hard."""

from pathlib import Path

import pytest

from game.content.checks.grade import reading_grade, syllables, words_in
from game.content.checks.levels import check_file
from game.content.starting import new_level_text

HARD = (
    "Notwithstanding considerable institutional heterogeneity, multilateral organisations "
    "systematically underestimate environmental externalities associated with beneficiation."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ore", 1), ("plant", 1), ("mined", 1), ("sold", 1), ("share", 1), ("prices", 2),
        ("smelter", 2), ("table", 2), ("needed", 2), ("treasury", 3), ("alumina", 4),
        ("environment", 4), ("royalty", 3), ("village", 2), ("export", 2), ("partners", 2),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_formula() -> None:
    grade = reading_grade(["Ore pays today. The port may close soon."])
    # 8 words, 2 sentences, 9 syllables
    assert grade == pytest.approx(0.39 * 4 + 11.8 * 9 / 8 - 15.59)
    assert reading_grade(["", "[H103]", "2014"]) is None
    assert words_in("Ore pays today. [H103] [F065]") == 3


def test_hard_texts_are_told_at_their_line(tmp_path: Path) -> None:
    text = new_level_text("hard-words")
    path = tmp_path / "hard-words.yaml"
    easy = 'en: "Pits and dredges on Bangka dig most of the country\'s tin. One old smelter works."'
    assert easy in text
    path.write_text(text.replace(easy, f'en: "{HARD}"'), encoding="utf-8")
    ((code, line),) = [(x.code, x.line) for x in check_file(path).problems]
    assert code == "hard-to-read"
    assert "heterogeneity" in path.read_text(encoding="utf-8").splitlines()[line - 1]
