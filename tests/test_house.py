"""Rules of the house that no other tool checks."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.engine_lint import findings_in

ROOT = Path(__file__).resolve().parent.parent
CODE_FOLDERS = ("game", "tests", "assets", ".ci")
TEXT_FOLDERS = (*CODE_FOLDERS, "levels", "docs")
TEXT_SUFFIXES = {".py", ".md", ".txt", ".yaml", ".yml", ".toml", ".json", ".jsonl", ".po", ".sh"}
# Written in pieces, so that this file does not find itself.
MACHINE_PATH = re.compile(
    r"(?<![\w.:/<-])/(?:"
    + "|".join(["work", "tmp", "opt", "root", "home/" + r"\w+"])
    + r")(?=[/\s\"'`]|$)"
    r"|[A-Z]:\\+Users\\+\w"
)
RANGE = re.compile(r"^[A-Za-z][\w.-]*>=\d+(\.\d+)*,<\d+(\.\d+)*$")
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
LINT_EXCEPTION = re.compile(r"#\s*(noqa|type:\s*ignore)(.*)")
REASONED = re.compile(r"(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|\[[\w-]+(,\s*[\w-]+)*\])\s+\S+")


def code_files() -> list[Path]:
    """Return main.py and every Python file of the house."""
    found = [p for folder in CODE_FOLDERS for p in (ROOT / folder).rglob("*.py")]
    return [ROOT / "main.py", *sorted(p for p in found if "node_modules" not in p.parts)]


def text_files() -> list[Path]:
    """Return every text file that belongs to the house."""
    found = [p for folder in TEXT_FOLDERS for p in (ROOT / folder).rglob("*") if p.is_file()]
    found += [p for p in ROOT.iterdir() if p.is_file()]
    return sorted(
        p
        for p in found
        if (p.suffix in TEXT_SUFFIXES or p.parent.name == ".ci")
        and not {"node_modules", "__pycache__"} & set(p.parts)
    )


def places(paths: list[Path], wrong: re.Pattern[str]) -> list[str]:
    """Return `file:line: text` for every line in which the pattern occurs."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if wrong.search(line)
    ]


# ---- the engine gives the same digests everywhere -----------------------------------------------

FORBIDDEN_CODE = [
    ("import os", "import"),
    ("from datetime import date", "import"),
    ("def f():\n    import random", "import"),
    ("import yaml", "import"),
    ("from game.content import reader", "import"),
    ("share = 0.5", "float"),
    ("half = float(1)", "float"),
    ("half = round(1)", "float"),
    ("import math\nroot = math.sqrt(4)", "float"),
    ("from math import exp", "float"),
    ("half = 1 / 2", "division"),
    ("half = 1\nhalf /= 2", "division"),
    ("key = hash('a')", "identity"),
    ("key = id(object())", "identity"),
    ("print('a')", "effect"),
    ("for x in {1, 2}:\n    pass", "set order"),
    ("seats = set()\nfor x in seats:\n    pass", "set order"),
    ("def f(seats: frozenset[str]):\n    return [x for x in seats]", "set order"),
    ("def f(seats: set[str]):\n    return list(seats)", "set order"),
    ("def f(seats: set[str]):\n    return ', '.join(seats)", "set order"),
    ("def f(seats: set[str]):\n    return [*seats]", "set order"),
    ("def f(seats: set[str]):\n    return seats.pop()", "set order"),
    ("def f(a, b):\n    return [x for x in a.keys() & b]", "set order"),
    ("def f(seats: set[str]):\n    return min((x for x in seats), key=len)", "set order"),
    ("class A:\n    seats: set[str]\ndef f(a):\n    return {x: 1 for x in a.seats}", "set order"),
]

ALLOWED_CODE = [
    "from dataclasses import dataclass",
    "from game.engine.numbers import part",
    "from . import numbers",
    "half = 1 // 2",
    "import math\nroot = math.isqrt(4)",
    "def f(seats: set[str]):\n    return sorted(seats)",
    "def f(seats: set[str]):\n    return sorted(x + 'a' for x in seats)",
    "def f(seats: set[str]):\n    return 'a' in seats and len(seats)",
    "def f(seats: set[str]):\n    return {x + 'a' for x in seats}",
    "def f(seats: list[str]):\n    return [x for x in seats]",
    "def f(value):\n    return isinstance(value, float)",
]


@pytest.mark.parametrize(("code", "rule"), FORBIDDEN_CODE)
def test_the_engine_lint_finds_planted_faults(code: str, rule: str) -> None:
    assert rule in {finding.rule for finding in findings_in(code)}


@pytest.mark.parametrize("code", ALLOWED_CODE)
def test_the_engine_lint_lets_good_code_pass(code: str) -> None:
    assert findings_in(code) == []


def test_the_engine_is_free_of_what_makes_runs_differ() -> None:
    files = sorted((ROOT / "game" / "engine").rglob("*.py"))
    assert files
    found = [
        f"{path.relative_to(ROOT)}:{finding.line}: {finding.rule}: {finding.what}"
        for path in files
        for finding in findings_in(path.read_text(encoding="utf-8"))
    ]
    assert found == []


# ---- imports that a contract cannot see ---------------------------------------------------------


def test_only_the_window_imports_pygame_directly() -> None:
    importing = re.compile(r"^\s*(import|from) pygame\b", re.MULTILINE)
    for path in sorted((ROOT / "game").rglob("*.py")):
        inside = path.relative_to(ROOT / "game").parts
        if inside[0] != "ui" or inside[1] == "models":
            assert not importing.search(path.read_text(encoding="utf-8")), path


def test_nobody_imports_the_command_line() -> None:
    importing = re.compile(
        r"^\s*(import game\.cli|from game\.cli|from game import .*\bcli\b)", re.M
    )
    command_line = ROOT / "game" / "cli"
    files = [p for p in sorted((ROOT / "game").rglob("*.py")) if command_line not in p.parents]
    assert [p for p in files if importing.search(p.read_text(encoding="utf-8"))] == []


def test_every_layer_has_an_import_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    bound = {module for contract in contracts for module in contract.get("source_modules", [])}
    layers = {f"game.{path.parent.name}" for path in (ROOT / "game").glob("*/__init__.py")}
    assert len(layers) > 5
    # The command line wires all layers together, so nothing is forbidden to it.
    assert layers - bound == {"game.cli"}


# ---- files --------------------------------------------------------------------------------------


def test_every_code_file_opens_with_a_docstring() -> None:
    bare = [
        str(path.relative_to(ROOT))
        for path in code_files()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert bare == []


def test_every_file_is_opened_with_its_encoding() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in code_files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and opens_text_without_encoding(node)
    ]
    assert bare == []


def opens_text_without_encoding(call: ast.Call) -> bool:
    """Say whether the call reads or writes text in the encoding the computer happens to have."""
    given = {keyword.arg for keyword in call.keywords}
    if "encoding" in given:
        return False
    if isinstance(call.func, ast.Attribute):
        arguments = {"read_text": 0, "write_text": 1}.get(call.func.attr)
        return arguments is not None and len(call.args) <= arguments
    if not (isinstance(call.func, ast.Name) and call.func.id == "open"):
        return False
    modes = [*call.args[1:2], *(k.value for k in call.keywords if k.arg == "mode")]
    return not any(isinstance(m, ast.Constant) and "b" in str(m.value) for m in modes)


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("open(p)", True),
        ("open(p, 'w')", True),
        ("p.read_text()", True),
        ("p.write_text(words)", True),
        ("open(p, 'rb')", False),
        ("open(p, mode='ab')", False),
        ("open(p, encoding='utf-8')", False),
        ("p.read_text('utf-8')", False),
        ("p.write_text(words, encoding='utf-8')", False),
    ],
)
def test_a_missing_encoding_is_seen(code: str, wrong: bool) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert opens_text_without_encoding(call) is wrong


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [p for p in code_files() if p.stem in VAGUE_NAMES or p.parent.name in VAGUE_NAMES] == []


def test_every_lint_exception_carries_its_reason() -> None:
    unexplained = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in code_files()
        if path != Path(__file__).resolve()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (match := LINT_EXCEPTION.search(line)) and not REASONED.match(match[2])
    ]
    assert unexplained == []


@pytest.mark.parametrize(
    ("comment", "reasoned"),
    [
        ("# noqa", False),
        ("# noqa: N802", False),
        ("# noqa: N802 - the name SDL gives it", True),
        ("# type: ignore", False),
        ("# type: ignore[arg-type]", False),
        ("# type: ignore[arg-type]  # the stub is older than the library", True),
    ],
)
def test_a_missing_reason_is_seen(comment: str, reasoned: bool) -> None:
    match = LINT_EXCEPTION.search(comment)
    assert match
    assert bool(REASONED.match(match[2])) is reasoned


# ---- nothing of one person's computer -----------------------------------------------------------


def test_no_file_names_a_path_of_one_computer() -> None:
    assert places(text_files(), MACHINE_PATH) == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("see /" + "work/shared/design.md", True),
        ("'/" + "tmp'", True),
        ("/" + "home/ana/game", True),
        ("C:\\" + "Users\\ana", True),
        ("https://example.org/work/report.pdf", False),
        ("import/export", False),
        ("#!/usr/bin/env bash", False),
        ("levels/root/x.yaml", False),
    ],
)
def test_a_machine_path_is_seen(line: str, wrong: bool) -> None:
    assert bool(MACHINE_PATH.search(line)) is wrong


def test_text_files_end_lines_with_lf() -> None:
    assert [str(p.relative_to(ROOT)) for p in text_files() if b"\r\n" in p.read_bytes()] == []


# ---- requirements -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_has_a_lower_and_an_upper_bound(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    requirements = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert requirements
    assert [line for line in requirements if not RANGE.match(line)] == []


def test_main_asks_for_the_packages_that_requirements_name() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    required = {line.partition(">=")[0] for line in lines if ">=" in line} - {"pytest"}
    tree = ast.parse((ROOT / "main.py").read_text(encoding="utf-8"))
    asked = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NEEDED_PACKAGES"
    )
    assert set(asked.values()) == required
