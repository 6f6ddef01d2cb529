"""Reads engine code for what would make two runs of the same game differ.

The import contracts in pyproject.toml watch whole import chains. This lint adds what a contract
cannot see: fractions, division, the order of sets, and identities that change between runs.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass

# What knows the clock, the system, chance or another process; and numbers that are not whole.
FORBIDDEN_MODULES = frozenset(
    {
        *("os", "time", "datetime", "logging", "socket", "threading", "random"),
        *("secrets", "uuid", "subprocess", "asyncio", "multiprocessing", "concurrent"),
        *("importlib", "pickle", "shelve", "tempfile", "decimal", "statistics"),
    }
)
WHOLE_NUMBER_MATH = frozenset(["isqrt", "gcd", "lcm", "prod", "comb"])
UNSTABLE_CALLS = frozenset(["hash", "id"])
FLOAT_CALLS = frozenset(["float", "round", "complex"])
EFFECT_CALLS = frozenset(["open", "print", "input", "exec", "eval"])
SET_TYPES = frozenset(["set", "frozenset", "Set", "AbstractSet", "MutableSet", "FrozenSet"])
SET_METHODS = frozenset(["union", "intersection", "difference", "symmetric_difference"])
SET_OPERATORS = (ast.BitOr, ast.BitAnd, ast.Sub, ast.BitXor)
# What comes out of these is the same in whichever order the members arrive.
ORDER_FREE = frozenset(["sorted", "sum", "any", "all", "len", "set", "frozenset", "min", "max"])
ORDER_BOUND = frozenset(
    ["list", "tuple", "iter", "enumerate", "zip", "map", "filter", "dict", "join", "fromkeys"]
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in engine code that breaks a house rule."""

    line: int
    rule: str
    what: str


def findings_in(source: str) -> list[Finding]:
    """Return every finding in a module's source text, in the order of lines."""
    tree = ast.parse(source)
    found = [*_imports(tree), *_numbers(tree), *_calls(tree), *_set_orders(tree)]
    return sorted(set(found), key=lambda finding: (finding.line, finding.rule, finding.what))


def _imports(tree: ast.Module) -> Iterator[Finding]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = ["game.engine" if node.level else node.module or ""]
        else:
            continue
        for name in names:
            if not _may_import(name):
                yield Finding(node.lineno, "import", name)


def _may_import(name: str) -> bool:
    if name == "game.engine" or name.startswith("game.engine."):
        return True
    root = name.partition(".")[0]
    return root in sys.stdlib_module_names and root not in FORBIDDEN_MODULES


def _numbers(tree: ast.Module) -> Iterator[Finding]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield Finding(node.lineno, "float", repr(node.value))
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            yield Finding(node.lineno, "division", ast.unparse(node))
        elif isinstance(node, ast.Attribute) and _name(node.value) == "math":
            if node.attr not in WHOLE_NUMBER_MATH:
                yield Finding(node.lineno, "float", ast.unparse(node))
        elif isinstance(node, ast.ImportFrom) and node.module == "math":
            for alias in node.names:
                if alias.name not in WHOLE_NUMBER_MATH:
                    yield Finding(node.lineno, "float", alias.name)


def _calls(tree: ast.Module) -> Iterator[Finding]:
    rules = dict.fromkeys(UNSTABLE_CALLS, "identity") | dict.fromkeys(FLOAT_CALLS, "float")
    rules |= dict.fromkeys(EFFECT_CALLS, "effect")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            rule = rules.get(node.func.id)
            if rule:
                yield Finding(node.lineno, rule, ast.unparse(node))


def _set_orders(tree: ast.Module) -> Iterator[Finding]:
    attributes = _set_attributes(tree)
    scopes = [tree, *(n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Lambda))]
    for scope in scopes:
        sets = _Sets(scope, attributes)
        harmless = _order_free_comprehensions(scope)
        for node in _own_nodes(scope):
            for taken in _taken_in_order(node, harmless):
                if sets.holds(taken):
                    yield Finding(_line(taken), "set order", ast.unparse(taken))


class _Sets:
    """Knows which expressions of one scope are sets, as far as names and hints tell."""

    def __init__(self, scope: ast.AST, attributes: set[str]) -> None:
        self._attributes = attributes
        self._names: set[str] = set()
        if isinstance(scope, ast.FunctionDef):
            arguments = [*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs]
            self._names |= {a.arg for a in arguments if _is_set_hint(a.annotation)}
        for node in _own_nodes(scope):
            if isinstance(node, ast.AnnAssign) and _is_set_hint(node.annotation):
                self._names.add(_name(node.target))
            elif isinstance(node, ast.Assign) and self.holds(node.value):
                self._names |= {_name(target) for target in node.targets}
        self._names.discard("")

    def holds(self, node: ast.AST) -> bool:
        """Say whether the expression is a set."""
        if isinstance(node, ast.Set | ast.SetComp):
            return True
        if isinstance(node, ast.Name):
            return node.id in self._names
        if isinstance(node, ast.Attribute):
            return node.attr in self._attributes
        if isinstance(node, ast.BinOp) and isinstance(node.op, SET_OPERATORS):
            return self.holds(node.left) or self.holds(node.right) or _is_keys(node.left)
        if isinstance(node, ast.Call):
            return _name(node.func) in SET_TYPES or (
                isinstance(node.func, ast.Attribute) and node.func.attr in SET_METHODS
            )
        return False


def _taken_in_order(node: ast.AST, harmless: set[ast.AST]) -> Iterator[ast.AST]:
    """Yield the expressions whose members this node takes one after the other."""
    if isinstance(node, ast.For):
        yield node.iter
    elif isinstance(node, ast.ListComp | ast.GeneratorExp | ast.DictComp):
        if node not in harmless:
            yield from (generator.iter for generator in node.generators)
    elif isinstance(node, ast.Starred):
        yield node.value
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else _name(node.func)
        if name in ORDER_BOUND:
            yield from node.args
        if name == "pop" and isinstance(node.func, ast.Attribute) and not node.args:
            yield node.func.value


def _order_free_comprehensions(scope: ast.AST) -> set[ast.AST]:
    free: set[ast.AST] = set()
    for node in ast.walk(scope):
        if isinstance(node, ast.Call) and _name(node.func) in ORDER_FREE and not node.keywords:
            free.update(node.args)
    return free


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a scope in reading order, without those of functions inside it."""
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield child
            yield from _own_nodes(child)


def _set_attributes(tree: ast.Module) -> set[str]:
    return {
        _name(node.target)
        for owner in ast.walk(tree)
        if isinstance(owner, ast.ClassDef)
        for node in owner.body
        if isinstance(node, ast.AnnAssign) and _is_set_hint(node.annotation)
    }


def _is_set_hint(hint: ast.AST | None) -> bool:
    if isinstance(hint, ast.Subscript):
        return _is_set_hint(hint.value)
    return isinstance(hint, ast.Name) and hint.id in SET_TYPES


def _is_keys(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"keys", "items"}
    )


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))
