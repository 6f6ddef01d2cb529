"""Ordinary files with one slip: every slip ends in findings that name a line, never in a crash."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.faults import LevelError
from game.content.file.reader import examine_bytes, read_document_bytes

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("levels/**/*.yaml"))

SAMPLE = """\
id: sample-level
title: {en: "Close the port?", id: "Tutup pelabuhan?"}
start: 2009
turns: 16
tags: [nickel, ore, "2014"]
market:
  price: 14648 USD/t
  share: 12.5 %
  buyers:
    - partner: china
      share: 60 %
    - partner: japan
      share: 25 %
briefing: >-
  Ore sells today. A ban could bring smelters
  in a few years.
events:
  - kind: dated
    on: 2014-01-12
    text: |
      The ban bites.
      Ships turn back.
  - kind: answer
    when: {ban: full, partner: 'eu'}
    accepted: true
"""


def dropped(lines: list[str], at: int) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def doubled(lines: list[str], at: int) -> list[str]:
    return [*lines[: at + 1], *lines[at:]]


def indented(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], " " + lines[at], *lines[at + 1 :]]


def outdented(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], lines[at].removeprefix(" "), *lines[at + 1 :]]


def tabbed(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], "\t" + lines[at], *lines[at + 1 :]]


def without_colon(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], lines[at].replace(":", "", 1), *lines[at + 1 :]]


def without_last_letter(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], lines[at][:-1], *lines[at + 1 :]]


def cut_in_the_middle(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], lines[at][: len(lines[at]) // 2]]


SLIPS = (
    dropped,
    doubled,
    indented,
    outdented,
    tabbed,
    without_colon,
    without_last_letter,
    cut_in_the_middle,
)


def check_findings(text: str) -> bool:
    """Whether `text` is refused; each finding must name a line of the text."""
    found = examine_bytes(text.encode(), "level.yaml")
    for problem in found.problems:
        assert problem.render().startswith(f"level.yaml:{problem.line}:{problem.column}: ")
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.what
        assert problem.why
        assert problem.remedy
    if not found.problems:
        assert found.document is not None
        found.document.plain()
    return bool(found.problems)


def test_sample_is_sound() -> None:
    plain = read_document_bytes(SAMPLE.encode(), "level.yaml").plain()
    assert plain["turns"] == 16
    assert plain["briefing"] == "Ore sells today. A ban could bring smelters in a few years."


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_on_each_line(slip: Callable[[list[str], int], list[str]]) -> None:
    lines = SAMPLE.splitlines()
    refused = [check_findings("\n".join(slip(lines, at)) + "\n") for at in range(len(lines))]
    if slip is tabbed:
        assert all(refused)
    elif slip in (doubled, indented, cut_in_the_middle):
        assert any(refused)


def test_doubled_key_lines_are_all_found() -> None:
    lines = SAMPLE.splitlines()
    for at in (0, 1, 2, 3, 4, 6, 7):
        found = examine_bytes("\n".join(doubled(lines, at)).encode(), "level.yaml")
        [problem] = found.problems
        assert (problem.code, problem.line) == ("duplicate-key", at + 2)
        assert f"in line {at + 1}" in problem.what


def mutated(text: str, luck: random.Random) -> str:
    """`text` with one to four places replaced by what breaks YAML readers."""
    for _ in range(luck.randint(1, 4)):
        at = luck.randrange(len(text) + 1)
        cut = luck.choice((0, 0, 1, 5))
        text = text[:at] + luck.choice(SHARDS) + text[at + cut :]
    return text


SHARDS = (
    *"[]{}:,-?&*!|>'\"%@`#~\\\n\t \x00\r",
    ": ", "- ", "\n- ", "\n  ", "? ", "<<: ", "*a", "&a ", "!!python/none ", "---\n", "...\n",
    "%YAML 9.9\n", "\\x", "\\U00110000", "\ufeff", "\u2028", "\u202e", "\ud7ff", "010", "1.5", "no",
    "''", '"', "|2\n", ">9+\n", "[" * 40, "{" * 40, "!<", "\U0001f600",
)  # fmt: skip


def test_random_damage_lets_only_level_errors_out() -> None:
    luck = random.Random(20140112)
    refused = 0
    for _ in range(1_500):
        data = mutated(SAMPLE, luck).encode()
        try:
            read_document_bytes(data, "level.yaml")
        except LevelError:
            refused += 1
    assert 750 < refused < 1_500


def test_random_bytes_let_only_level_errors_out() -> None:
    luck = random.Random(7)
    for length in range(400):
        with pytest.raises(LevelError):
            read_document_bytes(luck.randbytes(length), "level.yaml")


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_file_is_sound_and_its_damage_is_reported(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert examine_bytes(text.encode(), name).problems == ()
    luck = random.Random(name)
    lines = text.splitlines()
    for _ in range(6):
        slip = luck.choice(SLIPS)
        check_findings("\n".join(slip(lines, luck.randrange(len(lines)))) + "\n")
        check_findings(mutated(text, luck))
