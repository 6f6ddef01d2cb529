"""docs/campaign.md: the levels of the campaign in the order of play, made from their files.

python -m game.content.pages.campaign_page        writes the page anew
"""

from __future__ import annotations

import sys

from game.content.atlas import PROGRAM_FOLDER
from game.content.library import find_level, level_ids
from game.content.models.level import LevelFile
from game.content.opening import open_level_file
from game.content.texts.level_texts import SOURCE_LANGUAGE

PAGE = PROGRAM_FOLDER / "docs" / "campaign.md"
_HEAD = """# The campaign

Sixteen cases, in the order in which they are proposed. Each adds a few ideas to those before it.
This page is made from the level files. `main.py lesson LEVEL` prints a level's lesson: plan, notes,
questions, quiz and a sheet for each pair; with `--html OUT` as a page.

| | level | where and when | turns | minutes | difficulty |
|---|---|---|---|---|---|
"""


def campaign_page() -> str:
    """Return the page."""
    opened = (open_level_file(find_level(name)).file for name in level_ids())
    files = sorted((x for x in opened if x), key=lambda x: x.order)
    rows = [_row(file) for file in files]
    return _HEAD + "\n".join(rows) + "\n" + "".join(_about(file) for file in files)


def _row(file: LevelFile) -> str:
    title, place = file.title[SOURCE_LANGUAGE], file.place[SOURCE_LANGUAGE]
    name = f"[{title}](#{file.id})"
    return (
        f"| {file.order} | {name} | {place} | {file.turns} | {file.minutes} | {file.difficulty} |"
    )


def _about(file: LevelFile) -> str:
    seats = ", ".join(file.states[seat].name[SOURCE_LANGUAGE] for seat in file.seats)
    goals = "".join(f"* {words[SOURCE_LANGUAGE]}\n" for words in file.goals)
    summary = " ".join(file.summary[SOURCE_LANGUAGE].split())
    return (
        f'\n<a id="{file.id}"></a>\n\n## {file.order}. {file.title[SOURCE_LANGUAGE]}\n\n'
        f"`{file.id}`. {summary} To be governed: {seats}.\n\n{goals}"
    )


def main() -> int:
    """Write the page."""
    PAGE.write_text(campaign_page(), encoding="utf-8", newline="\n")
    print(f"Written: {PAGE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
