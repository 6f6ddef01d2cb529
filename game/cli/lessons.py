"""The command `lesson`: a level as a lesson, in the terminal or as a page to print."""

import argparse
from pathlib import Path

from game.cli.codex import sources_of
from game.cli.faults import CommandFault
from game.cli.levels import open_level
from game.cli.own_command import own_command
from game.text.catalogue import Catalogue
from game.text.describe import Words
from game.text.lesson import lesson_lines, lesson_of, lesson_page


def run_lesson(arguments: argparse.Namespace) -> int:
    """Print the lesson of a level, or write it as a page; exit 0."""
    loaded = open_level(arguments.level)
    words = Words(Catalogue(), loaded.level, dict(loaded.text()))
    lesson = lesson_of(words, own_command())
    sources = sources_of(loaded.text(), loaded.references)
    if not arguments.html:
        for line in lesson_lines(lesson, sources):
            print(line)
        return 0
    write_page(arguments.html, lesson_page(lesson, words.catalogue.locale, sources))
    print(f"Written to {arguments.html}.")
    return 0


def write_page(path: str, text: str) -> None:
    """Write a page.

    Raises:
        CommandFault: It cannot be written there.
    """
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommandFault(
            f"{path} cannot be written ({error.strerror or error}): choose another file.", status=1
        ) from None
