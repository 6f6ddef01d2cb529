"""docs/commands.md describes every command, and its examples are commands."""

import argparse
import re
import shlex

import pytest

from game.cli.parser import build_parser
from tests.cli.running import ROOT

TEXT = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^    python (main\.py.*)$", TEXT, re.MULTILINE)


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command."""
    (found,) = (
        x.choices for x in build_parser()._actions if isinstance(x, argparse._SubParsersAction)
    )
    return dict(found)


def all_actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the arguments of a command and of its parts."""
    found = list(parser._actions)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found += [x for part in action.choices.values() for x in all_actions(part)]
    return found


def test_every_command_has_a_section() -> None:
    sections = set(re.findall(r"^## `([a-z-]+)", TEXT, re.MULTILINE))
    assert sections == set(commands())


@pytest.mark.parametrize("name", commands())
def test_every_option_is_described(name: str) -> None:
    section = TEXT.partition(f"## `{name}")[2].partition("\n## ")[0]
    options = {x for action in all_actions(commands()[name]) for x in action.option_strings}
    missing = {x for x in options - {"-h", "--help"} if f"`{x}" not in section}
    assert missing == set()


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_command(example: str) -> None:
    arguments = build_parser().parse_args(shlex.split(example)[1:])
    assert callable(arguments.run)


def test_every_command_has_an_example() -> None:
    named = {shlex.split(x)[1] for x in EXAMPLES if len(shlex.split(x)) > 1}
    assert named == set(commands())
