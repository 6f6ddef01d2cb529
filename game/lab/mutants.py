"""Mutation testing of the rules: small faults are planted, and the tests must notice.

A mutant is one change in the body of one function: a number, a comparison, a sign, min for max, a
condition turned round, a call dropped. It is written into a copy of the house and the fast tests of
the rules run on it. Tests that compare digests are left out: they notice any change and say nothing
about whether a rule is right.
"""

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.engine.draws import draw

HOUSE = Path(__file__).resolve().parents[2]
RULES = Path("game/engine/rules")
FIRST = (
    "tests/rules/test_rulebook.py",
    "tests/rules/test_rule_edges.py",
    "tests/engine/test_deals.py",
    "tests/engine/test_diplomacy.py",
    "tests/engine/test_events.py",
    "tests/engine/test_plants.py",
    "tests/engine/test_steps.py",
    "tests/rules/test_numbers_noticed.py",
)
"""Tests that every fault is tried on first: numerical cases, one for each rule."""
OF_STATES = (
    "tests/rules/test_sites.py",
    "tests/rules/test_deal_signs.py",
    "tests/rules/test_processing_signs.py",
    "tests/rules/test_know_how_signs.py",
    "tests/rules/test_ground.py",
    "tests/rules/test_signs.py",
    "tests/rules/test_more_signs.py",
    "tests/rules/test_limits.py",
    "tests/rules/test_limits_elsewhere.py",
    "tests/rules/test_sign_tables.py",
    "tests/rules/test_conditions.py",
)
"""Tests of the rules within a state and on its markets."""
OF_REGIONS = ("tests/rules/region",)
"""Tests of what states do together."""
FAST_TESTS = (*FIRST, *OF_REGIONS, *OF_STATES)
KILLED, SURVIVED = "killed", "survived"
_SECONDS = 600
_COPIED = ("game", "tests", "levels", "assets", "docs", "main.py", "pyproject.toml")
_COMPARES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
_SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
}
_CALLS = {"min": "max", "max": "min"}
_EFFECTS = ("add", "put", "move", "note", "remember", "earn", "levy", "spend", "append", "remove")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A planted fault: where, what kind, the line before and after, and the whole new file."""

    area: str
    file: str
    line: int
    kind: str
    before: str
    after: str
    source: str

    @property
    def id(self) -> str:
        """Words by which it can be found again."""
        return f"{self.file}:{self.line} {self.kind}"


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant and whether the tests noticed."""

    mutant: Mutant
    verdict: str

    def as_json(self) -> dict[str, object]:
        """Return the result as the stable JSON object of the command."""
        x = self.mutant
        return {
            "area": x.area,
            "file": x.file,
            "line": x.line,
            "kind": x.kind,
            "before": x.before,
            "after": x.after,
            "verdict": self.verdict,
        }


def areas() -> tuple[str, ...]:
    """Return the rule areas: the files of the rules, such as ``trade/markets``."""
    rules = HOUSE / RULES
    found = [x.relative_to(rules).with_suffix("") for x in rules.rglob("*.py")]
    return tuple(sorted(x.as_posix() for x in found if not x.name.startswith("__")))


@lru_cache(maxsize=64)
def mutants(area: str) -> tuple[Mutant, ...]:
    """Return every mutant of an area, in the order of its lines."""
    file = RULES / f"{area}.py"
    return mutants_of((HOUSE / file).read_text(encoding="utf-8"), area, file.as_posix())


def mutants_of(source: str, area: str, file: str) -> tuple[Mutant, ...]:
    """Return every mutant of a source text."""
    tree = ast.parse(source)
    found = []
    lines = source.splitlines()
    for node in _in_functions(tree):
        for kind, text in _changes(node):
            place = _Place(node, lines)
            changed = place.replaced(text)
            after = changed[place.first].strip()
            new = "\n".join(changed) + "\n"
            if _parses(new):
                before = lines[place.first].strip()
                found.append(Mutant(area, file, place.first + 1, kind, before, after, new))
    return tuple(found)


def _in_functions(tree: ast.Module) -> Iterator[ast.expr | ast.Expr]:
    """Yield what may be changed: expressions in the bodies of functions, in order of place."""
    functions = [x for x in tree.body if isinstance(x, ast.FunctionDef)]
    nodes: list[ast.expr | ast.Expr] = []
    for function in functions:
        for statement in function.body:
            guards = {id(guard) for x in ast.walk(statement) for guard in _guards(x)}
            found = [x for x in ast.walk(statement) if isinstance(x, ast.expr | ast.Expr)]
            nodes += [x for x in found if id(x) not in guards]
    yield from sorted(nodes, key=lambda x: (x.lineno, x.col_offset, type(x).__name__))


def _guards(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the 0 or 1 of ``max(0, x)`` and ``max(1, x)``.

    They keep a sum from being negative or a division from failing; one more kilogram or cent there
    is no fault that a test of the rules should notice.
    """
    if isinstance(node, ast.Call) and _name(node) == "max":
        for x in node.args:
            if isinstance(x, ast.Constant) and x.value in (0, 1) and type(x.value) is int:
                yield x


def _changes(node: ast.expr | ast.Expr) -> Iterator[tuple[str, str]]:
    """Yield each kind of change of a node with its new text."""
    if isinstance(node, ast.Expr):
        call = node.value
        if isinstance(call, ast.Call) and _name(call) in _EFFECTS:
            yield "dropped call", "pass"
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield "number", str(_other_number(node.value))
    elif isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _COMPARES:
        turned = ast.Compare(node.left, [_COMPARES[type(node.ops[0])]()], node.comparators)
        yield "comparison", f"({ast.unparse(turned)})"
    elif isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        turned_op = ast.BinOp(node.left, _SIGNS[type(node.op)](), node.right)
        yield "sign", f"({ast.unparse(turned_op)})"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "sign", f"({ast.unparse(node.operand)})"
    elif isinstance(node, ast.Call) and _name(node) in _CALLS:
        other = ast.Call(ast.Name(_CALLS[_name(node)]), node.args, node.keywords)
        yield "min for max", ast.unparse(other)
    elif isinstance(node, ast.IfExp):
        turned_if = ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        yield "condition", f"({ast.unparse(turned_if)})"


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _other_number(value: int) -> int:
    return {0: 1, 1: 2, 2: 3}.get(value, value + max(1, value // 2))


class _Place:
    """Where a node stands in the text."""

    def __init__(self, node: ast.expr | ast.Expr, lines: Sequence[str]) -> None:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        self.first = node.lineno - 1
        self.last = node.end_lineno - 1
        self.start = _characters(lines[self.first], node.col_offset)
        self.end = _characters(lines[self.last], node.end_col_offset)
        self.lines = lines

    def replaced(self, text: str) -> list[str]:
        """Return the lines with the node's text replaced."""
        line = self.lines[self.first][: self.start] + text + self.lines[self.last][self.end :]
        return [*self.lines[: self.first], line, *self.lines[self.last + 1 :]]


def _characters(line: str, utf8_bytes: int) -> int:
    return len(line.encode("utf-8")[:utf8_bytes].decode("utf-8"))


def _parses(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def tests_of(area: str) -> tuple[str, ...]:
    """Return the tests that a fault in an area is tried on, the most telling first."""
    return (*FIRST, *(OF_REGIONS if area.startswith("region/") else OF_STATES))


def sample(found: Sequence[Mutant], size: int, seed: int = 1) -> tuple[Mutant, ...]:
    """Return so many mutants, drawn by a seed; all when there are no more."""
    order = sorted(
        range(len(found)), key=lambda i: (draw(seed, i, "mutant", found[i].file, 1 << 30), i)
    )
    return tuple(found[i] for i in sorted(order[:size]))


# ---- running ------------------------------------------------------------------------------------

Test = Callable[[Path], bool]
"""Whether the tests pass in a copy of the house."""


def passes(folder: Path, tests: Sequence[str] = FAST_TESTS) -> bool:
    """Whether the tests pass in a folder; tests that do not end count as noticing."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    try:
        done = subprocess.run(
            [*command, *tests],
            cwd=folder,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _passing(area: str) -> Test:
    """Run the tests of an area in stages, so that most faults cost one short run."""
    stages = (FIRST[:1], FIRST[1:], tests_of(area)[len(FIRST) :])
    return lambda folder: all(passes(folder, tests) for tests in stages)


def copy_house(folder: Path) -> None:
    """Copy what the tests need into a folder."""
    ignored = shutil.ignore_patterns("__pycache__", "pictures", "*.ttf", "*.png")
    for name in _COPIED:
        source = HOUSE / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy2(source, folder / name)


def tried(found: Sequence[Mutant], folder: Path, test: Test | None = None) -> Iterator[Tried]:
    """Yield each mutant with its verdict; the folder holds a copy of the house.

    Args:
        found: The mutants.
        folder: The copy.
        test: Whether the tests pass there; by default those of the mutant's area are run.
    """
    for mutant in found:
        holds = test or _passing(mutant.area)
        path = folder / mutant.file
        kept = path.read_text(encoding="utf-8")
        path.write_text(mutant.source, encoding="utf-8", newline="\n")
        try:
            yield Tried(mutant, SURVIVED if holds(folder) else KILLED)
        finally:
            path.write_text(kept, encoding="utf-8", newline="\n")
