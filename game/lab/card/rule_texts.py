"""What the rules say about themselves, read from their descriptions: numbers, words, parameters."""

import ast
import inspect
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.engine.parameters.rules import parameter_table

ENGINE = Path(__file__).resolve().parents[2] / "engine"

_NUMBER = re.compile(r"\bR(\d+)([a-e]?)\b")
_HEAD = re.compile(r"^(R\d+[a-e]?(?:(?:, | and |-)R\d+[a-e]?)*): ")
_SYSTEM = re.compile(r"\bS\d\d\b")
_SECTION = re.compile(r"^(Args|Returns|Raises|Attributes):$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule as it describes itself.

    Attributes:
        label: Its numbers, ``R11-R13``; empty when it has none.
        place: ``markets.py, _leak``.
        text: Its description without the number, paragraphs parted by empty lines.
        parameters: The parameters that it reads, in the order of the parameter table.
    """

    label: str
    place: str
    text: str
    parameters: tuple[str, ...]


@cache
def rule_texts() -> tuple[RuleText, ...]:
    """Return every rule that has a number, a formula or a system, in order of numbers.

    Rules without a number come last, in order of files.
    """
    found: list[tuple[tuple[int, str, int], RuleText]] = []
    folder = ENGINE / "rules"
    for path in sorted(folder.rglob("*.py")):
        functions = _functions(path)
        for node in functions.values():
            if _tells(node):
                described = _described(node)
                rule = _rule(
                    str(path.relative_to(folder).as_posix()),
                    node,
                    described,
                    _parameters_of(node, functions),
                )
                found.append((_order(described, node.lineno), rule))
    return tuple(rule for _, rule in sorted(found, key=lambda x: x[0]))


def _functions(path: Path) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {x.name: x for x in ast.walk(tree) if isinstance(x, ast.FunctionDef)}


def _described(node: ast.FunctionDef) -> str:
    """Return a function's description without its examples, which are for programmers."""
    text = inspect.cleandoc(ast.get_docstring(node) or "")
    return "\n\n".join(x for x in text.split("\n\n") if not x.startswith(">>>"))


def _tells(node: ast.FunctionDef) -> bool:
    described = _described(node)
    return bool(_NUMBER.search(described) or "``" in described or _SYSTEM.search(described))


def _parameters_of(node: ast.FunctionDef, functions: dict[str, ast.FunctionDef]) -> tuple[str, ...]:
    """Return what a rule reads, itself or through functions that are no rules of their own."""
    read: set[str] = set()
    seen = {node.name}
    waiting = [node]
    while waiting:
        function = waiting.pop()
        read |= set(_read(function))
        for x in ast.walk(function):
            called = functions.get(x.id) if isinstance(x, ast.Name) else None
            if called and called.name not in seen and not _tells(called):
                seen.add(called.name)
                waiting.append(called)
    return tuple(x.name for x in parameter_table() if x.name in read)


def unused_parameters() -> tuple[str, ...]:
    """Return the parameters that no file of the engine reads."""
    read: set[str] = set()
    for path in sorted(ENGINE.rglob("*.py")):
        if path.parent.name != "parameters":
            read |= set(_read(ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(x.name for x in parameter_table() if x.name not in read)


def turn_order() -> tuple[str, ...]:
    """Return the steps of a turn, as the rules' own list has them."""
    text = ast.get_docstring(
        ast.parse((ENGINE / "rules" / "__init__.py").read_text(encoding="utf-8"))
    )
    steps = " ".join((text or "").split("\n\n", 1)[1].split())
    return tuple(step.strip(" .") for step in steps.split("->"))


def module_text(name: str) -> str:
    """Return the description of a module of the engine, without its first line."""
    text = ast.get_docstring(ast.parse((ENGINE / name).read_text(encoding="utf-8"))) or ""
    return _plain(text.split("\n\n", 1)[1])


def _order(described: str, line: int) -> tuple[int, str, int]:
    match = _NUMBER.search(described)
    return (int(match[1]), match[2], line) if match else (10_000, "", line)


def _rule(
    file: str, node: ast.FunctionDef, described: str, parameters: tuple[str, ...]
) -> RuleText:
    head = _HEAD.match(described)
    number = _NUMBER.search(described)
    label = head[1] if head else number[0] if number else ""
    body = described[head.end() :] if head else described
    section = _SECTION.search(body)
    text = _plain(body[: section.start()] if section else body)
    return RuleText(label, f"{file}, {node.name}", text[:1].upper() + text[1:], parameters)


def _read(tree: ast.AST) -> tuple[str, ...]:
    names = {x.attr for x in ast.walk(tree) if isinstance(x, ast.Attribute)}
    return tuple(x.name for x in parameter_table() if x.name in names)


def _plain(text: str) -> str:
    """Return paragraphs on one line each, code in single ticks."""
    paragraphs = [" ".join(x.split()) for x in text.strip().split("\n\n")]
    return "\n\n".join(x for x in paragraphs if x).replace("``", "`")
