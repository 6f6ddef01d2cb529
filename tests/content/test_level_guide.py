"""The guide for instructors is true: its changes apply, pass, and break as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.content.checks.levels import check_file
from game.content.library import CAMPAIGN_FOLDER, load_level
from game.content.starting import new_level_text

FOLDER = CAMPAIGN_FOLDER.parents[1]
GUIDE = FOLDER / "docs" / "levels.md"
LESSON = FOLDER / "docs" / "instructors.md"


def blocks(kind: str) -> list[str]:
    """The fenced blocks of one kind in the guide."""
    return re.findall(rf"```{kind}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


def followed() -> str:
    """The new level after every change that the guide asks for."""
    text = new_level_text("my-tin")
    for block in blocks("diff"):
        lines = block.splitlines()
        old = "\n".join(line[1:] for line in lines if line.startswith("-"))
        new = "\n".join(line[1:] for line in lines if line.startswith("+"))
        assert f"\n{old}\n" in text, old
        text = text.replace(f"\n{old}\n", f"\n{new}\n", 1)
    (event,) = blocks("yaml")
    assert "\nevents:\n" in text
    return text.replace("\nevents:\n", f"\nevents:\n{event}", 1)


def test_the_guide_leads_to_a_level_that_passes(tmp_path: Path) -> None:
    path = tmp_path / "my-tin.yaml"
    path.write_text(followed(), encoding="utf-8")
    report = check_file(path)
    assert report.problems == ()
    assert report.traced == report.numbers
    level = load_level(path)
    assert level.level.id == "my-tin"
    assert "divers-protest" in {event.id for event in level.level.events}
    assert level.text("en")["level.title"] == "Tin: our class level"


def test_the_mistake_on_purpose_gives_the_message_in_the_guide(tmp_path: Path) -> None:
    path = tmp_path / "my-tin.yaml"
    event = followed().replace("amount: -2 %", "amount: -2", 1)
    path.write_text(event, encoding="utf-8")
    (problem,) = check_file(path).problems
    (shown,) = blocks("text")
    assert problem.render().rpartition("/")[2] == shown.strip().rpartition("/")[2]


ROW = re.compile(r"^\| `(?P<wrong>[a-z]+: [^`]+)` \| `(?P<right>[^`]+)` \|$", re.MULTILINE)


@pytest.mark.parametrize("row", ROW.findall(GUIDE.read_text(encoding="utf-8")))
def test_what_the_guide_warns_of_is_refused_and_its_cure_passes(
    tmp_path: Path, row: tuple[str, str]
) -> None:
    path = tmp_path / "my-tin.yaml"
    wrong, right = row
    key = right.partition(":")[0]
    text = followed()
    for value, refused in ((wrong, True), (right, False)):
        changed = re.sub(rf"(?m)^(    ){key}: .*$", lambda m, v=value: m[1] + v, text, count=1)
        assert (value in text) or changed != text
        path.write_text(changed, encoding="utf-8")
        assert (not check_file(path).ok) is refused, value


def test_the_lesson_asks_what_the_level_asks() -> None:
    """Questions, gaps and notes of the lesson plan are those of the level, word for word."""
    page = re.sub(r"\s+", " ", LESSON.read_text(encoding="utf-8"))
    texts = load_level("indonesia-nickel").text("en")
    taken = [
        re.sub(r"\s*\[[0-9]+\]", "", text)
        for key, text in texts.items()
        if key.startswith(("debrief.question.", "debrief.leaves_out", "debrief.exit_question"))
    ]
    assert len(taken) >= 11
    assert [text for text in taken if text not in page] == []
