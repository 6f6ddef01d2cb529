"""How this program is started here, for lines that people copy."""

import os
import sys
from pathlib import Path


def own_command() -> str:
    """Return what starts the program: ``.venv/bin/python main.py`` in its environment.

    Outside an environment below the current folder it is ``python main.py``.

    >>> own_command().endswith(" main.py")
    True
    """
    here = Path.cwd()
    python = Path(sys.executable or "python")
    inside = python.is_absolute() and python.is_relative_to(here)
    shown = str(python.relative_to(here)) if inside else "python"
    return f'"{shown}" main.py' if " " in shown and os.name != "nt" else f"{shown} main.py"
