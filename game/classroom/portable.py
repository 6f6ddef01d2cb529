"""Objects of the engine on their way to another process.

A compiled engine (`main.py compile`) has classes that Python cannot take apart by itself. They
travel as their fields, in either form of the program.
"""

import copyreg
import sys
from dataclasses import fields, is_dataclass
from typing import Any


def make_portable() -> None:
    """Let every dataclass of the engine that is loaded travel as its fields."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith("game.engine"):
            for found in list(vars(module).values()):
                if isinstance(found, type) and is_dataclass(found):
                    copyreg.pickle(found, _as_fields)


def _as_fields(thing: Any) -> tuple[Any, tuple[type, dict[str, Any]]]:
    values = {item.name: getattr(thing, item.name) for item in fields(thing) if item.init}
    return _built, (type(thing), values)


def _built(kind: type, values: dict[str, Any]) -> Any:
    return kind(**values)
