"""A level as a lesson: every level has one, with all that a teacher needs."""

import re
from pathlib import Path

import pytest

from game.cli import main
from game.cli.codex import sources_of
from game.content.library import level_ids, load_level
from game.text.catalogue import Catalogue
from game.text.describe import Words
from game.text.lesson import Lesson, lesson_lines, lesson_of, lesson_page

NEEDED = (
    "The lesson",
    "What pupils learn",
    "The dilemma",
    "What to look out for",
    "Questions to discuss",
    "Quiz",
    "What the model leaves out",
    "Homework",
)


def lesson(name: str) -> tuple[Lesson, Words]:
    loaded = load_level(name)
    words = Words(Catalogue(), loaded.level, dict(loaded.text()))
    return lesson_of(words), words


@pytest.mark.parametrize("name", level_ids())
def test_a_level_of_the_campaign_is_a_whole_lesson(name: str) -> None:
    found, words = lesson(name)
    headings = [sheet.heading for sheet in found.teacher]
    assert [x for x in NEEDED if x not in headings] == []
    minutes = [int(first) for first, _ in found.teacher[0].rows[1:]]
    assert sum(minutes) == 50
    log = next(sheet for sheet in found.handout if sheet.heading == "Our decisions")
    assert len(log.rows) == words.level.turns + 1
    assert all(second == "" for _, second in log.rows[1:])
    assert found.handout[-1].heading == "Exit question"


def test_the_quiz_tells_its_teacher_which_answer_is_right() -> None:
    found, words = lesson("laos-copper")
    quiz = next(sheet for sheet in found.teacher if sheet.heading == "Quiz")
    for number, item in enumerate(quiz.items, 1):
        letter = chr(64 + int(words.names.text(f"quiz.{number}.right")))
        assert item.endswith(f"(Right: {letter})")
    assert not any("Right:" in text for sheet in found.handout for text in sheet.items)


def test_a_text_of_a_level_cannot_become_part_of_the_page() -> None:
    loaded = load_level("laos-copper")
    texts = dict(loaded.text()) | {"brief.dilemma": "<script>alert(1)</script> & more"}
    words = Words(Catalogue(), loaded.level, texts)
    page = lesson_page(lesson_of(words), "en", sources_of(loaded.text(), loaded.references))
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page


def test_every_citation_of_the_page_leads_to_a_source() -> None:
    loaded = load_level("indonesia-nickel")
    found, _ = lesson("indonesia-nickel")
    page = lesson_page(found, "en", sources_of(loaded.text(), loaded.references))
    cited = set(re.findall(r'href="#source-(\d+)"', page))
    assert cited
    assert cited <= set(re.findall(r'id="source-(\d+)"', page))


def test_what_a_level_does_not_say_is_left_out() -> None:
    loaded = load_level("laos-copper")
    kept = {k: v for k, v in loaded.text().items() if not k.startswith(("teaching.", "quiz."))}
    found = lesson_of(Words(Catalogue(), loaded.level, kept))
    headings = {sheet.heading for sheet in found.teacher}
    assert headings & {"The lesson", "Quiz", "Homework"} == set()
    assert list(lesson_lines(found, ()))[0] == "Lesson: Rails for concentrate"


def test_the_command_prints_a_lesson_or_writes_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lesson", "vietnam-bauxite"]) == 0
    printed = capsys.readouterr().out
    assert "The red plateau" in printed.splitlines()[0]
    assert "Exit question" in printed
    out = tmp_path / "lesson.html"
    assert main(["lesson", "vietnam-bauxite", "--html", str(out)]) == 0
    assert capsys.readouterr().out == f"Written to {out}.\n"
    assert '<section class="handout">' in out.read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "no" / "lesson.html"
    assert main(["lesson", "vietnam-bauxite", "--html", str(out)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
